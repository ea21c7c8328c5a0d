//! Sessions in and out of a context: `mbedtls_ssl_get_session` and `mbedtls_ssl_set_session`.

use std::ffi::{CStr, c_int};

use super::answers::psk::early_data;
use super::config::{self, VERIFY_REQUIRED, VERSION_TLS1_3};
use super::extra;
use super::handle::{Handle, Inner, KeptTicket, enter_context};
use super::session;
use super::session::terms::{self, Terms};
use super::start::is_client;
use super::types::{mbedtls_ssl_context, mbedtls_ssl_session};
use crate::capi::boundary::{bytes, c_copy, c_free, string};
use crate::capi::codes::{
    MBEDTLS_ERR_SSL_ALLOC_FAILED, MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE,
};
use crate::capi::platform_time::mbedtls_ms_time;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{OfferedPsk, Psk, PskKind};
use crate::tls::message::ticket::MAX_LIFETIME;

/// Exports the session, for a later connection to resume.
///
/// With TLS 1.3 there is something to resume only when the server has sent a ticket and the program opted in to hear of it
/// (mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets()). Each ticket is exported once, the oldest first. Without a
/// ticket the first call succeeds with a session that cannot be resumed.
///
/// \param ssl      The context, its handshake over.
/// \param session  A session from mbedtls_ssl_session_init(); what it held is lost. On success it is the caller's, to be
///                 released with mbedtls_ssl_session_free().
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, the handshake is not over, or this is not a client.
/// \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE if everything was exported already.
/// \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ssl` is null or an initialised context; `session` is null or an initialised session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_session(
    ssl: *const mbedtls_ssl_context,
    session: *mut mbedtls_ssl_session,
) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: the handle vouches for the context and its configuration.
        let (source, conf) = unsafe { ((*handle.raw()).session, &*handle.conf()) };
        if session.is_null() || source.is_null() || !is_client(conf) {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        let protocol = handle.connection(|c| c.negotiated().protocol.clone())?.unwrap_or_default();
        let ticket = handle.with(|inner| {
            let ticket = inner.next_ticket();
            if ticket.is_none() && inner.was_exported {
                return Err(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
            }
            inner.was_exported = true;
            Ok(ticket)
        })?;
        // SAFETY: the caller vouches for `session`, `source` is ours.
        let copied = unsafe { session::copy(session, source) };
        if copied != 0 {
            return Err(copied);
        }
        // SAFETY: as above.
        ticket.map_or(Ok(0), |ticket| unsafe { put_ticket(&mut *session, &ticket, &protocol) })
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Writes a ticket into a session.
///
/// # Safety
/// `session` is initialised and owns what it points to.
pub(super) unsafe fn put_ticket(
    session: &mut mbedtls_ssl_session,
    kept: &KeptTicket,
    protocol: &[u8],
) -> Result<c_int, c_int> {
    let ticket = &kept.ticket;
    let copy = c_copy(&ticket.ticket);
    if copy.is_null() {
        return Err(MBEDTLS_ERR_SSL_ALLOC_FAILED);
    }
    // SAFETY: the ticket before, if any, is the session's own.
    unsafe { c_free(std::mem::replace(&mut session.ticket, copy)) };
    session.ticket_len = ticket.ticket.len();
    session.ticket_lifetime = ticket.lifetime.min(MAX_LIFETIME);
    session.ticket_age_add = ticket.age_add;
    session.ticket_flags = session::ALLOW_ALL;
    terms::put(session, Terms { max_size: ticket.max_early_data, protocol });
    session.ciphersuite = ticket.suite.id().into();
    session.ticket_reception_time = kept.received_at;
    session::put_resumption_key(session, ticket.key.bytes());
    Ok(0)
}

/// Says which session a client should resume.
///
/// A session that cannot be resumed (no ticket, too old, another host name, another cipher suite) leads to a full handshake,
/// not to an error.
///
/// \param ssl      The context of a client, before its handshake.
/// \param session  The session, copied. A later call replaces it.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, this is not a client, its handshake has begun, or the session
///         is a server's.
/// \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE if the session is not one of TLS 1.3.
/// \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ssl` is null or an initialised context; `session` is null or an initialised session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_session(
    ssl: *mut mbedtls_ssl_context,
    session: *const mbedtls_ssl_session,
) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: the handle vouches for the configuration, the caller for the session.
        let (conf, given) = unsafe { (&*handle.conf(), session.as_ref()) };
        let given = given.ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        let has_begun = handle.with(|inner| inner.connection.is_some());
        if !is_client(conf) || has_begun || given.endpoint != conf.endpoint {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        if given.tls_version != VERSION_TLS1_3 {
            return Err(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
        }
        // SAFETY: the caller vouches for `session`.
        let copy = unsafe { session::copy_of(session) }?;
        handle.with(|inner| {
            inner.forget_resumption();
            inner.resume = copy;
        });
        Ok(0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// The key to offer: that of the session that was set or, without one, of a session that was kept.
pub(super) fn offer(handle: Handle, suites: &[CipherSuite]) -> Option<OfferedPsk> {
    if handle.with(|inner| !inner.resume.is_null()) {
        return offer_set(handle, suites);
    }
    while let Some(session) = extra::take(handle) {
        handle.with(|inner| inner.resume = session);
        if let Some(offered) = offer_set(handle, suites) {
            return Some(offered);
        }
        handle.with(Inner::forget_resumption);
    }
    None
}

/// The key of the session that was set, if it is good for this connection.
fn offer_set(handle: Handle, suites: &[CipherSuite]) -> Option<OfferedPsk> {
    let session = handle.with(|inner| inner.resume);
    // SAFETY: the session is null or ours; the handle vouches for the context.
    let (session, ssl) = unsafe { (session.as_ref()?, &*handle.raw()) };
    // SAFETY: the handle vouches for the configuration.
    let insists = c_int::from(unsafe { (*handle.conf()).authmode }) == VERIFY_REQUIRED;
    // A resumption checks no certificate, so it must not take the place of a check that was never made.
    if insists && session.verify_result != 0 {
        return None;
    }
    // SAFETY: the strings are null or ours.
    let (theirs, ours) = unsafe { (string(session.hostname), string(ssl.hostname)) };
    if theirs.map(CStr::to_bytes) != ours.map(CStr::to_bytes) {
        return None;
    }
    let suite = session::suite(session)?;
    if !suites.iter().any(|offered| offered.hash() == suite.hash()) {
        return None;
    }
    // SAFETY: the ticket is the session's own.
    let ticket = unsafe { bytes(session.ticket, session.ticket_len) }.filter(|ticket| !ticket.is_empty())?;
    // SAFETY: no precondition.
    let age = unsafe { mbedtls_ms_time() }.checked_sub(session.ticket_reception_time)?;
    let lifetime = i64::from(session.ticket_lifetime.min(MAX_LIFETIME)) * 1000;
    // RFC 8446 section 4.6.1: not beyond its life, which may be none at all.
    if age < 0 || age >= lifetime {
        return None;
    }
    let key = session::resumption_key(session, suite)?;
    let verify_result = session.verify_result;
    handle.with(|inner| inner.verify_result = verify_result);
    // SAFETY: the handle vouches for the configuration.
    let wanted = config::early_data_enabled(unsafe { &*handle.conf() });
    let early_data = if wanted { early_data(session, suite) } else { None };
    Some(OfferedPsk {
        psk: Psk { key, hash: suite.hash(), kind: PskKind::Resumption, early_data },
        identity: ticket.to_vec(),
        obfuscated_age: u32::try_from(age).ok()?.wrapping_add(session.ticket_age_add),
    })
}
