/*
 * mbedtls/constant_time.h: Comparing without telling where the difference is.
 *
 * Generated from src/capi/constant_time.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_CONSTANT_TIME_H
#define MBEDTLS_COMPAT_MBEDTLS_CONSTANT_TIME_H

#include "mbedtls/build_info.h"
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Compares memory in a time that depends on its length alone.
 *
 * \param a  The one; may be NULL if `n` is 0.
 * \param b  The other; may be NULL if `n` is 0.
 * \param n  How many bytes are compared.
 *
 * \return  0: they are equal.
 * \return  Another number: they differ, or an argument is NULL.
 */
int mbedtls_ct_memcmp(const void *a, const void *b, size_t n);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_CONSTANT_TIME_H */
