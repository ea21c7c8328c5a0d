//! The algorithms that certificates name: digests, signatures, and the kinds of public key.

use super::der::{self, Algorithm, Reader, context};
use super::error::{At, Error, Part};
use crate::crypto::montgomery::Montgomery;
use crate::crypto::verify::Curve;

pub use crate::crypto::digest::Algorithm as Digest;

impl Digest {
    fn from_oid(oid: &[u8]) -> Option<Self> {
        Some(match oid {
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 5] => Self::Md5,
            [0x2b, 0x24, 3, 2, 1] => Self::Ripemd160,
            [0x2b, 0x0e, 3, 2, 0x1a] => Self::Sha1,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 4] => Self::Sha224,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1] => Self::Sha256,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2] => Self::Sha384,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3] => Self::Sha512,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 7] => Self::Sha3_224,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 8] => Self::Sha3_256,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 9] => Self::Sha3_384,
            [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 10] => Self::Sha3_512,
            _ => return None,
        })
    }

    /// The number in the C API (`mbedtls_md_type_t`), from which a profile's bits follow.
    pub fn number(self) -> u8 {
        match self {
            Self::Md5 => 3,
            Self::Ripemd160 => 4,
            Self::Sha1 => 5,
            Self::Sha224 => 8,
            Self::Sha256 => 9,
            Self::Sha384 => 10,
            Self::Sha512 => 11,
            Self::Sha3_224 => 16,
            Self::Sha3_256 => 17,
            Self::Sha3_384 => 18,
            Self::Sha3_512 => 19,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Ripemd160 => "RIPEMD160",
            Self::Sha1 => "SHA1",
            Self::Sha224 => "SHA224",
            Self::Sha256 => "SHA256",
            Self::Sha384 => "SHA384",
            Self::Sha512 => "SHA512",
            Self::Sha3_224 => "SHA3-224",
            Self::Sha3_256 => "SHA3-256",
            Self::Sha3_384 => "SHA3-384",
            Self::Sha3_512 => "SHA3-512",
        }
    }
}

/// How a certificate or a revocation list is signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signature {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2).
    Rsa(Digest),
    /// RSASSA-PSS (RFC 4055 section 3.1).
    RsaPss {
        /// The message's digest.
        digest: Digest,
        /// The digest in the mask generation function, MGF1.
        mask_digest: Digest,
        /// The salt's length in bytes.
        salt_length: i32,
    },
    /// ECDSA (RFC 5758 section 3.2).
    Ecdsa(Digest),
    /// Ed25519 (RFC 8410), which brings its own digest.
    Ed25519,
}

