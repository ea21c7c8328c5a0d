/*
 * mbedtls/ecp.h: Elliptic curves.
 *
 * Generated from src/capi/ecp/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ECP_H
#define MBEDTLS_COMPAT_MBEDTLS_ECP_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/platform_util.h"

typedef struct mbedtls_ecp_curve_info mbedtls_ecp_curve_info;
typedef struct mbedtls_ecp_point mbedtls_ecp_point;
typedef struct mbedtls_ecp_group mbedtls_ecp_group;
typedef struct mbedtls_ecp_keypair mbedtls_ecp_keypair;

#include "mbedtls/compat/ecp_values.h"

/** The progress of an operation in parts. Nothing is done in parts here. */
typedef void mbedtls_ecp_restart_ctx;

/** A point on a curve, or at infinity. Its members are private. */
struct mbedtls_ecp_point {
    mbedtls_mpi MBEDTLS_PRIVATE(X);
    mbedtls_mpi MBEDTLS_PRIVATE(Y);
    /** 0 at infinity; 1, or without limbs, elsewhere. */
    mbedtls_mpi MBEDTLS_PRIVATE(Z);
};

/** A curve. What its numbers point to is the library's: look, and do not change them. */
struct mbedtls_ecp_group {
    /** Which curve it is. */
    mbedtls_ecp_group_id id;
    /** The prime of the field. */
    mbedtls_mpi P;
    /** A of the equation; without limbs where it is -3, and (A + 2) / 4 for Curve25519 and Curve448. */
    mbedtls_mpi A;
    /** B of the equation. */
    mbedtls_mpi B;
    /** The generator. */
    mbedtls_ecp_point G;
    /** The order of the generator. */
    mbedtls_mpi N;
    /** Bits of P. */
    size_t pbits;
    /** Bits of N, or less one of a private key on Curve25519 and Curve448. */
    size_t nbits;
    /** Not 0 where the numbers are the library's. */
    unsigned int MBEDTLS_PRIVATE(h);
    /** In the group of a key: the key that TLS signs with, if it was made already. */
    void *MBEDTLS_PRIVATE(prepared);
    size_t MBEDTLS_PRIVATE(reserved)[5];
};

/** What is known of a curve. */
struct mbedtls_ecp_curve_info {
    /** Its number here. */
    mbedtls_ecp_group_id grp_id;
    /** Its number in TLS. */
    uint16_t tls_id;
    /** The length of a field element, in bits. */
    uint16_t bit_size;
    /** Its name. */
    const char *name;
};

