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

#include "mbedtls/compat/x509_values.h"

/** Bytes inside a certificate. */
typedef mbedtls_asn1_buf mbedtls_x509_buf;

/** A bit string inside a certificate. */
typedef mbedtls_asn1_bitstring mbedtls_x509_bitstring;

/** A distinguished name: a list with one node per attribute. */
typedef mbedtls_asn1_named_data mbedtls_x509_name;

/** A list of values of one kind. */
typedef mbedtls_asn1_sequence mbedtls_x509_sequence;

/** A date and time, UTC. */
struct mbedtls_x509_time {
    /** The year, as in 2026. */
    int year;
    /** The month, 1 to 12. */
    int mon;
    /** The day of the month, 1 to 31. */
    int day;
    /** The hour, 0 to 23. */
    int hour;
    /** The minute, 0 to 59. */
    int min;
    /** The second, 0 to 59. */
    int sec;
};

/** The authority key identifier extension (RFC 5280 section 4.2.1.1). */
struct mbedtls_x509_authority {
    /** The issuer's key identifier; empty when absent. */
    mbedtls_x509_buf keyIdentifier;
    /** The name of the issuer's issuer, as general names. */
    mbedtls_x509_sequence authorityCertIssuer;
    /** The serial number of the issuer's certificate; empty when absent. */
    mbedtls_x509_buf authorityCertSerialNumber;
    /** The extension, DER. */
    mbedtls_x509_buf raw;
};

#include "mbedtls/compat/x509_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_H */
