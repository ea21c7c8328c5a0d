/*
 * mbedtls/bignum.h: Big numbers.
 *
 * Generated from src/capi/bignum/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_BIGNUM_H
#define MBEDTLS_COMPAT_MBEDTLS_BIGNUM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct mbedtls_mpi mbedtls_mpi;

#include "mbedtls/compat/bignum_values.h"

/** One limb of a big number. */
typedef uint64_t mbedtls_mpi_uint;

/** A limb with a sign. */
typedef int64_t mbedtls_mpi_sint;

/** A big number. Zeroed, it is the number 0 and owns nothing. Its members are private. */
struct mbedtls_mpi {
    /** The limbs, lowest first. */
    mbedtls_mpi_uint *MBEDTLS_PRIVATE(p);
    short MBEDTLS_PRIVATE(s);
    unsigned short MBEDTLS_PRIVATE(n);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Adds the absolute values of two numbers.
 *
 * \param X  Takes the sum; it may be one of the operands.
 * \param A  The one operand.
 * \param B  The other one.
 *
 * \return 0 if they were added.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the sum is over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_add_abs(mbedtls_mpi *X, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Subtracts the absolute value of a number from that of another one.
 *
 * \param X  Takes the difference; it may be one of the operands.
 * \param A  What is subtracted from.
 * \param B  What is subtracted.
 *
 * \return 0 if it was subtracted.
 * \return #MBEDTLS_ERR_MPI_NEGATIVE_VALUE if the absolute value of \p B is larger.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_sub_abs(mbedtls_mpi *X, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Adds two numbers.
 *
 * \param X  Takes the sum; it may be one of the operands.
 * \param A  The one operand.
 * \param B  The other one.
 *
 * \return 0 if they were added.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the sum is over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_add_mpi(mbedtls_mpi *X, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Subtracts a number from another one.
 *
 * \param X  Takes the difference; it may be one of the operands.
 * \param A  What is subtracted from.
 * \param B  What is subtracted.
 *
 * \return 0 if it was subtracted.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the difference is over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_sub_mpi(mbedtls_mpi *X, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Adds an integer to a number.
 *
 * \param X  Takes the sum; it may be \p A.
 * \param A  The number.
 * \param b  The integer.
 *
 * \return 0 if they were added.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the sum is over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_add_int(mbedtls_mpi *X, const mbedtls_mpi *A, mbedtls_mpi_sint b);

/**
 * Subtracts an integer from a number.
 *
 * \param X  Takes the difference; it may be \p A.
 * \param A  The number.
 * \param b  The integer.
 *
 * \return 0 if it was subtracted.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the difference is over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_sub_int(mbedtls_mpi *X, const mbedtls_mpi *A, mbedtls_mpi_sint b);

/**
 * Multiplies two numbers.
 *
 * \param X  Takes the product; it may be one of the operands.
 * \param A  The one operand.
 * \param B  The other one.
 *
 * \return 0 if they were multiplied.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the product is over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_mul_mpi(mbedtls_mpi *X, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Multiplies a number by an integer.
 *
 * \param X  Takes the product; it may be \p A.
 * \param A  The number.
 * \param b  The integer.
 *
 * \return 0 if they were multiplied.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the product is over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_mul_int(mbedtls_mpi *X, const mbedtls_mpi *A, mbedtls_mpi_uint b);

/**
 * Divides a number by another one. The quotient is rounded towards 0; the remainder has the sign of \p A.
 *
 * \param Q  Takes the quotient; NULL if it is not wanted. It may be one of the operands.
 * \param R  Takes the remainder; NULL if it is not wanted. It may be one of the operands.
 * \param A  What is divided.
 * \param B  What it is divided by.
 *
 * \return 0 if it was divided.
 * \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p B is 0.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p A or \p B is NULL.
 */
int mbedtls_mpi_div_mpi(mbedtls_mpi *Q, mbedtls_mpi *R, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Divides a number by an integer, as mbedtls_mpi_div_mpi() does.
 *
 * \param Q  Takes the quotient; NULL if it is not wanted. It may be \p A.
 * \param R  Takes the remainder; NULL if it is not wanted. It may be \p A.
 * \param A  What is divided.
 * \param b  What it is divided by.
 *
 * \return 0 if it was divided.
 * \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p b is 0.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p A is NULL.
 */
int mbedtls_mpi_div_int(mbedtls_mpi *Q, mbedtls_mpi *R, const mbedtls_mpi *A, mbedtls_mpi_sint b);

/**
 * Reduces a number modulo another one: the result is not negative.
 *
 * \param R  Takes the result; it may be one of the operands.
 * \param A  What is reduced.
 * \param B  The modulus.
 *
 * \return 0 if it was reduced.
 * \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p B is 0.
 * \return #MBEDTLS_ERR_MPI_NEGATIVE_VALUE if \p B is below 0.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_mod_mpi(mbedtls_mpi *R, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Reduces a number modulo an integer: the result is not negative.
 *
 * \param r  Takes the result.
 * \param A  What is reduced.
 * \param b  The modulus.
 *
 * \return 0 if it was reduced.
 * \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p b is 0.
 * \return #MBEDTLS_ERR_MPI_NEGATIVE_VALUE if \p b is below 0.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_mod_int(mbedtls_mpi_uint *r, const mbedtls_mpi *A, mbedtls_mpi_sint b);

/**
 * Sets a number up as 0. Call it once, before anything else is done with the number.
 *
 * \param X  The number; NULL does nothing.
 */
void mbedtls_mpi_init(mbedtls_mpi *X);

/**
 * Wipes and releases what a number holds and leaves it 0.
 *
 * \param X  The number; NULL does nothing.
 */
void mbedtls_mpi_free(mbedtls_mpi *X);

/**
 * Gives a number at least so many limbs. Its value stays.
 *
 * \param X        The number.
 * \param nblimbs  The limbs; a number that has as many already is left alone.
 *
 * \return 0 if it has them.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or these are over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
 */
int mbedtls_mpi_grow(mbedtls_mpi *X, size_t nblimbs);

/**
 * Gives a number exactly so many limbs, or as many as its value needs, but at least one. Its value stays.
 *
 * \param X        The number.
 * \param nblimbs  The limbs.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or these are over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
 */
int mbedtls_mpi_shrink(mbedtls_mpi *X, size_t nblimbs);

/**
 * Gives a number the value of another one.
 *
 * \param X  The number.
 * \param Y  The other one.
 *
 * \return 0 if it was copied.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one of them is NULL.
 */
int mbedtls_mpi_copy(mbedtls_mpi *X, const mbedtls_mpi *Y);

/**
 * Exchanges two numbers.
 *
 * \param X  The one number; NULL does nothing.
 * \param Y  The other one; NULL does nothing.
 */
void mbedtls_mpi_swap(mbedtls_mpi *X, mbedtls_mpi *Y);

/**
 * Gives a number the value of another one, or not, without letting time or memory accesses tell which.
 *
 * \param X       The number. It gets at least as many limbs as \p Y has, either way.
 * \param Y       The other one.
 * \param assign  0: the value stays. Otherwise it becomes that of \p Y.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one of them is NULL.
 */
int mbedtls_mpi_safe_cond_assign(mbedtls_mpi *X, const mbedtls_mpi *Y, unsigned char assign);

/**
 * Exchanges two numbers, or not, without letting time or memory accesses tell which.
 *
 * \param X     The one number.
 * \param Y     The other one. Both get as many limbs as the larger one has, either way.
 * \param swap  0: the values stay. Otherwise they are exchanged.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one of them is NULL.
 */
int mbedtls_mpi_safe_cond_swap(mbedtls_mpi *X, mbedtls_mpi *Y, unsigned char swap);

/**
 * Gives a number the value of an integer.
 *
 * \param X  The number.
 * \param z  The integer.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
 */
int mbedtls_mpi_lset(mbedtls_mpi *X, mbedtls_mpi_sint z);

/**
 * Compares the absolute values of two numbers.
 *
 * \param X  The one number; NULL counts as 0.
 * \param Y  The other one; NULL counts as 0.
 *
 * \return 1 if that of \p X is larger, -1 if that of \p Y is, 0 if they are equal.
 */
int mbedtls_mpi_cmp_abs(const mbedtls_mpi *X, const mbedtls_mpi *Y);

/**
 * Compares two numbers.
 *
 * \param X  The one number; NULL counts as 0.
 * \param Y  The other one; NULL counts as 0.
 *
 * \return 1 if \p X is larger, -1 if \p Y is, 0 if they are equal.
 */
int mbedtls_mpi_cmp_mpi(const mbedtls_mpi *X, const mbedtls_mpi *Y);

/**
 * Compares a number with an integer.
 *
 * \param X  The number; NULL counts as 0.
 * \param z  The integer.
 *
 * \return 1 if \p X is larger, -1 if \p z is, 0 if they are equal.
 */
int mbedtls_mpi_cmp_int(const mbedtls_mpi *X, mbedtls_mpi_sint z);

/**
 * Tells whether a number is below another one, without letting time or memory accesses tell their values.
 *
 * \param X    The one number.
 * \param Y    The other one, with as many limbs; see mbedtls_mpi_grow().
 * \param ret  Takes 1 if \p X is below \p Y, and 0 if not.
 *
 * \return 0 if they were compared.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if one has more limbs, or an argument is NULL.
 */
int mbedtls_mpi_lt_mpi_ct(const mbedtls_mpi *X, const mbedtls_mpi *Y, unsigned int *ret);

/**
 * Tells how many bytes the absolute value of a number takes.
 *
 * \param X  The number; NULL counts as 0.
 *
 * \return The length in bytes; 0 for the number 0.
 */
size_t mbedtls_mpi_size(const mbedtls_mpi *X);

/**
 * Tells how many bits the absolute value of a number takes.
 *
 * \param X  The number; NULL counts as 0.
 *
 * \return The length in bits; 0 for the number 0.
 */
size_t mbedtls_mpi_bitlen(const mbedtls_mpi *X);

/**
 * Tells how many bits of a number are 0 below its lowest 1.
 *
 * \param X  The number; NULL counts as 0.
 *
 * \return The number of these bits; 0 for the number 0.
 */
size_t mbedtls_mpi_lsb(const mbedtls_mpi *X);

/**
 * Tells one bit of the absolute value of a number.
 *
 * \param X    The number; NULL counts as 0.
 * \param pos  Which bit, from 0 for the lowest.
 *
 * \return 0 or 1; 0 beyond the number's end.
 */
int mbedtls_mpi_get_bit(const mbedtls_mpi *X, size_t pos);

/**
 * Sets one bit of the absolute value of a number. The number grows for a 1 beyond its end.
 *
 * \param X    The number.
 * \param pos  Which bit, from 0 for the lowest.
 * \param val  What it becomes: 0 or 1.
 *
 * \return 0 if it was set.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL or \p val neither 0 nor 1.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number came over #MBEDTLS_MPI_MAX_LIMBS.
 */
int mbedtls_mpi_set_bit(mbedtls_mpi *X, size_t pos, unsigned char val);

/**
 * Multiplies a number by a power of 2.
 *
 * \param X      The number.
 * \param count  The exponent of that power.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number came over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
 */
int mbedtls_mpi_shift_l(mbedtls_mpi *X, size_t count);

/**
 * Divides the absolute value of a number by a power of 2 and rounds down. The sign stays.
 *
 * \param X      The number.
 * \param count  The exponent of that power.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
 */
int mbedtls_mpi_shift_r(mbedtls_mpi *X, size_t count);

/**
 * Gives a number the value of unsigned bytes, the highest first.
 *
 * \param X       The number.
 * \param buf     The bytes.
 * \param buflen  How many they are.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL, or \p buf is and \p buflen is not 0.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number is over #MBEDTLS_MPI_MAX_LIMBS.
 */
int mbedtls_mpi_read_binary(mbedtls_mpi *X, const unsigned char *buf, size_t buflen);

/**
 * As mbedtls_mpi_read_binary(), with the lowest byte first.
 *
 * \param X       The number.
 * \param buf     The bytes.
 * \param buflen  How many they are.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL, or \p buf is and \p buflen is not 0.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number is over #MBEDTLS_MPI_MAX_LIMBS.
 */
int mbedtls_mpi_read_binary_le(mbedtls_mpi *X, const unsigned char *buf, size_t buflen);

/**
 * Writes the absolute value of a number as bytes, the highest first, with zero bytes in front where there is room.
 *
 * \param X       The number.
 * \param buf     Where the bytes go.
 * \param buflen  How many are written.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if the number takes more than \p buflen bytes.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL, or \p buf is and \p buflen is not 0.
 */
int mbedtls_mpi_write_binary(const mbedtls_mpi *X, unsigned char *buf, size_t buflen);

/**
 * As mbedtls_mpi_write_binary(), with the lowest byte first and the zero bytes behind.
 *
 * \param X       The number.
 * \param buf     Where the bytes go.
 * \param buflen  How many are written.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if the number takes more than \p buflen bytes.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL, or \p buf is and \p buflen is not 0.
 */
int mbedtls_mpi_write_binary_le(const mbedtls_mpi *X, unsigned char *buf, size_t buflen);

/**
 * Raises a number to a power modulo another number, in a time that does not depend on the bits of any of them.
 *
 * \param X        Takes the power; it may be one of the operands.
 * \param A        The number.
 * \param E        The exponent, not below 0.
 * \param N        The modulus, odd and above 0.
 * \param prec_RR  Not used, and left as it is; may be NULL. Elsewhere it keeps what can be computed in advance.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p N is even or not above 0, \p E is below 0, one of them is over
 *         #MBEDTLS_MPI_MAX_BITS, or an argument is NULL.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_mpi_exp_mod(mbedtls_mpi *X, const mbedtls_mpi *A, const mbedtls_mpi *E, const mbedtls_mpi *N,
    mbedtls_mpi *prec_RR);

/**
 * Finds the greatest common divisor of two numbers; it is not negative.
 *
 * \param G  Takes the divisor; it may be one of the operands.
 * \param A  The one operand.
 * \param B  The other one.
 *
 * \return 0 if it was found.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
 */
int mbedtls_mpi_gcd(mbedtls_mpi *G, const mbedtls_mpi *A, const mbedtls_mpi *B);

/**
 * Finds the inverse of a number modulo another one.
 *
 * \param X  Takes the inverse, which is above 0 and below \p N; it may be one of the operands.
 * \param A  The number.
 * \param N  The modulus, above 1.
 *
 * \return 0 if it was found.
 * \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if \p A has no inverse modulo \p N.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p N is not above 1, or an argument is NULL.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_mpi_inv_mod(mbedtls_mpi *X, const mbedtls_mpi *A, const mbedtls_mpi *N);

/**
 * Tells whether a number is prime. Fixed tests come first, then rounds with random bases: each lets a composite number
 * pass with a chance of at most 1 in 4.
 *
 * \param X       The number; its sign does not count.
 * \param rounds  How many such rounds; over 128 are not done.
 * \param f_rng   Where random bytes come from. Not called for numbers of up to 64 bits, for which the fixed tests are
 *                exact.
 * \param p_rng   Passed to \p f_rng.
 *
 * \return 0 if it is prime.
 * \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if it is not.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL or over #MBEDTLS_MPI_MAX_BITS, or \p f_rng is NULL.
 * \return What \p f_rng returned if it failed.
 */
int mbedtls_mpi_is_prime_ext(const mbedtls_mpi *X, int rounds, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Finds a prime number.
 *
 * \param X      Takes the number.
 * \param nbits  Its length in bits, from 3 to #MBEDTLS_MPI_MAX_BITS.
 * \param flags  An OR of #mbedtls_mpi_gen_prime_flag_t.
 * \param f_rng  Where random bytes come from.
 * \param p_rng  Passed to \p f_rng.
 *
 * \return 0 if one was found.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p nbits is out of range, or \p X or \p f_rng is NULL.
 * \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if what \p f_rng gave led to none, time and again.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return What \p f_rng returned if it failed.
 */
int mbedtls_mpi_gen_prime(mbedtls_mpi *X, size_t nbits, int flags, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Checks the arithmetic with numbers whose results are known.
 *
 * \param verbose  Not 0: prints a line for each check.
 *
 * \return 0 if all is well, 1 if not.
 */
int mbedtls_mpi_self_test(int verbose);

/**
 * Gives a number the value of random bytes, the highest first.
 *
 * \param X      The number.
 * \param size   How many bytes.
 * \param f_rng  Where they come from; it is called once, unless \p size is 0.
 * \param p_rng  Passed to \p f_rng.
 *
 * \return 0 if it was filled.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or these are over #MBEDTLS_MPI_MAX_LIMBS.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X or \p f_rng is NULL.
 * \return What \p f_rng returned if it failed.
 */
int mbedtls_mpi_fill_random(mbedtls_mpi *X, size_t size, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Gives a number a random value in a range, each with the same chance.
 *
 * \param X      The number.
 * \param min    The lowest value, not below 0.
 * \param N      The first value that is too high, above \p min.
 * \param f_rng  Where random bytes come from.
 * \param p_rng  Passed to \p f_rng.
 *
 * \return 0 if it was filled.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if there is no such range, or an argument is NULL.
 * \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if \p f_rng gave nothing in the range, time and again.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 * \return What \p f_rng returned if it failed.
 */
int mbedtls_mpi_random(mbedtls_mpi *X, mbedtls_mpi_sint min, const mbedtls_mpi *N, mbedtls_f_rng_t *f_rng,
    void *p_rng);

/**
 * Reads a number from digits.
 *
 * \param X      The number; it stays as it is if this fails.
 * \param radix  The base, from 2 to 16.
 * \param s      The digits, ended by a NUL, with a minus sign in front or not; letters may be small or capital. No
 *               digits are 0.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or an argument is NULL.
 * \return #MBEDTLS_ERR_MPI_INVALID_CHARACTER if there is anything else in \p s.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number is over #MBEDTLS_MPI_MAX_LIMBS.
 */
int mbedtls_mpi_read_string(mbedtls_mpi *X, int radix, const char *s);

/**
 * Writes a number as digits, with capital letters and a NUL behind. In base 16 their number is even.
 *
 * \param X       The number.
 * \param radix   The base, from 2 to 16.
 * \param buf     Where the digits go.
 * \param buflen  The room there, in bytes.
 * \param olen    Takes how many bytes were written, with the NUL; or, if there is too little room, how much is asked
 *                for, which may be more than the digits take.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if there is too little room.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or an argument is NULL; \p buf may be if
 *         \p buflen is 0.
 */
int mbedtls_mpi_write_string(const mbedtls_mpi *X, int radix, char *buf, size_t buflen, size_t *olen);

/**
 * Reads a number from a line of a file. What counts are the digits at the line's end; a sign does not.
 *
 * \param X      The number.
 * \param radix  The base, from 2 to 16.
 * \param fin    The file.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_MPI_FILE_IO_ERROR if there is no line.
 * \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if it is longer than #MBEDTLS_MPI_RW_BUFFER_SIZE less 4 bytes.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or an argument is NULL.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
 */
int mbedtls_mpi_read_file(mbedtls_mpi *X, int radix, FILE *fin);

/**
 * Writes a number as a line of a file.
 *
 * \param p      What comes first; NULL for nothing.
 * \param X      The number.
 * \param radix  The base, from 2 to 16.
 * \param fout   The file; NULL for the standard output.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_MPI_FILE_IO_ERROR if the file does not take it.
 * \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if the number takes more than #MBEDTLS_MPI_RW_BUFFER_SIZE bytes.
 * \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p radix is out of range, or \p X is NULL.
 */
int mbedtls_mpi_write_file(const char *p, const mbedtls_mpi *X, int radix, FILE *fout);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_BIGNUM_H */
