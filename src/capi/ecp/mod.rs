//! `mbedtls/ecp.h`: elliptic curves. Layouts are those of Debian 13 on x86_64, asserted here.
//!
//! The numbers of a curve lie in the library; a group only points to them.

mod arithmetic;
mod curves;
mod group;
mod keypair;
mod point;
mod self_test;
mod tls;

use std::ffi::{c_char, c_uint, c_void};
use std::mem::offset_of;

use super::bignum::mbedtls_mpi;

pub use arithmetic::*;
pub(crate) use curves::{curve, group_id};
pub use group::*;
pub use keypair::*;
pub use point::*;
pub use self_test::*;
pub use tls::*;

/// A curve, by number.
pub type mbedtls_ecp_group_id = c_uint;

/// A shape of curves, by number.
pub type mbedtls_ecp_curve_type = c_uint;

pub(crate) const MBEDTLS_ECP_DP_NONE: mbedtls_ecp_group_id = 0;
pub(crate) const MBEDTLS_ECP_DP_SECP192R1: mbedtls_ecp_group_id = 1;
pub(crate) const MBEDTLS_ECP_DP_SECP224R1: mbedtls_ecp_group_id = 2;
pub(crate) const MBEDTLS_ECP_DP_SECP256R1: mbedtls_ecp_group_id = 3;
pub(crate) const MBEDTLS_ECP_DP_SECP384R1: mbedtls_ecp_group_id = 4;
pub(crate) const MBEDTLS_ECP_DP_SECP521R1: mbedtls_ecp_group_id = 5;
pub(crate) const MBEDTLS_ECP_DP_BP256R1: mbedtls_ecp_group_id = 6;
pub(crate) const MBEDTLS_ECP_DP_BP384R1: mbedtls_ecp_group_id = 7;
pub(crate) const MBEDTLS_ECP_DP_BP512R1: mbedtls_ecp_group_id = 8;
pub(crate) const MBEDTLS_ECP_DP_CURVE25519: mbedtls_ecp_group_id = 9;
pub(crate) const MBEDTLS_ECP_DP_SECP192K1: mbedtls_ecp_group_id = 10;
pub(crate) const MBEDTLS_ECP_DP_SECP224K1: mbedtls_ecp_group_id = 11;
pub(crate) const MBEDTLS_ECP_DP_SECP256K1: mbedtls_ecp_group_id = 12;

pub(crate) const MBEDTLS_ECP_TYPE_NONE: mbedtls_ecp_curve_type = 0;
pub(crate) const MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS: mbedtls_ecp_curve_type = 1;
pub(crate) const MBEDTLS_ECP_TYPE_MONTGOMERY: mbedtls_ecp_curve_type = 2;

/// The progress of an operation in parts. Nothing is done in parts here.
pub type mbedtls_ecp_restart_ctx = c_void;

/// What is known of a curve.
#[repr(C)]
pub struct mbedtls_ecp_curve_info {
    /// Its number here.
    pub grp_id: mbedtls_ecp_group_id,
    /// Its number in TLS.
    pub tls_id: u16,
    /// The length of a field element, in bits.
    pub bit_size: u16,
    /// Its name.
    pub name: *const c_char,
}
const _: () = assert!(size_of::<mbedtls_ecp_curve_info>() == 16 && align_of::<mbedtls_ecp_curve_info>() == 8);
const _: () = assert!(offset_of!(mbedtls_ecp_curve_info, tls_id) == 4);
const _: () = assert!(offset_of!(mbedtls_ecp_curve_info, bit_size) == 6);
const _: () = assert!(offset_of!(mbedtls_ecp_curve_info, name) == 8);

// SAFETY: the names are strings of the library, which nobody writes.
unsafe impl Sync for mbedtls_ecp_curve_info {}

/// A point on a curve, or at infinity. Its members are private.
#[repr(C)]
pub struct mbedtls_ecp_point {
    pub(crate) X: mbedtls_mpi,
    pub(crate) Y: mbedtls_mpi,
    /// 0 at infinity; 1, or without limbs, elsewhere.
    pub(crate) Z: mbedtls_mpi,
}
const _: () = assert!(size_of::<mbedtls_ecp_point>() == 48 && align_of::<mbedtls_ecp_point>() == 8);

/// A curve. What its numbers point to is the library's: look, and do not change them.
#[repr(C)]
pub struct mbedtls_ecp_group {
    /// Which curve it is.
    pub id: mbedtls_ecp_group_id,
    /// The prime of the field.
    pub P: mbedtls_mpi,
    /// A of the equation; without limbs where it is -3, and (A + 2) / 4 for Curve25519.
    pub A: mbedtls_mpi,
    /// B of the equation.
    pub B: mbedtls_mpi,
    /// The generator.
    pub G: mbedtls_ecp_point,
    /// The order of the generator.
    pub N: mbedtls_mpi,
    /// Bits of P.
    pub pbits: usize,
    /// Bits of N, or of a private key on Curve25519.
    pub nbits: usize,
    /// Not 0 where the numbers are the library's.
    pub(crate) h: c_uint,
    /// In the group of a key: the key that TLS signs with, if it was made already.
    pub(crate) prepared: *mut c_void,
    pub(crate) reserved: [usize; 5],
}
const _: () = assert!(size_of::<mbedtls_ecp_group>() == 192 && align_of::<mbedtls_ecp_group>() == 8);
const _: () = assert!(offset_of!(mbedtls_ecp_group, P) == 8 && offset_of!(mbedtls_ecp_group, A) == 24);
const _: () = assert!(offset_of!(mbedtls_ecp_group, B) == 40 && offset_of!(mbedtls_ecp_group, G) == 56);
const _: () = assert!(offset_of!(mbedtls_ecp_group, N) == 104 && offset_of!(mbedtls_ecp_group, pbits) == 120);
const _: () = assert!(offset_of!(mbedtls_ecp_group, nbits) == 128);

/// A key on a curve: a public one, or a pair. Its members are private.
#[repr(C)]
pub struct mbedtls_ecp_keypair {
    pub(crate) grp: mbedtls_ecp_group,
    /// The private key; 0 without one.
    pub(crate) d: mbedtls_mpi,
    /// The public key.
    pub(crate) Q: mbedtls_ecp_point,
}
const _: () = assert!(size_of::<mbedtls_ecp_keypair>() == 256 && align_of::<mbedtls_ecp_keypair>() == 8);
const _: () = assert!(offset_of!(mbedtls_ecp_keypair, d) == 192 && offset_of!(mbedtls_ecp_keypair, Q) == 208);
