//! `mbedtls/aes.h`: AES, alone and in the modes that do not authenticate. A context holds the key and its round keys, see
//! [`super::block`]; the mode that a function is called with decides between encryption and decryption.
//! Layouts are those of Debian 13 on x86_64, asserted here.

pub mod xts;

use std::ffi::{c_int, c_uchar, c_uint};

use super::block::{self, AesKey, Codes};
use super::boundary;
use super::codes::{
    MBEDTLS_ERR_AES_BAD_INPUT_DATA, MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_AES_INVALID_KEY_LENGTH,
};
use super::self_test::{self, Case};
use crate::crypto::block::{Algorithm, BlockCipher, Blocks, Direction};
use crate::crypto::modes;

const CODES: Codes =
    Codes { bad_input: MBEDTLS_ERR_AES_BAD_INPUT_DATA, bad_length: MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH };

/// An AES key. C code may copy it, and need not free it. Its members are private.
#[repr(C)]
pub struct mbedtls_aes_context {
    pub(crate) nr: c_int,
    pub(crate) rk_offset: usize,
    pub(crate) buf: [u32; 68],
}
const _: () = assert!(size_of::<mbedtls_aes_context>() == 288 && align_of::<mbedtls_aes_context>() == 8);

/// Makes a context ready for a key.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_init(ctx: *mut mbedtls_aes_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_aes_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_free(ctx: *mut mbedtls_aes_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the key for encryption.
///
/// \param ctx      The context; its former key is forgotten.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits: 128, 192 or 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an AES key.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_setkey_enc(
    ctx: *mut mbedtls_aes_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    let direction = Direction::Encrypt;
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, direction, key, keybits) })
}

/// Sets the key for decryption.
///
/// \param ctx      The context; its former key is forgotten.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits: 128, 192 or 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: that is no length of an AES key.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_aes_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_setkey_dec(
    ctx: *mut mbedtls_aes_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    let direction = Direction::Decrypt;
    // SAFETY: the caller vouches for both.
    boundary::enter(|| unsafe { set_key(ctx, direction, key, keybits) })
}

/// Encrypts or decrypts one block.
///
/// \param ctx     The context with the key.
/// \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param input   16 bytes.
/// \param output  Where 16 bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable
/// and writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_ecb(
    ctx: *mut mbedtls_aes_context,
    mode: c_int,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let Some(direction) = block::direction(mode) else { return MBEDTLS_ERR_AES_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for all three.
        unsafe {
            block::one_block::<AesKey, _, 16>(
                ctx,
                Some(direction),
                input,
                output,
                MBEDTLS_ERR_AES_BAD_INPUT_DATA,
            )
        }
    })
}

/// Encrypts one block; the same as mbedtls_aes_crypt_ecb().
///
/// \param ctx     The context with the key.
/// \param input   16 bytes.
/// \param output  Where 16 bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable
/// and writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_aes_encrypt(
    ctx: *mut mbedtls_aes_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for all three.
    unsafe { mbedtls_aes_crypt_ecb(ctx, MBEDTLS_AES_ENCRYPT, input, output) }
}

/// Decrypts one block; the same as mbedtls_aes_crypt_ecb().
///
/// \param ctx     The context with the key.
/// \param input   16 bytes.
/// \param output  Where 16 bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable
/// and writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_aes_decrypt(
    ctx: *mut mbedtls_aes_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: the caller vouches for all three.
    unsafe { mbedtls_aes_crypt_ecb(ctx, MBEDTLS_AES_DECRYPT, input, output) }
}

/// CBC over whole blocks.
///
/// \param ctx     The context with the key.
/// \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length  The length of the data, in bytes: a multiple of 16.
/// \param iv      The IV, 16 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: `length` is no multiple of 16.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv` is null, or readable and writable for
/// 16 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_cbc(
    ctx: *mut mbedtls_aes_context,
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
        unsafe { block::cbc::<AesKey, _, 16>(ctx, direction, direction, iv, buffers, length, &CODES) }
    })
}

