use super::super::codes::*;
use super::*;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::fd::{AsRawFd, FromRawFd, IntoRawFd};

fn context() -> mbedtls_net_context {
    let mut ctx = mbedtls_net_context { fd: 99 };
    // SAFETY: `ctx` is a context.
    unsafe { mbedtls_net_init(&mut ctx) };
    ctx
}

fn any(ctx: &mut mbedtls_net_context) -> *mut c_void {
    ptr::from_mut(ctx).cast()
}

fn recv(ctx: &mut mbedtls_net_context, room: &mut [u8]) -> c_int {
    // SAFETY: `room` is as long as said.
    unsafe { mbedtls_net_recv(any(ctx), room.as_mut_ptr(), room.len()) }
}

fn recv_timeout(ctx: &mut mbedtls_net_context, room: &mut [u8], ms: u32) -> c_int {
    // SAFETY: `room` is as long as said.
    unsafe { mbedtls_net_recv_timeout(any(ctx), room.as_mut_ptr(), room.len(), ms) }
}

fn send(ctx: &mut mbedtls_net_context, data: &[u8]) -> c_int {
    // SAFETY: `data` is as long as said.
    unsafe { mbedtls_net_send(any(ctx), data.as_ptr(), data.len()) }
}

fn poll(ctx: &mut mbedtls_net_context, rw: u32, ms: u32) -> c_int {
    // SAFETY: `ctx` is a context.
    unsafe { mbedtls_net_poll(ctx, rw, ms) }
}

fn free(mut ctx: mbedtls_net_context) {
    // SAFETY: `ctx` is a context.
    unsafe { mbedtls_net_free(&mut ctx) };
    assert_eq!(ctx.fd, -1);
}

/// A context, and the std socket at the other end.
fn pair() -> (mbedtls_net_context, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = std::ffi::CString::new(listener.local_addr().unwrap().port().to_string()).unwrap();
    let mut ctx = context();
    // SAFETY: the strings are terminated.
    assert_eq!(unsafe { mbedtls_net_connect(&mut ctx, c"127.0.0.1".as_ptr(), port.as_ptr(), 0) }, 0);
    (ctx, listener.accept().unwrap().0)
}

fn port_of(ctx: &mbedtls_net_context) -> u16 {
    // SAFETY: the descriptor is borrowed: it is given back below.
    let listener = unsafe { TcpListener::from_raw_fd(ctx.fd) };
    let port = listener.local_addr().unwrap().port();
    assert_eq!(listener.into_raw_fd(), ctx.fd);
    port
}

#[test]
fn data_goes_both_ways_until_the_end() {
    use std::io::{Read, Write};
    let (mut ctx, mut peer) = pair();
    assert_eq!(send(&mut ctx, b"there"), 5);
    let mut got = [0; 5];
    peer.read_exact(&mut got).unwrap();
    assert_eq!(&got, b"there");
    peer.write_all(b"back").unwrap();
    let mut room = [0; 9];
    assert_eq!(recv_timeout(&mut ctx, &mut room, 10_000), 4);
    assert_eq!(&room[..4], b"back");
    assert_eq!(recv_timeout(&mut ctx, &mut room, 1), MBEDTLS_ERR_SSL_TIMEOUT);
    drop(peer);
    assert_eq!(recv(&mut ctx, &mut room), 0);
    assert_eq!(recv_timeout(&mut ctx, &mut room, 0), 0);
    free(ctx);
}

#[test]
fn a_peer_that_has_gone_gives_a_code() {
    let (mut ctx, peer) = pair();
    let now = libc::linger { l_onoff: 1, l_linger: 0 };
    // SAFETY: the option's value has the length that is told.
    unsafe {
        libc::setsockopt(peer.as_raw_fd(), libc::SOL_SOCKET, libc::SO_LINGER, ptr::from_ref(&now).cast(), 8);
    }
    drop(peer);
    assert_eq!(recv(&mut ctx, &mut [0; 4]), MBEDTLS_ERR_NET_CONN_RESET);
    assert_eq!(send(&mut ctx, b"into the void"), MBEDTLS_ERR_NET_CONN_RESET);
    free(ctx);
}

