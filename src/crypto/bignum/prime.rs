//! Whether a number is prime, and the search for one.

use std::num::NonZeroU32;

use crypto_bigint::{BoxedUint, Resize};
use crypto_primes::Flavor;
use crypto_primes::hazmat::{MillerRabin, SmallFactorsSieve};
use zeroize::Zeroizing;

use super::Integer;

/// How often a search starts anew before it gives up: only a source of random bytes that repeats itself gets there.
const MAX_STARTS: usize = 1000;

impl Integer {
    /// Whether the absolute value is prime. `rounds` rounds of Miller and Rabin, with bases that `draw` gives, follow
    /// the test of Baillie and others; up to 64 bits that one is exact, and `draw` is not called.
    pub fn is_prime<E>(
        &self,
        rounds: u32,
        mut draw: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<bool, E> {
        if self.bits() < 2 || !crypto_primes::is_prime(Flavor::Any, &self.magnitude) {
            return Ok(false);
        }
        if self.bits() <= 64 {
            return Ok(true);
        }
        let Some(candidate) = super::odd(&self.magnitude) else { return Ok(false) };
        let test = MillerRabin::new(candidate);
        let mut bytes = Zeroizing::new(vec![0; self.bits().div_ceil(8)]);
        for _ in 0..rounds {
            draw(&mut bytes)?;
            // From 2 up to the number less 2: what gives no answer is left out.
            let range = self.abs().sub(&Self::from(3u64));
            let Some(base) = Self::from_be_bytes(&bytes).modulo(&range) else { return Ok(false) };
            let base = base.add(&Self::from(2u64));
            let base = Zeroizing::new((&base.magnitude).resize(self.magnitude.bits_precision()));
            if !test.test(&base).is_probably_prime() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A prime of `bits` bits, at least 3, found from where `draw` puts the start; if `safe`, half of it, rounded down,
    /// is prime too. From 16 bits on its two highest bits are set. `None` if there is none where `draw` leads to.
    pub fn random_prime<E>(
        bits: NonZeroU32,
        safe: bool,
        rounds: u32,
        mut draw: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<Option<Self>, E> {
        let flavor = if safe { Flavor::Safe } else { Flavor::Any };
        for _ in 0..MAX_STARTS {
            let Some(start) = start(bits, &mut draw)? else { return Ok(None) };
            let Ok(sieve) = SmallFactorsSieve::new(start, bits, safe) else { return Ok(None) };
            for candidate in sieve {
                if !crypto_primes::is_prime(flavor, &candidate) {
                    continue;
                }
                let candidate = Self::trimmed(false, candidate);
                let half_is_prime = |draw| candidate.shifted_right(1).is_prime(rounds, draw);
                if candidate.is_prime(rounds, &mut draw)? && (!safe || half_is_prime(&mut draw)?) {
                    return Ok(Some(candidate));
                }
            }
        }
        Ok(None)
    }
}

/// A random number of exactly `bits` bits.
fn start<E>(
    bits: NonZeroU32,
    draw: &mut impl FnMut(&mut [u8]) -> Result<(), E>,
) -> Result<Option<BoxedUint>, E> {
    let Ok(len) = usize::try_from(bits.get().div_ceil(8)) else { return Ok(None) };
    let mut bytes = Zeroizing::new(vec![0; len]);
    draw(&mut bytes)?;
    let highest = (bits.get() - 1) % 8;
    if let Some(first) = bytes.first_mut() {
        *first = *first & (0xff >> (7 - highest)) | 1 << highest;
    }
    let second = (bits.get() - 2) % 8;
    let place = usize::from(highest == 0);
    // Among the smallest primes of a length there may be none with both bits.
    if let Some(byte) = bytes.get_mut(place).filter(|_| bits.get() >= 16) {
        *byte |= 1 << second;
    }
    Ok(BoxedUint::from_be_slice(&bytes, bits.get()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw() -> impl FnMut(&mut [u8]) -> Result<(), i32> {
        let mut state = 1u64;
        move |out| {
            for byte in out {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *byte = (state >> 56) as u8;
            }
            Ok(())
        }
    }

    #[test]
    fn small_primes_and_what_looks_like_one() {
        let by_division = |n: u64| n > 1 && (2..n).take_while(|d| d * d <= n).all(|d| !n.is_multiple_of(d));
        for n in 0..5000u64 {
            assert_eq!(Integer::from(n).is_prime(2, draw()), Ok(by_division(n)), "{n}");
        }
        // Carmichael numbers, and strong pseudoprimes to the first bases.
        for n in [561u64, 41_041, 825_265, 3_215_031_751, 3_825_123_056_546_413_051] {
            assert_eq!(Integer::from(n).is_prime(2, draw()), Ok(false), "{n}");
        }
    }

    #[test]
    fn large_ones_ask_for_bases() {
        let mersenne = Integer::from(1u64).shifted_left(521).sub(&Integer::from(1u64));
        assert_eq!(mersenne.is_prime(5, draw()), Ok(true));
        assert_eq!(mersenne.negated().is_prime(5, draw()), Ok(true));
        assert_eq!(mersenne.is_prime(1, |_: &mut [u8]| Err(-7)), Err(-7));
        assert_eq!(mersenne.mul(&mersenne).is_prime(5, draw()), Ok(false));
    }

    #[test]
    fn primes_are_found_and_as_long_as_said() {
        for bits in (3..40).chain([64, 65, 128, 129, 256]) {
            for safe in [false, true] {
                let prime =
                    Integer::random_prime(NonZeroU32::new(bits).unwrap(), safe, 4, draw()).unwrap().unwrap();
                assert_eq!(prime.bits(), bits as usize);
                assert_eq!(prime.is_prime(10, draw()), Ok(true));
                assert!(!safe || prime.shifted_right(1).is_prime(10, draw()).unwrap(), "{bits}");
            }
        }
    }

    #[test]
    fn a_source_that_repeats_itself_ends_the_search() {
        let stuck = |out: &mut [u8]| {
            out.fill(0xff);
            Ok::<(), i32>(())
        };
        let found = Integer::random_prime(NonZeroU32::new(16).unwrap(), false, 1, stuck).unwrap();
        assert!(found.is_none());
        let failing = |_: &mut [u8]| Err(-7);
        assert_eq!(
            Integer::random_prime(NonZeroU32::new(16).unwrap(), false, 1, failing).map(|_| ()),
            Err(-7)
        );
    }
}
