//! What a program says of one connection: `mbedtls_ssl_set_*`.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_void};
use std::ptr;

use super::callbacks::{
    mbedtls_ssl_export_keys_t, mbedtls_ssl_get_timer_t, mbedtls_ssl_recv_t, mbedtls_ssl_recv_timeout_t,
    mbedtls_ssl_send_t, mbedtls_ssl_set_timer_t,
};
use super::handle::{Handle, OwnCerts, enter_context};
use super::key_cert;
use super::types::mbedtls_ssl_context;
use crate::capi::boundary::{self, c_copy, c_free, enter, enter_or};
use crate::capi::codes::{MBEDTLS_ERR_SSL_ALLOC_FAILED, MBEDTLS_ERR_SSL_BAD_INPUT_DATA};
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::crypto::secret::Secret;

/// The longest host name that is taken.
const MAX_HOST_NAME_LEN: usize = 255;

/// Lets `change` at a context, if there is one.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
unsafe fn set(ssl: *mut mbedtls_ssl_context, change: impl FnOnce(&mut mbedtls_ssl_context)) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ssl`.
        if let Some(ssl) = unsafe { ssl.as_mut() } {
            change(ssl);
        }
    });
}

/// Says how bytes are sent and received.
///
/// The callbacks get \p p_bio and a buffer, and return the number of bytes, or a negative code:
/// #MBEDTLS_ERR_SSL_WANT_READ and #MBEDTLS_ERR_SSL_WANT_WRITE for "try again later", anything else ends the call with
/// that code. A receiving callback returns 0 at the end of the stream. mbedtls_net_send() and mbedtls_net_recv() fit.
/// Received bytes are never asked for beyond the current record.
///
/// \param ssl             The context. Null: nothing happens.
/// \param p_bio           Handed to the callbacks; stays the caller's and must outlive the connection.
/// \param f_send          Sends.
/// \param f_recv          Receives.
/// \param f_recv_timeout  Receives, and gives up after the time set by mbedtls_ssl_conf_read_timeout(); null: \p f_recv
///                        is used. Where both are given, this one is used.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_bio(
    ssl: *mut mbedtls_ssl_context,
    p_bio: *mut c_void,
    f_send: mbedtls_ssl_send_t,
    f_recv: mbedtls_ssl_recv_t,
    f_recv_timeout: mbedtls_ssl_recv_timeout_t,
) {
    // SAFETY: as this function's.
    unsafe {
        set(ssl, |ssl| {
            ssl.p_bio = p_bio;
            ssl.f_send = f_send;
            ssl.f_recv = f_recv;
            ssl.f_recv_timeout = f_recv_timeout;
        });
    }
}

/// Says which host the peer must be.
///
/// A client puts the name into its ClientHello (unless it is an IP address) and checks the server's certificate against it.
/// A client that verifies certificates must call this, if only with null: otherwise its handshake ends with
/// #MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME.
///
/// \param ssl       The context, initialised; before or after mbedtls_ssl_setup().
/// \param hostname  The name, copied; at most 255 bytes. Null: no name is sent, and none is checked.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null, or the name is too long.
/// \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call; `hostname` is null or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hostname(
    ssl: *mut mbedtls_ssl_context,
    hostname: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: as this function's.
        let name = unsafe { boundary::string(hostname) }.map(CStr::to_bytes);
        if ssl.is_null() || name.is_some_and(|name| name.len() > MAX_HOST_NAME_LEN) {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let copy = name.map_or(ptr::null_mut(), c_copy);
        if name.is_some() && copy.is_null() {
            return MBEDTLS_ERR_SSL_ALLOC_FAILED;
        }
        // SAFETY: `ssl` was checked; the name before is ours.
        unsafe {
            c_free(ptr::replace(&raw mut (*ssl).hostname, copy.cast::<c_char>()));
            (*ssl).secure_renegotiation = HOSTNAME_WAS_SET;
        }
        0
    })
}

/// Whether `mbedtls_ssl_set_hostname` was called, with a name or with null. A context remembers it from before it is set up, in
/// a member that only TLS 1.2 has another use for.
pub(super) fn hostname_was_set(ssl: &mbedtls_ssl_context) -> bool {
    ssl.secure_renegotiation == HOSTNAME_WAS_SET
}

const HOSTNAME_WAS_SET: c_int = 1;

/// Sets a verification callback for this connection; it is used instead of the configuration's.
///
/// \param ssl     The context. Null: nothing happens.
/// \param f_vrfy  See mbedtls_ssl_conf_verify(); null: the configuration's is used.
/// \param p_vrfy  Handed to the callback; stays the caller's.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_verify(
    ssl: *mut mbedtls_ssl_context,
    f_vrfy: Option<
        unsafe extern "C" fn(
            p_vrfy: *mut c_void,
            crt: *mut mbedtls_x509_crt,
            depth: c_int,
            flags: *mut u32,
        ) -> c_int,
    >,
    p_vrfy: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(ssl, |ssl| {
            ssl.f_vrfy = f_vrfy;
            ssl.p_vrfy = p_vrfy;
        });
    }
}

/// Sets a callback that gets the connection's traffic secrets as they come to be, for logging them.
///
/// \param ssl            The context, before its handshake. Null: nothing happens.
/// \param f_export_keys  The callback; null: none.
/// \param p_export_keys  Handed to the callback; stays the caller's.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_export_keys_cb(
    ssl: *mut mbedtls_ssl_context,
    f_export_keys: mbedtls_ssl_export_keys_t,
    p_export_keys: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(ssl, |ssl| {
            ssl.f_export_keys = f_export_keys;
            ssl.p_export_keys = p_export_keys;
        });
    }
}

/// Takes timer callbacks. Only DTLS would call them; over a stream they are kept and have no effect.
///
/// \param ssl          The context. Null: nothing happens.
/// \param p_timer      Handed to the callbacks; stays the caller's.
/// \param f_set_timer  Starts the timer.
/// \param f_get_timer  Looks at it.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_timer_cb(
    ssl: *mut mbedtls_ssl_context,
    p_timer: *mut c_void,
    f_set_timer: mbedtls_ssl_set_timer_t,
    f_get_timer: mbedtls_ssl_get_timer_t,
) {
    // SAFETY: as this function's.
    unsafe {
        set(ssl, |ssl| {
            ssl.p_timer = p_timer;
            ssl.f_set_timer = f_set_timer;
            ssl.f_get_timer = f_get_timer;
        });
    }
}

/// Adds a certificate for this handshake alone; called from the SNI or the certificate callback of a server.
///
/// The first call rules out the configuration's certificates for this handshake.
///
/// \param ssl       The context that the callback was given.
/// \param own_cert  The certificate with its chain; stays the caller's until the handshake is over. Null: forgets those
///                  that were added.
/// \param pk_key    Its private key; stays the caller's as well.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
/// \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// `ssl` is null or an initialised context; the certificate and the key are null, or valid until the handshake is over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_own_cert(
    ssl: *mut mbedtls_ssl_context,
    own_cert: *mut mbedtls_x509_crt,
    pk_key: *mut mbedtls_pk_context,
) -> c_int {
    let body = |handle: Handle| {
        handle.with(|inner| {
            if own_cert.is_null() {
                inner.choices_mut().own_certs = None;
                return Ok(0);
            }
            let list = inner.choices_mut().own_certs.get_or_insert_with(|| OwnCerts(ptr::null_mut()));
            // SAFETY: the list is one of `append`'s.
            let kept = unsafe { key_cert::append(&raw mut list.0, own_cert, pk_key) };
            if kept { Ok(0) } else { Err(MBEDTLS_ERR_SSL_ALLOC_FAILED) }
        })
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Sets the trusted certificates for this handshake alone; called from the SNI or the certificate callback of a server.
///
/// \param ssl       The context that the callback was given. Null: nothing happens.
/// \param ca_chain  The certificates; stay the caller's until the handshake is over. Null: certificates and lists are those of the
///                  configuration.
/// \param ca_crl    Their revocation lists, or null.
///
/// # Safety
/// As for mbedtls_ssl_set_hs_own_cert().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_ca_chain(
    ssl: *mut mbedtls_ssl_context,
    ca_chain: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
) {
    let body = |handle: Handle| {
        handle
            .with(|inner| inner.choices_mut().trusted = (!ca_chain.is_null()).then_some((ca_chain, ca_crl)));
        Ok(0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) };
}

/// Sets how strict this handshake alone is about the peer's certificate; called from a callback of a server.
///
/// \param ssl       The context that the callback was given. Null: nothing happens.
/// \param authmode  One of MBEDTLS_SSL_VERIFY_NONE, _OPTIONAL and _REQUIRED.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_authmode(ssl: *mut mbedtls_ssl_context, authmode: c_int) {
    let body = |handle: Handle| {
        handle.with(|inner| inner.choices_mut().authmode = Some(authmode));
        Ok(0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) };
}

/// Names the authorities that this handshake's CertificateRequest lists, instead of the trusted certificates.
///
/// \param ssl  The context that the callback was given. Null: nothing happens.
/// \param crt  The certificates whose subjects are listed; stay the caller's until the handshake is over. Null: those of the
///             configuration.
///
/// # Safety
/// As for mbedtls_ssl_set_hs_own_cert().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_dn_hints(
    ssl: *mut mbedtls_ssl_context,
    crt: *const mbedtls_x509_crt,
) {
    let body = |handle: Handle| {
        handle.with(|inner| inner.choices_mut().dn_hints = (!crt.is_null()).then_some(crt));
        Ok(0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) };
}

/// Hands over the pre-shared key that a PSK callback found for the identity it was asked about.
///
/// \param ssl      The context that the callback was given.
/// \param psk      The key; copied.
/// \param psk_len  Its length in bytes, 1 to 48.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, \p ssl is not set up, or the length is out of range.
///
/// # Safety
/// `ssl` is null or an initialised context; `psk` is null or readable for `psk_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_psk(
    ssl: *mut mbedtls_ssl_context,
    psk: *const c_uchar,
    psk_len: usize,
) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: as this function's.
        let key = unsafe { boundary::bytes(psk, psk_len) }.filter(|key| !key.is_empty());
        let key = key.and_then(Secret::copy_of).ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        handle.with(|inner| inner.choices_mut().psk = Some(key));
        Ok(0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}
