/*
 * Constants of mbedtls/ecdsa.h.
 *
 * Written by hand; mbedtls/ecdsa.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ECDSA_VALUES_H
#define MBEDTLS_COMPAT_ECDSA_VALUES_H

/** The longest signature of a curve whose order has that many bits, in bytes: two numbers and their frame. */
#define MBEDTLS_ECDSA_MAX_SIG_LEN(bits) \
    (((bits) >= 61 * 8 ? 3 : 2) + 2 * (((bits) >= 127 * 8 ? 3 : 2) + ((bits) + 8) / 8))

/** The longest signature, in bytes. */
#define MBEDTLS_ECDSA_MAX_LEN MBEDTLS_ECDSA_MAX_SIG_LEN(MBEDTLS_ECP_MAX_BITS)

#endif /* MBEDTLS_COMPAT_ECDSA_VALUES_H */
