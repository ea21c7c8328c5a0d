/*
 * mbedtls/platform_time.h: The types of time.
 *
 * Generated from src/capi/platform_time.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PLATFORM_TIME_H
#define MBEDTLS_COMPAT_MBEDTLS_PLATFORM_TIME_H

#include "mbedtls/build_info.h"
#include <stdint.h>
#include <time.h>

#include "mbedtls/compat/platform_time_values.h"

/** Milliseconds, of a clock that need not count from any particular day. */
typedef int64_t mbedtls_ms_time_t;

/** Seconds since 1970-01-01, UTC. */
typedef time_t mbedtls_time_t;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * A clock that only goes forward, for measuring how old something is. It counts from an arbitrary point
 * (the start of the machine) and goes on while the machine sleeps.
 *
 * \return  The time in milliseconds.
 */
mbedtls_ms_time_t mbedtls_ms_time(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_PLATFORM_TIME_H */
