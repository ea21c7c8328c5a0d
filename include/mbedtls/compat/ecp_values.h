/*
 * Constants of mbedtls/ecp.h.
 *
 * Written by hand; mbedtls/ecp.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ECP_VALUES_H
#define MBEDTLS_COMPAT_ECP_VALUES_H

/* ---- Error codes ---- */

/** An argument is null or out of range. */
#define MBEDTLS_ERR_ECP_BAD_INPUT_DATA -0x4F80
/** The caller's buffer is too small. */
#define MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL -0x4F00
/** The curve is not available. */
#define MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE -0x4E80
/** The signature is not valid. */
#define MBEDTLS_ERR_ECP_VERIFY_FAILED -0x4E00
/** Out of memory. */
#define MBEDTLS_ERR_ECP_ALLOC_FAILED -0x4D80
/** The random number generator failed. */
#define MBEDTLS_ERR_ECP_RANDOM_FAILED -0x4D00
/** The key is not one of that curve. */
#define MBEDTLS_ERR_ECP_INVALID_KEY -0x4C80
/** The signature is valid and has bytes behind it. */
#define MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH -0x4C00
/** The operation goes on; call the function again. */
#define MBEDTLS_ERR_ECP_IN_PROGRESS -0x4B00

/* ---- Sizes and formats ---- */

/** How many curves there are, with none. */
#define MBEDTLS_ECP_DP_MAX 14
/** The longest field element, in bits. */
#define MBEDTLS_ECP_MAX_BITS 521
/** The longest field element, in bytes. */
#define MBEDTLS_ECP_MAX_BYTES 66
/** The longest point, in bytes. */
#define MBEDTLS_ECP_MAX_PT_LEN 133
/** A point with both coordinates. */
#define MBEDTLS_ECP_PF_UNCOMPRESSED 0
/** A point with one coordinate and a sign. */
#define MBEDTLS_ECP_PF_COMPRESSED 1
/** TLS 1.2: the curve is given by its number. */
#define MBEDTLS_ECP_TLS_NAMED_CURVE 3
/** Without meaning here; for programs that name it. */
#define MBEDTLS_ECP_WINDOW_SIZE 4
/** Without meaning here; for programs that name it. */
#define MBEDTLS_ECP_FIXED_POINT_OPTIM 1
/** Defined: curve25519 is there. */
#define MBEDTLS_ECP_MONTGOMERY_ENABLED
/** Defined: the NIST curves are there. */
#define MBEDTLS_ECP_SHORT_WEIERSTRASS_ENABLED

/** Without meaning here, since no operation is done in parts; for programs that name it. */
#define MBEDTLS_ECP_BUDGET(ops)

/* ---- Curves ---- */

/** Curves by number. */
typedef enum mbedtls_ecp_group_id {
    /** None; the end of a list. */
    MBEDTLS_ECP_DP_NONE = 0,
    /** secp192r1. */
    MBEDTLS_ECP_DP_SECP192R1 = 1,
    /** secp224r1. */
    MBEDTLS_ECP_DP_SECP224R1 = 2,
    /** secp256r1, P-256. */
    MBEDTLS_ECP_DP_SECP256R1 = 3,
    /** secp384r1, P-384. */
    MBEDTLS_ECP_DP_SECP384R1 = 4,
    /** secp521r1, P-521. */
    MBEDTLS_ECP_DP_SECP521R1 = 5,
    /** brainpoolP256r1. */
    MBEDTLS_ECP_DP_BP256R1 = 6,
    /** brainpoolP384r1. */
    MBEDTLS_ECP_DP_BP384R1 = 7,
    /** brainpoolP512r1. */
    MBEDTLS_ECP_DP_BP512R1 = 8,
    /** Curve25519. */
    MBEDTLS_ECP_DP_CURVE25519 = 9,
    /** secp192k1. */
    MBEDTLS_ECP_DP_SECP192K1 = 10,
    /** secp224k1. */
    MBEDTLS_ECP_DP_SECP224K1 = 11,
    /** secp256k1. */
    MBEDTLS_ECP_DP_SECP256K1 = 12,
    /** Curve448. */
    MBEDTLS_ECP_DP_CURVE448 = 13,
} mbedtls_ecp_group_id;

/** Shapes of curves. */
typedef enum mbedtls_ecp_curve_type {
    /** None. */
    MBEDTLS_ECP_TYPE_NONE = 0,
    /** Short Weierstrass: the NIST curves and others. */
    MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS = 1,
    /** Montgomery: Curve25519 and Curve448. */
    MBEDTLS_ECP_TYPE_MONTGOMERY = 2,
} mbedtls_ecp_curve_type;

#endif /* MBEDTLS_COMPAT_ECP_VALUES_H */
