//! Elliptic curves of short Weierstrass form by their numbers: points, scalars, ECDSA over hashes (SEC 1).
//!
//! Scalars and coordinates are big-endian bytes, as long as the field; points are in uncompressed form. What TLS does
//! with curves is ring's, and that of `secp521r1`.

use std::borrow::Cow;

use ecdsa::{EcdsaCurve, Signature, hazmat};
use p256::elliptic_curve::ff::PrimeField;
use p256::elliptic_curve::group::{self, Group as _};
use p256::elliptic_curve::sec1::{FromSec1Point, ModulusSize, Sec1Point, ToSec1Point};
use p256::elliptic_curve::{
    AffinePoint, CurveArithmetic, CurveGroup, FieldBytes, Generate, NonZeroScalar, ProjectivePoint, Scalar,
};
use rfc6979::KGenerator;
use zeroize::{Zeroize, Zeroizing};

use super::digest::Algorithm;
use super::montgomery::Montgomery;
use super::prime_curves;
use super::random::{OsRandom, RandomError};
use super::verify::Curve;
use super::with_digest::with_digest;

/// A scalar as big-endian bytes; wiped when dropped.
pub type Secret = Zeroizing<Vec<u8>>;

/// The two numbers of a signature.
#[allow(missing_docs)] // the names are those of SEC 1
pub struct Numbers {
    pub r: Vec<u8>,
    pub s: Vec<u8>,
}

/// A curve of either shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// With points of two coordinates.
    Weierstrass(Curve),
    /// With points of one coordinate.
    Montgomery(Montgomery),
}

/// What is not done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EcError {
    /// The number is 0 or not below the order of the curve.
    Scalar,
    /// The point is not one of the curve.
    Point,
    /// The signature is not one of this key and hash.
    Signature,
    /// The system gave no random bytes.
    Random,
}

/// Evaluates an expression in which `$curve` is the RustCrypto type of a [`Curve`].
macro_rules! with_curve {
    ($curve:expr, $type:ident => $body:expr) => {
        match $curve {
            Curve::Secp256r1 => {
                type $type = p256::NistP256;
                $body
            }
            Curve::Secp384r1 => {
                type $type = p384::NistP384;
                $body
            }
            Curve::Secp521r1 => {
                type $type = p521::NistP521;
                $body
            }
            Curve::Secp256k1 => {
                type $type = k256::Secp256k1;
                $body
            }
            Curve::Brainpool256r1 => {
                type $type = bp256::BrainpoolP256r1;
                $body
            }
            Curve::Brainpool384r1 => {
                type $type = bp384::BrainpoolP384r1;
                $body
            }
            Curve::Brainpool512r1 => {
                type $type = $crate::crypto::prime_curves::BrainpoolP512r1;
                $body
            }
            Curve::Secp192r1 => {
                type $type = $crate::crypto::prime_curves::Secp192r1;
                $body
            }
            Curve::Secp224r1 => {
                type $type = $crate::crypto::prime_curves::Secp224r1;
                $body
            }
            Curve::Secp192k1 => {
                type $type = $crate::crypto::prime_curves::Secp192k1;
                $body
            }
            Curve::Secp224k1 => {
                type $type = $crate::crypto::prime_curves::Secp224k1;
                $body
            }
        }
    };
}
pub(super) use with_curve;

/// A random scalar.
pub fn generate(curve: Curve) -> Result<Secret, EcError> {
    with_curve!(curve, C => {
        let mut scalar = NonZeroScalar::<C>::try_generate_from_rng(&mut OsRandom).map_err(EcError::from)?;
        let mut bytes = scalar.to_repr();
        let secret = Zeroizing::new(bytes.to_vec());
        scalar.zeroize();
        bytes.zeroize();
        Ok(secret)
    })
}

/// Whether a number can be a private key.
pub fn check_scalar(curve: Curve, number: &[u8]) -> Result<(), EcError> {
    with_curve!(curve, C => scalar::<C>(number).map(|mut scalar| scalar.zeroize()))
}

/// Whether a point is on the curve, and not at infinity.
pub fn check_point(curve: Curve, bytes: &[u8]) -> Result<(), EcError> {
    with_curve!(curve, C => point::<C>(curve, bytes).map(|_| ()))
}

