/*
 * mbedtls/chacha20.h: ChaCha20.
 *
 * Generated from src/capi/chacha20.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CHACHA20_H
#define MBEDTLS_COMPAT_MBEDTLS_CHACHA20_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_chacha20_context mbedtls_chacha20_context;

#include "mbedtls/compat/chacha20_values.h"

/** A key, and the stream that it makes. Its members are private. */
struct mbedtls_chacha20_context {
    uint64_t MBEDTLS_PRIVATE(state)[17];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_chacha20_setkey().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_chacha20_init(mbedtls_chacha20_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_chacha20_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_chacha20_free(mbedtls_chacha20_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx  The context.
 * \param key  32 bytes; they are copied.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chacha20_setkey(mbedtls_chacha20_context *ctx, const unsigned char *key);

/**
 * Begins a message.
 *
 * \param ctx      The context with the key.
 * \param nonce    12 bytes; never twice with the same key.
 * \param counter  The block of the key stream to begin with: 0, as a rule.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chacha20_starts(mbedtls_chacha20_context *ctx, const unsigned char *nonce, uint32_t counter);

/**
 * Encrypts or decrypts the next part of the message.
 *
 * \param ctx     The context, with a message begun.
 * \param size    The length of the part, in bytes.
 * \param input   The part.
 * \param output  Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chacha20_update(mbedtls_chacha20_context *ctx, size_t size, const unsigned char *input,
    unsigned char *output);

/**
 * Encrypts or decrypts a whole message.
 *
 * \param key      32 bytes.
 * \param nonce    12 bytes; never twice with the same key.
 * \param counter  The block of the key stream to begin with: 0, as a rule.
 * \param size     The length of the message, in bytes.
 * \param input    The message.
 * \param output   Where as many bytes go; may be `input`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_chacha20_crypt(const unsigned char *key, const unsigned char *nonce, uint32_t counter,
    size_t size, const unsigned char *input, unsigned char *output);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_chacha20_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_CHACHA20_H */
