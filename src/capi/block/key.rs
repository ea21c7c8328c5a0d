//! Keys as contexts keep them, in plain bytes, and the ciphers that are made of them for the length of a call.

use crate::capi::boundary::Plain;
use crate::crypto::block::{Algorithm, Blocks, Direction, RawKey};

#[cfg(not(target_arch = "x86_64"))]
pub(crate) type AesKey = RawKey;
#[cfg(target_arch = "x86_64")]
pub(crate) use super::rounds::AesKey;

/// A key in a context.
pub(crate) trait Key: Plain {
    /// Takes the place of what was there. `None`: the cipher has no keys of that length.
    fn set(&mut self, algorithm: Algorithm, direction: Direction, key: &[u8]) -> Option<()>;

    /// The key itself.
    fn raw(&self) -> &RawKey;

    /// What `work` gives with the cipher in a direction of the caller's choice. `None`: there is no key.
    fn with<R>(&self, direction: Direction, work: impl FnOnce(&dyn Blocks) -> R) -> Option<R>;

    /// As [`Self::with`], in the direction that the key was set for.
    fn with_own<R>(&self, work: impl FnOnce(&dyn Blocks) -> R) -> Option<R> {
        self.with(self.raw().direction()?, work)
    }
}

// SAFETY: integers and arrays of integers.
unsafe impl Plain for RawKey {}

/// The key schedule is made for each call and wiped.
impl Key for RawKey {
    fn set(&mut self, algorithm: Algorithm, direction: Direction, key: &[u8]) -> Option<()> {
        *self = Self::new(algorithm, direction, key)?;
        Some(())
    }

    fn raw(&self) -> &RawKey {
        self
    }

    fn with<R>(&self, direction: Direction, work: impl FnOnce(&dyn Blocks) -> R) -> Option<R> {
        #[cfg(target_arch = "x86_64")]
        if let Some(keys) = super::rounds::made_of(self, direction) {
            return super::rounds::with(&keys, direction, work);
        }
        let cipher = self.cipher_to(direction)?;
        Some(work(&cipher))
    }
}
