//! `mbedtls/net_sockets.h`: TCP and UDP sockets, as the callbacks of `mbedtls_ssl_set_bio` want them.
//! Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int, c_uchar, c_ulong, c_void};
use std::mem::offset_of;
use std::{io, ptr};

use super::boundary;
use super::codes::{
    MBEDTLS_ERR_NET_ACCEPT_FAILED, MBEDTLS_ERR_NET_BAD_INPUT_DATA, MBEDTLS_ERR_NET_BIND_FAILED,
    MBEDTLS_ERR_NET_BUFFER_TOO_SMALL, MBEDTLS_ERR_NET_CONNECT_FAILED, MBEDTLS_ERR_NET_INVALID_CONTEXT,
    MBEDTLS_ERR_NET_LISTEN_FAILED, MBEDTLS_ERR_NET_POLL_FAILED, MBEDTLS_ERR_NET_RECV_FAILED,
    MBEDTLS_ERR_NET_SEND_FAILED, MBEDTLS_ERR_NET_UNKNOWN_HOST, MBEDTLS_ERR_SSL_TIMEOUT,
    MBEDTLS_ERR_SSL_WANT_READ,
};

mod address;
mod socket;

use address::Peer;
use socket::{
    close, open, receive, reuse_address, sends_datagrams, set_blocking, take_connection, take_sender,
    transmit, wait, wait_again,
};

const MBEDTLS_NET_LISTEN_BACKLOG: c_int = 10;
const MBEDTLS_NET_PROTO_UDP: c_int = 1;
const MBEDTLS_NET_POLL_READ: u32 = 1;
const MBEDTLS_NET_POLL_WRITE: u32 = 2;

/// A socket. The caller owns the struct, and through it the descriptor.
#[repr(C)]
pub struct mbedtls_net_context {
    /// The descriptor; -1 when there is none. Programs may read and set it.
    pub fd: c_int,
}
const _: () = assert!(size_of::<mbedtls_net_context>() == 4 && align_of::<mbedtls_net_context>() == 4);
const _: () = assert!(offset_of!(mbedtls_net_context, fd) == 0);

/// Makes a context ready for use: it holds no socket, its `fd` is -1.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_net_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_init(ctx: *mut mbedtls_net_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { set(ctx, -1) });
}

/// Opens a connection. Each address of the host is tried, IPv6 and IPv4, until one answers.
///
/// \param ctx    Where the socket goes; one that it holds already is not closed.
/// \param host   A host name or address.
/// \param port   A port number or the name of a service.
/// \param proto  `MBEDTLS_NET_PROTO_TCP`, or `MBEDTLS_NET_PROTO_UDP`: then only the address is set.
///
/// \return  0: the socket is in `ctx`, and blocks.
/// \return  MBEDTLS_ERR_NET_UNKNOWN_HOST: the host or port has no address.
/// \return  MBEDTLS_ERR_NET_SOCKET_FAILED: no socket could be opened.
/// \return  MBEDTLS_ERR_NET_CONNECT_FAILED: nobody answers, or a signal came.
/// \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing; `host` and `port` are null, or NUL-terminated strings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_connect(
    ctx: *mut mbedtls_net_context,
    host: *const c_char,
    port: *const c_char,
    proto: c_int,
) -> c_int {
    boundary::enter(|| {
        if ctx.is_null() {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        }
        // SAFETY: the caller vouches for both strings.
        let (host, port) = unsafe { (boundary::string(host), boundary::string(port)) };
        let connected = open(host, port, proto, 0, |socket, address| {
            // SAFETY: `address` holds a socket address of the length it tells.
            match unsafe { libc::connect(socket, address.ai_addr, address.ai_addrlen) } {
                0 => Ok(()),
                _ => Err(MBEDTLS_ERR_NET_CONNECT_FAILED),
            }
        });
        // SAFETY: the caller vouches for `ctx`.
        unsafe { keep(ctx, connected) }
    })
}

