//! `mbedtls/des.h`: DES and triple DES, which protect nothing any more, for what is encrypted with them already. A context holds
//! the key itself, see [`super::block`]; the key decides between encryption and decryption.
//! Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};

use super::block::{self, Codes};
use super::boundary;
use super::codes::{MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED};
use super::self_test::{self, Case};
use crate::crypto::block::{Algorithm, Direction, RawKey};

/// The header has one code only.
const CODES: Codes = Codes {
    bad_input: MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH,
    bad_length: MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH,
};

/// A key of DES. C code may copy it, and need not free it. Its members are private.
#[repr(C)]
pub struct mbedtls_des_context {
    pub(crate) sk: [u32; 32],
}
const _: () = assert!(size_of::<mbedtls_des_context>() == 128 && align_of::<mbedtls_des_context>() == 4);

/// Two or three keys of DES. C code may copy it, and need not free it. Its members are private.
#[repr(C)]
pub struct mbedtls_des3_context {
    pub(crate) sk: [u32; 96],
}
const _: () = assert!(size_of::<mbedtls_des3_context>() == 384 && align_of::<mbedtls_des3_context>() == 4);

/// Makes a context ready for a key.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_init(ctx: *mut mbedtls_des_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_des_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_free(ctx: *mut mbedtls_des_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Makes a context ready for a key.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des3_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_init(ctx: *mut mbedtls_des3_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_des3_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des3_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_free(ctx: *mut mbedtls_des3_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the parity bit of each byte, the lowest, so that the bits that are set are odd in number.
///
/// \param key  The key, 8 bytes. NULL: nothing happens.
///
/// # Safety
/// `key` is null, or readable and writable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_key_set_parity(key: *mut c_uchar) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `key`.
        if let Some(bytes) = unsafe { boundary::array::<KEY_LEN>(key) } {
            // SAFETY: as above.
            unsafe { boundary::put(key, &bytes.map(with_parity)) };
        }
    });
}

/// Whether every byte of a key has its parity bit as mbedtls_des_key_set_parity() sets it.
///
/// \param key  The key, 8 bytes.
///
/// \return  0: it has.
/// \return  1: one has not, or `key` is NULL.
///
/// # Safety
/// `key` is null, or readable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_key_check_key_parity(key: *const c_uchar) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `key`.
        let key = unsafe { boundary::array::<KEY_LEN>(key) };
        c_int::from(key.is_none_or(|key| key.map(with_parity) != key))
    })
}

/// Whether a key is one of the 16 that are weak or weak in pairs: encrypting twice with them gives the text again.
///
/// \param key  The key, 8 bytes, with its parity bits.
///
/// \return  0: it is not.
/// \return  1: it is, or `key` is NULL.
///
/// # Safety
/// `key` is null, or readable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_key_check_weak(key: *const c_uchar) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for `key`.
        let key = unsafe { boundary::array::<KEY_LEN>(key) };
        c_int::from(key.is_none_or(is_weak))
    })
}

/// Sets the key for encryption.
///
/// \param ctx  The context; its former key is forgotten.
/// \param key  8 bytes, the parity bits of which are not looked at; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des_context`; `key` is null, or readable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_setkey_enc(ctx: *mut mbedtls_des_context, key: *const c_uchar) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, Algorithm::Des, Direction::Encrypt, key, 8) })
}

/// Sets the key for decryption.
///
/// \param ctx  The context; its former key is forgotten.
/// \param key  8 bytes, the parity bits of which are not looked at; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des_context`; `key` is null, or readable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_setkey_dec(ctx: *mut mbedtls_des_context, key: *const c_uchar) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, Algorithm::Des, Direction::Decrypt, key, 8) })
}

/// Sets the keys for encryption: the first, the second, and the first again.
///
/// \param ctx  The context; its former key is forgotten.
/// \param key  16 bytes, the parity bits of which are not looked at; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des3_context`; `key` is null, or readable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set2key_enc(
    ctx: *mut mbedtls_des3_context,
    key: *const c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, Algorithm::TripleDes, Direction::Encrypt, key, 16) })
}

/// Sets the keys for decryption: the first, the second, and the first again.
///
/// \param ctx  The context; its former key is forgotten.
/// \param key  16 bytes, the parity bits of which are not looked at; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des3_context`; `key` is null, or readable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set2key_dec(
    ctx: *mut mbedtls_des3_context,
    key: *const c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, Algorithm::TripleDes, Direction::Decrypt, key, 16) })
}

/// Sets the keys for encryption.
///
/// \param ctx  The context; its former key is forgotten.
/// \param key  24 bytes, the parity bits of which are not looked at; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des3_context`; `key` is null, or readable for 24 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set3key_enc(
    ctx: *mut mbedtls_des3_context,
    key: *const c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, Algorithm::TripleDes, Direction::Encrypt, key, 24) })
}

/// Sets the keys for decryption.
///
/// \param ctx  The context; its former key is forgotten.
/// \param key  24 bytes, the parity bits of which are not looked at; they are copied.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_des3_context`; `key` is null, or readable for 24 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set3key_dec(
    ctx: *mut mbedtls_des3_context,
    key: *const c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, Algorithm::TripleDes, Direction::Decrypt, key, 24) })
}

/// Encrypts or decrypts one block, as the key was set for.
///
/// \param ctx     The context with the key.
/// \param input   8 bytes.
/// \param output  Where 8 bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable
/// and writable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_crypt_ecb(
    ctx: *mut mbedtls_des_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all three.
        unsafe {
            block::one_block::<RawKey, _, 8>(ctx, None, input, output, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH)
        }
    })
}

