/*
 * mbedtls/ssl_ticket.h: A server's ticket keys: sessions that the client keeps.
 *
 * Generated from src/capi/ssl_ticket.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SSL_TICKET_H
#define MBEDTLS_COMPAT_MBEDTLS_SSL_TICKET_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/cipher.h"
#include "mbedtls/threading.h"

typedef struct mbedtls_ssl_ticket_key mbedtls_ssl_ticket_key;
typedef struct mbedtls_ssl_ticket_context mbedtls_ssl_ticket_context;
struct mbedtls_ssl_ticket_key {
    unsigned char name[4];
    mbedtls_time_t generation_time;
    uint32_t lifetime;
    mbedtls_cipher_context_t ctx;
};

struct mbedtls_ssl_ticket_context {
    mbedtls_ssl_ticket_key keys[2];
    unsigned char active;
    uint32_t ticket_lifetime;
    int (*f_rng)(void*, unsigned char*, size_t);
    void *p_rng;
    mbedtls_threading_mutex_t mutex;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_TICKET_H */
