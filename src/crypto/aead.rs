//! The AEAD of a cipher suite, as the record layer uses it (RFC 8446 section 5.2).

use ring::aead::{AES_128_GCM, AES_256_GCM, Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

use super::suite::CipherSuite;

/// Bytes that sealing adds.
pub const TAG_LEN: usize = 16;
/// Bytes of the per-connection part of the nonce.
pub const IV_LEN: usize = 12;

/// The record was not made by the holder of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadTag;

/// One direction's key and IV.
pub struct RecordKey {
    key: LessSafeKey,
    iv: [u8; IV_LEN],
}

impl RecordKey {
    /// `None`: `key` has not the suite's length.
    pub fn new(suite: CipherSuite, key: &[u8], iv: [u8; IV_LEN]) -> Option<Self> {
        let algorithm = match suite {
            CipherSuite::Aes128GcmSha256 => &AES_128_GCM,
            CipherSuite::Aes256GcmSha384 => &AES_256_GCM,
            CipherSuite::Chacha20Poly1305Sha256 => &CHACHA20_POLY1305,
        };
        Some(Self { key: LessSafeKey::new(UnboundKey::new(algorithm, key).ok()?), iv })
    }

    /// Encrypts `text` where it stands and gives the tag. `None`: longer than the AEAD allows.
    pub fn seal(&self, sequence: u64, header: &[u8; 5], text: &mut [u8]) -> Option<[u8; TAG_LEN]> {
        let tag = self.key.seal_in_place_separate_tag(self.nonce(sequence), Aad::from(header), text).ok()?;
        tag.as_ref().try_into().ok()
    }

    /// Decrypts `text` (ciphertext and tag) where it stands and gives the plaintext's length.
    pub fn open(&self, sequence: u64, header: &[u8; 5], text: &mut [u8]) -> Result<usize, BadTag> {
        let plain = self.key.open_in_place(self.nonce(sequence), Aad::from(header), text);
        plain.map(|plain| plain.len()).map_err(|_| BadTag)
    }

    /// The IV xor the sequence number, right-aligned (RFC 8446 section 5.3).
    fn nonce(&self, sequence: u64) -> Nonce {
        let mut nonce = self.iv;
        for (byte, part) in nonce.iter_mut().rev().zip(sequence.to_le_bytes()) {
            *byte ^= part;
        }
        Nonce::assume_unique_for_key(nonce)
    }
}
