/*
 * mbedtls/asn1write.h: Writing ASN.1.
 *
 * Generated from src/capi/asn1write.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ASN1WRITE_H
#define MBEDTLS_COMPAT_MBEDTLS_ASN1WRITE_H

#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"

#include "mbedtls/compat/asn1write_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Writes a length.
 *
 * \param p      Behind where it ends; at its first byte afterwards. So it is for all functions here.
 * \param start  The beginning of the buffer.
 * \param len    The length.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 * \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if \p len takes more than four bytes.
 */
int mbedtls_asn1_write_len(unsigned char **p, const unsigned char *start, size_t len);

/**
 * Writes a tag.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 * \param tag    The tag.
 *
 * \return 1.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit, or for NULL.
 */
int mbedtls_asn1_write_tag(unsigned char **p, const unsigned char *start, unsigned char tag);

/**
 * Writes bytes as they are.
 *
 * \param p      Behind where they end; at the first afterwards.
 * \param start  The beginning of the buffer.
 * \param buf    The bytes.
 * \param size   How many they are.
 *
 * \return \p size.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_raw_buffer(unsigned char **p, const unsigned char *start, const unsigned char *buf,
    size_t size);

/**
 * Writes a number that is not negative as INTEGER. Of a negative one, the bytes of its absolute value are written.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 * \param X      The number, initialised.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_mpi(unsigned char **p, const unsigned char *start, const mbedtls_mpi *X);

/**
 * Writes NULL.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 *
 * \return 2.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit, or for NULL.
 */
int mbedtls_asn1_write_null(unsigned char **p, const unsigned char *start);

/**
 * Writes an OID.
 *
 * \param p        Behind where it ends; at its first byte afterwards.
 * \param start    The beginning of the buffer.
 * \param oid      The contents of the OID.
 * \param oid_len  Their length in bytes.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_oid(unsigned char **p, const unsigned char *start, const char *oid, size_t oid_len);

/**
 * Writes an AlgorithmIdentifier.
 *
 * \param p        Behind where it ends; at its first byte afterwards.
 * \param start    The beginning of the buffer.
 * \param oid      The contents of the OID.
 * \param oid_len  Their length in bytes.
 * \param par_len  The length of the parameters, which are written already; 0 to have NULL written.
 *
 * \return The number of bytes that were written, and \p par_len.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_algorithm_identifier(unsigned char **p, const unsigned char *start, const char *oid,
    size_t oid_len, size_t par_len);

/**
 * Writes an AlgorithmIdentifier, with parameters or without.
 *
 * \param p        Behind where it ends; at its first byte afterwards.
 * \param start    The beginning of the buffer.
 * \param oid      The contents of the OID.
 * \param oid_len  Their length in bytes.
 * \param par_len  The length of the parameters, which are written already; 0 to have NULL written.
 * \param has_par  0 for no parameters at all; then \p par_len does not count.
 *
 * \return The number of bytes that were written, and \p par_len.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_algorithm_identifier_ext(unsigned char **p, const unsigned char *start,
    const char *oid, size_t oid_len, size_t par_len, int has_par);

/**
 * Writes a BOOLEAN.
 *
 * \param p        Behind where it ends; at its first byte afterwards.
 * \param start    The beginning of the buffer.
 * \param boolean  0 for false.
 *
 * \return 3.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if it does not fit, or for NULL.
 */
int mbedtls_asn1_write_bool(unsigned char **p, const unsigned char *start, int boolean);

/**
 * Writes an INTEGER.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 * \param val    The number, which must not be negative: of a negative one, the lowest byte is written.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_int(unsigned char **p, const unsigned char *start, int val);

/**
 * Writes an ENUMERATED value.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 * \param val    The number, as for mbedtls_asn1_write_int().
 *
 * \return As mbedtls_asn1_write_int().
 */
int mbedtls_asn1_write_enum(unsigned char **p, const unsigned char *start, int val);

/**
 * Writes a string of any kind.
 *
 * \param p         Behind where it ends; at its first byte afterwards.
 * \param start     The beginning of the buffer.
 * \param tag       The kind of string, such as #MBEDTLS_ASN1_UTF8_STRING.
 * \param text      Its bytes.
 * \param text_len  How many they are.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_tagged_string(unsigned char **p, const unsigned char *start, int tag, const char *text,
    size_t text_len);

/**
 * Writes a PrintableString. Its characters are not checked.
 *
 * \param p         Behind where it ends; at its first byte afterwards.
 * \param start     The beginning of the buffer.
 * \param text      Its bytes.
 * \param text_len  How many they are.
 *
 * \return As mbedtls_asn1_write_tagged_string().
 */
int mbedtls_asn1_write_printable_string(unsigned char **p, const unsigned char *start, const char *text,
    size_t text_len);

/**
 * Writes a UTF8String. Its bytes are not checked.
 *
 * \param p         Behind where it ends; at its first byte afterwards.
 * \param start     The beginning of the buffer.
 * \param text      Its bytes.
 * \param text_len  How many they are.
 *
 * \return As mbedtls_asn1_write_tagged_string().
 */
int mbedtls_asn1_write_utf8_string(unsigned char **p, const unsigned char *start, const char *text,
    size_t text_len);

/**
 * Writes an IA5String. Its characters are not checked.
 *
 * \param p         Behind where it ends; at its first byte afterwards.
 * \param start     The beginning of the buffer.
 * \param text      Its bytes.
 * \param text_len  How many they are.
 *
 * \return As mbedtls_asn1_write_tagged_string().
 */
int mbedtls_asn1_write_ia5_string(unsigned char **p, const unsigned char *start, const char *text,
    size_t text_len);

/**
 * Writes a BIT STRING.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 * \param buf    The bits, the first one highest. Those of the last byte that do not count are written as 0.
 * \param bits   How many they are.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_bitstring(unsigned char **p, const unsigned char *start, const unsigned char *buf,
    size_t bits);

/**
 * Writes a BIT STRING whose bits have names, so that zeros at its end are left out.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 * \param buf    The bits, the first one highest.
 * \param bits   How many they are.
 *
 * \return As mbedtls_asn1_write_bitstring().
 */
int mbedtls_asn1_write_named_bitstring(unsigned char **p, const unsigned char *start,
    const unsigned char *buf, size_t bits);

/**
 * Writes an OCTET STRING.
 *
 * \param p      Behind where it ends; at its first byte afterwards.
 * \param start  The beginning of the buffer.
 * \param buf    Its bytes.
 * \param size   How many they are.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if they do not fit, or for NULL.
 */
int mbedtls_asn1_write_octet_string(unsigned char **p, const unsigned char *start, const unsigned char *buf,
    size_t size);

/**
 * Finds an OID in a list, or puts a new node in front, and gives it a value.
 *
 * \param list     Where the list is.
 * \param oid      The contents of the OID.
 * \param oid_len  Their length in bytes.
 * \param val      The value, which is copied. NULL gives zero bytes, or leaves those that are there if the length stays.
 * \param val_len  Its length in bytes; 0 for none.
 *
 * \return The node. Its tag, like that of a new one's OID, is 0; release the list with mbedtls_asn1_free_named_data_list().
 * \return NULL if there is no memory; then the list is as it was. NULL if \p list is NULL, or \p oid is.
 */
mbedtls_asn1_named_data *mbedtls_asn1_store_named_data(mbedtls_asn1_named_data **list, const char *oid,
    size_t oid_len, const unsigned char *val, size_t val_len);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ASN1WRITE_H */
