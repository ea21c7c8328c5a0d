//! Base64 (RFC 4648 section 4), with line ends in between as PEM has them. What is decoded may be a key: the time tells its
//! length, and nothing else.

use base64ct::{Base64, Encoding};
use zeroize::Zeroizing;

/// The length of so many bytes as text.
pub fn encoded_len(len: usize) -> Option<usize> {
    len.div_ceil(3).checked_mul(4)
}

/// The text, on one line.
pub fn encode(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut text = Zeroizing::new(vec![0; encoded_len(bytes.len()).unwrap_or(0)]);
    // There is room for it: what may fail is the length alone.
    let len = Base64::encode(bytes, &mut text).map_or(0, str::len);
    text.truncate(len);
    text
}

/// `None`: it is not base64.
pub fn decode(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut digits = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut padding = 0;
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match first {
            b' ' => {
                let spaces = behind.iter().take_while(|byte| **byte == b' ').count();
                rest = behind.get(spaces..)?;
                let ends_line = rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r\n");
                if !ends_line {
                    return None;
                }
            }
            b'\n' => {}
            b'\r' if behind.starts_with(b"\n") => {}
            b'=' if padding < 2 => {
                padding += 1;
                // It is cut off again; as a digit it is 0.
                digits.push(b'A');
            }
            _ if padding != 0 => return None,
            digit => digits.push(*digit),
        }
    }
    let mut bytes = Zeroizing::new(vec![0; digits.len() / 4 * 3]);
    // Groups that are not of four digits are refused here.
    let len = Base64::decode(digits.as_slice(), bytes.as_mut_slice()).ok()?.len();
    bytes.truncate(len.checked_sub(padding)?);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648 section 10.
    #[test]
    fn known_texts() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(*encode(bytes.as_bytes()), text.as_bytes());
            assert_eq!(*decode(text.as_bytes()).unwrap(), bytes.as_bytes());
        }
    }

    #[test]
    fn what_may_stand_between() {
        for (text, good) in [
            ("Zm9v  \nYmFy", true),
            ("Zm9vYmFy  ", true),
            ("Zm9v  \r\nYmFy\n\n", true),
            ("Zm9v YmFy", false),
            ("Zm9v\rYmFy", false),
            ("Zm9v\tYmFy", false),
            ("Zm9=YmFy", false),
            ("Zm9vY===", false),
            ("Zm9vYm", false),
            ("Zm9vYmFyZ", false),
            ("====", false),
            ("==", false),
            ("Zm9v-mFy", false),
            ("Zm9v\u{e9}A==", false),
        ] {
            assert_eq!(decode(text.as_bytes()).is_some(), good, "{text:?}");
        }
    }
}
