//! Certificates, trust, pre-shared keys.

use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::ptr;

use zeroize::Zeroize;

use super::{low_byte, set};
use crate::capi::boundary::{bytes, bytes_mut, c_copy, c_free, enter};
use crate::capi::codes::*;
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::ssl::key_cert;
use crate::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_profile};

/// What `mbedtls_ssl_conf_authmode` takes.
pub(crate) const VERIFY_NONE: c_int = 0;
pub(crate) const VERIFY_OPTIONAL: c_int = 1;
pub(crate) const VERIFY_REQUIRED: c_int = 2;

/// Whether the peer has to prove who it is. The default is MBEDTLS_SSL_VERIFY_REQUIRED on a client and
/// MBEDTLS_SSL_VERIFY_NONE on a server.
///
/// \param conf      The configuration; NULL does nothing.
/// \param authmode  MBEDTLS_SSL_VERIFY_REQUIRED: the handshake fails unless the peer's certificate is good.
///                  MBEDTLS_SSL_VERIFY_OPTIONAL: it goes on, and `mbedtls_ssl_get_verify_result()` tells.
///                  MBEDTLS_SSL_VERIFY_NONE: a client does not look at the certificate, a server does not ask for one.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_authmode(conf: *mut mbedtls_ssl_config, authmode: c_int) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.authmode = low_byte(authmode)) };
}

/// Lets the program see, and overrule, what is found out about each certificate of the peer's chain.
///
/// \param conf    The configuration; NULL does nothing.
/// \param f_vrfy  Called for each certificate, from the root (greatest depth) to the peer's own (depth 0), with `p_vrfy`, the
///                certificate, its depth and its MBEDTLS_X509_BADCERT_ flags. It may set and clear flags, and returns 0; any other
///                value ends the handshake with that code. NULL: no callback.
/// \param p_vrfy  Its first argument.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_verify(
    conf: *mut mbedtls_ssl_config,
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
        set(conf, |conf| {
            conf.f_vrfy = f_vrfy;
            conf.p_vrfy = p_vrfy;
        });
    }
}

/// Names the certificates that are trusted.
///
/// \param conf      The configuration; NULL does nothing.
/// \param ca_chain  List of trusted certificates; NULL trusts nobody. It stays the caller's and has to live as long as the
///                  configuration is used.
/// \param ca_crl    List of revocation lists of these, or NULL. The same holds for it.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_ca_chain(
    conf: *mut mbedtls_ssl_config,
    ca_chain: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.ca_chain = ca_chain;
            conf.ca_crl = ca_crl;
        });
    }
}

/// Adds a certificate chain of our own, with its key. It may be called several times, for instance for an RSA and an ECDSA
/// certificate: the first chain that fits what the peer accepts is sent.
///
/// \param conf      The configuration.
/// \param own_cert  Our certificate, then the intermediate ones. NULL forgets all chains set so far.
/// \param pk_key    The private key of the first. Both stay the caller's and have to live as long as the configuration is
///                  used. Whether they belong together is not checked here; see `mbedtls_pk_check_pair()`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `conf` is NULL.
/// \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory; nothing was added.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_own_cert(
    conf: *mut mbedtls_ssl_config,
    own_cert: *mut mbedtls_x509_crt,
    pk_key: *mut mbedtls_pk_context,
) -> c_int {
    enter(|| {
        if conf.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        if own_cert.is_null() {
            // SAFETY: the caller vouches for `conf`; the list in it is ours.
            unsafe { key_cert::free(&raw mut (*conf).key_cert) };
            return 0;
        }
        // SAFETY: as above.
        match unsafe { key_cert::append(&raw mut (*conf).key_cert, own_cert, pk_key) } {
            true => 0,
            false => MBEDTLS_ERR_SSL_ALLOC_FAILED,
        }
    })
}

/// Says which hashes, key types, curves and RSA sizes are accepted in the certificates of the peer's chain.
///
/// \param conf     The configuration; NULL does nothing.
/// \param profile  For instance `&mbedtls_x509_crt_profile_default`, which is the default. It stays the caller's and has to
///                 live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_cert_profile(
    conf: *mut mbedtls_ssl_config,
    profile: *const mbedtls_x509_crt_profile,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.cert_profile = profile) };
}

