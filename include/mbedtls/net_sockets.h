/*
 * mbedtls/net_sockets.h: TCP and UDP sockets in the shape that mbedtls_ssl_set_bio() takes.
 *
 * Generated from src/capi/net_sockets/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_NET_SOCKETS_H
#define MBEDTLS_COMPAT_MBEDTLS_NET_SOCKETS_H

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
 * \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
 */
void mbedtls_net_init(mbedtls_net_context *ctx);

/**
 * Opens a connection. Each address of the host is tried, IPv6 and IPv4, until one answers.
 *
 * \param ctx    Where the socket goes; one that it holds already is not closed.
 * \param host   A host name or address.
 * \param port   A port number or the name of a service.
 * \param proto  `MBEDTLS_NET_PROTO_TCP`, or `MBEDTLS_NET_PROTO_UDP`: then only the address is set.
 *
 * \return  0: the socket is in `ctx`, and blocks.
 * \return  MBEDTLS_ERR_NET_UNKNOWN_HOST: the host or port has no address.
 * \return  MBEDTLS_ERR_NET_SOCKET_FAILED: no socket could be opened.
 * \return  MBEDTLS_ERR_NET_CONNECT_FAILED: nobody answers, or a signal came.
 * \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL.
 */
int mbedtls_net_connect(mbedtls_net_context *ctx, const char *host, const char *port, int proto);

/**
 * Opens a socket that waits for others: a TCP socket listens, with room for 10 connections not yet accepted.
 * A port that was in use a moment ago can be used again.
 *
 * \param ctx      Where the socket goes; one that it holds already is not closed.
 * \param bind_ip  The address to wait at; NULL: at all of them, IPv6 and IPv4.
 * \param port     A port number or the name of a service; "0" lets the system choose.
 * \param proto    `MBEDTLS_NET_PROTO_TCP` or `MBEDTLS_NET_PROTO_UDP`.
 *
 * \return  0: the socket is in `ctx`, and blocks.
 * \return  MBEDTLS_ERR_NET_UNKNOWN_HOST: the address or port is not one.
 * \return  MBEDTLS_ERR_NET_SOCKET_FAILED: no socket could be opened.
 * \return  MBEDTLS_ERR_NET_BIND_FAILED: the address is not this machine's, or the port is in use or not allowed.
 * \return  MBEDTLS_ERR_NET_LISTEN_FAILED: the socket cannot listen.
 * \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL.
 */
int mbedtls_net_bind(mbedtls_net_context *ctx, const char *bind_ip, const char *port, int proto);

/**
 * Takes the next connection from a socket of mbedtls_net_bind(). With UDP, waits for a datagram: `client_ctx` takes
 * the socket over, which then hears this sender only, and `bind_ctx` gets a new one that waits for others.
 *
 * \param bind_ctx    The waiting socket.
 * \param client_ctx  Where the connection goes; one that it holds already is not closed.
 * \param client_ip   Where the peer's address goes, 4 bytes (IPv4) or 16 (IPv6); NULL: it is not wanted.
 * \param buf_size    The size of `client_ip` in bytes.
 * \param cip_len     Where the length of the address goes; may be NULL if `client_ip` is.
 *
 * \return  0: the connection is in `client_ctx`.
 * \return  MBEDTLS_ERR_SSL_WANT_READ: nobody is there, and `bind_ctx` does not block.
 * \return  MBEDTLS_ERR_NET_ACCEPT_FAILED: `bind_ctx` holds no waiting socket, or a signal came.
 * \return  MBEDTLS_ERR_NET_BUFFER_TOO_SMALL: `client_ip` is too small; the connection is in `client_ctx`
 *          nevertheless.
 * \return  `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_BIND_FAILED`: no new waiting socket could be opened
 *          (UDP); the connection is in `client_ctx`, and `bind_ctx` holds none.
 * \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: a context is NULL.
 */
int mbedtls_net_accept(mbedtls_net_context *bind_ctx, mbedtls_net_context *client_ctx, void *client_ip,
    size_t buf_size, size_t *cip_len);