#[test]
fn only_a_socket_that_does_not_block_wants_to_be_called_again() {
    let (mut ctx, peer) = pair();
    // SAFETY: `ctx` is a context.
    assert_eq!(unsafe { mbedtls_net_set_nonblock(&mut ctx) }, 0);
    assert_eq!(recv(&mut ctx, &mut [0; 4]), MBEDTLS_ERR_SSL_WANT_READ);
    let big = vec![0; 1 << 20];
    let last = std::iter::repeat_with(|| send(&mut ctx, &big)).find(|ret| *ret <= 0);
    assert_eq!(last, Some(MBEDTLS_ERR_SSL_WANT_WRITE));
    assert_eq!(poll(&mut ctx, MBEDTLS_NET_POLL_WRITE, 0), 0);
    let limit = libc::timeval { tv_sec: 0, tv_usec: 1_000 };
    // SAFETY: the option's value has the length that is told; `ctx` is a context.
    unsafe {
        let value = ptr::from_ref(&limit).cast();
        libc::setsockopt(ctx.fd, libc::SOL_SOCKET, libc::SO_RCVTIMEO, value, 16);
        assert_eq!(mbedtls_net_set_block(&mut ctx), 0);
    }
    assert_eq!(recv(&mut ctx, &mut [0; 4]), MBEDTLS_ERR_NET_RECV_FAILED);
    drop(peer);
    free(ctx);
}

#[test]
fn poll_tells_what_can_be_done() {
    use std::io::Write;
    let (mut ctx, mut peer) = pair();
    let both = MBEDTLS_NET_POLL_READ | MBEDTLS_NET_POLL_WRITE;
    assert_eq!(poll(&mut ctx, MBEDTLS_NET_POLL_READ, 1), 0);
    assert_eq!(poll(&mut ctx, both, u32::MAX), 2);
    peer.write_all(b"x").unwrap();
    assert_eq!(poll(&mut ctx, MBEDTLS_NET_POLL_READ, u32::MAX), 1);
    assert_eq!(poll(&mut ctx, both, 1_000), 3);
    assert_eq!(poll(&mut ctx, 0, 0), 0);
    assert_eq!(poll(&mut ctx, 4, 0), MBEDTLS_ERR_NET_BAD_INPUT_DATA);
    drop(peer);
    assert_eq!(poll(&mut ctx, MBEDTLS_NET_POLL_READ, u32::MAX), 1);
    free(ctx);
}

#[test]
fn a_listener_takes_connections_and_tells_who_came() {
    for (host, ip) in
        [(c"127.0.0.1", [127, 0, 0, 1].as_slice()), (c"::1", &std::net::Ipv6Addr::LOCALHOST.octets())]
    {
        let mut listener = context();
        // SAFETY: the strings are terminated.
        let ret = unsafe { mbedtls_net_bind(&mut listener, host.as_ptr(), c"0".as_ptr(), 0) };
        if ret != 0 && ip.len() == 16 {
            continue; // a machine without IPv6
        }
        assert_eq!(ret, 0);
        let address = (host.to_str().unwrap(), port_of(&listener));
        for room_len in [16, ip.len(), ip.len() - 1] {
            let _client = TcpStream::connect(address).unwrap();
            let (mut ctx, mut room, mut len) = (context(), [0_u8; 16], 99);
            // SAFETY: the buffer is at least as long as said.
            let ret = unsafe {
                mbedtls_net_accept(&mut listener, &mut ctx, room.as_mut_ptr().cast(), room_len, &mut len)
            };
            let fits = room_len >= ip.len();
            assert_eq!(ret, if fits { 0 } else { MBEDTLS_ERR_NET_BUFFER_TOO_SMALL });
            assert_eq!(len, ip.len());
            assert_eq!(&room[..len] == ip, fits);
            assert!(ctx.fd >= 0);
            free(ctx);
        }
        // SAFETY: the contexts are contexts, the rest is not wanted.
        unsafe {
            mbedtls_net_set_nonblock(&mut listener);
            let mut ctx = context();
            let ret = mbedtls_net_accept(&mut listener, &mut ctx, ptr::null_mut(), 0, ptr::null_mut());
            assert_eq!((ret, ctx.fd), (MBEDTLS_ERR_SSL_WANT_READ, -1));
        }
        free(listener);
    }
}

#[test]
fn a_datagram_s_sender_gets_a_socket_of_its_own() {
    let (mut listener, mut ctx) = (context(), context());
    // SAFETY: the strings are terminated; the contexts are contexts.
    unsafe {
        assert_eq!(
            mbedtls_net_bind(&mut listener, c"127.0.0.1".as_ptr(), c"0".as_ptr(), MBEDTLS_NET_PROTO_UDP),
            0
        );
        let address = ("127.0.0.1", port_of(&listener));
        for text in ["first", "second"] {
            let client = UdpSocket::bind("127.0.0.1:0").unwrap();
            client.send_to(text.as_bytes(), address).unwrap();
            assert_eq!(mbedtls_net_accept(&mut listener, &mut ctx, ptr::null_mut(), 0, ptr::null_mut()), 0);
            let mut room = [0; 16];
            assert_eq!(recv(&mut ctx, &mut room), c_int::try_from(text.len()).unwrap());
            assert!(room.starts_with(text.as_bytes()));
            assert_eq!(send(&mut ctx, b"answer"), 6);
            assert_eq!(client.recv(&mut room).unwrap(), 6);
            mbedtls_net_free(&mut ctx);
        }
    }
    free(listener);
}

