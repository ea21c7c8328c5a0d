/*
 * Constants of mbedtls/sha1.h.
 *
 * Written by hand; mbedtls/sha1.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SHA1_VALUES_H
#define MBEDTLS_COMPAT_SHA1_VALUES_H

/** An argument is null. */
#define MBEDTLS_ERR_SHA1_BAD_INPUT_DATA -0x0073

#endif /* MBEDTLS_COMPAT_SHA1_VALUES_H */
