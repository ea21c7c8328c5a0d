//! What is told to a debug callback: `mbedtls_ssl_conf_dbg`. Nothing secret at any level.

use std::ffi::c_int;

use super::handle::Handle;
use super::types::mbedtls_ssl_config;
use crate::capi::codes::MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
use crate::capi::debug;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::PskKind;
use crate::tls::connection::Connection;
use crate::tls::error::Error;

/// Hands `text` to the configuration's debug callback, if it listens at `level`.
///
/// # Safety
/// `conf` is a valid configuration, and no Rust reference that the callback could invalidate is in use.
pub(super) unsafe fn say(conf: *const mbedtls_ssl_config, level: c_int, text: impl FnOnce() -> String) {
    if debug::enabled(level) {
        // SAFETY: as this function's.
        unsafe { debug::print(conf, level, c"ssl.c", 0, &text()) };
    }
}

/// Refuses what only another protocol could honour, and says so.
///
/// # Safety
/// `conf` is null or a valid configuration, and no Rust reference that the callback could invalidate is in use.
pub(super) unsafe fn unavailable(conf: *const mbedtls_ssl_config, function: &str, what: &str) -> c_int {
    // SAFETY: as this function's.
    unsafe { refused(conf, function, what, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE) }
}

/// As [`unavailable`], with another code.
///
/// # Safety
/// As for [`unavailable`].
pub(super) unsafe fn refused(
    conf: *const mbedtls_ssl_config,
    function: &str,
    what: &str,
    code: c_int,
) -> c_int {
    // SAFETY: as this function's.
    unsafe { say(conf, 1, || format!("{function}: refused, {what}")) };
    code
}

/// Tells why a connection ends.
pub(super) fn failure(handle: Handle, error: Error, code: c_int) {
    let text = || {
        let code = code.unsigned_abs();
        match (error, error.alert()) {
            (Error::PeerAlert(alert), _) => {
                format!("the peer ends the connection: alert {} ({})", alert.name(), alert.0)
            }
            (_, Some(alert)) => {
                let what = what(error);
                let (name, number) = (alert.name(), alert.0);
                format!(
                    "the connection ends: {what}, code -0x{code:04X}, alert {name} ({number}) to the peer"
                )
            }
            (_, None) => format!("the connection ends: {}, code -0x{code:04X}", what(error)),
        }
    };
    // SAFETY: the handle vouches for the configuration; no reference is alive here.
    unsafe { say(handle.conf(), 1, text) };
}

/// An error in words.
fn what(error: Error) -> &'static str {
    match error {
        Error::Decode => "a message of the peer's has not the form it must have",
        Error::UnexpectedMessage => "the peer sent a message that does not belong here",
        Error::TooMuch => "the peer sent too much that is of no use",
        Error::IllegalParameter => "the peer sent a value that is not allowed here",
        Error::MissingExtension => "the peer left out an extension that it must send",
        Error::UnsupportedExtension => "the peer sent an extension that was not offered",
        Error::HandshakeFailure => "the two sides have no suite, group or signature scheme in common",
        Error::NoKeyExchangeMode => "the two sides have no key exchange mode in common, or no key",
        Error::ProtocolVersion => "the peer does not speak TLS 1.3",
        Error::NoApplicationProtocol => "the two sides have no application protocol in common",
        Error::InvalidRecord => "the peer sent what is no record",
        Error::RecordOverflow => "the peer sent a record that is too long",
        Error::BadRecordMac => "a record was changed on its way, or protected by another key",
        Error::Decrypt => "a signature, a Finished or a binder of the peer's is wrong",
        Error::CertificateRequired => "the client has no certificate",
        Error::EmptyCertificate => "the server has no certificate",
        Error::UnusableCertificate => "the key of the peer's certificate cannot be used",
        Error::PeerAlert(_) => "the peer sent an alert",
        Error::Refused { .. } => "refused on this side",
        Error::NoRandomness => "the system gave no random numbers",
        Error::Misuse => "a call that does not belong here",
        Error::Internal => "a fault in this library",
    }
}

/// Whether messages are of interest to a configuration's debug callback.
pub(super) fn wants_messages(conf: &mbedtls_ssl_config) -> bool {
    conf.f_dbg.is_some() && debug::enabled(MESSAGES)
}

/// Tells of the messages that came and went.
pub(super) fn messages(handle: Handle) {
    // SAFETY: the handle vouches for the configuration.
    if !wants_messages(unsafe { &*handle.conf() }) {
        return;
    }
    for message in handle.connection(Connection::take_log).unwrap_or_default() {
        let direction = if message.is_ours { "sent" } else { "received" };
        // SAFETY: as in `failure`.
        unsafe {
            say(handle.conf(), MESSAGES, || {
                format!("{direction} {}, {} bytes", message.kind.name(), message.len)
            });
        }
    }
}

/// Tells what a callback of the BIO said.
pub(super) fn transfer(handle: Handle, callback: &str, ret: c_int, len: usize) {
    // SAFETY: as in `failure`.
    unsafe { say(handle.conf(), 4, || format!("{callback} returns {ret} for {len} bytes")) };
}

/// Tells what was agreed on.
pub(super) fn agreed(handle: Handle) {
    let text = || {
        let agreed = handle.connection(|c| {
            let agreed = c.negotiated();
            let suite = agreed.suite.map_or(0, CipherSuite::id);
            let group =
                agreed.group.map_or_else(|| "no group".into(), |group| format!("group 0x{:04x}", group.0));
            let by = match agreed.psk {
                None => "certificates",
                Some(PskKind::External) => "a pre-shared key",
                Some(PskKind::Resumption) => "a ticket",
            };
            format!("the handshake is done: suite 0x{suite:04x}, {group}, by {by}")
        });
        agreed.unwrap_or_default()
    };
    // SAFETY: as in `failure`; the state is not looked at any more when the callback runs.
    unsafe { say(handle.conf(), 3, text) };
}

const MESSAGES: c_int = 3;
