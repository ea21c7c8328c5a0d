/*
 * Constants and macros of mbedtls/error.h.
 *
 * Written by hand; mbedtls/error.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ERROR_VALUES_H
#define MBEDTLS_COMPAT_ERROR_VALUES_H

/* ---- Error codes that any function may return ---- */

/** An error without a code of its own. */
#define MBEDTLS_ERR_ERROR_GENERIC_ERROR -0x0001
/** The library hit a fault of its own, or memory is not what it was; do not use the context again. */
#define MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED -0x006E
/** An accelerator failed. */
#define MBEDTLS_ERR_PLATFORM_HW_ACCEL_FAILED -0x0070
/** What was asked for is not supported here. */
#define MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED -0x0072

/* ---- Combining a code of one header with one of another ---- */

/** A high level code with a low level one added. */
#define MBEDTLS_ERROR_ADD(high, low) mbedtls_error_add((high), (low), __FILE__, __LINE__)

/** What `MBEDTLS_ERROR_ADD()` calls. `file` and `line` say where; they are not used. Returns the sum of both codes. */
static inline int mbedtls_error_add(int high, int low, const char *file, int line)
{
    (void) file;
    (void) line;
    return high + low;
}

#endif /* MBEDTLS_COMPAT_ERROR_VALUES_H */
