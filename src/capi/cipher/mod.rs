//! `mbedtls/cipher.h`: every cipher and mode behind one type. A context leads to a [`work::Work`] in a box, from
//! mbedtls_cipher_setup() to mbedtls_cipher_free().
//! Layouts are those of Debian 13 on x86_64, asserted here.

pub mod aead;
pub mod info;
pub mod update;
mod work;

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

use zeroize::Zeroize;

use super::block::whole_bytes;
use super::boundary;
use super::codes::{
    MBEDTLS_ERR_CCM_BAD_INPUT, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
    MBEDTLS_ERR_GCM_BAD_INPUT,
};
use crate::crypto::block::{Algorithm, BlockCipher, Direction};
use crate::crypto::cmac::Cmac;
use info::Mode;
use work::{Engine, Work};

pub(crate) use info::block_algorithm;
pub use info::mbedtls_cipher_info_t;
pub(crate) use work::Padding;

/// A cipher with its key length and mode, by number.
pub type mbedtls_cipher_type_t = c_uint;
/// A cipher by number.
pub type mbedtls_cipher_id_t = c_uint;
/// A mode of operation by number.
pub type mbedtls_cipher_mode_t = c_uint;
/// A padding by number.
pub type mbedtls_cipher_padding_t = c_uint;
/// Encrypting or decrypting.
pub type mbedtls_operation_t = c_int;

const MBEDTLS_OPERATION_NONE: c_int = -1;
const MBEDTLS_DECRYPT: c_int = 0;
const MBEDTLS_ENCRYPT: c_int = 1;
const MBEDTLS_MAX_IV_LENGTH: usize = 16;

/// The state of a CMAC: mbedtls/cmac.h has it.
pub enum mbedtls_cmac_context_t {}

/// A cipher at work. Its members are private.
#[repr(C)]
pub struct mbedtls_cipher_context_t {
    /// Which cipher; null before setup.
    pub(crate) cipher_info: *const mbedtls_cipher_info_t,
    pub(crate) key_bitlen: c_int,
    /// Encrypting, decrypting, or not yet set.
    pub(crate) operation: mbedtls_operation_t,
    pub(crate) add_padding:
        Option<unsafe extern "C" fn(output: *mut c_uchar, output_len: usize, data_len: usize)>,
    pub(crate) get_padding: Option<
        unsafe extern "C" fn(
            input: *mut c_uchar,
            input_len: usize,
            data_len: *mut usize,
            invalid_padding: *mut usize,
        ) -> c_int,
    >,
    pub(crate) unprocessed_data: [c_uchar; 16],
    pub(crate) unprocessed_len: usize,
    pub(crate) iv: [c_uchar; 16],
    /// The length of the IV in bytes, where it varies.
    pub(crate) iv_size: usize,
    pub(crate) cipher_ctx: *mut c_void,
    pub(crate) cmac_ctx: *mut mbedtls_cmac_context_t,
}
const _: () =
    assert!(size_of::<mbedtls_cipher_context_t>() == 96 && align_of::<mbedtls_cipher_context_t>() == 8);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, cipher_info) == 0);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, operation) == 12);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, iv_size) == 72);

/// A context that was set up, taken apart so that each part can be written by itself.
struct Parts<'a> {
    info: &'static mbedtls_cipher_info_t,
    mode: Mode,
    key_bitlen: &'a mut c_int,
    operation: &'a mut mbedtls_operation_t,
    unprocessed_data: &'a mut [u8; 16],
    unprocessed_len: &'a mut usize,
    iv: &'a mut [u8; 16],
    iv_size: &'a mut usize,
    work: &'a mut Work,
}

impl Parts<'_> {
    fn direction(&self) -> Option<Direction> {
        match *self.operation {
            MBEDTLS_ENCRYPT => Some(Direction::Encrypt),
            MBEDTLS_DECRYPT => Some(Direction::Decrypt),
            _ => None,
        }
    }
}

