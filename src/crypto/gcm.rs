//! GCM (NIST SP 800-38D) over any block cipher of 16 bytes, with an IV of any length, at once or in pieces.

use ghash::GHash;
use ghash::universal_hash::UniversalHash;
use ghash::universal_hash::common::array::Array;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use super::block::{Blocks, Direction};
use super::modes::{key_stream, xor};

/// The bytes of a whole tag.
pub const TAG_LEN: usize = 16;
/// The bytes that can be encrypted under one IV (section 5.2.1.1).
pub const TEXT_MAX: u64 = (1 << 36) - 32;

/// What GCM keeps between calls beside the key: plain bytes without a destructor, as in [`super::block::RawKey`]. The cipher
/// that is passed in is one that encrypts, always of the same key.
#[repr(C)]
pub struct Gcm {
    aad_len: u64,
    text_len: u64,
    h: [u8; 16],
    y: [u8; 16],
    counter: [u8; 16],
    stream: [u8; 16],
    /// What the tag is xored with: the encrypted first counter block.
    tag_mask: [u8; 16],
}

impl Gcm {
    /// With the hash key of `cipher`.
    pub fn new(cipher: &dyn Blocks) -> Self {
        let mut h = [0; 16];
        cipher.apply(&mut h);
        let zero = [0; 16];
        Self { aad_len: 0, text_len: 0, h, y: zero, counter: zero, stream: zero, tag_mask: zero }
    }

    /// Begins a message. An empty IV is refused by the caller: it is not one (section 5.2.1.1).
    pub fn start(&mut self, cipher: &dyn Blocks, iv: &[u8]) {
        (self.aad_len, self.text_len, self.y) = (0, 0, [0; 16]);
        if let Ok(iv) = <&[u8; 12]>::try_from(iv) {
            self.counter = [0; 16];
            xor(&mut self.counter, iv);
            self.counter[15] = 1;
        } else {
            self.hash(0, iv);
            self.pad(iv.len() as u64);
            self.hash(0, &lengths(0, iv.len() as u64));
            self.counter = std::mem::take(&mut self.y);
        }
        self.tag_mask = next(&mut self.counter);
        cipher.apply(&mut self.tag_mask);
    }

    /// Takes in additional data; all of it comes before the text.
    pub fn additional(&mut self, aad: &[u8]) {
        self.hash(offset(self.aad_len), aad);
        self.aad_len = self.aad_len.wrapping_add(aad.len() as u64);
    }

    /// How many bytes of additional data there were.
    pub fn additional_len(&self) -> u64 {
        self.aad_len
    }

    /// How many bytes of text there were.
    pub fn text_len(&self) -> u64 {
        self.text_len
    }

    /// Encrypts the next part of the text where it stands.
    pub fn encrypt(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        if text.is_empty() {
            return;
        }
        self.end_of_additional();
        for piece in text.chunks_mut(PIECE) {
            self.crypt(cipher, piece);
            self.hash(offset(self.text_len), piece);
            self.text_len = self.text_len.wrapping_add(piece.len() as u64);
        }
    }

    /// Decrypts the next part of the text where it stands. It is not to be trusted until the tag was compared.
    pub fn decrypt(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        if text.is_empty() {
            return;
        }
        self.end_of_additional();
        for piece in text.chunks_mut(PIECE) {
            self.hash(offset(self.text_len), piece);
            self.crypt(cipher, piece);
            self.text_len = self.text_len.wrapping_add(piece.len() as u64);
        }
    }

    /// The tag of all that was taken in.
    pub fn tag(&mut self) -> [u8; TAG_LEN] {
        self.end_of_additional();
        self.pad(self.text_len);
        self.hash(0, &lengths(self.aad_len, self.text_len));
        let mut tag = self.tag_mask;
        xor(&mut tag, &self.y);
        tag
    }

    /// As [`seal`], with the hash key at hand. No message is begun afterwards.
    pub fn seal(&mut self, cipher: &dyn Blocks, iv: &[u8], aad: &[u8], text: &mut [u8]) -> [u8; TAG_LEN] {
        self.whole(cipher, iv, aad, text, Direction::Encrypt)
    }

