//! The values of extensions (RFC 5280 section 4.2).

use super::build;
use crate::crypto::digest::Algorithm;
use crate::x509::der::{self, Reader, context, context_primitive};
use crate::x509::der_write::WriteError;
use crate::x509::name::Attribute;

/// Basic constraints (section 4.2.1.9); `path_length` counts for an authority only.
pub fn basic_constraints(is_authority: bool, path_length: Option<u8>) -> Result<Vec<u8>, WriteError> {
    build(|out| {
        out.nested(der::SEQUENCE, |out| match (is_authority, path_length) {
            (false, _) => Ok(0),
            (true, None) => out.boolean(true),
            (true, Some(limit)) => Ok(out.unsigned(der::INTEGER, &[limit])? + out.boolean(true)?),
        })
    })
}

/// Key usage (section 4.2.1.3) or Netscape's certificate type: the first bit is the highest of the first byte.
pub fn bits(bytes: &[u8]) -> Result<Vec<u8>, WriteError> {
    build(|out| out.named_bit_string(bytes, 8 * bytes.len()))
}

/// Extended key usage (section 4.2.1.12): the OIDs of the purposes.
pub fn purposes(oids: &[&[u8]]) -> Result<Vec<u8>, WriteError> {
    build(|out| {
        out.nested(der::SEQUENCE, |out| {
            oids.iter().rev().try_fold(0, |length, oid| Ok(length + out.value(der::OID, oid)?))
        })
    })
}

/// The subject key identifier (section 4.2.1.2).
pub fn subject_key_identifier(identifier: &[u8]) -> Result<Vec<u8>, WriteError> {
    build(|out| out.value(der::OCTET_STRING, identifier))
}

/// The authority key identifier (section 4.2.1.1), the `keyIdentifier` alone.
pub fn authority_key_identifier(identifier: &[u8]) -> Result<Vec<u8>, WriteError> {
    build(|out| out.nested(der::SEQUENCE, |out| out.value(context_primitive(0), identifier)))
}

/// The identifier of a key: method 1 of section 4.2.1.2, SHA-1 over the bits of the key. `None` if `spki` is none.
pub fn key_identifier(spki: &[u8]) -> Option<Vec<u8>> {
    let mut fields = Reader::new(spki).sequence().ok()?;
    fields.algorithm().ok()?;
    let key = fields.octet_aligned_bit_string().ok()?;
    Some(Algorithm::Sha1.digest(key).as_ref().to_vec())
}

/// An alternative name that can be written (section 4.2.1.6).
#[derive(Clone, Debug)]
pub enum AlternativeName<'a> {
    /// A name that is bytes: the number of its kind, and the bytes.
    Plain(u8, &'a [u8]),
    /// A `directoryName`.
    Directory(Vec<Attribute<'a>>),
}

/// Alternative names, in the order in which they stand there.
pub fn alternative_names(names: &[AlternativeName<'_>]) -> Result<Vec<u8>, WriteError> {
    build(|out| {
        out.nested(der::SEQUENCE, |out| {
            names.iter().rev().try_fold(0, |length, name| {
                let one = match name {
                    AlternativeName::Plain(kind, bytes) => out.value(context_primitive(*kind), bytes)?,
                    AlternativeName::Directory(attributes) => {
                        out.nested(context(DIRECTORY_NAME), |out| super::name(out, attributes))?
                    }
                };
                Ok(length + one)
            })
        })
    })
}

const DIRECTORY_NAME: u8 = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        assert_eq!(basic_constraints(false, Some(3)), Ok(vec![0x30, 0]));
        assert_eq!(basic_constraints(true, None), Ok(vec![0x30, 3, 1, 1, 0xff]));
        assert_eq!(basic_constraints(true, Some(0)), Ok(vec![0x30, 6, 1, 1, 0xff, 2, 1, 0]));
        assert_eq!(bits(&[0x06, 0x80]), Ok(vec![3, 3, 7, 6, 0x80]));
        assert_eq!(purposes(&[&[1], &[2]]), Ok(vec![0x30, 6, 6, 1, 1, 6, 1, 2]));
        assert_eq!(authority_key_identifier(&[9]), Ok(vec![0x30, 3, 0x80, 1, 9]));
        let names = [AlternativeName::Plain(2, b"a"), AlternativeName::Directory(Vec::new())];
        assert_eq!(alternative_names(&names), Ok(vec![0x30, 7, 0x82, 1, b'a', 0xa4, 2, 0x30, 0]));
        assert_eq!(key_identifier(&[0x30, 0]), None);
    }
}
