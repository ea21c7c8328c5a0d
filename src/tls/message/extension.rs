//! Extensions (RFC 8446 section 4.2): code points, the list and its duplicates.

use super::codec::{Reader, put_u16, vector};
use crate::tls::error::Error;

/// An `ExtensionType` code point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExtensionType(pub u16);

#[allow(missing_docs)] // the names are those of RFC 8446 section 4.2
impl ExtensionType {
    pub const SERVER_NAME: Self = Self(0);
    pub const MAX_FRAGMENT_LENGTH: Self = Self(1);
    pub const SUPPORTED_GROUPS: Self = Self(10);
    pub const SIGNATURE_ALGORITHMS: Self = Self(13);
    pub const ALPN: Self = Self(16);
    pub const RECORD_SIZE_LIMIT: Self = Self(28);
    pub const PRE_SHARED_KEY: Self = Self(41);
    pub const EARLY_DATA: Self = Self(42);
    pub const SUPPORTED_VERSIONS: Self = Self(43);
    pub const COOKIE: Self = Self(44);
    pub const PSK_KEY_EXCHANGE_MODES: Self = Self(45);
    pub const CERTIFICATE_AUTHORITIES: Self = Self(47);
    pub const SIGNATURE_ALGORITHMS_CERT: Self = Self(50);
    pub const KEY_SHARE: Self = Self(51);
}

/// The extension types seen in one message; a second of the same type is illegal.
struct Seen([u64; 1024]);

impl Seen {
    fn insert(&mut self, kind: ExtensionType) -> Result<(), Error> {
        let bit = 1_u64 << (kind.0 % 64);
        let word = self.0.get_mut(usize::from(kind.0 / 64)).ok_or(Error::Internal)?;
        if *word & bit != 0 {
            return Err(Error::IllegalParameter);
        }
        *word |= bit;
        Ok(())
    }
}

/// Reads an extension block to its end and hands each extension to `each`; refuses duplicates.
pub fn read_all<'a>(
    reader: &mut Reader<'a>,
    mut each: impl FnMut(ExtensionType, Reader<'a>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut list = reader.vec16()?;
    let mut seen = Seen([0; 1024]);
    while !list.is_empty() {
        let kind = ExtensionType(list.u16()?);
        let body = list.vec16()?;
        seen.insert(kind)?;
        each(kind, body)?;
    }
    Ok(())
}

/// Why an extension is refused that this message has no place for (RFC 8446 section 4.2): one that belongs elsewhere is
/// illegal; any other answers what was not asked.
pub fn misplaced(kind: ExtensionType) -> Error {
    match kind {
        ExtensionType::SERVER_NAME
        | ExtensionType::MAX_FRAGMENT_LENGTH
        | ExtensionType::SUPPORTED_GROUPS
        | ExtensionType::SIGNATURE_ALGORITHMS
        | ExtensionType::ALPN
        | ExtensionType::RECORD_SIZE_LIMIT
        | ExtensionType::PRE_SHARED_KEY
        | ExtensionType::EARLY_DATA
        | ExtensionType::SUPPORTED_VERSIONS
        | ExtensionType::COOKIE
        | ExtensionType::PSK_KEY_EXCHANGE_MODES
        | ExtensionType::CERTIFICATE_AUTHORITIES
        | ExtensionType::SIGNATURE_ALGORITHMS_CERT
        | ExtensionType::KEY_SHARE => Error::IllegalParameter,
        _ => Error::UnsupportedExtension,
    }
}

/// Appends an extension whose body `body` writes.
pub fn write(out: &mut Vec<u8>, kind: ExtensionType, body: impl FnOnce(&mut Vec<u8>)) {
    put_u16(out, kind.0);
    vector(out, 2, body);
}

/// The one protocol name of a server's answer (RFC 7301 section 3.1).
pub fn read_selected_protocol(mut body: Reader<'_>) -> Result<&[u8], Error> {
    let mut list = body.vec16()?;
    body.end()?;
    let name = list.some8()?;
    list.end()?;
    Ok(name)
}

/// What a sender of records has to keep to (RFC 8449 section 4), in bytes of inner plaintext; less than 64 are illegal.
pub fn read_record_size_limit(mut body: Reader<'_>) -> Result<u16, Error> {
    let limit = body.u16()?;
    body.end()?;
    if limit < 64 { Err(Error::IllegalParameter) } else { Ok(limit) }
}

/// Appends `record_size_limit`.
pub fn write_record_size_limit(out: &mut Vec<u8>, limit: u16) {
    write(out, ExtensionType::RECORD_SIZE_LIMIT, |out| put_u16(out, limit));
}

/// The certificate authorities' names, as they stand on the wire (RFC 8446 section 4.2.4).
pub fn read_authorities(mut body: Reader<'_>) -> Result<&[u8], Error> {
    let names = body.some16()?;
    body.end()?;
    let mut each = Reader::new(names);
    while !each.is_empty() {
        each.some16()?;
    }
    Ok(names)
}
