/*
 * Constants of mbedtls/ssl_ticket.h.
 *
 * Written by hand; mbedtls/ssl_ticket.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SSL_TICKET_VALUES_H
#define MBEDTLS_COMPAT_SSL_TICKET_VALUES_H

/** The longest ticket key. */
#define MBEDTLS_SSL_TICKET_MAX_KEY_BYTES 32
/** The length of a ticket key's name. */
#define MBEDTLS_SSL_TICKET_KEY_NAME_BYTES 4

#endif /* MBEDTLS_COMPAT_SSL_TICKET_VALUES_H */
