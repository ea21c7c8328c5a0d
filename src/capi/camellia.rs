//! `mbedtls/camellia.h`: Camellia, alone and in the modes that do not authenticate. A context holds the key itself, see
//! [`super::block`]; the key decides between encryption and decryption.
//! Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint};

use super::block::{self, Codes};
use super::boundary;
use super::codes::{MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA, MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH};
use super::self_test::{self, Case};
use crate::crypto::block::{Algorithm, Blocks, Direction, RawKey};
use crate::crypto::modes;

const CODES: Codes = Codes {
    bad_input: MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA,
    bad_length: MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH,
};

/// A key of Camellia. C code may copy it, and need not free it. Its members are private.
#[repr(C)]
pub struct mbedtls_camellia_context {
    pub(crate) nr: c_int,
    pub(crate) rk: [u32; 68],
}
const _: () =
    assert!(size_of::<mbedtls_camellia_context>() == 276 && align_of::<mbedtls_camellia_context>() == 4);

/// Makes a context ready for a key.
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_camellia_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_init(ctx: *mut mbedtls_camellia_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_camellia_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_camellia_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_free(ctx: *mut mbedtls_camellia_context) {
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
/// \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: that is no length of a key of Camellia, or `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_camellia_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_setkey_enc(
    ctx: *mut mbedtls_camellia_context,
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
/// \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: that is no length of a key of Camellia, or `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_camellia_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_setkey_dec(
    ctx: *mut mbedtls_camellia_context,
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
/// \param mode    MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT; the key decides which of them.
/// \param input   16 bytes.
/// \param output  Where 16 bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `input` and `output` are null, or readable
/// and writable for 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_crypt_ecb(
    ctx: *mut mbedtls_camellia_context,
    mode: c_int,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        if block::direction(mode).is_none() {
            return MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for all three.
        unsafe {
            block::one_block::<RawKey, _, 16>(ctx, None, input, output, MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA)
        }
    })
}

/// CBC over whole blocks.
///
/// \param ctx     The context with the key.
/// \param mode    MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT, as the key was set.
/// \param length  The length of the data, in bytes: a multiple of 16.
/// \param iv      The IV, 16 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH: `length` is no multiple of 16.
/// \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `mode` is neither, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv` is null, or readable and writable for
/// 16 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_crypt_cbc(
    ctx: *mut mbedtls_camellia_context,
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
        unsafe { block::cbc::<RawKey, _, 16>(ctx, None, direction, iv, buffers, length, &CODES) }
    })
}

/// CFB with segments of a block, on data of any length; what goes on later goes on where this ended.
///
/// \param ctx     The context, with the key set for encryption whatever `mode` is.
/// \param mode    MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT.
/// \param length  The length of the data, in bytes.
/// \param iv_off  Where in the IV to go on, 0 to 15: 0 at first; afterwards where data that goes on will.
/// \param iv      The IV, 16 bytes; afterwards that of data which goes on.
/// \param input   The data.
/// \param output  Where as many bytes go; may be `input`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `mode` is neither, `iv_off` is over 15, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv_off` is null or valid; `iv` is null, or
/// readable and writable for 16 bytes; `input` and `output` are null, or readable and writable for `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_crypt_cfb128(
    ctx: *mut mbedtls_camellia_context,
    mode: c_int,
    length: usize,
    iv_off: *mut usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let Some(direction) = block::direction(mode) else { return MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA };
        let run = |cipher: &dyn Blocks, at: &mut usize, iv: &mut [u8; 16], data: &mut [u8]| {
            modes::cfb(cipher, direction, at, iv, data);
        };
        let buffers = [input.cast_mut(), output];
        // SAFETY: the caller vouches for all of it.
        unsafe {
            block::positioned::<RawKey, _>(
                ctx,
                None,
                (iv_off, iv),
                buffers,
                length,
                MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA,
                run,
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
/// \return  MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: `nc_off` is over 15, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `nc_off` is null or valid; `nonce_counter` and
/// `stream_block` are null, or readable and writable for 16 bytes; `input` and `output` are null, or readable and writable for
/// `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_camellia_crypt_ctr(
    ctx: *mut mbedtls_camellia_context,
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
            block::ctr::<RawKey, _>(
                ctx,
                None,
                nc_off,
                blocks,
                buffers,
                length,
                MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA,
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
pub extern "C" fn mbedtls_camellia_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

unsafe fn set_key(
    ctx: *mut mbedtls_camellia_context,
    direction: Direction,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    let codes = [MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA; 2];
    // SAFETY: the caller vouches for both.
    unsafe {
        block::set_key::<RawKey, _>(
            ctx,
            Algorithm::Camellia,
            direction,
            key,
            block::whole_bytes(keybits),
            codes,
        )
    }
}

/// RFC 3713 appendix A.
const KNOWN_ANSWERS: &[Case] = &[
    (c"Camellia-128-ECB", || known_block(16, "67673138549669730857065648eabe43")),
    (c"Camellia-192-ECB", || known_block(24, "b4993401b3e996f84ee5cee7d79b09b9")),
    (c"Camellia-256-ECB", || known_block(32, "9acc237dff16d76c20ef7c919e3a7509")),
];

fn known_block(key_len: usize, sealed: &str) -> bool {
    let key = self_test::hex::<32>("0123456789abcdeffedcba987654321000112233445566778899aabbccddeeff");
    let plain = self_test::hex::<16>("0123456789abcdeffedcba9876543210");
    let key = key.get(..key_len).unwrap_or_default();
    self_test::block(Algorithm::Camellia, key, plain, self_test::hex(sealed))
}
