//! `mbedtls_ssl_session`: init, release, copy, save and load.

mod owned;
mod serialized;
pub(crate) mod terms;

use std::ffi::{c_char, c_int, c_uchar};
use std::ptr;

pub(crate) use self::owned::{
    ALLOW_ALL, copy_of, empty, new, put_resumption_key, release, resumption_key, suite,
};
use self::serialized::{Contents, Refusal, Side};
use self::terms::Terms;
use super::config::VERSION_TLS1_3;
use super::types::mbedtls_ssl_session;
use crate::capi::boundary::{bytes, bytes_mut, c_copy, c_free, enter, enter_or, string, zero};
use crate::capi::codes::*;
use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_free, parse_chain};

/// Prepares a session for use: it is empty.
///
/// \param session  The session, in memory of the caller; NULL does nothing. Whatever it held before is forgotten, not
///                 released.
///
/// # Safety
/// `session` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_init(session: *mut mbedtls_ssl_session) {
    enter_or((), || {
        // SAFETY: the caller vouches for `session`; zero bytes are an empty one.
        unsafe { zero(session) };
        // SAFETY: as above.
        if let Some(session) = unsafe { session.as_mut() } {
            session.verify_result = NOT_VERIFIED;
        }
    });
}

/// Releases what a session owns, wipes its secrets, and leaves it empty as `mbedtls_ssl_session_init()` does.
///
/// \param session  The session; NULL does nothing.
///
/// # Safety
/// `session` is null, or an initialised session that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_free(session: *mut mbedtls_ssl_session) {
    enter_or((), || {
        if session.is_null() {
            return;
        }
        // SAFETY: the caller vouches for `session`; what it points to is owned by it alone.
        unsafe {
            mbedtls_x509_crt_free((*session).peer_cert);
            c_free((*session).peer_cert);
            c_free((*session).ticket);
            c_free((*session).hostname);
        }
        // SAFETY: as above; the bytes of a struct may all be overwritten, and `wipe` is not optimised away.
        unsafe { wipe(session) };
        // SAFETY: as above.
        unsafe { mbedtls_ssl_session_init(session) };
    });
}

/// Writes a session as bytes, to be loaded by `mbedtls_ssl_session_load()` later, also by another process. The bytes hold the
/// secret that resumes the session: keep them as you keep a key. Their form is this library's own.
///
/// \param session  The session, for instance from `mbedtls_ssl_get_session()`.
/// \param buf      Where to; may be NULL if `buf_len` is 0.
/// \param buf_len  Room there, in bytes.
/// \param olen     Gets the length of what was written or, with MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL, of what was to be written.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: `buf_len` is less than `*olen`.
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: the session is empty, or not one of TLS 1.3.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a session that makes no sense.
///
/// # Safety
/// `session` is null, or an initialised session that nobody changes; `buf` is null, or valid for `buf_len` bytes; `olen` is
/// null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_save(
    session: *const mbedtls_ssl_session,
    buf: *mut c_uchar,
    buf_len: usize,
    olen: *mut usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `buf` and `olen`.
        let (Some(olen), Some(buf)) = (unsafe { (olen.as_mut(), bytes_mut(buf, buf_len)) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `session`.
        match unsafe { save(session, buf) } {
            Ok(len) => {
                *olen = len;
                if len > buf_len { MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL } else { 0 }
            }
            Err(code) => code,
        }
    })
}

/// Reads a session that `mbedtls_ssl_session_save()` has written.
///
/// \param session  The session, initialised; what it held is released. On failure it is empty.
/// \param buf      The bytes. What lies behind the end of the session is not looked at.
/// \param len      Their length.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_VERSION_MISMATCH: another version of this library has written the session.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or bytes that are no session, or a session that is cut or damaged.
/// \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory.
///
/// # Safety
/// `session` is null, or an initialised session that nothing else uses; `buf` is null, or readable for `len` bytes, none of
/// which belong to `session`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_load(
    session: *mut mbedtls_ssl_session,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `buf`.
        match unsafe { bytes(buf, len) } {
            // SAFETY: the caller vouches for `session`.
            Some(buf) => unsafe { load(session, buf) },
            None => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        }
    })
}

