//! Block ciphers: the key as C contexts keep it, and the cipher that is made of it for the length of a call.

use aes::{Aes128Dec, Aes128Enc, Aes192Dec, Aes192Enc, Aes256Dec, Aes256Enc};
use aria::{Aria128, Aria192, Aria256};
use camellia::{Camellia128, Camellia192, Camellia256};
use cbc::cipher::array::Array;
use cbc::cipher::{Block, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use des::{Des, TdesEde2, TdesEde3};
use zeroize::Zeroize;

/// The longest key of a block cipher, in bytes.
pub const KEY_MAX: usize = 32;

/// A family of block ciphers; the length of the key tells which of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // the names are those of the standards
pub enum Algorithm {
    Aes,
    Aria,
    Camellia,
    Des,
    TripleDes,
}

/// What a block cipher is to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Direction {
    Encrypt,
    Decrypt,
}

impl Algorithm {
    /// Whether the cipher has keys of so many bytes; those of DES include the parity bits.
    pub fn takes(self, key_len: usize) -> bool {
        match self {
            Self::Aes | Self::Aria | Self::Camellia => matches!(key_len, 16 | 24 | 32),
            Self::Des => key_len == 8,
            Self::TripleDes => matches!(key_len, 16 | 24),
        }
    }

    /// The bytes of a block.
    pub fn block_len(self) -> usize {
        match self {
            Self::Aes | Self::Aria | Self::Camellia => 16,
            Self::Des | Self::TripleDes => 8,
        }
    }
}

/// What the modes ask of a cipher with its key, in one direction.
pub trait Blocks {
    /// The bytes of a block.
    fn block_len(&self) -> usize;

    /// Runs over whole blocks where they stand, each by itself; what is less than a block at the end stays as it is.
    fn apply(&self, blocks: &mut [u8]);
}

/// A key with what it is for, in plain bytes without a destructor: C code copies the contexts that hold one, and forgets
/// them. Any bytes are a value; all zeros are no key.
#[repr(C)]
pub struct RawKey {
    algorithm: u8,
    direction: u8,
    len: u8,
    bytes: [u8; KEY_MAX],
}

impl RawKey {
    /// No key.
    pub const NONE: Self = Self { algorithm: 0, direction: 0, len: 0, bytes: [0; KEY_MAX] };

    /// `None`: the cipher has no keys of that length.
    pub fn new(algorithm: Algorithm, direction: Direction, key: &[u8]) -> Option<Self> {
        if !algorithm.takes(key.len()) {
            return None;
        }
        let mut raw = Self {
            algorithm: match algorithm {
                Algorithm::Aes => 1,
                Algorithm::Aria => 2,
                Algorithm::Camellia => 3,
                Algorithm::Des => 4,
                Algorithm::TripleDes => 5,
            },
            direction: match direction {
                Direction::Encrypt => 1,
                Direction::Decrypt => 2,
            },
            len: u8::try_from(key.len()).ok()?,
            bytes: [0; KEY_MAX],
        };
        raw.bytes.get_mut(..key.len())?.copy_from_slice(key);
        Some(raw)
    }

    /// The cipher in the direction that the key was set for. `None`: there is no key.
    pub fn cipher(&self) -> Option<BlockCipher> {
        self.cipher_to(self.direction()?)
    }

    /// The direction that the key was set for. `None`: there is no key.
    pub fn direction(&self) -> Option<Direction> {
        match self.direction {
            1 => Some(Direction::Encrypt),
            2 => Some(Direction::Decrypt),
            _ => None,
        }
    }

    /// The cipher in a direction of the caller's choice. `None`: there is no key.
    pub fn cipher_to(&self, direction: Direction) -> Option<BlockCipher> {
        let algorithm = match self.algorithm {
            1 => Algorithm::Aes,
            2 => Algorithm::Aria,
            3 => Algorithm::Camellia,
            4 => Algorithm::Des,
            5 => Algorithm::TripleDes,
            _ => return None,
        };
        BlockCipher::new(algorithm, direction, self.bytes()?)
    }

    /// The bytes of the key.
    pub fn bytes(&self) -> Option<&[u8]> {
        self.bytes.get(..usize::from(self.len))
    }

    /// Whether there is a key.
    pub fn is_set(&self) -> bool {
        self.len != 0
    }

    /// Whether this is a key of AES.
    pub fn is_aes(&self) -> bool {
        self.algorithm == 1
    }

    /// Back to no key.
    pub fn wipe(&mut self) {
        self.bytes.zeroize();
        *self = Self::NONE;
    }
}

/// A block cipher with its key schedule, which is wiped when dropped, in one direction.
pub struct BlockCipher(Schedule);