#[test]
fn what_cannot_be_opened_names_its_reason() {
    let mut ctx = context();
    let local = c"127.0.0.1".as_ptr();
    // SAFETY: the strings are terminated, null is allowed.
    unsafe {
        assert_eq!(
            mbedtls_net_connect(&mut ctx, local, c"no-port".as_ptr(), 0),
            MBEDTLS_ERR_NET_UNKNOWN_HOST
        );
        assert_eq!(mbedtls_net_connect(&mut ctx, ptr::null(), ptr::null(), 0), MBEDTLS_ERR_NET_UNKNOWN_HOST);
        ctx.fd = 99;
        assert_eq!(
            mbedtls_net_connect(&mut ctx, c"no such host".as_ptr(), c"1".as_ptr(), 0),
            MBEDTLS_ERR_NET_UNKNOWN_HOST
        );
        assert_eq!(ctx.fd, 99);
        assert_eq!(
            mbedtls_net_connect(ptr::null_mut(), local, c"1".as_ptr(), 0),
            MBEDTLS_ERR_NET_INVALID_CONTEXT
        );
        assert_eq!(
            mbedtls_net_bind(&mut ctx, c"192.0.2.1".as_ptr(), c"0".as_ptr(), 0),
            MBEDTLS_ERR_NET_BIND_FAILED
        );
        assert_eq!(
            mbedtls_net_bind(ptr::null_mut(), local, c"0".as_ptr(), 0),
            MBEDTLS_ERR_NET_INVALID_CONTEXT
        );
        assert_eq!(mbedtls_net_bind(&mut ctx, local, c"0".as_ptr(), 0), 0);
        let port = std::ffi::CString::new(port_of(&ctx).to_string()).unwrap();
        mbedtls_net_close(&mut ctx);
        assert_eq!(mbedtls_net_connect(&mut ctx, local, port.as_ptr(), 0), MBEDTLS_ERR_NET_CONNECT_FAILED);
        assert_eq!(ctx.fd, -1);
    }
}

#[test]
fn a_context_without_a_socket_is_told_apart() {
    let mut none = context();
    assert_eq!(none.fd, -1);
    let mut other = context();
    let (none, other) = (ptr::from_mut(&mut none), ptr::from_mut(&mut other));
    for ctx in [none, ptr::null_mut()] {
        // SAFETY: null and a context without a socket are allowed.
        unsafe {
            let data = ctx.cast::<c_void>();
            let room = [0_u8; 4].as_mut_ptr();
            assert_eq!(mbedtls_net_recv(data, room, 4), MBEDTLS_ERR_NET_INVALID_CONTEXT);
            assert_eq!(mbedtls_net_recv_timeout(data, room, 4, 1), MBEDTLS_ERR_NET_INVALID_CONTEXT);
            assert_eq!(mbedtls_net_send(data, room, 4), MBEDTLS_ERR_NET_INVALID_CONTEXT);
            assert_eq!(mbedtls_net_poll(ctx, 1, 0), MBEDTLS_ERR_NET_INVALID_CONTEXT);
            assert_eq!((mbedtls_net_set_block(ctx), mbedtls_net_set_nonblock(ctx)), (-1, -1));
            let code = mbedtls_net_accept(ctx, other, ptr::null_mut(), 0, ptr::null_mut());
            let expected =
                if ctx.is_null() { MBEDTLS_ERR_NET_INVALID_CONTEXT } else { MBEDTLS_ERR_NET_ACCEPT_FAILED };
            assert_eq!(code, expected);
            mbedtls_net_close(ctx);
            mbedtls_net_free(ctx);
        }
    }
    // SAFETY: null is allowed.
    unsafe { mbedtls_net_init(ptr::null_mut()) };
}

#[test]
fn null_buffers_and_pipes() {
    let mut fds = [0; 2];
    // SAFETY: `fds` has room for two descriptors.
    assert_eq!(unsafe { libc::pipe(fds.as_mut_ptr()) }, 0);
    let (mut from, mut to) = (mbedtls_net_context { fd: fds[0] }, mbedtls_net_context { fd: fds[1] });
    // SAFETY: null buffers are allowed.
    unsafe {
        assert_eq!(mbedtls_net_send(any(&mut to), ptr::null(), 1), MBEDTLS_ERR_NET_SEND_FAILED);
        assert_eq!(mbedtls_net_send(any(&mut to), c"x".as_ptr().cast(), 1), 1);
        assert_eq!(mbedtls_net_recv(any(&mut from), ptr::null_mut(), 1), MBEDTLS_ERR_NET_RECV_FAILED);
        mbedtls_net_usleep(1);
    }
    assert_eq!(recv(&mut from, &mut [0; 4]), 1);
    free(from);
    free(to);
}
