/*
 * Constants of mbedtls/net_sockets.h.
 *
 * Written by hand; mbedtls/net_sockets.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_NET_SOCKETS_VALUES_H
#define MBEDTLS_COMPAT_NET_SOCKETS_VALUES_H

/* ---- Error codes ---- */

/** A socket cannot be opened. */
#define MBEDTLS_ERR_NET_SOCKET_FAILED -0x0042
/** Nobody answers at that address and port. */
#define MBEDTLS_ERR_NET_CONNECT_FAILED -0x0044
/** The address and port cannot be bound. */
#define MBEDTLS_ERR_NET_BIND_FAILED -0x0046
/** The socket cannot listen. */
#define MBEDTLS_ERR_NET_LISTEN_FAILED -0x0048
/** A connection cannot be accepted. */
#define MBEDTLS_ERR_NET_ACCEPT_FAILED -0x004A
/** Receiving failed. */
#define MBEDTLS_ERR_NET_RECV_FAILED -0x004C
/** Sending failed. */
#define MBEDTLS_ERR_NET_SEND_FAILED -0x004E
/** The peer reset the connection. */
#define MBEDTLS_ERR_NET_CONN_RESET -0x0050
/** The host name cannot be resolved. */
#define MBEDTLS_ERR_NET_UNKNOWN_HOST -0x0052
/** The buffer for the peer's address is too small. */
#define MBEDTLS_ERR_NET_BUFFER_TOO_SMALL -0x0043
/** The context holds no socket. */
#define MBEDTLS_ERR_NET_INVALID_CONTEXT -0x0045
/** Waiting for the socket failed. */
#define MBEDTLS_ERR_NET_POLL_FAILED -0x0047
/** An argument is out of range. */
#define MBEDTLS_ERR_NET_BAD_INPUT_DATA -0x0049

/* ---- Arguments ---- */

/** How many connections wait to be accepted. */
#define MBEDTLS_NET_LISTEN_BACKLOG 10
/** TCP. */
#define MBEDTLS_NET_PROTO_TCP 0
/** UDP. */
#define MBEDTLS_NET_PROTO_UDP 1
/** Wait until there is something to read. */
#define MBEDTLS_NET_POLL_READ 1
/** Wait until something can be written. */
#define MBEDTLS_NET_POLL_WRITE 2

#endif /* MBEDTLS_COMPAT_NET_SOCKETS_VALUES_H */
