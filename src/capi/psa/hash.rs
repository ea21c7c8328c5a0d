//! Digests.

use std::mem::offset_of;
use std::ptr;

use subtle::ConstantTimeEq;

use super::algorithm;
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_SIGNATURE, enter, input, output,
    psa_algorithm_t, psa_status_t,
};
use crate::crypto::digest::Hasher;

/// A running digest. Zeroed, it is idle. Its members are private.
#[repr(C)]
pub struct psa_hash_operation_s {
    pub(crate) id: u32,
    /// A hasher while `id` is not 0.
    pub(crate) ctx: [u64; 28],
}

/// A running digest, or an idle one.
pub type psa_hash_operation_t = psa_hash_operation_s;
const _: () = assert!(size_of::<psa_hash_operation_t>() == 232 && align_of::<psa_hash_operation_t>() == 8);
const _: () = assert!(offset_of!(psa_hash_operation_t, ctx) == 8);
const _: () = assert!(size_of::<Hasher>() <= size_of::<[u64; 28]>() && align_of::<Hasher>() <= 8);

/// Computes a digest.
///
/// \param alg           The algorithm.
/// \param input         The message.
/// \param input_length  Its length in bytes.
/// \param hash          Where the digest goes.
/// \param hash_size     The room there in bytes.
/// \param hash_length   Takes the length of the digest.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_NOT_SUPPORTED: the algorithm is a digest that is not here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no digest, or an argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `hash` is null, or valid for writing `hash_size` bytes;
/// `hash_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_compute(
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    hash: *mut u8,
    hash_size: usize,
    hash_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let algorithm = algorithm::hash(alg)?;
        // SAFETY: the caller vouches for all three.
        unsafe {
            let digest = algorithm.digest(self::input(input, input_length)?);
            output(digest.as_ref(), hash, hash_size, hash_length)
        }
    })
}

/// Compares the digest of a message with another one, in a time that does not tell where they differ.
///
/// \param alg           The algorithm.
/// \param input         The message.
/// \param input_length  Its length in bytes.
/// \param hash          The other digest.
/// \param hash_length   Its length in bytes.
///
/// \return  PSA_SUCCESS: they are equal.
/// \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
/// \return  PSA_ERROR_NOT_SUPPORTED: the algorithm is a digest that is not here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no digest, or an argument is NULL.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `hash` is null, or readable for `hash_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_compare(
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    hash: *const u8,
    hash_length: usize,
) -> psa_status_t {
    enter(|| {
        let algorithm = algorithm::hash(alg)?;
        // SAFETY: the caller vouches for both.
        let (message, expected) =
            unsafe { (self::input(input, input_length)?, self::input(hash, hash_length)?) };
        same(algorithm.digest(message).as_ref(), expected)
    })
}

/// Begins a digest.
///
/// \param operation  The operation; idle.
/// \param alg        The algorithm.
///
/// \return  PSA_SUCCESS: the operation runs; psa_hash_finish(), psa_hash_verify() or psa_hash_abort() end it.
/// \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
/// \return  PSA_ERROR_NOT_SUPPORTED: the algorithm is a digest that is not here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no digest, or `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_setup(
    operation: *mut psa_hash_operation_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe { begin(operation, || Ok(Hasher::new(algorithm::hash(alg)?))) })
}

/// Adds to a message.
///
/// \param operation     The operation; it runs. After an error it is idle.
/// \param input         What is added.
/// \param input_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `input` is null, or readable for `input_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_update(
    operation: *mut psa_hash_operation_t,
    input: *const u8,
    input_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let added = running(operation).and_then(|hasher| {
            hasher.update(self::input(input, input_length)?);
            Ok(())
        });
        if added.is_err() {
            end(operation);
        }
        added
    })
}

