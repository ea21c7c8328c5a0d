/*
 * mbedtls/psa_util.h: Between PSA Crypto and the older interfaces.
 *
 * Generated from src/capi/psa_util.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PSA_UTIL_H
#define MBEDTLS_COMPAT_MBEDTLS_PSA_UTIL_H

#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"
#include "psa/crypto.h"

#include "mbedtls/compat/psa_util_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Fills a buffer with random bytes of the operating system: a function to hand over with #MBEDTLS_PSA_RANDOM_STATE.
 *
 * \param p_rng        Not used.
 * \param output       The buffer, owned by the caller; may be NULL if \p output_size is 0.
 * \param output_size  Its size in bytes; there is no upper limit.
 *
 * \return 0 if it was filled.
 * \return #MBEDTLS_ERR_ENTROPY_SOURCE_FAILED if the operating system gives no randomness, or \p output is NULL.
 */
int mbedtls_psa_get_random(void *p_rng, unsigned char *output, size_t output_size);

/**
 * Tells the family and the length of a curve.
 *
 * \param grpid  The curve.
 * \param bits   Takes the length in bits, or 0 for none.
 *
 * \return The family; 0 if there is none for that curve.
 */
psa_ecc_family_t mbedtls_ecc_group_to_psa(mbedtls_ecp_group_id grpid, size_t *bits);

/**
 * Tells the curve of a family and a length.
 *
 * \param family  The family.
 * \param bits    The length in bits.
 *
 * \return The curve; #MBEDTLS_ECP_DP_NONE if there is none.
 */
mbedtls_ecp_group_id mbedtls_ecc_group_from_psa(psa_ecc_family_t family, size_t bits);

/**
 * Turns an ECDSA signature of two numbers of fixed length into one in DER.
 *
 * \param bits      The length of the curve in bits.
 * \param raw       The signature.
 * \param raw_len   Its length in bytes.
 * \param der       Where the other one goes; it may be \p raw.
 * \param der_size  The room there in bytes.
 * \param der_len   Takes its length.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_ASN1_INVALID_DATA if the length is not that of the curve, or a number is 0 or an argument NULL.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if there is too little room, or no curve is that long.
 */
int mbedtls_ecdsa_raw_to_der(size_t bits, const unsigned char *raw, size_t raw_len, unsigned char *der,
    size_t der_size, size_t *der_len);

/**
 * Turns an ECDSA signature in DER into one of two numbers of fixed length.
 *
 * \param bits      The length of the curve in bits.
 * \param der       The signature.
 * \param der_len   Its length in bytes.
 * \param raw       Where the other one goes; it may be \p der.
 * \param raw_size  The room there in bytes.
 * \param raw_len   Takes its length.
 *
 * \return 0 if that was done.
 * \return A code of asn1.h if that is no such encoding.
 * \return #MBEDTLS_ERR_ASN1_INVALID_DATA if a number is not positive or too long for the curve, or an argument is NULL.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if there is too little room.
 */
int mbedtls_ecdsa_der_to_raw(size_t bits, const unsigned char *der, size_t der_len, unsigned char *raw,
    size_t raw_size, size_t *raw_len);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/psa_util_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_PSA_UTIL_H */
