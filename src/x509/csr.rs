//! A certificate request (PKCS #10, RFC 2986), as slices of its encoding.

use super::algorithm::{Key, Signature};
use super::certificate::read_name;
use super::der::{self, Algorithm, DerError, Reader, Value, context};
use super::error::{At, Error, Part};
use super::extensions::{Critical, Extension, Extensions, kind, read_extension};
use super::oid;

/// A request whose every part was read through; nothing about it is verified.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The whole encoding.
    pub raw: &'a [u8],
    /// The part that is signed, `CertificationRequestInfo`.
    pub info: &'a [u8],
    /// 1; there is no other.
    pub version: u8,
    /// Whose key it is: the `Name` with its tag and length.
    pub subject: Value<'a>,
    /// The `SubjectPublicKeyInfo` with its tag and length.
    pub spki: &'a [u8],
    /// What the extensions say that are asked for and understood: key usage, Netscape type and alternative names.
    pub extensions: Extensions<'a>,
    /// Those whose OID nobody here knows.
    pub unknown: Vec<Extension<'a>>,
    /// The signature's algorithm as it is encoded.
    pub algorithm: Algorithm<'a>,
    /// The same algorithm, recognised.
    pub signature_kind: Signature,
    /// The contents of the signature's BIT STRING.
    pub signature: &'a [u8],
}

impl<'a> Request<'a> {
    /// Reads the request that `input` holds, the whole of it.
    pub fn parse(input: &'a [u8]) -> Result<Self, Error> {
        Self::parse_with_key(input, Critical::Left, &mut |_| true)
    }

    /// As [`Request::parse`], with a choice of what critical extensions do that are not known, and with a function that reads
    /// the `SubjectPublicKeyInfo` before what follows it is looked at, and says whether it could.
    pub fn parse_with_key(
        input: &'a [u8],
        critical: Critical,
        key: &mut dyn FnMut(&'a [u8]) -> bool,
    ) -> Result<Self, Error> {
        let outer = Reader::new(input).value(der::SEQUENCE).map_err(|_| Error::from(Part::Format))?;
        if outer.raw.len() != input.len() {
            return Err(Error::because(Part::Format, DerError::LengthMismatch));
        }
        let mut fields = Reader::new(outer.content);
        let info = fields.value(der::SEQUENCE).at(Part::Format)?;
        let mut inside = Reader::new(info.content);
        let version = match inside.peek() {
            Some(der::INTEGER) | None => inside.small_integer().at(Part::Version)?,
            Some(_) => 0,
        };
        if version != 0 {
            return Err(Part::UnknownVersion.into());
        }
        let subject = read_name(&mut inside)?;
        let spki = inside.value(der::SEQUENCE).at(Part::Key)?.raw;
        if !key(spki) {
            return Err(Part::Key.into());
        }
        let mut attributes = inside.enter(context(0)).at(Part::Format)?;
        let (mut extensions, mut unknown) = (Extensions::default(), Vec::new());
        while !attributes.is_empty() {
            read_attribute(&mut attributes, critical, &mut extensions, &mut unknown)?;
        }
        inside.end().at(Part::Format)?;
        let algorithm = fields.algorithm().at(Part::Algorithm)?;
        let signature_kind = Signature::identify(&algorithm).map_err(|_| Part::UnknownSignatureAlgorithm)?;
        let signature = fields.octet_aligned_bit_string().at(Part::Signature)?;
        fields.end().at(Part::Format)?;
        Ok(Self {
            raw: outer.raw,
            info: info.raw,
            version: 1,
            subject,
            spki,
            extensions,
            unknown,
            algorithm,
            signature_kind,
            signature,
        })
    }

    /// The kind and size of the key.
    pub fn key(&self) -> Key {
        Key::identify(self.spki)
    }
}

/// Passes over every attribute but the extensions that are asked for (RFC 2985 section 5.4.2).
fn read_attribute<'a>(
    attributes: &mut Reader<'a>,
    critical: Critical,
    extensions: &mut Extensions<'a>,
    unknown: &mut Vec<Extension<'a>>,
) -> Result<(), Error> {
    let mut fields = attributes.sequence().at(Part::Extensions)?;
    let kind = fields.content(der::OID).at(Part::Extensions)?;
    if kind != EXTENSION_REQUEST {
        return Ok(());
    }
    let mut values = fields.enter(der::SET).at(Part::Extensions)?;
    fields.end().at(Part::Extensions)?;
    let mut list = values.sequence().at(Part::Extensions)?;
    values.end().at(Part::Extensions)?;
    while !list.is_empty() {
        let extension = read_extension(&mut list)?;
        let Some(kind) = oid::find(oid::EXTENSIONS, extension.oid.content) else {
            if extension.critical && critical == Critical::Refused {
                return Err(Error::because(Part::Extensions, DerError::UnexpectedTag));
            }
            unknown.push(extension);
            continue;
        };
        if extensions.has(kind) {
            return Err(Error::because(Part::Extensions, DerError::InvalidData));
        }
        match kind {
            kind::KEY_USAGE | kind::SUBJECT_ALT_NAME | kind::NS_CERT_TYPE => {
                extensions.read(&extension, Critical::Refused)?;
            }
            _ if extension.critical => return Err(Part::Unavailable.into()),
            _ => extensions.present |= kind,
        }
    }
    Ok(())
}

