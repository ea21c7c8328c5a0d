//! Digests that compress block after block (Merkle-Damgård), in parts that may lie in a C context.

use ripemd::block_api::Ripemd160Core;
use ripemd::digest::array::Array;
use ripemd::digest::block_api::UpdateCore;
use ripemd::digest::common::hazmat::SerializableState;

use super::Digest;

/// A running digest: `B` bytes are a block.
pub struct Blocks<'a, F: Function<B>, const B: usize> {
    /// What compresses.
    pub function: F,
    /// The bytes taken so far; the lower word comes first.
    pub total: &'a mut [F::Word; 2],
    /// The chaining value; what a function leaves unused stays at the end.
    pub words: &'a mut [F::Word],
    /// The beginning of a block that is not complete.
    pub buffer: &'a mut [u8; B],
}

/// The functions on words of 32 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Narrow {
    /// MD5.
    Md5,
    /// RIPEMD-160.
    Ripemd160,
    /// SHA-1.
    Sha1,
    /// SHA-224.
    Sha224,
    /// SHA-256.
    Sha256,
}

/// The functions on words of 64 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wide {
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// What tells one such digest from another.
pub trait Function<const B: usize>: Copy {
    /// The unit of the chaining value.
    type Word: Word;

    /// The chaining value to begin with.
    fn initial(self) -> &'static [Self::Word];

    /// Takes whole blocks.
    fn compress(self, words: &mut [Self::Word], blocks: &[[u8; B]]);

    /// Bytes of a digest.
    fn size(self) -> usize;

    /// The order of bytes in words and in the length.
    fn is_little_endian(self) -> bool;
}

/// An unsigned number of 32 or 64 bits.
pub trait Word: Copy + Into<u64> + Into<u128> + 'static {
    /// The lowest bits of `value`.
    fn low(value: u128) -> Self;
}

impl<F: Function<B>, const B: usize> Blocks<'_, F, B> {
    /// Begins anew.
    pub fn start(&mut self) {
        *self.total = [F::Word::low(0); 2];
        copy(self.words, self.function.initial());
    }

    /// Adds `data`.
    pub fn update(&mut self, mut data: &[u8]) {
        let filled = self.filled();
        let total = self.total().wrapping_add(u128::try_from(data.len()).unwrap_or(0));
        *self.total = [F::Word::low(total), F::Word::low(total >> (8 * size_of::<F::Word>()))];
        if filled > 0 {
            let (_, free) = self.buffer.split_at_mut(filled);
            let (now, rest) = data.split_at(free.len().min(data.len()));
            copy(free, now);
            if now.len() < free.len() {
                return;
            }
            self.compress_buffer();
            data = rest;
        }
        let (blocks, rest) = data.as_chunks();
        if !blocks.is_empty() {
            self.function.compress(self.words, blocks);
        }
        copy(self.buffer, rest);
    }

    /// Takes a block by itself: neither counted nor joined with what waits in the buffer.
    pub fn process(&mut self, block: &[u8; B]) {
        self.function.compress(self.words, std::slice::from_ref(block));
    }

    /// The digest of what was added. The parts are not to be used again before [`Self::start`].
    pub fn finish(&mut self) -> Digest {
        // One bit, zeros, and the length in bits at the end of a block.
        let length_size = B / 8;
        let bits = self.total() << 3;
        let filled = self.filled();
        let (_, free) = self.buffer.split_at_mut(filled);
        let room = free.len();
        free.fill(0);
        copy(free, &[0x80]);
        if room <= length_size {
            self.compress_buffer();
            self.buffer.fill(0);
        }
        let (_, length) = self.buffer.split_at_mut(B - length_size);
        if self.function.is_little_endian() {
            copy(length, &bits.to_le_bytes());
        } else {
            copy(length, bits.to_be_bytes().get(16 - length_size..).unwrap_or_default());
        }
        self.compress_buffer();

        let word_size = size_of::<F::Word>();
        Digest::new(self.function.size(), |out| {
            for (chunk, word) in out.chunks_mut(word_size).zip(self.words.iter()) {
                let word: u64 = (*word).into();
                if self.function.is_little_endian() {
                    copy(chunk, &word.to_le_bytes());
                } else {
                    copy(chunk, word.to_be_bytes().get(8 - word_size..).unwrap_or_default());
                }
            }
        })
    }

    fn compress_buffer(&mut self) {
        self.function.compress(self.words, std::slice::from_ref(self.buffer));
    }

    fn total(&self) -> u128 {
        let [low, high] = *self.total;
        let (low, high): (u128, u128) = (low.into(), high.into());
        low | high << (8 * size_of::<F::Word>())
    }

    /// How much of the buffer is in use: always less than a block.
    fn filled(&self) -> usize {
        let [low, _] = *self.total;
        let low: u64 = low.into();
        usize::try_from(low).unwrap_or(0) % B
    }
}

