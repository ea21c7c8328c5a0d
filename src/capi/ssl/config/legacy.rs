//! What only TLS 1.2 or DTLS could honour. A setter without a result stores its value, which then has no effect; one with a
//! result says that there is no such feature, where a program could rely on it.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use super::{low_byte, set};
use crate::capi::boundary::enter;
use crate::capi::codes::MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
use crate::capi::dhm::mbedtls_dhm_context;
use crate::capi::ssl::callbacks::*;
use crate::capi::ssl::trace;
use crate::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_srtp_profile};

/// TLS 1.2's encrypt-then-MAC. It has no effect: every TLS 1.3 cipher is an AEAD.
///
/// \param conf  The configuration; NULL does nothing.
/// \param etm   MBEDTLS_SSL_ETM_ENABLED or MBEDTLS_SSL_ETM_DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_encrypt_then_mac(conf: *mut mbedtls_ssl_config, etm: c_char) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.encrypt_then_mac = low_byte(etm.into())) };
}

/// TLS 1.2's extended master secret. It has no effect: TLS 1.3 always binds its keys to the handshake.
///
/// \param conf  The configuration; NULL does nothing.
/// \param ems   MBEDTLS_SSL_EXTENDED_MS_ENABLED or MBEDTLS_SSL_EXTENDED_MS_DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_extended_master_secret(conf: *mut mbedtls_ssl_config, ems: c_char) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.extended_ms = low_byte(ems.into())) };
}

/// TLS 1.2's renegotiation. It has no effect: TLS 1.3 has none.
///
/// \param conf           The configuration; NULL does nothing.
/// \param renegotiation  MBEDTLS_SSL_RENEGOTIATION_ENABLED or MBEDTLS_SSL_RENEGOTIATION_DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_renegotiation(conf: *mut mbedtls_ssl_config, renegotiation: c_int) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.disable_renegotiation = low_byte(renegotiation)) };
}

/// What to do about a TLS 1.2 peer without secure renegotiation. It has no effect in TLS 1.3.
///
/// \param conf          The configuration; NULL does nothing.
/// \param allow_legacy  One of the MBEDTLS_SSL_LEGACY_ values.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_legacy_renegotiation(
    conf: *mut mbedtls_ssl_config,
    allow_legacy: c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.allow_legacy_renegotiation = low_byte(allow_legacy)) };
}

/// How many records a TLS 1.2 peer may send before it answers a request to renegotiate. It has no effect in TLS 1.3.
///
/// \param conf         The configuration; NULL does nothing.
/// \param max_records  The count, or MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_renegotiation_enforced(
    conf: *mut mbedtls_ssl_config,
    max_records: c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.renego_max_records = max_records) };
}

/// After how many records TLS 1.2 renegotiates by itself. It has no effect in TLS 1.3, which updates its keys instead.
///
/// \param conf    The configuration; NULL does nothing.
/// \param period  The count, 8 bytes, most significant first; copied. NULL does nothing.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses; `period` is null, or holds 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_renegotiation_period(
    conf: *mut mbedtls_ssl_config,
    period: *const c_uchar,
) {
    // SAFETY: the caller vouches for 8 bytes at `period`.
    let Some(period) = (unsafe { period.cast::<[c_uchar; 8]>().as_ref() }) else {
        return;
    };
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.renego_period = *period) };
}

/// The smallest Diffie-Hellman prime a TLS 1.2 client accepts. It has no effect in TLS 1.3, whose groups have names.
///
/// \param conf    The configuration; NULL does nothing.
/// \param bitlen  Bits.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dhm_min_bitlen(conf: *mut mbedtls_ssl_config, bitlen: c_uint) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.dhm_min_bitlen = bitlen) };
}

/// Diffie-Hellman parameters for TLS 1.2. They have no effect: the groups of TLS 1.3 have names.
///
/// \param conf   The configuration.
/// \param dhm_P  The prime, not looked at.
/// \param P_len  Its length in bytes.
/// \param dhm_G  The generator, not looked at.
/// \param G_len  Its length in bytes.
///
/// \return  0.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p conf is null.
///
/// # Safety
/// `conf` is null, or an initialised configuration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dh_param_bin(
    conf: *mut mbedtls_ssl_config,
    dhm_P: *const c_uchar,
    P_len: usize,
    dhm_G: *const c_uchar,
    G_len: usize,
) -> c_int {
    let _ = (dhm_P, P_len, dhm_G, G_len);
    // SAFETY: as this function's.
    unsafe { no_dhe(conf, "mbedtls_ssl_conf_dh_param_bin") }
}

