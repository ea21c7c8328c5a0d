//! CCM (RFC 3610, NIST SP 800-38C) over any block cipher of 16 bytes, at once or in pieces. What is encrypted is as long as was
//! said before: the first block of the MAC tells it.

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use super::block::Blocks;
use super::modes::{key_stream, xor};

/// The bytes of the longest tag.
pub const TAG_MAX: usize = 16;

/// What is known before the first byte: the lengths of the parts, in bytes.
#[derive(Clone, Copy)]
pub struct Lengths {
    /// Additional data.
    pub aad: usize,
    /// Text.
    pub text: usize,
    /// Tag; 0 for none.
    pub tag: usize,
}

/// What CCM keeps between calls beside the key: plain bytes without a destructor, as in [`super::block::RawKey`]. The cipher
/// that is passed in is one that encrypts, always of the same key.
#[repr(C)]
pub struct Ccm {
    text_len: u64,
    aad_len: u64,
    mac: [u8; 16],
    counter: [u8; 16],
    stream: [u8; 16],
}

impl Ccm {
    /// Begins a message. `None`: not a length that CCM has. A nonce has 7 to 13 bytes, a tag 0, 4, 6 .. 16, and text is no
    /// longer than what the nonce leaves room to count.
    pub fn new(cipher: &dyn Blocks, nonce: &[u8], lengths: Lengths) -> Option<Self> {
        let tag_known = lengths.tag == 0 || (matches!(lengths.tag, 4..=16) && lengths.tag.is_multiple_of(2));
        let text_len = u64::try_from(lengths.text).ok()?;
        if !tag_known || !fits(nonce.len(), text_len) {
            return None;
        }
        let count_len = 15usize.checked_sub(nonce.len())?;
        let mut counter = [0; 16];
        counter[0] = u8::try_from(count_len - 1).ok()?;
        xor(counter.get_mut(1..)?, nonce);

        let mut mac = counter;
        let has_aad = u8::from(lengths.aad != 0);
        mac[0] |= has_aad << 6 | u8::try_from(lengths.tag.saturating_sub(2) / 2).ok()? << 3;
        xor(mac.get_mut(16 - count_len..)?, text_len.to_be_bytes().get(8 - count_len..)?);

        let mut ccm = Self { text_len: 0, aad_len: 0, mac, counter, stream: [0; 16] };
        // The first block of key stream hides the tag; text starts with the second.
        ccm.counter[15] = 1;
        cipher.apply(&mut ccm.mac);
        if let Ok(short) = u16::try_from(lengths.aad)
            && short < 0xff00
        {
            if short != 0 {
                ccm.hash_additional(cipher, &short.to_be_bytes());
            }
        } else if let Ok(long) = u32::try_from(lengths.aad) {
            ccm.hash_additional(cipher, &[0xff, 0xfe]);
            ccm.hash_additional(cipher, &long.to_be_bytes());
        } else {
            ccm.hash_additional(cipher, &[0xff, 0xff]);
            ccm.hash_additional(cipher, &u64::try_from(lengths.aad).ok()?.to_be_bytes());
        }
        Some(ccm)
    }

    /// Takes in additional data; all of it comes before the text.
    pub fn additional(&mut self, cipher: &dyn Blocks, aad: &[u8]) {
        self.hash_additional(cipher, aad);
    }

    /// Encrypts or decrypts the next part of a text that no tag covers, where it stands.
    pub fn apply(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        self.crypt(cipher, text);
        self.text_len = self.text_len.wrapping_add(text.len() as u64);
    }

    /// How many bytes of text there were.
    pub fn text_len(&self) -> u64 {
        self.text_len
    }

    /// Encrypts the next part of the text where it stands.
    pub fn encrypt(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        self.hash_text(cipher, text);
        self.crypt(cipher, text);
        self.text_len = self.text_len.wrapping_add(text.len() as u64);
    }

    /// Decrypts the next part of the text where it stands. It is not to be trusted until the tag was compared.
    pub fn decrypt(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        self.crypt(cipher, text);
        self.hash_text(cipher, text);
        self.text_len = self.text_len.wrapping_add(text.len() as u64);
    }

    /// The tag of all that was taken in, to be cut to the length that was said.
    pub fn tag(&mut self, cipher: &dyn Blocks) -> [u8; TAG_MAX] {
        if !self.text_len.is_multiple_of(16) || self.text_len == 0 && !self.aad_len.is_multiple_of(16) {
            cipher.apply(&mut self.mac);
        }
        let count_len = usize::from(self.counter[0]) + 1;
        let mut tag = self.counter;
        tag.iter_mut().rev().take(count_len).for_each(|byte| *byte = 0);
        cipher.apply(&mut tag);
        xor(&mut tag, &self.mac);
        tag
    }

