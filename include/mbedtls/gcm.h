/*
 * mbedtls/gcm.h: GCM.
 *
 * Generated from src/capi/gcm.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_GCM_H
#define MBEDTLS_COMPAT_MBEDTLS_GCM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"
#include <stdint.h>

typedef struct mbedtls_gcm_context mbedtls_gcm_context;

#include "mbedtls/compat/gcm_values.h"

/** A key of GCM, and a message at work. Its members are private. */
struct mbedtls_gcm_context {
    uint64_t MBEDTLS_PRIVATE(state)[53];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_gcm_setkey().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_gcm_init(mbedtls_gcm_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_gcm_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_gcm_free(mbedtls_gcm_context *ctx);

/**
 * Sets the cipher and its key, for encryption and decryption.
 *
 * \param ctx      The context.
 * \param cipher   MBEDTLS_CIPHER_ID_AES, MBEDTLS_CIPHER_ID_ARIA or MBEDTLS_CIPHER_ID_CAMELLIA.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: another cipher or length, or `ctx` or `key` is NULL.
 */
int mbedtls_gcm_setkey(mbedtls_gcm_context *ctx, mbedtls_cipher_id_t cipher, const unsigned char *key,
    unsigned int keybits);

/**
 * Encrypts or decrypts a whole message and gives its tag. Whoever decrypts has to compare the tag:
 * mbedtls_gcm_auth_decrypt() does.
 *
 * \param ctx      The context with the key.
 * \param mode     MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
 * \param length   The length of the text, in bytes.
 * \param iv       The IV; never twice with the same key.
 * \param iv_len   Its length in bytes, at least 1; 12 is usual.
 * \param add      Data that the tag covers, too. May be NULL if `add_len` is 0.
 * \param add_len  Its length in bytes.
 * \param input    The text.
 * \param output   Where as many bytes go; may be `input`.
 * \param tag_len  How many bytes of the tag are wanted: 4 to 16.
 * \param tag      Where they go.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_gcm_crypt_and_tag(mbedtls_gcm_context *ctx, int mode, size_t length, const unsigned char *iv,
    size_t iv_len, const unsigned char *add, size_t add_len, const unsigned char *input,
    unsigned char *output, size_t tag_len, unsigned char *tag);

/**
 * Decrypts a whole message and compares its tag.
 *
 * \param ctx      The context with the key.
 * \param length   The length of the text, in bytes.
 * \param iv       The IV.
 * \param iv_len   Its length in bytes, at least 1.
 * \param add      Data that the tag covers, too. May be NULL if `add_len` is 0.
 * \param add_len  Its length in bytes.
 * \param tag      The tag, or its first bytes.
 * \param tag_len  How many there are: 4 to 16.
 * \param input    The encrypted text.
 * \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
 *
 * \return  0: the tag is right.
 * \return  MBEDTLS_ERR_GCM_AUTH_FAILED: it is not.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_gcm_auth_decrypt(mbedtls_gcm_context *ctx, size_t length, const unsigned char *iv, size_t iv_len,
    const unsigned char *add, size_t add_len, const unsigned char *tag, size_t tag_len,
    const unsigned char *input, unsigned char *output);

/**
 * Begins a message that comes in pieces: mbedtls_gcm_update_ad(), mbedtls_gcm_update(), mbedtls_gcm_finish() follow.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
 * \param iv      The IV; never twice with the same key.
 * \param iv_len  Its length in bytes, at least 1.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: `iv_len` is 0, a pointer is NULL, or there is no key.
 */
int mbedtls_gcm_starts(mbedtls_gcm_context *ctx, int mode, const unsigned char *iv, size_t iv_len);

/**
 * Takes in data that the tag covers beside the text; all of it before the text.
 *
 * \param ctx      The context, started.
 * \param add      The data. May be NULL if `add_len` is 0.
 * \param add_len  Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: a pointer is NULL.
 */
int mbedtls_gcm_update_ad(mbedtls_gcm_context *ctx, const unsigned char *add, size_t add_len);

/**
 * Encrypts or decrypts the next part of the text. What was decrypted is not to be used before the tag was compared.
 *
 * \param ctx            The context, started.
 * \param input          The part.
 * \param input_length   Its length in bytes.
 * \param output         Where as many bytes go; may be `input`, or end before it begins, but not begin inside of it.
 * \param output_size    The room there.
 * \param output_length  Receives how many bytes were written: `input_length`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL: `output_size` is less than `input_length`.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: the text gets longer than GCM allows, `output` begins inside of the input, a pointer is
 *          NULL, or there is no key.
 */
int mbedtls_gcm_update(mbedtls_gcm_context *ctx, const unsigned char *input, size_t input_length,
    unsigned char *output, size_t output_size, size_t *output_length);

/**
 * Ends a message and gives its tag. Whoever decrypts has to compare it.
 *
 * \param ctx            The context, started.
 * \param output         Not used: mbedtls_gcm_update() has written all of the text. May be NULL.
 * \param output_size    Not used.
 * \param output_length  Receives 0.
 * \param tag            Where the tag goes.
 * \param tag_len        How many bytes of it are wanted: 4 to 16.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: `tag_len` is out of range, or a pointer is NULL.
 */
int mbedtls_gcm_finish(mbedtls_gcm_context *ctx, unsigned char *output, size_t output_size,
    size_t *output_length, unsigned char *tag, size_t tag_len);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_gcm_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_GCM_H */
