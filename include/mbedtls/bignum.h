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
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_mpi mbedtls_mpi;

#include "mbedtls/compat/bignum_values.h"

/** One limb of a big number. */
typedef uint64_t mbedtls_mpi_uint;

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
 * Tells how many bytes the absolute value of a number takes.
 *
 * \param X  The number; NULL counts as 0.
 *
 * \return The length in bytes; 0 for the number 0.
 */
size_t mbedtls_mpi_size(const mbedtls_mpi *X);

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

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_BIGNUM_H */
