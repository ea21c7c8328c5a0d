//! The C types of `mbedtls/bignum.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_short, c_ushort};
use std::mem::offset_of;

pub type mbedtls_mpi_uint = u64;

#[repr(C)]
pub struct mbedtls_mpi {
    pub p: *mut mbedtls_mpi_uint,
    pub s: c_short,
    pub n: c_ushort,
}
const _: () = assert!(size_of::<mbedtls_mpi>() == 16 && align_of::<mbedtls_mpi>() == 8);
const _: () = assert!(offset_of!(mbedtls_mpi, p) == 0);
