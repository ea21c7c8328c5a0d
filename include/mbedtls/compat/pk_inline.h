/*
 * Inline functions of mbedtls/pk.h.
 *
 * Written by hand; mbedtls/pk.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PK_INLINE_H
#define MBEDTLS_COMPAT_PK_INLINE_H

/**
 * The length of a key, in whole bytes: of the modulus for RSA, of the curve's field else. 0 if there is
 * none.
 */
static inline size_t mbedtls_pk_get_len(const mbedtls_pk_context *ctx)
{
    return (mbedtls_pk_get_bitlen(ctx) + 7) / 8;
}

#endif /* MBEDTLS_COMPAT_PK_INLINE_H */
