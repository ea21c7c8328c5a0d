//! Distinguished names from text (RFC 4514), in the order and with the separators C programs know: `C=DE, O=Example`.

use super::der::{self, IA5_STRING, PRINTABLE_STRING, Reader, UTF8_STRING};
use super::oid;

/// One attribute of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribute {
    /// The contents of the type's OID.
    pub oid: Vec<u8>,
    /// The kind of string that is usual for the type, or the tag that was given.
    pub tag: u8,
    /// The contents of the string.
    pub value: Vec<u8>,
}

/// The text is none of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoName;

/// The attributes that `text` lists; ends after the first that cannot be read. Behind the last comma there may be
/// nothing, or something without an equals sign, which is passed over.
pub fn attributes(text: &[u8]) -> Attributes<'_> {
    Attributes { rest: text, first: true }
}

/// The iterator of [`attributes`].
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    rest: &'a [u8],
    first: bool,
}

impl Iterator for Attributes<'_> {
    type Item = Result<Attribute, NoName>;

    fn next(&mut self) -> Option<Self::Item> {
        let first = std::mem::take(&mut self.first);
        let text = std::mem::take(&mut self.rest);
        let Some(equals) = text.iter().position(|&byte| byte == b'=') else {
            return first.then_some(Err(NoName));
        };
        let (kind, value) = text.split_at_checked(equals)?;
        Some(self.read(kind, value.get(1..)?).ok_or(NoName))
    }
}

impl<'a> Attributes<'a> {
    fn read(&mut self, kind: &[u8], text: &'a [u8]) -> Option<Attribute> {
        let named = TYPES.iter().find(|(name, _, _)| *name == kind);
        let attribute = match (text.split_first(), named) {
            (Some((b'#', hex)), _) => {
                let length = hex.iter().position(|&byte| byte == b',').unwrap_or(hex.len());
                let (hex, rest) = hex.split_at_checked(length)?;
                self.rest = rest;
                let oid = match named {
                    Some((_, oid, _)) => oid.to_vec(),
                    None => oid::from_text(kind)?,
                };
                let (tag, value) = encoded(hex)?;
                Attribute { oid, tag, value }
            }
            (_, Some((_, oid, tag))) => {
                let (value, rest) = unescaped(text)?;
                self.rest = rest;
                Attribute { oid: oid.to_vec(), tag: *tag, value }
            }
            (_, None) => return None,
        };
        let behind = self.rest.strip_prefix(b",").unwrap_or_default();
        let spaces = behind.iter().take_while(|&&byte| byte == b' ').count();
        self.rest = behind.get(spaces..)?;
        Some(attribute)
    }
}

