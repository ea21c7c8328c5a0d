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

#include "mbedtls/compat/ssl_ticket_values.h"

/** One ticket key. Its members are private. */
struct mbedtls_ssl_ticket_key {
    unsigned char MBEDTLS_PRIVATE(name)[4];
    mbedtls_time_t MBEDTLS_PRIVATE(generation_time);
    uint32_t MBEDTLS_PRIVATE(lifetime);
    mbedtls_cipher_context_t MBEDTLS_PRIVATE(ctx);
};

/**
 * Ticket keys for servers; threads may share it. Starts with mbedtls_ssl_ticket_init() and
 * mbedtls_ssl_ticket_setup(), ends with mbedtls_ssl_ticket_free(). Its members are private.
 */
struct mbedtls_ssl_ticket_context {
    mbedtls_ssl_ticket_key MBEDTLS_PRIVATE(keys)[2];
    unsigned char MBEDTLS_PRIVATE(active);
    uint32_t MBEDTLS_PRIVATE(ticket_lifetime);
    int (*MBEDTLS_PRIVATE(f_rng))(void *p_rng, unsigned char *output, size_t output_size);
    void *MBEDTLS_PRIVATE(p_rng);
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_TICKET_H */
