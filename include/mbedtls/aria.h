/*
 * mbedtls/aria.h: ARIA.
 *
 * Generated from src/capi/aria.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ARIA_H
#define MBEDTLS_COMPAT_MBEDTLS_ARIA_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_aria_context mbedtls_aria_context;

#include "mbedtls/compat/aria_values.h"

/** A key of ARIA. C code may copy it, and need not free it. Its members are private. */
struct mbedtls_aria_context {
    unsigned char MBEDTLS_PRIVATE(nr);
    uint32_t MBEDTLS_PRIVATE(rk)[17][4];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for a key.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_aria_init(mbedtls_aria_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_aria_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_aria_free(mbedtls_aria_context *ctx);

/**
 * Sets the key for encryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ARIA_BAD_INPUT_DATA: that is no length of a key of ARIA, or `ctx` or `key` is NULL.
 */
int mbedtls_aria_setkey_enc(mbedtls_aria_context *ctx, const unsigned char *key, unsigned int keybits);

/**
 * Sets the key for decryption.
 *
 * \param ctx      The context; its former key is forgotten.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ARIA_BAD_INPUT_DATA: that is no length of a key of ARIA, or `ctx` or `key` is NULL.
 */
int mbedtls_aria_setkey_dec(mbedtls_aria_context *ctx, const unsigned char *key, unsigned int keybits);

/**
 * Encrypts or decrypts one block, as the key was set for.
 *
 * \param ctx     The context with the key.
 * \param input   16 bytes.
 * \param output  Where 16 bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ARIA_BAD_INPUT_DATA: a pointer is NULL, or there is no key.
 */
int mbedtls_aria_crypt_ecb(mbedtls_aria_context *ctx, const unsigned char *input, unsigned char *output);

/**
 * CBC over whole blocks.
 *
 * \param ctx     The context with the key.
 * \param mode    MBEDTLS_ARIA_ENCRYPT or MBEDTLS_ARIA_DECRYPT, as the key was set.
 * \param length  The length of the data, in bytes: a multiple of 16.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ARIA_INVALID_INPUT_LENGTH: `length` is no multiple of 16.
 * \return  MBEDTLS_ERR_ARIA_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
 */
int mbedtls_aria_crypt_cbc(mbedtls_aria_context *ctx, int mode, size_t length, unsigned char *iv,
    const unsigned char *input, unsigned char *output);

/**
 * CFB with segments of a block, on data of any length; what goes on later goes on where this ended.
 *
 * \param ctx     The context, with the key set for encryption whatever `mode` is.
 * \param mode    MBEDTLS_ARIA_ENCRYPT or MBEDTLS_ARIA_DECRYPT.
 * \param length  The length of the data, in bytes.
 * \param iv_off  Where in the IV to go on, 0 to 15: 0 at first; afterwards where data that goes on will.
 * \param iv      The IV, 16 bytes; afterwards that of data which goes on.
 * \param input   The data.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ARIA_BAD_INPUT_DATA: `mode` is neither, `iv_off` is over 15, a pointer is NULL, or there is no key.
 */
int mbedtls_aria_crypt_cfb128(mbedtls_aria_context *ctx, int mode, size_t length, size_t *iv_off,
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
 * \return  MBEDTLS_ERR_ARIA_BAD_INPUT_DATA: `nc_off` is over 15, a pointer is NULL, or there is no key.
 */
int mbedtls_aria_crypt_ctr(mbedtls_aria_context *ctx, size_t length, size_t *nc_off,
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
int mbedtls_aria_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ARIA_H */
