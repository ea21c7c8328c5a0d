//! Distinguished names (RFC 5280 section 4.1.2.4) and their text (RFC 4514, with the separators C programs know).

use std::ffi::CStr;

use super::der::{self, DerError, IA5_STRING, PRINTABLE_STRING, Reader, UTF8_STRING};
use super::error::{At, Error, Part};
use super::oid;

/// One attribute of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attribute<'a> {
    /// The contents of the type's OID.
    pub oid: &'a [u8],
    /// The kind of string that `value` is, as an ASN.1 tag.
    pub tag: u8,
    /// The contents of the string.
    pub value: &'a [u8],
    /// The next attribute belongs to the same relative distinguished name.
    pub merged: bool,
}

/// The attributes of a name, one after another; ends after the first error.
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    sets: Reader<'a>,
    set: Reader<'a>,
    failed: bool,
}

/// The attributes in the contents of a `Name`.
pub fn attributes(name: &[u8]) -> Attributes<'_> {
    Attributes { sets: Reader::new(name), set: Reader::new(&[]), failed: false }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<Attribute<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed || (self.set.is_empty() && self.sets.is_empty()) {
            return None;
        }
        let attribute = self.read();
        self.failed = attribute.is_err();
        Some(attribute.at(Part::Name))
    }
}

impl<'a> Attributes<'a> {
    fn read(&mut self) -> Result<Attribute<'a>, DerError> {
        if self.set.is_empty() {
            self.set = self.sets.enter(der::SET)?;
        }
        let mut fields = self.set.sequence()?;
        let oid = fields.content(der::OID)?;
        let tag = fields.peek().ok_or(DerError::OutOfData)?;
        if tag != der::BIT_STRING && !der::is_string(tag) {
            return Err(DerError::UnexpectedTag);
        }
        let value = fields.any()?;
        fields.end()?;
        Ok(Attribute { oid, tag: value.tag, value: value.content, merged: !self.set.is_empty() })
    }
}

/// Are these encodings of the same `Name`? Strings may differ in case and in being UTF8String or PrintableString, as in the
/// C API; RFC 5280 section 7.1 would also have spaces folded. Names of different lengths are different.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    let read = |name| Reader::new(name).content(der::SEQUENCE).map(attributes);
    one == other
        || (one.len() == other.len()
            && read(one).is_ok_and(|one| read(other).is_ok_and(|other| one.eq_by_attribute(other))))
}

impl Attributes<'_> {
    fn eq_by_attribute(mut self, mut other: Attributes<'_>) -> bool {
        loop {
            match (self.next(), other.next()) {
                (None, None) => return true,
                (Some(Ok(one)), Some(Ok(other))) if one.is_same(&other) => {}
                _ => return false,
            }
        }
    }
}

impl Attribute<'_> {
    fn is_same(&self, other: &Attribute<'_>) -> bool {
        let text = |attribute: &Attribute<'_>| matches!(attribute.tag, UTF8_STRING | PRINTABLE_STRING);
        let same_value = if text(self) && text(other) {
            self.value.eq_ignore_ascii_case(other.value)
        } else {
            self.tag == other.tag && self.value == other.value
        };
        self.oid == other.oid && same_value && self.merged == other.merged
    }
}

/// Why a name has no text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoText {
    /// A value is longer than the C function that this serves has room for.
    TooLong,
    /// A value has a NUL, where C would take the text to end.
    Nul,
}

/// Appends the text of a name.
pub fn write_text<'a>(out: &mut Vec<u8>, name: impl Iterator<Item = Attribute<'a>>) -> Result<(), NoText> {
    let mut separator: &[u8] = b"";
    for attribute in name {
        out.extend_from_slice(separator);
        separator = if attribute.merged { b" + " } else { b", " };
        let is_text = matches!(attribute.tag, UTF8_STRING | PRINTABLE_STRING | IA5_STRING);
        let is_text = match oid::find(oid::ATTRIBUTES, attribute.oid).map(CStr::to_bytes) {
            Some(short) => {
                out.extend_from_slice(short);
                is_text
            }
            None => {
                let dotted = oid::to_text(attribute.oid);
                out.extend_from_slice(dotted.as_deref().unwrap_or("??").as_bytes());
                is_text && dotted.is_err()
            }
        };
        out.push(b'=');
        if is_text { write_escaped(out, attribute.value) } else { write_hex(out, &attribute) }?;
    }
    Ok(())
}

/// RFC 4514 section 2.4; bytes outside of printable ASCII are written as hexadecimal pairs.
fn write_escaped(out: &mut Vec<u8>, value: &[u8]) -> Result<(), NoText> {
    let start = out.len();
    for (at, &byte) in value.iter().enumerate() {
        let first = at == 0;
        let last = at + 1 == value.len();
        match byte {
            0 => return Err(NoText::Nul),
            // Three digits fit only where a NUL would still fit behind them.
            1..=31 | 127..=255 if out.len() - start + 4 < LONGEST_VALUE => {
                out.extend_from_slice(format!("\\{byte:02X}").as_bytes());
            }
            1..=31 | 127..=255 => return Err(NoText::TooLong),
            b',' | b'=' | b'+' | b'<' | b'>' | b';' | b'"' | b'\\' => out.extend([b'\\', byte]),
            b'#' if first => out.extend([b'\\', byte]),
            b' ' if first || last => out.extend([b'\\', byte]),
            _ => out.push(byte),
        }
    }
    if out.len() - start < LONGEST_VALUE { Ok(()) } else { Err(NoText::TooLong) }
}

