//! A certificate revocation list (RFC 5280 section 5.1), as slices of its encoding.

use super::algorithm::Signature;
use super::certificate::{read_name, read_serial};
use super::der::{self, Algorithm, DerError, Reader, Value, context};
use super::error::{At, Error, Part};
use super::time::Time;

/// A revocation list whose every part was read through; nothing about it is verified.
#[derive(Clone, Debug)]
pub struct RevocationList<'a> {
    /// The whole encoding.
    pub raw: &'a [u8],
    /// The part that is signed.
    pub tbs: &'a [u8],
    /// 1 or 2.
    pub version: u8,
    /// The signature's algorithm as it is encoded.
    pub algorithm: Algorithm<'a>,
    /// The same algorithm, recognised.
    pub signature_kind: Signature,
    /// The `Name` with its tag and length.
    pub issuer: Value<'a>,
    /// When the list was issued.
    pub this_update: Time,
    /// When the next list comes at the latest.
    pub next_update: Option<Time>,
    entries: &'a [u8],
    /// The `[0]` value; its one content is the SEQUENCE of extensions.
    pub extensions_value: Option<Value<'a>>,
    /// The contents of the signature's BIT STRING.
    pub signature: &'a [u8],
}

/// One revoked certificate.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The whole entry.
    pub value: Value<'a>,
    /// The serial number with its tag.
    pub serial: Value<'a>,
    /// When the certificate was revoked.
    pub revocation_date: Time,
    /// The SEQUENCE of the entry's extensions (RFC 5280 section 5.3).
    pub extensions: Option<Value<'a>>,
}

impl<'a> RevocationList<'a> {
    /// Reads the list that `input` holds, the whole of it.
    pub fn parse(input: &'a [u8]) -> Result<Self, Error> {
        let outer = Reader::new(input).value(der::SEQUENCE).map_err(|_| Error::from(Part::Format))?;
        if outer.raw.len() != input.len() {
            return Err(Error::because(Part::Format, DerError::LengthMismatch));
        }
        let mut fields = Reader::new(outer.content);
        let tbs = fields.value(der::SEQUENCE).at(Part::Format)?;
        let mut list = Self::parse_tbs(tbs)?;
        list.raw = outer.raw;
        let algorithm = fields.algorithm().at(Part::Algorithm)?;
        // RFC 5280 section 5.1.1.2. Here, unlike in a certificate, NULL is the same as no parameters.
        let parameters =
            |algorithm: &Algorithm<'a>| algorithm.parameters.map_or(&[][..], |value| value.content);
        if algorithm.oid != list.algorithm.oid || parameters(&algorithm) != parameters(&list.algorithm) {
            return Err(Part::SignatureMismatch.into());
        }
        list.signature = fields.octet_aligned_bit_string().at(Part::Signature)?;
        fields.end().at(Part::Format)?;
        Ok(list)
    }

    fn parse_tbs(tbs: Value<'a>) -> Result<Self, Error> {
        let mut fields = Reader::new(tbs.content);
        let version = match fields.peek() {
            None => return Err(Error::because(Part::Version, DerError::OutOfData)),
            Some(der::INTEGER) => fields.small_integer().at(Part::Version)?,
            Some(_) => 0,
        };
        let algorithm = fields.algorithm().at(Part::Algorithm)?;
        let version =
            u8::try_from(version).ok().filter(|&version| version < 2).ok_or(Part::UnknownVersion)? + 1;
        // Of a list, unlike of a certificate, the C API tells no more than this.
        let signature_kind = Signature::identify(&algorithm).map_err(|_| Part::UnknownSignatureAlgorithm)?;
        let issuer = read_name(&mut fields)?;
        let this_update = Time::read(&mut fields)?;
        let next_update = match fields.peek() {
            Some(der::UTC_TIME | der::GENERALIZED_TIME) => read_next_update(&mut fields)?,
            _ => None,
        };
        let entries =
            fields.optional(der::SEQUENCE).at(Part::Encoding)?.map_or(&[][..], |value| value.content);
        for entry in read_entries(entries) {
            entry?;
        }
        let mut extensions_value = None;
        if version == 2 && !fields.is_empty() {
            let value = fields.value(context(0)).at(Part::Extensions)?;
            check_extensions(value.content)?;
            extensions_value = Some(value);
        }
        fields.end().at(Part::Format)?;
        Ok(Self {
            raw: tbs.raw,
            tbs: tbs.raw,
            version,
            algorithm,
            signature_kind,
            issuer,
            this_update,
            next_update,
            entries,
            extensions_value,
            signature: &[],
        })
    }

    /// The revoked certificates, in the order of the list.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        read_entries(self.entries).map_while(Result::ok)
    }

    /// Serial numbers are compared as they are encoded.
    pub fn revokes(&self, serial: &[u8]) -> bool {
        self.entries().any(|entry| entry.serial.content == serial)
    }
}

/// The entries of a list; ends after the first error.
/// One that is cut off counts as absent, as in the C API: what is left of it fits nothing that may follow.
fn read_next_update(fields: &mut Reader<'_>) -> Result<Option<Time>, Error> {
    match Time::read(fields) {
        Err(error) if error == Error::because(Part::Date, DerError::OutOfData) => Ok(None),
        read => read.map(Some),
    }
}

fn read_entries<'a>(list: &'a [u8]) -> impl Iterator<Item = Result<Entry<'a>, Error>> + use<'a> {
    let mut list = Reader::new(list);
    std::iter::from_fn(move || {
        if list.is_empty() {
            return None;
        }
        let entry = read_entry(&mut list);
        if entry.is_err() {
            list = Reader::new(&[]);
        }
        Some(entry)
    })
}

fn read_entry<'a>(list: &mut Reader<'a>) -> Result<Entry<'a>, Error> {
    let value = list.value(der::SEQUENCE).at(Part::Encoding)?;
    let mut fields = Reader::new(value.content);
    let serial = read_serial(&mut fields)?;
    let revocation_date = Time::read(&mut fields)?;
    let extensions = match fields.peek() {
        None => None,
        Some(der::SEQUENCE) => Some(fields.any().at(Part::Extensions)?),
        Some(_) => return Err(Error::because(Part::Encoding, DerError::UnexpectedTag)),
    };
    if let Some(extensions) = extensions {
        let mut list = Reader::new(extensions.content);
        while !list.is_empty() {
            list.sequence().at(Part::Extensions)?;
        }
    }
    if !fields.is_empty() {
        return Err(Error::because(Part::Encoding, DerError::UnexpectedTag));
    }
    Ok(Entry { value, serial, revocation_date, extensions })
}

/// No extension is understood, so that none may be critical (RFC 5280 section 5.2).
fn check_extensions(explicit: &[u8]) -> Result<(), Error> {
    let mut explicit = Reader::new(explicit);
    let mut list = explicit.sequence().at(Part::Extensions)?;
    explicit.end().at(Part::Extensions)?;
    while !list.is_empty() {
        let mut fields = list.sequence().at(Part::Extensions)?;
        fields.content(der::OID).at(Part::Extensions)?;
        let critical = match fields.peek() {
            Some(der::BOOLEAN) => fields.boolean().at(Part::Extensions)?,
            _ => false,
        };
        fields.content(der::OCTET_STRING).at(Part::Extensions)?;
        fields.end().at(Part::Extensions)?;
        if critical {
            return Err(Error::because(Part::Extensions, DerError::UnexpectedTag));
        }
    }
    Ok(())
}
