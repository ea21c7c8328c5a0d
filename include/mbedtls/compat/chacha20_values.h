/*
 * Constants of mbedtls/chacha20.h.
 *
 * Written by hand; mbedtls/chacha20.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CHACHA20_VALUES_H
#define MBEDTLS_COMPAT_CHACHA20_VALUES_H

/** An argument is null. */
#define MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA -0x0051

#endif /* MBEDTLS_COMPAT_CHACHA20_VALUES_H */
