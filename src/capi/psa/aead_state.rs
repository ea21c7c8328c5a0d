//! What authenticated encryption in pieces keeps between calls: plain data that lies in the operation.

use super::algorithm::*;
use super::mac::block_cipher;
use super::store::Key;
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, psa_algorithm_t,
    psa_key_type_t, psa_status_t,
};
use crate::capi::boundary::Plain;
use crate::crypto::block::{BlockCipher, Direction, KEY_MAX};
use crate::crypto::ccm::{Ccm, Lengths};
use crate::crypto::chacha::{self, ChaChaPoly};
use crate::crypto::gcm::{self, Gcm};

/// The longest additional data of CCM here: what its shorter form of a length has room for (RFC 3610 section 2.2).
const CCM_MAX_ADDITIONAL: usize = 0xfeff;
/// The longest additional data of GCM: its length in bits has 64 of them.
const GCM_MAX_ADDITIONAL: usize = (1 << 61) - 1;

/// What an algorithm is without the length of its tag.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Gcm,
    Ccm,
    ChaChaPoly,
}

impl Kind {
    pub(super) fn of(alg: psa_algorithm_t) -> Option<Self> {
        match full_length(alg) {
            PSA_ALG_GCM => Some(Self::Gcm),
            PSA_ALG_CCM => Some(Self::Ccm),
            PSA_ALG_CHACHA20_POLY1305 => Some(Self::ChaChaPoly),
            _ => None,
        }
    }
}

/// A key with a message at work. Which members count, the algorithm tells.
#[repr(C)]
pub(super) struct State {
    alg: psa_algorithm_t,
    key_type: psa_key_type_t,
    decrypts: u8,
    key_len: u8,
    key: [u8; KEY_MAX],
    nonce_len: u8,
    nonce: [u8; 13],
    gcm: Gcm,
    ccm: Ccm,
    chacha_poly: ChaChaPoly,
}
// SAFETY: integers and arrays of integers.
unsafe impl Plain for State {}

impl State {
    /// Begins, from zero bytes.
    pub(super) fn begin(
        &mut self,
        key: &Key,
        alg: psa_algorithm_t,
        direction: Direction,
    ) -> Result<(), psa_status_t> {
        let kind = Kind::of(alg).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        let tags: &[usize] = match kind {
            Kind::Gcm => &[4, 8, 12, 13, 14, 15, 16],
            Kind::Ccm => &[4, 6, 8, 10, 12, 14, 16],
            Kind::ChaChaPoly => &[chacha::TAG_LEN],
        };
        if !tags.contains(&tag_len(alg)) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let bytes = &key.material.bytes;
        self.alg = alg;
        self.key_type = key.attributes.r#type;
        self.decrypts = u8::from(direction == Direction::Decrypt);
        if kind == Kind::ChaChaPoly {
            let bytes = bytes.first_chunk().filter(|_| self.key_type == PSA_KEY_TYPE_CHACHA20);
            self.chacha_poly = ChaChaPoly::new(bytes.ok_or(PSA_ERROR_NOT_SUPPORTED)?);
            return Ok(());
        }
        self.key_len = u8::try_from(bytes.len()).map_err(|_| PSA_ERROR_NOT_SUPPORTED)?;
        self.key.get_mut(..bytes.len()).ok_or(PSA_ERROR_NOT_SUPPORTED)?.copy_from_slice(bytes);
        let cipher = self.cipher()?;
        if kind == Kind::Gcm {
            self.gcm = Gcm::new(&cipher);
        }
        Ok(())
    }

    pub(super) fn decrypts(&self) -> bool {
        self.decrypts != 0
    }

    /// How long the nonces are that are made here.
    pub(super) fn nonce_len(&self) -> usize {
        if Kind::of(self.alg) == Some(Kind::Ccm) { 13 } else { 12 }
    }

    /// Whether the lengths have to be known before the first byte.
    pub(super) fn needs_lengths(&self) -> bool {
        Kind::of(self.alg) == Some(Kind::Ccm)
    }

    /// Sets the nonce; `lengths` are those of additional data and text, if they were set.
    pub(super) fn set_nonce(
        &mut self,
        nonce: &[u8],
        lengths: Option<(usize, usize)>,
    ) -> Result<(), psa_status_t> {
        match Kind::of(self.alg).ok_or(PSA_ERROR_BAD_STATE)? {
            Kind::Gcm if nonce.is_empty() => Err(PSA_ERROR_INVALID_ARGUMENT),
            Kind::Gcm => {
                let cipher = self.cipher()?;
                self.gcm.start(&cipher, nonce);
                Ok(())
            }
            Kind::Ccm if !(7..=13).contains(&nonce.len()) => Err(PSA_ERROR_INVALID_ARGUMENT),
            Kind::Ccm => {
                self.nonce_len = u8::try_from(nonce.len()).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
                self.nonce.get_mut(..nonce.len()).ok_or(PSA_ERROR_INVALID_ARGUMENT)?.copy_from_slice(nonce);
                lengths.map_or(Ok(()), |lengths| self.start_ccm(lengths))
            }
            Kind::ChaChaPoly => {
                self.chacha_poly.start(nonce.try_into().map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?);
                Ok(())
            }
        }
    }

