//! What a peer sends before there are keys, to a client or, if the first byte is odd, to a server; in pieces of the size that the
//! second byte says. Then a read, a write and a close, whatever came of the handshake.
#![no_main]

use std::ffi::{c_int, c_uchar, c_void};

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{OURS, Room, not_random};

const MBEDTLS_ERR_SSL_WANT_READ: c_int = -0x6900;
const MBEDTLS_ERR_SSL_CONN_EOF: c_int = -0x7280;

/// A BIO whose peer has sent `bytes`, and takes everything.
struct Peer<'a> {
    bytes: &'a [u8],
    piece: usize,
    waited: bool,
}

unsafe extern "C" fn recv(peer: *mut c_void, out: *mut c_uchar, len: usize) -> c_int {
    // SAFETY: the peer that `set_bio` was given; nobody else looks at it during the call.
    let peer = unsafe { &mut *peer.cast::<Peer<'_>>() };
    peer.waited = !peer.waited;
    if peer.waited {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    let count = len.min(peer.piece).min(peer.bytes.len());
    if count == 0 {
        return MBEDTLS_ERR_SSL_CONN_EOF;
    }
    // SAFETY: the caller's buffer has `len` bytes.
    unsafe { out.copy_from_nonoverlapping(peer.bytes.as_ptr(), count) };
    peer.bytes = &peer.bytes[count..];
    count as c_int
}

unsafe extern "C" fn send(_: *mut c_void, _: *const c_uchar, len: usize) -> c_int {
    len as c_int
}

fuzz_target!(|data: &[u8]| {
    let [end, piece, bytes @ ..] = data else { return };
    let mut peer = Peer { bytes, piece: usize::from(*piece) * 8 + 1, waited: false };
    let (mut ssl_room, mut conf_room) = (Room::new(), Room::new());
    let (ssl, conf) = (ssl_room.context(), conf_room.context());
    let none = std::ptr::null_mut();
    // SAFETY: contexts that are set up, used and freed, buffers with their lengths, and a peer that outlives them.
    unsafe {
        (OURS.mbedtls_ssl_config_init)(conf);
        (OURS.mbedtls_ssl_init)(ssl);
        let is_server = c_int::from(end & 1 == 1);
        assert_eq!((OURS.mbedtls_ssl_config_defaults)(conf, is_server, 0, 0), 0);
        (OURS.mbedtls_ssl_conf_rng)(conf, not_random, none);
        (OURS.mbedtls_ssl_conf_authmode)(conf, 0);
        let (key, name) = ([7_u8; 32], b"somebody");
        assert_eq!((OURS.mbedtls_ssl_conf_psk)(conf, key.as_ptr(), key.len(), name.as_ptr(), name.len()), 0);
        assert_eq!((OURS.mbedtls_ssl_setup)(ssl, conf), 0);
        (OURS.mbedtls_ssl_set_bio)(ssl, (&raw mut peer).cast(), send, recv, none);
        let mut code = MBEDTLS_ERR_SSL_WANT_READ;
        while code == MBEDTLS_ERR_SSL_WANT_READ {
            code = (OURS.mbedtls_ssl_handshake)(ssl);
        }
        assert_ne!(code, 0, "nobody without the key can finish a handshake");
        let mut buffer = [0_u8; 64];
        assert!((OURS.mbedtls_ssl_read)(ssl, buffer.as_mut_ptr(), buffer.len()) < 0);
        (OURS.mbedtls_ssl_write)(ssl, buffer.as_ptr(), buffer.len());
        (OURS.mbedtls_ssl_close_notify)(ssl);
        (OURS.mbedtls_ssl_free)(ssl);
        (OURS.mbedtls_ssl_config_free)(conf);
    }
});