/// Opens a socket that waits for others: a TCP socket listens, with room for 10 connections not yet accepted.
/// A port that was in use a moment ago can be used again.
///
/// \param ctx      Where the socket goes; one that it holds already is not closed.
/// \param bind_ip  The address to wait at; NULL: at all of them, IPv6 and IPv4.
/// \param port     A port number or the name of a service; "0" lets the system choose.
/// \param proto    `MBEDTLS_NET_PROTO_TCP` or `MBEDTLS_NET_PROTO_UDP`.
///
/// \return  0: the socket is in `ctx`, and blocks.
/// \return  MBEDTLS_ERR_NET_UNKNOWN_HOST: the address or port is not one.
/// \return  MBEDTLS_ERR_NET_SOCKET_FAILED: no socket could be opened.
/// \return  MBEDTLS_ERR_NET_BIND_FAILED: the address is not this machine's, or the port is in use or not allowed.
/// \return  MBEDTLS_ERR_NET_LISTEN_FAILED: the socket cannot listen.
/// \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing; `bind_ip` and `port` are null, or NUL-terminated strings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_bind(
    ctx: *mut mbedtls_net_context,
    bind_ip: *const c_char,
    port: *const c_char,
    proto: c_int,
) -> c_int {
    boundary::enter(|| {
        if ctx.is_null() {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        }
        // SAFETY: the caller vouches for both strings.
        let (bind_ip, port) = unsafe { (boundary::string(bind_ip), boundary::string(port)) };
        let passive = if bind_ip.is_none() { libc::AI_PASSIVE } else { 0 };
        let bound = open(bind_ip, port, proto, passive, |socket, address| {
            reuse_address(socket)?;
            // SAFETY: `address` holds a socket address of the length it tells.
            if unsafe { libc::bind(socket, address.ai_addr, address.ai_addrlen) } != 0 {
                return Err(MBEDTLS_ERR_NET_BIND_FAILED);
            }
            if proto == MBEDTLS_NET_PROTO_UDP {
                return Ok(());
            }
            // SAFETY: listening has no precondition.
            match unsafe { libc::listen(socket, MBEDTLS_NET_LISTEN_BACKLOG) } {
                0 => Ok(()),
                _ => Err(MBEDTLS_ERR_NET_LISTEN_FAILED),
            }
        });
        // SAFETY: the caller vouches for `ctx`.
        unsafe { keep(ctx, bound) }
    })
}

