/*
 * Constants of mbedtls/aes.h.
 *
 * Written by hand; mbedtls/aes.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_AES_VALUES_H
#define MBEDTLS_COMPAT_AES_VALUES_H

/** Encrypt. */
#define MBEDTLS_AES_ENCRYPT 1
/** Decrypt. */
#define MBEDTLS_AES_DECRYPT 0
/** The key is not of 128, 192 or 256 bits. */
#define MBEDTLS_ERR_AES_INVALID_KEY_LENGTH -0x0020
/** The input is not a whole number of blocks. */
#define MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH -0x0022
/** An argument is null or out of range. */
#define MBEDTLS_ERR_AES_BAD_INPUT_DATA -0x0021

#endif /* MBEDTLS_COMPAT_AES_VALUES_H */
