/*
 * Constants of mbedtls/pkcs12.h.
 *
 * Written by hand; mbedtls/pkcs12.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PKCS12_VALUES_H
#define MBEDTLS_COMPAT_PKCS12_VALUES_H

/* ---- Error codes ---- */

/** An argument is null or does not fit. */
#define MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA -0x1F80
/** The cipher is not available. */
#define MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE -0x1F00
/** The parameters are malformed. */
#define MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT -0x1E80
/** The password is wrong. */
#define MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH -0x1E00

/* ---- What bytes are derived for ---- */

/** A key. */
#define MBEDTLS_PKCS12_DERIVE_KEY 1
/** An initialisation vector. */
#define MBEDTLS_PKCS12_DERIVE_IV 2
/** The key of a MAC. */
#define MBEDTLS_PKCS12_DERIVE_MAC_KEY 3

/* ---- Directions ---- */

/** To decrypt. */
#define MBEDTLS_PKCS12_PBE_DECRYPT 0
/** To encrypt. */
#define MBEDTLS_PKCS12_PBE_ENCRYPT 1

#endif /* MBEDTLS_COMPAT_PKCS12_VALUES_H */