/// Takes the next connection from a socket of mbedtls_net_bind(). With UDP, waits for a datagram: `client_ctx` takes
/// the socket over, which then hears this sender only, and `bind_ctx` gets a new one that waits for others.
///
/// \param bind_ctx    The waiting socket.
/// \param client_ctx  Where the connection goes; one that it holds already is not closed.
/// \param client_ip   Where the peer's address goes, 4 bytes (IPv4) or 16 (IPv6); NULL: it is not wanted.
/// \param buf_size    The size of `client_ip` in bytes.
/// \param cip_len     Where the length of the address goes; may be NULL if `client_ip` is.
///
/// \return  0: the connection is in `client_ctx`.
/// \return  MBEDTLS_ERR_SSL_WANT_READ: nobody is there, and `bind_ctx` does not block.
/// \return  MBEDTLS_ERR_NET_ACCEPT_FAILED: `bind_ctx` holds no waiting socket, or a signal came.
/// \return  MBEDTLS_ERR_NET_BUFFER_TOO_SMALL: `client_ip` is too small; the connection is in `client_ctx`
///          nevertheless.
/// \return  `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_BIND_FAILED`: no new waiting socket could be opened
///          (UDP); the connection is in `client_ctx`, and `bind_ctx` holds none.
/// \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: a context is NULL.
///
/// # Safety
/// The contexts are null, or valid for reads and writes; `client_ip` is null, or valid for writing `buf_size` bytes;
/// `cip_len` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_accept(
    bind_ctx: *mut mbedtls_net_context,
    client_ctx: *mut mbedtls_net_context,
    client_ip: *mut c_void,
    buf_size: usize,
    cip_len: *mut usize,
) -> c_int {
    boundary::enter(|| {
        if bind_ctx.is_null() || client_ctx.is_null() {
            return MBEDTLS_ERR_NET_INVALID_CONTEXT;
        }
        // SAFETY: the caller vouches for the non-null `bind_ctx`.
        let waiting = unsafe { (*bind_ctx).fd };
        let Some(datagrams) = sends_datagrams(waiting) else { return MBEDTLS_ERR_NET_ACCEPT_FAILED };
        let mut peer = Peer::new();
        let accepted =
            if datagrams { take_sender(waiting, &mut peer) } else { take_connection(waiting, &mut peer) };
        let connection = match accepted {
            Ok(connection) => connection,
            Err(code) => return code,
        };
        // SAFETY: the caller vouches for `client_ctx`.
        unsafe { set(client_ctx, connection) };
        if datagrams {
            let next = wait_again(connection);
            // SAFETY: the caller vouches for `bind_ctx`.
            unsafe { set(bind_ctx, next.unwrap_or(-1)) };
            if let Err(code) = next {
                return code;
            }
        }
        if client_ip.is_null() {
            return 0;
        }
        let ip = peer.ip();
        // SAFETY: the caller vouches for `cip_len`.
        if let Some(length) = unsafe { cip_len.as_mut() } {
            *length = ip.len();
        }
        // SAFETY: the caller vouches for `client_ip` and `buf_size`.
        match unsafe { boundary::bytes_mut(client_ip.cast(), buf_size) }
            .and_then(|room| room.get_mut(..ip.len()))
        {
            Some(room) => {
                room.copy_from_slice(ip);
                0
            }
            None => MBEDTLS_ERR_NET_BUFFER_TOO_SMALL,
        }
    })
}

/// Waits until a socket can be read from or written to.
///
/// \param ctx      The socket.
/// \param rw       What to wait for: `MBEDTLS_NET_POLL_READ`, `MBEDTLS_NET_POLL_WRITE`, or both (`|`).
/// \param timeout  How long at most, in milliseconds; 0: only look; 0xFFFFFFFF: for ever.
///
/// \return  What can be done, of the same bits as `rw`; `0` if the time is over. A socket whose peer has gone can be
///          read from.
/// \return  MBEDTLS_ERR_NET_BAD_INPUT_DATA: `rw` has other bits.
/// \return  MBEDTLS_ERR_NET_POLL_FAILED: a signal came, or the descriptor is not open.
/// \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL or holds no socket.
///
/// # Safety
/// `ctx` is null, or points to a context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_poll(ctx: *mut mbedtls_net_context, rw: u32, timeout: u32) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let socket = match unsafe { descriptor(ctx.cast()) } {
            Ok(socket) => socket,
            Err(code) => return code,
        };
        if rw & !(MBEDTLS_NET_POLL_READ | MBEDTLS_NET_POLL_WRITE) != 0 {
            return MBEDTLS_ERR_NET_BAD_INPUT_DATA;
        }
        let timeout = if timeout == u32::MAX { None } else { Some(timeout) };
        match wait(socket, rw, timeout) {
            Ok(ready) => c_int::try_from(ready).unwrap_or(MBEDTLS_ERR_NET_POLL_FAILED),
            Err(_) => MBEDTLS_ERR_NET_POLL_FAILED,
        }
    })
}

/// Makes a socket wait in mbedtls_net_recv(), mbedtls_net_send() and mbedtls_net_accept() until there is something
/// to do.
///
/// \param ctx  The socket.
///
/// \return  0: done.
/// \return  -1: `ctx` is NULL or holds no socket.
///
/// # Safety
/// `ctx` is null, or points to a context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_set_block(ctx: *mut mbedtls_net_context) -> c_int {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter(|| unsafe { descriptor(ctx.cast()) }.map_or(-1, |socket| set_blocking(socket, true)))
}

