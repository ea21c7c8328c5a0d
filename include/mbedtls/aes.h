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
struct mbedtls_aes_context {
    int nr;
    size_t rk_offset;
    uint32_t buf[68];
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_AES_H */
