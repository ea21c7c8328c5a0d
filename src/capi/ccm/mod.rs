//! `mbedtls/ccm.h`: CCM and CCM* over AES, ARIA or Camellia. All that a context keeps, the key included, lies in it: there is
//! nothing to release, so that C code may copy it.
//! The layout is that of Debian 13 on x86_64, asserted here.

mod state;

use std::ffi::{c_int, c_uchar, c_uint};

use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use super::block::whole_bytes;
use super::boundary;
use super::cipher::{block_algorithm, mbedtls_cipher_id_t};
use super::codes::{MBEDTLS_ERR_CCM_AUTH_FAILED, MBEDTLS_ERR_CCM_BAD_INPUT};
use super::self_test::{self, Case};
use crate::crypto::block::{Algorithm, BlockCipher, Direction, RawKey};
use crate::crypto::ccm;
use state::{
    MBEDTLS_CCM_DECRYPT, MBEDTLS_CCM_ENCRYPT, MBEDTLS_CCM_STAR_DECRYPT, MBEDTLS_CCM_STAR_ENCRYPT, Message,
    State,
};

/// A key of CCM, and a message at work. Its members are private.
#[repr(C)]
pub struct mbedtls_ccm_context {
    pub(crate) state: [u64; 22],
}
const _: () = assert!(size_of::<mbedtls_ccm_context>() == 176 && align_of::<mbedtls_ccm_context>() == 8);

/// Makes a context ready for mbedtls_ccm_setkey().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_ccm_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_init(ctx: *mut mbedtls_ccm_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_ccm_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_ccm_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_free(ctx: *mut mbedtls_ccm_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the cipher and its key, for encryption and decryption.
///
/// \param ctx      The context.
/// \param cipher   MBEDTLS_CIPHER_ID_AES, MBEDTLS_CIPHER_ID_ARIA or MBEDTLS_CIPHER_ID_CAMELLIA.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits: 128, 192 or 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: another cipher or length, or `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_ccm_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_setkey(
    ctx: *mut mbedtls_ccm_context,
    cipher: mbedtls_cipher_id_t,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    boundary::enter(|| {
        let len = whole_bytes(keybits);
        let Some((algorithm, len)) = block_algorithm(cipher).zip(len).filter(|(a, len)| a.takes(*len)) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        // SAFETY: the caller vouches for both.
        let (state, key) = unsafe { (boundary::state::<_, State>(ctx), boundary::bytes(key, len)) };
        let (Some(state), Some(key)) = (state, key) else { return MBEDTLS_ERR_CCM_BAD_INPUT };
        let Some(raw) = RawKey::new(algorithm, Direction::Encrypt, key) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        (state.key, state.message.stage) = (raw, 0);
        0
    })
}

/// Encrypts a whole message with CCM and gives its tag.
///
/// \param ctx      The context with the key.
/// \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
/// \param iv       The nonce; never twice with the same key.
/// \param iv_len   Its length in bytes: 7 to 13.
/// \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
/// \param ad_len   Its length in bytes: less than 2^16 - 2^8.
/// \param input    The text.
/// \param output   Where as many bytes go; may be `input`.
/// \param tag      Where the tag goes.
/// \param tag_len  Its length in bytes: 4, 6 .. 16.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_encrypt_and_tag(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        let mode = MBEDTLS_CCM_ENCRYPT;
        let (nonce, additional, buffers) = ((iv, iv_len), (ad, ad_len), (input, output, length));
        if tag.is_null() && tag_len != 0 {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for all of it.
        let Some(made) = (unsafe { whole(ctx, mode, nonce, additional, buffers, tag_len) }) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        // SAFETY: the caller vouches for `tag_len` bytes.
        unsafe { boundary::put(tag, made.get(..tag_len).unwrap_or_default()) };
        0
    })
}

