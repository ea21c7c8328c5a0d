/*
 * Constants of mbedtls/poly1305.h.
 *
 * Written by hand; mbedtls/poly1305.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_POLY1305_VALUES_H
#define MBEDTLS_COMPAT_POLY1305_VALUES_H

/** An argument is null. */
#define MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA -0x0057

#endif /* MBEDTLS_COMPAT_POLY1305_VALUES_H */
