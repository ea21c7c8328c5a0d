//! What the signatures in certificates and revocation lists are verified with.
//!
//! [`STRONG`] is always allowed. What is weak, or what ring leaves out, comes from RustCrypto; weak algorithms reach webpki
//! only where a profile asks for them by name.

use std::borrow::Cow;

use pki_types::{AlgorithmIdentifier, InvalidSignature, SignatureVerificationAlgorithm, alg_id};

use super::digest::Algorithm as Digest;
use super::ec;
use super::rsa::{PublicKey, SignaturePadding};
use super::verify::{Curve, ecdsa_numbers, rsa_public_numbers};

/// The algorithms for a profile: the strong ones, and such weak ones as it allows. `allows` tells of a digest;
/// `short_keys`, that RSA keys under 2048 bits are allowed; `allows_curve`, of a curve. Each key's own length, and whether
/// its curve is allowed, is for the caller to check.
pub fn algorithms(
    allows: impl Fn(Digest) -> bool,
    short_keys: bool,
    allows_curve: impl Fn(Curve) -> bool,
) -> Cow<'static, [&'static dyn SignatureVerificationAlgorithm]> {
    let mut list: Vec<_> = WEAK
        .iter()
        .filter(|weak| {
            let allowed = match weak {
                Weak::Rsa(_) => short_keys || is_weak(weak.digest()),
                Weak::Ecdsa(ecdsa) => allows_curve(ecdsa.curve),
            };
            allowed && allows(weak.digest())
        })
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
    let weak = WEAK.iter().filter(|weak| match weak {
        Weak::Rsa(rsa) => short || is_weak(rsa.digest),
        Weak::Ecdsa(_) => true,
    });
    let weak = weak.map(Weak::verifier);
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
    let padding = SignaturePadding::Pss(digest, Some(salt_length));
    key.verify(padding, digest.digest(message).as_ref(), signature).is_ok()
}

/// Collisions are known or near: only a profile that names it lets it in.
/// Is this algorithm, as it is encoded, always allowed?
pub fn is_strong(algorithm: &[u8]) -> bool {
    STRONG.iter().any(|strong| strong.signature_alg_id().as_ref() == algorithm)
}

fn is_weak(digest: Digest) -> bool {
    matches!(digest, Digest::Md5 | Digest::Ripemd160 | Digest::Sha1 | Digest::Sha224 | Digest::Sha3_224)
}

/// All that webpki has from ring, SHA-512 on its curves, and the other curves from 256 bits.
static STRONG: &[&dyn SignatureVerificationAlgorithm] = &[
    webpki::ring::ECDSA_P256_SHA256,
    webpki::ring::ECDSA_P256_SHA384,
    &ecdsa(Curve::Secp256r1, Digest::Sha512),
    webpki::ring::ECDSA_P384_SHA256,
    webpki::ring::ECDSA_P384_SHA384,
    &ecdsa(Curve::Secp384r1, Digest::Sha512),
    &ecdsa(Curve::Secp521r1, Digest::Sha256),
    &ecdsa(Curve::Secp521r1, Digest::Sha384),
    &ecdsa(Curve::Secp521r1, Digest::Sha512),
    &ecdsa(Curve::Secp256k1, Digest::Sha256),
    &ecdsa(Curve::Secp256k1, Digest::Sha384),
    &ecdsa(Curve::Secp256k1, Digest::Sha512),
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
    &ecdsa(Curve::Brainpool256r1, Digest::Sha256),
    &ecdsa(Curve::Brainpool256r1, Digest::Sha384),
    &ecdsa(Curve::Brainpool256r1, Digest::Sha512),
    &ecdsa(Curve::Brainpool384r1, Digest::Sha256),
    &ecdsa(Curve::Brainpool384r1, Digest::Sha384),
    &ecdsa(Curve::Brainpool384r1, Digest::Sha512),
    &ecdsa(Curve::Brainpool512r1, Digest::Sha256),
    &ecdsa(Curve::Brainpool512r1, Digest::Sha384),
    &ecdsa(Curve::Brainpool512r1, Digest::Sha512),
];

