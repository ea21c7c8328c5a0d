//! What a program asks of a connection: `mbedtls_ssl_get_*` and their like.

use std::ffi::{c_char, c_int, c_uchar};
use std::ptr;

use super::answers::SKIP_VERIFY;
use super::handle::{Handle, NOT_VERIFIED, enter_context};
use super::start::{is_client, max_content};
use super::types::mbedtls_ssl_context;
use crate::capi::boundary::{bytes, bytes_mut, enter_or};
use crate::capi::codes::MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
use crate::capi::ssl_ciphersuites::mbedtls_ssl_get_ciphersuite_name;
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::crypto::suite::CipherSuite;
use crate::tls::connection::Connection;
use crate::tls::record::{HEADER_LEN, expansion};

/// Asks a context that is set up; anything else gives `without`.
///
/// # Safety
/// `ssl` is null, or an initialised context that no other thread uses during the call.
unsafe fn look<R: Copy>(ssl: *const mbedtls_ssl_context, without: R, body: impl FnOnce(Handle) -> R) -> R {
    // SAFETY: as this function's.
    enter_or(without, || unsafe { Handle::new(ssl) }.map_or(without, body))
}

/// The suite that was agreed on.
fn suite(handle: Handle) -> Option<CipherSuite> {
    handle.connection(|c| c.negotiated().suite).ok().flatten()
}

/// How many bytes of application data can be read without receiving any.
///
/// \param ssl  The context.
///
/// \return The number of bytes; 0 also for a context that is null or not set up.
///
/// # Safety
/// `ssl` is null, or an initialised context that no other thread uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_bytes_avail(ssl: *const mbedtls_ssl_context) -> usize {
    // SAFETY: as this function's.
    unsafe { look(ssl, 0, |handle| handle.connection(|c| c.data().len()).unwrap_or(0)) }
}

/// Whether something was received that is not processed yet.
///
/// Before waiting for a socket to become readable, call this: what is here already makes no socket readable.
///
/// \param ssl  The context.
///
/// \return 1 if there is, 0 if not.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_check_pending(ssl: *const mbedtls_ssl_context) -> c_int {
    // SAFETY: as this function's.
    unsafe { look(ssl, 0, |handle| handle.connection(|c| c.has_pending_input()).unwrap_or(false).into()) }
}

/// A client that asked for no verification has nothing to complain of.
fn verify_result(handle: Handle) -> u32 {
    // SAFETY: the handle vouches for the configuration.
    let is_client = unsafe { is_client(&*handle.conf()) };
    match handle.with(|inner| inner.verify_result) {
        SKIP_VERIFY if is_client => 0,
        flags => flags,
    }
}

/// The outcome of the verification of the peer's certificate.
///
/// \param ssl  The context.
///
/// \return 0 if the certificate was verified; in a resumed connection, if it was in the first one. Also 0 in a client
///         that verifies nothing (MBEDTLS_SSL_VERIFY_NONE).
/// \return A set of MBEDTLS_X509_BADCERT_... and MBEDTLS_X509_BADCRL_... flags if it was not;
///         mbedtls_x509_crt_verify_info() puts them in words.
/// \return 0xFFFFFFFF if nothing was verified yet, or the verification was given up. In the verify callback, the flags of the
///         certificates that it was called for before.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_verify_result(ssl: *const mbedtls_ssl_context) -> u32 {
    // SAFETY: as this function's.
    unsafe { look(ssl, NOT_VERIFIED, verify_result) }
}

/// The number of the cipher suite.
///
/// \param ssl  The context.
///
/// \return One of MBEDTLS_TLS1_3_..., or 0 before one was agreed on.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl: *const mbedtls_ssl_context) -> c_int {
    // SAFETY: as this function's.
    unsafe { look(ssl, 0, |handle| suite(handle).map_or(0, |suite| suite.id().into())) }
}

/// The name of the cipher suite.
///
/// \param ssl  The context.
///
/// \return A string that lives for ever, or null before a suite was agreed on.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite(ssl: *const mbedtls_ssl_context) -> *const c_char {
    // SAFETY: as this function's.
    let suite = unsafe { look(ssl, None, suite) };
    // SAFETY: no precondition.
    suite.map_or(ptr::null(), |suite| unsafe { mbedtls_ssl_get_ciphersuite_name(suite.id().into()) })
}

/// The protocol version in words.
///
/// \param ssl  The context.
///
/// \return "TLSv1.3" for a context that is set up, "unknown" for others. The string lives for ever.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_version(ssl: *const mbedtls_ssl_context) -> *const c_char {
    // SAFETY: as this function's.
    unsafe { look(ssl, c"unknown".as_ptr(), |_| c"TLSv1.3".as_ptr()) }
}

/// The application protocol that was agreed on.
///
/// \param ssl  The context.
///
/// \return One of the strings that were given to mbedtls_ssl_conf_alpn_protocols(), or null if there is none. In a handshake it is
///         known to the callbacks: mbedtls_ssl_conf_cert_cb() and mbedtls_ssl_conf_sni() of a server, the verify callback.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_alpn_protocol(ssl: *const mbedtls_ssl_context) -> *const c_char {
    // SAFETY: as this function's; the handle vouches for the context.
    unsafe { look(ssl, ptr::null(), |handle| (*handle.raw()).alpn_chosen) }
}

