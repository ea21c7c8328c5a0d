//! `mbedtls/nist_kw.h`: key wrapping, with padding and without (NIST SP 800-38F), over AES. The key lies in the context: there
//! is nothing to release.
//! The layout is that of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint};

use super::block::{Key, whole_bytes};
use super::boundary;
use super::cipher::{block_algorithm, mbedtls_cipher_id_t};
use super::codes::{
    MBEDTLS_ERR_CIPHER_AUTH_FAILED, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
};
use super::self_test::{self, Case};
use crate::crypto::block::{Algorithm, BlockCipher, Blocks, Direction, RawKey};
use crate::crypto::key_wrap::{self, UNIT};

/// How a key is wrapped, by number.
pub type mbedtls_nist_kw_mode_t = c_uint;

/// A key that wraps keys. Its members are private.
#[repr(C)]
pub struct mbedtls_nist_kw_context {
    pub(crate) state: [u64; 12],
}
const _: () =
    assert!(size_of::<mbedtls_nist_kw_context>() == 96 && align_of::<mbedtls_nist_kw_context>() == 8);

/// With padding or without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    Padded,
}

/// Makes a context ready for mbedtls_nist_kw_setkey().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_nist_kw_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_init(ctx: *mut mbedtls_nist_kw_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_nist_kw_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_nist_kw_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_free(ctx: *mut mbedtls_nist_kw_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the key.
///
/// \param ctx      The context.
/// \param cipher   MBEDTLS_CIPHER_ID_AES.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits: 128, 192 or 256.
/// \param is_wrap  Not 0: to wrap. 0: to unwrap.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: it is ARIA or Camellia.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another cipher or length, or `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_nist_kw_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_setkey(
    ctx: *mut mbedtls_nist_kw_context,
    cipher: mbedtls_cipher_id_t,
    key: *const c_uchar,
    keybits: c_uint,
    is_wrap: c_int,
) -> c_int {
    boundary::enter(|| {
        // SP 800-38F section 5.1 approves no other cipher.
        let Some((algorithm, len)) =
            block_algorithm(cipher).zip(whole_bytes(keybits)).filter(|(a, len)| a.takes(*len))
        else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if algorithm != Algorithm::Aes {
            return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE;
        }
        let direction = if is_wrap == 0 { Direction::Decrypt } else { Direction::Encrypt };
        // SAFETY: the caller vouches for both.
        let (state, key) = unsafe { (boundary::state::<_, RawKey>(ctx), boundary::bytes(key, len)) };
        let key = key.and_then(|key| RawKey::new(Algorithm::Aes, direction, key));
        let Some((state, key)) = state.zip(key) else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        *state = key;
        0
    })
}

/// Wraps a key.
///
/// \param ctx       The context, with a key to wrap.
/// \param mode      MBEDTLS_KW_MODE_KW: the key is 16 bytes or more, in whole units of 8. MBEDTLS_KW_MODE_KWP: any but 0 bytes.
/// \param input     The key to wrap.
/// \param in_len    Its length in bytes.
/// \param output    Where the wrapped key goes; may be `input`.
/// \param out_len   Receives its length: `in_len`, rounded up to 8, and 8.
/// \param out_size  The room at `output`, in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a length or the mode is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_wrap(
    ctx: *mut mbedtls_nist_kw_context,
    mode: mbedtls_nist_kw_mode_t,
    input: *const c_uchar,
    in_len: usize,
    output: *mut c_uchar,
    out_len: *mut usize,
    out_size: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of it.
        unsafe {
            let Some((key, kind, out_len)) = opened(ctx, mode, out_len) else {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            };
            key.with_own(|cipher| wrap(cipher, kind, (input, in_len), (output, out_size), out_len))
                .unwrap_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)
        }
    })
}

/// Unwraps a key.
///
/// \param ctx       The context, with a key to unwrap.
/// \param mode      MBEDTLS_KW_MODE_KW or MBEDTLS_KW_MODE_KWP, as it was wrapped.
/// \param input     The wrapped key.
/// \param in_len    Its length in bytes.
/// \param output    Where the key goes; may be `input`. It is zeros if unwrapping fails.
/// \param out_len   Receives its length.
/// \param out_size  The room at `output`, in bytes: at least `in_len` - 8.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_AUTH_FAILED: this was not wrapped with that key.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a length or the mode is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_unwrap(
    ctx: *mut mbedtls_nist_kw_context,
    mode: mbedtls_nist_kw_mode_t,
    input: *const c_uchar,
    in_len: usize,
    output: *mut c_uchar,
    out_len: *mut usize,
    out_size: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of it.
        unsafe {
            let Some((key, kind, out_len)) = opened(ctx, mode, out_len) else {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            };
            key.with_own(|cipher| unwrap(cipher, kind, (input, in_len), (output, out_size), out_len))
                .unwrap_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)
        }
    })
}

/// Computes known answers.
///
/// \param verbose  Not 0: says on the standard output what was computed and whether it was right.
///
/// \return  0: all were right.
/// \return  1: one was not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_nist_kw_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