/// Ends a digest and writes it.
///
/// \param operation    The operation; it runs, and is idle afterwards.
/// \param hash         Where the digest goes.
/// \param hash_size    The room there in bytes.
/// \param hash_length  Takes the length of the digest.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `hash` is null, or valid for writing `hash_size` bytes;
/// `hash_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_finish(
    operation: *mut psa_hash_operation_t,
    hash: *mut u8,
    hash_size: usize,
    hash_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all three.
    enter(|| unsafe {
        let digest = running(operation).map(Hasher::finish);
        end(operation);
        output(digest?.as_ref(), hash, hash_size, hash_length)
    })
}

/// Ends a digest and compares it with another one, in a time that does not tell where they differ.
///
/// \param operation    The operation; it runs, and is idle afterwards.
/// \param hash         The other digest.
/// \param hash_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: they are equal.
/// \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `hash` is null, or readable for `hash_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_verify(
    operation: *mut psa_hash_operation_t,
    hash: *const u8,
    hash_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let digest = running(operation).map(Hasher::finish);
        end(operation);
        same(digest?.as_ref(), input(hash, hash_length)?)
    })
}

/// Ends a digest without a result.
///
/// \param operation  The operation; it is idle afterwards.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_abort(operation: *mut psa_hash_operation_t) -> psa_status_t {
    enter(|| {
        if operation.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // SAFETY: the caller vouches for `operation`.
        unsafe { end(operation) };
        Ok(())
    })
}

/// Copies a running digest.
///
/// \param source_operation  The operation; it runs, and goes on.
/// \param target_operation  The copy; idle before.
///
/// \return  PSA_SUCCESS: both run.
/// \return  PSA_ERROR_BAD_STATE: the one does not run, or the other does, and goes on.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// Each is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_clone(
    source_operation: *const psa_hash_operation_t,
    target_operation: *mut psa_hash_operation_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let hasher = running(source_operation.cast_mut())?.clone();
        if target_operation.as_ref().is_some_and(|target| target.id != 0) {
            return Err(PSA_ERROR_BAD_STATE);
        }
        begin(target_operation, || Ok(hasher))
    })
}

/// Puts a hasher into an idle operation. One that runs is idle afterwards.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
unsafe fn begin(
    operation: *mut psa_hash_operation_t,
    hasher: impl FnOnce() -> Result<Hasher, psa_status_t>,
) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for `operation`; there is room, and nothing in it that needs a destructor.
    unsafe {
        let idle = operation.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        if idle.id != 0 {
            end(operation);
            return Err(PSA_ERROR_BAD_STATE);
        }
        ptr::from_mut(&mut idle.ctx).cast::<Hasher>().write(hasher()?);
        idle.id = 1;
        Ok(())
    }
}

/// # Safety
/// `operation` is null, or initialised and used by nobody else during `'a`.
unsafe fn running<'a>(operation: *mut psa_hash_operation_t) -> Result<&'a mut Hasher, psa_status_t> {
    // SAFETY: the caller vouches for `operation`.
    match unsafe { operation.as_mut() } {
        None => Err(PSA_ERROR_INVALID_ARGUMENT),
        Some(operation) if operation.id == 0 => Err(PSA_ERROR_BAD_STATE),
        // SAFETY: a running operation holds a hasher.
        Some(operation) => Ok(unsafe { &mut *ptr::from_mut(&mut operation.ctx).cast::<Hasher>() }),
    }
}

/// # Safety
/// `operation` is null, or initialised and used by nobody else.
unsafe fn end(operation: *mut psa_hash_operation_t) {
    // SAFETY: passed on to the caller; a running operation holds a hasher, which wipes itself.
    unsafe {
        if let Ok(hasher) = running(operation) {
            ptr::drop_in_place(hasher);
            (*operation).id = 0;
        }
    }
}

fn same(computed: &[u8], expected: &[u8]) -> Result<(), psa_status_t> {
    if computed.ct_eq(expected).into() { Ok(()) } else { Err(PSA_ERROR_INVALID_SIGNATURE) }
}
