/*
 * mbedtls/md.h: Message digests.
 *
 * Generated from src/capi/md.rs by `make headers`; change it there.
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
/* opaque */

struct mbedtls_md_context_t {
    const mbedtls_md_info_t *md_info;
    void *md_ctx;
    void *hmac_ctx;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_MD_H */
