//! What every exported function passes through: nulls, C slices and strings, memory that C may see, panics.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use zeroize::Zeroize;

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

/// A copy of the `N` bytes at `p`, or `None` for null.
///
/// # Safety
/// `p` is null, or readable for `N` bytes.
pub(crate) unsafe fn array<const N: usize>(p: *const u8) -> Option<[u8; N]> {
    // SAFETY: the caller vouches for `p`; an array of bytes has no alignment.
    (!p.is_null()).then(|| unsafe { p.cast::<[u8; N]>().read() })
}

/// Writes `bytes` to `p`; does nothing for null.
///
/// # Safety
/// `p` is null, or valid for writing as many bytes.
pub(crate) unsafe fn put(p: *mut u8, bytes: &[u8]) {
    if !p.is_null() {
        // SAFETY: the caller vouches for `p`. Our own bytes are not the caller's memory, but a copy that may overlap costs nothing.
        unsafe { ptr::copy(bytes.as_ptr(), p, bytes.len()) };
    }
}

/// The bytes at `output`, with those at `input` moved there: how a function that C gives two buffers, which may be the same
/// one or overlap, works in place without two references to the same memory. `None`: one of them is null, and `len` is not 0.
///
/// # Safety
/// `input` is null, or readable for `len` bytes; `output` is null, or valid for writing `len` bytes that nothing else touches
/// during `'a`.
pub(crate) unsafe fn moved<'a>(input: *const u8, output: *mut u8, len: usize) -> Option<&'a mut [u8]> {
    if len == 0 {
        return Some(&mut []);
    }
    if input.is_null() || output.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    if !ptr::eq(input, output) {
        // SAFETY: the caller vouches for both; they may overlap.
        unsafe { ptr::copy(input, output, len) };
    }
    // SAFETY: the caller vouches for `output`, whose bytes are all written now.
    Some(unsafe { std::slice::from_raw_parts_mut(output, len) })
}

/// A type of which any bytes are a value, without a destructor. C contexts hold such types: C code may leave them uninitialised,
/// copy them, and forget them.
///
/// # Safety
/// The type holds integers and arrays of integers only.
pub(crate) unsafe trait Plain {}

/// The `T` that lies in the memory of a C context, or `None` for null.
///
/// # Safety
/// `ctx` is null, or points to a context that nothing else touches during `'a`.
pub(crate) unsafe fn state<'a, C, T: Plain>(ctx: *mut C) -> Option<&'a mut T> {
    const { assert!(size_of::<T>() <= size_of::<C>() && align_of::<T>() <= align_of::<C>()) };
    // SAFETY: the caller vouches for `ctx`; it has room for a `T`, of which any bytes are a value.
    unsafe { ctx.cast::<T>().as_mut() }
}

/// Wipes a C context, so that its bytes are zeros. Does nothing for null.
///
/// # Safety
/// `ctx` is null, or valid for writing a `C`, for which all zero bytes are a value.
pub(crate) unsafe fn wipe<C>(ctx: *mut C) {
    // SAFETY: the caller vouches for `ctx`.
    if let Some(bytes) = unsafe { bytes_mut(ctx.cast::<u8>(), size_of::<C>()) } {
        bytes.zeroize();
    }
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
