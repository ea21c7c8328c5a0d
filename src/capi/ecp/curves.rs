//! The curves, and their numbers (SEC 2, RFC 5639, RFC 7748).

use std::ffi::CStr;

use super::mbedtls_ecp_group_id;
use super::*;
use crate::capi::bignum::{mbedtls_mpi, mbedtls_mpi_uint};
use crate::crypto::ec::Group;
use crate::crypto::montgomery::Montgomery;
use crate::crypto::verify::Curve;

/// What defines a curve, in the terms of `mbedtls_ecp_group`.
pub(super) struct Parameters {
    pub(super) id: mbedtls_ecp_group_id,
    pub(super) p: &'static [mbedtls_mpi_uint],
    /// Empty where A is -3; (A + 2) / 4 for the curves of Montgomery form.
    pub(super) a: &'static [mbedtls_mpi_uint],
    pub(super) b: &'static [mbedtls_mpi_uint],
    pub(super) g: [&'static [mbedtls_mpi_uint]; 3],
    pub(super) n: &'static [mbedtls_mpi_uint],
    pub(super) bits: [usize; 2],
}

/// The numbers of a curve.
pub(super) fn parameters(id: mbedtls_ecp_group_id) -> Option<&'static Parameters> {
    PARAMETERS.iter().find(|parameters| parameters.id == id)
}

/// The curve with this number.
pub(super) fn group(id: mbedtls_ecp_group_id) -> Option<Group> {
    match id {
        MBEDTLS_ECP_DP_CURVE25519 => Some(Group::Montgomery(Montgomery::X25519)),
        MBEDTLS_ECP_DP_CURVE448 => Some(Group::Montgomery(Montgomery::X448)),
        _ => curve(id).map(Group::Weierstrass),
    }
}

/// The curve of short Weierstrass form with this number.
pub(crate) fn curve(id: mbedtls_ecp_group_id) -> Option<Curve> {
    WEIERSTRASS.iter().find(|(known, _)| *known == id).map(|(_, curve)| *curve)
}

