/*
 * mbedtls/ecdsa.h: Signatures with keys on elliptic curves.
 *
 * Generated from src/capi/ecdsa.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ECDSA_H
#define MBEDTLS_COMPAT_MBEDTLS_ECDSA_H

#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

#include "mbedtls/compat/ecdsa_values.h"

/** A key for signatures. */
typedef mbedtls_ecp_keypair mbedtls_ecdsa_context;

/** The progress of an operation in parts. Nothing is done in parts here. */
typedef void mbedtls_ecdsa_restart_ctx;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Tells whether there is ECDSA on a curve.
 *
 * \param gid  The curve's number.
 *
 * \return 1 if there is.
 * \return 0 if there is not.
 */
int mbedtls_ecdsa_can_do(mbedtls_ecp_group_id gid);

/**
 * Sets a key up as empty. Call it once, before anything else is done with the key.
 *
 * \param ctx  The key; NULL does nothing.
 */
void mbedtls_ecdsa_init(mbedtls_ecdsa_context *ctx);

/**
 * Wipes and releases what a key holds and leaves it empty.
 *
 * \param ctx  The key; NULL does nothing.
 */
void mbedtls_ecdsa_free(mbedtls_ecdsa_context *ctx);

/**
 * Makes a key on a curve.
 *
 * \param ctx    The key. What it held is released.
 * \param gid    The curve's number.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return As mbedtls_ecp_gen_key().
 */
int mbedtls_ecdsa_genkey(mbedtls_ecdsa_context *ctx, mbedtls_ecp_group_id gid, mbedtls_f_rng_t *f_rng,
    void *p_rng);

/**
 * Gives a key the numbers of another one.
 *
 * \param ctx  The key. What it held is released.
 * \param key  The other key.
 *
 * \return 0 if it was copied.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p ctx or \p key is NULL.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p key has no curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdsa_from_keypair(mbedtls_ecdsa_context *ctx, const mbedtls_ecp_keypair *key);

/**
 * Signs a hash with a random nonce.
 *
 * \param grp    The group, with a curve.
 * \param r      Where the first number of the signature goes.
 * \param s      Where the second number of the signature goes.
 * \param d      The private key.
 * \param buf    The hash.
 * \param blen   Its length.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was signed.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p d is no private key of the curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or there is no ECDSA on the curve.
 * \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdsa_sign(mbedtls_ecp_group *grp, mbedtls_mpi *r, mbedtls_mpi *s, const mbedtls_mpi *d,
    const unsigned char *buf, size_t blen, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * As mbedtls_ecdsa_sign(), which is quick enough to be done at once.
 *
 * \param grp          The group, with a curve.
 * \param r            Where the first number of the signature goes.
 * \param s            Where the second number of the signature goes.
 * \param d            The private key.
 * \param buf          The hash.
 * \param blen         Its length.
 * \param f_rng        Not used; may be NULL.
 * \param p_rng        Not used; may be NULL.
 * \param f_rng_blind  Not used; may be NULL.
 * \param p_rng_blind  Not used; may be NULL.
 * \param rs_ctx       Not used; may be NULL.
 *
 * \return As mbedtls_ecdsa_sign().
 */