/// What only a profile lets in: weak digests, and the others with RSA keys from 1024 bits and on short curves.
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
    Weak::Ecdsa(ecdsa(Curve::Secp256r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp256r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp384r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp384r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp521r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp521r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp256k1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp256k1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Brainpool256r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Brainpool256r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Brainpool384r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Brainpool384r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Brainpool512r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Brainpool512r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp192r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp192r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp192r1, Digest::Sha256)),
    Weak::Ecdsa(ecdsa(Curve::Secp192r1, Digest::Sha384)),
    Weak::Ecdsa(ecdsa(Curve::Secp192r1, Digest::Sha512)),
    Weak::Ecdsa(ecdsa(Curve::Secp224r1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp224r1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp224r1, Digest::Sha256)),
    Weak::Ecdsa(ecdsa(Curve::Secp224r1, Digest::Sha384)),
    Weak::Ecdsa(ecdsa(Curve::Secp224r1, Digest::Sha512)),
    Weak::Ecdsa(ecdsa(Curve::Secp192k1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp192k1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp192k1, Digest::Sha256)),
    Weak::Ecdsa(ecdsa(Curve::Secp192k1, Digest::Sha384)),
    Weak::Ecdsa(ecdsa(Curve::Secp192k1, Digest::Sha512)),
    Weak::Ecdsa(ecdsa(Curve::Secp224k1, Digest::Sha1)),
    Weak::Ecdsa(ecdsa(Curve::Secp224k1, Digest::Sha224)),
    Weak::Ecdsa(ecdsa(Curve::Secp224k1, Digest::Sha256)),
    Weak::Ecdsa(ecdsa(Curve::Secp224k1, Digest::Sha384)),
    Weak::Ecdsa(ecdsa(Curve::Secp224k1, Digest::Sha512)),
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
        let padding = SignaturePadding::Pkcs1(Some(self.digest));
        key.verify(padding, self.digest.digest(message).as_ref(), signature).map_err(|_| InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        alg_id::RSA_ENCRYPTION
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        self.signature
    }
}

/// An RSAPublicKey (RFC 8017 appendix A.1.1) of 1024 to 8192 bits, with an odd exponent from 3 to 2^33 - 1, as ring has it.
fn rsa_key(der: &[u8]) -> Option<PublicKey> {
    let (modulus, exponent) = rsa_public_numbers(der)?;
    let long_enough = modulus.len() > 128 || (modulus.len() == 128 && modulus.first()? & 0x80 != 0);
    let small = exponent.len() < 5 || (exponent.len() == 5 && *exponent.first()? < 2);
    if !long_enough || modulus.len() > MOST_RSA_BYTES || !small {
        return None;
    }
    PublicKey::new(modulus, exponent).ok()
}

const SHORTEST_STRONG_RSA_BYTES: usize = 256;
const MOST_RSA_BYTES: usize = 1024;

/// ECDSA (RFC 5758 section 3.2) on a curve that ring lacks, or with a digest that it does not pair with the curve.
#[derive(Debug)]
struct Ecdsa {
    curve: Curve,
    digest: Digest,
}

const fn ecdsa(curve: Curve, digest: Digest) -> Ecdsa {
    Ecdsa { curve, digest }
}

