//! The hash functions of the cipher suites.

use ring::digest;

/// The longest digest: SHA-384's.
pub const MAX_DIGEST: usize = 48;

/// A hash function that a cipher suite names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HashAlgorithm {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
}

impl HashAlgorithm {
    /// Bytes of a digest.
    #[allow(clippy::len_without_is_empty)] // no digest is empty
    pub fn len(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
        }
    }

    /// The digest of `data`.
    pub fn digest(self, data: &[u8]) -> Digest {
        Digest(digest::digest(self.algorithm(), data))
    }

    fn algorithm(self) -> &'static digest::Algorithm {
        match self {
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
        }
    }
}

/// The output of a [`HashAlgorithm`].
#[derive(Clone, Copy)]
pub struct Digest(digest::Digest);

impl AsRef<[u8]> for Digest {
    fn as_ref(&self) -> &[u8] {
        self.0.as_ref()
    }
}

/// A running hash that can be looked at on the way.
#[derive(Clone)]
pub struct Hasher(digest::Context);

impl Hasher {
    /// An empty one.
    pub fn new(algorithm: HashAlgorithm) -> Self {
        Self(digest::Context::new(algorithm.algorithm()))
    }

    /// Adds `data`.
    pub fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    /// The digest of what was added so far.
    pub fn current(&self) -> Digest {
        Digest(self.0.clone().finish())
    }
}
