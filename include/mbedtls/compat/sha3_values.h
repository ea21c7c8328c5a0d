/*
 * Constants of mbedtls/sha3.h.
 *
 * Written by hand; mbedtls/sha3.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SHA3_VALUES_H
#define MBEDTLS_COMPAT_SHA3_VALUES_H

/** An argument is null or does not fit. */
#define MBEDTLS_ERR_SHA3_BAD_INPUT_DATA -0x0076

/** Digests of the SHA-3 family by number. */
typedef enum mbedtls_sha3_id {
    /** None. */
    MBEDTLS_SHA3_NONE = 0,
    /** SHA3-224. */
    MBEDTLS_SHA3_224 = 1,
    /** SHA3-256. */
    MBEDTLS_SHA3_256 = 2,
    /** SHA3-384. */
    MBEDTLS_SHA3_384 = 3,
    /** SHA3-512. */
    MBEDTLS_SHA3_512 = 4,
} mbedtls_sha3_id;

#endif /* MBEDTLS_COMPAT_SHA3_VALUES_H */
