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
struct mbedtls_x509_crl_entry {
    mbedtls_x509_buf raw;
    mbedtls_x509_buf serial;
    mbedtls_x509_time revocation_date;
    mbedtls_x509_buf entry_ext;
    mbedtls_x509_crl_entry *next;
};

struct mbedtls_x509_crl {
    mbedtls_x509_buf raw;
    mbedtls_x509_buf tbs;
    int version;
    mbedtls_x509_buf sig_oid;
    mbedtls_x509_buf issuer_raw;
    mbedtls_x509_name issuer;
    mbedtls_x509_time this_update;
    mbedtls_x509_time next_update;
    mbedtls_x509_crl_entry entry;
    mbedtls_x509_buf crl_ext;
    mbedtls_x509_buf sig_oid2;
    mbedtls_x509_buf sig;
    mbedtls_md_type_t sig_md;
    mbedtls_pk_type_t sig_pk;
    void *sig_opts;
    mbedtls_x509_crl *next;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_CRL_H */
