//! What a cipher keeps between calls: plain data that lies in the operation. The schedule of the key is made for each call.

use zeroize::Zeroize;

use super::algorithm::*;
use super::store::Key;
use super::{
    PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_PADDING, PSA_ERROR_NOT_SUPPORTED, psa_algorithm_t,
    psa_key_type_t, psa_status_t,
};
use crate::capi::boundary::Plain;
use crate::capi::cipher::Padding;
use crate::crypto::block::{Algorithm, BlockCipher, Direction, KEY_MAX};
use crate::crypto::chacha::{self, ChaCha20};
use crate::crypto::modes;

const PSA_ALG_ECB_NO_PADDING: psa_algorithm_t = 0x0440_4400;
const PSA_ALG_CBC_NO_PADDING: psa_algorithm_t = 0x0440_4000;
const PSA_ALG_CBC_PKCS7: psa_algorithm_t = 0x0440_4100;
const PSA_ALG_CTR: psa_algorithm_t = 0x04c0_1000;
const PSA_ALG_CFB: psa_algorithm_t = 0x04c0_1100;
const PSA_ALG_OFB: psa_algorithm_t = 0x04c0_1200;
const PSA_ALG_XTS: psa_algorithm_t = 0x0440_ff00;
const PSA_ALG_STREAM_CIPHER: psa_algorithm_t = 0x0480_0100;
const PSA_ALG_CCM_STAR_NO_TAG: psa_algorithm_t = 0x04c0_1300;

/// The nonce of CCM* leaves two bytes of a block to count with.
const CCM_STAR_NONCE: usize = 13;
/// The longest text under one nonce of CCM*: its counter begins with 1.
const CCM_STAR_MAX: u64 = 0xffff * 16;

/// Whether an algorithm encrypts, and does not authenticate.
pub(super) fn is_cipher(alg: psa_algorithm_t) -> bool {
    alg & 0x7f00_0000 == 0x0400_0000
}

/// `PSA_CIPHER_IV_LENGTH`, for algorithms that are not there as well.
pub(super) fn iv_len(key_type: psa_key_type_t, alg: psa_algorithm_t) -> usize {
    match (alg, key_type) {
        (PSA_ALG_CCM_STAR_NO_TAG, _) => CCM_STAR_NONCE,
        (PSA_ALG_STREAM_CIPHER, PSA_KEY_TYPE_CHACHA20) => chacha::NONCE_LEN,
        (
            PSA_ALG_CTR
            | PSA_ALG_CFB
            | PSA_ALG_OFB
            | PSA_ALG_XTS
            | PSA_ALG_CBC_NO_PADDING
            | PSA_ALG_CBC_PKCS7,
            PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA | PSA_KEY_TYPE_DES,
        ) => block_len(key_type),
        _ => 0,
    }
}

fn block_len(key_type: psa_key_type_t) -> usize {
    if key_type == PSA_KEY_TYPE_DES { 8 } else { 16 }
}

/// A key with an algorithm, and how far it is.
#[repr(C)]
pub(super) struct State {
    alg: psa_algorithm_t,
    key_type: psa_key_type_t,
    key_len: u8,
    decrypts: u8,
    key: [u8; KEY_MAX],
    /// The block before, the counter, or the nonce.
    iv: [u8; 16],
    /// What waits for the rest of its block, or the block of key stream that is in use.
    block: [u8; 16],
    /// How much of `block` waits, or is used up.
    block_used: usize,
    text_len: u64,
}
// SAFETY: integers and arrays of integers.
unsafe impl Plain for State {}

