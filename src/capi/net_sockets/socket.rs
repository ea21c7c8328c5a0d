//! The system calls behind `mbedtls/net_sockets.h`, with the codes that they end in.

use std::ffi::{CStr, c_int};
use std::{io, ptr};

use super::super::codes::{
    MBEDTLS_ERR_NET_ACCEPT_FAILED, MBEDTLS_ERR_NET_BIND_FAILED, MBEDTLS_ERR_NET_CONN_RESET,
    MBEDTLS_ERR_NET_RECV_FAILED, MBEDTLS_ERR_NET_SEND_FAILED, MBEDTLS_ERR_NET_SOCKET_FAILED,
    MBEDTLS_ERR_NET_UNKNOWN_HOST, MBEDTLS_ERR_SSL_WANT_READ, MBEDTLS_ERR_SSL_WANT_WRITE,
};
use super::address::{Addresses, Peer};
use super::{MBEDTLS_NET_POLL_READ, MBEDTLS_NET_POLL_WRITE, MBEDTLS_NET_PROTO_UDP};

/// A socket for the first address of `host` and `port` that `prepare` is content with; else the last failure.
pub(super) fn open(
    host: Option<&CStr>,
    port: Option<&CStr>,
    proto: c_int,
    flags: c_int,
    prepare: impl Fn(c_int, &libc::addrinfo) -> Result<(), c_int>,
) -> Result<c_int, c_int> {
    let (kind, protocol) = match proto {
        MBEDTLS_NET_PROTO_UDP => (libc::SOCK_DGRAM, libc::IPPROTO_UDP),
        _ => (libc::SOCK_STREAM, libc::IPPROTO_TCP),
    };
    let mut failure = MBEDTLS_ERR_NET_UNKNOWN_HOST;
    for address in Addresses::of(host, port, kind, protocol, flags)?.iter() {
        // SAFETY: opening a socket has no precondition.
        let socket = unsafe { libc::socket(address.ai_family, address.ai_socktype, address.ai_protocol) };
        if socket < 0 {
            failure = MBEDTLS_ERR_NET_SOCKET_FAILED;
            continue;
        }
        match prepare(socket, address) {
            Ok(()) => return Ok(socket),
            Err(code) => {
                close(socket);
                failure = code;
            }
        }
    }
    Err(failure)
}

pub(super) fn close(socket: c_int) {
    // SAFETY: the descriptor is that of a context or of our own, and not used again.
    unsafe { libc::close(socket) };
}

pub(super) fn reuse_address(socket: c_int) -> Result<(), c_int> {
    match set_option(socket, libc::SO_REUSEADDR, 1) {
        0 => Ok(()),
        _ => Err(MBEDTLS_ERR_NET_SOCKET_FAILED),
    }
}

fn set_option(socket: c_int, option: c_int, value: c_int) -> c_int {
    // SAFETY: the value has the length that is told.
    unsafe { libc::setsockopt(socket, libc::SOL_SOCKET, option, ptr::from_ref(&value).cast(), INT_LEN) }
}

/// Whether the socket sends datagrams; `None` if it is no socket.
pub(super) fn sends_datagrams(socket: c_int) -> Option<bool> {
    let (mut kind, mut length) = (0, INT_LEN);
    // SAFETY: the value has room for the length that is told.
    let ret = unsafe {
        libc::getsockopt(
            socket,
            libc::SOL_SOCKET,
            libc::SO_TYPE,
            ptr::from_mut(&mut kind).cast(),
            &mut length,
        )
    };
    (ret == 0).then_some(kind == libc::SOCK_DGRAM)
}

pub(super) fn take_connection(waiting: c_int, peer: &mut Peer) -> Result<c_int, c_int> {
    let (address, length) = peer.room();
    // SAFETY: `address` has room for `length` bytes.
    let connection = unsafe { libc::accept(waiting, address, length) };
    if connection < 0 { Err(nobody_there(waiting)) } else { Ok(connection) }
}

/// Waits for a datagram, leaves it where it is, and ties the socket to its sender.
pub(super) fn take_sender(waiting: c_int, peer: &mut Peer) -> Result<c_int, c_int> {
    let mut first = [0_u8; 1];
    let (address, length) = peer.room();
    // SAFETY: `first` has one byte, `address` has room for `length` bytes.
    let ret = unsafe {
        libc::recvfrom(waiting, first.as_mut_ptr().cast(), first.len(), libc::MSG_PEEK, address, length)
    };
    if ret < 0 {
        return Err(nobody_there(waiting));
    }
    // SAFETY: `address` holds an address of `length` bytes.
    if unsafe { libc::connect(waiting, address, *length) } != 0 {
        return Err(MBEDTLS_ERR_NET_ACCEPT_FAILED);
    }
    Ok(waiting)
}

fn nobody_there(waiting: c_int) -> c_int {
    let error = io::Error::last_os_error();
    if would_block(waiting, &error) { MBEDTLS_ERR_SSL_WANT_READ } else { MBEDTLS_ERR_NET_ACCEPT_FAILED }
}