impl Signature {
    /// Recognises an `AlgorithmIdentifier`, parameters included.
    pub fn identify(algorithm: &Algorithm<'_>) -> Result<Self, Error> {
        let signature = match algorithm.oid {
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10] => return Self::pss(algorithm),
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 4] => Self::Rsa(Digest::Md5),
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 5] => Self::Rsa(Digest::Sha1),
            [0x2b, 0x0e, 3, 2, 0x1d] => Self::Rsa(Digest::Sha1),
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11] => Self::Rsa(Digest::Sha256),
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 12] => Self::Rsa(Digest::Sha384),
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 13] => Self::Rsa(Digest::Sha512),
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 14] => Self::Rsa(Digest::Sha224),
            [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1] => Self::Ecdsa(Digest::Sha1),
            [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 1] => Self::Ecdsa(Digest::Sha224),
            [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2] => Self::Ecdsa(Digest::Sha256),
            [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 3] => Self::Ecdsa(Digest::Sha384),
            [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 4] => Self::Ecdsa(Digest::Sha512),
            [0x2b, 0x65, 0x70] => Self::Ed25519,
            _ => return Err(Part::UnknownSignatureAlgorithm.into()),
        };
        match algorithm.parameters {
            // The C API takes a tag of 0 for no parameters.
            Some(value) if !matches!(value.tag, der::NULL | 0) || !value.content.is_empty() => {
                Err(Part::Algorithm.into())
            }
            _ => Ok(signature),
        }
    }

    /// `RSASSA-PSS-params` (RFC 4055 section 3.1).
    fn pss(algorithm: &Algorithm<'_>) -> Result<Self, Error> {
        let (mut digest, mut mask_digest, mut salt_length) = (Digest::Sha1, Digest::Sha1, 20);
        let Some(parameters) = algorithm.parameters else {
            return Err(Error::because(Part::Algorithm, der::DerError::UnexpectedTag));
        };
        let mut fields = Reader::new(parameters.raw).sequence().at(Part::Algorithm)?;
        if let Some(field) = fields.optional(context(0)).at(Part::Algorithm)? {
            digest = digest_algorithm(field.content)?;
        }
        if let Some(field) = fields.optional(context(1)).at(Part::Algorithm)? {
            let mut reader = Reader::new(field.content);
            let mask = reader.algorithm().at(Part::Algorithm)?;
            if mask.oid != MGF1 {
                return Err(Part::UnknownMask.into());
            }
            mask_digest = digest_algorithm(mask.parameters.map_or(&[], |value| value.raw))?;
            reader.end().at(Part::Algorithm)?;
        }
        if let Some(field) = fields.optional(context(2)).at(Part::Algorithm)? {
            salt_length = only_integer(field.content)?;
        }
        let trailer = fields.optional(context(3)).at(Part::Algorithm)?;
        if trailer.map(|field| only_integer(field.content)).transpose()?.is_some_and(|field| field != 1) {
            return Err(Part::Algorithm.into());
        }
        fields.end().at(Part::Algorithm)?;
        Ok(Self::RsaPss { digest, mask_digest, salt_length })
    }

    /// The digest's number in the C API, 0 where the algorithm brings its own.
    pub fn digest_number(self) -> u8 {
        match self {
            Self::Rsa(digest) | Self::Ecdsa(digest) | Self::RsaPss { digest, .. } => digest.number(),
            Self::Ed25519 => 0,
        }
    }

    /// The number of the kind of key in the C API (`mbedtls_pk_type_t`), 0 where that has none.
    pub fn key_number(self) -> u8 {
        match self {
            Self::Rsa(_) => 1,
            Self::Ecdsa(_) => 4,
            Self::RsaPss { .. } => 6,
            Self::Ed25519 => 0,
        }
    }

    /// The text of the C API's information functions.
    pub fn describe(self) -> String {
        let dashed = |digest: Digest| match digest {
            Digest::Sha224 => "SHA-224",
            Digest::Sha256 => "SHA-256",
            Digest::Sha384 => "SHA-384",
            Digest::Sha512 => "SHA-512",
            _ => digest.name(),
        };
        match self {
            Self::Rsa(digest) => format!("RSA with {}", dashed(digest)),
            Self::Ecdsa(digest) => format!("ECDSA with {}", digest.name()),
            Self::RsaPss { digest, mask_digest, salt_length } => {
                format!("RSASSA-PSS ({}, MGF1-{}, 0x{salt_length:02X})", digest.name(), mask_digest.name())
            }
            Self::Ed25519 => "Ed25519".into(),
        }
    }
}

fn digest_algorithm(input: &[u8]) -> Result<Digest, Error> {
    let mut reader = Reader::new(input);
    let algorithm = reader.algorithm().at(Part::Algorithm)?;
    reader.end().at(Part::Algorithm)?;
    match algorithm.parameters {
        Some(value) if value.tag != der::NULL || !value.content.is_empty() => {
            Err(Error::because(Part::Algorithm, der::DerError::InvalidData))
        }
        _ => Digest::from_oid(algorithm.oid).ok_or_else(|| Part::UnknownDigest.into()),
    }
}

fn only_integer(input: &[u8]) -> Result<i32, Error> {
    let mut reader = Reader::new(input);
    let value = reader.small_integer().at(Part::Algorithm)?;
    reader.end().at(Part::Algorithm)?;
    Ok(value)
}

