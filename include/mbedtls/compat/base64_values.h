/*
 * Constants of mbedtls/base64.h.
 *
 * Written by hand; mbedtls/base64.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_BASE64_VALUES_H
#define MBEDTLS_COMPAT_BASE64_VALUES_H

/** The buffer is too small. */
#define MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL -0x002A
/** There is a character that is not base64, or one too many or too few. */
#define MBEDTLS_ERR_BASE64_INVALID_CHARACTER -0x002C

#endif /* MBEDTLS_COMPAT_BASE64_VALUES_H */
