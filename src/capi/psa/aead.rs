//! Encryption that also authenticates, in one call.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::algorithm::{
    PSA_ALG_CCM, PSA_ALG_CHACHA20_POLY1305, PSA_ALG_GCM, PSA_KEY_TYPE_CHACHA20, full_length, is_aead,
    is_at_least, tag_len,
};
use super::keys::{PSA_KEY_USAGE_DECRYPT, PSA_KEY_USAGE_ENCRYPT};
use super::mac::block_cipher;
use super::store::{self, Key};
use super::{
    PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_SIGNATURE,
    PSA_ERROR_NOT_SUPPORTED, enter, input, mbedtls_svc_key_id_t, output, psa_algorithm_t, psa_key_usage_t,
    psa_status_t,
};
use crate::crypto::block::{BlockCipher, Direction};
use crate::crypto::{ccm, chacha, gcm};

/// Encrypts a message and authenticates it along with additional data.
///
/// \param key                     The key; its policy allows PSA_KEY_USAGE_ENCRYPT.
/// \param alg                     The algorithm: GCM, CCM or ChaCha20-Poly1305.
/// \param nonce                   The nonce; it must not come again with this key.
/// \param nonce_length            Its length in bytes.
/// \param additional_data         What is authenticated, and not encrypted.
/// \param additional_data_length  Its length in bytes.
/// \param plaintext               The message.
/// \param plaintext_length        Its length in bytes.
/// \param ciphertext              Where the encrypted message goes, and the tag behind it; it may be `plaintext`.
/// \param ciphertext_size         The room there in bytes.
/// \param ciphertext_length       Takes the length of both.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: key, nonce and algorithm do not go together, or an argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// Each input is null, or readable for its length; `ciphertext` is null, or valid for writing `ciphertext_size` bytes;
/// `ciphertext_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_encrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    nonce: *const u8,
    nonce_length: usize,
    additional_data: *const u8,
    additional_data_length: usize,
    plaintext: *const u8,
    plaintext_length: usize,
    ciphertext: *mut u8,
    ciphertext_size: usize,
    ciphertext_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let key = find(key, PSA_KEY_USAGE_ENCRYPT, alg)?;
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let nonce = input(nonce, nonce_length)?;
            let additional = input(additional_data, additional_data_length)?;
            let cipher = Cipher::new(&key, alg, nonce)?;
            if ciphertext_size.checked_sub(cipher.tag_len).is_none_or(|room| room < plaintext_length) {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            // The result may go where the message is.
            let mut text = Zeroizing::new(input(plaintext, plaintext_length)?.to_vec());
            let tag = cipher.seal(nonce, additional, &mut text)?;
            text.extend_from_slice(&tag);
            output(&text, ciphertext, ciphertext_size, ciphertext_length)
        }
    })
}

/// Checks a message and its additional data, and decrypts it.
///
/// \param key                     The key; its policy allows PSA_KEY_USAGE_DECRYPT.
/// \param alg                     The algorithm: GCM, CCM or ChaCha20-Poly1305.
/// \param nonce                   The nonce that it was encrypted with.
/// \param nonce_length            Its length in bytes.
/// \param additional_data         What was authenticated, and not encrypted.
/// \param additional_data_length  Its length in bytes.
/// \param ciphertext              The encrypted message, and the tag behind it.
/// \param ciphertext_length       The length of both in bytes.
/// \param plaintext               Where the message goes; it may be `ciphertext`.
/// \param plaintext_size          The room there in bytes.
/// \param plaintext_length        Takes the length of the message.
///
/// \return  PSA_SUCCESS: it is authentic, and decrypted.
/// \return  PSA_ERROR_INVALID_SIGNATURE: it is not authentic; nothing is written.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is shorter than a tag; see psa_aead_encrypt() for the rest.
///
/// # Safety
/// Each input is null, or readable for its length; `plaintext` is null, or valid for writing `plaintext_size` bytes;
/// `plaintext_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_decrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    nonce: *const u8,
    nonce_length: usize,
    additional_data: *const u8,
    additional_data_length: usize,
    ciphertext: *const u8,
    ciphertext_length: usize,
    plaintext: *mut u8,
    plaintext_size: usize,
    plaintext_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let key = find(key, PSA_KEY_USAGE_DECRYPT, alg)?;
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let nonce = input(nonce, nonce_length)?;
            let additional = input(additional_data, additional_data_length)?;
            let sealed = input(ciphertext, ciphertext_length)?;
            let cipher = Cipher::new(&key, alg, nonce)?;
            let length = sealed.len().checked_sub(cipher.tag_len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            let (text, tag) = sealed.split_at_checked(length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            if plaintext_size < text.len() {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            let mut text = Zeroizing::new(text.to_vec());
            cipher.open(nonce, additional, &mut text, tag)?;
            output(&text, plaintext, plaintext_size, plaintext_length)
        }
    })
}

