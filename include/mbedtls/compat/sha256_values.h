/*
 * Constants of mbedtls/sha256.h.
 *
 * Written by hand; mbedtls/sha256.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SHA256_VALUES_H
#define MBEDTLS_COMPAT_SHA256_VALUES_H

/** An argument is null, or neither SHA-256 nor SHA-224 was chosen. */
#define MBEDTLS_ERR_SHA256_BAD_INPUT_DATA -0x0074

#endif /* MBEDTLS_COMPAT_SHA256_VALUES_H */