    /// Sets the lengths of additional data and text, before or behind the nonce.
    pub(super) fn set_lengths(
        &mut self,
        lengths: (usize, usize),
        nonce_is_set: bool,
    ) -> Result<(), psa_status_t> {
        let (additional, text) = lengths;
        let too_long = match Kind::of(self.alg).ok_or(PSA_ERROR_BAD_STATE)? {
            Kind::Gcm => additional > GCM_MAX_ADDITIONAL || text as u64 > gcm::TEXT_MAX,
            Kind::Ccm => additional > CCM_MAX_ADDITIONAL,
            Kind::ChaChaPoly => false,
        };
        match too_long {
            true => Err(PSA_ERROR_INVALID_ARGUMENT),
            false if nonce_is_set && self.needs_lengths() => self.start_ccm(lengths),
            false => Ok(()),
        }
    }

    /// Takes in additional data.
    pub(super) fn additional(&mut self, data: &[u8]) -> Result<(), psa_status_t> {
        match Kind::of(self.alg).ok_or(PSA_ERROR_BAD_STATE)? {
            Kind::Gcm => self.gcm.additional(data),
            Kind::Ccm => {
                let cipher = self.cipher()?;
                self.ccm.additional(&cipher, data);
            }
            Kind::ChaChaPoly => self.chacha_poly.additional(data),
        }
        Ok(())
    }

    /// Whether the message has room for so much more text.
    pub(super) fn has_room_for(&self, len: usize) -> bool {
        let total = self.gcm.text_len().checked_add(len as u64);
        Kind::of(self.alg) != Some(Kind::Gcm) || total.is_some_and(|total| total <= gcm::TEXT_MAX)
    }

    /// Encrypts or decrypts the next part of the text where it stands.
    pub(super) fn apply(&mut self, text: &mut [u8]) -> Result<(), psa_status_t> {
        match (Kind::of(self.alg).ok_or(PSA_ERROR_BAD_STATE)?, self.decrypts()) {
            (Kind::Gcm, false) => self.gcm.encrypt(&self.cipher()?, text),
            (Kind::Gcm, true) => self.gcm.decrypt(&self.cipher()?, text),
            (Kind::Ccm, false) => self.ccm.encrypt(&self.cipher()?, text),
            (Kind::Ccm, true) => self.ccm.decrypt(&self.cipher()?, text),
            (Kind::ChaChaPoly, false) => self.chacha_poly.encrypt(text),
            (Kind::ChaChaPoly, true) => self.chacha_poly.decrypt(text),
        }
        Ok(())
    }

    /// The tag of all that was taken in, and how much of it counts.
    pub(super) fn tag(&mut self) -> Result<([u8; 16], usize), psa_status_t> {
        let tag = match Kind::of(self.alg).ok_or(PSA_ERROR_BAD_STATE)? {
            Kind::Gcm => self.gcm.tag(),
            Kind::Ccm => self.ccm.tag(&self.cipher()?),
            Kind::ChaChaPoly => self.chacha_poly.tag(),
        };
        Ok((tag, tag_len(self.alg)))
    }

    fn start_ccm(&mut self, (aad, text): (usize, usize)) -> Result<(), psa_status_t> {
        let cipher = self.cipher()?;
        let nonce = self.nonce.get(..usize::from(self.nonce_len)).unwrap_or_default();
        let lengths = Lengths { aad, text, tag: tag_len(self.alg) };
        self.ccm = Ccm::new(&cipher, nonce, lengths).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        Ok(())
    }