/// `extensionRequest`.
pub(super) const EXTENSION_REQUEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 14];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::x509::certificate::Certificate;
    use crate::x509::der::UTF8_STRING;
    use crate::x509::name::{Attribute, COMMON_NAME};
    use crate::x509::text;
    use crate::x509::write;

    type New<'a> = write::Extension<'a>;

    const LEAF: &[u8] = include_bytes!("../../tests/certificates/leaf.der");
    const USAGE: New<'_> = New { oid: &[0x55, 0x1d, 15], critical: true, value: &[3, 2, 7, 0x80] };
    const NAMES: New<'_> = New { oid: &[0x55, 0x1d, 17], critical: false, value: &[0x30, 3, 0x82, 1, b'a'] };
    const OWN: New<'_> = New { oid: &[0x2a, 3], critical: true, value: &[5, 0] };

    fn request(extensions: &[New<'_>]) -> Vec<u8> {
        let name = [Attribute { oid: COMMON_NAME, tag: UTF8_STRING, value: b"name", merged: false }];
        let spki = Certificate::parse(LEAF).unwrap().spki;
        let info = write::Request { subject: &name, spki, extensions }.info().unwrap();
        let ecdsa = write::Algorithm { oid: &[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2], null: false };
        write::signed(&info, ecdsa, &[1, 2, 3]).unwrap()
    }

    #[test]
    fn fields_and_extensions() {
        let der = request(&[USAGE, NAMES, OWN]);
        let request = Request::parse(&der).unwrap();
        assert_eq!((request.raw, request.version, request.signature), (&der[..], 1, &[1, 2, 3][..]));
        assert_eq!(request.key(), Key::Curve { number: 3, bits: 256 });
        assert_eq!(request.extensions.present, kind::KEY_USAGE | kind::SUBJECT_ALT_NAME);
        assert_eq!(
            request.extensions.subject_alt_names().map(|name| name.content).collect::<Vec<_>>(),
            [b"a"]
        );
        let [unknown] = &request.unknown[..] else { panic!() };
        assert_eq!((unknown.oid.content, unknown.critical, unknown.value), (OWN.oid, true, OWN.value));
    }

    #[test]
    fn what_is_refused() {
        let twice = Error::because(Part::Extensions, DerError::InvalidData);
        assert_eq!(Request::parse(&request(&[USAGE, USAGE])).err(), Some(twice));
        let constraints = New { oid: &[0x55, 0x1d, 19], critical: true, value: &[0x30, 0] };
        assert_eq!(Request::parse(&request(&[constraints])).err(), Some(Part::Unavailable.into()));
        let der = request(&[USAGE, NAMES, OWN]);
        for length in 0..der.len() {
            assert!(Request::parse(&der[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn changed_bytes_never_panic() {
        let der = request(&[USAGE, NAMES, OWN]);
        for at in 0..der.len() {
            for bit in 0..8 {
                let mut changed = der.clone();
                changed[at] ^= 1 << bit;
                if let Ok(request) = Request::parse(&changed) {
                    let _ = (text::request(&request, b""), request.key());
                }
            }
        }
    }
}
