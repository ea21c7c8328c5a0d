//! Encryption that authenticates, in pieces.

use std::mem::offset_of;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::aead_state::State;
use super::algorithm::{is_aead, is_at_least};
use super::cipher::usage;
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY,
    PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_SIGNATURE, enter, input, mbedtls_svc_key_id_t, output,
    psa_algorithm_t, psa_key_type_t, psa_status_t, running, store,
};
use crate::capi::boundary::{self, Plain};
use crate::crypto::block::Direction;
use crate::crypto::random;

/// Authenticated encryption or decryption in pieces, or an idle one. Zeroed, it is idle. Its members are private.
#[repr(C)]
pub struct psa_aead_operation_s {
    /// 0: it is idle.
    pub(crate) id: u32,
    pub(crate) alg: psa_algorithm_t,
    pub(crate) key_type: psa_key_type_t,
    /// How much of the additional data is to come, if the lengths were set.
    pub(crate) ad_remaining: usize,
    /// How much of the text is to come, if the lengths were set.
    pub(crate) body_remaining: usize,
    /// What has happened.
    pub(crate) flags: u32,
    /// A [`State`] while `id` is not 0.
    pub(crate) ctx: [u64; 54],
}

/// Authenticated encryption or decryption in pieces, or an idle one.
pub type psa_aead_operation_t = psa_aead_operation_s;
const _: () = assert!(size_of::<psa_aead_operation_s>() == 472 && align_of::<psa_aead_operation_s>() == 8);
const _: () = assert!(offset_of!(psa_aead_operation_s, ctx) == 40);
// SAFETY: integers and arrays of integers.
unsafe impl Plain for psa_aead_operation_s {}

/// The nonce was set.
const NONCE: u32 = 1;
/// The lengths were set.
const LENGTHS: u32 = 2;
/// Additional data came.
const ADDITIONAL: u32 = 4;
/// Text came.
const TEXT: u32 = 8;

/// Begins encryption in pieces.
///
/// \param operation  The operation; idle.
/// \param key        The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
/// \param alg        The algorithm: GCM, CCM or ChaCha20-Poly1305.
///
/// \return  PSA_SUCCESS: the operation waits for its nonce.
/// \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: key and algorithm do not go together here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm does not authenticate, or has no tag of that length, or `operation`
///          is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_encrypt_setup(
    operation: *mut psa_aead_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::step(operation, |operation| setup(operation, key, alg, Direction::Encrypt)) })
}

/// Begins decryption in pieces. What comes out is not to be trusted until psa_aead_verify() has said so.
///
/// \param operation  The operation; idle.
/// \param key        The key; its policy allows PSA_KEY_USAGE_DECRYPT.
/// \param alg        The algorithm: GCM, CCM or ChaCha20-Poly1305.
///
/// \return  PSA_SUCCESS: the operation waits for its nonce.
/// \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now. See psa_aead_encrypt_setup() for the rest.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_decrypt_setup(
    operation: *mut psa_aead_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::step(operation, |operation| setup(operation, key, alg, Direction::Decrypt)) })
}

/// Makes a random nonce and uses it.
///
/// \param operation     The operation; it encrypts, and waits for its nonce. After an error it is idle.
/// \param nonce         Where the nonce goes.
/// \param nonce_size    The room there in bytes: PSA_AEAD_NONCE_LENGTH().
/// \param nonce_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, decrypts, or has its nonce.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
/// \return  PSA_ERROR_INVALID_ARGUMENT: CCM has no such nonce for so long a text, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `nonce` is null, or valid for writing `nonce_size` bytes;
/// `nonce_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_generate_nonce(
    operation: *mut psa_aead_operation_t,
    nonce: *mut u8,
    nonce_size: usize,
    nonce_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all three.
    enter(|| unsafe {
        let length = running::length(nonce_length)?;
        running::step(operation, |operation| {
            if operation.id == 0 || operation.has(NONCE) || operation.state().decrypts() {
                return Err(PSA_ERROR_BAD_STATE);
            }
            let mut random = [0; 13];
            let made = random.get_mut(..operation.state().nonce_len()).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            if nonce_size < made.len() {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            random::fill(made).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
            operation.set_nonce(made)?;
            output(made, nonce, nonce_size, length)
        })
    })
}