impl State {
    pub(super) fn new(key: &Key, alg: psa_algorithm_t, direction: Direction) -> Result<Self, psa_status_t> {
        let key_type = key.attributes.r#type;
        let known = match (key_type, alg) {
            (PSA_KEY_TYPE_CHACHA20, PSA_ALG_STREAM_CIPHER) => true,
            (PSA_KEY_TYPE_AES, PSA_ALG_OFB) => true,
            (
                PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA,
                PSA_ALG_CTR | PSA_ALG_CFB | PSA_ALG_CCM_STAR_NO_TAG,
            ) => true,
            (
                PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA | PSA_KEY_TYPE_DES,
                PSA_ALG_ECB_NO_PADDING | PSA_ALG_CBC_NO_PADDING | PSA_ALG_CBC_PKCS7,
            ) => true,
            _ => false,
        };
        let bytes = &key.material.bytes;
        let key_len = u8::try_from(bytes.len()).ok().filter(|_| known && bytes.len() <= KEY_MAX);
        let mut state = Self {
            alg,
            key_type,
            key_len: key_len.ok_or(PSA_ERROR_NOT_SUPPORTED)?,
            decrypts: u8::from(direction == Direction::Decrypt),
            key: [0; KEY_MAX],
            iv: [0; 16],
            block: [0; 16],
            block_used: 0,
            text_len: 0,
        };
        state.key.get_mut(..bytes.len()).ok_or(PSA_ERROR_NOT_SUPPORTED)?.copy_from_slice(bytes);
        Ok(state)
    }

    /// How long the IV is; 0 if there is none.
    pub(super) fn iv_len(&self) -> usize {
        iv_len(self.key_type, self.alg)
    }

    /// How long a block is.
    pub(super) fn block_len(&self) -> usize {
        block_len(self.key_type)
    }

    /// Begins with an IV.
    pub(super) fn start(&mut self, iv: &[u8]) -> Result<(), psa_status_t> {
        if iv.len() != self.iv_len() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        self.iv = [0; 16];
        // CCM* (RFC 3610 section 2.3): the length of the counter less 1, the nonce, and the counter; 0 is for the tag.
        let at = usize::from(self.alg == PSA_ALG_CCM_STAR_NO_TAG);
        if at == 1 {
            (self.iv[0], self.iv[15]) = (1, 1);
        }
        self.iv.get_mut(at..at + iv.len()).ok_or(PSA_ERROR_INVALID_ARGUMENT)?.copy_from_slice(iv);
        (self.block_used, self.text_len) = (0, 0);
        Ok(())
    }

    /// Whether only whole blocks are encrypted.
    pub(super) fn is_by_blocks(&self) -> bool {
        matches!(self.alg, PSA_ALG_ECB_NO_PADDING | PSA_ALG_CBC_NO_PADDING | PSA_ALG_CBC_PKCS7)
    }

    /// What waits for the rest of its block.
    pub(super) fn waiting(&self) -> &[u8] {
        self.block.get(..self.block_used).unwrap_or_default()
    }

    /// Keeps what waits for the rest of its block.
    pub(super) fn keep(&mut self, rest: &[u8]) -> Option<()> {
        self.block.get_mut(..rest.len())?.copy_from_slice(rest);
        self.block_used = rest.len();
        Some(())
    }

    /// How much can be worked off of what waits and `len` bytes more. The last block of a padded message waits until it is
    /// known to be the last.
    pub(super) fn ready(&self, len: usize) -> Option<usize> {
        let total = self.waiting().len().checked_add(len)?;
        let holds_back = self.alg == PSA_ALG_CBC_PKCS7 && self.decrypts != 0;
        let rest = total % self.block_len();
        Some(if holds_back && rest == 0 { total.saturating_sub(self.block_len()) } else { total - rest })
    }

    /// Encrypts or decrypts where the data stands: whole blocks, or, where it is not by blocks, anything.
    pub(super) fn apply(&mut self, data: &mut [u8]) -> Result<(), psa_status_t> {
        if self.alg == PSA_ALG_STREAM_CIPHER {
            return self.apply_chacha(data);
        }
        let cipher = self.cipher().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        let direction = self.direction();
        match (self.alg, self.block_len()) {
            (PSA_ALG_ECB_NO_PADDING, _) => cipher.apply(data),
            (PSA_ALG_CBC_NO_PADDING | PSA_ALG_CBC_PKCS7, 16) => cbc(&cipher, direction, &mut self.iv, data),
            (PSA_ALG_CBC_NO_PADDING | PSA_ALG_CBC_PKCS7, _) => {
                let iv = self.iv.first_chunk_mut::<8>().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
                cbc(&cipher, direction, iv, data);
            }
            (PSA_ALG_CFB, _) => modes::cfb(&cipher, direction, &mut self.block_used, &mut self.iv, data),
            (PSA_ALG_OFB, _) => modes::ofb(&cipher, &mut self.block_used, &mut self.iv, data),
            (PSA_ALG_CTR | PSA_ALG_CCM_STAR_NO_TAG, _) => {
                let longest = if self.alg == PSA_ALG_CTR { u64::MAX } else { CCM_STAR_MAX };
                let text_len = self.text_len.checked_add(data.len() as u64).filter(|len| *len <= longest);
                self.text_len = text_len.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
                modes::ctr(&cipher, &mut self.block_used, &mut self.iv, &mut self.block, data);
            }
            _ => return Err(PSA_ERROR_NOT_SUPPORTED),
        }
        Ok(())
    }

