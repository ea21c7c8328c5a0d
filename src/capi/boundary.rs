//! What every exported function passes through: nulls, C slices and strings, memory that C may see, panics.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use super::codes::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;

/// Runs `body`; a panic of ours ends in `MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED` instead of in the host program.
pub(crate) fn enter(body: impl FnOnce() -> c_int) -> c_int {
    enter_or(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, body)
}

/// As [`enter`], for functions whose result is not a code: `broken` is what a panic gives.
pub(crate) fn enter_or<R>(broken: R, body: impl FnOnce() -> R) -> R {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(broken)
}

/// The bytes at `p`: empty when `len` is 0 (whatever `p` is), `None` when `p` is null and `len` is not 0.
///
/// # Safety
/// `p` is null, or readable for `len` bytes that nobody writes during `'a`.
pub(crate) unsafe fn bytes<'a>(p: *const u8, len: usize) -> Option<&'a [u8]> {
    if len == 0 {
        return Some(&[]);
    }
    if p.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: the caller vouches for `len` bytes at the non-null `p`.
    Some(unsafe { std::slice::from_raw_parts(p, len) })
}

/// As [`bytes`], for writing.
///
/// # Safety
/// `p` is null, or valid for reads and writes of `len` bytes that nothing else touches during `'a`.
pub(crate) unsafe fn bytes_mut<'a>(p: *mut u8, len: usize) -> Option<&'a mut [u8]> {
    if len == 0 {
        return Some(&mut []);
    }
    if p.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: the caller vouches for `len` bytes at the non-null `p`.
    Some(unsafe { std::slice::from_raw_parts_mut(p, len) })
}

/// The C string at `p`, or `None` for null.
///
/// # Safety
/// `p` is null, or points to a NUL-terminated string that nobody writes during `'a`.
pub(crate) unsafe fn string<'a>(p: *const c_char) -> Option<&'a CStr> {
    if p.is_null() {
        return None;
    }
    // SAFETY: the caller vouches for a terminated string at the non-null `p`.
    Some(unsafe { CStr::from_ptr(p) })
}

/// Copies `data` to `p`, which may be memory that was never written.
///
/// # Safety
/// `p` is valid for writing `data.len()` bytes that are not part of `data`.
pub(crate) unsafe fn write(p: *mut u8, data: &[u8]) {
    // SAFETY: the caller vouches for `p`.
    unsafe { ptr::copy_nonoverlapping(data.as_ptr(), p, data.len()) };
}

/// Sets `*p` to all zero bytes, which is how C code initialises such a struct. Does nothing for null.
///
/// # Safety
/// `p` is null, or valid for writing a `T`, for which all zero bytes are a value.
pub(crate) unsafe fn zero<T>(p: *mut T) {
    if !p.is_null() {
        // SAFETY: the caller vouches for `p` and for zero bytes being a `T`.
        unsafe { ptr::write_bytes(p, 0, 1) };
    }
}

/// Moves `value` into memory from the C allocator, so that C code may release it with `free`. Null: no memory.
pub(crate) fn c_new<T>(value: T) -> *mut T {
    // SAFETY: malloc has no precondition; `T`'s alignment is at most malloc's (asserted).
    let p = unsafe {
        const { assert!(align_of::<T>() <= 16) };
        libc::malloc(size_of::<T>().max(1)).cast::<T>()
    };
    if !p.is_null() {
        // SAFETY: `p` is fresh, aligned memory of the size of a `T`.
        unsafe { p.write(value) };
    }
    p
}

/// A copy of `data` in memory from the C allocator, with a NUL behind it. Null: no memory.
pub(crate) fn c_copy(data: &[u8]) -> *mut u8 {
    // SAFETY: malloc has no precondition.
    let p = unsafe { libc::malloc(data.len() + 1).cast::<u8>() };
    if !p.is_null() {
        // SAFETY: `p` is fresh memory of `data.len() + 1` bytes.
        unsafe {
            ptr::copy_nonoverlapping(data.as_ptr(), p, data.len());
            p.add(data.len()).write(0);
        }
    }
    p
}

/// Releases what [`c_new`] or [`c_copy`] gave. Null is fine; a `T`'s destructor does not run.
///
/// # Safety
/// `p` is null, or came from the C allocator and is not used again.
pub(crate) unsafe fn c_free<T>(p: *mut T) {
    // SAFETY: the caller vouches for `p`.
    unsafe { libc::free(p.cast::<c_void>()) };
}
