//! The curves of Montgomery form (RFC 7748): scalars and coordinates u as bytes, the lowest first.

use crypto_bigint::modular::ConstMontyForm;
use crypto_bigint::{Choice, CtSelect, U448, const_monty_params};
use zeroize::Zeroizing;

use super::ec::{EcError, Secret};
use super::random;

/// A curve, by the function on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // the names are those of RFC 7748
pub enum Montgomery {
    X25519,
    X448,
}

impl Montgomery {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::X25519, Self::X448];

    /// The curve that the content of an object identifier names (RFC 8410 section 3).
    pub fn from_oid(oid: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|curve| curve.oid() == oid)
    }

    /// The content of the object identifier that names the curve.
    pub fn oid(self) -> &'static [u8] {
        match self {
            Self::X25519 => &[0x2b, 0x65, 0x6e],
            Self::X448 => &[0x2b, 0x65, 0x6f],
        }
    }

    /// The field's size in bits.
    pub fn bits(self) -> usize {
        match self {
            Self::X25519 => 255,
            Self::X448 => 448,
        }
    }

    /// The length of a scalar, and of a coordinate, in bytes.
    pub fn bytes(self) -> usize {
        self.bits().div_ceil(8)
    }

    /// A scalar, clamped.
    pub fn generate(self) -> Result<Secret, EcError> {
        let mut scalar = Zeroizing::new(vec![0; self.bytes()]);
        random::fill(&mut scalar)?;
        self.clamp(&mut scalar);
        Ok(scalar)
    }

    /// Gives the bits that are fixed (section 5) their values.
    pub fn clamp(self, scalar: &mut [u8]) {
        if let [first, .., last] = scalar {
            match self {
                Self::X25519 => (*first, *last) = (*first & 0xf8, *last & 0x7f | 0x40),
                Self::X448 => (*first, *last) = (*first & 0xfc, *last | 0x80),
            }
        }
    }

    /// Whether a scalar is one that [`Self::clamp`] leaves as it is.
    pub fn is_clamped(self, scalar: &[u8]) -> bool {
        let (Some(first), Some(last)) = (scalar.first(), scalar.last()) else { return false };
        scalar.len() == self.bytes()
            && match self {
                Self::X25519 => *first & 7 == 0 && *last & 0xc0 == 0x40,
                Self::X448 => *first & 3 == 0 && *last & 0x80 != 0,
            }
    }

    /// The coordinate that belongs to a private key.
    pub fn public(self, scalar: &[u8]) -> Result<Vec<u8>, EcError> {
        let mut base = vec![0; self.bytes()];
        if let Some(first) = base.first_mut() {
            *first = if self == Self::X25519 { 9 } else { 5 };
        }
        self.multiply(scalar, &base).map(|u| u.to_vec())
    }

    /// X25519 or X448 (section 5): the scalar is clamped. A point of small order gives 0.
    pub fn multiply(self, scalar: &[u8], u: &[u8]) -> Result<Secret, EcError> {
        match self {
            Self::X25519 => {
                let scalar = Zeroizing::new(<[u8; 32]>::try_from(scalar).map_err(|_| EcError::Scalar)?);
                let u = u.try_into().map_err(|_| EcError::Point)?;
                let product = Zeroizing::new(x25519_dalek::x25519(*scalar, u));
                Ok(Zeroizing::new(product.to_vec()))
            }
            Self::X448 => {
                let mut scalar = Zeroizing::new(<[u8; 56]>::try_from(scalar).map_err(|_| EcError::Scalar)?);
                self.clamp(scalar.as_mut());
                let product = x448(&scalar, u.try_into().map_err(|_| EcError::Point)?);
                Ok(Zeroizing::new(product.retrieve().to_le_bytes().to_vec()))
            }
        }
    }

    /// Whether every scalar takes this coordinate to 0: who sends it knows what will be agreed on.
    pub fn is_of_small_order(self, u: &[u8]) -> bool {
        let any = vec![0; self.bytes()];
        self.multiply(&any, u).is_ok_and(|product| product.iter().all(|&byte| byte == 0))
    }
}

const_monty_params!(
    Prime,
    U448,
    "fffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
);

type Element = ConstMontyForm<Prime, { U448::LIMBS }>;

/// (A - 2) / 4.
const A24: Element = Element::new(&U448::from_u64(39081));