#[allow(clippy::large_enum_variant)] // lives on the stack for the length of a call
enum Schedule {
    Aes128Enc(Aes128Enc),
    Aes192Enc(Aes192Enc),
    Aes256Enc(Aes256Enc),
    Aes128Dec(Aes128Dec),
    Aes192Dec(Aes192Dec),
    Aes256Dec(Aes256Dec),
    Aria128(Direction, Aria128),
    Aria192(Direction, Aria192),
    Aria256(Direction, Aria256),
    Camellia128(Direction, Camellia128),
    Camellia192(Direction, Camellia192),
    Camellia256(Direction, Camellia256),
    Des(Direction, Des),
    TdesEde2(Direction, TdesEde2),
    TdesEde3(Direction, TdesEde3),
}

impl BlockCipher {
    /// `None`: the cipher has no keys of that length.
    pub fn new(algorithm: Algorithm, direction: Direction, key: &[u8]) -> Option<Self> {
        use Direction::{Decrypt, Encrypt};
        Some(Self(match (algorithm, key.len(), direction) {
            (Algorithm::Aes, 16, Encrypt) => Schedule::Aes128Enc(Aes128Enc::new_from_slice(key).ok()?),
            (Algorithm::Aes, 24, Encrypt) => Schedule::Aes192Enc(Aes192Enc::new_from_slice(key).ok()?),
            (Algorithm::Aes, _, Encrypt) => Schedule::Aes256Enc(Aes256Enc::new_from_slice(key).ok()?),
            (Algorithm::Aes, 16, Decrypt) => Schedule::Aes128Dec(Aes128Dec::new_from_slice(key).ok()?),
            (Algorithm::Aes, 24, Decrypt) => Schedule::Aes192Dec(Aes192Dec::new_from_slice(key).ok()?),
            (Algorithm::Aes, _, Decrypt) => Schedule::Aes256Dec(Aes256Dec::new_from_slice(key).ok()?),
            (Algorithm::Aria, 16, _) => Schedule::Aria128(direction, Aria128::new_from_slice(key).ok()?),
            (Algorithm::Aria, 24, _) => Schedule::Aria192(direction, Aria192::new_from_slice(key).ok()?),
            (Algorithm::Aria, _, _) => Schedule::Aria256(direction, Aria256::new_from_slice(key).ok()?),
            (Algorithm::Camellia, 16, _) => {
                Schedule::Camellia128(direction, Camellia128::new_from_slice(key).ok()?)
            }
            (Algorithm::Camellia, 24, _) => {
                Schedule::Camellia192(direction, Camellia192::new_from_slice(key).ok()?)
            }
            (Algorithm::Camellia, _, _) => {
                Schedule::Camellia256(direction, Camellia256::new_from_slice(key).ok()?)
            }
            (Algorithm::Des, _, _) => Schedule::Des(direction, Des::new_from_slice(key).ok()?),
            (Algorithm::TripleDes, 16, _) => {
                Schedule::TdesEde2(direction, TdesEde2::new_from_slice(key).ok()?)
            }
            (Algorithm::TripleDes, _, _) => {
                Schedule::TdesEde3(direction, TdesEde3::new_from_slice(key).ok()?)
            }
        }))
    }

    /// The bytes of a block.
    pub fn block_len(&self) -> usize {
        match &self.0 {
            Schedule::Des(..) | Schedule::TdesEde2(..) | Schedule::TdesEde3(..) => 8,
            _ => 16,
        }
    }

