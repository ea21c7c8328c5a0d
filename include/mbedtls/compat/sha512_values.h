/*
 * Constants of mbedtls/sha512.h.
 *
 * Written by hand; mbedtls/sha512.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SHA512_VALUES_H
#define MBEDTLS_COMPAT_SHA512_VALUES_H

/** An argument is null, or neither SHA-512 nor SHA-384 was chosen. */
#define MBEDTLS_ERR_SHA512_BAD_INPUT_DATA -0x0075

#endif /* MBEDTLS_COMPAT_SHA512_VALUES_H */
