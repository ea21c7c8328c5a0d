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

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ENTROPY_H */
