//! Diffie-Hellman over a finite field.

use std::cmp::Ordering;

use zeroize::Zeroizing;

use super::bignum::Integer;
use super::random::{self, RandomError};

/// Whether a public value is from 2 to `prime - 2`: the others give their secrets away.
pub fn is_public_value(prime: &Integer, value: &Integer) -> bool {
    let two = Integer::from(2u64);
    value.compare(&two) != Ordering::Less && value.compare(&prime.sub(&two)) != Ordering::Greater
}

/// A secret value from 2 to `prime - 2`, out of bytes that `draw` gives; `None` if it gives none in range.
pub fn secret_value<E>(
    prime: &Integer,
    draw: impl FnMut(&mut [u8]) -> Result<(), E>,
) -> Result<Option<Integer>, E> {
    let drawn = Integer::random(&Integer::from(3u64), prime, draw)?;
    Ok(drawn.map(|value| value.sub(&Integer::from(1u64))))
}

/// Whether there is a group of RFC 7919 with a prime of so many bits.
pub fn is_ffdhe(bits: usize) -> bool {
    ffdhe_offset(bits).is_some()
}

/// A private key for the group of RFC 7919 with a prime of so many bits, as long as the prime; `None` if there is no such group.
pub fn generate(bits: usize) -> Result<Option<Zeroizing<Vec<u8>>>, RandomError> {
    let Some(prime) = ffdhe_prime(bits) else { return Ok(None) };
    let key = secret_value(&prime, random::fill)?.ok_or(RandomError)?;
    Ok(bytes(&key, bits / 8))
}

/// The public key of a private one, whose length says which group it is of; `None` if there is no such group.
pub fn public(private: &[u8]) -> Option<Vec<u8>> {
    power(&Integer::from(2u64), private).map(|public| public.to_vec())
}

/// The secret that a private key and the public key of a peer share; `None` if there is no such group, or the public key is none of it.
pub fn agree(private: &[u8], peer: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let value = Integer::from_be_bytes(peer);
    let prime = ffdhe_prime(private.len().checked_mul(8)?)?;
    let good = peer.len() == private.len() && is_public_value(&prime, &value);
    if good { power(&value, private) } else { None }
}

fn power(base: &Integer, private: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let prime = ffdhe_prime(private.len().checked_mul(8)?)?;
    bytes(&base.pow_mod(&Integer::from_be_bytes(private), &prime)?, private.len())
}

fn bytes(number: &Integer, len: usize) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(vec![0; len]);
    number.write_be_bytes(&mut bytes)?;
    Some(bytes)
}

/// The prime of so many bits (RFC 7919 appendix A): `2^b - 2^(b-64) + (2^(b-130) * e + offset) * 2^64 - 1`.
fn ffdhe_prime(bits: usize) -> Option<Integer> {
    /// What rounding down a thousand times does not reach.
    const GUARD: usize = 64;
    let offset = Integer::from(ffdhe_offset(bits)?);
    let mut term = Integer::from(1u64).shifted_left(u32::try_from(bits - 130 + GUARD).ok()?);
    let mut e = term.abs();
    for k in 1u64.. {
        (term, _) = term.div_rem(&Integer::from(k))?;
        if term.is_zero() {
            break;
        }
        e = e.add(&term);
    }
    let high = Integer::from(u64::MAX).shifted_left(u32::try_from(bits - 64).ok()?);
    let low = e.shifted_right(GUARD).add(&offset).shifted_left(64);
    Some(high.add(&low).sub(&Integer::from(1u64)))
}

fn ffdhe_offset(bits: usize) -> Option<u64> {
    Some(match bits {
        2048 => 560_316,
        3072 => 2_625_351,
        4096 => 5_736_041,
        6144 => 15_705_020,
        8192 => 10_965_728,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7919 appendix A.
    #[test]
    fn the_last_digits_of_the_primes() {
        for (bits, last) in [
            (2048, 0x886b_4238_6128_5c97),
            (3072, 0x25e4_1d2b_66c6_2e37),
            (4096, 0xc68a_007e_5e65_5f6a),
            (6144, 0xa40e_329c_d0e4_0e65),
            (8192, 0xd68c_8bb7_c5c6_424c),
        ] {
            let prime = ffdhe_prime(bits).unwrap();
            let [all, found, .., e, ones] = prime.words() else { panic!() };
            assert_eq!([*all, *found, *e, *ones], [u64::MAX, last, 0xadf8_5458_a2bb_4a9a, u64::MAX]);
            assert_eq!((prime.bits(), prime.words().len()), (bits, bits / 64));
        }
        assert!(ffdhe_prime(1024).is_none() && !is_ffdhe(0));
    }

    #[test]
    fn two_sides_of_rfc_7919_agree() {
        let (one, other) = (generate(2048).unwrap().unwrap(), generate(2048).unwrap().unwrap());
        let secret = agree(&one, &public(&other).unwrap()).unwrap();
        assert_eq!(Some(&secret), agree(&other, &public(&one).unwrap()).as_ref());
        let mut peer = vec![0; 256];
        for (last, good) in [(0, false), (1, false), (2, true)] {
            peer[255] = last;
            assert_eq!(agree(&one, &peer).is_some(), good);
        }
        assert!(agree(&one, &peer[1..]).is_none() && agree(&one, &[0xff; 256]).is_none());
        assert!(public(&[1; 255]).is_none());
    }

    #[test]
    fn public_values() {
        let prime = Integer::from(23u64);
        let good: Vec<i64> = (-3..40).filter(|&y| is_public_value(&prime, &Integer::from(y))).collect();
        assert_eq!(good, (2..=21).collect::<Vec<i64>>());
    }

    #[test]
    fn secret_values_are_the_drawn_ones_less_1() {
        let draw = |byte: u8| {
            move |out: &mut [u8]| {
                out.fill(byte);
                Ok::<(), i32>(())
            }
        };
        let secret = |byte: u8| secret_value(&Integer::from(23u64), draw(byte << 3)).unwrap();
        assert_eq!(secret(3).unwrap().compare(&Integer::from(2u64)), Ordering::Equal);
        assert_eq!(secret(22).unwrap().compare(&Integer::from(21u64)), Ordering::Equal);
        assert!(secret(2).is_none() && secret(23).is_none());
    }
}
