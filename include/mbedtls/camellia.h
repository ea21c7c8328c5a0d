/*
 * mbedtls/camellia.h: Camellia.
 *
 * Generated from src/capi/camellia.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CAMELLIA_H
#define MBEDTLS_COMPAT_MBEDTLS_CAMELLIA_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_camellia_context mbedtls_camellia_context;

#include "mbedtls/compat/camellia_values.h"

/** A key of Camellia. C code may copy it, and need not free it. Its members are private. */
struct mbedtls_camellia_context {
    int MBEDTLS_PRIVATE(nr);
    uint32_t MBEDTLS_PRIVATE(rk)[68];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for a key.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_camellia_init(mbedtls_camellia_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_camellia_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_camellia_free(mbedtls_camellia_context *ctx);

/**
 * Sets the key for encryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: that is no length of a key of Camellia, or `ctx` or `key` is NULL.
 */
int mbedtls_camellia_setkey_enc(mbedtls_camellia_context *ctx, const unsigned char *key,
    unsigned int keybits);

/**
 * Sets the key for decryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: that is no length of a key of Camellia, or `ctx` or `key` is NULL.
 */
int mbedtls_camellia_setkey_dec(mbedtls_camellia_context *ctx, const unsigned char *key,
    unsigned int keybits);

/**
 * Encrypts or decrypts one block.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT; the key decides which of them.
 * \param input   16 bytes.
 * \param output  Where 16 bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_camellia_crypt_ecb(mbedtls_camellia_context *ctx, int mode, const unsigned char *input,
    unsigned char *output);

/**
 * CBC over whole blocks.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT, as the key was set.
 * \param length  The length of the data, in bytes: a multiple of 16.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH: `length` is no multiple of 16.
 * \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_camellia_crypt_cbc(mbedtls_camellia_context *ctx, int mode, size_t length, unsigned char *iv,
    const unsigned char *input, unsigned char *output);

/**
 * CFB with segments of a block, on data of any length; what goes on later goes on where this ended.
 *
 * \param ctx     The context, with the key set for encryption whatever `mode` is.
 * \param mode    MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT.
 * \param length  The length of the data, in bytes.
 * \param iv_off  Where in the IV to go on, 0 to 15: 0 at first; afterwards where data that goes on will.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `mode` is neither, `iv_off` is over 15, a pointer is NULL, or there is no key.
 */
int mbedtls_camellia_crypt_cfb128(mbedtls_camellia_context *ctx, int mode, size_t length, size_t *iv_off,
    unsigned char *iv, const unsigned char *input, unsigned char *output);

/**
 * CTR, which is the same for both directions, on data of any length; what goes on later goes on where this ended.
 *
 * \param ctx            The context, with the key set for encryption.
 * \param length         The length of the data, in bytes.
 * \param nc_off         Where in `stream_block` to go on, 0 to 15: 0 at first.
 * \param nonce_counter  The counter, 16 bytes; afterwards that of the next block.
 * \param stream_block   16 bytes that belong to the library between the calls.
 * \param input          The data.
 * \param output         Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `nc_off` is over 15, a pointer is NULL, or there is no key.
 */
int mbedtls_camellia_crypt_ctr(mbedtls_camellia_context *ctx, size_t length, size_t *nc_off,
    unsigned char *nonce_counter, unsigned char *stream_block, const unsigned char *input,
    unsigned char *output);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_camellia_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_CAMELLIA_H */
