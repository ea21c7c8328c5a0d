//! Modes that authenticate, and key wrapping.

use std::ffi::{c_int, c_uchar};

use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use super::info::Mode;
use super::work::Engine;
use super::{MBEDTLS_DECRYPT, MBEDTLS_ENCRYPT, Parts, mbedtls_cipher_context_t, parts};
use crate::capi::boundary;
use crate::capi::codes::{
    MBEDTLS_ERR_CCM_BAD_INPUT, MBEDTLS_ERR_CHACHAPOLY_BAD_STATE, MBEDTLS_ERR_CIPHER_AUTH_FAILED,
    MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
    MBEDTLS_ERR_CIPHER_INVALID_CONTEXT, MBEDTLS_ERR_GCM_BAD_INPUT,
};
use crate::capi::nist_kw::{self, Kind};
use crate::crypto::block::Direction;
use crate::crypto::{ccm, gcm};

const TAG_MAX: usize = 16;

/// Takes in data that the tag covers beside the text, in GCM and ChaCha20-Poly1305; all of it before the text.
///
/// \param ctx     The context, with key and IV.
/// \param ad      The data. May be NULL if `ad_len` is 0.
/// \param ad_len  Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: another mode, or there is no key.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, or the context is not set up.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `ad` is null, or readable for `ad_len`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_update_ad(
    ctx: *mut mbedtls_cipher_context_t,
    ad: *const c_uchar,
    ad_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(parts), Some(aad)) = (unsafe { (parts(ctx), boundary::bytes(ad, ad_len)) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        match &mut parts.work.engine {
            Engine::Gcm(_, message, _) => message.additional(aad),
            Engine::ChachaPoly(message, started, _) => {
                let Some(nonce) = parts.iv.first_chunk() else { return MBEDTLS_ERR_CIPHER_INVALID_CONTEXT };
                message.start(nonce);
                message.additional(aad);
                *started = true;
            }
            _ => return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
        }
        0
    })
}

/// Gives the tag of what was encrypted with GCM or ChaCha20-Poly1305.
///
/// \param ctx      The context, which encrypts, after mbedtls_cipher_finish().
/// \param tag      Where the tag goes.
/// \param tag_len  Its length in bytes: 4 to 16 for GCM, 16 for ChaCha20-Poly1305.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: another mode.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: not a length that GCM has.
/// \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another length, a pointer is NULL, or the context does not encrypt.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `tag` is null, or writable for
/// `tag_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_write_tag(
    ctx: *mut mbedtls_cipher_context_t,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let parts = unsafe { parts(ctx) };
        let Some(mut parts) = parts.filter(|_| !tag.is_null()) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if *parts.operation != MBEDTLS_ENCRYPT {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        match made_tag(&mut parts, tag_len) {
            Ok(made) => {
                // SAFETY: the caller vouches for `tag_len` bytes.
                unsafe { boundary::put(tag, made.get(..tag_len).unwrap_or_default()) };
                0
            }
            Err(code) => code,
        }
    })
}

/// Compares the tag of what was decrypted with GCM or ChaCha20-Poly1305.
///
/// \param ctx      The context, which decrypts, after mbedtls_cipher_finish().
/// \param tag      The tag.
/// \param tag_len  Its length in bytes: 4 to 16 for GCM, 16 for ChaCha20-Poly1305.
///
/// \return  0: it is right.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: another mode.
/// \return  MBEDTLS_ERR_CIPHER_AUTH_FAILED: it is not.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: not a length that GCM has.
/// \return  MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: no message was begun.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another length, a pointer is NULL, or the context does not decrypt.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `tag` is null, or readable for
/// `tag_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_check_tag(
    ctx: *mut mbedtls_cipher_context_t,
    tag: *const c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let parts = unsafe { parts(ctx) };
        let Some(mut parts) = parts.filter(|_| !tag.is_null()) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if *parts.operation != MBEDTLS_DECRYPT {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        if tag_len > TAG_MAX && parts.mode == Mode::Gcm {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        match made_tag(&mut parts, tag_len) {
            Ok(made) => {
                // SAFETY: the caller vouches for `tag_len` bytes.
                let given = unsafe { boundary::bytes(tag, tag_len) };
                compare(made.get(..tag_len), given)
            }
            Err(code) => code,
        }
    })
}

/// The tag of which `tag_len` bytes are wanted.
fn made_tag(parts: &mut Parts<'_>, tag_len: usize) -> Result<[u8; TAG_MAX], c_int> {
    match (&mut parts.work.engine, parts.mode) {
        (Engine::Gcm(_, message, _), _) if (4..=TAG_MAX).contains(&tag_len) => Ok(message.tag()),
        (_, Mode::Gcm) => Err(MBEDTLS_ERR_GCM_BAD_INPUT),
        (_, Mode::ChachaPoly) if tag_len != TAG_MAX => Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA),
        (Engine::ChachaPoly(message, started, _), _) if *started => {
            *started = false;
            Ok(message.tag())
        }
        (_, Mode::ChachaPoly) => Err(MBEDTLS_ERR_CHACHAPOLY_BAD_STATE),
        _ => Err(MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE),
    }
}

