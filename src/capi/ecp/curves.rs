//! The curves that there is arithmetic for, and their numbers (SEC 2, RFC 7748), limbs lowest first.

use std::ffi::CStr;

use super::mbedtls_ecp_group_id;
use super::*;
use crate::capi::bignum::{mbedtls_mpi, mbedtls_mpi_uint};
use crate::crypto::verify::Curve;

/// What defines a curve, in the terms of `mbedtls_ecp_group`.
pub(super) struct Parameters {
    pub(super) id: mbedtls_ecp_group_id,
    pub(super) p: &'static [mbedtls_mpi_uint],
    /// Empty where A is -3; (A + 2) / 4 for Curve25519.
    pub(super) a: &'static [mbedtls_mpi_uint],
    pub(super) b: &'static [mbedtls_mpi_uint],
    pub(super) g: [&'static [mbedtls_mpi_uint]; 3],
    pub(super) n: &'static [mbedtls_mpi_uint],
    pub(super) bits: [usize; 2],
}

/// The numbers of a curve; `None` if nothing is done on it.
pub(super) fn parameters(id: mbedtls_ecp_group_id) -> Option<&'static Parameters> {
    PARAMETERS.iter().find(|parameters| parameters.id == id)
}

/// The curve of short Weierstrass form with this number.
pub(crate) fn curve(id: mbedtls_ecp_group_id) -> Option<Curve> {
    WEIERSTRASS.iter().find(|(known, _)| *known == id).map(|(_, curve)| *curve)
}

/// The number of a curve.
pub(crate) fn group_id(curve: Curve) -> mbedtls_ecp_group_id {
    let found = WEIERSTRASS.iter().find(|(_, known)| *known == curve);
    found.map_or(MBEDTLS_ECP_DP_NONE, |(id, _)| *id)
}

/// A number that lies in the library: its group must not release it.
pub(super) fn number(limbs: &'static [mbedtls_mpi_uint]) -> mbedtls_mpi {
    let p = if limbs.is_empty() { std::ptr::null_mut() } else { limbs.as_ptr().cast_mut() };
    mbedtls_mpi { p, s: 1, n: u16::try_from(limbs.len()).unwrap_or(0) }
}

const WEIERSTRASS: [(mbedtls_ecp_group_id, Curve); 11] = [
    (MBEDTLS_ECP_DP_SECP192R1, Curve::Secp192r1),
    (MBEDTLS_ECP_DP_SECP224R1, Curve::Secp224r1),
    (MBEDTLS_ECP_DP_SECP256R1, Curve::Secp256r1),
    (MBEDTLS_ECP_DP_SECP384R1, Curve::Secp384r1),
    (MBEDTLS_ECP_DP_SECP521R1, Curve::Secp521r1),
    (MBEDTLS_ECP_DP_BP256R1, Curve::Brainpool256r1),
    (MBEDTLS_ECP_DP_BP384R1, Curve::Brainpool384r1),
    (MBEDTLS_ECP_DP_BP512R1, Curve::Brainpool512r1),
    (MBEDTLS_ECP_DP_SECP192K1, Curve::Secp192k1),
    (MBEDTLS_ECP_DP_SECP224K1, Curve::Secp224k1),
    (MBEDTLS_ECP_DP_SECP256K1, Curve::Secp256k1),
];

/// As `mbedtls_ecp_curve_list` has them: in the reference's order, ended by one without a number.
pub(super) static CURVES: [mbedtls_ecp_curve_info; 6] = [
    info(MBEDTLS_ECP_DP_SECP521R1, 25, 521, c"secp521r1"),
    info(MBEDTLS_ECP_DP_SECP384R1, 24, 384, c"secp384r1"),
    info(MBEDTLS_ECP_DP_SECP256R1, 23, 256, c"secp256r1"),
    info(MBEDTLS_ECP_DP_SECP256K1, 22, 256, c"secp256k1"),
    info(MBEDTLS_ECP_DP_CURVE25519, 29, 256, c"x25519"),
    mbedtls_ecp_curve_info { grp_id: MBEDTLS_ECP_DP_NONE, tls_id: 0, bit_size: 0, name: std::ptr::null() },
];

/// The numbers of [`CURVES`], ended by none.
pub(super) static IDS: [mbedtls_ecp_group_id; 6] = [
    MBEDTLS_ECP_DP_SECP521R1,
    MBEDTLS_ECP_DP_SECP384R1,
    MBEDTLS_ECP_DP_SECP256R1,
    MBEDTLS_ECP_DP_SECP256K1,
    MBEDTLS_ECP_DP_CURVE25519,
    MBEDTLS_ECP_DP_NONE,
];

const fn info(
    grp_id: mbedtls_ecp_group_id,
    tls_id: u16,
    bit_size: u16,
    name: &'static CStr,
) -> mbedtls_ecp_curve_info {
    mbedtls_ecp_curve_info { grp_id, tls_id, bit_size, name: name.as_ptr() }
}