/// Writes the first items of `from` to the beginning of `to`, as many as both have.
fn copy<T: Copy>(to: &mut [T], from: &[T]) {
    let len = to.len().min(from.len());
    if let (Some(to), Some(from)) = (to.get_mut(..len), from.get(..len)) {
        to.copy_from_slice(from);
    }
}

impl Word for u32 {
    fn low(value: u128) -> Self {
        let [a, b, c, d, ..] = value.to_le_bytes();
        Self::from_le_bytes([a, b, c, d])
    }
}

impl Word for u64 {
    fn low(value: u128) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = value.to_le_bytes();
        Self::from_le_bytes([a, b, c, d, e, f, g, h])
    }
}

impl Function<64> for Narrow {
    type Word = u32;

    fn initial(self) -> &'static [u32] {
        match self {
            Self::Md5 => &[0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476],
            Self::Ripemd160 | Self::Sha1 => {
                &[0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
            }
            Self::Sha224 => &[
                0xc105_9ed8,
                0x367c_d507,
                0x3070_dd17,
                0xf70e_5939,
                0xffc0_0b31,
                0x6858_1511,
                0x64f9_8fa7,
                0xbefa_4fa4,
            ],
            Self::Sha256 => &[
                0x6a09_e667,
                0xbb67_ae85,
                0x3c6e_f372,
                0xa54f_f53a,
                0x510e_527f,
                0x9b05_688c,
                0x1f83_d9ab,
                0x5be0_cd19,
            ],
        }
    }

    fn compress(self, words: &mut [u32], blocks: &[[u8; 64]]) {
        match self {
            Self::Md5 => {
                if let Some(words) = words.first_chunk_mut() {
                    md5::block_api::compress(words, blocks);
                }
            }
            Self::Ripemd160 => {
                if let Some(words) = words.first_chunk_mut() {
                    ripemd160(words, blocks);
                }
            }
            Self::Sha1 => {
                if let Some(words) = words.first_chunk_mut() {
                    sha1::block_api::compress(words, blocks);
                }
            }
            Self::Sha224 | Self::Sha256 => {
                if let Some(words) = words.first_chunk_mut() {
                    sha2::block_api::compress256(words, blocks);
                }
            }
        }
    }

    fn size(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Ripemd160 | Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
        }
    }

    fn is_little_endian(self) -> bool {
        matches!(self, Self::Md5 | Self::Ripemd160)
    }
}

/// The crate shows its compression function only as part of a hasher, which can be written down as the words and a
/// count of blocks, both little-endian.
fn ripemd160(words: &mut [u32; 5], blocks: &[[u8; 64]]) {
    let mut state = [0; 28];
    for (to, word) in state.chunks_mut(4).zip(words.iter()) {
        copy(to, &word.to_le_bytes());
    }
    let Ok(mut core) = Ripemd160Core::deserialize(&Array(state)) else { return };
    core.update_blocks(Array::cast_slice_from_core(blocks));
    let state = core.serialize();
    for (word, chunk) in words.iter_mut().zip(state.as_chunks().0) {
        *word = u32::from_le_bytes(*chunk);
    }
}

impl Function<128> for Wide {
    type Word = u64;

    fn initial(self) -> &'static [u64] {
        match self {
            Self::Sha384 => &[
                0xcbbb_9d5d_c105_9ed8,
                0x629a_292a_367c_d507,
                0x9159_015a_3070_dd17,
                0x152f_ecd8_f70e_5939,
                0x6733_2667_ffc0_0b31,
                0x8eb4_4a87_6858_1511,
                0xdb0c_2e0d_64f9_8fa7,
                0x47b5_481d_befa_4fa4,
            ],
            Self::Sha512 => &[
                0x6a09_e667_f3bc_c908,
                0xbb67_ae85_84ca_a73b,
                0x3c6e_f372_fe94_f82b,
                0xa54f_f53a_5f1d_36f1,
                0x510e_527f_ade6_82d1,
                0x9b05_688c_2b3e_6c1f,
                0x1f83_d9ab_fb41_bd6b,
                0x5be0_cd19_137e_2179,
            ],
        }
    }

    fn compress(self, words: &mut [u64], blocks: &[[u8; 128]]) {
        if let Some(words) = words.first_chunk_mut() {
            sha2::block_api::compress512(words, blocks);
        }
    }

    fn size(self) -> usize {
        match self {
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    fn is_little_endian(self) -> bool {
        false
    }
}
