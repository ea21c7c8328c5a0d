/*
 * Constants of mbedtls/ssl_cookie.h.
 *
 * Written by hand; mbedtls/ssl_cookie.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SSL_COOKIE_VALUES_H
#define MBEDTLS_COMPAT_SSL_COOKIE_VALUES_H

#ifndef MBEDTLS_SSL_COOKIE_TIMEOUT
/** How long a cookie is good for unless mbedtls_ssl_cookie_set_timeout() says otherwise, in seconds. */
#define MBEDTLS_SSL_COOKIE_TIMEOUT 60
#endif

#endif /* MBEDTLS_COMPAT_SSL_COOKIE_VALUES_H */
