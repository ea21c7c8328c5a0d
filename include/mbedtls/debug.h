/*
 * mbedtls/debug.h: How much the debug callback hears.
 *
 * Generated from src/capi/debug.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_DEBUG_H
#define MBEDTLS_COMPAT_MBEDTLS_DEBUG_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_DEBUG_H */
