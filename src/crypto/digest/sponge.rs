//! SHA-3 (FIPS 202): the sponge around Keccak's permutation, in parts that may lie in a C context.

use keccak::Keccak;

use super::Digest;

/// The bytes of the state: 25 lanes of 64 bits.
const STATE: usize = 200;

/// Bytes of the state that SHA-3 with a digest of `size` bytes takes at once (FIPS 202 section 6.1).
pub fn rate(size: usize) -> usize {
    STATE.saturating_sub(2 * size)
}

/// A running digest.
pub struct Sponge<'a> {
    /// The state.
    pub lanes: &'a mut [u64; 25],
    /// Where in the state the next byte goes.
    pub index: &'a mut u32,
    /// How many of the state's bytes take part, see [`rate`].
    pub rate: usize,
}

impl Sponge<'_> {
    /// Begins anew.
    pub fn start(&mut self) {
        self.lanes.fill(0);
        *self.index = 0;
    }

    /// Adds `data`.
    pub fn update(&mut self, data: &[u8]) {
        let to_lane = (8 - self.at() % 8) % 8;
        let (head, rest) = data.split_at(to_lane.min(data.len()));
        let (lanes, tail) = rest.as_chunks();
        for byte in head {
            self.absorb(u64::from(*byte), 1);
        }
        for lane in lanes {
            self.absorb(u64::from_le_bytes(*lane), 8);
        }
        for byte in tail {
            self.absorb(u64::from(*byte), 1);
        }
    }

    /// The first `size` bytes of the digest of what was added; they fit into the state beside the rate. The parts are
    /// not to be used again before [`Self::start`].
    pub fn finish(&mut self, size: usize) -> Digest {
        // FIPS 202 sections 6.1 and 5.1: the bits 01 of SHA-3, a one, zeros, a one.
        self.mix(self.at(), 0x06);
        self.mix(self.rate.saturating_sub(1), 0x80);
        self.permute();
        Digest::new(size, |out| {
            for (to, from) in out.iter_mut().zip(self.lanes.iter().flat_map(|lane| lane.to_le_bytes())) {
                *to = from;
            }
        })
    }

    /// Takes `len` bytes, lowest first, that lie within one lane.
    fn absorb(&mut self, bytes: u64, len: usize) {
        let at = self.at();
        self.mix(at, bytes);
        let next = at + len;
        if next >= self.rate {
            self.permute();
        }
        *self.index = if next >= self.rate { 0 } else { u32::try_from(next).unwrap_or(0) };
    }

    fn mix(&mut self, at: usize, bytes: u64) {
        if let Some(lane) = self.lanes.get_mut(at / 8) {
            *lane ^= bytes << (8 * (at % 8));
        }
    }

    fn permute(&mut self) {
        Keccak::new().with_f1600(|f1600| f1600(self.lanes));
    }

    fn at(&self) -> usize {
        usize::try_from(*self.index).unwrap_or(0)
    }
}
