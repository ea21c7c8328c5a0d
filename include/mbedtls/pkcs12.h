/*
 * mbedtls/pkcs12.h: Keys from passwords, and what is encrypted with them, as PKCS #12 (RFC 7292) has it.
 *
 * Generated from src/capi/pkcs12.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PKCS12_H
#define MBEDTLS_COMPAT_MBEDTLS_PKCS12_H

#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/cipher.h"
#include "mbedtls/asn1.h"
#include <stddef.h>

#include "mbedtls/compat/pkcs12_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Derives bytes from a password (RFC 7292 appendix B.2).
 *
 * \param data        Where the bytes go.
 * \param datalen     How many, at most 128.
 * \param pwd         The password as two bytes a letter, the higher first, and two zero bytes at the end. NULL with a
 *                    `pwdlen` of 0: none.
 * \param pwdlen      Its length in bytes, at most 64.
 * \param salt        The salt. NULL with a `saltlen` of 0: none.
 * \param saltlen     Its length in bytes, at most 64.
 * \param mbedtls_md  The digest.
 * \param id          What the bytes are for: MBEDTLS_PKCS12_DERIVE_KEY, _IV or _MAC_KEY; one byte of it counts.
 * \param iterations  How often the digest is computed; 0 counts as 1.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA: an argument is NULL, too long or negative.
 * \return  MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED: there is no such digest.
 */
int mbedtls_pkcs12_derivation(unsigned char *data, size_t datalen, const unsigned char *pwd, size_t pwdlen,
    const unsigned char *salt, size_t saltlen, mbedtls_md_type_t mbedtls_md, int id, int iterations);

/**
 * As mbedtls_pkcs12_pbe_ext(), for programs that know how much room the output takes.
 *
 * \param pbe_params   The parameters: the contents of the SEQUENCE.
 * \param mode         MBEDTLS_PKCS12_PBE_ENCRYPT or MBEDTLS_PKCS12_PBE_DECRYPT.
 * \param cipher_type  The cipher, one in CBC mode.
 * \param md_type      The digest of the derivation.
 * \param pwd          The password in ASCII, without an end; may be NULL if `pwdlen` is 0.
 * \param pwdlen       Its length in bytes, at most 31.
 * \param data         What is encrypted or decrypted; may be NULL if `len` is 0.
 * \param len          Its length in bytes.
 * \param output       Where the result goes: `len` bytes, and up to one block more when it is encrypted.
 *
 * \return  As mbedtls_pkcs12_pbe_ext().
 */
int mbedtls_pkcs12_pbe(mbedtls_asn1_buf *pbe_params, int mode, mbedtls_cipher_type_t cipher_type,
    mbedtls_md_type_t md_type, const unsigned char *pwd, size_t pwdlen, const unsigned char *data, size_t len,
    unsigned char *output);

/**
 * Encrypts or decrypts with a password (RFC 7292 appendix C).
 *
 * \param pbe_params   The parameters: the contents of the SEQUENCE, that is a salt and a number of iterations.
 * \param mode         MBEDTLS_PKCS12_PBE_ENCRYPT or MBEDTLS_PKCS12_PBE_DECRYPT.
 * \param cipher_type  The cipher, one in CBC mode.
 * \param md_type      The digest of the derivation.
 * \param pwd          The password in ASCII, without an end; may be NULL if `pwdlen` is 0.
 * \param pwdlen       Its length in bytes, at most 31.
 * \param data         What is encrypted or decrypted; may be NULL if `len` is 0.
 * \param len          Its length in bytes.
 * \param output       Where the result goes.
 * \param output_size  How much room is there: `len` bytes, and up to one block more when it is encrypted.
 * \param output_len   Where its length goes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH: the password is wrong, or the data is damaged.
 * \return  MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT, alone or with an ASN.1 code: the parameters are malformed.
 * \return  MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE: there is no such cipher, or the iterations are over 10,000,000.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: the cipher is in another mode, or `mode` is neither.
 * \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: what should be decrypted is no number of blocks.
 * \return  MBEDTLS_ERR_ASN1_BUF_TOO_SMALL: there is too little room.
 * \return  MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED: there is no such digest.
 * \return  MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA: password or salt are too long, or an argument is NULL.
 */
int mbedtls_pkcs12_pbe_ext(mbedtls_asn1_buf *pbe_params, int mode, mbedtls_cipher_type_t cipher_type,
    mbedtls_md_type_t md_type, const unsigned char *pwd, size_t pwdlen, const unsigned char *data, size_t len,
    unsigned char *output, size_t output_size, size_t *output_len);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_PKCS12_H */
