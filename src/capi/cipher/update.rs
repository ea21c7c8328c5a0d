//! Data in pieces: what is less than a block waits for the rest.

use std::ffi::{c_int, c_uchar};
use std::ptr;

use super::info::Mode;
use super::work::{Engine, Padding};
use super::{Parts, mbedtls_cipher_context_t, mbedtls_cipher_reset, mbedtls_cipher_set_iv, parts};
use crate::capi::boundary;
use crate::capi::codes::{
    MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_CCM_BAD_INPUT, MBEDTLS_ERR_CHACHAPOLY_BAD_STATE,
    MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
    MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED, MBEDTLS_ERR_CIPHER_INVALID_CONTEXT,
    MBEDTLS_ERR_CIPHER_INVALID_PADDING, MBEDTLS_ERR_GCM_BAD_INPUT,
};
use crate::crypto::block::Direction;

/// Encrypts or decrypts data that may go on. In CBC, what is less than a block waits for the next call, and decryption with
/// padding holds the last block back for mbedtls_cipher_finish(). ECB takes one block, XTS a whole data unit.
///
/// \param ctx     The context, with key and IV.
/// \param input   The data.
/// \param ilen    Its length in bytes.
/// \param output  Where the result goes: up to `ilen` bytes and a block. May be `input` where `ilen` is a multiple of the length
///                of a block, and nothing waits.
/// \param olen    Receives how many bytes were written.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: ECB, and it is not one block.
/// \return  MBEDTLS_ERR_CIPHER_INVALID_CONTEXT: there is no key.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not work in pieces.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, the context is not set up, or `output` may not be `input`.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_CCM_BAD_INPUT, MBEDTLS_ERR_CHACHAPOLY_BAD_STATE,
///          MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: no message was begun, or its length is not the mode's.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `input` is null, or readable for `ilen`
/// bytes; `output` is null, or writable as said above; `olen` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_update(
    ctx: *mut mbedtls_cipher_context_t,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(mut parts), Some(olen)) = (unsafe { (parts(ctx), olen.as_mut()) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // ChaCha20-Poly1305 gives the length with an error as well.
        *olen = if parts.mode == Mode::ChachaPoly { ilen } else { 0 };
        if ilen != 0 && (input.is_null() || output.is_null()) {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        if let Err(code) = may_update(&parts, ilen, ptr::eq(input, output)) {
            return code;
        }
        // SAFETY: the caller vouches for input and output.
        let written = unsafe {
            match parts.mode {
                Mode::Cbc => blocks(&mut parts, input, ilen, output),
                _ => whole(&mut parts, input, ilen, output),
            }
        };
        let Some(written) = written else { return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE };
        *olen = written;
        0
    })
}

fn may_update(parts: &Parts<'_>, ilen: usize, same_buffer: bool) -> Result<(), c_int> {
    let block_size = parts.info.block_size();
    match parts.mode {
        Mode::Ccm | Mode::Kw | Mode::Kwp => {}
        _ if matches!(parts.work.engine, Engine::None) => return Err(MBEDTLS_ERR_CIPHER_INVALID_CONTEXT),
        Mode::Ecb if ilen != block_size => return Err(MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED),
        Mode::Gcm if !parts.work.engine.has_room_for(ilen) => return Err(MBEDTLS_ERR_GCM_BAD_INPUT),
        Mode::CcmStarNoTag if !parts.work.engine.has_room_for(ilen) => return Err(MBEDTLS_ERR_CCM_BAD_INPUT),
        Mode::ChachaPoly if !parts.work.engine.has_room_for(ilen) => {
            return Err(MBEDTLS_ERR_CHACHAPOLY_BAD_STATE);
        }
        Mode::Ecb | Mode::Gcm | Mode::CcmStarNoTag | Mode::ChachaPoly => return Ok(()),
        Mode::Cbc | Mode::Cfb | Mode::Ofb | Mode::Ctr | Mode::Xts | Mode::Stream => {}
    }
    if same_buffer && (*parts.unprocessed_len != 0 || !ilen.is_multiple_of(block_size)) {
        return Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA);
    }
    match parts.mode {
        Mode::Ccm | Mode::Kw | Mode::Kwp => Err(MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE),
        Mode::Xts if !(16..=1 << 24).contains(&ilen) => Err(MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH),
        _ => Ok(()),
    }
}

