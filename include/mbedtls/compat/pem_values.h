/*
 * Constants of mbedtls/pem.h.
 *
 * Written by hand; mbedtls/pem.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PEM_VALUES_H
#define MBEDTLS_COMPAT_PEM_VALUES_H

/** The text has not both the header and the footer. */
#define MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT -0x1080
/** What is between them is no base64. */
#define MBEDTLS_ERR_PEM_INVALID_DATA -0x1100
/** Out of memory. */
#define MBEDTLS_ERR_PEM_ALLOC_FAILED -0x1180
/** The IV of an encrypted block is not so many hexadecimal digits as it should be. */
#define MBEDTLS_ERR_PEM_INVALID_ENC_IV -0x1200
/** The block is encrypted with something unknown. */
#define MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG -0x1280
/** The block is encrypted, and there is no password. */
#define MBEDTLS_ERR_PEM_PASSWORD_REQUIRED -0x1300
/** The password is wrong. */
#define MBEDTLS_ERR_PEM_PASSWORD_MISMATCH -0x1380
/** The block is encrypted with something that is not available. */
#define MBEDTLS_ERR_PEM_FEATURE_UNAVAILABLE -0x1400
/** An argument is null. */
#define MBEDTLS_ERR_PEM_BAD_INPUT_DATA -0x1480

#endif /* MBEDTLS_COMPAT_PEM_VALUES_H */
