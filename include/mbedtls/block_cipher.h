/*
 * mbedtls/block_cipher.h: the block ciphers that GCM and CCM work with. It has types only; no function takes them.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_BLOCK_CIPHER_H
#define MBEDTLS_COMPAT_BLOCK_CIPHER_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/aes.h"
#include "mbedtls/aria.h"
#include "mbedtls/camellia.h"

/** A block cipher. */
typedef enum {
    /** None. */
    MBEDTLS_BLOCK_CIPHER_ID_NONE = 0,
    /** AES. */
    MBEDTLS_BLOCK_CIPHER_ID_AES = 1,
    /** Camellia. */
    MBEDTLS_BLOCK_CIPHER_ID_CAMELLIA = 2,
    /** ARIA. */
    MBEDTLS_BLOCK_CIPHER_ID_ARIA = 3,
} mbedtls_block_cipher_id_t;

/** What does the work of a block cipher. */
typedef enum {
    /** The functions of its own header. */
    MBEDTLS_BLOCK_CIPHER_ENGINE_LEGACY = 0,
    /** PSA Crypto. */
    MBEDTLS_BLOCK_CIPHER_ENGINE_PSA = 1,
} mbedtls_block_cipher_engine_t;

/** A key of one of the ciphers. Its members are private. */
typedef struct mbedtls_block_cipher_context_t {
    mbedtls_block_cipher_id_t MBEDTLS_PRIVATE(id);
    union {
        unsigned int dummy;
        mbedtls_aes_context MBEDTLS_PRIVATE(aes);
        mbedtls_aria_context MBEDTLS_PRIVATE(aria);
        mbedtls_camellia_context MBEDTLS_PRIVATE(camellia);
    } MBEDTLS_PRIVATE(ctx);
} mbedtls_block_cipher_context_t;

#endif /* MBEDTLS_COMPAT_BLOCK_CIPHER_H */
