//! ChaCha20, Poly1305 and both together (RFC 8439), in pieces: ring does only whole messages.

use chacha20::cipher::{KeyIvInit, StreamCipherCore};
use chacha20::variants::Ietf;
use chacha20::{ChaChaCore, R20};
use subtle::{ConditionallySelectable, ConstantTimeEq};
use zeroize::{Zeroize, Zeroizing};

use super::modes::xor;

/// The bytes of a key.
pub const KEY_LEN: usize = 32;
/// The bytes of a nonce.
pub const NONCE_LEN: usize = 12;
/// The bytes of a tag.
pub const TAG_LEN: usize = 16;

/// A key stream: plain bytes without a destructor, as in [`super::block::RawKey`].
#[repr(C)]
pub struct ChaCha20 {
    key: [u8; KEY_LEN],
    nonce: [u8; NONCE_LEN],
    counter: u32,
    stream: [u8; 64],
    /// How much of `stream` is used up, modulo its length.
    used: u64,
}

impl ChaCha20 {
    /// With a key, and the nonce and counter 0.
    pub fn new(key: &[u8; KEY_LEN]) -> Self {
        Self { key: *key, nonce: [0; NONCE_LEN], counter: 0, stream: [0; 64], used: 0 }
    }

    /// Another key; what was begun goes on with it.
    pub fn set_key(&mut self, key: &[u8; KEY_LEN]) {
        self.key = *key;
    }

    /// Begins a message, at block `counter` of the key stream.
    pub fn start(&mut self, nonce: &[u8; NONCE_LEN], counter: u32) {
        (self.nonce, self.counter, self.used) = (*nonce, counter, 0);
        self.stream.zeroize();
    }

    /// Encrypts or decrypts the next part of the text where it stands. Behind block 2^32 - 1 comes block 0.
    pub fn apply(&mut self, data: &mut [u8]) {
        let used = usize::try_from(self.used % 64).unwrap_or(0);
        let (head, data) = data.split_at_mut(if used == 0 { 0 } else { (64 - used).min(data.len()) });
        xor(head, self.stream.get(used..).unwrap_or_default());
        self.used = (used + head.len()) as u64;
        if data.is_empty() {
            return;
        }
        let (blocks, tail) = data.as_chunks_mut::<64>();
        let mut blocks = blocks;
        while !blocks.is_empty() {
            // Up to where the counter wraps around.
            let most = usize::try_from(0x1_0000_0000 - u64::from(self.counter)).unwrap_or(usize::MAX);
            let (now, later) = blocks.split_at_mut(most.min(blocks.len()));
            let mut core = self.core();
            core.apply_keystream_blocks_inout(
                chacha20::cipher::array::Array::cast_slice_from_core_mut(now).into(),
            );
            self.counter = self.counter.wrapping_add(u32::try_from(now.len() & 0xffff_ffff).unwrap_or(0));
            blocks = later;
        }
        if !tail.is_empty() {
            let mut block = [0; 64].into();
            self.core().write_keystream_block(&mut block);
            self.stream = block.into();
            self.counter = self.counter.wrapping_add(1);
            xor(tail, &self.stream);
            self.used = tail.len() as u64;
        }
    }

    fn core(&self) -> ChaChaCore<R20, Ietf> {
        let mut core = ChaChaCore::<R20, Ietf>::new(&self.key.into(), &self.nonce.into());
        core.set_block_pos(self.counter);
        core
    }
}

impl Zeroize for ChaCha20 {
    fn zeroize(&mut self) {
        self.key.zeroize();
        self.nonce.zeroize();
        self.stream.zeroize();
    }
}

/// A one-time authenticator: plain bytes without a destructor. The crates for it keep more than a C context has room for.
///
/// Section 2.5.1 over limbs of 44, 44 and 42 bits: only sums, products, shifts and masks, so that the time tells nothing.
#[repr(C)]
pub struct Poly1305 {
    /// The clamped multiplier.
    r: [u64; 2],
    /// What is added at the end.
    s: [u64; 2],
    /// The accumulator.
    h: [u64; 3],
    rest: [u8; 16],
    rest_len: u64,
}

const MASK_44: u64 = (1 << 44) - 1;
const MASK_42: u64 = (1 << 42) - 1;

impl Poly1305 {
    /// Begins a message. A key is used once.
    pub fn new(key: &[u8; KEY_LEN]) -> Self {
        let [r, s] = [0, 16].map(|at| {
            let mut half = [0; 16];
            xor(&mut half, key.get(at..).unwrap_or_default());
            u128::from_le_bytes(half)
        });
        // Section 2.5: some bits of r are always 0.
        let r = r & 0x0fff_fffc_0fff_fffc_0fff_fffc_0fff_ffff;
        Self { r: halves(r), s: halves(s), h: [0; 3], rest: [0; 16], rest_len: 0 }
    }

