//! What the signatures in certificates and revocation lists are verified with.
//!
//! [`STRONG`] is always allowed. What is weak, or what ring leaves out, comes from RustCrypto; weak algorithms reach webpki
//! only where a profile asks for them by name.

use std::borrow::Cow;

use md5::Md5;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use pki_types::{AlgorithmIdentifier, InvalidSignature, SignatureVerificationAlgorithm, alg_id};
use rsa::{BoxedUint, Pkcs1v15Sign, Pss};
use sha1::Sha1;
use sha2::{Digest as _, Sha224, Sha256, Sha384, Sha512};

use super::secp521r1;
use super::verify::rsa_public_numbers;

/// A digest of a signature; the number is the C API's (`mbedtls_md_type_t`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)] // the names are those of the functions
pub enum Digest {
    Md5 = 3,
    Ripemd160 = 4,
    Sha1 = 5,
    Sha224 = 8,
    Sha256 = 9,
    Sha384 = 10,
    Sha512 = 11,
}

/// The algorithms for a profile: the strong ones, and such weak ones as it allows. `allows` tells of a digest;
/// `short_keys`, that RSA keys under 2048 bits are allowed. Each key's own length is for the caller to check.
pub fn algorithms(
    allows: impl Fn(Digest) -> bool,
    short_keys: bool,
) -> Cow<'static, [&'static dyn SignatureVerificationAlgorithm]> {
    let mut list: Vec<_> = WEAK
        .iter()
        .filter(|weak| allows(weak.digest()) && (short_keys || weak.digest().is_weak()))
        .map(Weak::verifier)
        .collect();
    if list.is_empty() {
        return Cow::Borrowed(STRONG);
    }
    // The first that fits decides, and a weak one also takes what a strong one does.
    list.extend(STRONG);
    Cow::Owned(list)
}

/// Does this key verify the signature, with any algorithm there is? The algorithms are the contents of an
/// `AlgorithmIdentifier` each.
pub fn verify(key_algorithm: &[u8], key: &[u8], algorithm: &[u8], message: &[u8], signature: &[u8]) -> bool {
    // What a strong one has refused costs no second look.
    let short = rsa_public_numbers(key).is_some_and(|(modulus, _)| modulus.len() < SHORTEST_STRONG_RSA_BYTES);
    let weak = WEAK.iter().filter(|weak| short || weak.digest().is_weak()).map(Weak::verifier);
    STRONG.iter().copied().chain(weak).any(|candidate| {
        candidate.signature_alg_id().as_ref() == algorithm
            && candidate.public_key_alg_id().as_ref() == key_algorithm
            && candidate.verify_signature(key, message, signature).is_ok()
    })
}

/// Does this RSA key verify an RSASSA-PSS signature with a salt of any stated length, and one digest for message and mask?
pub fn verify_pss(
    key_algorithm: &[u8],
    key: &[u8],
    digest: Digest,
    salt_length: usize,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let Some(key) = rsa_key(key).filter(|_| key_algorithm == alg_id::RSA_ENCRYPTION.as_ref()) else {
        return false;
    };
    let hash = digest.of(message);
    let verified = match digest {
        Digest::Md5 => key.verify(Pss::<Md5>::new_with_salt(salt_length), &hash, signature),
        Digest::Ripemd160 => return false,
        Digest::Sha1 => key.verify(Pss::<Sha1>::new_with_salt(salt_length), &hash, signature),
        Digest::Sha224 => key.verify(Pss::<Sha224>::new_with_salt(salt_length), &hash, signature),
        Digest::Sha256 => key.verify(Pss::<Sha256>::new_with_salt(salt_length), &hash, signature),
        Digest::Sha384 => key.verify(Pss::<Sha384>::new_with_salt(salt_length), &hash, signature),
        Digest::Sha512 => key.verify(Pss::<Sha512>::new_with_salt(salt_length), &hash, signature),
    };
    verified.is_ok()
}

