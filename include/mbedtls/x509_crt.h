/*
 * mbedtls/x509_crt.h: Certificates.
 *
 * Generated from src/capi/x509_crt/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_X509_CRT_H
#define MBEDTLS_COMPAT_MBEDTLS_X509_CRT_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/bignum.h"

typedef struct mbedtls_x509_crt mbedtls_x509_crt;
typedef struct mbedtls_x509_crt_profile mbedtls_x509_crt_profile;
typedef struct mbedtls_x509_crt_verify_chain_item mbedtls_x509_crt_verify_chain_item;
typedef struct mbedtls_x509_crt_verify_chain mbedtls_x509_crt_verify_chain;
typedef struct mbedtls_x509write_cert mbedtls_x509write_cert;

#include "mbedtls/compat/x509_crt_values.h"

/**
 * Looks at an extension that the library does not understand, or at policies other than any: its OID, whether it is
 * critical, and the contents of its OCTET STRING from `p` up to `end`. 0 takes the certificate with it.
 */
typedef int (*mbedtls_x509_crt_ext_cb_t)(void *p_ctx, const mbedtls_x509_crt *crt,
    const mbedtls_x509_buf *oid, int critical, const unsigned char *p, const unsigned char *end);

/** For mbedtls_x509_crt_verify_restartable(), which does everything at once. */
typedef void mbedtls_x509_crt_restart_ctx;

/** Finds the trusted certificates for a child. No function of this library takes one. */
typedef int (*mbedtls_x509_crt_ca_cb_t)(void *p_ctx, const mbedtls_x509_crt *child,
    mbedtls_x509_crt **candidate_cas);

/**
 * A parsed certificate, and the head of a list of them. Starts with mbedtls_x509_crt_init(), ends with
 * mbedtls_x509_crt_free(), which frees the whole list. Every buffer points into `raw`. Members are for reading
 * only.
 */
struct mbedtls_x509_crt {
    void *MBEDTLS_PRIVATE(own_buffer);
    /** The whole certificate, DER. */
    mbedtls_x509_buf raw;
    /** The signed part. */
    mbedtls_x509_buf tbs;
    /** 1, 2 or 3. */
    int version;
    /** The serial number as it is encoded. */
    mbedtls_x509_buf serial;
    /** The OID of the signature algorithm. */
    mbedtls_x509_buf sig_oid;
    /** The issuer's name, DER; for comparing. */
    mbedtls_x509_buf issuer_raw;
    /** The subject's name, DER; for comparing. */
    mbedtls_x509_buf subject_raw;
    /** The issuer's name, one node per attribute. */
    mbedtls_x509_name issuer;
    /** The subject's name, one node per attribute. */
    mbedtls_x509_name subject;
    /** The first second it is valid, UTC. */
    mbedtls_x509_time valid_from;
    /** The last second it is valid, UTC. */
    mbedtls_x509_time valid_to;
    /** The subject's public key, DER (SubjectPublicKeyInfo). */
    mbedtls_x509_buf pk_raw;
    /** The subject's public key, owned by the certificate. */
    mbedtls_pk_context pk;
    /** The issuer's unique identifier (version 2), mostly empty. */
    mbedtls_x509_buf issuer_id;
    /** The subject's unique identifier (version 2), mostly empty. */
    mbedtls_x509_buf subject_id;
    /** All extensions, DER. */
    mbedtls_x509_buf v3_ext;
    /**
     * Alternative names of the subject: DNS names, addresses and so on, as GeneralName values. `tag` tells the
     * kind.
     */
    mbedtls_x509_sequence subject_alt_names;
    /** The subject key identifier. */
    mbedtls_x509_buf subject_key_id;
    /** What identifies the issuer's key. */
    mbedtls_x509_authority authority_key_id;
    /** The policies' OIDs. */
    mbedtls_x509_sequence certificate_policies;
    /** Bits: `MBEDTLS_X509_EXT_...` of the extensions present. */
    int MBEDTLS_PRIVATE(ext_types);
    int MBEDTLS_PRIVATE(ca_istrue);
    int MBEDTLS_PRIVATE(max_pathlen);
    unsigned int MBEDTLS_PRIVATE(key_usage);
    /** The OIDs of the extended key usage extension. */
    mbedtls_x509_sequence ext_key_usage;
    unsigned char MBEDTLS_PRIVATE(ns_cert_type);
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig);
    mbedtls_md_type_t MBEDTLS_PRIVATE(sig_md);
    mbedtls_pk_type_t MBEDTLS_PRIVATE(sig_pk);
    void *MBEDTLS_PRIVATE(sig_opts);
    /** The next certificate of the list, or null. */
    mbedtls_x509_crt *next;
};