    /// Takes in the next bytes.
    pub fn update(&mut self, data: &[u8]) {
        let len = usize::try_from(self.rest_len % 16).unwrap_or(0);
        let (head, data) = data.split_at(if len == 0 { 0 } else { (16 - len).min(data.len()) });
        if !head.is_empty() {
            xor(self.rest.get_mut(len..).unwrap_or_default(), head);
            self.rest_len = (len + head.len()) as u64;
            if self.rest_len < 16 {
                return;
            }
            let full = std::mem::take(&mut self.rest);
            self.rest_len = 0;
            self.blocks(&[full], 1);
        }
        let (blocks, tail) = data.as_chunks::<16>();
        self.blocks(blocks, 1);
        xor(&mut self.rest, tail);
        self.rest_len += tail.len() as u64;
    }

    /// Fills the last block up with zeros, which count as part of the message (section 2.8).
    pub fn pad(&mut self) {
        if self.rest_len != 0 {
            let full = std::mem::take(&mut self.rest);
            self.rest_len = 0;
            self.blocks(&[full], 1);
        }
    }

    /// The tag.
    pub fn finish(&mut self) -> [u8; TAG_LEN] {
        if self.rest_len != 0 {
            let mut last = std::mem::take(&mut self.rest);
            xor(last.get_mut(usize::try_from(self.rest_len % 16).unwrap_or(0)..).unwrap_or_default(), &[1]);
            self.rest_len = 0;
            self.blocks(&[last], 0);
        }
        let [h0, h1, h2] = carried(carried(self.h));
        // h - (2^130 - 5), where that is not negative.
        let g0 = h0 + 5;
        let g1 = h1 + (g0 >> 44);
        let g2 = h2 + (g1 >> 44);
        let reduced = u8::try_from(g2 >> 42 & 1).unwrap_or(0).into();
        let [h0, h1, h2] = [(h0, g0 & MASK_44), (h1, g1 & MASK_44), (h2, g2 & MASK_42)]
            .map(|(h, g)| u128::from(u64::conditional_select(&h, &g, reduced)));
        let h = h0 | h1 << 44 | h2 << 88;
        let s = u128::from(self.s[0]) | u128::from(self.s[1]) << 64;
        h.wrapping_add(s).to_le_bytes()
    }

    /// Multiplies block after block into the accumulator; `one` is the bit behind each, which the last block has inside.
    fn blocks(&mut self, blocks: &[[u8; 16]], one: u64) {
        let r = u128::from(self.r[0]) | u128::from(self.r[1]) << 64;
        let [r0, r1, r2] = limbs(r).map(u128::from);
        // 2^132 is 20 modulo 2^130 - 5, and limbs 3 and 4 stand for 2^132 and 2^176.
        let (r1_20, r2_20) = (r1 * 20, r2 * 20);
        for block in blocks {
            let [m0, m1, m2] = limbs(u128::from_le_bytes(*block));
            let [h0, h1, h2] = [self.h[0] + m0, self.h[1] + m1, self.h[2] + (m2 | one << 40)].map(u128::from);
            let d0 = h0 * r0 + h1 * r2_20 + h2 * r1_20;
            let d1 = h0 * r1 + h1 * r0 + h2 * r2_20 + (d0 >> 44);
            let d2 = h0 * r2 + h1 * r1 + h2 * r0 + (d1 >> 44);
            let h0 = low(d0, MASK_44) + low(d2 >> 42, u64::MAX) * 5;
            self.h = [h0 & MASK_44, low(d1, MASK_44) + (h0 >> 44), low(d2, MASK_42)];
        }
    }
}

impl Zeroize for Poly1305 {
    fn zeroize(&mut self) {
        self.r.zeroize();
        self.s.zeroize();
        self.h.zeroize();
        self.rest.zeroize();
    }
}

fn halves(value: u128) -> [u64; 2] {
    [low(value, u64::MAX), low(value >> 64, u64::MAX)]
}

fn limbs(value: u128) -> [u64; 3] {
    [low(value, MASK_44), low(value >> 44, MASK_44), low(value >> 88, u64::MAX)]
}

fn low(value: u128, mask: u64) -> u64 {
    u64::try_from(value & u128::from(mask)).unwrap_or(0)
}

