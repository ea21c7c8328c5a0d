//! Certificate, CertificateRequest and CertificateVerify (RFC 8446 sections 4.3.2, 4.4.2 and 4.4.3).

use super::HandshakeType;
use super::codec::{CodePoints, Reader, put_u16, vector};
use super::extension::{self, ExtensionType};
use crate::crypto::scheme::SignatureScheme;
use crate::tls::error::Error;

/// The certificates of a Certificate message, end entity first. Owned, since a question carries them out.
pub struct CertificateList(Vec<u8>);

impl CertificateList {
    /// More certificates than any real chain has.
    const MOST: usize = 64;

    /// Parses the body; `certificate_request_context` is empty during the handshake.
    pub fn parse(mut reader: Reader<'_>) -> Result<Self, Error> {
        if !reader.vec8()?.is_empty() {
            return Err(Error::IllegalParameter);
        }
        let list = reader.vec24()?.rest();
        reader.end()?;
        let (mut each, mut count) = (Reader::new(list), 0_usize);
        while !each.is_empty() {
            if each.vec24()?.is_empty() {
                return Err(Error::Decode);
            }
            // Nothing was offered that an entry could answer: no OCSP, no SCT.
            extension::read_all(&mut each, |kind, _| Err(extension::misplaced(kind)))?;
            count += 1;
            if count > Self::MOST {
                return Err(Error::TooMuch);
            }
        }
        Ok(Self(list.to_vec()))
    }

    /// Whether there is no certificate.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The certificates in DER, end entity first.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut reader = Reader::new(&self.0);
        std::iter::from_fn(move || {
            let der = reader.vec24().ok()?.rest();
            reader.vec16().ok()?;
            Some(der)
        })
    }
}

/// Appends a `CertificateEntry` without extensions.
pub fn append_entry(list: &mut Vec<u8>, der: &[u8]) {
    vector(list, 3, |out| out.extend_from_slice(der));
    put_u16(list, 0);
}

/// Appends a Certificate message with the entries of `list`, which [`append_entry`] wrote.
pub fn write(out: &mut Vec<u8>, list: &[u8]) {
    super::write(out, HandshakeType::CERTIFICATE, |out| {
        out.push(0); // certificate_request_context
        vector(out, 3, |out| out.extend_from_slice(list));
    });
}

/// What a server asks of the client's certificate.
pub struct CertificateRequest<'a> {
    /// `signature_algorithms`.
    pub signature_schemes: CodePoints<'a>,
    /// `certificate_authorities`.
    pub authorities: Option<&'a [u8]>,
}

impl<'a> CertificateRequest<'a> {
    /// Parses the body.
    pub fn parse(mut reader: Reader<'a>) -> Result<Self, Error> {
        // RFC 8446 section 4.3.2: empty during the handshake.
        if !reader.vec8()?.is_empty() {
            return Err(Error::IllegalParameter);
        }
        let (mut schemes, mut authorities) = (None, None);
        extension::read_all(&mut reader, |kind, mut body| {
            match kind {
                ExtensionType::SIGNATURE_ALGORITHMS => {
                    schemes = Some(CodePoints::new(body.vec16()?.rest())?);
                    body.end()?;
                }
                ExtensionType::CERTIFICATE_AUTHORITIES => {
                    authorities = Some(extension::read_authorities(body)?);
                }
                ExtensionType::SIGNATURE_ALGORITHMS_CERT => {}
                // RFC 8446 section 4.3.2: unrecognised extensions are ignored.
                _ if extension::misplaced(kind) == Error::UnsupportedExtension => {}
                _ => return Err(Error::IllegalParameter),
            }
            Ok(())
        })?;
        reader.end()?;
        Ok(Self { signature_schemes: schemes.ok_or(Error::MissingExtension)?, authorities })
    }
}

/// Appends a CertificateRequest.
pub fn write_request(out: &mut Vec<u8>, schemes: &[SignatureScheme], authorities: &[u8]) {
    super::write(out, HandshakeType::CERTIFICATE_REQUEST, |out| {
        out.push(0); // certificate_request_context
        vector(out, 2, |out| {
            extension::write(out, ExtensionType::SIGNATURE_ALGORITHMS, |out| {
                vector(out, 2, |out| schemes.iter().for_each(|scheme| put_u16(out, scheme.0)));
            });
            if !authorities.is_empty() {
                extension::write(out, ExtensionType::CERTIFICATE_AUTHORITIES, |out| {
                    vector(out, 2, |out| out.extend_from_slice(authorities));
                });
            }
        });
    });
}

/// A signature over the transcript.
pub struct CertificateVerify<'a> {
    /// The scheme.
    pub scheme: SignatureScheme,
    /// The signature.
    pub signature: &'a [u8],
}

impl<'a> CertificateVerify<'a> {
    /// Parses the body.
    pub fn parse(mut reader: Reader<'a>) -> Result<Self, Error> {
        let scheme = SignatureScheme(reader.u16()?);
        let signature = reader.vec16()?.rest();
        reader.end()?;
        Ok(Self { scheme, signature })
    }
}

/// Appends a CertificateVerify.
pub fn write_verify(out: &mut Vec<u8>, scheme: SignatureScheme, signature: &[u8]) {
    super::write(out, HandshakeType::CERTIFICATE_VERIFY, |out| {
        put_u16(out, scheme.0);
        vector(out, 2, |out| out.extend_from_slice(signature));
    });
}

/// What a CertificateVerify signs (RFC 8446 section 4.4.3): 64 spaces, a context, a zero, the transcript's hash.
pub struct SignedContent {
    bytes: [u8; 64 + 33 + 1 + 48],
    len: usize,
}

impl SignedContent {
    /// The content for a server's signature, or a client's.
    pub fn new(by_server: bool, transcript_hash: &[u8]) -> Self {
        let context: &[u8; 33] = if by_server {
            b"TLS 1.3, server CertificateVerify"
        } else {
            b"TLS 1.3, client CertificateVerify"
        };
        let mut content = Self { bytes: [b' '; 146], len: 0 };
        let parts = [context.as_slice(), &[0], transcript_hash];
        let mut at = 64;
        for part in parts {
            if let Some(room) = content.bytes.get_mut(at..at + part.len()) {
                room.copy_from_slice(part);
            }
            at += part.len();
        }
        content.len = at.min(content.bytes.len());
        content
    }
}

impl AsRef<[u8]> for SignedContent {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}
