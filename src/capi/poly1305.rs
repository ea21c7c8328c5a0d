//! `mbedtls/poly1305.h`: the one-time authenticator (RFC 8439 section 2.5). All that a context keeps, the key included, lies in
//! it.
//! The layout is that of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};

use zeroize::Zeroizing;

use super::boundary::{self, Plain};
use super::codes::MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
use super::self_test::{self, Case};
use crate::crypto::chacha::Poly1305;

/// A message that is authenticated. Its members are private.
#[repr(C)]
pub struct mbedtls_poly1305_context {
    pub(crate) state: [u64; 10],
}
const _: () =
    assert!(size_of::<mbedtls_poly1305_context>() == 80 && align_of::<mbedtls_poly1305_context>() == 8);

// SAFETY: integers and arrays of integers.
unsafe impl Plain for Poly1305 {}

/// Makes a context ready for mbedtls_poly1305_starts().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_poly1305_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_init(ctx: *mut mbedtls_poly1305_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_poly1305_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_poly1305_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_free(ctx: *mut mbedtls_poly1305_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Begins a message.
///
/// \param ctx  The context.
/// \param key  32 bytes, for one message and no other.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_poly1305_context`; `key` is null, or readable for 32 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_starts(
    ctx: *mut mbedtls_poly1305_context,
    key: *const c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(state), Some(key)) = (unsafe { (boundary::state(ctx), boundary::array(key)) }) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        *state = Poly1305::new(&Zeroizing::new(key));
        0
    })
}

/// Takes in the next part of the message.
///
/// \param ctx    The context, with a message begun.
/// \param input  The part. May be NULL if `ilen` is 0.
/// \param ilen   Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` is null, or readable for `ilen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_update(
    ctx: *mut mbedtls_poly1305_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let given = unsafe { (boundary::state::<_, Poly1305>(ctx), boundary::bytes(input, ilen)) };
        let (Some(state), Some(input)) = given else { return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA };
        state.update(input);
        0
    })
}

/// Ends a message.
///
/// \param ctx  The context, with a message begun.
/// \param mac  Where the tag goes: 16 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `mac` is null, or writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_finish(
    ctx: *mut mbedtls_poly1305_context,
    mac: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let state = unsafe { boundary::state::<_, Poly1305>(ctx) };
        let Some(state) = state.filter(|_| !mac.is_null()) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for 16 bytes.
        unsafe { boundary::put(mac, &state.finish()) };
        0
    })
}

/// The tag of a whole message.
///
/// \param key    32 bytes, for one message and no other.
/// \param input  The message. May be NULL if `ilen` is 0.
/// \param ilen   Its length in bytes.
/// \param mac    Where the tag goes: 16 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// The pointers are null, or readable or writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_mac(
    key: *const c_uchar,
    input: *const c_uchar,
    ilen: usize,
    mac: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let given = unsafe { (boundary::array(key), boundary::bytes(input, ilen)) };
        let (Some(key), Some(input), false) = (given.0, given.1, mac.is_null()) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        let mut state = Zeroizing::new(Poly1305::new(&Zeroizing::new(key)));
        state.update(input);
        // SAFETY: the caller vouches for 16 bytes.
        unsafe { boundary::put(mac, &state.finish()) };
        0
    })
}

/// Computes known answers.
///
/// \param verbose  Not 0: says on the standard output what was computed and whether it was right.
///
/// \return  0: all were right.
/// \return  1: one was not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_poly1305_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

/// RFC 8439 section 2.5.2.
const KNOWN_ANSWERS: &[Case] = &[(c"Poly1305", || {
    let key = self_test::hex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b");
    let mut mac = Poly1305::new(&key);
    mac.update(b"Cryptographic Forum Research Group");
    mac.finish() == self_test::hex("a8061dc1305136c6c22b8baf0c0127a9")
})];
