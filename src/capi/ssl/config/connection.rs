//! Role, transport, random numbers, debug output, timeouts.

use std::ffi::{c_char, c_int, c_void};

use super::{low_byte, set};
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ssl::types::mbedtls_ssl_config;

/// Chooses the role.
///
/// \param conf      The configuration; NULL does nothing.
/// \param endpoint  MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_endpoint(conf: *mut mbedtls_ssl_config, endpoint: c_int) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.endpoint = low_byte(endpoint)) };
}

/// Chooses the transport. Only MBEDTLS_SSL_TRANSPORT_STREAM can be connected with: `mbedtls_ssl_setup()` refuses the other.
///
/// \param conf       The configuration; NULL does nothing.
/// \param transport  MBEDTLS_SSL_TRANSPORT_STREAM.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_transport(conf: *mut mbedtls_ssl_config, transport: c_int) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.transport = low_byte(transport)) };
}

/// Names the source of random numbers. It has to be set before `mbedtls_ssl_handshake()`.
///
/// \param conf   The configuration; NULL does nothing.
/// \param f_rng  Fills a buffer with random bytes and returns 0, or returns an error code. With contexts in several threads it
///               is called from all of them.
/// \param p_rng  Its first argument, for instance a seeded `mbedtls_ctr_drbg_context`. It has to live as long as the
///               configuration is used.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_rng(
    conf: *mut mbedtls_ssl_config,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.f_rng = f_rng;
            conf.p_rng = p_rng;
        });
    }
}

/// Names the function that receives debug messages. How many come is set by `mbedtls_debug_set_threshold()`.
///
/// \param conf   The configuration; NULL does nothing.
/// \param f_dbg  Called with `p_dbg`, the level (1: errors, to 4: everything), the name of a source file, a line number, and the
///               message, which ends in a line feed. The strings are valid during the call only. NULL: no messages.
/// \param p_dbg  Its first argument.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dbg(
    conf: *mut mbedtls_ssl_config,
    f_dbg: Option<
        unsafe extern "C" fn(
            ctx: *mut c_void,
            level: c_int,
            file: *const c_char,
            line: c_int,
            message: *const c_char,
        ),
    >,
    p_dbg: *mut c_void,
) {
    // SAFETY: as this function's.
    unsafe {
        set(conf, |conf| {
            conf.f_dbg = f_dbg;
            conf.p_dbg = p_dbg;
        });
    }
}

/// Limits how long `mbedtls_ssl_read()` waits. The limit is handed to the `f_recv_timeout` callback of
/// `mbedtls_ssl_set_bio()`, and without such a callback it has no effect.
///
/// \param conf     The configuration; NULL does nothing.
/// \param timeout  Milliseconds; 0, which is the default, waits without limit.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_read_timeout(conf: *mut mbedtls_ssl_config, timeout: u32) {
    // SAFETY: as this function's.
    unsafe { set(conf, |conf| conf.read_timeout = timeout) };
}
