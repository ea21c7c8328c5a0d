//! What is told to a debug callback: `mbedtls_ssl_conf_dbg`. Nothing secret at any level.

use std::ffi::c_int;

use super::handle::Handle;
use super::types::mbedtls_ssl_config;
use crate::capi::codes::MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
use crate::capi::debug;
use crate::tls::error::Error;

/// Hands `text` to the configuration's debug callback, if it listens at `level`.
///
/// # Safety
/// `conf` is a valid configuration, and no Rust reference that the callback could invalidate is in use.
pub(super) unsafe fn say(conf: *const mbedtls_ssl_config, level: c_int, text: impl FnOnce() -> String) {
    if debug::enabled(level) {
        // SAFETY: as this function's.
        unsafe { debug::print(conf, level, c"ssl.c", 0, &text()) };
    }
}

/// Refuses what only another protocol could honour, and says so.
///
/// # Safety
/// `conf` is null or a valid configuration, and no Rust reference that the callback could invalidate is in use.
pub(super) unsafe fn unavailable(conf: *const mbedtls_ssl_config, function: &str, what: &str) -> c_int {
    // SAFETY: as this function's.
    unsafe { refused(conf, function, what, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE) }
}

/// As [`unavailable`], with another code.
///
/// # Safety
/// As for [`unavailable`].
pub(super) unsafe fn refused(
    conf: *const mbedtls_ssl_config,
    function: &str,
    what: &str,
    code: c_int,
) -> c_int {
    // SAFETY: as this function's.
    unsafe { say(conf, 1, || format!("{function}: refused, {what}")) };
    code
}

/// Tells why a connection ends.
pub(super) fn failure(handle: Handle, error: Error, code: c_int) {
    // SAFETY: the handle vouches for the configuration; no reference is alive here.
    unsafe {
        say(handle.conf(), 1, || {
            let alert =
                error.alert().map_or_else(String::new, |alert| format!(", alert {} to the peer", alert.0));
            format!("the connection ends: {error:?}, code -0x{:04X}{alert}", code.unsigned_abs())
        });
    }
}
