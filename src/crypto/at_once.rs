//! Whole messages by ring, where it has the cipher: several times faster than what works in pieces. Nonces of 12 bytes and tags of
//! 16 only.

use ring::aead::{AES_128_GCM, AES_256_GCM, Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use zeroize::Zeroize;

use super::block::RawKey;

/// The bytes of a tag.
pub const TAG_LEN: usize = 16;

/// A key ready for use.
pub struct AtOnce(LessSafeKey);

impl AtOnce {
    /// AES-GCM. `None`: ring has no such key.
    pub fn gcm(key: &RawKey) -> Option<Self> {
        let bytes = key.bytes().filter(|_| key.is_aes())?;
        let algorithm = match bytes.len() {
            16 => &AES_128_GCM,
            32 => &AES_256_GCM,
            _ => return None,
        };
        Some(Self(LessSafeKey::new(UnboundKey::new(algorithm, bytes).ok()?)))
    }

    /// ChaCha20-Poly1305. `None`: `key` does not have 32 bytes.
    pub fn chacha_poly(key: &[u8]) -> Option<Self> {
        Some(Self(LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, key).ok()?)))
    }

    /// Encrypts where the text stands, and gives the tag. `None`, with the text as it was: not a nonce of 12 bytes, or more text
    /// than ring takes.
    pub fn seal(&self, nonce: &[u8], aad: &[u8], text: &mut [u8]) -> Option<[u8; TAG_LEN]> {
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let tag = self.0.seal_in_place_separate_tag(nonce, Aad::from(aad), text).ok()?;
        tag.as_ref().try_into().ok()
    }

    /// Decrypts where the text stands. `Some(false)`: it is wiped, since `tag` is not its tag. `None`, with the text as it was: not a
    /// nonce of 12 bytes or a tag of 16.
    pub fn open(&self, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> Option<bool> {
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let tag = <[u8; TAG_LEN]>::try_from(tag).ok()?;
        let good = self.0.open_in_place_separate_tag(nonce, Aad::from(aad), tag.into(), text, 0..).is_ok();
        if !good {
            text.zeroize();
        }
        Some(good)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::{Algorithm, BlockCipher, Direction};
    use crate::crypto::{chacha, gcm};

    #[test]
    fn the_same_as_in_pieces() {
        for len in (0..200).chain([4000, 5000]) {
            let (nonce, aad, plain) =
                ([u8::try_from(len % 256).unwrap(); 12], vec![3; len / 2], vec![7; len]);
            for key_len in [16, 24, 32] {
                let key = vec![u8::try_from(len % 251).unwrap(); key_len];
                let raw = RawKey::new(Algorithm::Aes, Direction::Encrypt, &key).unwrap();
                let Some(at_once) = AtOnce::gcm(&raw) else {
                    assert_eq!(key_len, 24);
                    continue;
                };
                let cipher = BlockCipher::new(Algorithm::Aes, Direction::Encrypt, &key).unwrap();
                let (mut a, mut b) = (plain.clone(), plain.clone());
                let mut tag = at_once.seal(&nonce, &aad, &mut a).unwrap();
                assert_eq!(tag, gcm::seal(&cipher, &nonce, &aad, &mut b));
                assert_eq!(a, b);
                assert_eq!(at_once.open(&nonce, &aad, &mut a, &tag), Some(true));
                assert_eq!(a, plain);
                tag[15] ^= 1;
                assert_eq!(at_once.open(&nonce, &aad, &mut b, &tag), Some(false));
                assert_eq!(b, vec![0; len]);
            }
            let key = [9; 32];
            let at_once = AtOnce::chacha_poly(&key).unwrap();
            let (mut a, mut b) = (plain.clone(), plain.clone());
            let tag = at_once.seal(&nonce, &aad, &mut a).unwrap();
            assert_eq!((tag, &a), (chacha::seal(&key, &nonce, &aad, &mut b), &b));
        }
    }

    #[test]
    fn what_ring_does_not_have_is_left_alone() {
        let raw = RawKey::new(Algorithm::Camellia, Direction::Encrypt, &[0; 16]).unwrap();
        assert!(AtOnce::gcm(&raw).is_none() && AtOnce::gcm(&RawKey::NONE).is_none());
        let at_once = AtOnce::chacha_poly(&[0; 32]).unwrap();
        let mut text = [5; 9];
        assert!(at_once.seal(&[0; 11], &[], &mut text).is_none());
        assert!(at_once.open(&[0; 12], &[], &mut text, &[0; 15]).is_none());
        assert!(at_once.open(&[0; 13], &[], &mut text, &[0; 16]).is_none());
        assert_eq!(text, [5; 9]);
    }
}