/// Sets the nonce.
///
/// \param operation     The operation; it waits for its nonce. After an error it is idle.
/// \param nonce         The nonce; for encryption, it must not come again with this key.
/// \param nonce_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, or has its nonce.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is not a length that the algorithm has, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `nonce` is null, or readable for `nonce_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_set_nonce(
    operation: *mut psa_aead_operation_t,
    nonce: *const u8,
    nonce_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        running::step(operation, |operation| {
            if operation.id == 0 || operation.has(NONCE) {
                return Err(PSA_ERROR_BAD_STATE);
            }
            operation.set_nonce(input(nonce, nonce_length)?)
        })
    })
}

/// Says how much is going to come. CCM has to know; with the others, it is checked.
///
/// \param operation         The operation; neither additional data nor text have come. After an error it is idle.
/// \param ad_length         How much additional data comes, in bytes.
/// \param plaintext_length  How much text comes, in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, knows its lengths, or has begun.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm does not take as much, or `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_set_lengths(
    operation: *mut psa_aead_operation_t,
    ad_length: usize,
    plaintext_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe {
        running::step(operation, |operation| {
            if operation.id == 0 || operation.has(LENGTHS | ADDITIONAL | TEXT) {
                return Err(PSA_ERROR_BAD_STATE);
            }
            let has_nonce = operation.has(NONCE);
            operation.state().set_lengths((ad_length, plaintext_length), has_nonce)?;
            (operation.ad_remaining, operation.body_remaining) = (ad_length, plaintext_length);
            operation.flags |= LENGTHS;
            Ok(())
        })
    })
}

/// Takes in additional data: all of it comes before the text.
///
/// \param operation     The operation; it has its nonce, and with CCM its lengths. After an error it is idle.
/// \param input         The next part of what is authenticated, and not encrypted.
/// \param input_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, has no nonce or lengths, or text has come.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is more than was said, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `input` is null, or readable for `input_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_update_ad(
    operation: *mut psa_aead_operation_t,
    input: *const u8,
    input_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        running::step(operation, |operation| {
            if operation.id == 0 || !operation.has(NONCE) || operation.has(TEXT) {
                return Err(PSA_ERROR_BAD_STATE);
            }
            if operation.has(LENGTHS) {
                let left = operation.ad_remaining.checked_sub(input_length);
                operation.ad_remaining = left.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            } else if operation.state().needs_lengths() && input_length != 0 {
                return Err(PSA_ERROR_BAD_STATE);
            }
            operation.flags |= ADDITIONAL;
            if input_length == 0 {
                return Ok(());
            }
            operation.state().additional(self::input(input, input_length)?)
        })
    })
}

/// Encrypts or decrypts the next part of a text.
///
/// \param operation      The operation; it has its nonce, with CCM its lengths, and all additional data. After an error it is
///                       idle.
/// \param input          The part.
/// \param input_length   Its length in bytes.
/// \param output         Where the result goes; it may overlap `input`.
/// \param output_size    The room there in bytes: PSA_AEAD_UPDATE_OUTPUT_SIZE().
/// \param output_length  Takes the length of the result, which is that of `input`.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, or has no nonce or lengths.
/// \return  PSA_ERROR_INVALID_ARGUMENT: additional data is missing, it is more text than was said or than GCM takes, or an
///          argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `input` is null, or readable for `input_length` bytes;
/// `output` is null, or valid for writing `output_size` bytes; `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_update(
    operation: *mut psa_aead_operation_t,
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
            if operation.id == 0 || !operation.has(NONCE) {
                return Err(PSA_ERROR_BAD_STATE);
            }
            if operation.has(LENGTHS) {
                let left = operation.body_remaining.checked_sub(input_length);
                let left = left.filter(|_| operation.ad_remaining == 0);
                operation.body_remaining = left.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            } else if operation.state().needs_lengths() {
                return Err(PSA_ERROR_BAD_STATE);
            }
            operation.flags |= TEXT;
            if output_size < input_length {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            if !operation.state().has_room_for(input_length) {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            let text = boundary::moved(input, output, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            operation.state().apply(text)?;
            *length = input_length;
            Ok(())
        })
    })
}

