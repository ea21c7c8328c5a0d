/*
 * mbedtls/x509_csr.h: Certificate requests.
 *
 * Generated from src/capi/x509_csr/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_X509_CSR_H
#define MBEDTLS_COMPAT_MBEDTLS_X509_CSR_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"

typedef struct mbedtls_x509_csr mbedtls_x509_csr;
typedef struct mbedtls_x509write_csr mbedtls_x509write_csr;

/**
 * A function that gets the extensions of a request which the library does not know: its own argument, the request, the
 * OID, whether the extension is critical, the beginning and the end of its value. With a result other than 0 it refuses
 * a critical one.
 */
typedef int (*mbedtls_x509_csr_ext_cb_t)(void *p_ctx, const mbedtls_x509_csr *csr,
    const mbedtls_x509_buf *oid, int critical, const unsigned char *p, const unsigned char *end);

/**
 * A parsed certificate request. Starts with mbedtls_x509_csr_init(), ends with mbedtls_x509_csr_free(). Every buffer
 * points into `raw`. Members are for reading only.
 */
struct mbedtls_x509_csr {
    /** The whole request, DER. */
    mbedtls_x509_buf raw;
    /** The signed part. */
    mbedtls_x509_buf cri;
    /** 1. */
    int version;
    /** The subject's name, DER. */
    mbedtls_x509_buf subject_raw;
    /** The subject's name, one node per attribute. */
    mbedtls_x509_name subject;
    /** The subject's public key, owned by the request. */
    mbedtls_pk_context pk;
    /** The key usage that is asked for, or 0. */
    unsigned int key_usage;
    /** The Netscape certificate type that is asked for, or 0. */
    unsigned char ns_cert_type;
    /** The alternative names that are asked for. */
    mbedtls_x509_sequence subject_alt_names;
    int MBEDTLS_PRIVATE(ext_types);
    /** The OID of the signature algorithm. */
    mbedtls_x509_buf sig_oid;
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig);
    mbedtls_md_type_t MBEDTLS_PRIVATE(sig_md);
    mbedtls_pk_type_t MBEDTLS_PRIVATE(sig_pk);
    void *MBEDTLS_PRIVATE(sig_opts);
};

/**
 * A request that is to be written. Starts with mbedtls_x509write_csr_init(), ends with mbedtls_x509write_csr_free().
 * Its members are private.
 */
