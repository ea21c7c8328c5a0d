/*
 * Macros of mbedtls/platform_util.h.
 *
 * Written by hand; mbedtls/platform_util.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PLATFORM_UTIL_VALUES_H
#define MBEDTLS_COMPAT_PLATFORM_UTIL_VALUES_H

/* ---- Return codes that callers should look at ---- */

#if defined(__GNUC__)
/** In front of a function: the compiler warns when its result is ignored. */
#define MBEDTLS_CHECK_RETURN __attribute__((__warn_unused_result__))
#else
#define MBEDTLS_CHECK_RETURN
#endif
/** Ignoring the result is a security hole. */
#define MBEDTLS_CHECK_RETURN_CRITICAL MBEDTLS_CHECK_RETURN
/** Ignoring the result is mostly a mistake. */
#define MBEDTLS_CHECK_RETURN_TYPICAL
/** The result may be ignored. */
#define MBEDTLS_CHECK_RETURN_OPTIONAL

/** Ignores the result of a call on purpose. */
#define MBEDTLS_IGNORE_RETURN(result) ((void) !(result))

/* ---- Old names ---- */

#if defined(__GNUC__)
/** In front of a declaration: the compiler warns when it is used. */
#define MBEDTLS_DEPRECATED __attribute__((deprecated))
#else
#define MBEDTLS_DEPRECATED
#endif

/** The type of an old string constant. */
MBEDTLS_DEPRECATED typedef char const *mbedtls_deprecated_string_constant_t;
/** The type of an old number. */
MBEDTLS_DEPRECATED typedef int mbedtls_deprecated_numeric_constant_t;
/** An old string constant: using it warns. */
#define MBEDTLS_DEPRECATED_STRING_CONSTANT(VAL) ((mbedtls_deprecated_string_constant_t) (VAL))
/** An old number: using it warns. */
#define MBEDTLS_DEPRECATED_NUMERIC_CONSTANT(VAL) ((mbedtls_deprecated_numeric_constant_t) (VAL))

#endif /* MBEDTLS_COMPAT_PLATFORM_UTIL_VALUES_H */
