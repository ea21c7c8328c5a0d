/*
 * Macros of mbedtls/platform.h.
 *
 * Written by hand; mbedtls/platform.h includes it. Programs include that.
 * The library is built against the C library: none of these can be redirected.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PLATFORM_VALUES_H
#define MBEDTLS_COMPAT_PLATFORM_VALUES_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* ---- What the library uses ---- */

/** As calloc(). Memory that the library hands over for good comes from here. */
#define mbedtls_calloc calloc
/** As free(). */
#define mbedtls_free free
/** As printf(). */
#define mbedtls_printf printf
/** As fprintf(). */
#define mbedtls_fprintf fprintf
/** As snprintf(). */
#define mbedtls_snprintf MBEDTLS_PLATFORM_STD_SNPRINTF
/** As vsnprintf(). */
#define mbedtls_vsnprintf vsnprintf
/** As setbuf(). */
#define mbedtls_setbuf setbuf
/** As exit(). */
#define mbedtls_exit exit

/** What a program that succeeds exits with. */
#define MBEDTLS_EXIT_SUCCESS MBEDTLS_PLATFORM_STD_EXIT_SUCCESS
/** What a program that fails exits with. */
#define MBEDTLS_EXIT_FAILURE MBEDTLS_PLATFORM_STD_EXIT_FAILURE

/* ---- Where that comes from ---- */

/** The C library's calloc(). */
#define MBEDTLS_PLATFORM_STD_CALLOC calloc
/** The C library's free(). */
#define MBEDTLS_PLATFORM_STD_FREE free
/** The C library's printf(). */
#define MBEDTLS_PLATFORM_STD_PRINTF printf
/** The C library's fprintf(). */
#define MBEDTLS_PLATFORM_STD_FPRINTF fprintf
/** The C library's snprintf(). */
#define MBEDTLS_PLATFORM_STD_SNPRINTF snprintf
/** The C library's vsnprintf(). */
#define MBEDTLS_PLATFORM_STD_VSNPRINTF vsnprintf
/** The C library's setbuf(). */
#define MBEDTLS_PLATFORM_STD_SETBUF setbuf
/** The C library's exit(). */
#define MBEDTLS_PLATFORM_STD_EXIT exit
/** The C library's time(). */
#define MBEDTLS_PLATFORM_STD_TIME time
/** The C library's exit status for success. */
#define MBEDTLS_PLATFORM_STD_EXIT_SUCCESS EXIT_SUCCESS
/** The C library's exit status for failure. */
#define MBEDTLS_PLATFORM_STD_EXIT_FAILURE EXIT_FAILURE
/** Defined: the system has a device with random bytes. */
#define MBEDTLS_PLATFORM_HAVE_DEV_RANDOM
/** That device. */
#define MBEDTLS_PLATFORM_DEV_RANDOM "/dev/random"
/** The name of a seed file. */
#define MBEDTLS_PLATFORM_STD_NV_SEED_FILE "seedfile"
/** Reads the seed from that file. No such function is there: programs that keep a seed of their own provide it. */
#define MBEDTLS_PLATFORM_STD_NV_SEED_READ mbedtls_platform_std_nv_seed_read
/** Writes the seed to that file; the same. */
#define MBEDTLS_PLATFORM_STD_NV_SEED_WRITE mbedtls_platform_std_nv_seed_write

#endif /* MBEDTLS_COMPAT_PLATFORM_VALUES_H */
