//! Randomness from the operating system.

use ring::rand::{SecureRandom, SystemRandom};

/// The operating system gave no randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomError;

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
