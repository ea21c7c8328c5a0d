//! `mbedtls/chachapoly.h`: ChaCha20-Poly1305 (RFC 8439 section 2.8). All that a context keeps, the key included, lies in it.
//! The layout is that of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint};

use zeroize::Zeroizing;

use super::boundary::{self, Plain};
use super::codes::{
    MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED, MBEDTLS_ERR_CHACHAPOLY_BAD_STATE, MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA,
};
use super::self_test::{self, Case};
use crate::crypto::at_once::AtOnce;
use crate::crypto::chacha::{self, ChaChaPoly, NONCE_LEN, TAG_LEN};

/// Encrypting or decrypting, by number.
pub type mbedtls_chachapoly_mode_t = c_uint;

const MBEDTLS_CHACHAPOLY_ENCRYPT: c_uint = 0;

/// A key, and a message at work. Its members are private.
#[repr(C)]
pub struct mbedtls_chachapoly_context {
    pub(crate) state: [u64; 30],
}
const _: () =
    assert!(size_of::<mbedtls_chachapoly_context>() == 240 && align_of::<mbedtls_chachapoly_context>() == 8);

/// What lies in the memory of a `mbedtls_chachapoly_context`.
#[repr(C)]
struct State {
    message: ChaChaPoly,
    stage: u8,
    encrypts: u8,
}
// SAFETY: integers and arrays of integers.
unsafe impl Plain for State {}

/// Values of `stage`; 0 is for no message.
const ADDITIONAL: u8 = 1;
const TEXT: u8 = 2;

impl State {
    fn start(&mut self, nonce: &[u8; NONCE_LEN], mode: mbedtls_chachapoly_mode_t) {
        self.message.start(nonce);
        self.stage = ADDITIONAL;
        self.encrypts = u8::from(mode == MBEDTLS_CHACHAPOLY_ENCRYPT);
    }

    fn update(&mut self, text: &mut [u8]) {
        self.stage = TEXT;
        if self.encrypts == 0 { self.message.decrypt(text) } else { self.message.encrypt(text) }
    }

    fn finish(&mut self) -> [u8; TAG_LEN] {
        self.stage = 0;
        self.message.tag()
    }
}

/// Makes a context ready for mbedtls_chachapoly_setkey().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_chachapoly_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_init(ctx: *mut mbedtls_chachapoly_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_chachapoly_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_chachapoly_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_free(ctx: *mut mbedtls_chachapoly_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the key.
///
/// \param ctx  The context.
/// \param key  32 bytes; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_chachapoly_context`; `key` is null, or readable for 32 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_setkey(
    ctx: *mut mbedtls_chachapoly_context,
    key: *const c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(state), Some(key)) = (unsafe { (boundary::state(ctx), boundary::array(key)) }) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        *state = State { message: ChaChaPoly::new(&Zeroizing::new(key)), stage: 0, encrypts: 0 };
        0
    })
}

/// Begins a message that comes in pieces: mbedtls_chachapoly_update_aad(), mbedtls_chachapoly_update() and
/// mbedtls_chachapoly_finish() follow.
///
/// \param ctx    The context with the key.
/// \param nonce  12 bytes; never twice with the same key.
/// \param mode   MBEDTLS_CHACHAPOLY_ENCRYPT or MBEDTLS_CHACHAPOLY_DECRYPT.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `nonce` is null, or readable for 12 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_starts(
    ctx: *mut mbedtls_chachapoly_context,
    nonce: *const c_uchar,
    mode: mbedtls_chachapoly_mode_t,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let given = unsafe { (boundary::state::<_, State>(ctx), boundary::array(nonce)) };
        let (Some(state), Some(nonce)) = given else { return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA };
        state.start(&nonce, mode);
        0
    })
}

/// Takes in data that only the tag covers; all of it before the text.
///
/// \param ctx      The context, with a message begun.
/// \param aad      The data. May be NULL if `aad_len` is 0.
/// \param aad_len  Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun, or there was text already.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `aad` is null, or readable for `aad_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_update_aad(
    ctx: *mut mbedtls_chachapoly_context,
    aad: *const c_uchar,
    aad_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let given = unsafe { (boundary::state::<_, State>(ctx), boundary::bytes(aad, aad_len)) };
        let (Some(state), Some(aad)) = given else { return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA };
        if state.stage != ADDITIONAL {
            return MBEDTLS_ERR_CHACHAPOLY_BAD_STATE;
        }
        state.message.additional(aad);
        0
    })
}

/// Encrypts or decrypts the next part of the text. What was decrypted is not to be used before the tag was compared.
///
/// \param ctx     The context, with a message begun.
/// \param len     The length of the part, in bytes.
/// \param input   The part.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable and
/// writable for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_update(
    ctx: *mut mbedtls_chachapoly_context,
    len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(state) = (unsafe { boundary::state::<_, State>(ctx) }) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        if ![ADDITIONAL, TEXT].contains(&state.stage) {
            return MBEDTLS_ERR_CHACHAPOLY_BAD_STATE;
        }
        // SAFETY: the caller vouches for `len` bytes at both.
        let Some(text) = (unsafe { boundary::moved(input, output, len) }) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        state.update(text);
        0
    })
}

