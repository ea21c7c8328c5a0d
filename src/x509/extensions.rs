//! The extensions of a certificate (RFC 5280 section 4.2) that the C API knows.

use super::der::{self, DerError, Reader, Value, context, context_primitive};
use super::error::{At, Error, Part};
use super::name;
use super::oid;

/// Bits of [`Extensions::present`]; the values are those of the C API.
#[allow(missing_docs)] // the names are those of RFC 5280 section 4.2, and Netscape's
pub mod kind {
    pub const AUTHORITY_KEY_IDENTIFIER: u32 = 1;
    pub const SUBJECT_KEY_IDENTIFIER: u32 = 1 << 1;
    pub const KEY_USAGE: u32 = 1 << 2;
    pub const CERTIFICATE_POLICIES: u32 = 1 << 3;
    pub const SUBJECT_ALT_NAME: u32 = 1 << 5;
    pub const BASIC_CONSTRAINTS: u32 = 1 << 8;
    pub const EXTENDED_KEY_USAGE: u32 = 1 << 11;
    pub const NS_CERT_TYPE: u32 = 1 << 16;
}

/// What the extensions of one certificate say. Lists are kept encoded and were read through once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Extensions<'a> {
    /// Which of them are there, as bits of [`kind`].
    pub present: u32,
    /// Basic constraints: the subject may sign certificates.
    pub is_ca: bool,
    /// 0 for no limit, otherwise the limit plus one, as the C API has it.
    pub max_path_length: i32,
    /// The first byte of the bit string in the low byte, the second one above it.
    pub key_usage: u32,
    /// The first byte of the Netscape certificate type.
    pub ns_cert_type: u8,
    /// The contents of the subject key identifier.
    pub subject_key_id: Option<&'a [u8]>,
    /// What the authority key identifier says.
    pub authority: Authority<'a>,
    /// There are name constraints (RFC 5280 section 4.2.1.10), which only webpki understands.
    pub name_constrained: bool,
    /// An extension that webpki does not know is critical: one that the C API knows, or one that was [`Critical::Left`].
    pub critical_beyond_webpki: bool,
    extended_key_usage: &'a [u8],
    subject_alt_names: &'a [u8],
    policies: &'a [u8],
}

/// What becomes of a critical extension that is not understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Critical {
    /// RFC 5280 section 4.2: the certificate is unusable.
    Refused,
    /// Somebody else understands it, or has done so already.
    Left,
}

/// One extension, not read any further.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extension<'a> {
    /// Its OID.
    pub oid: Value<'a>,
    /// Who does not understand it must refuse the certificate.
    pub critical: bool,
    /// The contents of its OCTET STRING.
    pub value: &'a [u8],
}

impl Extension<'_> {
    /// These are policies, which are known and not enforced.
    pub fn is_policies(&self) -> bool {
        oid::find(oid::EXTENSIONS, self.oid.content) == Some(kind::CERTIFICATE_POLICIES)
    }
}

/// The fields of `AuthorityKeyIdentifier` (RFC 5280 section 4.2.1.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Authority<'a> {
    /// The `keyIdentifier`'s contents.
    pub key_id: Option<&'a [u8]>,
    /// The `authorityCertSerialNumber`.
    pub serial: Option<Value<'a>>,
    issuer: &'a [u8],
}

impl<'a> Authority<'a> {
    /// The `GeneralName`s of `authorityCertIssuer`: the tag says which kind.
    pub fn issuer(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        values(self.issuer)
    }
}

impl<'a> Extensions<'a> {
    /// Whether the extension `kind`, one of [`kind`], is there.
    pub fn has(&self, kind: u32) -> bool {
        self.present & kind != 0
    }

    /// The same without those that are not in `kinds`.
    pub fn only(&self, kinds: u32) -> Self {
        Self { present: self.present & kinds, ..*self }
    }

    /// The purposes' OIDs.
    pub fn extended_key_usage(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        values(self.extended_key_usage)
    }

