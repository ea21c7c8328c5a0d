/*
 * mbedtls/hkdf.h: HKDF (RFC 5869): keys from a secret.
 *
 * Generated from src/capi/hkdf.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_HKDF_H
#define MBEDTLS_COMPAT_MBEDTLS_HKDF_H

#include "mbedtls/build_info.h"
#include "mbedtls/md.h"

#include "mbedtls/compat/hkdf_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * HKDF: extracts a key from a secret and expands it.
 *
 * \param md        The digest.
 * \param salt      The salt; may be NULL if `salt_len` is 0.
 * \param salt_len  Its length in bytes.
 * \param ikm       The secret; may be NULL if `ikm_len` is 0.
 * \param ikm_len   Its length in bytes.
 * \param info      What the key is for. NULL: nothing is said.
 * \param info_len  Its length in bytes.
 * \param okm       Where the key goes.
 * \param okm_len   How many bytes of it, at most 255 digests.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
 * \return  MBEDTLS_ERR_HKDF_BAD_INPUT_DATA: another argument is NULL, or `okm_len` is too long.
 */
int mbedtls_hkdf(const mbedtls_md_info_t *md, const unsigned char *salt, size_t salt_len,
    const unsigned char *ikm, size_t ikm_len, const unsigned char *info, size_t info_len, unsigned char *okm,
    size_t okm_len);

/**
 * The first half of HKDF: a key that is uniformly random, from a secret that need not be.
 *
 * \param md        The digest.
 * \param salt      The salt; may be NULL if `salt_len` is 0.
 * \param salt_len  Its length in bytes.
 * \param ikm       The secret; may be NULL if `ikm_len` is 0.
 * \param ikm_len   Its length in bytes.
 * \param prk       Where the key goes, which is as long as a digest.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
 * \return  MBEDTLS_ERR_HKDF_BAD_INPUT_DATA: another argument is NULL.
 */
int mbedtls_hkdf_extract(const mbedtls_md_info_t *md, const unsigned char *salt, size_t salt_len,
    const unsigned char *ikm, size_t ikm_len, unsigned char *prk);

/**
 * The second half of HKDF: keys of any length from a uniformly random one.
 *
 * \param md        The digest.
 * \param prk       The key to begin with.
 * \param prk_len   Its length in bytes, at least that of a digest.
 * \param info      What the new key is for. NULL: nothing is said.
 * \param info_len  Its length in bytes.
 * \param okm       Where the new key goes.
 * \param okm_len   How many bytes of it, at most 255 digests.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_HKDF_BAD_INPUT_DATA: an argument is NULL, `prk_len` is too short or `okm_len` too long.
 */
int mbedtls_hkdf_expand(const mbedtls_md_info_t *md, const unsigned char *prk, size_t prk_len,
    const unsigned char *info, size_t info_len, unsigned char *okm, size_t okm_len);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_HKDF_H */
