/*
 * mbedtls/nist_kw.h: Key wrapping.
 *
 * Generated from src/capi/nist_kw.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_NIST_KW_H
#define MBEDTLS_COMPAT_MBEDTLS_NIST_KW_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

typedef struct mbedtls_nist_kw_context mbedtls_nist_kw_context;

#include "mbedtls/compat/nist_kw_values.h"

/** A key that wraps keys. Its members are private. */
struct mbedtls_nist_kw_context {
    uint64_t MBEDTLS_PRIVATE(state)[12];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for mbedtls_nist_kw_setkey().
 *
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_nist_kw_init(mbedtls_nist_kw_context *ctx);

/**
 * Wipes a context; afterwards it is as mbedtls_nist_kw_init() leaves it.
 *
 * \param ctx  The context. NULL: nothing happens.
 */
void mbedtls_nist_kw_free(mbedtls_nist_kw_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx      The context.
 * \param cipher   MBEDTLS_CIPHER_ID_AES.
 * \param key      The key; it is copied.
 * \param keybits  Its length in bits: 128, 192 or 256.
 * \param is_wrap  Not 0: to wrap. 0: to unwrap.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: it is ARIA or Camellia.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another cipher or length, or `ctx` or `key` is NULL.
 */
int mbedtls_nist_kw_setkey(mbedtls_nist_kw_context *ctx, mbedtls_cipher_id_t cipher, const unsigned char *key,
    unsigned int keybits, int is_wrap);

/**
 * Wraps a key.
 *
 * \param ctx       The context, with a key to wrap.
 * \param mode      MBEDTLS_KW_MODE_KW: the key is 16 bytes or more, in whole units of 8. MBEDTLS_KW_MODE_KWP: any but 0 bytes.
 * \param input     The key to wrap.
 * \param in_len    Its length in bytes.
 * \param output    Where the wrapped key goes; may be `input`.
 * \param out_len   Receives its length: `in_len`, rounded up to 8, and 8.
 * \param out_size  The room at `output`, in bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a length or the mode is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_nist_kw_wrap(mbedtls_nist_kw_context *ctx, mbedtls_nist_kw_mode_t mode,
    const unsigned char *input, size_t in_len, unsigned char *output, size_t *out_len, size_t out_size);

/**
 * Unwraps a key.
 *
 * \param ctx       The context, with a key to unwrap.
 * \param mode      MBEDTLS_KW_MODE_KW or MBEDTLS_KW_MODE_KWP, as it was wrapped.
 * \param input     The wrapped key.
 * \param in_len    Its length in bytes.
 * \param output    Where the key goes; may be `input`. It is zeros if unwrapping fails.
 * \param out_len   Receives its length.
 * \param out_size  The room at `output`, in bytes: at least `in_len` - 8.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_AUTH_FAILED: this was not wrapped with that key.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a length or the mode is out of range, a pointer is NULL, or there is no key.
 */
int mbedtls_nist_kw_unwrap(mbedtls_nist_kw_context *ctx, mbedtls_nist_kw_mode_t mode,
    const unsigned char *input, size_t in_len, unsigned char *output, size_t *out_len, size_t out_size);

/**
 * Computes known answers.
 *
 * \param verbose  Not 0: says on the standard output what was computed and whether it was right.
 *
 * \return  0: all were right.
 * \return  1: one was not.
 */
int mbedtls_nist_kw_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_NIST_KW_H */