/** What signatures and keys a chain may use. Each set is an OR of `MBEDTLS_X509_ID_FLAG(id)`. */
struct mbedtls_x509_crt_profile {
    /** The allowed digests (`mbedtls_md_type_t`). */
    uint32_t allowed_mds;
    /** The allowed key types (`mbedtls_pk_type_t`). */
    uint32_t allowed_pks;
    /** The allowed curves (`mbedtls_ecp_group_id`). */
    uint32_t allowed_curves;
    /** The shortest allowed RSA modulus, in bits. */
    uint32_t rsa_min_bitlen;
};

/**
 * A certificate that is to be written. Starts with mbedtls_x509write_crt_init(), ends with
 * mbedtls_x509write_crt_free(). Its members are private.
 */
struct mbedtls_x509write_cert {
    int MBEDTLS_PRIVATE(version);
    unsigned char MBEDTLS_PRIVATE(serial)[20];
    size_t MBEDTLS_PRIVATE(serial_len);
    mbedtls_pk_context *MBEDTLS_PRIVATE(subject_key);
    mbedtls_pk_context *MBEDTLS_PRIVATE(issuer_key);
    mbedtls_asn1_named_data *MBEDTLS_PRIVATE(subject);
    mbedtls_asn1_named_data *MBEDTLS_PRIVATE(issuer);
    mbedtls_md_type_t MBEDTLS_PRIVATE(md_alg);
    char MBEDTLS_PRIVATE(not_before)[16];
    char MBEDTLS_PRIVATE(not_after)[16];
    mbedtls_asn1_named_data *MBEDTLS_PRIVATE(extensions);
};

/** One certificate of a path, and what was found wrong with it. */
struct mbedtls_x509_crt_verify_chain_item {
    mbedtls_x509_crt *MBEDTLS_PRIVATE(crt);
    uint32_t MBEDTLS_PRIVATE(flags);
};

