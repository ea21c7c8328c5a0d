//! ServerHello and HelloRetryRequest (RFC 8446 sections 4.1.3 and 4.1.4).

use super::HandshakeType;
use super::client_hello::{KeyShareEntry, LEGACY_VERSION, TLS13, write_key_share};
use super::codec::{Reader, put_u16, vector};
use super::extension::{self, ExtensionType};
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::suite::CipherSuite;
use crate::tls::error::Error;

/// The random that marks a HelloRetryRequest: SHA-256 of its name.
pub const RETRY_RANDOM: [u8; 32] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2,
    0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
];

/// What `key_share` holds: a share in a ServerHello, a group in a HelloRetryRequest.
#[derive(Clone, Copy)]
pub enum KeyShare<'a> {
    /// The server's share.
    Share(KeyShareEntry<'a>),
    /// The group that the client is to send a share for.
    Wanted(NamedGroup),
}

/// A ServerHello of TLS 1.3, or a HelloRetryRequest.
pub struct ServerHello<'a> {
    /// Whether this is a HelloRetryRequest.
    pub is_retry: bool,
    /// The server's random.
    pub random: [u8; 32],
    /// The echo of the client's `legacy_session_id`.
    pub session_id: &'a [u8],
    /// The chosen suite.
    pub cipher_suite: u16,
    /// `key_share`.
    pub key_share: Option<KeyShare<'a>>,
    /// `pre_shared_key`: the chosen identity's index.
    pub selected_psk: Option<u16>,
    /// `cookie`; in a HelloRetryRequest only.
    pub cookie: Option<&'a [u8]>,
}

impl<'a> ServerHello<'a> {
    /// Parses the body; a server that did not choose TLS 1.3 is [`Error::ProtocolVersion`].
    pub fn parse(mut reader: Reader<'a>) -> Result<Self, Error> {
        let version = reader.u16()?;
        let random = reader.random()?;
        let is_retry = random == RETRY_RANDOM;
        let session_id = reader.vec8()?.rest();
        let cipher_suite = reader.u16()?;
        let compression = reader.u8()?;
        let mut hello = Self {
            is_retry,
            random,
            session_id,
            cipher_suite,
            key_share: None,
            selected_psk: None,
            cookie: None,
        };
        let (mut selected_version, mut misplaced) = (None, None);
        if !reader.is_empty() {
            extension::read_all(&mut reader, |kind, mut body| {
                match kind {
                    ExtensionType::SUPPORTED_VERSIONS => selected_version = Some(body.u16()?),
                    ExtensionType::KEY_SHARE => hello.key_share = Some(read_key_share(is_retry, &mut body)?),
                    ExtensionType::PRE_SHARED_KEY if !is_retry => hello.selected_psk = Some(body.u16()?),
                    ExtensionType::COOKIE if is_retry => hello.cookie = Some(body.some16()?),
                    _ => {
                        misplaced = Some(extension::misplaced(kind));
                        return Ok(());
                    }
                }
                body.end()
            })?;
            reader.end()?;
        }
        match selected_version {
            None => return Err(Error::ProtocolVersion),
            Some(TLS13) => {}
            Some(_) => return Err(Error::IllegalParameter),
        }
        if version != LEGACY_VERSION || compression != 0 {
            return Err(Error::IllegalParameter);
        }
        // Only a server of old, refused above, may send others here (RFC 8446 section 4.2).
        misplaced.map_or(Ok(hello), Err)
    }
}

fn read_key_share<'a>(is_retry: bool, body: &mut Reader<'a>) -> Result<KeyShare<'a>, Error> {
    let group = NamedGroup(body.u16()?);
    Ok(if is_retry {
        KeyShare::Wanted(group)
    } else {
        KeyShare::Share(KeyShareEntry { group, share: body.some16()? })
    })
}

/// What a server answers a ClientHello with.
pub struct Answer<'a> {
    /// The server's random; [`RETRY_RANDOM`] in a HelloRetryRequest.
    pub random: &'a [u8; 32],
    /// The echo of the client's `legacy_session_id`.
    pub session_id: &'a [u8],
    /// The chosen suite.
    pub suite: CipherSuite,
    /// `key_share`; none with psk_ke.
    pub key_share: Option<KeyShare<'a>>,
    /// `pre_shared_key`.
    pub selected_psk: Option<u16>,
}

/// Appends the message.
pub fn write(out: &mut Vec<u8>, answer: &Answer<'_>) {
    super::write(out, HandshakeType::SERVER_HELLO, |out| {
        put_u16(out, LEGACY_VERSION);
        out.extend_from_slice(answer.random);
        vector(out, 1, |out| out.extend_from_slice(answer.session_id));
        put_u16(out, answer.suite.id());
        out.push(0);
        vector(out, 2, |out| {
            extension::write(out, ExtensionType::SUPPORTED_VERSIONS, |out| put_u16(out, TLS13));
            match answer.key_share {
                None => {}
                Some(KeyShare::Share(entry)) => {
                    extension::write(out, ExtensionType::KEY_SHARE, |out| write_key_share(out, &entry));
                }
                Some(KeyShare::Wanted(group)) => {
                    extension::write(out, ExtensionType::KEY_SHARE, |out| put_u16(out, group.0));
                }
            }
            if let Some(index) = answer.selected_psk {
                extension::write(out, ExtensionType::PRE_SHARED_KEY, |out| put_u16(out, index));
            }
        });
    });
}
