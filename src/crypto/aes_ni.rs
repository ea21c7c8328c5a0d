//! AES by the instructions that a processor may have for it. The round keys are plain bytes, so that a C context can hold them and a
//! call need not make them; the `aes` crate keeps its own to itself. The functions are safe where the processor has the `aes`
//! feature: whoever calls them has to have asked.

use std::arch::x86_64::{
    __m128i, _mm_aesdec_si128, _mm_aesdeclast_si128, _mm_aesenc_si128, _mm_aesenclast_si128,
    _mm_aesimc_si128, _mm_cvtsi128_si32, _mm_cvtsi128_si64, _mm_set_epi64x, _mm_set1_epi32,
    _mm_setzero_si128, _mm_unpackhi_epi64, _mm_xor_si128,
};

use zeroize::Zeroize;

use super::block::Direction;

/// Those of one key, in one direction (FIPS 197 section 5.2; for decryption, those of the equivalent inverse cipher, section
/// 5.3.5). Any bytes are a value; all zeros do nothing.
#[repr(C)]
pub struct RoundKeys {
    /// How many there are, 0 for none; the length of the key is told by it.
    count: u8,
    keys: [[u8; 16]; MOST],
}

/// As many as a key of 32 bytes has.
const MOST: usize = 15;
/// Blocks that are worked on at once: enough to hide how long an instruction takes.
const LANES: usize = 8;

impl RoundKeys {
    /// None.
    pub const NONE: Self = Self { count: 0, keys: [[0; 16]; MOST] };

    /// Whether there are any.
    pub fn is_set(&self) -> bool {
        self.count != 0
    }

    /// Takes the place of what was there. A key of another length than 16, 24 or 32 bytes gives none.
    ///
    /// # Safety
    /// The processor has the `aes` feature.
    #[target_feature(enable = "aes")]
    pub fn set(&mut self, direction: Direction, key: &[u8]) {
        *self = Self::NONE;
        let words = self.keys.as_flattened_mut();
        self.count = match key.len() {
            16 => expand::<4>(key, words, 11),
            24 => expand::<6>(key, words, 13),
            32 => expand::<8>(key, words, 15),
            _ => 0,
        };
        if direction == Direction::Decrypt {
            let keys = self.keys.get_mut(..usize::from(self.count)).unwrap_or_default();
            keys.reverse();
            if let [_, between @ .., _] = keys {
                between.iter_mut().for_each(|key| *key = store(_mm_aesimc_si128(load(key))));
            }
        }
    }

    /// Runs over whole blocks where they stand; what is less than a block at the end stays as it is. `direction` is that of the round
    /// keys.
    ///
    /// # Safety
    /// The processor has the `aes` feature.
    #[target_feature(enable = "aes")]
    pub fn apply(&self, direction: Direction, blocks: &mut [u8]) {
        let (blocks, _) = blocks.as_chunks_mut::<16>();
        match (direction, self.count) {
            (Direction::Encrypt, 11) => run::<11, false>(&self.keys, blocks),
            (Direction::Encrypt, 13) => run::<13, false>(&self.keys, blocks),
            (Direction::Encrypt, 15) => run::<15, false>(&self.keys, blocks),
            (Direction::Decrypt, 11) => run::<11, true>(&self.keys, blocks),
            (Direction::Decrypt, 13) => run::<13, true>(&self.keys, blocks),
            (Direction::Decrypt, 15) => run::<15, true>(&self.keys, blocks),
            _ => {}
        }
    }
}

impl Zeroize for RoundKeys {
    fn zeroize(&mut self) {
        self.keys.as_flattened_mut().zeroize();
        self.count = 0;
    }
}

/// The key expansion of FIPS 197 section 5.2, a key's length of `N` words at a time. Gives `count`.
#[target_feature(enable = "aes")]
fn expand<const N: usize>(key: &[u8], out: &mut [u8], count: u8) -> u8 {
    let mut words = [0; N];
    for (word, bytes) in words.iter_mut().zip(key.as_chunks().0) {
        *word = u32::from_le_bytes(*bytes);
    }
    let mut last = words.last().copied().unwrap_or_default();
    let mut round = 1;
    let (out, _) = out.as_chunks_mut::<4>();
    for out in out.chunks_mut(N).take((4 * usize::from(count)).div_ceil(N)) {
        for ((at, word), out) in words.iter_mut().enumerate().zip(out) {
            *out = word.to_le_bytes();
            if at == 0 {
                last = substitute(last).rotate_right(8) ^ round;
            } else if N == 8 && at == 4 {
                last = substitute(last);
            }
            *word ^= last;
            last = *word;
        }
        // The next power of x in GF(2^8).
        round = (round << 1) ^ ((round >> 7) * 0x11b);
    }
    words.zeroize();
    count
}

/// SubWord: four equal columns are what ShiftRows leaves alone.
#[target_feature(enable = "aes")]
fn substitute(word: u32) -> u32 {
    let columns = _mm_set1_epi32(word.cast_signed());
    _mm_cvtsi128_si32(_mm_aesenclast_si128(columns, _mm_setzero_si128())).cast_unsigned()
}

#[target_feature(enable = "aes")]
fn run<const N: usize, const DECRYPT: bool>(keys: &[[u8; 16]; MOST], blocks: &mut [[u8; 16]]) {
    let [first, between @ .., last] = keys.first_chunk::<N>().map(<[_; N]>::as_slice).unwrap_or_default()
    else {
        return;
    };
    let (groups, rest) = blocks.as_chunks_mut::<LANES>();
    for group in groups {
        let mut lanes = [_mm_setzero_si128(); LANES];
        for (lane, block) in lanes.iter_mut().zip(group.iter()) {
            *lane = _mm_xor_si128(load(block), load(first));
        }
        for key in between {
            let key = load(key);
            for lane in &mut lanes {
                *lane = round::<DECRYPT>(*lane, key);
            }
        }
        for (lane, block) in lanes.iter().zip(group) {
            *block = store(last_round::<DECRYPT>(*lane, load(last)));
        }
    }
    for block in rest {
        let mut lane = _mm_xor_si128(load(block), load(first));
        for key in between {
            lane = round::<DECRYPT>(lane, load(key));
        }
        *block = store(last_round::<DECRYPT>(lane, load(last)));
    }
}

#[inline]
#[target_feature(enable = "aes")]
fn round<const DECRYPT: bool>(lane: __m128i, key: __m128i) -> __m128i {
    if DECRYPT { _mm_aesdec_si128(lane, key) } else { _mm_aesenc_si128(lane, key) }
}

#[inline]
#[target_feature(enable = "aes")]
fn last_round<const DECRYPT: bool>(lane: __m128i, key: __m128i) -> __m128i {
    if DECRYPT { _mm_aesdeclast_si128(lane, key) } else { _mm_aesenclast_si128(lane, key) }
}

#[inline]
#[target_feature(enable = "aes")]
fn load(bytes: &[u8; 16]) -> __m128i {
    let (halves, _) = bytes.as_chunks::<8>();
    let mut halves = halves.iter().map(|half| i64::from_le_bytes(*half));
    let (low, high) = (halves.next().unwrap_or_default(), halves.next().unwrap_or_default());
    _mm_set_epi64x(high, low)
}

#[inline]
#[target_feature(enable = "aes")]
fn store(lane: __m128i) -> [u8; 16] {
    let (low, high) = (_mm_cvtsi128_si64(lane), _mm_cvtsi128_si64(_mm_unpackhi_epi64(lane, lane)));
    (u128::from(high.cast_unsigned()) << 64 | u128::from(low.cast_unsigned())).to_le_bytes()
}