/// A new waiting socket at the local address of `connection` (UDP).
pub(super) fn wait_again(connection: c_int) -> Result<c_int, c_int> {
    let mut local = Peer::new();
    let (address, length) = local.room();
    // SAFETY: `address` has room for `length` bytes.
    if unsafe { libc::getsockname(connection, address, length) } != 0 {
        return Err(MBEDTLS_ERR_NET_SOCKET_FAILED);
    }
    // SAFETY: the address was written; opening a socket has no precondition.
    let socket =
        unsafe { libc::socket(c_int::from((*address).sa_family), libc::SOCK_DGRAM, libc::IPPROTO_UDP) };
    if socket < 0 {
        return Err(MBEDTLS_ERR_NET_SOCKET_FAILED);
    }
    let prepared = reuse_address(socket).and_then(|()| {
        // SAFETY: `address` holds an address of `length` bytes.
        if unsafe { libc::bind(socket, address, *length) } == 0 {
            Ok(())
        } else {
            Err(MBEDTLS_ERR_NET_BIND_FAILED)
        }
    });
    prepared.map(|()| socket).inspect_err(|_| close(socket))
}

pub(super) fn receive(socket: c_int, room: &mut [u8]) -> c_int {
    // SAFETY: `room` is writable for its length, cut to what an int can tell.
    let ret = unsafe { libc::read(socket, room.as_mut_ptr().cast(), room.len().min(INT_MAX)) };
    c_int::try_from(ret).ok().filter(|count| *count >= 0).unwrap_or_else(|| {
        let error = io::Error::last_os_error();
        failed(socket, &error, MBEDTLS_ERR_SSL_WANT_READ, MBEDTLS_ERR_NET_RECV_FAILED)
    })
}

pub(super) fn transmit(socket: c_int, data: &[u8]) -> c_int {
    let len = data.len().min(INT_MAX);
    // SAFETY: `data` is readable for `len` bytes.
    let mut ret = unsafe { libc::send(socket, data.as_ptr().cast(), len, libc::MSG_NOSIGNAL) };
    if ret < 0 && io::Error::last_os_error().raw_os_error() == Some(libc::ENOTSOCK) {
        // A pipe or a terminal: programs do put such a descriptor into the context.
        // SAFETY: `data` is readable for `len` bytes.
        ret = unsafe { libc::write(socket, data.as_ptr().cast(), len) };
    }
    c_int::try_from(ret).ok().filter(|count| *count >= 0).unwrap_or_else(|| {
        let error = io::Error::last_os_error();
        failed(socket, &error, MBEDTLS_ERR_SSL_WANT_WRITE, MBEDTLS_ERR_NET_SEND_FAILED)
    })
}

fn failed(socket: c_int, error: &io::Error, again: c_int, other: c_int) -> c_int {
    match error.kind() {
        io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe => MBEDTLS_ERR_NET_CONN_RESET,
        io::ErrorKind::Interrupted => again,
        _ if would_block(socket, error) => again,
        _ => other,
    }
}

/// A blocking socket with a time limit of its own (`SO_RCVTIMEO`) fails in the same way, and that is no reason to
/// call again.
fn would_block(socket: c_int, error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::WouldBlock && status_flags(socket) & libc::O_NONBLOCK != 0
}

fn status_flags(socket: c_int) -> c_int {
    // SAFETY: reading the flags has no precondition; -1 has every bit.
    unsafe { libc::fcntl(socket, libc::F_GETFL) }
}

pub(super) fn set_blocking(socket: c_int, blocking: bool) -> c_int {
    let flags = status_flags(socket);
    let flags = if blocking { flags & !libc::O_NONBLOCK } else { flags | libc::O_NONBLOCK };
    // SAFETY: setting the flags has no precondition.
    unsafe { libc::fcntl(socket, libc::F_SETFL, flags) }
}

/// Which of `rw` the socket is ready for, after at most `timeout` milliseconds (`None`: any time).
pub(super) fn wait(socket: c_int, rw: u32, timeout: Option<u32>) -> io::Result<u32> {
    const READ_READY: i16 = libc::POLLIN | libc::POLLHUP | libc::POLLERR;
    const WRITE_READY: i16 = libc::POLLOUT | libc::POLLERR;
    let wanted = |bit: u32, events: i16| if rw & bit != 0 { events } else { 0 };
    let events = wanted(MBEDTLS_NET_POLL_READ, libc::POLLIN) | wanted(MBEDTLS_NET_POLL_WRITE, libc::POLLOUT);
    let mut entry = libc::pollfd { fd: socket, events, revents: 0 };
    // A time over 24 days is as good as that.
    let timeout = timeout.map_or(-1, |ms| c_int::try_from(ms).unwrap_or(c_int::MAX));
    // SAFETY: `entry` is one entry.
    if unsafe { libc::poll(&mut entry, 1, timeout) } < 0 {
        return Err(io::Error::last_os_error());
    }
    if entry.revents & libc::POLLNVAL != 0 {
        return Err(io::Error::from_raw_os_error(libc::EBADF));
    }
    let ready = |bit: u32, events: i16| if entry.revents & events != 0 { rw & bit } else { 0 };
    Ok(ready(MBEDTLS_NET_POLL_READ, READ_READY) | ready(MBEDTLS_NET_POLL_WRITE, WRITE_READY))
}

/// The most bytes whose number an `int` can return.
const INT_MAX: usize = 0x7FFF_FFFF;
const INT_LEN: libc::socklen_t = 4;
const _: () = assert!(size_of::<c_int>() == 4);
