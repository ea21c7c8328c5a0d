/*
 * Constants of mbedtls/threading.h.
 *
 * Written by hand; mbedtls/threading.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_THREADING_VALUES_H
#define MBEDTLS_COMPAT_THREADING_VALUES_H

/** An argument is null or out of range. */
#define MBEDTLS_ERR_THREADING_BAD_INPUT_DATA -0x001C
/** A mutex could not be locked or released. */
#define MBEDTLS_ERR_THREADING_MUTEX_ERROR -0x001E

#endif /* MBEDTLS_COMPAT_THREADING_VALUES_H */
