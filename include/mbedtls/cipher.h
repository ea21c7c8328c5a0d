/*
 * mbedtls/cipher.h: Symmetric ciphers: names and numbers.
 *
 * Generated from src/capi/cipher.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CIPHER_H
#define MBEDTLS_COMPAT_MBEDTLS_CIPHER_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>

typedef struct mbedtls_cmac_context_t mbedtls_cmac_context_t;
typedef struct mbedtls_cipher_context_t mbedtls_cipher_context_t;
/* opaque */

struct mbedtls_cipher_context_t {
    const mbedtls_cipher_info_t *cipher_info;
    int key_bitlen;
    mbedtls_operation_t operation;
    void (*add_padding)(unsigned char*, size_t, size_t);
    int (*get_padding)(unsigned char*, size_t, size_t*, size_t*);
    unsigned char unprocessed_data[16];
    size_t unprocessed_len;
    unsigned char iv[16];
    size_t iv_size;
    void *cipher_ctx;
    mbedtls_cmac_context_t *cmac_ctx;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_CIPHER_H */
