//! Key wrapping: KW (RFC 3394) and KWP (RFC 5649), as NIST SP 800-38F has them, over any block cipher of 16 bytes.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::block::Blocks;

/// Bytes of a half block, the unit of both.
pub const UNIT: usize = 8;

/// The first half block of KW (RFC 3394 section 2.2.3.1).
const KW_START: [u8; UNIT] = [0xa6; UNIT];
/// The first quarter block of KWP (RFC 5649 section 3).
const KWP_START: [u8; 4] = [0xa6, 0x59, 0x59, 0xa6];

/// KW over `text`, which is two half blocks or more. The cipher encrypts. `None`: it is not.
pub fn wrap(cipher: &dyn Blocks, text: &[u8]) -> Option<Vec<u8>> {
    if text.len() < 2 * UNIT || !text.len().is_multiple_of(UNIT) {
        return None;
    }
    let mut out = [&KW_START, text].concat();
    forwards(cipher, &mut out)?;
    Some(out)
}

/// Undoes [`wrap`]. The cipher decrypts. `None`: this was not wrapped with that key.
pub fn unwrap(cipher: &dyn Blocks, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if sealed.len() < 3 * UNIT || !sealed.len().is_multiple_of(UNIT) {
        return None;
    }
    let mut out = Zeroizing::new(sealed.to_vec());
    backwards(cipher, &mut out)?;
    let (start, text) = out.split_first_chunk::<UNIT>()?;
    bool::from(start.ct_eq(&KW_START)).then(|| Zeroizing::new(text.to_vec()))
}

/// KWP over any text but an empty one. The cipher encrypts.
pub fn wrap_padded(cipher: &dyn Blocks, text: &[u8]) -> Option<Vec<u8>> {
    let len = u32::try_from(text.len()).ok().filter(|len| *len != 0)?;
    let mut out = [&KWP_START, &len.to_be_bytes()[..], text].concat();
    out.resize(out.len().next_multiple_of(UNIT), 0);
    match out.len() {
        16 => cipher.apply(&mut out),
        _ => forwards(cipher, &mut out)?,
    }
    Some(out)
}

/// Undoes [`wrap_padded`]. The cipher decrypts. `None`: this was not wrapped with that key.
pub fn unwrap_padded(cipher: &dyn Blocks, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if sealed.len() < 2 * UNIT || !sealed.len().is_multiple_of(UNIT) {
        return None;
    }
    let mut out = Zeroizing::new(sealed.to_vec());
    match out.len() {
        16 => cipher.apply(&mut out),
        _ => backwards(cipher, &mut out)?,
    }
    let (start, text) = out.split_first_chunk::<4>()?;
    let (len, text) = text.split_first_chunk::<4>()?;
    let len = usize::try_from(u32::from_be_bytes(*len)).ok()?;
    // All is judged before anything is said, so that the time does not tell what was wrong.
    let padding = text.len().wrapping_sub(len);
    let mut good = start.ct_eq(&KWP_START) & subtle::Choice::from(u8::from(padding < UNIT));
    for (at, byte) in text.iter().rev().take(UNIT - 1).enumerate() {
        good &= byte.ct_eq(&0) | subtle::Choice::from(u8::from(at >= padding));
    }
    let text = text.get(..len).unwrap_or_default();
    bool::from(good).then(|| Zeroizing::new(text.to_vec()))
}

/// W of SP 800-38F section 6.1, where the text stands.
fn forwards(cipher: &dyn Blocks, text: &mut [u8]) -> Option<()> {
    let (first, rest) = text.as_chunks_mut::<UNIT>().0.split_first_mut()?;
    let mut step = 0u64;
    for _ in 0..6 {
        for half in rest.iter_mut() {
            step += 1;
            let mut block = Zeroizing::new([*first, *half]);
            cipher.apply(block.as_flattened_mut());
            [*first, *half] = *block;
            count(first, step);
        }
    }
    Some(())
}