int mbedtls_ecdsa_sign_restartable(mbedtls_ecp_group *grp, mbedtls_mpi *r, mbedtls_mpi *s,
    const mbedtls_mpi *d, const unsigned char *buf, size_t blen, mbedtls_f_rng_t *f_rng, void *p_rng,
    mbedtls_f_rng_t *f_rng_blind, void *p_rng_blind, mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Signs a hash with a nonce from key and hash (RFC 6979): the same signature each time.
 *
 * \param grp          The group, with a curve.
 * \param r            Where the first number of the signature goes.
 * \param s            Where the second number of the signature goes.
 * \param d            The private key.
 * \param buf          The hash.
 * \param blen         Its length.
 * \param md_alg       The hash function that makes the nonce: that of the hash.
 * \param f_rng_blind  Not used; may be NULL.
 * \param p_rng_blind  Not used; may be NULL.
 *
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA also if \p md_alg is unknown.
 * \return Otherwise as mbedtls_ecdsa_sign().
 */
int mbedtls_ecdsa_sign_det_ext(mbedtls_ecp_group *grp, mbedtls_mpi *r, mbedtls_mpi *s, const mbedtls_mpi *d,
    const unsigned char *buf, size_t blen, mbedtls_md_type_t md_alg, mbedtls_f_rng_t *f_rng_blind,
    void *p_rng_blind);

/**
 * As mbedtls_ecdsa_sign_det_ext(), which is quick enough to be done at once.
 *
 * \param grp          The group, with a curve.
 * \param r            Where the first number of the signature goes.
 * \param s            Where the second number of the signature goes.
 * \param d            The private key.
 * \param buf          The hash.
 * \param blen         Its length.
 * \param md_alg       The hash function that makes the nonce: that of the hash.
 * \param f_rng_blind  Not used; may be NULL.
 * \param p_rng_blind  Not used; may be NULL.
 * \param rs_ctx       Not used; may be NULL.
 *
 * \return As mbedtls_ecdsa_sign_det_ext().
 */
int mbedtls_ecdsa_sign_det_restartable(mbedtls_ecp_group *grp, mbedtls_mpi *r, mbedtls_mpi *s,
    const mbedtls_mpi *d, const unsigned char *buf, size_t blen, mbedtls_md_type_t md_alg,
    mbedtls_f_rng_t *f_rng_blind, void *p_rng_blind, mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Verifies a signature over a hash.
 *
 * \param grp   The group, with a curve.
 * \param buf   The hash.
 * \param blen  Its length.
 * \param Q     The public key.
 * \param r     The first number of the signature.
 * \param s     The second number of the signature.
 *
 * \return 0 if it is one of this key and hash.
 * \return #MBEDTLS_ERR_ECP_VERIFY_FAILED if it is not.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p Q is no public key of the curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or there is no ECDSA on the curve.
 */
int mbedtls_ecdsa_verify(mbedtls_ecp_group *grp, const unsigned char *buf, size_t blen,
    const mbedtls_ecp_point *Q, const mbedtls_mpi *r, const mbedtls_mpi *s);

/**
 * As mbedtls_ecdsa_verify(), which is quick enough to be done at once.
 *
 * \param grp     The group, with a curve.
 * \param buf     The hash.
 * \param blen    Its length.
 * \param Q       The public key.
 * \param r       The first number of the signature.
 * \param s       The second number of the signature.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return As mbedtls_ecdsa_verify().
 */
int mbedtls_ecdsa_verify_restartable(mbedtls_ecp_group *grp, const unsigned char *buf, size_t blen,
    const mbedtls_ecp_point *Q, const mbedtls_mpi *r, const mbedtls_mpi *s,
    mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Signs a hash with a nonce from key and hash (RFC 6979), and writes the signature as DER (RFC 3279 section 2.2.3).
 *
 * \param ctx       The key.
 * \param md_alg    The function that made the hash.
 * \param hash      The hash.
 * \param hlen      Its length.
 * \param sig       Where the signature goes; #MBEDTLS_ECDSA_MAX_LEN bytes are enough.
 * \param sig_size  The size of \p sig.
 * \param slen      Where the length of the signature goes.
 * \param f_rng     Not used; may be NULL.
 * \param p_rng     Not used; may be NULL.
 *
 * \return 0 if it was signed.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p sig is too small.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if there is no private key.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, \p md_alg is unknown, or there is no ECDSA on the curve.
 */
int mbedtls_ecdsa_write_signature(mbedtls_ecdsa_context *ctx, mbedtls_md_type_t md_alg,
    const unsigned char *hash, size_t hlen, unsigned char *sig, size_t sig_size, size_t *slen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * As mbedtls_ecdsa_write_signature(), which is quick enough to be done at once.
 *
 * \param ctx       The key.
 * \param md_alg    The function that made the hash.
 * \param hash      The hash.
 * \param hlen      Its length.
 * \param sig       Where the signature goes.
 * \param sig_size  The size of \p sig.
 * \param slen      Where the length of the signature goes.
 * \param f_rng     Not used; may be NULL.
 * \param p_rng     Not used; may be NULL.
 * \param rs_ctx    Not used; may be NULL.
 *
 * \return As mbedtls_ecdsa_write_signature().
 */
int mbedtls_ecdsa_write_signature_restartable(mbedtls_ecdsa_context *ctx, mbedtls_md_type_t md_alg,
    const unsigned char *hash, size_t hlen, unsigned char *sig, size_t sig_size, size_t *slen,
    mbedtls_f_rng_t *f_rng, void *p_rng, mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Verifies a signature in the form that mbedtls_ecdsa_write_signature() writes.
 *
 * \param ctx   The key.
 * \param hash  The hash.
 * \param hlen  Its length.
 * \param sig   The signature.
 * \param slen  Its length.
 *
 * \return 0 if it is one of this key and hash.
 * \return #MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH if it is, and something follows its two numbers.
 * \return #MBEDTLS_ERR_ECP_VERIFY_FAILED if it is not.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if there is no public key.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA, alone or with an ASN.1 code added, if a pointer is NULL, there is no ECDSA on the
 *         curve, or this is not the form of a signature.
 */
int mbedtls_ecdsa_read_signature(mbedtls_ecdsa_context *ctx, const unsigned char *hash, size_t hlen,
    const unsigned char *sig, size_t slen);

/**
 * As mbedtls_ecdsa_read_signature(), which is quick enough to be done at once.
 *
 * \param ctx     The key.
 * \param hash    The hash.
 * \param hlen    Its length.
 * \param sig     The signature.
 * \param slen    Its length.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return As mbedtls_ecdsa_read_signature().
 */
int mbedtls_ecdsa_read_signature_restartable(mbedtls_ecdsa_context *ctx, const unsigned char *hash,
    size_t hlen, const unsigned char *sig, size_t slen, mbedtls_ecdsa_restart_ctx *rs_ctx);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ECDSA_H */
