/*
 * mbedtls/rsa.h: RSA: names and numbers.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_RSA_H
#define MBEDTLS_COMPAT_MBEDTLS_RSA_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/md.h"
#include "mbedtls/compat/rsa_values.h"

/** An RSA key. What mbedtls_pk_rsa() would point to is the library's own: never complete in C. */
typedef struct mbedtls_rsa_context mbedtls_rsa_context;

#endif /* MBEDTLS_COMPAT_MBEDTLS_RSA_H */
