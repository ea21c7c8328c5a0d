//! What a configuration holds beyond Mbed TLS: a callback for tickets, and the sessions of automatic resumption.
//!
//! It hangs from a private member of the C struct that TLS 1.3 has no use for, `dhm_P.p`, and is there only when it was asked
//! for. Contexts in several threads share it.

use std::collections::VecDeque;
use std::ffi::{CStr, c_int, c_void};
use std::ptr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::handle::{Handle, KeptTicket};
use super::resumption::put_ticket;
use super::session;
use super::types::{mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_session};
use super::{config, trace};
use crate::capi::boundary::string;
use crate::tls::config::{PskKind, TicketUse};
use crate::tls::connection::{Connection, ReceivedTicket};

/// Hosts whose sessions are kept; of more, the one that was heard of least recently goes.
const MOST_HOSTS: usize = 64;
/// Sessions kept for one host; of more, the oldest goes.
const MOST_SESSIONS: usize = 4;

/// A callback for received tickets.
pub(crate) type TicketCallback = Option<
    unsafe extern "C" fn(
        p_ticket: *mut c_void,
        ssl: *mut mbedtls_ssl_context,
        session: *const mbedtls_ssl_session,
    ),
>;

/// What hangs from a configuration.
#[derive(Default)]
struct Extra {
    resumes: bool,
    f_ticket: TicketCallback,
    p_ticket: *mut c_void,
    hosts: Mutex<VecDeque<Host>>,
}

/// The sessions with one host, oldest first.
struct Host {
    name: Box<[u8]>,
    sessions: VecDeque<Kept>,
}

/// A session that can be offered once.
struct Kept {
    session: *mut mbedtls_ssl_session,
    terms: Terms,
}

impl Drop for Kept {
    fn drop(&mut self) {
        // SAFETY: the session is from `session_with`, or was taken out and is null; releasing it wipes it.
        unsafe { session::release(self.session) };
    }
}

/// Under what a peer was accepted, and as whom we appeared: another connection must not inherit what its own settings would not
/// give. Addresses are compared, not followed.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Terms([usize; 6]);

impl Terms {
    /// `None`: the context has settings of its own for this handshake.
    fn of(ssl: &mbedtls_ssl_context, conf: &mbedtls_ssl_config, has_choices: bool) -> Option<Self> {
        let (f_vrfy, p_vrfy) =
            if ssl.f_vrfy.is_some() { (ssl.f_vrfy, ssl.p_vrfy) } else { (conf.f_vrfy, conf.p_vrfy) };
        // SAFETY: the list of own certificates is the configuration's.
        let own = unsafe { conf.key_cert.as_ref() }.map_or(0, |node| node.cert.addr());
        let terms = [
            conf.ca_chain.addr(),
            conf.ca_crl.addr(),
            conf.cert_profile.addr(),
            f_vrfy.map_or(0, |f_vrfy| f_vrfy as usize),
            p_vrfy.addr(),
            own,
        ];
        (!has_choices).then_some(Self(terms))
    }
}

/// What hangs from `conf`, if anything does.
fn extra(conf: &mbedtls_ssl_config) -> Option<&Extra> {
    // SAFETY: the member is null, or from `Box::into_raw` in `edit`, and stays until the configuration is released.
    unsafe { conf.dhm_P.p.cast::<Extra>().as_ref() }
}

fn hosts(extra: &Extra) -> MutexGuard<'_, VecDeque<Host>> {
    extra.hosts.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Changes what hangs from `conf`, which is made if need be.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
unsafe fn edit(conf: *mut mbedtls_ssl_config, change: impl FnOnce(&mut Extra)) {
    // SAFETY: the caller vouches for `conf`.
    let Some(conf) = (unsafe { conf.as_mut() }) else { return };
    if conf.dhm_P.p.is_null() {
        conf.dhm_P.p = Box::into_raw(Box::<Extra>::default()).cast();
    }
    // SAFETY: it was made by this function, and nobody else uses the configuration now.
    if let Some(extra) = unsafe { conf.dhm_P.p.cast::<Extra>().as_mut() } {
        change(extra);
    }
}

