//! `mbedtls/bignum.h`: big numbers. Layouts are those of Debian 13 on x86_64, asserted here.
//!
//! Every operation takes its operands out as [`Integer`], computes, and puts the result back: the same number may be
//! operand and result.

mod arithmetic;
mod basic;
mod bits;
mod bytes;
mod magnitude;
mod modular;
mod prime;
mod random;
mod storage;
mod text;

use std::ffi::{c_int, c_short, c_ushort};
use std::mem::offset_of;

pub use arithmetic::*;
pub use basic::*;
pub use bits::*;
pub use bytes::*;
pub(crate) use magnitude::*;
pub use modular::*;
pub use prime::*;
pub use random::*;
pub(crate) use storage::*;
pub use text::*;

use super::boundary::enter;
use super::codes::MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
use crate::crypto::bignum::Integer;

/// One limb of a big number.
pub type mbedtls_mpi_uint = u64;

/// A limb with a sign.
pub type mbedtls_mpi_sint = i64;

/// A big number. Zeroed, it is the number 0 and owns nothing. Its members are private.
#[repr(C)]
pub struct mbedtls_mpi {
    /// The limbs, lowest first.
    pub(crate) p: *mut mbedtls_mpi_uint,
    pub(crate) s: c_short,
    pub(crate) n: c_ushort,
}
const _: () = assert!(size_of::<mbedtls_mpi>() == 16 && align_of::<mbedtls_mpi>() == 8);
const _: () = assert!(offset_of!(mbedtls_mpi, p) == 0);

/// The most limbs of a number: `MBEDTLS_MPI_MAX_LIMBS`.
pub(crate) const MAX_LIMBS: usize = 10_000;
/// The most bits of a number.
pub(crate) const MAX_NUMBER_BITS: usize = MAX_LIMBS * 64;
/// The most bits of a modulus or an exponent: `MBEDTLS_MPI_MAX_BITS`.
pub(crate) const MAX_BITS: usize = 8192;

/// The body of a function with one result and one operand: `compute` gives the result or a code.
///
/// # Safety
/// Each pointer is null, or to an initialised number that nobody else uses meanwhile.
unsafe fn unary(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    compute: impl FnOnce(&Integer) -> Result<Integer, c_int>,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `A`.
        let (false, Some(a)) = (X.is_null(), unsafe { number(A) }) else {
            return MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
        };
        match compute(&a) {
            // SAFETY: the caller vouches for `X`, which is not null.
            Ok(result) => unsafe { store(X, &result) },
            Err(code) => code,
        }
    })
}

/// As [`unary`], with two operands.
///
/// # Safety
/// Each pointer is null, or to an initialised number that nobody else uses meanwhile.
unsafe fn binary(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
    compute: impl FnOnce(&Integer, &Integer) -> Result<Integer, c_int>,
) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe {
        unary(X, A, |a| match number(B) {
            Some(b) => compute(a, &b),
            None => Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA),
        })
    }
}
