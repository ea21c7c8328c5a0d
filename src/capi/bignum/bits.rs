//! Lengths, single bits and shifts.

use std::ffi::{c_int, c_uchar};

use super::{MAX_NUMBER_BITS, limbs, limbs_mut, magnitude, mbedtls_mpi, mbedtls_mpi_grow, number, unary};
use crate::capi::boundary::{enter, enter_or};
use crate::capi::codes::*;

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

/// Tells how many bits the absolute value of a number takes.
///
/// \param X  The number; NULL counts as 0.
///
/// \return The length in bits; 0 for the number 0.
///
/// # Safety
/// `X` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_bitlen(X: *const mbedtls_mpi) -> usize {
    // SAFETY: the caller vouches for `X`.
    enter_or(0, || unsafe { number(X) }.map_or(0, |x| x.bits()))
}

/// Tells how many bits of a number are 0 below its lowest 1.
///
/// \param X  The number; NULL counts as 0.
///
/// \return The number of these bits; 0 for the number 0.
///
/// # Safety
/// `X` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_lsb(X: *const mbedtls_mpi) -> usize {
    // SAFETY: the caller vouches for `X`.
    enter_or(0, || unsafe { number(X) }.map_or(0, |x| x.trailing_zeros()))
}

/// Tells one bit of the absolute value of a number.
///
/// \param X    The number; NULL counts as 0.
/// \param pos  Which bit, from 0 for the lowest.
///
/// \return 0 or 1; 0 beyond the number's end.
///
/// # Safety
/// `X` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_get_bit(X: *const mbedtls_mpi, pos: usize) -> c_int {
    // SAFETY: the caller vouches for `X`.
    enter_or(0, || match unsafe { limbs(X) }.get(pos / 64) {
        Some(limb) => c_int::from(limb >> (pos % 64) & 1 == 1),
        None => 0,
    })
}

/// Sets one bit of the absolute value of a number. The number grows for a 1 beyond its end.
///
/// \param X    The number.
/// \param pos  Which bit, from 0 for the lowest.
/// \param val  What it becomes: 0 or 1.
///
/// \return 0 if it was set.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL or \p val neither 0 nor 1.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number came over #MBEDTLS_MPI_MAX_LIMBS.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_set_bit(X: *mut mbedtls_mpi, pos: usize, val: c_uchar) -> c_int {
    enter(|| {
        if X.is_null() || val > 1 {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        }
        let bit = 1 << (pos % 64);
        // SAFETY: the caller vouches for `X`, which is not null.
        unsafe {
            if val == 1 {
                let code = mbedtls_mpi_grow(X, pos / 64 + 1);
                if code != 0 {
                    return code;
                }
            }
            if let Some(limb) = limbs_mut(X).get_mut(pos / 64) {
                *limb = if val == 1 { *limb | bit } else { *limb & !bit };
            }
            if limbs(X).iter().all(|&limb| limb == 0) {
                (*X).s = 1;
            }
        }
        0
    })
}

/// Multiplies a number by a power of 2.
///
/// \param X      The number.
/// \param count  The exponent of that power.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the number came over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_shift_l(X: *mut mbedtls_mpi, count: usize) -> c_int {
    // SAFETY: the caller vouches for `X`.
    unsafe {
        unary(X, X, |x| match u32::try_from(count) {
            Ok(shift) if x.bits() + count <= MAX_NUMBER_BITS => Ok(x.shifted_left(shift)),
            _ => Err(MBEDTLS_ERR_MPI_ALLOC_FAILED),
        })
    }
}

/// Divides the absolute value of a number by a power of 2 and rounds down. The sign stays.
///
/// \param X      The number.
/// \param count  The exponent of that power.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_shift_r(X: *mut mbedtls_mpi, count: usize) -> c_int {
    // SAFETY: the caller vouches for `X`. A number without limbs stays one.
    match unsafe { X.as_ref() } {
        Some(x) if x.n == 0 => 0,
        // SAFETY: as above.
        _ => unsafe { unary(X, X, |x| Ok(x.shifted_right(count))) },
    }
}
