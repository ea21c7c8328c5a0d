//! `mbedtls/cmac.h`: CMAC, on a cipher context that is set up for ECB.

use std::ffi::{c_int, c_uchar};

use super::boundary;
use super::cipher::{
    cmac_parts, mbedtls_cipher_context_t, mbedtls_cipher_free, mbedtls_cipher_info_t, mbedtls_cipher_init,
    mbedtls_cipher_setkey, mbedtls_cipher_setup, start_cmac,
};
use super::codes::MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
use super::self_test::{self, Case};
use crate::crypto::block::{Algorithm, BlockCipher, Direction};
use crate::crypto::cmac::Cmac;

const MBEDTLS_ENCRYPT: c_int = 1;
const MBEDTLS_AES_BLOCK_SIZE: usize = 16;

/// Begins a MAC.
///
/// \param ctx      The cipher context, set up for AES or triple DES with three keys in ECB mode.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits, which is the cipher's.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another cipher or length, a pointer is NULL, or the context is not set up.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `key` is null, or readable for
/// `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_starts(
    ctx: *mut mbedtls_cipher_context_t,
    key: *const c_uchar,
    keybits: usize,
) -> c_int {
    boundary::enter(|| {
        let Ok(keybits) = c_int::try_from(keybits) else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for both.
        unsafe {
            let code = mbedtls_cipher_setkey(ctx, key, keybits, MBEDTLS_ENCRYPT);
            if code != 0 {
                return code;
            }
            if start_cmac(ctx) { 0 } else { MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA }
        }
    })
}

/// Takes in the next part of the message.
///
/// \param ctx    The context, with a MAC begun.
/// \param input  The part.
/// \param ilen   Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, or no MAC was begun.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `input` is null, or readable for `ilen`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_update(
    ctx: *mut mbedtls_cipher_context_t,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    boundary::enter(|| {
        if input.is_null() {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for both.
        let (Some((cipher, cmac)), Some(input)) =
            (unsafe { (cmac_parts(ctx), boundary::bytes(input, ilen)) })
        else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        cmac.update(cipher, input);
        0
    })
}

/// Ends a MAC. The next message may begin, with the same key.
///
/// \param ctx     The context, with a MAC begun.
/// \param output  Where the MAC goes, a block of the cipher: 16 bytes, or 8 for triple DES.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, or no MAC was begun.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `output` is null, or writable for a
/// block.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_finish(
    ctx: *mut mbedtls_cipher_context_t,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let parts = unsafe { cmac_parts(ctx) };
        let Some((cipher, cmac)) = parts.filter(|_| !output.is_null()) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let mac = cmac.finish(cipher);
        // SAFETY: the caller vouches for a block.
        unsafe { boundary::put(output, mac.get(..cipher.block_len()).unwrap_or_default()) };
        0
    })
}

/// Begins another message with the same key; what was taken in is forgotten.
///
/// \param ctx  The context, with a MAC begun.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `ctx` is NULL, or no MAC was begun.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_reset(ctx: *mut mbedtls_cipher_context_t) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some((cipher, cmac)) = (unsafe { cmac_parts(ctx) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        *cmac = Cmac::new(cipher.block_len());
        0
    })
}

/// The MAC of a whole message.
///
/// \param cipher_info  AES or triple DES with three keys, in ECB mode.
/// \param key          The key.
/// \param keylen       Its length in bits, which is the cipher's.
/// \param input        The message.
/// \param ilen         Its length in bytes.
/// \param output       Where the MAC goes, a block of the cipher: 16 bytes, or 8 for triple DES.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: another cipher or length, or a pointer is NULL.
///
/// # Safety
/// `cipher_info` is null, or from this library; the other pointers are null, or readable or writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac(
    cipher_info: *const mbedtls_cipher_info_t,
    key: *const c_uchar,
    keylen: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let mut ctx = std::mem::MaybeUninit::<mbedtls_cipher_context_t>::uninit();
        let ctx = ctx.as_mut_ptr();
        // SAFETY: the caller vouches for the arguments; the context is ours, from init to free.
        unsafe {
            mbedtls_cipher_init(ctx);
            let mut code = mbedtls_cipher_setup(ctx, cipher_info);
            if code == 0 {
                code = mbedtls_cipher_cmac_starts(ctx, key, keylen);
            }
            if code == 0 {
                code = mbedtls_cipher_cmac_update(ctx, input, ilen);
            }
            if code == 0 {
                code = mbedtls_cipher_cmac_finish(ctx, output);
            }
            mbedtls_cipher_free(ctx);
            code
        }
    })
}

/// AES-CMAC-PRF-128 (RFC 4615): the MAC of a message, with a key of any length.
///
/// \param key      The key.
/// \param key_len  Its length in bytes.
/// \param input    The message.
/// \param in_len   Its length in bytes.
/// \param output   Where 16 bytes go.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL.
///
/// # Safety
/// `key` is null, or readable for `key_len` bytes; `input` is null, or readable for `in_len` bytes; `output` is null, or
/// writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_cmac_prf_128(
    key: *const c_uchar,
    key_len: usize,
    input: *const c_uchar,
    in_len: usize,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        if key.is_null() || input.is_null() || output.is_null() {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for both.
        let (Some(key), Some(input)) =
            (unsafe { (boundary::bytes(key, key_len), boundary::bytes(input, in_len)) })
        else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let Some(mac) = prf_128(key, input) else { return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for 16 bytes.
        unsafe { boundary::put(output, &mac) };
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
pub extern "C" fn mbedtls_cmac_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

/// RFC 4615 section 3: a key of another length than 16 bytes is made one first.
fn prf_128(key: &[u8], input: &[u8]) -> Option<[u8; MBEDTLS_AES_BLOCK_SIZE]> {
    let mac = |key: &[u8], message: &[u8]| {
        let cipher = BlockCipher::new(Algorithm::Aes, Direction::Encrypt, key)?;
        let mut cmac = Cmac::new(MBEDTLS_AES_BLOCK_SIZE);
        cmac.update(&cipher, message);
        Some(cmac.finish(&cipher))
    };
    match key.len() {
        MBEDTLS_AES_BLOCK_SIZE => mac(key, input),
        _ => mac(zeroize::Zeroizing::new(mac(&[0; 16], key)?).as_slice(), input),
    }
}

/// RFC 4493 section 4, RFC 4615 section 4.
const KNOWN_ANSWERS: &[Case] = &[
    (c"AES-128-CMAC", || {
        let key = self_test::hex::<16>("2b7e151628aed2a6abf7158809cf4f3c");
        let message = self_test::hex::<16>("6bc1bee22e409f96e93d7e117393172a");
        let known = |message: &[u8], mac| prf_128(&key, message) == Some(self_test::hex(mac));
        known(&[], "bb1d6929e95937287fa37d129b756746") && known(&message, "070a16b46b4d4144f79bdd9dd04a287c")
    }),
    (c"AES-CMAC-PRF-128", || {
        let key = self_test::hex::<18>("000102030405060708090a0b0c0d0e0fedcb");
        let known = |len: usize, prf| {
            let key = key.get(..len).unwrap_or_default();
            prf_128(key, &self_test::counting::<20>()) == Some(self_test::hex(prf))
        };
        known(18, "84a348a4a45d235babfffc0d2b4da09a")
            && known(16, "980ae87b5f4c9c5214f5b6a8455e4c2d")
            && known(10, "290d9e112edb09ee141fcf64c0b72f3d")
    }),
];
