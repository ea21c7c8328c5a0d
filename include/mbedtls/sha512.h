/*
 * mbedtls/sha512.h: SHA-384 and SHA-512.
 *
 * Generated from src/capi/sha512.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SHA512_H
#define MBEDTLS_COMPAT_MBEDTLS_SHA512_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_sha512_context mbedtls_sha512_context;

#include "mbedtls/compat/sha512_values.h"

/**
 * SHA-512 and SHA-384 (FIPS 180-4) at work. Its members are private. It owns no memory: it may be
 * copied as it is, and forgotten.
 */
struct mbedtls_sha512_context {
    uint64_t MBEDTLS_PRIVATE(total)[2];
    uint64_t MBEDTLS_PRIVATE(state)[8];
    unsigned char MBEDTLS_PRIVATE(buffer)[128];
    int MBEDTLS_PRIVATE(is384);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_sha512_starts().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_sha512_init(mbedtls_sha512_context *ctx);

/**
 * Wipes a context. It may be used again after mbedtls_sha512_starts().
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_sha512_free(mbedtls_sha512_context *ctx);

/**
 * Copies a context, so that both go on from there.
 *
 * \param dst  The copy. NULL: nothing happens.
 * \param src  The original. NULL: nothing happens.
 */
void mbedtls_sha512_clone(mbedtls_sha512_context *dst, const mbedtls_sha512_context *src);

/**
 * Begins a digest.
 *
 * \param ctx    A context; what it has taken before is forgotten.
 * \param is384  0: SHA-512. 1: SHA-384.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA512_BAD_INPUT_DATA: the context is NULL, or `is384` is another number.
 */
int mbedtls_sha512_starts(mbedtls_sha512_context *ctx, int is384);

/**
 * Adds data to a digest.
 *
 * \param ctx    A context in which a digest has begun.
 * \param input  The data; may be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA512_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_sha512_update(mbedtls_sha512_context *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a digest and wipes the context. mbedtls_sha512_starts() begins the next one.
 *
 * \param ctx     A context in which a digest has begun.
 * \param output  Where the digest goes: 64 bytes, 48 of SHA-384.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA512_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_sha512_finish(mbedtls_sha512_context *ctx, unsigned char *output);

/**
 * Takes one block by itself, as mbedtls_sha512_update() does with each that is complete. It is not counted.
 *
 * \param ctx   A context in which a digest has begun.
 * \param data  The block: 128 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA512_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_internal_sha512_process(mbedtls_sha512_context *ctx, const unsigned char *data);

/**
 * Computes a digest at one go.
 *
 * \param input   The data; may be NULL if `ilen` is 0.
 * \param ilen    Its length in bytes.
 * \param output  Where the digest goes: 64 bytes, 48 of SHA-384.
 * \param is384   0: SHA-512. 1: SHA-384.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA512_BAD_INPUT_DATA: an argument is NULL, or `is384` is another number.
 */
int mbedtls_sha512(const unsigned char *input, size_t ilen, unsigned char *output, int is384);

/**
 * Checks that SHA-512 gives what is published.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_sha512_self_test(int verbose);

/**
 * Checks that SHA-384 gives what is published.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_sha384_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_SHA512_H */
