//! PEM: base64 between lines with a label (RFC 7468), and the encrypted form of old private keys (RFC 1421).

use base64ct::{Base64, Encoding};
use zeroize::Zeroizing;

use crate::crypto::password::{Cipher, Key, WrongPassword};

/// One block of a text.
pub struct Block<'a> {
    /// What stands behind BEGIN, such as `CERTIFICATE`.
    pub label: &'a str,
    /// The decoded content; wiped when dropped, since it may be a key.
    pub der: Zeroizing<Vec<u8>>,
    /// How `der` is encrypted, if it is.
    pub encryption: Option<Encryption>,
}

/// The DEK-Info header of an encrypted block (RFC 1421 section 4.6.1.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Encryption {
    cipher: Cipher,
    iv: [u8; 16],
}

/// A block that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PemError<'a> {
    /// The block's label, as in [`Block`].
    pub label: &'a str,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// No content.
    Empty,
    /// A character or a length that base64 does not have.
    Base64,
    /// A Proc-Type header without the name of a known cipher.
    UnknownEncryption,
    /// An initialisation vector that is not so many hexadecimal digits as its cipher wants.
    InvalidIv,
}

/// Goes through the blocks of a text. What stands between them is skipped; a BEGIN line without its END line ends the
/// search, or gives way to the next BEGIN line.
pub fn blocks(text: &[u8]) -> Blocks<'_> {
    Blocks { rest: text }
}

/// The iterator of [`blocks`].
pub struct Blocks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Result<Block<'a>, PemError<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let (label, mut behind) = begin(self.rest)?;
        let mut label = label;
        loop {
            // The nearest boundary decides: an END of this label closes the block, a BEGIN starts another one.
            let mut search = behind;
            let content_len = loop {
                let at = find(search, DASHES)?;
                let found = search.get(at..)?;
                if let Some(after) = end_of(found, label) {
                    let len = behind.len() - found.len();
                    self.rest = after;
                    break Some(len);
                }
                if found.starts_with(BEGIN) {
                    break None;
                }
                search = found.get(DASHES.len()..)?;
            };
            match content_len {
                Some(len) => {
                    let content = behind.get(..len)?;
                    return Some(decode(label, content).map_err(|reason| PemError { label, reason }));
                }
                None => (label, behind) = begin(search)?,
            }
        }
    }
}

/// A block as text, with lines of 64 characters (RFC 7468 section 2); wiped when dropped, since it may be a key.
pub fn text(label: &str, der: &[u8]) -> Zeroizing<Vec<u8>> {
    const LINE: usize = 64;
    let mut characters = Zeroizing::new(vec![0; Base64::encoded_len(der)]);
    // There is room for all of it.
    let characters = Base64::encode(der, &mut characters).unwrap_or_default().as_bytes();
    let boundaries = 2 * (label.len() + 17);
    let lines = characters.len().div_ceil(LINE);
    let mut text = Zeroizing::new(Vec::with_capacity(boundaries + characters.len() + lines));
    text.extend([BEGIN, label.as_bytes(), DASHES, b"\n"].concat());
    for line in characters.chunks(LINE) {
        text.extend(line);
        text.push(b'\n');
    }
    text.extend([END, label.as_bytes(), DASHES, b"\n"].concat());
    text
}

impl Block<'_> {
    /// The content, decrypted if it is encrypted.
    pub fn decrypt(&self, password: &[u8]) -> Result<Zeroizing<Vec<u8>>, WrongPassword> {
        let Some(Encryption { cipher, iv }) = &self.encryption else { return Ok(self.der.clone()) };
        let iv = iv.get(..cipher.iv_len()).ok_or(WrongPassword)?;
        let salt = iv.get(..8).ok_or(WrongPassword)?;
        cipher.decrypt(&Key::md5(password, salt), iv, &self.der)
    }
}

/// The label of the next BEGIN line, and what is behind that line's dashes.
fn begin(text: &[u8]) -> Option<(&str, &[u8])> {
    let mut rest = text;
    loop {
        rest = rest.get(find(rest, BEGIN)? + BEGIN.len()..)?;
        let len = find(rest, DASHES)?;
        let label = rest.get(..len).and_then(|label| std::str::from_utf8(label).ok());
        if let Some(label) = label.filter(|label| !label.contains(['\n', '\r', '-'])) {
            return Some((label, rest.get(len + DASHES.len()..)?));
        }
    }
}

/// What is behind the END line of this label, if `text` starts with it.
fn end_of<'a>(text: &'a [u8], label: &str) -> Option<&'a [u8]> {
    text.strip_prefix(END)?.strip_prefix(label.as_bytes())?.strip_prefix(DASHES)
}

fn decode<'a>(label: &'a str, content: &[u8]) -> Result<Block<'a>, Reason> {
    let (encryption, body) = encryption(content.trim_ascii())?;
    let mut characters = Zeroizing::new(Vec::with_capacity(body.len()));
    characters.extend(body.iter().filter(|byte| !byte.is_ascii_whitespace()));
    if characters.is_empty() {
        return Err(Reason::Empty);
    }
    let mut der = Zeroizing::new(vec![0; characters.len() / 4 * 3 + 3]);
    let len = Base64::decode(characters.as_slice(), der.as_mut_slice()).map_err(|_| Reason::Base64)?.len();
    der.truncate(len);
    Ok(Block { label, der, encryption })
}

