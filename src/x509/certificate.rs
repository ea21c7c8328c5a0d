//! A certificate (RFC 5280 section 4.1), as slices of its encoding.

use super::algorithm::{Key, Signature};
use super::der::{self, Algorithm, DerError, Reader, Value, context};
use super::error::{At, Error, Part};
use super::extensions::{Critical, Extension, Extensions};
use super::name::{self, Attributes};
use super::time::Time;

/// A certificate whose every part was read through; nothing about it is verified.
#[derive(Clone, Debug)]
pub struct Certificate<'a> {
    /// The whole encoding, without what may follow it in the input.
    pub raw: &'a [u8],
    /// The part that is signed.
    pub tbs: &'a [u8],
    /// 1 to 3.
    pub version: u8,
    /// The serial number with its tag; of any length and sign.
    pub serial: Value<'a>,
    /// The signature's algorithm as it is encoded.
    pub algorithm: Algorithm<'a>,
    /// The same algorithm, recognised.
    pub signature_kind: Signature,
    /// Who signed: the `Name` with its tag and length.
    pub issuer: Value<'a>,
    /// Whose key it is: the `Name` with its tag and length; may be empty.
    pub subject: Value<'a>,
    /// The first second of its validity.
    pub not_before: Time,
    /// The last second of its validity.
    pub not_after: Time,
    /// The `SubjectPublicKeyInfo` with its tag and length.
    pub spki: &'a [u8],
    /// The `issuerUniqueID` (RFC 5280 section 4.1.2.8).
    pub issuer_id: Option<Value<'a>>,
    /// The `subjectUniqueID` (RFC 5280 section 4.1.2.8).
    pub subject_id: Option<Value<'a>>,
    /// The `[3]` value; its one content is the SEQUENCE of extensions.
    pub extensions_value: Option<Value<'a>>,
    /// What the extensions say; nothing when there are none.
    pub extensions: Extensions<'a>,
    /// The contents of the signature's BIT STRING.
    pub signature: &'a [u8],
}

impl<'a> Certificate<'a> {
    /// Reads the certificate at the start of `input`.
    pub fn parse(input: &'a [u8]) -> Result<Self, Error> {
        Self::parse_with(input, Critical::Refused)
    }

    /// As [`Certificate::parse`], with a choice of what critical extensions do that are not understood.
    pub fn parse_with(input: &'a [u8], unknown: Critical) -> Result<Self, Error> {
        Self::parse_with_key(input, unknown, &mut |_| true)
    }

