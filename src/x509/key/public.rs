//! Public keys, and the parts that private keys share with them.

use super::KeyError;
use crate::crypto::ec;
use crate::crypto::montgomery::Montgomery;
use crate::crypto::verify::{Curve, PublicKey};
use crate::x509::der::{self, Algorithm, DerError, Reader, Value};
use crate::x509::pem::{self, Block};

/// Reads a public key, as SubjectPublicKeyInfo or RSAPublicKey, from DER or from a PEM text that ends with a NUL.
pub fn public_key(input: &[u8]) -> Result<PublicKey, KeyError> {
    match input.split_last() {
        Some((0, text)) => public_key_pem(text).unwrap_or_else(|| public_key_der(input)),
        _ => public_key_der(input),
    }
}

/// Reads a public key from a file's content: DER, or the first public key of a PEM text.
pub fn public_key_file(content: &[u8]) -> Result<PublicKey, KeyError> {
    public_key_pem(content).unwrap_or_else(|| public_key_der(content))
}

fn public_key_pem(text: &[u8]) -> Option<Result<PublicKey, KeyError>> {
    [RSA_PUBLIC, PUBLIC].into_iter().find_map(|label| {
        pem::blocks(text).find_map(|block| match block {
            Ok(Block { label: found, der, encryption: None }) if found == label => {
                Some(if label == PUBLIC { spki(&der) } else { rsa(&der) })
            }
            Err(error) if error.label == label => Some(Err(KeyError::Pem(error.reason))),
            _ => None,
        })
    })
}

fn public_key_der(der: &[u8]) -> Result<PublicKey, KeyError> {
    if der.is_empty() {
        return Err(KeyError::Format);
    }
    match rsa(der) {
        // Not RSAPublicKey. What is wrong in another way counts as one.
        Err(KeyError::Rsa(DerError::UnexpectedTag)) => spki(der),
        read => read,
    }
}

/// Reads a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7); what is behind it does not count.
pub fn spki(der: &[u8]) -> Result<PublicKey, KeyError> {
    let mut info = Reader::new(der).sequence().map_err(KeyError::Der)?;
    let algorithm = info.algorithm().map_err(KeyError::Algorithm)?;
    check_algorithm(&algorithm)?;
    let key = info.octet_aligned_bit_string().map_err(KeyError::PublicKey)?;
    info.end().map_err(KeyError::PublicKey)?;
    match algorithm.oid {
        OID_RSA => rsa(key).map_err(|error| match error {
            KeyError::Rsa(error) => KeyError::PublicKey(error),
            _ => KeyError::InvalidPublicKey,
        }),
        OID_EC => {
            let curve = curve_parameters(algorithm.parameters)?;
            PublicKey::from_point(curve, &point(curve, key)?).map_err(|_| KeyError::PointFormat)
        }
        oid => match Montgomery::from_oid(oid) {
            None => PublicKey::from_ed25519(key).map_err(|_| KeyError::InvalidPublicKey),
            Some(curve) if key.len() == curve.bytes() && curve.is_of_small_order(key) => Err(KeyError::Point),
            Some(curve) => PublicKey::from_coordinate(curve, key).map_err(|_| KeyError::PointFormat),
        },
    }
}

/// Whether keys of the algorithm are read.
pub(super) fn check_algorithm(algorithm: &Algorithm<'_>) -> Result<(), KeyError> {
    match (algorithm.oid, algorithm.parameters) {
        (OID_EC, _) | (OID_RSA | OID_ED25519, None) => Ok(()),
        (OID_RSA, Some(Value { tag: der::NULL | 0, content: [], .. })) => Ok(()),
        (OID_RSA | OID_ED25519, Some(_)) => Err(KeyError::AlgorithmParameters),
        (oid, parameters) => match (Montgomery::from_oid(oid), parameters) {
            (Some(_), None) => Ok(()),
            (Some(_), Some(_)) => Err(KeyError::Format),
            (None, _) => Err(KeyError::UnknownAlgorithm),
        },
    }
}

/// RSAPublicKey (RFC 8017 appendix A.1.1).
fn rsa(der: &[u8]) -> Result<PublicKey, KeyError> {
    let mut outer = Reader::new(der);
    let mut key = outer.sequence().map_err(KeyError::Rsa)?;
    if !outer.is_empty() {
        return Err(KeyError::RsaNumber);
    }
    let mut next = || key.content(der::INTEGER).map_err(KeyError::Rsa);
    let (n, e) = (without_zeros(next()?), without_zeros(next()?));
    if !is_rsa_modulus_and_exponent(n, e) {
        return Err(KeyError::RsaNumber);
    }
    key.end().map_err(KeyError::Rsa)?;
    PublicKey::from_rsa_numbers(n, e).map_err(|_| KeyError::RsaNumber)
}

