/*
 * mbedtls/x509.h: X.509: what certificates and revocation lists share.
 *
 * Generated from src/capi/x509/ by `make headers`; change it there.
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
 * Reads a distinguished name from text, such as `C=DE, O=Example, CN=www.example.org`.
 *
 * \param head  Where the list goes; it has to be NULL. The last attribute is its first node, and of two of one type
 *              only the last stays. Release it with mbedtls_asn1_free_named_data_list(), also after an error.
 * \param name  The text. A type is one of the short names or an OID in dotted decimals. A value is text, in which a
 *              backslash stands before special characters or two hexadecimal digits, or a number sign and an encoding
 *              in hexadecimal; for an OID it has to be the latter. A value has 255 bytes at most.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_X509_INVALID_NAME if it is no name.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA if \p head is not empty, or for NULL.
 * \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509_string_to_names(mbedtls_asn1_named_data **head, const char *name);

/**
 * Reads an IP address, version 4 or 6.
 *
 * \param cn   The text.
 * \param dst  Where 4 or 16 bytes go, in network order.
 *
 * \return 4 or 16.
 * \return 0 if it is no address, or for NULL.
 */
size_t mbedtls_x509_crt_parse_cn_inet_pton(const char *cn, void *dst);

/**
 * Looks into one of a certificate's alternative names.
 *
 * \param san_buf  The name, as a node of `subject_alt_names` holds it.
 * \param san      What it is, pointing into \p san_buf. Release it with mbedtls_x509_free_subject_alt_name().
 *
 * \return 0 if it was understood.
 * \return #MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE if its kind is none that is understood, or it is an otherName other than a
 *         hardware module's.
 * \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA for an address that has neither 4 nor 16 bytes, or for NULL.
 * \return #MBEDTLS_ERR_X509_INVALID_EXTENSIONS or #MBEDTLS_ERR_X509_INVALID_NAME, with an MBEDTLS_ERR_ASN1 code added,
 *         or such a code alone, if it is malformed.
 * \return #MBEDTLS_ERR_X509_ALLOC_FAILED if there is no memory.
 */
int mbedtls_x509_parse_subject_alt_name(const mbedtls_x509_buf *san_buf,
    mbedtls_x509_subject_alternative_name *san);

/**
 * Releases what mbedtls_x509_parse_subject_alt_name() allocated, and leaves the structure all zero.
 *
 * \param san  The name; NULL does nothing.
 */
void mbedtls_x509_free_subject_alt_name(mbedtls_x509_subject_alternative_name *san);

/**
 * Compares two times.
 *
 * \param t1  One time.
 * \param t2  The other.
 *
 * \return A negative number if \p t1 is before \p t2, 0 if they are the same, a positive number if it is later. NULL
 *         counts as the year 0.
 */
int mbedtls_x509_time_cmp(const mbedtls_x509_time *t1, const mbedtls_x509_time *t2);

/**
 * The date and time of a number of seconds since 1970, UTC.
 *
 * \param tt   The seconds.
 * \param now  Where date and time go.
 *
 * \return 0 on success.
 * \return -1 if the year does not fit, or for NULL.
 */
int mbedtls_x509_time_gmtime(mbedtls_time_t tt, mbedtls_x509_time *now);

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