fn compare(made: Option<&[u8]>, given: Option<&[u8]>) -> c_int {
    match made.zip(given) {
        Some((made, given)) if made.ct_eq(given).into() => 0,
        _ => MBEDTLS_ERR_CIPHER_AUTH_FAILED,
    }
}

/// Encrypts a whole message and puts its tag behind it; or wraps a key.
///
/// \param ctx         The context, with a key for encryption; it may be any mode that authenticates, or KW or KWP.
/// \param iv          The nonce; never twice with the same key. KW and KWP have none.
/// \param iv_len      Its length in bytes.
/// \param ad          Data that the tag covers, too. May be NULL if `ad_len` is 0, which it is with KW and KWP.
/// \param ad_len      Its length in bytes.
/// \param input       The text.
/// \param ilen        Its length in bytes.
/// \param output      Where text and tag go; may be `input`.
/// \param output_len  The room there: at least `ilen` and `tag_len`, or what wrapping adds.
/// \param olen        Receives how many bytes were written.
/// \param tag_len     The length of the tag in bytes. 0 with KW and KWP.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not authenticate.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT: a length is not one that GCM or CCM has.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: there is not enough room, another length is out of range, a pointer is NULL, or
///          the context has no key.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; the other pointers are null, or
/// readable or writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_auth_encrypt_ext(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    output_len: usize,
    olen: *mut usize,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of them.
        let given =
            unsafe { (parts(ctx), olen.as_mut(), boundary::bytes(iv, iv_len), boundary::bytes(ad, ad_len)) };
        let (Some(mut parts), Some(olen), Some(nonce), Some(aad)) = given else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if let Some(kind) = kind(parts.mode) {
            if iv_len != 0 || ad_len != 0 || tag_len != 0 {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            }
            let Engine::Block(cipher) = &parts.work.engine else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
            // SAFETY: the caller vouches for input and output.
            return unsafe { nist_kw::wrap(cipher, kind, (input, ilen), (output, output_len), olen) };
        }
        let Some(total) = ilen.checked_add(tag_len).filter(|total| *total <= output_len) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if let Err(code) = may_seal(&parts, nonce, aad, ilen, tag_len) {
            return code;
        }
        // SAFETY: the caller vouches for `ilen` bytes at both, which the tag follows.
        let (text, tag) = unsafe { (boundary::moved(input, output, ilen), output.wrapping_add(ilen)) };
        let Some(text) = text else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        let at_once = parts.work.engine.at_once().and_then(|key| key.seal(nonce, aad, text));
        let made = at_once.map_or_else(|| run(&mut parts, Direction::Encrypt, nonce, aad, text, tag_len), Ok);
        match made {
            Ok(made) => {
                // SAFETY: the caller vouches for `total` bytes.
                unsafe { boundary::put(tag, made.get(..tag_len).unwrap_or_default()) };
                *olen = total;
                0
            }
            Err(code) => code,
        }
    })
}