impl Digest {
    /// Collisions are known or near: only a profile that names it lets it in.
    fn is_weak(self) -> bool {
        matches!(self, Self::Md5 | Self::Ripemd160 | Self::Sha1 | Self::Sha224)
    }

    /// The digest of a message; nothing for RIPEMD-160, which no signature algorithm here is made with.
    fn of(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Md5 => Md5::digest(message).to_vec(),
            Self::Ripemd160 => Vec::new(),
            Self::Sha1 => Sha1::digest(message).to_vec(),
            Self::Sha224 => Sha224::digest(message).to_vec(),
            Self::Sha256 => Sha256::digest(message).to_vec(),
            Self::Sha384 => Sha384::digest(message).to_vec(),
            Self::Sha512 => Sha512::digest(message).to_vec(),
        }
    }
}

/// All that webpki has from ring, P-521, and SHA-512 on the other curves.
static STRONG: &[&dyn SignatureVerificationAlgorithm] = &[
    webpki::ring::ECDSA_P256_SHA256,
    webpki::ring::ECDSA_P256_SHA384,
    &Ecdsa { curve: Curve::P256, digest: Digest::Sha512, signature: alg_id::ECDSA_SHA512 },
    webpki::ring::ECDSA_P384_SHA256,
    webpki::ring::ECDSA_P384_SHA384,
    &Ecdsa { curve: Curve::P384, digest: Digest::Sha512, signature: alg_id::ECDSA_SHA512 },
    &Ecdsa { curve: Curve::P521, digest: Digest::Sha256, signature: alg_id::ECDSA_SHA256 },
    &Ecdsa { curve: Curve::P521, digest: Digest::Sha384, signature: alg_id::ECDSA_SHA384 },
    &Ecdsa { curve: Curve::P521, digest: Digest::Sha512, signature: alg_id::ECDSA_SHA512 },
    webpki::ring::ED25519,
    webpki::ring::RSA_PKCS1_2048_8192_SHA256,
    webpki::ring::RSA_PKCS1_2048_8192_SHA384,
    webpki::ring::RSA_PKCS1_2048_8192_SHA512,
    webpki::ring::RSA_PKCS1_2048_8192_SHA256_ABSENT_PARAMS,
    webpki::ring::RSA_PKCS1_2048_8192_SHA384_ABSENT_PARAMS,
    webpki::ring::RSA_PKCS1_2048_8192_SHA512_ABSENT_PARAMS,
    webpki::ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
    webpki::ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
    webpki::ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
];

/// What only a profile lets in: weak digests, and the others with RSA keys from 1024 bits.
static WEAK: &[Weak] = &[
    Weak::Rsa(Rsa { digest: Digest::Md5, signature: id(RSA_MD5) }),
    Weak::Rsa(Rsa { digest: Digest::Md5, signature: absent(RSA_MD5) }),
    Weak::Rsa(Rsa { digest: Digest::Sha1, signature: id(RSA_SHA1) }),
    Weak::Rsa(Rsa { digest: Digest::Sha1, signature: absent(RSA_SHA1) }),
    Weak::Rsa(Rsa { digest: Digest::Sha1, signature: id(OIW_RSA_SHA1) }),
    Weak::Rsa(Rsa { digest: Digest::Sha1, signature: absent(OIW_RSA_SHA1) }),
    Weak::Rsa(Rsa { digest: Digest::Sha224, signature: id(RSA_SHA224) }),
    Weak::Rsa(Rsa { digest: Digest::Sha224, signature: absent(RSA_SHA224) }),
    Weak::Rsa(Rsa { digest: Digest::Sha256, signature: id(RSA_SHA256) }),
    Weak::Rsa(Rsa { digest: Digest::Sha256, signature: absent(RSA_SHA256) }),
    Weak::Rsa(Rsa { digest: Digest::Sha384, signature: id(RSA_SHA384) }),
    Weak::Rsa(Rsa { digest: Digest::Sha384, signature: absent(RSA_SHA384) }),
    Weak::Rsa(Rsa { digest: Digest::Sha512, signature: id(RSA_SHA512) }),
    Weak::Rsa(Rsa { digest: Digest::Sha512, signature: absent(RSA_SHA512) }),
    Weak::Ecdsa(Ecdsa { curve: Curve::P256, digest: Digest::Sha1, signature: id(ECDSA_SHA1) }),
    Weak::Ecdsa(Ecdsa { curve: Curve::P256, digest: Digest::Sha224, signature: id(ECDSA_SHA224) }),
    Weak::Ecdsa(Ecdsa { curve: Curve::P384, digest: Digest::Sha1, signature: id(ECDSA_SHA1) }),
    Weak::Ecdsa(Ecdsa { curve: Curve::P384, digest: Digest::Sha224, signature: id(ECDSA_SHA224) }),
    Weak::Ecdsa(Ecdsa { curve: Curve::P521, digest: Digest::Sha1, signature: id(ECDSA_SHA1) }),
    Weak::Ecdsa(Ecdsa { curve: Curve::P521, digest: Digest::Sha224, signature: id(ECDSA_SHA224) }),
];