/// The peer's certificate.
///
/// \param ssl  The context.
///
/// \return The certificate, with its chain behind it; the context's own, until it is reset or freed. In a resumed connection, the
///         one that the session brought along, if it was not saved and loaded in between. Null if there is none: the handshake
///         is not over, in the verify callback for example, or has failed, or the peer is a client without one.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_peer_cert(
    ssl: *const mbedtls_ssl_context,
) -> *const mbedtls_x509_crt {
    let body = |handle: Handle| {
        // SAFETY: the handle vouches for the context; its session is null or ours.
        let session = unsafe { (*handle.raw()).session.as_ref() };
        session.map_or(ptr::null(), |session| session.peer_cert.cast_const())
    };
    // SAFETY: as this function's.
    unsafe { look(ssl, ptr::null(), body) }
}

/// The host name that a client asked for, while a server's handshake goes on.
///
/// \param ssl       The context.
/// \param name_len  Where to put the length of the name in bytes; 0 if there is none.
///
/// \return The name, not terminated, alive until the callback that asks returns; null if there is none.
///
/// # Safety
/// `ssl` is null or an initialised context; `name_len` is null or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_hs_sni(
    ssl: *mut mbedtls_ssl_context,
    name_len: *mut usize,
) -> *const c_uchar {
    let body = |handle: Handle| {
        let name = handle
            .connection(|c| c.negotiated().server_name.as_ref().map(|name| (name.as_ptr(), name.len())));
        name.ok().flatten().unwrap_or((ptr::null(), 0))
    };
    // SAFETY: as this function's.
    let (name, len) = unsafe { look(ssl, (ptr::null(), 0), body) };
    if !name_len.is_null() {
        // SAFETY: the caller vouches for `name_len`.
        unsafe { name_len.write(len) };
    }
    name
}

/// How many bytes a record adds to the data it carries.
///
/// \param ssl  The context.
///
/// \return 22 once records are protected, or 14 with MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256: header, inner type and tag,
///         without padding. 5, the header alone, before.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_record_expansion(ssl: *const mbedtls_ssl_context) -> c_int {
    let body = |handle: Handle| {
        let bytes = suite(handle).map_or(HEADER_LEN, expansion);
        c_int::try_from(bytes).unwrap_or(c_int::MAX)
    };
    // SAFETY: as this function's.
    unsafe { look(ssl, MBEDTLS_ERR_SSL_BAD_INPUT_DATA, body) }
}

/// How many bytes of data one record carries at most when we send it.
///
/// \param ssl  The context.
///
/// \return The number of bytes: 16384, or what mbedtls_ssl_conf_max_frag_len() says; less, once the peer has asked for less
///         (RFC 8449).
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_max_out_record_payload(ssl: *const mbedtls_ssl_context) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: the handle vouches for the configuration.
        let configured = unsafe { max_content(&*handle.conf()) };
        let most = handle.connection(|c: &mut Connection| c.max_content()).unwrap_or(configured);
        c_int::try_from(most).unwrap_or(c_int::MAX)
    };
    // SAFETY: as this function's.
    unsafe { look(ssl, MBEDTLS_ERR_SSL_BAD_INPUT_DATA, body) }
}

/// How many bytes of data one record carries at most when we receive it.
///
/// \param ssl  The context.
///
/// \return The number of bytes: 16384, or what mbedtls_ssl_conf_max_frag_len() says. Longer records, up to what RFC 8446
///         allows, are taken from a peer that has not agreed to that (RFC 8449).
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
///
/// # Safety
/// As for mbedtls_ssl_get_bytes_avail().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_max_in_record_payload(ssl: *const mbedtls_ssl_context) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: the handle vouches for the configuration.
        c_int::try_from(unsafe { max_content(&*handle.conf()) }).unwrap_or(c_int::MAX)
    };
    // SAFETY: as this function's.
    unsafe { look(ssl, MBEDTLS_ERR_SSL_BAD_INPUT_DATA, body) }
}

/// Makes key material that only the two ends of the connection can know (RFC 8446 section 7.5).
///
/// \param ssl          The context, its handshake over.
/// \param out          Where to put it.
/// \param key_len      How many bytes of it; at most 255 times the length of the suite's hash.
/// \param label        What it is for, as registered; not terminated.
/// \param label_len    Length of \p label in bytes, at most 249.
/// \param context      What it is tied to; may be null when \p context_len is 0.
/// \param context_len  Length of \p context in bytes.
/// \param use_context  Not 0: \p context counts. In TLS 1.3 no context and an empty one give the same.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if the handshake is not over, a pointer is null, or a length is out of range.
/// \return The code that ended the connection, if an error did.
///
/// # Safety
/// `ssl` is null or an initialised context; the buffers are null or of the lengths that go with them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_export_keying_material(
    ssl: *mut mbedtls_ssl_context,
    out: *mut u8,
    key_len: usize,
    label: *const c_char,
    label_len: usize,
    context: *const c_uchar,
    context_len: usize,
    use_context: c_int,
) -> c_int {
    let body = |handle: Handle| {
        let context_len = if use_context == 0 { 0 } else { context_len };
        // SAFETY: as this function's.
        let parts =
            unsafe { (bytes_mut(out, key_len), bytes(label.cast(), label_len), bytes(context, context_len)) };
        let (Some(out), Some(label), Some(context)) = parts else {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        };
        if !handle.with(|inner| inner.is_over) {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        let exported = handle.connection(|c| c.export(label, context, out))?;
        exported.map(|()| 0).map_err(super::failure::code)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}
