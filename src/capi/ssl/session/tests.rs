use super::*;
use std::mem::MaybeUninit;

/// An initialised session that releases what it owns.
struct Session(mbedtls_ssl_session);

impl Session {
    fn new() -> Self {
        let mut session = MaybeUninit::uninit();
        // SAFETY: init writes all of it.
        unsafe {
            mbedtls_ssl_session_init(session.as_mut_ptr());
            Self(session.assume_init())
        }
    }

    fn client() -> Self {
        let mut session = Self::new();
        let s = &mut session.0;
        (s.endpoint, s.tls_version, s.ciphersuite) = (CLIENT, VERSION_TLS1_3, 0x1302);
        (s.ticket_age_add, s.ticket_flags, s.ticket_lifetime) = (77, 5, 7200);
        (s.resumption_key_len, s.resumption_key) = (48, [3; 48]);
        (s.ticket, s.ticket_len) = (c_copy(&[7; 100]), 100);
        s.hostname = c_copy(b"localhost").cast();
        s.ticket_reception_time = 1_234_567;
        s.verify_result = 8;
        session
    }

    fn server() -> Self {
        let mut session = Self::new();
        let s = &mut session.0;
        (s.endpoint, s.tls_version, s.ciphersuite) = (SERVER, VERSION_TLS1_3, 0x1301);
        (s.resumption_key_len, s.resumption_key) = (32, [3; 48]);
        s.ticket_creation_time = 7_654_321;
        session
    }

    fn save(&self, buf: &mut [u8]) -> (c_int, usize) {
        let mut olen = 12_345;
        // SAFETY: live values.
        let ret = unsafe {
            mbedtls_ssl_session_save(&raw const self.0, buf.as_mut_ptr(), buf.len(), &raw mut olen)
        };
        (ret, olen)
    }

    fn load(&mut self, buf: &[u8]) -> c_int {
        // SAFETY: live values.
        unsafe { mbedtls_ssl_session_load(&raw mut self.0, buf.as_ptr(), buf.len()) }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // SAFETY: initialised, and not used again.
        unsafe { mbedtls_ssl_session_free(&raw mut self.0) };
    }
}

fn saved(session: &Session) -> Vec<u8> {
    let (ret, len) = session.save(&mut []);
    assert_eq!(ret, MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL);
    let mut buf = vec![0; len];
    assert_eq!(session.save(&mut buf), (0, len));
    assert_eq!(session.save(&mut buf[..len - 1]), (MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL, len));
    buf
}

fn fields(s: &mbedtls_ssl_session) -> impl PartialEq + std::fmt::Debug + use<> {
    // SAFETY: the session's own bytes and string.
    let (ticket, hostname) = unsafe { (bytes(s.ticket, s.ticket_len), string(s.hostname)) };
    (
        (s.endpoint, s.tls_version, s.ciphersuite, s.verify_result, s.resumption_key_len),
        s.resumption_key[..s.resumption_key_len.into()].to_vec(),
        (
            s.ticket_age_add,
            s.ticket_flags,
            s.ticket_lifetime,
            s.ticket_reception_time,
            s.ticket_creation_time,
        ),
        (ticket.map(<[u8]>::to_vec), hostname.map(ToOwned::to_owned)),
    )
}

#[test]
fn a_saved_session_loads() {
    for session in [Session::client(), Session::server()] {
        let bytes = saved(&session);
        let mut loaded = Session::client();
        assert_eq!(loaded.load(&bytes), 0);
        assert_eq!(fields(&loaded.0), fields(&session.0));
        assert_eq!(saved(&loaded), bytes);
    }
}

#[test]
fn bytes_that_are_no_session_leave_it_empty() {
    let bytes = saved(&Session::client());
    let mut other = bytes.clone();
    other[0] ^= 1;
    let mut newer = bytes.clone();
    newer[3] ^= 1;
    let mut loaded = Session::client();
    assert_eq!(loaded.load(&other), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    assert_eq!(loaded.load(&newer), MBEDTLS_ERR_SSL_VERSION_MISMATCH);
    for len in 0..bytes.len() {
        assert_eq!(loaded.load(&bytes[..len]), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(fields(&loaded.0), fields(&Session::new().0));
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(loaded.load(&longer), 0);
}

#[test]
fn what_cannot_be_saved_says_so() {
    assert_eq!(Session::new().save(&mut [0; 100]), (MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE, 12_345));
    let mut session = Session::server();
    session.0.resumption_key_len = 49;
    assert_eq!(session.save(&mut [0; 100]), (MBEDTLS_ERR_SSL_BAD_INPUT_DATA, 12_345));
    // SAFETY: nulls are allowed.
    unsafe {
        let (session, null, mut olen) = (&raw const session.0, ptr::null_mut(), 0);
        assert_eq!(mbedtls_ssl_session_save(session, null, 5, &raw mut olen), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(
            mbedtls_ssl_session_save(session, null, 0, ptr::null_mut()),
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA
        );
        assert_eq!(
            mbedtls_ssl_session_load(ptr::null_mut(), b"x".as_ptr(), 1),
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA
        );
        mbedtls_ssl_session_free(ptr::null_mut());
        mbedtls_ssl_session_init(ptr::null_mut());
    }
}

#[test]
fn a_copy_shares_nothing() {
    let mut original = Session::client();
    original.0.peer_cert = parse_chain([CERTIFICATE, CERTIFICATE].into_iter()).unwrap();
    let mut dst = Session::client();
    // SAFETY: two live sessions.
    assert_eq!(unsafe { copy(&raw mut dst.0, &raw const original.0) }, 0);
    assert_eq!(fields(&dst.0), fields(&original.0));
    assert_ne!(dst.0.ticket, original.0.ticket);
    assert_ne!(dst.0.hostname, original.0.hostname);
    // SAFETY: both sessions have a certificate.
    let (cert, original_cert) = unsafe { (&*dst.0.peer_cert, &*original.0.peer_cert) };
    assert_ne!(cert.raw.p, original_cert.raw.p);
    // SAFETY: the certificate's own bytes.
    assert_eq!(unsafe { bytes(cert.raw.p, cert.raw.len) }, Some(CERTIFICATE));
    assert!(cert.next.is_null());
}

#[test]
fn a_released_session_holds_no_secret() {
    let mut session = Session::client();
    // SAFETY: a live session.
    unsafe { mbedtls_ssl_session_free(&raw mut session.0) };
    assert_eq!(session.0.resumption_key, [0; 48]);
    assert!(session.0.ticket.is_null() && session.0.hostname.is_null());
}

const CERTIFICATE: &[u8] = include_bytes!("../../../../tests/certs/peer.der");
