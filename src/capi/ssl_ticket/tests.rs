use super::*;
use std::mem::MaybeUninit;

unsafe extern "C" fn counting(p_rng: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    // SAFETY: the tests hand in a counter and a buffer.
    unsafe {
        let counter = &mut *p_rng.cast::<u8>();
        for byte in bytes_mut(buf, len).unwrap() {
            *counter = counter.wrapping_add(1);
            *byte = *counter;
        }
    }
    0
}

unsafe extern "C" fn failing(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
    -0x34
}

/// A zeroed C struct is an initialised context and, but for `verify_result`, an initialised session.
fn zeroed<T>() -> T {
    // SAFETY: used with C structs of integers and pointers only.
    unsafe { MaybeUninit::zeroed().assume_init() }
}

fn server_session() -> mbedtls_ssl_session {
    let mut session: mbedtls_ssl_session = zeroed();
    (session.endpoint, session.tls_version, session.ciphersuite) = (IS_SERVER, 0x0304, 0x1302);
    (session.resumption_key_len, session.resumption_key) = (48, [9; 48]);
    session.ticket_creation_time = now();
    session
}

struct Context {
    ctx: mbedtls_ssl_ticket_context,
    counter: Box<u8>,
}

impl Context {
    fn new(cipher: mbedtls_cipher_type_t, lifetime: u32) -> Self {
        let mut this = Self { ctx: zeroed(), counter: Box::new(0) };
        let p_rng = (&raw mut *this.counter).cast();
        // SAFETY: an initialised context; the counter lives as long.
        let ret =
            unsafe { mbedtls_ssl_ticket_setup(&raw mut this.ctx, Some(counting), p_rng, cipher, lifetime) };
        assert_eq!(ret, 0);
        this
    }

    fn write(&mut self, session: &mbedtls_ssl_session, out: &mut [u8]) -> (c_int, usize, u32) {
        let (mut len, mut lifetime) = (77, 88);
        let end = out.as_mut_ptr_range().end;
        let ctx = (&raw mut self.ctx).cast();
        // SAFETY: live values.
        let ret = unsafe {
            mbedtls_ssl_ticket_write(ctx, session, out.as_mut_ptr(), end, &raw mut len, &raw mut lifetime)
        };
        (ret, len, lifetime)
    }

    fn parse(&mut self, ticket: &[u8]) -> (c_int, mbedtls_ssl_session) {
        let mut session: mbedtls_ssl_session = zeroed();
        let mut ticket = ticket.to_vec();
        let ctx = (&raw mut self.ctx).cast();
        // SAFETY: live values.
        let ret =
            unsafe { mbedtls_ssl_ticket_parse(ctx, &raw mut session, ticket.as_mut_ptr(), ticket.len()) };
        (ret, session)
    }

    fn ticket(&mut self, session: &mbedtls_ssl_session) -> Vec<u8> {
        let mut out = [0; 200];
        let (ret, len, _) = self.write(session, &mut out);
        assert_eq!(ret, 0);
        out[..len].to_vec()
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        // SAFETY: an initialised context, not used again.
        unsafe { mbedtls_ssl_ticket_free(&raw mut self.ctx) };
    }
}

#[test]
fn a_session_comes_back_from_its_ticket() {
    for cipher in [14, 16, 77] {
        let mut tickets = Context::new(cipher, 3600);
        let session = server_session();
        let (ret, parsed) = {
            let ticket = tickets.ticket(&session);
            tickets.parse(&ticket)
        };
        assert_eq!(ret, 0);
        assert_eq!(parsed.ciphersuite, 0x1302);
        assert_eq!(parsed.resumption_key[..48], [9; 48]);
        assert_eq!(parsed.ticket_creation_time, session.ticket_creation_time);
    }
}

#[test]
fn a_ticket_is_as_long_as_it_says() {
    let mut tickets = Context::new(16, 3600);
    let session = server_session();
    let needed = tickets.ticket(&session).len();
    let mut out = [0; 200];
    for room in 0..needed {
        let written = tickets.write(&session, &mut out[..room]);
        assert_eq!(written, (MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL, 0, 88), "{room}");
    }
    assert_eq!(tickets.write(&session, &mut out[..needed]), (0, needed, 3600));
}