/// CBC over whole blocks.
///
/// \param ctx     The context with the key.
/// \param mode    MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT, as the key was set.
/// \param length  The length of the data, in bytes: a multiple of 8.
/// \param iv      The IV, 8 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: `length` is no multiple of 8, `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv` is null, or readable and writable for
/// 8 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_crypt_cbc(
    ctx: *mut mbedtls_des_context,
    mode: c_int,
    length: usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let buffers = [input.cast_mut(), output];
        let direction = block::direction(mode);
        // SAFETY: the caller vouches for all of it.
        unsafe { block::cbc::<RawKey, _, 8>(ctx, None, direction, iv, buffers, length, &CODES) }
    })
}

/// Encrypts or decrypts one block, as the key was set for.
///
/// \param ctx     The context with the key.
/// \param input   8 bytes.
/// \param output  Where 8 bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable
/// and writable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_crypt_ecb(
    ctx: *mut mbedtls_des3_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all three.
        unsafe {
            block::one_block::<RawKey, _, 8>(ctx, None, input, output, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH)
        }
    })
}

/// CBC over whole blocks.
///
/// \param ctx     The context with the key.
/// \param mode    MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT, as the key was set.
/// \param length  The length of the data, in bytes: a multiple of 8.
/// \param iv      The IV, 8 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: `length` is no multiple of 8, `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv` is null, or readable and writable for
/// 8 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_crypt_cbc(
    ctx: *mut mbedtls_des3_context,
    mode: c_int,
    length: usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let buffers = [input.cast_mut(), output];
        let direction = block::direction(mode);
        // SAFETY: the caller vouches for all of it.
        unsafe { block::cbc::<RawKey, _, 8>(ctx, None, direction, iv, buffers, length, &CODES) }
    })
}

/// Fills in what a mbedtls_des_context holds, for encryption.
///
/// \param SK   Where it goes: 32 words, in a form of the library's own. NULL: nothing happens.
/// \param key  The key, 8 bytes.
///
/// # Safety
/// `SK` is null, or writable for 32 words; `key` is null, or readable for 8 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_setkey(SK: *mut u32, key: *const c_uchar) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for both; a context is 32 words.
        unsafe {
            set_key(SK.cast::<mbedtls_des_context>(), Algorithm::Des, Direction::Encrypt, key, KEY_LEN);
        }
    });
}

/// Computes known answers.
///
/// \param verbose  Not 0: says on the standard output what was computed and whether it was right.
///
/// \return  0: all were right.
/// \return  1: one was not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_des_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

const KEY_LEN: usize = 8;

unsafe fn set_key<C>(
    ctx: *mut C,
    algorithm: Algorithm,
    direction: Direction,
    key: *const c_uchar,
    len: usize,
) -> c_int {
    let codes = [MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH];
    // SAFETY: the caller vouches for both.
    unsafe { block::set_key::<RawKey, _>(ctx, algorithm, direction, key, Some(len), codes) }
}

fn with_parity(byte: u8) -> u8 {
    let high = byte & 0xfe;
    high | u8::from(high.count_ones().is_multiple_of(2))
}

/// The halves of a weak key are of two bytes in turn, out of four pairs: the one of both is for the first half's schedule, the
/// other for the second's (NIST SP 800-67 section 3.3.2).
fn is_weak(key: [u8; KEY_LEN]) -> bool {
    const PAIRS: [[u8; 2]; 4] = [[0x01, 0x01], [0x1f, 0x0e], [0xe0, 0xf1], [0xfe, 0xfe]];
    let weak = |[a, a2]: [u8; 2], [b, b2]: [u8; 2]| [a, b, a, b, a2, b2, a2, b2];
    PAIRS.iter().any(|first| PAIRS.iter().any(|second| weak(*first, *second) == key))
}

/// NIST SP 800-67 appendix B.
const KNOWN_ANSWERS: &[Case] = &[
    (c"DES-ECB", || {
        let (plain, sealed) = ("4e6f772069732074", "3fa40e8a984d4815");
        known(Algorithm::Des, &self_test::hex::<8>("0123456789abcdef"), plain, sealed)
    }),
    (c"DES3-ECB", || {
        let keys = self_test::hex::<24>("0123456789abcdef23456789abcdef01456789abcdef0123");
        known(Algorithm::TripleDes, &keys, "5468652071756663", "a826fd8ce53b855f")
    }),
];

fn known(algorithm: Algorithm, key: &[u8], plain: &str, sealed: &str) -> bool {
    self_test::block::<8>(algorithm, key, self_test::hex(plain), self_test::hex(sealed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_keys_undo_themselves_or_each_other() {
        let mut found = 0;
        for a in [0x01, 0x1f, 0xe0, 0xfe] {
            for b in [0x01, 0x1f, 0xe0, 0xfe] {
                let half = |byte: u8| match byte {
                    0x1f => 0x0e,
                    0xe0 => 0xf1,
                    byte => byte,
                };
                let key = [a, b, a, b, half(a), half(b), half(a), half(b)];
                let twin = [b, a, b, a, half(b), half(a), half(b), half(a)];
                assert!(is_weak(key) && key.map(with_parity) == key);
                let apply = |key: [u8; 8], mut block: [u8; 8]| {
                    let raw = RawKey::new(Algorithm::Des, Direction::Encrypt, &key).unwrap();
                    raw.cipher().unwrap().apply(&mut block);
                    block
                };
                assert_eq!(apply(twin, apply(key, [7; 8])), [7; 8]);
                found += 1;
            }
        }
        assert_eq!(found, 16);
        assert!(!is_weak([0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef]));
    }
}
