/*
 * Constants and enumerations of mbedtls/pk.h.
 *
 * Written by hand; mbedtls/pk.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PK_VALUES_H
#define MBEDTLS_COMPAT_PK_VALUES_H

/* ---- Error codes ---- */

/** Out of memory. */
#define MBEDTLS_ERR_PK_ALLOC_FAILED -0x3F80
/** The key is of another kind than the operation needs. */
#define MBEDTLS_ERR_PK_TYPE_MISMATCH -0x3F00
/** An argument is null or out of range, or the context holds no key. */
#define MBEDTLS_ERR_PK_BAD_INPUT_DATA -0x3E80
/** A file cannot be read. */
#define MBEDTLS_ERR_PK_FILE_IO_ERROR -0x3E00
/** The key structure has a version that does not exist. */
#define MBEDTLS_ERR_PK_KEY_INVALID_VERSION -0x3D80
/** The key cannot be parsed. */
#define MBEDTLS_ERR_PK_KEY_INVALID_FORMAT -0x3D00
/** The kind of key is not known. */
#define MBEDTLS_ERR_PK_UNKNOWN_PK_ALG -0x3C80
/** The key is encrypted and no password was given. */
#define MBEDTLS_ERR_PK_PASSWORD_REQUIRED -0x3C00
/** The password does not open the key. */
#define MBEDTLS_ERR_PK_PASSWORD_MISMATCH -0x3B80
/** The public key cannot be parsed. */
#define MBEDTLS_ERR_PK_INVALID_PUBKEY -0x3B00
/** The algorithm identifier cannot be parsed. */
#define MBEDTLS_ERR_PK_INVALID_ALG -0x3A80
/** The curve is not supported. */
#define MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE -0x3A00
/** What was asked for is not part of this library. */
#define MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE -0x3980
/** The signature is valid and has bytes behind it. */
#define MBEDTLS_ERR_PK_SIG_LEN_MISMATCH -0x3900
/** The caller's buffer is too small. */
#define MBEDTLS_ERR_PK_BUFFER_TOO_SMALL -0x3880

/* ---- Sizes ---- */

/** The longest signature, in bytes. */
#define MBEDTLS_PK_SIGNATURE_MAX_SIZE 1024
/** The longest public key on a curve, in bytes. */
#define MBEDTLS_PK_MAX_EC_PUBKEY_RAW_LEN 133u
/** How many parts of a key are listed for debugging. */
#define MBEDTLS_PK_DEBUG_MAX_ITEMS 3

/* ---- Kinds of keys ---- */

/** Kinds of keys, or of signatures. */
typedef enum mbedtls_pk_type_t {
    /** None. */
    MBEDTLS_PK_NONE = 0,
    /** RSA. */
    MBEDTLS_PK_RSA = 1,
    /** A key on a curve, for any use. */
    MBEDTLS_PK_ECKEY = 2,
    /** A key on a curve, for key agreement only. */
    MBEDTLS_PK_ECKEY_DH = 3,
    /** A key on a curve, for signatures only; ECDSA. */
    MBEDTLS_PK_ECDSA = 4,
    /** RSA done by callbacks of the application. */
    MBEDTLS_PK_RSA_ALT = 5,
    /** RSA with PSS padding. */
    MBEDTLS_PK_RSASSA_PSS = 6,
    /** A key that PSA Crypto holds. */
    MBEDTLS_PK_OPAQUE = 7,
} mbedtls_pk_type_t;

/** What a part of a key is, for debugging. */
typedef enum mbedtls_pk_debug_type {
    /** Nothing. */
    MBEDTLS_PK_DEBUG_NONE = 0,
    /** A big number. */
    MBEDTLS_PK_DEBUG_MPI = 1,
    /** A point on a curve. */
    MBEDTLS_PK_DEBUG_ECP = 2,
    /** A point as bytes. */
    MBEDTLS_PK_DEBUG_PSA_EC = 3,
} mbedtls_pk_debug_type;

#endif /* MBEDTLS_COMPAT_PK_VALUES_H */
