/*
 * mbedtls/pkcs5.h: Keys from passwords, and what is encrypted with them (PKCS #5, RFC 8018).
 *
 * Generated from src/capi/pkcs5.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PKCS5_H
#define MBEDTLS_COMPAT_MBEDTLS_PKCS5_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/md.h"
#include "mbedtls/cipher.h"
#include <stddef.h>
#include <stdint.h>

#include "mbedtls/compat/pkcs5_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Derives a key from a password: PBKDF2 with HMAC.
 *
 * \param md_type          The digest of the HMAC.
 * \param password         The password; may be NULL if `plen` is 0.
 * \param plen             Its length in bytes.
 * \param salt             The salt; may be NULL if `slen` is 0.
 * \param slen             Its length in bytes.
 * \param iteration_count  How many iterations are done; 0 counts as 1.
 * \param key_length       How many bytes of key are wanted.
 * \param output           Where the key goes; may be NULL if `key_length` is 0.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE: there is no such digest.
 * \return  MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA: another argument is NULL.
 */
int mbedtls_pkcs5_pbkdf2_hmac_ext(mbedtls_md_type_t md_type, const unsigned char *password, size_t plen,
    const unsigned char *salt, size_t slen, unsigned int iteration_count, uint32_t key_length,
    unsigned char *output);

/**
 * As mbedtls_pkcs5_pbkdf2_hmac_ext(), for programs that have a context. Afterwards it has begun an HMAC whose key is
 * the password.
 *
 * \param ctx              A context that is set up for HMAC.
 * \param password         The password; may be NULL if `plen` is 0.
 * \param plen             Its length in bytes.
 * \param salt             The salt; may be NULL if `slen` is 0.
 * \param slen             Its length in bytes.
 * \param iteration_count  How many iterations are done; 0 counts as 1.
 * \param key_length       How many bytes of key are wanted.
 * \param output           Where the key goes; may be NULL if `key_length` is 0.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or NULL.
 * \return  MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA: another argument is NULL.
 */
int mbedtls_pkcs5_pbkdf2_hmac(mbedtls_md_context_t *ctx, const unsigned char *password, size_t plen,
    const unsigned char *salt, size_t slen, unsigned int iteration_count, uint32_t key_length,
    unsigned char *output);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_PKCS5_H */
