//! CMAC (NIST SP 800-38B, RFC 4493) over any block cipher.

use zeroize::Zeroize;

use super::block::Blocks;
use super::modes::xor;

/// A message that is taken in piece by piece. The cipher that is passed in is one that encrypts, always of the same key. Wiped
/// when dropped.
pub struct Cmac {
    state: [u8; 16],
    /// The last bytes, up to a block: whether they are the last ones decides what becomes of them.
    rest: [u8; 16],
    rest_len: usize,
    block_len: usize,
}

impl Cmac {
    /// An empty message, for a cipher with blocks of so many bytes: 8 or 16.
    pub fn new(block_len: usize) -> Self {
        Self { state: [0; 16], rest: [0; 16], rest_len: 0, block_len: if block_len == 8 { 8 } else { 16 } }
    }

    /// Takes in the next bytes.
    pub fn update(&mut self, cipher: &dyn Blocks, data: &[u8]) {
        let mut data = data;
        while !data.is_empty() {
            if self.rest_len == self.block_len {
                xor(&mut self.state, &self.rest);
                self.permute(cipher);
                (self.rest, self.rest_len) = ([0; 16], 0);
            }
            let (part, behind) = data.split_at((self.block_len - self.rest_len).min(data.len()));
            xor(self.rest.get_mut(self.rest_len..).unwrap_or_default(), part);
            self.rest_len += part.len();
            data = behind;
        }
    }

    /// The MAC, as long as a block; behind it are zeros. The next message may begin.
    pub fn finish(&mut self, cipher: &dyn Blocks) -> [u8; 16] {
        let mut subkey = [0; 16];
        self.apply(cipher, &mut subkey);
        self.double(&mut subkey);
        if self.rest_len < self.block_len {
            self.double(&mut subkey);
            xor(self.rest.get_mut(self.rest_len..).unwrap_or_default(), &[0x80]);
        }
        xor(&mut self.state, &self.rest);
        xor(&mut self.state, &subkey);
        self.permute(cipher);
        subkey.zeroize();
        let mac = self.state;
        *self = Self::new(self.block_len);
        mac
    }

    fn permute(&mut self, cipher: &dyn Blocks) {
        let mut state = self.state;
        self.apply(cipher, &mut state);
        self.state = state;
    }

    fn apply(&self, cipher: &dyn Blocks, block: &mut [u8; 16]) {
        cipher.apply(block.get_mut(..self.block_len).unwrap_or_default());
    }

    /// Multiplies by x in GF(2^64) or GF(2^128), the first bit being the highest (SP 800-38B section 6.1).
    fn double(&self, block: &mut [u8; 16]) {
        let shift = 128 - 8 * self.block_len;
        let value = u128::from_be_bytes(*block) >> shift;
        let top = 8 * self.block_len - 1;
        // The carry as a mask, not as a branch: the subkey is a secret.
        let carry = 0u128.wrapping_sub(value >> top & 1);
        let polynomial = if self.block_len == 8 { 0x1b } else { 0x87 };
        *block = (((value << 1) ^ (carry & polynomial)) << shift).to_be_bytes();
    }
}

impl Drop for Cmac {
    fn drop(&mut self) {
        self.state.zeroize();
        self.rest.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::tests::unhex;
    use crate::crypto::block::{Algorithm, BlockCipher, Direction};

    fn mac(cipher: &BlockCipher, block_len: usize, message: &[u8], piece: usize) -> Vec<u8> {
        let mut cmac = Cmac::new(block_len);
        message.chunks(piece).for_each(|part| cmac.update(cipher, part));
        let mac = cmac.finish(cipher);
        // It is ready for the next message.
        cmac.update(cipher, message);
        assert_eq!(cmac.finish(cipher), mac);
        mac[..block_len].to_vec()
    }

    const MESSAGE: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    /// RFC 4493 section 4.
    #[test]
    fn known_macs_of_aes() {
        let key = unhex("2b7e151628aed2a6abf7158809cf4f3c");
        let cipher = BlockCipher::new(Algorithm::Aes, Direction::Encrypt, &key).unwrap();
        for (len, expected) in [
            (0, "bb1d6929e95937287fa37d129b756746"),
            (16, "070a16b46b4d4144f79bdd9dd04a287c"),
            (40, "dfa66747de9ae63030ca32611497c827"),
            (64, "51f0bebf7e3b9d92fc49741779363cfe"),
        ] {
            for piece in 1..65 {
                assert_eq!(mac(&cipher, 16, &unhex(MESSAGE)[..len], piece), unhex(expected));
            }
        }
    }

    /// NIST SP 800-38B appendix D.4 (triple DES with three keys).
    #[test]
    fn known_macs_of_triple_des() {
        let key = unhex("8aa83bf8cbda10620bc1bf19fbb6cd58bc313d4a371ca8b5");
        let cipher = BlockCipher::new(Algorithm::TripleDes, Direction::Encrypt, &key).unwrap();
        for (len, expected) in [
            (0, "b7a688e122ffaf95"),
            (8, "8e8f293136283797"),
            (20, "743ddbe0ce2dc2ed"),
            (32, "33e6b1092400eae5"),
        ] {
            for piece in 1..33 {
                assert_eq!(mac(&cipher, 8, &unhex(MESSAGE)[..len], piece), unhex(expected));
            }
        }
    }
}
