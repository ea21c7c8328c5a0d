//! A session as bytes. All numbers are big-endian; a length stands in front of what it measures.
//!
//! ```text
//! magic 4, endpoint 1, ciphersuite 2, verify_result 4, ticket_age_add 4, ticket_flags 1, resumption_key <0..48> 1+n
//! max_early_data_size 4, if that is not 0: protocol <0..43> 1+n
//! client: ticket_reception_time 8, ticket_lifetime 4, hostname <0..2^16-1> 2+n, ticket <0..2^16-1> 2+n
//! server: ticket_creation_time 8
//! ```
//! A host name is written with its NUL, so that none and an empty one differ.

use std::ffi::CStr;

use super::terms::{LONGEST_PROTOCOL, Terms};

const MAGIC: [u8; 3] = *b"MTS";
/// Another form gets another number.
const VERSION: u8 = 2;
const CLIENT: u8 = 0;
const SERVER: u8 = 1;
const RESUMPTION_KEY_MAX: usize = 48;

#[derive(Debug, PartialEq)]
pub(super) struct Contents<'a> {
    pub(super) ciphersuite: u16,
    pub(super) verify_result: u32,
    pub(super) ticket_age_add: u32,
    pub(super) ticket_flags: u8,
    pub(super) resumption_key: &'a [u8],
    pub(super) early_data: Option<Terms<'a>>,
    pub(super) side: Side<'a>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Side<'a> {
    Client { hostname: Option<&'a CStr>, ticket: &'a [u8], ticket_lifetime: u32, ticket_reception_time: i64 },
    Server { ticket_creation_time: i64 },
}

/// Why bytes are not a session.
#[derive(Debug, PartialEq)]
pub(super) enum Refusal {
    /// Written by another version of this library.
    Foreign,
    /// Cut, or with values that are never written.
    Damaged,
}

impl<'a> Contents<'a> {
    /// Tells the length of what was to be written; if `out` holds less, it is of no use. `None`: a field is too long.
    pub(super) fn write(&self, out: &mut [u8]) -> Option<usize> {
        let mut to = Writer { out, len: 0 };
        to.put(&MAGIC);
        to.put(&[VERSION]);
        to.put(&[match self.side {
            Side::Client { .. } => CLIENT,
            Side::Server { .. } => SERVER,
        }]);
        to.put(&self.ciphersuite.to_be_bytes());
        to.put(&self.verify_result.to_be_bytes());
        to.put(&self.ticket_age_add.to_be_bytes());
        to.put(&[self.ticket_flags]);
        to.put(&[u8::try_from(self.resumption_key.len()).ok()?]);
        to.put(self.resumption_key);
        match self.early_data {
            None => to.put(&[0; 4]),
            Some(Terms { max_size, protocol }) => {
                to.put(&max_size.to_be_bytes());
                to.put(&[u8::try_from(protocol.len()).ok()?]);
                to.put(protocol);
            }
        }
        match self.side {
            Side::Client { hostname, ticket, ticket_lifetime, ticket_reception_time } => {
                to.put(&ticket_reception_time.to_be_bytes());
                to.put(&ticket_lifetime.to_be_bytes());
                to.put_long(hostname.map_or(&[], CStr::to_bytes_with_nul))?;
                to.put_long(ticket)?;
            }
            Side::Server { ticket_creation_time } => to.put(&ticket_creation_time.to_be_bytes()),
        }
        Some(to.len)
    }

    pub(super) fn read(bytes: &'a [u8]) -> Result<Contents<'a>, Refusal> {
        let mut from = Reader(bytes);
        if from.array().ok_or(Refusal::Damaged)? != MAGIC {
            return Err(Refusal::Damaged);
        }
        if from.array().ok_or(Refusal::Damaged)? != [VERSION] {
            return Err(Refusal::Foreign);
        }
        from.contents().ok_or(Refusal::Damaged)
    }
}

/// Copies while there is room, and counts on when there is none.
struct Writer<'a> {
    out: &'a mut [u8],
    len: usize,
}

