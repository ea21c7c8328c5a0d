//! The sealing of a ticket.

use super::super::config;
use super::super::config::VERSION_TLS1_3;
use super::super::handle::Handle;
use super::super::session::terms::{self, Terms};
use super::super::session::{self, mbedtls_ssl_session_free};
use super::super::trace;
use super::internal;
use crate::capi::platform_time::{mbedtls_ms_time, now_seconds};
use crate::tls::connection::{SealedTicket, Step, TicketContent};
use crate::tls::error::Error;

/// Room for a ticket.
const ROOM: usize = 1024;
/// `MBEDTLS_SSL_IS_SERVER`.
const IS_SERVER: u8 = 1;

pub(super) fn answer(handle: Handle, content: &TicketContent) -> Result<Result<Step, Error>, Error> {
    let sealed = seal(handle, content);
    handle.connection(|c| c.answer_ticket(sealed)).map_err(internal)
}

/// `None`: the callback did not make one, which costs a resumption and nothing else.
fn seal(handle: Handle, content: &TicketContent) -> Option<SealedTicket> {
    // SAFETY: the handle vouches for the configuration.
    let (f_ticket_write, p_ticket) = unsafe { ((*handle.conf()).f_ticket_write, (*handle.conf()).p_ticket) };
    let f_ticket_write = f_ticket_write?;
    let verify_result = handle.with(|inner| inner.verify_result);
    let (max_size, protocol) = early_data(handle);
    let mut ticket = vec![0_u8; ROOM];
    let (mut len, mut lifetime) = (0_usize, 0_u32);
    let mut session = session::empty();
    // SAFETY: the callback is the caller's, and what it is handed lives until it returns.
    let (ret, max_early_data) = unsafe {
        session.endpoint = IS_SERVER;
        session.tls_version = VERSION_TLS1_3;
        session.ciphersuite = content.suite.id().into();
        session.start = now_seconds();
        session.verify_result = verify_result;
        session.ticket_creation_time = mbedtls_ms_time();
        session.ticket_age_add = content.age_add;
        session.ticket_flags = session::ALLOW_ALL;
        let max_early_data = terms::put(&mut session, Terms { max_size, protocol: &protocol });
        session::put_resumption_key(&mut session, content.key.bytes());
        let range = ticket.as_mut_ptr_range();
        let ret = f_ticket_write(
            p_ticket,
            &raw const session,
            range.start,
            range.end,
            &raw mut len,
            &raw mut lifetime,
        );
        mbedtls_ssl_session_free(&raw mut session);
        (ret, max_early_data)
    };
    if ret != 0 || len > ticket.len() {
        // SAFETY: the handle vouches for the configuration.
        unsafe { trace::say(handle.conf(), 1, || format!("no ticket: the callback returned {ret}")) };
        return None;
    }
    ticket.truncate(len);
    Some(SealedTicket { ticket, lifetime, max_early_data })
}

/// Bytes of early data that a ticket should allow, and the protocol that they are for.
fn early_data(handle: Handle) -> (u32, Vec<u8>) {
    // SAFETY: the handle vouches for the configuration.
    let conf = unsafe { &*handle.conf() };
    if !config::early_data_enabled(conf) {
        return (0, Vec::new());
    }
    let protocol = handle.connection(|c| c.negotiated().protocol.clone()).ok().flatten();
    (config::max_early_data_size(conf), protocol.unwrap_or_default())
}
