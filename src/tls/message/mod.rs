//! Code points and one type per message and extension (RFC 8446 section 4).
//!
//! A parsed message is legal in form: lengths, duplicates and trailing bytes were refused by its reader.

pub mod certificate;
pub mod client_hello;
pub mod codec;
pub mod encrypted_extensions;
pub mod extension;
pub mod server_hello;
pub mod ticket;

use codec::Reader;

use crate::tls::error::Error;

/// A `HandshakeType` code point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HandshakeType(pub u8);

#[allow(missing_docs)] // the names are those of RFC 8446 section 4
impl HandshakeType {
    pub const CLIENT_HELLO: Self = Self(1);
    pub const SERVER_HELLO: Self = Self(2);
    pub const NEW_SESSION_TICKET: Self = Self(4);
    pub const END_OF_EARLY_DATA: Self = Self(5);
    pub const ENCRYPTED_EXTENSIONS: Self = Self(8);
    pub const CERTIFICATE: Self = Self(11);
    pub const CERTIFICATE_REQUEST: Self = Self(13);
    pub const CERTIFICATE_VERIFY: Self = Self(15);
    pub const FINISHED: Self = Self(20);
    pub const KEY_UPDATE: Self = Self(24);
    pub const MESSAGE_HASH: Self = Self(254);
}

impl HandshakeType {
    /// The name in RFC 8446 section 4.
    pub fn name(self) -> &'static str {
        match self {
            Self::CLIENT_HELLO => "ClientHello",
            Self::SERVER_HELLO => "ServerHello",
            Self::NEW_SESSION_TICKET => "NewSessionTicket",
            Self::END_OF_EARLY_DATA => "EndOfEarlyData",
            Self::ENCRYPTED_EXTENSIONS => "EncryptedExtensions",
            Self::CERTIFICATE => "Certificate",
            Self::CERTIFICATE_REQUEST => "CertificateRequest",
            Self::CERTIFICATE_VERIFY => "CertificateVerify",
            Self::FINISHED => "Finished",
            Self::KEY_UPDATE => "KeyUpdate",
            _ => "a message of an unknown type",
        }
    }
}

/// Bytes of the header: type and length.
pub const HEADER_LEN: usize = 4;

/// A whole handshake message.
#[derive(Clone, Copy)]
pub struct Handshake<'a> {
    /// The type.
    pub kind: HandshakeType,
    /// Header and body, as the transcript hashes them.
    pub raw: &'a [u8],
    /// The body.
    pub body: &'a [u8],
}

impl<'a> Handshake<'a> {
    /// `raw` is exactly one message.
    pub fn parse(raw: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(raw);
        let kind = HandshakeType(reader.u8()?);
        let body = reader.vec24()?.rest();
        if raw.len() == HEADER_LEN + body.len() { Ok(Self { kind, raw, body }) } else { Err(Error::Decode) }
    }

    /// The body, if this is a `kind`; anything else is out of place.
    pub fn expect(&self, kind: HandshakeType) -> Result<Reader<'a>, Error> {
        if self.kind == kind { Ok(Reader::new(self.body)) } else { Err(Error::UnexpectedMessage) }
    }
}

/// Appends a handshake message whose body `body` writes.
pub fn write(out: &mut Vec<u8>, kind: HandshakeType, body: impl FnOnce(&mut Vec<u8>)) {
    out.push(kind.0);
    codec::vector(out, 3, body);
}
