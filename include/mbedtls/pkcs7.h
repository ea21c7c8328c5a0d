/*
 * mbedtls/pkcs7.h: Signed data (PKCS #7).
 *
 * Generated from src/capi/pkcs7.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PKCS7_H
#define MBEDTLS_COMPAT_MBEDTLS_PKCS7_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/x509_crt.h"

typedef struct mbedtls_pkcs7_signer_info mbedtls_pkcs7_signer_info;
typedef struct mbedtls_pkcs7_signed_data mbedtls_pkcs7_signed_data;
typedef struct mbedtls_pkcs7 mbedtls_pkcs7;

#include "mbedtls/compat/pkcs7_values.h"

/** Bytes inside a message. */
typedef mbedtls_asn1_buf mbedtls_pkcs7_buf;

/** A distinguished name: a list with one node per attribute. */
typedef mbedtls_asn1_named_data mbedtls_pkcs7_name;

/** A list of values of one kind. */
typedef mbedtls_asn1_sequence mbedtls_pkcs7_sequence;

/** One who signed a message. Its members are private. */
struct mbedtls_pkcs7_signer_info {
    int MBEDTLS_PRIVATE(version);
    mbedtls_x509_buf MBEDTLS_PRIVATE(serial);
    mbedtls_x509_name MBEDTLS_PRIVATE(issuer);
    mbedtls_x509_buf MBEDTLS_PRIVATE(issuer_raw);
    mbedtls_x509_buf MBEDTLS_PRIVATE(alg_identifier);
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig_alg_identifier);
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig);
    mbedtls_pkcs7_signer_info *MBEDTLS_PRIVATE(next);
};

/** What a message with signed data says. Its members are private. */
struct mbedtls_pkcs7_signed_data {
    int MBEDTLS_PRIVATE(version);
    mbedtls_pkcs7_buf MBEDTLS_PRIVATE(digest_alg_identifiers);
    int MBEDTLS_PRIVATE(no_of_certs);
    mbedtls_x509_crt MBEDTLS_PRIVATE(certs);
    int MBEDTLS_PRIVATE(no_of_crls);
    mbedtls_x509_crl MBEDTLS_PRIVATE(crl);
    int MBEDTLS_PRIVATE(no_of_signers);
    mbedtls_pkcs7_signer_info MBEDTLS_PRIVATE(signers);
};

/**
 * A message (PKCS #7). Starts with mbedtls_pkcs7_init(), ends with mbedtls_pkcs7_free(). Its members are private.
 */
struct mbedtls_pkcs7 {
    mbedtls_pkcs7_buf MBEDTLS_PRIVATE(raw);
    mbedtls_pkcs7_signed_data MBEDTLS_PRIVATE(signed_data);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Sets a message up as empty. Call it once, before anything else is done with it.
 *
 * \param pkcs7  The message; null does nothing.
 */
void mbedtls_pkcs7_init(mbedtls_pkcs7 *pkcs7);

/**
 * Frees what a message holds and leaves it empty.
 *
 * \param pkcs7  The message; null does nothing.
 */
void mbedtls_pkcs7_free(mbedtls_pkcs7 *pkcs7);

/**
 * Reads a message in DER that holds signed data. A copy is kept.
 *
 * Read are detached signatures (the data is not in the message) of one digest algorithm, without signed attributes,
 * with one certificate at most and no revocation list.
 *
 * \param pkcs7   The message, initialised and empty. After an error it is empty.
 * \param buf     The message, and nothing behind it.
 * \param buflen  Its length in bytes.
 *
 * \return #MBEDTLS_PKCS7_SIGNED_DATA when it was read.
 * \return #MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE if it holds something that is not read.
 * \return #MBEDTLS_ERR_PKCS7_INVALID_FORMAT, `_CONTENT_INFO`, `_VERSION`, `_ALG`, `_CERT` or `_SIGNER_INFO` for the
 *         part that is wrong, with an MBEDTLS_ERR_ASN1 code added or not, or such a code alone.
 * \return #MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA if the content type does not exist, or for null.
 * \return #MBEDTLS_ERR_PKCS7_ALLOC_FAILED when there is no memory.
 */
int mbedtls_pkcs7_parse_der(mbedtls_pkcs7 *pkcs7, const unsigned char *buf, size_t buflen);

/**
 * Verifies a message's signature of data with a certificate. That the certificate is to be trusted, and who it belongs
 * to, is not looked at.
 *
 * \param pkcs7    The message.
 * \param cert     The certificate of one who signed.
 * \param data     The data.
 * \param datalen  Its length in bytes.
 *
 * \return 0 if the certificate's key made one of the signatures.
 * \return #MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID if the certificate is not valid now.
 * \return #MBEDTLS_ERR_PKCS7_INVALID_CERT if nobody signed, #MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA for null.
 * \return Otherwise #MBEDTLS_ERR_PKCS7_VERIFY_FAIL or a code of mbedtls_pk_verify().
 */
int mbedtls_pkcs7_signed_data_verify(mbedtls_pkcs7 *pkcs7, const mbedtls_x509_crt *cert,
    const unsigned char *data, size_t datalen);

/**
 * As mbedtls_pkcs7_signed_data_verify(), with the digest of the data.
 *
 * \param pkcs7    The message.
 * \param cert     The certificate of one who signed.
 * \param hash     The digest.
 * \param hashlen  Its length in bytes.
 *
 * \return As mbedtls_pkcs7_signed_data_verify(); #MBEDTLS_ERR_PKCS7_VERIFY_FAIL also if the digest has not the length
 *         of the message's.
 */
int mbedtls_pkcs7_signed_hash_verify(mbedtls_pkcs7 *pkcs7, const mbedtls_x509_crt *cert,
    const unsigned char *hash, size_t hashlen);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_PKCS7_H */
