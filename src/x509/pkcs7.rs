//! Signed data (PKCS #7, RFC 2315 section 9): detached signatures without signed attributes, as slices of their encoding.

use super::certificate::{read_name, read_serial};
use super::der::{self, Algorithm, DerError, Reader, Value, context};
use super::oid;

/// What a message of this kind says; nothing about it is verified.
#[derive(Clone, Debug)]
pub struct SignedData<'a> {
    /// 1; no other is read.
    pub version: i32,
    /// The contents of the OID of the digest that all signers use.
    pub digest_algorithm: &'a [u8],
    /// A certificate that came along, DER.
    pub certificate: Option<&'a [u8]>,
    /// Who signed.
    pub signers: Vec<Signer<'a>>,
}

/// One `SignerInfo` (section 9.2).
#[derive(Clone, Copy, Debug)]
pub struct Signer<'a> {
    /// The name of who issued the signer's certificate, with tag and length.
    pub issuer: Value<'a>,
    /// That certificate's serial number.
    pub serial: Value<'a>,
    /// The contents of the OID of the digest.
    pub digest_algorithm: &'a [u8],
    /// The contents of the OID of the signature algorithm, or of the kind of key.
    pub signature_algorithm: &'a [u8],
    /// The signature.
    pub signature: &'a [u8],
}

/// Which part of a message is wrong, or is not done here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// No part in particular: the encoding error stands for itself.
    Encoding,
    /// The outermost structure.
    Format,
    /// The content type is none that exists.
    ContentType,
    /// A `ContentInfo`.
    ContentInfo,
    /// A version.
    Version,
    /// The digest algorithms.
    Algorithm,
    /// A signer.
    Signer,
    /// Something that is allowed and not done here.
    Unavailable,
}

/// What is wrong with the input.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Error {
    /// Where it is wrong.
    pub part: Part,
    /// The encoding error, where it is told.
    pub cause: Option<DerError>,
}

impl<'a> SignedData<'a> {
    /// Reads a `ContentInfo` with signed data, or signed data alone; the whole of `input`.
    pub fn parse(input: &'a [u8]) -> Result<Self, Error> {
        let outer = whole(&mut Reader::new(input), der::SEQUENCE, Part::Format)?;
        let mut fields = Reader::new(outer);
        let kind = match fields.content(der::OID) {
            Ok(kind) => kind,
            Err(DerError::UnexpectedTag) => return Self::read(outer),
            Err(cause) => return Err(Error { part: Part::Encoding, cause: Some(cause) }),
        };
        match kind.strip_prefix(PKCS7) {
            Some([2]) => {}
            Some([1 | 3..=6]) => return Err(Part::Unavailable.into()),
            _ => return Err(Part::ContentType.into()),
        }
        let explicit = whole(&mut fields, context(0), Part::ContentInfo)?;
        Self::read(whole(&mut Reader::new(explicit), der::SEQUENCE, Part::Format)?)
    }

    /// The contents of `SignedData`.
    fn read(content: &'a [u8]) -> Result<Self, Error> {
        let mut fields = Reader::new(content);
        let version = fields.small_integer().ok().filter(|&version| version == 1).ok_or(Part::Version)?;
        let digest_algorithm = read_digest_algorithm(&mut fields)?;
        read_content(&mut fields)?;
        let mut certificate = None;
        if let Some(set) = fields.optional(context(0)).at(Part::Format)? {
            let mut list = Reader::new(set.content);
            certificate = Some(list.value(der::SEQUENCE).at(Part::Format)?.raw);
            list.end().map_err(|_| Part::Unavailable)?;
        }
        if fields.optional(context(1)).at(Part::Format)?.is_some() {
            return Err(Part::Unavailable.into());
        }
        let mut list = fields.enter(der::SET).at(Part::Signer)?;
        let mut signers = Vec::new();
        while !list.is_empty() {
            // Each costs a signature when the message is verified.
            if signers.len() == MOST_SIGNERS {
                return Err(Part::Unavailable.into());
            }
            signers.push(Signer::read(&mut list, digest_algorithm)?);
        }
        fields.end().map_err(|_| Part::Format)?;
        Ok(Self { version, digest_algorithm, certificate, signers })
    }
}

impl<'a> Signer<'a> {
    fn read(list: &mut Reader<'a>, digest: &[u8]) -> Result<Self, Error> {
        let mut fields = list.sequence().at(Part::Signer)?;
        if fields.small_integer().ok() != Some(1) {
            return Err(Part::Signer.into());
        }
        let mut certificate = fields.sequence().at(Part::Signer)?;
        certificate.clone().value(der::SEQUENCE).at(Part::Signer)?;
        let wrong = |_| Part::Signer;
        let issuer = read_name(&mut certificate).map_err(|_| Part::Signer)?;
        let serial = read_serial(&mut certificate).map_err(|_| Part::Signer)?;
        certificate.end().map_err(wrong)?;
        let digest_algorithm = without_parameters(fields.algorithm().map_err(wrong)?).map_err(wrong)?;
        if digest_algorithm != digest {
            return Err(Part::Signer.into());
        }
        let signature_algorithm = without_parameters(fields.algorithm().map_err(wrong)?).map_err(wrong)?;
        let signature = fields.content(der::OCTET_STRING).map_err(wrong)?;
        fields.end().map_err(wrong)?;
        Ok(Self { issuer, serial, digest_algorithm, signature_algorithm, signature })
    }
}

