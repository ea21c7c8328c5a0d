//! Beginning, end, and a number as bytes.

use std::ffi::{c_int, c_uchar};

use super::{clear, magnitude, mbedtls_mpi, set_magnitude};
use crate::capi::boundary::{self, enter, enter_or};
use crate::capi::codes::*;

/// Sets a number up as 0. Call it once, before anything else is done with the number.
///
/// \param X  The number; NULL does nothing.
///
/// # Safety
/// `X` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_init(X: *mut mbedtls_mpi) {
    enter_or((), || {
        if !X.is_null() {
            // SAFETY: the caller vouches for `X`; what was there needs no destructor.
            unsafe { X.write(mbedtls_mpi { p: std::ptr::null_mut(), s: 1, n: 0 }) };
        }
    });
}

/// Wipes and releases what a number holds and leaves it 0.
///
/// \param X  The number; NULL does nothing.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_free(X: *mut mbedtls_mpi) {
    // SAFETY: the caller vouches for `X`.
    enter_or((), || unsafe { clear(X) });
}

/// Tells how many bytes the absolute value of a number takes.
///
/// \param X  The number; NULL counts as 0.
///
/// \return The length in bytes; 0 for the number 0.
///
/// # Safety
/// `X` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_size(X: *const mbedtls_mpi) -> usize {
    // SAFETY: the caller vouches for `X`.
    enter_or(0, || unsafe { magnitude(X) }.len())
}

/// Gives a number the value of unsigned bytes, the highest first.
///
/// \param X       The number.
/// \param buf     The bytes.
/// \param buflen  How many they are.
///
/// \return 0 if it was read.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL, or \p buf is and \p buflen is not 0.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number is over #MBEDTLS_MPI_MAX_LIMBS.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `buf` is null, or readable for `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_read_binary(
    X: *mut mbedtls_mpi,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `buf`.
        let Some(bytes) = (unsafe { boundary::bytes(buf, buflen) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        if X.is_null() {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        // SAFETY: the caller vouches for `X`, which is not null.
        unsafe { set_magnitude(X, bytes) }
    })
}

/// Writes the absolute value of a number as bytes, the highest first, with zero bytes in front where there is room.
///
/// \param X       The number.
/// \param buf     Where the bytes go.
/// \param buflen  How many are written.
///
/// \return 0 if it was written.
/// \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if the number takes more than \p buflen bytes.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL, or \p buf is and \p buflen is not 0.
///
/// # Safety
/// `X` is null, or initialised; `buf` is null, or valid for writing `buflen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_write_binary(
    X: *const mbedtls_mpi,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `X`.
        let bytes = unsafe { magnitude(X) };
        // SAFETY: the caller vouches for `buf`.
        let (false, Some(out)) = (X.is_null(), unsafe { boundary::bytes_mut(buf, buflen) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        let Some(zeros) = buflen.checked_sub(bytes.len()) else { return MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL };
        let (front, number) = out.split_at_mut(zeros);
        front.fill(0);
        number.copy_from_slice(&bytes);
        0
    })
}