/// Makes mbedtls_net_recv(), mbedtls_net_send() and mbedtls_net_accept() return at once with a socket, with
/// `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE` if there is nothing to do.
///
/// \param ctx  The socket.
///
/// \return  0: done.
/// \return  -1: `ctx` is NULL or holds no socket.
///
/// # Safety
/// `ctx` is null, or points to a context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_set_nonblock(ctx: *mut mbedtls_net_context) -> c_int {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter(|| unsafe { descriptor(ctx.cast()) }.map_or(-1, |socket| set_blocking(socket, false)))
}

/// Sleeps. A signal may end the sleep early.
///
/// \param usec  How long, in microseconds.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_usleep(usec: c_ulong) {
    boundary::enter_or((), || {
        let time = libc::timespec {
            tv_sec: libc::time_t::try_from(usec / 1_000_000).unwrap_or(libc::time_t::MAX),
            tv_nsec: i64::try_from(usec % 1_000_000 * 1_000).unwrap_or(0),
        };
        // SAFETY: `time` is a timespec; the rest after a signal is not wanted.
        unsafe { libc::nanosleep(&time, ptr::null_mut()) };
    });
}

/// Reads what is there, at most `len` bytes. For mbedtls_ssl_set_bio().
///
/// \param ctx  A mbedtls_net_context.
/// \param buf  Where the bytes go; owned by the caller.
/// \param len  Its size in bytes.
///
/// \return  The number of bytes read; `0` at the end of the stream, or if `len` is 0.
/// \return  MBEDTLS_ERR_SSL_WANT_READ: nothing is there and the socket does not block, or a signal came.
/// \return  MBEDTLS_ERR_NET_CONN_RESET: the peer dropped the connection.
/// \return  MBEDTLS_ERR_NET_RECV_FAILED: anything else; `errno` tells, where it came from the system.
/// \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL or holds no socket.
///
/// # Safety
/// `ctx` is null, or points to a context; `buf` is null, or valid for writing `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let socket = match unsafe { descriptor(ctx) } {
            Ok(socket) => socket,
            Err(code) => return code,
        };
        // SAFETY: the caller vouches for `buf`.
        match unsafe { boundary::bytes_mut(buf, len) } {
            Some(room) => receive(socket, room),
            None => MBEDTLS_ERR_NET_RECV_FAILED,
        }
    })
}

/// As mbedtls_net_recv(), but waits for the first byte at most a given time. For mbedtls_ssl_set_bio().
///
/// \param ctx      A mbedtls_net_context. Its socket blocks.
/// \param buf      Where the bytes go; owned by the caller.
/// \param len      Its size in bytes.
/// \param timeout  How long to wait, in milliseconds; 0: for ever.
///
/// \return  What mbedtls_net_recv() returns, or one of these.
/// \return  MBEDTLS_ERR_SSL_TIMEOUT: the time is over and nothing came.
/// \return  MBEDTLS_ERR_SSL_WANT_READ: a signal came.
///
/// # Safety
/// `ctx` is null, or points to a context; `buf` is null, or valid for writing `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_recv_timeout(
    ctx: *mut c_void,
    buf: *mut c_uchar,
    len: usize,
    timeout: u32,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let socket = match unsafe { descriptor(ctx) } {
            Ok(socket) => socket,
            Err(code) => return code,
        };
        let timeout = if timeout == 0 { None } else { Some(timeout) };
        match wait(socket, MBEDTLS_NET_POLL_READ, timeout) {
            Ok(0) => return MBEDTLS_ERR_SSL_TIMEOUT,
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return MBEDTLS_ERR_SSL_WANT_READ,
            Err(_) => return MBEDTLS_ERR_NET_RECV_FAILED,
        }
        // SAFETY: the caller vouches for `buf`.
        match unsafe { boundary::bytes_mut(buf, len) } {
            Some(room) => receive(socket, room),
            None => MBEDTLS_ERR_NET_RECV_FAILED,
        }
    })
}

