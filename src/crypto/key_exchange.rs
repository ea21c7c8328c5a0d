//! The (EC)DHE groups (RFC 8446 section 4.2.7).

use ring::agreement::{
    self, Algorithm, ECDH_P256, ECDH_P384, EphemeralPrivateKey, UnparsedPublicKey, X25519,
};
use ring::rand::SystemRandom;

use super::secp521r1::EphemeralKey;
use super::secret::Secret;

/// A `NamedGroup` code point; unknown ones are values too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NamedGroup(pub u16);

impl NamedGroup {
    /// secp256r1.
    pub const SECP256R1: Self = Self(0x0017);
    /// secp384r1.
    pub const SECP384R1: Self = Self(0x0018);
    /// secp521r1.
    pub const SECP521R1: Self = Self(0x0019);
    /// x25519.
    pub const X25519: Self = Self(0x001d);

    /// Whether a key can be exchanged in this group.
    pub fn is_supported(self) -> bool {
        self == Self::SECP521R1 || self.algorithm().is_some()
    }

    fn algorithm(self) -> Option<&'static Algorithm> {
        match self {
            Self::X25519 => Some(&X25519),
            Self::SECP256R1 => Some(&ECDH_P256),
            Self::SECP384R1 => Some(&ECDH_P384),
            _ => None,
        }
    }
}

/// The operation failed: no randomness, an unsupported group, or a share that is not a valid one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadShare;

/// The longest shared secret: the coordinate of a point of P-521.
const MAX_SHARED: usize = 66;
/// What two sides agree on.
pub type SharedSecret = Secret<MAX_SHARED>;

/// One side's ephemeral key pair.
pub struct KeyPair {
    group: NamedGroup,
    keys: Keys,
}

enum Keys {
    Ring { private: EphemeralPrivateKey, public: agreement::PublicKey },
    Secp521r1 { private: Box<EphemeralKey>, public: Box<[u8]> },
}

impl KeyPair {
    /// A fresh pair.
    pub fn generate(group: NamedGroup) -> Result<Self, BadShare> {
        let keys = if group == NamedGroup::SECP521R1 {
            let private = EphemeralKey::generate().ok_or(BadShare)?;
            Keys::Secp521r1 { public: private.public(), private: Box::new(private) }
        } else {
            let algorithm = group.algorithm().ok_or(BadShare)?;
            let private =
                EphemeralPrivateKey::generate(algorithm, &SystemRandom::new()).map_err(|_| BadShare)?;
            Keys::Ring { public: private.compute_public_key().map_err(|_| BadShare)?, private }
        };
        Ok(Self { group, keys })
    }

    /// The group.
    pub fn group(&self) -> NamedGroup {
        self.group
    }

    /// The share to send.
    pub fn public(&self) -> &[u8] {
        match &self.keys {
            Keys::Ring { public, .. } => public.as_ref(),
            Keys::Secp521r1 { public, .. } => public,
        }
    }

    /// The shared secret. Invalid points and an all-zero result are refused (RFC 8446 section 7.4.2).
    pub fn agree(self, peer: &[u8]) -> Result<SharedSecret, BadShare> {
        let shared = match self.keys {
            Keys::Ring { private, .. } => {
                let peer = UnparsedPublicKey::new(self.group.algorithm().ok_or(BadShare)?, peer);
                agreement::agree_ephemeral(private, &peer, Secret::copy_of).ok().flatten()
            }
            Keys::Secp521r1 { private, .. } => {
                private.agree(peer).and_then(|shared| Secret::copy_of(shared.raw_secret_bytes()))
            }
        };
        shared.ok_or(BadShare)
    }
}
