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

#include "mbedtls/compat/pk_values.h"

/** What is known of a kind of key. Never complete in C. */
struct mbedtls_pk_info_t;

/**
 * A key: public, or a pair. Starts with mbedtls_pk_init(), ends with mbedtls_pk_free(). Its members are
 * private.
 */
struct mbedtls_pk_context {
    const mbedtls_pk_info_t *MBEDTLS_PRIVATE(pk_info);
    void *MBEDTLS_PRIVATE(pk_ctx);
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_PK_H */