/// Splits off the headers of an encrypted block.
fn encryption(content: &[u8]) -> Result<(Option<Encryption>, &[u8]), Reason> {
    if !content.starts_with(b"Proc-Type:") {
        return Ok((None, content));
    }
    let mut lines = content.splitn(3, |byte| *byte == b'\n');
    let (kind, info, body) = (lines.next(), lines.next(), lines.next());
    let (Some(kind), Some(info), Some(body)) = (kind, info, body) else {
        return Err(Reason::UnknownEncryption);
    };
    if kind.trim_ascii() != b"Proc-Type: 4,ENCRYPTED" {
        return Err(Reason::UnknownEncryption);
    }
    let info = info.trim_ascii().strip_prefix(b"DEK-Info: ").ok_or(Reason::UnknownEncryption)?;
    let comma = find(info, b",").ok_or(Reason::UnknownEncryption)?;
    let (name, digits) = info.split_at_checked(comma).ok_or(Reason::UnknownEncryption)?;
    let cipher = match name {
        b"AES-128-CBC" => Cipher::Aes128,
        b"AES-192-CBC" => Cipher::Aes192,
        b"AES-256-CBC" => Cipher::Aes256,
        b"DES-CBC" => Cipher::Des,
        b"DES-EDE3-CBC" => Cipher::TripleDes,
        _ => return Err(Reason::UnknownEncryption),
    };
    let digits =
        digits.get(1..).filter(|digits| digits.len() == 2 * cipher.iv_len()).ok_or(Reason::InvalidIv)?;
    let mut iv = [0; 16];
    for (byte, pair) in iv.iter_mut().zip(digits.chunks(2)) {
        let pair = std::str::from_utf8(pair).ok().filter(|pair| !pair.starts_with('+'));
        *byte = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()).ok_or(Reason::InvalidIv)?;
    }
    Ok((Some(Encryption { cipher, iv }), body))
}

/// Where `wanted` first stands in `text`.
fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Result<(String, Vec<u8>), Reason>> {
        blocks(text.as_bytes())
            .map(|block| block.map(|b| (b.label.to_owned(), b.der.to_vec())).map_err(|e| e.reason))
            .collect()
    }

    #[test]
    fn several_blocks_with_text_around_and_windows_lines() {
        let text = "comment\r\n-----BEGIN A-----\r\nAQID\r\nBA==\r\n-----END A-----\r\nmore ----- text\n-----BEGIN B C-----\nBQ==\n-----END B C-----";
        let expected = [Ok(("A".to_owned(), vec![1, 2, 3, 4])), Ok(("B C".to_owned(), vec![5]))];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn a_bad_block_does_not_hide_the_next() {
        let text = "-----BEGIN A-----\nA*==\n-----END A-----\n-----BEGIN A-----\n-----END A-----\n-----BEGIN A-----\nAQ==\n-----END A-----\n";
        assert_eq!(read(text), [Err(Reason::Base64), Err(Reason::Empty), Ok(("A".to_owned(), vec![1]))]);
    }

    #[test]
    fn an_unfinished_block_is_none() {
        assert_eq!(read("-----BEGIN A-----\nAQ==\n-----END B-----\n"), []);
        assert_eq!(read("-----BEGIN A-----\nAQ==\n"), []);
        assert_eq!(read("-----BEGIN A"), []);
        assert_eq!(read("-----END A-----\nAQ==\n-----BEGIN A-----"), []);
        let text = "-----BEGIN A-----\nAQ==\n-----BEGIN B-----\nAg==\n-----END B-----\n";
        assert_eq!(read(text), [Ok(("B".to_owned(), vec![2]))]);
    }

    #[test]
    fn many_begin_lines_take_no_long_time() {
        let text = "-----BEGIN A-----\n".repeat(50_000);
        assert_eq!(read(&text), []);
        let text = "-----BEGIN A-----\nAQ==\n-----END A-----\n".repeat(50_000);
        assert_eq!(read(&text).len(), 50_000);
    }

    #[test]
    fn headers_of_encryption() {
        let block = |headers: &str| {
            let text = format!("-----BEGIN A-----\n{headers}\n\nAQ==\n-----END A-----\n");
            blocks(text.as_bytes()).next().unwrap().map(|block| block.encryption).map_err(|e| e.reason)
        };
        let found =
            block("Proc-Type: 4,ENCRYPTED\r\nDEK-Info: DES-CBC,00112233445566FF\r\n").unwrap().unwrap();
        assert_eq!(
            (found.cipher, &found.iv[..8]),
            (Cipher::Des, &[0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0xff][..])
        );
        assert_eq!(block("Proc-Type: 4,ENCRYPTED"), Err(Reason::UnknownEncryption));
        assert_eq!(
            block("Proc-Type: 4,ENCRYPTED\nDEK-Info: RC2-CBC,0011223344556677"),
            Err(Reason::UnknownEncryption)
        );
        assert_eq!(block("Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00"), Err(Reason::InvalidIv));
        assert_eq!(
            block("Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,001122334455667g"),
            Err(Reason::InvalidIv)
        );
    }
}