    /// `GeneralName`s: the tag says which kind.
    pub fn subject_alt_names(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        values(self.subject_alt_names)
    }

    /// The policies' OIDs.
    pub fn policies(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        values(self.policies).filter_map(|policy| Reader::new(policy.content).value(der::OID).ok())
    }

    /// Reads the contents of the `Extensions` SEQUENCE.
    pub(super) fn parse(list: &'a [u8], unknown: Critical) -> Result<Self, Error> {
        let mut extensions = Self::default();
        let mut list = Reader::new(list);
        while !list.is_empty() {
            let extension = read_extension(&mut list)?;
            extensions.read(&extension, unknown)?;
        }
        Ok(extensions)
    }

    /// Reads one extension.
    pub(super) fn read(&mut self, extension: &Extension<'a>, unknown: Critical) -> Result<(), Error> {
        let &Extension { oid, critical, value } = extension;
        let Some(kind) = oid::find(oid::EXTENSIONS, oid.content) else {
            self.name_constrained |= oid.content == NAME_CONSTRAINTS;
            self.critical_beyond_webpki |= critical;
            let refused = critical && unknown == Critical::Refused;
            return if refused { Err(bad(DerError::UnexpectedTag)) } else { Ok(()) };
        };
        self.critical_beyond_webpki |= critical && kind & BEYOND_WEBPKI != 0;
        if self.has(kind) {
            return Err(Part::Extensions.into());
        }
        self.present |= kind;
        let input = Reader::new(value);
        match kind {
            kind::BASIC_CONSTRAINTS => self.basic_constraints(input),
            kind::KEY_USAGE => self.key_usage(input),
            kind::EXTENDED_KEY_USAGE => self.purposes(input),
            kind::SUBJECT_ALT_NAME => {
                self.subject_alt_names = whole_sequence(input).at(Part::Extensions)?;
                check_general_names(self.subject_alt_names)
            }
            kind::SUBJECT_KEY_IDENTIFIER => self.subject_key_identifier(input),
            kind::AUTHORITY_KEY_IDENTIFIER => self.authority_key_identifier(input),
            kind::NS_CERT_TYPE => self.netscape_type(input),
            _ => self.certificate_policies(input, critical, unknown),
        }
    }

    fn basic_constraints(&mut self, mut input: Reader<'a>) -> Result<(), Error> {
        let mut fields = input.sequence().at(Part::Extensions)?;
        input.end().at(Part::Extensions)?;
        if fields.is_empty() {
            return Ok(());
        }
        self.is_ca = match fields.peek() {
            // Some old certificates have a number in place of the boolean.
            Some(der::INTEGER) => fields.small_integer().at(Part::Extensions)? != 0,
            _ => fields.boolean().at(Part::Extensions)?,
        };
        if fields.is_empty() {
            return Ok(());
        }
        let limit = fields.small_integer().at(Part::Extensions)?;
        fields.end().at(Part::Extensions)?;
        self.max_path_length = limit.checked_add(1).ok_or(bad(DerError::InvalidLength))?;
        Ok(())
    }

    fn key_usage(&mut self, mut input: Reader<'a>) -> Result<(), Error> {
        let bits = input.bit_string().at(Part::Extensions)?;
        input.end().at(Part::Extensions)?;
        self.key_usage =
            bits.bytes.iter().take(4).rev().fold(0, |usage, &byte| (usage << 8) | u32::from(byte));
        Ok(())
    }

    fn purposes(&mut self, input: Reader<'a>) -> Result<(), Error> {
        self.extended_key_usage = whole_sequence(input).at(Part::Extensions)?;
        if self.extended_key_usage.is_empty() {
            return Err(bad(DerError::InvalidLength));
        }
        let mut list = Reader::new(self.extended_key_usage);
        while !list.is_empty() {
            list.content(der::OID).at(Part::Extensions)?;
        }
        Ok(())
    }