/// Decrypts a whole message that its tag is behind, and compares the tag; or unwraps a key.
///
/// \param ctx         The context, with a key for decryption; it may be any mode that authenticates, or KW or KWP.
/// \param iv          The nonce. KW and KWP have none.
/// \param iv_len      Its length in bytes.
/// \param ad          Data that the tag covers, too. May be NULL if `ad_len` is 0, which it is with KW and KWP.
/// \param ad_len      Its length in bytes.
/// \param input       Encrypted text and tag.
/// \param ilen        The length of both in bytes.
/// \param output      Where the text goes; may be `input`. It is zeros if the tag is wrong.
/// \param output_len  The room there: at least `ilen` without `tag_len`.
/// \param olen        Receives how many bytes were written.
/// \param tag_len     The length of the tag in bytes. 0 with KW and KWP.
///
/// \return  0: the tag is right.
/// \return  MBEDTLS_ERR_CIPHER_AUTH_FAILED: it is not.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not authenticate.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT: a length is not one that GCM or CCM has.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: there is not enough room, another length is out of range, a pointer is NULL, or
///          the context has no key.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; the other pointers are null, or
/// readable or writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_auth_decrypt_ext(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    output_len: usize,
    olen: *mut usize,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of them.
        let given =
            unsafe { (parts(ctx), olen.as_mut(), boundary::bytes(iv, iv_len), boundary::bytes(ad, ad_len)) };
        let (Some(mut parts), Some(olen), Some(nonce), Some(aad)) = given else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if let Some(kind) = kind(parts.mode) {
            if iv_len != 0 || ad_len != 0 || tag_len != 0 {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            }
            let Engine::Block(cipher) = &parts.work.engine else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
            // SAFETY: the caller vouches for input and output.
            return unsafe { nist_kw::unwrap(cipher, kind, (input, ilen), (output, output_len), olen) };
        }
        let Some(len) = ilen.checked_sub(tag_len).filter(|len| *len <= output_len) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if let Err(code) = may_seal(&parts, nonce, aad, len, tag_len) {
            return code;
        }
        let mut wanted = [0; TAG_MAX];
        // SAFETY: the caller vouches for `ilen` bytes of input; the tag is copied before the output, which may be the same, is
        // written.
        let (tag, text) = unsafe {
            let tag = boundary::bytes(input.wrapping_add(len), tag_len);
            if let Some((tag, copy)) = tag.zip(wanted.get_mut(..tag_len)) {
                copy.copy_from_slice(tag);
            }
            (tag.is_some(), boundary::moved(input, output, len))
        };
        let Some(text) = text.filter(|_| tag) else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        let wanted = wanted.get(..tag_len).unwrap_or_default();
        let at_once = parts.work.engine.at_once().and_then(|key| key.open(nonce, aad, text, wanted));
        let code = match at_once {
            Some(true) => 0,
            Some(false) => MBEDTLS_ERR_CIPHER_AUTH_FAILED,
            None => match run(&mut parts, Direction::Decrypt, nonce, aad, text, tag_len) {
                Ok(made) => compare(made.get(..tag_len), Some(wanted)),
                Err(code) => code,
            },
        };
        if code == 0 {
            *olen = len;
        } else {
            text.zeroize();
        }
        code
    })
}

fn kind(mode: Mode) -> Option<Kind> {
    match mode {
        Mode::Kw => Some(Kind::Plain),
        Mode::Kwp => Some(Kind::Padded),
        _ => None,
    }
}

/// Whether the mode can do a message of these lengths. Nothing is written before.
fn may_seal(parts: &Parts<'_>, nonce: &[u8], aad: &[u8], len: usize, tag_len: usize) -> Result<(), c_int> {
    let (good, code) = match &parts.work.engine {
        Engine::Gcm(..) => {
            let tag = (4..=TAG_MAX).contains(&tag_len);
            (tag && !nonce.is_empty() && len as u64 <= gcm::TEXT_MAX, MBEDTLS_ERR_GCM_BAD_INPUT)
        }
        Engine::Ccm(..) if parts.mode == Mode::Ccm => {
            let tag = matches!(tag_len, 4 | 6 | 8 | 10 | 12 | 14 | 16);
            (tag && aad.len() < 0xff00 && ccm::fits(nonce.len(), len as u64), MBEDTLS_ERR_CCM_BAD_INPUT)
        }
        Engine::ChachaPoly(..) => {
            (tag_len == TAG_MAX && nonce.len() == 12, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)
        }
        Engine::None if matches!(parts.mode, Mode::Gcm | Mode::Ccm | Mode::ChachaPoly) => {
            (false, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)
        }
        _ => (false, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE),
    };
    if good { Ok(()) } else { Err(code) }
}

/// The whole message where it stands, and its tag.
fn run(
    parts: &mut Parts<'_>,
    direction: Direction,
    nonce: &[u8],
    aad: &[u8],
    text: &mut [u8],
    tag_len: usize,
) -> Result<[u8; TAG_MAX], c_int> {
    use Direction::{Decrypt, Encrypt};
    match &mut parts.work.engine {
        Engine::Gcm(cipher, message, _) => {
            message.start(cipher, nonce);
            message.additional(aad);
            match direction {
                Encrypt => message.encrypt(cipher, text),
                Decrypt => message.decrypt(cipher, text),
            }
            Ok(message.tag())
        }
        Engine::Ccm(cipher, ..) => {
            let lengths = ccm::Lengths { aad: aad.len(), text: text.len(), tag: tag_len };
            let mut message = ccm::Ccm::new(cipher, nonce, lengths).ok_or(MBEDTLS_ERR_CCM_BAD_INPUT)?;
            message.additional(cipher, aad);
            match direction {
                Encrypt => message.encrypt(cipher, text),
                Decrypt => message.decrypt(cipher, text),
            }
            let tag = message.tag(cipher);
            message.zeroize();
            Ok(tag)
        }
        Engine::ChachaPoly(message, started, _) => {
            message.start(nonce.try_into().map_err(|_| MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)?);
            message.additional(aad);
            match direction {
                Encrypt => message.encrypt(text),
                Decrypt => message.decrypt(text),
            }
            *started = false;
            Ok(message.tag())
        }
        _ => Err(MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE),
    }
}
