/*
 * Constants of mbedtls/camellia.h.
 *
 * Written by hand; mbedtls/camellia.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CAMELLIA_VALUES_H
#define MBEDTLS_COMPAT_CAMELLIA_VALUES_H

/** Encrypt. */
#define MBEDTLS_CAMELLIA_ENCRYPT 1
/** Decrypt. */
#define MBEDTLS_CAMELLIA_DECRYPT 0
/** An argument is null or out of range. */
#define MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA -0x0024
/** The input is not a whole number of blocks. */
#define MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH -0x0026

#endif /* MBEDTLS_COMPAT_CAMELLIA_VALUES_H */
