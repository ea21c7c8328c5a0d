//! What only DTLS, renegotiation or TLS 1.2 could do with a connection. What cannot be done is refused, and a debug message at
//! level 1 names the function.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_uint};

use super::handle::{Handle, enter_context};
use super::start::is_client;
use super::trace;
use super::types::{mbedtls_dtls_srtp_info, mbedtls_ssl_context, mbedtls_tls_prf_types};
use crate::capi::boundary::{bytes, bytes_mut, enter, enter_or, string};
use crate::capi::codes::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::prf;

/// Refuses a call, if the context is set up; else that is what is wrong.
///
/// # Safety
/// `ssl` is null or an initialised context.
unsafe fn refuse(ssl: *const mbedtls_ssl_context, function: &str, what: &str, code: c_int) -> c_int {
    // SAFETY: as this function's; the handle vouches for the configuration.
    unsafe { enter_context(ssl, |handle| Err(trace::refused(handle.conf(), function, what, code))) }
}

/// Would negotiate a connection anew, which TLS 1.3 has done away with: it has KeyUpdate, which happens by itself.
///
/// \param ssl  The context.
///
/// \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE when the handshake is over.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if it is not, or \p ssl is null or not set up.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_renegotiate(ssl: *mut mbedtls_ssl_context) -> c_int {
    let body = |handle: Handle| {
        if !handle.with(|inner| inner.is_over) {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        let what = "TLS 1.3 has no renegotiation";
        // SAFETY: the handle vouches for the configuration.
        Err(unsafe { trace::unavailable(handle.conf(), "mbedtls_ssl_renegotiate", what) })
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Would tell whether a datagram could belong to a DTLS connection.
///
/// \param ssl     The context.
/// \param buf     The datagram, not looked at.
/// \param buflen  Its length.
///
/// \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE for a context that is set up: it is never one of DTLS.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA for another.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_check_record(
    ssl: *const mbedtls_ssl_context,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    let _ = (buf, buflen);
    // SAFETY: as this function's.
    unsafe { refuse(ssl, "mbedtls_ssl_check_record", NO_DTLS, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE) }
}

/// Would write a DTLS connection down, to go on with it elsewhere. A TLS connection cannot be; a session can:
/// mbedtls_ssl_session_save().
///
/// \param ssl      The context.
/// \param buf      Not written to.
/// \param buf_len  Room in \p buf.
/// \param olen     Set to 0, if it is not null.
///
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always.
///
/// # Safety
/// `ssl` is null or an initialised context; `olen` is null or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_context_save(
    ssl: *mut mbedtls_ssl_context,
    buf: *mut c_uchar,
    buf_len: usize,
    olen: *mut usize,
) -> c_int {
    let _ = (buf, buf_len);
    if !olen.is_null() {
        // SAFETY: the caller vouches for `olen`.
        unsafe { olen.write(0) };
    }
    // SAFETY: as this function's.
    unsafe { refuse(ssl, "mbedtls_ssl_context_save", NO_DTLS, MBEDTLS_ERR_SSL_BAD_INPUT_DATA) }
}

/// Would take up a DTLS connection that mbedtls_ssl_context_save() wrote down.
///
/// \param ssl  The context, which stays as it is.
/// \param buf  Not looked at.
/// \param len  Its length.
///
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_context_load(
    ssl: *mut mbedtls_ssl_context,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    let _ = (buf, len);
    // SAFETY: as this function's.
    unsafe { refuse(ssl, "mbedtls_ssl_context_load", NO_DTLS, MBEDTLS_ERR_SSL_BAD_INPUT_DATA) }
}

/// Names the address of a client, for the cookies of a DTLS server. Over a stream nobody asks for it: it is not kept.
///
/// \param ssl   The context of a server.
/// \param info  The address.
/// \param ilen  Its length.
///
/// \return 0 for a server.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA for a client, or if \p ssl is null or not set up.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_client_transport_id(
    ssl: *mut mbedtls_ssl_context,
    info: *const c_uchar,
    ilen: usize,
) -> c_int {
    let _ = (info, ilen);
    let body = |handle: Handle| {
        // SAFETY: the handle vouches for the configuration.
        if is_client(unsafe { &*handle.conf() }) { Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA) } else { Ok(0) }
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Whether DTLS puts several records into one datagram. Over a stream it has no effect.
///
/// \param ssl            The context; null: nothing happens.
/// \param allow_packing  0 for no.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_datagram_packing(
    ssl: *mut mbedtls_ssl_context,
    allow_packing: c_uint,
) {
    // SAFETY: the caller vouches for `ssl`.
    if let Some(ssl) = unsafe { ssl.as_mut() } {
        ssl.disable_datagram_packing = u8::from(allow_packing == 0);
    }
}

/// The longest datagram of DTLS. Over a stream it has no effect.
///
/// \param ssl  The context; null: nothing happens.
/// \param mtu  Its length in bytes.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_mtu(ssl: *mut mbedtls_ssl_context, mtu: u16) {
    // SAFETY: the caller vouches for `ssl`.
    if let Some(ssl) = unsafe { ssl.as_mut() } {
        ssl.mtu = mtu;
    }
}

/// Would switch on the connection ids of DTLS.
///
/// \param ssl          The context.
/// \param enable       Not looked at.
/// \param own_cid      Not looked at.
/// \param own_cid_len  Not looked at.
///
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always: this is no datagram connection.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_cid(
    ssl: *mut mbedtls_ssl_context,
    enable: c_int,
    own_cid: *const c_uchar,
    own_cid_len: usize,
) -> c_int {
    let _ = (enable, own_cid, own_cid_len);
    // SAFETY: as this function's.
    unsafe { refuse(ssl, "mbedtls_ssl_set_cid", NO_DTLS, MBEDTLS_ERR_SSL_BAD_INPUT_DATA) }
}

