/*
 * mbedtls/error.h: From error codes to text.
 *
 * Generated from src/capi/error.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ERROR_H
#define MBEDTLS_COMPAT_MBEDTLS_ERROR_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>

#endif /* MBEDTLS_COMPAT_MBEDTLS_ERROR_H */
