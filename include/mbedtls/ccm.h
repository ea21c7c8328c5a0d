/*
 * mbedtls/ccm.h: CCM.
 *
 * Generated from src/capi/ccm/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CCM_H
#define MBEDTLS_COMPAT_MBEDTLS_CCM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

typedef struct mbedtls_ccm_context mbedtls_ccm_context;

#include "mbedtls/compat/ccm_values.h"

/** A key of CCM, and a message at work. Its members are private. */
struct mbedtls_ccm_context {
    uint64_t MBEDTLS_PRIVATE(state)[22];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_ccm_setkey().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_ccm_init(mbedtls_ccm_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_ccm_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_ccm_free(mbedtls_ccm_context *ctx);

/**
 * Sets the cipher and its key, for encryption and decryption.
 *
 * \param ctx      The context.
 * \param cipher   MBEDTLS_CIPHER_ID_AES, MBEDTLS_CIPHER_ID_ARIA or MBEDTLS_CIPHER_ID_CAMELLIA.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: another cipher or length, or `ctx` or `key` is NULL.
 */
int mbedtls_ccm_setkey(mbedtls_ccm_context *ctx, mbedtls_cipher_id_t cipher, const unsigned char *key,
    unsigned int keybits);

/**
 * Encrypts a whole message with CCM and gives its tag.
 *
 * \param ctx      The context with the key.
 * \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
 * \param iv       The nonce; never twice with the same key.
 * \param iv_len   Its length in bytes: 7 to 13.
 * \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
 * \param ad_len   Its length in bytes: less than 2^16 - 2^8.
 * \param input    The text.
 * \param output   Where as many bytes go; may be `input`.
 * \param tag      Where the tag goes.
 * \param tag_len  Its length in bytes: 4, 6 .. 16.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_ccm_encrypt_and_tag(mbedtls_ccm_context *ctx, size_t length, const unsigned char *iv,
    size_t iv_len, const unsigned char *ad, size_t ad_len, const unsigned char *input, unsigned char *output,
    unsigned char *tag, size_t tag_len);

/**
 * Encrypts a whole message with CCM* and gives its tag.
 *
 * \param ctx      The context with the key.
 * \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
 * \param iv       The nonce; never twice with the same key.
 * \param iv_len   Its length in bytes: 7 to 13.
 * \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
 * \param ad_len   Its length in bytes: less than 2^16 - 2^8.
 * \param input    The text.
 * \param output   Where as many bytes go; may be `input`.
 * \param tag      Where the tag goes. May be NULL if `tag_len` is 0.
 * \param tag_len  Its length in bytes: 0, or 4, 6 .. 16.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_ccm_star_encrypt_and_tag(mbedtls_ccm_context *ctx, size_t length, const unsigned char *iv,
    size_t iv_len, const unsigned char *ad, size_t ad_len, const unsigned char *input, unsigned char *output,
    unsigned char *tag, size_t tag_len);

/**
 * Decrypts a whole message with CCM and compares its tag.
 *
 * \param ctx      The context with the key.
 * \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
 * \param iv       The nonce.
 * \param iv_len   Its length in bytes: 7 to 13.
 * \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
 * \param ad_len   Its length in bytes: less than 2^16 - 2^8.
 * \param input    The encrypted text.
 * \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
 * \param tag      The tag.
 * \param tag_len  Its length in bytes: 4, 6 .. 16.
 *
 * \return  0: the tag is right.
 * \return  MBEDTLS_ERR_CCM_AUTH_FAILED: it is not.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_ccm_auth_decrypt(mbedtls_ccm_context *ctx, size_t length, const unsigned char *iv, size_t iv_len,
    const unsigned char *ad, size_t ad_len, const unsigned char *input, unsigned char *output,
    const unsigned char *tag, size_t tag_len);

/**
 * Decrypts a whole message with CCM* and compares its tag.
 *
 * \param ctx      The context with the key.
 * \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
 * \param iv       The nonce.
 * \param iv_len   Its length in bytes: 7 to 13.
 * \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
 * \param ad_len   Its length in bytes: less than 2^16 - 2^8.
 * \param input    The encrypted text.
 * \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
 * \param tag      The tag. May be NULL if `tag_len` is 0: nothing is authenticated then.
 * \param tag_len  Its length in bytes: 0, or 4, 6 .. 16.
 *
 * \return  0: the tag is right.
 * \return  MBEDTLS_ERR_CCM_AUTH_FAILED: it is not.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_ccm_star_auth_decrypt(mbedtls_ccm_context *ctx, size_t length, const unsigned char *iv,
    size_t iv_len, const unsigned char *ad, size_t ad_len, const unsigned char *input, unsigned char *output,
    const unsigned char *tag, size_t tag_len);

/**
 * Begins a message that comes in pieces: mbedtls_ccm_set_lengths(), mbedtls_ccm_update_ad(), mbedtls_ccm_update() and
 * mbedtls_ccm_finish() follow.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_CCM_ENCRYPT, MBEDTLS_CCM_DECRYPT, MBEDTLS_CCM_STAR_ENCRYPT or MBEDTLS_CCM_STAR_DECRYPT.
 * \param iv      The nonce; never twice with the same key.
 * \param iv_len  Its length in bytes: 7 to 13.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_ccm_starts(mbedtls_ccm_context *ctx, int mode, const unsigned char *iv, size_t iv_len);

/**
 * Says how long the parts of a message are, before the first of them.
 *
 * \param ctx            The context.
 * \param total_ad_len   The length of the data that only the tag covers, in bytes: less than 2^16 - 2^8.
 * \param plaintext_len  The length of the text, in bytes.
 * \param tag_len        The length of the tag, in bytes: 4, 6 .. 16, or for CCM* 0, with which the text may have any length.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, or `ctx` is NULL.
 */
int mbedtls_ccm_set_lengths(mbedtls_ccm_context *ctx, size_t total_ad_len, size_t plaintext_len,
    size_t tag_len);

/**
 * Takes in data that only the tag covers; all of it before the text.
 *
 * \param ctx     The context, started, with lengths.
 * \param ad      The data. May be NULL if `ad_len` is 0.
 * \param ad_len  Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: it is more than was said, the message is not begun, or a pointer is NULL.
 */
int mbedtls_ccm_update_ad(mbedtls_ccm_context *ctx, const unsigned char *ad, size_t ad_len);

/**
 * Encrypts or decrypts the next part of the text. What was decrypted is not to be used before the tag was compared.
 *
 * \param ctx          The context, started, with lengths, and all data taken in that only the tag covers.
 * \param input        The part.
 * \param input_len    Its length in bytes.
 * \param output       Where as many bytes go; may be `input`.
 * \param output_size  The room there.
 * \param output_len   Receives how many bytes were written: `input_len`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: it is more than was said or more than there is room for, the message is not begun, or a
 *          pointer is NULL.
 */
int mbedtls_ccm_update(mbedtls_ccm_context *ctx, const unsigned char *input, size_t input_len,
    unsigned char *output, size_t output_size, size_t *output_len);

/**
 * Ends a message and gives its tag. Whoever decrypts has to compare it.
 *
 * \param ctx      The context, with everything taken in.
 * \param tag      Where the tag goes. May be NULL if `tag_len` is 0.
 * \param tag_len  Its length in bytes, as it was said before.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CCM_BAD_INPUT: something is missing of the message, another length was said, or a pointer is NULL.
 */
int mbedtls_ccm_finish(mbedtls_ccm_context *ctx, unsigned char *tag, size_t tag_len);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_ccm_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_CCM_H */
