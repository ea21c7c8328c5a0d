//! P-521, which ring lacks: key exchange, signatures, and certificates.

use p521::ecdsa::signature::Signer;
use p521::ecdsa::signature::hazmat::PrehashVerifier;
use p521::ecdsa::{DerSignature, Signature, SigningKey, VerifyingKey};
use p521::elliptic_curve::sec1::ToSec1Point;
use p521::{PublicKey, SecretKey};
use ring::digest;
use zeroize::Zeroizing;

use super::random;

/// Bytes of a scalar, and of a coordinate.
const LEN: usize = 66;
/// Bytes of an uncompressed point.
const POINT_LEN: usize = 1 + 2 * LEN;
const UNCOMPRESSED: u8 = 4;

/// What [`EphemeralKey::agree`] gives: the coordinate x (RFC 8446 section 7.4.2).
pub(super) type SharedSecret = p521::ecdh::SharedSecret;

/// The private half of a key exchange; wiped when dropped.
pub(super) struct EphemeralKey(SecretKey);

impl EphemeralKey {
    /// A fresh key; `None`: the system gave no random bytes.
    pub(super) fn generate() -> Option<Self> {
        let mut scalar = Zeroizing::new([0; LEN]);
        // A draw of 521 bits that is 0 or not below the order, which is next to 2^521, does not happen; were it to happen
        // a hundred times, the source would be at fault.
        for _ in 0..100 {
            random::fill(scalar.as_mut()).ok()?;
            if let Some(top) = scalar.first_mut() {
                *top &= 1;
            }
            if let Ok(key) = SecretKey::from_slice(scalar.as_ref()) {
                return Some(Self(key));
            }
        }
        None
    }

    /// The uncompressed point.
    pub(super) fn public(&self) -> Box<[u8]> {
        self.0.public_key().to_sec1_point(false).as_bytes().into()
    }

    /// `None`: not an uncompressed point of the curve.
    pub(super) fn agree(&self, peer: &[u8]) -> Option<SharedSecret> {
        let peer = PublicKey::from_sec1_bytes(uncompressed(peer)?).ok()?;
        Some(p521::ecdh::diffie_hellman(self.0.to_nonzero_scalar(), peer.as_affine()))
    }
}

/// A key to sign with; wiped when dropped.
pub(super) struct PrivateKey(SigningKey);

impl PrivateKey {
    /// `None`: not a scalar of the curve.
    pub(super) fn new(scalar: &[u8]) -> Option<Self> {
        SigningKey::from_slice(scalar).ok().map(Self)
    }

    /// The uncompressed point.
    pub(super) fn public(&self) -> Box<[u8]> {
        self.0.verifying_key().to_sec1_point(false).as_bytes().into()
    }

    /// ECDSA with SHA-512; the nonce comes from key and message (RFC 6979).
    pub(super) fn sign(&self, message: &[u8]) -> Option<DerSignature> {
        self.0.try_sign(message).ok()
    }
}

/// Does the key at this uncompressed point verify ecdsa_secp521r1_sha512?
pub(super) fn verify_sha512(point: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let verified = || {
        let key = VerifyingKey::from_sec1_bytes(uncompressed(point)?).ok()?;
        let signature = Signature::from_der(signature).ok()?;
        key.verify_prehash(digest::digest(&digest::SHA512, message).as_ref(), &signature).ok()
    };
    verified().is_some()
}

fn uncompressed(point: &[u8]) -> Option<&[u8]> {
    (point.len() == POINT_LEN && point.first() == Some(&UNCOMPRESSED)).then_some(point)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6979 appendix A.2.7: SHA-512 over "sample", whose nonce is not random.
    #[test]
    fn known_signature() {
        let scalar = "00fad06daa62ba3b25d2fb40133da757205de67f5bb0018fee8c86e1b68c7e75caa896eb32f1f47c70855836a6d16fcc1466f6d8fbec\
                      67db89ec0c08b0e996b83538";
        let signature = "308187024200c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5d450606add152b\
                         534931d7d4e8455cc91f9b15bf05ec36e377fa0241617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af\
                         282623eaa63e5b5c0723d8b8c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a";
        let key = PrivateKey::new(&unhex(scalar)).unwrap();
        let signed = key.sign(b"sample").unwrap();
        assert_eq!(signed.as_bytes(), unhex(signature));
        assert!(verify_sha512(&key.public(), b"sample", signed.as_bytes()));
        assert!(!verify_sha512(&key.public(), b"Sample", signed.as_bytes()));
    }

    fn unhex(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    #[test]
    fn two_keys_agree_and_no_share_but_a_point_is_taken() {
        let (one, other) = (EphemeralKey::generate().unwrap(), EphemeralKey::generate().unwrap());
        let shared = one.agree(&other.public()).unwrap();
        assert_eq!(shared.raw_secret_bytes(), other.agree(&one.public()).unwrap().raw_secret_bytes());
        assert_eq!(shared.raw_secret_bytes().len(), LEN);

        let good = other.public();
        for len in 0..good.len() {
            assert!(one.agree(&good[..len]).is_none(), "{len} bytes");
        }
        for at in 0..good.len() {
            let mut off_the_curve = good.clone();
            off_the_curve[at] ^= 1;
            assert!(one.agree(&off_the_curve).is_none(), "byte {at}");
        }
        let compressed = [&[2 + good[POINT_LEN - 1] % 2][..], &good[1..=LEN]].concat();
        assert!(one.agree(&compressed).is_none());
        assert!(one.agree(&[0]).is_none());
    }
}