/// Sends bytes, as many as the system takes at once. A peer that has gone gives an error, never a SIGPIPE. For
/// mbedtls_ssl_set_bio().
///
/// \param ctx  A mbedtls_net_context.
/// \param buf  The bytes; they stay the caller's.
/// \param len  Their number.
///
/// \return  The number of bytes sent, which may be less than `len`.
/// \return  MBEDTLS_ERR_SSL_WANT_WRITE: nothing can be sent now and the socket does not block, or a signal came.
/// \return  MBEDTLS_ERR_NET_CONN_RESET: the peer dropped the connection.
/// \return  MBEDTLS_ERR_NET_SEND_FAILED: anything else; `errno` tells, where it came from the system.
/// \return  MBEDTLS_ERR_NET_INVALID_CONTEXT: `ctx` is NULL or holds no socket.
///
/// # Safety
/// `ctx` is null, or points to a context; `buf` is null, or readable for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let socket = match unsafe { descriptor(ctx) } {
            Ok(socket) => socket,
            Err(code) => return code,
        };
        // SAFETY: the caller vouches for `buf`.
        match unsafe { boundary::bytes(buf, len) } {
            Some(data) => transmit(socket, data),
            None => MBEDTLS_ERR_NET_SEND_FAILED,
        }
    })
}

/// Closes this process's descriptor only: another process that has it too (after fork()) can go on.
///
/// \param ctx  The socket; its `fd` becomes -1. NULL, or one without a socket: nothing happens.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_close(ctx: *mut mbedtls_net_context) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Ok(socket) = unsafe { descriptor(ctx.cast()) } {
            close(socket);
            // SAFETY: the caller vouches for `ctx`.
            unsafe { set(ctx, -1) };
        }
    });
}

/// Ends the connection in both directions, for every process that has it, and closes the descriptor.
///
/// \param ctx  The socket; its `fd` becomes -1. NULL, or one without a socket: nothing happens.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_net_free(ctx: *mut mbedtls_net_context) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Ok(socket) = unsafe { descriptor(ctx.cast()) } {
            // SAFETY: shutting down has no precondition.
            unsafe { libc::shutdown(socket, libc::SHUT_RDWR) };
            close(socket);
            // SAFETY: the caller vouches for `ctx`.
            unsafe { set(ctx, -1) };
        }
    });
}

/// The descriptor that a context holds.
///
/// # Safety
/// `ctx` is null, or points to a `mbedtls_net_context`.
unsafe fn descriptor(ctx: *mut c_void) -> Result<c_int, c_int> {
    // SAFETY: the caller vouches for `ctx`.
    match unsafe { ctx.cast::<mbedtls_net_context>().as_ref() } {
        Some(context) if context.fd >= 0 => Ok(context.fd),
        _ => Err(MBEDTLS_ERR_NET_INVALID_CONTEXT),
    }
}

/// # Safety
/// `ctx` is null, or valid for writing.
unsafe fn set(ctx: *mut mbedtls_net_context, fd: c_int) {
    if !ctx.is_null() {
        // SAFETY: the caller vouches for the non-null `ctx`.
        unsafe { ctx.write(mbedtls_net_context { fd }) };
    }
}

/// Puts an opened socket into `ctx`; one that could not be opened leaves it without any. Where not even an address
/// was found, nothing was tried, and the context keeps what it holds.
///
/// # Safety
/// `ctx` is null, or valid for writing.
unsafe fn keep(ctx: *mut mbedtls_net_context, opened: Result<c_int, c_int>) -> c_int {
    if opened != Err(MBEDTLS_ERR_NET_UNKNOWN_HOST) {
        // SAFETY: the caller vouches for `ctx`.
        unsafe { set(ctx, opened.unwrap_or(-1)) };
    }
    opened.err().unwrap_or(0)
}

#[cfg(test)]
mod tests;
