/*
 * Constants of mbedtls/x509_crt.h.
 *
 * Written by hand; mbedtls/x509_crt.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_X509_CRT_VALUES_H
#define MBEDTLS_COMPAT_X509_CRT_VALUES_H

#include "mbedtls/x509.h"

/* ---- Versions, as in the version field ---- */

/** Version 1. */
#define MBEDTLS_X509_CRT_VERSION_1 0
/** Version 2. */
#define MBEDTLS_X509_CRT_VERSION_2 1
/** Version 3. */
#define MBEDTLS_X509_CRT_VERSION_3 2

/* ---- Limits ---- */

/** The longest serial number, in bytes. */
#define MBEDTLS_X509_RFC5280_MAX_SERIAL_LEN 20
/** The length of a date as text. */
#define MBEDTLS_X509_RFC5280_UTC_TIME_LEN 15
/** The longest path that mbedtls_x509_crt_parse_path() opens. */
#define MBEDTLS_X509_MAX_FILE_PATH_LEN 512
/** The longest chain, with both ends. */
#define MBEDTLS_X509_MAX_VERIFY_CHAIN_SIZE 10
/** The bit of an algorithm, key type or curve in a set of `mbedtls_x509_crt_profile`. `id` is 1 to 31. */
#define MBEDTLS_X509_ID_FLAG(id) (1 << ((id) - 1))

#endif /* MBEDTLS_COMPAT_X509_CRT_VALUES_H */
