/*
 * mbedtls/net_sockets.h: TCP and UDP sockets in the shape that mbedtls_ssl_set_bio() takes.
 *
 * Generated from src/capi/net_sockets.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_NET_SOCKETS_H
#define MBEDTLS_COMPAT_MBEDTLS_NET_SOCKETS_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include <stddef.h>
#include <stdint.h>

typedef struct mbedtls_net_context mbedtls_net_context;
struct mbedtls_net_context {
    int fd;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_NET_SOCKETS_H */
