/*
 * mbedtls/debug.h: How much the debug callback hears.
 *
 * Generated from src/capi/debug.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_DEBUG_H
#define MBEDTLS_COMPAT_MBEDTLS_DEBUG_H

#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#include "mbedtls/compat/debug_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Sets how much is reported, for all connections of the process, from the next message on. A connection reports
 * only if its configuration has a function for it (mbedtls_ssl_conf_dbg()).
 *
 * \param threshold  Messages up to this level are reported: 0 none (as at the start), 1 errors, 2 changes of state,
 *                   3 what was negotiated, 4 everything. Secrets are reported at no level.
 */
void mbedtls_debug_set_threshold(int threshold);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_DEBUG_H */