static PARAMETERS: [Parameters; 5] = [
    Parameters {
        id: MBEDTLS_ECP_DP_SECP256R1,
        p: &[0xffff_ffff_ffff_ffff, 0x0000_0000_ffff_ffff, 0, 0xffff_ffff_0000_0001],
        a: &[],
        b: &[0x3bce_3c3e_27d2_604b, 0x651d_06b0_cc53_b0f6, 0xb3eb_bd55_7698_86bc, 0x5ac6_35d8_aa3a_93e7],
        g: [
            &[0xf4a1_3945_d898_c296, 0x7703_7d81_2deb_33a0, 0xf8bc_e6e5_63a4_40f2, 0x6b17_d1f2_e12c_4247],
            &[0xcbb6_4068_37bf_51f5, 0x2bce_3357_6b31_5ece, 0x8ee7_eb4a_7c0f_9e16, 0x4fe3_42e2_fe1a_7f9b],
            &[1],
        ],
        n: &[0xf3b9_cac2_fc63_2551, 0xbce6_faad_a717_9e84, 0xffff_ffff_ffff_ffff, 0xffff_ffff_0000_0000],
        bits: [256, 256],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP384R1,
        p: &[
            0x0000_0000_ffff_ffff,
            0xffff_ffff_0000_0000,
            0xffff_ffff_ffff_fffe,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
        ],
        a: &[],
        b: &[
            0x2a85_c8ed_d3ec_2aef,
            0xc656_398d_8a2e_d19d,
            0x0314_088f_5013_875a,
            0x181d_9c6e_fe81_4112,
            0x988e_056b_e3f8_2d19,
            0xb331_2fa7_e23e_e7e4,
        ],
        g: [
            &[
                0x3a54_5e38_7276_0ab7,
                0x5502_f25d_bf55_296c,
                0x59f7_41e0_8254_2a38,
                0x6e1d_3b62_8ba7_9b98,
                0x8eb1_c71e_f320_ad74,
                0xaa87_ca22_be8b_0537,
            ],
            &[
                0x7a43_1d7c_90ea_0e5f,
                0x0a60_b1ce_1d7e_819d,
                0xe9da_3113_b5f0_b8c0,
                0xf8f4_1dbd_289a_147c,
                0x5d9e_98bf_9292_dc29,
                0x3617_de4a_9626_2c6f,
            ],
            &[1],
        ],
        n: &[
            0xecec_196a_ccc5_2973,
            0x581a_0db2_48b0_a77a,
            0xc763_4d81_f437_2ddf,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
        ],
        bits: [384, 384],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP521R1,
        p: &[
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0x1ff,
        ],
        a: &[],
        b: &[
            0xef45_1fd4_6b50_3f00,
            0x3573_df88_3d2c_34f1,
            0x1652_c0bd_3bb1_bf07,
            0x5619_3951_ec7e_937b,
            0xb8b4_8991_8ef1_09e1,
            0xa2da_725b_99b3_15f3,
            0x929a_21a0_b685_40ee,
            0x953e_b961_8e1c_9a1f,
            0x51,
        ],
        g: [
            &[
                0xf97e_7e31_c2e5_bd66,
                0x3348_b3c1_856a_429b,
                0xfe1d_c127_a2ff_a8de,
                0xa14b_5e77_efe7_5928,
                0xf828_af60_6b4d_3dba,
                0x9c64_8139_053f_b521,
                0x9e3e_cb66_2395_b442,
                0x858e_06b7_0404_e9cd,
                0xc6,
            ],
            &[
                0x88be_9476_9fd1_6650,
                0x353c_7086_a272_c240,
                0xc550_b901_3fad_0761,
                0x97ee_7299_5ef4_2640,
                0x17af_bd17_273e_662c,
                0x98f5_4449_579b_4468,
                0x5c8a_5fb4_2c7d_1bd9,
                0x3929_6a78_9a3b_c004,
                0x118,
            ],
            &[1],
        ],
        n: &[
            0xbb6f_b71e_9138_6409,
            0x3bb5_c9b8_899c_47ae,
            0x7fcc_0148_f709_a5d0,
            0x5186_8783_bf2f_966b,
            0xffff_ffff_ffff_fffa,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0xffff_ffff_ffff_ffff,
            0x1ff,
        ],
        bits: [521, 521],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP256K1,
        p: &[0xffff_fffe_ffff_fc2f, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff],
        a: &[0],
        b: &[7],
        g: [
            &[0x59f2_815b_16f8_1798, 0x029b_fcdb_2dce_28d9, 0x55a0_6295_ce87_0b07, 0x79be_667e_f9dc_bbac],
            &[0x9c47_d08f_fb10_d4b8, 0xfd17_b448_a685_5419, 0x5da4_fbfc_0e11_08a8, 0x483a_da77_26a3_c465],
            &[1],
        ],
        n: &[0xbfd2_5e8c_d036_4141, 0xbaae_dce6_af48_a03b, 0xffff_ffff_ffff_fffe, 0xffff_ffff_ffff_ffff],
        bits: [256, 256],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_CURVE25519,
        p: &[0xffff_ffff_ffff_ffed, 0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff, 0x7fff_ffff_ffff_ffff],
        a: &[0x1db42],
        b: &[],
        g: [&[9], &[], &[1]],
        n: &[0x5812_631a_5cf5_d3ed, 0x14de_f9de_a2f7_9cd6, 0, 0x1000_0000_0000_0000],
        bits: [255, 254],
    },
];
