//! `mbedtls/ssl_cookie.h`: cookies by which a server finds, without keeping anything, that a client's address is its own.
//! Layouts are those of Debian 13 on x86_64, asserted here.
//!
//! A cookie is the time in seconds, 4 bytes, and the first 28 bytes of HMAC-SHA-256 over it and the address.

use std::ffi::{c_int, c_uchar, c_ulong, c_void};
use std::mem::offset_of;
use std::ptr;

use subtle::ConstantTimeEq;

use super::boundary::{bytes, enter, enter_or, zero};
use super::codes::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL};
use super::md::mbedtls_md_context_t;
use super::platform_time::now_seconds;
use super::platform_util::mbedtls_f_rng_t;
use super::threading::mbedtls_threading_mutex_t;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::hkdf::hmac;
use crate::crypto::secret::Secret;

/// The key of a server's cookies; threads may share it. Starts with mbedtls_ssl_cookie_init(), ends with
/// mbedtls_ssl_cookie_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_cookie_ctx {
    pub(crate) hmac_ctx: mbedtls_md_context_t,
    pub(crate) timeout: c_ulong,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () = assert!(size_of::<mbedtls_ssl_cookie_ctx>() == 80 && align_of::<mbedtls_ssl_cookie_ctx>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_cookie_ctx, timeout) == 24);

/// Prepares a context for mbedtls_ssl_cookie_setup().
///
/// \param ctx  The context, in memory of the caller; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_init(ctx: *mut mbedtls_ssl_cookie_ctx) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`; zero bytes are a context without a key.
        unsafe { zero(ctx) };
        // SAFETY: as above.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.timeout = DEFAULT_TIMEOUT;
        }
    });
}

/// Makes the key.
///
/// \param ctx    The context, initialised; a key it had is released.
/// \param f_rng  The source of the key; it is called once, from this function.
/// \param p_rng  Its first argument.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `ctx` or `f_rng` is NULL.
/// \return  Another value: what `f_rng` returned.
///
/// # Safety
/// `ctx` is null, or an initialised context that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_setup(
    ctx: *mut mbedtls_ssl_cookie_ctx,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        let Some(f_rng) = f_rng.filter(|_| !ctx.is_null()) else { return MBEDTLS_ERR_SSL_BAD_INPUT_DATA };
        let mut ret = 0;
        let key: Secret = Secret::new(KEY_LEN, |room| {
            // SAFETY: the caller vouches for the function; `room` is valid for its length.
            ret = unsafe { f_rng(p_rng, room.as_mut_ptr(), room.len()) };
        });
        if ret != 0 {
            return ret;
        }
        // SAFETY: the caller vouches for `ctx`; a key before is ours.
        unsafe {
            release(ctx);
            (*ctx).hmac_ctx.hmac_ctx = Box::into_raw(Box::new(key)).cast();
        }
        0
    })
}

/// How long a cookie is good for.
///
/// \param ctx    The context; NULL does nothing.
/// \param delay  Seconds; 0 for ever.
///
/// # Safety
/// `ctx` is null, or an initialised context that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_set_timeout(ctx: *mut mbedtls_ssl_cookie_ctx, delay: c_ulong) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            ctx.timeout = delay;
        }
    });
}

/// Releases and wipes the key.
///
/// \param ctx  The context; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or an initialised context that nothing else uses any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_free(ctx: *mut mbedtls_ssl_cookie_ctx) {
    enter_or((), || {
        if !ctx.is_null() {
            // SAFETY: the caller vouches for `ctx`.
            unsafe {
                release(ctx);
                zero(ctx);
            }
        }
    });
}

