//! Modes of operation over a block cipher, in place: CBC, CFB, OFB and CTR (NIST SP 800-38A) and XTS (IEEE 1619).
//!
//! What goes on from call to call (the IV, the position inside a block) is the caller's, as it is in C. Positions are taken
//! modulo the length of a block.

use super::block::{Blocks, Direction};

/// Bytes that are worked on at once: enough for ciphers that run several blocks in parallel.
const CHUNK: usize = 512;
/// Data of up to this many bytes does without room for a whole chunk: clearing it would take as long as the work.
const SHORT: usize = 64;

/// CBC encryption of whole blocks; a rest stays as it is. `iv` is left as the next call wants it.
pub fn cbc_encrypt<const N: usize>(cipher: &dyn Blocks, iv: &mut [u8; N], data: &mut [u8]) {
    let mut before = *iv;
    for block in data.as_chunks_mut::<N>().0 {
        xor(block, &before);
        cipher.apply(block);
        before = *block;
    }
    *iv = before;
}

/// CBC decryption of whole blocks; a rest stays as it is. `iv` is left as the next call wants it.
pub fn cbc_decrypt<const N: usize>(cipher: &dyn Blocks, iv: &mut [u8; N], data: &mut [u8]) {
    let (blocks, _) = data.as_chunks_mut::<N>();
    if let [block] = blocks {
        let sealed = *block;
        cipher.apply(block);
        xor(block, iv);
        *iv = sealed;
        return;
    }
    let mut sealed = [0; CHUNK];
    for chunk in blocks.as_flattened_mut().chunks_mut(CHUNK) {
        let Some(sealed) = sealed.get_mut(..chunk.len()) else { return };
        sealed.copy_from_slice(chunk);
        cipher.apply(chunk);
        for (block, before) in chunk.as_chunks_mut::<N>().0.iter_mut().zip(sealed.as_chunks::<N>().0) {
            xor(block, iv);
            *iv = *before;
        }
    }
}

/// CFB with segments of a whole block. The cipher is one that encrypts, whatever `direction` is.
pub fn cfb(
    cipher: &dyn Blocks,
    direction: Direction,
    offset: &mut usize,
    iv: &mut [u8; 16],
    data: &mut [u8],
) {
    by_segments(offset, data, |at, segment| {
        if at == 0 {
            cipher.apply(iv);
        }
        for (byte, iv) in segment.iter_mut().zip(iv.iter_mut().skip(at)) {
            match direction {
                Direction::Encrypt => {
                    *byte ^= *iv;
                    *iv = *byte;
                }
                Direction::Decrypt => {
                    let plain = *byte ^ *iv;
                    *iv = std::mem::replace(byte, plain);
                }
            }
        }
    });
}

/// CFB with segments of a byte. The cipher is one that encrypts, whatever `direction` is.
pub fn cfb8(cipher: &dyn Blocks, direction: Direction, iv: &mut [u8; 16], data: &mut [u8]) {
    for byte in data {
        let mut stream = *iv;
        cipher.apply(&mut stream);
        let before = *byte;
        *byte ^= stream[0];
        iv.rotate_left(1);
        iv[15] = match direction {
            Direction::Encrypt => *byte,
            Direction::Decrypt => before,
        };
    }
}

/// OFB: the same for both directions, with a cipher that encrypts.
pub fn ofb(cipher: &dyn Blocks, offset: &mut usize, iv: &mut [u8; 16], data: &mut [u8]) {
    by_segments(offset, data, |at, segment| {
        if at == 0 {
            cipher.apply(iv);
        }
        xor(segment, iv.get(at..).unwrap_or_default());
    });
}

/// CTR with a counter of 128 bits: the same for both directions, with a cipher that encrypts. `stream` keeps the rest of a
/// block of key stream.
pub fn ctr(
    cipher: &dyn Blocks,
    offset: &mut usize,
    counter: &mut [u8; 16],
    stream: &mut [u8; 16],
    data: &mut [u8],
) {
    key_stream(cipher, offset, stream, data, || {
        let block = *counter;
        *counter = u128::from_be_bytes(block).wrapping_add(1).to_be_bytes();
        block
    });
}

