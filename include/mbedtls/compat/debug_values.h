/*
 * Macros of mbedtls/debug.h.
 *
 * Written by hand; mbedtls/debug.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_DEBUG_VALUES_H
#define MBEDTLS_COMPAT_DEBUG_VALUES_H

#include <inttypes.h>

/* ---- printf() formats ---- */

/** For size_t. */
#define MBEDTLS_PRINTF_SIZET "zu"
/** For long long. */
#define MBEDTLS_PRINTF_LONGLONG "lld"
/** For `mbedtls_ms_time_t`. */
#define MBEDTLS_PRINTF_MS_TIME PRId64

#if defined(__GNUC__)
/** Behind a function: its argument `string_index` is a printf() format for those from `first_to_check` on. */
#define MBEDTLS_PRINTF_ATTRIBUTE(string_index, first_to_check) \
    __attribute__((__format__(printf, string_index, first_to_check)))
#else
#define MBEDTLS_PRINTF_ATTRIBUTE(string_index, first_to_check)
#endif

/* ---- What the original's own sources report with. A program that has them compiles; they report nothing. ---- */

/** `(a, b)` without its parentheses. */
#define MBEDTLS_DEBUG_STRIP_PARENS(...) __VA_ARGS__
/** A message. */
#define MBEDTLS_SSL_DEBUG_MSG(level, args) do { } while (0)
/** A return code. */
#define MBEDTLS_SSL_DEBUG_RET(level, text, ret) do { } while (0)
/** Bytes. */
#define MBEDTLS_SSL_DEBUG_BUF(level, text, buf, len) do { } while (0)
/** A big number. */
#define MBEDTLS_SSL_DEBUG_MPI(level, text, X) do { } while (0)
/** A point on a curve. */
#define MBEDTLS_SSL_DEBUG_ECP(level, text, X) do { } while (0)
/** A certificate. */
#define MBEDTLS_SSL_DEBUG_CRT(level, text, crt) do { } while (0)
/** A key agreement. */
#define MBEDTLS_SSL_DEBUG_ECDH(level, ecdh, attr) do { } while (0)

#endif /* MBEDTLS_COMPAT_DEBUG_VALUES_H */