    fn subject_key_identifier(&mut self, mut input: Reader<'a>) -> Result<(), Error> {
        self.subject_key_id = Some(input.content(der::OCTET_STRING).at(Part::Extensions)?);
        input.end().at(Part::Extensions)
    }

    fn authority_key_identifier(&mut self, input: Reader<'a>) -> Result<(), Error> {
        let mut fields = Reader::new(whole_sequence(input).at(Part::Extensions)?);
        if fields.is_empty() {
            return Err(bad(DerError::OutOfData));
        }
        let key_id = fields.optional(context_primitive(0)).at(Part::Extensions)?;
        self.authority.key_id = key_id.map(|value| value.content);
        if fields.is_empty() {
            return Ok(());
        }
        self.authority.issuer = fields.content(context(1)).at(Part::Extensions)?;
        check_general_names(self.authority.issuer)?;
        self.authority.serial = Some(fields.value(context_primitive(2)).at(Part::Extensions)?);
        fields.end().at(Part::Extensions)
    }

    fn netscape_type(&mut self, mut input: Reader<'a>) -> Result<(), Error> {
        let bits = input.bit_string().at(Part::Extensions)?;
        input.end().at(Part::Extensions)?;
        self.ns_cert_type = match bits.bytes {
            [] => 0,
            [byte] => *byte,
            _ => return Err(bad(DerError::InvalidLength)),
        };
        Ok(())
    }

    fn certificate_policies(
        &mut self,
        input: Reader<'a>,
        critical: bool,
        unknown: Critical,
    ) -> Result<(), Error> {
        self.policies = whole_sequence(input).at(Part::Extensions)?;
        if self.policies.is_empty() {
            return Err(bad(DerError::LengthMismatch));
        }
        let mut understood = true;
        let mut list = Reader::new(self.policies);
        while !list.is_empty() {
            let mut policy = list.sequence().at(Part::Extensions)?;
            understood &= policy.content(der::OID).at(Part::Extensions)? == ANY_POLICY;
            if !policy.is_empty() {
                policy.sequence().at(Part::Extensions)?;
            }
            policy.end().at(Part::Extensions)?;
        }
        // Policies are not enforced here, so that one which must be cannot be accepted.
        let refused = critical && !understood && unknown == Critical::Refused;
        if refused { Err(Part::Unavailable.into()) } else { Ok(()) }
    }

    fn understands_policies(&self) -> bool {
        self.policies().all(|policy| policy.content == ANY_POLICY)
    }

    /// Those that are not understood, in the contents of the `Extensions` SEQUENCE that this was read from.
    pub(super) fn unsupported(&self, list: &'a [u8]) -> impl Iterator<Item = Extension<'a>> + use<'a> {
        let policies = if self.understands_policies() { 0 } else { kind::CERTIFICATE_POLICIES };
        let mut list = Reader::new(list);
        std::iter::from_fn(move || {
            while !list.is_empty() {
                let extension = read_extension(&mut list).ok()?;
                if oid::find(oid::EXTENSIONS, extension.oid.content).is_none_or(|kind| kind == policies) {
                    return Some(extension);
                }
            }
            None
        })
    }
}

/// One `Extension` (RFC 5280 section 4.1).
/// Takes one extension off a list.
pub(super) fn read_extension<'a>(list: &mut Reader<'a>) -> Result<Extension<'a>, Error> {
    let mut fields = list.sequence().at(Part::Extensions)?;
    let oid = fields.value(der::OID).at(Part::Extensions)?;
    let critical = match fields.peek() {
        Some(der::BOOLEAN) => fields.boolean().at(Part::Extensions)?,
        _ => false,
    };
    let value = fields.content(der::OCTET_STRING).at(Part::Extensions)?;
    fields.end().at(Part::Extensions)?;
    Ok(Extension { oid, critical, value })
}

/// The contents of a SEQUENCE that is all there is.
fn whole_sequence(mut input: Reader<'_>) -> Result<&[u8], DerError> {
    let content = input.content(der::SEQUENCE)?;
    input.end()?;
    Ok(content)
}