/// The same number with limbs of 44, 44 and 42 bits, but for a carry into the first.
fn carried([h0, h1, h2]: [u64; 3]) -> [u64; 3] {
    let h1 = h1 + (h0 >> 44);
    let h2 = h2 + (h1 >> 44);
    let h0 = (h0 & MASK_44) + (h2 >> 42) * 5;
    [h0 & MASK_44, (h1 & MASK_44) + (h0 >> 44), h2 & MASK_42]
}

/// ChaCha20-Poly1305 in pieces: plain bytes without a destructor.
#[repr(C)]
pub struct ChaChaPoly {
    cipher: ChaCha20,
    mac: Poly1305,
    aad_len: u64,
    text_len: u64,
}

impl ChaChaPoly {
    /// With a key.
    pub fn new(key: &[u8; KEY_LEN]) -> Self {
        Self { cipher: ChaCha20::new(key), mac: Poly1305::new(&[0; 32]), aad_len: 0, text_len: 0 }
    }

    /// The key.
    pub fn key(&self) -> &[u8; KEY_LEN] {
        &self.cipher.key
    }

    /// Begins a message (section 2.8).
    pub fn start(&mut self, nonce: &[u8; NONCE_LEN]) {
        // The first block of the key stream is the authenticator's key.
        let mut block = [0; 64];
        self.cipher.start(nonce, 0);
        self.cipher.apply(&mut block);
        if let Some(key) = block.first_chunk() {
            self.mac = Poly1305::new(key);
        }
        block.zeroize();
        (self.aad_len, self.text_len) = (0, 0);
    }

    /// Takes in additional data; all of it comes before the text.
    pub fn additional(&mut self, aad: &[u8]) {
        self.mac.update(aad);
        self.aad_len = self.aad_len.wrapping_add(aad.len() as u64);
    }

    /// Encrypts the next part of the text where it stands.
    pub fn encrypt(&mut self, text: &mut [u8]) {
        self.begin_text(text);
        self.cipher.apply(text);
        self.mac.update(text);
    }

    /// Decrypts the next part of the text where it stands. It is not to be trusted until the tag was compared.
    pub fn decrypt(&mut self, text: &mut [u8]) {
        self.begin_text(text);
        self.mac.update(text);
        self.cipher.apply(text);
    }

    /// The tag of all that was taken in.
    pub fn tag(&mut self) -> [u8; TAG_LEN] {
        self.mac.pad();
        self.mac.update(&self.aad_len.to_le_bytes());
        self.mac.update(&self.text_len.to_le_bytes());
        self.mac.finish()
    }

    fn begin_text(&mut self, text: &[u8]) {
        if self.text_len == 0 && !text.is_empty() {
            self.mac.pad();
        }
        self.text_len = self.text_len.wrapping_add(text.len() as u64);
    }
}

impl Zeroize for ChaChaPoly {
    fn zeroize(&mut self) {
        self.cipher.zeroize();
        self.mac.zeroize();
    }
}

/// Encrypts a whole message where it stands, and gives its tag.
pub fn seal(key: &[u8; KEY_LEN], nonce: &[u8; NONCE_LEN], aad: &[u8], text: &mut [u8]) -> [u8; TAG_LEN] {
    let mut both = Zeroizing::new(ChaChaPoly::new(key));
    both.start(nonce);
    both.additional(aad);
    both.encrypt(text);
    both.tag()
}

