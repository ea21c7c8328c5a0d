//! Points in time as certificates state them (RFC 5280 section 4.1.2.5).

use std::time::{SystemTime, UNIX_EPOCH};

use super::der::{self, DerError, Reader};
use super::error::{At, Error, Part};

/// A second of the Gregorian calendar, in UTC. The order of the fields is that of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Time {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59: a leap second is refused.
    pub second: u8,
}

impl Time {
    /// The system clock's time.
    pub fn now() -> Self {
        Self::from_unix(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }

    /// The time that lies `seconds` behind the start of 1970. Years behind 9999 become the end of 9999.
    pub fn from_unix(seconds: u64) -> Self {
        let (days, second_of_day) = (seconds / 86_400, seconds % 86_400);
        // Days are counted in eras of 400 years which begin on a 1st of March, so that a leap day ends a year.
        let days = days + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = era * 400 + year_of_era + carry;
        if year > 9_999 {
            return Self { year: 9_999, month: 12, day: 31, hour: 23, minute: 59, second: 59 };
        }
        let small = |value: u64| u8::try_from(value).unwrap_or(0);
        Self {
            year: u16::try_from(year).unwrap_or(9_999),
            month: small(month),
            day: small(day),
            hour: small(second_of_day / 3_600),
            minute: small(second_of_day / 60 % 60),
            second: small(second_of_day % 60),
        }
    }

    /// Reads a UTCTime or a GeneralizedTime; the Z at the end may be missing.
    pub fn read(input: &mut Reader<'_>) -> Result<Self, Error> {
        let digits_of_year = match input.peek() {
            Some(der::UTC_TIME) => 2,
            Some(der::GENERALIZED_TIME) => 4,
            Some(_) => return Err(Error::because(Part::Date, DerError::UnexpectedTag)),
            None => return Err(Error::because(Part::Date, DerError::OutOfData)),
        };
        let text = input.any().at(Part::Date)?.content;
        Self::parse(text, digits_of_year).ok_or_else(|| Part::Date.into())
    }

    fn parse(text: &[u8], digits_of_year: usize) -> Option<Self> {
        let text = text.strip_suffix(b"Z").unwrap_or(text);
        let (year, rest) = text.split_at_checked(digits_of_year)?;
        let two = |at: usize| rest.get(at..at + 2).and_then(number).and_then(|n| u8::try_from(n).ok());
        if rest.len() != 10 {
            return None;
        }
        let year = match (number(year)?, digits_of_year) {
            // RFC 5280 section 4.1.2.5.1: two digits mean 1950 to 2049.
            (year, 2) => year + if year < 50 { 2_000 } else { 1_900 },
            (year, _) => year,
        };
        let time =
            Self { year, month: two(0)?, day: two(2)?, hour: two(4)?, minute: two(6)?, second: two(8)? };
        time.exists().then_some(time)
    }

    fn exists(&self) -> bool {
        let leap =
            self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let days = match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => return false,
        };
        (1..=days).contains(&self.day) && self.hour < 24 && self.minute < 60 && self.second < 60
    }
}

fn number(digits: &[u8]) -> Option<u16> {
    digits
        .iter()
        .try_fold(0u16, |value, &digit| digit.is_ascii_digit().then(|| value * 10 + u16::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(year: u16, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> Time {
        Time { year, month, day, hour, minute, second }
    }

    #[test]
    fn calendar_days_from_seconds() {
        assert_eq!(Time::from_unix(0), time(1970, 1, 1, 0, 0, 0));
        assert_eq!(Time::from_unix(951_782_399), time(2000, 2, 28, 23, 59, 59));
        assert_eq!(Time::from_unix(951_782_400), time(2000, 2, 29, 0, 0, 0));
        assert_eq!(Time::from_unix(4_107_542_400), time(2100, 3, 1, 0, 0, 0));
        assert_eq!(Time::from_unix(1_735_689_599), time(2024, 12, 31, 23, 59, 59));
        assert_eq!(Time::from_unix(253_402_300_799), time(9999, 12, 31, 23, 59, 59));
        assert_eq!(Time::from_unix(u64::MAX), time(9999, 12, 31, 23, 59, 59));
    }

    #[test]
    fn both_kinds_of_text() {
        assert_eq!(Time::parse(b"491231235959Z", 2), Some(time(2049, 12, 31, 23, 59, 59)));
        assert_eq!(Time::parse(b"500101000000", 2), Some(time(1950, 1, 1, 0, 0, 0)));
        assert_eq!(Time::parse(b"20240229000000Z", 4), Some(time(2024, 2, 29, 0, 0, 0)));
    }

    #[test]
    fn times_that_do_not_exist() {
        for text in ["230229000000Z", "231301000000Z", "230001000000Z", "230100000000Z", "230101240000Z"] {
            assert_eq!(Time::parse(text.as_bytes(), 2), None, "{text}");
        }
        for text in ["2301010000Z", "230101000000ZZ", "23010100000aZ", "", "Z", "+30101000000Z"] {
            assert_eq!(Time::parse(text.as_bytes(), 2), None, "{text}");
        }
    }
}
