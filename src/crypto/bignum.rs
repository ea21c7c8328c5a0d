//! Integers of any size, over `crypto-bigint`.
//!
//! Times tell how many words a number has. Division, powers and inverses do not tell more; the sign, comparisons, text
//! and the search for primes may.

mod prime;
mod text;

use std::cmp::Ordering;

use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
use crypto_bigint::{BoxedUint, ConcatenatingMul, Gcd, NonZero, Odd, Resize};
use zeroize::{Zeroize, Zeroizing};

/// An integer. The number 0 has no sign. Wiped when dropped.
pub struct Integer {
    negative: bool,
    /// As many words as the number needs, at least one.
    magnitude: BoxedUint,
}

impl Integer {
    /// The number with these 64-bit words, the lowest first.
    pub fn from_words(words: &[u64], negative: bool) -> Self {
        let used = words.iter().rposition(|&word| word != 0).map_or(1, |top| top + 1);
        let magnitude = BoxedUint::from_words(words.iter().copied().chain([0]).take(used));
        Self { negative: negative && words.iter().any(|&word| word != 0), magnitude }
    }

    /// The number with these bytes, the highest first.
    pub fn from_be_bytes(bytes: &[u8]) -> Self {
        let words: Zeroizing<Vec<u64>> = Zeroizing::new(
            bytes
                .rchunks(8)
                .map(|word| word.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)))
                .collect(),
        );
        Self::from_words(&words, false)
    }

    /// The absolute value as bytes, the highest first, in all of `out`; `None` if it is longer.
    pub fn write_be_bytes(&self, out: &mut [u8]) -> Option<()> {
        if self.bits().div_ceil(8) > out.len() {
            return None;
        }
        let mut bytes = self.words().iter().flat_map(|word| word.to_le_bytes());
        for byte in out.iter_mut().rev() {
            *byte = bytes.next().unwrap_or(0);
        }
        Some(())
    }

    /// The words of the absolute value, the lowest first: at least one, and no more than the number needs.
    pub fn words(&self) -> &[u64] {
        self.magnitude.as_words()
    }

    /// Below 0.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// Equal to 0.
    pub fn is_zero(&self) -> bool {
        self.magnitude.is_zero().to_bool()
    }

    /// Not divisible by 2.
    pub fn is_odd(&self) -> bool {
        self.words().first().is_some_and(|word| word & 1 == 1)
    }

    /// The length of the absolute value in bits; 0 for 0.
    pub fn bits(&self) -> usize {
        usize::try_from(self.magnitude.bit_width()).unwrap_or(usize::MAX)
    }

    /// How many bits below the lowest set one; 0 for 0.
    pub fn trailing_zeros(&self) -> usize {
        if self.is_zero() { 0 } else { usize::try_from(self.magnitude.trailing_zeros()).unwrap_or(0) }
    }

    /// The same number without its sign.
    pub fn abs(&self) -> Self {
        Self { negative: false, magnitude: self.magnitude.clone() }
    }

    /// The number with the other sign.
    pub fn negated(&self) -> Self {
        Self { negative: !self.negative && !self.is_zero(), magnitude: self.magnitude.clone() }
    }

    /// Which absolute value is larger.
    pub fn compare_abs(&self, other: &Self) -> Ordering {
        self.magnitude.cmp_vartime(&other.magnitude)
    }

    /// Which number is larger.
    pub fn compare(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.compare_abs(other),
            (true, true) => other.compare_abs(self),
        }
    }

    /// `self + other`.
    pub fn add(&self, other: &Self) -> Self {
        if self.negative == other.negative {
            return Self::trimmed(self.negative, self.magnitude.concatenating_add(&other.magnitude));
        }
        let (larger, smaller) =
            if self.compare_abs(other) == Ordering::Less { (other, self) } else { (self, other) };
        let smaller = Zeroizing::new((&smaller.magnitude).resize(larger.magnitude.bits_precision()));
        Self::trimmed(larger.negative, larger.magnitude.wrapping_sub(&*smaller))
    }

    /// `self - other`.
    pub fn sub(&self, other: &Self) -> Self {
        self.add(&other.negated())
    }

    /// `self * other`.
    pub fn mul(&self, other: &Self) -> Self {
        Self::trimmed(self.negative != other.negative, self.magnitude.concatenating_mul(&other.magnitude))
    }

    /// The quotient, rounded towards 0, and the remainder, which has the sign of `self`. `None` if `divisor` is 0.
    pub fn div_rem(&self, divisor: &Self) -> Option<(Self, Self)> {
        let by = Zeroizing::new(non_zero(&divisor.magnitude)?);
        let (quotient, remainder) = self.magnitude.div_rem(&*by);
        Some((
            Self::trimmed(self.negative != divisor.negative, quotient),
            Self::trimmed(self.negative, remainder),
        ))
    }

    /// The remainder from 0 up to the absolute value of `modulus`. `None` if `modulus` is 0.
    pub fn modulo(&self, modulus: &Self) -> Option<Self> {
        let by = Zeroizing::new(non_zero(&modulus.magnitude)?);
        let remainder = Self::trimmed(self.negative, self.magnitude.rem(&*by));
        Some(if remainder.negative { remainder.add(&modulus.abs()) } else { remainder })
    }

    /// `self * 2^count`. The caller bounds `count`.
    pub fn shifted_left(&self, count: u32) -> Self {
        let width = self.magnitude.bits_precision().saturating_add(count);
        Self::trimmed(self.negative, Zeroizing::new((&self.magnitude).resize(width)).shl(count))
    }

    /// The absolute value divided by `2^count` and rounded down, with the sign.
    pub fn shifted_right(&self, count: usize) -> Self {
        match u32::try_from(count) {
            Ok(count) if count < self.magnitude.bits_precision() => {
                Self::trimmed(self.negative, self.magnitude.shr(count))
            }
            _ => Self::from_words(&[], false),
        }
    }

    /// `self^exponent` modulo `modulus`, in a time that does not depend on the bits of any of the three. `None` if the
    /// exponent is negative or the modulus not odd and positive.
    pub fn pow_mod(&self, exponent: &Self, modulus: &Self) -> Option<Self> {
        if exponent.negative || modulus.negative {
            return None;
        }
        let odd = odd(&modulus.magnitude)?;
        let mut base = self.modulo(modulus)?;
        let params = BoxedMontyParams::new(odd);
        let base = std::mem::replace(&mut base.magnitude, BoxedUint::zero()).resize(params.bits_precision());
        let base = Zeroizing::new(BoxedMontyForm::new(base, &params));
        let power = Zeroizing::new(base.pow(&exponent.magnitude));
        Some(Self::trimmed(false, power.retrieve()))
    }

    /// What gives 1 modulo `modulus` when multiplied by `self`. `None` if there is no such number, or `modulus` is not
    /// above 1.
    pub fn inverse_mod(&self, modulus: &Self) -> Option<Self> {
        if modulus.negative || modulus.bits() < 2 {
            return None;
        }
        let by = non_zero(&modulus.magnitude)?;
        let reduced = Zeroizing::new((&self.modulo(modulus)?.magnitude).resize(by.bits_precision()));
        let inverse = reduced.invert_mod(&by).into_option()?;
        Some(Self::trimmed(false, inverse))
    }

    /// The greatest common divisor of the absolute values; of 0 and a number, that number.
    pub fn gcd(&self, other: &Self) -> Self {
        Self::trimmed(false, self.magnitude.gcd(&other.magnitude))
    }

    /// A number from `min` up to, not including, `bound`, out of bytes that `draw` gives. `None` if it gave none in
    /// range, time and again, or if there is none.
    pub fn random<E>(
        min: &Self,
        bound: &Self,
        mut draw: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<Option<Self>, E> {
        let bits = bound.bits();
        let mut bytes = Zeroizing::new(vec![0; bits.div_ceil(8)]);
        // Each attempt succeeds with at least 1 in 2, unless the range is short for its bounds.
        let attempts = if bits <= 32 { 250 } else { 30 };
        for _ in 0..attempts {
            draw(&mut bytes)?;
            let number = Self::from_be_bytes(&bytes).shifted_right(bytes.len() * 8 - bits);
            if number.compare(min) != Ordering::Less && number.compare(bound) == Ordering::Less {
                return Ok(Some(number));
            }
        }
        Ok(None)
    }

    /// The number without its leading zero words; the longer copy is wiped.
    fn trimmed(negative: bool, mut wide: BoxedUint) -> Self {
        let number = Self::from_words(wide.as_words(), negative);
        wide.zeroize();
        number
    }
}

