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
struct mbedtls_timing_hr_time {
    uint64_t opaque[4];
};

struct mbedtls_timing_delay_context {
    mbedtls_timing_hr_time timer;
    uint32_t int_ms;
    uint32_t fin_ms;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_TIMING_H */