/**
 * Waits until a socket can be read from or written to.
 *
 * \param ctx      The socket.
 * \param rw       What to wait for: `MBEDTLS_NET_POLL_READ`, `MBEDTLS_NET_POLL_WRITE`, or both (`|`).
 * \param timeout  How long at most, in milliseconds; 0: only look; 0xFFFFFFFF: for ever.
 *
 * \return  What can be done, of the same bits as `rw`; `0` if the time is over. A socket whose peer has gone can be
 *          read from.
 * \return  MBEDTLS_ERR_NET_BAD_INPUT_DATA: `rw` has other bits.
 * \return  MBEDTLS_ERR_NET_POLL_FAILED: a signal came, or the descriptor is not open.
 * \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL or holds no socket.
 */
int mbedtls_net_poll(mbedtls_net_context *ctx, uint32_t rw, uint32_t timeout);

/**
 * Makes a socket wait in mbedtls_net_recv(), mbedtls_net_send() and mbedtls_net_accept() until there is something
 * to do.
 *
 * \param ctx  The socket.
 *
 * \return  0: done.
 * \return  -1: `ctx` is NULL or holds no socket.
 */
int mbedtls_net_set_block(mbedtls_net_context *ctx);

/**
 * Makes mbedtls_net_recv(), mbedtls_net_send() and mbedtls_net_accept() return at once with a socket, with
 * `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE` if there is nothing to do.
 *
 * \param ctx  The socket.
 *
 * \return  0: done.
 * \return  -1: `ctx` is NULL or holds no socket.
 */
int mbedtls_net_set_nonblock(mbedtls_net_context *ctx);

/**
 * Sleeps. A signal may end the sleep early.
 *
 * \param usec  How long, in microseconds.
 */
void mbedtls_net_usleep(unsigned long usec);

/**
 * Reads what is there, at most `len` bytes. For mbedtls_ssl_set_bio().
 *
 * \param ctx  A mbedtls_net_context.
 * \param buf  Where the bytes go; owned by the caller.
 * \param len  Its size in bytes.
 *
 * \return  The number of bytes read; `0` at the end of the stream, or if `len` is 0.
 * \return  MBEDTLS_ERR_SSL_WANT_READ: nothing is there and the socket does not block, or a signal came.
 * \return  MBEDTLS_ERR_NET_CONN_RESET: the peer dropped the connection.
 * \return  MBEDTLS_ERR_NET_RECV_FAILED: anything else; `errno` tells, where it came from the system.
 * \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL or holds no socket.
 */
int mbedtls_net_recv(void *ctx, unsigned char *buf, size_t len);

/**
 * As mbedtls_net_recv(), but waits for the first byte at most a given time. For mbedtls_ssl_set_bio().
 *
 * \param ctx      A mbedtls_net_context. Its socket blocks.
 * \param buf      Where the bytes go; owned by the caller.
 * \param len      Its size in bytes.
 * \param timeout  How long to wait, in milliseconds; 0: for ever.
 *
 * \return  What mbedtls_net_recv() returns, or one of these.
 * \return  MBEDTLS_ERR_SSL_TIMEOUT: the time is over and nothing came.
 * \return  MBEDTLS_ERR_SSL_WANT_READ: a signal came.
 */
int mbedtls_net_recv_timeout(void *ctx, unsigned char *buf, size_t len, uint32_t timeout);

/**
 * Sends bytes, as many as the system takes at once. A peer that has gone gives an error, never a SIGPIPE. For
 * mbedtls_ssl_set_bio().
 *
 * \param ctx  A mbedtls_net_context.
 * \param buf  The bytes; they stay the caller's.
 * \param len  Their number.
 *
 * \return  The number of bytes sent, which may be less than `len`.
 * \return  MBEDTLS_ERR_SSL_WANT_WRITE: nothing can be sent now and the socket does not block, or a signal came.
 * \return  MBEDTLS_ERR_NET_CONN_RESET: the peer dropped the connection.
 * \return  MBEDTLS_ERR_NET_SEND_FAILED: anything else; `errno` tells, where it came from the system.
 * \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL or holds no socket.
 */
int mbedtls_net_send(void *ctx, const unsigned char *buf, size_t len);

/**
 * Closes this process's descriptor only: another process that has it too (after fork()) can go on.
 *
 * \param ctx  The socket; its `fd` becomes -1. NULL, or one without a socket: nothing happens.
 */
void mbedtls_net_close(mbedtls_net_context *ctx);

/**
 * Ends the connection in both directions, for every process that has it, and closes the descriptor.
 *
 * \param ctx  The socket; its `fd` becomes -1. NULL, or one without a socket: nothing happens.
 */
void mbedtls_net_free(mbedtls_net_context *ctx);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_NET_SOCKETS_H */
