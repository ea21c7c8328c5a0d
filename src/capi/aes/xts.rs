//! The part of `mbedtls/aes.h` that is XTS.

use std::ffi::{c_int, c_uchar, c_uint};

use super::mbedtls_aes_context;
use crate::capi::block::{self, AesKey, Key};
use crate::capi::boundary::{self, Plain};
use crate::capi::codes::{
    MBEDTLS_ERR_AES_BAD_INPUT_DATA, MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_AES_INVALID_KEY_LENGTH,
};
use crate::crypto::block::{Algorithm, Direction};
use crate::crypto::modes;

/// The longest data unit of XTS: 2^20 blocks (IEEE 1619 section 5.1).
const XTS_MAX: usize = 1 << 24;

/// The two keys of AES in XTS mode. Its members are private.
#[repr(C)]
pub struct mbedtls_aes_xts_context {
    pub(crate) crypt: mbedtls_aes_context,
    pub(crate) tweak: mbedtls_aes_context,
}
const _: () =
    assert!(size_of::<mbedtls_aes_xts_context>() == 576 && align_of::<mbedtls_aes_xts_context>() == 8);

/// What lies in the memory of a `mbedtls_aes_xts_context`.
#[repr(C)]
struct XtsKeys {
    data: AesKey,
    tweak: AesKey,
}
// SAFETY: integers and arrays of integers.
unsafe impl Plain for XtsKeys {}

/// Makes a context ready for a key.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_xts_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_init(ctx: *mut mbedtls_aes_xts_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_aes_xts_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_xts_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_free(ctx: *mut mbedtls_aes_xts_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the key for encryption.
///
/// \param ctx      The context; its former key is forgotten.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits: 256 or 512, that of both halves.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an XTS key.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_xts_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_setkey_enc(
    ctx: *mut mbedtls_aes_xts_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_xts_key(ctx, Direction::Encrypt, key, keybits) })
}

/// Sets the key for decryption.
///
/// \param ctx      The context; its former key is forgotten.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits: 256 or 512, that of both halves.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an XTS key.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_xts_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_setkey_dec(
    ctx: *mut mbedtls_aes_xts_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_xts_key(ctx, Direction::Decrypt, key, keybits) })
}

/// XTS over one data unit, such as a sector of a disk.
///
/// \param ctx        The context with the keys.
/// \param mode       MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length     The length of the data unit, in bytes: 16 to 2^24.
/// \param data_unit  Its number, 16 bytes, the lowest first.
/// \param input      The data.
/// \param output     Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: `length` is out of range.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `data_unit` is null, or readable for 16
/// bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_xts(
    ctx: *mut mbedtls_aes_xts_context,
    mode: c_int,
    length: usize,
    data_unit: *const c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let Some(direction) = block::direction(mode) else { return MBEDTLS_ERR_AES_BAD_INPUT_DATA };
        if !(16..=XTS_MAX).contains(&length) {
            return MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH;
        }
        // SAFETY: the caller vouches for both.
        let (keys, unit) = unsafe { (boundary::state::<_, XtsKeys>(ctx), boundary::array(data_unit)) };
        let (Some(keys), Some(mut tweak)) = (keys, unit) else { return MBEDTLS_ERR_AES_BAD_INPUT_DATA };
        let encrypted = keys.tweak.with(Direction::Encrypt, |cipher| cipher.apply(&mut tweak));
        // SAFETY: the caller vouches for `length` bytes at both.
        let data = encrypted.and_then(|()| unsafe { boundary::moved(input, output, length) });
        let Some(data) = data else { return MBEDTLS_ERR_AES_BAD_INPUT_DATA };
        let done = keys.data.with(direction, |cipher| modes::xts(cipher, direction, tweak, data));
        if done.is_some() { 0 } else { MBEDTLS_ERR_AES_BAD_INPUT_DATA }
    })
}

unsafe fn set_xts_key(
    ctx: *mut mbedtls_aes_xts_context,
    direction: Direction,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    let half_len = match keybits {
        256 => 16,
        512 => 32,
        _ => return MBEDTLS_ERR_AES_INVALID_KEY_LENGTH,
    };
    // SAFETY: the caller vouches for both.
    let (keys, key) = unsafe { (boundary::state::<_, XtsKeys>(ctx), boundary::bytes(key, 2 * half_len)) };
    let (Some(keys), Some(key)) = (keys, key) else { return MBEDTLS_ERR_AES_BAD_INPUT_DATA };
    let (data, tweak) = key.split_at(half_len);
    let set = |place: &mut AesKey, direction, half| place.set(Algorithm::Aes, direction, half);
    match set(&mut keys.data, direction, data).zip(set(&mut keys.tweak, Direction::Encrypt, tweak)) {
        Some(_) => 0,
        None => MBEDTLS_ERR_AES_INVALID_KEY_LENGTH,
    }
}