/// CFB with segments of a block, on data of any length; what goes on later goes on where this ended.
///
/// \param ctx     The context, with the key set for encryption whatever `mode` is.
/// \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length  The length of the data, in bytes.
/// \param iv_off  Where in the IV to go on, 0 to 15: 0 at first; afterwards where data that goes on will.
/// \param iv      The IV, 16 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, `iv_off` is over 15, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv_off` is null or valid; `iv` is null, or
/// readable and writable for 16 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_cfb128(
    ctx: *mut mbedtls_aes_context,
    mode: c_int,
    length: usize,
    iv_off: *mut usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let Some(direction) = block::direction(mode) else { return MBEDTLS_ERR_AES_BAD_INPUT_DATA };
        let run = |cipher: &dyn Blocks, at: &mut usize, iv: &mut [u8; 16], data: &mut [u8]| {
            modes::cfb(cipher, direction, at, iv, data);
        };
        let buffers = [input.cast_mut(), output];
        // SAFETY: the caller vouches for all of it.
        unsafe {
            block::positioned::<AesKey, _>(
                ctx,
                FORWARDS,
                (iv_off, iv),
                buffers,
                length,
                MBEDTLS_ERR_AES_BAD_INPUT_DATA,
                run,
            )
        }
    })
}

/// CFB with segments of a byte.
///
/// \param ctx     The context, with the key set for encryption whatever `mode` is.
/// \param mode    MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length  The length of the data, in bytes.
/// \param iv      The IV, 16 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv` is null, or readable and writable for
/// 16 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_cfb8(
    ctx: *mut mbedtls_aes_context,
    mode: c_int,
    length: usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let Some(direction) = block::direction(mode) else { return MBEDTLS_ERR_AES_BAD_INPUT_DATA };
        let run = |cipher: &dyn Blocks, _: &mut usize, iv: &mut [u8; 16], data: &mut [u8]| {
            modes::cfb8(cipher, direction, iv, data);
        };
        let buffers = [input.cast_mut(), output];
        // SAFETY: the caller vouches for all of it; the position is ours.
        unsafe {
            block::positioned::<AesKey, _>(
                ctx,
                FORWARDS,
                (&mut 0, iv),
                buffers,
                length,
                MBEDTLS_ERR_AES_BAD_INPUT_DATA,
                run,
            )
        }
    })
}

/// OFB, which is the same for both directions, on data of any length; what goes on later goes on where this ended.
///
/// \param ctx     The context, with the key set for encryption.
/// \param length  The length of the data, in bytes.
/// \param iv_off  Where in the IV to go on, 0 to 15: 0 at first; afterwards where data that goes on will.
/// \param iv      The IV, 16 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `iv_off` is over 15, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv_off` is null or valid; `iv` is null, or
/// readable and writable for 16 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_ofb(
    ctx: *mut mbedtls_aes_context,
    length: usize,
    iv_off: *mut usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let buffers = [input.cast_mut(), output];
        // SAFETY: the caller vouches for all of it.
        unsafe {
            block::positioned::<AesKey, _>(
                ctx,
                FORWARDS,
                (iv_off, iv),
                buffers,
                length,
                MBEDTLS_ERR_AES_BAD_INPUT_DATA,
                modes::ofb,
            )
        }
    })
}

