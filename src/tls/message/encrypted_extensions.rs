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
    /// `early_data`.
    pub early_data: bool,
}

/// The server's answers.
pub struct EncryptedExtensions<'a> {
    /// The chosen application protocol.
    pub protocol: Option<&'a [u8]>,
    /// `record_size_limit`.
    pub record_size_limit: Option<u16>,
    /// Whether early data is taken.
    pub early_data: bool,
}

/// The longest limit that a server may name: the whole of a record's inner plaintext (RFC 8449 section 4).
const MAX_LIMIT: u16 = (1 << 14) + 1;

impl<'a> EncryptedExtensions<'a> {
    /// Parses the body; an answer to what was not offered is refused (RFC 8446 section 4.2).
    pub fn parse(mut reader: Reader<'a>, offered: Offered) -> Result<Self, Error> {
        let (mut protocol, mut record_size_limit, mut early_data) = (None, None, false);
        extension::read_all(&mut reader, |kind, body| match kind {
            ExtensionType::ALPN if offered.protocols => {
                protocol = Some(extension::read_selected_protocol(body)?);
                Ok(())
            }
            ExtensionType::RECORD_SIZE_LIMIT => {
                let limit = extension::read_record_size_limit(body)?;
                record_size_limit = Some(limit);
                if limit > MAX_LIMIT { Err(Error::IllegalParameter) } else { Ok(()) }
            }
            ExtensionType::SERVER_NAME if offered.server_name => body.end(),
            ExtensionType::EARLY_DATA if offered.early_data => {
                early_data = true;
                body.end()
            }
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
        Ok(Self { protocol, record_size_limit, early_data })
    }
}

/// What a server answers.
#[derive(Clone, Copy, Default)]
pub struct Answers<'a> {
    /// The chosen application protocol.
    pub protocol: Option<&'a [u8]>,
    /// Whether `server_name` was of use.
    pub acknowledge_name: bool,
    /// `record_size_limit`.
    pub record_size_limit: Option<u16>,
    /// Whether early data is taken.
    pub early_data: bool,
}

/// Appends the message.
pub fn write(out: &mut Vec<u8>, answers: &Answers<'_>) {
    super::write(out, HandshakeType::ENCRYPTED_EXTENSIONS, |out| {
        vector(out, 2, |out| {
            if answers.acknowledge_name {
                extension::write(out, ExtensionType::SERVER_NAME, |_| {});
            }
            if let Some(name) = answers.protocol {
                extension::write(out, ExtensionType::ALPN, |out| {
                    vector(out, 2, |out| vector(out, 1, |out| out.extend_from_slice(name)));
                });
            }
            if let Some(limit) = answers.record_size_limit {
                extension::write_record_size_limit(out, limit);
            }
            if answers.early_data {
                extension::write(out, ExtensionType::EARLY_DATA, |_| {});
            }
        });
    });
}
