//! `mbedtls_ssl_context`: init, setup, reset, release.

use std::ffi::c_int;
use std::ptr;

use super::config::VERSION_TLS1_3;
use super::extra;
use super::handle::{Handle, Inner};
use super::session;
use super::trace;
use super::types::{mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_transform};
use crate::capi::boundary::{self, c_free, enter, enter_or};
use crate::capi::codes::{
    MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE, MBEDTLS_ERR_SSL_NO_RNG,
};

const TRANSPORT_STREAM: u8 = 0;
const HELLO_REQUEST: c_int = 0;

/// Makes a context ready for mbedtls_ssl_setup().
///
/// Every context passes through here once before anything else is done with it. It owns nothing yet.
///
/// \param ssl  The context. Its memory is the caller's and need not be set to anything. Null: nothing happens.
///
/// # Safety
/// `ssl` is null, or valid for writes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_init(ssl: *mut mbedtls_ssl_context) {
    // SAFETY: as this function's; all zero bytes are a context that is not set up.
    enter_or((), || unsafe { boundary::zero(ssl) });
}

/// Ties a context to a configuration.
///
/// The configuration may serve any number of contexts, also in several threads, and must outlive them. It is read when the
/// handshake begins, so what is changed in it later counts for later connections only.
///
/// \param ssl   A context from mbedtls_ssl_init(). One that was set up before starts anew.
/// \param conf  The configuration, filled in; not copied.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null.
/// \return #MBEDTLS_ERR_SSL_NO_RNG if mbedtls_ssl_conf_rng() was not called.
/// \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE if the configuration asks for DTLS, or ends below TLS 1.3 and the environment variable
///         MBEDTLS_COMPAT has not the word "tls13".
///
/// # Safety
/// `ssl` is null or an initialised context; `conf` is null or an initialised configuration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_setup(
    ssl: *mut mbedtls_ssl_context,
    conf: *const mbedtls_ssl_config,
) -> c_int {
    enter(|| {
        if ssl.is_null() || conf.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `conf`, which was checked.
        let refusal = unsafe { refusal(&*conf) };
        if let Some((code, reason)) = refusal {
            // SAFETY: as above.
            unsafe { trace::say(conf, 1, || format!("mbedtls_ssl_setup: {reason}")) };
            return code;
        }
        // SAFETY: the caller vouches for `ssl`, which was checked; what hung from it is released first.
        unsafe {
            release(ssl);
            (*ssl).conf = conf;
            (*ssl).state = HELLO_REQUEST;
            (*ssl).tls_version = VERSION_TLS1_3;
            (*ssl).transform = Box::into_raw(Box::new(Inner::new())).cast::<mbedtls_ssl_transform>();
        }
        0
    })
}

/// Why a configuration cannot be honoured, if it cannot.
fn refusal(conf: &mbedtls_ssl_config) -> Option<(c_int, &'static str)> {
    let refused = |reason| Some((MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE, reason));
    if conf.transport != TRANSPORT_STREAM {
        return refused("DTLS is not there");
    }
    if conf.min_tls_version > VERSION_TLS1_3 {
        return refused("the lowest version is above TLS 1.3");
    }
    // A program may have built the limit in, and its user can do no more than set a variable.
    if conf.max_tls_version < VERSION_TLS1_3 && !extra::environment_asks_for("tls13") {
        return refused("the highest version is below TLS 1.3; MBEDTLS_COMPAT=tls13 passes over that");
    }
    conf.f_rng.is_none().then_some((MBEDTLS_ERR_SSL_NO_RNG, "there is no source of random numbers"))
}

/// Makes a context ready for another connection with the same settings.
///
/// Host name, BIO, callbacks and configuration stay; the session, received tickets, the peer's certificate and all keys go.
///
/// \param ssl  A context that has been set up.
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_reset(ssl: *mut mbedtls_ssl_context) -> c_int {
    enter(|| {
        // SAFETY: as this function's.
        let Some(handle) = (unsafe { Handle::new(ssl) }) else { return MBEDTLS_ERR_SSL_BAD_INPUT_DATA };
        handle.with(|inner| *inner = Inner::new());
        // SAFETY: the handle vouches for the context; the session is ours.
        unsafe {
            release_session(ssl);
            (*ssl).state = HELLO_REQUEST;
            (*ssl).alpn_chosen = ptr::null();
        }
        0
    })
}

/// Releases everything a context holds and makes it as mbedtls_ssl_init() does.
///
/// Secrets are wiped. No close_notify is sent: see mbedtls_ssl_close_notify().
///
/// \param ssl  A context from mbedtls_ssl_init(), set up or not. Null: nothing happens.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_free(ssl: *mut mbedtls_ssl_context) {
    enter_or((), || {
        if ssl.is_null() {
            return;
        }
        // SAFETY: the caller vouches for the context; what hangs from it is ours.
        unsafe {
            release(ssl);
            c_free((*ssl).hostname);
            boundary::zero(ssl);
        }
    });
}

/// Releases what a set-up context owns, but for its settings.
///
/// # Safety
/// `ssl` is an initialised context.
unsafe fn release(ssl: *mut mbedtls_ssl_context) {
    // SAFETY: `transform` is null or from `Box::into_raw` in `mbedtls_ssl_setup`; it is taken out before it is released.
    unsafe {
        let inner = ptr::replace(&raw mut (*ssl).transform, ptr::null_mut()).cast::<Inner>();
        if !inner.is_null() {
            drop(Box::from_raw(inner));
        }
        release_session(ssl);
        (*ssl).alpn_chosen = ptr::null();
    }
}

/// Releases the session of a connection.
///
/// # Safety
/// `ssl` is an initialised context.
unsafe fn release_session(ssl: *mut mbedtls_ssl_context) {
    // SAFETY: `session` is null or ours, from `session::new`.
    unsafe {
        session::release(ptr::replace(&raw mut (*ssl).session, ptr::null_mut()));
    }
}