/// Encrypts a whole message with CCM* and gives its tag.
///
/// \param ctx      The context with the key.
/// \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
/// \param iv       The nonce; never twice with the same key.
/// \param iv_len   Its length in bytes: 7 to 13.
/// \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
/// \param ad_len   Its length in bytes: less than 2^16 - 2^8.
/// \param input    The text.
/// \param output   Where as many bytes go; may be `input`.
/// \param tag      Where the tag goes. May be NULL if `tag_len` is 0.
/// \param tag_len  Its length in bytes: 0, or 4, 6 .. 16.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_star_encrypt_and_tag(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        let mode = MBEDTLS_CCM_STAR_ENCRYPT;
        let (nonce, additional, buffers) = ((iv, iv_len), (ad, ad_len), (input, output, length));
        if tag.is_null() && tag_len != 0 {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for all of it.
        let Some(made) = (unsafe { whole(ctx, mode, nonce, additional, buffers, tag_len) }) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        // SAFETY: the caller vouches for `tag_len` bytes.
        unsafe { boundary::put(tag, made.get(..tag_len).unwrap_or_default()) };
        0
    })
}

/// Decrypts a whole message with CCM and compares its tag.
///
/// \param ctx      The context with the key.
/// \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
/// \param iv       The nonce.
/// \param iv_len   Its length in bytes: 7 to 13.
/// \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
/// \param ad_len   Its length in bytes: less than 2^16 - 2^8.
/// \param input    The encrypted text.
/// \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
/// \param tag      The tag.
/// \param tag_len  Its length in bytes: 4, 6 .. 16.
///
/// \return  0: the tag is right.
/// \return  MBEDTLS_ERR_CCM_AUTH_FAILED: it is not.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_auth_decrypt(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *const c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        let mode = MBEDTLS_CCM_DECRYPT;
        let (nonce, additional, buffers) = ((iv, iv_len), (ad, ad_len), (input, output, length));
        // SAFETY: the caller vouches for all of it.
        unsafe { open(ctx, mode, nonce, additional, buffers, (tag, tag_len)) }
    })
}

/// Decrypts a whole message with CCM* and compares its tag.
///
/// \param ctx      The context with the key.
/// \param length   The length of the text, in bytes: what a counter of 15 - `iv_len` bytes can count.
/// \param iv       The nonce.
/// \param iv_len   Its length in bytes: 7 to 13.
/// \param ad       Data that the tag covers, too. May be NULL if `ad_len` is 0.
/// \param ad_len   Its length in bytes: less than 2^16 - 2^8.
/// \param input    The encrypted text.
/// \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
/// \param tag      The tag. May be NULL if `tag_len` is 0: nothing is authenticated then.
/// \param tag_len  Its length in bytes: 0, or 4, 6 .. 16.
///
/// \return  0: the tag is right.
/// \return  MBEDTLS_ERR_CCM_AUTH_FAILED: it is not.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_star_auth_decrypt(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *const c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        let mode = MBEDTLS_CCM_STAR_DECRYPT;
        let (nonce, additional, buffers) = ((iv, iv_len), (ad, ad_len), (input, output, length));
        // SAFETY: the caller vouches for all of it.
        unsafe { open(ctx, mode, nonce, additional, buffers, (tag, tag_len)) }
    })
}

/// Begins a message that comes in pieces: mbedtls_ccm_set_lengths(), mbedtls_ccm_update_ad(), mbedtls_ccm_update() and
/// mbedtls_ccm_finish() follow.
///
/// \param ctx     The context with the key.
/// \param mode    MBEDTLS_CCM_ENCRYPT, MBEDTLS_CCM_DECRYPT, MBEDTLS_CCM_STAR_ENCRYPT or MBEDTLS_CCM_STAR_DECRYPT.
/// \param iv      The nonce; never twice with the same key.
/// \param iv_len  Its length in bytes: 7 to 13.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv` is null, or readable for `iv_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_starts(
    ctx: *mut mbedtls_ccm_context,
    mode: c_int,
    iv: *const c_uchar,
    iv_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (state, iv) = unsafe { (boundary::state::<_, State>(ctx), boundary::bytes(iv, iv_len)) };
        code(state.zip(iv).and_then(|(state, iv)| state.start(mode, iv)))
    })
}