/// A mode that keeps nothing back.
///
/// # Safety
/// `input` is readable and `output` writable for `ilen` bytes.
unsafe fn whole(parts: &mut Parts<'_>, input: *const u8, ilen: usize, output: *mut u8) -> Option<usize> {
    let direction = parts.direction().unwrap_or(Direction::Encrypt);
    // SAFETY: the caller vouches for both.
    let data = unsafe { boundary::moved(input, output, ilen) }?;
    parts.work.apply(parts.mode, direction, parts.iv, data)?;
    Some(ilen)
}

/// CBC: processes whole blocks of what waits and what comes, and keeps the rest.
///
/// # Safety
/// `input` is readable for `ilen` bytes, and `output` writable for as many and a block.
unsafe fn blocks(parts: &mut Parts<'_>, input: *const u8, ilen: usize, output: *mut u8) -> Option<usize> {
    let direction = parts.direction()?;
    let block_size = parts.info.block_size();
    let waiting = (*parts.unprocessed_len).min(block_size);
    let total = waiting.checked_add(ilen)?;
    let pads = parts.work.padding.is_some_and(|padding| padding != Padding::None);
    let holds_back = direction == Direction::Decrypt && pads;
    let rest_len = match total % block_size {
        0 if holds_back && total != 0 => block_size,
        rest_len => rest_len,
    };
    let ready = total - rest_len;
    if ready == 0 {
        let room = parts.unprocessed_data.get_mut(waiting..total)?;
        // SAFETY: the caller vouches for `ilen` bytes, which are as many as `room` has.
        room.copy_from_slice(unsafe { boundary::bytes(input, ilen) }?);
        *parts.unprocessed_len = total;
        return Some(0);
    }
    // What is ready is at least a block, so that all that waits is part of it.
    let mut rest = [0; 16];
    let (rest, from) = (rest.get_mut(..rest_len)?, ready - waiting);
    // SAFETY: the caller vouches for `ilen` bytes of input, of which the last `rest_len` are copied before output, which may be
    // the same, is written; `ready` is at most `ilen` and a block.
    let data = unsafe {
        rest.copy_from_slice(boundary::bytes(input.add(from), rest_len)?);
        ptr::copy(input, output.add(waiting), from);
        ptr::copy(parts.unprocessed_data.as_ptr(), output, waiting);
        boundary::bytes_mut(output, ready)?
    };
    parts.work.apply(parts.mode, direction, parts.iv, data)?;
    parts.unprocessed_data.get_mut(..rest_len)?.copy_from_slice(rest);
    *parts.unprocessed_len = rest_len;
    Some(ready)
}

/// Ends data in pieces: in CBC, the last block with its padding.
///
/// \param ctx     The context.
/// \param output  Where the rest goes: up to a block. In the other modes there is none.
/// \param olen    Receives how many bytes of it are data.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: it was not whole blocks, and there is no padding.
/// \return  MBEDTLS_ERR_CIPHER_INVALID_PADDING: the padding is not what it should be. Who tells a peer so tells more than is
///          good: see mbedtls_cipher_finish_padded().
/// \return  MBEDTLS_ERR_CIPHER_INVALID_CONTEXT: there is no key.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not work in pieces.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, the context is not set up, or no padding was chosen.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `output` is null, or writable for a
/// block; `olen` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_finish(
    ctx: *mut mbedtls_cipher_context_t,
    output: *mut c_uchar,
    olen: *mut usize,
) -> c_int {
    let mut invalid_padding = 0;
    // SAFETY: as the caller vouches for.
    match unsafe { mbedtls_cipher_finish_padded(ctx, output, olen, &raw mut invalid_padding) } {
        0 if invalid_padding != 0 => MBEDTLS_ERR_CIPHER_INVALID_PADDING,
        code => code,
    }
}