/// Switches automatic resumption on or off; off, what was kept is wiped.
///
/// # Safety
/// As for [`edit`].
pub(crate) unsafe fn set_auto_resume(conf: *mut mbedtls_ssl_config, on: bool) {
    let change = |extra: &mut Extra| {
        extra.resumes = on;
        if !on {
            hosts(extra).clear();
        }
    };
    // SAFETY: as this function's.
    unsafe { edit(conf, change) };
}

/// Names the callback for tickets.
///
/// # Safety
/// As for [`edit`].
pub(crate) unsafe fn set_ticket_callback(
    conf: *mut mbedtls_ssl_config,
    f_ticket: TicketCallback,
    p_ticket: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe { edit(conf, |extra| (extra.f_ticket, extra.p_ticket) = (f_ticket, p_ticket)) };
}

/// Whether the environment asks for something: `MBEDTLS_COMPAT`, words between commas, has that word.
pub(super) fn environment_asks_for(wanted: &str) -> bool {
    let words = std::env::var_os("MBEDTLS_COMPAT");
    words.is_some_and(|words| words.to_str().is_some_and(|words| words.split(',').any(|word| word == wanted)))
}

/// Releases and wipes what hangs from a configuration.
///
/// # Safety
/// `conf` is an initialised configuration that nothing else uses.
pub(super) unsafe fn free(conf: *mut mbedtls_ssl_config) {
    // SAFETY: null, or from `Box::into_raw` in `edit`; it is taken out before it is released.
    unsafe {
        let extra = ptr::replace(&raw mut (*conf).dhm_P.p, ptr::null_mut()).cast::<Extra>();
        if !extra.is_null() {
            drop(Box::from_raw(extra));
        }
    }
}

/// Whether sessions are kept and offered. A program that is told of tickets, or wants none, sees to that itself.
fn resumes(conf: &mbedtls_ssl_config) -> bool {
    extra(conf).is_some_and(|extra| extra.resumes)
        && config::session_tickets_enabled(conf)
        && !config::signals_new_session_tickets(conf)
}

/// What becomes of a client's tickets. One that cannot be read is an error for a program that asked to be told of them, and for
/// nobody else.
pub(super) fn ticket_use(conf: &mbedtls_ssl_config) -> TicketUse {
    let is_of_use = resumes(conf) || extra(conf).is_some_and(|extra| extra.f_ticket.is_some());
    match (config::signals_new_session_tickets(conf), is_of_use) {
        (true, _) => TicketUse::Reported,
        (false, true) => TicketUse::Kept,
        (false, false) => TicketUse::Ignored,
    }
}