/// Says how long the parts of a message are, before the first of them.
///
/// \param ctx            The context.
/// \param total_ad_len   The length of the data that only the tag covers, in bytes: less than 2^16 - 2^8.
/// \param plaintext_len  The length of the text, in bytes.
/// \param tag_len        The length of the tag, in bytes: 4, 6 .. 16, or for CCM* 0, with which the text may have any length.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: a length is out of range, or `ctx` is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_set_lengths(
    ctx: *mut mbedtls_ccm_context,
    total_ad_len: usize,
    plaintext_len: usize,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let state = unsafe { boundary::state::<_, State>(ctx) };
        code(state.and_then(|state| state.set_lengths(total_ad_len, plaintext_len, tag_len)))
    })
}

/// Takes in data that only the tag covers; all of it before the text.
///
/// \param ctx     The context, started, with lengths.
/// \param ad      The data. May be NULL if `ad_len` is 0.
/// \param ad_len  Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: it is more than was said, the message is not begun, or a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `ad` is null, or readable for `ad_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_update_ad(
    ctx: *mut mbedtls_ccm_context,
    ad: *const c_uchar,
    ad_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (state, aad) = unsafe { (boundary::state::<_, State>(ctx), boundary::bytes(ad, ad_len)) };
        code(
            state
                .zip(aad)
                .and_then(|(state, aad)| state.with(|message, cipher| message.update_ad(cipher, aad))),
        )
    })
}

