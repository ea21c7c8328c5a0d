/*
 * mbedtls/x509.h: X.509: what certificates and revocation lists share.
 *
 * Generated from src/capi/x509.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_X509_H
#define MBEDTLS_COMPAT_MBEDTLS_X509_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/pk.h"

typedef struct mbedtls_x509_time mbedtls_x509_time;
typedef struct mbedtls_x509_authority mbedtls_x509_authority;
typedef mbedtls_asn1_buf mbedtls_x509_buf;

typedef mbedtls_asn1_bitstring mbedtls_x509_bitstring;

typedef mbedtls_asn1_named_data mbedtls_x509_name;

typedef mbedtls_asn1_sequence mbedtls_x509_sequence;

struct mbedtls_x509_time {
    int year;
    int mon;
    int day;
    int hour;
    int min;
    int sec;
};

struct mbedtls_x509_authority {
    mbedtls_x509_buf keyIdentifier;
    mbedtls_x509_sequence authorityCertIssuer;
    mbedtls_x509_buf authorityCertSerialNumber;
    mbedtls_x509_buf raw;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_H */
