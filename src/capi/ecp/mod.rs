//! `mbedtls/ecp.h`: elliptic curves. Layouts are those of Debian 13 on x86_64, asserted here.
//!
//! The numbers of a curve lie in the library; a group only points to them.

mod arithmetic;
mod contents;
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
pub(crate) use contents::*;
pub(crate) use curves::{curve, group_id, montgomery};
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
pub(crate) const MBEDTLS_ECP_DP_CURVE448: mbedtls_ecp_group_id = 13;

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
    /// A of the equation; without limbs where it is -3, and (A + 2) / 4 for Curve25519 and Curve448.
    pub A: mbedtls_mpi,
    /// B of the equation.
    pub B: mbedtls_mpi,
    /// The generator.
    pub G: mbedtls_ecp_point,
    /// The order of the generator.
    pub N: mbedtls_mpi,
    /// Bits of P.
    pub pbits: usize,
    /// Bits of N, or less one of a private key on Curve25519 and Curve448.
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

#[cfg(test)]
mod tests {
    use std::ffi::c_int;
    use std::ptr::{null, null_mut};

    use super::*;
    use crate::capi::codes::MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    use crate::capi::ecdh::*;
    use crate::capi::ecdsa::*;

    #[test]
    fn nothing_is_no_crash() {
        const BAD: c_int = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        let (grp, pt, key) = (null_mut::<mbedtls_ecp_group>(), null_mut(), null_mut::<mbedtls_ecp_keypair>());
        let (number, bytes, out, rng) =
            (null_mut::<mbedtls_mpi>(), null::<u8>(), null_mut::<u8>(), null_mut::<c_void>());
        let (ecdh, len, at) =
            (null_mut::<mbedtls_ecdh_context>(), null_mut::<usize>(), null_mut::<*const u8>());
        // SAFETY: null is allowed everywhere here.
        unsafe {
            mbedtls_ecp_group_init(grp);
            mbedtls_ecp_group_free(grp);
            mbedtls_ecp_point_init(pt);
            mbedtls_ecp_point_free(pt);
            mbedtls_ecp_keypair_init(key);
            mbedtls_ecp_keypair_free(key);
            mbedtls_ecdh_init(ecdh);
            mbedtls_ecdh_free(ecdh);
            assert_eq!((mbedtls_ecp_get_type(grp), mbedtls_ecp_is_zero(pt)), (MBEDTLS_ECP_TYPE_NONE, 0));
            assert_eq!(mbedtls_ecp_keypair_get_group_id(key) + mbedtls_ecdh_get_grp_id(ecdh), 0);
            assert!(mbedtls_ecp_curve_info_from_name(null()).is_null());
            let codes = [
                mbedtls_ecp_group_load(grp, 3),
                mbedtls_ecp_group_copy(grp, grp),
                mbedtls_ecp_copy(pt, pt),
                mbedtls_ecp_set_zero(pt),
                mbedtls_ecp_point_cmp(pt, pt),
                mbedtls_ecp_point_read_binary(grp, pt, bytes, 1),
                mbedtls_ecp_point_read_string(pt, 16, null(), null()),
                mbedtls_ecp_point_write_binary(grp, pt, 0, len, out, 1),
                mbedtls_ecp_check_privkey(grp, number),
                mbedtls_ecp_check_pubkey(grp, pt),
                mbedtls_ecp_check_pub_priv(key, key, None, rng),
                mbedtls_ecp_mul(grp, pt, number, pt, None, rng),
                mbedtls_ecp_muladd(grp, pt, number, pt, number, pt),
                mbedtls_ecp_gen_privkey(grp, number, None, rng),
                mbedtls_ecp_gen_keypair(grp, number, pt, None, rng),
                mbedtls_ecp_gen_keypair_base(grp, pt, number, pt, None, rng),
                mbedtls_ecp_gen_key(3, key, None, rng),
                mbedtls_ecp_set_public_key(3, key, pt),
                mbedtls_ecp_read_key(3, key, bytes, 1),
                mbedtls_ecp_write_key(key, out, 1),
                mbedtls_ecp_write_key_ext(key, len, out, 1),
                mbedtls_ecp_write_public_key(key, 0, len, out, 1),
                mbedtls_ecp_keypair_calc_public(key, None, rng),
                mbedtls_ecp_export(key, grp, number, pt),
                mbedtls_ecp_tls_read_group(grp, at, 3),
                mbedtls_ecp_tls_read_point(grp, pt, at, 3),
                mbedtls_ecp_tls_write_group(grp, len, out, 3),
                mbedtls_ecp_tls_write_point(grp, pt, 0, len, out, 3),
                mbedtls_ecdsa_sign(grp, number, number, number, bytes, 1, None, rng),
                mbedtls_ecdsa_sign_det_ext(grp, number, number, number, bytes, 1, 9, None, rng),
                mbedtls_ecdsa_verify(grp, bytes, 1, pt, number, number),
                mbedtls_ecdsa_write_signature(key, 9, bytes, 1, out, 1, len, None, rng),
                mbedtls_ecdsa_read_signature(key, bytes, 1, bytes, 1),
                mbedtls_ecdsa_from_keypair(key, key),
                mbedtls_ecdh_setup(ecdh, 3),
                mbedtls_ecdh_compute_shared(grp, number, pt, number, None, rng),
                mbedtls_ecdh_make_params(ecdh, len, out, 1, None, rng),
                mbedtls_ecdh_make_public(ecdh, len, out, 1, None, rng),
                mbedtls_ecdh_read_params(ecdh, at, bytes),
                mbedtls_ecdh_read_public(ecdh, bytes, 1),
                mbedtls_ecdh_get_params(ecdh, key, 0),
                mbedtls_ecdh_calc_secret(ecdh, len, out, 1, None, rng),
            ];
            assert_eq!(codes, [BAD; 42]);
        }
    }
}
