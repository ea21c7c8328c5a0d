/*
 * Constants of mbedtls/ccm.h.
 *
 * Written by hand; mbedtls/ccm.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_CCM_VALUES_H
#define MBEDTLS_COMPAT_CCM_VALUES_H

/** CCM, decrypt. */
#define MBEDTLS_CCM_DECRYPT 0
/** CCM, encrypt. */
#define MBEDTLS_CCM_ENCRYPT 1
/** CCM*, decrypt. */
#define MBEDTLS_CCM_STAR_DECRYPT 2
/** CCM*, encrypt. */
#define MBEDTLS_CCM_STAR_ENCRYPT 3
/** An argument is null or out of range, or a call comes at the wrong time. */
#define MBEDTLS_ERR_CCM_BAD_INPUT -0x000D
/** The tag is wrong. */
#define MBEDTLS_ERR_CCM_AUTH_FAILED -0x000F

#endif /* MBEDTLS_COMPAT_CCM_VALUES_H */
