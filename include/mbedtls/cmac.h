/*
 * mbedtls/cmac.h: CMAC.
 *
 * Generated from src/capi/cmac.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CMAC_H
#define MBEDTLS_COMPAT_MBEDTLS_CMAC_H

#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

#include "mbedtls/compat/cmac_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Begins a MAC.
 *
 * \param ctx      The cipher context, set up for AES or triple DES with three keys in ECB mode.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits, which is the cipher's.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another cipher or length, a pointer is NULL, or the context is not set up.
 */
int mbedtls_cipher_cmac_starts(mbedtls_cipher_context_t *ctx, const unsigned char *key, size_t keybits);

/**
 * Takes in the next part of the message.
 *
 * \param ctx    The context, with a MAC begun.
 * \param input  The part.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, or no MAC was begun.
 */
int mbedtls_cipher_cmac_update(mbedtls_cipher_context_t *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a MAC. The next message may begin, with the same key.
 *
 * \param ctx     The context, with a MAC begun.
 * \param output  Where the MAC goes, a block of the cipher: 16 bytes, or 8 for triple DES.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, or no MAC was begun.
 */
int mbedtls_cipher_cmac_finish(mbedtls_cipher_context_t *ctx, unsigned char *output);

/**
 * Begins another message with the same key; what was taken in is forgotten.
 *
 * \param ctx  The context, with a MAC begun.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `ctx` is NULL, or no MAC was begun.
 */
int mbedtls_cipher_cmac_reset(mbedtls_cipher_context_t *ctx);

/**
 * The MAC of a whole message.
 *
 * \param cipher_info  AES or triple DES with three keys, in ECB mode.
 * \param key          The key.
 * \param keylen       Its length in bits, which is the cipher's.
 * \param input        The message.
 * \param ilen         Its length in bytes.
 * \param output       Where the MAC goes, a block of the cipher: 16 bytes, or 8 for triple DES.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another cipher or length, or a pointer is NULL.
 */
int mbedtls_cipher_cmac(const mbedtls_cipher_info_t *cipher_info, const unsigned char *key, size_t keylen,
    const unsigned char *input, size_t ilen, unsigned char *output);

/**
 * AES-CMAC-PRF-128 (RFC 4615): the MAC of a message, with a key of any length.
 *
 * \param key      The key.
 * \param key_len  Its length in bytes.
 * \param input    The message.
 * \param in_len   Its length in bytes.
 * \param output   Where 16 bytes go.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_aes_cmac_prf_128(const unsigned char *key, size_t key_len, const unsigned char *input,
    size_t in_len, unsigned char *output);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_cmac_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_CMAC_H */
