/*
 * Constants of mbedtls/psa_util.h.
 *
 * Written by hand; mbedtls/psa_util.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_UTIL_VALUES_H
#define MBEDTLS_COMPAT_PSA_UTIL_VALUES_H

/** What goes with mbedtls_psa_get_random(). */
#define MBEDTLS_PSA_RANDOM_STATE NULL

#endif /* MBEDTLS_COMPAT_PSA_UTIL_VALUES_H */
