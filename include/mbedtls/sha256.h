/*
 * mbedtls/sha256.h: SHA-224 and SHA-256.
 *
 * Generated from src/capi/sha256.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SHA256_H
#define MBEDTLS_COMPAT_MBEDTLS_SHA256_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_sha256_context mbedtls_sha256_context;

#include "mbedtls/compat/sha256_values.h"

/**
 * SHA-256 and SHA-224 (FIPS 180-4) at work. Its members are private. It owns no memory: it may be
 * copied as it is, and forgotten.
 */
struct mbedtls_sha256_context {
    unsigned char MBEDTLS_PRIVATE(buffer)[64];
    uint32_t MBEDTLS_PRIVATE(total)[2];
    uint32_t MBEDTLS_PRIVATE(state)[8];
    int MBEDTLS_PRIVATE(is224);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_sha256_starts().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_sha256_init(mbedtls_sha256_context *ctx);

/**
 * Wipes a context. It may be used again after mbedtls_sha256_starts().
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_sha256_free(mbedtls_sha256_context *ctx);

/**
 * Copies a context, so that both go on from there.
 *
 * \param dst  The copy. NULL: nothing happens.
 * \param src  The original. NULL: nothing happens.
 */
void mbedtls_sha256_clone(mbedtls_sha256_context *dst, const mbedtls_sha256_context *src);

/**
 * Begins a digest.
 *
 * \param ctx    A context; what it has taken before is forgotten.
 * \param is224  0: SHA-256. 1: SHA-224.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: the context is NULL, or `is224` is another number.
 */
int mbedtls_sha256_starts(mbedtls_sha256_context *ctx, int is224);

/**
 * Adds data to a digest.
 *
 * \param ctx    A context in which a digest has begun.
 * \param input  The data; may be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_sha256_update(mbedtls_sha256_context *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a digest and wipes the context. mbedtls_sha256_starts() begins the next one.
 *
 * \param ctx     A context in which a digest has begun.
 * \param output  Where the digest goes: 32 bytes, 28 of SHA-224.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_sha256_finish(mbedtls_sha256_context *ctx, unsigned char *output);

/**
 * Takes one block by itself, as mbedtls_sha256_update() does with each that is complete. It is not counted.
 *
 * \param ctx   A context in which a digest has begun.
 * \param data  The block: 64 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_internal_sha256_process(mbedtls_sha256_context *ctx, const unsigned char *data);

/**
 * Computes a digest at one go.
 *
 * \param input   The data; may be NULL if `ilen` is 0.
 * \param ilen    Its length in bytes.
 * \param output  Where the digest goes: 32 bytes, 28 of SHA-224.
 * \param is224   0: SHA-256. 1: SHA-224.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: an argument is NULL, or `is224` is another number.
 */
int mbedtls_sha256(const unsigned char *input, size_t ilen, unsigned char *output, int is224);

/**
 * Checks that SHA-256 gives what is published.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_sha256_self_test(int verbose);

/**
 * Checks that SHA-224 gives what is published.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_sha224_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_SHA256_H */