/// As mbedtls_ssl_conf_dh_param_bin(), with the parameters in a context.
///
/// \param conf     The configuration.
/// \param dhm_ctx  The parameters, not looked at.
///
/// \return  0.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p conf is null.
///
/// # Safety
/// `conf` is null, or an initialised configuration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dh_param_ctx(
    conf: *mut mbedtls_ssl_config,
    dhm_ctx: *mut mbedtls_dhm_context,
) -> c_int {
    let _ = dhm_ctx;
    // SAFETY: as this function's.
    unsafe { no_dhe(conf, "mbedtls_ssl_conf_dh_param_ctx") }
}

/// DTLS's protection against replayed records. It has no effect: DTLS is not spoken.
///
/// \param conf  The configuration; NULL does nothing.
/// \param mode  MBEDTLS_SSL_ANTI_REPLAY_ENABLED or MBEDTLS_SSL_ANTI_REPLAY_DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_anti_replay(conf: *mut mbedtls_ssl_config, mode: c_char) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.anti_replay = low_byte(mode.into())) };
}

/// How many bad records DTLS forgives. It has no effect: DTLS is not spoken.
///
/// \param conf   The configuration; NULL does nothing.
/// \param limit  The count.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_badmac_limit(conf: *mut mbedtls_ssl_config, limit: c_uint) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.badmac_limit = limit) };
}

/// The makers and checkers of DTLS cookies. They are stored and not called: DTLS is not spoken.
///
/// \param conf            The configuration; NULL does nothing.
/// \param f_cookie_write  Makes a cookie.
/// \param f_cookie_check  Checks one.
/// \param p_cookie        First argument of both.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_cookies(
    conf: *mut mbedtls_ssl_config,
    f_cookie_write: mbedtls_ssl_cookie_write_t,
    f_cookie_check: mbedtls_ssl_cookie_check_t,
    p_cookie: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.f_cookie_write = f_cookie_write;
            conf.f_cookie_check = f_cookie_check;
            conf.p_cookie = p_cookie;
        });
    }
}

/// How long a DTLS handshake waits before it sends again. It has no effect: DTLS is not spoken.
///
/// \param conf  The configuration; NULL does nothing.
/// \param min   First wait, in milliseconds.
/// \param max   Longest wait, in milliseconds.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_handshake_timeout(
    conf: *mut mbedtls_ssl_config,
    min: u32,
    max: u32,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.hs_timeout_min = min;
            conf.hs_timeout_max = max;
        });
    }
}

/// DTLS connection ids. There are none here.
///
/// \param conf               The configuration.
/// \param len                Length of an incoming id.
/// \param ignore_other_cids  What to do about records with another id.
///
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: always.
///
/// # Safety
/// `conf` is null, or an initialised configuration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_cid(
    conf: *mut mbedtls_ssl_config,
    len: usize,
    ignore_other_cids: c_int,
) -> c_int {
    let _ = (len, ignore_other_cids);
    // SAFETY: as this function's.
    enter(|| unsafe { trace::unavailable(conf, "mbedtls_ssl_conf_cid", NO_DTLS) })
}

/// Whether DTLS-SRTP sends a master key identifier. It has no effect: DTLS is not spoken.
///
/// \param conf               The configuration; NULL does nothing.
/// \param support_mki_value  MBEDTLS_SSL_DTLS_SRTP_MKI_SUPPORTED or MBEDTLS_SSL_DTLS_SRTP_MKI_UNSUPPORTED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_srtp_mki_value_supported(
    conf: *mut mbedtls_ssl_config,
    support_mki_value: c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.dtls_srtp_mki_support = low_byte(support_mki_value)) };
}

/// The profiles DTLS-SRTP may agree on. There is no DTLS here.
///
/// \param conf      The configuration.
/// \param profiles  The profiles.
///
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: always.
///
/// # Safety
/// `conf` is null, or an initialised configuration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_srtp_protection_profiles(
    conf: *mut mbedtls_ssl_config,
    profiles: *const mbedtls_ssl_srtp_profile,
) -> c_int {
    let _ = profiles;
    // SAFETY: as this function's.
    enter(|| unsafe { trace::unavailable(conf, "mbedtls_ssl_conf_dtls_srtp_protection_profiles", NO_DTLS) })
}

/// Administrators configure the parameters for clients that will not come any more; a server starts all the same.
///
/// # Safety
/// `conf` is null, or an initialised configuration.
unsafe fn no_dhe(conf: *const mbedtls_ssl_config, function: &str) -> c_int {
    enter(|| {
        if conf.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        // SAFETY: as this function's.
        unsafe {
            trace::say(conf, 1, || {
                format!("{function}: no effect, TLS 1.3 has no parameters of the server's own")
            });
        };
        0
    })
}

const NO_DTLS: &str = "DTLS is not spoken";
