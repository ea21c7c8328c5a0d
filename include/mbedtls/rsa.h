/*
 * mbedtls/rsa.h: RSA.
 *
 * Generated from src/capi/rsa/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_RSA_H
#define MBEDTLS_COMPAT_MBEDTLS_RSA_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/md.h"
#include "mbedtls/platform_util.h"

typedef struct mbedtls_rsa_context mbedtls_rsa_context;

#include "mbedtls/compat/rsa_values.h"

/** An RSA key: a public one, or a pair. Its members are private. */
struct mbedtls_rsa_context {
    int MBEDTLS_PRIVATE(ver);
    /** Bytes of the modulus. */
    size_t MBEDTLS_PRIVATE(len);
    mbedtls_mpi MBEDTLS_PRIVATE(N);
    mbedtls_mpi MBEDTLS_PRIVATE(E);
    /** 0, as are those below, without a private key. */
    mbedtls_mpi MBEDTLS_PRIVATE(D);
    mbedtls_mpi MBEDTLS_PRIVATE(P);
    mbedtls_mpi MBEDTLS_PRIVATE(Q);
    mbedtls_mpi MBEDTLS_PRIVATE(DP);
    mbedtls_mpi MBEDTLS_PRIVATE(DQ);
    mbedtls_mpi MBEDTLS_PRIVATE(QP);
    size_t MBEDTLS_PRIVATE(reserved)[10];
    int MBEDTLS_PRIVATE(padding);
    int MBEDTLS_PRIVATE(hash_id);
    /** The key that TLS signs with, if it was made already. */
    void *MBEDTLS_PRIVATE(prepared);
    size_t MBEDTLS_PRIVATE(reserved2)[5];
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Encrypts a message, padded as mbedtls_rsa_set_padding() said.
 *
 * \param ctx     The key.
 * \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng   Not used; may be NULL.
 * \param ilen    The length of the message.
 * \param input   The message.
 * \param output  Where the encrypted message goes, which is as long as the key.
 *
 * \return 0 if it was encrypted.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL, there is no public key, or the message is too long for it.
 * \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the key pads in no known way.
 * \return #MBEDTLS_ERR_RSA_RNG_FAILED if the system gave no random bytes.
 */
int mbedtls_rsa_pkcs1_encrypt(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng, size_t ilen,
    const unsigned char *input, unsigned char *output);

/**
 * Encrypts a message with PKCS #1 v1.5.
 *
 * \param ctx     The key.
 * \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng   Not used; may be NULL.
 * \param ilen    The length of the message.
 * \param input   The message.
 * \param output  Where the encrypted message goes, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_encrypt().
 */
int mbedtls_rsa_rsaes_pkcs1_v15_encrypt(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    size_t ilen, const unsigned char *input, unsigned char *output);

/**
 * Encrypts a message with OAEP.
 *
 * \param ctx        The key, which must name a hash function: mbedtls_rsa_set_padding().
 * \param f_rng      Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng      Not used; may be NULL.
 * \param label      The label; NULL if \p label_len is 0.
 * \param label_len  Its length.
 * \param ilen       The length of the message.
 * \param input      The message.
 * \param output     Where the encrypted message goes, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_encrypt().
 */
int mbedtls_rsa_rsaes_oaep_encrypt(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    const unsigned char *label, size_t label_len, size_t ilen, const unsigned char *input,
    unsigned char *output);

/**
 * Decrypts a message, padded as mbedtls_rsa_set_padding() said.
 *
 * With PKCS #1 v1.5, what was not encrypted with this padding does not give an error but a message of random length and
 * content, always the same for the same key and input: nobody who watches can learn whether the padding was right.
 *
 * \param ctx             The key.
 * \param f_rng           Not used; may be NULL. What blinds the operation is the operating system's.
 * \param p_rng           Not used; may be NULL.
 * \param olen            Where the length of the message goes.
 * \param input           The encrypted message, which is as long as the key.
 * \param output          Where the message goes.
 * \param output_max_len  The size of \p output.
 *
 * \return 0 if it was decrypted.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL or there is no private key.
 * \return #MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE if \p output is too small.
 * \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the padding OAEP is wrong, or the key pads in no known way.
 * \return #MBEDTLS_ERR_RSA_PRIVATE_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the input is not below the modulus;
 *         alone if the system gave no random bytes or a fault changed the result.
 */
int mbedtls_rsa_pkcs1_decrypt(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng, size_t *olen,
    const unsigned char *input, unsigned char *output, size_t output_max_len);

/**
 * Decrypts a message with PKCS #1 v1.5; see mbedtls_rsa_pkcs1_decrypt().
 *
 * \param ctx             The key, whose padding must be PKCS #1 v1.5.
 * \param f_rng           Not used; may be NULL. What blinds the operation is the operating system's.
 * \param p_rng           Not used; may be NULL.
 * \param olen            Where the length of the message goes.
 * \param input           The encrypted message, which is as long as the key.
 * \param output          Where the message goes.
 * \param output_max_len  The size of \p output.
 *
 * \return As mbedtls_rsa_pkcs1_decrypt().
 */
int mbedtls_rsa_rsaes_pkcs1_v15_decrypt(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    size_t *olen, const unsigned char *input, unsigned char *output, size_t output_max_len);

/**
 * Decrypts a message with OAEP.
 *
 * \param ctx             The key, whose padding must be #MBEDTLS_RSA_PKCS_V21, with a hash function.
 * \param f_rng           Not used; may be NULL. What blinds the operation is the operating system's.
 * \param p_rng           Not used; may be NULL.
 * \param label           The label; NULL if \p label_len is 0.
 * \param label_len       Its length.
 * \param olen            Where the length of the message goes.
 * \param input           The encrypted message, which is as long as the key.
 * \param output          Where the message goes.
 * \param output_max_len  The size of \p output.
 *
 * \return As mbedtls_rsa_pkcs1_decrypt().
 */
int mbedtls_rsa_rsaes_oaep_decrypt(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    const unsigned char *label, size_t label_len, size_t *olen, const unsigned char *input,
    unsigned char *output, size_t output_max_len);

/**
 * Copies numbers of a key.
 *
 * \param ctx  The key.
 * \param N    Where the modulus goes; NULL leaves it out.
 * \param P    Where the first prime goes; NULL leaves it out.
 * \param Q    Where the second prime goes; NULL leaves it out.
 * \param D    Where the private exponent goes; NULL leaves it out.
 * \param E    Where the public exponent goes; NULL leaves it out.
 *
 * \return 0 if they were copied.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or private numbers are asked for and there are none.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_rsa_export(const mbedtls_rsa_context *ctx, mbedtls_mpi *N, mbedtls_mpi *P, mbedtls_mpi *Q,
    mbedtls_mpi *D, mbedtls_mpi *E);

/**
 * Copies numbers of a key as bytes, the highest first, with zeros in front where there is room.
 *
 * \param ctx    The key.
 * \param N      Where the modulus goes; NULL leaves it out.
 * \param N_len  How many bytes are written.
 * \param P      Where the first prime goes; NULL leaves it out.
 * \param P_len  How many bytes are written.
 * \param Q      Where the second prime goes; NULL leaves it out.
 * \param Q_len  How many bytes are written.
 * \param D      Where the private exponent goes; NULL leaves it out.
 * \param D_len  How many bytes are written.
 * \param E      Where the public exponent goes; NULL leaves it out.
 * \param E_len  How many bytes are written.
 *
 * \return 0 if they were copied.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or private numbers are asked for and there are none.
 * \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if a number is longer than its room.
 */
int mbedtls_rsa_export_raw(const mbedtls_rsa_context *ctx, unsigned char *N, size_t N_len, unsigned char *P,
    size_t P_len, unsigned char *Q, size_t Q_len, unsigned char *D, size_t D_len, unsigned char *E,
    size_t E_len);

/**
 * Copies the numbers that a private key computes with.
 *
 * \param ctx  The key.
 * \param DP   Where D modulo P - 1 goes; NULL leaves it out.
 * \param DQ   Where D modulo Q - 1 goes; NULL leaves it out.
 * \param QP   Where the inverse of Q modulo P goes; NULL leaves it out.
 *
 * \return 0 if they were copied.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL or has no private key.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_rsa_export_crt(const mbedtls_rsa_context *ctx, mbedtls_mpi *DP, mbedtls_mpi *DQ, mbedtls_mpi *QP);

/**
 * Gives a key the numbers of another one, and its way to pad.
 *
 * \param dst  The key. What it held is released.
 * \param src  The other key.
 *
 * \return 0 if it was copied.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p dst or \p src is NULL.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory; \p dst is empty then.
 */
int mbedtls_rsa_copy(mbedtls_rsa_context *dst, const mbedtls_rsa_context *src);

/**
 * Sets a key up as empty, with PKCS #1 v1.5 as its padding. Call it once, before anything else is done with the key.
 *
 * \param ctx  The key; NULL does nothing.
 */
void mbedtls_rsa_init(mbedtls_rsa_context *ctx);

/**
 * Wipes and releases what a key holds and leaves it empty.
 *
 * \param ctx  The key; NULL does nothing.
 */
void mbedtls_rsa_free(mbedtls_rsa_context *ctx);

/**
 * Says how a key pads.
 *
 * \param ctx      The key.
 * \param padding  #MBEDTLS_RSA_PKCS_V15, or #MBEDTLS_RSA_PKCS_V21 for OAEP and PSS.
 * \param hash_id  The hash function of OAEP and PSS; #MBEDTLS_MD_NONE leaves it open for signatures.
 *
 * \return 0 if it was said.
 * \return #MBEDTLS_ERR_RSA_INVALID_PADDING if \p padding or, for OAEP and PSS, \p hash_id is unknown.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL.
 */
int mbedtls_rsa_set_padding(mbedtls_rsa_context *ctx, int padding, mbedtls_md_type_t hash_id);

/**
 * Tells how a key pads.
 *
 * \param ctx  The key; NULL counts as one that nothing was said of.
 *
 * \return #MBEDTLS_RSA_PKCS_V15 or #MBEDTLS_RSA_PKCS_V21.
 */
int mbedtls_rsa_get_padding_mode(const mbedtls_rsa_context *ctx);

/**
 * Tells the hash function of OAEP and PSS.
 *
 * \param ctx  The key; NULL counts as one that nothing was said of.
 *
 * \return What mbedtls_rsa_set_padding() was given; #MBEDTLS_MD_NONE if it was not called.
 */
int mbedtls_rsa_get_md_alg(const mbedtls_rsa_context *ctx);

/**
 * Tells the length of the modulus in bits.
 *
 * \param ctx  The key; may be NULL.
 *
 * \return The length; 0 if there is no modulus.
 */
size_t mbedtls_rsa_get_bitlen(const mbedtls_rsa_context *ctx);

/**
 * Tells the length of the modulus in bytes: that of a signature.
 *
 * \param ctx  The key; may be NULL.
 *
 * \return The length; 0 if there is no modulus.
 */
size_t mbedtls_rsa_get_len(const mbedtls_rsa_context *ctx);

/**
 * Gives a key numbers. Those that are NULL are left as they are; call mbedtls_rsa_complete() in the end.
 *
 * \param ctx  The key.
 * \param N    The modulus, or NULL.
 * \param P    The first prime, or NULL.
 * \param Q    The second prime, or NULL.
 * \param D    The private exponent, or NULL.
 * \param E    The public exponent, or NULL.
 *
 * \return 0 if they were copied.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or with a code of the big numbers added if there is no memory.
 */
int mbedtls_rsa_import(mbedtls_rsa_context *ctx, const mbedtls_mpi *N, const mbedtls_mpi *P,
    const mbedtls_mpi *Q, const mbedtls_mpi *D, const mbedtls_mpi *E);

/**
 * Gives a key numbers, each as bytes, the highest first. Those that are NULL are left as they are; call
 * mbedtls_rsa_complete() in the end.
 *
 * \param ctx    The key.
 * \param N      The modulus, or NULL.
 * \param N_len  Its length.
 * \param P      The first prime, or NULL.
 * \param P_len  Its length.
 * \param Q      The second prime, or NULL.
 * \param Q_len  Its length.
 * \param D      The private exponent, or NULL.
 * \param D_len  Its length.
 * \param E      The public exponent, or NULL.
 * \param E_len  Its length.
 *
 * \return 0 if they were read.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or with a code of the big numbers added if there is no memory.
 */
int mbedtls_rsa_import_raw(mbedtls_rsa_context *ctx, const unsigned char *N, size_t N_len,
    const unsigned char *P, size_t P_len, const unsigned char *Q, size_t Q_len, const unsigned char *D,
    size_t D_len, const unsigned char *E, size_t E_len);

/**
 * Computes the numbers of a key that follow from those that it has.
 *
 * \param ctx  The key. It has to have E and, of a public key, N; of a private one, P and Q, or N and D.
 *
 * \return 0 if the key is complete.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or its numbers are too few or do not belong together;
 *         with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if no primes belong to N, E and D.
 */
int mbedtls_rsa_complete(mbedtls_rsa_context *ctx);

/**
 * Makes a key. That takes some time: seconds for 4096 bits.
 *
 * \param ctx       The key. Its numbers are replaced; how it pads stays.
 * \param f_rng     Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng     Not used; may be NULL.
 * \param nbits     The length of the modulus: even, from #MBEDTLS_RSA_GEN_KEY_MIN_BITS to 8192.
 * \param exponent  The public exponent: odd, at least 3; commonly 65537.
 *
 * \return 0 if it was made.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or \p nbits or \p exponent is none of these.
 * \return #MBEDTLS_ERR_RSA_KEY_GEN_FAILED if the system gave no random bytes.
 */
int mbedtls_rsa_gen_key(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng, unsigned int nbits,
    int exponent);

/**
 * Checks that a key is a public one: modulus and exponent are there, odd, and of a size that is worked with.
 *
 * \param ctx  The key.
 *
 * \return 0 if it is.
 * \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if it is not.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL.
 */
int mbedtls_rsa_check_pubkey(const mbedtls_rsa_context *ctx);

/**
 * Checks that a key is a private one: that its numbers belong together.
 *
 * \param ctx  The key.
 *
 * \return 0 if it is.
 * \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if it is not.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL.
 */
int mbedtls_rsa_check_privkey(const mbedtls_rsa_context *ctx);

/**
 * Checks that a public and a private key belong together.
 *
 * \param pub_  The key with the public half.
 * \param prv   The key with both halves.
 *
 * \return 0 if they are a pair.
 * \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if they are not.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if one of them is NULL.
 */
int mbedtls_rsa_check_pub_priv(const mbedtls_rsa_context *pub_, const mbedtls_rsa_context *prv);

/**
 * Makes a key, and lets it sign, verify, encrypt and decrypt; wrong signatures have to be refused.
 *
 * \param verbose  Not 0: also prints the result.
 *
 * \return 0 if all went right.
 * \return 1 if something did not.
 */
int mbedtls_rsa_self_test(int verbose);

/**
 * Raises a number to the power of the public exponent: RSAEP and RSAVP1 of RFC 8017. There is no padding.
 *
 * \param ctx     The key.
 * \param input   The number: as many bytes as the key is long, the highest first.
 * \param output  Where the result goes, which is as long.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL or there is no public key.
 * \return #MBEDTLS_ERR_RSA_PUBLIC_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the number is not below the modulus.
 */
int mbedtls_rsa_public(mbedtls_rsa_context *ctx, const unsigned char *input, unsigned char *output);

/**
 * Raises a number to the power of the private exponent: RSADP and RSASP1 of RFC 8017. There is no padding.
 *
 * \param ctx     The key.
 * \param f_rng   Not used; may be NULL. What blinds the operation is the operating system's.
 * \param p_rng   Not used; may be NULL.
 * \param input   The number: as many bytes as the key is long, the highest first.
 * \param output  Where the result goes, which is as long.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL or there is no private key.
 * \return #MBEDTLS_ERR_RSA_PRIVATE_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the number is not below the
 *         modulus; alone if the system gave no random bytes.
 * \return #MBEDTLS_ERR_RSA_VERIFY_FAILED if the numbers of the key do not belong together, or a fault changed the result.
 */
int mbedtls_rsa_private(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    const unsigned char *input, unsigned char *output);

/**
 * Signs a hash, padded as mbedtls_rsa_set_padding() said; PSS uses a salt as long as the hash, or as fits.
 *
 * \param ctx      The key.
 * \param f_rng    Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng    Not used; may be NULL.
 * \param md_alg   The function that made the hash, or #MBEDTLS_MD_NONE.
 * \param hashlen  The length of the hash.
 * \param hash     The hash.
 * \param sig      Where the signature goes, which is as long as the key.
 *
 * \return 0 if it was signed.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL, there is no private key, the hash is not one of \p md_alg, or
 *         the key is too short for it.
 * \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the key pads in no known way.
 * \return #MBEDTLS_ERR_RSA_PRIVATE_FAILED if the system gave no random bytes.
 * \return #MBEDTLS_ERR_RSA_VERIFY_FAILED if the numbers of the key do not belong together, or a fault changed the result.
 */
int mbedtls_rsa_pkcs1_sign(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    mbedtls_md_type_t md_alg, unsigned int hashlen, const unsigned char *hash, unsigned char *sig);

/**
 * Signs a hash with PKCS #1 v1.5.
 *
 * \param ctx      The key, whose padding must be PKCS #1 v1.5.
 * \param f_rng    Not used; may be NULL. What blinds the operation is the operating system's.
 * \param p_rng    Not used; may be NULL.
 * \param md_alg   The function that made the hash; with #MBEDTLS_MD_NONE the signature does not name it.
 * \param hashlen  The length of the hash.
 * \param hash     The hash.
 * \param sig      Where the signature goes, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_sign().
 */
int mbedtls_rsa_rsassa_pkcs1_v15_sign(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    mbedtls_md_type_t md_alg, unsigned int hashlen, const unsigned char *hash, unsigned char *sig);

/**
 * Signs a hash with PSS, and a salt as long as the hash, or as fits.
 *
 * \param ctx      The key, whose padding must be #MBEDTLS_RSA_PKCS_V21.
 * \param f_rng    Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng    Not used; may be NULL.
 * \param md_alg   The function that made the hash.
 * \param hashlen  The length of the hash.
 * \param hash     The hash.
 * \param sig      Where the signature goes, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_sign().
 */
int mbedtls_rsa_rsassa_pss_sign(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    mbedtls_md_type_t md_alg, unsigned int hashlen, const unsigned char *hash, unsigned char *sig);

/**
 * Signs a hash with PSS, and a salt of some length.
 *
 * \param ctx      The key, whose padding must be #MBEDTLS_RSA_PKCS_V21.
 * \param f_rng    Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng    Not used; may be NULL.
 * \param md_alg   The function that made the hash.
 * \param hashlen  The length of the hash.
 * \param hash     The hash.
 * \param saltlen  The length of the salt; #MBEDTLS_RSA_SALT_LEN_ANY makes it as long as the hash, or as fits.
 * \param sig      Where the signature goes, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_sign().
 */
int mbedtls_rsa_rsassa_pss_sign_ext(mbedtls_rsa_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    mbedtls_md_type_t md_alg, unsigned int hashlen, const unsigned char *hash, int saltlen,
    unsigned char *sig);

/**
 * Verifies a signature, padded as mbedtls_rsa_set_padding() said.
 *
 * \param ctx      The key.
 * \param md_alg   The function that made the hash, or #MBEDTLS_MD_NONE.
 * \param hashlen  The length of the hash.
 * \param hash     The hash.
 * \param sig      The signature, which is as long as the key.
 *
 * \return 0 if it is one of this key and hash.
 * \return #MBEDTLS_ERR_RSA_VERIFY_FAILED if it is not.
 * \return #MBEDTLS_ERR_RSA_PUBLIC_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the signature is not below the modulus.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL, there is no public key, or the hash is not one of \p md_alg.
 * \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the key pads in no known way, or the signature is not padded with PSS, or not with
 *         a salt of the length that is expected.
 */
int mbedtls_rsa_pkcs1_verify(mbedtls_rsa_context *ctx, mbedtls_md_type_t md_alg, unsigned int hashlen,
    const unsigned char *hash, const unsigned char *sig);

/**
 * Verifies a signature with PKCS #1 v1.5.
 *
 * \param ctx      The key.
 * \param md_alg   The function that made the hash; with #MBEDTLS_MD_NONE the signature must not name it.
 * \param hashlen  The length of the hash.
 * \param hash     The hash.
 * \param sig      The signature, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_verify().
 */
int mbedtls_rsa_rsassa_pkcs1_v15_verify(mbedtls_rsa_context *ctx, mbedtls_md_type_t md_alg,
    unsigned int hashlen, const unsigned char *hash, const unsigned char *sig);

/**
 * Verifies a signature with PSS, and a salt of any length.
 *
 * \param ctx      The key.
 * \param md_alg   The function that made the hash.
 * \param hashlen  The length of the hash.
 * \param hash     The hash.
 * \param sig      The signature, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_verify().
 */
int mbedtls_rsa_rsassa_pss_verify(mbedtls_rsa_context *ctx, mbedtls_md_type_t md_alg, unsigned int hashlen,
    const unsigned char *hash, const unsigned char *sig);

/**
 * Verifies a signature with PSS, and a salt of some length.
 *
 * \param ctx                The key.
 * \param md_alg             The function that made the hash.
 * \param hashlen            The length of the hash.
 * \param hash               The hash.
 * \param mgf1_hash_id       The function of the mask, and of the hash that is inside.
 * \param expected_salt_len  The length of the salt; #MBEDTLS_RSA_SALT_LEN_ANY takes any.
 * \param sig                The signature, which is as long as the key.
 *
 * \return As mbedtls_rsa_pkcs1_verify().
 */
int mbedtls_rsa_rsassa_pss_verify_ext(mbedtls_rsa_context *ctx, mbedtls_md_type_t md_alg,
    unsigned int hashlen, const unsigned char *hash, mbedtls_md_type_t mgf1_hash_id, int expected_salt_len,
    const unsigned char *sig);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_RSA_H */
