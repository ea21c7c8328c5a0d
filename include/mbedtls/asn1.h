/*
 * mbedtls/asn1.h: ASN.1: tags, and the nodes that parsed certificates consist of.
 *
 * Generated from src/capi/asn1.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ASN1_H
#define MBEDTLS_COMPAT_MBEDTLS_ASN1_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>

typedef struct mbedtls_asn1_buf mbedtls_asn1_buf;
typedef struct mbedtls_asn1_bitstring mbedtls_asn1_bitstring;
typedef struct mbedtls_asn1_sequence mbedtls_asn1_sequence;
typedef struct mbedtls_asn1_named_data mbedtls_asn1_named_data;
struct mbedtls_asn1_buf {
    int tag;
    size_t len;
    unsigned char *p;
};

struct mbedtls_asn1_bitstring {
    size_t len;
    unsigned char unused_bits;
    unsigned char *p;
};

struct mbedtls_asn1_sequence {
    mbedtls_asn1_buf buf;
    mbedtls_asn1_sequence *next;
};

struct mbedtls_asn1_named_data {
    mbedtls_asn1_buf oid;
    mbedtls_asn1_buf val;
    mbedtls_asn1_named_data *next;
    unsigned char next_merged;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_ASN1_H */