    /// As [`Certificate::parse_with`], with a function that reads the `SubjectPublicKeyInfo` before what follows it is looked
    /// at, and says whether it could.
    pub fn parse_with_key(
        input: &'a [u8],
        unknown: Critical,
        key: &mut dyn FnMut(&'a [u8]) -> bool,
    ) -> Result<Self, Error> {
        let outer = Reader::new(input).value(der::SEQUENCE).map_err(|_| Error::from(Part::Format))?;
        let mut fields = Reader::new(outer.content);
        let tbs = fields.value(der::SEQUENCE).at(Part::Format)?;
        let mut certificate = Self::parse_tbs(tbs, unknown, key)?;
        certificate.raw = outer.raw;
        let algorithm = fields.algorithm().at(Part::Algorithm)?;
        // RFC 5280 section 4.1.1.2
        if !algorithm.is(&certificate.algorithm) {
            return Err(Part::SignatureMismatch.into());
        }
        certificate.signature = fields.octet_aligned_bit_string().at(Part::Signature)?;
        fields.end().at(Part::Format)?;
        Ok(certificate)
    }

    fn parse_tbs(
        tbs: Value<'a>,
        unknown: Critical,
        key: &mut dyn FnMut(&'a [u8]) -> bool,
    ) -> Result<Self, Error> {
        let mut fields = Reader::new(tbs.content);
        let version = read_version(&mut fields)?;
        let serial = read_serial(&mut fields)?;
        let algorithm = fields.algorithm().at(Part::Algorithm)?;
        let version =
            u8::try_from(version).ok().filter(|&version| version < 3).ok_or(Part::UnknownVersion)? + 1;
        let signature_kind = Signature::identify(&algorithm)?;
        let issuer = read_name(&mut fields)?;
        let (not_before, not_after) = read_validity(&mut fields)?;
        let subject = read_subject(&mut fields)?;
        let spki = fields.value(der::SEQUENCE).at(Part::Key)?.raw;
        if !key(spki) {
            return Err(Part::Key.into());
        }
        let (mut issuer_id, mut subject_id, mut extensions_value) = (None, None, None);
        let mut extensions = Extensions::default();
        if version >= 2 {
            issuer_id = fields.optional(context(1)).at(Part::Format)?;
            subject_id = fields.optional(context(2)).at(Part::Format)?;
        }
        if version == 3 && !fields.is_empty() {
            let value = fields.value(context(3)).at(Part::Extensions)?;
            let mut inside = Reader::new(value.content);
            let list = inside.content(der::SEQUENCE).at(Part::Extensions)?;
            inside.end().at(Part::Extensions)?;
            extensions = Extensions::parse(list, unknown)?;
            extensions_value = Some(value);
        }
        fields.end().at(Part::Format)?;
        Ok(Self {
            raw: tbs.raw,
            tbs: tbs.raw,
            version,
            serial,
            algorithm,
            signature_kind,
            issuer,
            subject,
            not_before,
            not_after,
            spki,
            issuer_id,
            subject_id,
            extensions_value,
            extensions,
            signature: &[],
        })
    }

    /// The extensions that are not understood, in the order of the certificate.
    pub fn unsupported_extensions(&self) -> impl Iterator<Item = Extension<'a>> + use<'a> {
        let list =
            self.extensions_value.and_then(|value| Reader::new(value.content).content(der::SEQUENCE).ok());
        self.extensions.unsupported(list.unwrap_or_default())
    }

    /// The attributes of the issuer's name.
    pub fn issuer_attributes(&self) -> Attributes<'a> {
        name::attributes(self.issuer.content)
    }

    /// The attributes of the subject's name.
    pub fn subject_attributes(&self) -> Attributes<'a> {
        name::attributes(self.subject.content)
    }

    /// The kind and size of the subject's key.
    pub fn key(&self) -> Key {
        Key::identify(self.spki)
    }

    /// Issuer and subject have the same name, which does not say that the key is the same.
    pub fn is_self_issued(&self) -> bool {
        name::same(self.issuer.raw, self.subject.raw)
    }

    /// This certificate names that one as its issuer, which does not say that it is.
    pub fn names_as_issuer(&self, issuer: &Self) -> bool {
        name::same(self.issuer.raw, issuer.subject.raw)
    }
}

fn read_version(fields: &mut Reader<'_>) -> Result<i32, Error> {
    if fields.is_empty() {
        return Err(Error::because(Part::Format, DerError::OutOfData));
    }
    let Some(explicit) = fields.optional(context(0)).at(Part::Format)? else {
        return Ok(0);
    };
    let mut explicit = Reader::new(explicit.content);
    let version = explicit.small_integer().at(Part::Version)?;
    explicit.end().at(Part::Version)?;
    Ok(version)
}

/// Serial numbers of any length and sign are read; so is the odd implicit tag that some issuers used.
pub(super) fn read_serial<'a>(fields: &mut Reader<'a>) -> Result<Value<'a>, Error> {
    match fields.peek() {
        Some(der::INTEGER | 0x82) => fields.any().at(Part::Serial),
        Some(_) => Err(Error::because(Part::Serial, DerError::UnexpectedTag)),
        None => Err(Error::because(Part::Serial, DerError::OutOfData)),
    }
}

/// A name with at least one attribute.
pub(super) fn read_name<'a>(fields: &mut Reader<'a>) -> Result<Value<'a>, Error> {
    let name = read_subject(fields)?;
    if name.content.is_empty() {
        return Err(Error::because(Part::Name, DerError::OutOfData));
    }
    Ok(name)
}

