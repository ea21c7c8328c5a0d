/*
 * Inline functions of mbedtls/ssl_cache.h.
 *
 * Written by hand; mbedtls/ssl_cache.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SSL_CACHE_INLINE_H
#define MBEDTLS_COMPAT_SSL_CACHE_INLINE_H

/** How long a session is kept, in seconds; 0: for ever. */
static inline int mbedtls_ssl_cache_get_timeout(mbedtls_ssl_cache_context *cache)
{
    return cache->MBEDTLS_PRIVATE(timeout);
}

#endif /* MBEDTLS_COMPAT_SSL_CACHE_INLINE_H */
