/*
 * mbedtls/platform_util.h: Small things that other headers share.
 *
 * Generated from src/capi/platform_util.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PLATFORM_UTIL_H
#define MBEDTLS_COMPAT_MBEDTLS_PLATFORM_UTIL_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>

typedef int mbedtls_f_rng_t(void*, unsigned char*, size_t);

#endif /* MBEDTLS_COMPAT_MBEDTLS_PLATFORM_UTIL_H */
