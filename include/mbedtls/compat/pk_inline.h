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

/** The RSA key in a context, which owns it; NULL if it holds another key, or none. */
static inline mbedtls_rsa_context *mbedtls_pk_rsa(const mbedtls_pk_context pk)
{
    return mbedtls_pk_get_type(&pk) == MBEDTLS_PK_RSA ?
        (mbedtls_rsa_context *) pk.MBEDTLS_PRIVATE(pk_ctx) : NULL;
}

/** The key on a curve in a context, which owns it; NULL if it holds another key, or none. */
static inline mbedtls_ecp_keypair *mbedtls_pk_ec(const mbedtls_pk_context pk)
{
    mbedtls_pk_type_t type = mbedtls_pk_get_type(&pk);
    return type == MBEDTLS_PK_ECKEY || type == MBEDTLS_PK_ECKEY_DH || type == MBEDTLS_PK_ECDSA ?
        (mbedtls_ecp_keypair *) pk.MBEDTLS_PRIVATE(pk_ctx) : NULL;
}

#endif /* MBEDTLS_COMPAT_PK_INLINE_H */
