//! What a cipher context leads to: the cipher with its key, and what it keeps between calls.

use zeroize::Zeroizing;

use super::info::{Mode, mbedtls_cipher_info_t};
use crate::crypto::at_once::AtOnce;
use crate::crypto::block::{BlockCipher, Direction, RawKey};
use crate::crypto::ccm::{self, Ccm, Lengths};
use crate::crypto::chacha::{ChaCha20, ChaChaPoly};
use crate::crypto::gcm::{self, Gcm};
use crate::crypto::modes;

/// Lives in a box from mbedtls_cipher_setup() to mbedtls_cipher_free().
pub(super) struct Work {
    pub(super) engine: Engine,
    /// `None` until a program has chosen one.
    pub(super) padding: Option<Padding>,
    /// The position in a block, and the block of key stream that CTR is in.
    pub(super) offset: usize,
    pub(super) stream: Zeroizing<[u8; 16]>,
}

#[allow(clippy::large_enum_variant)] // one of them lives in a box
pub(super) enum Engine {
    /// There is no key yet.
    None,
    /// A mode without authentication but XTS, or key wrapping.
    Block(BlockCipher),
    Xts(BlockCipher, BlockCipher),
    /// With what does whole messages faster, where there is something.
    Gcm(BlockCipher, Zeroizing<Gcm>, Option<AtOnce>),
    /// With a message without a tag, for CCM*.
    Ccm(BlockCipher, Option<Zeroizing<Ccm>>, usize),
    ChaCha20(Zeroizing<ChaCha20>),
    /// With whether a message was begun, and what does whole messages faster.
    ChachaPoly(Zeroizing<ChaChaPoly>, bool, AtOnce),
}

impl Engine {
    /// `None`: the key does not have the cipher's length.
    pub(super) fn new(info: &mbedtls_cipher_info_t, direction: Direction, key: &[u8]) -> Option<Self> {
        let Some(algorithm) = info.algorithm() else {
            let key = key.try_into().ok()?;
            return match info.mode()? {
                Mode::Stream => Some(Self::ChaCha20(Zeroizing::new(ChaCha20::new(key)))),
                _ => {
                    let at_once = AtOnce::chacha_poly(key)?;
                    Some(Self::ChachaPoly(Zeroizing::new(ChaChaPoly::new(key)), false, at_once))
                }
            };
        };
        let forwards = |key| BlockCipher::new(algorithm, Direction::Encrypt, key);
        Some(match info.mode()? {
            Mode::Ecb | Mode::Cbc | Mode::Kw | Mode::Kwp => {
                Self::Block(BlockCipher::new(algorithm, direction, key)?)
            }
            Mode::Cfb | Mode::Ofb | Mode::Ctr => Self::Block(forwards(key)?),
            Mode::Xts => {
                let (data, tweak) = key.split_at_checked(key.len() / 2)?;
                Self::Xts(BlockCipher::new(algorithm, direction, data)?, forwards(tweak)?)
            }
            Mode::Gcm => {
                let cipher = forwards(key)?;
                let gcm = Zeroizing::new(Gcm::new(&cipher));
                let mut raw = RawKey::new(algorithm, Direction::Encrypt, key)?;
                let at_once = AtOnce::gcm(&raw);
                raw.wipe();
                Self::Gcm(cipher, gcm, at_once)
            }
            Mode::Ccm | Mode::CcmStarNoTag => Self::Ccm(forwards(key)?, None, 0),
            Mode::Stream | Mode::ChachaPoly => return None,
        })
    }

    /// Begins a message of CCM* without a tag. `None`: not a length of a nonce.
    pub(super) fn start_without_tag(&mut self, nonce: &[u8]) -> Option<()> {
        let Self::Ccm(cipher, message, nonce_len) = self else { return None };
        let lengths = Lengths { aad: 0, text: 0, tag: 0 };
        *message = Some(Zeroizing::new(Ccm::new(cipher, nonce, lengths)?));
        *nonce_len = nonce.len();
        Some(())
    }

    /// What does whole messages faster, if there is something.
    pub(super) fn at_once(&self) -> Option<&AtOnce> {
        match self {
            Self::Gcm(_, _, at_once) => at_once.as_ref(),
            Self::ChachaPoly(_, _, at_once) => Some(at_once),
            _ => None,
        }
    }

