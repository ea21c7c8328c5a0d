/*
 * mbedtls/aes.h: AES.
 *
 * Generated from src/capi/aes/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_AES_H
#define MBEDTLS_COMPAT_MBEDTLS_AES_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_aes_context mbedtls_aes_context;
typedef struct mbedtls_aes_xts_context mbedtls_aes_xts_context;

#include "mbedtls/compat/aes_values.h"

/** An AES key. C code may copy it, and need not free it. Its members are private. */
struct mbedtls_aes_context {
    int MBEDTLS_PRIVATE(nr);
    size_t MBEDTLS_PRIVATE(rk_offset);
    uint32_t MBEDTLS_PRIVATE(buf)[68];
};

/** The two keys of AES in XTS mode. Its members are private. */
struct mbedtls_aes_xts_context {
    mbedtls_aes_context MBEDTLS_PRIVATE(crypt);
    mbedtls_aes_context MBEDTLS_PRIVATE(tweak);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for a key.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_aes_init(mbedtls_aes_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_aes_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_aes_free(mbedtls_aes_context *ctx);

/**
 * Sets the key for encryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an AES key.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
 */
int mbedtls_aes_setkey_enc(mbedtls_aes_context *ctx, const unsigned char *key, unsigned int keybits);

/**
 * Sets the key for decryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an AES key.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
 */
int mbedtls_aes_setkey_dec(mbedtls_aes_context *ctx, const unsigned char *key, unsigned int keybits);

/**
 * Encrypts or decrypts one block.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param input   16 bytes.
 * \param output  Where 16 bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_aes_crypt_ecb(mbedtls_aes_context *ctx, int mode, const unsigned char *input,
    unsigned char *output);

/**
 * Encrypts one block; the same as mbedtls_aes_crypt_ecb().
 *
 * \param ctx     The context with the key.
 * \param input   16 bytes.
 * \param output  Where 16 bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: a pointer is NULL, or there is no key.
 */
int mbedtls_internal_aes_encrypt(mbedtls_aes_context *ctx, const unsigned char *input, unsigned char *output);

/**
 * Decrypts one block; the same as mbedtls_aes_crypt_ecb().
 *
 * \param ctx     The context with the key.
 * \param input   16 bytes.
 * \param output  Where 16 bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: a pointer is NULL, or there is no key.
 */
int mbedtls_internal_aes_decrypt(mbedtls_aes_context *ctx, const unsigned char *input, unsigned char *output);

/**
 * CBC over whole blocks.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length  The length of the data, in bytes: a multiple of 16.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: `length` is no multiple of 16.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_aes_crypt_cbc(mbedtls_aes_context *ctx, int mode, size_t length, unsigned char *iv,
    const unsigned char *input, unsigned char *output);

/**
 * CFB with segments of a block, on data of any length; what goes on later goes on where this ended.
 *
 * \param ctx     The context, with the key set for encryption whatever `mode` is.
 * \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length  The length of the data, in bytes.
 * \param iv_off  Where in the IV to go on, 0 to 15: 0 at first; afterwards where data that goes on will.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, `iv_off` is over 15, a pointer is NULL, or there is no key.
 */
int mbedtls_aes_crypt_cfb128(mbedtls_aes_context *ctx, int mode, size_t length, size_t *iv_off,
    unsigned char *iv, const unsigned char *input, unsigned char *output);

/**
 * CFB with segments of a byte.
 *
 * \param ctx     The context, with the key set for encryption whatever `mode` is.
 * \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length  The length of the data, in bytes.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_aes_crypt_cfb8(mbedtls_aes_context *ctx, int mode, size_t length, unsigned char *iv,
    const unsigned char *input, unsigned char *output);

/**
 * OFB, which is the same for both directions, on data of any length; what goes on later goes on where this ended.
 *
 * \param ctx     The context, with the key set for encryption.
 * \param length  The length of the data, in bytes.
 * \param iv_off  Where in the IV to go on, 0 to 15: 0 at first; afterwards where data that goes on will.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `iv_off` is over 15, a pointer is NULL, or there is no key.
 */
int mbedtls_aes_crypt_ofb(mbedtls_aes_context *ctx, size_t length, size_t *iv_off, unsigned char *iv,
    const unsigned char *input, unsigned char *output);

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
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `nc_off` is over 15, a pointer is NULL, or there is no key.
 */
int mbedtls_aes_crypt_ctr(mbedtls_aes_context *ctx, size_t length, size_t *nc_off,
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
int mbedtls_aes_self_test(int verbose);

/**
 * Makes a context ready for a key.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_aes_xts_init(mbedtls_aes_xts_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_aes_xts_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_aes_xts_free(mbedtls_aes_xts_context *ctx);

/**
 * Sets the key for encryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 256 or 512, that of both halves.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an XTS key.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
 */
int mbedtls_aes_xts_setkey_enc(mbedtls_aes_xts_context *ctx, const unsigned char *key, unsigned int keybits);

/**
 * Sets the key for decryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 256 or 512, that of both halves.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an XTS key.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
 */
int mbedtls_aes_xts_setkey_dec(mbedtls_aes_xts_context *ctx, const unsigned char *key, unsigned int keybits);

/**
 * XTS over one data unit, such as a sector of a disk.
 *
 * \param ctx        The context with the keys.
 * \param mode       MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length     The length of the data unit, in bytes: 16 to 2^24.
 * \param data_unit  Its number, 16 bytes, the lowest first.
 * \param input      The data.
 * \param output     Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: `length` is out of range.
 * \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_aes_crypt_xts(mbedtls_aes_xts_context *ctx, int mode, size_t length,
    const unsigned char *data_unit, const unsigned char *input, unsigned char *output);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_AES_H */
