/*
 * mbedtls/platform.h: What the library asks of the C library.
 *
 * Generated from src/capi/platform.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PLATFORM_H
#define MBEDTLS_COMPAT_MBEDTLS_PLATFORM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_PLATFORM_H */
