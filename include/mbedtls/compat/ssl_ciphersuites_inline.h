/*
 * Inline functions of mbedtls/ssl_ciphersuites.h.
 *
 * Written by hand; mbedtls/ssl_ciphersuites.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SSL_CIPHERSUITES_INLINE_H
#define MBEDTLS_COMPAT_SSL_CIPHERSUITES_INLINE_H

/** The number of a cipher suite. */
static inline int mbedtls_ssl_ciphersuite_get_id(const mbedtls_ssl_ciphersuite_t *info)
{
    return info->MBEDTLS_PRIVATE(id);
}

/** The name of a cipher suite, as in "TLS1-3-AES-128-GCM-SHA256". The library's own, never freed. */
static inline const char *mbedtls_ssl_ciphersuite_get_name(const mbedtls_ssl_ciphersuite_t *info)
{
    return info->MBEDTLS_PRIVATE(name);
}

#endif /* MBEDTLS_COMPAT_SSL_CIPHERSUITES_INLINE_H */
