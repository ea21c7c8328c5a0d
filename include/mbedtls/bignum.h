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
typedef uint64_t mbedtls_mpi_uint;

struct mbedtls_mpi {
    mbedtls_mpi_uint *p;
    short s;
    unsigned short n;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_BIGNUM_H */
