//! Public keys and what they verify.

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P384_SHA384_ASN1, ED25519, RSA_PSS_2048_8192_SHA256,
    RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, UnparsedPublicKey, VerificationAlgorithm,
};

use super::montgomery::Montgomery;
use super::scheme::SignatureScheme;
use super::secp521r1;

/// A public key: what it is, and its bytes. Keys that nothing here verifies with (RSA under 2048 bits, secp256k1 ...)
/// are values too, since programs ask certificates for their type and size; each signature is then a bad one.
#[derive(Clone)]
pub struct PublicKey {
    kind: KeyKind,
    /// RSAPublicKey (RFC 8017 A.1.1), an uncompressed point, or the bytes of Ed25519, X25519 or X448: what ring reads.
    bytes: Bytes,
}

/// A handshake makes some keys for a moment: short ones are held in place. A connection has room for one, so not for the longest.
#[derive(Clone)]
enum Bytes {
    Long(Box<[u8]>),
    Short([u8; SHORT], u8),
}

/// The uncompressed point of P-256.
const SHORT: usize = 65;

/// The algorithm of a key, with the number of bits that name its size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyKind {
    /// The modulus' length in bits.
    Rsa(usize),
    /// ECDSA, on this curve.
    Ec(Curve),
    /// Ed25519 (RFC 8032), whose keys have one size.
    Ed25519,
    /// X25519 or X448 (RFC 7748): for agreements, not for signatures.
    Montgomery(Montgomery),
}

/// The named curves of short Weierstrass form that a certificate may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // the names are those of RFC 8422, SEC 2 and RFC 5639
pub enum Curve {
    Secp192r1,
    Secp224r1,
    Secp256r1,
    Secp384r1,
    Secp521r1,
    Secp192k1,
    Secp224k1,
    Secp256k1,
    Brainpool256r1,
    Brainpool384r1,
    Brainpool512r1,
}

/// The bytes are no key of the algorithm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnsupportedKey;

/// The signature does not fit key, scheme and message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadSignature;

impl PublicKey {
    /// Reads an RSAPublicKey (RFC 8017 appendix A.1.1).
    pub fn from_rsa(der: &[u8]) -> Result<Self, UnsupportedKey> {
        let bits = rsa_bits(der).ok_or(UnsupportedKey)?;
        Ok(Self { kind: KeyKind::Rsa(bits), bytes: Bytes::Long(der.into()) })
    }

    /// Takes modulus and exponent, as big-endian bytes without leading zeros.
    pub fn from_rsa_numbers(n: &[u8], e: &[u8]) -> Result<Self, UnsupportedKey> {
        let numbers = integer_len(n) + integer_len(e);
        let mut der = Vec::with_capacity(element_len(numbers));
        header(&mut der, SEQUENCE, numbers);
        for number in [n, e] {
            let sign = usize::from(number.first().is_none_or(|first| *first >= 0x80));
            header(&mut der, INTEGER, number.len() + sign);
            der.extend([0].iter().take(sign));
            der.extend(number);
        }
        let bits = rsa_bits(&der).ok_or(UnsupportedKey)?;
        Ok(Self { kind: KeyKind::Rsa(bits), bytes: Bytes::Long(der.into()) })
    }

    /// Modulus and exponent of an RSA key, without leading zeros.
    pub fn rsa_numbers(&self) -> Option<(&[u8], &[u8])> {
        if !matches!(self.kind, KeyKind::Rsa(_)) {
            return None;
        }
        let (key, _) = element(self.bytes(), SEQUENCE)?;
        let (modulus, key) = element(key, INTEGER)?;
        let (exponent, _) = element(key, INTEGER)?;
        Some((positive(modulus)?, positive(exponent)?))
    }

    /// Takes the 32 bytes.
    pub fn from_ed25519(key: &[u8]) -> Result<Self, UnsupportedKey> {
        if key.len() != 32 {
            return Err(UnsupportedKey);
        }
        Ok(Self { kind: KeyKind::Ed25519, bytes: Bytes::new(key) })
    }

    /// Takes an uncompressed point. Whether it is on the curve is only checked when a signature is.
    pub fn from_point(curve: Curve, point: &[u8]) -> Result<Self, UnsupportedKey> {
        if point.first() != Some(&UNCOMPRESSED) || point.len() != 1 + 2 * curve.bytes() {
            return Err(UnsupportedKey);
        }
        Ok(Self { kind: KeyKind::Ec(curve), bytes: Bytes::new(point) })
    }

