/*
 * mbedtls/entropy.h: Seeds for random number generators.
 *
 * Generated from src/capi/entropy.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ENTROPY_H
#define MBEDTLS_COMPAT_MBEDTLS_ENTROPY_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/threading.h"
#include <stddef.h>

typedef struct mbedtls_entropy_source_state mbedtls_entropy_source_state;
typedef struct mbedtls_entropy_context mbedtls_entropy_context;

#include "mbedtls/compat/entropy_values.h"

/**
 * A source of entropy: writes up to `len` bytes to `output` and sets `*olen` to how many. `data` is what was
 * registered along with the function. Returns 0 or an error code.
 */
typedef int (*mbedtls_entropy_f_source_ptr)(void *data, unsigned char *output, size_t len, size_t *olen);

/** One registered source. Its members are private. */
struct mbedtls_entropy_source_state {
    mbedtls_entropy_f_source_ptr MBEDTLS_PRIVATE(f_source);
    void *MBEDTLS_PRIVATE(p_source);
    size_t MBEDTLS_PRIVATE(size);
    size_t MBEDTLS_PRIVATE(threshold);
    int MBEDTLS_PRIVATE(strong);
};

/**
 * Where seeds come from; threads may share it. Starts with mbedtls_entropy_init(), ends with
 * mbedtls_entropy_free(). Its members are private.
 */
struct mbedtls_entropy_context {
    mbedtls_md_context_t MBEDTLS_PRIVATE(accumulator);
    int MBEDTLS_PRIVATE(accumulator_started);
    int MBEDTLS_PRIVATE(source_count);
    mbedtls_entropy_source_state MBEDTLS_PRIVATE(source)[20];
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for use.
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_entropy_init(mbedtls_entropy_context *ctx);

/**
 * Ends a context. It holds nothing that would have to be released; it may be made ready again.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_entropy_free(mbedtls_entropy_context *ctx);

/**
 * Gives random bytes of the operating system. This is what programs pass to mbedtls_ctr_drbg_seed(). Several threads
 * may use one context at the same time.
 *
 * \param data    A mbedtls_entropy_context; it is not looked at and may be NULL.
 * \param output  Where the bytes go; owned by the caller, may be NULL if `len` is 0.
 * \param len     How many, at most 64.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ENTROPY_SOURCE_FAILED: `len` is over 64, `output` is NULL, or the operating system gives
 *          none.
 */
int mbedtls_entropy_func(void *data, unsigned char *output, size_t len);

/**
 * Adds a source. The operating system's randomness is there already and is as good as any: the source is counted, and
 * never asked.
 *
 * \param ctx        The context.
 * \param f_source   The source.
 * \param p_source   Its first argument.
 * \param threshold  How many bytes it should give before it counts.
 * \param strong     MBEDTLS_ENTROPY_SOURCE_STRONG or MBEDTLS_ENTROPY_SOURCE_WEAK.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ENTROPY_MAX_SOURCES: there are 19 sources already, or the context is NULL.
 */
int mbedtls_entropy_add_source(mbedtls_entropy_context *ctx, mbedtls_entropy_f_source_ptr f_source,
    void *p_source, size_t threshold, int strong);

/**
 * Polls the sources. There is no need to: see mbedtls_entropy_add_source().
 *
 * \param ctx  The context; not looked at.
 *
 * \return  0 always.
 */
int mbedtls_entropy_gather(mbedtls_entropy_context *ctx);

/**
 * Stirs bytes into a context. There is no need to: what mbedtls_entropy_func() gives is random whatever is added.
 *
 * \param ctx   The context; not looked at.
 * \param data  The bytes; not looked at.
 * \param len   Their number.
 *
 * \return  0 always.
 */
int mbedtls_entropy_update_manual(mbedtls_entropy_context *ctx, const unsigned char *data, size_t len);

/**
 * Writes a seed of 64 random bytes to a file, which only its owner may read.
 *
 * \param ctx   The context; not looked at.
 * \param path  The file's name.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR: the file cannot be written, or its name is NULL.
 */
int mbedtls_entropy_write_seed_file(mbedtls_entropy_context *ctx, const char *path);

/**
 * Replaces the seed in a file. There is no need for the old one.
 *
 * \param ctx   The context; not looked at.
 * \param path  The file's name.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR: the file cannot be read or written, or its name is NULL.
 */
int mbedtls_entropy_update_seed_file(mbedtls_entropy_context *ctx, const char *path);

/**
 * The operating system as a source.
 *
 * \param data    Not looked at; may be NULL.
 * \param output  Where the bytes go; owned by the caller, may be NULL if `len` is 0.
 * \param len     How many.
 * \param olen    Where `len` goes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_ENTROPY_SOURCE_FAILED: the operating system gives no randomness, or an argument is NULL.
 */
int mbedtls_platform_entropy_poll(void *data, unsigned char *output, size_t len, size_t *olen);

/**
 * Checks that two draws differ.
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: they do.
 * \return  1: they do not, or there is no randomness.
 */
int mbedtls_entropy_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ENTROPY_H */
