/*
 * mbedtls/net_sockets.h: TCP and UDP sockets in the shape that mbedtls_ssl_set_bio() takes.
 *
 * Generated from src/capi/net_sockets/ by `make headers`; change it there.
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

#include "mbedtls/compat/net_sockets_values.h"

/** A socket. The caller owns the struct, and through it the descriptor. */
struct mbedtls_net_context {
    /** The descriptor; -1 when there is none. Programs may read and set it. */
    int fd;
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Makes a context ready for use: it holds no socket, its `fd` is -1.
 *
 * - `ctx`: memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_net_init(mbedtls_net_context *ctx);

/**
 * Opens a connection. Each address of the host is tried, IPv6 and IPv4, until one answers.
 *
 * - `ctx`: where the socket goes; one that it holds already is not closed.
 * - `host`: a host name or address.
 * - `port`: a port number or the name of a service.
 * - `proto`: `MBEDTLS_NET_PROTO_TCP`, or `MBEDTLS_NET_PROTO_UDP`: then only the address is set.
 *
 * Returns:
 * - `0`: the socket is in `ctx`, and blocks
 * - `MBEDTLS_ERR_NET_UNKNOWN_HOST`: the host or port has no address
 * - `MBEDTLS_ERR_NET_SOCKET_FAILED`: no socket could be opened
 * - `MBEDTLS_ERR_NET_CONNECT_FAILED`: nobody answers, or a signal came
 * - `MBEDTLS_ERR_NET_INVALID_CONTEXT`: `ctx` is NULL
 */
int mbedtls_net_connect(mbedtls_net_context *ctx, const char *host, const char *port, int proto);

/**
 * Opens a socket that waits for others: a TCP socket listens, with room for 10 connections not yet accepted.
 * A port that was in use a moment ago can be used again.
 *
 * - `ctx`: where the socket goes; one that it holds already is not closed.
 * - `bind_ip`: the address to wait at; NULL: at all of them, IPv6 and IPv4.
 * - `port`: a port number or the name of a service; "0" lets the system choose.
 * - `proto`: `MBEDTLS_NET_PROTO_TCP` or `MBEDTLS_NET_PROTO_UDP`.
 *
 * Returns:
 * - `0`: the socket is in `ctx`, and blocks
 * - `MBEDTLS_ERR_NET_UNKNOWN_HOST`: the address or port is not one
 * - `MBEDTLS_ERR_NET_SOCKET_FAILED`: no socket could be opened
 * - `MBEDTLS_ERR_NET_BIND_FAILED`: the address is not this machine's, or the port is in use or not allowed
 * - `MBEDTLS_ERR_NET_LISTEN_FAILED`: the socket cannot listen
 * - `MBEDTLS_ERR_NET_INVALID_CONTEXT`: `ctx` is NULL
 */
int mbedtls_net_bind(mbedtls_net_context *ctx, const char *bind_ip, const char *port, int proto);

/**
 * Takes the next connection from a socket of mbedtls_net_bind(). With UDP, waits for a datagram: `client_ctx` takes the
 * socket over, which then hears this sender only, and `bind_ctx` gets a new one that waits for others.
 *
 * - `bind_ctx`: the waiting socket.
 * - `client_ctx`: where the connection goes; one that it holds already is not closed.
 * - `client_ip`: where the peer's address goes, 4 bytes (IPv4) or 16 (IPv6); NULL: it is not wanted.
 * - `buf_size`: the size of `client_ip` in bytes.
 * - `cip_len`: where the length of the address goes; may be NULL if `client_ip` is.
 *
 * Returns:
 * - `0`: the connection is in `client_ctx`
 * - `MBEDTLS_ERR_SSL_WANT_READ`: nobody is there, and `bind_ctx` does not block
 * - `MBEDTLS_ERR_NET_ACCEPT_FAILED`: `bind_ctx` holds no waiting socket, or a signal came
 * - `MBEDTLS_ERR_NET_BUFFER_TOO_SMALL`: `client_ip` is too small; the connection is in `client_ctx` nevertheless
 * - `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_BIND_FAILED`: no new waiting socket could be opened (UDP); the
 *   connection is in `client_ctx`, and `bind_ctx` holds none
 * - `MBEDTLS_ERR_NET_INVALID_CONTEXT`: a context is NULL
 */
int mbedtls_net_accept(mbedtls_net_context *bind_ctx, mbedtls_net_context *client_ctx, void *client_ip,
    size_t buf_size, size_t *cip_len);

/**
 * Waits until a socket can be read from or written to.
 *
 * - `ctx`: the socket.
 * - `rw`: what to wait for: `MBEDTLS_NET_POLL_READ`, `MBEDTLS_NET_POLL_WRITE`, or both (`|`).
 * - `timeout`: how long at most, in milliseconds; 0: only look; 0xFFFFFFFF: for ever.
 *
 * Returns:
 * - what can be done, of the same bits as `rw`; `0` if the time is over. A socket whose peer has gone can be read from
 * - `MBEDTLS_ERR_NET_BAD_INPUT_DATA`: `rw` has other bits
 * - `MBEDTLS_ERR_NET_POLL_FAILED`: a signal came, or the descriptor is not open
 * - `MBEDTLS_ERR_NET_INVALID_CONTEXT`: `ctx` is NULL or holds no socket
 */
int mbedtls_net_poll(mbedtls_net_context *ctx, uint32_t rw, uint32_t timeout);

/**
 * Makes a socket wait in mbedtls_net_recv(), mbedtls_net_send() and mbedtls_net_accept() until there is something to do.
 *
 * - `ctx`: the socket.
 *
 * Returns:
 * - `0`
 * - `-1`: `ctx` is NULL or holds no socket
 */
int mbedtls_net_set_block(mbedtls_net_context *ctx);

/**
 * Makes mbedtls_net_recv(), mbedtls_net_send() and mbedtls_net_accept() return at once with a socket, with
 * `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE` if there is nothing to do.
 *
 * - `ctx`: the socket.
 *
 * Returns:
 * - `0`
 * - `-1`: `ctx` is NULL or holds no socket
 */
int mbedtls_net_set_nonblock(mbedtls_net_context *ctx);

/**
 * Sleeps. A signal may end the sleep early.
 *
 * - `usec`: how long, in microseconds.
 */
void mbedtls_net_usleep(unsigned long usec);

/**
 * Reads what is there, at most `len` bytes. For mbedtls_ssl_set_bio().
 *
 * - `ctx`: a mbedtls_net_context.
 * - `buf`: where the bytes go; owned by the caller.
 * - `len`: its size in bytes.
 *
 * Returns:
 * - the number of bytes read; `0` at the end of the stream, or if `len` is 0
 * - `MBEDTLS_ERR_SSL_WANT_READ`: nothing is there and the socket does not block, or a signal came
 * - `MBEDTLS_ERR_NET_CONN_RESET`: the peer dropped the connection
 * - `MBEDTLS_ERR_NET_RECV_FAILED`: anything else; `errno` tells, where it came from the system
 * - `MBEDTLS_ERR_NET_INVALID_CONTEXT`: `ctx` is NULL or holds no socket
 */
int mbedtls_net_recv(void *ctx, unsigned char *buf, size_t len);

/**
 * As mbedtls_net_recv(), but waits for the first byte at most a given time. For mbedtls_ssl_set_bio().
 *
 * - `ctx`: a mbedtls_net_context. Its socket blocks.
 * - `buf`: where the bytes go; owned by the caller.
 * - `len`: its size in bytes.
 * - `timeout`: how long to wait, in milliseconds; 0: for ever.
 *
 * Returns, beside what mbedtls_net_recv() returns:
 * - `MBEDTLS_ERR_SSL_TIMEOUT`: the time is over and nothing came
 * - `MBEDTLS_ERR_SSL_WANT_READ`: a signal came
 */
int mbedtls_net_recv_timeout(void *ctx, unsigned char *buf, size_t len, uint32_t timeout);

/**
 * Sends bytes, as many as the system takes at once. A peer that has gone gives an error, never a SIGPIPE. For
 * mbedtls_ssl_set_bio().
 *
 * - `ctx`: a mbedtls_net_context.
 * - `buf`: the bytes; they stay the caller's.
 * - `len`: their number.
 *
 * Returns:
 * - the number of bytes sent, which may be less than `len`
 * - `MBEDTLS_ERR_SSL_WANT_WRITE`: nothing can be sent now and the socket does not block, or a signal came
 * - `MBEDTLS_ERR_NET_CONN_RESET`: the peer dropped the connection
 * - `MBEDTLS_ERR_NET_SEND_FAILED`: anything else; `errno` tells, where it came from the system
 * - `MBEDTLS_ERR_NET_INVALID_CONTEXT`: `ctx` is NULL or holds no socket
 */
int mbedtls_net_send(void *ctx, const unsigned char *buf, size_t len);

/**
 * Closes this process's descriptor only: another process that has it too (after fork()) can go on.
 *
 * - `ctx`: the socket; its `fd` becomes -1. NULL, or one without a socket: nothing happens.
 */
void mbedtls_net_close(mbedtls_net_context *ctx);

/**
 * Ends the connection in both directions, for every process that has it, and closes the descriptor.
 *
 * - `ctx`: the socket; its `fd` becomes -1. NULL, or one without a socket: nothing happens.
 */
void mbedtls_net_free(mbedtls_net_context *ctx);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_NET_SOCKETS_H */
