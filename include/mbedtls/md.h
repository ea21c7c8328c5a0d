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

#include "mbedtls/compat/md_values.h"

/** What is known of a digest. Never complete in C. */
struct mbedtls_md_info_t;

/** A digest or HMAC at work. Its members are private. */
struct mbedtls_md_context_t {
    const mbedtls_md_info_t *MBEDTLS_PRIVATE(md_info);
    void *MBEDTLS_PRIVATE(md_ctx);
    void *MBEDTLS_PRIVATE(hmac_ctx);
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_MD_H */
