/*
 * mbedtls/ecjpake.h: Agreeing on a key with a password: EC J-PAKE.
 *
 * Generated from src/capi/ecjpake.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ECJPAKE_H
#define MBEDTLS_COMPAT_MBEDTLS_ECJPAKE_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

typedef struct mbedtls_ecjpake_context mbedtls_ecjpake_context;

#include "mbedtls/compat/ecjpake_values.h"

/** An exchange. Its members are private. */
struct mbedtls_ecjpake_context {
    mbedtls_md_type_t MBEDTLS_PRIVATE(md_type);
    /** A box with the exchange, once it is set up. */
    void *MBEDTLS_PRIVATE(exchange);
    uint64_t MBEDTLS_PRIVATE(unused)[23];
    mbedtls_ecjpake_role MBEDTLS_PRIVATE(role);
    int MBEDTLS_PRIVATE(point_format);
    uint64_t MBEDTLS_PRIVATE(unused_too)[36];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes an exchange ready to be set up. Call it once, before anything else is done with the exchange.
 *
 * \param ctx  The exchange; NULL does nothing.
 */
void mbedtls_ecjpake_init(mbedtls_ecjpake_context *ctx);

/**
 * Sets an exchange up with a password. One that ran already begins anew.
 *
 * \param ctx     The exchange.
 * \param role    #MBEDTLS_ECJPAKE_CLIENT or #MBEDTLS_ECJPAKE_SERVER; the peer is the other one.
 * \param hash    The digest: #MBEDTLS_MD_SHA256 in TLS.
 * \param curve   The curve: #MBEDTLS_ECP_DP_SECP256R1 in TLS.
 * \param secret  The password. It is copied.
 * \param len     Its length in bytes, at most 80000.
 *
 * \return 0 if it is set up.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p role is none of these.
 * \return #MBEDTLS_ERR_MD_FEATURE_UNAVAILABLE if there is no such digest.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no exchange over the curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if the password is too long.
 */
int mbedtls_ecjpake_setup(mbedtls_ecjpake_context *ctx, mbedtls_ecjpake_role role, mbedtls_md_type_t hash,
    mbedtls_ecp_group_id curve, const unsigned char *secret, size_t len);

/**
 * Chooses the form of the points that are written, which also enters the proofs: both sides have to choose the same. Without
 * it they are uncompressed, as TLS has them.
 *
 * \param ctx           The exchange.
 * \param point_format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
 *
 * \return 0 if it is chosen.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p ctx is NULL or \p point_format is none of these.
 */
int mbedtls_ecjpake_set_point_format(mbedtls_ecjpake_context *ctx, int point_format);

/**
 * Tells whether an exchange is set up, with a password that is not empty.
 *
 * \param ctx  The exchange.
 *
 * \return 0 if it is.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if it is not, or \p ctx is NULL.
 */
int mbedtls_ecjpake_check(const mbedtls_ecjpake_context *ctx);

/**
 * Writes our message of the first round: two new public keys and their proofs.
 *
 * \param ctx    The exchange.
 * \param buf    Where it goes.
 * \param len    The room there in bytes.
 * \param olen   Takes its length.
 * \param f_rng  Where random bytes come from.
 * \param p_rng  Passed to \p f_rng.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if the exchange is not set up, a pointer is NULL, or \p buf ends in front of a point.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf ends elsewhere.
 * \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the random bytes are no numbers of the curve, time and again.
 * \return What \p f_rng returned, if not 0.
 */
int mbedtls_ecjpake_write_round_one(mbedtls_ecjpake_context *ctx, unsigned char *buf, size_t len,
    size_t *olen, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads the peer's message of the first round.
 *
 * \param ctx  The exchange.
 * \param buf  The message.
 * \param len  Its length in bytes.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if it is too short or too long, the exchange is not set up, or a pointer is NULL.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if a key is none of the curve.
 * \return #MBEDTLS_ERR_ECP_VERIFY_FAILED if a proof is none.
 */
int mbedtls_ecjpake_read_round_one(mbedtls_ecjpake_context *ctx, const unsigned char *buf, size_t len);

/**
 * Writes our message of the second round: a public key with the password in it, and its proof. The first round is over.
 *
 * \param ctx    The exchange.
 * \param buf    Where it goes.
 * \param len    The room there in bytes.
 * \param olen   Takes its length.
 * \param f_rng  Where random bytes come from.
 * \param p_rng  Passed to \p f_rng.
 *
 * \return As mbedtls_ecjpake_write_round_one().
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if the first round is not over, the password is 0 as a number of the curve, or the keys
 *         of the first round add up to nothing.
 */
int mbedtls_ecjpake_write_round_two(mbedtls_ecjpake_context *ctx, unsigned char *buf, size_t len,
    size_t *olen, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads the peer's message of the second round.
 *
 * \param ctx  The exchange.
 * \param buf  The message.
 * \param len  Its length in bytes.
 *
 * \return As mbedtls_ecjpake_read_round_one().
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY also if the first round is not over.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a server's message names another curve.
 */
int mbedtls_ecjpake_read_round_two(mbedtls_ecjpake_context *ctx, const unsigned char *buf, size_t len);

/**
 * Computes the secret that both sides share after the second round: the digest of a coordinate of the key. It is the same
 * on both only if their passwords are.
 *
 * \param ctx    The exchange.
 * \param buf    Where the secret goes.
 * \param len    The room there in bytes.
 * \param olen   Takes its length: that of the digest.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was computed.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if the second round is not over.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if the exchange is not set up, or a pointer is NULL.
 */
int mbedtls_ecjpake_derive_secret(mbedtls_ecjpake_context *ctx, unsigned char *buf, size_t len, size_t *olen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Writes the key that both sides share after the second round, as a point.
 *
 * \param ctx    The exchange.
 * \param buf    Where the point goes.
 * \param len    The room there in bytes.
 * \param olen   Takes its length.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return As mbedtls_ecjpake_derive_secret().
 */
int mbedtls_ecjpake_write_shared_key(mbedtls_ecjpake_context *ctx, unsigned char *buf, size_t len,
    size_t *olen, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Wipes and releases what an exchange holds.
 *
 * \param ctx  The exchange; NULL does nothing.
 */
void mbedtls_ecjpake_free(mbedtls_ecjpake_context *ctx);

/**
 * Lets two sides agree on a key, and says whether they do.
 *
 * \param verbose  Not 0: also prints the result.
 *
 * \return 0 if they do.
 * \return 1 if they do not.
 */
int mbedtls_ecjpake_self_test(int verbose);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ECJPAKE_H */
