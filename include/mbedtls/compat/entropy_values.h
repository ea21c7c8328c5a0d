/*
 * Constants of mbedtls/entropy.h.
 *
 * Written by hand; mbedtls/entropy.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ENTROPY_VALUES_H
#define MBEDTLS_COMPAT_ENTROPY_VALUES_H

#include "mbedtls/md.h"

/* ---- Error codes ---- */

/** A source failed. */
#define MBEDTLS_ERR_ENTROPY_SOURCE_FAILED -0x003C
/** No room for another source. */
#define MBEDTLS_ERR_ENTROPY_MAX_SOURCES -0x003E
/** There is no source. */
#define MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED -0x0040
/** There is no strong source. */
#define MBEDTLS_ERR_ENTROPY_NO_STRONG_SOURCE -0x003D
/** A seed file cannot be read or written. */
#define MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR -0x003F

/* ---- Arguments and sizes ---- */

/** A source that alone is good enough. */
#define MBEDTLS_ENTROPY_SOURCE_STRONG 1
/** A source that adds to others. */
#define MBEDTLS_ENTROPY_SOURCE_WEAK 0
/** The most that one call gives, in bytes. */
#define MBEDTLS_ENTROPY_BLOCK_SIZE 64
/** The most that is asked of a source at once, in bytes. */
#define MBEDTLS_ENTROPY_MAX_GATHER 128
/** The longest seed file, in bytes. */
#define MBEDTLS_ENTROPY_MAX_SEED_SIZE 1024
/** The most sources. */
#define MBEDTLS_ENTROPY_MAX_SOURCES 20
/** The number of the source that stands for manual updates. */
#define MBEDTLS_ENTROPY_SOURCE_MANUAL 20
/** The digest that mixes. */
#define MBEDTLS_ENTROPY_MD MBEDTLS_MD_SHA512
/** Defined: the digest that mixes is SHA-512. */
#define MBEDTLS_ENTROPY_SHA512_ACCUMULATOR

#endif /* MBEDTLS_COMPAT_ENTROPY_VALUES_H */
