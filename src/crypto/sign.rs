//! Private keys and what they sign.

use ring::rand::SystemRandom;
use ring::rsa::{KeyPairComponents, PublicKeyComponents};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    Ed25519KeyPair, KeyPair, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512, RsaKeyPair,
};
use zeroize::Zeroizing;

use super::scheme::SignatureScheme;
use super::verify::{Curve, PublicKey, UnsupportedKey};
use super::{ec, rsa, secp521r1};

/// A private key, ready to sign: everything that can be computed ahead was computed when it was read.
/// ring does not wipe its own copy; nothing else of the key is kept.
pub struct PrivateKey {
    pair: Pair,
    public: PublicKey,
}

enum Pair {
    Rsa(Box<RsaKeyPair>),
    P256(Box<EcdsaKeyPair>),
    P384(Box<EcdsaKeyPair>),
    P521(Box<secp521r1::PrivateKey>),
    Ed25519(Box<Ed25519KeyPair>),
}

/// Why a private key is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RejectedKey {
    /// A key that nothing here signs with: another curve, RSA outside 2048 to 4096 bits or with a small exponent.
    Unsupported,
    /// Its numbers do not belong together.
    Invalid,
}

/// Nothing was signed: the scheme is none of the key's, or the system gave no random bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SignError;

/// A signature as TLS carries it; on the stack, since the longest is an RSA modulus of 4096 bits.
pub struct Signature {
    bytes: [u8; 512],
    len: usize,
}

impl PrivateKey {
    /// Reads an RSAPrivateKey (RFC 8017 appendix A.1.2) as ring does, which tests use.
    #[cfg(test)]
    pub fn from_rsa(der: &[u8]) -> Result<Self, RejectedKey> {
        let pair = RsaKeyPair::from_der(der).map_err(|_| RejectedKey::Unsupported)?;
        let public = PublicKey::from_rsa(pair.public_key().as_ref()).map_err(RejectedKey::from)?;
        Ok(Self { pair: Pair::Rsa(Box::new(pair)), public })
    }

    /// Takes the numbers of an RSA key.
    pub fn from_rsa_numbers(numbers: &rsa::Numbers) -> Result<Self, RejectedKey> {
        let rsa::Numbers { n, e, d, p, q, dp, dq, qp } = numbers;
        let (n, e) = (trimmed(n), trimmed(e));
        let components = KeyPairComponents {
            public_key: PublicKeyComponents { n, e },
            d: trimmed(d),
            p: trimmed(p),
            q: trimmed(q),
            dP: trimmed(dp),
            dQ: trimmed(dq),
            qInv: trimmed(qp),
        };
        let pair = RsaKeyPair::from_components(&components).map_err(|_| RejectedKey::Unsupported)?;
        let public = PublicKey::from_rsa_numbers(n, e).map_err(RejectedKey::from)?;
        Ok(Self { pair: Pair::Rsa(Box::new(pair)), public })
    }

    /// Takes the scalar and the uncompressed point of an EC key, which must belong together. Some writers leave out
    /// the point, and some the scalar's leading zero bytes.
    pub fn from_ec(curve: Curve, scalar: &[u8], point: Option<&[u8]>) -> Result<Self, RejectedKey> {
        if !matches!(curve, Curve::Secp256r1 | Curve::Secp384r1 | Curve::Secp521r1) {
            return Err(RejectedKey::Unsupported);
        }
        let size = curve.bytes();
        let mut padded = Zeroizing::new([0; 66]);
        let padded = padded.get_mut(..size).ok_or(RejectedKey::Invalid)?;
        let start = size.checked_sub(scalar.len()).ok_or(RejectedKey::Invalid)?;
        padded.get_mut(start..).ok_or(RejectedKey::Invalid)?.copy_from_slice(scalar);
        let computed;
        let point = match point {
            Some(point) => point,
            None => {
                computed = ec::public(curve, padded).map_err(|_| RejectedKey::Invalid)?;
                &computed
            }
        };
        let pair = match curve {
            Curve::Secp256r1 => Pair::P256(ring_pair(&ECDSA_P256_SHA256_ASN1_SIGNING, padded, point)?),
            Curve::Secp384r1 => Pair::P384(ring_pair(&ECDSA_P384_SHA384_ASN1_SIGNING, padded, point)?),
            _ => {
                let key = secp521r1::PrivateKey::new(padded).ok_or(RejectedKey::Invalid)?;
                if *key.public() != *point {
                    return Err(RejectedKey::Invalid);
                }
                Pair::P521(Box::new(key))
            }
        };
        Ok(Self { pair, public: PublicKey::from_point(curve, point)? })
    }

