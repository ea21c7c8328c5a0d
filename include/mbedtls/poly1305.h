/*
 * mbedtls/poly1305.h: Poly1305.
 *
 * Generated from src/capi/poly1305.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_POLY1305_H
#define MBEDTLS_COMPAT_MBEDTLS_POLY1305_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_poly1305_context mbedtls_poly1305_context;

#include "mbedtls/compat/poly1305_values.h"

/** A message that is authenticated. Its members are private. */
struct mbedtls_poly1305_context {
    uint64_t MBEDTLS_PRIVATE(state)[10];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_poly1305_starts().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_poly1305_init(mbedtls_poly1305_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_poly1305_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_poly1305_free(mbedtls_poly1305_context *ctx);

/**
 * Begins a message.
 *
 * \param ctx  The context.
 * \param key  32 bytes, for one message and no other.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_poly1305_starts(mbedtls_poly1305_context *ctx, const unsigned char *key);

/**
 * Takes in the next part of the message.
 *
 * \param ctx    The context, with a message begun.
 * \param input  The part. May be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_poly1305_update(mbedtls_poly1305_context *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a message.
 *
 * \param ctx  The context, with a message begun.
 * \param mac  Where the tag goes: 16 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_poly1305_finish(mbedtls_poly1305_context *ctx, unsigned char *mac);

/**
 * The tag of a whole message.
 *
 * \param key    32 bytes, for one message and no other.
 * \param input  The message. May be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 * \param mac    Where the tag goes: 16 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
 */
int mbedtls_poly1305_mac(const unsigned char *key, const unsigned char *input, size_t ilen,
    unsigned char *mac);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_poly1305_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_POLY1305_H */