/// As mbedtls_cipher_finish(), but whether the padding is right is told apart from the other outcomes, for programs that must
/// not treat one and the other differently.
///
/// \param ctx              The context.
/// \param output           Where the rest goes: up to a block. In the other modes there is none.
/// \param olen             Receives how many bytes of it are data.
/// \param invalid_padding  Receives 0 if the padding is right, and a value of which all bits are set if not.
///
/// \return  0: done, whatever the padding was.
/// \return  MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED: it was not whole blocks, and there is no padding.
/// \return  MBEDTLS_ERR_CIPHER_INVALID_CONTEXT: there is no key.
/// \return  MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE: the mode does not work in pieces.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a pointer is NULL, the context is not set up, or no padding was chosen.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that no other thread uses meanwhile; `output` is null, or writable for a
/// block; `olen` and `invalid_padding` are null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_finish_padded(
    ctx: *mut mbedtls_cipher_context_t,
    output: *mut c_uchar,
    olen: *mut usize,
    invalid_padding: *mut usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all three.
        let (parts, olen, invalid) = unsafe { (parts(ctx), olen.as_mut(), invalid_padding.as_mut()) };
        let (Some(mut parts), Some(olen), Some(invalid)) = (parts, olen, invalid) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        (*olen, *invalid) = (0, 0);
        match parts.mode {
            Mode::Ecb if *parts.unprocessed_len != 0 => return MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED,
            Mode::Ccm | Mode::Kw | Mode::Kwp => return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
            Mode::Cbc => {}
            _ => return 0,
        }
        let last = match last_block(&mut parts) {
            Ok(last) => last,
            Err(code) => return code,
        };
        let Some(Last { block, len, right }) = last else { return 0 };
        if output.is_null() {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for a block at `output`.
        unsafe { boundary::put(output, block.get(..parts.info.block_size()).unwrap_or_default()) };
        *olen = len;
        *invalid = if right { 0 } else { usize::MAX };
        0
    })
}

/// The last block of CBC.
struct Last {
    block: [u8; 16],
    /// How much of it is data.
    len: usize,
    /// Whether the padding is.
    right: bool,
}

/// `None`: there is none.
fn last_block(parts: &mut Parts<'_>) -> Result<Option<Last>, c_int> {
    let direction = parts.direction().ok_or(MBEDTLS_ERR_CIPHER_INVALID_CONTEXT)?;
    let padding = parts.work.padding.ok_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)?;
    let block_size = parts.info.block_size();
    let waiting = *parts.unprocessed_len;
    let pads = padding != Padding::None;
    match direction {
        _ if !pads && waiting == 0 => return Ok(None),
        Direction::Encrypt if pads => {}
        Direction::Decrypt if waiting == block_size => {}
        _ => return Err(MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED),
    }
    let mut block = *parts.unprocessed_data;
    let data = block.get_mut(..block_size).ok_or(MBEDTLS_ERR_CIPHER_INVALID_CONTEXT)?;
    if direction == Direction::Encrypt {
        padding.add(data, waiting);
    }
    let done = parts.work.apply(parts.mode, direction, parts.iv, data);
    done.ok_or(MBEDTLS_ERR_CIPHER_INVALID_CONTEXT)?;
    let (len, right) = match direction {
        Direction::Encrypt => (block_size, true),
        Direction::Decrypt => padding.remove(data),
    };
    Ok(Some(Last { block, len, right }))
}

/// Encrypts or decrypts all data at once: mbedtls_cipher_set_iv(), mbedtls_cipher_reset(), mbedtls_cipher_update() and
/// mbedtls_cipher_finish() after each other.
///
/// \param ctx     The context, with a key.
/// \param iv      The IV. May be NULL if `iv_len` is 0, where the cipher has none.
/// \param iv_len  Its length in bytes.
/// \param input   The data.
/// \param ilen    Its length in bytes.
/// \param output  Where the result goes: up to `ilen` bytes and a block.
/// \param olen    Receives how many bytes were written.
///
/// \return  0: done.
/// \return  The codes of these functions.
///
/// # Safety
/// As for these functions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_crypt(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
) -> c_int {
    boundary::enter(|| {
        if olen.is_null() {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        let mut last = 0;
        // SAFETY: as the caller vouches for; `olen` is not null, and what `update` wrote is in front of what `finish` writes.
        unsafe {
            let mut code = mbedtls_cipher_set_iv(ctx, iv, iv_len);
            if code == 0 {
                code = mbedtls_cipher_reset(ctx);
            }
            if code == 0 {
                code = mbedtls_cipher_update(ctx, input, ilen, output, olen);
            }
            if code != 0 {
                return code;
            }
            let behind = if output.is_null() { output } else { output.add(*olen) };
            let code = mbedtls_cipher_finish(ctx, behind, &raw mut last);
            if code == 0 {
                *olen += last;
            }
            code
        }
    })
}