#[test]
fn an_old_ticket_a_future_one_and_a_clients_are_refused() {
    let mut tickets = Context::new(16, 3600);
    let mut session = server_session();
    for (age, expected) in [
        (3_590_000, 0),
        (3_600_000, MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED),
        (-5_000, MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED),
    ] {
        session.ticket_creation_time = now() - age;
        let ticket = tickets.ticket(&session);
        assert_eq!(tickets.parse(&ticket).0, expected);
    }
    session.endpoint = 0;
    let ticket = tickets.ticket(&session);
    assert_eq!(tickets.parse(&ticket).0, MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
}

#[test]
fn no_garbage_is_a_ticket() {
    let mut tickets = Context::new(16, 3600);
    let good = tickets.ticket(&server_session());
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x80;
        assert_ne!(tickets.parse(&bad).0, 0);
        assert_ne!(tickets.parse(&good[..at]).0, 0);
    }
    assert_ne!(tickets.parse(&[0xff; 60_000]).0, 0);
}

#[test]
fn setup_says_what_it_cannot_do() {
    let mut ctx: mbedtls_ssl_ticket_context = zeroed();
    let mut counter = 0u8;
    let mut setup = |f_rng, cipher| {
        // SAFETY: an initialised context and a live counter.
        unsafe { mbedtls_ssl_ticket_setup(&raw mut ctx, f_rng, (&raw mut counter).cast(), cipher, 9) }
    };
    assert_eq!(setup(None, 16), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    assert_eq!(setup(Some(failing), 16), -0x34);
    assert_eq!(setup(Some(counting), 15), MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
    for cipher in [0, 5, 13, 200] {
        assert_eq!(setup(Some(counting), cipher), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
}

#[test]
fn nulls_and_contexts_without_setup_are_refused() {
    let session = server_session();
    let mut ctx: mbedtls_ssl_ticket_context = zeroed();
    let mut out = [0u8; 200];
    let (mut len, mut lifetime) = (0, 0);
    for ctx in [ptr::null_mut(), &raw mut ctx] {
        // SAFETY: null or an initialised context, and live values.
        unsafe {
            let (start, end) = (out.as_mut_ptr(), out.as_ptr_range().end);
            let mut write = |start, end, len| {
                mbedtls_ssl_ticket_write(ctx.cast(), &raw const session, start, end, len, &raw mut lifetime)
            };
            assert_eq!(write(start, end, &raw mut len), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            assert_eq!(write(start, end, ptr::null_mut()), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            assert_eq!(
                mbedtls_ssl_ticket_parse(ctx.cast(), ptr::null_mut(), start, 100),
                MBEDTLS_ERR_SSL_BAD_INPUT_DATA
            );
            assert_eq!(
                mbedtls_ssl_ticket_rotate(ctx, start, 4, start, 32, 1),
                MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA
            );
            mbedtls_ssl_ticket_free(ctx);
            mbedtls_ssl_ticket_init(ctx);
        }
    }
    let mut tickets = Context::new(16, 3600);
    let p = (&raw mut tickets.ctx).cast();
    // SAFETY: live values and nulls.
    unsafe {
        let (start, end) = (out.as_mut_ptr(), out.as_ptr_range().end);
        let (len, lifetime) = (&raw mut len, &raw mut lifetime);
        let write = |session, start, end| mbedtls_ssl_ticket_write(p, session, start, end, len, lifetime);
        assert_eq!(write(ptr::null(), start, end), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(write(&raw const session, start.add(9), start), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(
            mbedtls_ssl_ticket_parse(p, ptr::null_mut(), ptr::null_mut(), 9),
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA
        );
    }
}

#[test]
fn a_given_key_makes_tickets_that_another_context_reads() {
    let (mut one, mut two) = (Context::new(16, 3600), Context::new(16, 3600));
    for context in [&mut one, &mut two] {
        // SAFETY: live values.
        let ret = unsafe {
            mbedtls_ssl_ticket_rotate(&raw mut context.ctx, b"name".as_ptr(), 4, [7u8; 32].as_ptr(), 32, 100)
        };
        assert_eq!(ret, 0);
    }
    let mut out = [0; 200];
    let (ret, len, lifetime) = one.write(&server_session(), &mut out);
    assert_eq!((ret, lifetime), (0, 100));
    assert_eq!(two.parse(&out[..len]).0, 0);
}
