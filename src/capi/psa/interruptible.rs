//! Signatures in small steps. As in Debian's Mbed TLS, no key signs in small steps: calls are checked, and nothing begins.

use std::mem::offset_of;
use std::sync::atomic::{AtomicU32, Ordering};

use super::keys::{PSA_KEY_USAGE_SIGN_HASH, PSA_KEY_USAGE_VERIFY_HASH};
use super::sign::check;
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, enter, input,
    mbedtls_svc_key_id_t, psa_algorithm_t, psa_status_t, running, store,
};
use crate::capi::boundary::{self, Plain};

/// A signature that is being made, or none. Zeroed, it is none. Its members are private.
#[repr(C)]
pub struct psa_sign_hash_interruptible_operation_s {
    pub(crate) id: u32,
    pub(crate) ctx: u32,
    /// Not 0: only psa_sign_hash_abort() helps.
    pub(crate) error_occurred: u32,
    pub(crate) num_ops: u32,
}

/// A signature that is being made, or none.
pub type psa_sign_hash_interruptible_operation_t = psa_sign_hash_interruptible_operation_s;
const _: () = assert!(size_of::<psa_sign_hash_interruptible_operation_s>() == 16);
const _: () = assert!(offset_of!(psa_sign_hash_interruptible_operation_s, num_ops) == 12);
// SAFETY: integers.
unsafe impl Plain for psa_sign_hash_interruptible_operation_s {}

/// A signature that is being verified, or none. Zeroed, it is none. Its members are private.
#[repr(C)]
pub struct psa_verify_hash_interruptible_operation_s {
    pub(crate) id: u32,
    pub(crate) ctx: u32,
    /// Not 0: only psa_verify_hash_abort() helps.
    pub(crate) error_occurred: u32,
    pub(crate) num_ops: u32,
}

/// A signature that is being verified, or none.
pub type psa_verify_hash_interruptible_operation_t = psa_verify_hash_interruptible_operation_s;
const _: () = assert!(size_of::<psa_verify_hash_interruptible_operation_s>() == 16);
// SAFETY: integers.
unsafe impl Plain for psa_verify_hash_interruptible_operation_s {}

/// `PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED`, unless a program says otherwise.
static MAX_OPS: AtomicU32 = AtomicU32::new(u32::MAX);

/// Sets how much is done at once in an operation of small steps. There is none here that would ask.
///
/// \param max_ops  The limit, in units of no fixed size; PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED for none.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_interruptible_set_max_ops(max_ops: u32) {
    boundary::enter_or((), || MAX_OPS.store(max_ops, Ordering::Relaxed));
}

/// What psa_interruptible_set_max_ops() has set.
///
/// \return  The limit.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_interruptible_get_max_ops() -> u32 {
    boundary::enter_or(u32::MAX, || MAX_OPS.load(Ordering::Relaxed))
}

/// Begins to sign a hash in small steps: no key does. psa_sign_hash() signs at once.
///
/// \param operation    The operation; none is begun.
/// \param key          A pair of keys; its policy allows PSA_KEY_USAGE_SIGN_HASH.
/// \param alg          The algorithm.
/// \param hash         The hash.
/// \param hash_length  Its length in bytes.
///
/// \return  PSA_ERROR_NOT_SUPPORTED: everything is in order, but for this.
/// \return  PSA_ERROR_BAD_STATE: a call has failed, and psa_sign_hash_abort() did not follow.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is no pair, the algorithm is for policies only, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `hash` is null, or readable for `hash_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_start(
    operation: *mut psa_sign_hash_interruptible_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    hash: *const u8,
    hash_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let operation = operation.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        if operation.error_occurred != 0 {
            return Err(PSA_ERROR_BAD_STATE);
        }
        operation.error_occurred = 1;
        input(hash, hash_length)?;
        check(alg)?;
        let key = store::find_for(key, PSA_KEY_USAGE_SIGN_HASH, alg)?;
        let is_pair = key.attributes.r#type & 0x7000 == 0x7000;
        Err(if is_pair { PSA_ERROR_NOT_SUPPORTED } else { PSA_ERROR_INVALID_ARGUMENT })
    })
}