    /// Whether the message can have so many bytes more.
    pub(super) fn has_room_for(&self, len: usize) -> bool {
        let fits = |so_far: u64, fits: &dyn Fn(u64) -> bool| so_far.checked_add(len as u64).is_some_and(fits);
        match self {
            Self::Gcm(_, message, _) => fits(message.text_len(), &|len| len <= gcm::TEXT_MAX),
            Self::Ccm(_, Some(message), nonce_len) => {
                fits(message.text_len(), &|len| ccm::fits(*nonce_len, len))
            }
            Self::Ccm(_, None, _) => false,
            Self::ChachaPoly(_, started, _) => *started,
            _ => true,
        }
    }
}

impl Work {
    pub(super) fn new() -> Self {
        Self { engine: Engine::None, padding: None, offset: 0, stream: Zeroizing::new([0; 16]) }
    }

    /// Encrypts or decrypts where the data stands: whole blocks in ECB and CBC, any length in the others. `None`: this mode
    /// does not do that.
    pub(super) fn apply(
        &mut self,
        mode: Mode,
        direction: Direction,
        iv: &mut [u8; 16],
        data: &mut [u8],
    ) -> Option<()> {
        match (&mut self.engine, mode) {
            (Engine::Block(cipher), Mode::Ecb) => cipher.apply(data),
            (Engine::Block(cipher), Mode::Cbc) => cbc(cipher, direction, iv, data)?,
            (Engine::Block(cipher), Mode::Cfb) => modes::cfb(cipher, direction, &mut self.offset, iv, data),
            (Engine::Block(cipher), Mode::Ofb) => modes::ofb(cipher, &mut self.offset, iv, data),
            (Engine::Block(cipher), Mode::Ctr) => {
                modes::ctr(cipher, &mut self.offset, iv, &mut self.stream, data);
            }
            (Engine::Xts(cipher, tweak_cipher), Mode::Xts) => {
                let mut tweak = *iv;
                tweak_cipher.apply(&mut tweak);
                modes::xts(cipher, direction, tweak, data);
            }
            (Engine::Gcm(cipher, message, _), Mode::Gcm) => match direction {
                Direction::Encrypt => message.encrypt(cipher, data),
                Direction::Decrypt => message.decrypt(cipher, data),
            },
            (Engine::Ccm(cipher, Some(message), _), Mode::CcmStarNoTag) => message.apply(cipher, data),
            (Engine::ChaCha20(cipher), Mode::Stream) => cipher.apply(data),
            (Engine::ChachaPoly(message, true, _), Mode::ChachaPoly) => match direction {
                Direction::Encrypt => message.encrypt(data),
                Direction::Decrypt => message.decrypt(data),
            },
            _ => return None,
        }
        Some(())
    }
}

fn cbc(cipher: &BlockCipher, direction: Direction, iv: &mut [u8; 16], data: &mut [u8]) -> Option<()> {
    match (cipher.block_len(), direction) {
        (16, Direction::Encrypt) => modes::cbc_encrypt(cipher, iv, data),
        (16, Direction::Decrypt) => modes::cbc_decrypt(cipher, iv, data),
        (_, Direction::Encrypt) => modes::cbc_encrypt(cipher, iv.first_chunk_mut::<8>()?, data),
        (_, Direction::Decrypt) => modes::cbc_decrypt(cipher, iv.first_chunk_mut::<8>()?, data),
    }
    Some(())
}

/// What fills up the last block of CBC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Padding {
    Pkcs7,
    OneAndZeros,
    ZerosAndLen,
    Zeros,
    None,
}

impl Padding {
    /// Fills `block` up behind its first `len` bytes.
    pub(crate) fn add(self, block: &mut [u8], len: usize) {
        let Some(room) = block.get_mut(len..) else { return };
        let count = u8::try_from(room.len()).unwrap_or(0);
        room.fill(if self == Self::Pkcs7 { count } else { 0 });
        match (self, room) {
            (Self::OneAndZeros, [first, ..]) => *first = 0x80,
            (Self::ZerosAndLen, [.., last]) => *last = count,
            _ => {}
        }
    }