/// Decrypts a whole message where it stands. `false`: `tag` is not its tag, and the text is wiped.
pub fn open(
    key: &[u8; KEY_LEN],
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    text: &mut [u8],
    tag: &[u8; TAG_LEN],
) -> bool {
    let mut both = Zeroizing::new(ChaChaPoly::new(key));
    both.start(nonce);
    both.additional(aad);
    both.decrypt(text);
    let good = bool::from(both.tag().ct_eq(tag));
    if !good {
        text.zeroize();
    }
    good
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::tests::unhex;

    const TEXT: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";

    fn key() -> [u8; 32] {
        std::array::from_fn(|at| u8::try_from(at).unwrap())
    }

    /// RFC 8439 section 2.4.2, in pieces of every length.
    #[test]
    fn a_known_stream() {
        let nonce = unhex("000000000000004a00000000").try_into().unwrap();
        for piece in 1..130 {
            let mut text = TEXT.to_vec();
            let mut cipher = ChaCha20::new(&key());
            cipher.start(&nonce, 1);
            text.chunks_mut(piece).for_each(|part| cipher.apply(part));
            assert_eq!(
                text,
                unhex(
                    "6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0bf91b65c5524733ab8f593dabcd62b3571639d624e65152ab8f530c359f0861d807ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce91ab77937365af90bbf74a35be6b40b8eedf2785e42874d"
                )
            );
        }
    }

    #[test]
    fn the_counter_wraps_around() {
        let stream = |counter, len| {
            let mut text = vec![0; len];
            let mut cipher = ChaCha20::new(&key());
            cipher.start(&[3; 12], counter);
            cipher.apply(&mut text);
            text
        };
        let around = stream(u32::MAX - 1, 1024);
        assert_eq!((&around[..128], &around[128..]), (&stream(u32::MAX - 1, 128)[..], &stream(0, 896)[..]));
        assert_eq!(stream(u32::MAX, 128)[64..], stream(0, 64));
    }

    /// RFC 8439 section 2.5.2 and those of appendix A.3 that strain the arithmetic (vectors 7 to 11).
    #[test]
    fn known_tags() {
        let message = b"Cryptographic Forum Research Group".map(|byte| format!("{byte:02x}")).concat();
        let one = format!("01{}", "00".repeat(31));
        let two = format!("02{}", "00".repeat(31));
        let ff = "ff".repeat(16);
        for (key, message, tag) in [
            (
                "85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b",
                message.as_str(),
                "a8061dc1305136c6c22b8baf0c0127a9",
            ),
            (&two, &ff, "03000000000000000000000000000000"),
            (
                &format!("02{}{ff}", "00".repeat(15)),
                "02000000000000000000000000000000",
                "03000000000000000000000000000000",
            ),
            (
                &one,
                &format!("{ff}f0{}11{}", "ff".repeat(15), "00".repeat(15)),
                "05000000000000000000000000000000",
            ),
            (
                &one,
                &format!("{ff}fb{}{}", "fe".repeat(15), "01".repeat(16)),
                "00000000000000000000000000000000",
            ),
            (&two, &format!("fd{}", "ff".repeat(15)), "faffffffffffffffffffffffffffffff"),
        ] {
            let (key, message) = (unhex(key).try_into().unwrap(), unhex(message));
            for piece in 1..40 {
                let mut mac = Poly1305::new(&key);
                message.chunks(piece).for_each(|part| mac.update(part));
                assert_eq!(mac.finish()[..], unhex(tag), "{message:02x?}");
            }
        }
    }

    /// Against ring, whose Poly1305 is somebody else's, at every length up to a few blocks.
    #[test]
    fn what_ring_seals() {
        use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
        let mut key = key();
        for len in 0..300 {
            key[len % 32] ^= u8::try_from(len % 251).unwrap();
            let plain: Vec<u8> = (0..len).map(|at| u8::try_from(at * 7 % 256).unwrap()).collect();
            let (nonce, aad) = ([u8::try_from(len % 256).unwrap(); 12], &plain[..len / 3]);
            let theirs = LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &key).unwrap());
            let mut expected = plain.clone();
            let tag = theirs
                .seal_in_place_separate_tag(
                    Nonce::assume_unique_for_key(nonce),
                    Aad::from(aad),
                    &mut expected,
                )
                .unwrap();
            let mut text = plain.clone();
            let mut made = seal(&key, &nonce, aad, &mut text);
            assert!(text == expected && made == tag.as_ref(), "{len}");
            assert!(open(&key, &nonce, aad, &mut text, &made));
            assert_eq!(text, plain);
            made[5] ^= 4;
            assert!(!open(&key, &nonce, aad, &mut text, &made));
            assert_eq!(text, vec![0; len]);
        }
    }

    /// RFC 8439 section 2.8.2.
    #[test]
    fn a_known_message() {
        let key = std::array::from_fn(|at| 0x80 + u8::try_from(at).unwrap());
        let nonce = unhex("070000004041424344454647").try_into().unwrap();
        let aad = unhex("50515253c0c1c2c3c4c5c6c7");
        for piece in 1..130 {
            let mut text = TEXT.to_vec();
            let mut both = ChaChaPoly::new(&key);
            both.start(&nonce);
            aad.chunks(piece).for_each(|aad| both.additional(aad));
            text.chunks_mut(piece).for_each(|text| both.encrypt(text));
            assert_eq!(both.tag()[..], unhex("1ae10b594f09e26a7e902ecbd0600691"));
            both.start(&nonce);
            aad.chunks(piece).for_each(|aad| both.additional(aad));
            text.chunks_mut(piece).for_each(|text| both.decrypt(text));
            assert_eq!(both.tag()[..], unhex("1ae10b594f09e26a7e902ecbd0600691"));
            assert_eq!(text, TEXT);
        }
    }
}
