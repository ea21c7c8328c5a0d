//! `mbedtls/bignum.h`: big numbers. Layouts are those of Debian 13 on x86_64, asserted here.

mod basic;
mod magnitude;

use std::ffi::{c_short, c_ushort};
use std::mem::offset_of;

pub use basic::*;
pub(crate) use magnitude::*;

/// One limb of a big number.
pub type mbedtls_mpi_uint = u64;

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