impl SignatureVerificationAlgorithm for Ecdsa {
    fn verify_signature(&self, key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), InvalidSignature> {
        let (r, s) = ecdsa_numbers(signature).ok_or(InvalidSignature)?;
        if key.first() != Some(&UNCOMPRESSED) {
            return Err(InvalidSignature);
        }
        let hash = self.digest.digest(message);
        ec::verify(self.curve, key, hash.as_ref(), r, s).map_err(|_| InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        match self.curve {
            Curve::Secp192r1 => id(SECP192R1_KEY),
            Curve::Secp224r1 => id(SECP224R1_KEY),
            Curve::Secp256r1 => alg_id::ECDSA_P256,
            Curve::Secp384r1 => alg_id::ECDSA_P384,
            Curve::Secp521r1 => alg_id::ECDSA_P521,
            Curve::Secp192k1 => id(SECP192K1_KEY),
            Curve::Secp224k1 => id(SECP224K1_KEY),
            Curve::Secp256k1 => id(SECP256K1_KEY),
            Curve::Brainpool256r1 => id(BRAINPOOL256R1_KEY),
            Curve::Brainpool384r1 => id(BRAINPOOL384R1_KEY),
            Curve::Brainpool512r1 => id(BRAINPOOL512R1_KEY),
        }
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        match self.digest {
            Digest::Sha224 => id(ECDSA_SHA224),
            Digest::Sha256 => alg_id::ECDSA_SHA256,
            Digest::Sha384 => alg_id::ECDSA_SHA384,
            Digest::Sha512 => alg_id::ECDSA_SHA512,
            _ => id(ECDSA_SHA1),
        }
    }
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

const UNCOMPRESSED: u8 = 4;
/// id-ecPublicKey and the curve.
const SECP192R1_KEY: &[u8] =
    &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 1];
const SECP224R1_KEY: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 5, 0x2b, 0x81, 4, 0, 33];
const SECP192K1_KEY: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 5, 0x2b, 0x81, 4, 0, 31];
const SECP224K1_KEY: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 5, 0x2b, 0x81, 4, 0, 32];
const SECP256K1_KEY: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 5, 0x2b, 0x81, 4, 0, 10];
const BRAINPOOL256R1_KEY: &[u8] =
    &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 9, 0x2b, 0x24, 3, 3, 2, 8, 1, 1, 7];
const BRAINPOOL384R1_KEY: &[u8] =
    &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 9, 0x2b, 0x24, 3, 3, 2, 8, 1, 1, 11];
const BRAINPOOL512R1_KEY: &[u8] =
    &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 9, 0x2b, 0x24, 3, 3, 2, 8, 1, 1, 13];
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
        let strong = |digest| !is_weak(digest);
        let curves = |curve: Curve| curve.bits() >= 256;
        assert!(matches!(algorithms(strong, false, curves), Cow::Borrowed(_)));
        let has = |list: &[&dyn SignatureVerificationAlgorithm], id: &[u8]| {
            list.iter().any(|algorithm| algorithm.signature_alg_id().as_ref() == id)
        };
        assert!(!has(&algorithms(strong, false, curves), RSA_SHA1));
        assert!(
            !has(&algorithms(strong, true, curves), RSA_SHA1)
                && !has(&algorithms(strong, true, curves), ECDSA_SHA1)
        );
        let sha1 = algorithms(|digest| digest == Digest::Sha1 || strong(digest), false, curves);
        assert!(has(&sha1, RSA_SHA1) && has(&sha1, OIW_RSA_SHA1) && has(&sha1, ECDSA_SHA1));
        assert!(!has(&sha1, RSA_MD5) && !has(&sha1, RSA_SHA224));
        let short = algorithms(strong, false, |curve| curve == Curve::Secp192r1);
        let keys: Vec<_> = short.iter().map(|algorithm| algorithm.public_key_alg_id()).collect();
        assert!(keys.contains(&id(SECP192R1_KEY)) && !keys.contains(&id(SECP224R1_KEY)));
        for curve in Curve::ALL {
            let key = super::ecdsa(curve, Digest::Sha256).public_key_alg_id();
            assert!(key.as_ref().ends_with(curve.oid()), "{curve:?}");
        }
        // The first of one name decides: short keys have to be met by it.
        let short = algorithms(strong, true, curves);
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