/// Encrypts or decrypts the next part of the text. What was decrypted is not to be used before the tag was compared.
///
/// \param ctx          The context, started, with lengths, and all data taken in that only the tag covers.
/// \param input        The part.
/// \param input_len    Its length in bytes.
/// \param output       Where as many bytes go; may be `input`.
/// \param output_size  The room there.
/// \param output_len   Receives how many bytes were written: `input_len`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: it is more than was said or more than there is room for, the message is not begun, or a
///          pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_update(
    ctx: *mut mbedtls_ccm_context,
    input: *const c_uchar,
    input_len: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_len: *mut usize,
) -> c_int {
    boundary::enter(|| {
        if output_size < input_len || output_len.is_null() {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for `ctx` and the non-null `output_len`.
        let state = unsafe {
            output_len.write(0);
            boundary::state::<_, State>(ctx)
        };
        let done = state.and_then(|state| {
            state.with(|message, cipher| {
                message.next(input_len)?;
                // SAFETY: the caller vouches for `input_len` bytes at both.
                message.update(cipher, unsafe { boundary::moved(input, output, input_len) }?);
                Some(())
            })
        });
        if done.is_none() {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for the non-null `output_len`.
        unsafe { output_len.write(input_len) };
        0
    })
}

/// Ends a message and gives its tag. Whoever decrypts has to compare it.
///
/// \param ctx      The context, with everything taken in.
/// \param tag      Where the tag goes. May be NULL if `tag_len` is 0.
/// \param tag_len  Its length in bytes, as it was said before.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CCM_BAD_INPUT: something is missing of the message, another length was said, or a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `tag` is null, or writable for `tag_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_finish(
    ctx: *mut mbedtls_ccm_context,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let state = unsafe { boundary::state::<_, State>(ctx) };
        let known = |state: &&mut State| {
            usize::from(state.message.tag_len) == tag_len && (tag_len == 0 || !tag.is_null())
        };
        let Some(made) = state.filter(known).and_then(|state| state.with(Message::finish)) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        // SAFETY: the caller vouches for `tag_len` bytes.
        unsafe { boundary::put(tag, made.get(..tag_len).unwrap_or_default()) };
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
pub extern "C" fn mbedtls_ccm_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

fn code(done: Option<()>) -> c_int {
    if done.is_some() { 0 } else { MBEDTLS_ERR_CCM_BAD_INPUT }
}

/// A whole message, with its tag; pointers come with their lengths.
///
/// # Safety
/// As for the functions above.
unsafe fn whole(
    ctx: *mut mbedtls_ccm_context,
    mode: c_int,
    (nonce, nonce_len): (*const u8, usize),
    (aad, aad_len): (*const u8, usize),
    (input, output, length): (*const u8, *mut u8, usize),
    tag_len: usize,
) -> Option<[u8; ccm::TAG_MAX]> {
    // SAFETY: the caller vouches for all three.
    let (state, nonce, aad) = unsafe {
        (
            boundary::state::<_, State>(ctx)?,
            boundary::bytes(nonce, nonce_len)?,
            boundary::bytes(aad, aad_len)?,
        )
    };
    let made = state.with(|message, cipher| {
        message.stage = 0;
        message.start(mode, nonce)?;
        message.set_lengths(aad.len(), length, tag_len)?;
        message.begin(cipher)?;
        message.update_ad(cipher, aad)?;
        message.next(length)?;
        // SAFETY: the caller vouches for `length` bytes at both; nonce and additional data have been read.
        message.update(cipher, unsafe { boundary::moved(input, output, length) }?);
        message.finish(cipher)
    });
    // What was left half done is no message.
    state.message.stage = 0;
    made
}

/// As [`whole`], and compares the tag.
///
/// # Safety
/// As for the functions above.
unsafe fn open(
    ctx: *mut mbedtls_ccm_context,
    mode: c_int,
    nonce: (*const u8, usize),
    aad: (*const u8, usize),
    buffers: (*const u8, *mut u8, usize),
    (tag, tag_len): (*const u8, usize),
) -> c_int {
    let mut wanted = [0; ccm::TAG_MAX];
    // SAFETY: the caller vouches for `tag`; it is copied, since it may stand behind the text that is overwritten.
    let given = unsafe { boundary::bytes(tag, tag_len) };
    let Some((given, copy)) = given.zip(wanted.get_mut(..tag_len)) else { return MBEDTLS_ERR_CCM_BAD_INPUT };
    copy.copy_from_slice(given);
    // SAFETY: the caller vouches for all of it.
    let Some(made) = (unsafe { whole(ctx, mode, nonce, aad, buffers, tag_len) }) else {
        return MBEDTLS_ERR_CCM_BAD_INPUT;
    };
    let (made, wanted) = (made.get(..tag_len), wanted.get(..tag_len));
    if made.zip(wanted).is_some_and(|(made, wanted)| made.ct_eq(wanted).into()) {
        return 0;
    }
    // SAFETY: the caller vouches for the output.
    if let Some(text) = unsafe { boundary::bytes_mut(buffers.1, buffers.2) } {
        text.zeroize();
    }
    MBEDTLS_ERR_CCM_AUTH_FAILED
}

/// NIST SP 800-38C appendix C, examples 1 to 3.
const KNOWN_ANSWERS: &[Case] = &[
    (c"CCM-AES-128, 4 bytes", || known::<4>(7, 8, "7162015b", 4, "4dac255d")),
    (c"CCM-AES-128, 16 bytes", || known::<16>(8, 16, "d2a1f0e051ea5f62081a7792073d593d", 6, "1fc64fbfaccd")),
    (c"CCM-AES-128, 24 bytes", || {
        known::<24>(12, 20, "e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5", 8, "484392fbc1b09951")
    }),
];

fn known<const N: usize>(nonce_len: usize, aad_len: usize, sealed: &str, tag_len: usize, tag: &str) -> bool {
    let key = self_test::hex::<16>("404142434445464748494a4b4c4d4e4f");
    let nonce = self_test::hex::<12>("101112131415161718191a1b");
    let plain = self_test::hex::<24>("202122232425262728292a2b2c2d2e2f3031323334353637");
    let (aad, tag) = (self_test::counting::<20>(), self_test::hex::<16>(tag));
    let (Some(nonce), Some(aad), Some(plain), Some(tag)) =
        (nonce.get(..nonce_len), aad.get(..aad_len), plain.first_chunk::<N>(), tag.get(..tag_len))
    else {
        return false;
    };
    let Some(cipher) = BlockCipher::new(Algorithm::Aes, Direction::Encrypt, &key) else { return false };
    let mut text = *plain;
    let made = ccm::seal(&cipher, nonce, aad, &mut text, tag_len);
    let right = made.as_ref().and_then(|made| made.get(..tag_len)) == Some(tag);
    right
        && text == self_test::hex(sealed)
        && ccm::open(&cipher, nonce, aad, &mut text, tag) == Some(true)
        && text == *plain
}