struct mbedtls_x509write_csr {
    mbedtls_pk_context *MBEDTLS_PRIVATE(key);
    mbedtls_asn1_named_data *MBEDTLS_PRIVATE(subject);
    mbedtls_md_type_t MBEDTLS_PRIVATE(md_alg);
    mbedtls_asn1_named_data *MBEDTLS_PRIVATE(extensions);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Sets a request up as empty. Call it once, before anything else is done with it.
 *
 * \param csr  The request; null does nothing.
 */
void mbedtls_x509_csr_init(mbedtls_x509_csr *csr);

/**
 * Frees what a request holds and leaves it empty.
 *
 * \param csr  The request; null does nothing.
 */
void mbedtls_x509_csr_free(mbedtls_x509_csr *csr);

/**
 * Reads a request in DER. A copy is kept.
 *
 * \param csr     The request, empty. After an error it is empty.
 * \param buf     The request, and nothing behind it.
 * \param buflen  The buffer's length in bytes.
 *
 * \return 0 when it was read. Extensions that the library does not know are passed over if they are not critical.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `csr` or `buf` is null or the buffer empty.
 * \return #MBEDTLS_ERR_X509_ALLOC_FAILED when there is no memory.
 * \return #MBEDTLS_ERR_X509_INVALID_FORMAT, `_VERSION`, `_ALG`, `_NAME`, `_EXTENSIONS` or `_SIGNATURE` for the part
 *         that is wrong, mostly with an MBEDTLS_ERR_ASN1 code added.
 * \return #MBEDTLS_ERR_X509_UNKNOWN_VERSION, #MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG, #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE,
 *         or an MBEDTLS_ERR_PK code about its key.
 */
int mbedtls_x509_csr_parse_der(mbedtls_x509_csr *csr, const unsigned char *buf, size_t buflen);

/**
 * As mbedtls_x509_csr_parse_der(), with a function for the extensions that the library does not know.
 *
 * \param csr     The request, empty. After an error it is empty.
 * \param buf     The request, and nothing behind it.
 * \param buflen  The buffer's length in bytes.
 * \param cb      The function; NULL for none. It is called when all the rest was read.
 * \param p_ctx   What the function gets.
 *
 * \return As mbedtls_x509_csr_parse_der().
 * \return What the function returned for a critical extension, if it was not 0.
 */
int mbedtls_x509_csr_parse_der_with_ext_cb(mbedtls_x509_csr *csr, const unsigned char *buf, size_t buflen,
    mbedtls_x509_csr_ext_cb_t cb, void *p_ctx);

/**
 * Reads a request, DER or PEM.
 *
 * \param csr     The request, empty. After an error it is empty.
 * \param buf     The request. A text has to end with a NUL; anything in it but the first request is skipped.
 * \param buflen  The buffer's length in bytes, that NUL included.
 *
 * \return As mbedtls_x509_csr_parse_der(), or an MBEDTLS_ERR_PEM code.
 */
int mbedtls_x509_csr_parse(mbedtls_x509_csr *csr, const unsigned char *buf, size_t buflen);

/**
 * Reads the request of a file, DER or PEM.
 *
 * \param csr   The request, empty. After an error it is empty.
 * \param path  The file's name.
 *
 * \return As mbedtls_x509_csr_parse().
 * \return #MBEDTLS_ERR_PK_FILE_IO_ERROR when the file cannot be read.
 */
int mbedtls_x509_csr_parse_file(mbedtls_x509_csr *csr, const char *path);

/**
 * Writes several lines about a request.
 *
 * \param buf     Where the text goes, with a NUL behind it.
 * \param size    Its size in bytes, the NUL included.
 * \param prefix  What each line starts with, such as spaces.
 * \param csr     The request.
 *
 * \return The length of the text without the NUL.
 * \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value of a name has more than 255
 *         characters.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `csr` is null or empty.
 */
int mbedtls_x509_csr_info(char *buf, size_t size, const char *prefix, const mbedtls_x509_csr *csr);

/**
 * Sets up a request that is to be written as empty. Call it once, before anything else is done with it.
 *
 * \param ctx  The request; null does nothing.
 */
void mbedtls_x509write_csr_init(mbedtls_x509write_csr *ctx);

/**
 * Frees what was set for a request and leaves it empty. The key stays the caller's.
 *
 * \param ctx  The request; null does nothing.
 */
void mbedtls_x509write_csr_free(mbedtls_x509write_csr *ctx);

/**
 * Sets the subject's name.
 *
 * \param ctx           The request.
 * \param subject_name  The name as text, see mbedtls_x509_string_to_names().
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null; otherwise as from mbedtls_x509_string_to_names().
 */
int mbedtls_x509write_csr_set_subject_name(mbedtls_x509write_csr *ctx, const char *subject_name);

/**
 * Sets the key: its public half goes into the request, its private half signs it.
 *
 * \param ctx  The request; null does nothing.
 * \param key  The key, which stays the caller's and has to stay until the request is written.
 */
void mbedtls_x509write_csr_set_key(mbedtls_x509write_csr *ctx, mbedtls_pk_context *key);

/**
 * Sets the digest of the signature.
 *
 * \param ctx     The request; null does nothing.
 * \param md_alg  The digest, such as #MBEDTLS_MD_SHA256.
 */
void mbedtls_x509write_csr_set_md_alg(mbedtls_x509write_csr *ctx, mbedtls_md_type_t md_alg);

/**
 * Asks for a key usage extension, not a critical one.
 *
 * \param ctx        The request.
 * \param key_usage  The uses, `MBEDTLS_X509_KU_...`.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_csr_set_key_usage(mbedtls_x509write_csr *ctx, unsigned char key_usage);

/**
 * Asks for a Netscape certificate type extension.
 *
 * \param ctx           The request.
 * \param ns_cert_type  The types, `MBEDTLS_X509_NS_CERT_TYPE_...`.
 *
 * \return As mbedtls_x509write_csr_set_key_usage().
 */
int mbedtls_x509write_csr_set_ns_cert_type(mbedtls_x509write_csr *ctx, unsigned char ns_cert_type);

/**
 * Asks for alternative names.
 *
 * \param ctx       The request.
 * \param san_list  The names: addresses, host names, URIs, mailboxes and directory names. The last of the list comes
 *                  first in the request.
 *
 * \return 0 if they were set.
 * \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if a name is of another kind.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_csr_set_subject_alternative_name(mbedtls_x509write_csr *ctx,
    const mbedtls_x509_san_list *san_list);

/**
 * Asks for an extension of any kind; replaces one of the same OID.
 *
 * \param ctx       The request.
 * \param oid       The contents of its OID.
 * \param oid_len   Their length in bytes.
 * \param critical  1 if it may not be passed over.
 * \param val       Its value, DER.
 * \param val_len   The value's length in bytes.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_csr_set_extension(mbedtls_x509write_csr *ctx, const char *oid, size_t oid_len,
    int critical, const unsigned char *val, size_t val_len);

/**
 * Writes and signs a request in DER. It stands at the END of the buffer.
 *
 * \param ctx    The request.
 * \param buf    The buffer.
 * \param size   Its size in bytes.
 * \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
 * \param p_rng  What \p f_rng gets.
 *
 * \return The length of the request.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
 * \return #MBEDTLS_ERR_MD_BAD_INPUT_DATA if there is no function for the digest, #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if the key
 *         is empty, #MBEDTLS_ERR_X509_INVALID_ALG if such a key does not sign; #MBEDTLS_ERR_OID_NOT_FOUND if it does not sign
 *         with that digest.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null or if there is no key; otherwise a code of mbedtls_pk_sign() or
 *         mbedtls_pk_write_pubkey_der().
 */
int mbedtls_x509write_csr_der(mbedtls_x509write_csr *ctx, unsigned char *buf, size_t size,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Writes and signs a request in PEM, with a NUL behind it. It stands at the beginning of the buffer.
 *
 * \param ctx    The request.
 * \param buf    The buffer.
 * \param size   Its size in bytes, the NUL included.
 * \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
 * \param p_rng  What \p f_rng gets.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL or #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
 * \return Otherwise as mbedtls_x509write_csr_der().
 */
int mbedtls_x509write_csr_pem(mbedtls_x509write_csr *ctx, unsigned char *buf, size_t size,
    mbedtls_f_rng_t *f_rng, void *p_rng);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_CSR_H */