impl Drop for Integer {
    fn drop(&mut self) {
        self.magnitude.zeroize();
    }
}

impl From<u64> for Integer {
    fn from(value: u64) -> Self {
        Self::from_words(&[value], false)
    }
}

impl From<i64> for Integer {
    fn from(value: i64) -> Self {
        Self::from_words(&[value.unsigned_abs()], value < 0)
    }
}

fn non_zero(number: &BoxedUint) -> Option<NonZero<BoxedUint>> {
    NonZero::new(number.clone()).into_option()
}

fn odd(number: &BoxedUint) -> Option<Odd<BoxedUint>> {
    Odd::new(number.clone()).into_option()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(value: i64) -> Integer {
        Integer::from(value)
    }

    fn value(number: &Integer) -> i128 {
        let (&[low], high) = number.words().split_at(1) else { panic!() };
        let high = high.first().copied().unwrap_or(0);
        let magnitude = i128::from(low) | i128::from(high) << 64;
        if number.is_negative() { -magnitude } else { magnitude }
    }

    const SAMPLES: [i64; 13] = [
        0,
        1,
        -1,
        2,
        -2,
        7,
        -7,
        1 << 32,
        -(1 << 40),
        i64::MAX,
        i64::MIN,
        i64::MIN + 1,
        0x0123_4567_89ab_cdef,
    ];

    #[test]
    fn as_wide_integers_do() {
        for a in SAMPLES {
            assert_eq!(value(&int(a)), i128::from(a));
            assert_eq!(int(a).bits(), (128 - i128::from(a).unsigned_abs().leading_zeros()) as usize);
            for b in SAMPLES {
                let (x, y) = (int(a), int(b));
                let (a, b) = (i128::from(a), i128::from(b));
                assert_eq!(value(&x.add(&y)), a + b);
                assert_eq!(value(&x.sub(&y)), a - b);
                assert_eq!(x.compare(&y), a.cmp(&b));
                assert_eq!(value(&x.mul(&y)), a * b);
                match x.div_rem(&y) {
                    None => assert_eq!(b, 0),
                    Some((quotient, remainder)) => {
                        assert_eq!((value(&quotient), value(&remainder)), (a / b, a % b));
                        assert_eq!(value(&x.modulo(&y).unwrap()), a.rem_euclid(b));
                    }
                }
                assert!(!x.sub(&x).is_negative() && x.sub(&x).is_zero());
            }
        }
    }

    #[test]
    fn shifts_keep_the_sign_and_zero_has_none() {
        assert_eq!(value(&int(-5).shifted_left(65)), -5 << 65);
        assert_eq!(value(&int(-5).shifted_left(65).shifted_right(64)), -10);
        let zero = int(-5).shifted_right(3);
        assert!(zero.is_zero() && !zero.is_negative());
        assert!(int(-5).shifted_right(usize::MAX).is_zero());
    }

    #[test]
    fn powers_and_inverses() {
        let power = |a, e, n| int(a).pow_mod(&int(e), &int(n)).map(|x| value(&x));
        assert_eq!(power(2, 10, 7), Some(2));
        assert_eq!(power(-2, 3, 7), Some(6));
        assert_eq!(power(-7, 1, 7), Some(0));
        assert_eq!(power(0, 0, 7), Some(1));
        assert_eq!(power(5, 0, 1), Some(0));
        assert_eq!([power(2, -1, 7), power(2, 2, 8), power(2, 2, 0), power(2, 2, -7)], [None; 4]);
        let inverse = |a, n| int(a).inverse_mod(&int(n)).map(|x| value(&x));
        assert_eq!(
            [inverse(3, 7), inverse(-3, 7), inverse(3, 8), inverse(1, 2)],
            [Some(5), Some(2), Some(3), Some(1)]
        );
        assert_eq!([inverse(2, 4), inverse(0, 7), inverse(1, 1), inverse(3, 0), inverse(3, -7)], [None; 5]);
        let gcd = |a, b| value(&int(a).gcd(&int(b)));
        assert_eq!([gcd(12, -18), gcd(0, -8), gcd(-12, 0), gcd(0, 0), gcd(7, 5)], [6, 8, 12, 0, 1]);
    }

    #[test]
    fn bytes_in_and_out() {
        let number = Integer::from_be_bytes(&[0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(number.words(), [0x0203_0405_0607_0809, 1]);
        let mut out = [0xff; 10];
        assert_eq!(number.write_be_bytes(&mut out), Some(()));
        assert_eq!(out, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(number.write_be_bytes(&mut out[..8]), None);
    }

    #[test]
    fn random_numbers_keep_to_their_range_and_end() {
        let draw = |byte: u8| {
            move |out: &mut [u8]| {
                out.fill(byte);
                Ok::<(), i32>(())
            }
        };
        let number = Integer::random(&int(1), &int(16), draw(0x31)).unwrap();
        assert_eq!(number.map(|x| value(&x)), Some(6));
        assert!(Integer::random(&int(1), &int(16), draw(0xff)).unwrap().is_none());
        assert!(Integer::random(&int(1), &int(16), draw(0)).unwrap().is_none());
        assert_eq!(Integer::random(&int(1), &int(16), |_: &mut [u8]| Err(-7)).map(|_| ()), Err(-7));
    }
}
