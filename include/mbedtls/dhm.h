/*
 * mbedtls/dhm.h: Finite-field Diffie-Hellman.
 *
 * Generated from src/capi/dhm/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_DHM_H
#define MBEDTLS_COMPAT_MBEDTLS_DHM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>

typedef struct mbedtls_dhm_context mbedtls_dhm_context;

#include "mbedtls/compat/dhm_values.h"

/** Parameters and keys of a finite-field key exchange. Its members are private. */
struct mbedtls_dhm_context {
    mbedtls_mpi MBEDTLS_PRIVATE(P);
    mbedtls_mpi MBEDTLS_PRIVATE(G);
    mbedtls_mpi MBEDTLS_PRIVATE(X);
    mbedtls_mpi MBEDTLS_PRIVATE(GX);
    mbedtls_mpi MBEDTLS_PRIVATE(GY);
    mbedtls_mpi MBEDTLS_PRIVATE(K);
    mbedtls_mpi MBEDTLS_PRIVATE(RP);
    mbedtls_mpi MBEDTLS_PRIVATE(Vi);
    mbedtls_mpi MBEDTLS_PRIVATE(Vf);
    mbedtls_mpi MBEDTLS_PRIVATE(pX);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Sets a context up as empty. Call it once, before anything else is done with the context.
 *
 * \param ctx  The context; NULL does nothing.
 */
void mbedtls_dhm_init(mbedtls_dhm_context *ctx);

/**
 * Wipes and releases what a context holds and leaves it empty.
 *
 * \param ctx  The context; NULL does nothing.
 */
void mbedtls_dhm_free(mbedtls_dhm_context *ctx);

/**
 * Sets the prime and the generator. They are copied.
 *
 * \param ctx  The context.
 * \param P    The prime.
 * \param G    The generator.
 *
 * \return 0 if they were set.
 * \return #MBEDTLS_ERR_DHM_SET_GROUP_FAILED and a code of bignum.h in one sum, if there is no memory.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_dhm_set_group(mbedtls_dhm_context *ctx, const mbedtls_mpi *P, const mbedtls_mpi *G);

/**
 * Copies a number out of a context.
 *
 * \param ctx    The context.
 * \param param  Which one.
 * \param dest   Takes it.
 *
 * \return 0 if it was copied.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if \p param is none of them, or an argument is NULL.
 * \return A code of bignum.h if there is no memory.
 */
int mbedtls_dhm_get_value(const mbedtls_dhm_context *ctx, mbedtls_dhm_parameter param, mbedtls_mpi *dest);

/**
 * Tells the length of the prime.
 *
 * \param ctx  The context; NULL counts as empty.
 *
 * \return The length in bits; 0 if there is none.
 */
size_t mbedtls_dhm_get_bitlen(const mbedtls_dhm_context *ctx);

/**
 * Tells the length of the prime.
 *
 * \param ctx  The context; NULL counts as empty.
 *
 * \return The length in bytes; 0 if there is none.
 */
size_t mbedtls_dhm_get_len(const mbedtls_dhm_context *ctx);

/**
 * Reads the parameters that a server sends: prime, generator and its public value, each with its length in front.
 *
 * \param ctx  The context that takes them.
 * \param p    Where they start; moves on as far as they were read.
 * \param end  The end of the input.
 *
 * \return 0 if they were read.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if the input ends too early, the public value does not suit the prime, or an
 *         argument is NULL.
 * \return #MBEDTLS_ERR_DHM_READ_PARAMS_FAILED and a code of bignum.h in one sum, if there is no memory.
 */
int mbedtls_dhm_read_params(mbedtls_dhm_context *ctx, unsigned char **p, const unsigned char *end);

/**
 * Makes an own pair of values, and the parameters that a server sends: prime, generator and public value, each with its
 * length in front.
 *
 * \param ctx     The context, with prime and generator.
 * \param x_size  How many bytes the secret value takes.
 * \param output  Where the parameters go: room for three numbers of the length of the prime, and 6 bytes.
 * \param olen    Takes how many bytes they are.
 * \param f_rng   Where random bytes come from.
 * \param p_rng   Passed to \p f_rng.
 *
 * \return 0 if they were made.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if there is no prime, \p x_size is not above 0, what came out is not
 *         acceptable, or an argument is NULL.
 * \return #MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED, alone or in one sum with a code of bignum.h or of \p f_rng.
 */
int mbedtls_dhm_make_params(mbedtls_dhm_context *ctx, int x_size, unsigned char *output, size_t *olen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads the peer's public value. mbedtls_dhm_calc_secret() checks its range.
 *
 * \param ctx    The context, with the prime.
 * \param input  The value, the highest byte first.
 * \param ilen   Its length in bytes, not over that of the prime.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if \p ilen is out of range, or an argument is NULL.
 * \return #MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED and a code of bignum.h in one sum, if there is no memory.
 */
int mbedtls_dhm_read_public(mbedtls_dhm_context *ctx, const unsigned char *input, size_t ilen);

/**
 * Makes an own pair of values and writes the public one.
 *
 * \param ctx     The context, with prime and generator.
 * \param x_size  How many bytes the secret value takes. If that is the length of the prime or more, it is any from 2 to
 *                the prime less 2.
 * \param output  Where the public value goes, the highest byte first.
 * \param olen    How many bytes are written, not over the length of the prime.
 * \param f_rng   Where random bytes come from.
 * \param p_rng   Passed to \p f_rng.
 *
 * \return 0 if they were made.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if there is no prime, \p x_size is not above 0, \p olen is out of range, what
 *         came out is not acceptable, or an argument is NULL.
 * \return #MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED, alone or in one sum with a code of bignum.h or of \p f_rng.
 */
int mbedtls_dhm_make_public(mbedtls_dhm_context *ctx, int x_size, unsigned char *output, size_t olen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Computes the shared secret from the own secret value and the peer's public one, in a time that does not depend on
 * them.
 *
 * \param ctx          The context, with both.
 * \param output       Where the secret goes, the highest byte first and as long as the prime.
 * \param output_size  The room there in bytes.
 * \param olen         Takes the length of the secret.
 * \param f_rng        Has to be given, and is not called: nothing needs to be blinded.
 * \param p_rng        Not used.
 *
 * \return 0 if it was computed.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if the room is too small, the peer's value is not from 2 to the prime less 2,
 *         there is no own value, or an argument is NULL.
 * \return #MBEDTLS_ERR_DHM_CALC_SECRET_FAILED and a code of bignum.h in one sum, if the prime is none, or too long.
 */
int mbedtls_dhm_calc_secret(mbedtls_dhm_context *ctx, unsigned char *output, size_t output_size, size_t *olen,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Checks an exchange of two sides.
 *
 * \param verbose  Not 0: prints a line for each check.
 *
 * \return 0 if all is well, 1 if not.
 */
int mbedtls_dhm_self_test(int verbose);

/**
 * Reads a prime and a generator.
 *
 * \param dhm       The context that takes them; empty.
 * \param dhmin     The parameters: DER, or a text with a block `DH PARAMETERS` and a NUL behind.
 * \param dhminlen  The length in bytes, with that NUL.
 *
 * \return 0 if they were read.
 * \return #MBEDTLS_ERR_DHM_INVALID_FORMAT and a code of asn1.h in one sum, if that is not how parameters are encoded.
 * \return A code of pem.h if the block cannot be read.
 * \return #MBEDTLS_ERR_DHM_INVALID_FORMAT and a code of bignum.h in one sum, if there is no memory.
 * \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_dhm_parse_dhm(mbedtls_dhm_context *dhm, const unsigned char *dhmin, size_t dhminlen);

/**
 * Reads a prime and a generator from a file; see mbedtls_dhm_parse_dhm() for the format and for the codes beside these.
 *
 * \param dhm   The context that takes them; empty.
 * \param path  The file's name. Files over 64 MiB are not read.
 *
 * \return 0 if they were read.
 * \return #MBEDTLS_ERR_DHM_FILE_IO_ERROR if the file cannot be read.
 */
int mbedtls_dhm_parse_dhmfile(mbedtls_dhm_context *dhm, const char *path);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_DHM_H */
