/*
 * mbedtls/oid.h: Object identifiers: what they stand for, and their text.
 *
 * Generated from src/capi/oid.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_OID_H
#define MBEDTLS_COMPAT_MBEDTLS_OID_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/pk.h"
#include "mbedtls/md.h"
#include "mbedtls/cipher.h"

typedef struct mbedtls_oid_descriptor_t mbedtls_oid_descriptor_t;

#include "mbedtls/compat/oid_values.h"

/**
 * An OID and its names. The library has none to give away; the type is there for programs with tables of their own.
 */
struct mbedtls_oid_descriptor_t {
    const char *MBEDTLS_PRIVATE(asn1);
    size_t MBEDTLS_PRIVATE(asn1_len);
    const char *MBEDTLS_PRIVATE(name);
    const char *MBEDTLS_PRIVATE(description);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Writes an OID in dotted decimals, such as `1.2.840.113549`.
 *
 * \param buf   Where the text goes, with a NUL behind it.
 * \param size  Its size in bytes, the NUL included.
 * \param oid   The OID.
 *
 * \return The length of the text without the NUL.
 * \return #MBEDTLS_ERR_OID_BUF_TOO_SMALL if it does not fit.
 * \return #MBEDTLS_ERR_ASN1_OUT_OF_DATA if the OID ends too early, or for NULL.
 * \return #MBEDTLS_ERR_ASN1_INVALID_DATA if it is malformed or a number in it has more than 32 bits.
 */
int mbedtls_oid_get_numeric_string(char *buf, size_t size, const mbedtls_asn1_buf *oid);

/**
 * Reads an OID from dotted decimals.
 *
 * \param oid      Where it goes: the tag, and contents that the caller releases with free().
 * \param oid_str  The text; it needs no NUL.
 * \param size     Its length in bytes.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ASN1_INVALID_DATA if it is no OID, has more than #MBEDTLS_OID_MAX_COMPONENTS numbers or one of
 *         more than 32 bits, or for NULL.
 * \return #MBEDTLS_ERR_ASN1_ALLOC_FAILED if there is no memory.
 */
int mbedtls_oid_from_numeric_string(mbedtls_asn1_buf *oid, const char *oid_str, size_t size);

/**
 * Finds which extension of certificates an OID means.
 *
 * \param oid       The OID.
 * \param ext_type  Where its bit goes, one of `MBEDTLS_X509_EXT_...`.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_x509_ext_type(const mbedtls_asn1_buf *oid, int *ext_type);

/**
 * Finds the short name of a type of attribute in names, such as `CN`.
 *
 * \param oid         The OID.
 * \param short_name  Where the static string goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_attr_short_name(const mbedtls_asn1_buf *oid, const char **short_name);

/**
 * Finds which kind of public key an OID means.
 *
 * \param oid     The OID.
 * \param pk_alg  Where the kind goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_pk_alg(const mbedtls_asn1_buf *oid, mbedtls_pk_type_t *pk_alg);

/**
 * Finds which curve an OID means.
 *
 * \param oid     The OID.
 * \param grp_id  Where the curve goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_ec_grp(const mbedtls_asn1_buf *oid, mbedtls_ecp_group_id *grp_id);

/**
 * Finds which curve an OID means that is an algorithm of its own: X25519 or X448.
 *
 * \param oid     The OID.
 * \param grp_id  Where the curve goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_ec_grp_algid(const mbedtls_asn1_buf *oid, mbedtls_ecp_group_id *grp_id);

/**
 * Finds which signature algorithm an OID means.
 *
 * \param oid     The OID.
 * \param md_alg  Where the digest goes; #MBEDTLS_MD_NONE for RSASSA-PSS, whose parameters tell.
 * \param pk_alg  Where the kind of key goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_sig_alg(const mbedtls_asn1_buf *oid, mbedtls_md_type_t *md_alg,
    mbedtls_pk_type_t *pk_alg);

/**
 * Finds the text for a signature algorithm.
 *
 * \param oid   The OID.
 * \param desc  Where the static string goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_sig_alg_desc(const mbedtls_asn1_buf *oid, const char **desc);

/**
 * Finds the digest of the HMAC that an OID means.
 *
 * \param oid      The OID.
 * \param md_hmac  Where the digest goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_md_hmac(const mbedtls_asn1_buf *oid, mbedtls_md_type_t *md_hmac);

/**
 * Finds which digest an OID means.
 *
 * \param oid     The OID.
 * \param md_alg  Where the digest goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_md_alg(const mbedtls_asn1_buf *oid, mbedtls_md_type_t *md_alg);

/**
 * Finds the text for a purpose of the extended key usage extension.
 *
 * \param oid   The OID.
 * \param desc  Where the static string goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_extended_key_usage(const mbedtls_asn1_buf *oid, const char **desc);

/**
 * Finds the text for a certificate policy.
 *
 * \param oid   The OID.
 * \param desc  Where the static string goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_certificate_policies(const mbedtls_asn1_buf *oid, const char **desc);

/**
 * Finds which cipher an OID means.
 *
 * \param oid         The OID.
 * \param cipher_alg  Where the cipher goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_cipher_alg(const mbedtls_asn1_buf *oid, mbedtls_cipher_type_t *cipher_alg);

/**
 * Finds which encryption with a password, of PKCS #12, an OID means.
 *
 * \param oid         The OID.
 * \param md_alg      Where the digest goes.
 * \param cipher_alg  Where the cipher goes.
 *
 * \return 0 if it is one of those that are known.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_pkcs12_pbe_alg(const mbedtls_asn1_buf *oid, mbedtls_md_type_t *md_alg,
    mbedtls_cipher_type_t *cipher_alg);

/**
 * Finds the OID of a kind of public key.
 *
 * \param pk_alg  The kind of key.
 * \param oid     Where the static contents of the OID go; they have no NUL at the end.
 * \param olen    Where their length goes.
 *
 * \return 0 if there is one.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_oid_by_pk_alg(mbedtls_pk_type_t pk_alg, const char **oid, size_t *olen);

/**
 * Finds the OID of a curve.
 *
 * \param grp_id  The curve.
 * \param oid     Where the static contents of the OID go; they have no NUL at the end.
 * \param olen    Where their length goes.
 *
 * \return 0 if there is one.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_oid_by_ec_grp(mbedtls_ecp_group_id grp_id, const char **oid, size_t *olen);

/**
 * Finds the OID of a curve that is an algorithm of its own.
 *
 * \param grp_id  The curve.
 * \param oid     Where the static contents of the OID go; they have no NUL at the end.
 * \param olen    Where their length goes.
 *
 * \return 0 if there is one.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_oid_by_ec_grp_algid(mbedtls_ecp_group_id grp_id, const char **oid, size_t *olen);

/**
 * Finds the OID of a signature algorithm.
 *
 * \param pk_alg  The kind of key.
 * \param md_alg  The digest.
 * \param oid     Where the static contents of the OID go; they have no NUL at the end.
 * \param olen    Where their length goes.
 *
 * \return 0 if there is one.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_oid_by_sig_alg(mbedtls_pk_type_t pk_alg, mbedtls_md_type_t md_alg, const char **oid,
    size_t *olen);

/**
 * Finds the OID of a digest.
 *
 * \param md_alg  The digest.
 * \param oid     Where the static contents of the OID go; they have no NUL at the end.
 * \param olen    Where their length goes.
 *
 * \return 0 if there is one.
 * \return #MBEDTLS_ERR_OID_NOT_FOUND if not, or for NULL.
 */
int mbedtls_oid_get_oid_by_md(mbedtls_md_type_t md_alg, const char **oid, size_t *olen);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_OID_H */
