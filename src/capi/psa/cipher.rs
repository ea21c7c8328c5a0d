//! Encryption that does not authenticate: at once, and in pieces.

use std::mem::offset_of;
use std::ptr;
use std::sync::Arc;

use zeroize::{Zeroize, Zeroizing};

use super::cipher_state::{State, is_cipher, iv_len};
use super::keys::{PSA_KEY_USAGE_DECRYPT, PSA_KEY_USAGE_ENCRYPT};
use super::running;
use super::store::{self, Key};
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY,
    PSA_ERROR_INVALID_ARGUMENT, enter, input, mbedtls_svc_key_id_t, output, psa_algorithm_t, psa_key_usage_t,
    psa_status_t,
};
use crate::capi::boundary::{self, Plain};
use crate::crypto::block::Direction;
use crate::crypto::random;

/// Encryption or decryption in pieces, or an idle one. Zeroed, it is idle. Its members are private.
#[repr(C)]
pub struct psa_cipher_operation_s {
    /// 0: it is idle.
    pub(crate) id: u32,
    pub(crate) iv_flags: u8,
    pub(crate) default_iv_length: u8,
    /// A [`State`] while `id` is not 0.
    pub(crate) ctx: [u64; 13],
}

/// Encryption or decryption in pieces, or an idle one.
pub type psa_cipher_operation_t = psa_cipher_operation_s;
const _: () =
    assert!(size_of::<psa_cipher_operation_s>() == 112 && align_of::<psa_cipher_operation_s>() == 8);
const _: () = assert!(offset_of!(psa_cipher_operation_s, ctx) == 8);
// SAFETY: integers and arrays of integers.
unsafe impl Plain for psa_cipher_operation_s {}

/// An IV has to be set before the text.
const IV_REQUIRED: u8 = 1;
/// It was.
const IV_SET: u8 = 2;

/// Encrypts a message under an IV that is made for it.
///
/// \param key            The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
/// \param alg            The algorithm.
/// \param input          The message.
/// \param input_length   Its length in bytes.
/// \param output         Where the IV goes, and the encrypted message behind it; it may overlap `input`.
/// \param output_size    The room there in bytes: PSA_CIPHER_ENCRYPT_OUTPUT_SIZE().
/// \param output_length  Takes the length of both.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: key and algorithm do not go together here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no cipher, the length is not one that it takes, or an argument is
///          NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `output` is null, or valid for writing `output_size` bytes;
/// `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_encrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for it.
        let output_length = unsafe { running::length(output_length) }?;
        let key = find(key, alg, Direction::Encrypt)?;
        let iv_len = iv_len(key.attributes.r#type, alg);
        let room = output_size.checked_sub(iv_len).ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?;
        let mut state = Zeroizing::new(State::new(&key, alg, Direction::Encrypt)?);
        let mut iv = [0; 16];
        let iv = iv.get_mut(..iv_len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        random::fill(iv).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
        state.start(iv)?;
        if output.is_null() && output_size != 0 {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // SAFETY: the caller vouches for the buffers; the IV is written last, since `input` may be where it goes.
        unsafe {
            let text = output.wrapping_add(iv_len);
            *output_length = iv_len + whole(&mut state, input, input_length, text, room)?;
            boundary::put(output, iv);
        }
        Ok(())
    })
}

/// Decrypts a message that comes behind its IV.
///
/// \param key            The key; its policy allows PSA_KEY_USAGE_DECRYPT.
/// \param alg            The algorithm.
/// \param input          The IV and the encrypted message.
/// \param input_length   The length of both in bytes.
/// \param output         Where the message goes; it may overlap `input`.
/// \param output_size    The room there in bytes: PSA_CIPHER_DECRYPT_OUTPUT_SIZE().
/// \param output_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_PADDING: the padding is not what it should be. Who tells a peer so tells more than is good.
/// \return  PSA_ERROR_INVALID_ARGUMENT: there is no whole IV; see psa_cipher_encrypt() for the rest.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `output` is null, or valid for writing `output_size` bytes;
/// `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_decrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for it.
        let output_length = unsafe { running::length(output_length) }?;
        let key = find(key, alg, Direction::Decrypt)?;
        let iv_len = iv_len(key.attributes.r#type, alg);
        let text_len = input_length.checked_sub(iv_len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let mut state = Zeroizing::new(State::new(&key, alg, Direction::Decrypt)?);
        // SAFETY: the caller vouches for the buffers; the IV is taken in before anything is written.
        unsafe {
            state.start(self::input(input, iv_len)?)?;
            *output_length = whole(&mut state, input.wrapping_add(iv_len), text_len, output, output_size)?;
        }
        Ok(())
    })
}

