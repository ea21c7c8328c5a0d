/*
 * Constants of mbedtls/gcm.h.
 *
 * Written by hand; mbedtls/gcm.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_GCM_VALUES_H
#define MBEDTLS_COMPAT_GCM_VALUES_H

/** Encrypt. */
#define MBEDTLS_GCM_ENCRYPT 1
/** Decrypt. */
#define MBEDTLS_GCM_DECRYPT 0
/** How many multiples of the hash key other libraries keep. */
#define MBEDTLS_GCM_HTABLE_SIZE 16
/** The tag is wrong. */
#define MBEDTLS_ERR_GCM_AUTH_FAILED -0x0012
/** An argument is null or out of range. */
#define MBEDTLS_ERR_GCM_BAD_INPUT -0x0014
/** The buffer is too small. */
#define MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL -0x0016

#endif /* MBEDTLS_COMPAT_GCM_VALUES_H */
