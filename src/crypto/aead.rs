//! The AEAD of a cipher suite, as the record layer uses it (RFC 8446 section 5.2).

use aes::Aes128Enc;
use ccm::Ccm;
use ccm::aead::array::ArraySize;
use ccm::aead::{AeadInOut, KeyInit};
use ccm::consts::{U8, U12, U16};
use ring::aead::{
    AES_128_GCM, AES_256_GCM, Aad, Algorithm, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey,
};

use super::suite::CipherSuite;

/// Most bytes that sealing adds.
pub const TAG_LEN: usize = 16;
/// Bytes of the per-connection part of the nonce.
pub const IV_LEN: usize = 12;

/// The record was not made by the holder of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadTag;

/// One direction's key and IV.
pub struct RecordKey {
    key: Key,
    iv: [u8; IV_LEN],
}

/// ring has no CCM.
#[allow(clippy::large_enum_variant)] // in a box, ring's keys would cost an allocation; only CCM's, larger still, are in one
enum Key {
    Ring(LessSafeKey),
    Ccm(Box<Ccm<Aes128Enc, U16, U12>>),
    Ccm8(Box<Ccm<Aes128Enc, U8, U12>>),
}

impl RecordKey {
    /// `None`: `key` has not the suite's length.
    pub fn new(suite: CipherSuite, key: &[u8], iv: [u8; IV_LEN]) -> Option<Self> {
        let key = match suite {
            CipherSuite::Aes128GcmSha256 => ring_key(&AES_128_GCM, key)?,
            CipherSuite::Aes256GcmSha384 => ring_key(&AES_256_GCM, key)?,
            CipherSuite::Chacha20Poly1305Sha256 => ring_key(&CHACHA20_POLY1305, key)?,
            CipherSuite::Aes128CcmSha256 => Key::Ccm(Box::new(Ccm::new_from_slice(key).ok()?)),
            CipherSuite::Aes128Ccm8Sha256 => Key::Ccm8(Box::new(Ccm::new_from_slice(key).ok()?)),
        };
        Some(Self { key, iv })
    }

    /// Bytes that sealing adds.
    pub fn tag_len(&self) -> usize {
        match self.key {
            Key::Ring(_) | Key::Ccm(_) => 16,
            Key::Ccm8(_) => 8,
        }
    }

    /// Protects the record that starts at `start` and goes to the end of `out`: encrypts what is behind its header where it
    /// stands, and appends the tag. `None`: there is no whole header, or more text than the AEAD allows.
    pub fn seal(&self, sequence: u64, out: &mut Vec<u8>, start: usize) -> Option<()> {
        let nonce = self.nonce(sequence);
        let (header, text) = out.get_mut(start..)?.split_first_chunk_mut::<5>()?;
        match &self.key {
            Key::Ring(key) => {
                let nonce = Nonce::assume_unique_for_key(nonce);
                let tag = key.seal_in_place_separate_tag(nonce, Aad::from(header), text).ok()?;
                out.extend_from_slice(tag.as_ref());
            }
            Key::Ccm(key) => {
                let tag = seal_ccm(key, nonce, header, text)?;
                out.extend_from_slice(&tag);
            }
            Key::Ccm8(key) => {
                let tag = seal_ccm(key, nonce, header, text)?;
                out.extend_from_slice(&tag);
            }
        }
        Some(())
    }

    /// Decrypts `text` (ciphertext and tag) where it stands and gives the plaintext's length.
    pub fn open(&self, sequence: u64, header: &[u8; 5], text: &mut [u8]) -> Result<usize, BadTag> {
        let nonce = self.nonce(sequence);
        match &self.key {
            Key::Ring(key) => {
                let plain = key.open_in_place(Nonce::assume_unique_for_key(nonce), Aad::from(header), text);
                plain.map(|plain| plain.len()).map_err(|_| BadTag)
            }
            Key::Ccm(key) => open_ccm(key, nonce, header, text),
            Key::Ccm8(key) => open_ccm(key, nonce, header, text),
        }
    }

    /// The IV xor the sequence number, right-aligned (RFC 8446 section 5.3).
    fn nonce(&self, sequence: u64) -> [u8; IV_LEN] {
        let mut nonce = self.iv;
        for (byte, part) in nonce.iter_mut().rev().zip(sequence.to_le_bytes()) {
            *byte ^= part;
        }
        nonce
    }
}

fn ring_key(algorithm: &'static Algorithm, key: &[u8]) -> Option<Key> {
    Some(Key::Ring(LessSafeKey::new(UnboundKey::new(algorithm, key).ok()?)))
}

// Apart from the rest, so that ring's path stays short.
#[inline(never)]
fn seal_ccm<M>(
    key: &Ccm<Aes128Enc, M, U12>,
    nonce: [u8; IV_LEN],
    header: &[u8],
    text: &mut [u8],
) -> Option<ccm::Tag<M>>
where
    M: ArraySize + ccm::TagSize,
{
    key.encrypt_inout_detached(&nonce.into(), header, text.into()).ok()
}