/// The point that belongs to a private key.
pub fn public(curve: Curve, number: &[u8]) -> Result<Vec<u8>, EcError> {
    with_curve!(curve, C => {
        let mut scalar = scalar::<C>(number)?;
        let point = ProjectivePoint::<C>::mul_by_generator(&scalar);
        scalar.zeroize();
        encode::<C>(curve, &point)
    })
}

/// The point of which the compressed form (SEC 1 section 2.3.3) is given.
pub fn decompress(curve: Curve, bytes: &[u8]) -> Result<Vec<u8>, EcError> {
    with_curve!(curve, C => encode::<C>(curve, &point::<C>(curve, bytes)?))
}

/// A multiple of a point.
pub fn multiply(curve: Curve, number: &[u8], bytes: &[u8]) -> Result<Vec<u8>, EcError> {
    with_curve!(curve, C => {
        let point = point::<C>(curve, bytes)?;
        let mut scalar = scalar::<C>(number)?;
        let product = point * *scalar;
        scalar.zeroize();
        encode::<C>(curve, &product)
    })
}

/// The sum of multiples of two points: `m * p + n * q`. A sum at infinity is [`EcError::Point`].
pub fn multiply_add(curve: Curve, m: &[u8], p: &[u8], n: &[u8], q: &[u8]) -> Result<Vec<u8>, EcError> {
    with_curve!(curve, C => {
        let sum = point::<C>(curve, p)? * *scalar::<C>(m)? + point::<C>(curve, q)? * *scalar::<C>(n)?;
        encode::<C>(curve, &sum)
    })
}

/// Signs a hash with a nonce from key and hash (RFC 6979), or with a random one where no hash function is named.
pub fn sign(
    curve: Curve,
    number: &[u8],
    hash: &[u8],
    function: Option<Algorithm>,
) -> Result<Numbers, EcError> {
    with_curve!(curve, C => {
        let mut key = scalar::<C>(number)?;
        let signed = match function {
            Some(function) => with_digest!(function, D => {
                let mut bytes = key.to_repr();
                let order = <C as p256::elliptic_curve::Curve>::ORDER;
                let mut nonces = KGenerator::<D, _>::new(&bytes, hash, &[], order.as_ref());
                bytes.zeroize();
                sign_with::<C>(&key, hash, |nonce| {
                    nonces.fill_next_k(nonce);
                    Ok(())
                })
            }),
            None => sign_with::<C>(&key, hash, |nonce| {
                *nonce = NonZeroScalar::<C>::try_generate_from_rng(&mut OsRandom)?.to_repr();
                Ok(())
            }),
        };
        key.zeroize();
        signed
    })
}

/// Verifies a signature over a hash.
pub fn verify(curve: Curve, key: &[u8], hash: &[u8], r: &[u8], s: &[u8]) -> Result<(), EcError> {
    with_curve!(curve, C => {
        let key = point::<C>(curve, key)?;
        let signature = Signature::<C>::from_scalars(
            field::<C>(r).ok_or(EcError::Signature)?,
            field::<C>(s).ok_or(EcError::Signature)?,
        );
        // Some curves ask for the smaller of the two values of s that verify; the standard does not.
        let signature = signature.map_err(|_| EcError::Signature)?.normalize_s();
        hazmat::verify_prehashed::<C>(&key, &leftmost::<C>(hash), &signature).map_err(|_| EcError::Signature)
    })
}

/// What is asked of a curve's type.
pub(super) trait Arithmetic:
    EcdsaCurve<FieldBytesSize: ModulusSize>
    + CurveArithmetic<AffinePoint: FromSec1Point<Self> + ToSec1Point<Self>, ProjectivePoint: group::Group>
{
}

impl Arithmetic for p256::NistP256 {}
impl Arithmetic for p384::NistP384 {}
impl Arithmetic for p521::NistP521 {}
impl Arithmetic for k256::Secp256k1 {}
impl Arithmetic for bp256::BrainpoolP256r1 {}
impl Arithmetic for bp384::BrainpoolP384r1 {}
impl Arithmetic for prime_curves::BrainpoolP512r1 {}
impl Arithmetic for prime_curves::Secp192r1 {}
impl Arithmetic for prime_curves::Secp224r1 {}
impl Arithmetic for prime_curves::Secp192k1 {}
impl Arithmetic for prime_curves::Secp224k1 {}

