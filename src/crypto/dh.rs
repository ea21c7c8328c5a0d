//! Diffie-Hellman over a finite field.

use std::cmp::Ordering;

use super::bignum::Integer;

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

#[cfg(test)]
mod tests {
    use super::*;

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
