//! `mbedtls/rsa.h`: RSA. Layouts are those of Debian 13 on x86_64, asserted here.

mod encrypt;
mod key;
mod numbers;
mod self_test;
mod sign;

use std::ffi::{c_int, c_void};
use std::mem::offset_of;

use super::bignum::mbedtls_mpi;

pub use encrypt::*;
pub use key::*;
pub(crate) use numbers::*;
pub use self_test::*;
pub use sign::*;

/// An RSA key: a public one, or a pair. Its members are private.
#[repr(C)]
pub struct mbedtls_rsa_context {
    pub(crate) ver: c_int,
    /// Bytes of the modulus.
    pub(crate) len: usize,
    pub(crate) N: mbedtls_mpi,
    pub(crate) E: mbedtls_mpi,
    /// 0, as are those below, without a private key.
    pub(crate) D: mbedtls_mpi,
    pub(crate) P: mbedtls_mpi,
    pub(crate) Q: mbedtls_mpi,
    pub(crate) DP: mbedtls_mpi,
    pub(crate) DQ: mbedtls_mpi,
    pub(crate) QP: mbedtls_mpi,
    pub(crate) reserved: [usize; 10],
    pub(crate) padding: c_int,
    pub(crate) hash_id: c_int,
    /// The key that TLS signs with, if it was made already.
    pub(crate) prepared: *mut c_void,
    pub(crate) reserved2: [usize; 5],
}
const _: () = assert!(size_of::<mbedtls_rsa_context>() == 280 && align_of::<mbedtls_rsa_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_rsa_context, len) == 8 && offset_of!(mbedtls_rsa_context, N) == 16);
const _: () = assert!(offset_of!(mbedtls_rsa_context, QP) == 128);
const _: () = assert!(offset_of!(mbedtls_rsa_context, padding) == 224);