enum Weak {
    Rsa(Rsa),
    Ecdsa(Ecdsa),
}

impl Weak {
    fn digest(&self) -> Digest {
        match self {
            Self::Rsa(rsa) => rsa.digest,
            Self::Ecdsa(ecdsa) => ecdsa.digest,
        }
    }

    fn verifier(&'static self) -> &'static dyn SignatureVerificationAlgorithm {
        match self {
            Self::Rsa(rsa) => rsa,
            Self::Ecdsa(ecdsa) => ecdsa,
        }
    }
}

/// RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2) with a key of 1024 to 8192 bits.
#[derive(Debug)]
struct Rsa {
    digest: Digest,
    signature: AlgorithmIdentifier,
}

impl SignatureVerificationAlgorithm for Rsa {
    fn verify_signature(&self, key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), InvalidSignature> {
        let key = rsa_key(key).ok_or(InvalidSignature)?;
        let padding = match self.digest {
            Digest::Md5 => Pkcs1v15Sign::new::<Md5>(),
            Digest::Ripemd160 => return Err(InvalidSignature),
            Digest::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
            Digest::Sha224 => Pkcs1v15Sign::new::<Sha224>(),
            Digest::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
            Digest::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
            Digest::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
        };
        key.verify(padding, &self.digest.of(message), signature).map_err(|_| InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        alg_id::RSA_ENCRYPTION
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        self.signature
    }
}

/// An RSAPublicKey (RFC 8017 appendix A.1.1) of 1024 to 8192 bits, with an odd exponent from 3 to 2^33 - 1.
fn rsa_key(der: &[u8]) -> Option<rsa::PublicKey> {
    let (modulus, exponent) = rsa_public_numbers(der)?;
    let number = |bytes: &[u8]| BoxedUint::from_be_slice(bytes, u32::try_from(bytes.len() * 8).ok()?).ok();
    // A longer number is no key in use, and would cost time to look at.
    if modulus.len() > MOST_RSA_BYTES || exponent.len() > MOST_EXPONENT_BYTES {
        return None;
    }
    let exponent = number(exponent)?;
    rsa::PublicKey::new(number(modulus)?, exponent).ok()
}

const SHORTEST_STRONG_RSA_BYTES: usize = 256;
const MOST_RSA_BYTES: usize = 1024;
const MOST_EXPONENT_BYTES: usize = 5;

/// ECDSA (RFC 5758 section 3.2) with a digest that ring does not pair with the curve.
#[derive(Debug)]
struct Ecdsa {
    curve: Curve,
    digest: Digest,
    signature: AlgorithmIdentifier,
}

#[derive(Debug)]
enum Curve {
    P256,
    P384,
    P521,
}

impl SignatureVerificationAlgorithm for Ecdsa {
    fn verify_signature(&self, key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), InvalidSignature> {
        let hash = self.digest.of(message);
        let good = match self.curve {
            Curve::P256 => verify_p256(key, &hash, signature).is_some(),
            Curve::P384 => verify_p384(key, &hash, signature).is_some(),
            Curve::P521 => secp521r1::verify_hash(key, &hash, signature),
        };
        if good { Ok(()) } else { Err(InvalidSignature) }
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        match self.curve {
            Curve::P256 => alg_id::ECDSA_P256,
            Curve::P384 => alg_id::ECDSA_P384,
            Curve::P521 => alg_id::ECDSA_P521,
        }
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        self.signature
    }
}

fn verify_p256(point: &[u8], hash: &[u8], signature: &[u8]) -> Option<()> {
    let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(uncompressed(point)?).ok()?;
    let signature = p256::ecdsa::Signature::from_der(signature).ok()?;
    key.verify_prehash(hash, &signature).ok()
}

fn verify_p384(point: &[u8], hash: &[u8], signature: &[u8]) -> Option<()> {
    let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(uncompressed(point)?).ok()?;
    let signature = p384::ecdsa::Signature::from_der(signature).ok()?;
    // A hash of less than half the curve's length is taken for a mistake, unless it is padded; the number is the same.
    let mut padded = [0; 48];
    let start = padded.len().saturating_sub(hash.len());
    for (byte, hash) in padded.iter_mut().skip(start).zip(hash) {
        *byte = *hash;
    }
    key.verify_prehash(&padded, &signature).ok()
}

fn uncompressed(point: &[u8]) -> Option<&[u8]> {
    (point.first() == Some(&4)).then_some(point)
}

/// The contents of an `AlgorithmIdentifier` as it stands in the constant.
const fn id(contents: &'static [u8]) -> AlgorithmIdentifier {
    AlgorithmIdentifier::from_slice(contents)
}

/// The same without the NULL at the end, as some signers leave it out.
const fn absent(contents: &'static [u8]) -> AlgorithmIdentifier {
    match contents {
        [oid @ .., 5, 0] => AlgorithmIdentifier::from_slice(oid),
        _ => AlgorithmIdentifier::from_slice(contents),
    }
}

const RSA_MD5: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 4, 5, 0];
const RSA_SHA1: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 5, 5, 0];
const OIW_RSA_SHA1: &[u8] = &[6, 5, 0x2b, 0x0e, 3, 2, 0x1d, 5, 0];
const RSA_SHA224: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 14, 5, 0];
const RSA_SHA256: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11, 5, 0];
const RSA_SHA384: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 12, 5, 0];
const RSA_SHA512: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 13, 5, 0];
const ECDSA_SHA1: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1];
const ECDSA_SHA224: &[u8] = &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 1];

