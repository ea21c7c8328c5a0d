//! The key that protects a server's session tickets.

use ring::aead::{
    AES_128_GCM, AES_256_GCM, Aad, Algorithm, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey,
};

/// The AEADs a ticket can be protected with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // the names are those of RFC 5116 and RFC 8439
pub enum TicketCipher {
    Aes128Gcm,
    Aes256Gcm,
    ChaCha20Poly1305,
}

/// The bytes of a nonce, the same for every cipher here.
pub const NONCE_LEN: usize = 12;
/// The bytes of a tag, the same for every cipher here.
pub const TAG_LEN: usize = 16;

/// No cipher wants a longer key.
pub const KEY_MAX: usize = 32;

impl TicketCipher {
    /// The bytes of a key.
    pub fn key_len(self) -> usize {
        self.algorithm().key_len()
    }

    fn algorithm(self) -> &'static Algorithm {
        match self {
            Self::Aes128Gcm => &AES_128_GCM,
            Self::Aes256Gcm => &AES_256_GCM,
            Self::ChaCha20Poly1305 => &CHACHA20_POLY1305,
        }
    }
}

/// A key ready for use: made once, used for many tickets. Nonces come from outside and must not repeat.
pub struct TicketKey(LessSafeKey);

impl TicketKey {
    /// `None`: the secret does not have the cipher's length.
    pub fn new(cipher: TicketCipher, secret: &[u8]) -> Option<Self> {
        Some(Self(LessSafeKey::new(UnboundKey::new(cipher.algorithm(), secret).ok()?)))
    }

    /// Encrypts `text` in place and gives the tag that belongs behind it.
    pub fn seal(&self, nonce: [u8; NONCE_LEN], aad: &[u8], text: &mut [u8]) -> Option<[u8; TAG_LEN]> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        let tag = self.0.seal_in_place_separate_tag(nonce, Aad::from(aad), text).ok()?;
        tag.as_ref().try_into().ok()
    }

    /// Decrypts `sealed`, text and tag, in place and gives the text. `None`: not sealed by this key.
    pub fn open<'a>(&self, nonce: [u8; NONCE_LEN], aad: &[u8], sealed: &'a mut [u8]) -> Option<&'a mut [u8]> {
        self.0.open_in_place(Nonce::assume_unique_for_key(nonce), Aad::from(aad), sealed).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_and_nothing_else_does() {
        for cipher in [TicketCipher::Aes128Gcm, TicketCipher::Aes256Gcm, TicketCipher::ChaCha20Poly1305] {
            let key = TicketKey::new(cipher, &[5; KEY_MAX][..cipher.key_len()]).unwrap();
            let mut sealed = b"text".to_vec();
            let tag = key.seal([1; NONCE_LEN], b"header", &mut sealed).unwrap();
            sealed.extend(tag);
            let open = |nonce, aad: &[u8], at: usize, change| {
                let mut bytes = sealed.clone();
                bytes[at] ^= change;
                key.open(nonce, aad, &mut bytes).map(|text| text.to_vec())
            };
            assert_eq!(open([1; NONCE_LEN], b"header", 0, 0).as_deref(), Some(&b"text"[..]));
            assert_eq!(open([2; NONCE_LEN], b"header", 0, 0), None);
            assert_eq!(open([1; NONCE_LEN], b"Header", 0, 0), None);
            assert_eq!(open([1; NONCE_LEN], b"header", 2, 1), None);
        }
    }

    #[test]
    fn a_secret_of_another_length_is_no_key() {
        assert!(TicketKey::new(TicketCipher::Aes128Gcm, &[0; 32]).is_none());
        assert!(TicketKey::new(TicketCipher::Aes256Gcm, &[0; 16]).is_none());
    }
}
