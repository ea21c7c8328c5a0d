/*
 * mbedtls/build_info.h: the version and features of the API, for #if.
 *
 * The version is that of the Mbed TLS whose API and ABI this library speaks; its own is mbedtls_compat_version() in mbedtls_compat.h.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_BUILD_INFO_H
#define MBEDTLS_COMPAT_BUILD_INFO_H

/** The first number of the version. */
#define MBEDTLS_VERSION_MAJOR 3
/** The second number of the version. */
#define MBEDTLS_VERSION_MINOR 6
/** The third number of the version. */
#define MBEDTLS_VERSION_PATCH 6
/** The version as one number, 0xMMNNPP00: later versions are greater. */
#define MBEDTLS_VERSION_NUMBER 0x03060600
/** The version as text. */
#define MBEDTLS_VERSION_STRING "3.6.6"
/** The version as text, with a name. */
#define MBEDTLS_VERSION_STRING_FULL "Mbed TLS 3.6.6"

#if defined(__x86_64__) && !defined(__ILP32__)
/** Defined: 64-bit x86. */
#define MBEDTLS_ARCH_IS_X64
#endif

#include "mbedtls/mbedtls_config.h"

/** Defined: the configuration has been read. */
#define MBEDTLS_CONFIG_FILES_READ
/** Defined: the configuration is complete. */
#define MBEDTLS_CONFIG_IS_FINALIZED

#ifndef MBEDTLS_MD_C
/** Defined: digests can be computed. */
#define MBEDTLS_MD_C
#endif

#endif /* MBEDTLS_COMPAT_BUILD_INFO_H */
