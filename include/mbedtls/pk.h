/*
 * mbedtls/pk.h: Public and private keys.
 *
 * Generated from src/capi/pk.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PK_H
#define MBEDTLS_COMPAT_MBEDTLS_PK_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/rsa.h"
#include "mbedtls/ecp.h"
#include "mbedtls/platform_util.h"

typedef struct mbedtls_pk_info_t mbedtls_pk_info_t;
typedef struct mbedtls_pk_context mbedtls_pk_context;
/* opaque */

struct mbedtls_pk_context {
    const mbedtls_pk_info_t *pk_info;
    void *pk_ctx;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_PK_H */
