/*
 * Constants of mbedtls/lms.h.
 *
 * Written by hand; mbedtls/lms.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_LMS_VALUES_H
#define MBEDTLS_COMPAT_LMS_VALUES_H

/** An argument is not valid for this call. */
#define MBEDTLS_ERR_LMS_BAD_INPUT_DATA -0x0011
/** Every one-time key has been used. */
#define MBEDTLS_ERR_LMS_OUT_OF_PRIVATE_KEYS -0x0013
/** The signature is wrong. */
#define MBEDTLS_ERR_LMS_VERIFY_FAILED -0x0015
/** Out of memory. */
#define MBEDTLS_ERR_LMS_ALLOC_FAILED -0x0017
/** The buffer is too small. */
#define MBEDTLS_ERR_LMS_BUFFER_TOO_SMALL -0x0019

/** The kinds of one-time keys (RFC 8554 section 4.1), by their numbers there. */
typedef enum {
    /** SHA-256, and digits of a byte. */
    MBEDTLS_LMOTS_SHA256_N32_W8 = 4,
} mbedtls_lmots_algorithm_type_t;

/** The kinds of trees (RFC 8554 section 5.1), by their numbers there. */
typedef enum {
    /** SHA-256, and 1024 one-time keys. */
    MBEDTLS_LMS_SHA256_M32_H10 = 6,
} mbedtls_lms_algorithm_type_t;

/** The bytes of a one-time hash, at most. */
#define MBEDTLS_LMOTS_N_HASH_LEN_MAX (32u)
/** The chains of a one-time signature, at most. */
#define MBEDTLS_LMOTS_P_SIG_DIGIT_COUNT_MAX (34u)
/** The bytes of a one-time hash. */
#define MBEDTLS_LMOTS_N_HASH_LEN(type) ((type) == MBEDTLS_LMOTS_SHA256_N32_W8 ? 32u : 0u)
/** The bytes of a tree's identifier. */
#define MBEDTLS_LMOTS_I_KEY_ID_LEN (16u)
/** The bytes of a leaf's number. */
#define MBEDTLS_LMOTS_Q_LEAF_ID_LEN (4u)
/** The bytes of the number of a kind of one-time keys. */
#define MBEDTLS_LMOTS_TYPE_LEN (4u)
/** The chains of a one-time signature. */
#define MBEDTLS_LMOTS_P_SIG_DIGIT_COUNT(type) ((type) == MBEDTLS_LMOTS_SHA256_N32_W8 ? 34u : 0u)
/** The bytes that a one-time signature randomizes the message with. */
#define MBEDTLS_LMOTS_C_RANDOM_VALUE_LEN(type) (MBEDTLS_LMOTS_N_HASH_LEN(type))
/** The bytes of a one-time signature. */
#define MBEDTLS_LMOTS_SIG_LEN(type) \
    (MBEDTLS_LMOTS_TYPE_LEN + MBEDTLS_LMOTS_C_RANDOM_VALUE_LEN(type) + \
     MBEDTLS_LMOTS_P_SIG_DIGIT_COUNT(type) * MBEDTLS_LMOTS_N_HASH_LEN(type))

/** The bytes of the number of a kind of trees. */
#define MBEDTLS_LMS_TYPE_LEN (4)
/** How high a tree is. */
#define MBEDTLS_LMS_H_TREE_HEIGHT(type) ((type) == MBEDTLS_LMS_SHA256_M32_H10 ? 10u : 0u)
/** The bytes of a node. */
#define MBEDTLS_LMS_M_NODE_BYTES(type) ((type) == MBEDTLS_LMS_SHA256_M32_H10 ? 32 : 0)
/** The bytes of a node, at most. */
#define MBEDTLS_LMS_M_NODE_BYTES_MAX 32
/** The bytes of a signature. */
#define MBEDTLS_LMS_SIG_LEN(type, otstype) \
    (MBEDTLS_LMOTS_Q_LEAF_ID_LEN + MBEDTLS_LMOTS_SIG_LEN(otstype) + MBEDTLS_LMS_TYPE_LEN + \
     MBEDTLS_LMS_H_TREE_HEIGHT(type) * MBEDTLS_LMS_M_NODE_BYTES(type))
/** The bytes of a public key. */
#define MBEDTLS_LMS_PUBLIC_KEY_LEN(type) \
    (MBEDTLS_LMS_TYPE_LEN + MBEDTLS_LMOTS_TYPE_LEN + MBEDTLS_LMOTS_I_KEY_ID_LEN + MBEDTLS_LMS_M_NODE_BYTES(type))

#endif /* MBEDTLS_COMPAT_LMS_VALUES_H */