    fn hash_additional(&mut self, cipher: &dyn Blocks, aad: &[u8]) {
        hash(cipher, &mut self.mac, self.aad_len, aad);
        self.aad_len = self.aad_len.wrapping_add(aad.len() as u64);
    }

    fn hash_text(&mut self, cipher: &dyn Blocks, text: &[u8]) {
        if self.text_len == 0 && !text.is_empty() && !self.aad_len.is_multiple_of(16) {
            cipher.apply(&mut self.mac);
        }
        hash(cipher, &mut self.mac, self.text_len, text);
    }

    fn crypt(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        let counter = &mut self.counter;
        let mut offset = usize::try_from(self.text_len % 16).unwrap_or(0);
        key_stream(cipher, &mut offset, &mut self.stream, text, || {
            let block = *counter;
            // What would carry beyond the counter's own bytes does not fit, see `fits`.
            *counter = u128::from_be_bytes(block).wrapping_add(1).to_be_bytes();
            block
        });
    }
}

/// Whether the counter that such a nonce leaves room for, of 2 to 8 bytes, can count a text of such a length.
pub fn fits(nonce_len: usize, text_len: u64) -> bool {
    match 15usize.checked_sub(nonce_len) {
        Some(8) => true,
        Some(count_len @ 2..8) => text_len >> (8 * count_len) == 0,
        _ => false,
    }
}

/// CBC-MAC over `data`, of which `before` bytes have gone in already. A block that is not full waits for the rest, or for its
/// encryption as it is, which pads it with zeros.
fn hash(cipher: &dyn Blocks, mac: &mut [u8; 16], before: u64, data: &[u8]) {
    let mut offset = usize::try_from(before % 16).unwrap_or(0);
    let mut data = data;
    while !data.is_empty() {
        let (part, rest) = data.split_at((16 - offset).min(data.len()));
        xor(mac.get_mut(offset..).unwrap_or_default(), part);
        offset += part.len();
        if offset == 16 {
            cipher.apply(mac);
            offset = 0;
        }
        data = rest;
    }
}

impl Zeroize for Ccm {
    fn zeroize(&mut self) {
        self.mac.zeroize();
        self.counter.zeroize();
        self.stream.zeroize();
    }
}

/// Encrypts a whole message where it stands, and gives its tag of at most `tag_len` bytes that count. `None`: see
/// [`Ccm::new`].
pub fn seal(
    cipher: &dyn Blocks,
    nonce: &[u8],
    aad: &[u8],
    text: &mut [u8],
    tag_len: usize,
) -> Option<[u8; TAG_MAX]> {
    let lengths = Lengths { aad: aad.len(), text: text.len(), tag: tag_len };
    let mut ccm = Zeroizing::new(Ccm::new(cipher, nonce, lengths)?);
    ccm.additional(cipher, aad);
    ccm.encrypt(cipher, text);
    Some(ccm.tag(cipher))
}

