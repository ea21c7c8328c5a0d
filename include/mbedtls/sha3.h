/*
 * mbedtls/sha3.h: SHA-3.
 *
 * Generated from src/capi/sha3.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SHA3_H
#define MBEDTLS_COMPAT_MBEDTLS_SHA3_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_sha3_context mbedtls_sha3_context;

#include "mbedtls/compat/sha3_values.h"

/**
 * SHA-3 (FIPS 202) at work. Its members are private. It owns no memory: it may be copied as it is, and forgotten.
 */
struct mbedtls_sha3_context {
    uint64_t MBEDTLS_PRIVATE(state)[25];
    uint32_t MBEDTLS_PRIVATE(index);
    uint16_t MBEDTLS_PRIVATE(olen);
    uint16_t MBEDTLS_PRIVATE(max_block_size);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_sha3_starts().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_sha3_init(mbedtls_sha3_context *ctx);

/**
 * Wipes a context. It may be used again after mbedtls_sha3_starts().
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_sha3_free(mbedtls_sha3_context *ctx);

/**
 * Copies a context, so that both go on from there.
 *
 * \param dst  The copy. NULL: nothing happens.
 * \param src  The original. NULL: nothing happens.
 */
void mbedtls_sha3_clone(mbedtls_sha3_context *dst, const mbedtls_sha3_context *src);

/**
 * Begins a digest.
 *
 * \param ctx  A context; what it has taken before is forgotten.
 * \param id   Which digest: MBEDTLS_SHA3_224 to MBEDTLS_SHA3_512.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: the context is NULL, or there is no such digest.
 */
int mbedtls_sha3_starts(mbedtls_sha3_context *ctx, mbedtls_sha3_id id);

/**
 * Adds data to a digest.
 *
 * \param ctx    A context in which a digest has begun.
 * \param input  The data; may be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: an argument is NULL, or no digest has begun.
 */
int mbedtls_sha3_update(mbedtls_sha3_context *ctx, const uint8_t *input, size_t ilen);

/**
 * Ends a digest and wipes the context. mbedtls_sha3_starts() begins the next one.
 *
 * \param ctx     A context in which a digest has begun.
 * \param output  Where the digest goes.
 * \param olen    How much room is there: at least the length of the digest, and not more than that is written.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: an argument is NULL, no digest has begun, or there is too little room.
 */
int mbedtls_sha3_finish(mbedtls_sha3_context *ctx, uint8_t *output, size_t olen);

/**
 * Computes a digest at one go.
 *
 * \param id      Which digest: MBEDTLS_SHA3_224 to MBEDTLS_SHA3_512.
 * \param input   The data; may be NULL if `ilen` is 0.
 * \param ilen    Its length in bytes.
 * \param output  Where the digest goes.
 * \param olen    How much room is there: at least the length of the digest, and not more than that is written.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SHA3_BAD_INPUT_DATA: an argument is NULL, there is no such digest or too little room.
 */
int mbedtls_sha3(mbedtls_sha3_id id, const uint8_t *input, size_t ilen, uint8_t *output, size_t olen);

/**
 * Checks that SHA-3 gives what is published.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_sha3_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_SHA3_H */
