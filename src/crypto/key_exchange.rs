//! The (EC)DHE groups (RFC 8446 section 4.2.7).

use ring::agreement::{
    self, Algorithm, ECDH_P256, ECDH_P384, EphemeralPrivateKey, UnparsedPublicKey, X25519,
};
use ring::rand::SystemRandom;

use super::secret::Secret;

/// A `NamedGroup` code point; unknown ones are values too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NamedGroup(pub u16);

impl NamedGroup {
    /// secp256r1.
    pub const SECP256R1: Self = Self(0x0017);
    /// secp384r1.
    pub const SECP384R1: Self = Self(0x0018);
    /// x25519.
    pub const X25519: Self = Self(0x001d);

    /// Whether a key can be exchanged in this group.
    pub fn is_supported(self) -> bool {
        self.algorithm().is_some()
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

/// One side's ephemeral key pair.
pub struct KeyPair {
    group: NamedGroup,
    private: EphemeralPrivateKey,
    public: agreement::PublicKey,
}

impl KeyPair {
    /// A fresh pair.
    pub fn generate(group: NamedGroup) -> Result<Self, BadShare> {
        let algorithm = group.algorithm().ok_or(BadShare)?;
        let private = EphemeralPrivateKey::generate(algorithm, &SystemRandom::new()).map_err(|_| BadShare)?;
        let public = private.compute_public_key().map_err(|_| BadShare)?;
        Ok(Self { group, private, public })
    }

    /// The group.
    pub fn group(&self) -> NamedGroup {
        self.group
    }

    /// The share to send.
    pub fn public(&self) -> &[u8] {
        self.public.as_ref()
    }

    /// The shared secret. Invalid points and an all-zero result are refused (RFC 8446 section 7.4.2).
    pub fn agree(self, peer: &[u8]) -> Result<Secret, BadShare> {
        let algorithm = self.group.algorithm().ok_or(BadShare)?;
        let peer = UnparsedPublicKey::new(algorithm, peer);
        agreement::agree_ephemeral(self.private, &peer, Secret::copy_of).ok().flatten().ok_or(BadShare)
    }
}
