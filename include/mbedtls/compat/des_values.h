/*
 * Constants of mbedtls/des.h.
 *
 * Written by hand; mbedtls/des.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_DES_VALUES_H
#define MBEDTLS_COMPAT_DES_VALUES_H

/** Encrypt. */
#define MBEDTLS_DES_ENCRYPT 1
/** Decrypt. */
#define MBEDTLS_DES_DECRYPT 0
/** The length of a key, in bytes. */
#define MBEDTLS_DES_KEY_SIZE 8
/** The input is not a whole number of blocks. */
#define MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH -0x0032

#endif /* MBEDTLS_COMPAT_DES_VALUES_H */
