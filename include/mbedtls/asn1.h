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

#include "mbedtls/compat/asn1_values.h"

/** A piece of DER: a tag, and where its contents are. Points into memory that something else owns. */
struct mbedtls_asn1_buf {
    /** The tag, `MBEDTLS_ASN1_...`. */
    int tag;
    /** How many bytes `p` points to. */
    size_t len;
    /** The contents, or null. */
    unsigned char *p;
};

/** A bit string. */
struct mbedtls_asn1_bitstring {
    /** How many bytes `p` points to. */
    size_t len;
    /** How many bits of the last byte do not count, 0 to 7. */
    unsigned char unused_bits;
    /** The bits, the first one highest. */
    unsigned char *p;
};

/** A list of values of one kind. Its first node is part of what holds the list; the others are allocated. */
struct mbedtls_asn1_sequence {
    /** The value. */
    mbedtls_asn1_buf buf;
    /** The next node, or null. */
    mbedtls_asn1_sequence *next;
};

/** A list of pairs: an OID and a value. */
struct mbedtls_asn1_named_data {
    /** The OID: what the value means. */
    mbedtls_asn1_buf oid;
    /** The value. */
    mbedtls_asn1_buf val;
    /** The next pair, or null. */
    mbedtls_asn1_named_data *next;
    /** Not 0 when the next pair belongs to the same set as this one. */
    unsigned char MBEDTLS_PRIVATE(next_merged);
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_ASN1_H */
