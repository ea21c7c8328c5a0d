/*
 * mbedtls/platform_util.h: Small things that other headers share.
 *
 * Generated from src/capi/platform_util.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PLATFORM_UTIL_H
#define MBEDTLS_COMPAT_MBEDTLS_PLATFORM_UTIL_H

#include "mbedtls/build_info.h"
#include "mbedtls/platform_time.h"
#include <stddef.h>

#include "mbedtls/compat/platform_util_values.h"

/**
 * A source of random bytes: fills `output` with `output_size` of them. `ctx` is what was registered along with
 * the function. Returns 0, or an error code that the caller passes on.
 */
typedef int mbedtls_f_rng_t(void *ctx, unsigned char *output, size_t output_size);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Overwrites memory with zeros, in a way that no compiler takes out as useless.
 *
 * \param buf  The memory; it stays the caller's. NULL: nothing happens.
 * \param len  Its length in bytes.
 */
void mbedtls_platform_zeroize(void *buf, size_t len);

/**
 * Gives the parts of a time, UTC, as gmtime_r() does.
 *
 * \param tt      The time.
 * \param tm_buf  Where the parts go.
 *
 * \return  `tm_buf`.
 * \return  NULL: an argument is NULL, or the year does not fit.
 */
struct tm *mbedtls_platform_gmtime_r(const mbedtls_time_t *tt, struct tm *tm_buf);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_PLATFORM_UTIL_H */