/** A key on a curve: a public one, or a pair. Its members are private. */
struct mbedtls_ecp_keypair {
    mbedtls_ecp_group MBEDTLS_PRIVATE(grp);
    /** The private key; 0 without one. */
    mbedtls_mpi MBEDTLS_PRIVATE(d);
    /** The public key. */
    mbedtls_ecp_point MBEDTLS_PRIVATE(Q);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Checks that a number can be a private key: from 1 to the order less 1; on Curve25519 and Curve448, clamped (RFC 7748 section 5).
 *
 * \param grp  The group, with a curve.
 * \param d    The number.
 *
 * \return 0 if it can.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if it cannot.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p grp has no curve.
 */
int mbedtls_ecp_check_privkey(const mbedtls_ecp_group *grp, const mbedtls_mpi *d);

/**
 * Checks that a point can be a public key: on the curve, and not at infinity; on Curve25519 and Curve448, not one of small order.
 *
 * \param grp  The group, with a curve.
 * \param pt   The point.
 *
 * \return 0 if it can.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if it cannot.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p grp has no curve.
 */
int mbedtls_ecp_check_pubkey(const mbedtls_ecp_group *grp, const mbedtls_ecp_point *pt);

/**
 * Multiplies a point: \p R = \p m * \p P. The time does not depend on \p m.
 *
 * \param grp    The group, with a curve.
 * \param R      Where the product goes.
 * \param m      The factor: a private key of the curve.
 * \param P      The point: a public key of the curve.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p m or \p P is none.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p grp has no curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_mul(mbedtls_ecp_group *grp, mbedtls_ecp_point *R, const mbedtls_mpi *m,
    const mbedtls_ecp_point *P, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * As mbedtls_ecp_mul(), which is quick enough to be done at once.
 *
 * \param grp     The group, with a curve.
 * \param R       Where the product goes.
 * \param m       The factor: a private key of the curve.
 * \param P       The point: a public key of the curve.
 * \param f_rng   Not used; may be NULL.
 * \param p_rng   Not used; may be NULL.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return As mbedtls_ecp_mul().
 */
int mbedtls_ecp_mul_restartable(mbedtls_ecp_group *grp, mbedtls_ecp_point *R, const mbedtls_mpi *m,
    const mbedtls_ecp_point *P, mbedtls_f_rng_t *f_rng, void *p_rng, mbedtls_ecp_restart_ctx *rs_ctx);

/**
 * Adds multiples of two points: \p R = \p m * \p P + \p n * \p Q.
 *
 * \param grp  The group, with a curve of short Weierstrass form.
 * \param R    Where the sum goes.
 * \param m    The first factor: 0, -1, or a private key of the curve.
 * \param P    The first point: a public key of the curve.
 * \param n    The second factor, as the first.
 * \param Q    The second point, as the first.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if a factor or a point is none of these.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if the curve has another form.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL or \p grp has no curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_muladd(mbedtls_ecp_group *grp, mbedtls_ecp_point *R, const mbedtls_mpi *m,
    const mbedtls_ecp_point *P, const mbedtls_mpi *n, const mbedtls_ecp_point *Q);

/**
 * As mbedtls_ecp_muladd(), which is quick enough to be done at once.
 *
 * \param grp     The group, with a curve of short Weierstrass form.
 * \param R       Where the sum goes.
 * \param m       The first factor.
 * \param P       The first point.
 * \param n       The second factor.
 * \param Q       The second point.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return As mbedtls_ecp_muladd().
 */
int mbedtls_ecp_muladd_restartable(mbedtls_ecp_group *grp, mbedtls_ecp_point *R, const mbedtls_mpi *m,
    const mbedtls_ecp_point *P, const mbedtls_mpi *n, const mbedtls_ecp_point *Q,
    mbedtls_ecp_restart_ctx *rs_ctx);

/**
 * Lists the curves, the most preferred first.
 *
 * \return A static list; its last element has the number #MBEDTLS_ECP_DP_NONE.
 */
const mbedtls_ecp_curve_info *mbedtls_ecp_curve_list(void);

/**
 * Lists the numbers of the curves, the most preferred first.
 *
 * \return A static list; its last element is #MBEDTLS_ECP_DP_NONE.
 */
const mbedtls_ecp_group_id *mbedtls_ecp_grp_id_list(void);

/**
 * Finds what is known of a curve.
 *
 * \param grp_id  The curve's number.
 *
 * \return Static information; NULL if there is no such curve.
 */
const mbedtls_ecp_curve_info *mbedtls_ecp_curve_info_from_grp_id(mbedtls_ecp_group_id grp_id);

/**
 * Finds what is known of a curve.
 *
 * \param tls_id  The curve's number in TLS.
 *
 * \return Static information; NULL if there is no such curve.
 */
const mbedtls_ecp_curve_info *mbedtls_ecp_curve_info_from_tls_id(uint16_t tls_id);

/**
 * Finds what is known of a curve.
 *
 * \param name  The curve's name, such as "secp256r1"; may be NULL.
 *
 * \return Static information; NULL if there is no such curve.
 */
const mbedtls_ecp_curve_info *mbedtls_ecp_curve_info_from_name(const char *name);

/**
 * Tells the shape of a curve.
 *
 * \param grp  The group; may be NULL.
 *
 * \return #MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS or #MBEDTLS_ECP_TYPE_MONTGOMERY.
 * \return #MBEDTLS_ECP_TYPE_NONE if the group has no curve.
 */
mbedtls_ecp_curve_type mbedtls_ecp_get_type(const mbedtls_ecp_group *grp);

/**
 * Sets a group up without a curve. Call it once, before anything else is done with the group.
 *
 * \param grp  The group; NULL does nothing.
 */
void mbedtls_ecp_group_init(mbedtls_ecp_group *grp);

/**
 * Releases what a group holds and leaves it without a curve.
 *
 * \param grp  The group; NULL does nothing.
 */
void mbedtls_ecp_group_free(mbedtls_ecp_group *grp);

/**
 * Gives a group a curve.
 *
 * \param grp  The group. What it held is released.
 * \param id   The curve's number.
 *
 * \return 0 if the group has the curve.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp is NULL.
 */
int mbedtls_ecp_group_load(mbedtls_ecp_group *grp, mbedtls_ecp_group_id id);

/**
 * Gives a group the curve of another one.
 *
 * \param dst  The group. What it held is released.
 * \param src  The other group.
 *
 * \return 0 if the group has the curve.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p src has none.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p dst or \p src is NULL.
 */
int mbedtls_ecp_group_copy(mbedtls_ecp_group *dst, const mbedtls_ecp_group *src);

/**
 * Sets a key up as empty. Call it once, before anything else is done with the key.
 *
 * \param key  The key; NULL does nothing.
 */
void mbedtls_ecp_keypair_init(mbedtls_ecp_keypair *key);

/**
 * Wipes and releases what a key holds and leaves it empty.
 *
 * \param key  The key; NULL does nothing.
 */
void mbedtls_ecp_keypair_free(mbedtls_ecp_keypair *key);

/**
 * Makes a private key.
 *
 * \param grp    The group, with a curve.
 * \param d      Where the key goes.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was made.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp or \p d is NULL, or \p grp has no curve.
 * \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_gen_privkey(const mbedtls_ecp_group *grp, mbedtls_mpi *d, mbedtls_f_rng_t *f_rng,
    void *p_rng);

/**
 * Makes a pair of keys.
 *
 * \param grp    The group, with a curve.
 * \param d      Where the private key goes.
 * \param Q      Where the public key goes.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was made.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp, \p d or \p Q is NULL, or \p grp has no curve.
 * \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_gen_keypair(mbedtls_ecp_group *grp, mbedtls_mpi *d, mbedtls_ecp_point *Q,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Makes a pair of keys with another generator.
 *
 * \param grp    The group, with a curve.
 * \param G      The generator: a point of the curve.
 * \param d      Where the private key goes.
 * \param Q      Where the public key goes.
 * \param f_rng  Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was made.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p G is no point of the curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p grp, \p G, \p d or \p Q is NULL, or \p grp has no curve.
 * \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_gen_keypair_base(mbedtls_ecp_group *grp, const mbedtls_ecp_point *G, mbedtls_mpi *d,
    mbedtls_ecp_point *Q, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Makes a key on a curve.
 *
 * \param grp_id  The curve's number.
 * \param key     The key. What it held is released.
 * \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng   Not used; may be NULL.
 *
 * \return 0 if it was made.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL.
 * \return #MBEDTLS_ERR_ECP_RANDOM_FAILED if the system gave no random bytes.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_gen_key(mbedtls_ecp_group_id grp_id, mbedtls_ecp_keypair *key, mbedtls_f_rng_t *f_rng,
    void *p_rng);

/**
 * Gives a key its public half. It is not checked.
 *
 * \param grp_id  The curve's number.
 * \param key     The key; if it has a curve already, it must be this one.
 * \param Q       The public key.
 *
 * \return 0 if the key has it.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key or \p Q is NULL, or the key is on another curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_set_public_key(mbedtls_ecp_group_id grp_id, mbedtls_ecp_keypair *key,
    const mbedtls_ecp_point *Q);

/**
 * Reads a private key from bytes: for the curves of short Weierstrass form a number, the highest byte first; for
 * Curve25519 and Curve448 as RFC 7748 has it, and it is clamped. The public half is left as it is: mbedtls_ecp_keypair_calc_public().
 *
 * \param grp_id  The curve's number.
 * \param key     The key. It gets this curve.
 * \param buf     The bytes.
 * \param buflen  How many they are.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if this is no private key of the curve.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL, or \p buf is and \p buflen is not 0.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_read_key(mbedtls_ecp_group_id grp_id, mbedtls_ecp_keypair *key, const unsigned char *buf,
    size_t buflen);

/**
 * Writes a private key as bytes, in the form that mbedtls_ecp_read_key() reads.
 *
 * \param key     The key.
 * \param olen    Where the length goes: that of the order.
 * \param buf     Where the bytes go.
 * \param buflen  The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL, or there is no private key.
 */
int mbedtls_ecp_write_key_ext(const mbedtls_ecp_keypair *key, size_t *olen, unsigned char *buf,
    size_t buflen);

/**
 * Writes a private key so that it fills the buffer; use mbedtls_ecp_write_key_ext() instead.
 *
 * \param key     The key.
 * \param buf     Where the bytes go. What is longer than the key is filled with zeros: in front, or behind for Curve25519 and Curve448.
 * \param buflen  The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL, or there is no private key.
 */
int mbedtls_ecp_write_key(mbedtls_ecp_keypair *key, unsigned char *buf, size_t buflen);

/**
 * Writes a public key as bytes; see mbedtls_ecp_point_write_binary().
 *
 * \param key     The key.
 * \param format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
 * \param olen    Where the length goes; also where \p buf is too small.
 * \param buf     Where the bytes go.
 * \param buflen  The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p format is none of these.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if the key has no curve.
 */
int mbedtls_ecp_write_public_key(const mbedtls_ecp_keypair *key, int format, size_t *olen, unsigned char *buf,
    size_t buflen);

/**
 * Computes the public half of a key from its private half.
 *
 * \param key    The key.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if there is no private half.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL or has no curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_keypair_calc_public(mbedtls_ecp_keypair *key, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Checks that a public and a private key belong together.
 *
 * \param pub_   The key with the public half.
 * \param prv    The key with both halves.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if they are a pair.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are not, or one of them is NULL or has no curve.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if \p prv has no private half.
 */
int mbedtls_ecp_check_pub_priv(const mbedtls_ecp_keypair *pub_, const mbedtls_ecp_keypair *prv,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Copies the parts of a key.
 *
 * \param key  The key.
 * \param grp  Where its curve goes; NULL leaves it out.
 * \param d    Where its private half goes; NULL leaves it out.
 * \param Q    Where its public half goes; NULL leaves it out.
 *
 * \return 0 if they were copied.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p key is NULL.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if the curve is asked for and there is none.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_export(const mbedtls_ecp_keypair *key, mbedtls_ecp_group *grp, mbedtls_mpi *d,
    mbedtls_ecp_point *Q);

/**
 * Tells the curve of a key.
 *
 * \param key  The key; may be NULL.
 *
 * \return The curve's number; #MBEDTLS_ECP_DP_NONE if there is none.
 */
mbedtls_ecp_group_id mbedtls_ecp_keypair_get_group_id(const mbedtls_ecp_keypair *key);

/**
 * Sets a point up. Call it once, before anything else is done with the point.
 *
 * \param pt  The point; NULL does nothing.
 */
void mbedtls_ecp_point_init(mbedtls_ecp_point *pt);

/**
 * Wipes and releases what a point holds.
 *
 * \param pt  The point; NULL does nothing.
 */
void mbedtls_ecp_point_free(mbedtls_ecp_point *pt);

/**
 * Gives a point the value of another one.
 *
 * \param P  The point.
 * \param Q  The other point.
 *
 * \return 0 if it was copied.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p P or \p Q is NULL.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_copy(mbedtls_ecp_point *P, const mbedtls_ecp_point *Q);

/**
 * Makes a point the one at infinity.
 *
 * \param pt  The point.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if \p pt is NULL.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_set_zero(mbedtls_ecp_point *pt);

/**
 * Tells whether a point is the one at infinity.
 *
 * \param pt  The point; may be NULL.
 *
 * \return 1 if it is.
 * \return 0 if it is not, or \p pt is NULL.
 */
int mbedtls_ecp_is_zero(mbedtls_ecp_point *pt);

/**
 * Compares two points.
 *
 * \param P  A point.
 * \param Q  Another one.
 *
 * \return 0 if they are equal.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are not, or one of them is NULL.
 */
int mbedtls_ecp_point_cmp(const mbedtls_ecp_point *P, const mbedtls_ecp_point *Q);

/**
 * Writes a point as bytes: for the curves of short Weierstrass form as SEC 1 has it, for the others as RFC 7748 has it.
 *
 * \param grp     The group, with a curve.
 * \param P       The point.
 * \param format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
 * \param olen    Where the length goes; also where \p buf is too small.
 * \param buf     Where the bytes go.
 * \param buflen  The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL or \p format is none of these.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve.
 */
int mbedtls_ecp_point_write_binary(const mbedtls_ecp_group *grp, const mbedtls_ecp_point *P, int format,
    size_t *olen, unsigned char *buf, size_t buflen);

/**
 * Reads a point from bytes, in a form that mbedtls_ecp_point_write_binary() writes. Whether it is on the curve is what
 * mbedtls_ecp_check_pubkey() tells; only a compressed point must be.
 *
 * \param grp   The group, with a curve.
 * \param P     Where the point goes.
 * \param buf   The bytes.
 * \param ilen  How many they are.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if an argument is NULL, or these are not the bytes of a point.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve, or the point is a compressed one of secp224r1 or secp224k1.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_point_read_binary(const mbedtls_ecp_group *grp, mbedtls_ecp_point *P,
    const unsigned char *buf, size_t ilen);

/**
 * Reads the coordinates of a point from text. Whether it is on a curve is what mbedtls_ecp_check_pubkey() tells.
 *
 * \param P      Where the point goes.
 * \param radix  The base of the digits, from 2 to 16.
 * \param x      The first coordinate.
 * \param y      The second coordinate.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is none of these.
 * \return #MBEDTLS_ERR_MPI_INVALID_CHARACTER if there is something else than digits, or more than 4096 of them.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_point_read_string(mbedtls_ecp_point *P, int radix, const char *x, const char *y);

/**
 * Computes a multiple of a point that is known on each curve (RFC 5903 section 8, RFC 7748 section 6.1, and the point of which
 * the private key is 2), and says whether it is right.
 *
 * \param verbose  Not 0: also prints the result.
 *
 * \return 0 if all are right.
 * \return 1 if one is not.
 */
int mbedtls_ecp_self_test(int verbose);

/**
 * Reads the name of a curve: three bytes.
 *
 * \param grp  Where the curve's number goes.
 * \param buf  Points to the bytes; it is moved behind them.
 * \param len  How many bytes are there.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, the bytes are too few, or the curve has no name.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if there is no such curve.
 */
int mbedtls_ecp_tls_read_group_id(mbedtls_ecp_group_id *grp, const unsigned char **buf, size_t len);

/**
 * Reads the name of a curve and gives it to a group.
 *
 * \param grp  The group. What it held is released.
 * \param buf  Points to the bytes; it is moved behind them.
 * \param len  How many bytes are there.
 *
 * \return As mbedtls_ecp_tls_read_group_id().
 */
int mbedtls_ecp_tls_read_group(mbedtls_ecp_group *grp, const unsigned char **buf, size_t len);

/**
 * Writes the name of a curve: three bytes.
 *
 * \param grp   The group, with a curve.
 * \param olen  Where the length goes; also where \p buf is too small.
 * \param buf   Where the bytes go.
 * \param blen  The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, or \p grp has no curve.
 */
int mbedtls_ecp_tls_write_group(const mbedtls_ecp_group *grp, size_t *olen, unsigned char *buf, size_t blen);

/**
 * Reads a point: a byte with its length, and the point.
 *
 * \param grp  The group, with a curve.
 * \param pt   Where the point goes.
 * \param buf  Points to the bytes; it is moved behind them.
 * \param len  How many bytes are there.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, the bytes are too few, or they are no point.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ecp_tls_read_point(const mbedtls_ecp_group *grp, mbedtls_ecp_point *pt, const unsigned char **buf,
    size_t len);

/**
 * Writes a point: a byte with its length, and the point.
 *
 * \param grp     The group, with a curve.
 * \param pt      The point.
 * \param format  #MBEDTLS_ECP_PF_UNCOMPRESSED or #MBEDTLS_ECP_PF_COMPRESSED.
 * \param olen    Where the length goes.
 * \param buf     Where the bytes go.
 * \param blen    The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if a pointer is NULL, \p blen is 0, or \p format is none of these.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if \p grp has no curve.
 */
int mbedtls_ecp_tls_write_point(const mbedtls_ecp_group *grp, const mbedtls_ecp_point *pt, int format,
    size_t *olen, unsigned char *buf, size_t blen);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/ecp_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_ECP_H */
