/*
 * mbedtls/dhm.h: Finite-field Diffie-Hellman: the type alone.
 *
 * Generated from src/capi/dhm.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_DHM_H
#define MBEDTLS_COMPAT_MBEDTLS_DHM_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"

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

#endif /* MBEDTLS_COMPAT_MBEDTLS_DHM_H */
