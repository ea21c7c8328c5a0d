/*
 * Constants of mbedtls/nist_kw.h.
 *
 * Written by hand; mbedtls/nist_kw.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_NIST_KW_VALUES_H
#define MBEDTLS_COMPAT_NIST_KW_VALUES_H

/** How a key is wrapped. */
typedef enum mbedtls_nist_kw_mode_t {
    /** Without padding (RFC 3394). */
    MBEDTLS_KW_MODE_KW = 0,
    /** With padding (RFC 5649). */
    MBEDTLS_KW_MODE_KWP = 1,
} mbedtls_nist_kw_mode_t;

#endif /* MBEDTLS_COMPAT_NIST_KW_VALUES_H */
