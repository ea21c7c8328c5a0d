//! Writing certificates (RFC 5280 section 4.1) and requests (RFC 2986).

pub mod extension;

use super::csr::EXTENSION_REQUEST;
use super::der::{self, context};
use super::der_write::{Parameters, WriteError, Writer};
use super::name::Attribute;

/// An extension: the contents of its OID, whether it is critical, and the contents of its OCTET STRING.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extension<'a> {
    /// The contents of the OID.
    pub oid: &'a [u8],
    /// Whether it may not be passed over.
    pub critical: bool,
    /// The contents of the OCTET STRING.
    pub value: &'a [u8],
}

/// How something is signed: the algorithm's OID, and whether it has the parameters NULL.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Algorithm {
    /// The contents of the OID.
    pub oid: &'static [u8],
    /// RSA has NULL where others have nothing (RFC 8017 appendix A.2, RFC 5758 section 3.2).
    pub null: bool,
}

/// What a certificate says. Names and extensions come in the order in which they stand in the certificate.
#[derive(Clone, Copy, Debug)]
pub struct Certificate<'a> {
    /// As it is encoded: 0 for version 1. Extensions are for version 3 alone.
    pub version: u8,
    /// The serial number, the highest byte first.
    pub serial: &'a [u8],
    /// How it is signed.
    pub algorithm: Algorithm,
    /// Who signs.
    pub issuer: &'a [Attribute<'a>],
    /// The first second of its validity, as `YYYYMMDDhhmmss`.
    pub not_before: &'a [u8],
    /// The last one.
    pub not_after: &'a [u8],
    /// Whose key it is.
    pub subject: &'a [Attribute<'a>],
    /// The key, as a `SubjectPublicKeyInfo`.
    pub spki: &'a [u8],
    /// The extensions.
    pub extensions: &'a [Extension<'a>],
}

impl Certificate<'_> {
    /// The part that is signed.
    pub fn tbs(&self) -> Result<Vec<u8>, WriteError> {
        build(|out| {
            out.nested(der::SEQUENCE, |out| {
                let mut length = 0;
                if self.version == VERSION_3 {
                    length += out.nested(context(3), |out| extensions(out, self.extensions))?;
                }
                length += out.bytes(self.spki)? + name(out, self.subject)?;
                length += out.nested(der::SEQUENCE, |out| {
                    Ok(time(out, self.not_after)? + time(out, self.not_before)?)
                })?;
                length += name(out, self.issuer)? + algorithm(out, self.algorithm)?;
                length += serial(out, self.serial)?;
                if self.version != 0 {
                    length += out.nested(context(0), |out| out.unsigned(der::INTEGER, &[self.version]))?;
                }
                Ok(length)
            })
        })
    }
}

/// What a request asks for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Whose key it is.
    pub subject: &'a [Attribute<'a>],
    /// The key, as a `SubjectPublicKeyInfo`.
    pub spki: &'a [u8],
    /// The extensions.
    pub extensions: &'a [Extension<'a>],
}

impl Request<'_> {
    /// The part that is signed.
    pub fn info(&self) -> Result<Vec<u8>, WriteError> {
        build(|out| {
            out.nested(der::SEQUENCE, |out| {
                let attributes = out.nested(context(0), |out| match self.extensions {
                    [] => Ok(0),
                    list => out.nested(der::SEQUENCE, |out| {
                        let values = out.nested(der::SET, |out| extensions(out, list))?;
                        Ok(values + out.value(der::OID, EXTENSION_REQUEST)?)
                    }),
                })?;
                let subject = out.bytes(self.spki)? + name(out, self.subject)?;
                Ok(attributes + subject + out.unsigned(der::INTEGER, &[])?)
            })
        })
    }
}

/// What is signed, with its signature.
pub fn signed(content: &[u8], how: Algorithm, signature: &[u8]) -> Result<Vec<u8>, WriteError> {
    build(|out| {
        out.nested(der::SEQUENCE, |out| {
            let signature = out.bit_string(signature, 8 * signature.len())?;
            Ok(signature + algorithm(out, how)? + out.bytes(content)?)
        })
    })
}

/// The names as a `Name`, each attribute a set of its own.
fn name(out: &mut Writer<'_>, attributes: &[Attribute<'_>]) -> Result<usize, WriteError> {
    out.nested(der::SEQUENCE, |out| {
        attributes.iter().rev().try_fold(0, |length, attribute| {
            let set = out.nested(der::SET, |out| {
                out.nested(der::SEQUENCE, |out| {
                    Ok(out.value(attribute.tag, attribute.value)? + out.value(der::OID, attribute.oid)?)
                })
            })?;
            Ok(length + set)
        })
    })
}

