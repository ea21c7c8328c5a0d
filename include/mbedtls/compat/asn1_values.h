/*
 * Constants and macros of mbedtls/asn1.h.
 *
 * Written by hand; mbedtls/asn1.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ASN1_VALUES_H
#define MBEDTLS_COMPAT_ASN1_VALUES_H

#include <string.h>

/* ---- Error codes: often added to a code of another header ---- */

/** The data ends too early. */
#define MBEDTLS_ERR_ASN1_OUT_OF_DATA -0x0060
/** Another tag was expected. */
#define MBEDTLS_ERR_ASN1_UNEXPECTED_TAG -0x0062
/** A length cannot be parsed. */
#define MBEDTLS_ERR_ASN1_INVALID_LENGTH -0x0064
/** A length is not what the contents say. */
#define MBEDTLS_ERR_ASN1_LENGTH_MISMATCH -0x0066
/** The contents are not legal. */
#define MBEDTLS_ERR_ASN1_INVALID_DATA -0x0068
/** Out of memory. */
#define MBEDTLS_ERR_ASN1_ALLOC_FAILED -0x006A
/** The caller's buffer is too small. */
#define MBEDTLS_ERR_ASN1_BUF_TOO_SMALL -0x006C

/* ---- Tags (X.690) ---- */

/** BOOLEAN. */
#define MBEDTLS_ASN1_BOOLEAN 0x01
/** INTEGER. */
#define MBEDTLS_ASN1_INTEGER 0x02
/** BIT STRING. */
#define MBEDTLS_ASN1_BIT_STRING 0x03
/** OCTET STRING. */
#define MBEDTLS_ASN1_OCTET_STRING 0x04
/** NULL. */
#define MBEDTLS_ASN1_NULL 0x05
/** OBJECT IDENTIFIER. */
#define MBEDTLS_ASN1_OID 0x06
/** ENUMERATED. */
#define MBEDTLS_ASN1_ENUMERATED 0x0A
/** UTF8String. */
#define MBEDTLS_ASN1_UTF8_STRING 0x0C
/** SEQUENCE. */
#define MBEDTLS_ASN1_SEQUENCE 0x10
/** SET. */
#define MBEDTLS_ASN1_SET 0x11
/** PrintableString. */
#define MBEDTLS_ASN1_PRINTABLE_STRING 0x13
/** T61String. */
#define MBEDTLS_ASN1_T61_STRING 0x14
/** IA5String. */
#define MBEDTLS_ASN1_IA5_STRING 0x16
/** UTCTime. */
#define MBEDTLS_ASN1_UTC_TIME 0x17
/** GeneralizedTime. */
#define MBEDTLS_ASN1_GENERALIZED_TIME 0x18
/** UniversalString. */
#define MBEDTLS_ASN1_UNIVERSAL_STRING 0x1C
/** BMPString. */
#define MBEDTLS_ASN1_BMP_STRING 0x1E
/** The contents are a value. */
#define MBEDTLS_ASN1_PRIMITIVE 0x00
/** The contents are more DER. */
#define MBEDTLS_ASN1_CONSTRUCTED 0x20
/** The tag's meaning depends on where it stands. */
#define MBEDTLS_ASN1_CONTEXT_SPECIFIC 0x80

/* ---- Parts of a tag ---- */

/** The class. */
#define MBEDTLS_ASN1_TAG_CLASS_MASK 0xC0
/** Primitive or constructed. */
#define MBEDTLS_ASN1_TAG_PC_MASK 0x20
/** The number. */
#define MBEDTLS_ASN1_TAG_VALUE_MASK 0x1F

/* ---- Macros ---- */

/** 1 if `tag` is that of a string of characters, else 0. */
#define MBEDTLS_ASN1_IS_STRING_TAG(tag) \
    ((unsigned int) (tag) < 32U && \
     ((1U << ((unsigned int) (tag) & 31U)) & \
      ((1U << MBEDTLS_ASN1_BMP_STRING) | (1U << MBEDTLS_ASN1_UTF8_STRING) | (1U << MBEDTLS_ASN1_T61_STRING) | \
       (1U << MBEDTLS_ASN1_IA5_STRING) | (1U << MBEDTLS_ASN1_UNIVERSAL_STRING) | \
       (1U << MBEDTLS_ASN1_PRINTABLE_STRING))) != 0)

/** The length of an OID that is given as a string literal, in bytes. */
#define MBEDTLS_OID_SIZE(x) (sizeof(x) - 1)

/** 0 if the OID in the `mbedtls_asn1_buf` at `oid_buf` is the string literal `oid_str`. */
#define MBEDTLS_OID_CMP(oid_str, oid_buf) \
    MBEDTLS_OID_CMP_RAW(oid_str, (oid_buf)->p, (oid_buf)->len)

/** 0 if the OID at `oid_buf` of `oid_buf_len` bytes is the string literal `oid_str`. */
#define MBEDTLS_OID_CMP_RAW(oid_str, oid_buf, oid_buf_len) \
    (MBEDTLS_OID_SIZE(oid_str) != (oid_buf_len) || memcmp((oid_str), (oid_buf), (oid_buf_len)) != 0)

#endif /* MBEDTLS_COMPAT_ASN1_VALUES_H */
