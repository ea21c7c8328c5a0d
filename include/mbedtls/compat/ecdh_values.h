/*
 * Enumerations of mbedtls/ecdh.h.
 *
 * Written by hand; mbedtls/ecdh.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ECDH_VALUES_H
#define MBEDTLS_COMPAT_ECDH_VALUES_H

/** Whose key it is. */
typedef enum mbedtls_ecdh_side {
    /** Ours. */
    MBEDTLS_ECDH_OURS = 0,
    /** The peer's. */
    MBEDTLS_ECDH_THEIRS = 1,
} mbedtls_ecdh_side;

/** Who keeps the numbers of an agreement. */
typedef enum mbedtls_ecdh_variant {
    /** Nobody. */
    MBEDTLS_ECDH_VARIANT_NONE = 0,
    /** The agreement itself. */
    MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0 = 1,
} mbedtls_ecdh_variant;

#endif /* MBEDTLS_COMPAT_ECDH_VALUES_H */
