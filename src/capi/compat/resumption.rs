//! Tickets and resumption: what Mbed TLS leaves to the program.

use std::ffi::{c_int, c_uint, c_void};

use crate::capi::boundary::enter_or;
use crate::capi::ssl::{extra, mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_session};

/// Switches the automatic resumption of a client on or off. It is off unless the environment variable MBEDTLS_COMPAT has the
/// word "resume" (words are separated by commas) when mbedtls_ssl_config_defaults() is called: so a program that was never
/// changed resumes as well.
///
/// On, the tickets of a server are kept in memory, with their sessions, and the next connection of this configuration to the
/// same host name (mbedtls_ssl_set_hostname()) offers one; if the server does not take it, a full handshake takes place. Kept
/// are the last 4 of each of 64 hosts; each is used once, and a connection with other certificates, authorities or verify
/// callback does not use it. mbedtls_ssl_read() reports none of these tickets. A session that the program sets itself comes
/// first; a program that has tickets signalled, or switched off, is left alone.
///
/// \param conf  The configuration, filled in; nothing else uses it during the call. NULL does nothing.
/// \param on    Not 0: on; 0: off, and what was kept is wiped.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_compat_conf_auto_resume(conf: *mut mbedtls_ssl_config, on: c_int) {
    // SAFETY: as this function's.
    enter_or((), || unsafe { extra::set_auto_resume(conf, on != 0) });
}

/// Has a function called for each ticket that a client receives, from within mbedtls_ssl_read(), which does not return for it
/// (unless mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets() says that it should as well).
///
/// \param conf      The configuration; nothing else uses it during the call. NULL does nothing.
/// \param f_ticket  The function; NULL for none. The session it is handed can be resumed; it lives until the function returns,
///                  which may save it with mbedtls_ssl_session_save() or hand it to mbedtls_ssl_set_session() of another context.
///                  It must not reset or free the context.
/// \param p_ticket  Its first argument; it has to live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_compat_conf_ticket_cb(
    conf: *mut mbedtls_ssl_config,
    f_ticket: Option<
        unsafe extern "C" fn(
            p_ticket: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            session: *const mbedtls_ssl_session,
        ),
    >,
    p_ticket: *mut c_void,
) {
    // SAFETY: as this function's.
    enter_or((), || unsafe { extra::set_ticket_callback(conf, f_ticket, p_ticket) });
}

/// The group of the key exchange.
///
/// \param ssl  The context.
///
/// \return  One of MBEDTLS_SSL_IANA_TLS_GROUP_...
/// \return  MBEDTLS_SSL_IANA_TLS_GROUP_NONE: none was agreed on (yet), as with a pre-shared key alone.
///
/// # Safety
/// `ssl` is null, or an initialised context that no other thread uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_compat_get_group(ssl: *const mbedtls_ssl_context) -> u16 {
    // SAFETY: as this function's.
    enter_or(0, || unsafe { extra::group(ssl) })
}

/// How many NewSessionTicket messages this connection has received, whatever became of them.
///
/// \param ssl  The context.
///
/// \return  The count.
///
/// # Safety
/// As for mbedtls_compat_get_group().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_compat_get_tickets_received(ssl: *const mbedtls_ssl_context) -> c_uint {
    // SAFETY: as this function's.
    enter_or(0, || unsafe { extra::tickets_received(ssl) })
}

/// Whether a connection goes on from an earlier one, by a ticket.
///
/// \param ssl  The context.
///
/// \return  1: it does.
/// \return  0: it does not, or not yet.
///
/// # Safety
/// As for mbedtls_compat_get_group().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_compat_is_resumed(ssl: *const mbedtls_ssl_context) -> c_int {
    // SAFETY: as this function's.
    enter_or(0, || unsafe { extra::is_resumed(ssl) }.into())
}