/// Ends encryption.
///
/// \param operation          The operation; it encrypts, and is idle afterwards.
/// \param ciphertext         Where a rest would go: there is none.
/// \param ciphertext_size    The room there in bytes.
/// \param ciphertext_length  Takes the length of the rest, 0.
/// \param tag                Where the tag goes.
/// \param tag_size           The room there in bytes.
/// \param tag_length         Takes the length of the tag.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, decrypts, or has no nonce or lengths.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it was less than was said, or an argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `tag` is null, or valid for writing `tag_size` bytes;
/// `ciphertext_length` and `tag_length` are null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_finish(
    operation: *mut psa_aead_operation_t,
    ciphertext: *mut u8,
    ciphertext_size: usize,
    ciphertext_length: *mut usize,
    tag: *mut u8,
    tag_size: usize,
    tag_length: *mut usize,
) -> psa_status_t {
    let _ = (ciphertext, ciphertext_size);
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        running::length(ciphertext_length)?;
        running::length(tag_length)?;
        running::step(operation, |operation| {
            let (made, len) = operation.tag(false)?;
            output(made.get(..len).unwrap_or_default(), tag, tag_size, tag_length)?;
            running::idle(operation);
            Ok(())
        })
    })
}

/// Ends decryption, and says whether the text is authentic.
///
/// \param operation         The operation; it decrypts, and is idle afterwards.
/// \param plaintext         Where a rest would go: there is none.
/// \param plaintext_size    The room there in bytes.
/// \param plaintext_length  Takes the length of the rest, 0.
/// \param tag               The tag.
/// \param tag_length        Its length in bytes.
///
/// \return  PSA_SUCCESS: the text is authentic.
/// \return  PSA_ERROR_INVALID_SIGNATURE: it is not; what came out has to be thrown away.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, encrypts, or has no nonce or lengths.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it was less than was said, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `tag` is null, or readable for `tag_length` bytes;
/// `plaintext_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_verify(
    operation: *mut psa_aead_operation_t,
    plaintext: *mut u8,
    plaintext_size: usize,
    plaintext_length: *mut usize,
    tag: *const u8,
    tag_length: usize,
) -> psa_status_t {
    let _ = (plaintext, plaintext_size);
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        running::length(plaintext_length)?;
        running::step(operation, |operation| {
            let (made, len) = operation.tag(true)?;
            let authentic = made.get(..len).unwrap_or_default().ct_eq(input(tag, tag_length)?);
            running::idle(operation);
            if authentic.into() { Ok(()) } else { Err(PSA_ERROR_INVALID_SIGNATURE) }
        })
    })
}

/// Ends authenticated encryption or decryption without a result.
///
/// \param operation  The operation; it is idle afterwards.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_abort(operation: *mut psa_aead_operation_t) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::abort(operation) })
}

fn setup(
    operation: &mut psa_aead_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    direction: Direction,
) -> Result<(), psa_status_t> {
    if operation.id != 0 {
        return Err(PSA_ERROR_BAD_STATE);
    }
    if !is_aead(alg) || is_at_least(alg) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let key = store::find_for(key, usage(direction), alg)?;
    running::idle(operation);
    operation.state().begin(&key, alg, direction)?;
    (operation.id, operation.alg, operation.key_type) = (1, alg, key.attributes.r#type);
    Ok(())
}

impl psa_aead_operation_s {
    fn state(&mut self) -> &mut State {
        running::state(&mut self.ctx)
    }

    fn has(&self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    fn set_nonce(&mut self, nonce: &[u8]) -> Result<(), psa_status_t> {
        let lengths = self.has(LENGTHS).then_some((self.ad_remaining, self.body_remaining));
        self.state().set_nonce(nonce, lengths)?;
        self.flags |= NONCE;
        Ok(())
    }

    /// The tag, once all has come that was said.
    fn tag(&mut self, decrypts: bool) -> Result<(Zeroizing<[u8; 16]>, usize), psa_status_t> {
        if self.id == 0 || !self.has(NONCE) {
            return Err(PSA_ERROR_BAD_STATE);
        }
        if self.has(LENGTHS) && (self.ad_remaining != 0 || self.body_remaining != 0) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if self.state().decrypts() != decrypts || !self.has(LENGTHS) && self.state().needs_lengths() {
            return Err(PSA_ERROR_BAD_STATE);
        }
        let (tag, len) = self.state().tag()?;
        Ok((Zeroizing::new(tag), len))
    }
}
