/*
 * Constants of mbedtls/chachapoly.h.
 *
 * Written by hand; mbedtls/chachapoly.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CHACHAPOLY_VALUES_H
#define MBEDTLS_COMPAT_CHACHAPOLY_VALUES_H

/** A call comes at the wrong time. */
#define MBEDTLS_ERR_CHACHAPOLY_BAD_STATE -0x0054
/** The tag is wrong. */
#define MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED -0x0056

/** What is to be done. */
typedef enum mbedtls_chachapoly_mode_t {
    /** Encrypt. */
    MBEDTLS_CHACHAPOLY_ENCRYPT = 0,
    /** Decrypt. */
    MBEDTLS_CHACHAPOLY_DECRYPT = 1,
} mbedtls_chachapoly_mode_t;

#endif /* MBEDTLS_COMPAT_CHACHAPOLY_VALUES_H */
