/*
 * mbedtls/des.h: DES and triple DES.
 *
 * Generated from src/capi/des.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_DES_H
#define MBEDTLS_COMPAT_MBEDTLS_DES_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_des_context mbedtls_des_context;
typedef struct mbedtls_des3_context mbedtls_des3_context;

#include "mbedtls/compat/des_values.h"

/** A key of DES. C code may copy it, and need not free it. Its members are private. */
struct mbedtls_des_context {
    uint32_t MBEDTLS_PRIVATE(sk)[32];
};

/** Two or three keys of DES. C code may copy it, and need not free it. Its members are private. */
struct mbedtls_des3_context {
    uint32_t MBEDTLS_PRIVATE(sk)[96];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for a key.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_des_init(mbedtls_des_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_des_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_des_free(mbedtls_des_context *ctx);

/**
 * Makes a context ready for a key.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_des3_init(mbedtls_des3_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_des3_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_des3_free(mbedtls_des3_context *ctx);

/**
 * Sets the parity bit of each byte, the lowest, so that the bits that are set are odd in number.
 *
 * \param key  The key, 8 bytes. NULL: nothing happens.
 */
void mbedtls_des_key_set_parity(unsigned char *key);

/**
 * Whether every byte of a key has its parity bit as mbedtls_des_key_set_parity() sets it.
 *
 * \param key  The key, 8 bytes.
 *
 * \return  0: it has.
 * \return  1: one has not, or `key` is NULL.
 */
int mbedtls_des_key_check_key_parity(const unsigned char *key);

/**
 * Whether a key is one of the 16 that are weak or weak in pairs: encrypting twice with them gives the text again.
 *
 * \param key  The key, 8 bytes, with its parity bits.
 *
 * \return  0: it is not.
 * \return  1: it is, or `key` is NULL.
 */
int mbedtls_des_key_check_weak(const unsigned char *key);

/**
 * Sets the key for encryption.
 *
 * \param ctx  The context; its former key is forgotten.
 * \param key  8 bytes, the parity bits of which are not looked at; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
 */
int mbedtls_des_setkey_enc(mbedtls_des_context *ctx, const unsigned char *key);

/**
 * Sets the key for decryption.
 *
 * \param ctx  The context; its former key is forgotten.
 * \param key  8 bytes, the parity bits of which are not looked at; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
 */
int mbedtls_des_setkey_dec(mbedtls_des_context *ctx, const unsigned char *key);

/**
 * Sets the keys for encryption: the first, the second, and the first again.
 *
 * \param ctx  The context; its former key is forgotten.
 * \param key  16 bytes, the parity bits of which are not looked at; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
 */
int mbedtls_des3_set2key_enc(mbedtls_des3_context *ctx, const unsigned char *key);

/**
 * Sets the keys for decryption: the first, the second, and the first again.
 *
 * \param ctx  The context; its former key is forgotten.
 * \param key  16 bytes, the parity bits of which are not looked at; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
 */
int mbedtls_des3_set2key_dec(mbedtls_des3_context *ctx, const unsigned char *key);

/**
 * Sets the keys for encryption.
 *
 * \param ctx  The context; its former key is forgotten.
 * \param key  24 bytes, the parity bits of which are not looked at; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
 */
int mbedtls_des3_set3key_enc(mbedtls_des3_context *ctx, const unsigned char *key);

/**
 * Sets the keys for decryption.
 *
 * \param ctx  The context; its former key is forgotten.
 * \param key  24 bytes, the parity bits of which are not looked at; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
 */
int mbedtls_des3_set3key_dec(mbedtls_des3_context *ctx, const unsigned char *key);

/**
 * Encrypts or decrypts one block, as the key was set for.
 *
 * \param ctx     The context with the key.
 * \param input   8 bytes.
 * \param output  Where 8 bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL, or there is no key.
 */
int mbedtls_des_crypt_ecb(mbedtls_des_context *ctx, const unsigned char *input, unsigned char *output);

/**
 * CBC over whole blocks.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT, as the key was set.
 * \param length  The length of the data, in bytes: a multiple of 8.
 * \param iv      The IV, 8 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: `length` is no multiple of 8, `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_des_crypt_cbc(mbedtls_des_context *ctx, int mode, size_t length, unsigned char *iv,
    const unsigned char *input, unsigned char *output);

/**
 * Encrypts or decrypts one block, as the key was set for.
 *
 * \param ctx     The context with the key.
 * \param input   8 bytes.
 * \param output  Where 8 bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL, or there is no key.
 */
int mbedtls_des3_crypt_ecb(mbedtls_des3_context *ctx, const unsigned char *input, unsigned char *output);

/**
 * CBC over whole blocks.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT, as the key was set.
 * \param length  The length of the data, in bytes: a multiple of 8.
 * \param iv      The IV, 8 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: `length` is no multiple of 8, `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_des3_crypt_cbc(mbedtls_des3_context *ctx, int mode, size_t length, unsigned char *iv,
    const unsigned char *input, unsigned char *output);

/**
 * Fills in what a mbedtls_des_context holds, for encryption.
 *
 * \param SK   Where it goes: 32 words, in a form of the library's own. NULL: nothing happens.
 * \param key  The key, 8 bytes.
 */
void mbedtls_des_setkey(uint32_t *SK, const unsigned char *key);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_des_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_DES_H */
