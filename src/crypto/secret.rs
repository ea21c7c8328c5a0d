//! The one home of a secret: wiped when dropped, compared in constant time, never printed or cloned.

use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// The longest secret of the key schedule: the output of SHA-384.
pub const MAX_SECRET: usize = 48;

/// A secret of at most `MAX` bytes, held in place.
pub struct Secret<const MAX: usize = MAX_SECRET> {
    bytes: [u8; MAX],
    len: u8,
}

impl<const MAX: usize> Secret<MAX> {
    /// A secret of `len` bytes that `fill` writes; `len` is cut to `MAX`.
    pub fn new(len: usize, fill: impl FnOnce(&mut [u8])) -> Self {
        let mut secret = Self { bytes: [0; MAX], len: 0 };
        let len = len.min(MAX);
        if let Some(room) = secret.bytes.get_mut(..len) {
            fill(room);
            secret.len = u8::try_from(len).unwrap_or(0);
        }
        secret
    }

    /// A copy of `bytes`, or `None` when they are too many.
    pub fn copy_of(bytes: &[u8]) -> Option<Self> {
        (bytes.len() <= MAX).then(|| Self::new(bytes.len(), |room| room.copy_from_slice(bytes)))
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or(&[])
    }

    /// Whether `other` holds the same bytes, in a time that does not depend on them.
    pub fn matches(&self, other: &[u8]) -> bool {
        self.bytes().ct_eq(other).into()
    }
}

impl<const MAX: usize> Drop for Secret<MAX> {
    fn drop(&mut self) {
        // As a slice, which is wiped in bulk; an array is wiped byte by byte.
        self.bytes.as_mut_slice().zeroize();
    }
}
