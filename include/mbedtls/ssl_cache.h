/*
 * mbedtls/ssl_cache.h: A server's cache of sessions.
 *
 * Generated from src/capi/ssl_cache.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SSL_CACHE_H
#define MBEDTLS_COMPAT_MBEDTLS_SSL_CACHE_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/threading.h"

typedef struct mbedtls_ssl_cache_entry mbedtls_ssl_cache_entry;
typedef struct mbedtls_ssl_cache_context mbedtls_ssl_cache_context;

#include "mbedtls/compat/ssl_cache_values.h"

/** One session in a cache. Its members are private. */
struct mbedtls_ssl_cache_entry {
    mbedtls_time_t MBEDTLS_PRIVATE(timestamp);
    unsigned char MBEDTLS_PRIVATE(session_id)[32];
    size_t MBEDTLS_PRIVATE(session_id_len);
    unsigned char *MBEDTLS_PRIVATE(session);
    size_t MBEDTLS_PRIVATE(session_len);
    mbedtls_ssl_cache_entry *MBEDTLS_PRIVATE(next);
};

/**
 * A cache of sessions for servers; threads may share it. Starts with mbedtls_ssl_cache_init(), ends with
 * mbedtls_ssl_cache_free(). Its members are private.
 */
struct mbedtls_ssl_cache_context {
    mbedtls_ssl_cache_entry *MBEDTLS_PRIVATE(chain);
    /** How long a session is kept, in seconds. */
    int MBEDTLS_PRIVATE(timeout);
    int MBEDTLS_PRIVATE(max_entries);
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
};

#include "mbedtls/compat/ssl_cache_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_CACHE_H */
