//! What hangs from a context, and the only way to reach it.

use std::collections::VecDeque;
use std::ffi::c_int;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use super::key_cert::{self, mbedtls_ssl_key_cert};
use super::session;
use super::types::{mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_session};
use crate::capi::boundary::c_free;
use crate::capi::codes::{MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, MBEDTLS_ERR_SSL_BAD_INPUT_DATA};
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_free};
use crate::crypto::secret::Secret;
use crate::tls::connection::{Connection, ReceivedTicket};

pub(super) use super::session::NOT_VERIFIED;

/// The state of a context that has been set up.
pub(super) struct Inner {
    /// From the first call of the handshake on.
    pub(super) connection: Option<Connection>,
    /// Whether the handshake is over and its last flight has left.
    pub(super) is_over: bool,
    /// Whether `mbedtls_ssl_read` has said that the peer closed its side.
    pub(super) has_told_of_close: bool,
    /// Bytes of the caller's whose record has not left completely: what `mbedtls_ssl_write` will report.
    pub(super) unreported: Option<c_int>,
    /// The same for early data.
    pub(super) unreported_early: Option<c_int>,
    /// What callbacks chose for this handshake alone.
    pub(super) choices: Option<Box<Choices>>,
    /// The key whose signature is asked for; the caller's.
    pub(super) signing_key: *mut mbedtls_pk_context,
    /// The peer's certificates, until the session takes them; ours.
    pub(super) peer_cert: *mut mbedtls_x509_crt,
    /// The flags of the verification.
    pub(super) verify_result: u32,
    /// Received tickets that nobody exported yet, oldest first.
    tickets: Option<Box<Tickets>>,
    /// Whether the session was exported since the last ticket.
    pub(super) was_exported: bool,
    /// The session to resume; ours.
    pub(super) resume: *mut mbedtls_ssl_session,
    /// Whether a panic of ours has passed through this context.
    is_dead: bool,
}

/// What a callback may choose for the handshake that it is called in.
#[derive(Default)]
pub(super) struct Choices {
    pub(super) own_certs: Option<OwnCerts>,
    pub(super) trusted: Option<(*mut mbedtls_x509_crt, *mut mbedtls_x509_crl)>,
    pub(super) authmode: Option<c_int>,
    pub(super) psk: Option<Secret>,
    pub(super) dn_hints: Option<*const mbedtls_x509_crt>,
    /// When the ticket that a client brought was issued, on the clock of `mbedtls_ms_time`.
    pub(super) ticket_issued: i64,
}

impl Choices {
    /// Whether anything was chosen that bears on whom a client trusts, or who it is.
    pub(super) fn are_made(&self) -> bool {
        self.own_certs.is_some() || self.trusted.is_some() || self.authmode.is_some()
    }
}

/// A list of certificates and keys; the nodes are ours.
pub(super) struct OwnCerts(pub(super) *mut mbedtls_ssl_key_cert);

impl Drop for OwnCerts {
    fn drop(&mut self) {
        // SAFETY: the list was made by `key_cert::append` and is owned by this value.
        unsafe { key_cert::free(&raw mut self.0) };
    }
}

/// A ticket that nobody exported yet.
pub(super) struct KeptTicket {
    pub(super) ticket: ReceivedTicket,
    /// On the clock of `mbedtls_ms_time`.
    pub(super) received_at: i64,
}

/// Few connections have any, so an idle one does not carry the queue.
#[derive(Default)]
struct Tickets(VecDeque<KeptTicket>);

/// More tickets than this are not kept: the oldest goes.
const MOST_TICKETS: usize = 16;

impl Inner {
    pub(super) fn new() -> Self {
        Self {
            connection: None,
            is_over: false,
            has_told_of_close: false,
            unreported: None,
            unreported_early: None,
            choices: None,
            signing_key: ptr::null_mut(),
            peer_cert: ptr::null_mut(),
            verify_result: NOT_VERIFIED,
            tickets: None,
            was_exported: false,
            resume: ptr::null_mut(),
            is_dead: false,
        }
    }

    /// What callbacks chose, to be added to. Few connections need it, so an idle one does not carry it.
    pub(super) fn choices_mut(&mut self) -> &mut Choices {
        self.choices.get_or_insert_default()
    }

    pub(super) fn keep_ticket(&mut self, ticket: KeptTicket) {
        let Tickets(tickets) = &mut **self.tickets.get_or_insert_default();
        if tickets.len() == MOST_TICKETS {
            tickets.pop_front();
        }
        tickets.push_back(ticket);
        self.was_exported = false;
    }

    /// The oldest ticket that nobody exported yet.
    pub(super) fn next_ticket(&mut self) -> Option<KeptTicket> {
        self.tickets.as_mut()?.0.pop_front()
    }

    /// Releases a session that was to be resumed.
    pub(super) fn forget_resumption(&mut self) {
        // SAFETY: `resume` is null or a session of ours.
        unsafe { session::release(std::mem::replace(&mut self.resume, ptr::null_mut())) };
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.forget_resumption();
        // SAFETY: the certificates are ours, or null.
        unsafe { free_certificates(self.peer_cert) };
    }
}

/// Releases a list of certificates whose head came from `c_new`. Null is fine.
///
/// # Safety
/// `head` is null, or such a list, and not used again.
pub(super) unsafe fn free_certificates(head: *mut mbedtls_x509_crt) {
    if !head.is_null() {
        // SAFETY: the caller vouches for the list.
        unsafe {
            mbedtls_x509_crt_free(head);
            c_free(head);
        }
    }
}