/// Xors `data` with the encryption of what `next_counter` gives, block after block.
pub(super) fn key_stream(
    cipher: &dyn Blocks,
    offset: &mut usize,
    stream: &mut [u8; 16],
    data: &mut [u8],
    next_counter: impl FnMut() -> [u8; 16],
) {
    *offset %= 16;
    let mut data = data;
    if *offset != 0 {
        let (head, rest) = data.split_at_mut((16 - *offset).min(data.len()));
        xor(head, stream.get(*offset..).unwrap_or_default());
        *offset = (*offset + head.len()) % 16;
        data = rest;
    }
    if data.len() <= SHORT {
        whole_stream::<SHORT>(cipher, offset, stream, data, next_counter);
    } else {
        whole_stream::<CHUNK>(cipher, offset, stream, data, next_counter);
    }
}

/// [`key_stream`] from the beginning of a block.
fn whole_stream<const ROOM: usize>(
    cipher: &dyn Blocks,
    offset: &mut usize,
    stream: &mut [u8; 16],
    data: &mut [u8],
    mut next_counter: impl FnMut() -> [u8; 16],
) {
    let mut made = [0; ROOM];
    for chunk in data.chunks_mut(ROOM) {
        let Some(made) = made.get_mut(..chunk.len().next_multiple_of(16)) else { return };
        let (blocks, _) = made.as_chunks_mut::<16>();
        blocks.iter_mut().for_each(|block| *block = next_counter());
        cipher.apply(made);
        xor(chunk, made);
        if let Some(last) = made.last_chunk() {
            *stream = *last;
        }
        *offset = chunk.len() % 16;
    }
}

/// XTS over one data unit of at least one block (IEEE 1619 section 5.3); less than that stays as it is. `tweak` is the number
/// of the data unit, encrypted already with the second key.
pub fn xts(cipher: &dyn Blocks, direction: Direction, tweak: [u8; 16], data: &mut [u8]) {
    let rest_len = data.len() % 16;
    // The last two blocks are for stealing, unless the data ends with a whole one.
    let whole = if rest_len == 0 { data.len() } else { data.len().saturating_sub(16 + rest_len) };
    let Some((whole, last)) = data.split_at_mut_checked(whole) else { return };
    let mut tweak = tweak;
    if whole.len() <= SHORT {
        xts_by::<SHORT>(cipher, &mut tweak, whole);
    } else {
        xts_by::<CHUNK>(cipher, &mut tweak, whole);
    }
    let Some((block, rest)) = last.split_first_chunk_mut::<16>() else { return };
    let (first, second) = match direction {
        Direction::Encrypt => (tweak, times_alpha(tweak)),
        Direction::Decrypt => (times_alpha(tweak), tweak),
    };
    tweaked(cipher, &first, block);
    rest.swap_with_slice(block.get_mut(..rest_len).unwrap_or_default());
    tweaked(cipher, &second, block);
}

/// Whole blocks; `tweak` is left as the next one wants it.
fn xts_by<const ROOM: usize>(cipher: &dyn Blocks, tweak: &mut [u8; 16], data: &mut [u8]) {
    let mut tweaks = [0; ROOM];
    for chunk in data.chunks_mut(ROOM) {
        for (block, kept) in chunk.as_chunks_mut::<16>().0.iter_mut().zip(tweaks.as_chunks_mut::<16>().0) {
            xor(block, tweak);
            *kept = *tweak;
            *tweak = times_alpha(*tweak);
        }
        cipher.apply(chunk);
        xor(chunk, &tweaks);
    }
}

fn tweaked(cipher: &dyn Blocks, tweak: &[u8; 16], block: &mut [u8; 16]) {
    xor(block, tweak);
    cipher.apply(block);
    xor(block, tweak);
}