/// The inverse of [`forwards`].
fn backwards(cipher: &dyn Blocks, text: &mut [u8]) -> Option<()> {
    let (first, rest) = text.as_chunks_mut::<UNIT>().0.split_first_mut()?;
    let mut step = 6 * u64::try_from(rest.len()).ok()?;
    for _ in 0..6 {
        for half in rest.iter_mut().rev() {
            count(first, step);
            let mut block = Zeroizing::new([*first, *half]);
            cipher.apply(block.as_flattened_mut());
            [*first, *half] = *block;
            step -= 1;
        }
    }
    Some(())
}

fn count(half: &mut [u8; UNIT], step: u64) {
    *half = (u64::from_be_bytes(*half) ^ step).to_be_bytes();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::tests::unhex;
    use crate::crypto::block::{Algorithm, BlockCipher, Direction};

    fn aes(key: &str) -> (BlockCipher, BlockCipher) {
        let key = unhex(key);
        let make = |direction| BlockCipher::new(Algorithm::Aes, direction, &key).unwrap();
        (make(Direction::Encrypt), make(Direction::Decrypt))
    }

    const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    /// RFC 3394 section 4.1, 4.2, 4.3 and 4.6.
    #[test]
    fn known_keys() {
        let text = "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f";
        for (key, text, sealed) in [
            (&KEY[..32], &text[..32], "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5"),
            (&KEY[..48], &text[..32], "96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d"),
            (KEY, &text[..32], "64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7"),
            (KEY, text, "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21"),
        ] {
            let (enc, dec) = aes(key);
            assert_eq!(wrap(&enc, &unhex(text)).unwrap(), unhex(sealed));
            assert_eq!(*unwrap(&dec, &unhex(sealed)).unwrap(), unhex(text));
        }
    }

    /// RFC 5649 section 6.
    #[test]
    fn known_padded_keys() {
        let (enc, dec) = aes("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8");
        for (text, sealed) in [
            (
                "c37b7e6492584340bed12207808941155068f738",
                "138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a",
            ),
            ("466f7250617369", "afbeb0f07dfbf5419200f2ccb50bb24f"),
        ] {
            assert_eq!(wrap_padded(&enc, &unhex(text)).unwrap(), unhex(sealed));
            assert_eq!(*unwrap_padded(&dec, &unhex(sealed)).unwrap(), unhex(text));
        }
    }

    #[test]
    fn what_was_changed_does_not_unwrap() {
        let (enc, dec) = aes(KEY);
        for len in 1..50 {
            let padded = wrap_padded(&enc, &vec![3; len]).unwrap();
            assert_eq!(*unwrap_padded(&dec, &padded).unwrap(), vec![3; len]);
            let plain = wrap(&enc, &vec![3; len]);
            assert_eq!(plain.is_some(), len >= 16 && len % 8 == 0);
            for at in 0..padded.len() {
                let mut changed = padded.clone();
                changed[at] ^= 1;
                assert!(unwrap_padded(&dec, &changed).is_none());
                let Some(mut changed) = plain.clone() else { continue };
                changed[at] ^= 1;
                assert!(unwrap(&dec, &changed).is_none());
            }
            assert!(unwrap(&dec, &padded).is_none());
        }
        // The start is right, and the length or what follows the text is not.
        for (len, last) in [(9u8, 0), (0, 0), (8, 1), (7, 1), (255, 0)] {
            let mut block = [0xa6, 0x59, 0x59, 0xa6, 0, 0, 0, len, 1, 2, 3, 4, 5, 6, 7, last];
            enc.apply(&mut block);
            let expected = (len == 8).then(|| vec![1, 2, 3, 4, 5, 6, 7, last]);
            assert_eq!(unwrap_padded(&dec, &block).map(|text| text.to_vec()), expected, "{len} {last}");
        }
        assert!(wrap_padded(&enc, &[]).is_none());
    }
}
