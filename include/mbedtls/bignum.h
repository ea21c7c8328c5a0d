/*
 * mbedtls/bignum.h: Big numbers, as other structures hold them.
 *
 * Generated from src/capi/bignum.rs by `make headers`; change it there.
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

#endif /* MBEDTLS_COMPAT_MBEDTLS_BIGNUM_H */
