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

#include "mbedtls/compat/x509_crt_values.h"

/**
 * A parsed certificate, and the head of a list of them. Starts with mbedtls_x509_crt_init(), ends with
 * mbedtls_x509_crt_free(), which frees the whole list. Every buffer points into `raw`. Members are for reading
 * only.
 */
struct mbedtls_x509_crt {
    int MBEDTLS_PRIVATE(own_buffer);
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

#include "mbedtls/compat/x509_crt_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_CRT_H */