/// What both functions look at first; the length is 0 until they succeed.
///
/// # Safety
/// `ctx` and `out_len` are null or valid.
unsafe fn opened<'a>(
    ctx: *mut mbedtls_nist_kw_context,
    mode: mbedtls_nist_kw_mode_t,
    out_len: *mut usize,
) -> Option<(&'a RawKey, Kind, &'a mut usize)> {
    // SAFETY: the caller vouches for both.
    let (key, out_len) = unsafe { (boundary::state::<_, RawKey>(ctx), out_len.as_mut()?) };
    *out_len = 0;
    let kind = match mode {
        0 => Kind::Plain,
        1 => Kind::Padded,
        _ => return None,
    };
    Some((key?, kind, out_len))
}

/// As mbedtls_nist_kw_wrap(), with a cipher that encrypts.
///
/// # Safety
/// The pointers are null, or readable or writable for their lengths.
pub(crate) unsafe fn wrap(
    cipher: &dyn Blocks,
    kind: Kind,
    (input, in_len): (*const u8, usize),
    (output, out_size): (*mut u8, usize),
    out_len: &mut usize,
) -> c_int {
    *out_len = 0;
    // SAFETY: the caller vouches for `input`.
    let text = unsafe { boundary::bytes(input, in_len) };
    let wrapped = text.and_then(|text| match kind {
        Kind::Plain => key_wrap::wrap(cipher, text),
        Kind::Padded => key_wrap::wrap_padded(cipher, text),
    });
    let Some(wrapped) = wrapped.filter(|wrapped| wrapped.len() <= out_size && !output.is_null()) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller vouches for `out_size` bytes.
    unsafe { boundary::put(output, &wrapped) };
    *out_len = wrapped.len();
    0
}

/// As mbedtls_nist_kw_unwrap(), with a cipher that decrypts.
///
/// # Safety
/// The pointers are null, or readable or writable for their lengths.
pub(crate) unsafe fn unwrap(
    cipher: &dyn Blocks,
    kind: Kind,
    (input, in_len): (*const u8, usize),
    (output, out_size): (*mut u8, usize),
    out_len: &mut usize,
) -> c_int {
    *out_len = 0;
    let least = if kind == Kind::Plain { 3 * UNIT } else { 2 * UNIT };
    let room = in_len.checked_sub(UNIT).filter(|room| *room <= out_size && in_len.is_multiple_of(UNIT));
    let (Some(room), false) = (room.filter(|_| in_len >= least), output.is_null()) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller vouches for `input`.
    let Some(sealed) = (unsafe { boundary::bytes(input, in_len) }) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    let text = match kind {
        Kind::Plain => key_wrap::unwrap(cipher, sealed),
        Kind::Padded => key_wrap::unwrap_padded(cipher, sealed),
    };
    // SAFETY: the caller vouches for `out_size` bytes, and the input, which may be the same, has been read.
    let Some(output) = (unsafe { boundary::bytes_mut(output, room) }) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    output.fill(0);
    let Some(text) = text else { return MBEDTLS_ERR_CIPHER_AUTH_FAILED };
    for (to, from) in output.iter_mut().zip(text.iter()) {
        *to = *from;
    }
    *out_len = text.len();
    0
}

/// RFC 3394 section 4.1 and 4.3, RFC 5649 section 6.
const KNOWN_ANSWERS: &[Case] = &[
    (c"AES-128-KW", || known_plain(16, "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5")),
    (c"AES-256-KW", || known_plain(32, "64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7")),
    (c"AES-192-KWP", || {
        let key = self_test::hex::<24>("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8");
        let sealed = self_test::hex::<16>("afbeb0f07dfbf5419200f2ccb50bb24f");
        known(&key, &self_test::hex::<7>("466f7250617369"), &sealed, Kind::Padded)
    }),
];

fn known_plain(key_len: usize, sealed: &str) -> bool {
    let key = self_test::counting::<32>();
    let text = self_test::hex::<16>("00112233445566778899aabbccddeeff");
    known(key.get(..key_len).unwrap_or_default(), &text, &self_test::hex::<24>(sealed), Kind::Plain)
}

fn known(key: &[u8], text: &[u8], sealed: &[u8], kind: Kind) -> bool {
    let cipher = |direction| BlockCipher::new(Algorithm::Aes, direction, key);
    let Some((enc, dec)) = cipher(Direction::Encrypt).zip(cipher(Direction::Decrypt)) else { return false };
    let (wrapped, unwrapped) = match kind {
        Kind::Plain => (key_wrap::wrap(&enc, text), key_wrap::unwrap(&dec, sealed)),
        Kind::Padded => (key_wrap::wrap_padded(&enc, text), key_wrap::unwrap_padded(&dec, sealed)),
    };
    wrapped.is_some_and(|wrapped| wrapped == sealed) && unwrapped.is_some_and(|unwrapped| *unwrapped == text)
}
