//! Versions, suites, groups, signatures, ALPN, record size.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_uint};
use std::ptr;

use super::{entries, low_byte, set};
use crate::capi::boundary::enter;
use crate::capi::codes::*;
use crate::capi::ssl::types::{mbedtls_ecp_group_id, mbedtls_ssl_config};
use crate::crypto::scheme::SignatureScheme;

/// Chooses the cipher suites and their order.
///
/// \param conf          The configuration; NULL does nothing.
/// \param ciphersuites  Suite numbers, such as MBEDTLS_TLS1_3_AES_128_GCM_SHA256, best first, with a 0 behind them. Unknown
///                      ones are passed over. The list stays the caller's and has to live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_ciphersuites(
    conf: *mut mbedtls_ssl_config,
    ciphersuites: *const c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.ciphersuite_list = ciphersuites) };
}

/// Whose order decides between suites that both sides have.
///
/// \param conf   The configuration of a server; NULL does nothing.
/// \param order  MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER (the default) or MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_preference_order(conf: *mut mbedtls_ssl_config, order: c_int) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.respect_cli_pref = low_byte(order)) };
}

/// Chooses the ways in which TLS 1.3 may agree on keys.
///
/// \param conf       The configuration; NULL does nothing.
/// \param kex_modes  Any of MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK, ..._EPHEMERAL (certificates) and ..._PSK_EPHEMERAL,
///                   or-ed. The default is ..._ALL.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_tls13_key_exchange_modes(
    conf: *mut mbedtls_ssl_config,
    kex_modes: c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.tls13_kex_modes = kex_modes & KEX_MODE_ALL) };
}

/// Chooses the groups for the key exchange and their order.
///
/// \param conf    The configuration; NULL does nothing.
/// \param groups  Group numbers, such as MBEDTLS_SSL_IANA_TLS_GROUP_X25519, best first, with a 0 behind them. Unknown ones are
///                passed over. The list stays the caller's and has to live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_groups(conf: *mut mbedtls_ssl_config, groups: *const u16) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.group_list = groups;
            conf.curve_list = ptr::null();
        });
    }
}

/// As `mbedtls_ssl_conf_groups()`, with the library's own numbers for curves.
///
/// \deprecated  Use `mbedtls_ssl_conf_groups()`.
///
/// \param conf    The configuration; NULL does nothing.
/// \param curves  Curves, such as MBEDTLS_ECP_DP_SECP256R1, best first, with MBEDTLS_ECP_DP_NONE behind them. The list stays
///                the caller's and has to live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_curves(
    conf: *mut mbedtls_ssl_config,
    curves: *const mbedtls_ecp_group_id,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.curve_list = curves;
            conf.group_list = ptr::null();
        });
    }
}

/// Chooses the signature algorithms that are accepted from the peer, and their order.
///
/// \param conf      The configuration; NULL does nothing.
/// \param sig_algs  Numbers such as MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256, best first, with
///                  MBEDTLS_TLS1_3_SIG_NONE behind them. Unknown ones are passed over. The list stays the caller's and has to
///                  live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_sig_algs(conf: *mut mbedtls_ssl_config, sig_algs: *const u16) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.sig_algs = sig_algs;
            conf.sig_hashes = ptr::null();
        });
    }
}

/// As `mbedtls_ssl_conf_sig_algs()`: the ECDSA and RSA algorithms with these hashes.
///
/// \deprecated  Use `mbedtls_ssl_conf_sig_algs()`.
///
/// \param conf    The configuration; NULL does nothing.
/// \param hashes  Hashes, such as MBEDTLS_MD_SHA256, best first, with MBEDTLS_MD_NONE behind them. The list stays the caller's
///                and has to live as long as the configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_sig_hashes(conf: *mut mbedtls_ssl_config, hashes: *const c_int) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.sig_hashes = hashes) };
}

/// Names the application protocols (ALPN, RFC 7301) that a client offers or a server accepts.
///
/// \param conf    The configuration.
/// \param protos  Strings, best first, with a NULL behind them, for instance `{ "h2", "http/1.1", NULL }`. Array and strings
///                stay the caller's and have to live as long as the configuration is used.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL; a name that is empty or longer than 255 bytes; or more names than fit the
///          extension. The configuration is as it was.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses; `protos` is null, or as described.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_alpn_protocols(
    conf: *mut mbedtls_ssl_config,
    protos: *mut *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `conf`.
        let Some(conf) = (unsafe { conf.as_mut() }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if protos.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let mut total = 0;
        // SAFETY: the caller vouches for the array and the NULL at its end.
        for name in unsafe { entries(protos.cast_const(), ptr::null()) } {
            // SAFETY: the caller vouches for the strings.
            let len = unsafe { CStr::from_ptr(name) }.count_bytes();
            total += 1 + len;
            if !(1..=255).contains(&len) || total > usize::from(u16::MAX) {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
        }
        conf.alpn_list = protos;
        0
    })
}

