//! A message of CCM at work, as it lies in a context.

use std::ffi::c_int;

use crate::capi::block::Key;
use crate::capi::boundary::Plain;
use crate::crypto::block::{Blocks, RawKey};
use crate::crypto::ccm::{self, Ccm, Lengths};

pub(super) const MBEDTLS_CCM_DECRYPT: c_int = 0;
pub(super) const MBEDTLS_CCM_ENCRYPT: c_int = 1;
pub(super) const MBEDTLS_CCM_STAR_DECRYPT: c_int = 2;
pub(super) const MBEDTLS_CCM_STAR_ENCRYPT: c_int = 3;

/// What lies in the memory of a `mbedtls_ccm_context`.
#[repr(C)]
pub(super) struct State {
    pub(super) key: RawKey,
    pub(super) message: Message,
}
// SAFETY: integers and arrays of integers.
unsafe impl Plain for State {}

impl State {
    pub(super) fn start(&mut self, mode: c_int, nonce: &[u8]) -> Option<()> {
        self.message.start(mode, nonce)?;
        self.begin()
    }

    pub(super) fn set_lengths(&mut self, aad_len: usize, text_len: usize, tag_len: usize) -> Option<()> {
        self.message.set_lengths(aad_len, text_len, tag_len)?;
        self.begin()
    }

    /// What `work` gives with the message and the cipher. `None`: there is no key.
    pub(super) fn with<R>(&mut self, work: impl FnOnce(&mut Message, &dyn Blocks) -> Option<R>) -> Option<R> {
        self.key.with_own(|cipher| work(&mut self.message, cipher)).flatten()
    }

    /// Begins the message once nonce and lengths are known. `None`: not what CCM has, or there is no key.
    fn begin(&mut self) -> Option<()> {
        if !self.key.is_set() {
            return None;
        }
        if self.message.stage & (STARTED | LENGTHS) != STARTED | LENGTHS {
            return Some(());
        }
        let begun = self.with(Message::begin);
        if begun.is_none() {
            self.message.stage |= BROKEN;
        }
        begun
    }
}

/// A message, and how far it has come. The cipher is one that encrypts.
#[repr(C)]
pub(super) struct Message {
    mode: u8,
    nonce: [u8; 13],
    nonce_len: u8,
    /// What was said of the message: see the constants below.
    pub(super) stage: u8,
    pub(super) tag_len: u8,
    aad_len: u64,
    aad_seen: u64,
    text_len: u64,
    text_seen: u64,
    ccm: Ccm,
}

/// Bits of `stage`: mbedtls_ccm_starts() was called; mbedtls_ccm_set_lengths() was; nothing goes before the next message.
const STARTED: u8 = 1;
const LENGTHS: u8 = 2;
const BROKEN: u8 = 4;

impl Message {
    fn without_tag(&self) -> bool {
        let star = [MBEDTLS_CCM_STAR_DECRYPT, MBEDTLS_CCM_STAR_ENCRYPT].contains(&c_int::from(self.mode));
        star && self.tag_len == 0
    }

    /// `None`: not what CCM has.
    pub(super) fn begin(&mut self, cipher: &dyn Blocks) -> Option<()> {
        if self.tag_len == 0 && !self.without_tag() {
            return None;
        }
        if self.without_tag() {
            self.text_len = 0;
        }
        let lengths = Lengths {
            aad: usize::try_from(self.aad_len).ok()?,
            text: usize::try_from(self.text_len).ok()?,
            tag: self.tag_len.into(),
        };
        let nonce = self.nonce.get(..self.nonce_len.into())?;
        self.ccm = Ccm::new(cipher, nonce, lengths)?;
        Some(())
    }

    pub(super) fn start(&mut self, mode: c_int, nonce: &[u8]) -> Option<()> {
        let room = self.nonce.get_mut(..nonce.len()).filter(|nonce| nonce.len() >= 7)?;
        room.copy_from_slice(nonce);
        self.nonce_len = u8::try_from(nonce.len()).ok()?;
        self.mode = u8::try_from(mode).unwrap_or(0xff);
        (self.aad_seen, self.text_seen) = (0, 0);
        self.stage = self.stage & LENGTHS | STARTED;
        Some(())
    }

    pub(super) fn set_lengths(&mut self, aad_len: usize, text_len: usize, tag_len: usize) -> Option<()> {
        if !matches!(tag_len, 0 | 4 | 6 | 8 | 10 | 12 | 14 | 16) || aad_len >= 0xff00 {
            return None;
        }
        self.tag_len = u8::try_from(tag_len).ok()?;
        (self.aad_len, self.text_len) = (aad_len as u64, text_len as u64);
        self.stage |= LENGTHS;
        Some(())
    }

    pub(super) fn update_ad(&mut self, cipher: &dyn Blocks, aad: &[u8]) -> Option<()> {
        self.at_work()?;
        let seen = self.aad_seen.checked_add(aad.len() as u64).filter(|seen| *seen <= self.aad_len)?;
        self.ccm.additional(cipher, aad);
        self.aad_seen = seen;
        Some(())
    }

    /// Counts so many bytes of text more. `None`: the message does not have them.
    pub(super) fn next(&mut self, len: usize) -> Option<()> {
        self.at_work()?;
        let seen = self.text_seen.checked_add(len as u64)?;
        let fits =
            if self.without_tag() { ccm::fits(self.nonce_len.into(), seen) } else { seen <= self.text_len };
        if !fits || self.aad_seen < self.aad_len {
            return None;
        }
        self.text_seen = seen;
        Some(())
    }

    pub(super) fn update(&mut self, cipher: &dyn Blocks, text: &mut [u8]) {
        match c_int::from(self.mode) {
            MBEDTLS_CCM_DECRYPT | MBEDTLS_CCM_STAR_DECRYPT => self.ccm.decrypt(cipher, text),
            _ => self.ccm.encrypt(cipher, text),
        }
    }

    pub(super) fn finish(&mut self, cipher: &dyn Blocks) -> Option<[u8; ccm::TAG_MAX]> {
        self.at_work()?;
        if self.aad_seen < self.aad_len || !self.without_tag() && self.text_seen < self.text_len {
            return None;
        }
        self.stage = 0;
        Some(self.ccm.tag(cipher))
    }

    /// `None`: no message is at work, or something went wrong with it.
    fn at_work(&self) -> Option<()> {
        (self.stage == STARTED | LENGTHS).then_some(())
    }
}
