//! What operations in pieces have in common: all that one keeps lies in it, as plain data. One that is forgotten leaves nothing
//! behind, and one of zero bytes is idle.

use std::ptr;

use super::{PSA_ERROR_INVALID_ARGUMENT, psa_status_t};
use crate::capi::boundary::{self, Plain};

/// A call with an operation, which is idle after an error.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
pub(super) unsafe fn step<T: Plain>(
    operation: *mut T,
    body: impl FnOnce(&mut T) -> Result<(), psa_status_t>,
) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for `operation`.
    let operation = unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    body(operation).inspect_err(|_| idle(operation))
}

/// Makes an operation idle, whatever it was at.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
pub(super) unsafe fn abort<T: Plain>(operation: *mut T) -> Result<(), psa_status_t> {
    // SAFETY: passed on to the caller.
    unsafe {
        step(operation, |operation| {
            idle(operation);
            Ok(())
        })
    }
}

/// Wipes an operation.
pub(super) fn idle<T: Plain>(operation: &mut T) {
    // SAFETY: zero bytes are a value, as any are.
    unsafe { boundary::wipe(ptr::from_mut(operation)) };
}

/// What lies in the words of an operation.
pub(super) fn state<T: Plain, const N: usize>(words: &mut [u64; N]) -> &mut T {
    const { assert!(size_of::<T>() <= size_of::<[u64; N]>() && align_of::<T>() <= align_of::<u64>()) };
    // SAFETY: there is room, and any bytes are a value.
    unsafe { &mut *words.as_mut_ptr().cast::<T>() }
}

/// Where a length goes; 0 until there is one.
///
/// # Safety
/// `length` is null, or valid for writing during `'a`.
pub(super) unsafe fn length<'a>(length: *mut usize) -> Result<&'a mut usize, psa_status_t> {
    // SAFETY: the caller vouches for `length`.
    let length = unsafe { length.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    *length = 0;
    Ok(length)
}
