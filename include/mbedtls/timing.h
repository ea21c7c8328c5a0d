/*
 * mbedtls/timing.h: A timer for mbedtls_ssl_set_timer_cb().
 *
 * Generated from src/capi/timing.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_TIMING_H
#define MBEDTLS_COMPAT_MBEDTLS_TIMING_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stdint.h>

typedef struct mbedtls_timing_hr_time mbedtls_timing_hr_time;
typedef struct mbedtls_timing_delay_context mbedtls_timing_delay_context;

/** A point in time. Its content is private; mbedtls_timing_get_timer() writes and reads it. */
struct mbedtls_timing_hr_time {
    uint64_t MBEDTLS_PRIVATE(opaque)[4];
};

/** A timer with two delays, for mbedtls_ssl_set_timer_cb(). Its members are private. */
struct mbedtls_timing_delay_context {
    mbedtls_timing_hr_time MBEDTLS_PRIVATE(timer);
    uint32_t MBEDTLS_PRIVATE(int_ms);
    uint32_t MBEDTLS_PRIVATE(fin_ms);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Reads a stopwatch, or starts it anew.
 *
 * \param val    The stopwatch; the caller owns it. It must have been started once before it is read.
 * \param reset  Not 0: start now; 0: read only.
 *
 * \return  The milliseconds since the start.
 * \return  0: after a start or when `val` is NULL.
 */
unsigned long mbedtls_timing_get_timer(mbedtls_timing_hr_time *val, int reset);

/**
 * Starts a pair of delays. The signature is the one that mbedtls_ssl_set_timer_cb() asks for.
 *
 * \param data    A mbedtls_timing_delay_context, owned by the caller. NULL: nothing happens.
 * \param int_ms  The intermediate delay in milliseconds.
 * \param fin_ms  The final delay in milliseconds; 0 cancels the running pair.
 */
void mbedtls_timing_set_delay(void *data, uint32_t int_ms, uint32_t fin_ms);

/**
 * Tells which delays are over. The signature is the one that mbedtls_ssl_set_timer_cb() asks for.
 *
 * \param data  The mbedtls_timing_delay_context given to mbedtls_timing_set_delay().
 *
 * \return  -1: if none is running (also for NULL).
 * \return  0: if neither delay is over.
 * \return  1: if only the intermediate one is.
 * \return  2: if the final one is.
 */
int mbedtls_timing_get_delay(void *data);

/**
 * The final delay of a pair.
 *
 * \param data  The pair; NULL gives 0.
 *
 * \return  The milliseconds that mbedtls_timing_set_delay() was given as `fin_ms`.
 * \return  0: if none is running.
 */
uint32_t mbedtls_timing_get_final_delay(const mbedtls_timing_delay_context *data);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_TIMING_H */