/// `None`: null, or not set up.
///
/// # Safety
/// `ctx` is null, or points to a context that nothing else touches during `'a`.
unsafe fn parts<'a>(ctx: *mut mbedtls_cipher_context_t) -> Option<Parts<'a>> {
    // SAFETY: the caller vouches for `ctx`; what it leads to is the library's own.
    unsafe {
        let ctx = ctx.as_mut()?;
        let info = ctx.cipher_info.as_ref()?;
        Some(Parts {
            info,
            mode: info.mode()?,
            key_bitlen: &mut ctx.key_bitlen,
            operation: &mut ctx.operation,
            unprocessed_data: &mut ctx.unprocessed_data,
            unprocessed_len: &mut ctx.unprocessed_len,
            iv: &mut ctx.iv,
            iv_size: &mut ctx.iv_size,
            work: ctx.cipher_ctx.cast::<Work>().as_mut()?,
        })
    }
}

/// The cipher and the CMAC of a context that has a key for one. `None`: it has none.
///
/// # Safety
/// `ctx` is null, or points to a context that nothing else touches during `'a`.
pub(crate) unsafe fn cmac_parts<'a>(
    ctx: *mut mbedtls_cipher_context_t,
) -> Option<(&'a BlockCipher, &'a mut Cmac)> {
    // SAFETY: the caller vouches for `ctx`; what it leads to is the library's own.
    unsafe {
        let ctx = ctx.as_mut()?;
        let work = ctx.cipher_ctx.cast::<Work>().as_ref()?;
        let Engine::Block(cipher) = &work.engine else { return None };
        Some((cipher, ctx.cmac_ctx.cast::<Cmac>().as_mut()?))
    }
}

/// Begins a CMAC with the key that a context has. `false`: the cipher is not one for it.
///
/// # Safety
/// `ctx` is null, or points to a context that nothing else touches meanwhile.
pub(crate) unsafe fn start_cmac(ctx: *mut mbedtls_cipher_context_t) -> bool {
    // SAFETY: the caller vouches for `ctx`; what it leads to is the library's own.
    unsafe {
        let Some(parts) = parts(ctx) else { return false };
        let (algorithm, key_bitlen) = (parts.info.algorithm(), parts.info.key_bitlen());
        let known =
            algorithm == Some(Algorithm::Aes) || algorithm == Some(Algorithm::TripleDes) && key_bitlen == 192;
        if !known || parts.mode != Mode::Ecb {
            return false;
        }
        let fresh = Cmac::new(parts.info.block_size());
        match (*ctx).cmac_ctx.cast::<Cmac>().as_mut() {
            Some(cmac) => *cmac = fresh,
            None => (*ctx).cmac_ctx = Box::into_raw(Box::new(fresh)).cast(),
        }
    }
    true
}

/// Makes a context ready for mbedtls_cipher_setup().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_cipher_context_t`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_init(ctx: *mut mbedtls_cipher_context_t) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context that is not set up.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Releases and wipes what a context holds; afterwards it is as mbedtls_cipher_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or points to a context made ready, which no other thread uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_free(ctx: *mut mbedtls_cipher_context_t) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `ctx`; both pointers are null or from a box of ours.
        unsafe {
            let Some(context) = ctx.as_mut() else { return };
            if !context.cipher_ctx.is_null() {
                drop(Box::from_raw(context.cipher_ctx.cast::<Work>()));
            }
            if !context.cmac_ctx.is_null() {
                drop(Box::from_raw(context.cmac_ctx.cast::<Cmac>()));
            }
            boundary::wipe(ctx);
        }
    });
}

/// Chooses the cipher of a context. What uses CBC mode chooses the padding as well, with mbedtls_cipher_set_padding_mode().
///
/// \param ctx          The context, made ready and not set up.
/// \param cipher_info  The cipher, from one of the functions that look one up.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_cipher_context_t`; `cipher_info` is null, or from this library.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_setup(
    ctx: *mut mbedtls_cipher_context_t,
    cipher_info: *const mbedtls_cipher_info_t,
) -> c_int {
    boundary::enter(|| {
        if ctx.is_null() || cipher_info.is_null() {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `ctx`; zeros are a context that is not set up.
        unsafe {
            boundary::zero(ctx);
            (*ctx).cipher_info = cipher_info;
            (*ctx).operation = MBEDTLS_OPERATION_NONE;
            (*ctx).cipher_ctx = Box::into_raw(Box::new(Work::new())).cast::<c_void>();
        }
        0
    })
}

/// Sets the key.
///
/// \param ctx         The context, set up.
/// \param key         The key; it is copied.
/// \param key_bitlen  Its length in bits, which is the cipher's.
/// \param operation   MBEDTLS_ENCRYPT or MBEDTLS_DECRYPT.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another length or operation, a pointer is NULL, or the context is not set up.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `key` is null, or readable for
/// `key_bitlen` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_setkey(
    ctx: *mut mbedtls_cipher_context_t,
    key: *const c_uchar,
    key_bitlen: c_int,
    operation: mbedtls_operation_t,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(parts) = (unsafe { parts(ctx) }) else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        let direction = match operation {
            MBEDTLS_DECRYPT => Direction::Decrypt,
            MBEDTLS_ENCRYPT => Direction::Encrypt,
            _ if matches!(parts.mode, Mode::Cfb | Mode::Ofb | Mode::Ctr) => Direction::Encrypt,
            _ => return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        };
        let len = c_uint::try_from(key_bitlen).ok().and_then(whole_bytes);
        let Some(len) = len.filter(|_| parts.info.key_bitlen() == key_bitlen) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `key`.
        let engine =
            unsafe { boundary::bytes(key, len) }.and_then(|key| Engine::new(parts.info, direction, key));
        let Some(engine) = engine else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        parts.work.engine = engine;
        (*parts.key_bitlen, *parts.operation) = (key_bitlen, operation);
        0
    })
}