/// The curve of Montgomery form with this number.
pub(crate) fn montgomery(id: mbedtls_ecp_group_id) -> Option<Montgomery> {
    match group(id)? {
        Group::Montgomery(curve) => Some(curve),
        Group::Weierstrass(_) => None,
    }
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
pub(super) static CURVES: [mbedtls_ecp_curve_info; 14] = [
    info(MBEDTLS_ECP_DP_SECP521R1, 25, 521, c"secp521r1"),
    info(MBEDTLS_ECP_DP_BP512R1, 28, 512, c"brainpoolP512r1"),
    info(MBEDTLS_ECP_DP_SECP384R1, 24, 384, c"secp384r1"),
    info(MBEDTLS_ECP_DP_BP384R1, 27, 384, c"brainpoolP384r1"),
    info(MBEDTLS_ECP_DP_SECP256R1, 23, 256, c"secp256r1"),
    info(MBEDTLS_ECP_DP_SECP256K1, 22, 256, c"secp256k1"),
    info(MBEDTLS_ECP_DP_BP256R1, 26, 256, c"brainpoolP256r1"),
    info(MBEDTLS_ECP_DP_SECP224R1, 21, 224, c"secp224r1"),
    info(MBEDTLS_ECP_DP_SECP224K1, 20, 224, c"secp224k1"),
    info(MBEDTLS_ECP_DP_SECP192R1, 19, 192, c"secp192r1"),
    info(MBEDTLS_ECP_DP_SECP192K1, 18, 192, c"secp192k1"),
    info(MBEDTLS_ECP_DP_CURVE25519, 29, 256, c"x25519"),
    info(MBEDTLS_ECP_DP_CURVE448, 30, 448, c"x448"),
    mbedtls_ecp_curve_info { grp_id: MBEDTLS_ECP_DP_NONE, tls_id: 0, bit_size: 0, name: std::ptr::null() },
];

/// The numbers of [`CURVES`], ended by none.
pub(super) static IDS: [mbedtls_ecp_group_id; 14] = [
    MBEDTLS_ECP_DP_SECP521R1,
    MBEDTLS_ECP_DP_BP512R1,
    MBEDTLS_ECP_DP_SECP384R1,
    MBEDTLS_ECP_DP_BP384R1,
    MBEDTLS_ECP_DP_SECP256R1,
    MBEDTLS_ECP_DP_SECP256K1,
    MBEDTLS_ECP_DP_BP256R1,
    MBEDTLS_ECP_DP_SECP224R1,
    MBEDTLS_ECP_DP_SECP224K1,
    MBEDTLS_ECP_DP_SECP192R1,
    MBEDTLS_ECP_DP_SECP192K1,
    MBEDTLS_ECP_DP_CURVE25519,
    MBEDTLS_ECP_DP_CURVE448,
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

/// The limbs of a number in hexadecimal digits.
const fn hex<const LIMBS: usize>(mut digits: &[u8]) -> [mbedtls_mpi_uint; LIMBS] {
    let mut number = [0; LIMBS];
    while let [digit, rest @ ..] = digits {
        let mut carry: mbedtls_mpi_uint = match *digit {
            b'0'..=b'9' => *digit - b'0',
            _ => *digit - b'a' + 10,
        } as mbedtls_mpi_uint;
        let mut limbs: &mut [mbedtls_mpi_uint] = &mut number;
        while let [limb, above @ ..] = limbs {
            (*limb, carry) = (*limb << 4 | carry, *limb >> 60);
            limbs = above;
        }
        digits = rest;
    }
    number
}

static PARAMETERS: [Parameters; 13] = [
    Parameters {
        id: MBEDTLS_ECP_DP_SECP192R1,
        p: &hex::<3>(b"fffffffffffffffffffffffffffffffeffffffffffffffff"),
        a: &[],
        b: &hex::<3>(b"64210519e59c80e70fa7e9ab72243049feb8deecc146b9b1"),
        g: [
            &hex::<3>(b"188da80eb03090f67cbf20eb43a18800f4ff0afd82ff1012"),
            &hex::<3>(b"7192b95ffc8da78631011ed6b24cdd573f977a11e794811"),
            &[1],
        ],
        n: &hex::<3>(b"ffffffffffffffffffffffff99def836146bc9b1b4d22831"),
        bits: [192, 192],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP224R1,
        p: &hex::<4>(b"ffffffffffffffffffffffffffffffff000000000000000000000001"),
        a: &[],
        b: &hex::<4>(b"b4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4"),
        g: [
            &hex::<4>(b"b70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21"),
            &hex::<4>(b"bd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34"),
            &[1],
        ],
        n: &hex::<4>(b"ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d"),
        bits: [224, 224],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP256R1,
        p: &hex::<4>(b"ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"),
        a: &[],
        b: &hex::<4>(b"5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
        g: [
            &hex::<4>(b"6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
            &hex::<4>(b"4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
            &[1],
        ],
        n: &hex::<4>(b"ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
        bits: [256, 256],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP384R1,
        p: &hex::<6>(b"fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff"),
        a: &[],
        b: &hex::<6>(b"b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef"),
        g: [
            &hex::<6>(b"aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7"),
            &hex::<6>(b"3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f"),
            &[1],
        ],
        n: &hex::<6>(b"ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973"),
        bits: [384, 384],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP521R1,
        p: &hex::<9>(b"1ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"),
        a: &[],
        b: &hex::<9>(b"51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00"),
        g: [
            &hex::<9>(b"c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66"),
            &hex::<9>(b"11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650"),
            &[1],
        ],
        n: &hex::<9>(b"1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409"),
        bits: [521, 521],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_BP256R1,
        p: &hex::<4>(b"a9fb57dba1eea9bc3e660a909d838d726e3bf623d52620282013481d1f6e5377"),
        a: &hex::<4>(b"7d5a0975fc2c3057eef67530417affe7fb8055c126dc5c6ce94a4b44f330b5d9"),
        b: &hex::<4>(b"26dc5c6ce94a4b44f330b5d9bbd77cbf958416295cf7e1ce6bccdc18ff8c07b6"),
        g: [
            &hex::<4>(b"8bd2aeb9cb7e57cb2c4b482ffc81b7afb9de27e1e3bd23c23a4453bd9ace3262"),
            &hex::<4>(b"547ef835c3dac4fd97f8461a14611dc9c27745132ded8e545c1d54c72f046997"),
            &[1],
        ],
        n: &hex::<4>(b"a9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7"),
        bits: [256, 256],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_BP384R1,
        p: &hex::<6>(b"8cb91e82a3386d280f5d6f7e50e641df152f7109ed5456b412b1da197fb71123acd3a729901d1a71874700133107ec53"),
        a: &hex::<6>(b"7bc382c63d8c150c3c72080ace05afa0c2bea28e4fb22787139165efba91f90f8aa5814a503ad4eb04a8c7dd22ce2826"),
        b: &hex::<6>(b"4a8c7dd22ce28268b39b55416f0447c2fb77de107dcd2a62e880ea53eeb62d57cb4390295dbc9943ab78696fa504c11"),
        g: [
            &hex::<6>(b"1d1c64f068cf45ffa2a63a81b7c13f6b8847a3e77ef14fe3db7fcafe0cbd10e8e826e03436d646aaef87b2e247d4af1e"),
            &hex::<6>(b"8abe1d7520f9c2a45cb1eb8e95cfd55262b70b29feec5864e19c054ff99129280e4646217791811142820341263c5315"),
            &[1],
        ],
        n: &hex::<6>(b"8cb91e82a3386d280f5d6f7e50e641df152f7109ed5456b31f166e6cac0425a7cf3ab6af6b7fc3103b883202e9046565"),
        bits: [384, 384],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_BP512R1,
        p: &hex::<8>(b"aadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca703308717d4d9b009bc66842aecda12ae6a380e62881ff2f2d82c68528aa6056583a48f3"),
        a: &hex::<8>(b"7830a3318b603b89e2327145ac234cc594cbdd8d3df91610a83441caea9863bc2ded5d5aa8253aa10a2ef1c98b9ac8b57f1117a72bf2c7b9e7c1ac4d77fc94ca"),
        b: &hex::<8>(b"3df91610a83441caea9863bc2ded5d5aa8253aa10a2ef1c98b9ac8b57f1117a72bf2c7b9e7c1ac4d77fc94cadc083e67984050b75ebae5dd2809bd638016f723"),
        g: [
            &hex::<8>(b"81aee4bdd82ed9645a21322e9c4c6a9385ed9f70b5d916c1b43b62eef4d0098eff3b1f78e2d0d48d50d1687b93b97d5f7c6d5047406a5e688b352209bcb9f822"),
            &hex::<8>(b"7dde385d566332ecc0eabfa9cf7822fdf209f70024a57b1aa000c55b881f8111b2dcde494a5f485e5bca4bd88a2763aed1ca2b2fa8f0540678cd1e0f3ad80892"),
            &[1],
        ],
        n: &hex::<8>(b"aadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca70330870553e5c414ca92619418661197fac10471db1d381085ddaddb58796829ca90069"),
        bits: [512, 512],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP192K1,
        p: &hex::<3>(b"fffffffffffffffffffffffffffffffffffffffeffffee37"),
        a: &[0],
        b: &[3],
        g: [
            &hex::<3>(b"db4ff10ec057e9ae26b07d0280b7f4341da5d1b1eae06c7d"),
            &hex::<3>(b"9b2f2f6d9c5628a7844163d015be86344082aa88d95e2f9d"),
            &[1],
        ],
        n: &hex::<3>(b"fffffffffffffffffffffffe26f2fc170f69466a74defd8d"),
        bits: [192, 192],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP224K1,
        p: &hex::<4>(b"fffffffffffffffffffffffffffffffffffffffffffffffeffffe56d"),
        a: &[0],
        b: &[5],
        g: [
            &hex::<4>(b"a1455b334df099df30fc28a169a467e9e47075a90f7e650eb6b7a45c"),
            &hex::<4>(b"7e089fed7fba344282cafbd6f7e319f7c0b0bd59e2ca4bdb556d61a5"),
            &[1],
        ],
        n: &hex::<4>(b"10000000000000000000000000001dce8d2ec6184caf0a971769fb1f7"),
        bits: [224, 225],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_SECP256K1,
        p: &hex::<4>(b"fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f"),
        a: &[0],
        b: &[7],
        g: [
            &hex::<4>(b"79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"),
            &hex::<4>(b"483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"),
            &[1],
        ],
        n: &hex::<4>(b"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"),
        bits: [256, 256],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_CURVE25519,
        p: &hex::<4>(b"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed"),
        a: &[121666],
        b: &[],
        g: [&[9], &[], &[1]],
        n: &hex::<4>(b"1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"),
        bits: [255, 254],
    },
    Parameters {
        id: MBEDTLS_ECP_DP_CURVE448,
        p: &hex::<7>(b"fffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffffff"),
        a: &[39082],
        b: &[],
        g: [&[5], &[], &[1]],
        n: &hex::<7>(b"3fffffffffffffffffffffffffffffffffffffffffffffffffffffff7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3"),
        bits: [448, 447],
    },
];
