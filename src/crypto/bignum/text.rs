//! Numbers as digits.

use crypto_bigint::BoxedUint;
use zeroize::{Zeroize, Zeroizing};

use super::Integer;

impl Integer {
    /// Reads digits of a radix from 2 to 16, with a `-` in front or not; no digits are 0. `None` if there is anything
    /// else.
    pub fn from_text(text: &[u8], radix: u32) -> Option<Self> {
        let (negative, digits) = text.strip_prefix(b"-").map_or((false, text), |digits| (true, digits));
        if !digits.iter().all(|&digit| char::from(digit).is_digit(radix)) {
            return None;
        }
        let start = digits.iter().position(|&digit| digit != b'0').unwrap_or(digits.len());
        let digits = std::str::from_utf8(digits.get(start..)?).ok()?;
        if digits.is_empty() {
            return Some(Self::from(0u64));
        }
        let number = BoxedUint::from_str_radix_vartime(digits, radix).ok()?;
        Some(Self::trimmed(negative, number))
    }

    /// The digits of the number in a radix from 2 to 16, those above 9 as capital letters, with a `-` in front if it is
    /// below 0.
    pub fn to_text(&self, radix: u32) -> Zeroizing<String> {
        let mut digits = self.magnitude.to_string_radix_vartime(radix);
        digits.make_ascii_uppercase();
        let mut text = Zeroizing::new(String::with_capacity(digits.len() + 1));
        if self.negative {
            text.push('-');
        }
        text.push_str(&digits);
        digits.zeroize();
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_in_every_radix() {
        for number in [0i64, 1, -1, 15, -16, 255, i64::MAX, i64::MIN] {
            for radix in 2..=16 {
                let text = Integer::from(number).to_text(radix);
                assert_eq!(i64::from_str_radix(&text, radix), Ok(number));
                let lower = text.to_ascii_lowercase();
                for text in [text.as_bytes(), lower.as_bytes()] {
                    assert_eq!(
                        Integer::from_text(text, radix).unwrap().to_text(radix).as_bytes(),
                        lower.to_ascii_uppercase().as_bytes()
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_a_number_and_what_is_not() {
        for text in ["", "-", "0", "-0", "000"] {
            let number = Integer::from_text(text.as_bytes(), 10).unwrap();
            assert!(number.is_zero() && !number.is_negative(), "{text}");
        }
        for text in ["+1", " 1", "1 ", "1-", "--1", "a", "1_0", "0x1"] {
            assert!(Integer::from_text(text.as_bytes(), 10).is_none(), "{text}");
        }
        assert_eq!(Integer::from_text(b"-00000000000000000000Ff", 16).unwrap().to_text(10).as_str(), "-255");
    }
}