/// Writes the session to the front of `out` and tells its length. If that is more than `out` holds, `out` has
/// nothing of use in it.
///
/// # Safety
/// `session` is null, or an initialised session that nobody changes.
pub(crate) unsafe fn save(session: *const mbedtls_ssl_session, out: &mut [u8]) -> Result<usize, c_int> {
    // SAFETY: the caller vouches for `session`.
    let session = unsafe { session.as_ref() }.ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
    if session.tls_version != VERSION_TLS1_3 {
        return Err(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
    }
    let side = match session.endpoint {
        CLIENT => Side::Client {
            // SAFETY: the session's own string, or null.
            hostname: unsafe { string(session.hostname) },
            // SAFETY: the session's own bytes, or null with no length.
            ticket: unsafe { bytes(session.ticket, session.ticket_len) }
                .ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?,
            ticket_lifetime: session.ticket_lifetime,
            ticket_reception_time: session.ticket_reception_time,
        },
        SERVER => Side::Server { ticket_creation_time: session.ticket_creation_time },
        _ => return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
    };
    let contents = Contents {
        ciphersuite: u16::try_from(session.ciphersuite).map_err(|_| MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?,
        verify_result: session.verify_result,
        ticket_age_add: session.ticket_age_add,
        ticket_flags: session.ticket_flags,
        resumption_key: session
            .resumption_key
            .get(..session.resumption_key_len.into())
            .ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?,
        early_data: terms::of(session),
        side,
    };
    contents.write(out).ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)
}

/// Replaces the session by what `buf` holds; on failure it is empty.
///
/// # Safety
/// `session` is null, or an initialised session that nothing else uses, and `buf` is no part of it.
pub(crate) unsafe fn load(session: *mut mbedtls_ssl_session, buf: &[u8]) -> c_int {
    // SAFETY: the caller vouches for `session`.
    unsafe { mbedtls_ssl_session_free(session) };
    // SAFETY: as above.
    let Some(target) = (unsafe { session.as_mut() }) else {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    };
    let contents = match Contents::read(buf) {
        Ok(contents) => contents,
        Err(Refusal::Foreign) => return MBEDTLS_ERR_SSL_VERSION_MISMATCH,
        Err(Refusal::Damaged) => return MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
    };
    if fill(target, &contents).is_err() {
        // SAFETY: as above; `target` is not used any more.
        unsafe { mbedtls_ssl_session_free(session) };
        return MBEDTLS_ERR_SSL_ALLOC_FAILED;
    }
    0
}

/// Replaces `dst` by a copy of `src` that shares nothing with it; on failure `dst` is empty.
///
/// # Safety
/// Both are null or initialised sessions, and not the same; nobody changes `src`, and nothing else uses `dst`.
pub(crate) unsafe fn copy(dst: *mut mbedtls_ssl_session, src: *const mbedtls_ssl_session) -> c_int {
    if dst.is_null() || src.is_null() {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    }
    // SAFETY: the caller vouches for both; what `dst` owned is released before it is overwritten.
    let (source, target) = unsafe {
        mbedtls_ssl_session_free(dst);
        ptr::copy_nonoverlapping(src, dst, 1);
        (&*src, &mut *dst)
    };
    (target.peer_cert, target.ticket, target.hostname) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    // SAFETY: the session's own bytes, string and certificate, or null.
    let (ticket, hostname, peer_cert) = unsafe {
        (bytes(source.ticket, source.ticket_len), string(source.hostname), source.peer_cert.as_ref())
    };
    let copied = own(&mut target.ticket, ticket)
        .and_then(|()| own_string(&mut target.hostname, hostname))
        .map_err(|NoMemory| MBEDTLS_ERR_SSL_ALLOC_FAILED)
        // SAFETY: the certificate belongs to `src`.
        .and_then(|()| unsafe { own_certificate(&mut target.peer_cert, peer_cert) });
    let Err(code) = copied else {
        return 0;
    };
    // SAFETY: as above; `target` is not used any more.
    unsafe { mbedtls_ssl_session_free(dst) };
    code
}

fn fill(session: &mut mbedtls_ssl_session, contents: &Contents<'_>) -> Result<(), NoMemory> {
    session.tls_version = VERSION_TLS1_3;
    session.ciphersuite = contents.ciphersuite.into();
    session.verify_result = contents.verify_result;
    session.ticket_age_add = contents.ticket_age_add;
    session.ticket_flags = contents.ticket_flags;
    // The reader has refused longer keys than the field has room for.
    put_resumption_key(session, contents.resumption_key);
    terms::put(session, contents.early_data.unwrap_or(Terms { max_size: 0, protocol: &[] }));
    match contents.side {
        Side::Client { hostname, ticket, ticket_lifetime, ticket_reception_time } => {
            session.endpoint = CLIENT;
            session.ticket_lifetime = ticket_lifetime;
            session.ticket_reception_time = ticket_reception_time;
            session.ticket_len = ticket.len();
            own(&mut session.ticket, Some(ticket))?;
            own_string(&mut session.hostname, hostname)
        }
        Side::Server { ticket_creation_time } => {
            session.endpoint = SERVER;
            session.ticket_creation_time = ticket_creation_time;
            Ok(())
        }
    }
}

struct NoMemory;

/// Puts a copy of `data` into `field`; no data is a null.
fn own(field: &mut *mut c_uchar, data: Option<&[u8]>) -> Result<(), NoMemory> {
    let Some(data) = data.filter(|data| !data.is_empty()) else {
        return Ok(());
    };
    *field = c_copy(data);
    if field.is_null() { Err(NoMemory) } else { Ok(()) }
}

fn own_string(field: &mut *mut c_char, text: Option<&std::ffi::CStr>) -> Result<(), NoMemory> {
    let Some(text) = text else {
        return Ok(());
    };
    *field = c_copy(text.to_bytes()).cast();
    if field.is_null() { Err(NoMemory) } else { Ok(()) }
}

/// A copy of the end entity's certificate alone: the others have done their part when the handshake is over.
///
/// # Safety
/// `cert` is a parsed certificate.
unsafe fn own_certificate(
    field: &mut *mut mbedtls_x509_crt,
    cert: Option<&mbedtls_x509_crt>,
) -> Result<(), c_int> {
    // SAFETY: a certificate's raw bytes are its own.
    let der = cert.and_then(|cert| unsafe { bytes(cert.raw.p, cert.raw.len) });
    if let Some(der) = der {
        *field = parse_chain(std::iter::once(der))?;
    }
    Ok(())
}

/// Overwrites the whole struct, so that no secret stays behind, padding included.
///
/// # Safety
/// `session` is valid for writing, and zero bytes are one.
unsafe fn wipe(session: *mut mbedtls_ssl_session) {
    // SAFETY: the caller vouches for the bytes of `session`; `MaybeUninit` allows any.
    let all = unsafe {
        std::slice::from_raw_parts_mut(
            session.cast::<std::mem::MaybeUninit<u8>>(),
            size_of::<mbedtls_ssl_session>(),
        )
    };
    zeroize::Zeroize::zeroize(all);
}

const CLIENT: u8 = 0;
const SERVER: u8 = 1;
/// What `verify_result` says before anybody has looked.
pub(crate) const NOT_VERIFIED: u32 = u32::MAX;

#[cfg(test)]
mod tests;
