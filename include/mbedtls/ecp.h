/*
 * mbedtls/ecp.h: Elliptic curves: names and numbers.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ECP_H
#define MBEDTLS_COMPAT_MBEDTLS_ECP_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/compat/ecp_values.h"

/** A key on a curve. What mbedtls_pk_ec() would point to is the library's own: never complete in C. */
typedef struct mbedtls_ecp_keypair mbedtls_ecp_keypair;

#endif /* MBEDTLS_COMPAT_MBEDTLS_ECP_H */
