//! What a cipher keeps between calls: plain data that lies in the operation. The schedule of the key is made for each call.

use zeroize::{Zeroize, Zeroizing};

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
#[derive(Clone, Copy)]
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
        let known = matches!(
            (key_type, alg),
            (PSA_KEY_TYPE_CHACHA20, PSA_ALG_STREAM_CIPHER)
                | (PSA_KEY_TYPE_AES, PSA_ALG_OFB)
                | (
                    PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA,
                    PSA_ALG_CTR | PSA_ALG_CFB | PSA_ALG_CCM_STAR_NO_TAG,
                )
                | (
                    PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA | PSA_KEY_TYPE_DES,
                    PSA_ALG_ECB_NO_PADDING | PSA_ALG_CBC_NO_PADDING | PSA_ALG_CBC_PKCS7,
                )
        );
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
        let mut cipher = Zeroizing::new(ChaCha20::new(&self.key));
        let block = u32::try_from((self.text_len / 64) & 0xffff_ffff).unwrap_or(0);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::psa::material::Material;
    use crate::capi::psa::psa_key_attributes_t;

    const PLAIN: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51";

    fn unhex(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    }

    fn key(kind: psa_key_type_t, bytes: &str) -> Key {
        let material = Material::import(kind, 0, &unhex(bytes)).unwrap();
        Key { attributes: psa_key_attributes_t { r#type: kind, ..Default::default() }, material }
    }

    fn begun(key: &Key, alg: psa_algorithm_t, direction: Direction, iv: &str) -> State {
        let mut state = State::new(key, alg, direction).unwrap();
        state.start(&unhex(iv)).unwrap();
        state
    }

    /// NIST SP 800-38A appendix F, the first two blocks with AES-128; both directions, and in two parts.
    #[test]
    fn published_messages() {
        let key = key(PSA_KEY_TYPE_AES, "2b7e151628aed2a6abf7158809cf4f3c");
        let iv = "000102030405060708090a0b0c0d0e0f";
        for (alg, iv, sealed) in [
            (PSA_ALG_ECB_NO_PADDING, "", "3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf"),
            (PSA_ALG_CBC_NO_PADDING, iv, "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"),
            (PSA_ALG_CFB, iv, "3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b"),
            (PSA_ALG_OFB, iv, "3b3fd92eb72dad20333449f8e83cfb4a7789508d16918f03f53c52dac54ed825"),
            (
                PSA_ALG_CTR,
                "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
                "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff",
            ),
        ] {
            for (direction, from, to) in
                [(Direction::Encrypt, PLAIN, sealed), (Direction::Decrypt, sealed, PLAIN)]
            {
                let mut state = begun(&key, alg, direction, iv);
                let mut data = unhex(from);
                let cut = if state.is_by_blocks() { 16 } else { 5 };
                state.apply(&mut data[..cut]).unwrap();
                state.apply(&mut data[cut..]).unwrap();
                assert_eq!(data, unhex(to), "{alg:x} {direction:?}");
                assert_eq!(state.finish().unwrap().1, 0);
            }
        }
    }

    /// RFC 8439 section 2.4.2 with its counter of 1: the first block of the key stream is skipped. In parts of every length.
    #[test]
    fn chacha_goes_on_where_it_was() {
        let key =
            key(PSA_KEY_TYPE_CHACHA20, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        for part in 1..130 {
            let mut state =
                begun(&key, PSA_ALG_STREAM_CIPHER, Direction::Encrypt, "000000000000004a00000000");
            let mut data = vec![0; 64];
            data.extend_from_slice(b"Ladies and Gentlemen of the class of '99");
            data.chunks_mut(part).for_each(|part| state.apply(part).unwrap());
            assert_eq!(data[64..80], unhex("6e2e359a2568f98041ba0728dd0d6981"), "{part}");
            assert_eq!(data[80..96], unhex("e97e7aec1d4360c20a27afccfd9fae0b"), "{part}");
        }
    }

    /// RFC 3610 section 8, packet vector 1: what a tag covers there is encrypted the same without one.
    #[test]
    fn ccm_star_counts_as_ccm_does() {
        let key = key(PSA_KEY_TYPE_AES, "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf");
        let mut state =
            begun(&key, PSA_ALG_CCM_STAR_NO_TAG, Direction::Encrypt, "00000003020100a0a1a2a3a4a5");
        let mut data = unhex("08090a0b0c0d0e0f101112131415161718191a1b1c1d1e");
        state.apply(&mut data).unwrap();
        assert_eq!(data, unhex("588c979a61c663d2f066d0c2c0f989806d5f6b61dac384"));
    }

    #[test]
    fn ccm_star_ends_before_its_counter_does() {
        let key = key(PSA_KEY_TYPE_AES, "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf");
        let mut state =
            begun(&key, PSA_ALG_CCM_STAR_NO_TAG, Direction::Decrypt, "00000003020100a0a1a2a3a4a5");
        let mut data = vec![0; 0xffff * 16];
        assert_eq!(state.apply(&mut data), Ok(()));
        assert_eq!(state.apply(&mut data[..1]), Err(PSA_ERROR_INVALID_ARGUMENT));
    }

    #[test]
    fn padding() {
        let key = key(PSA_KEY_TYPE_DES, "0123456789abcdef");
        let mut state = begun(&key, PSA_ALG_CBC_PKCS7, Direction::Encrypt, "0000000000000000");
        assert_eq!((state.ready(7), state.ready(8), state.ready(17)), (Some(0), Some(8), Some(16)));
        state.keep(&[1, 2, 3]).unwrap();
        let (sealed, len) = state.finish().unwrap();
        assert_eq!(len, 8);
        let mut state = begun(&key, PSA_ALG_CBC_PKCS7, Direction::Decrypt, "0000000000000000");
        assert_eq!((state.ready(7), state.ready(8), state.ready(17)), (Some(0), Some(0), Some(16)));
        assert_eq!(state.finish(), Err(PSA_ERROR_INVALID_ARGUMENT));
        state.keep(&sealed[..8]).unwrap();
        let (block, len) = state.finish().unwrap();
        assert_eq!(block[..len], [1, 2, 3]);
        let mut state = begun(&key, PSA_ALG_CBC_PKCS7, Direction::Decrypt, "0000000000000100");
        state.keep(&sealed[..8]).unwrap();
        assert_eq!(state.finish(), Err(PSA_ERROR_INVALID_PADDING));
    }

    #[test]
    fn what_does_not_go_together() {
        let des = key(PSA_KEY_TYPE_DES, "0123456789abcdef");
        for alg in [PSA_ALG_CTR, PSA_ALG_CFB, PSA_ALG_OFB, PSA_ALG_XTS, PSA_ALG_STREAM_CIPHER, 0x0400_0000] {
            assert_eq!(State::new(&des, alg, Direction::Encrypt).err(), Some(PSA_ERROR_NOT_SUPPORTED));
        }
        let mut state = State::new(&des, PSA_ALG_CBC_PKCS7, Direction::Encrypt).unwrap();
        assert_eq!(state.start(&[0; 16]), Err(PSA_ERROR_INVALID_ARGUMENT));
    }
}