/// Begins encryption in pieces.
///
/// \param operation  The operation; idle.
/// \param key        The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
/// \param alg        The algorithm.
///
/// \return  PSA_SUCCESS: the operation waits for its IV, if it has one.
/// \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_cipher_encrypt() for the rest.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_encrypt_setup(
    operation: *mut psa_cipher_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::step(operation, |operation| setup(operation, key, alg, Direction::Encrypt)) })
}

/// Begins decryption in pieces.
///
/// \param operation  The operation; idle.
/// \param key        The key; its policy allows PSA_KEY_USAGE_DECRYPT.
/// \param alg        The algorithm.
///
/// \return  PSA_SUCCESS: the operation waits for its IV, if it has one.
/// \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_cipher_encrypt() for the rest.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_decrypt_setup(
    operation: *mut psa_cipher_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::step(operation, |operation| setup(operation, key, alg, Direction::Decrypt)) })
}

/// Makes a random IV and uses it.
///
/// \param operation  The operation; it waits for its IV. After an error it is idle.
/// \param iv         Where the IV goes.
/// \param iv_size    The room there in bytes: PSA_CIPHER_IV_LENGTH().
/// \param iv_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, has its IV, or needs none.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `iv` is null, or valid for writing `iv_size` bytes;
/// `iv_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_generate_iv(
    operation: *mut psa_cipher_operation_t,
    iv: *mut u8,
    iv_size: usize,
    iv_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all three.
    enter(|| unsafe {
        let length = running::length(iv_length)?;
        running::step(operation, |operation| {
            awaits_iv(operation)?;
            let state = state_of(operation);
            let mut random = [0; 16];
            let made = random.get_mut(..state.iv_len()).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            if iv_size < made.len() {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            random::fill(made).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
            state.start(made)?;
            output(made, iv, iv_size, length)?;
            operation.iv_flags |= IV_SET;
            Ok(())
        })
    })
}

/// Sets the IV.
///
/// \param operation  The operation; it waits for its IV. After an error it is idle.
/// \param iv         The IV.
/// \param iv_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, has its IV, or needs none.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is not the length that the algorithm has, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `iv` is null, or readable for `iv_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_set_iv(
    operation: *mut psa_cipher_operation_t,
    iv: *const u8,
    iv_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        running::step(operation, |operation| {
            awaits_iv(operation)?;
            state_of(operation).start(input(iv, iv_length)?)?;
            operation.iv_flags |= IV_SET;
            Ok(())
        })
    })
}

/// Encrypts or decrypts the next part of a message. Where the algorithm does whole blocks, the rest waits for more.
///
/// \param operation      The operation; it runs and has its IV. After an error it is idle.
/// \param input          The part.
/// \param input_length   Its length in bytes.
/// \param output         Where the result goes; it may overlap `input`.
/// \param output_size    The room there in bytes: PSA_CIPHER_UPDATE_OUTPUT_SIZE().
/// \param output_length  Takes the length of the result.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, or has no IV yet.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL, or CCM* has no room for so much text.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `input` is null, or readable for `input_length` bytes;
/// `output` is null, or valid for writing `output_size` bytes; `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_update(
    operation: *mut psa_cipher_operation_t,
    input: *const u8,
    input_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        let length = running::length(output_length)?;
        running::step(operation, |operation| {
            runs(operation)?;
            *length = update(state_of(operation), input, input_length, output, output_size)?;
            Ok(())
        })
    })
}

/// Ends a message.
///
/// \param operation      The operation; it runs, and is idle afterwards.
/// \param output         Where the rest goes.
/// \param output_size    The room there in bytes: PSA_CIPHER_FINISH_OUTPUT_SIZE().
/// \param output_length  Takes the length of the rest.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, or has no IV yet.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm does whole blocks only, and it was not whole blocks; or an argument is
///          NULL.
/// \return  PSA_ERROR_INVALID_PADDING: the padding is not what it should be. Who tells a peer so tells more than is good.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `output` is null, or valid for writing `output_size` bytes;
/// `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_finish(
    operation: *mut psa_cipher_operation_t,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        let length = running::length(output_length)?;
        running::step(operation, |operation| {
            runs(operation)?;
            *length = finish(state_of(operation), output, output_size)?;
            running::idle(operation);
            Ok(())
        })
    })
}

/// Ends a message without a result.
///
/// \param operation  The operation; it is idle afterwards.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_abort(operation: *mut psa_cipher_operation_t) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::abort(operation) })
}

/// The key, if its policy allows a cipher.
fn find(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    direction: Direction,
) -> Result<Arc<Key>, psa_status_t> {
    if !is_cipher(alg) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    store::find_for(key, usage(direction), alg)
}

pub(super) fn usage(direction: Direction) -> psa_key_usage_t {
    match direction {
        Direction::Encrypt => PSA_KEY_USAGE_ENCRYPT,
        Direction::Decrypt => PSA_KEY_USAGE_DECRYPT,
    }
}

