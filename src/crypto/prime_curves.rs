//! The curves that have no stable crate of their own, as numbers for the generic arithmetic that those crates are made of: complete
//! addition formulas over fields in Montgomery form, in constant time. The numbers are those of SEC 2 and RFC 5639.

use ecdsa::EcdsaCurve;
use primefield::bigint::const_prime_monty_params;
use primefield::{ByteOrder, MontyFieldElement, MontyFieldParams, compute_t};
use primeorder::elliptic_curve::array::sizes::{U24, U28, U29, U64};
use primeorder::elliptic_curve::bigint::modular::ConstMontyParams;
use primeorder::elliptic_curve::bigint::{Odd, U192, U256, U512};
use primeorder::elliptic_curve::ff::PrimeField;
use primeorder::elliptic_curve::ops::{BatchInvert, Reduce};
use primeorder::elliptic_curve::point::PointCompression;
use primeorder::elliptic_curve::scalar::{FromUintUnchecked, IsHigh};
use primeorder::elliptic_curve::subtle::{Choice, ConstantTimeEq, ConstantTimeGreater, CtOption};
use primeorder::elliptic_curve::{Curve, CurveArithmetic, PrimeCurve, PrimeCurveArithmetic, scalar_impls};
use primeorder::{FieldArithmetic, FieldBytes, PrimeCurveParams, mul_backend, point_arithmetic, wnaf};

