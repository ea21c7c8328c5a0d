/*
 * Constants of mbedtls/rsa.h.
 *
 * Written by hand; mbedtls/rsa.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_RSA_VALUES_H
#define MBEDTLS_COMPAT_RSA_VALUES_H

/* ---- Error codes ---- */

/** An argument is null or out of range. */
#define MBEDTLS_ERR_RSA_BAD_INPUT_DATA -0x4080
/** The padding is not legal. */
#define MBEDTLS_ERR_RSA_INVALID_PADDING -0x4100
/** A key could not be made. */
#define MBEDTLS_ERR_RSA_KEY_GEN_FAILED -0x4180
/** The key is not an RSA key. */
#define MBEDTLS_ERR_RSA_KEY_CHECK_FAILED -0x4200
/** The public operation failed. */
#define MBEDTLS_ERR_RSA_PUBLIC_FAILED -0x4280
/** The private operation failed. */
#define MBEDTLS_ERR_RSA_PRIVATE_FAILED -0x4300
/** The signature is not valid. */
#define MBEDTLS_ERR_RSA_VERIFY_FAILED -0x4380
/** The caller's buffer is too small. */
#define MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE -0x4400
/** The random number generator failed. */
#define MBEDTLS_ERR_RSA_RNG_FAILED -0x4480

/* ---- Arguments ---- */

/** PKCS #1 v1.5 padding. */
#define MBEDTLS_RSA_PKCS_V15 0
/** PKCS #1 v2.1 padding: OAEP and PSS. */
#define MBEDTLS_RSA_PKCS_V21 1
/** Padding for signatures. */
#define MBEDTLS_RSA_SIGN 1
/** Padding for encryption. */
#define MBEDTLS_RSA_CRYPT 2
/** The salt of a PSS signature may have any length. */
#define MBEDTLS_RSA_SALT_LEN_ANY -1
/** The shortest key that is made, in bits. */
#define MBEDTLS_RSA_GEN_KEY_MIN_BITS 1024

#endif /* MBEDTLS_COMPAT_RSA_VALUES_H */
