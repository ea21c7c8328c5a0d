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