#[cfg(test)]
mod tests {
    use super::*;

    fn unhex(hex: &str) -> Vec<u8> {
        let digits: Vec<_> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        let pairs = digits.chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
    }

    /// An ECDSA-Sig-Value of two numbers of up to 127 bytes together.
    fn ecdsa(r: &str, s: &str) -> Vec<u8> {
        let integer = |hex: &str| {
            let mut number = unhex(hex);
            if number[0] & 0x80 != 0 {
                number.insert(0, 0);
            }
            [&[2, u8::try_from(number.len()).unwrap()][..], &number].concat()
        };
        let both = [integer(r), integer(s)].concat();
        [&[0x30, u8::try_from(both.len()).unwrap()][..], &both].concat()
    }

    /// RFC 6979 appendix A.2.5: the signatures of P-256 over "sample".
    #[test]
    fn known_signatures_of_p256() {
        let point = unhex(
            "04 60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6
             7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299",
        );
        let cases = [
            (
                ECDSA_SHA1,
                "61340C88C3AAEBEB4F6D667F672CA9759A6CCAA9FA8811313039EE4A35471D32",
                "6D7F147DAC089441BB2E2FE8F7A3FA264B9C475098FDCF6E00D7C996E1B8B7EB",
            ),
            (
                ECDSA_SHA224,
                "53B2FFF5D1752B2C689DF257C04C40A587FABABB3F6FC2702F1343AF7CA9AA3F",
                "B9AFB64FDC03DC1A131C7D2386D11E349F070AA432A4ACC918BEA988BF75C74C",
            ),
            (
                alg_id::ECDSA_SHA512.as_ref(),
                "8496A60B5E9B47C825488827E0495B0E3FA109EC4568FD3F8D1097678EB97F00",
                "2362AB1ADBE2B8ADF9CB9EDAB740EA6049C028114F2460F96554F61FAE3302FE",
            ),
        ];
        let key_algorithm = alg_id::ECDSA_P256;
        for (algorithm, r, s) in cases {
            let signature = ecdsa(r, s);
            let check =
                |algorithm, message| verify(key_algorithm.as_ref(), &point, algorithm, message, &signature);
            assert!(check(algorithm, b"sample"));
            assert!(!check(algorithm, b"Sample"));
            for (other, ..) in cases.iter().filter(|(other, ..)| *other != algorithm) {
                assert!(!check(other, b"sample"));
            }
            assert!(!verify(alg_id::ECDSA_P384.as_ref(), &point, algorithm, b"sample", &signature));
        }
    }

