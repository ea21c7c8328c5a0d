/*
 * mbedtls/x509_crl.h: Certificate revocation lists.
 *
 * Generated from src/capi/x509_crl/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_X509_CRL_H
#define MBEDTLS_COMPAT_MBEDTLS_X509_CRL_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"

typedef struct mbedtls_x509_crl_entry mbedtls_x509_crl_entry;
typedef struct mbedtls_x509_crl mbedtls_x509_crl;

/** One revoked certificate. Belongs to its revocation list. */
struct mbedtls_x509_crl_entry {
    /** The entry, DER. */
    mbedtls_x509_buf raw;
    /** The serial number of the revoked certificate. */
    mbedtls_x509_buf serial;
    /** Since when it is revoked, UTC. */
    mbedtls_x509_time revocation_date;
    /** The entry's extensions, DER. */
    mbedtls_x509_buf entry_ext;
    /** The next entry, or null. */
    mbedtls_x509_crl_entry *next;
};

/**
 * A parsed revocation list, and the head of a list of them. Starts with mbedtls_x509_crl_init(), ends with
 * mbedtls_x509_crl_free(). Every buffer points into `raw`. Members are for reading only.
 */
struct mbedtls_x509_crl {
    /** The whole revocation list, DER. */
    mbedtls_x509_buf raw;
    /** The signed part. */
    mbedtls_x509_buf tbs;
    /** 1 or 2. */
    int version;
    /** The OID of the signature algorithm. */
    mbedtls_x509_buf sig_oid;
    /** The issuer's name, DER; for comparing. */
    mbedtls_x509_buf issuer_raw;
    /** The issuer's name, one node per attribute. */
    mbedtls_x509_name issuer;
    /** When the list was issued, UTC. */
    mbedtls_x509_time this_update;
    /** When the next one is due, UTC. */
    mbedtls_x509_time next_update;
    /** The first revoked certificate; its `raw.len` is 0 when there is none. */
    mbedtls_x509_crl_entry entry;
    /** The list's extensions, DER. */
    mbedtls_x509_buf crl_ext;
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig_oid2);
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig);
    mbedtls_md_type_t MBEDTLS_PRIVATE(sig_md);
    mbedtls_pk_type_t MBEDTLS_PRIVATE(sig_pk);
    void *MBEDTLS_PRIVATE(sig_opts);
    /** The next revocation list, or null. */
    mbedtls_x509_crl *next;
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Sets a revocation list up as empty. Call it once, before anything else is done with it.
 *
 * \param crl  The revocation list; null does nothing.
 */
void mbedtls_x509_crl_init(mbedtls_x509_crl *crl);

/**
 * Frees a revocation list and all that hang from it. The first one is the caller's memory and is left empty; the others are
 * gone.
 *
 * \param crl  The revocation list; null does nothing.
 */
void mbedtls_x509_crl_free(mbedtls_x509_crl *crl);

/**
 * Adds the revocation list in DER that a buffer holds to a list. A copy is kept.
 *
 * \param chain   The first revocation list, initialised; it is filled if it is empty, otherwise a new one is hung behind the
 *                last. After an error it is what it was.
 * \param buf     The revocation list, and nothing behind it.
 * \param buflen  The buffer's length in bytes.
 *
 * \return 0 when it was added.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `buf` is null.
 * \return #MBEDTLS_ERR_X509_ALLOC_FAILED when there is no memory.
 * \return #MBEDTLS_ERR_X509_INVALID_FORMAT, `_VERSION`, `_SERIAL`, `_ALG`, `_NAME`, `_DATE`, `_EXTENSIONS` or `_SIGNATURE`
 *         for the part that is wrong, mostly with an MBEDTLS_ERR_ASN1 code added; or that code alone for an entry.
 * \return #MBEDTLS_ERR_X509_UNKNOWN_VERSION, #MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG or #MBEDTLS_ERR_X509_SIG_MISMATCH.
 */
int mbedtls_x509_crl_parse_der(mbedtls_x509_crl *chain, const unsigned char *buf, size_t buflen);

/**
 * Adds revocation lists to a list: one in DER, or all that a PEM text holds.
 *
 * \param chain   The first revocation list, initialised; see mbedtls_x509_crl_parse_der().
 * \param buf     The revocation lists. A text has to end with a NUL.
 * \param buflen  The buffer's length in bytes, that NUL included.
 *
 * \return 0 when all were added.
 * \return What mbedtls_x509_crl_parse_der() returns, or an MBEDTLS_ERR_PEM code, for the first that could not be read; those
 *         before it were added.
 */
int mbedtls_x509_crl_parse(mbedtls_x509_crl *chain, const unsigned char *buf, size_t buflen);

/**
 * Adds the revocation lists of a file, DER or PEM, to a list.
 *
 * \param chain  The first revocation list, initialised; see mbedtls_x509_crl_parse_der().
 * \param path   The file's name.
 *
 * \return As mbedtls_x509_crl_parse().
 * \return #MBEDTLS_ERR_PK_FILE_IO_ERROR when the file cannot be read.
 */
int mbedtls_x509_crl_parse_file(mbedtls_x509_crl *chain, const char *path);

/**
 * Writes several lines about a revocation list.
 *
 * \param buf     Where the text goes, with a NUL behind it.
 * \param size    Its size in bytes, the NUL included.
 * \param prefix  What each line starts with, such as spaces.
 * \param crl     The revocation list.
 *
 * \return The length of the text without the NUL.
 * \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value of a name has more than 255 characters.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `crl` is null or empty.
 */
int mbedtls_x509_crl_info(char *buf, size_t size, const char *prefix, const mbedtls_x509_crl *crl);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_CRL_H */