    /// Takes the 32 bytes of an Ed25519 private key (RFC 8032 section 5.1.5).
    pub fn from_ed25519(seed: &[u8]) -> Result<Self, RejectedKey> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| RejectedKey::Invalid)?;
        let public = PublicKey::from_ed25519(pair.public_key().as_ref())?;
        Ok(Self { pair: Pair::Ed25519(Box::new(pair)), public })
    }

    /// The half that is no secret.
    pub fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// What the key signs a TLS 1.3 CertificateVerify with, best first.
    pub fn schemes(&self) -> &'static [SignatureScheme] {
        match self.pair {
            Pair::Rsa(_) => &[
                SignatureScheme::RSA_PSS_RSAE_SHA256,
                SignatureScheme::RSA_PSS_RSAE_SHA384,
                SignatureScheme::RSA_PSS_RSAE_SHA512,
            ],
            Pair::P256(_) => &[SignatureScheme::ECDSA_SECP256R1_SHA256],
            Pair::P384(_) => &[SignatureScheme::ECDSA_SECP384R1_SHA384],
            Pair::P521(_) => &[SignatureScheme::ECDSA_SECP521R1_SHA512],
            Pair::Ed25519(_) => &[SignatureScheme::ED25519],
        }
    }

    /// Signs the whole message; `scheme` is one of [`schemes`](Self::schemes).
    pub fn sign(&self, scheme: SignatureScheme, message: &[u8]) -> Result<Signature, SignError> {
        let random = SystemRandom::new();
        match (&self.pair, scheme) {
            (Pair::Rsa(pair), _) => {
                let padding = match scheme {
                    SignatureScheme::RSA_PSS_RSAE_SHA256 => &RSA_PSS_SHA256,
                    SignatureScheme::RSA_PSS_RSAE_SHA384 => &RSA_PSS_SHA384,
                    SignatureScheme::RSA_PSS_RSAE_SHA512 => &RSA_PSS_SHA512,
                    _ => return Err(SignError),
                };
                let mut signature = Signature { bytes: [0; 512], len: pair.public().modulus_len() };
                let room = signature.bytes.get_mut(..signature.len).ok_or(SignError)?;
                pair.sign(padding, &random, message, room).map_err(|_| SignError)?;
                Ok(signature)
            }
            (Pair::P256(pair), SignatureScheme::ECDSA_SECP256R1_SHA256)
            | (Pair::P384(pair), SignatureScheme::ECDSA_SECP384R1_SHA384) => {
                Signature::new(pair.sign(&random, message).map_err(|_| SignError)?.as_ref())
            }
            (Pair::P521(key), SignatureScheme::ECDSA_SECP521R1_SHA512) => {
                Signature::new(key.sign(message).ok_or(SignError)?.as_bytes())
            }
            (Pair::Ed25519(pair), SignatureScheme::ED25519) => Signature::new(pair.sign(message).as_ref()),
            (Pair::P256(_) | Pair::P384(_) | Pair::P521(_) | Pair::Ed25519(_), _) => Err(SignError),
        }
    }
}

fn ring_pair(
    algorithm: &'static EcdsaSigningAlgorithm,
    scalar: &[u8],
    point: &[u8],
) -> Result<Box<EcdsaKeyPair>, RejectedKey> {
    let pair = EcdsaKeyPair::from_private_key_and_public_key(algorithm, scalar, point, &SystemRandom::new());
    pair.map(Box::new).map_err(|_| RejectedKey::Invalid)
}

/// A number without its leading zero bytes, which ring refuses.
fn trimmed(number: &[u8]) -> &[u8] {
    let start = number.iter().position(|&byte| byte != 0).unwrap_or(number.len());
    number.get(start..).unwrap_or_default()
}

impl Signature {
    fn new(signature: &[u8]) -> Result<Self, SignError> {
        let mut bytes = [0; 512];
        bytes.get_mut(..signature.len()).ok_or(SignError)?.copy_from_slice(signature);
        Ok(Self { bytes, len: signature.len() })
    }
}

