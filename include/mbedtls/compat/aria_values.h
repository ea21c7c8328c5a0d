/*
 * Constants of mbedtls/aria.h.
 *
 * Written by hand; mbedtls/aria.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ARIA_VALUES_H
#define MBEDTLS_COMPAT_ARIA_VALUES_H

/** Encrypt. */
#define MBEDTLS_ARIA_ENCRYPT 1
/** Decrypt. */
#define MBEDTLS_ARIA_DECRYPT 0
/** The length of a block, in bytes. */
#define MBEDTLS_ARIA_BLOCKSIZE 16
/** The most rounds, those of the longest key. */
#define MBEDTLS_ARIA_MAX_ROUNDS 16
/** The longest key, in bytes. */
#define MBEDTLS_ARIA_MAX_KEYSIZE 32
/** An argument is null or out of range. */
#define MBEDTLS_ERR_ARIA_BAD_INPUT_DATA -0x005C
/** The input is not a whole number of blocks. */
#define MBEDTLS_ERR_ARIA_INVALID_INPUT_LENGTH -0x005E

#endif /* MBEDTLS_COMPAT_ARIA_VALUES_H */
