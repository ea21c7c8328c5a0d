//! Sessions that the library makes for itself, and what it reads and writes in any.

use std::ffi::c_int;

use super::{copy, mbedtls_ssl_session_free, mbedtls_ssl_session_init};
use crate::capi::boundary::{c_free, c_new};
use crate::capi::codes::MBEDTLS_ERR_SSL_ALLOC_FAILED;
use crate::capi::ssl::types::mbedtls_ssl_session;
use crate::crypto::secret::Secret;
use crate::crypto::suite::CipherSuite;

/// The key exchange modes that a session may be resumed with: psk_ke and psk_dhe_ke.
pub(crate) const ALLOW_ALL: u8 = 1 | 4;

/// An empty session.
pub(crate) fn empty() -> mbedtls_ssl_session {
    // SAFETY: all zero bytes are a session before its init function, which may then run.
    unsafe {
        let mut session = std::mem::zeroed();
        mbedtls_ssl_session_init(&raw mut session);
        session
    }
}

/// An empty session in memory of its own, for [`release`]. Null: no memory.
pub(crate) fn new() -> *mut mbedtls_ssl_session {
    c_new(empty())
}

/// A deep copy in memory of its own, for [`release`].
///
/// # Safety
/// `source` is null or an initialised session that nobody changes.
pub(crate) unsafe fn copy_of(source: *const mbedtls_ssl_session) -> Result<*mut mbedtls_ssl_session, c_int> {
    let session = new();
    if session.is_null() {
        return Err(MBEDTLS_ERR_SSL_ALLOC_FAILED);
    }
    // SAFETY: `session` is fresh; the caller vouches for `source`.
    match unsafe { copy(session, source) } {
        0 => Ok(session),
        code => {
            // SAFETY: it is ours and goes nowhere.
            unsafe { release(session) };
            Err(code)
        }
    }
}

/// Wipes and releases a session from [`new`] or [`copy_of`]. Null is fine.
///
/// # Safety
/// `session` is null, or from one of them and not used again.
pub(crate) unsafe fn release(session: *mut mbedtls_ssl_session) {
    // SAFETY: both take null; the caller vouches for anything else.
    unsafe {
        mbedtls_ssl_session_free(session);
        c_free(session);
    }
}

/// The suite of a session, if it is one of ours.
pub(crate) fn suite(session: &mbedtls_ssl_session) -> Option<CipherSuite> {
    CipherSuite::from_id(u16::try_from(session.ciphersuite).ok()?)
}

/// The key that resumes a session of `suite`; one of another length than the suite's is none.
pub(crate) fn resumption_key(session: &mbedtls_ssl_session, suite: CipherSuite) -> Option<Secret> {
    let key = session.resumption_key.get(..usize::from(session.resumption_key_len))?;
    Some(key).filter(|key| key.len() == suite.hash().len()).and_then(Secret::copy_of)
}

/// Sets the key that resumes a session. One that is longer than the field is not taken.
pub(crate) fn put_resumption_key(session: &mut mbedtls_ssl_session, key: &[u8]) {
    if let (Some(room), Ok(len)) = (session.resumption_key.get_mut(..key.len()), u8::try_from(key.len())) {
        room.copy_from_slice(key);
        session.resumption_key_len = len;
    }
}