impl AsRef<[u8]> for Signature {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

impl From<UnsupportedKey> for RejectedKey {
    fn from(_: UnsupportedKey) -> Self {
        Self::Invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! file {
        ($name:literal) => {
            include_bytes!(concat!("../../tests/keys/", $name)).as_slice()
        };
    }

    const SCHEMES: [SignatureScheme; 10] = [
        SignatureScheme::RSA_PKCS1_SHA256,
        SignatureScheme::RSA_PKCS1_SHA384,
        SignatureScheme::RSA_PKCS1_SHA512,
        SignatureScheme::ECDSA_SECP256R1_SHA256,
        SignatureScheme::ECDSA_SECP384R1_SHA384,
        SignatureScheme::ECDSA_SECP521R1_SHA512,
        SignatureScheme::RSA_PSS_RSAE_SHA256,
        SignatureScheme::RSA_PSS_RSAE_SHA384,
        SignatureScheme::RSA_PSS_RSAE_SHA512,
        SignatureScheme::ED25519,
    ];

    /// The scalar and the point of openssl's SEC 1 files, which all have the same shape.
    fn ec(curve: Curve, der: &[u8]) -> Result<PrivateKey, RejectedKey> {
        let size = curve.bytes();
        let scalar = der.windows(2).position(|w| w == [4, u8::try_from(size).unwrap()]).unwrap() + 2;
        PrivateKey::from_ec(curve, &der[scalar..scalar + size], Some(&der[der.len() - 2 * size - 1..]))
    }

    fn keys() -> Vec<(PrivateKey, &'static [u8])> {
        let seed = &file!("ed25519.pk8.der")[16..];
        vec![
            (PrivateKey::from_rsa(file!("rsa2048.der")).unwrap(), file!("rsa2048.pub.der")),
            (PrivateKey::from_rsa(file!("rsa3072.der")).unwrap(), file!("rsa3072.pub.der")),
            (PrivateKey::from_rsa(file!("rsa4096.der")).unwrap(), file!("rsa4096.pub.der")),
            (ec(Curve::Secp256r1, file!("prime256v1.der")).unwrap(), file!("prime256v1.pub.der")),
            (ec(Curve::Secp384r1, file!("secp384r1.der")).unwrap(), file!("secp384r1.pub.der")),
            (ec(Curve::Secp521r1, file!("secp521r1.der")).unwrap(), file!("secp521r1.pub.der")),
            (PrivateKey::from_ed25519(seed).unwrap(), file!("ed25519.pub.der")),
        ]
    }

    #[test]
    fn the_public_half_takes_each_scheme_and_no_other_is_signed_with() {
        for (key, spki) in keys() {
            let public = PublicKey::from_spki(spki).unwrap();
            assert_eq!(public.kind(), key.public_key().kind());
            assert_eq!(public.bytes(), key.public_key().bytes());
            for scheme in SCHEMES {
                let signature = key.sign(scheme, b"message");
                assert_eq!(signature.is_ok(), key.schemes().contains(&scheme), "{scheme:?}");
                if let Ok(signature) = signature {
                    assert_eq!(public.verify(scheme, b"message", signature.as_ref()), Ok(()), "{scheme:?}");
                }
            }
        }
    }

    #[test]
    fn keys_that_cannot_sign_say_so() {
        assert_eq!(PrivateKey::from_rsa(file!("rsa1024.der")).err(), Some(RejectedKey::Unsupported));
        assert_eq!(
            PrivateKey::from_ec(Curve::Secp256k1, &[1; 32], Some(&[4; 65])).err(),
            Some(RejectedKey::Unsupported)
        );
        for scalar in [[0; 66], [0xff; 66]] {
            assert_eq!(
                PrivateKey::from_ec(Curve::Secp521r1, &scalar, None).err(),
                Some(RejectedKey::Invalid)
            );
        }
        assert_eq!(PrivateKey::from_ed25519(&[0; 31]).err(), Some(RejectedKey::Invalid));
        for (curve, der) in
            [(Curve::Secp256r1, file!("prime256v1.der")), (Curve::Secp521r1, file!("secp521r1.der"))]
        {
            let mut point = der.to_vec();
            *point.last_mut().unwrap() ^= 1;
            assert_eq!(ec(curve, &point).err(), Some(RejectedKey::Invalid));
        }
    }

    #[test]
    fn a_cut_or_changed_rsa_key_signs_nothing_wrong() {
        let der = file!("rsa2048.der");
        for end in 0..der.len() {
            assert!(PrivateKey::from_rsa(&der[..end]).is_err());
        }
        for i in 0..der.len() {
            let mut changed = der.to_vec();
            changed[i] ^= 1;
            // ring leaves the private exponent aside, and checks each signature before it hands it out.
            let Ok(key) = PrivateKey::from_rsa(&changed) else { continue };
            if let Ok(signature) = key.sign(SignatureScheme::RSA_PSS_RSAE_SHA256, b"message") {
                let public = PublicKey::from_rsa(file!("rsa2048.rsapub.der")).unwrap();
                let good =
                    public.verify(SignatureScheme::RSA_PSS_RSAE_SHA256, b"message", signature.as_ref());
                assert_eq!(good, Ok(()), "byte {i}");
            }
        }
    }
}