/// RFC 4514 section 2.4, last form: a number sign and the encoding in hexadecimal.
fn write_hex(out: &mut Vec<u8>, attribute: &Attribute<'_>) -> Result<(), NoText> {
    let start = out.len();
    let mut header = vec![attribute.tag];
    match u8::try_from(attribute.value.len()) {
        Ok(short) if short < 0x80 => header.push(short),
        Ok(byte) => header.extend([0x81, byte]),
        Err(_) => return Err(NoText::TooLong),
    }
    out.push(b'#');
    for byte in header.iter().chain(attribute.value) {
        out.extend_from_slice(format!("{byte:02X}").as_bytes());
    }
    if out.len() - start < LONGEST_VALUE { Ok(()) } else { Err(NoText::TooLong) }
}

/// `id-at-commonName`.
pub const COMMON_NAME: &[u8] = &[0x55, 4, 3];

/// The C function this text is for has room for a value of one byte less.
const LONGEST_VALUE: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::x509::der::BMP_STRING;

    fn text(oid: &[u8], tag: u8, value: &[u8]) -> Result<String, NoText> {
        let mut out = Vec::new();
        write_text(&mut out, [Attribute { oid, tag, value, merged: false }].into_iter())?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn attributes_of_a_name_with_a_merged_pair() {
        let name = [
            0x31, 20, 0x30, 8, 6, 3, 0x55, 4, 3, 0x0c, 1, b'a', 0x30, 8, 6, 3, 0x55, 4, 11, 0x13, 1, b'b',
            0x31, 10, 0x30, 8, 6, 3, 0x55, 4, 10, 0x16, 1, b'c',
        ];
        let read: Vec<_> = attributes(&name).map(|a| a.map(|a| (a.value, a.merged))).collect();
        assert_eq!(read, [Ok((&b"a"[..], true)), Ok((&b"b"[..], false)), Ok((&b"c"[..], false))]);
        let mut out = Vec::new();
        write_text(&mut out, attributes(&name).map_while(Result::ok)).unwrap();
        assert_eq!(out, b"CN=a + OU=b, O=c");
    }

    #[test]
    fn the_same_name_in_other_words() {
        let name = |tag, text: &[u8]| {
            let len = u8::try_from(text.len()).unwrap();
            [&[0x30, len + 11, 0x31, len + 9, 0x30, len + 7, 6, 3, 0x55, 4, 3, tag, len][..], text].concat()
        };
        let root = name(UTF8_STRING, b"Root");
        for other in [name(UTF8_STRING, b"ROOT"), name(PRINTABLE_STRING, b"root"), root.clone()] {
            assert!(same(&root, &other) && same(&other, &root));
        }
        let others = [
            name(UTF8_STRING, b"Boot"),
            name(UTF8_STRING, b"Root "),
            name(IA5_STRING, b"Root"),
            name(UTF8_STRING, b"Roo"),
            Vec::new(),
            [root.as_slice(), &root].concat(),
        ];
        for other in others {
            assert!(!same(&root, &other) && !same(&other, &root), "{other:?}");
        }
        assert!(!same(&name(BMP_STRING, b"\0R"), &name(BMP_STRING, b"\0r")));
        // What cannot be read is only the same as itself.
        assert!(!same(b"Root", b"ROOT") && same(b"Root", b"Root"));
    }

    #[test]
    fn a_broken_attribute_ends_the_iteration() {
        let name = [0x31, 10, 0x30, 8, 6, 3, 0x55, 4, 3, 0x02, 1, b'a', 0x31, 0];
        let read: Vec<_> = attributes(&name).collect();
        assert_eq!(read, [Err(Error::because(Part::Name, DerError::UnexpectedTag))]);
    }

    #[test]
    fn escapes() {
        assert_eq!(text(COMMON_NAME, UTF8_STRING, b" #a,b#c ").unwrap(), "CN=\\ #a\\,b#c\\ ");
        assert_eq!(text(COMMON_NAME, UTF8_STRING, b"#\x01\xff\x7f").unwrap(), "CN=\\#\\01\\FF\\7F");
        assert_eq!(text(COMMON_NAME, der::BMP_STRING, b"\0a").unwrap(), "CN=#1E020061");
        assert_eq!(text(&[0x2a, 3], UTF8_STRING, b"a").unwrap(), "1.2.3=#0C0161");
        assert_eq!(text(COMMON_NAME, UTF8_STRING, &[b'a'; 255]).map(|t| t.len()), Ok(258));
        assert_eq!(text(COMMON_NAME, UTF8_STRING, &[b'a'; 256]), Err(NoText::TooLong));
        assert_eq!(text(COMMON_NAME, UTF8_STRING, b"a\0b"), Err(NoText::Nul));
        assert_eq!(text(&[0x55, 0x83], UTF8_STRING, b"a b").unwrap(), "??=a b");
    }
}
