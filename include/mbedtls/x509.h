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

/** A distinguished name: a list with one node per attribute. */
typedef mbedtls_asn1_named_data mbedtls_x509_name;

/** Bytes inside a certificate. */
typedef mbedtls_asn1_buf mbedtls_x509_buf;

/** A bit string inside a certificate. */
typedef mbedtls_asn1_bitstring mbedtls_x509_bitstring;

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

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Writes a distinguished name as text, such as `C=DE, O=Example, CN=www.example.org`.
 *
 * \param buf   Where the text goes, with a NUL behind it. Nothing is written for an empty name.
 * \param size  Its size in bytes, the NUL included.
 * \param dn    The name; it may be null, which is an empty name.
 *
 * \return The length of the text without the NUL.
 * \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit, or when one value has more than 255 characters.
 * \return #MBEDTLS_ERR_X509_INVALID_NAME when a value has a NUL in it.
 */
int mbedtls_x509_dn_gets(char *buf, size_t size, const mbedtls_x509_name *dn);

/**
 * Writes a serial number as pairs of hexadecimal digits with colons between them. Of more than 32 bytes the first 28 are
 * written, and four dots.
 *
 * \param buf     Where the text goes, with a NUL behind it.
 * \param size    Its size in bytes, the NUL included.
 * \param serial  The serial number.
 *
 * \return The length of the text without the NUL.
 * \return #MBEDTLS_ERR_X509_BUFFER_TOO_SMALL when it does not fit.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `serial` is null.
 */
int mbedtls_x509_serial_gets(char *buf, size_t size, const mbedtls_x509_buf *serial);

/**
 * Is this time over?
 *
 * \param to  The last second of something, UTC.
 *
 * \return 1 if it is before the current second of the system's clock, otherwise 0. Null is past.
 */
int mbedtls_x509_time_is_past(const mbedtls_x509_time *to);

/**
 * Is this time yet to come?
 *
 * \param from  The first second of something, UTC.
 *
 * \return 1 if it is behind the current second of the system's clock, otherwise 0. Null is to come.
 */
int mbedtls_x509_time_is_future(const mbedtls_x509_time *from);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/x509_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_X509_H */