/// The terms of this connection and its host, if sessions may be kept for it.
fn scope(handle: Handle) -> Option<(Terms, &'static CStr)> {
    // SAFETY: the handle vouches for the context and its configuration; the name stays until the call that asks is over.
    let (ssl, conf) = unsafe { (&*handle.raw(), &*handle.conf()) };
    let has_choices = handle.with(|inner| inner.choices.as_ref().is_some_and(|choices| choices.are_made()));
    // SAFETY: the host name is null or a string of ours.
    let name = unsafe { string::<'static>(ssl.hostname) }.filter(|name| !name.is_empty())?;
    if !resumes(conf) {
        return None;
    }
    Some((Terms::of(ssl, conf, has_choices)?, name))
}

/// The next session to offer on this connection, which leaves the store with that: the latest one.
pub(super) fn take(handle: Handle) -> Option<*mut mbedtls_ssl_session> {
    let (terms, name) = scope(handle)?;
    // SAFETY: the handle vouches for the configuration.
    let conf = unsafe { &*handle.conf() };
    let mut hosts = hosts(extra(conf)?);
    let host = hosts.iter_mut().find(|host| *host.name == *name.to_bytes())?;
    while let Some(mut kept) = host.sessions.pop_back() {
        // SAFETY: the session is ours.
        let verified = unsafe { (*kept.session).verify_result == 0 };
        if kept.terms == terms && (verified || c_int::from(conf.authmode) == config::VERIFY_NONE) {
            return Some(std::mem::replace(&mut kept.session, ptr::null_mut()));
        }
    }
    None
}

/// A ticket came: it is told, kept, or both. True: `mbedtls_ssl_read` tells it, too.
pub(super) fn ticket(handle: Handle, ticket: ReceivedTicket, received_at: i64) -> bool {
    let kept = KeptTicket { ticket, received_at };
    // SAFETY: the handle vouches for the configuration; what is needed is copied out, since the callback may change it.
    let (callback, resumes) = unsafe {
        let conf = &*handle.conf();
        (extra(conf).and_then(|extra| Some((extra.f_ticket?, extra.p_ticket))), resumes(conf))
    };
    if callback.is_some() || resumes {
        let mut session = session_with(handle, &kept);
        if let Some((f_ticket, p_ticket)) = callback.filter(|_| !session.is_null()) {
            // SAFETY: the callback is the program's; the session lives until it returns, and no reference to the state is alive.
            unsafe { f_ticket(p_ticket, handle.raw(), session) };
        }
        if let (Some((terms, name)), false) = (scope(handle), session.is_null()) {
            keep(handle, name.to_bytes(), Kept { session, terms });
            session = ptr::null_mut();
        }
        // SAFETY: the session is ours, or null because the store has it.
        unsafe { session::release(session) };
    }
    // SAFETY: as above.
    let is_told = config::signals_new_session_tickets(unsafe { &*handle.conf() });
    if is_told {
        handle.with(|inner| inner.keep_ticket(kept));
    }
    is_told
}

/// A copy of the connection's session, with the ticket in it. Null: no memory.
fn session_with(handle: Handle, kept: &KeptTicket) -> *mut mbedtls_ssl_session {
    let protocol = handle.connection(|c| c.negotiated().protocol.clone()).ok().flatten().unwrap_or_default();
    // SAFETY: the connection's own session is null or ours.
    let Ok(session) = (unsafe { session::copy_of((*handle.raw()).session) }) else { return ptr::null_mut() };
    // SAFETY: the session is ours, and owns what it points to.
    if unsafe { put_ticket(&mut *session, kept, &protocol) }.is_ok() {
        return session;
    }
    // SAFETY: it goes nowhere.
    unsafe { session::release(session) };
    ptr::null_mut()
}

fn keep(handle: Handle, name: &[u8], kept: Kept) {
    // SAFETY: the handle vouches for the configuration.
    let Some(extra) = extra(unsafe { &*handle.conf() }) else { return };
    let mut hosts = hosts(extra);
    // The host goes to the end: it was heard of last.
    let known = hosts.iter().position(|host| *host.name == *name).and_then(|at| hosts.remove(at));
    let mut host = known.unwrap_or_else(|| Host { name: name.into(), sessions: VecDeque::new() });
    if host.sessions.len() == MOST_SESSIONS {
        host.sessions.pop_front();
    }
    host.sessions.push_back(kept);
    if hosts.len() == MOST_HOSTS {
        hosts.pop_front();
    }
    hosts.push_back(host);
    drop(hosts);
    // SAFETY: as above; no lock is held, no reference to the state is alive.
    unsafe {
        trace::say(handle.conf(), 3, || "a session is kept for the next connection with this host".into());
    };
}

/// Asks a connection; a context that has none gives `without`.
///
/// # Safety
/// `ssl` is null, or an initialised context that no other thread uses during the call.
unsafe fn look<R>(ssl: *const mbedtls_ssl_context, without: R, body: impl FnOnce(&mut Connection) -> R) -> R {
    // SAFETY: as this function's.
    let handle = unsafe { Handle::new(ssl) };
    match handle.map(|handle| handle.connection(body)) {
        Some(Ok(answer)) => answer,
        _ => without,
    }
}

/// The group that was agreed on, or 0.
///
/// # Safety
/// As for [`look`].
pub(crate) unsafe fn group(ssl: *const mbedtls_ssl_context) -> u16 {
    // SAFETY: as this function's.
    unsafe { look(ssl, 0, |c| c.negotiated().group.map_or(0, |group| group.0)) }
}

/// Tickets that came in.
///
/// # Safety
/// As for [`look`].
pub(crate) unsafe fn tickets_received(ssl: *const mbedtls_ssl_context) -> u32 {
    // SAFETY: as this function's.
    unsafe { look(ssl, 0, |c| c.tickets_received()) }
}

/// Whether a ticket stands in for certificates.
///
/// # Safety
/// As for [`look`].
pub(crate) unsafe fn is_resumed(ssl: *const mbedtls_ssl_context) -> bool {
    // SAFETY: as this function's.
    unsafe { look(ssl, false, |c| c.negotiated().psk == Some(PskKind::Resumption)) }
}
