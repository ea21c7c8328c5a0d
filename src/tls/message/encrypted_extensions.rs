//! EncryptedExtensions (RFC 8446 section 4.3.1).

use super::HandshakeType;
use super::codec::{Reader, vector};
use super::extension::{self, ExtensionType};
use crate::tls::error::Error;

/// What the client offered, and a server may therefore answer.
#[derive(Clone, Copy)]
pub struct Offered {
    /// `server_name`.
    pub server_name: bool,
    /// `application_layer_protocol_negotiation`.
    pub protocols: bool,
}

/// The server's answers.
pub struct EncryptedExtensions<'a> {
    /// The chosen application protocol.
    pub protocol: Option<&'a [u8]>,
}

impl<'a> EncryptedExtensions<'a> {
    /// Parses the body; an answer to what was not offered is refused (RFC 8446 section 4.2).
    pub fn parse(mut reader: Reader<'a>, offered: Offered) -> Result<Self, Error> {
        let mut protocol = None;
        extension::read_all(&mut reader, |kind, body| match kind {
            ExtensionType::ALPN if offered.protocols => {
                protocol = Some(extension::read_selected_protocol(body)?);
                Ok(())
            }
            ExtensionType::SERVER_NAME if offered.server_name => body.end(),
            // A server may tell which groups it would have liked better.
            ExtensionType::SUPPORTED_GROUPS => Ok(()),
            // At home here, but not asked for.
            ExtensionType::ALPN
            | ExtensionType::SERVER_NAME
            | ExtensionType::MAX_FRAGMENT_LENGTH
            | ExtensionType::EARLY_DATA => Err(Error::UnsupportedExtension),
            _ => Err(extension::misplaced(kind)),
        })?;
        reader.end()?;
        Ok(Self { protocol })
    }
}

/// Appends the message.
pub fn write(out: &mut Vec<u8>, protocol: Option<&[u8]>, acknowledge_name: bool) {
    super::write(out, HandshakeType::ENCRYPTED_EXTENSIONS, |out| {
        vector(out, 2, |out| {
            if acknowledge_name {
                extension::write(out, ExtensionType::SERVER_NAME, |_| {});
            }
            if let Some(name) = protocol {
                extension::write(out, ExtensionType::ALPN, |out| {
                    vector(out, 2, |out| vector(out, 1, |out| out.extend_from_slice(name)));
                });
            }
        });
    });
}
