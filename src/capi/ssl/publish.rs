//! The fields of a context that inline functions and old objects read at fixed offsets.

use std::ffi::{CStr, c_int};
use std::ptr;

use super::handle::Handle;
use super::start::{is_client, protocol_names};
use super::trace;
use crate::tls::connection::{Connection, Phase};

/// Mirrors where the handshake stands. A connection that failed keeps the state it failed in.
pub(super) fn publish(handle: Handle) {
    let Ok(Some(phase)) = handle.connection(|c: &mut Connection| c.phase()) else { return };
    let is_over = handle.with(|inner| inner.is_over);
    // SAFETY: the handle vouches for the context and its configuration.
    let (ssl, conf) = unsafe { (handle.raw(), &*handle.conf()) };
    let state = if is_over { HANDSHAKE_OVER } else { number(phase, is_client(conf)) };
    // SAFETY: as above; the protocol's name is one of the configuration's strings.
    unsafe {
        if (*ssl).state != state {
            trace::say(conf, 2, || format!("handshake state {} -> {state}", (*ssl).state));
            (*ssl).state = state;
        }
    }
    publish_protocol(handle);
}

/// Mirrors the application protocol, once it is known: in the callbacks of a handshake, too.
pub(super) fn publish_protocol(handle: Handle) {
    // SAFETY: the handle vouches for the context and its configuration; the protocol's name is one of the configuration's strings.
    unsafe {
        let ssl = handle.raw();
        if (*ssl).alpn_chosen.is_null() {
            let chosen = |name: &[u8]| {
                handle.connection(|c| c.negotiated().protocol.as_deref() == Some(name)).unwrap_or(false)
            };
            let name = protocol_names(&*handle.conf()).find(|name| chosen(name.to_bytes()));
            (*ssl).alpn_chosen = name.map_or(ptr::null(), CStr::as_ptr);
        }
    }
}

const HANDSHAKE_OVER: c_int = 27;

/// The number that `mbedtls_ssl_states` has for a phase.
fn number(phase: Phase, is_client: bool) -> c_int {
    match phase {
        Phase::ClientHello => 1,
        Phase::ServerHello => 2,
        Phase::ServerCertificate => 3,
        Phase::CertificateRequest => 5,
        Phase::ClientCertificate => 7,
        Phase::ServerCertificateVerify => 9,
        Phase::ClientFinished => 11,
        Phase::ServerFinished => 13,
        // The last flight is on its way.
        Phase::Over if is_client => 14,
        Phase::Over => 15,
        Phase::EncryptedExtensions => 19,
        Phase::EndOfEarlyData => 20,
        Phase::ClientCertificateVerify if is_client => 21,
        Phase::ClientCertificateVerify => 9,
        Phase::NewSessionTicket => 28,
    }
}