/// Limits the content of the records that are sent, and of those that are received from a peer that knows RFC 8449: for peers
/// with little memory.
///
/// \param conf      The configuration.
/// \param mfl_code  MBEDTLS_SSL_MAX_FRAG_LEN_NONE (16384 bytes, the default), ..._512, ..._1024, ..._2048 or ..._4096.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `conf` is NULL, or `mfl_code` is another value.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_max_frag_len(
    conf: *mut mbedtls_ssl_config,
    mfl_code: c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `conf`.
        let Some(conf) = (unsafe { conf.as_mut() }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if mfl_code > MAX_FRAG_LEN_4096 {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        conf.mfl_code = mfl_code;
        0
    })
}

/// Sets the highest version. `mbedtls_ssl_setup()` refuses a range without TLS 1.3.
///
/// \deprecated  Use `mbedtls_ssl_conf_max_tls_version()`.
///
/// \param conf   The configuration; NULL does nothing.
/// \param major  MBEDTLS_SSL_MAJOR_VERSION_3.
/// \param minor  MBEDTLS_SSL_MINOR_VERSION_3 (TLS 1.2) or MBEDTLS_SSL_MINOR_VERSION_4 (TLS 1.3).
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_max_version(
    conf: *mut mbedtls_ssl_config,
    major: c_int,
    minor: c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.max_tls_version = version(major, minor)) };
}

/// Sets the lowest version.
///
/// \deprecated  Use `mbedtls_ssl_conf_min_tls_version()`.
///
/// \param conf   The configuration; NULL does nothing.
/// \param major  MBEDTLS_SSL_MAJOR_VERSION_3.
/// \param minor  MBEDTLS_SSL_MINOR_VERSION_3 (TLS 1.2) or MBEDTLS_SSL_MINOR_VERSION_4 (TLS 1.3).
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_min_version(
    conf: *mut mbedtls_ssl_config,
    major: c_int,
    minor: c_int,
) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.min_tls_version = version(major, minor)) };
}

/// The configured suites, unknown ones included.
///
/// # Safety
/// The list in `conf` is null or ends in 0, and lives as long as the iterator.
pub(crate) unsafe fn cipher_suites(conf: &mbedtls_ssl_config) -> impl Iterator<Item = u16> + use<> {
    // SAFETY: the caller vouches for the list.
    unsafe { entries(conf.ciphersuite_list, 0) }.filter_map(|suite| u16::try_from(suite).ok())
}

/// The configured groups, unknown ones included, whichever of the two setters named them.
///
/// # Safety
/// As for [`cipher_suites`].
pub(crate) unsafe fn groups(conf: &mbedtls_ssl_config) -> impl Iterator<Item = u16> + use<> {
    // SAFETY: the caller vouches for both lists.
    let (curves, groups) = unsafe { (entries(conf.curve_list, 0), entries(conf.group_list, 0)) };
    curves.filter_map(group_of_curve).chain(groups)
}

/// The configured signature algorithms, unknown ones included, whichever of the two setters named them.
///
/// # Safety
/// As for [`cipher_suites`].
pub(crate) unsafe fn signature_schemes(
    conf: &mbedtls_ssl_config,
) -> impl Iterator<Item = SignatureScheme> + use<> {
    let schemes = if conf.sig_hashes.is_null() { conf.sig_algs } else { ptr::null() };
    // SAFETY: the caller vouches for both lists.
    let (hashes, schemes) = unsafe { (entries(conf.sig_hashes, 0), entries(schemes, 0)) };
    hashes.flat_map(|hash| schemes_with_hash(hash).iter().copied()).chain(schemes.map(SignatureScheme))
}

fn group_of_curve(curve: mbedtls_ecp_group_id) -> Option<u16> {
    match curve {
        3 => Some(0x0017),
        4 => Some(0x0018),
        5 => Some(0x0019),
        9 => Some(0x001d),
        13 => Some(0x001e),
        _ => None,
    }
}

fn schemes_with_hash(hash: c_int) -> &'static [SignatureScheme] {
    type S = SignatureScheme;
    match hash {
        9 => &[S::ECDSA_SECP256R1_SHA256, S::RSA_PSS_RSAE_SHA256, S::RSA_PKCS1_SHA256],
        10 => &[S::ECDSA_SECP384R1_SHA384, S::RSA_PSS_RSAE_SHA384, S::RSA_PKCS1_SHA384],
        11 => &[S::ECDSA_SECP521R1_SHA512, S::RSA_PSS_RSAE_SHA512, S::RSA_PKCS1_SHA512],
        _ => &[],
    }
}

fn version(major: c_int, minor: c_int) -> c_uint {
    c_uint::from(u16::from_be_bytes([low_byte(major), low_byte(minor)]))
}

pub(super) const VERSION_TLS1_2: c_uint = 0x0303;
pub(crate) const VERSION_TLS1_3: c_uint = 0x0304;
pub(super) const KEX_MODE_ALL: c_int = 7;
const MAX_FRAG_LEN_4096: u8 = 4;