fn extensions(out: &mut Writer<'_>, list: &[Extension<'_>]) -> Result<usize, WriteError> {
    out.nested(der::SEQUENCE, |out| {
        list.iter().rev().try_fold(0, |length, extension| {
            let one = out.nested(der::SEQUENCE, |out| {
                let value = out.value(der::OCTET_STRING, extension.value)?;
                // The default is left out (X.690 section 11.5).
                let critical = if extension.critical { out.boolean(true)? } else { 0 };
                Ok(value + critical + out.value(der::OID, extension.oid)?)
            })?;
            Ok(length + one)
        })
    })
}

fn algorithm(out: &mut Writer<'_>, how: Algorithm) -> Result<usize, WriteError> {
    out.algorithm(how.oid, if how.null { Parameters::Null } else { Parameters::None })
}

/// The bytes as they were given; one in front where the number would be negative.
fn serial(out: &mut Writer<'_>, number: &[u8]) -> Result<usize, WriteError> {
    let sign: &[u8] = if number.first().is_some_and(|top| top & 0x80 != 0) { &[0] } else { &[] };
    let length = out.bytes(number)? + out.bytes(sign)?;
    out.head(der::INTEGER, length)
}

/// RFC 5280 section 4.1.2.5: from 1950 to 2049 the year has two digits.
fn time(out: &mut Writer<'_>, text: &[u8]) -> Result<usize, WriteError> {
    let (tag, digits) = match text.split_at_checked(4) {
        Some((year, _)) if (&b"1950"[..]..&b"2050"[..]).contains(&year) => {
            (der::UTC_TIME, text.get(2..).unwrap_or_default())
        }
        _ => (der::GENERALIZED_TIME, text),
    };
    let length = out.bytes(b"Z")? + out.bytes(digits)?;
    out.head(tag, length)
}

/// What `write` writes, into as much room as it takes.
fn build(write: impl Fn(&mut Writer<'_>) -> Result<usize, WriteError>) -> Result<Vec<u8>, WriteError> {
    let mut size = SMALLEST;
    loop {
        let mut buffer = vec![0; size];
        let mut out = Writer::new(&mut buffer);
        match write(&mut out) {
            Ok(_) => return Ok(out.written().to_vec()),
            Err(WriteError::NoRoom) if size < LARGEST => size *= 4,
            Err(error) => return Err(error),
        }
    }
}

const VERSION_3: u8 = 2;
const SMALLEST: usize = 4 << 10;
const LARGEST: usize = 64 << 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::x509::certificate;
    use crate::x509::csr;
    use crate::x509::der::UTF8_STRING;
    use crate::x509::name::COMMON_NAME;

    const LEAF: &[u8] = include_bytes!("../../../tests/certificates/leaf.der");
    const ECDSA: Algorithm = Algorithm { oid: &[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2], null: false };

    #[test]
    fn what_is_written_can_be_read() {
        let leaf = certificate::Certificate::parse(LEAF).unwrap();
        let names = [Attribute { oid: COMMON_NAME, tag: UTF8_STRING, value: b"name", merged: false }];
        let extensions = [Extension { oid: &[0x55, 0x1d, 15], critical: true, value: &[3, 2, 7, 0x80] }];
        let certificate = Certificate {
            version: VERSION_3,
            serial: &[0x80, 1],
            algorithm: ECDSA,
            issuer: &names,
            not_before: b"19500101000000",
            not_after: b"20500101000000",
            subject: &names,
            spki: leaf.spki,
            extensions: &extensions,
        };
        let der = signed(&certificate.tbs().unwrap(), ECDSA, &[1, 2, 3]).unwrap();
        let read = certificate::Certificate::parse(&der).unwrap();
        assert_eq!(
            (read.version, read.serial.content, read.signature),
            (3, &[0, 0x80, 1][..], &[1, 2, 3][..])
        );
        assert_eq!((read.not_before.year, read.not_after.year), (1950, 2050));
        assert_eq!(read.subject_attributes().collect::<Result<Vec<_>, _>>().unwrap(), names);
        assert_eq!(read.extensions.key_usage, 0x80);

        let request = Request { subject: &names, spki: leaf.spki, extensions: &extensions };
        let der = signed(&request.info().unwrap(), ECDSA, &[1]).unwrap();
        let read = csr::Request::parse(&der).unwrap();
        assert_eq!((read.extensions.key_usage, read.spki, read.signature), (0x80, leaf.spki, &[1][..]));
    }

    #[test]
    fn years_outside_of_the_century_have_four_digits() {
        let written = |text: &[u8]| build(|out| time(out, text)).unwrap().first().copied();
        for (text, tag) in [(b"19491231235959", 0x18), (b"19500101000000", 0x17), (b"20491231235959", 0x17)] {
            assert_eq!(written(text), Some(tag));
        }
        assert_eq!(written(b"20500101000000"), Some(0x18));
    }

    #[test]
    fn long_values_find_room() {
        let value = vec![7; 100_000];
        let extension = [Extension { oid: &[0x2a, 3], critical: false, value: &value }];
        let request = Request { subject: &[], spki: &[0x30, 0], extensions: &extension };
        assert!(request.info().unwrap().len() > 100_000);
    }
}
