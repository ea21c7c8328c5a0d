/*
 * Constants of mbedtls/dhm.h.
 *
 * Written by hand; mbedtls/dhm.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_DHM_VALUES_H
#define MBEDTLS_COMPAT_DHM_VALUES_H

/** An argument is not acceptable. */
#define MBEDTLS_ERR_DHM_BAD_INPUT_DATA -0x3080
/** The parameters could not be read. */
#define MBEDTLS_ERR_DHM_READ_PARAMS_FAILED -0x3100
/** No parameters could be made. */
#define MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED -0x3180
/** The public value could not be read. */
#define MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED -0x3200
/** The public value could not be computed. */
#define MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED -0x3280
/** The shared secret could not be computed. */
#define MBEDTLS_ERR_DHM_CALC_SECRET_FAILED -0x3300
/** This is not the encoding of parameters. */
#define MBEDTLS_ERR_DHM_INVALID_FORMAT -0x3380
/** No memory. */
#define MBEDTLS_ERR_DHM_ALLOC_FAILED -0x3400
/** The file could not be read. */
#define MBEDTLS_ERR_DHM_FILE_IO_ERROR -0x3480
/** The group could not be set. */
#define MBEDTLS_ERR_DHM_SET_GROUP_FAILED -0x3580

#endif /* MBEDTLS_COMPAT_DHM_VALUES_H */
