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

#include "mbedtls/compat/cipher_values.h"

/** The state of a CMAC. Never complete in C. */
struct mbedtls_cmac_context_t;

/** A cipher at work. Its members are private. */
struct mbedtls_cipher_context_t {
    /** Which cipher; null before setup. */
    const mbedtls_cipher_info_t *MBEDTLS_PRIVATE(cipher_info);
    int MBEDTLS_PRIVATE(key_bitlen);
    /** Encrypting, decrypting, or not yet set. */
    mbedtls_operation_t MBEDTLS_PRIVATE(operation);
    void (*MBEDTLS_PRIVATE(add_padding))(unsigned char *output, size_t output_len, size_t data_len);
    int (*MBEDTLS_PRIVATE(get_padding))(unsigned char *input, size_t input_len, size_t *data_len,
        size_t *invalid_padding);
    unsigned char MBEDTLS_PRIVATE(unprocessed_data)[16];
    size_t MBEDTLS_PRIVATE(unprocessed_len);
    unsigned char MBEDTLS_PRIVATE(iv)[16];
    /** The length of the IV in bytes, where it varies. */
    size_t MBEDTLS_PRIVATE(iv_size);
    void *MBEDTLS_PRIVATE(cipher_ctx);
    mbedtls_cmac_context_t *MBEDTLS_PRIVATE(cmac_ctx);
};

#include "mbedtls/compat/cipher_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_CIPHER_H */
