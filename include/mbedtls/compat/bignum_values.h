/*
 * Constants of mbedtls/bignum.h.
 *
 * Written by hand; mbedtls/bignum.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_BIGNUM_VALUES_H
#define MBEDTLS_COMPAT_BIGNUM_VALUES_H

#include <stddef.h>
#include <stdint.h>

/* ---- Error codes ---- */

/** A file cannot be read or written. */
#define MBEDTLS_ERR_MPI_FILE_IO_ERROR -0x0002
/** An argument is null or out of range. */
#define MBEDTLS_ERR_MPI_BAD_INPUT_DATA -0x0004
/** The text is not a number. */
#define MBEDTLS_ERR_MPI_INVALID_CHARACTER -0x0006
/** The caller's buffer is too small. */
#define MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL -0x0008
/** A number is negative and must not be. */
#define MBEDTLS_ERR_MPI_NEGATIVE_VALUE -0x000A
/** The divisor is 0. */
#define MBEDTLS_ERR_MPI_DIVISION_BY_ZERO -0x000C
/** The numbers are not ones that the operation can take. */
#define MBEDTLS_ERR_MPI_NOT_ACCEPTABLE -0x000E
/** Out of memory. */
#define MBEDTLS_ERR_MPI_ALLOC_FAILED -0x0010

/* ---- Sizes ---- */

/** The most limbs of a number. */
#define MBEDTLS_MPI_MAX_LIMBS 10000
/** The longest number in everyday use, in bytes. */
#define MBEDTLS_MPI_MAX_SIZE 1024
/** The longest number in everyday use, in bits. */
#define MBEDTLS_MPI_MAX_BITS 8192
/** The same, times 100. */
#define MBEDTLS_MPI_MAX_BITS_SCALE100 819200
/** Bits per decimal digit, times 100. */
#define MBEDTLS_LN_2_DIV_LN_10_SCALE100 332
/** A buffer for a number as text, in bytes. */
#define MBEDTLS_MPI_RW_BUFFER_SIZE 2484
/** Without meaning here; for programs that name it. */
#define MBEDTLS_MPI_WINDOW_SIZE 3
/** The largest limb. */
#define MBEDTLS_MPI_UINT_MAX UINT64_MAX
/** Defined: a limb has 64 bits. */
#define MBEDTLS_HAVE_INT64
/** Defined: there is a type of twice a limb. */
#define MBEDTLS_HAVE_UDBL

/* ---- Types ---- */

/** What a prime is for. */
typedef enum mbedtls_mpi_gen_prime_flag_t {
    /** (p - 1) / 2 is to be prime too. */
    MBEDTLS_MPI_GEN_PRIME_FLAG_DH = 1,
    /** More rounds of testing. */
    MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR = 2,
} mbedtls_mpi_gen_prime_flag_t;

/** Twice a limb. */
#if defined(__GNUC__)
__extension__ typedef unsigned __int128 mbedtls_t_udbl;
#endif

/** Calls `f`; on failure leaves its code in `ret` and jumps to `cleanup`. */
#define MBEDTLS_MPI_CHK(f) \
    do { \
        if ((ret = (f)) != 0) { \
            goto cleanup; \
        } \
    } while (0)

#endif /* MBEDTLS_COMPAT_BIGNUM_VALUES_H */
