//! The AEAD of a cipher suite, as the record layer uses it (RFC 8446 section 5.2).

use aes::Aes128Enc;
use ccm::Ccm;
use ccm::aead::array::ArraySize;
use ccm::aead::{AeadInOut, KeyInit};
use ccm::consts::{U8, U12, U16};
use ring::aead::{
    AES_128_GCM, AES_256_GCM, Aad, Algorithm, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey,
};

use super::suite::CipherSuite;

/// Most bytes that sealing adds.
pub const TAG_LEN: usize = 16;
/// Bytes of the per-connection part of the nonce.
pub const IV_LEN: usize = 12;

/// The record was not made by the holder of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadTag;

/// What sealing adds.
pub struct Tag {
    bytes: [u8; TAG_LEN],
    len: usize,
}

/// One direction's key and IV.
pub struct RecordKey {
    key: Key,
    iv: [u8; IV_LEN],
}

/// ring has no CCM. Its key is the larger one, and boxed: those who do not use CCM pay nothing for it.
enum Key {
    Ring(LessSafeKey),
    Ccm(Box<Ccm<Aes128Enc, U16, U12>>),
    Ccm8(Box<Ccm<Aes128Enc, U8, U12>>),
}

impl RecordKey {
    /// `None`: `key` has not the suite's length.
    pub fn new(suite: CipherSuite, key: &[u8], iv: [u8; IV_LEN]) -> Option<Self> {
        let key = match suite {
            CipherSuite::Aes128GcmSha256 => ring_key(&AES_128_GCM, key)?,
            CipherSuite::Aes256GcmSha384 => ring_key(&AES_256_GCM, key)?,
            CipherSuite::Chacha20Poly1305Sha256 => ring_key(&CHACHA20_POLY1305, key)?,
            CipherSuite::Aes128CcmSha256 => Key::Ccm(Box::new(Ccm::new_from_slice(key).ok()?)),
            CipherSuite::Aes128Ccm8Sha256 => Key::Ccm8(Box::new(Ccm::new_from_slice(key).ok()?)),
        };
        Some(Self { key, iv })
    }

    /// Bytes that sealing adds.
    pub fn tag_len(&self) -> usize {
        match self.key {
            Key::Ring(_) | Key::Ccm(_) => 16,
            Key::Ccm8(_) => 8,
        }
    }

    /// Encrypts `text` where it stands and gives the tag. `None`: longer than the AEAD allows.
    pub fn seal(&self, sequence: u64, header: &[u8; 5], text: &mut [u8]) -> Option<Tag> {
        let nonce = self.nonce(sequence);
        match &self.key {
            Key::Ring(key) => {
                let nonce = Nonce::assume_unique_for_key(nonce);
                Tag::new(key.seal_in_place_separate_tag(nonce, Aad::from(header), text).ok()?.as_ref())
            }
            Key::Ccm(key) => seal_ccm(key, nonce, header, text),
            Key::Ccm8(key) => seal_ccm(key, nonce, header, text),
        }
    }

    /// Decrypts `text` (ciphertext and tag) where it stands and gives the plaintext's length.
    pub fn open(&self, sequence: u64, header: &[u8; 5], text: &mut [u8]) -> Result<usize, BadTag> {
        let nonce = self.nonce(sequence);
        match &self.key {
            Key::Ring(key) => {
                let plain = key.open_in_place(Nonce::assume_unique_for_key(nonce), Aad::from(header), text);
                plain.map(|plain| plain.len()).map_err(|_| BadTag)
            }
            Key::Ccm(key) => open_ccm(key, nonce, header, text),
            Key::Ccm8(key) => open_ccm(key, nonce, header, text),
        }
    }

    /// The IV xor the sequence number, right-aligned (RFC 8446 section 5.3).
    fn nonce(&self, sequence: u64) -> [u8; IV_LEN] {
        let mut nonce = self.iv;
        for (byte, part) in nonce.iter_mut().rev().zip(sequence.to_le_bytes()) {
            *byte ^= part;
        }
        nonce
    }
}

fn ring_key(algorithm: &'static Algorithm, key: &[u8]) -> Option<Key> {
    Some(Key::Ring(LessSafeKey::new(UnboundKey::new(algorithm, key).ok()?)))
}

fn seal_ccm<M>(
    key: &Ccm<Aes128Enc, M, U12>,
    nonce: [u8; IV_LEN],
    header: &[u8; 5],
    text: &mut [u8],
) -> Option<Tag>
where
    M: ArraySize + ccm::TagSize,
{
    Tag::new(&key.encrypt_inout_detached(&nonce.into(), header, text.into()).ok()?)
}

fn open_ccm<M>(
    key: &Ccm<Aes128Enc, M, U12>,
    nonce: [u8; IV_LEN],
    header: &[u8; 5],
    text: &mut [u8],
) -> Result<usize, BadTag>
where
    M: ArraySize + ccm::TagSize,
{
    let len = text.len().checked_sub(M::USIZE).ok_or(BadTag)?;
    let (text, tag) = text.split_at_mut_checked(len).ok_or(BadTag)?;
    let tag = (&*tag).try_into().map_err(|_| BadTag)?;
    key.decrypt_inout_detached(&nonce.into(), header, text.into(), tag).map_err(|_| BadTag)?;
    Ok(len)
}

impl Tag {
    fn new(tag: &[u8]) -> Option<Self> {
        let mut bytes = [0; TAG_LEN];
        bytes.get_mut(..tag.len())?.copy_from_slice(tag);
        Some(Self { bytes, len: tag.len() })
    }
}

impl AsRef<[u8]> for Tag {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}
