/*
 * mbedtls/md.h: Message digests.
 *
 * Generated from src/capi/md/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_MD_H
#define MBEDTLS_COMPAT_MBEDTLS_MD_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>

typedef struct mbedtls_md_info_t mbedtls_md_info_t;
typedef struct mbedtls_md_context_t mbedtls_md_context_t;

#include "mbedtls/compat/md_values.h"

/** What is known of a digest. Never complete in C. */
struct mbedtls_md_info_t;

/** A digest or HMAC at work. Its members are private. */
struct mbedtls_md_context_t {
    const mbedtls_md_info_t *MBEDTLS_PRIVATE(md_info);
    void *MBEDTLS_PRIVATE(md_ctx);
    void *MBEDTLS_PRIVATE(hmac_ctx);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Begins an HMAC.
 *
 * \param ctx     A context that is set up for HMAC.
 * \param key     The key; may be NULL if `keylen` is 0. A copy of it is kept until mbedtls_md_free().
 * \param keylen  Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or an argument is NULL.
 */
int mbedtls_md_hmac_starts(mbedtls_md_context_t *ctx, const unsigned char *key, size_t keylen);

/**
 * Adds data to an HMAC.
 *
 * \param ctx    A context in which an HMAC has begun.
 * \param input  The data; may be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or an argument is NULL.
 */
int mbedtls_md_hmac_update(mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends an HMAC. mbedtls_md_hmac_reset() begins the next one with the same key.
 *
 * \param ctx     A context in which an HMAC has begun.
 * \param output  Where the HMAC goes: mbedtls_md_get_size() bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or an argument is NULL.
 */
int mbedtls_md_hmac_finish(mbedtls_md_context_t *ctx, unsigned char *output);

/**
 * Begins an HMAC with the key of the last one.
 *
 * \param ctx  A context in which an HMAC has begun at some time.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or NULL.
 */
int mbedtls_md_hmac_reset(mbedtls_md_context_t *ctx);

/**
 * Computes an HMAC at one go.
 *
 * \param md_info  The digest.
 * \param key      The key; may be NULL if `keylen` is 0.
 * \param keylen   Its length in bytes.
 * \param input    The data; may be NULL if `ilen` is 0.
 * \param ilen     Its length in bytes.
 * \param output   Where the HMAC goes: mbedtls_md_get_size() bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_md_hmac(const mbedtls_md_info_t *md_info, const unsigned char *key, size_t keylen,
    const unsigned char *input, size_t ilen, unsigned char *output);

/**
 * Tells which digests there are.
 *
 * \return  Their numbers, with MBEDTLS_MD_NONE behind them; static.
 */
const int *mbedtls_md_list(void);

/**
 * Finds a digest by its name.
 *
 * \param md_name  The name as mbedtls_md_get_name() gives it, in capital letters; "SHA" is SHA-1 as well.
 *
 * \return  The digest; static.
 * \return  NULL: there is none of that name, or it is NULL.
 */
const mbedtls_md_info_t *mbedtls_md_info_from_string(const char *md_name);

/**
 * Finds a digest by its number.
 *
 * \param md_type  The number.
 *
 * \return  The digest; static.
 * \return  NULL: there is none of that number.
 */
const mbedtls_md_info_t *mbedtls_md_info_from_type(mbedtls_md_type_t md_type);

/**
 * Tells what a context was set up for.
 *
 * \param ctx  The context.
 *
 * \return  The digest; static.
 * \return  NULL: the context is not set up, or NULL.
 */
const mbedtls_md_info_t *mbedtls_md_info_from_ctx(const mbedtls_md_context_t *ctx);

/**
 * Tells how long a digest is.
 *
 * \param md_info  The digest.
 *
 * \return  Its length in bytes; 0 if it is NULL.
 */
unsigned char mbedtls_md_get_size(const mbedtls_md_info_t *md_info);

/**
 * Tells the number of a digest.
 *
 * \param md_info  The digest.
 *
 * \return  Its number; MBEDTLS_MD_NONE if it is NULL.
 */
mbedtls_md_type_t mbedtls_md_get_type(const mbedtls_md_info_t *md_info);

/**
 * Tells the name of a digest.
 *
 * \param md_info  The digest.
 *
 * \return  Its name; static. NULL if it is NULL.
 */
const char *mbedtls_md_get_name(const mbedtls_md_info_t *md_info);

/**
 * Makes a context ready for mbedtls_md_setup().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_md_init(mbedtls_md_context_t *ctx);

/**
 * Wipes and releases what a context holds. It may be set up again.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_md_free(mbedtls_md_context_t *ctx);

/**
 * Chooses the digest of a context. mbedtls_md_starts() or mbedtls_md_hmac_starts() comes next.
 *
 * \param ctx      A context made ready by mbedtls_md_init(), and not set up.
 * \param md_info  The digest.
 * \param hmac     0: a digest alone. Otherwise HMAC, too.
 *
 * \return  0: done; mbedtls_md_free() releases what the context now holds.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 * \return  MBEDTLS_ERR_MD_ALLOC_FAILED: out of memory.
 */
int mbedtls_md_setup(mbedtls_md_context_t *ctx, const mbedtls_md_info_t *md_info, int hmac);

/**
 * Gives one context the state of another's digest, so that both go on from there. The key of an HMAC is not copied.
 *
 * \param dst  The context to change, set up for the same digest.
 * \param src  The context to copy.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: a context is NULL, not set up, or set up for another digest.
 */
int mbedtls_md_clone(mbedtls_md_context_t *dst, const mbedtls_md_context_t *src);

/**
 * Begins a digest.
 *
 * \param ctx  A context that is set up.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up, or NULL.
 */
int mbedtls_md_starts(mbedtls_md_context_t *ctx);

/**
 * Adds data to a digest.
 *
 * \param ctx    A context in which a digest has begun.
 * \param input  The data; may be NULL if `ilen` is 0.
 * \param ilen   Its length in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up, or an argument is NULL.
 */
int mbedtls_md_update(mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a digest. mbedtls_md_starts() begins the next one.
 *
 * \param ctx     A context in which a digest has begun.
 * \param output  Where the digest goes: mbedtls_md_get_size() bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up, or an argument is NULL.
 */
int mbedtls_md_finish(mbedtls_md_context_t *ctx, unsigned char *output);

/**
 * Computes a digest at one go.
 *
 * \param md_info  The digest.
 * \param input    The data; may be NULL if `ilen` is 0.
 * \param ilen     Its length in bytes.
 * \param output   Where the digest goes: mbedtls_md_get_size() bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_md(const mbedtls_md_info_t *md_info, const unsigned char *input, size_t ilen,
    unsigned char *output);

/**
 * Computes the digest of a file.
 *
 * \param md_info  The digest.
 * \param path     The file's name.
 * \param output   Where the digest goes: mbedtls_md_get_size() bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_FILE_IO_ERROR: the file cannot be read, or its name is NULL.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: another argument is NULL.
 */
int mbedtls_md_file(const mbedtls_md_info_t *md_info, const char *path, unsigned char *output);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/md_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_MD_H */
