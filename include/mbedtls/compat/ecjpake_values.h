/*
 * Enumerations of mbedtls/ecjpake.h.
 *
 * Written by hand; mbedtls/ecjpake.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ECJPAKE_VALUES_H
#define MBEDTLS_COMPAT_ECJPAKE_VALUES_H

/** Which side one is: the two name themselves differently in what they prove. */
typedef enum {
    /** The client. */
    MBEDTLS_ECJPAKE_CLIENT = 0,
    /** The server. */
    MBEDTLS_ECJPAKE_SERVER = 1,
    /** Neither. */
    MBEDTLS_ECJPAKE_NONE = 2,
} mbedtls_ecjpake_role;

#endif /* MBEDTLS_COMPAT_ECJPAKE_VALUES_H */
