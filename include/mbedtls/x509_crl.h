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

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_CRL_H */
