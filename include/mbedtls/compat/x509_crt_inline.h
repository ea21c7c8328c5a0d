/*
 * Inline functions of mbedtls/x509_crt.h.
 *
 * Written by hand; mbedtls/x509_crt.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_X509_CRT_INLINE_H
#define MBEDTLS_COMPAT_X509_CRT_INLINE_H

/**
 * Whether a certificate has an extension, `ext_type` being one of `MBEDTLS_X509_EXT_...`. Returns that
 * number if so, else 0.
 */
static inline int mbedtls_x509_crt_has_ext_type(const mbedtls_x509_crt *ctx, int ext_type)
{
    return ctx->MBEDTLS_PRIVATE(ext_types) & ext_type;
}

#endif /* MBEDTLS_COMPAT_X509_CRT_INLINE_H */
