//! NewSessionTicket and KeyUpdate (RFC 8446 section 4.6).

use super::HandshakeType;
use super::codec::{Reader, put_u32, vector};
use super::extension::{self, ExtensionType};
use crate::tls::error::Error;

/// The longest time that a ticket may live, in seconds: seven days (RFC 8446 section 4.6.1).
pub const MAX_LIFETIME: u32 = 604_800;

/// A ticket as it arrives.
pub struct NewSessionTicket<'a> {
    /// Seconds that the server says it is good for.
    pub lifetime: u32,
    /// `ticket_age_add`.
    pub age_add: u32,
    /// The nonce of its key.
    pub nonce: &'a [u8],
    /// The ticket: opaque, not empty.
    pub ticket: &'a [u8],
    /// Bytes of early data that the server would take; 0: none, and no extension says so.
    pub max_early_data: u32,
}

impl<'a> NewSessionTicket<'a> {
    /// Parses the body.
    pub fn parse(mut reader: Reader<'a>) -> Result<Self, Error> {
        let lifetime = reader.u32()?;
        let age_add = reader.u32()?;
        let nonce = reader.vec8()?.rest();
        let ticket = reader.some16()?;
        let mut max_early_data = 0;
        extension::read_all(&mut reader, |kind, mut body| {
            if kind == ExtensionType::EARLY_DATA {
                max_early_data = body.u32()?;
                body.end()?;
            }
            Ok(()) // RFC 8446 section 4.6.1: unrecognised extensions are ignored
        })?;
        reader.end()?;
        Ok(Self { lifetime, age_add, nonce, ticket, max_early_data })
    }
}

/// Appends a NewSessionTicket.
pub fn write(out: &mut Vec<u8>, ticket: &NewSessionTicket<'_>) {
    super::write(out, HandshakeType::NEW_SESSION_TICKET, |out| {
        put_u32(out, ticket.lifetime);
        put_u32(out, ticket.age_add);
        vector(out, 1, |out| out.extend_from_slice(ticket.nonce));
        vector(out, 2, |out| out.extend_from_slice(ticket.ticket));
        vector(out, 2, |out| {
            if ticket.max_early_data > 0 {
                extension::write(out, ExtensionType::EARLY_DATA, |out| put_u32(out, ticket.max_early_data));
            }
        });
    });
}

/// Parses a KeyUpdate: whether the peer wants one back (RFC 8446 section 4.6.3).
pub fn parse_key_update(mut reader: Reader<'_>) -> Result<bool, Error> {
    let request = reader.u8()?;
    reader.end()?;
    match request {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Error::IllegalParameter),
    }
}

/// Appends a KeyUpdate.
pub fn write_key_update(out: &mut Vec<u8>, wants_one_back: bool) {
    super::write(out, HandshakeType::KEY_UPDATE, |out| out.push(u8::from(wants_one_back)));
}