/// `GeneralName`s (RFC 5280 section 4.2.1.6): the form of every name that is understood is checked.
fn check_general_names(list: &[u8]) -> Result<(), Error> {
    let mut list = Reader::new(list);
    while !list.is_empty() {
        let value = list.any().at(Part::Extensions)?;
        if value.tag & 0xc0 != 0x80 {
            return Err(bad(DerError::UnexpectedTag));
        }
        GeneralName::read(&value)?;
    }
    Ok(())
}

/// One `GeneralName`, as far as it is understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeneralName<'a> {
    /// A host name, perhaps with a wildcard.
    Dns(&'a [u8]),
    /// An address: 4 or 16 bytes in network order.
    Ip(&'a [u8]),
    /// A URI, not checked.
    Uri(&'a [u8]),
    /// A mailbox, not checked.
    Mail(&'a [u8]),
    /// The contents of a `Name`.
    Directory(&'a [u8]),
    /// An `otherName` with the type and the serial number of a hardware module (RFC 4108).
    HardwareModule {
        /// The contents of the `otherName`'s OID.
        type_id: &'a [u8],
        /// The contents of the type's OID.
        kind: &'a [u8],
        /// The serial number's bytes.
        serial: &'a [u8],
    },
    /// A name of another kind, or an `otherName` of another type.
    Other,
}

impl<'a> GeneralName<'a> {
    /// Reads one value of a list of names; fails where a kind that is understood is malformed.
    pub fn read(value: &Value<'a>) -> Result<Self, Error> {
        Ok(match value.tag & 0xdf {
            0x80 => return Self::other_name(value.content),
            0x81 => Self::Mail(value.content),
            0x82 => Self::Dns(value.content),
            0x84 => {
                let mut input = Reader::new(value.content);
                let attributes = input.content(der::SEQUENCE).at(Part::Encoding)?;
                if attributes.is_empty() {
                    return Err(Error::because(Part::Name, DerError::OutOfData));
                }
                for attribute in name::attributes(attributes) {
                    attribute?;
                }
                Self::Directory(attributes)
            }
            0x86 => Self::Uri(value.content),
            0x87 if !matches!(value.content.len(), 4 | 16) => return Err(Part::AlternativeName.into()),
            0x87 => Self::Ip(value.content),
            _ => Self::Other,
        })
    }

    fn other_name(content: &'a [u8]) -> Result<Self, Error> {
        let mut fields = Reader::new(content);
        let type_id = fields.content(der::OID).at(Part::Extensions)?;
        if type_id != HARDWARE_MODULE_NAME {
            return Ok(Self::Other);
        }
        let mut explicit = fields.enter(context(0)).at(Part::Extensions)?;
        fields.end().at(Part::Extensions)?;
        let mut module = explicit.sequence().at(Part::Extensions)?;
        explicit.end().at(Part::Extensions)?;
        let kind = module.content(der::OID).at(Part::Extensions)?;
        let serial = module.content(der::OCTET_STRING).at(Part::Extensions)?;
        module.end().at(Part::Extensions)?;
        Ok(Self::HardwareModule { type_id, kind, serial })
    }
}

fn values<'a>(list: &'a [u8]) -> impl Iterator<Item = Value<'a>> + use<'a> {
    let mut list = Reader::new(list);
    std::iter::from_fn(move || list.any().ok())
}

const fn bad(cause: DerError) -> Error {
    Error::because(Part::Extensions, cause)
}

/// The kinds that webpki takes for unknown.
const BEYOND_WEBPKI: u32 = kind::AUTHORITY_KEY_IDENTIFIER
    | kind::SUBJECT_KEY_IDENTIFIER
    | kind::CERTIFICATE_POLICIES
    | kind::NS_CERT_TYPE;

const NAME_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 30];
const ANY_POLICY: &[u8] = &[0x55, 0x1d, 32, 0];
const HARDWARE_MODULE_NAME: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 8, 4];
