//! A number as bytes.

use std::ffi::{c_int, c_uchar};

use zeroize::Zeroizing;

use super::{MAX_LIMBS, magnitude, mbedtls_mpi, store_in};
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::crypto::bignum::Integer;

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
    // SAFETY: the caller vouches for `X` and `buf`.
    enter(|| unsafe { read(X, boundary::bytes(buf, buflen), Integer::from_be_bytes) })
}

/// As mbedtls_mpi_read_binary(), with the lowest byte first.
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
pub unsafe extern "C" fn mbedtls_mpi_read_binary_le(
    X: *mut mbedtls_mpi,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    let reversed = |bytes: &[u8]| {
        let turned: Zeroizing<Vec<u8>> = Zeroizing::new(bytes.iter().rev().copied().collect());
        Integer::from_be_bytes(&turned)
    };
    // SAFETY: the caller vouches for `X` and `buf`.
    enter(|| unsafe { read(X, boundary::bytes(buf, buflen), reversed) })
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
    // SAFETY: the caller vouches for `X` and `buf`.
    enter(|| unsafe { write(X, boundary::bytes_mut(buf, buflen), |_| {}) })
}

/// As mbedtls_mpi_write_binary(), with the lowest byte first and the zero bytes behind.
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
pub unsafe extern "C" fn mbedtls_mpi_write_binary_le(
    X: *const mbedtls_mpi,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    // SAFETY: the caller vouches for `X` and `buf`.
    enter(|| unsafe { write(X, boundary::bytes_mut(buf, buflen), <[u8]>::reverse) })
}

/// Reads `bytes` into as many limbs as they fill, also where the highest are 0: comparisons in constant time go by the
/// number of limbs.
///
/// # Safety
/// `x` is null, or initialised and used by nobody else.
unsafe fn read(x: *mut mbedtls_mpi, bytes: Option<&[u8]>, value: impl Fn(&[u8]) -> Integer) -> c_int {
    let Some(bytes) = bytes.filter(|_| !x.is_null()) else { return MBEDTLS_ERR_MPI_BAD_INPUT_DATA };
    let limbs = bytes.len().div_ceil(8);
    if limbs > MAX_LIMBS {
        return MBEDTLS_ERR_MPI_ALLOC_FAILED;
    }
    // SAFETY: the caller vouches for `x`, which is not null.
    unsafe { store_in(x, limbs, value(bytes).words()) }
}

/// Writes the absolute value, the highest byte first; `arrange` puts it into the order that is wanted.
///
/// # Safety
/// `x` is null, or initialised.
unsafe fn write(x: *const mbedtls_mpi, out: Option<&mut [u8]>, arrange: impl Fn(&mut [u8])) -> c_int {
    let Some(out) = out.filter(|_| !x.is_null()) else { return MBEDTLS_ERR_MPI_BAD_INPUT_DATA };
    // SAFETY: the caller vouches for `x`.
    let bytes = unsafe { magnitude(x) };
    let Some(zeros) = out.len().checked_sub(bytes.len()) else { return MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL };
    let (front, number) = out.split_at_mut(zeros);
    front.fill(0);
    number.copy_from_slice(&bytes);
    arrange(out);
    0
}