    /// As [`open`], with the hash key at hand. No message is begun afterwards.
    pub fn open(&mut self, cipher: &dyn Blocks, iv: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> bool {
        let wanted = self.whole(cipher, iv, aad, text, Direction::Decrypt);
        let good = wanted.get(..tag.len()).is_some_and(|wanted| wanted.ct_eq(tag).into());
        if !good {
            text.zeroize();
        }
        good
    }

    /// A message at once, which makes the powers of the hash key only once; gives the tag.
    fn whole(
        &mut self,
        cipher: &dyn Blocks,
        iv: &[u8],
        aad: &[u8],
        text: &mut [u8],
        direction: Direction,
    ) -> [u8; TAG_LEN] {
        self.start(cipher, iv);
        let mut hash = GHash::new(&self.h.into());
        hash.update_padded(aad);
        for piece in text.chunks_mut(PIECE) {
            if direction == Direction::Decrypt {
                hash.update_padded(piece);
            }
            self.crypt(cipher, piece);
            if direction == Direction::Encrypt {
                hash.update_padded(piece);
            }
        }
        hash.update(&[lengths(aad.len() as u64, text.len() as u64).into()]);
        let mut tag: [u8; TAG_LEN] = hash.finalize().into();
        xor(&mut tag, &self.tag_mask);
        tag
    }

    fn end_of_additional(&mut self) {
        if self.text_len == 0 {
            self.pad(self.aad_len);
        }
    }

    fn crypt(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        let counter = &mut self.counter;
        key_stream(cipher, &mut offset(self.text_len), &mut self.stream, text, || next(counter));
    }

    /// Adds to the hash what starts `offset` bytes into a block. A block is multiplied once it is full; one that is not waits for
    /// the rest, or for [`Self::pad`].
    fn hash(&mut self, offset: usize, data: &[u8]) {
        let mut data = data;
        if offset != 0 {
            let (head, rest) = data.split_at((16 - offset).min(data.len()));
            xor(self.y.get_mut(offset..).unwrap_or_default(), head);
            if offset + head.len() < 16 {
                return;
            }
            self.absorb(&[]);
            data = rest;
        }
        let (blocks, tail) = data.as_chunks::<16>();
        if let Some((first, rest)) = blocks.split_first() {
            xor(&mut self.y, first);
            self.absorb(rest);
        }
        xor(&mut self.y, tail);
    }

    /// Ends with zeros the block that `len` bytes end in, if they end inside of one.
    fn pad(&mut self, len: u64) {
        if offset(len) != 0 {
            self.absorb(&[]);
        }
    }

    /// Multiplies what is in `y`, then takes in whole blocks.
    fn absorb(&mut self, blocks: &[[u8; 16]]) {
        let mut hash = GHash::new(&self.h.into());
        hash.update(&[self.y.into()]);
        hash.update(Array::cast_slice_from_core(blocks));
        self.y = hash.finalize().into();
    }
}

impl Zeroize for Gcm {
    fn zeroize(&mut self) {
        // As slices, which are wiped in bulk; arrays are wiped item by item.
        for part in [&mut self.h, &mut self.y, &mut self.counter, &mut self.stream, &mut self.tag_mask] {
            part.as_mut_slice().zeroize();
        }
    }
}

/// Encrypts a whole message where it stands, and gives its tag.
pub fn seal(cipher: &dyn Blocks, iv: &[u8], aad: &[u8], text: &mut [u8]) -> [u8; TAG_LEN] {
    Zeroizing::new(Gcm::new(cipher)).seal(cipher, iv, aad, text)
}

/// Decrypts a whole message where it stands. `false`: `tag`, which may be cut short, is not its tag, and the text is wiped.
pub fn open(cipher: &dyn Blocks, iv: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> bool {
    Zeroizing::new(Gcm::new(cipher)).open(cipher, iv, aad, text, tag)
}

/// Gives a counter block and makes the next one: its last 32 bits count (section 6.2).
fn next(counter: &mut [u8; 16]) -> [u8; 16] {
    let block = *counter;
    if let Some(count) = counter.last_chunk_mut::<4>() {
        *count = u32::from_be_bytes(*count).wrapping_add(1).to_be_bytes();
    }
    block
}

/// The lengths of two parts, in bits, as the last block of the hash has them.
fn lengths(first: u64, second: u64) -> [u8; 16] {
    let bits = |bytes: u64| u128::from(bytes.wrapping_mul(8));
    (bits(first) << 64 | bits(second)).to_be_bytes()
}

/// Where in a block the byte behind so many stands.
fn offset(len: u64) -> usize {
    usize::try_from(len % 16).unwrap_or(0)
}

/// Text is encrypted and hashed by pieces of this size, so that it is in the cache the second time.
const PIECE: usize = 4096;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::tests::unhex;
    use crate::crypto::block::{Algorithm, BlockCipher};

    fn aes(key: &str) -> BlockCipher {
        BlockCipher::new(Algorithm::Aes, Direction::Encrypt, &unhex(key)).unwrap()
    }

    const KEY: &str = "feffe9928665731c6d6a8f9467308308";
    const PLAIN: &str = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";
    const AAD: &str = "feedfacedeadbeeffeedfacedeadbeefabaddad2";

    /// Test cases 1, 2, 4, 5, 6 and 16 of the specification of GCM by McGrew and Viega.
    #[test]
    fn known_messages() {
        let zeros = "00000000000000000000000000000000";
        let long_iv = "9313225df88406e555909c5aff5269aa6a7a9538534f7da1e4c303d2a318a728c3c0c95156809539fcf0e2429a6b525416aedbf5a0de6a57a637b39b";
        let double = format!("{KEY}{KEY}");
        for (key, iv, aad, plain, sealed, tag) in [
            (zeros, &zeros[..24], "", "", "", "58e2fccefa7e3061367f1d57a4e7455a"),
            (
                zeros,
                &zeros[..24],
                "",
                zeros,
                "0388dace60b6a392f328c2b971b2fe78",
                "ab6e47d42cec13bdf53a67b21257bddf",
            ),
            (
                KEY,
                "cafebabefacedbaddecaf888",
                AAD,
                PLAIN,
                "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091",
                "5bc94fbc3221a5db94fae95ae7121a47",
            ),
            (
                KEY,
                "cafebabefacedbad",
                AAD,
                PLAIN,
                "61353b4c2806934a777ff51fa22a4755699b2a714fcdc6f83766e5f97b6c742373806900e49f24b22b097544d4896b424989b5e1ebac0f07c23f4598",
                "3612d2e79e3b0785561be14aaca2fccb",
            ),
            (
                KEY,
                long_iv,
                AAD,
                PLAIN,
                "8ce24998625615b603a033aca13fb894be9112a5c3a211a8ba262a3cca7e2ca701e4a9a4fba43c90ccdcb281d48c7c6fd62875d2aca417034c34aee5",
                "619cc5aefffe0bfa462af43c1699d050",
            ),
            (
                &double,
                "cafebabefacedbaddecaf888",
                AAD,
                PLAIN,
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
                "76fc6ece0f4e1768cddf8853bb2d551b",
            ),
        ] {
            let (cipher, iv, aad) = (aes(key), unhex(iv), unhex(aad));
            let mut text = unhex(plain);
            assert_eq!(seal(&cipher, &iv, &aad, &mut text)[..], unhex(tag));
            assert_eq!(text, unhex(sealed));
            assert!(open(&cipher, &iv, &aad, &mut text, &unhex(tag)));
            assert_eq!(text, unhex(plain));
        }
    }

    #[test]
    fn a_changed_message_is_wiped() {
        let cipher = aes(KEY);
        for change in 0..3 {
            let mut text = [1; 40];
            let mut tag = seal(&cipher, &[2; 12], &[3; 5], &mut text);
            let mut aad = [3; 5];
            match change {
                0 => text[7] ^= 1,
                1 => aad[4] ^= 128,
                _ => tag[11] ^= 1,
            }
            assert!(!open(&cipher, &[2; 12], &aad, &mut text, &tag[..12]), "{change}");
            assert_eq!(text, [0; 40]);
            assert!(!open(&cipher, &[2; 12], &aad, &mut text, &[0; 17]));
        }
    }

    #[test]
    fn an_empty_piece_of_text_changes_nothing() {
        let cipher = aes(KEY);
        let mut gcm = Gcm::new(&cipher);
        gcm.start(&cipher, &[1; 12]);
        gcm.additional(b"header");
        gcm.encrypt(&cipher, &mut []);
        assert_eq!(gcm.tag(), seal(&cipher, &[1; 12], b"header", &mut []));
    }

    #[test]
    fn pieces_give_what_the_whole_gives() {
        let cipher = aes(KEY);
        let (iv, aad) = ([5; 9], [6; 61]);
        let plain: Vec<u8> = (0..=255).cycle().take(9000).collect();
        let mut whole = plain.clone();
        let tag = seal(&cipher, &iv, &aad, &mut whole);
        for piece in (1..70).chain([4095, 4096, 4097]) {
            let mut gcm = Gcm::new(&cipher);
            let mut text = plain.clone();
            gcm.start(&cipher, &iv);
            aad.chunks(piece).for_each(|aad| gcm.additional(aad));
            gcm.encrypt(&cipher, &mut []);
            text.chunks_mut(piece).for_each(|text| gcm.encrypt(&cipher, text));
            assert!(gcm.tag() == tag && text == whole, "{piece}");
            gcm.start(&cipher, &iv);
            aad.chunks(piece).for_each(|aad| gcm.additional(aad));
            gcm.encrypt(&cipher, &mut []);
            text.chunks_mut(piece).for_each(|text| gcm.decrypt(&cipher, text));
            assert!(gcm.tag() == tag && text == plain, "{piece}");
        }
    }
}