    /// Takes a coordinate u, the lowest byte first.
    pub fn from_coordinate(curve: Montgomery, u: &[u8]) -> Result<Self, UnsupportedKey> {
        if u.len() != curve.bytes() {
            return Err(UnsupportedKey);
        }
        Ok(Self { kind: KeyKind::Montgomery(curve), bytes: Bytes::new(u) })
    }

    /// The algorithm and the size.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// RSAPublicKey, uncompressed point, or the bytes of the others; equal for equal keys of one kind.
    pub fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Long(bytes) => bytes,
            Bytes::Short(bytes, len) => bytes.get(..usize::from(*len)).unwrap_or_default(),
        }
    }

    /// Checks a TLS 1.3 CertificateVerify signature. PKCS #1 v1.5 is refused, and a scheme fits one curve only
    /// (RFC 8446 section 4.2.3).
    pub fn verify(
        &self,
        scheme: SignatureScheme,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), BadSignature> {
        let algorithm: &dyn VerificationAlgorithm = match (self.kind, scheme) {
            (KeyKind::Ec(Curve::Secp256r1), SignatureScheme::ECDSA_SECP256R1_SHA256) => {
                &ECDSA_P256_SHA256_ASN1
            }
            (KeyKind::Ec(Curve::Secp384r1), SignatureScheme::ECDSA_SECP384R1_SHA384) => {
                &ECDSA_P384_SHA384_ASN1
            }
            (KeyKind::Ec(Curve::Secp521r1), SignatureScheme::ECDSA_SECP521R1_SHA512) => {
                let good = secp521r1::verify_sha512(self.bytes(), message, signature);
                return if good { Ok(()) } else { Err(BadSignature) };
            }
            (KeyKind::Rsa(_), SignatureScheme::RSA_PSS_RSAE_SHA256) => &RSA_PSS_2048_8192_SHA256,
            (KeyKind::Rsa(_), SignatureScheme::RSA_PSS_RSAE_SHA384) => &RSA_PSS_2048_8192_SHA384,
            (KeyKind::Rsa(_), SignatureScheme::RSA_PSS_RSAE_SHA512) => &RSA_PSS_2048_8192_SHA512,
            (KeyKind::Ed25519, SignatureScheme::ED25519) => &ED25519,
            _ => return Err(BadSignature),
        };
        UnparsedPublicKey::new(algorithm, self.bytes()).verify(message, signature).map_err(|_| BadSignature)
    }
}

impl Bytes {
    fn new(bytes: &[u8]) -> Self {
        let mut place = [0; SHORT];
        match (place.get_mut(..bytes.len()), u8::try_from(bytes.len())) {
            (Some(room), Ok(len)) => {
                room.copy_from_slice(bytes);
                Self::Short(place, len)
            }
            _ => Self::Long(bytes.into()),
        }
    }
}

impl KeyKind {
    /// The key's size in bits: modulus, field, or 256 for Ed25519 (its encoded length).
    pub fn bits(self) -> usize {
        match self {
            Self::Rsa(bits) => bits,
            Self::Ec(curve) => curve.bits(),
            Self::Ed25519 => 256,
            Self::Montgomery(curve) => curve.bits(),
        }
    }
}

impl Curve {
    /// Every one.
    pub const ALL: [Self; 11] = [
        Self::Secp192r1,
        Self::Secp224r1,
        Self::Secp256r1,
        Self::Secp384r1,
        Self::Secp521r1,
        Self::Secp192k1,
        Self::Secp224k1,
        Self::Secp256k1,
        Self::Brainpool256r1,
        Self::Brainpool384r1,
        Self::Brainpool512r1,
    ];