/// A context that has been set up, for the length of one call.
#[derive(Clone, Copy)]
pub(super) struct Handle(*mut mbedtls_ssl_context);

impl Handle {
    /// `None`: null, or not set up.
    ///
    /// # Safety
    /// `ssl` is null, or an initialised context that no other thread uses while the handle lives.
    pub(super) unsafe fn new(ssl: *const mbedtls_ssl_context) -> Option<Self> {
        let ssl = ssl.cast_mut();
        // SAFETY: the caller vouches for `ssl`.
        let is_set_up = !ssl.is_null() && unsafe { !(*ssl).transform.is_null() && !(*ssl).conf.is_null() };
        is_set_up.then_some(Self(ssl))
    }

    /// The C struct.
    pub(super) fn raw(self) -> *mut mbedtls_ssl_context {
        self.0
    }

    /// The configuration; never null.
    pub(super) fn conf(self) -> *const mbedtls_ssl_config {
        // SAFETY: `new` checked the context.
        unsafe { (*self.0).conf }
    }

    /// Lets `body` at the state. No C code may run in `body`, nor may it use the handle.
    pub(super) fn with<R>(self, body: impl FnOnce(&mut Inner) -> R) -> R {
        // SAFETY: `new` checked the pointer, which is from `Box::into_raw`; one thread uses the context, and `body` is
        // the only code that holds the reference.
        body(unsafe { &mut *(*self.0).transform.cast::<Inner>() })
    }

    /// As [`with`](Self::with), for the connection; before the handshake there is none.
    pub(super) fn connection<R>(self, body: impl FnOnce(&mut Connection) -> R) -> Result<R, c_int> {
        self.with(|inner| inner.connection.as_mut().map(body).ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA))
    }
}

/// Runs `body` for a context that is set up. A panic of ours kills this connection only: it and every later call gives
/// `MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED`.
///
/// # Safety
/// As for [`Handle::new`].
pub(super) unsafe fn enter_context(
    ssl: *const mbedtls_ssl_context,
    body: impl FnOnce(Handle) -> Result<c_int, c_int>,
) -> c_int {
    // SAFETY: as this function's.
    let Some(handle) = (unsafe { Handle::new(ssl) }) else { return MBEDTLS_ERR_SSL_BAD_INPUT_DATA };
    if handle.with(|inner| inner.is_dead) {
        return MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
    }
    match catch_unwind(AssertUnwindSafe(|| body(handle))) {
        Ok(Ok(result) | Err(result)) => result,
        Err(_) => {
            handle.with(|inner| inner.is_dead = true);
            MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::{c_uchar, c_void};

    use super::*;
    use crate::capi::ssl::{
        mbedtls_ssl_conf_rng, mbedtls_ssl_config_defaults, mbedtls_ssl_config_free, mbedtls_ssl_config_init,
        mbedtls_ssl_free, mbedtls_ssl_init, mbedtls_ssl_session_reset, mbedtls_ssl_setup,
    };

    unsafe extern "C" fn no_rng(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
        0
    }

    #[test]
    fn a_panic_ends_one_connection_and_nothing_else() {
        // SAFETY: all zero bytes are a context and a configuration before their init functions; both are local.
        unsafe {
            let (mut conf, mut ssl, mut other) =
                (std::mem::zeroed(), std::mem::zeroed(), std::mem::zeroed::<mbedtls_ssl_context>());
            mbedtls_ssl_config_init(&raw mut conf);
            assert_eq!(mbedtls_ssl_config_defaults(&raw mut conf, 0, 0, 0), 0);
            mbedtls_ssl_conf_rng(&raw mut conf, Some(no_rng), ptr::null_mut());
            for ssl in [&raw mut ssl, &raw mut other] {
                mbedtls_ssl_init(ssl);
                assert_eq!(mbedtls_ssl_setup(ssl, &raw const conf), 0);
            }
            assert_eq!(
                enter_context(&raw const ssl, |_| panic!("a bug of ours")),
                MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED
            );
            assert_eq!(enter_context(&raw const ssl, |_| Ok(0)), MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED);
            assert_eq!(enter_context(&raw const other, |_| Ok(7)), 7);
            assert_eq!(mbedtls_ssl_session_reset(&raw mut ssl), 0);
            assert_eq!(enter_context(&raw const ssl, |_| Ok(7)), 7);
            for ssl in [&raw mut ssl, &raw mut other] {
                mbedtls_ssl_free(ssl);
                assert_eq!(enter_context(ssl, |_| Ok(7)), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            }
            mbedtls_ssl_config_free(&raw mut conf);
        }
    }

    #[test]
    fn the_oldest_of_too_many_tickets_goes() {
        let mut inner = Inner::new();
        for age_add in 0..20 {
            let ticket = ReceivedTicket {
                ticket: vec![1],
                lifetime: 1,
                age_add,
                key: Secret::new(32, |_| {}),
                hash: crate::crypto::hash::HashAlgorithm::Sha256,
                suite: crate::crypto::suite::CipherSuite::Aes128GcmSha256,
                max_early_data: 0,
            };
            inner.keep_ticket(KeptTicket { ticket, received_at: 0 });
        }
        let kept: Vec<_> =
            std::iter::from_fn(|| inner.next_ticket()).map(|kept| kept.ticket.age_add).collect();
        assert_eq!(kept, (4..20).collect::<Vec<_>>());
    }
}
