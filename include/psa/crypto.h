/*
 * psa/crypto.h: What TLS programs use of PSA Crypto.
 *
 * Generated from src/capi/psa.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_CRYPTO_H
#define MBEDTLS_COMPAT_PSA_CRYPTO_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

#endif /* MBEDTLS_COMPAT_PSA_CRYPTO_H */