    /// The curve an object identifier's content bytes name (RFC 5480 section 2.1.1.1, SEC 2, RFC 5639).
    pub fn from_oid(oid: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|curve| curve.oid() == oid)
    }

    /// The content of the object identifier that names the curve.
    pub fn oid(self) -> &'static [u8] {
        match self {
            Self::Secp192r1 => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 1],
            Self::Secp256r1 => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7],
            Self::Secp224r1 => &[0x2b, 0x81, 4, 0, 33],
            Self::Secp384r1 => &[0x2b, 0x81, 4, 0, 34],
            Self::Secp521r1 => &[0x2b, 0x81, 4, 0, 35],
            Self::Secp192k1 => &[0x2b, 0x81, 4, 0, 31],
            Self::Secp224k1 => &[0x2b, 0x81, 4, 0, 32],
            Self::Secp256k1 => &[0x2b, 0x81, 4, 0, 10],
            Self::Brainpool256r1 => &[0x2b, 0x24, 3, 3, 2, 8, 1, 1, 7],
            Self::Brainpool384r1 => &[0x2b, 0x24, 3, 3, 2, 8, 1, 1, 11],
            Self::Brainpool512r1 => &[0x2b, 0x24, 3, 3, 2, 8, 1, 1, 13],
        }
    }

    /// The length of a coordinate in bytes.
    pub fn bytes(self) -> usize {
        self.bits().div_ceil(8)
    }

    /// Whether a root in the field is a power: where the prime leaves 3 when divided by 4.
    pub fn has_roots_as_powers(self) -> bool {
        !matches!(self, Self::Secp224r1 | Self::Secp224k1)
    }

    /// The field's size in bits.
    pub fn bits(self) -> usize {
        match self {
            Self::Secp192r1 | Self::Secp192k1 => 192,
            Self::Secp224r1 | Self::Secp224k1 => 224,
            Self::Secp256r1 | Self::Secp256k1 | Self::Brainpool256r1 => 256,
            Self::Secp384r1 | Self::Brainpool384r1 => 384,
            Self::Brainpool512r1 => 512,
            Self::Secp521r1 => 521,
        }
    }
}

/// The bits of the modulus of a well-formed RSAPublicKey with nothing behind it.
fn rsa_bits(der: &[u8]) -> Option<usize> {
    bits(rsa_public_numbers(der)?.0)
}

/// Modulus and exponent of such an RSAPublicKey, without leading zero bytes.
pub(super) fn rsa_public_numbers(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (key, rest) = element(der, SEQUENCE)?;
    let (modulus, key) = element(key, INTEGER)?;
    let (exponent, key) = element(key, INTEGER)?;
    if !rest.is_empty() || !key.is_empty() {
        return None;
    }
    Some((positive(modulus)?, positive(exponent)?))
}

/// Bytes of the INTEGER that a number without leading zeros becomes.
fn integer_len(number: &[u8]) -> usize {
    element_len(number.len() + usize::from(number.first().is_none_or(|first| *first >= 0x80)))
}

/// Bytes of an element with so many bytes of content, as [`header`] begins it.
fn element_len(content: usize) -> usize {
    content
        + if content < 0x80 {
            2
        } else if content < 0x100 {
            3
        } else {
            4
        }
}

/// Tag and length of a DER element with up to 65535 bytes of content, which [`element`] reads.
fn header(out: &mut Vec<u8>, tag: u8, content: usize) {
    let [high, low] = u16::try_from(content).unwrap_or(u16::MAX).to_be_bytes();
    out.push(tag);
    match (high, low) {
        (0, 0..=0x7f) => out.push(low),
        (0, _) => out.extend([0x81, low]),
        _ => out.extend([0x82, high, low]),
    }
}

/// The bits of a number without leading zero bytes.
fn bits(number: &[u8]) -> Option<usize> {
    let leading = usize::try_from(number.first()?.leading_zeros()).ok()?;
    (number.len() * 8).checked_sub(leading)
}

/// The two numbers of an ECDSA-Sig-Value (RFC 3279 section 2.2.3), without leading zero bytes.
pub(super) fn ecdsa_numbers(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (numbers, rest) = element(der, SEQUENCE)?;
    let (r, numbers) = element(numbers, INTEGER)?;
    let (s, behind) = element(numbers, INTEGER)?;
    if !rest.is_empty() || !behind.is_empty() {
        return None;
    }
    Some((positive(r)?, positive(s)?))
}

/// An INTEGER's content without its sign byte, if it is above zero and of the shortest form (X.690 section 8.3.2).
fn positive(integer: &[u8]) -> Option<&[u8]> {
    match integer {
        [0, second, ..] if *second >= 0x80 => integer.get(1..),
        [1..=0x7f, ..] => Some(integer),
        _ => None,
    }
}

/// Splits one DER element (X.690) with this tag off `input`: its content, and what is behind it.
fn element(input: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&found, input) = input.split_first()?;
    let (&first, input) = input.split_first()?;
    let (length, input) = match first {
        0..=0x7f => (usize::from(first), input),
        0x81 => {
            let (&length, input) = input.split_first()?;
            (usize::from(length), input)
        }
        0x82 => {
            let (length, input) = input.split_first_chunk::<2>()?;
            (usize::from(u16::from_be_bytes(*length)), input)
        }
        _ => return None,
    };
    let shortest = match first {
        0x81 => length >= 0x80,
        0x82 => length >= 0x100,
        _ => true,
    };
    if found != tag || !shortest {
        return None;
    }
    input.split_at_checked(length)
}

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 2;
const UNCOMPRESSED: u8 = 4;

