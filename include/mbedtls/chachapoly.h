/*
 * mbedtls/chachapoly.h: ChaCha20-Poly1305.
 *
 * Generated from src/capi/chachapoly.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CHACHAPOLY_H
#define MBEDTLS_COMPAT_MBEDTLS_CHACHAPOLY_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/poly1305.h"
#include "mbedtls/chacha20.h"

typedef struct mbedtls_chachapoly_context mbedtls_chachapoly_context;

#include "mbedtls/compat/chachapoly_values.h"

/** A key, and a message at work. Its members are private. */
struct mbedtls_chachapoly_context {
    uint64_t MBEDTLS_PRIVATE(state)[30];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_chachapoly_setkey().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_chachapoly_init(mbedtls_chachapoly_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_chachapoly_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_chachapoly_free(mbedtls_chachapoly_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx  The context.
 * \param key  32 bytes; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chachapoly_setkey(mbedtls_chachapoly_context *ctx, const unsigned char *key);

/**
 * Begins a message that comes in pieces: mbedtls_chachapoly_update_aad(), mbedtls_chachapoly_update() and
 * mbedtls_chachapoly_finish() follow.
 *
 * \param ctx    The context with the key.
 * \param nonce  12 bytes; never twice with the same key.
 * \param mode   MBEDTLS_CHACHAPOLY_ENCRYPT or MBEDTLS_CHACHAPOLY_DECRYPT.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chachapoly_starts(mbedtls_chachapoly_context *ctx, const unsigned char *nonce,
    mbedtls_chachapoly_mode_t mode);

/**
 * Takes in data that only the tag covers; all of it before the text.
 *
 * \param ctx      The context, with a message begun.
 * \param aad      The data. May be NULL if `aad_len` is 0.
 * \param aad_len  Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun, or there was text already.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chachapoly_update_aad(mbedtls_chachapoly_context *ctx, const unsigned char *aad, size_t aad_len);

/**
 * Encrypts or decrypts the next part of the text. What was decrypted is not to be used before the tag was compared.
 *
 * \param ctx     The context, with a message begun.
 * \param len     The length of the part, in bytes.
 * \param input   The part.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chachapoly_update(mbedtls_chachapoly_context *ctx, size_t len, const unsigned char *input,
    unsigned char *output);

/**
 * Ends a message and gives its tag. Whoever decrypts has to compare it.
 *
 * \param ctx  The context, with a message begun.
 * \param mac  Where the tag goes: 16 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chachapoly_finish(mbedtls_chachapoly_context *ctx, unsigned char *mac);

/**
 * Encrypts a whole message and gives its tag.
 *
 * \param ctx      The context with the key.
 * \param length   The length of the text, in bytes.
 * \param nonce    12 bytes; never twice with the same key.
 * \param aad      Data that the tag covers, too. May be NULL if `aad_len` is 0.
 * \param aad_len  Its length in bytes.
 * \param input    The text.
 * \param output   Where as many bytes go; may be `input`.
 * \param tag      Where the tag goes: 16 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chachapoly_encrypt_and_tag(mbedtls_chachapoly_context *ctx, size_t length,
    const unsigned char *nonce, const unsigned char *aad, size_t aad_len, const unsigned char *input,
    unsigned char *output, unsigned char *tag);

/**
 * Decrypts a whole message and compares its tag.
 *
 * \param ctx      The context with the key.
 * \param length   The length of the text, in bytes.
 * \param nonce    12 bytes.
 * \param aad      Data that the tag covers, too. May be NULL if `aad_len` is 0.
 * \param aad_len  Its length in bytes.
 * \param tag      The tag: 16 bytes.
 * \param input    The encrypted text.
 * \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
 *
 * \return  0: the tag is right.
 * \return  MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED: it is not.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chachapoly_auth_decrypt(mbedtls_chachapoly_context *ctx, size_t length,
    const unsigned char *nonce, const unsigned char *aad, size_t aad_len, const unsigned char *tag,
    const unsigned char *input, unsigned char *output);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_chachapoly_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_CHACHAPOLY_H */
