/*
 * psa/crypto_values.h: part of psa/crypto.h, for programs that name it.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_CRYPTO_VALUES_H
#define MBEDTLS_COMPAT_PSA_CRYPTO_VALUES_H

#include "psa/crypto.h"

#endif /* MBEDTLS_COMPAT_PSA_CRYPTO_VALUES_H */