/// A name that may be empty (RFC 5280 section 4.1.2.6).
fn read_subject<'a>(fields: &mut Reader<'a>) -> Result<Value<'a>, Error> {
    let name = fields.value(der::SEQUENCE).at(Part::Format)?;
    for attribute in name::attributes(name.content) {
        attribute?;
    }
    Ok(name)
}

fn read_validity(fields: &mut Reader<'_>) -> Result<(Time, Time), Error> {
    let mut validity = fields.sequence().at(Part::Date)?;
    let not_before = Time::read(&mut validity)?;
    let not_after = Time::read(&mut validity)?;
    validity.end().at(Part::Date)?;
    Ok((not_before, not_after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::x509::crl::RevocationList;
    use crate::x509::extensions::kind;
    use crate::x509::text;

    const LEAF: &[u8] = include_bytes!("../../tests/certificates/leaf.der");
    const NARROW: &[u8] = include_bytes!("../../tests/certificates/narrow.der");
    const LIST: &[u8] = include_bytes!("../../tests/certificates/leaf.crl");

    #[test]
    fn the_fields_of_a_certificate() {
        let leaf = Certificate::parse(LEAF).unwrap();
        assert_eq!((leaf.raw, leaf.version, leaf.serial.content), (LEAF, 3, &[4][..]));
        assert_eq!((leaf.not_before.year, leaf.not_after.year), (2024, 2044));
        assert_eq!(leaf.key(), Key::Curve { number: 3, bits: 256 });
        assert_eq!(leaf.extensions.subject_alt_names().count(), 4);
        assert_eq!(leaf.extensions.key_usage, 0x80);
        assert!(!leaf.extensions.is_ca && !leaf.is_self_issued());
        let narrow = Certificate::parse(NARROW).unwrap();
        assert!(narrow.extensions.is_ca && narrow.extensions.has(kind::BASIC_CONSTRAINTS));
        assert_eq!(narrow.extensions.max_path_length, 1);
    }

    #[test]
    fn what_follows_is_not_looked_at() {
        let mut longer = LEAF.to_vec();
        longer.extend([0; 9]);
        assert_eq!(Certificate::parse(&longer).map(|leaf| leaf.raw.len()), Ok(LEAF.len()));
    }

    #[test]
    fn errors_name_the_part() {
        let error = |at: usize, byte: u8| {
            let mut bad = LEAF.to_vec();
            bad[at] = byte;
            Certificate::parse(&bad).err()
        };
        assert_eq!(error(0, 0x31), Some(Part::Format.into()));
        assert_eq!(error(4, 0x31), Some(Error::because(Part::Format, DerError::UnexpectedTag)));
        assert_eq!(error(12, 3), Some(Part::UnknownVersion.into()));
        assert_eq!(error(13, 4), Some(Error::because(Part::Serial, DerError::UnexpectedTag)));
        assert_eq!(error(16, 0x31), Some(Error::because(Part::Algorithm, DerError::UnexpectedTag)));
        assert_eq!(error(27, 9), Some(Part::UnknownSignatureAlgorithm.into()));
    }

    #[test]
    fn every_prefix_is_refused() {
        for length in 0..LEAF.len() {
            assert!(Certificate::parse(&LEAF[..length]).is_err(), "{length}");
        }
        for length in 0..LIST.len() {
            assert!(RevocationList::parse(&LIST[..length]).is_err(), "{length}");
        }
    }

    /// Whatever is still read must also be printable, or say that it is not.
    #[test]
    fn changed_bytes_never_panic() {
        let mut state = 1u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as usize
        };
        for _ in 0..20_000 {
            let (mut leaf, mut list) = (LEAF.to_vec(), LIST.to_vec());
            for _ in 0..1 + random() % 3 {
                let (at, byte) = (random() % leaf.len(), random().to_le_bytes()[0]);
                leaf[at] = byte;
                let at = random() % list.len();
                list[at] = byte;
            }
            if let Ok(leaf) = Certificate::parse(&leaf) {
                let _ = (text::certificate(&leaf, b""), leaf.key());
            }
            if let Ok(list) = RevocationList::parse(&list) {
                let _ = (text::revocation_list(&list, b""), list.revokes(&[4]));
            }
        }
    }
}
