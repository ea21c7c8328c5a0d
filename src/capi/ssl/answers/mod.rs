//! What C answers when the protocol asks.

mod certificate;
pub(super) mod early_data;
mod hello;
mod peer;
pub(super) mod psk;
mod ticket;

use std::ffi::c_int;
use std::ptr;

use super::config::{VERIFY_NONE, VERSION_TLS1_3};
use super::handle::{Handle, NOT_VERIFIED};
use super::session;
use super::start::is_client;
use crate::capi::boundary::{c_copy, string};
use crate::capi::codes::MBEDTLS_ERR_SSL_ALLOC_FAILED;
use crate::capi::platform_time::now_seconds;
use crate::tls::config::PskKind;
use crate::tls::connection::{Question, Step};
use crate::tls::error::{Alert, Error};

/// `MBEDTLS_X509_BADCERT_MISSING`.
pub(super) const CERT_MISSING: u32 = 0x40;
/// `MBEDTLS_X509_BADCERT_SKIP_VERIFY`: nobody asked for a verification.
pub(super) const SKIP_VERIFY: u32 = 0x80;

/// A refusal for a reason that has nothing to do with the peer.
fn internal(reason: c_int) -> Error {
    Error::Refused { alert: Alert::INTERNAL_ERROR, reason }
}

/// Asks C, and gives the answer to the connection. The outer error: C refuses.
pub(super) fn answer(handle: Handle, question: Question) -> Result<Result<Step, Error>, Error> {
    match question {
        Question::Hello { signature_schemes } => hello::answer(handle, &signature_schemes),
        Question::Psk { identity, obfuscated_age } => psk::answer(handle, identity, obfuscated_age),
        Question::EarlyData { key_name } => early_data::answer(handle, key_name),
        Question::Peer(list) => peer::answer(handle, &list),
        Question::Certificate { signature_schemes } => certificate::answer(handle, &signature_schemes),
        Question::Signature { scheme, content } => certificate::sign(handle, scheme, &content),
        Question::Ticket(content) => ticket::answer(handle, &content),
    }
}

/// The handshake is over: the session comes to be, and what served the handshake alone goes.
pub(super) fn finish(handle: Handle) -> Result<(), c_int> {
    // SAFETY: the handle vouches for the context and its configuration.
    let (ssl, conf) = unsafe { (handle.raw(), &*handle.conf()) };
    let session = session::new();
    if session.is_null() {
        return Err(MBEDTLS_ERR_SSL_ALLOC_FAILED);
    }
    let (suite, psk) = handle.connection(|c| (c.negotiated().suite, c.negotiated().psk))?;
    let asked = hello::authmode(handle) != VERIFY_NONE;
    let (peer_cert, verify_result) = handle.with(|inner| {
        if inner.verify_result == NOT_VERIFIED {
            inner.verify_result = match (psk, asked) {
                (Some(_), _) => 0,            // the key vouches for the peer
                (None, true) => CERT_MISSING, // the client was asked, and had none
                (None, false) => SKIP_VERIFY,
            };
        }
        inner.choices = None;
        inner.signing_key = ptr::null_mut();
        if psk == Some(PskKind::Resumption) && inner.peer_cert.is_null() && !inner.resume.is_null() {
            // SAFETY: the session is ours; its certificate changes its owner.
            inner.peer_cert = unsafe { ptr::replace(&raw mut (*inner.resume).peer_cert, ptr::null_mut()) };
        }
        inner.forget_resumption();
        (std::mem::replace(&mut inner.peer_cert, ptr::null_mut()), inner.verify_result)
    });
    // SAFETY: `session` is fresh, and `ssl` is the handle's; a session from before is ours and was released by the reset.
    unsafe {
        (*session).endpoint = conf.endpoint;
        (*session).tls_version = VERSION_TLS1_3;
        (*session).ciphersuite = suite.map_or(0, |suite| suite.id().into());
        (*session).start = now_seconds();
        (*session).peer_cert = peer_cert;
        (*session).verify_result = verify_result;
        if is_client(conf)
            && let Some(name) = string((*ssl).hostname)
        {
            (*session).hostname = c_copy(name.to_bytes()).cast();
        }
        (*ssl).session = session;
    }
    Ok(())
}