/// Writes a cookie: an `mbedtls_ssl_cookie_write_t`.
///
/// \param ctx   The context, set up.
/// \param p     Where the cookie begins; moved behind its 32 bytes.
/// \param end   Where the room ends.
/// \param info  The client's address.
/// \param ilen  Its length.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: less room than that.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a context without a key.
///
/// # Safety
/// `ctx` is null, or an initialised context; `*p` to `end` is valid for writing; `info` is null, or holds `ilen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_write(
    ctx: *mut c_void,
    p: *mut *mut c_uchar,
    end: *mut c_uchar,
    info: *const c_uchar,
    ilen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the context, the address and `p`.
        let (key, info, start) = unsafe { (key(ctx.cast()), bytes(info, ilen), p.as_mut()) };
        let (Some(key), Some(info), Some(start)) = (key, info, start) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if start.is_null() || end.addr().checked_sub(start.addr()).is_none_or(|room| room < COOKIE_LEN) {
            return MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL;
        }
        let cookie = cookie(key, now(), info);
        // SAFETY: there is room for the cookie, as was just checked.
        unsafe {
            ptr::copy_nonoverlapping(cookie.as_ptr(), *start, COOKIE_LEN);
            *start = start.add(COOKIE_LEN);
        }
        0
    })
}

/// Checks a cookie: an `mbedtls_ssl_cookie_check_t`.
///
/// \param ctx     The context, set up.
/// \param cookie  The cookie.
/// \param clen    Its length.
/// \param info    The client's address.
/// \param ilen    Its length.
///
/// \return  0: it is one of ours for this address, and not too old.
/// \return  -1: it is not.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a context without a key.
///
/// # Safety
/// `ctx` is null, or an initialised context; `cookie` and `info` are null, or hold what their lengths say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_check(
    ctx: *mut c_void,
    cookie: *const c_uchar,
    clen: usize,
    info: *const c_uchar,
    ilen: usize,
) -> c_int {
    enter(|| {
        let ctx = ctx.cast::<mbedtls_ssl_cookie_ctx>();
        // SAFETY: the caller vouches for the context, the cookie and the address.
        let (key, cookie, info) = unsafe { (key(ctx), bytes(cookie, clen), bytes(info, ilen)) };
        let (Some(key), Some(cookie), Some(info)) = (key, cookie, info) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        // SAFETY: the context has a key, so it is not null.
        let timeout = unsafe { (*ctx).timeout };
        if is_good(key, cookie, info, timeout) { 0 } else { NOT_OURS }
    })
}

fn is_good(key: &Secret, received: &[u8], info: &[u8], timeout: c_ulong) -> bool {
    let Some(time) = received.first_chunk().copied().map(u32::from_be_bytes) else { return false };
    // A time that is still to come counts as long past.
    let age = c_ulong::from(now().wrapping_sub(time));
    bool::from(cookie(key, time, info).ct_eq(received)) && (timeout == 0 || age <= timeout)
}

fn cookie(key: &Secret, time: u32, info: &[u8]) -> [u8; COOKIE_LEN] {
    let time = time.to_be_bytes();
    let tag = hmac(HashAlgorithm::Sha256, key.bytes(), &[&time, info].concat());
    let mut cookie = [0; COOKIE_LEN];
    for (to, from) in cookie.iter_mut().zip(time.iter().chain(tag.as_ref())) {
        *to = *from;
    }
    cookie
}

/// The time in seconds; that it starts again every 136 years matters to no cookie.
fn now() -> u32 {
    let [a, b, c, d, ..] = now_seconds().to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// # Safety
/// `ctx` is null, or an initialised context.
unsafe fn key<'a>(ctx: *const mbedtls_ssl_cookie_ctx) -> Option<&'a Secret> {
    // SAFETY: the caller vouches for `ctx`; what hangs from it is null or a key of `mbedtls_ssl_cookie_setup`.
    unsafe { ctx.as_ref().and_then(|ctx| ctx.hmac_ctx.hmac_ctx.cast::<Secret>().as_ref()) }
}

/// # Safety
/// `ctx` is an initialised context.
unsafe fn release(ctx: *mut mbedtls_ssl_cookie_ctx) {
    // SAFETY: null, or from `Box::into_raw` in `mbedtls_ssl_cookie_setup`; it is taken out before it is released.
    unsafe {
        let key = ptr::replace(&raw mut (*ctx).hmac_ctx.hmac_ctx, ptr::null_mut()).cast::<Secret>();
        if !key.is_null() {
            drop(Box::from_raw(key));
        }
    }
}

const DEFAULT_TIMEOUT: c_ulong = 60;
const KEY_LEN: usize = 32;
const COOKIE_LEN: usize = 32;
const NOT_OURS: c_int = -1;