#[cfg(test)]
mod spki {
    use super::*;

    impl PublicKey {
        /// Reads a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) in its shortest form, which tests use. A point is only checked when
        /// a signature is.
        pub fn from_spki(spki_der: &[u8]) -> Result<Self, UnsupportedKey> {
            let (info, rest) = element(spki_der, SEQUENCE).ok_or(UnsupportedKey)?;
            let (algorithm, info) = element(info, SEQUENCE).ok_or(UnsupportedKey)?;
            let (key, behind) = element(info, BIT_STRING).ok_or(UnsupportedKey)?;
            let (oid, parameters) = element(algorithm, OBJECT_IDENTIFIER).ok_or(UnsupportedKey)?;
            let Some((0, key)) = key.split_first() else { return Err(UnsupportedKey) };
            if !rest.is_empty() || !behind.is_empty() {
                return Err(UnsupportedKey);
            }
            match oid {
                OID_RSA if parameters.is_empty() || parameters == NULL => Self::from_rsa(key),
                OID_EC => match element(parameters, OBJECT_IDENTIFIER) {
                    Some((curve, [])) => Self::from_point(Curve::from_oid(curve).ok_or(UnsupportedKey)?, key),
                    _ => Err(UnsupportedKey),
                },
                OID_ED25519 if parameters.is_empty() => Self::from_ed25519(key),
                _ => Err(UnsupportedKey),
            }
        }
    }

    const BIT_STRING: u8 = 3;
    const OBJECT_IDENTIFIER: u8 = 6;
    const NULL: &[u8] = &[5, 0];
    const OID_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
    const OID_EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
    const OID_ED25519: &[u8] = &[0x2b, 0x65, 0x70];
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! file {
        ($name:literal) => {
            include_bytes!(concat!("../../tests/keys/", $name)).as_slice()
        };
    }

    const MESSAGE: &[u8] = file!("message");
    const PKCS1: [SignatureScheme; 3] = [
        SignatureScheme::RSA_PKCS1_SHA256,
        SignatureScheme::RSA_PKCS1_SHA384,
        SignatureScheme::RSA_PKCS1_SHA512,
    ];
    const PSS: [SignatureScheme; 3] = [
        SignatureScheme::RSA_PSS_RSAE_SHA256,
        SignatureScheme::RSA_PSS_RSAE_SHA384,
        SignatureScheme::RSA_PSS_RSAE_SHA512,
    ];

    fn key(spki: &[u8]) -> PublicKey {
        PublicKey::from_spki(spki).unwrap()
    }

    #[test]
    fn takes_the_signatures_of_openssl_and_no_others() {
        let cases = [
            (file!("rsa2048.pub.der"), PSS[0], file!("rsa2048.pss256.sig")),
            (file!("rsa2048.pub.der"), PSS[1], file!("rsa2048.pss384.sig")),
            (file!("rsa2048.pub.der"), PSS[2], file!("rsa2048.pss512.sig")),
            (
                file!("prime256v1.pub.der"),
                SignatureScheme::ECDSA_SECP256R1_SHA256,
                file!("prime256v1.256.sig"),
            ),
            (file!("secp384r1.pub.der"), SignatureScheme::ECDSA_SECP384R1_SHA384, file!("secp384r1.384.sig")),
            (file!("secp521r1.pub.der"), SignatureScheme::ECDSA_SECP521R1_SHA512, file!("secp521r1.512.sig")),
            (file!("ed25519.pub.der"), SignatureScheme::ED25519, file!("ed25519.sig")),
        ];
        for (spki, scheme, signature) in cases {
            let key = key(spki);
            assert_eq!(key.verify(scheme, MESSAGE, signature), Ok(()), "{scheme:?}");
            assert_eq!(key.verify(scheme, b"Another message", signature), Err(BadSignature));
            assert_eq!(key.verify(scheme, MESSAGE, &[]), Err(BadSignature));
            for i in 0..signature.len() {
                let mut changed = signature.to_vec();
                changed[i] ^= 1;
                assert_eq!(key.verify(scheme, MESSAGE, &changed), Err(BadSignature), "{scheme:?} byte {i}");
            }
            for other in cases.map(|(_, other, _)| other).into_iter().filter(|other| *other != scheme) {
                assert_eq!(
                    key.verify(other, MESSAGE, signature),
                    Err(BadSignature),
                    "{scheme:?} as {other:?}"
                );
            }
        }
    }