/** A path with at most #MBEDTLS_X509_MAX_VERIFY_CHAIN_SIZE certificates. No function takes or gives one. */
struct mbedtls_x509_crt_verify_chain {
    mbedtls_x509_crt_verify_chain_item MBEDTLS_PRIVATE(items)[10];
    unsigned int MBEDTLS_PRIVATE(len);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * What is asked of certificates unless a program says otherwise: SHA-256 or better, RSA from 2048 bits, curves from 256
 * bits.
 */
extern const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_default;

/** What the default is expected to become. */
extern const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_next;

/** Suite B (RFC 6460): ECDSA over P-256 and P-384 with SHA-256 and SHA-384. */
extern const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_suiteb;

/** Nothing at all; a starting point for a profile of a program's own. */
extern const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_none;

/**
 * Sets a certificate up as empty. Call it once, before anything else is done with it.
 *
 * \param crt  The certificate; null does nothing.
 */
void mbedtls_x509_crt_init(mbedtls_x509_crt *crt);

/**
 * Frees a certificate and all that hang from it as a list. The first one is the caller's memory and is left empty, so that
 * it can be used again; the others are gone. No pointer into any of them stays valid.
 *
 * \param crt  The certificate; null does nothing.
 */
void mbedtls_x509_crt_free(mbedtls_x509_crt *crt);

/**
 * Writes several lines about a certificate.
 *
 * \param buf     Where the text goes, with a NUL behind it.
 * \param size    Its size in bytes, the NUL included.
 * \param prefix  What each line starts with, such as spaces.
 * \param crt     The certificate. For null or an empty one, the text says so.
 *
 * \return The length of the text without the NUL.
 * \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value of a name has more than 255 characters.
 */
int mbedtls_x509_crt_info(char *buf, size_t size, const char *prefix, const mbedtls_x509_crt *crt);

/**
 * Writes one line for each flag of a verification's result.
 *
 * \param buf     Where the text goes, with a NUL behind it.
 * \param size    Its size in bytes, the NUL included.
 * \param prefix  What each line starts with, such as spaces.
 * \param flags   The flags; none give an empty text.
 *
 * \return The length of the text without the NUL.
 * \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit.
 */
int mbedtls_x509_crt_verify_info(char *buf, size_t size, const char *prefix, uint32_t flags);

/**
 * Does a certificate's keyUsage extension allow a use?
 *
 * \param crt    The certificate. One without the extension allows all.
 * \param usage  The MBEDTLS_X509_KU flags that are needed, all of them. `ENCIPHER_ONLY` and `DECIPHER_ONLY` are allowances:
 *               the certificate may have them only if they are given.
 *
 * \return 0 if it does.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if it does not, or when `crt` is null.
 */
int mbedtls_x509_crt_check_key_usage(const mbedtls_x509_crt *crt, unsigned int usage);

/**
 * Does a certificate's extendedKeyUsage extension allow a purpose?
 *
 * \param crt        The certificate. One without the extension allows all, as does one that names any purpose.
 * \param usage_oid  The purpose, as the contents of an OID such as #MBEDTLS_OID_SERVER_AUTH.
 * \param usage_len  Its length in bytes.
 *
 * \return 0 if it does.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if it does not, or when `crt` or `usage_oid` is null.
 */
int mbedtls_x509_crt_check_extended_key_usage(const mbedtls_x509_crt *crt, const char *usage_oid,
    size_t usage_len);

/**
 * Is a certificate on a revocation list? The list's signature, its issuer and its dates are not looked at.
 *
 * \param crt  The certificate.
 * \param crl  One revocation list; what hangs from it as a list is not looked at.
 *
 * \return 1 if the list has the certificate's serial number, otherwise 0, also when one of them is null.
 */
int mbedtls_x509_crt_is_revoked(const mbedtls_x509_crt *crt, const mbedtls_x509_crl *crl);

/**
 * Does a certificate say that it is an authority's?
 *
 * \param crt  The certificate.
 *
 * \return 1 if its basicConstraints extension says so, 0 if that says the contrary.
 * \return #MBEDTLS_ERR_X509_INVALID_EXTENSIONS when it has no such extension, or when `crt` is null.
 */
int mbedtls_x509_crt_get_ca_istrue(const mbedtls_x509_crt *crt);

/**
 * Adds the certificate in DER at the start of a buffer to a list. A copy is kept.
 *
 * \param chain   The list's first certificate, initialised; it is filled if it is empty, otherwise a new one is hung behind
 *                the last. After an error the list is what it was.
 * \param buf     The certificate; what follows it is not looked at.
 * \param buflen  The buffer's length in bytes.
 *
 * \return 0 when it was added.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `buf` is null.
 * \return #MBEDTLS_ERR_X509_ALLOC_FAILED when there is no memory.
 * \return #MBEDTLS_ERR_X509_INVALID_FORMAT, `_VERSION`, `_SERIAL`, `_ALG`, `_NAME`, `_DATE`, `_EXTENSIONS` or `_SIGNATURE`
 *         for the part that is wrong, mostly with an MBEDTLS_ERR_ASN1 code added that says how.
 * \return #MBEDTLS_ERR_X509_UNKNOWN_VERSION, #MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG, #MBEDTLS_ERR_X509_SIG_MISMATCH,
 *         #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE, or an MBEDTLS_ERR_PK code about its key.
 */
int mbedtls_x509_crt_parse_der(mbedtls_x509_crt *chain, const unsigned char *buf, size_t buflen);

/**
 * As mbedtls_x509_crt_parse_der(), without a copy: the buffer has to stay as it is until the list is freed.
 *
 * \param chain   The list's first certificate, initialised.
 * \param buf     The certificate; it stays the caller's.
 * \param buflen  The buffer's length in bytes.
 *
 * \return As mbedtls_x509_crt_parse_der().
 */
int mbedtls_x509_crt_parse_der_nocopy(mbedtls_x509_crt *chain, const unsigned char *buf, size_t buflen);

/**
 * As mbedtls_x509_crt_parse_der(), with a function for the extensions that the library does not understand, and for policies
 * other than any policy. It is called for each once the rest of the certificate was read.
 *
 * \param chain      The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
 * \param buf        The certificate; what follows it is not looked at.
 * \param buflen     The buffer's length in bytes.
 * \param make_copy  0: the buffer has to stay as it is until the list is freed. Otherwise a copy is kept.
 * \param cb         Returns 0 to take a certificate with this extension. What else it returns matters if the extension is
 *                   critical: then the certificate is refused. Null refuses all critical ones.
 * \param p_ctx      Its first argument.
 *
 * \return As mbedtls_x509_crt_parse_der().
 * \return What `cb` returned for an extension that is critical, or #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE for policies.
 */
int mbedtls_x509_crt_parse_der_with_ext_cb(mbedtls_x509_crt *chain, const unsigned char *buf, size_t buflen,
    int make_copy, mbedtls_x509_crt_ext_cb_t cb, void *p_ctx);

/**
 * Adds certificates to a list: one in DER, or all that a PEM text holds.
 *
 * \param chain   The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
 * \param buf     The certificates. A text has to end with a NUL. Anything in it but certificates is skipped.
 * \param buflen  The buffer's length in bytes, that NUL included.
 *
 * \return 0 when all were added.
 * \return A positive number when some of a text were added and so many could not be read.
 * \return When none was added, the code for the first, as from mbedtls_x509_crt_parse_der() or an MBEDTLS_ERR_PEM code.
 * \return #MBEDTLS_ERR_X509_CERT_UNKNOWN_FORMAT when a text has a certificate's first line and no last.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `buf` is null.
 */
int mbedtls_x509_crt_parse(mbedtls_x509_crt *chain, const unsigned char *buf, size_t buflen);

/**
 * Adds the certificates of a file, DER or PEM, to a list.
 *
 * \param chain  The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
 * \param path   The file's name.
 *
 * \return As mbedtls_x509_crt_parse().
 * \return #MBEDTLS_ERR_PK_FILE_IO_ERROR when the file cannot be read.
 */
int mbedtls_x509_crt_parse_file(mbedtls_x509_crt *chain, const char *path);

/**
 * Adds the certificates of every regular file in a directory to a list. Subdirectories are not entered.
 *
 * \param chain  The list's first certificate, initialised; see mbedtls_x509_crt_parse_der().
 * \param path   The directory's name.
 *
 * \return 0 when everything was read.
 * \return A positive number when so many certificates or whole files could not be read.
 * \return #MBEDTLS_ERR_X509_FILE_IO_ERROR when the directory cannot be read, or something in it cannot be looked at.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `chain` or `path` is null.
 */
int mbedtls_x509_crt_parse_path(mbedtls_x509_crt *chain, const char *path);

/**
 * Verifies a certificate and what hangs from it against trusted ones, with the default profile.
 *
 * \param crt       The certificate; its issuers may hang from it in any order.
 * \param trust_ca  The list of trusted certificates; null is an empty list.
 * \param ca_crl    The revocation lists of these and other authorities, or null.
 * \param cn        The host name or IP address that the certificate must be for; null for none.
 * \param flags     Set to the MBEDTLS_X509_BADCERT and MBEDTLS_X509_BADCRL flags of all certificates of the path together;
 *                  all bits are set after any error but #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED.
 * \param f_vrfy    Called for each certificate of the path, from the root (the greatest depth) to the end entity (0), or null.
 *                  It may change the flags it is given. What it returns other than 0 ends the verification.
 * \param p_vrfy    Its first argument.
 *
 * \return 0 when the certificate is to be trusted.
 * \return #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED when it is not; the flags say why.
 * \return #MBEDTLS_ERR_X509_FATAL_ERROR when the path is too long, or when `f_vrfy` returned
 *         #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `crt` or `flags` is null.
 * \return What else `f_vrfy` returned.
 */
int mbedtls_x509_crt_verify(mbedtls_x509_crt *crt, mbedtls_x509_crt *trust_ca, mbedtls_x509_crl *ca_crl,
    const char *cn, uint32_t *flags,
    int (*f_vrfy)(void *p_vrfy, mbedtls_x509_crt *crt, int depth, uint32_t *flags), void *p_vrfy);

/**
 * As mbedtls_x509_crt_verify(), with a profile of the program's choice.
 *
 * \param crt       The certificate; its issuers may hang from it in any order.
 * \param trust_ca  The list of trusted certificates; null is an empty list.
 * \param ca_crl    The revocation lists of these and other authorities, or null.
 * \param profile   Which algorithms and keys are good enough.
 * \param cn        The host name or IP address that the certificate must be for; null for none.
 * \param flags     Set to what is wrong with the path.
 * \param f_vrfy    Called for each certificate of the path, or null.
 * \param p_vrfy    Its first argument.
 *
 * \return As mbedtls_x509_crt_verify(); #MBEDTLS_ERR_X509_BAD_INPUT_DATA also when `profile` is null.
 */
int mbedtls_x509_crt_verify_with_profile(mbedtls_x509_crt *crt, mbedtls_x509_crt *trust_ca,
    mbedtls_x509_crl *ca_crl, const mbedtls_x509_crt_profile *profile, const char *cn, uint32_t *flags,
    int (*f_vrfy)(void *p_vrfy, mbedtls_x509_crt *crt, int depth, uint32_t *flags), void *p_vrfy);

/**
 * As mbedtls_x509_crt_verify_with_profile(). Nothing here is done in parts, so that the restart context is not looked at.
 *
 * \param crt       The certificate; its issuers may hang from it in any order.
 * \param trust_ca  The list of trusted certificates; null is an empty list.
 * \param ca_crl    The revocation lists of these and other authorities, or null.
 * \param profile   Which algorithms and keys are good enough.
 * \param cn        The host name or IP address that the certificate must be for; null for none.
 * \param flags     Set to what is wrong with the path.
 * \param f_vrfy    Called for each certificate of the path, or null.
 * \param p_vrfy    Its first argument.
 * \param rs_ctx    Anything.
 *
 * \return As mbedtls_x509_crt_verify_with_profile().
 */
int mbedtls_x509_crt_verify_restartable(mbedtls_x509_crt *crt, mbedtls_x509_crt *trust_ca,
    mbedtls_x509_crl *ca_crl, const mbedtls_x509_crt_profile *profile, const char *cn, uint32_t *flags,
    int (*f_vrfy)(void *p_vrfy, mbedtls_x509_crt *crt, int depth, uint32_t *flags), void *p_vrfy,
    mbedtls_x509_crt_restart_ctx *rs_ctx);

/**
 * Sets up a certificate that is to be written as empty, of version 3. Call it once, before anything else is done with it.
 *
 * \param ctx  The certificate; null does nothing.
 */
void mbedtls_x509write_crt_init(mbedtls_x509write_cert *ctx);

/**
 * Frees what was set for a certificate and leaves it empty. The keys stay the caller's.
 *
 * \param ctx  The certificate; null does nothing.
 */
void mbedtls_x509write_crt_free(mbedtls_x509write_cert *ctx);

/**
 * Sets the version.
 *
 * \param ctx      The certificate; null does nothing.
 * \param version  #MBEDTLS_X509_CRT_VERSION_1, `_2` or `_3`. Only version 3 has extensions.
 */
void mbedtls_x509write_crt_set_version(mbedtls_x509write_cert *ctx, int version);

/**
 * Sets the serial number. mbedtls_x509write_crt_set_serial_raw() is newer.
 *
 * \param ctx     The certificate.
 * \param serial  The number.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if it takes more than 20 bytes, or for null.
 */
int mbedtls_x509write_crt_set_serial(mbedtls_x509write_cert *ctx, const mbedtls_mpi *serial);

/**
 * Sets the serial number as bytes. They are written as they are, with a zero byte in front where the number would be
 * negative.
 *
 * \param ctx         The certificate.
 * \param serial      The bytes, the highest first.
 * \param serial_len  How many they are, 20 at most.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if there are more than 20, or for null.
 */
int mbedtls_x509write_crt_set_serial_raw(mbedtls_x509write_cert *ctx, unsigned char *serial,
    size_t serial_len);

/**
 * Sets the time of validity, UTC.
 *
 * \param ctx         The certificate.
 * \param not_before  The first second, as YYYYMMDDhhmmss.
 * \param not_after   The last one.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if one has not 14 characters, or for null.
 */
int mbedtls_x509write_crt_set_validity(mbedtls_x509write_cert *ctx, const char *not_before,
    const char *not_after);

/**
 * Sets the issuer's name: who signs.
 *
 * \param ctx          The certificate.
 * \param issuer_name  The name as text, see mbedtls_x509_string_to_names().
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null; otherwise as from mbedtls_x509_string_to_names().
 */
int mbedtls_x509write_crt_set_issuer_name(mbedtls_x509write_cert *ctx, const char *issuer_name);

/**
 * Sets the key that signs.
 *
 * \param ctx  The certificate; null does nothing.
 * \param key  The key, which stays the caller's and has to stay until the certificate is written.
 */
void mbedtls_x509write_crt_set_issuer_key(mbedtls_x509write_cert *ctx, mbedtls_pk_context *key);

/**
 * Sets the subject's name: whose key it is.
 *
 * \param ctx           The certificate.
 * \param subject_name  The name as text, see mbedtls_x509_string_to_names().
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null; otherwise as from mbedtls_x509_string_to_names().
 */
int mbedtls_x509write_crt_set_subject_name(mbedtls_x509write_cert *ctx, const char *subject_name);

/**
 * Sets the subject's key, whose public half goes into the certificate.
 *
 * \param ctx  The certificate; null does nothing.
 * \param key  The key, which stays the caller's and has to stay until the certificate is written.
 */
void mbedtls_x509write_crt_set_subject_key(mbedtls_x509write_cert *ctx, mbedtls_pk_context *key);

/**
 * Sets the digest of the signature.
 *
 * \param ctx     The certificate; null does nothing.
 * \param md_alg  The digest, such as #MBEDTLS_MD_SHA256.
 */
void mbedtls_x509write_crt_set_md_alg(mbedtls_x509write_cert *ctx, mbedtls_md_type_t md_alg);

/**
 * Writes and signs a certificate in DER. It stands at the END of the buffer.
 *
 * \param ctx    The certificate.
 * \param buf    The buffer.
 * \param size   Its size in bytes.
 * \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
 * \param p_rng  What \p f_rng gets.
 *
 * \return The length of the certificate.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
 * \return #MBEDTLS_ERR_X509_INVALID_ALG if such a key does not sign; #MBEDTLS_ERR_OID_NOT_FOUND if it does not sign
 *         with that digest.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null or if a key is not set; otherwise a code of mbedtls_pk_sign() or
 *         mbedtls_pk_write_pubkey_der().
 */
int mbedtls_x509write_crt_der(mbedtls_x509write_cert *ctx, unsigned char *buf, size_t size,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Writes and signs a certificate in PEM, with a NUL behind it. It stands at the beginning of the buffer.
 *
 * \param ctx    The certificate.
 * \param buf    The buffer.
 * \param size   Its size in bytes, the NUL included.
 * \param f_rng  A random number generator for the signature; see mbedtls_pk_sign().
 * \param p_rng  What \p f_rng gets.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL or #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit.
 * \return Otherwise as mbedtls_x509write_crt_der().
 */
int mbedtls_x509write_crt_pem(mbedtls_x509write_cert *ctx, unsigned char *buf, size_t size,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Adds an extension of any kind; replaces one of the same OID.
 *
 * \param ctx       The certificate.
 * \param oid       The contents of its OID.
 * \param oid_len   Their length in bytes.
 * \param critical  1 if it may not be passed over.
 * \param val       Its value, DER.
 * \param val_len   The value's length in bytes.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_crt_set_extension(mbedtls_x509write_cert *ctx, const char *oid, size_t oid_len,
    int critical, const unsigned char *val, size_t val_len);

/**
 * Adds basic constraints: whether the subject may sign certificates. Critical for an authority.
 *
 * \param ctx          The certificate.
 * \param is_ca        1 for an authority, 0 for an end entity.
 * \param max_pathlen  How many authorities may stand below this one, 0 to 127; negative for no limit. Counts for an
 *                     authority only.
 *
 * \return 0 if they were set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if \p max_pathlen counts and is over 127, or for null.
 * \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_crt_set_basic_constraints(mbedtls_x509write_cert *ctx, int is_ca, int max_pathlen);

/**
 * Adds the subject key identifier: SHA-1 of the subject's key, which has to be set already.
 *
 * \param ctx  The certificate.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 *         Otherwise a code of mbedtls_pk_write_pubkey_der().
 */
int mbedtls_x509write_crt_set_subject_key_identifier(mbedtls_x509write_cert *ctx);

/**
 * Adds the authority key identifier: SHA-1 of the issuer's key, which has to be set already.
 *
 * \param ctx  The certificate.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 *         Otherwise a code of mbedtls_pk_write_pubkey_der().
 */
int mbedtls_x509write_crt_set_authority_key_identifier(mbedtls_x509write_cert *ctx);

/**
 * Adds key usage, critical.
 *
 * \param ctx        The certificate.
 * \param key_usage  The uses, `MBEDTLS_X509_KU_...`.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if \p key_usage has a bit without a meaning.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_crt_set_key_usage(mbedtls_x509write_cert *ctx, unsigned int key_usage);

/**
 * Adds extended key usage, critical.
 *
 * \param ctx   The certificate.
 * \param exts  The OIDs of the purposes.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if there is none or one is no OID, or for null.
 * \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_crt_set_ext_key_usage(mbedtls_x509write_cert *ctx, const mbedtls_asn1_sequence *exts);

/**
 * Adds Netscape's certificate type.
 *
 * \param ctx           The certificate.
 * \param ns_cert_type  The types, `MBEDTLS_X509_NS_CERT_TYPE_...`.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_crt_set_ns_cert_type(mbedtls_x509write_cert *ctx, unsigned char ns_cert_type);

/**
 * Adds alternative names.
 *
 * \param ctx       The certificate.
 * \param san_list  The names: addresses, host names, URIs, mailboxes and directory names. The last of the list comes
 *                  first in the certificate.
 *
 * \return 0 if they were set.
 * \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if a name is of another kind.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for null, #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509write_crt_set_subject_alternative_name(mbedtls_x509write_cert *ctx,
    const mbedtls_x509_san_list *san_list);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/x509_crt_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_CRT_H */
