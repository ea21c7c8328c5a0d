/*
 * mbedtls/cipher.h: Symmetric ciphers: every cipher and mode behind one type.
 *
 * Generated from src/capi/cipher/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CIPHER_H
#define MBEDTLS_COMPAT_MBEDTLS_CIPHER_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>

typedef struct mbedtls_cmac_context_t mbedtls_cmac_context_t;
typedef struct mbedtls_cipher_context_t mbedtls_cipher_context_t;

#include "mbedtls/compat/cipher_values.h"

/** The state of a CMAC: mbedtls/cmac.h has it. */
struct mbedtls_cmac_context_t;

/** A cipher at work. Its members are private. */
struct mbedtls_cipher_context_t {
    /** Which cipher; null before setup. */
    const mbedtls_cipher_info_t *MBEDTLS_PRIVATE(cipher_info);
    int MBEDTLS_PRIVATE(key_bitlen);
    /** Encrypting, decrypting, or not yet set. */
    mbedtls_operation_t MBEDTLS_PRIVATE(operation);
    void (*MBEDTLS_PRIVATE(add_padding))(unsigned char *output, size_t output_len, size_t data_len);
    int (*MBEDTLS_PRIVATE(get_padding))(unsigned char *input, size_t input_len, size_t *data_len,
        size_t *invalid_padding);
    unsigned char MBEDTLS_PRIVATE(unprocessed_data)[16];
    size_t MBEDTLS_PRIVATE(unprocessed_len);
    unsigned char MBEDTLS_PRIVATE(iv)[16];
    /** The length of the IV in bytes, where it varies. */
    size_t MBEDTLS_PRIVATE(iv_size);
    void *MBEDTLS_PRIVATE(cipher_ctx);
    mbedtls_cmac_context_t *MBEDTLS_PRIVATE(cmac_ctx);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_cipher_setup().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_cipher_init(mbedtls_cipher_context_t *ctx);

/**
 * Releases and wipes what a context holds; afterwards it is as mbedtls_cipher_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_cipher_free(mbedtls_cipher_context_t *ctx);

/**
 * Chooses the cipher of a context. What uses CBC mode chooses the padding as well, with mbedtls_cipher_set_padding_mode().
 *
 * \param ctx          The context, made ready and not set up.
 * \param cipher_info  The cipher, from one of the functions that look one up.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_cipher_setup(mbedtls_cipher_context_t *ctx, const mbedtls_cipher_info_t *cipher_info);

/**
 * Sets the key.
 *
 * \param ctx         The context, set up.
 * \param key         The key; it is copied.
 * \param key_bitlen  Its length in bits, which is the cipher's.
 * \param operation   MBEDTLS_ENCRYPT or MBEDTLS_DECRYPT.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another length or operation, a pointer is NULL, or the context is not set up.
 */
int mbedtls_cipher_setkey(mbedtls_cipher_context_t *ctx, const unsigned char *key, int key_bitlen,
    mbedtls_operation_t operation);

/**
 * Chooses the padding of CBC.
 *
 * \param ctx   The context, set up for CBC.
 * \param mode  The padding, such as MBEDTLS_PADDING_NONE.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: there is no such padding.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `ctx` is NULL, not set up, or for another mode.
 */
int mbedtls_cipher_set_padding_mode(mbedtls_cipher_context_t *ctx, mbedtls_cipher_padding_t mode);

/**
 * Sets the IV or nonce. What is longer than the cipher's is cut, unless its length may vary.
 *
 * \param ctx     The context, with a key.
 * \param iv      The IV. May be NULL if `iv_len` is 0, where the cipher has none.
 * \param iv_len  Its length in bytes, 16 at most.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: it is longer than 16 bytes.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: it is too short, a pointer is NULL, or the context is not set up.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT: not a length that GCM or CCM has, or there is no key.
 */
int mbedtls_cipher_set_iv(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len);

/**
 * Forgets data that was given and not yet processed. Key and IV stay.
 *
 * \param ctx  The context, set up.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `ctx` is NULL or not set up.
 */
int mbedtls_cipher_reset(mbedtls_cipher_context_t *ctx);

/**
 * Takes in data that the tag covers beside the text, in GCM and ChaCha20-Poly1305; all of it before the text.
 *
 * \param ctx     The context, with key and IV.
 * \param ad      The data. May be NULL if `ad_len` is 0.
 * \param ad_len  Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: another mode, or there is no key.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, or the context is not set up.
 */
int mbedtls_cipher_update_ad(mbedtls_cipher_context_t *ctx, const unsigned char *ad, size_t ad_len);

/**
 * Gives the tag of what was encrypted with GCM or ChaCha20-Poly1305.
 *
 * \param ctx      The context, which encrypts, after mbedtls_cipher_finish().
 * \param tag      Where the tag goes.
 * \param tag_len  Its length in bytes: 4 to 16 for GCM, 16 for ChaCha20-Poly1305.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: another mode.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: not a length that GCM has.
 * \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another length, a pointer is NULL, or the context does not encrypt.
 */
int mbedtls_cipher_write_tag(mbedtls_cipher_context_t *ctx, unsigned char *tag, size_t tag_len);

/**
 * Compares the tag of what was decrypted with GCM or ChaCha20-Poly1305.
 *
 * \param ctx      The context, which decrypts, after mbedtls_cipher_finish().
 * \param tag      The tag.
 * \param tag_len  Its length in bytes: 4 to 16 for GCM, 16 for ChaCha20-Poly1305.
 *
 * \return  0: it is right.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: another mode.
 * \return  MBEDTLS_ERR_CIPHER_AUTH_FAILED: it is not.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT: not a length that GCM has.
 * \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another length, a pointer is NULL, or the context does not decrypt.
 */
int mbedtls_cipher_check_tag(mbedtls_cipher_context_t *ctx, const unsigned char *tag, size_t tag_len);

/**
 * Encrypts a whole message and puts its tag behind it; or wraps a key.
 *
 * \param ctx         The context, with a key for encryption; it may be any mode that authenticates, or KW or KWP.
 * \param iv          The nonce; never twice with the same key. KW and KWP have none.
 * \param iv_len      Its length in bytes.
 * \param ad          Data that the tag covers, too. May be NULL if `ad_len` is 0, which it is with KW and KWP.
 * \param ad_len      Its length in bytes.
 * \param input       The text.
 * \param ilen        Its length in bytes.
 * \param output      Where text and tag go; may be `input`.
 * \param output_len  The room there: at least `ilen` and `tag_len`, or what wrapping adds.
 * \param olen        Receives how many bytes were written.
 * \param tag_len     The length of the tag in bytes. 0 with KW and KWP.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not authenticate.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT: a length is not one that GCM or CCM has.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: there is not enough room, another length is out of range, a pointer is NULL, or
 *          the context has no key.
 */
int mbedtls_cipher_auth_encrypt_ext(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len,
    const unsigned char *ad, size_t ad_len, const unsigned char *input, size_t ilen, unsigned char *output,
    size_t output_len, size_t *olen, size_t tag_len);

/**
 * Decrypts a whole message that its tag is behind, and compares the tag; or unwraps a key.
 *
 * \param ctx         The context, with a key for decryption; it may be any mode that authenticates, or KW or KWP.
 * \param iv          The nonce. KW and KWP have none.
 * \param iv_len      Its length in bytes.
 * \param ad          Data that the tag covers, too. May be NULL if `ad_len` is 0, which it is with KW and KWP.
 * \param ad_len      Its length in bytes.
 * \param input       Encrypted text and tag.
 * \param ilen        The length of both in bytes.
 * \param output      Where the text goes; may be `input`. It is zeros if the tag is wrong.
 * \param output_len  The room there: at least `ilen` without `tag_len`.
 * \param olen        Receives how many bytes were written.
 * \param tag_len     The length of the tag in bytes. 0 with KW and KWP.
 *
 * \return  0: the tag is right.
 * \return  MBEDTLS_ERR_CIPHER_AUTH_FAILED: it is not.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not authenticate.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT: a length is not one that GCM or CCM has.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: there is not enough room, another length is out of range, a pointer is NULL, or
 *          the context has no key.
 */
int mbedtls_cipher_auth_decrypt_ext(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len,
    const unsigned char *ad, size_t ad_len, const unsigned char *input, size_t ilen, unsigned char *output,
    size_t output_len, size_t *olen, size_t tag_len);

/**
 * The cipher types that there are.
 *
 * \return  An array that belongs to the library and ends with 0. The stronger ones are no nearer to its begin than the others.
 */
const int *mbedtls_cipher_list(void);

/**
 * The cipher of a name, such as "AES-128-GCM".
 *
 * \param cipher_name  The name, in capitals.
 *
 * \return  What is known of it; it belongs to the library and is never released. NULL: no such cipher.
 */
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_string(const char *cipher_name);

/**
 * The cipher of a type.
 *
 * \param cipher_type  The type, such as MBEDTLS_CIPHER_AES_128_GCM.
 *
 * \return  What is known of it; it belongs to the library and is never released. NULL: no such cipher.
 */
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_type(mbedtls_cipher_type_t cipher_type);

/**
 * The cipher with a length of key and a mode.
 *
 * \param cipher_id   The cipher, such as MBEDTLS_CIPHER_ID_AES.
 * \param key_bitlen  The length of its key, in bits.
 * \param mode        The mode, such as MBEDTLS_MODE_CBC.
 *
 * \return  What is known of it; it belongs to the library and is never released. NULL: no such cipher.
 */
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_values(mbedtls_cipher_id_t cipher_id, int key_bitlen,
    mbedtls_cipher_mode_t mode);

/**
 * Encrypts or decrypts data that may go on. In CBC, what is less than a block waits for the next call, and decryption with
 * padding holds the last block back for mbedtls_cipher_finish(). ECB takes one block, XTS a whole data unit.
 *
 * \param ctx     The context, with key and IV.
 * \param input   The data.
 * \param ilen    Its length in bytes.
 * \param output  Where the result goes: up to `ilen` bytes and a block. May be `input` where `ilen` is a multiple of the length
 *                of a block, and nothing waits.
 * \param olen    Receives how many bytes were written.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: ECB, and it is not one block.
 * \return  MBEDTLS_ERR_CIPHER_INVALID_CONTEXT: there is no key.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not work in pieces.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, the context is not set up, or `output` may not be `input`.
 * \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT, MBEDTLS_ERR_CHACHAPOLY_BAD_STATE,
 *          MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: no message was begun, or its length is not the mode's.
 */
int mbedtls_cipher_update(mbedtls_cipher_context_t *ctx, const unsigned char *input, size_t ilen,
    unsigned char *output, size_t *olen);

/**
 * Ends data in pieces: in CBC, the last block with its padding.
 *
 * \param ctx     The context.
 * \param output  Where the rest goes: up to a block. In the other modes there is none.
 * \param olen    Receives how many bytes of it are data.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: it was not whole blocks, and there is no padding.
 * \return  MBEDTLS_ERR_CIPHER_INVALID_PADDING: the padding is not what it should be. Who tells a peer so tells more than is
 *          good: see mbedtls_cipher_finish_padded().
 * \return  MBEDTLS_ERR_CIPHER_INVALID_CONTEXT: there is no key.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not work in pieces.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, the context is not set up, or no padding was chosen.
 */
int mbedtls_cipher_finish(mbedtls_cipher_context_t *ctx, unsigned char *output, size_t *olen);

/**
 * As mbedtls_cipher_finish(), but whether the padding is right is told apart from the other outcomes, for programs that must
 * not treat one and the other differently.
 *
 * \param ctx              The context.
 * \param output           Where the rest goes: up to a block. In the other modes there is none.
 * \param olen             Receives how many bytes of it are data.
 * \param invalid_padding  Receives 0 if the padding is right, and a value of which all bits are set if not.
 *
 * \return  0: done, whatever the padding was.
 * \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: it was not whole blocks, and there is no padding.
 * \return  MBEDTLS_ERR_CIPHER_INVALID_CONTEXT: there is no key.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not work in pieces.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, the context is not set up, or no padding was chosen.
 */
int mbedtls_cipher_finish_padded(mbedtls_cipher_context_t *ctx, unsigned char *output, size_t *olen,
    size_t *invalid_padding);

/**
 * Encrypts or decrypts all data at once: mbedtls_cipher_set_iv(), mbedtls_cipher_reset(), mbedtls_cipher_update() and
 * mbedtls_cipher_finish() after each other.
 *
 * \param ctx     The context, with a key.
 * \param iv      The IV. May be NULL if `iv_len` is 0, where the cipher has none.
 * \param iv_len  Its length in bytes.
 * \param input   The data.
 * \param ilen    Its length in bytes.
 * \param output  Where the result goes: up to `ilen` bytes and a block.
 * \param olen    Receives how many bytes were written.
 *
 * \return  0: done.
 * \return  The codes of these functions.
 */
int mbedtls_cipher_crypt(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len,
    const unsigned char *input, size_t ilen, unsigned char *output, size_t *olen);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/cipher_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_CIPHER_H */