fn setup(
    operation: &mut psa_cipher_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    direction: Direction,
) -> Result<(), psa_status_t> {
    if operation.id != 0 {
        return Err(PSA_ERROR_BAD_STATE);
    }
    let state = Zeroizing::new(State::new(&*find(key, alg, direction)?, alg, direction)?);
    operation.iv_flags = if state.iv_len() == 0 { 0 } else { IV_REQUIRED };
    operation.default_iv_length = u8::try_from(state.iv_len()).unwrap_or(0);
    operation.id = 1;
    *state_of(operation) = *state;
    Ok(())
}

fn awaits_iv(operation: &psa_cipher_operation_t) -> Result<(), psa_status_t> {
    if operation.id != 0 && operation.iv_flags == IV_REQUIRED { Ok(()) } else { Err(PSA_ERROR_BAD_STATE) }
}

fn runs(operation: &psa_cipher_operation_t) -> Result<(), psa_status_t> {
    if operation.id != 0 && operation.iv_flags != IV_REQUIRED { Ok(()) } else { Err(PSA_ERROR_BAD_STATE) }
}

fn state_of(operation: &mut psa_cipher_operation_t) -> &mut State {
    running::state(&mut operation.ctx)
}

/// A whole message. What was written before an error is wiped.
///
/// # Safety
/// `input` is null, or readable for `len` bytes; `output` is null, or valid for writing `size` bytes. They may overlap.
unsafe fn whole(
    state: &mut State,
    input: *const u8,
    len: usize,
    output: *mut u8,
    size: usize,
) -> Result<usize, psa_status_t> {
    // SAFETY: the caller vouches for both; `update` writes no more than `size`.
    unsafe {
        let written = update(state, input, len, output, size)?;
        match finish(state, output.wrapping_add(written), size - written) {
            Ok(rest) => Ok(written + rest),
            Err(error) => {
                boundary::bytes_mut(output, written).unwrap_or_default().zeroize();
                Err(error)
            }
        }
    }
}

/// # Safety
/// As for [`whole`].
unsafe fn update(
    state: &mut State,
    input: *const u8,
    len: usize,
    output: *mut u8,
    size: usize,
) -> Result<usize, psa_status_t> {
    if !state.is_by_blocks() {
        if size < len {
            return Err(PSA_ERROR_BUFFER_TOO_SMALL);
        }
        // SAFETY: the caller vouches for `len` bytes of both.
        let data = unsafe { boundary::moved(input, output, len) }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        state.apply(data)?;
        return Ok(len);
    }
    let waiting_len = state.waiting().len();
    let total = waiting_len.checked_add(len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let ready = state.ready(len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    if size < total - total % state.block_len() {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    let mut waiting = Zeroizing::new([0; 16]);
    let waiting = waiting.get_mut(..waiting_len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    waiting.copy_from_slice(state.waiting());
    // SAFETY: the caller vouches for `len` bytes of input.
    let (missing, data) = unsafe { (input.is_null() && len != 0, boundary::bytes(input, len)) };
    let data = data.filter(|_| !missing).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    if ready == 0 {
        let mut rest = Zeroizing::new([0; 16]);
        rest.get_mut(..waiting_len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?.copy_from_slice(waiting);
        rest.get_mut(waiting_len..total).ok_or(PSA_ERROR_INVALID_ARGUMENT)?.copy_from_slice(data);
        state.keep(rest.get(..total).unwrap_or_default()).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        return Ok(0);
    }
    // What is ready is at least a block, so that all that waits is part of it.
    let (now, rest) = data.split_at_checked(ready - waiting_len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    // Output may be where `rest` is, which is copied before anything is written there.
    state.keep(rest).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let (now, now_len) = (now.as_ptr(), now.len());
    if output.is_null() {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    // SAFETY: there is room for `ready` bytes, which are those that waited and `now`; no reference to input is used any more.
    let data = unsafe {
        ptr::copy(now, output.add(waiting_len), now_len);
        ptr::copy(waiting.as_ptr(), output, waiting_len);
        boundary::bytes_mut(output, ready).ok_or(PSA_ERROR_INVALID_ARGUMENT)?
    };
    state.apply(data)?;
    Ok(ready)
}

/// # Safety
/// `out` is null, or valid for writing `size` bytes.
unsafe fn finish(state: &mut State, out: *mut u8, size: usize) -> Result<usize, psa_status_t> {
    let (block, len) = state.finish()?;
    let block = Zeroizing::new(block);
    let mut written = 0;
    // SAFETY: the caller vouches for `out`.
    unsafe { output(block.get(..len).unwrap_or_default(), out, size, &raw mut written)? };
    Ok(written)
}
