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
struct mbedtls_ssl_cache_entry {
    mbedtls_time_t timestamp;
    unsigned char session_id[32];
    size_t session_id_len;
    unsigned char *session;
    size_t session_len;
    mbedtls_ssl_cache_entry *next;
};

struct mbedtls_ssl_cache_context {
    mbedtls_ssl_cache_entry *chain;
    int timeout;
    int max_entries;
    mbedtls_threading_mutex_t mutex;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_CACHE_H */
