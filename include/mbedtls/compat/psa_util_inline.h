/*
 * Inline functions of mbedtls/psa_util.h.
 *
 * Written by hand; mbedtls/psa_util.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_UTIL_INLINE_H
#define MBEDTLS_COMPAT_PSA_UTIL_INLINE_H

/** The algorithm of a digest. */
static inline psa_algorithm_t mbedtls_md_psa_alg_from_type(mbedtls_md_type_t md_type) {
    return PSA_ALG_CATEGORY_HASH | (psa_algorithm_t) md_type;
}

/** The digest of an algorithm. */
static inline mbedtls_md_type_t mbedtls_md_type_from_psa_alg(psa_algorithm_t psa_alg) {
    return (mbedtls_md_type_t) (psa_alg & PSA_ALG_HASH_MASK);
}

#endif /* MBEDTLS_COMPAT_PSA_UTIL_INLINE_H */