/// The ladder of section 5, in names of its own. All that depends on the scalar is which of two are swapped.
fn x448(scalar: &[u8; 56], u: &[u8; 56]) -> Zeroizing<Element> {
    let u = Element::new(&U448::from_le_slice(u));
    let [mut x2, mut z2] = [Zeroizing::new(Element::ONE), Zeroizing::new(Element::ZERO)];
    let [mut x3, mut z3] = [Zeroizing::new(u), Zeroizing::new(Element::ONE)];
    let mut swapped = Choice::FALSE;
    for byte in scalar.iter().rev() {
        for shift in (0..8).rev() {
            let bit = Choice::from_u8_lsb(byte >> shift);
            x2.ct_swap(&mut x3, swapped ^ bit);
            z2.ct_swap(&mut z3, swapped ^ bit);
            swapped = bit;
            let (a, b) = (*x2 + *z2, *x2 - *z2);
            let (da, cb) = ((*x3 - *z3) * a, (*x3 + *z3) * b);
            let (aa, bb) = (a.square(), b.square());
            let e = aa - bb;
            *x3 = (da + cb).square();
            *z3 = u * (da - cb).square();
            *x2 = aa * bb;
            *z2 = e * (aa + A24 * e);
        }
    }
    x2.ct_swap(&mut x3, swapped);
    z2.ct_swap(&mut z3, swapped);
    // At infinity z is 0, and so is what the division is to give.
    Zeroizing::new(*x2 * z2.invert().unwrap_or(Element::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unhex(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    /// RFC 7748 section 5.2.
    #[test]
    fn single_multiples() {
        let known = [
            (
                Montgomery::X25519,
                "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
                "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
                "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
            ),
            (
                Montgomery::X448,
                "3d262fddf9ec8e88495266fea19a34d28882acef045104d0d1aae121700a779c984c24f8cdd78fbff44943eba368f54b29259a4f1c600ad3",
                "06fce640fa3487bfda5f6cf2d5263f8aad88334cbd07437f020f08f9814dc031ddbdc38c19c6da2583fa5429db94ada18aa7a7fb4ef8a086",
                "ce3e4ff95a60dc6697da1db1d85e6afbdf79b50a2412d7546d5f239fe14fbaadeb445fc66a01b0779d98223961111e21766282f73dd96b6f",
            ),
            (
                Montgomery::X448,
                "203d494428b8399352665ddca42f9de8fef600908e0d461cb021f8c538345dd77c3e4806e25f46d3315c44e0a5b4371282dd2c8d5be3095f",
                "0fbcc2f993cd56d3305b0b7d9e55d4c1a8fb5dbb52f8e9a1e9b6201b165d015894e56c4d3570bee52fe205e28a78b91cdfbde71ce8d157db",
                "884a02576239ff7a2f2f63b2db6a9ff37047ac13568e1e30fe63c4a7ad1b3ee3a5700df34321d62077e63633c575c1c954514e99da7c179d",
            ),
        ];
        for (curve, scalar, u, product) in known {
            assert_eq!(*curve.multiply(&unhex(scalar), &unhex(u)).unwrap(), unhex(product));
        }
    }

    /// RFC 7748 section 5.2: the base point multiplied with itself, again and again.
    #[test]
    fn a_thousand_multiples() {
        let mut u = vec![0; 56];
        u[0] = 5;
        let mut scalar = u.clone();
        for _ in 0..1000 {
            let product = Montgomery::X448.multiply(&scalar, &u).unwrap();
            u = std::mem::replace(&mut scalar, product.to_vec());
        }
        let known = "aa3b4749d55b9daf1e5b00288826c467274ce3ebbdd5c17b975e09d4af6c67cf10d087202db88286e2b79fceea3ec353ef54faa26e219f38";
        assert_eq!(scalar, unhex(known));
    }

    #[test]
    fn every_curve_agrees_and_refuses() {
        for curve in Montgomery::ALL {
            let (one, other) = (curve.generate().unwrap(), curve.generate().unwrap());
            assert!(curve.is_clamped(&one) && !curve.is_clamped(&one[1..]) && !curve.is_clamped(&[]));
            let (p, q) = (curve.public(&one).unwrap(), curve.public(&other).unwrap());
            assert_eq!(curve.multiply(&one, &q), curve.multiply(&other, &p));
            assert_eq!(curve.multiply(&one[1..], &q), Err(EcError::Scalar));
            assert_eq!(curve.multiply(&one, &q[1..]), Err(EcError::Point));
            let mut loose = one.to_vec();
            loose[0] |= 1;
            assert!(!curve.is_clamped(&loose));
            assert_eq!(curve.public(&loose).unwrap(), p);
            for low in [0, 1] {
                let mut u = vec![0; curve.bytes()];
                u[0] = low;
                assert!(curve.is_of_small_order(&u) && !curve.is_of_small_order(&p));
            }
            assert_eq!(Montgomery::from_oid(curve.oid()), Some(curve));
        }
    }

    /// A coordinate above the prime means what is left of it (section 5).
    #[test]
    fn a_coordinate_above_the_prime() {
        let mut u = vec![0xff; 56];
        u[28] = 0xfe;
        assert!(Montgomery::X448.is_of_small_order(&u));
        u[28] = 0xff;
        let scalar = Montgomery::X448.generate().unwrap();
        let mut left = vec![0; 56];
        left[28] = 1;
        assert_eq!(Montgomery::X448.multiply(&scalar, &u), Montgomery::X448.multiply(&scalar, &left));
    }
}
