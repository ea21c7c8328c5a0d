/*
 * mbedtls/ecdh.h: Agreeing on a secret over an elliptic curve.
 *
 * Generated from src/capi/ecdh.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ECDH_H
#define MBEDTLS_COMPAT_MBEDTLS_ECDH_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/platform_util.h"
#include <stdint.h>

typedef struct mbedtls_ecdh_context_mbed mbedtls_ecdh_context_mbed;
typedef struct mbedtls_ecdh_context mbedtls_ecdh_context;

#include "mbedtls/compat/ecdh_values.h"

/** The numbers of an agreement. Its members are private. */
struct mbedtls_ecdh_context_mbed {
    mbedtls_ecp_group MBEDTLS_PRIVATE(grp);
    /** Our private key. */
    mbedtls_mpi MBEDTLS_PRIVATE(d);
    /** Our public key. */
    mbedtls_ecp_point MBEDTLS_PRIVATE(Q);
    /** The peer's public key. */
    mbedtls_ecp_point MBEDTLS_PRIVATE(Qp);
    /** The secret. */
    mbedtls_mpi MBEDTLS_PRIVATE(z);
};

/** An agreement. Its members are private. */
struct mbedtls_ecdh_context {
    uint8_t MBEDTLS_PRIVATE(point_format);
    mbedtls_ecp_group_id MBEDTLS_PRIVATE(grp_id);
    mbedtls_ecdh_variant MBEDTLS_PRIVATE(var);
    mbedtls_ecdh_context_mbed MBEDTLS_PRIVATE(ctx);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Tells whether there is an agreement over a curve.
 *
 * \param gid  The curve's number.
 *
 * \return 1 if there is.
 * \return 0 if there is not.
 */
int mbedtls_ecdh_can_do(mbedtls_ecp_group_id gid);

/**
 * Sets an agreement up. Call it once, before anything else is done with the agreement.
 *
 * \param ctx  The agreement; NULL does nothing.
 */
void mbedtls_ecdh_init(mbedtls_ecdh_context *ctx);

/**
 * Wipes and releases what an agreement holds.
 *
 * \param ctx  The agreement; NULL does nothing.
 */
void mbedtls_ecdh_free(mbedtls_ecdh_context *ctx);

/**
 * Gives an agreement its curve.
 *
 * \param ctx     The agreement.
 * \param grp_id  The curve's number.
 *
 * \return 0 if it has the curve.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p ctx is NULL.
 */
int mbedtls_ecdh_setup(mbedtls_ecdh_context *ctx, mbedtls_ecp_group_id grp_id);

/**
 * Tells the curve of an agreement.
 *
 * \param ctx  The agreement; may be NULL.
 *
 * \return The curve's number; #MBEDTLS_ECP_DP_NONE if there is none.
 */
mbedtls_ecp_group_id mbedtls_ecdh_get_grp_id(mbedtls_ecdh_context *ctx);

/**
 * Makes a pair of keys for an agreement.
 *
 * \param grp    The group, with a curve.
 * \param d      Where the private key goes.
 * \param Q      Where the public key goes.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return As mbedtls_ecp_gen_keypair().
 */
int mbedtls_ecdh_gen_public(mbedtls_ecp_group *grp, mbedtls_mpi *d, mbedtls_ecp_point *Q,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Computes the secret that a private and a peer's public key make.
 *
 * \param grp    The group, with a curve.
 * \param z      Where the secret goes.
 * \param Q      The peer's public key.
 * \param d      Our private key.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was computed.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if a key is none of the curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p grp has no curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdh_compute_shared(mbedtls_ecp_group *grp, mbedtls_mpi *z, const mbedtls_ecp_point *Q,
    const mbedtls_mpi *d, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Makes a pair of keys, and writes curve and public key as a TLS 1.2 ServerKeyExchange has them.
 *
 * \param ctx    The agreement, with a curve.
 * \param olen   Where the length goes.
 * \param buf    Where the bytes go.
 * \param blen   The size of \p buf.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or there is no curve.
 * \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdh_make_params(mbedtls_ecdh_context *ctx, size_t *olen, unsigned char *buf, size_t blen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads what mbedtls_ecdh_make_params() writes: the peer's curve and public key.
 *
 * \param ctx  The agreement. It gets this curve.
 * \param buf  Points to the bytes; it is moved behind them.
 * \param end  Their end.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or the bytes are too few or no point.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdh_read_params(mbedtls_ecdh_context *ctx, const unsigned char **buf, const unsigned char *end);

/**
 * Gives an agreement a key that there is already.
 *
 * \param ctx   The agreement; if it has a curve already, it must be that of the key.
 * \param key   The key.
 * \param side  #MBEDTLS_ECDH_OURS, or #MBEDTLS_ECDH_THEIRS for the peer's.
 *
 * \return 0 if it has the key.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, the curve is another one, or \p side is none of these.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdh_get_params(mbedtls_ecdh_context *ctx, const mbedtls_ecp_keypair *key,
    mbedtls_ecdh_side side);

/**
 * Makes a pair of keys, and writes the public key as a TLS 1.2 ClientKeyExchange has it.
 *
 * \param ctx    The agreement, with a curve.
 * \param olen   Where the length goes.
 * \param buf    Where the bytes go.
 * \param blen   The size of \p buf.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return As mbedtls_ecdh_make_params().
 */
int mbedtls_ecdh_make_public(mbedtls_ecdh_context *ctx, size_t *olen, unsigned char *buf, size_t blen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads what mbedtls_ecdh_make_public() writes: the peer's public key.
 *
 * \param ctx   The agreement, with a curve.
 * \param buf   The bytes.
 * \param blen  How many they are.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or the bytes are no point, or one and more.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdh_read_public(mbedtls_ecdh_context *ctx, const unsigned char *buf, size_t blen);

/**
 * Computes the secret, and writes it: for the curves of short Weierstrass form the highest byte first, for the others the lowest.
 *
 * \param ctx    The agreement, with our private and the peer's public key.
 * \param olen   Where the length goes: that of a field element.
 * \param buf    Where the secret goes.
 * \param blen   The size of \p buf.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if a key is none of the curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, there is no curve, or \p buf is too small.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecdh_calc_secret(mbedtls_ecdh_context *ctx, size_t *olen, unsigned char *buf, size_t blen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ECDH_H */
