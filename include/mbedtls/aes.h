/*
 * mbedtls/aes.h: AES.
 *
 * Generated from src/capi/aes.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_AES_H
#define MBEDTLS_COMPAT_MBEDTLS_AES_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_aes_context mbedtls_aes_context;

#include "mbedtls/compat/aes_values.h"

/** An AES key schedule. Its members are private. */
struct mbedtls_aes_context {
    int MBEDTLS_PRIVATE(nr);
    size_t MBEDTLS_PRIVATE(rk_offset);
    uint32_t MBEDTLS_PRIVATE(buf)[68];
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_AES_H */