    /// The last block and how much of it is data.
    pub(super) fn finish(&mut self) -> Result<([u8; 16], usize), psa_status_t> {
        let waiting = if self.is_by_blocks() { self.block_used } else { 0 };
        let block_len = self.block_len();
        let mut block = self.block;
        let room = block.get_mut(..block_len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        match (self.alg, self.direction()) {
            (PSA_ALG_CBC_PKCS7, Direction::Encrypt) => {
                Padding::Pkcs7.add(room, waiting);
                self.apply(room)?;
                Ok((block, block_len))
            }
            (PSA_ALG_CBC_PKCS7, Direction::Decrypt) if waiting == block_len => {
                self.apply(room)?;
                let (len, good) = Padding::Pkcs7.remove(room);
                if !good {
                    block.zeroize();
                    return Err(PSA_ERROR_INVALID_PADDING);
                }
                Ok((block, len))
            }
            (PSA_ALG_CBC_PKCS7, Direction::Decrypt) => Err(PSA_ERROR_INVALID_ARGUMENT),
            _ if waiting == 0 => Ok((block, 0)),
            _ => Err(PSA_ERROR_INVALID_ARGUMENT),
        }
    }

    fn direction(&self) -> Direction {
        if self.decrypts != 0 { Direction::Decrypt } else { Direction::Encrypt }
    }

    fn cipher(&self) -> Option<BlockCipher> {
        let key = self.key.get(..usize::from(self.key_len))?;
        let algorithm = match (self.key_type, key.len()) {
            (PSA_KEY_TYPE_AES, _) => Algorithm::Aes,
            (PSA_KEY_TYPE_ARIA, _) => Algorithm::Aria,
            (PSA_KEY_TYPE_CAMELLIA, _) => Algorithm::Camellia,
            (PSA_KEY_TYPE_DES, 8) => Algorithm::Des,
            (PSA_KEY_TYPE_DES, _) => Algorithm::TripleDes,
            _ => return None,
        };
        // The other modes make a key stream, in both directions.
        let direction = if self.is_by_blocks() { self.direction() } else { Direction::Encrypt };
        BlockCipher::new(algorithm, direction, key)
    }

    /// The position in the key stream is all that is kept; what of its block is used up is made again.
    fn apply_chacha(&mut self, data: &mut [u8]) -> Result<(), psa_status_t> {
        let nonce = self.iv.first_chunk().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        let mut cipher = zeroize::Zeroizing::new(ChaCha20::new(&self.key));
        let block = u32::try_from(self.text_len / 64 & 0xffff_ffff).unwrap_or(0);
        cipher.start(nonce, block);
        let mut used = [0; 64];
        let skipped = usize::try_from(self.text_len % 64).unwrap_or(0);
        cipher.apply(used.get_mut(..skipped).unwrap_or_default());
        used.zeroize();
        cipher.apply(data);
        self.text_len = self.text_len.wrapping_add(data.len() as u64);
        Ok(())
    }
}

fn cbc<const N: usize>(cipher: &BlockCipher, direction: Direction, iv: &mut [u8; N], data: &mut [u8]) {
    match direction {
        Direction::Encrypt => modes::cbc_encrypt(cipher, iv, data),
        Direction::Decrypt => modes::cbc_decrypt(cipher, iv, data),
    }
}

impl Zeroize for State {
    fn zeroize(&mut self) {
        self.key.zeroize();
        self.iv.zeroize();
        self.block.zeroize();
    }
}
