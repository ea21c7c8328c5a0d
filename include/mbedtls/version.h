/*
 * mbedtls/version.h: Which version this is, at run time.
 *
 * Generated from src/capi/version.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_VERSION_H
#define MBEDTLS_COMPAT_MBEDTLS_VERSION_H

#include "mbedtls/build_info.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of Mbed TLS whose API this library speaks, for comparing: one byte each for major, minor and patch
 * level, then a zero byte.
 *
 * \return  `MBEDTLS_VERSION_NUMBER`, 0x03060600.
 */
unsigned int mbedtls_version_get_number(void);

/**
 * The version of Mbed TLS whose API this library speaks, as text: "3.6.6".
 *
 * \param string  Where the text and its NUL go; the caller's, of at least 9 bytes. NULL: nothing happens.
 */
void mbedtls_version_get_string(char *string);

/**
 * The version of Mbed TLS whose API this library speaks, with its name in front: "Mbed TLS 3.6.6".
 *
 * \param string  Where the text and its NUL go; the caller's, of at least 18 bytes. NULL: nothing happens.
 */
void mbedtls_version_get_string_full(char *string);

/**
 * Tells whether an option of the configuration header is switched on.
 *
 * \param feature  The option's name, such as "MBEDTLS_SSL_PROTO_TLS1_3".
 *
 * \return  0: the headers of this library define it.
 * \return  -1: they do not, or `feature` is NULL.
 */
int mbedtls_version_check_feature(const char *feature);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_VERSION_H */