    /// How many bytes of the last block are data, and whether its padding is right. In a time that does not depend on the
    /// block: a peer that could tell would read the text byte by byte.
    pub(crate) fn remove(self, block: &[u8]) -> (usize, bool) {
        let len = block.len();
        let count = block.last().map_or(0, |last| usize::from(*last));
        let at = || block.iter().copied().enumerate().map(|(at, byte)| (at, usize::from(byte)));
        let (data_len, wrong) = match self {
            Self::None => return (len, true),
            Self::Zeros => {
                let data_len = at().fold(0, |data_len, (at, byte)| select(is_not(byte, 0), at + 1, data_len));
                (data_len, 0)
            }
            Self::OneAndZeros => {
                let data_len = at().fold(len, |data_len, (at, byte)| {
                    // The last byte that is not 0 decides.
                    let marked = select(is_not(byte, 0x80), len, at);
                    select(is_not(byte, 0), marked, data_len)
                });
                (data_len, !is_not(data_len, len))
            }
            Self::Pkcs7 | Self::ZerosAndLen => {
                let filler = if self == Self::Pkcs7 { count } else { 0 };
                let start = len.wrapping_sub(count);
                let impossible = !is_not(count, 0) | is_less(len, count);
                let last = if self == Self::Pkcs7 { len } else { len.saturating_sub(1) };
                let wrong = at()
                    .take(last)
                    .fold(impossible, |wrong, (at, byte)| wrong | !is_less(at, start) & is_not(byte, filler));
                (start, wrong)
            }
        };
        (select(wrong, 0, data_len), wrong == 0)
    }
}

/// All ones if `a` and `b`, which are small, differ.
fn is_not(a: usize, b: usize) -> usize {
    is_less(a, b) | is_less(b, a)
}

/// All ones if `a` is less than `b`, both being small.
fn is_less(a: usize, b: usize) -> usize {
    0usize.wrapping_sub(std::hint::black_box(a.wrapping_sub(b)) >> (usize::BITS - 1))
}

fn select(mask: usize, if_set: usize, if_not: usize) -> usize {
    mask & if_set | !mask & if_not
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Padding; 5] =
        [Padding::Pkcs7, Padding::OneAndZeros, Padding::ZerosAndLen, Padding::Zeros, Padding::None];

    #[test]
    fn what_was_added_is_removed() {
        for padding in ALL {
            for size in [8, 16] {
                for len in 0..size {
                    let mut block = vec![7; size];
                    padding.add(&mut block, len);
                    let expected = if padding == Padding::None { size } else { len };
                    assert_eq!(padding.remove(&block), (expected, true), "{padding:?} {len}: {block:?}");
                }
            }
        }
    }

    /// As the definitions say it, byte by byte.
    #[test]
    fn every_last_byte_and_the_one_before() {
        let mut block = [5; 8];
        for last in 0..=255u8 {
            for before in [0, 1, 2, 3, 5, 0x80, 255] {
                (block[6], block[7]) = (before, last);
                let pkcs7 = match last {
                    1 => Some(7),
                    2 if before == 2 => Some(6),
                    5 if before == 5 => Some(3),
                    _ => None,
                };
                assert_eq!(Padding::Pkcs7.remove(&block), (pkcs7.unwrap_or(0), pkcs7.is_some()), "{block:?}");
                let with_len = match last {
                    1 => Some(7),
                    2 if before == 0 => Some(6),
                    _ => None,
                };
                let found = Padding::ZerosAndLen.remove(&block);
                assert_eq!(found, (with_len.unwrap_or(0), with_len.is_some()), "{block:?}");
                let one = match (before, last) {
                    (_, 0x80) => Some(7),
                    (0x80, 0) => Some(6),
                    _ => None,
                };
                assert_eq!(
                    Padding::OneAndZeros.remove(&block),
                    (one.unwrap_or(0), one.is_some()),
                    "{block:?}"
                );
                let zeros = if last != 0 {
                    8
                } else if before != 0 {
                    7
                } else {
                    6
                };
                assert_eq!(Padding::Zeros.remove(&block), (zeros, true), "{block:?}");
            }
        }
        assert_eq!(Padding::Zeros.remove(&[0; 8]), (0, true));
        assert_eq!(Padding::OneAndZeros.remove(&[0; 8]), (0, false));
        assert_eq!(Padding::Pkcs7.remove(&[8; 8]), (0, true));
        assert_eq!(Padding::Pkcs7.remove(&[9; 8]), (0, false));
    }
}