    fn cipher(&self) -> Result<BlockCipher, psa_status_t> {
        let key = self.key.get(..usize::from(self.key_len)).unwrap_or_default();
        let algorithm = block_cipher(self.key_type).filter(|algorithm| algorithm.takes(key.len()));
        let cipher = algorithm.and_then(|algorithm| BlockCipher::new(algorithm, Direction::Encrypt, key));
        cipher.ok_or(PSA_ERROR_NOT_SUPPORTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::psa::material::Material;
    use crate::capi::psa::psa_key_attributes_t;
    use crate::capi::psa::running;

    fn unhex(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    }

    /// Test case 4 of the specification of GCM by McGrew and Viega, RFC 3610 section 8 packet vector 1, and RFC 8439 section
    /// 2.8.2; in parts of every length, in both directions, the lengths set before the nonce, behind it, or not at all.
    #[test]
    fn published_messages_in_parts() {
        let sunscreen = "4c616469657320616e642047656e746c656d656e206f662074686520636c617373206f66202739393a204966204920636f756c64206f6666657220796f75206f6e6c79206f6e652074697020666f7220746865206675747572652c2073756e73637265656e20776f756c642062652069742e";
        for (alg, kind, key, nonce, aad, text, sealed, tag) in [
            (
                PSA_ALG_GCM,
                PSA_KEY_TYPE_AES,
                "feffe9928665731c6d6a8f9467308308",
                "cafebabefacedbaddecaf888",
                "feedfacedeadbeeffeedfacedeadbeefabaddad2",
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
                "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091",
                "5bc94fbc3221a5db94fae95ae7121a47",
            ),
            (
                PSA_ALG_CCM & !(0x3f << 16) | 8 << 16,
                PSA_KEY_TYPE_AES,
                "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
                "00000003020100a0a1a2a3a4a5",
                "0001020304050607",
                "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e",
                "588c979a61c663d2f066d0c2c0f989806d5f6b61dac384",
                "17e8d12cfdf926e0",
            ),
            (
                PSA_ALG_CHACHA20_POLY1305,
                PSA_KEY_TYPE_CHACHA20,
                "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f",
                "070000004041424344454647",
                "50515253c0c1c2c3c4c5c6c7",
                sunscreen,
                "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b6116",
                "1ae10b594f09e26a7e902ecbd0600691",
            ),
        ] {
            let material = Material::import(kind, 0, &unhex(key)).unwrap();
            let key =
                Key { attributes: psa_key_attributes_t { r#type: kind, ..Default::default() }, material };
            let (nonce, aad) = (unhex(nonce), unhex(aad));
            let lengths = (aad.len(), text.len() / 2);
            for part in 1..20 {
                for (direction, from, to) in
                    [(Direction::Encrypt, text, sealed), (Direction::Decrypt, sealed, text)]
                {
                    let mut words = [0; 54];
                    let state: &mut State = running::state(&mut words);
                    state.begin(&key, alg, direction).unwrap();
                    match part % 3 {
                        0 => {
                            state.set_lengths(lengths, false).unwrap();
                            state.set_nonce(&nonce, Some(lengths)).unwrap();
                        }
                        1 if !state.needs_lengths() => state.set_nonce(&nonce, None).unwrap(),
                        _ => {
                            state.set_nonce(&nonce, None).unwrap();
                            state.set_lengths(lengths, true).unwrap();
                        }
                    }
                    aad.chunks(part).for_each(|part| state.additional(part).unwrap());
                    let mut data = unhex(from);
                    data.chunks_mut(part).for_each(|part| state.apply(part).unwrap());
                    assert_eq!(data, unhex(to), "{alg:x} {direction:?} {part}");
                    let (made, len) = state.tag().unwrap();
                    assert_eq!(made[..len], unhex(tag), "{alg:x} {direction:?} {part}");
                }
            }
        }
    }

    #[test]
    fn lengths_that_there_are_not() {
        let material = Material::import(PSA_KEY_TYPE_AES, 0, &[1; 16]).unwrap();
        let attributes = psa_key_attributes_t { r#type: PSA_KEY_TYPE_AES, ..Default::default() };
        let key = Key { attributes, material };
        let mut words = [0; 54];
        let state: &mut State = running::state(&mut words);
        let short = |alg, len: u32| alg & !(0x3f << 16) | len << 16;
        for (alg, expected) in [
            (short(PSA_ALG_GCM, 7), PSA_ERROR_INVALID_ARGUMENT),
            (short(PSA_ALG_CCM, 5), PSA_ERROR_INVALID_ARGUMENT),
            (short(PSA_ALG_CHACHA20_POLY1305, 8), PSA_ERROR_INVALID_ARGUMENT),
            (PSA_ALG_CHACHA20_POLY1305, PSA_ERROR_NOT_SUPPORTED),
            (PSA_ALG_GCM | 5, PSA_ERROR_NOT_SUPPORTED),
        ] {
            assert_eq!(state.begin(&key, alg, Direction::Encrypt), Err(expected), "{alg:x}");
        }
        state.begin(&key, PSA_ALG_GCM, Direction::Encrypt).unwrap();
        assert_eq!(state.set_lengths((1 << 61, 0), false), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(state.set_lengths((0, (1 << 36) - 31), false), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(state.set_lengths((5, (1 << 36) - 32), false), Ok(()));
        assert_eq!(state.set_nonce(&[], None), Err(PSA_ERROR_INVALID_ARGUMENT));
        state.begin(&key, PSA_ALG_CCM, Direction::Encrypt).unwrap();
        assert_eq!(state.set_lengths((0xff00, 0), false), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(state.set_nonce(&[0; 6], None), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(state.set_nonce(&[0; 13], Some((0, 0x10000))), Err(PSA_ERROR_INVALID_ARGUMENT));
    }
}