    /// Runs over whole blocks where they stand, each by itself; what is less than a block at the end stays as it is.
    pub fn apply(&self, blocks: &mut [u8]) {
        match &self.0 {
            Schedule::Aes128Enc(cipher) => encrypt(cipher, blocks),
            Schedule::Aes192Enc(cipher) => encrypt(cipher, blocks),
            Schedule::Aes256Enc(cipher) => encrypt(cipher, blocks),
            Schedule::Aes128Dec(cipher) => decrypt(cipher, blocks),
            Schedule::Aes192Dec(cipher) => decrypt(cipher, blocks),
            Schedule::Aes256Dec(cipher) => decrypt(cipher, blocks),
            Schedule::Aria128(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::Aria192(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::Aria256(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::Camellia128(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::Camellia192(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::Camellia256(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::Des(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::TdesEde2(direction, cipher) => either(*direction, cipher, blocks),
            Schedule::TdesEde3(direction, cipher) => either(*direction, cipher, blocks),
        }
    }
}

impl Blocks for BlockCipher {
    fn block_len(&self) -> usize {
        Self::block_len(self)
    }

    fn apply(&self, blocks: &mut [u8]) {
        Self::apply(self, blocks);
    }
}

fn either<C: BlockCipherEncrypt + BlockCipherDecrypt>(direction: Direction, cipher: &C, blocks: &mut [u8]) {
    match direction {
        Direction::Encrypt => encrypt(cipher, blocks),
        Direction::Decrypt => decrypt(cipher, blocks),
    }
}

fn encrypt<C: BlockCipherEncrypt>(cipher: &C, blocks: &mut [u8]) {
    let (blocks, _): (&mut [Block<C>], _) = Array::slice_as_chunks_mut(blocks);
    match blocks {
        [block] => cipher.encrypt_block(block),
        blocks => cipher.encrypt_blocks(blocks),
    }
}

fn decrypt<C: BlockCipherDecrypt>(cipher: &C, blocks: &mut [u8]) {
    let (blocks, _): (&mut [Block<C>], _) = Array::slice_as_chunks_mut(blocks);
    match blocks {
        [block] => cipher.decrypt_block(block),
        blocks => cipher.decrypt_blocks(blocks),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn unhex(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    /// Encryption with the key of `hex`, to the cipher text of `hex`.
    fn known(algorithm: Algorithm, key: &str, plain: &str, cipher: &str) {
        let (key, plain, sealed) = (unhex(key), unhex(plain), unhex(cipher));
        let mut block = plain.clone();
        let raw = RawKey::new(algorithm, Direction::Encrypt, &key).unwrap();
        raw.cipher().unwrap().apply(&mut block);
        assert_eq!(block, sealed, "{algorithm:?} {}", key.len());
        raw.cipher_to(Direction::Decrypt).unwrap().apply(&mut block);
        assert_eq!(block, plain, "{algorithm:?} {}", key.len());
    }

    /// FIPS 197 appendix C.
    #[test]
    fn known_blocks_of_aes() {
        let key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        let plain = "00112233445566778899aabbccddeeff";
        known(Algorithm::Aes, &key[..32], plain, "69c4e0d86a7b0430d8cdb78070b4c55a");
        known(Algorithm::Aes, &key[..48], plain, "dda97ca4864cdfe06eaf70a0ec0d7191");
        known(Algorithm::Aes, key, plain, "8ea2b7ca516745bfeafc49904b496089");
    }

    /// RFC 5794 appendix A.
    #[test]
    fn known_blocks_of_aria() {
        let key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        let plain = "00112233445566778899aabbccddeeff";
        known(Algorithm::Aria, &key[..32], plain, "d718fbd6ab644c739da95f3be6451778");
        known(Algorithm::Aria, &key[..48], plain, "26449c1805dbe7aa25a468ce263a9e79");
        known(Algorithm::Aria, key, plain, "f92bd7c79fb72e2f2b8f80c1972d24fc");
    }

    /// RFC 3713 appendix A.
    #[test]
    fn known_blocks_of_camellia() {
        let key = "0123456789abcdeffedcba987654321000112233445566778899aabbccddeeff";
        let plain = "0123456789abcdeffedcba9876543210";
        known(Algorithm::Camellia, &key[..32], plain, "67673138549669730857065648eabe43");
        known(Algorithm::Camellia, &key[..48], plain, "b4993401b3e996f84ee5cee7d79b09b9");
        known(Algorithm::Camellia, key, plain, "9acc237dff16d76c20ef7c919e3a7509");
    }

    /// NIST SP 800-67 appendix B for three keys; with the same key three times, it is DES.
    #[test]
    fn known_blocks_of_des() {
        let keys = "0123456789abcdef23456789abcdef01456789abcdef0123";
        known(Algorithm::TripleDes, keys, "5468652071756663", "a826fd8ce53b855f");
        let one = "0123456789abcdef";
        known(Algorithm::Des, one, "4e6f772069732074", "3fa40e8a984d4815");
        known(Algorithm::TripleDes, &one.repeat(2), "4e6f772069732074", "3fa40e8a984d4815");
        known(Algorithm::TripleDes, &one.repeat(3), "4e6f772069732074", "3fa40e8a984d4815");
    }

    #[test]
    fn a_key_of_another_length_is_none() {
        for (algorithm, lengths) in [
            (Algorithm::Aes, &[16, 24, 32][..]),
            (Algorithm::Aria, &[16, 24, 32]),
            (Algorithm::Camellia, &[16, 24, 32]),
            (Algorithm::Des, &[8]),
            (Algorithm::TripleDes, &[16, 24]),
        ] {
            for len in 0..70 {
                let made = RawKey::new(algorithm, Direction::Encrypt, &vec![1; len]).is_some();
                assert_eq!(made, lengths.contains(&len), "{algorithm:?} {len}");
                let made = BlockCipher::new(algorithm, Direction::Decrypt, &vec![1; len]).is_some();
                assert_eq!(made, lengths.contains(&len), "{algorithm:?} {len}");
            }
        }
        assert!(RawKey::NONE.cipher().is_none() && RawKey::NONE.cipher_to(Direction::Encrypt).is_none());
    }
}