impl Writer<'_> {
    fn put(&mut self, bytes: &[u8]) {
        let end = self.len.saturating_add(bytes.len());
        if let Some(to) = self.out.get_mut(self.len..end) {
            to.copy_from_slice(bytes);
        }
        self.len = end;
    }

    fn put_long(&mut self, bytes: &[u8]) -> Option<()> {
        self.put(&u16::try_from(bytes.len()).ok()?.to_be_bytes());
        self.put(bytes);
        Some(())
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn contents(&mut self) -> Option<Contents<'a>> {
        let [endpoint] = self.array()?;
        let ciphersuite = u16::from_be_bytes(self.array()?);
        let verify_result = u32::from_be_bytes(self.array()?);
        let ticket_age_add = u32::from_be_bytes(self.array()?);
        let [ticket_flags, key_len] = self.array()?;
        let resumption_key = self.take(key_len.into())?;
        if resumption_key.len() > RESUMPTION_KEY_MAX {
            return None;
        }
        let early_data = self.early_data()?;
        let side = match endpoint {
            CLIENT => self.client()?,
            SERVER => Side::Server { ticket_creation_time: i64::from_be_bytes(self.array()?) },
            _ => return None,
        };
        Some(Contents {
            ciphersuite,
            verify_result,
            ticket_age_add,
            ticket_flags,
            resumption_key,
            early_data,
            side,
        })
    }

    /// The outer `None`: these are none.
    fn early_data(&mut self) -> Option<Option<Terms<'a>>> {
        let max_size = u32::from_be_bytes(self.array()?);
        if max_size == 0 {
            return Some(None);
        }
        let [len] = self.array()?;
        let protocol = self.take(len.into()).filter(|name| name.len() <= LONGEST_PROTOCOL)?;
        Some(Some(Terms { max_size, protocol }))
    }

    fn client(&mut self) -> Option<Side<'a>> {
        let ticket_reception_time = i64::from_be_bytes(self.array()?);
        let ticket_lifetime = u32::from_be_bytes(self.array()?);
        let hostname = match self.take_long()? {
            [] => None,
            name => Some(CStr::from_bytes_with_nul(name).ok()?),
        };
        let ticket = self.take_long()?;
        Some(Side::Client { hostname, ticket, ticket_lifetime, ticket_reception_time })
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (front, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*front)
    }

    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (front, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(front)
    }

    fn take_long(&mut self) -> Option<&'a [u8]> {
        let len = u16::from_be_bytes(self.array()?);
        self.take(len.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> Contents<'static> {
        Contents {
            ciphersuite: 0x1302,
            verify_result: 8,
            ticket_age_add: 0xdead_beef,
            ticket_flags: 5,
            resumption_key: &[7; 48],
            early_data: Some(Terms { max_size: 1024, protocol: b"h2" }),
            side: Side::Client {
                hostname: Some(c"localhost"),
                ticket: &[9; 300],
                ticket_lifetime: 7200,
                ticket_reception_time: -5,
            },
        }
    }

    fn server() -> Contents<'static> {
        Contents { side: Side::Server { ticket_creation_time: i64::MAX }, early_data: None, ..client() }
    }

    fn written(contents: &Contents<'_>) -> Vec<u8> {
        let mut out = vec![0; contents.write(&mut []).unwrap()];
        assert_eq!(contents.write(&mut out), Some(out.len()));
        out
    }

    #[test]
    fn what_is_written_is_read() {
        let mut nameless = client();
        nameless.side =
            Side::Client { hostname: None, ticket: &[], ticket_lifetime: 0, ticket_reception_time: 0 };
        for contents in [client(), server(), nameless] {
            assert_eq!(Contents::read(&written(&contents)), Ok(contents));
        }
    }

    #[test]
    fn a_cut_session_is_refused_at_every_byte() {
        for contents in [client(), server()] {
            let whole = written(&contents);
            for len in 0..whole.len() {
                assert_eq!(Contents::read(&whole[..len]), Err(Refusal::Damaged), "{len}");
            }
        }
    }

    #[test]
    fn a_changed_byte_never_panics() {
        for contents in [client(), server()] {
            let mut bytes = written(&contents);
            for at in 0..bytes.len() {
                for change in 1..=255u8 {
                    bytes[at] ^= change;
                    let read = Contents::read(&bytes);
                    assert!(at >= 3 || read == Err(Refusal::Damaged));
                    assert!(at != 3 || read == Err(Refusal::Foreign));
                    bytes[at] ^= change;
                }
            }
        }
    }

    #[test]
    fn a_field_without_room_for_its_length_is_not_written() {
        let ticket = vec![0; 65_536];
        let mut long = client();
        long.side =
            Side::Client { hostname: None, ticket: &ticket, ticket_lifetime: 0, ticket_reception_time: 0 };
        assert_eq!(long.write(&mut [0; 70_000]), None);
    }
}
