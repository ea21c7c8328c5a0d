/*
 * mbedtls/platform_time.h: The types of time.
 *
 * Generated from src/capi/platform_time.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PLATFORM_TIME_H
#define MBEDTLS_COMPAT_MBEDTLS_PLATFORM_TIME_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stdint.h>
#include <time.h>

typedef time_t mbedtls_time_t;

typedef int64_t mbedtls_ms_time_t;

#endif /* MBEDTLS_COMPAT_MBEDTLS_PLATFORM_TIME_H */