/// Would give our own connection id in DTLS.
///
/// \param ssl          The context.
/// \param enabled      Set to 0: MBEDTLS_SSL_CID_DISABLED.
/// \param own_cid      Not written to.
/// \param own_cid_len  Not written to.
///
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always: this is no datagram connection.
///
/// # Safety
/// `ssl` is null or an initialised context; `enabled` is null or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_own_cid(
    ssl: *mut mbedtls_ssl_context,
    enabled: *mut c_int,
    own_cid: *mut c_uchar,
    own_cid_len: *mut usize,
) -> c_int {
    let _ = (own_cid, own_cid_len);
    // SAFETY: as this function's.
    unsafe { no_cid(ssl, "mbedtls_ssl_get_own_cid", enabled) }
}

/// Would give the peer's connection id in DTLS.
///
/// \param ssl           The context.
/// \param enabled       Set to 0: MBEDTLS_SSL_CID_DISABLED.
/// \param peer_cid      Not written to.
/// \param peer_cid_len  Not written to.
///
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always: this is no datagram connection.
///
/// # Safety
/// `ssl` is null or an initialised context; `enabled` is null or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_peer_cid(
    ssl: *mut mbedtls_ssl_context,
    enabled: *mut c_int,
    peer_cid: *mut c_uchar,
    peer_cid_len: *mut usize,
) -> c_int {
    let _ = (peer_cid, peer_cid_len);
    // SAFETY: as this function's.
    unsafe { no_cid(ssl, "mbedtls_ssl_get_peer_cid", enabled) }
}

/// # Safety
/// `ssl` is null or an initialised context; `enabled` is null or valid for writing.
unsafe fn no_cid(ssl: *const mbedtls_ssl_context, function: &str, enabled: *mut c_int) -> c_int {
    if !enabled.is_null() {
        // SAFETY: the caller vouches for `enabled`.
        unsafe { enabled.write(0) };
    }
    // SAFETY: as this function's.
    unsafe { refuse(ssl, function, NO_DTLS, MBEDTLS_ERR_SSL_BAD_INPUT_DATA) }
}

/// Would name the master key of DTLS-SRTP.
///
/// \param ssl        The context.
/// \param mki_value  Not looked at.
/// \param mki_len    Not looked at.
///
/// \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE for a context that is set up: there is no DTLS.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA for another.
///
/// # Safety
/// `ssl` is null or an initialised context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_dtls_srtp_set_mki_value(
    ssl: *mut mbedtls_ssl_context,
    mki_value: *mut c_uchar,
    mki_len: u16,
) -> c_int {
    let _ = (mki_value, mki_len);
    let function = "mbedtls_ssl_dtls_srtp_set_mki_value";
    // SAFETY: as this function's.
    unsafe { refuse(ssl, function, NO_DTLS, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE) }
}

/// What DTLS-SRTP agreed on: nothing.
///
/// \param ssl             The context, not looked at.
/// \param dtls_srtp_info  Set to MBEDTLS_TLS_SRTP_UNSET without a master key identifier; null: nothing happens.
///
/// # Safety
/// `dtls_srtp_info` is null or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_dtls_srtp_negotiation_result(
    ssl: *const mbedtls_ssl_context,
    dtls_srtp_info: *mut mbedtls_dtls_srtp_info,
) {
    let _ = ssl;
    enter_or((), || {
        // SAFETY: the caller vouches for `dtls_srtp_info`.
        if let Some(info) = unsafe { dtls_srtp_info.as_mut() } {
            info.chosen_dtls_srtp_profile = 0;
            info.mki_len = 0;
        }
    });
}

/// The pseudorandom function of TLS 1.2 (RFC 5246 section 5), by which EAP methods derive keys.
///
/// \param prf     MBEDTLS_SSL_TLS_PRF_SHA256 or MBEDTLS_SSL_TLS_PRF_SHA384.
/// \param secret  The secret.
/// \param slen    Its length in bytes.
/// \param label   The label, a string.
/// \param random  The seed.
/// \param rlen    Its length in bytes.
/// \param dstbuf  Where to put the result.
/// \param dlen    How many bytes of it.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE for another \p prf.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null whose length is not 0, or \p label is null.
///
/// # Safety
/// The buffers are null or as long as is said; `label` is null or a string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_tls_prf(
    prf: mbedtls_tls_prf_types,
    secret: *const c_uchar,
    slen: usize,
    label: *const c_char,
    random: *const c_uchar,
    rlen: usize,
    dstbuf: *mut c_uchar,
    dlen: usize,
) -> c_int {
    enter(|| {
        let hash = match prf {
            PRF_SHA384 => HashAlgorithm::Sha384,
            PRF_SHA256 => HashAlgorithm::Sha256,
            _ => return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE,
        };
        // SAFETY: the caller vouches for the buffers and the string.
        let (secret, label, seed, out) = unsafe {
            (
                bytes(secret, slen),
                string(label).map(CStr::to_bytes),
                bytes(random, rlen),
                bytes_mut(dstbuf, dlen),
            )
        };
        let (Some(secret), Some(label), Some(seed), Some(out)) = (secret, label, seed, out) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        prf::fill(hash, secret, label, seed, out);
        0
    })
}

const PRF_SHA384: mbedtls_tls_prf_types = 1;
const PRF_SHA256: mbedtls_tls_prf_types = 2;
const NO_DTLS: &str = "DTLS is not spoken";
