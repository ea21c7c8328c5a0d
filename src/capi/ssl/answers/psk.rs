//! Which key has the identity that a client offers: a ticket's, the configured one, or a callback's.

use super::super::config::VERIFY_REQUIRED;
use super::super::handle::Handle;
use super::super::session::{self, mbedtls_ssl_session_free, terms};
use super::super::start::external_psk;
use super::super::types::mbedtls_ssl_session;
use super::hello::authmode;
use super::internal;
use crate::capi::boundary::bytes;
use crate::capi::platform_time::mbedtls_ms_time;
use crate::crypto::secret::Secret;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{EarlyData, Psk, PskKind};
use crate::tls::connection::Step;
use crate::tls::error::Error;
use crate::tls::message::ticket::MAX_LIFETIME;

/// Milliseconds by which a client's clock may differ from ours over the life of a ticket.
pub(super) const AGE_TOLERANCE: i64 = 6_000;
/// A ticket is good for seven days at most (RFC 8446 section 4.6.1).
const LONGEST_LIFE: i64 = MAX_LIFETIME as i64 * 1_000;

pub(super) fn answer(
    handle: Handle,
    mut identity: Vec<u8>,
    obfuscated_age: u32,
) -> Result<Result<Step, Error>, Error> {
    let psk = match external(handle, &identity)? {
        Some(psk) => Some(psk),
        None => from_ticket(handle, &mut identity, obfuscated_age),
    };
    handle.connection(|c| c.answer_psk(psk)).map_err(internal)
}

/// The key with this name. With a callback, the configured key is not looked at.
fn external(handle: Handle, identity: &[u8]) -> Result<Option<Psk>, Error> {
    // SAFETY: the handle vouches for the configuration.
    let conf = unsafe { &*handle.conf() };
    if let Some(f_psk) = conf.f_psk {
        let p_psk = conf.p_psk;
        // SAFETY: the callback is the caller's; the identity lives until it returns, no reference to the state is alive.
        let ret = unsafe { f_psk(p_psk, handle.raw(), identity.as_ptr(), identity.len()) };
        let key = handle.with(|inner| inner.choices.as_mut().and_then(|choices| choices.psk.take()));
        return Ok(key.filter(|_| ret == 0).map(external_psk));
    }
    // SAFETY: key and identity are the configuration's own, of these lengths.
    let (key, name) =
        unsafe { (bytes(conf.psk, conf.psk_len), bytes(conf.psk_identity, conf.psk_identity_len)) };
    let key = key.filter(|key| !key.is_empty() && name == Some(identity));
    Ok(key.and_then(Secret::copy_of).map(external_psk))
}

/// The key that a ticket of ours brings back, if the ticket is still good.
fn from_ticket(handle: Handle, ticket: &mut [u8], obfuscated_age: u32) -> Option<Psk> {
    // SAFETY: the handle vouches for the configuration.
    let (f_ticket_parse, p_ticket) = unsafe { ((*handle.conf()).f_ticket_parse, (*handle.conf()).p_ticket) };
    let f_ticket_parse = f_ticket_parse?;
    let mut session = session::empty();
    // SAFETY: the callback is the caller's and may use `ticket` as it likes until it
    // returns; the session is released whatever it holds.
    unsafe {
        let ret = f_ticket_parse(p_ticket, &raw mut session, ticket.as_mut_ptr(), ticket.len());
        let psk = if ret == 0 && vouches(handle, &session) { usable(&session, obfuscated_age) } else { None };
        if psk.is_some() {
            let (verify_result, issued) = (session.verify_result, session.ticket_creation_time);
            handle.with(|inner| {
                inner.verify_result = verify_result;
                inner.choices_mut().ticket_issued = issued;
            });
        }
        mbedtls_ssl_session_free(&raw mut session);
        psk
    }
}

/// A server that insists on a client's certificate does not take a session in which none was verified.
fn vouches(handle: Handle, session: &mbedtls_ssl_session) -> bool {
    session.verify_result == 0 || authmode(handle) != VERIFY_REQUIRED
}

/// RFC 8446 section 4.2.11.1: the age that the client claims must be about the one that we know.
fn usable(session: &mbedtls_ssl_session, obfuscated_age: u32) -> Option<Psk> {
    let suite = session::suite(session)?;
    // SAFETY: no precondition.
    let now = unsafe { mbedtls_ms_time() };
    let age = now.checked_sub(session.ticket_creation_time)?;
    let claimed = i64::from(obfuscated_age.wrapping_sub(session.ticket_age_add));
    if !(0..=LONGEST_LIFE).contains(&age) || (age - claimed).abs() > AGE_TOLERANCE {
        return None;
    }
    let key = session::resumption_key(session, suite)?;
    Some(Psk { key, hash: suite.hash(), kind: PskKind::Resumption, early_data: early_data(session, suite) })
}

/// The early data that goes with a session's ticket.
pub(in crate::capi::ssl) fn early_data(
    session: &mbedtls_ssl_session,
    suite: CipherSuite,
) -> Option<EarlyData> {
    let terms = terms::of(session)?;
    Some(EarlyData { suite, protocol: terms.protocol.to_vec(), max_size: terms.max_size })
}
