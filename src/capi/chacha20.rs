//! `mbedtls/chacha20.h`: the stream cipher (RFC 8439 section 2.4). All that a context keeps, the key included, lies in it.
//! The layout is that of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};

use zeroize::Zeroizing;

use super::boundary::{self, Plain};
use super::codes::MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
use super::self_test::{self, Case};
use crate::crypto::chacha::ChaCha20;

/// A key, and the stream that it makes. Its members are private.
#[repr(C)]
pub struct mbedtls_chacha20_context {
    pub(crate) state: [u64; 17],
}
const _: () =
    assert!(size_of::<mbedtls_chacha20_context>() == 136 && align_of::<mbedtls_chacha20_context>() == 8);

// SAFETY: integers and arrays of integers.
unsafe impl Plain for ChaCha20 {}

/// Makes a context ready for mbedtls_chacha20_setkey().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_chacha20_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_init(ctx: *mut mbedtls_chacha20_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_chacha20_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_chacha20_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_free(ctx: *mut mbedtls_chacha20_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the key.
///
/// \param ctx  The context.
/// \param key  32 bytes; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_chacha20_context`; `key` is null, or readable for 32 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_setkey(
    ctx: *mut mbedtls_chacha20_context,
    key: *const c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(state), Some(key)) =
            (unsafe { (boundary::state::<_, ChaCha20>(ctx), boundary::array(key)) })
        else {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        };
        state.set_key(&Zeroizing::new(key));
        0
    })
}

/// Begins a message.
///
/// \param ctx      The context with the key.
/// \param nonce    12 bytes; never twice with the same key.
/// \param counter  The block of the key stream to begin with: 0, as a rule.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `nonce` is null, or readable for 12 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_starts(
    ctx: *mut mbedtls_chacha20_context,
    nonce: *const c_uchar,
    counter: u32,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let given = unsafe { (boundary::state::<_, ChaCha20>(ctx), boundary::array(nonce)) };
        let (Some(state), Some(nonce)) = given else { return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA };
        state.start(&nonce, counter);
        0
    })
}

/// Encrypts or decrypts the next part of the message.
///
/// \param ctx     The context, with a message begun.
/// \param size    The length of the part, in bytes.
/// \param input   The part.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable and
/// writable for `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_update(
    ctx: *mut mbedtls_chacha20_context,
    size: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all three.
        let given = unsafe { (boundary::state::<_, ChaCha20>(ctx), boundary::moved(input, output, size)) };
        let (Some(state), Some(data)) = given else { return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA };
        state.apply(data);
        0
    })
}

/// Encrypts or decrypts a whole message.
///
/// \param key      32 bytes.
/// \param nonce    12 bytes; never twice with the same key.
/// \param counter  The block of the key stream to begin with: 0, as a rule.
/// \param size     The length of the message, in bytes.
/// \param input    The message.
/// \param output   Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// The pointers are null, or readable or writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_crypt(
    key: *const c_uchar,
    nonce: *const c_uchar,
    counter: u32,
    size: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(key), Some(nonce)) = (unsafe { (boundary::array(key), boundary::array(nonce)) }) else {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        };
        let mut cipher = Zeroizing::new(ChaCha20::new(&Zeroizing::new(key)));
        cipher.start(&nonce, counter);
        // SAFETY: the caller vouches for both; key and nonce have been read.
        let Some(data) = (unsafe { boundary::moved(input, output, size) }) else {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        };
        cipher.apply(data);
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
pub extern "C" fn mbedtls_chacha20_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

/// RFC 8439 section 2.3.2, as the beginning of a key stream.
const KNOWN_ANSWERS: &[Case] = &[(c"ChaCha20", || {
    let mut cipher = ChaCha20::new(&self_test::counting());
    let mut stream = [0; 32];
    cipher.start(&self_test::hex("000000090000004a00000000"), 1);
    cipher.apply(&mut stream);
    stream == self_test::hex("10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e")
})];