    /// What a profile does not allow is not in the list, and the list of the default profile costs nothing.
    #[test]
    fn lists_for_profiles() {
        let strong = |digest: Digest| !digest.is_weak();
        assert!(matches!(algorithms(strong, false), Cow::Borrowed(_)));
        let has = |list: &[&dyn SignatureVerificationAlgorithm], id: &[u8]| {
            list.iter().any(|algorithm| algorithm.signature_alg_id().as_ref() == id)
        };
        assert!(!has(&algorithms(strong, false), RSA_SHA1));
        assert!(!has(&algorithms(strong, true), RSA_SHA1) && !has(&algorithms(strong, true), ECDSA_SHA1));
        let sha1 = algorithms(|digest| digest == Digest::Sha1 || strong(digest), false);
        assert!(has(&sha1, RSA_SHA1) && has(&sha1, OIW_RSA_SHA1) && has(&sha1, ECDSA_SHA1));
        assert!(!has(&sha1, RSA_MD5) && !has(&sha1, RSA_SHA224));
        // The first of one name decides: short keys have to be met by it.
        let short = algorithms(strong, true);
        let rsa = short.iter().find(|algorithm| algorithm.signature_alg_id().as_ref() == RSA_SHA256);
        assert!(rsa.is_some_and(|rsa| format!("{rsa:?}").starts_with("Rsa")));
    }

    fn public_key(modulus: &[u8], exponent: &[u8]) -> Vec<u8> {
        let value = |tag: u8, content: &[u8]| {
            let len = u16::try_from(content.len()).unwrap().to_be_bytes();
            let header = match content.len() {
                0..128 => vec![tag, len[1]],
                128..256 => vec![tag, 0x81, len[1]],
                _ => vec![tag, 0x82, len[0], len[1]],
            };
            [header, content.to_vec()].concat()
        };
        value(0x30, &[value(2, &[&[0][..], modulus].concat()), value(2, exponent)].concat())
    }

    #[test]
    fn rsa_keys_that_are_none() {
        let modulus = |bytes: usize| vec![0xff; bytes];
        for bytes in [128, 256, 1024] {
            assert!(rsa_key(&public_key(&modulus(bytes), &[3])).is_some(), "{bytes}");
            assert!(rsa_key(&public_key(&modulus(bytes), &[1, 0, 1])).is_some(), "{bytes}");
        }
        for bytes in [64, 127, 1025, 2048] {
            assert!(rsa_key(&public_key(&modulus(bytes), &[3])).is_none(), "{bytes}");
        }
        for exponent in [&[1][..], &[2], &[1, 0, 0], &[2, 0, 0, 0, 1], &[1, 0, 0, 0, 0, 0, 1]] {
            assert!(rsa_key(&public_key(&modulus(128), exponent)).is_none(), "{exponent:?}");
        }
        let mut even = modulus(128);
        even[127] = 0xfe;
        assert!(rsa_key(&public_key(&even, &[3])).is_none());
    }
}
