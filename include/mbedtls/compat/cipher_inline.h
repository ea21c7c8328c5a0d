/*
 * Inline functions of mbedtls/cipher.h.
 *
 * Written by hand; mbedtls/cipher.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CIPHER_INLINE_H
#define MBEDTLS_COMPAT_CIPHER_INLINE_H

/** The cipher type; `MBEDTLS_CIPHER_NONE` for null. */
static inline mbedtls_cipher_type_t mbedtls_cipher_info_get_type(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return MBEDTLS_CIPHER_NONE;
    }
    return (mbedtls_cipher_type_t) info->MBEDTLS_PRIVATE(type);
}

/** The mode of operation; `MBEDTLS_MODE_NONE` for null. */
static inline mbedtls_cipher_mode_t mbedtls_cipher_info_get_mode(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return MBEDTLS_MODE_NONE;
    }
    return (mbedtls_cipher_mode_t) info->MBEDTLS_PRIVATE(mode);
}

/** The length of the key, in bits; 0 for null. */
static inline size_t mbedtls_cipher_info_get_key_bitlen(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return 0;
    }
    return (size_t) info->MBEDTLS_PRIVATE(key_bitlen) << MBEDTLS_KEY_BITLEN_SHIFT;
}

/** The name, as in "AES-128-GCM"; null for null. */
static inline const char *mbedtls_cipher_info_get_name(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return NULL;
    }
    return info->MBEDTLS_PRIVATE(name);
}

/** The length of the IV, in bytes; 0 for null. */
static inline size_t mbedtls_cipher_info_get_iv_size(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return 0;
    }
    return (size_t) info->MBEDTLS_PRIVATE(iv_size) << MBEDTLS_IV_SIZE_SHIFT;
}

/** The length of a block, in bytes; 0 for null. */
static inline size_t mbedtls_cipher_info_get_block_size(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return 0;
    }
    return info->MBEDTLS_PRIVATE(block_size);
}

/** Not 0 if the key may have several lengths. */
static inline int mbedtls_cipher_info_has_variable_key_bitlen(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return 0;
    }
    return (int) info->MBEDTLS_PRIVATE(flags) & MBEDTLS_CIPHER_VARIABLE_KEY_LEN;
}

/** Not 0 if the IV may have several lengths. */
static inline int mbedtls_cipher_info_has_variable_iv_size(const mbedtls_cipher_info_t *info)
{
    if (info == NULL) {
        return 0;
    }
    return (int) info->MBEDTLS_PRIVATE(flags) & MBEDTLS_CIPHER_VARIABLE_IV_LEN;
}

/** The length of a block, in bytes; 0 before setup. */
static inline unsigned int mbedtls_cipher_get_block_size(const mbedtls_cipher_context_t *ctx)
{
    if (ctx->MBEDTLS_PRIVATE(cipher_info) == NULL) {
        return 0;
    }
    return ctx->MBEDTLS_PRIVATE(cipher_info)->MBEDTLS_PRIVATE(block_size);
}

/** The mode of operation; `MBEDTLS_MODE_NONE` before setup. */
static inline mbedtls_cipher_mode_t mbedtls_cipher_get_cipher_mode(
    const mbedtls_cipher_context_t *ctx)
{
    if (ctx->MBEDTLS_PRIVATE(cipher_info) == NULL) {
        return MBEDTLS_MODE_NONE;
    }
    return (mbedtls_cipher_mode_t) ctx->MBEDTLS_PRIVATE(cipher_info)->MBEDTLS_PRIVATE(mode);
}

/** The length of the IV in use, in bytes; 0 before setup. */
static inline int mbedtls_cipher_get_iv_size(const mbedtls_cipher_context_t *ctx)
{
    if (ctx->MBEDTLS_PRIVATE(cipher_info) == NULL) {
        return 0;
    }
    if (ctx->MBEDTLS_PRIVATE(iv_size) != 0) {
        return (int) ctx->MBEDTLS_PRIVATE(iv_size);
    }
    return (int) mbedtls_cipher_info_get_iv_size(ctx->MBEDTLS_PRIVATE(cipher_info));
}

/** The cipher type; `MBEDTLS_CIPHER_NONE` before setup. */
static inline mbedtls_cipher_type_t mbedtls_cipher_get_type(const mbedtls_cipher_context_t *ctx)
{
    if (ctx->MBEDTLS_PRIVATE(cipher_info) == NULL) {
        return MBEDTLS_CIPHER_NONE;
    }
    return (mbedtls_cipher_type_t) ctx->MBEDTLS_PRIVATE(cipher_info)->MBEDTLS_PRIVATE(type);
}

/** The name; null before setup. */
static inline const char *mbedtls_cipher_get_name(const mbedtls_cipher_context_t *ctx)
{
    if (ctx->MBEDTLS_PRIVATE(cipher_info) == NULL) {
        return NULL;
    }
    return ctx->MBEDTLS_PRIVATE(cipher_info)->MBEDTLS_PRIVATE(name);
}

/** The length of the key, in bits; 0 before setup. */
static inline int mbedtls_cipher_get_key_bitlen(const mbedtls_cipher_context_t *ctx)
{
    if (ctx->MBEDTLS_PRIVATE(cipher_info) == NULL) {
        return 0;
    }
    return (int) mbedtls_cipher_info_get_key_bitlen(ctx->MBEDTLS_PRIVATE(cipher_info));
}

/** Whether the context encrypts or decrypts; `MBEDTLS_OPERATION_NONE` before setup. */
static inline mbedtls_operation_t mbedtls_cipher_get_operation(const mbedtls_cipher_context_t *ctx)
{
    if (ctx->MBEDTLS_PRIVATE(cipher_info) == NULL) {
        return MBEDTLS_OPERATION_NONE;
    }
    return ctx->MBEDTLS_PRIVATE(operation);
}

#endif /* MBEDTLS_COMPAT_CIPHER_INLINE_H */
