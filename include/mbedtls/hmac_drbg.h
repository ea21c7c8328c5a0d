/*
 * mbedtls/hmac_drbg.h: Another random number generator, the same as that of mbedtls/ctr_drbg.h.
 *
 * Generated from src/capi/hmac_drbg.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_HMAC_DRBG_H
#define MBEDTLS_COMPAT_MBEDTLS_HMAC_DRBG_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/threading.h"
#include "mbedtls/platform_util.h"

typedef struct mbedtls_hmac_drbg_context mbedtls_hmac_drbg_context;

#include "mbedtls/compat/hmac_drbg_values.h"

/**
 * A random number generator; threads may share it. Starts with mbedtls_hmac_drbg_init() and mbedtls_hmac_drbg_seed(),
 * ends with mbedtls_hmac_drbg_free(). Its members are private.
 */
struct mbedtls_hmac_drbg_context {
    mbedtls_md_context_t MBEDTLS_PRIVATE(md_ctx);
    unsigned char MBEDTLS_PRIVATE(V)[64];
    int MBEDTLS_PRIVATE(reseed_counter);
    size_t MBEDTLS_PRIVATE(entropy_len);
    int MBEDTLS_PRIVATE(prediction_resistance);
    int MBEDTLS_PRIVATE(reseed_interval);
    int (*MBEDTLS_PRIVATE(f_entropy))(void *p_entropy, unsigned char *output, size_t output_size);
    void *MBEDTLS_PRIVATE(p_entropy);
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for use: for mbedtls_hmac_drbg_seed(), and for drawing even without it.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_hmac_drbg_init(mbedtls_hmac_drbg_context *ctx);

/**
 * Ends a context; afterwards it is as mbedtls_hmac_drbg_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_hmac_drbg_free(mbedtls_hmac_drbg_context *ctx);

/**
 * Seeds a context: asks the entropy function for its bytes (16 for digests of up to 20 bytes, 24 up to 28, else 32; or what
 * mbedtls_hmac_drbg_set_entropy_len() said), and a second time for half as many. Both are wiped: what is drawn later
 * comes from the operating system, whatever the source was.
 *
 * \param ctx        The context.
 * \param md_info    A digest; only its length is looked at.
 * \param f_entropy  Gives `len` bytes and returns 0, or another value on failure; kept for reseeding.
 * \param p_entropy  Its first argument; it stays the caller's and must live as long as the context.
 * \param custom     Bytes that tell this context from others; only their number is looked at. May be NULL.
 * \param len        Their number, at most 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
 * \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: `len` is over 256, or entropy and custom bytes are more than 384
 *          together.
 * \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the entropy function failed, or it or `ctx` is NULL.
 */
int mbedtls_hmac_drbg_seed(mbedtls_hmac_drbg_context *ctx, const mbedtls_md_info_t *md_info,
    int (*f_entropy)(void *p_entropy, unsigned char *output, size_t output_size), void *p_entropy,
    const unsigned char *custom, size_t len);

/**
 * Seeds a context with bytes instead of an entropy function. They are not looked at: what is drawn is random, and
 * differs from one run to the next.
 *
 * \param ctx       The context; not looked at.
 * \param md_info   A digest.
 * \param data      The bytes; may be NULL.
 * \param data_len  Their number.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
 */
int mbedtls_hmac_drbg_seed_buf(mbedtls_hmac_drbg_context *ctx, const mbedtls_md_info_t *md_info,
    const unsigned char *data, size_t data_len);

/**
 * Asks the entropy function of mbedtls_hmac_drbg_seed() once more. What is drawn does not depend on it.
 *
 * \param ctx         The context. One that has no entropy function needs none.
 * \param additional  Bytes to stir in; only their number is looked at. May be NULL.
 * \param len         Their number, at most 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: `len` is over 256, or entropy and additional bytes are more than 384
 *          together.
 * \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the entropy function failed, or `ctx` is NULL.
 */
int mbedtls_hmac_drbg_reseed(mbedtls_hmac_drbg_context *ctx, const unsigned char *additional, size_t len);

/**
 * Stirs bytes into a context. There is no need to: what is drawn is random whatever is added.
 *
 * \param ctx         The context; not looked at.
 * \param additional  The bytes; not looked at.
 * \param add_len     Their number.
 *
 * \return  0 always.
 */
int mbedtls_hmac_drbg_update(mbedtls_hmac_drbg_context *ctx, const unsigned char *additional, size_t add_len);

/**
 * Fills a buffer with random bytes of the operating system. The context is not looked at, so that several threads may
 * use one at the same time, and one that was never seeded serves as well.
 *
 * \param p_rng    A mbedtls_hmac_drbg_context; may be NULL.
 * \param output   The buffer, owned by the caller; may be NULL if `out_len` is 0.
 * \param out_len  Its size in bytes, at most 1024.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG: `out_len` is over 1024.
 * \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the operating system gives no randomness.
 * \return  MBEDTLS_ERR_ERROR_GENERIC_ERROR: `output` is NULL.
 */
int mbedtls_hmac_drbg_random(void *p_rng, unsigned char *output, size_t out_len);

/**
 * As mbedtls_hmac_drbg_random(), for programs that stir something in. There is no need to: what is drawn is random
 * whatever is added.
 *
 * \param p_rng       A mbedtls_hmac_drbg_context; may be NULL.
 * \param output      The buffer, owned by the caller; may be NULL if `output_len` is 0.
 * \param output_len  Its size in bytes, at most 1024.
 * \param additional  Bytes to stir in; only their number is looked at. May be NULL.
 * \param add_len     Their number, at most 256.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG: `output_len` is over 1024.
 * \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: `add_len` is over 256.
 * \return  MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: the operating system gives no randomness.
 * \return  MBEDTLS_ERR_ERROR_GENERIC_ERROR: `output` is NULL.
 */
int mbedtls_hmac_drbg_random_with_add(void *p_rng, unsigned char *output, size_t output_len,
    const unsigned char *additional, size_t add_len);

/**
 * Asks for fresh entropy with every draw. Every draw is fresh anyway, from the operating system: the choice is remembered
 * and changes nothing.
 *
 * \param ctx         The context. NULL: nothing happens.
 * \param resistance  `MBEDTLS_HMAC_DRBG_PR_ON` or `MBEDTLS_HMAC_DRBG_PR_OFF`.
 */
void mbedtls_hmac_drbg_set_prediction_resistance(mbedtls_hmac_drbg_context *ctx, int resistance);

/**
 * Sets how many bytes seeding and reseeding ask the entropy function for.
 *
 * \param ctx  The context. NULL: nothing happens.
 * \param len  The number of bytes.
 */
void mbedtls_hmac_drbg_set_entropy_len(mbedtls_hmac_drbg_context *ctx, size_t len);

/**
 * Sets after how many draws a generator that stretches a seed would ask for a new one. This one does not stretch: the
 * number is remembered and changes nothing.
 *
 * \param ctx       The context. NULL: nothing happens.
 * \param interval  The number of draws.
 */
void mbedtls_hmac_drbg_set_reseed_interval(mbedtls_hmac_drbg_context *ctx, int interval);

/**
 * Writes a seed of 256 random bytes to a file, which only its owner may read.
 *
 * \param ctx   The context; not looked at.
 * \param path  The file's name.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR: the file cannot be written, or its name is NULL.
 */
int mbedtls_hmac_drbg_write_seed_file(mbedtls_hmac_drbg_context *ctx, const char *path);

/**
 * Replaces the seed in a file. There is no need for the old one: what is drawn is random whatever it is.
 *
 * \param ctx   The context; not looked at.
 * \param path  The file's name.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR: the file cannot be read, is empty or cannot be written, or
 *          its name is NULL.
 * \return  MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: it has more than 256 bytes; it stays as it is.
 */
int mbedtls_hmac_drbg_update_seed_file(mbedtls_hmac_drbg_context *ctx, const char *path);

/**
 * Checks that two draws differ.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: they do.
 * \return  1: they do not, or there is no randomness.
 */
int mbedtls_hmac_drbg_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_HMAC_DRBG_H */
