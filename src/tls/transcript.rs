//! The transcript hash (RFC 8446 section 4.4.1).

use super::message::HandshakeType;
use crate::crypto::hash::{Digest, HashAlgorithm, Hasher};

/// The running hash over the handshake messages.
pub(super) struct Transcript {
    hasher: Hasher,
}

impl Transcript {
    /// Starts with `hello`, the first ClientHello.
    pub(super) fn new(hash: HashAlgorithm, hello: &[u8]) -> Self {
        let mut hasher = Hasher::new(hash);
        hasher.update(hello);
        Self { hasher }
    }

    /// Starts after a HelloRetryRequest: the first ClientHello is replaced by a message that holds its hash.
    pub(super) fn after_retry(hash: HashAlgorithm, first_hello: &[u8], retry: &[u8]) -> Self {
        let digest = hash.digest(first_hello);
        let len = u8::try_from(hash.len()).unwrap_or(0);
        let mut transcript = Self::new(hash, &[HandshakeType::MESSAGE_HASH.0, 0, 0, len]);
        transcript.add(digest.as_ref());
        transcript.add(retry);
        transcript
    }

    /// Adds a message, header and all.
    pub(super) fn add(&mut self, message: &[u8]) {
        self.hasher.update(message);
    }

    /// The hash so far.
    pub(super) fn hash(&self) -> Digest {
        self.hasher.current()
    }

    /// The hash so far and `more`, which does not become part of it: what a binder covers.
    pub(super) fn hash_with(&self, more: &[u8]) -> Digest {
        let mut hasher = self.hasher.clone();
        hasher.update(more);
        hasher.current()
    }
}
