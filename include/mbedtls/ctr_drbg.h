/*
 * mbedtls/ctr_drbg.h: The random number generator that most programs hand to mbedtls_ssl_conf_rng().
 *
 * Generated from src/capi/ctr_drbg.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CTR_DRBG_H
#define MBEDTLS_COMPAT_MBEDTLS_CTR_DRBG_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/aes.h"
#include "mbedtls/entropy.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/threading.h"

typedef struct mbedtls_ctr_drbg_context mbedtls_ctr_drbg_context;
struct mbedtls_ctr_drbg_context {
    unsigned char counter[16];
    int reseed_counter;
    int prediction_resistance;
    size_t entropy_len;
    int reseed_interval;
    mbedtls_aes_context aes_ctx;
    int (*f_entropy)(void*, unsigned char*, size_t);
    void *p_entropy;
    mbedtls_threading_mutex_t mutex;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_CTR_DRBG_H */
