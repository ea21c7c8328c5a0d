/*
 * Constants of mbedtls/md.h.
 *
 * Written by hand; mbedtls/md.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MD_VALUES_H
#define MBEDTLS_COMPAT_MD_VALUES_H

/* ---- Error codes ---- */

/** The digest is not available. */
#define MBEDTLS_ERR_MD_FEATURE_UNAVAILABLE -0x5080
/** An argument is null or does not fit the state of the context. */
#define MBEDTLS_ERR_MD_BAD_INPUT_DATA -0x5100
/** Out of memory. */
#define MBEDTLS_ERR_MD_ALLOC_FAILED -0x5180
/** A file cannot be read. */
#define MBEDTLS_ERR_MD_FILE_IO_ERROR -0x5200

/* ---- Sizes ---- */

/** The longest digest, in bytes. */
#define MBEDTLS_MD_MAX_SIZE 64
/** The longest block, in bytes. */
#define MBEDTLS_MD_MAX_BLOCK_SIZE 144

/* ---- Digests ---- */

/** Digests by number. */
typedef enum mbedtls_md_type_t {
    /** None. */
    MBEDTLS_MD_NONE = 0,
    /** MD5: broken. */
    MBEDTLS_MD_MD5 = 3,
    /** RIPEMD-160. */
    MBEDTLS_MD_RIPEMD160 = 4,
    /** SHA-1: broken. */
    MBEDTLS_MD_SHA1 = 5,
    /** SHA-224. */
    MBEDTLS_MD_SHA224 = 8,
    /** SHA-256. */
    MBEDTLS_MD_SHA256 = 9,
    /** SHA-384. */
    MBEDTLS_MD_SHA384 = 10,
    /** SHA-512. */
    MBEDTLS_MD_SHA512 = 11,
    /** SHA3-224. */
    MBEDTLS_MD_SHA3_224 = 16,
    /** SHA3-256. */
    MBEDTLS_MD_SHA3_256 = 17,
    /** SHA3-384. */
    MBEDTLS_MD_SHA3_384 = 18,
    /** SHA3-512. */
    MBEDTLS_MD_SHA3_512 = 19,
} mbedtls_md_type_t;

/** Who computes a digest. */
typedef enum mbedtls_md_engine_t {
    /** The library itself. */
    MBEDTLS_MD_ENGINE_LEGACY = 0,
    /** PSA Crypto. */
    MBEDTLS_MD_ENGINE_PSA = 1,
} mbedtls_md_engine_t;

#endif /* MBEDTLS_COMPAT_MD_VALUES_H */