/// Chooses the padding of CBC.
///
/// \param ctx   The context, set up for CBC.
/// \param mode  The padding, such as MBEDTLS_PADDING_NONE.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: there is no such padding.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `ctx` is NULL, not set up, or for another mode.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_set_padding_mode(
    ctx: *mut mbedtls_cipher_context_t,
    mode: mbedtls_cipher_padding_t,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(parts) = (unsafe { parts(ctx) }).filter(|parts| parts.mode == Mode::Cbc) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        parts.work.padding = Some(match mode {
            0 => Padding::Pkcs7,
            1 => Padding::OneAndZeros,
            2 => Padding::ZerosAndLen,
            3 => Padding::Zeros,
            4 => Padding::None,
            _ => return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
        });
        0
    })
}

/// Sets the IV or nonce. What is longer than the cipher's is cut, unless its length may vary.
///
/// \param ctx     The context, with a key.
/// \param iv      The IV. May be NULL if `iv_len` is 0, where the cipher has none.
/// \param iv_len  Its length in bytes, 16 at most.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: it is longer than 16 bytes.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: it is too short, a pointer is NULL, or the context is not set up.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT: not a length that GCM or CCM has, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `iv` is null, or readable for `iv_len`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_set_iv(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(mut parts) = (unsafe { parts(ctx) }) else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        if iv.is_null() && iv_len != 0 {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        if iv_len > MBEDTLS_MAX_IV_LENGTH {
            return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE;
        }
        let wanted = if parts.info.has_variable_iv() { iv_len } else { parts.info.iv_size() };
        let streams = matches!(parts.mode, Mode::Stream | Mode::ChachaPoly);
        if wanted > iv_len || streams && wanted != iv_len {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `iv`.
        let Some(iv) = (unsafe { boundary::bytes(iv, wanted) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        set_iv(&mut parts, iv)
    })
}

fn set_iv(parts: &mut Parts<'_>, iv: &[u8]) -> c_int {
    match (&mut parts.work.engine, parts.mode) {
        (Engine::ChaCha20(cipher), _) => {
            let Ok(nonce) = iv.try_into() else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
            cipher.start(nonce, 0);
        }
        (Engine::Gcm(cipher, message, _), _) if !iv.is_empty() => {
            message.start(cipher, iv);
            return 0;
        }
        (_, Mode::Gcm) => return MBEDTLS_ERR_GCM_BAD_INPUT,
        (engine, Mode::CcmStarNoTag) => {
            return if engine.start_without_tag(iv).is_some() { 0 } else { MBEDTLS_ERR_CCM_BAD_INPUT };
        }
        _ => {}
    }
    if let Some(room) = parts.iv.get_mut(..iv.len()).filter(|room| !room.is_empty()) {
        room.copy_from_slice(iv);
        *parts.iv_size = iv.len();
    }
    parts.work.offset = 0;
    0
}

/// Forgets data that was given and not yet processed. Key and IV stay.
///
/// \param ctx  The context, set up.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `ctx` is NULL or not set up.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_reset(ctx: *mut mbedtls_cipher_context_t) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(parts) = (unsafe { parts(ctx) }) else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        parts.unprocessed_data.zeroize();
        *parts.unprocessed_len = 0;
        0
    })
}
