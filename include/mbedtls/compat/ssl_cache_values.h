/*
 * Constants of mbedtls/ssl_cache.h.
 *
 * Written by hand; mbedtls/ssl_cache.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SSL_CACHE_VALUES_H
#define MBEDTLS_COMPAT_SSL_CACHE_VALUES_H

/** How long a session is kept unless configured, in seconds. */
#define MBEDTLS_SSL_CACHE_DEFAULT_TIMEOUT 86400
/** How many sessions are kept unless configured. */
#define MBEDTLS_SSL_CACHE_DEFAULT_MAX_ENTRIES 50

#endif /* MBEDTLS_COMPAT_SSL_CACHE_VALUES_H */