/// A number without its leading zero bytes, in the curve's length; `None` if it is longer.
fn field<C: Arithmetic>(number: &[u8]) -> Option<FieldBytes<C>> {
    let start = number.iter().position(|&byte| byte != 0).unwrap_or(number.len());
    let number = number.get(start..)?;
    let mut field = FieldBytes::<C>::default();
    let zeros = field.len().checked_sub(number.len())?;
    field.get_mut(zeros..)?.copy_from_slice(number);
    Some(field)
}

pub(super) fn scalar<C: Arithmetic>(number: &[u8]) -> Result<NonZeroScalar<C>, EcError> {
    let mut bytes = field::<C>(number).ok_or(EcError::Scalar)?;
    let scalar = NonZeroScalar::from_repr(bytes).into_option();
    bytes.zeroize();
    scalar.ok_or(EcError::Scalar)
}

/// A point from the forms of SEC 1, in which coordinates are as long as the field: those of the type may be longer, with
/// secp224k1 as long as the order.
pub(super) fn point<C: Arithmetic>(curve: Curve, bytes: &[u8]) -> Result<ProjectivePoint<C>, EcError> {
    let encoded = if FieldBytes::<C>::default().len() == curve.bytes() {
        Cow::Borrowed(bytes)
    } else {
        Cow::Owned(widened::<C>(curve, bytes)?)
    };
    let point = Sec1Point::<C>::from_bytes(encoded.as_ref()).map_err(|_| EcError::Point)?;
    let point = AffinePoint::<C>::from_sec1_point(&point).into_option().ok_or(EcError::Point)?;
    let point = ProjectivePoint::<C>::from(point);
    if bool::from(point.is_identity()) { Err(EcError::Point) } else { Ok(point) }
}

fn widened<C: Arithmetic>(curve: Curve, bytes: &[u8]) -> Result<Vec<u8>, EcError> {
    let (form, coordinates) = bytes.split_first().ok_or(EcError::Point)?;
    if coordinates.len() % curve.bytes() != 0 {
        return Err(EcError::Point);
    }
    let mut encoded = vec![*form];
    for coordinate in coordinates.chunks(curve.bytes()) {
        encoded.extend(field::<C>(coordinate).ok_or(EcError::Point)?);
    }
    Ok(encoded)
}

pub(super) fn encode<C: Arithmetic>(curve: Curve, point: &ProjectivePoint<C>) -> Result<Vec<u8>, EcError> {
    let point = point.to_affine().to_sec1_point(false);
    let (Some(x), Some(y)) = (point.x(), point.y()) else { return Err(EcError::Point) };
    let zeros = x.len().saturating_sub(curve.bytes());
    Ok([&[4], x.get(zeros..).unwrap_or_default(), y.get(zeros..).unwrap_or_default()].concat())
}

/// The bits of a hash that count: from the left, as many as the order has (SEC 1 section 4.1.3).
fn leftmost<C: Arithmetic>(hash: &[u8]) -> Cow<'_, [u8]> {
    let bits = <Scalar<C> as PrimeField>::NUM_BITS;
    let surplus = bits.next_multiple_of(8) - bits;
    match usize::try_from(bits.div_ceil(8)).ok().and_then(|bytes| hash.get(..bytes)) {
        Some(hash) if surplus > 0 => {
            let mut above = 0;
            let shifted = hash.iter().map(|byte| {
                let shifted = above << (8 - surplus) | byte >> surplus;
                above = *byte;
                shifted
            });
            Cow::Owned(shifted.collect())
        }
        _ => Cow::Borrowed(hash),
    }
}