/// A number without its leading zero bytes; an INTEGER counts as one without a sign.
pub(super) fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

/// Both without leading zero bytes: odd, the modulus of 128 bits at least, the exponent from 3 and below the modulus.
pub(super) fn is_rsa_modulus_and_exponent(n: &[u8], e: &[u8]) -> bool {
    let odd = |number: &[u8]| number.last().is_some_and(|last| last % 2 == 1);
    odd(n)
        && odd(e)
        && n.len() >= 16
        && !(n.len() == 16 && n.first().is_none_or(|first| *first < 0x80))
        && e != [1]
        && (e.len(), e) < (n.len(), n)
}

/// The curve that the parameters of an EC key name (RFC 5480 section 2.1.1).
pub(super) fn curve_parameters(parameters: Option<Value<'_>>) -> Result<Curve, KeyError> {
    match parameters {
        None => Err(KeyError::Der(DerError::OutOfData)),
        Some(Value { tag: der::OID, content, .. }) => Curve::from_oid(content).ok_or(KeyError::UnknownCurve),
        Some(Value { tag: der::SEQUENCE, content, .. }) => Err(specified_curve(content)),
        Some(_) => Err(KeyError::Der(DerError::UnexpectedTag)),
    }
}

/// Why a curve that is given by its numbers (SEC 1 appendix C.2) is not taken.
fn specified_curve(parameters: &[u8]) -> KeyError {
    let read = || {
        let mut parameters = Reader::new(parameters);
        if !(1..=3).contains(&parameters.small_integer().map_err(KeyError::Der)?) {
            return Err(KeyError::Format);
        }
        let mut field = parameters.sequence().map_err(KeyError::Rsa)?;
        if field.content(der::OID).map_err(KeyError::Rsa)? != OID_PRIME_FIELD {
            return Err(KeyError::Unsupported);
        }
        let prime = field.content(der::INTEGER).map_err(KeyError::Der)?;
        field.end().map_err(KeyError::Der)?;
        let mut curve = parameters.sequence().map_err(KeyError::Rsa)?;
        curve.content(der::OCTET_STRING).map_err(KeyError::Der)?;
        curve.content(der::OCTET_STRING).map_err(KeyError::Der)?;
        // Whatever follows that is no seed.
        curve.optional(der::BIT_STRING).map_err(|_| KeyError::Der(DerError::LengthMismatch))?;
        curve.end().map_err(KeyError::Der)?;
        let base = parameters.content(der::OCTET_STRING).map_err(KeyError::Der)?;
        if !matches!(base, [2 | 3, ..]) || base.len() != 1 + without_zeros(prime).len() {
            return Err(KeyError::Format);
        }
        parameters.content(der::INTEGER).map_err(KeyError::Der)
    };
    read().err().unwrap_or(KeyError::UnsupportedCurve)
}

/// The uncompressed form of a point (SEC 1 section 2.3.4).
pub(super) fn point(curve: Curve, bytes: &[u8]) -> Result<Vec<u8>, KeyError> {
    let size = curve.bytes();
    let checked = match bytes.split_first() {
        Some((4, coordinates)) if coordinates.len() == 2 * size => {
            ec::check_point(curve, bytes).map(|()| bytes.to_vec())
        }
        // As in the reference.
        Some((2 | 3, coordinate)) if coordinate.len() == size && !curve.has_roots_as_powers() => {
            return Err(KeyError::UnsupportedCurve);
        }
        Some((2 | 3, coordinate)) if coordinate.len() == size => ec::decompress(curve, bytes),
        Some((0, [])) => return Err(KeyError::Point),
        _ => return Err(KeyError::PointFormat),
    };
    checked.map_err(|_| KeyError::Point)
}

const PUBLIC: &str = "PUBLIC KEY";
const RSA_PUBLIC: &str = "RSA PUBLIC KEY";

pub(super) const OID_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
pub(super) const OID_EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
pub(super) const OID_ED25519: &[u8] = &[0x2b, 0x65, 0x70];
const OID_PRIME_FIELD: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 1, 1];
