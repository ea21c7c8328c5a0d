//! Sums, differences, products and quotients.

use std::ffi::c_int;

use super::{binary, mbedtls_mpi, mbedtls_mpi_sint, mbedtls_mpi_uint, number, store, unary};
use crate::capi::boundary::enter;
use crate::capi::codes::*;
use crate::crypto::bignum::Integer;

/// Adds the absolute values of two numbers.
///
/// \param X  Takes the sum; it may be one of the operands.
/// \param A  The one operand.
/// \param B  The other one.
///
/// \return 0 if they were added.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the sum is over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_add_abs(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { binary(X, A, B, |a, b| Ok(a.abs().add(&b.abs()))) }
}

/// Subtracts the absolute value of a number from that of another one.
///
/// \param X  Takes the difference; it may be one of the operands.
/// \param A  What is subtracted from.
/// \param B  What is subtracted.
///
/// \return 0 if it was subtracted.
/// \return #MBEDTLS_ERR_MPI_NEGATIVE_VALUE if the absolute value of \p B is larger.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_sub_abs(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    let difference = |a: &Integer, b: &Integer| {
        let difference = a.abs().sub(&b.abs());
        if difference.is_negative() { Err(MBEDTLS_ERR_MPI_NEGATIVE_VALUE) } else { Ok(difference) }
    };
    // SAFETY: passed on to the caller.
    unsafe { binary(X, A, B, difference) }
}

/// Adds two numbers.
///
/// \param X  Takes the sum; it may be one of the operands.
/// \param A  The one operand.
/// \param B  The other one.
///
/// \return 0 if they were added.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the sum is over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_add_mpi(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { binary(X, A, B, |a, b| Ok(a.add(b))) }
}

/// Subtracts a number from another one.
///
/// \param X  Takes the difference; it may be one of the operands.
/// \param A  What is subtracted from.
/// \param B  What is subtracted.
///
/// \return 0 if it was subtracted.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the difference is over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_sub_mpi(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { binary(X, A, B, |a, b| Ok(a.sub(b))) }
}

/// Adds an integer to a number.
///
/// \param X  Takes the sum; it may be \p A.
/// \param A  The number.
/// \param b  The integer.
///
/// \return 0 if they were added.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the sum is over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_add_int(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    b: mbedtls_mpi_sint,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { unary(X, A, |a| Ok(a.add(&Integer::from(b)))) }
}

/// Subtracts an integer from a number.
///
/// \param X  Takes the difference; it may be \p A.
/// \param A  The number.
/// \param b  The integer.
///
/// \return 0 if it was subtracted.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the difference is over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_sub_int(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    b: mbedtls_mpi_sint,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { unary(X, A, |a| Ok(a.sub(&Integer::from(b)))) }
}

/// Multiplies two numbers.
///
/// \param X  Takes the product; it may be one of the operands.
/// \param A  The one operand.
/// \param B  The other one.
///
/// \return 0 if they were multiplied.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the product is over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mul_mpi(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { binary(X, A, B, |a, b| Ok(a.mul(b))) }
}

/// Multiplies a number by an integer.
///
/// \param X  Takes the product; it may be \p A.
/// \param A  The number.
/// \param b  The integer.
///
/// \return 0 if they were multiplied.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory or the product is over #MBEDTLS_MPI_MAX_LIMBS.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `X`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mul_int(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    b: mbedtls_mpi_uint,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { unary(X, A, |a| Ok(a.mul(&Integer::from(b)))) }
}

/// Divides a number by another one. The quotient is rounded towards 0; the remainder has the sign of \p A.
///
/// \param Q  Takes the quotient; NULL if it is not wanted. It may be one of the operands.
/// \param R  Takes the remainder; NULL if it is not wanted. It may be one of the operands.
/// \param A  What is divided.
/// \param B  What it is divided by.
///
/// \return 0 if it was divided.
/// \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p B is 0.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p A or \p B is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `Q` and `R`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_div_mpi(
    Q: *mut mbedtls_mpi,
    R: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        match unsafe { (number(A), number(B)) } {
            // SAFETY: as above.
            (Some(a), Some(b)) => unsafe { divide(Q, R, &a, &b) },
            _ => MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
        }
    })
}

/// Divides a number by an integer, as mbedtls_mpi_div_mpi() does.
///
/// \param Q  Takes the quotient; NULL if it is not wanted. It may be \p A.
/// \param R  Takes the remainder; NULL if it is not wanted. It may be \p A.
/// \param A  What is divided.
/// \param b  What it is divided by.
///
/// \return 0 if it was divided.
/// \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p b is 0.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p A is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `Q` and `R`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_div_int(
    Q: *mut mbedtls_mpi,
    R: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    b: mbedtls_mpi_sint,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        match unsafe { number(A) } {
            // SAFETY: as above.
            Some(a) => unsafe { divide(Q, R, &a, &Integer::from(b)) },
            None => MBEDTLS_ERR_MPI_BAD_INPUT_DATA,
        }
    })
}

/// Reduces a number modulo another one: the result is not negative.
///
/// \param R  Takes the result; it may be one of the operands.
/// \param A  What is reduced.
/// \param B  The modulus.
///
/// \return 0 if it was reduced.
/// \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p B is 0.
/// \return #MBEDTLS_ERR_MPI_NEGATIVE_VALUE if \p B is below 0.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// Each is null, or initialised; nobody else uses `R`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mod_mpi(
    R: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { binary(R, A, B, modulo) }
}

/// Reduces a number modulo an integer: the result is not negative.
///
/// \param r  Takes the result.
/// \param A  What is reduced.
/// \param b  The modulus.
///
/// \return 0 if it was reduced.
/// \return #MBEDTLS_ERR_MPI_DIVISION_BY_ZERO if \p b is 0.
/// \return #MBEDTLS_ERR_MPI_NEGATIVE_VALUE if \p b is below 0.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// `A` is null, or initialised; `r` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mod_int(
    r: *mut mbedtls_mpi_uint,
    A: *const mbedtls_mpi,
    b: mbedtls_mpi_sint,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `A`.
        let (false, Some(a)) = (r.is_null(), unsafe { number(A) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        match modulo(&a, &Integer::from(b)) {
            Ok(result) => {
                // SAFETY: the caller vouches for `r`, which is not null.
                unsafe { r.write(result.words().first().copied().unwrap_or(0)) };
                0
            }
            Err(code) => code,
        }
    })
}

fn modulo(a: &Integer, b: &Integer) -> Result<Integer, c_int> {
    if b.is_negative() {
        return Err(MBEDTLS_ERR_MPI_NEGATIVE_VALUE);
    }
    a.modulo(b).ok_or(MBEDTLS_ERR_MPI_DIVISION_BY_ZERO)
}

/// # Safety
/// `q` and `r` are null, or initialised and used by nobody else.
unsafe fn divide(q: *mut mbedtls_mpi, r: *mut mbedtls_mpi, a: &Integer, b: &Integer) -> c_int {
    let Some((quotient, remainder)) = a.div_rem(b) else { return MBEDTLS_ERR_MPI_DIVISION_BY_ZERO };
    // SAFETY: the caller vouches for both.
    let stored = |x: *mut mbedtls_mpi, value| if x.is_null() { 0 } else { unsafe { store(x, value) } };
    match stored(q, &quotient) {
        0 => stored(r, &remainder),
        code => code,
    }
}