/// CTR, which is the same for both directions, on data of any length; what goes on later goes on where this ended.
///
/// \param ctx            The context, with the key set for encryption.
/// \param length         The length of the data, in bytes.
/// \param nc_off         Where in `stream_block` to go on, 0 to 15: 0 at first.
/// \param nonce_counter  The counter, 16 bytes; afterwards that of the next block.
/// \param stream_block   16 bytes that belong to the library between the calls.
/// \param input          The data.
/// \param output         Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_AES_BAD_INPUT_DATA: `nc_off` is over 15, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `nc_off` is null or valid; `nonce_counter` and
/// `stream_block` are null, or readable and writable for 16 bytes; `input` and `output` are null, or readable and writable for
/// `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_ctr(
    ctx: *mut mbedtls_aes_context,
    length: usize,
    nc_off: *mut usize,
    nonce_counter: *mut c_uchar,
    stream_block: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let blocks = [nonce_counter, stream_block];
        let buffers = [input.cast_mut(), output];
        // SAFETY: the caller vouches for all of it.
        unsafe {
            block::ctr::<AesKey, _>(
                ctx,
                FORWARDS,
                nc_off,
                blocks,
                buffers,
                length,
                MBEDTLS_ERR_AES_BAD_INPUT_DATA,
            )
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
pub extern "C" fn mbedtls_aes_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

const MBEDTLS_AES_ENCRYPT: c_int = 1;
const MBEDTLS_AES_DECRYPT: c_int = 0;

unsafe fn set_key(
    ctx: *mut mbedtls_aes_context,
    direction: Direction,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    let codes = [MBEDTLS_ERR_AES_INVALID_KEY_LENGTH, MBEDTLS_ERR_AES_BAD_INPUT_DATA];
    // SAFETY: the caller vouches for both.
    unsafe {
        block::set_key::<AesKey, _>(ctx, Algorithm::Aes, direction, key, block::whole_bytes(keybits), codes)
    }
}

/// The modes that make a key stream only encrypt.
const FORWARDS: Option<Direction> = Some(Direction::Encrypt);

/// FIPS 197 appendix C, NIST SP 800-38A appendix F, IEEE 1619 annex B.
const KNOWN_ANSWERS: &[Case] = &[
    (c"AES-128-ECB", || known_block(16, "69c4e0d86a7b0430d8cdb78070b4c55a")),
    (c"AES-192-ECB", || known_block(24, "dda97ca4864cdfe06eaf70a0ec0d7191")),
    (c"AES-256-ECB", || known_block(32, "8ea2b7ca516745bfeafc49904b496089")),
    (c"AES-128-CBC", || known_mode("7649abac8119b246cee98e9b12e9197d", modes::cbc_encrypt)),
    (c"AES-128-CFB128", || {
        known_mode("3b3fd92eb72dad20333449f8e83cfb4a", |key, iv, data| {
            modes::cfb(key, Direction::Encrypt, &mut 0, iv, data);
        })
    }),
    (c"AES-128-OFB", || {
        known_mode("3b3fd92eb72dad20333449f8e83cfb4a", |key, iv, data| modes::ofb(key, &mut 0, iv, data))
    }),
    (c"AES-128-CTR", || {
        known_mode("874d6191b620e3261bef6864990db6ce", |key, _, data| {
            let mut counter = self_test::hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
            modes::ctr(key, &mut 0, &mut counter, &mut [0; 16], data);
        })
    }),
    (c"AES-128-XTS", || {
        let Some(cipher) = BlockCipher::new(Algorithm::Aes, Direction::Encrypt, &[0; 16]) else {
            return false;
        };
        let (mut tweak, mut data) = ([0; 16], [0; 32]);
        cipher.apply(&mut tweak);
        modes::xts(&cipher, Direction::Encrypt, tweak, &mut data);
        data == self_test::hex("917cf69ebd68b2ec9b9fe9a3eadda692cd43d2f59598ed858c02c2652fbf922e")
    }),
];

fn known_block(key_len: usize, sealed: &str) -> bool {
    let key = self_test::counting::<32>();
    let plain = self_test::hex::<16>("00112233445566778899aabbccddeeff");
    let key = key.get(..key_len).unwrap_or_default();
    self_test::block(Algorithm::Aes, key, plain, self_test::hex(sealed))
}

fn known_mode(sealed: &str, run: fn(&dyn Blocks, &mut [u8; 16], &mut [u8])) -> bool {
    let key = self_test::hex::<16>("2b7e151628aed2a6abf7158809cf4f3c");
    let mut data = self_test::hex::<16>("6bc1bee22e409f96e93d7e117393172a");
    let Some(cipher) = BlockCipher::new(Algorithm::Aes, Direction::Encrypt, &key) else { return false };
    run(&cipher, &mut self_test::counting(), &mut data);
    data == self_test::hex(sealed)
}