/// Signs with the first nonce of `next` that does.
fn sign_with<C: Arithmetic>(
    key: &NonZeroScalar<C>,
    hash: &[u8],
    mut next: impl FnMut(&mut FieldBytes<C>) -> Result<(), EcError>,
) -> Result<Numbers, EcError> {
    let hash = leftmost::<C>(hash);
    let mut nonce = FieldBytes::<C>::default();
    // Of the curve with the worst odds, secp256k1 and P-256 among them, one nonce in 2^32 does not do.
    for _ in 0..100 {
        next(&mut nonce)?;
        let candidate = NonZeroScalar::<C>::from_repr(nonce).into_option();
        nonce.zeroize();
        let Some(mut candidate) = candidate else { continue };
        let signed = hazmat::sign_prehashed::<C>(key, &candidate, &hash);
        candidate.zeroize();
        if let Ok((signature, _)) = signed {
            let (r, s) = signature.split_bytes();
            return Ok(Numbers { r: r.to_vec(), s: s.to_vec() });
        }
    }
    Err(EcError::Random)
}

impl From<RandomError> for EcError {
    fn from(_: RandomError) -> Self {
        Self::Random
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unhex(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    /// RFC 6979 appendix A.2.5: P-256, "sample" and "test".
    #[test]
    fn known_signatures() {
        let key = unhex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
        let point = public(Curve::Secp256r1, &key).unwrap();
        let x = unhex("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
        assert_eq!(point[1..33], x);
        let known = [
            (
                Algorithm::Sha256,
                "sample",
                "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
                "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
            ),
            (
                Algorithm::Sha512,
                "sample",
                "8496a60b5e9b47c825488827e0495b0e3fa109ec4568fd3f8d1097678eb97f00",
                "2362ab1adbe2b8adf9cb9edab740ea6049c028114f2460f96554f61fae3302fe",
            ),
            (
                Algorithm::Sha1,
                "test",
                "0cbcc86fd6abd1d99e703e1ec50069ee5c0b4ba4b9ac60e409e8ec5910d81a89",
                "01b9d7b73dfaa60d5651ec4591a0136f87653e0fd780c3b1bc872ffdeae479b1",
            ),
        ];
        for (function, message, r, s) in known {
            let hash = function.digest(message.as_bytes());
            let signed = sign(Curve::Secp256r1, &key, hash.as_ref(), Some(function)).unwrap();
            assert_eq!((signed.r, signed.s), (unhex(r), unhex(s)), "{message} {function:?}");
            assert_eq!(verify(Curve::Secp256r1, &point, hash.as_ref(), &unhex(r), &unhex(s)), Ok(()));
            assert_eq!(
                verify(Curve::Secp256r1, &point, b"another", &unhex(r), &unhex(s)),
                Err(EcError::Signature)
            );
        }
    }

    #[test]
    fn every_curve_signs_agrees_and_refuses() {
        for curve in Curve::ALL {
            let (one, other) = (generate(curve).unwrap(), generate(curve).unwrap());
            let (p, q) = (public(curve, &one).unwrap(), public(curve, &other).unwrap());
            assert_eq!(multiply(curve, &one, &q), multiply(curve, &other, &p), "{curve:?}");
            let signed = sign(curve, &one, &[7; 32], None).unwrap();
            assert_eq!(verify(curve, &p, &[7; 32], &signed.r, &signed.s), Ok(()), "{curve:?}");
            assert_eq!(verify(curve, &q, &[7; 32], &signed.r, &signed.s), Err(EcError::Signature));
            assert_eq!(verify(curve, &p, &[7; 32], &[], &signed.s), Err(EcError::Signature));
            assert_eq!(check_scalar(curve, &[]), Err(EcError::Scalar));
            assert_eq!(check_scalar(curve, &[0xff; 66]), Err(EcError::Scalar));
            assert_eq!(check_point(curve, &[0]), Err(EcError::Point));
            let mut off = p.clone();
            *off.last_mut().unwrap() ^= 1;
            assert_eq!(check_point(curve, &off), Err(EcError::Point));
            let compressed = [&[2 + p.last().unwrap() % 2][..], &p[1..1 + p.len() / 2]].concat();
            assert_eq!(decompress(curve, &compressed), Ok(p.clone()));
            for end in 0..p.len() {
                assert!(check_point(curve, &p[..end]).is_err());
            }
        }
    }
}