/// An algorithm with its key.
struct Cipher {
    kind: Kind,
    tag_len: usize,
}

enum Kind {
    Gcm(BlockCipher),
    Ccm(BlockCipher),
    ChaCha20Poly1305(Zeroizing<[u8; chacha::KEY_LEN]>),
}

/// The key, if its policy allows an algorithm that encrypts and authenticates.
fn find(
    key: mbedtls_svc_key_id_t,
    usage: psa_key_usage_t,
    alg: psa_algorithm_t,
) -> Result<Arc<Key>, psa_status_t> {
    if !is_aead(alg) || is_at_least(alg) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    store::find_for(key, usage, alg)
}

impl Cipher {
    fn new(key: &Key, alg: psa_algorithm_t, nonce: &[u8]) -> Result<Self, psa_status_t> {
        let kind = key.attributes.r#type;
        let cipher = || {
            let algorithm = block_cipher(kind)?;
            BlockCipher::new(algorithm, Direction::Encrypt, &key.material.bytes)
        };
        let tag_len = tag_len(alg);
        let kind = match full_length(alg) {
            PSA_ALG_GCM if nonce.is_empty() => return Err(PSA_ERROR_INVALID_ARGUMENT),
            PSA_ALG_GCM => cipher().map(Kind::Gcm),
            PSA_ALG_CCM if !(7..=13).contains(&nonce.len()) => return Err(PSA_ERROR_INVALID_ARGUMENT),
            PSA_ALG_CCM => cipher().map(Kind::Ccm),
            PSA_ALG_CHACHA20_POLY1305 => {
                chacha_nonce(nonce)?;
                let fits = kind == PSA_KEY_TYPE_CHACHA20 && tag_len == chacha::TAG_LEN;
                let bytes = key.material.bytes.first_chunk().filter(|_| fits);
                bytes.map(|bytes| Kind::ChaCha20Poly1305(Zeroizing::new(*bytes)))
            }
            _ => None,
        };
        Ok(Self { kind: kind.ok_or(PSA_ERROR_NOT_SUPPORTED)?, tag_len })
    }

    /// Whether the algorithm has tags of that length; in pieces, it has fewer.
    fn check_tag(&self) -> Result<(), psa_status_t> {
        let known = match self.kind {
            Kind::Ccm(_) => matches!(self.tag_len, 4..=16) && self.tag_len.is_multiple_of(2),
            Kind::Gcm(_) | Kind::ChaCha20Poly1305(_) => matches!(self.tag_len, 4..=16),
        };
        if known { Ok(()) } else { Err(PSA_ERROR_INVALID_ARGUMENT) }
    }

    fn seal(&self, nonce: &[u8], additional: &[u8], text: &mut [u8]) -> Result<Vec<u8>, psa_status_t> {
        self.check_tag()?;
        let mut tag = match &self.kind {
            Kind::Gcm(cipher) => gcm::seal(cipher, nonce, additional, text).to_vec(),
            Kind::Ccm(cipher) => {
                let tag = ccm::seal(cipher, nonce, additional, text, self.tag_len);
                tag.ok_or(PSA_ERROR_INVALID_ARGUMENT)?.to_vec()
            }
            Kind::ChaCha20Poly1305(key) => {
                let nonce = chacha_nonce(nonce)?;
                chacha::seal(key, nonce, additional, text).to_vec()
            }
        };
        tag.truncate(self.tag_len);
        Ok(tag)
    }

    fn open(&self, nonce: &[u8], additional: &[u8], text: &mut [u8], tag: &[u8]) -> Result<(), psa_status_t> {
        self.check_tag()?;
        let authentic = match &self.kind {
            Kind::Gcm(cipher) => gcm::open(cipher, nonce, additional, text, tag),
            Kind::Ccm(cipher) => {
                ccm::open(cipher, nonce, additional, text, tag).ok_or(PSA_ERROR_INVALID_ARGUMENT)?
            }
            Kind::ChaCha20Poly1305(key) => {
                let nonce = chacha_nonce(nonce)?;
                let tag = tag.try_into().map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
                chacha::open(key, nonce, additional, text, tag)
            }
        };
        if authentic { Ok(()) } else { Err(PSA_ERROR_INVALID_SIGNATURE) }
    }
}

/// The nonce of ChaCha20-Poly1305; one of 8 bytes belongs to an older construction, which is not here.
fn chacha_nonce(nonce: &[u8]) -> Result<&[u8; chacha::NONCE_LEN], psa_status_t> {
    nonce
        .try_into()
        .map_err(|_| if nonce.len() == 8 { PSA_ERROR_NOT_SUPPORTED } else { PSA_ERROR_INVALID_ARGUMENT })
}
