//! Randomness from the operating system.

use std::fmt;

use ring::rand::{SecureRandom, SystemRandom};
use rsa::rand_core::{TryCryptoRng, TryRng};

/// The operating system gave no randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomError;

/// [`fill`] in the shape that the RustCrypto crates take.
pub(super) struct OsRandom;

/// Fills `out` with randomness from the operating system.
pub fn fill(out: &mut [u8]) -> Result<(), RandomError> {
    SystemRandom::new().fill(out).map_err(|_| RandomError)
}

/// Whether two draws differ.
pub fn works() -> bool {
    let mut draws = [[0; 32]; 2];
    let [first, second] = &mut draws;
    fill(first).is_ok() && fill(second).is_ok() && first != second
}

impl TryRng for OsRandom {
    type Error = RandomError;

    fn try_next_u32(&mut self) -> Result<u32, RandomError> {
        let mut bytes = [0; 4];
        fill(&mut bytes)?;
        Ok(u32::from_ne_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, RandomError> {
        let mut bytes = [0; 8];
        fill(&mut bytes)?;
        Ok(u64::from_ne_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), RandomError> {
        fill(out)
    }
}

impl TryCryptoRng for OsRandom {}

impl fmt::Display for RandomError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the system gave no random bytes")
    }
}

impl std::error::Error for RandomError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_draws_differ_and_every_byte_is_written() {
        let mut draws = [[0_u8; 64]; 32];
        for draw in &mut draws {
            assert_eq!(fill(draw), Ok(()));
        }
        for byte in 0..64 {
            assert!(draws.iter().any(|draw| draw[byte] != 0), "byte {byte} was never written");
        }
        assert_ne!(draws[0], draws[1]);
    }

    #[test]
    fn nothing_to_fill_is_fine() {
        assert_eq!(fill(&mut []), Ok(()));
    }
}
