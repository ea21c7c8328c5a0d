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
typedef int (*mbedtls_entropy_f_source_ptr)(void*, unsigned char*, size_t, size_t*);

struct mbedtls_entropy_source_state {
    mbedtls_entropy_f_source_ptr f_source;
    void *p_source;
    size_t size;
    size_t threshold;
    int strong;
};

struct mbedtls_entropy_context {
    mbedtls_md_context_t accumulator;
    int accumulator_started;
    int source_count;
    mbedtls_entropy_source_state source[20];
    mbedtls_threading_mutex_t mutex;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_ENTROPY_H */