/// Whether a server that asks for a certificate names the authorities it trusts. It does by default.
///
/// \param conf              The configuration; NULL does nothing.
/// \param cert_req_ca_list  MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED or MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_cert_req_ca_list(
    conf: *mut mbedtls_ssl_config,
    cert_req_ca_list: c_char,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.cert_req_ca_list = low_byte(cert_req_ca_list.into())) };
}

/// Lets a server choose its certificate by the name the client asks for.
///
/// \param conf   The configuration; NULL does nothing.
/// \param f_sni  Called with `p_sni`, the context, and the name with its length (no NUL behind it). It may call
///               `mbedtls_ssl_set_hs_own_cert()`, `mbedtls_ssl_set_hs_ca_chain()` and `mbedtls_ssl_set_hs_authmode()`, and
///               returns 0; any other value ends the handshake with an unrecognized_name alert. NULL: no callback.
/// \param p_sni  Its first argument.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_sni(
    conf: *mut mbedtls_ssl_config,
    f_sni: Option<
        unsafe extern "C" fn(
            p_sni: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            name: *const c_uchar,
            name_len: usize,
        ) -> c_int,
    >,
    p_sni: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.f_sni = f_sni;
            conf.p_sni = p_sni;
        });
    }
}

/// Sets the pre-shared key and its name. There is room for one.
///
/// \param conf              The configuration.
/// \param psk               The key; copied, and wiped by `mbedtls_ssl_config_free()`.
/// \param psk_len           Its length, 1 to 48 bytes.
/// \param psk_identity      Its name, any bytes; copied. The server sees it in the clear.
/// \param psk_identity_len  Its length, 1 to 16384 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: there is a key already; it stays.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a length out of range.
/// \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory; no key is set.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses; the buffers are null, or hold what their lengths
/// say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_psk(
    conf: *mut mbedtls_ssl_config,
    psk: *const c_uchar,
    psk_len: usize,
    psk_identity: *const c_uchar,
    psk_identity_len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `conf`.
        let Some(conf) = (unsafe { conf.as_mut() }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if !conf.psk.is_null() {
            return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
        }
        if !(1..=PSK_MAX_LEN).contains(&psk_len) || !(1..=IDENTITY_MAX_LEN).contains(&psk_identity_len) {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for the buffers.
        let (Some(key), Some(identity)) =
            (unsafe { (bytes(psk, psk_len), bytes(psk_identity, psk_identity_len)) })
        else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        conf.psk = c_copy(key);
        conf.psk_len = psk_len;
        conf.psk_identity = c_copy(identity);
        conf.psk_identity_len = psk_identity_len;
        if conf.psk.is_null() || conf.psk_identity.is_null() {
            // SAFETY: both are fresh copies of these lengths, or null.
            unsafe { forget_psk(conf) };
            return MBEDTLS_ERR_SSL_ALLOC_FAILED;
        }
        0
    })
}

/// Lets a server look up the pre-shared key by the name a client sends.
///
/// \param conf   The configuration; NULL does nothing.
/// \param f_psk  Called with `p_psk`, the context, and the name with its length. It hands over the key with
///               `mbedtls_ssl_set_hs_psk()` and returns 0; any other value means that there is no such key. NULL: only the key of
///               `mbedtls_ssl_conf_psk()` is known.
/// \param p_psk  Its first argument.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_psk_cb(
    conf: *mut mbedtls_ssl_config,
    f_psk: Option<
        unsafe extern "C" fn(
            p_psk: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            identity: *const c_uchar,
            identity_len: usize,
        ) -> c_int,
    >,
    p_psk: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.f_psk = f_psk;
            conf.p_psk = p_psk;
        });
    }
}

/// Wipes and releases the pre-shared key and its name.
///
/// # Safety
/// Both came from `c_copy` and have the stored lengths, or are null.
pub(super) unsafe fn forget_psk(conf: &mut mbedtls_ssl_config) {
    // SAFETY: the caller vouches for pointer and length.
    if let Some(psk) = unsafe { bytes_mut(conf.psk, conf.psk_len) } {
        psk.zeroize();
    }
    // SAFETY: the caller vouches for both; they are not used again.
    unsafe {
        c_free(conf.psk);
        c_free(conf.psk_identity);
    }
    conf.psk = ptr::null_mut();
    conf.psk_len = 0;
    conf.psk_identity = ptr::null_mut();
    conf.psk_identity_len = 0;
}

const PSK_MAX_LEN: usize = 48;
/// No longer than what fits one record.
const IDENTITY_MAX_LEN: usize = 16_384;
