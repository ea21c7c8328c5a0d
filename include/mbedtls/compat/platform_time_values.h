/*
 * Macros of mbedtls/platform_time.h.
 *
 * Written by hand; mbedtls/platform_time.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PLATFORM_TIME_VALUES_H
#define MBEDTLS_COMPAT_PLATFORM_TIME_VALUES_H

/** As time(). */
#define mbedtls_time time

#endif /* MBEDTLS_COMPAT_PLATFORM_TIME_VALUES_H */