macro_rules! curve {
    (
        $(#[$doc:meta])*
        $module:ident::$curve:ident: $uint:ident, $bytes:ident bytes, $equation:ident,
        p: $p:literal, non_residue: $p_generator:literal,
        a: $a:literal,
        b: $b:literal,
        g: [$x:literal, $y:literal],
        n: $n:literal, non_residue: $n_generator:literal,
    ) => {
        pub(super) use $module::$curve;

        mod $module {
            use super::*;

            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
            pub struct $curve;

            const_prime_monty_params!(FieldParams, $uint, $p, $p_generator);
            const_prime_monty_params!(ScalarParams, $uint, $n, $n_generator);

            // Both are as long as the longer of the two, which is the order.
            impl MontyFieldParams<{ $uint::LIMBS }> for FieldParams {
                type ByteSize = $bytes;
                const BYTE_ORDER: ByteOrder = ByteOrder::BigEndian;
                const MODULUS_HEX: &'static str = $p;
                const T: $uint = compute_t(Self::PARAMS.modulus().as_ref());
            }

            impl MontyFieldParams<{ $uint::LIMBS }> for ScalarParams {
                type ByteSize = $bytes;
                const BYTE_ORDER: ByteOrder = ByteOrder::BigEndian;
                const MODULUS_HEX: &'static str = $n;
                const T: $uint = compute_t(Self::PARAMS.modulus().as_ref());
            }

            primefield::monty_field_element! {
                name: FieldElement,
                params: FieldParams,
                uint: $uint,
                doc: "An element of the field"
            }

            primefield::monty_field_arithmetic! {
                name: FieldElement,
                params: FieldParams,
                uint: $uint
            }

            primefield::monty_field_element! {
                name: Scalar,
                params: ScalarParams,
                uint: $uint,
                doc: "A scalar"
            }

            primefield::monty_field_arithmetic! {
                name: Scalar,
                params: ScalarParams,
                uint: $uint
            }

            impl Reduce<$uint> for Scalar {
                fn reduce(number: &$uint) -> Self {
                    Self(MontyFieldElement::from_uint_reduced(number))
                }
            }

            impl Reduce<FieldBytes<$curve>> for Scalar {
                fn reduce(bytes: &FieldBytes<$curve>) -> Self {
                    Self::reduce(&$uint::from_be_slice_truncated(bytes, $uint::BITS))
                }
            }

            scalar_impls!($curve, Scalar);
            wnaf::impl_wnaf_size_for_scalar!(Scalar);

            impl BatchInvert for FieldElement {}

            impl AsRef<Self> for Scalar {
                fn as_ref(&self) -> &Self {
                    self
                }
            }

            impl FromUintUnchecked for Scalar {
                type Uint = $uint;

                fn from_uint_unchecked(uint: $uint) -> Self {
                    Self::from_uint_unchecked(uint)
                }
            }

            impl IsHigh for Scalar {
                fn is_high(&self) -> Choice {
                    self.to_canonical().ct_gt(&$curve::ORDER.as_ref().shr_vartime(1))
                }
            }

            impl Curve for $curve {
                type FieldBytesSize = $bytes;
                type Uint = $uint;
                const ORDER: Odd<$uint> = Odd::<$uint>::from_be_hex($n);
            }

            impl PrimeCurve for $curve {}

            impl PointCompression for $curve {
                const COMPRESS_POINTS: bool = false;
            }

            impl EcdsaCurve for $curve {
                const NORMALIZE_S: bool = false;
            }

            impl CurveArithmetic for $curve {
                type AffinePoint = primeorder::AffinePoint<Self>;
                type ProjectivePoint = primeorder::ProjectivePoint<Self>;
                type Scalar = Scalar;
            }

            impl FieldArithmetic for $curve {
                type FieldElement = FieldElement;
            }

            impl PrimeCurveArithmetic for $curve {
                type CurveGroup = primeorder::ProjectivePoint<Self>;
            }

            impl PrimeCurveParams for $curve {
                type PointArithmetic = point_arithmetic::$equation;
                type Backend = mul_backend::VariableOnly;

                const EQUATION_A: FieldElement = FieldElement::from_uint_unchecked($uint::from_be_hex($a));
                const EQUATION_B: FieldElement = FieldElement::from_uint_unchecked($uint::from_be_hex($b));
                const GENERATOR: (FieldElement, FieldElement) = (
                    FieldElement::from_uint_unchecked($uint::from_be_hex($x)),
                    FieldElement::from_uint_unchecked($uint::from_be_hex($y)),
                );
            }
        }
    };
}

curve! {
    /// P-192 (SEC 2 section 2.2.2 of its first version).
    secp192r1::Secp192r1: U192, U24 bytes, EquationAIsMinusThree,
    p: "fffffffffffffffffffffffffffffffeffffffffffffffff", non_residue: 11,
    a: "fffffffffffffffffffffffffffffffefffffffffffffffc",
    b: "64210519e59c80e70fa7e9ab72243049feb8deecc146b9b1",
    g: [
        "188da80eb03090f67cbf20eb43a18800f4ff0afd82ff1012",
        "07192b95ffc8da78631011ed6b24cdd573f977a11e794811"
    ],
    n: "ffffffffffffffffffffffff99def836146bc9b1b4d22831", non_residue: 3,
}

curve! {
    /// P-224.
    secp224r1::Secp224r1: U256, U28 bytes, EquationAIsMinusThree,
    p: "00000000ffffffffffffffffffffffffffffffff000000000000000000000001", non_residue: 11,
    a: "00000000fffffffffffffffffffffffffffffffefffffffffffffffffffffffe",
    b: "00000000b4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4",
    g: [
        "00000000b70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21",
        "00000000bd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34"
    ],
    n: "00000000ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d", non_residue: 2,
}

curve! {
    /// The 192-bit curve of Koblitz form.
    secp192k1::Secp192k1: U192, U24 bytes, EquationAIsZero,
    p: "fffffffffffffffffffffffffffffffffffffffeffffee37", non_residue: 3,
    a: "000000000000000000000000000000000000000000000000",
    b: "000000000000000000000000000000000000000000000003",
    g: [
        "db4ff10ec057e9ae26b07d0280b7f4341da5d1b1eae06c7d",
        "9b2f2f6d9c5628a7844163d015be86344082aa88d95e2f9d"
    ],
    n: "fffffffffffffffffffffffe26f2fc170f69466a74defd8d", non_residue: 2,
}

curve! {
    /// The 224-bit curve of Koblitz form. Its order has 225 bits.
    secp224k1::Secp224k1: U256, U29 bytes, EquationAIsZero,
    p: "00000000fffffffffffffffffffffffffffffffffffffffffffffffeffffe56d", non_residue: 2,
    a: "0000000000000000000000000000000000000000000000000000000000000000",
    b: "0000000000000000000000000000000000000000000000000000000000000005",
    g: [
        "00000000a1455b334df099df30fc28a169a467e9e47075a90f7e650eb6b7a45c",
        "000000007e089fed7fba344282cafbd6f7e319f7c0b0bd59e2ca4bdb556d61a5"
    ],
    n: "000000010000000000000000000000000001dce8d2ec6184caf0a971769fb1f7", non_residue: 3,
}

curve! {
    /// The longest of RFC 5639.
    brainpool_p512r1::BrainpoolP512r1: U512, U64 bytes, EquationAIsGeneric,
    p: "aadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca703308717d4d9b009bc66842aecda12ae6a380e62881ff2f2d82c68528aa6056583a48f3",
    non_residue: 2,
    a: "7830a3318b603b89e2327145ac234cc594cbdd8d3df91610a83441caea9863bc2ded5d5aa8253aa10a2ef1c98b9ac8b57f1117a72bf2c7b9e7c1ac4d77fc94ca",
    b: "3df91610a83441caea9863bc2ded5d5aa8253aa10a2ef1c98b9ac8b57f1117a72bf2c7b9e7c1ac4d77fc94cadc083e67984050b75ebae5dd2809bd638016f723",
    g: [
        "81aee4bdd82ed9645a21322e9c4c6a9385ed9f70b5d916c1b43b62eef4d0098eff3b1f78e2d0d48d50d1687b93b97d5f7c6d5047406a5e688b352209bcb9f822",
        "7dde385d566332ecc0eabfa9cf7822fdf209f70024a57b1aa000c55b881f8111b2dcde494a5f485e5bca4bd88a2763aed1ca2b2fa8f0540678cd1e0f3ad80892"
    ],
    n: "aadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca70330870553e5c414ca92619418661197fac10471db1d381085ddaddb58796829ca90069",
    non_residue: 7,
}