/// Ends a message and gives its tag. Whoever decrypts has to compare it.
///
/// \param ctx  The context, with a message begun.
/// \param mac  Where the tag goes: 16 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `mac` is null, or writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_finish(
    ctx: *mut mbedtls_chachapoly_context,
    mac: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let state = unsafe { boundary::state::<_, State>(ctx) };
        let Some(state) = state.filter(|_| !mac.is_null()) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        if ![ADDITIONAL, TEXT].contains(&state.stage) {
            return MBEDTLS_ERR_CHACHAPOLY_BAD_STATE;
        }
        // SAFETY: the caller vouches for 16 bytes.
        unsafe { boundary::put(mac, &state.finish()) };
        0
    })
}

/// Encrypts a whole message and gives its tag.
///
/// \param ctx      The context with the key.
/// \param length   The length of the text, in bytes.
/// \param nonce    12 bytes; never twice with the same key.
/// \param aad      Data that the tag covers, too. May be NULL if `aad_len` is 0.
/// \param aad_len  Its length in bytes.
/// \param input    The text.
/// \param output   Where as many bytes go; may be `input`.
/// \param tag      Where the tag goes: 16 bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_encrypt_and_tag(
    ctx: *mut mbedtls_chachapoly_context,
    length: usize,
    nonce: *const c_uchar,
    aad: *const c_uchar,
    aad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        if tag.is_null() {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for all of it.
        let whole = unsafe { whole(ctx, nonce, (aad, aad_len), (input, output, length)) };
        let made = whole.and_then(|whole| whole.key.seal(&whole.nonce, whole.aad, whole.text));
        let Some(made) = made else { return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for 16 bytes.
        unsafe { boundary::put(tag, &made) };
        0
    })
}

/// Decrypts a whole message and compares its tag.
///
/// \param ctx      The context with the key.
/// \param length   The length of the text, in bytes.
/// \param nonce    12 bytes.
/// \param aad      Data that the tag covers, too. May be NULL if `aad_len` is 0.
/// \param aad_len  Its length in bytes.
/// \param tag      The tag: 16 bytes.
/// \param input    The encrypted text.
/// \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
///
/// \return  0: the tag is right.
/// \return  MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED: it is not.
/// \return  MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_auth_decrypt(
    ctx: *mut mbedtls_chachapoly_context,
    length: usize,
    nonce: *const c_uchar,
    aad: *const c_uchar,
    aad_len: usize,
    tag: *const c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of it; the tag is copied, since it may stand behind the text that is overwritten.
        let (wanted, whole) = unsafe {
            let wanted = boundary::array::<TAG_LEN>(tag);
            (wanted, wanted.and_then(|_| whole(ctx, nonce, (aad, aad_len), (input, output, length))))
        };
        let (Some(wanted), Some(whole)) = (wanted, whole) else { return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA };
        match whole.key.open(&whole.nonce, whole.aad, whole.text, &wanted) {
            Some(true) => 0,
            Some(false) => MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED,
            None => MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA,
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
pub extern "C" fn mbedtls_chachapoly_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

/// A whole message, to be encrypted or decrypted where it stands.
struct Whole<'a> {
    key: AtOnce,
    nonce: [u8; NONCE_LEN],
    aad: &'a [u8],
    text: &'a mut [u8],
}

/// `None`: a pointer is null.
///
/// # Safety
/// As for the functions above.
unsafe fn whole<'a>(
    ctx: *mut mbedtls_chachapoly_context,
    nonce: *const u8,
    (aad, aad_len): (*const u8, usize),
    (input, output, length): (*const u8, *mut u8, usize),
) -> Option<Whole<'a>> {
    // SAFETY: the caller vouches for all of them; the text shares no bytes with nonce and additional data.
    unsafe {
        let state = boundary::state::<_, State>(ctx)?;
        // What was begun in pieces is over.
        state.stage = 0;
        Some(Whole {
            key: AtOnce::chacha_poly(state.message.key())?,
            nonce: boundary::array(nonce)?,
            aad: boundary::bytes(aad, aad_len)?,
            text: boundary::moved(input, output, length)?,
        })
    }
}

/// RFC 8439 section 2.8.2.
const KNOWN_ANSWERS: &[Case] = &[(c"ChaCha20-Poly1305", || {
    let key = self_test::counting::<32>().map(|byte| byte | 0x80);
    let nonce = self_test::hex("070000004041424344454647");
    let aad = self_test::hex::<12>("50515253c0c1c2c3c4c5c6c7");
    let plain = *b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let mut text = plain;
    let tag = chacha::seal(&key, &nonce, &aad, &mut text);
    tag == self_test::hex("1ae10b594f09e26a7e902ecbd0600691")
        && chacha::open(&key, &nonce, &aad, &mut text, &tag)
        && text == plain
})];
