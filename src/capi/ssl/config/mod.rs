//! `mbedtls_ssl_config`: what a program decides before it connects. Setters store; the handshake reads.
//!
//! - `defaults`: `mbedtls_ssl_config_defaults` and its tables.
//! - `connection`: role, transport, clocks, random numbers, debug output.
//! - `authentication`: certificates, trust, pre-shared keys.
//! - `protocol`: versions, suites, groups, signatures, ALPN, record size.
//! - `resumption`: tickets and the session cache.
//! - `early_data`: where its settings are kept.
//! - `legacy`: what only TLS 1.2 or DTLS could honour.

mod authentication;
mod connection;
mod defaults;
mod early_data;
mod legacy;
mod protocol;
mod resumption;

use std::ffi::c_int;

pub use authentication::*;
pub(crate) use authentication::{VERIFY_NONE, VERIFY_OPTIONAL, VERIFY_REQUIRED};
pub use connection::*;
pub use defaults::*;
pub(crate) use early_data::*;
pub use legacy::*;
pub use protocol::*;
pub(crate) use protocol::{VERSION_TLS1_3, cipher_suites, groups, signature_schemes};
pub use resumption::*;

use super::extra;
use super::key_cert;
use super::types::mbedtls_ssl_config;
use crate::capi::boundary::{self, enter_or};

/// Prepares a configuration for use: nothing is set. Call `mbedtls_ssl_config_defaults()` next.
///
/// \param conf  The configuration, in memory of the caller; NULL does nothing. Whatever it held before is
///              forgotten, not released.
///
/// # Safety
/// `conf` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_config_init(conf: *mut mbedtls_ssl_config) {
    // SAFETY: as this function's; zero bytes are a configuration (no pointers, no callbacks).
    enter_or((), || unsafe { boundary::zero(conf) });
}

/// Releases what the configuration owns (the list of own certificates, the pre-shared key, which is wiped) and leaves it
/// as `mbedtls_ssl_config_init()` does. Certificates, keys and lists that the caller handed in stay the caller's.
///
/// \param conf  The configuration; NULL does nothing. No context may use it any more.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_config_free(conf: *mut mbedtls_ssl_config) {
    enter_or((), || {
        if conf.is_null() {
            return;
        }
        // SAFETY: the caller vouches for `conf`; the list in it is ours.
        unsafe { key_cert::free(&raw mut (*conf).key_cert) };
        // SAFETY: as above; nothing else looks at `conf`.
        unsafe {
            authentication::forget_psk(&mut *conf);
            extra::free(conf);
        }
        // SAFETY: as above.
        unsafe { boundary::zero(conf) };
    });
}

/// Whether a client takes note of tickets at all.
pub(crate) fn session_tickets_enabled(conf: &mbedtls_ssl_config) -> bool {
    conf.session_tickets & resumption::USE_TICKETS != 0
}

/// Whether a NewSessionTicket is reported by `mbedtls_ssl_read` (client).
pub(crate) fn signals_new_session_tickets(conf: &mbedtls_ssl_config) -> bool {
    conf.session_tickets & resumption::SIGNAL_TICKETS != 0
}

/// Lets `change` at the configuration, if there is one.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses during the call.
unsafe fn set(conf: *mut mbedtls_ssl_config, change: impl FnOnce(&mut mbedtls_ssl_config)) {
    enter_or((), || {
        // SAFETY: the caller vouches for `conf`.
        if let Some(conf) = unsafe { conf.as_mut() } {
            change(conf);
        }
    });
}

/// What C stores when it assigns an `int` to a byte.
fn low_byte(value: c_int) -> u8 {
    let [low, ..] = value.to_le_bytes();
    low
}

/// The entries of a C array in front of the one that is `end`; none for null.
///
/// # Safety
/// `list` is null, or an array with an entry equal to `end`, unchanged while the iterator lives.
unsafe fn entries<T: Copy + PartialEq>(list: *const T, end: T) -> impl Iterator<Item = T> {
    let mut at = list;
    std::iter::from_fn(move || {
        if at.is_null() {
            return None;
        }
        // SAFETY: `at` has not passed the entry that ends the list.
        let entry = unsafe { at.read() };
        if entry == end {
            return None;
        }
        // SAFETY: `entry` is not the last one.
        at = unsafe { at.add(1) };
        Some(entry)
    })
}

#[cfg(test)]
mod tests;
