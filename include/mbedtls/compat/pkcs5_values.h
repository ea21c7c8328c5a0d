/*
 * Constants of mbedtls/pkcs5.h.
 *
 * Written by hand; mbedtls/pkcs5.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PKCS5_VALUES_H
#define MBEDTLS_COMPAT_PKCS5_VALUES_H

/* ---- Error codes ---- */

/** An argument is null or does not fit. */
#define MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA -0x2f80
/** The parameters are malformed. */
#define MBEDTLS_ERR_PKCS5_INVALID_FORMAT -0x2f00
/** The scheme, its digest or its cipher is not available. */
#define MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE -0x2e80
/** The password is wrong. */
#define MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH -0x2e00

/* ---- Directions ---- */

/** To decrypt. */
#define MBEDTLS_PKCS5_DECRYPT 0
/** To encrypt. */
#define MBEDTLS_PKCS5_ENCRYPT 1

#endif /* MBEDTLS_COMPAT_PKCS5_VALUES_H */
