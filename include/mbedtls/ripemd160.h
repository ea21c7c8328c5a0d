/*
 * mbedtls/ripemd160.h: RIPEMD-160.
 *
 * Generated from src/capi/ripemd160.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_RIPEMD160_H
#define MBEDTLS_COMPAT_MBEDTLS_RIPEMD160_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_ripemd160_context mbedtls_ripemd160_context;

/**
 * RIPEMD-160 at work. Its members are private. It owns no memory: it may be
 * copied as it is, and forgotten.
 */
struct mbedtls_ripemd160_context {
    uint32_t MBEDTLS_PRIVATE(total)[2];
    uint32_t MBEDTLS_PRIVATE(state)[5];
    unsigned char MBEDTLS_PRIVATE(buffer)[64];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_ripemd160_starts().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_ripemd160_init(mbedtls_ripemd160_context *ctx);

/**
 * Wipes a context. It may be used again after mbedtls_ripemd160_starts().
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_ripemd160_free(mbedtls_ripemd160_context *ctx);

/**
 * Copies a context, so that both go on from there.
 *
 * \param dst  The copy. NULL: nothing happens.
 * \param src  The original. NULL: nothing happens.
 */
void mbedtls_ripemd160_clone(mbedtls_ripemd160_context *dst, const mbedtls_ripemd160_context *src);

/**
 * Begins a digest.
 *
 * \param ctx  A context; what it has taken before is forgotten.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is NULL.
 */
int mbedtls_ripemd160_starts(mbedtls_ripemd160_context *ctx);

/**
 * Adds data to a digest.
 *
 * \param ctx    A context in which a digest has begun.
 * \param input  The data; may be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_ripemd160_update(mbedtls_ripemd160_context *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a digest and wipes the context. mbedtls_ripemd160_starts() begins the next one.
 *
 * \param ctx     A context in which a digest has begun.
 * \param output  Where the digest goes: 20 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_ripemd160_finish(mbedtls_ripemd160_context *ctx, unsigned char *output);

/**
 * Takes one block by itself, as mbedtls_ripemd160_update() does with each that is complete. It is not counted.
 *
 * \param ctx   A context in which a digest has begun.
 * \param data  The block: 64 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_internal_ripemd160_process(mbedtls_ripemd160_context *ctx, const unsigned char *data);

/**
 * Computes a digest at one go.
 *
 * \param input   The data; may be NULL if `ilen` is 0.
 * \param ilen    Its length in bytes.
 * \param output  Where the digest goes: 20 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_ripemd160(const unsigned char *input, size_t ilen, unsigned char *output);

/**
 * Checks that RIPEMD-160 gives what is published.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_ripemd160_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_RIPEMD160_H */
