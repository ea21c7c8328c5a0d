/*
 * mbedtls/pkcs5.h: Keys from passwords, and what is encrypted with them (PKCS #5, RFC 8018).
 *
 * Generated from src/capi/pkcs5.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PKCS5_H
#define MBEDTLS_COMPAT_MBEDTLS_PKCS5_H

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

/**
 * As mbedtls_pkcs5_pbes2_ext(), for programs that know how much room the output takes.
 *
 * \param pbe_params  The parameters: the contents of the SEQUENCE.
 * \param mode        MBEDTLS_PKCS5_ENCRYPT or MBEDTLS_PKCS5_DECRYPT.
 * \param pwd         The password; may be NULL if `pwdlen` is 0.
 * \param pwdlen      Its length in bytes.
 * \param data        What is encrypted or decrypted; may be NULL if `datalen` is 0.
 * \param datalen     Its length in bytes.
 * \param output      Where the result goes: `datalen` bytes, and up to one block more when it is encrypted.
 *
 * \return  As mbedtls_pkcs5_pbes2_ext().
 */
int mbedtls_pkcs5_pbes2(const mbedtls_asn1_buf *pbe_params, int mode, const unsigned char *pwd, size_t pwdlen,
    const unsigned char *data, size_t datalen, unsigned char *output);

/**
 * Encrypts or decrypts with a password: PBES2 (RFC 8018 section 6.2) with PBKDF2.
 *
 * \param pbe_params   The parameters: the contents of the SEQUENCE, as encrypted key files have them.
 * \param mode         MBEDTLS_PKCS5_ENCRYPT or MBEDTLS_PKCS5_DECRYPT.
 * \param pwd          The password; may be NULL if `pwdlen` is 0.
 * \param pwdlen       Its length in bytes.
 * \param data         What is encrypted or decrypted; may be NULL if `datalen` is 0.
 * \param datalen      Its length in bytes.
 * \param output       Where the result goes.
 * \param output_size  How much room is there: `datalen` bytes, and up to one block more when it is encrypted.
 * \param output_len   Where its length goes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH: the password is wrong, or the data is damaged.
 * \return  MBEDTLS_ERR_PKCS5_INVALID_FORMAT, alone or with an ASN.1 code: the parameters are malformed.
 * \return  MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE: the derivation, digest or cipher is not there, or the iterations are
 *          over 10,000,000.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `mode` is neither.
 * \return  MBEDTLS_ERR_ASN1_BUF_TOO_SMALL: there is too little room.
 * \return  MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA: an argument is NULL.
 */
int mbedtls_pkcs5_pbes2_ext(const mbedtls_asn1_buf *pbe_params, int mode, const unsigned char *pwd,
    size_t pwdlen, const unsigned char *data, size_t datalen, unsigned char *output, size_t output_size,
    size_t *output_len);

/**
 * Checks that PBKDF2 gives what is published (RFC 6070).
 *
 * \param verbose  Not 0: says so on the standard output.
 *
 * \return  0: it does.
 * \return  1: it does not.
 */
int mbedtls_pkcs5_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_PKCS5_H */
