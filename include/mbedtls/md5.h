/*
 * mbedtls/md5.h: MD5.
 *
 * Generated from src/capi/md5.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_MD5_H
#define MBEDTLS_COMPAT_MBEDTLS_MD5_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_md5_context mbedtls_md5_context;

/**
 * MD5 (RFC 1321) at work. It is broken: two messages with the same digest are found in seconds. Its members are private. It owns no memory: it may be
 * copied as it is, and forgotten.
 */
struct mbedtls_md5_context {
    uint32_t MBEDTLS_PRIVATE(total)[2];
    uint32_t MBEDTLS_PRIVATE(state)[4];
    unsigned char MBEDTLS_PRIVATE(buffer)[64];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_md5_starts().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_md5_init(mbedtls_md5_context *ctx);

/**
 * Wipes a context. It may be used again after mbedtls_md5_starts().
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_md5_free(mbedtls_md5_context *ctx);

/**
 * Copies a context, so that both go on from there.
 *
 * \param dst  The copy. NULL: nothing happens.
 * \param src  The original. NULL: nothing happens.
 */
void mbedtls_md5_clone(mbedtls_md5_context *dst, const mbedtls_md5_context *src);

/**
 * Begins a digest.
 *
 * \param ctx  A context; what it has taken before is forgotten.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is NULL.
 */
int mbedtls_md5_starts(mbedtls_md5_context *ctx);

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
int mbedtls_md5_update(mbedtls_md5_context *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a digest and wipes the context. mbedtls_md5_starts() begins the next one.
 *
 * \param ctx     A context in which a digest has begun.
 * \param output  Where the digest goes: 16 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_md5_finish(mbedtls_md5_context *ctx, unsigned char *output);

/**
 * Takes one block by itself, as mbedtls_md5_update() does with each that is complete. It is not counted.
 *
 * \param ctx   A context in which a digest has begun.
 * \param data  The block: 64 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_internal_md5_process(mbedtls_md5_context *ctx, const unsigned char *data);

/**
 * Computes a digest at one go.
 *
 * \param input   The data; may be NULL if `ilen` is 0.
 * \param ilen    Its length in bytes.
 * \param output  Where the digest goes: 16 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_md5(const unsigned char *input, size_t ilen, unsigned char *output);

/**
 * Checks that MD5 gives what is published.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_md5_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_MD5_H */
