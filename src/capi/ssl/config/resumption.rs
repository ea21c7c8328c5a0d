//! Session tickets and the session cache.

use std::ffi::{c_int, c_void};

use super::set;
use crate::capi::ssl::callbacks::*;
use crate::capi::ssl::types::mbedtls_ssl_config;

/// The bits of `session_tickets`.
pub(super) const USE_TICKETS: u8 = 1;
pub(super) const SIGNAL_TICKETS: u8 = 2;
pub(super) const TAKE_EARLY_DATA: u8 = 4;

/// Whether a client uses session tickets. It does by default, and takes note of none if this is off: whatever arrives is then
/// dropped and never reported.
///
/// \param conf         The configuration; NULL does nothing.
/// \param use_tickets  MBEDTLS_SSL_SESSION_TICKETS_ENABLED or MBEDTLS_SSL_SESSION_TICKETS_DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_session_tickets(conf: *mut mbedtls_ssl_config, use_tickets: c_int) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| flag(conf, USE_TICKETS, use_tickets != 0)) };
}

/// Whether `mbedtls_ssl_read()` tells a client about each NewSessionTicket of a TLS 1.3 server.
///
/// Off, which is the default, a ticket that arrives is dropped without a trace and reading goes on. On, the call that
/// received it returns MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET. This is no error: export the ticket with
/// `mbedtls_ssl_get_session()` or do not, and call `mbedtls_ssl_read()` again.
///
/// \param conf                        The configuration; NULL does nothing.
/// \param signal_new_session_tickets  MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED or ..._DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
    conf: *mut mbedtls_ssl_config,
    signal_new_session_tickets: c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| flag(conf, SIGNAL_TICKETS, signal_new_session_tickets != 0)) };
}

/// How many NewSessionTicket messages a server sends behind a TLS 1.3 handshake. The default is 1.
///
/// \param conf         The configuration; NULL does nothing.
/// \param num_tickets  The count; 0 sends none.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_new_session_tickets(
    conf: *mut mbedtls_ssl_config,
    num_tickets: u16,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.new_session_tickets_count = num_tickets) };
}

/// Gives a server the functions that make and read its tickets, which are opaque to everyone else.
/// `mbedtls_ssl_ticket_write()` and `mbedtls_ssl_ticket_parse()` are such a pair.
///
/// \param conf            The configuration; NULL does nothing.
/// \param f_ticket_write  Turns a session into a ticket. NULL: no tickets are sent.
/// \param f_ticket_parse  Turns a ticket into a session. NULL: no ticket is accepted.
/// \param p_ticket        First argument of both. It has to live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_session_tickets_cb(
    conf: *mut mbedtls_ssl_config,
    f_ticket_write: mbedtls_ssl_ticket_write_t,
    f_ticket_parse: mbedtls_ssl_ticket_parse_t,
    p_ticket: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.f_ticket_write = f_ticket_write;
            conf.f_ticket_parse = f_ticket_parse;
            conf.p_ticket = p_ticket;
        });
    }
}

/// Names a cache for sessions that are resumed by their id, which TLS 1.2 does. TLS 1.3 resumes by ticket: the functions
/// are stored and not called.
///
/// \param conf         The configuration; NULL does nothing.
/// \param p_cache      First argument of both functions.
/// \param f_get_cache  Finds a session.
/// \param f_set_cache  Stores a session.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_session_cache(
    conf: *mut mbedtls_ssl_config,
    p_cache: *mut c_void,
    f_get_cache: mbedtls_ssl_cache_get_t,
    f_set_cache: mbedtls_ssl_cache_set_t,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.p_cache = p_cache;
            conf.f_get_cache = f_get_cache;
            conf.f_set_cache = f_set_cache;
        });
    }
}

pub(super) fn flag(conf: &mut mbedtls_ssl_config, bit: u8, on: bool) {
    conf.session_tickets = if on { conf.session_tickets | bit } else { conf.session_tickets & !bit };
}