#[inline(never)]
fn open_ccm<M>(
    key: &Ccm<Aes128Enc, M, U12>,
    nonce: [u8; IV_LEN],
    header: &[u8],
    text: &mut [u8],
) -> Result<usize, BadTag>
where
    M: ArraySize + ccm::TagSize,
{
    let len = text.len().checked_sub(M::USIZE).ok_or(BadTag)?;
    let (text, tag) = text.split_at_mut_checked(len).ok_or(BadTag)?;
    let tag = (&*tag).try_into().map_err(|_| BadTag)?;
    key.decrypt_inout_detached(&nonce.into(), header, text.into(), tag).map_err(|_| BadTag)?;
    Ok(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes<const N: usize>(first: u8) -> [u8; N] {
        std::array::from_fn(|at| first + u8::try_from(at).unwrap())
    }

    fn unhex(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    /// NIST SP 800-38C appendix C.3, and the same with a tag of 16 bytes as OpenSSL makes it.
    #[test]
    fn known_answers_of_ccm() {
        let (key, nonce, data, plain) =
            (bytes::<16>(0x40), bytes::<12>(0x10), bytes::<20>(0), bytes::<24>(0x20));
        let cipher = unhex("e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5");

        let short = Ccm::<_, U8, _>::new_from_slice(&key).unwrap();
        let mut text = plain.to_vec();
        let tag = seal_ccm(&short, nonce, &data, &mut text).unwrap();
        assert_eq!((&text, tag.to_vec()), (&cipher, unhex("484392fbc1b09951")));
        text.extend_from_slice(&tag);
        assert_eq!(open_ccm(&short, nonce, &data, &mut text), Ok(24));
        assert_eq!(text[..24], plain);

        let long = Ccm::<_, U16, _>::new_from_slice(&key).unwrap();
        let mut text = plain.to_vec();
        let tag = seal_ccm(&long, nonce, &data, &mut text).unwrap();
        assert_eq!((&text, tag.to_vec()), (&cipher, unhex("c87ae488918de93f17dd3e4934347f44")));
    }

    /// Record 7 of a key, as OpenSSL protects it.
    #[test]
    fn known_records_of_ccm() {
        for (suite, tag) in [
            (CipherSuite::Aes128CcmSha256, "2d728425d7fc0cbb606db8c47b1e19ad"),
            (CipherSuite::Aes128Ccm8Sha256, "5a991501cdb5527c"),
        ] {
            let key = RecordKey::new(suite, &bytes::<16>(0x40), bytes(0x10)).unwrap();
            let header = [23, 3, 3, 0, 18 + u8::try_from(suite.tag_len()).unwrap()];
            let mut out = [b"before", &header[..], &bytes::<18>(0x20)].concat();
            key.seal(7, &mut out, 6).unwrap();
            let sealed = [unhex("21daad90d392cf9826828fb7ad2396eb1a4c"), unhex(tag)].concat();
            assert_eq!(out, [b"before", &header[..], &sealed].concat());
        }
    }

    #[test]
    fn what_is_sealed_opens_and_nothing_else_does() {
        for suite in CipherSuite::ALL {
            let key = RecordKey::new(suite, &[5; 32][..suite.key_len()], [9; IV_LEN]).unwrap();
            assert_eq!(key.tag_len(), suite.tag_len());
            let mut record = b"headrtext".to_vec();
            key.seal(1, &mut record, 0).unwrap();
            let record = &record[5..];
            assert_eq!(record.len(), 4 + suite.tag_len());
            let open = |sequence, header, record: &[u8]| key.open(sequence, header, &mut record.to_vec());
            assert_eq!(open(1, b"headr", record), Ok(4));
            assert_eq!(open(2, b"headr", record), Err(BadTag));
            assert_eq!(open(1, b"Headr", record), Err(BadTag));
            for at in 0..record.len() {
                let mut changed = record.to_vec();
                changed[at] ^= 1;
                assert_eq!(open(1, b"headr", &changed), Err(BadTag), "{suite:?} byte {at}");
                assert_eq!(open(1, b"headr", &record[..at]), Err(BadTag), "{suite:?} {at} bytes");
            }
        }
    }

    #[test]
    fn half_a_header_is_not_sealed() {
        let key = RecordKey::new(CipherSuite::Aes128GcmSha256, &[5; 16], [9; IV_LEN]).unwrap();
        assert_eq!(key.seal(0, &mut b"head".to_vec(), 0), None);
        assert_eq!(key.seal(0, &mut b"headrtext".to_vec(), 10), None);
    }

    #[test]
    fn a_key_of_another_length_is_none() {
        for suite in CipherSuite::ALL {
            for len in (0..33).filter(|len| *len != suite.key_len()) {
                assert!(RecordKey::new(suite, &[0; 33][..len], [0; IV_LEN]).is_none(), "{suite:?} {len}");
            }
        }
    }

    /// Who does not use CCM does not carry its key schedule along.
    #[test]
    fn a_record_key_is_no_larger_than_one_of_ring() {
        assert!(size_of::<RecordKey>() <= size_of::<LessSafeKey>() + IV_LEN + 20);
    }
}
