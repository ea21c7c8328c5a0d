/*
 * Constants of mbedtls/pkcs7.h.
 *
 * Written by hand; mbedtls/pkcs7.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PKCS7_VALUES_H
#define MBEDTLS_COMPAT_PKCS7_VALUES_H

/* ---- Error codes ---- */

/** The outermost structure is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_FORMAT -0x5300
/** What the message holds is not read here. */
#define MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE -0x5380
/** A version is malformed or another than 1. */
#define MBEDTLS_ERR_PKCS7_INVALID_VERSION -0x5400
/** A content info is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_CONTENT_INFO -0x5480
/** The digest algorithm is malformed or not known. */
#define MBEDTLS_ERR_PKCS7_INVALID_ALG -0x5500
/** The certificate is malformed, or nobody signed. */
#define MBEDTLS_ERR_PKCS7_INVALID_CERT -0x5580
/** A signature is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_SIGNATURE -0x5600
/** A signer's part is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_SIGNER_INFO -0x5680
/** An argument is null, or the content type does not exist. */
#define MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA -0x5700
/** Out of memory. */
#define MBEDTLS_ERR_PKCS7_ALLOC_FAILED -0x5780
/** No signature fits. */
#define MBEDTLS_ERR_PKCS7_VERIFY_FAIL -0x5800
/** The certificate is not valid now. */
#define MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID -0x5880

/** The version that is read. */
#define MBEDTLS_PKCS7_SUPPORTED_VERSION 0x01

/** Content types (RFC 2315 section 14). */
typedef enum {
    /** None. */
    MBEDTLS_PKCS7_NONE = 0,
    /** Data. */
    MBEDTLS_PKCS7_DATA = 1,
    /** Signed data. */
    MBEDTLS_PKCS7_SIGNED_DATA = 2,
    /** Enveloped data. */
    MBEDTLS_PKCS7_ENVELOPED_DATA = 3,
    /** Signed and enveloped data. */
    MBEDTLS_PKCS7_SIGNED_AND_ENVELOPED_DATA = 4,
    /** Digested data. */
    MBEDTLS_PKCS7_DIGESTED_DATA = 5,
    /** Encrypted data. */
    MBEDTLS_PKCS7_ENCRYPTED_DATA = 6
}
mbedtls_pkcs7_type;

#endif /* MBEDTLS_COMPAT_PKCS7_VALUES_H */
