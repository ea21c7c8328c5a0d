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

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Prepares a cache for use: it is empty, keeps 50 sessions, and each for a day.
 *
 * \param cache  The cache, in memory of the caller; NULL does nothing. Whatever it held before is forgotten, not released.
 */
void mbedtls_ssl_cache_init(mbedtls_ssl_cache_context *cache);

/**
 * Finds a session: an `mbedtls_ssl_cache_get_t` for `mbedtls_ssl_conf_session_cache()`.
 *
 * \param data            The cache.
 * \param session_id      The id.
 * \param session_id_len  Its length.
 * \param session         Gets a copy; initialised, and what it held is released.
 *
 * \return  0: found.
 * \return  MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND: not found, or too old; the session is as it was.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL.
 * \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory.
 */
int mbedtls_ssl_cache_get(void *data, const unsigned char *session_id, size_t session_id_len,
    mbedtls_ssl_session *session);

/**
 * Stores a copy of a session: an `mbedtls_ssl_cache_set_t` for `mbedtls_ssl_conf_session_cache()`. It takes the place of one
 * with the same id; if the cache is full, the oldest one goes.
 *
 * \param data            The cache.
 * \param session_id      The id.
 * \param session_id_len  Its length, at most 32.
 * \param session         The session.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, an id that is too long, or a session that makes no sense.
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: the session is empty, or not one of TLS 1.3.
 */
int mbedtls_ssl_cache_set(void *data, const unsigned char *session_id, size_t session_id_len,
    const mbedtls_ssl_session *session);

/**
 * Forgets a session.
 *
 * \param data            The cache.
 * \param session_id      The id.
 * \param session_id_len  Its length.
 *
 * \return  0: it is not there (any more).
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL.
 */
int mbedtls_ssl_cache_remove(void *data, const unsigned char *session_id, size_t session_id_len);

/**
 * Sets how long a session is kept.
 *
 * \param cache    The cache; NULL does nothing.
 * \param timeout  Seconds; 0 is without limit, and so is less.
 */
void mbedtls_ssl_cache_set_timeout(mbedtls_ssl_cache_context *cache, int timeout);

/**
 * Sets how many sessions are kept.
 *
 * \param cache  The cache; NULL does nothing.
 * \param max    The count; 0 or less keeps none.
 */
void mbedtls_ssl_cache_set_max_entries(mbedtls_ssl_cache_context *cache, int max);

/**
 * Wipes and releases all sessions.
 *
 * \param cache  The cache; NULL does nothing.
 */
void mbedtls_ssl_cache_free(mbedtls_ssl_cache_context *cache);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/ssl_cache_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_CACHE_H */
