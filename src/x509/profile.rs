//! Certificate profiles: what the C API lets a program ask of algorithms and keys.

use super::algorithm::{Digest, Key, Signature, curve_number};
use crate::crypto::verify::Curve;

/// Which algorithms and keys are good enough; bit n - 1 stands for number n of the C API.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Profile {
    /// Digests of signatures (`mbedtls_md_type_t`).
    pub digests: u32,
    /// Kinds of key (`mbedtls_pk_type_t`).
    pub key_kinds: u32,
    /// Curves (`mbedtls_ecp_group_id`).
    pub curves: u32,
    /// The least length of an RSA modulus, in bits; no set.
    pub rsa_min_bits: u32,
}

impl Profile {
    /// Whether signatures over this digest are allowed.
    pub fn allows(&self, digest: Digest) -> bool {
        has(self.digests, digest.number())
    }

    /// Whether there are RSA keys below the length that is strong today which are allowed all the same.
    pub fn allows_short_rsa(&self) -> bool {
        self.rsa_min_bits < 2048
    }

    /// Whether keys on this curve are.
    pub fn allows_curve(&self, curve: Curve) -> bool {
        has(self.curves, curve_number(curve))
    }

    /// Whether the digest of this signature is. Ed25519, which the C API has no number for, counts as ECDSA with SHA-512,
    /// which it is built from.
    pub fn allows_digest(&self, signature: Signature) -> bool {
        let number = if signature == Signature::Ed25519 { SHA512 } else { signature.digest_number() };
        has(self.digests, number)
    }

    /// Whether the kind of key that this signature is made with is allowed; Ed25519 counts as ECDSA.
    pub fn allows_signature(&self, signature: Signature) -> bool {
        let number = if signature == Signature::Ed25519 { ECDSA } else { signature.key_number() };
        has(self.key_kinds, number)
    }

    /// Whether the kind of this key is allowed; Ed25519 counts as ECDSA.
    pub fn allows_key_kind(&self, key: Key) -> bool {
        has(self.key_kinds, if key == Key::Ed25519 { ECDSA } else { key.number() })
    }

    /// Whether the key is strong enough: an RSA key by its length, any other by its curve.
    pub fn allows_key(&self, key: Key) -> bool {
        match key {
            Key::Rsa { bits } => u32::try_from(bits).is_ok_and(|bits| bits >= self.rsa_min_bits),
            Key::Curve { number, .. } => has(self.curves, number),
            Key::Ed25519 => has(self.digests, SHA512) && self.allows_key_kind(key),
            Key::Other => false,
        }
    }
}

fn has(bits: u32, number: u8) -> bool {
    number.checked_sub(1).and_then(|shift| bits.checked_shr(shift.into())).is_some_and(|bits| bits & 1 != 0)
}

const ECDSA: u8 = 4;
const SHA512: u8 = 11;
