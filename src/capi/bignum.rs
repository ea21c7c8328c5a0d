//! The C types of `mbedtls/bignum.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_short, c_ushort};
use std::mem::offset_of;

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