/// Goes on signing: nothing was begun.
///
/// \param operation         The operation.
/// \param signature         Where the signature would go.
/// \param signature_size    The room there in bytes.
/// \param signature_length  Takes 0.
///
/// \return  PSA_ERROR_BAD_STATE: nothing was begun.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `signature_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_complete(
    operation: *mut psa_sign_hash_interruptible_operation_t,
    signature: *mut u8,
    signature_size: usize,
    signature_length: *mut usize,
) -> psa_status_t {
    let _ = (signature, signature_size);
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        running::length(signature_length)?;
        operation.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?.error_occurred = 1;
        Err(PSA_ERROR_BAD_STATE)
    })
}

/// Ends signing without a result.
///
/// \param operation  The operation; another one may begin in it.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_abort(
    operation: *mut psa_sign_hash_interruptible_operation_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::abort(operation) })
}

/// How much work a signature has taken so far.
///
/// \param operation  The operation.
///
/// \return  In the units of psa_interruptible_set_max_ops(); 0 for NULL.
///
/// # Safety
/// `operation` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_get_num_ops(
    operation: *const psa_sign_hash_interruptible_operation_t,
) -> u32 {
    // SAFETY: the caller vouches for `operation`.
    boundary::enter_or(0, || unsafe { operation.as_ref() }.map_or(0, |operation| operation.num_ops))
}

/// Begins to verify a signature in small steps: with no key. psa_verify_hash() verifies at once.
///
/// \param operation         The operation; none is begun.
/// \param key               A pair of keys or a public key; its policy allows PSA_KEY_USAGE_VERIFY_HASH.
/// \param alg               The algorithm.
/// \param hash              The hash.
/// \param hash_length       Its length in bytes.
/// \param signature         The signature.
/// \param signature_length  Its length in bytes.
///
/// \return  PSA_ERROR_NOT_SUPPORTED: everything is in order, but for this.
/// \return  PSA_ERROR_BAD_STATE: a call has failed, and psa_verify_hash_abort() did not follow.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is for policies only, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `hash` is null, or readable for `hash_length` bytes, and
/// `signature` for `signature_length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_start(
    operation: *mut psa_verify_hash_interruptible_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    hash: *const u8,
    hash_length: usize,
    signature: *const u8,
    signature_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all three.
    enter(|| unsafe {
        let operation = operation.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        if operation.error_occurred != 0 {
            return Err(PSA_ERROR_BAD_STATE);
        }
        operation.error_occurred = 1;
        input(hash, hash_length)?;
        input(signature, signature_length)?;
        check(alg)?;
        store::find_for(key, PSA_KEY_USAGE_VERIFY_HASH, alg)?;
        Err(PSA_ERROR_NOT_SUPPORTED)
    })
}

/// Goes on verifying: nothing was begun.
///
/// \param operation  The operation.
///
/// \return  PSA_ERROR_BAD_STATE: nothing was begun.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_complete(
    operation: *mut psa_verify_hash_interruptible_operation_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe {
        operation.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?.error_occurred = 1;
        Err(PSA_ERROR_BAD_STATE)
    })
}

/// Ends verifying without a result.
///
/// \param operation  The operation; another one may begin in it.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_abort(
    operation: *mut psa_verify_hash_interruptible_operation_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { running::abort(operation) })
}

/// How much work a verification has taken so far.
///
/// \param operation  The operation.
///
/// \return  In the units of psa_interruptible_set_max_ops(); 0 for NULL.
///
/// # Safety
/// `operation` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_get_num_ops(
    operation: *const psa_verify_hash_interruptible_operation_t,
) -> u32 {
    // SAFETY: the caller vouches for `operation`.
    boundary::enter_or(0, || unsafe { operation.as_ref() }.map_or(0, |operation| operation.num_ops))
}