/// Multiplies by the primitive element of GF(2^128), the first byte being the lowest (IEEE 1619 section 5.2).
fn times_alpha(tweak: [u8; 16]) -> [u8; 16] {
    let value = u128::from_le_bytes(tweak);
    // The carry as a mask, not as a branch: the tweak is a secret.
    let carry = 0u128.wrapping_sub(value >> 127);
    ((value << 1) ^ (carry & 0x87)).to_le_bytes()
}

/// Calls `each` with pieces of `data` that do not cross the border of a block, and where in a block each starts.
fn by_segments(offset: &mut usize, data: &mut [u8], mut each: impl FnMut(usize, &mut [u8])) {
    let mut data = data;
    *offset %= 16;
    while !data.is_empty() {
        let (segment, rest) = data.split_at_mut((16 - *offset).min(data.len()));
        each(*offset, segment);
        *offset = (*offset + segment.len()) % 16;
        data = rest;
    }
}

/// Xors `from` into `to`, as far as both go.
pub(super) fn xor(to: &mut [u8], from: &[u8]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to ^= from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::tests::unhex;
    use crate::crypto::block::{Algorithm, BlockCipher};

    const KEY: &str = "2b7e151628aed2a6abf7158809cf4f3c";
    const IV: &str = "000102030405060708090a0b0c0d0e0f";
    const PLAIN: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    fn aes(direction: Direction, key: &str) -> BlockCipher {
        BlockCipher::new(Algorithm::Aes, direction, &unhex(key)).unwrap()
    }

    fn iv() -> [u8; 16] {
        unhex(IV).try_into().unwrap()
    }

    /// NIST SP 800-38A appendix F.1.1 and F.2.1.
    #[test]
    fn ecb_and_cbc() {
        let (enc, dec) = (aes(Direction::Encrypt, KEY), aes(Direction::Decrypt, KEY));
        let mut data = unhex(PLAIN);
        enc.apply(&mut data);
        assert_eq!(
            data,
            unhex(
                "3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf43b1cd7f598ece23881b00e3ed0306887b0c785e27e8ad3f8223207104725dd4"
            )
        );
        let mut data = unhex(PLAIN);
        let mut chain = iv();
        cbc_encrypt(&enc, &mut chain, &mut data);
        assert_eq!(
            data,
            unhex(
                "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b273bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7"
            )
        );
        assert_eq!(chain[..], data[48..]);
        let mut chain = iv();
        cbc_decrypt(&dec, &mut chain, &mut data);
        assert_eq!(data, unhex(PLAIN));
    }

    /// NIST SP 800-38A appendix F.3.7, F.3.13, F.4.1 and F.5.1, each in pieces of every length.
    #[test]
    fn the_stream_modes_in_pieces() {
        let enc = aes(Direction::Encrypt, KEY);
        let cfb8_len = 18;
        for piece in 1..64 {
            let (mut a, mut b, mut c, mut d) = (unhex(PLAIN), unhex(PLAIN), unhex(PLAIN), unhex(PLAIN));
            let (mut iv_a, mut iv_b, mut iv_c) = (iv(), iv(), iv());
            let mut counter = unhex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff").try_into().unwrap();
            let (mut at_a, mut at_b, mut at_d, mut stream) = (0, 0, 0, [0; 16]);
            a.chunks_mut(piece).for_each(|data| cfb(&enc, Direction::Encrypt, &mut at_a, &mut iv_a, data));
            b.chunks_mut(piece).for_each(|data| ofb(&enc, &mut at_b, &mut iv_b, data));
            c.chunks_mut(piece).for_each(|data| cfb8(&enc, Direction::Encrypt, &mut iv_c, data));
            d.chunks_mut(piece).for_each(|data| ctr(&enc, &mut at_d, &mut counter, &mut stream, data));
            assert_eq!(
                a,
                unhex(
                    "3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b26751f67a3cbb140b1808cf187a4f4dfc04b05357c5d1c0eeac4c66f9ff7f2e6"
                )
            );
            assert_eq!(
                b,
                unhex(
                    "3b3fd92eb72dad20333449f8e83cfb4a7789508d16918f03f53c52dac54ed8259740051e9c5fecf64344f7a82260edcc304c6528f659c77866a510d9c1d6ae5e"
                )
            );
            assert_eq!(c[..cfb8_len], unhex("3b79424c9c0dd436bace9e0ed4586a4f32b9"));
            assert_eq!(
                d,
                unhex(
                    "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee"
                )
            );
            let (mut iv_a, mut iv_c, mut at_a) = (iv(), iv(), 0);
            a.chunks_mut(piece).for_each(|data| cfb(&enc, Direction::Decrypt, &mut at_a, &mut iv_a, data));
            c.chunks_mut(piece).for_each(|data| cfb8(&enc, Direction::Decrypt, &mut iv_c, data));
            assert_eq!((a, c), (unhex(PLAIN), unhex(PLAIN)));
        }
    }

    #[test]
    fn the_counter_wraps_around() {
        let enc = aes(Direction::Encrypt, KEY);
        let (mut counter, mut stream, mut at) = ([0xff; 16], [0; 16], 0);
        let mut data = [0; 2000];
        ctr(&enc, &mut at, &mut counter, &mut stream, &mut data);
        let (mut first, mut second) = ([0xff; 16], [0; 16]);
        enc.apply(&mut first);
        enc.apply(&mut second);
        assert_eq!((&data[..16], &data[16..32]), (&first[..], &second[..]));
        assert_eq!((u128::from_be_bytes(counter), at), (124, 0));
    }

    /// IEEE 1619 annex B, vectors 1, 2 and 15, and one of more than a chunk against itself.
    #[test]
    fn data_units_of_xts() {
        for (data_key, tweak_key, unit, plain, sealed) in [
            (
                "00".repeat(16),
                "00".repeat(16),
                "00".repeat(16),
                "00".repeat(32),
                "917cf69ebd68b2ec9b9fe9a3eadda692cd43d2f59598ed858c02c2652fbf922e",
            ),
            (
                "11".repeat(16),
                "22".repeat(16),
                format!("{}{}", "33".repeat(5), "00".repeat(11)),
                "44".repeat(32),
                "c454185e6a16936e39334038acef838bfb186fff7480adc4289382ecd6d394f0",
            ),
            (
                "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0".to_owned(),
                "bfbebdbcbbbab9b8b7b6b5b4b3b2b1b0".to_owned(),
                format!("9a78563412{}", "00".repeat(11)),
                "000102030405060708090a0b0c0d0e0f10".to_owned(),
                "6c1625db4671522d3d7599601de7ca09ed",
            ),
        ] {
            let mut tweak: [u8; 16] = unhex(&unit).try_into().unwrap();
            aes(Direction::Encrypt, &tweak_key).apply(&mut tweak);
            let mut data = unhex(&plain);
            xts(&aes(Direction::Encrypt, &data_key), Direction::Encrypt, tweak, &mut data);
            assert_eq!(data, unhex(sealed));
            xts(&aes(Direction::Decrypt, &data_key), Direction::Decrypt, tweak, &mut data);
            assert_eq!(data, unhex(&plain));
        }
        let (enc, dec) = (aes(Direction::Encrypt, KEY), aes(Direction::Decrypt, KEY));
        let tweak = [9; 16];
        for len in 16..600 {
            let mut data = vec![7; len];
            xts(&enc, Direction::Encrypt, tweak, &mut data);
            // Block after block gives the same, up to the last two.
            let mut one = [7; 16];
            tweaked(&enc, &tweak, &mut one);
            assert!(len < 32 || data[..16] == one);
            xts(&dec, Direction::Decrypt, tweak, &mut data);
            assert_eq!(data, vec![7; len]);
        }
    }
}
