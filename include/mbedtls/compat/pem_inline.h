/*
 * Inline functions of mbedtls/pem.h.
 *
 * Written by hand; mbedtls/pem.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PEM_INLINE_H
#define MBEDTLS_COMPAT_PEM_INLINE_H

/** What a block holds; its length goes to `buflen`. It stays the context's. */
static inline const unsigned char *mbedtls_pem_get_buffer(mbedtls_pem_context *ctx, size_t *buflen)
{
    *buflen = ctx->MBEDTLS_PRIVATE(buflen);
    return ctx->MBEDTLS_PRIVATE(buf);
}

#endif /* MBEDTLS_COMPAT_PEM_INLINE_H */
