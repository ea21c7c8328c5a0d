/*
 * Constants of mbedtls/hkdf.h.
 *
 * Written by hand; mbedtls/hkdf.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_HKDF_VALUES_H
#define MBEDTLS_COMPAT_HKDF_VALUES_H

/** An argument is null or its length does not fit. */
#define MBEDTLS_ERR_HKDF_BAD_INPUT_DATA -0x5F80

#endif /* MBEDTLS_COMPAT_HKDF_VALUES_H */
