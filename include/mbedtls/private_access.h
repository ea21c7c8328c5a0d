/*
 * mbedtls/private_access.h: how members are spelled that programs had better not use.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PRIVATE_ACCESS_H
#define MBEDTLS_COMPAT_PRIVATE_ACCESS_H

#ifndef MBEDTLS_ALLOW_PRIVATE_ACCESS
/** The name of a private member. Define `MBEDTLS_ALLOW_PRIVATE_ACCESS` to use the plain name, at your own risk. */
#define MBEDTLS_PRIVATE(member) private_##member
#else
#define MBEDTLS_PRIVATE(member) member
#endif

#endif /* MBEDTLS_COMPAT_PRIVATE_ACCESS_H */