/// The digest algorithm, of which there has to be one.
fn read_digest_algorithm<'a>(fields: &mut Reader<'a>) -> Result<&'a [u8], Error> {
    let mut set = fields.enter(der::SET).at(Part::Algorithm)?;
    let algorithm = set.algorithm().and_then(without_parameters).at(Part::Algorithm)?;
    set.end().map_err(|_| Part::Unavailable)?;
    oid::find(oid::DIGESTS, algorithm).ok_or(Part::Algorithm)?;
    Ok(algorithm)
}

/// The content is data, and is not there.
fn read_content(fields: &mut Reader<'_>) -> Result<(), Error> {
    let mut content = fields.sequence().at(Part::ContentInfo)?;
    let kind = content.content(der::OID).at(Part::ContentInfo)?;
    if kind.strip_prefix(PKCS7) != Some(&[1]) {
        return Err(Part::ContentInfo.into());
    }
    if content.is_empty() {
        return Ok(());
    }
    content.value(context(0)).at(Part::ContentInfo)?;
    Err(Part::Unavailable.into())
}

fn without_parameters(algorithm: Algorithm<'_>) -> Result<&[u8], DerError> {
    match algorithm.parameters {
        Some(value) if !matches!(value.tag, 0 | der::NULL) || !value.content.is_empty() => {
            Err(DerError::InvalidData)
        }
        _ => Ok(algorithm.oid),
    }
}

/// The contents of a value that is all there is.
fn whole<'a>(input: &mut Reader<'a>, tag: u8, part: Part) -> Result<&'a [u8], Error> {
    let content = input.content(tag).at(part)?;
    input.end().at(part)?;
    Ok(content)
}

impl From<Part> for Error {
    fn from(part: Part) -> Self {
        Self { part, cause: None }
    }
}

/// Says in which part an encoding error was met.
trait At<T> {
    fn at(self, part: Part) -> Result<T, Error>;
}

impl<T> At<T> for Result<T, DerError> {
    fn at(self, part: Part) -> Result<T, Error> {
        self.map_err(|cause| Error { part, cause: Some(cause) })
    }
}

const MOST_SIGNERS: usize = 64;

/// `pkcs-7`, in front of the content types' numbers.
const PKCS7: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7];

#[cfg(test)]
mod tests {
    use super::*;

    fn message(signers: &[u8]) -> Vec<u8> {
        let mut content = vec![2, 1, 1, 0x31, 13, 0x30, 11, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
        content.extend([0x30, 11, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1]);
        content.extend([0x31, u8::try_from(signers.len()).unwrap()]);
        content.extend(signers);
        let mut whole = vec![0x30, u8::try_from(content.len()).unwrap()];
        whole.extend(content);
        whole
    }

    const SIGNER: &[u8] = &[
        0x30, 59, 2, 1, 1, 0x30, 19, 0x30, 14, 0x31, 12, 0x30, 10, 6, 3, 0x55, 4, 3, 0x0c, 3, b'a', b'b',
        b'c', 2, 1, 7, 0x30, 11, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 0x30, 13, 6, 9, 0x2a, 0x86,
        0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0, 4, 5, 1, 2, 3, 4, 5,
    ];

    #[test]
    fn signers() {
        assert_eq!(SignedData::parse(&message(&[])).unwrap().signers.len(), 0);
        let twice = message(&[SIGNER, SIGNER].concat());
        assert_eq!(SignedData::parse(&twice).map_err(|error| error.part).err(), Some(Part::Format));
        let one = message(SIGNER);
        let data = SignedData::parse(&one).unwrap();
        assert_eq!((data.certificate, data.signers.len()), (None, 1));
        assert_eq!(
            (data.signers[0].serial.content, data.signers[0].signature),
            (&[7][..], &[1, 2, 3, 4, 5][..])
        );
    }

    #[test]
    fn every_prefix_is_refused() {
        let message = message(SIGNER);
        for length in 0..message.len() {
            assert!(SignedData::parse(&message[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn values_inside_of_one_another_are_no_message() {
        let mut nested = Vec::new();
        for _ in 0..64 {
            let length = u16::try_from(nested.len()).unwrap().to_be_bytes();
            nested = [&[0x30, 0x82, length[0], length[1]], &nested[..]].concat();
        }
        assert_eq!(SignedData::parse(&nested).err(), Some(Part::Version.into()));
    }
}
