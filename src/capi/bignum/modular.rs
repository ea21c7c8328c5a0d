//! Powers, inverses and common divisors.

use std::ffi::c_int;

use super::{MAX_BITS, binary, mbedtls_mpi, number};
use crate::capi::codes::*;

/// Raises a number to a power modulo another number, in a time that does not depend on the bits of any of them.
///
/// \param X        Takes the power; it may be one of the operands.
/// \param A        The number.
/// \param E        The exponent, not below 0.
/// \param N        The modulus, odd and above 0.
/// \param prec_RR  Not used, and left as it is; may be NULL. Elsewhere it keeps what can be computed in advance.
///
/// \return 0 if that was done.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p N is even or not above 0, \p E is below 0, one of them is over
///         #MBEDTLS_MPI_MAX_BITS, or an argument is NULL.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_exp_mod(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    E: *const mbedtls_mpi,
    N: *const mbedtls_mpi,
    prec_RR: *mut mbedtls_mpi,
) -> c_int {
    _ = prec_RR;
    // SAFETY: passed on to the caller.
    unsafe {
        binary(X, A, E, |a, e| {
            let n = number(N).filter(|n| n.bits() <= MAX_BITS && e.bits() <= MAX_BITS);
            n.and_then(|n| a.pow_mod(e, &n)).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)
        })
    }
}

/// Finds the greatest common divisor of two numbers; it is not negative.
///
/// \param G  Takes the divisor; it may be one of the operands.
/// \param A  The one operand.
/// \param B  The other one.
///
/// \return 0 if it was found.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `G`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_gcd(
    G: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { binary(G, A, B, |a, b| Ok(a.gcd(b))) }
}

/// Finds the inverse of a number modulo another one.
///
/// \param X  Takes the inverse, which is above 0 and below \p N; it may be one of the operands.
/// \param A  The number.
/// \param N  The modulus, above 1.
///
/// \return 0 if it was found.
/// \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if \p A has no inverse modulo \p N.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p N is not above 1, or an argument is NULL.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_inv_mod(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    N: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe {
        binary(X, A, N, |a, n| {
            if n.is_negative() || n.bits() < 2 {
                return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
            }
            a.inverse_mod(n).ok_or(MBEDTLS_ERR_MPI_NOT_ACCEPTABLE)
        })
    }
}
