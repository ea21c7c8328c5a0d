/*
 * Constants of mbedtls/cmac.h.
 *
 * Written by hand; mbedtls/cmac.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CMAC_VALUES_H
#define MBEDTLS_COMPAT_CMAC_VALUES_H

#include <stddef.h>

/** The length of a block of AES, in bytes. */
#define MBEDTLS_AES_BLOCK_SIZE 16
/** The length of a block of triple DES, in bytes. */
#define MBEDTLS_DES3_BLOCK_SIZE 8
/** The longest block of any cipher, in bytes. */
#define MBEDTLS_CIPHER_BLKSIZE_MAX 16
/** The longest block of a cipher that CMAC is used with, in bytes. */
#define MBEDTLS_CMAC_MAX_BLOCK_SIZE 16

/** The state of a CMAC, inside of a cipher context. Its members are private. */
struct mbedtls_cmac_context_t {
    unsigned char MBEDTLS_PRIVATE(state)[MBEDTLS_CMAC_MAX_BLOCK_SIZE];
    unsigned char MBEDTLS_PRIVATE(unprocessed_block)[MBEDTLS_CMAC_MAX_BLOCK_SIZE];
    size_t MBEDTLS_PRIVATE(unprocessed_len);
};

#endif /* MBEDTLS_COMPAT_CMAC_VALUES_H */
