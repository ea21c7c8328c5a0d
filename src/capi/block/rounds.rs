//! AES with round keys at hand, where the processor has instructions for it.

use zeroize::Zeroizing;

use super::key::Key;
use crate::capi::boundary::Plain;
use crate::crypto::aes_ni::RoundKeys;
use crate::crypto::block::{Algorithm, Blocks, Direction, RawKey};

/// A key of AES and its round keys, so that a call on a single block begins at once.
#[repr(C)]
pub(crate) struct AesKey {
    raw: RawKey,
    rounds: RoundKeys,
}
// SAFETY: integers and arrays of integers.
unsafe impl Plain for AesKey {}

impl Key for AesKey {
    fn set(&mut self, algorithm: Algorithm, direction: Direction, key: &[u8]) -> Option<()> {
        self.raw = RawKey::new(algorithm, direction, key)?;
        self.rounds = RoundKeys::NONE;
        if self.raw.is_aes() {
            make(&mut self.rounds, direction, key);
        }
        Some(())
    }

    fn raw(&self) -> &RawKey {
        &self.raw
    }

    fn with<R>(&self, direction: Direction, work: impl FnOnce(&dyn Blocks) -> R) -> Option<R> {
        if self.rounds.is_set() && self.raw.direction() == Some(direction) {
            return with(&self.rounds, direction, work);
        }
        self.raw.with(direction, work)
    }
}

/// The round keys of a key. `None`: it is not one of AES, or the processor has no instructions for it.
pub(super) fn made_of(key: &RawKey, direction: Direction) -> Option<Zeroizing<RoundKeys>> {
    let bytes = key.bytes().filter(|_| key.is_aes())?;
    let mut keys = Zeroizing::new(RoundKeys::NONE);
    make(&mut keys, direction, bytes);
    keys.is_set().then_some(keys)
}

/// What `work` gives with the cipher that has such round keys. `None`: the processor has no instructions for it.
pub(super) fn with<R>(
    keys: &RoundKeys,
    direction: Direction,
    work: impl FnOnce(&dyn Blocks) -> R,
) -> Option<R> {
    available().then(|| work(&Rounds { keys, direction }))
}

/// Only made where the instructions are available.
struct Rounds<'a> {
    keys: &'a RoundKeys,
    direction: Direction,
}

impl Blocks for Rounds<'_> {
    fn block_len(&self) -> usize {
        16
    }

    fn apply(&self, blocks: &mut [u8]) {
        // SAFETY: the instructions are available, see `Rounds`.
        unsafe { self.keys.apply(self.direction, blocks) };
    }
}

fn make(keys: &mut RoundKeys, direction: Direction, key: &[u8]) {
    if available() {
        // SAFETY: the instructions are available.
        unsafe { keys.set(direction, key) };
    }
}

fn available() -> bool {
    is_x86_feature_detected!("aes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::BlockCipher;
    use crate::crypto::block::tests::unhex;

    const NO_KEY: AesKey = AesKey { raw: RawKey::NONE, rounds: RoundKeys::NONE };

    fn apply(key: &AesKey, direction: Direction, mut blocks: Vec<u8>) -> Vec<u8> {
        key.with(direction, |cipher| cipher.apply(&mut blocks)).unwrap();
        blocks
    }

    /// FIPS 197 appendix C.
    #[test]
    fn known_blocks() {
        let key = unhex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        let plain = unhex("00112233445566778899aabbccddeeff");
        for (len, sealed) in [
            (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
            (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
            (32, "8ea2b7ca516745bfeafc49904b496089"),
        ] {
            let (mut enc, mut dec) = (NO_KEY, NO_KEY);
            enc.set(Algorithm::Aes, Direction::Encrypt, &key[..len]).unwrap();
            dec.set(Algorithm::Aes, Direction::Decrypt, &key[..len]).unwrap();
            assert_eq!((enc.rounds.is_set(), dec.rounds.is_set()), (available(), available()));
            assert_eq!(apply(&enc, Direction::Encrypt, plain.clone()), unhex(sealed));
            assert_eq!(apply(&dec, Direction::Decrypt, unhex(sealed)), plain);
            // The other direction than that of the round keys.
            assert_eq!(apply(&dec, Direction::Encrypt, plain.clone()), unhex(sealed));
            assert_eq!(apply(&enc, Direction::Decrypt, unhex(sealed)), plain);
        }
    }

    /// The `aes` crate is what a processor without the instructions gets.
    #[test]
    fn any_number_of_blocks_as_without_the_instructions() {
        let mut seed = 1u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed.to_be_bytes()[0]
        };
        for len in 0..400 {
            let key_len = [16, 24, 32][len % 3];
            let key: Vec<u8> = (0..key_len).map(|_| random()).collect();
            let data: Vec<u8> = (0..len).map(|_| random()).collect();
            for direction in [Direction::Encrypt, Direction::Decrypt] {
                let mut kept = NO_KEY;
                kept.set(Algorithm::Aes, direction, &key).unwrap();
                let mut expected = data.clone();
                BlockCipher::new(Algorithm::Aes, direction, &key).unwrap().apply(&mut expected);
                assert_eq!(apply(&kept, direction, data.clone()), expected, "{len} {direction:?}");
                let mut fresh = data.clone();
                kept.raw.with_own(|cipher| cipher.apply(&mut fresh)).unwrap();
                assert_eq!(fresh, expected, "{len} {direction:?}");
            }
        }
    }

    #[test]
    fn a_key_takes_the_place_of_another() {
        let mut key = NO_KEY;
        assert!(key.with(Direction::Encrypt, |_| ()).is_none() && key.with_own(|_| ()).is_none());
        key.set(Algorithm::Aes, Direction::Encrypt, &[1; 16]).unwrap();
        assert!(key.set(Algorithm::Aes, Direction::Encrypt, &[1; 17]).is_none());
        key.set(Algorithm::Camellia, Direction::Encrypt, &[1; 16]).unwrap();
        let mut expected = [7; 16];
        BlockCipher::new(Algorithm::Camellia, Direction::Encrypt, &[1; 16]).unwrap().apply(&mut expected);
        assert_eq!(apply(&key, Direction::Encrypt, vec![7; 16]), expected);
    }
}