/// Decrypts a whole message where it stands. `Some(false)`: `tag` is not its tag, and the text is wiped. `None`: see
/// [`Ccm::new`].
pub fn open(cipher: &dyn Blocks, nonce: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> Option<bool> {
    let lengths = Lengths { aad: aad.len(), text: text.len(), tag: tag.len() };
    let mut ccm = Zeroizing::new(Ccm::new(cipher, nonce, lengths)?);
    ccm.additional(cipher, aad);
    ccm.decrypt(cipher, text);
    let good = ccm.tag(cipher).get(..tag.len()).is_some_and(|wanted| wanted.ct_eq(tag).into());
    if !good {
        text.zeroize();
    }
    Some(good)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::tests::unhex;
    use crate::crypto::block::{Algorithm, BlockCipher, Direction};

    fn aes(key: &str) -> BlockCipher {
        BlockCipher::new(Algorithm::Aes, Direction::Encrypt, &unhex(key)).unwrap()
    }

    const KEY: &str = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf";

    /// RFC 3610 section 8, packet vectors 1, 2 and 3.
    #[test]
    fn known_packets() {
        for (nonce, text_len, sealed, tag) in [
            (
                "00000003020100a0a1a2a3a4a5",
                23,
                "588c979a61c663d2f066d0c2c0f989806d5f6b61dac384",
                "17e8d12cfdf926e0",
            ),
            (
                "00000004030201a0a1a2a3a4a5",
                24,
                "72c91a36e135f8cf291ca894085c87e3cc15c439c9e43a3b",
                "a091d56e10400916",
            ),
            (
                "00000005040302a0a1a2a3a4a5",
                25,
                "51b1e5f44a197d1da46b0f8e2d282ae871e838bb64da859657",
                "4adaa76fbd9fb0c5",
            ),
        ] {
            let (cipher, nonce, sealed, tag) = (aes(KEY), unhex(nonce), unhex(sealed), unhex(tag));
            let packet: Vec<u8> = (0..).take(8 + text_len).collect();
            let (aad, plain) = packet.split_at(8);
            let mut text = plain.to_vec();
            assert_eq!(seal(&cipher, &nonce, aad, &mut text, 8).unwrap()[..8], tag);
            assert_eq!(text, sealed);
            assert_eq!(open(&cipher, &nonce, aad, &mut text, &tag), Some(true));
            assert_eq!(text, plain);
        }
    }

    /// NIST SP 800-38C appendix C, examples 1, 2 and 4: short and very long additional data.
    #[test]
    fn known_examples() {
        let cipher = aes("404142434445464748494a4b4c4d4e4f");
        let count = |len: usize| (0..=255u8).cycle().take(len).collect::<Vec<_>>();
        for (nonce_len, aad_len, text_len, sealed, tag) in [
            (7, 8, 4, "7162015b", "4dac255d"),
            (8, 16, 16, "d2a1f0e051ea5f62081a7792073d593d", "1fc64fbfaccd"),
            (
                13,
                65536,
                32,
                "69915dad1e84c6376a68c2967e4dab615ae0fd1faec44cc484828529463ccf72",
                "b4ac6bec93e8598e7f0dadbcea5b",
            ),
        ] {
            let nonce = &unhex("101112131415161718191a1b1c")[..nonce_len];
            let mut text: Vec<u8> = (0x20..).take(text_len).collect();
            let tag = unhex(tag);
            let made = seal(&cipher, nonce, &count(aad_len), &mut text, tag.len()).unwrap();
            assert_eq!((&made[..tag.len()], text), (&tag[..], unhex(sealed)));
        }
    }

    #[test]
    fn a_changed_message_is_wiped() {
        let cipher = aes(KEY);
        let mut text = [1; 40];
        let tag = seal(&cipher, &[2; 12], &[3; 5], &mut text, 10).unwrap();
        let mut changed = text;
        changed[39] ^= 1;
        assert_eq!(open(&cipher, &[2; 12], &[3; 5], &mut changed, &tag[..10]), Some(false));
        assert_eq!(changed, [0; 40]);
        assert_eq!(open(&cipher, &[2; 12], &[3; 6], &mut text.clone(), &tag[..10]), Some(false));
        assert_eq!(open(&cipher, &[2; 12], &[3; 5], &mut text, &tag[..10]), Some(true));
        assert_eq!(text, [1; 40]);
    }

    #[test]
    fn pieces_give_what_the_whole_gives() {
        let cipher = aes(KEY);
        for (aad_len, text_len) in [(0, 0), (0, 50), (21, 0), (30, 100), (14, 16), (0xff00, 33)] {
            let (nonce, aad, plain) = ([5; 11], vec![6; aad_len], vec![7; text_len]);
            let mut whole = plain.clone();
            let tag = seal(&cipher, &nonce, &aad, &mut whole, 16).unwrap();
            for piece in 1..40 {
                let lengths = Lengths { aad: aad_len, text: text_len, tag: 16 };
                let mut text = plain.clone();
                let mut ccm = Ccm::new(&cipher, &nonce, lengths).unwrap();
                aad.chunks(piece).for_each(|aad| ccm.additional(&cipher, aad));
                text.chunks_mut(piece).for_each(|text| ccm.encrypt(&cipher, text));
                assert!(ccm.tag(&cipher) == tag && text == whole, "{aad_len} {text_len} {piece}");
                let mut ccm = Ccm::new(&cipher, &nonce, lengths).unwrap();
                aad.chunks(piece).for_each(|aad| ccm.additional(&cipher, aad));
                text.chunks_mut(piece).for_each(|text| ccm.decrypt(&cipher, text));
                assert!(ccm.tag(&cipher) == tag && text == plain, "{aad_len} {text_len} {piece}");
            }
        }
    }

    #[test]
    fn lengths_that_ccm_does_not_have() {
        let cipher = aes(KEY);
        let new = |nonce: usize, text, tag| {
            Ccm::new(&cipher, &vec![0; nonce], Lengths { aad: 0, text, tag }).is_some()
        };
        let nonces: Vec<usize> = (0..20).filter(|len| new(*len, 0, 8)).collect();
        assert_eq!(nonces, [7, 8, 9, 10, 11, 12, 13]);
        let tags: Vec<usize> = (0..20).filter(|len| new(12, 0, *len)).collect();
        assert_eq!(tags, [0, 4, 6, 8, 10, 12, 14, 16]);
        assert!(new(13, 0xffff, 8) && !new(13, 0x1_0000, 8) && new(12, 0x1_0000, 8));
    }
}
