/*
 * Enumerations of mbedtls_compat.h.
 *
 * Written by hand; mbedtls_compat.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_COMPAT_VALUES_H
#define MBEDTLS_COMPAT_COMPAT_VALUES_H

/** What mbedtls_ssl_get_early_data_status() answers. */
typedef enum mbedtls_ssl_early_data_status {
    /** The client did not offer any. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED = 0,
    /** The server took it. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED = 1,
    /** The server passed over it. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED = 2,
} mbedtls_ssl_early_data_status;

#endif /* MBEDTLS_COMPAT_COMPAT_VALUES_H */