/// The kind and size of a public key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// RSA.
    Rsa {
        /// The modulus' length in bits.
        bits: usize,
    },
    /// A curve by its number in the C API (`mbedtls_ecp_group_id`).
    Curve {
        /// The number.
        number: u8,
        /// The length of the curve's prime in bits.
        bits: usize,
    },
    /// Ed25519 (RFC 8410).
    Ed25519,
    /// A key that is not recognised.
    Other,
}

impl Key {
    /// Looks at a `SubjectPublicKeyInfo`.
    pub fn identify(spki: &[u8]) -> Self {
        Self::read(spki).unwrap_or(Self::Other)
    }

    fn read(spki: &[u8]) -> Option<Self> {
        let mut fields = Reader::new(spki).sequence().ok()?;
        let algorithm = fields.algorithm().ok()?;
        match algorithm.oid {
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1] => {
                let key = fields.octet_aligned_bit_string().ok()?;
                let modulus = Reader::new(key).sequence().ok()?.content(der::INTEGER).ok()?;
                let zeros = modulus.iter().take_while(|&&byte| byte == 0).count();
                let top = modulus.get(zeros)?;
                let leading = usize::try_from(top.leading_zeros()).ok()?;
                Some(Self::Rsa { bits: (modulus.len() - zeros) * 8 - leading })
            }
            [0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1] => {
                let curve = Curve::from_oid(algorithm.parameters?.content)?;
                Some(Self::Curve { number: curve_number(curve), bits: curve.bits() })
            }
            [0x2b, 0x65, 0x70] => Some(Self::Ed25519),
            oid => {
                let curve = Montgomery::from_oid(oid)?;
                let number = if curve == Montgomery::X25519 { 9 } else { 13 };
                Some(Self::Curve { number, bits: curve.bits() })
            }
        }
    }

    /// The number of the kind of key in the C API (`mbedtls_pk_type_t`), 0 where that has none.
    pub fn number(self) -> u8 {
        match self {
            Self::Rsa { .. } => 1,
            Self::Curve { .. } => 2,
            Self::Ed25519 | Self::Other => 0,
        }
    }
}

/// The number of a curve in the C API (`mbedtls_ecp_group_id`).
pub fn curve_number(curve: Curve) -> u8 {
    match curve {
        Curve::Secp192r1 => 1,
        Curve::Secp224r1 => 2,
        Curve::Secp256r1 => 3,
        Curve::Secp384r1 => 4,
        Curve::Secp521r1 => 5,
        Curve::Brainpool256r1 => 6,
        Curve::Brainpool384r1 => 7,
        Curve::Brainpool512r1 => 8,
        Curve::Secp192k1 => 10,
        Curve::Secp224k1 => 11,
        Curve::Secp256k1 => 12,
    }
}

/// `id-mgf1`.
const MGF1: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 8];

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(der: &[u8]) -> Result<Signature, Error> {
        Signature::identify(&Reader::new(der).algorithm().unwrap())
    }

    #[test]
    fn signatures_and_their_parameters() {
        let rsa = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11, 5, 0];
        assert_eq!(signature(&rsa), Ok(Signature::Rsa(Digest::Sha256)));
        let odd = [0x30, 14, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11, 2, 1, 0];
        assert_eq!(signature(&odd), Err(Part::Algorithm.into()));
        assert_eq!(signature(&[0x30, 3, 6, 1, 42]), Err(Part::UnknownSignatureAlgorithm.into()));
    }

    #[test]
    fn pss_parameters() {
        let defaults = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10, 0x30, 0];
        assert_eq!(
            signature(&defaults).map(Signature::describe).as_deref(),
            Ok("RSASSA-PSS (SHA1, MGF1-SHA1, 0x14)")
        );
        let trailer =
            [0x30, 18, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10, 0x30, 5, 0xa3, 3, 2, 1, 2];
        assert_eq!(signature(&trailer), Err(Part::Algorithm.into()));
    }
}