/// A value up to its comma, and what follows (RFC 4514 section 2.4).
fn unescaped(text: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let (mut value, mut rest) = (Vec::new(), text);
    while let [first, behind @ ..] = rest {
        if *first == b',' {
            break;
        }
        let (byte, behind) = match (first, behind) {
            (b'\\', [high, low, behind @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                (pair(&[*high, *low]).filter(|&byte| byte != 0)?, behind)
            }
            (b'\\', [special, behind @ ..]) if b" ,=+<>#;\"\\".contains(special) => (*special, behind),
            (b'\\', _) => return None,
            _ => (*first, behind),
        };
        value.push(byte);
        rest = behind;
    }
    (1..LONGEST_VALUE).contains(&value.len()).then_some((value, rest))
}

/// A value that is given as its encoding in hexadecimal; what follows the value is not looked at. A string must have no
/// NUL, which would end it for C.
fn encoded(hex: &[u8]) -> Option<(u8, Vec<u8>)> {
    if !hex.len().is_multiple_of(2) || hex.len() > 2 * LONGEST_ENCODING {
        return None;
    }
    let bytes: Vec<u8> = hex.chunks(2).map(pair).collect::<Option<_>>()?;
    let value = Reader::new(&bytes).any().ok()?;
    let fits = !(der::is_string(value.tag) && value.content.contains(&0));
    fits.then(|| (value.tag, value.content.to_vec()))
}

fn pair(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| digits.get(at).and_then(|&digit| char::from(digit).to_digit(16));
    u8::try_from(digit(0)? << 4 | digit(1)?).ok()
}

/// The longest value in bytes, and one more.
const LONGEST_VALUE: usize = 256;
const LONGEST_ENCODING: usize = 260;

/// The types that have a name, the OIDs and the kinds of string.
const TYPES: &[(&[u8], &[u8], u8)] = &[
    (b"CN", &[0x55, 4, 3], UTF8_STRING),
    (b"commonName", &[0x55, 4, 3], UTF8_STRING),
    (b"C", &[0x55, 4, 6], PRINTABLE_STRING),
    (b"countryName", &[0x55, 4, 6], PRINTABLE_STRING),
    (b"O", &[0x55, 4, 10], UTF8_STRING),
    (b"organizationName", &[0x55, 4, 10], UTF8_STRING),
    (b"L", &[0x55, 4, 7], UTF8_STRING),
    (b"locality", &[0x55, 4, 7], UTF8_STRING),
    (b"R", &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1], IA5_STRING),
    (b"emailAddress", &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1], IA5_STRING),
    (b"OU", &[0x55, 4, 11], UTF8_STRING),
    (b"organizationalUnitName", &[0x55, 4, 11], UTF8_STRING),
    (b"ST", &[0x55, 4, 8], UTF8_STRING),
    (b"stateOrProvinceName", &[0x55, 4, 8], UTF8_STRING),
    (b"serialNumber", &[0x55, 4, 5], PRINTABLE_STRING),
    (b"postalAddress", &[0x55, 4, 16], PRINTABLE_STRING),
    (b"postalCode", &[0x55, 4, 17], PRINTABLE_STRING),
    (b"dnQualifier", &[0x55, 4, 46], PRINTABLE_STRING),
    (b"title", &[0x55, 4, 12], UTF8_STRING),
    (b"surName", &[0x55, 4, 4], UTF8_STRING),
    (b"SN", &[0x55, 4, 4], UTF8_STRING),
    (b"givenName", &[0x55, 4, 42], UTF8_STRING),
    (b"GN", &[0x55, 4, 42], UTF8_STRING),
    (b"initials", &[0x55, 4, 43], UTF8_STRING),
    (b"pseudonym", &[0x55, 4, 65], UTF8_STRING),
    (b"generationQualifier", &[0x55, 4, 44], UTF8_STRING),
    (b"domainComponent", &[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 25], IA5_STRING),
    (b"DC", &[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 25], IA5_STRING),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<Option<(u8, Vec<u8>)>> {
        attributes(text.as_bytes()).map(|a| a.ok().map(|a| (a.tag, a.value))).collect()
    }

    #[test]
    fn lists_and_their_ends() {
        let (c, o) = (Some((PRINTABLE_STRING, b"DE".to_vec())), Some((UTF8_STRING, b"a b ".to_vec())));
        assert_eq!(values("C=DE,  O=a b "), [c.clone(), o]);
        assert_eq!(values("C=DE, "), std::slice::from_ref(&c));
        assert_eq!(values("C=DE,O"), std::slice::from_ref(&c));
        assert_eq!(values("C=DE,,C=DE"), [c, None]);
        for text in ["", "C", "C=", "=x", "XX=a", " C=DE", "1.2.3=a"] {
            assert_eq!(values(text), [None], "{text}");
        }
    }

    /// The examples of RFC 4514 section 4.
    #[test]
    fn escapes_and_encodings() {
        let text = |value: &[u8]| [Some((UTF8_STRING, value.to_vec()))];
        assert_eq!(values("CN=James \\\"Jim\\\" Smith\\, III"), text(b"James \"Jim\" Smith, III"));
        assert_eq!(values("CN=Before\\0dAfter"), text(b"Before\rAfter"));
        assert_eq!(values("SN=Lu\\C4\\8Di\\C4\\87"), text("Lučić".as_bytes()));
        assert_eq!(values("1.3.6.1.4.1.1466.0=#04024869"), [Some((4, b"Hi".to_vec()))]);
        for text in
            ["CN=\\00", "CN=\\4", "CN=\\x", "CN=#", "CN=#0c016", "CN=#0c02", "CN=#0c0100", "CN=#0c01zz"]
        {
            assert_eq!(values(text), [None], "{text}");
        }
    }
}