    #[test]
    fn refuses_pkcs1_and_a_hash_that_is_not_the_curves() {
        // RFC 8446 section 4.2.3: each of these signatures is right, and none may stand in a CertificateVerify.
        let rsa = key(file!("rsa2048.pub.der"));
        let signatures =
            [file!("rsa2048.pkcs256.sig"), file!("rsa2048.pkcs384.sig"), file!("rsa2048.pkcs512.sig")];
        for signature in signatures {
            for scheme in PKCS1.into_iter().chain(PSS) {
                assert_eq!(rsa.verify(scheme, MESSAGE, signature), Err(BadSignature));
            }
        }
        let p256 = key(file!("prime256v1.pub.der"));
        let p384 = key(file!("secp384r1.pub.der"));
        let p521 = key(file!("secp521r1.pub.der"));
        for scheme in [
            SignatureScheme::ECDSA_SECP256R1_SHA256,
            SignatureScheme::ECDSA_SECP384R1_SHA384,
            SignatureScheme::ECDSA_SECP521R1_SHA512,
        ] {
            for signature in [file!("prime256v1.384.sig"), file!("prime256v1.512.sig")] {
                assert_eq!(p256.verify(scheme, MESSAGE, signature), Err(BadSignature));
            }
            for signature in [file!("secp384r1.256.sig"), file!("secp384r1.512.sig")] {
                assert_eq!(p384.verify(scheme, MESSAGE, signature), Err(BadSignature));
            }
            for signature in [file!("secp521r1.256.sig"), file!("secp521r1.384.sig")] {
                assert_eq!(p521.verify(scheme, MESSAGE, signature), Err(BadSignature));
            }
        }
    }

    #[test]
    fn names_kind_and_size() {
        let cases = [
            (file!("rsa1024.pub.der"), KeyKind::Rsa(1024), 1024),
            (file!("rsa2048.pub.der"), KeyKind::Rsa(2048), 2048),
            (file!("rsa4096.pub.der"), KeyKind::Rsa(4096), 4096),
            (file!("prime256v1.pub.der"), KeyKind::Ec(Curve::Secp256r1), 256),
            (file!("secp384r1.pub.der"), KeyKind::Ec(Curve::Secp384r1), 384),
            (file!("secp521r1.pub.der"), KeyKind::Ec(Curve::Secp521r1), 521),
            (file!("secp256k1.pub.der"), KeyKind::Ec(Curve::Secp256k1), 256),
            (file!("brainpoolP256r1.pub.der"), KeyKind::Ec(Curve::Brainpool256r1), 256),
            (file!("ed25519.pub.der"), KeyKind::Ed25519, 256),
        ];
        for (spki, kind, bits) in cases {
            assert_eq!(key(spki).kind(), kind);
            assert_eq!(kind.bits(), bits);
        }
    }

    #[test]
    fn a_cut_key_is_refused() {
        for spki in [file!("rsa2048.pub.der"), file!("prime256v1.pub.der"), file!("ed25519.pub.der")] {
            for end in 0..spki.len() {
                assert!(PublicKey::from_spki(&spki[..end]).is_err());
            }
            let longer = [spki, &[0]].concat();
            assert_eq!(PublicKey::from_spki(&longer).err(), Some(UnsupportedKey));
        }
    }

    #[test]
    fn changed_bytes_are_refused_or_verify_nothing() {
        let cases = [
            (file!("rsa2048.pub.der"), PSS[0], file!("rsa2048.pss256.sig")),
            (
                file!("prime256v1.pub.der"),
                SignatureScheme::ECDSA_SECP256R1_SHA256,
                file!("prime256v1.256.sig"),
            ),
            (file!("ed25519.pub.der"), SignatureScheme::ED25519, file!("ed25519.sig")),
        ];
        for (spki, scheme, signature) in cases {
            for i in 0..spki.len() {
                for bit in [0x01, 0x80] {
                    let mut changed = spki.to_vec();
                    changed[i] ^= bit;
                    let accepted =
                        PublicKey::from_spki(&changed).map(|key| key.verify(scheme, MESSAGE, signature));
                    assert!(!matches!(accepted, Ok(Ok(()))), "{scheme:?} byte {i}");
                }
            }
        }
    }
}
