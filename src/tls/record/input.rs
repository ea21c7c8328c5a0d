//! Records in: header, then body, never a byte more; opened in place; handshake messages joined.

use super::buffer::Incoming;
use super::{ContentType, HEADER_LEN, MAX_CONTENT, MAX_PROTECTED, Opener};
use crate::tls::error::Error;
use crate::tls::message;

/// Most bytes of a handshake message.
const MAX_MESSAGE: usize = message::HEADER_LEN + 128 * 1024;

/// What a whole record turned out to hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content {
    /// Handshake bytes: see [`Input::message`].
    Handshake,
    /// Application data: see [`Input::data`].
    Data,
    /// An alert: level and description.
    Alert(u8, u8),
    /// A ChangeCipherSpec in the clear, of the one legal form.
    ChangeCipherSpec,
    /// A record of rejected early data, passed over.
    Skipped,
}

/// The receiving half of the record layer.
#[derive(Default)]
pub struct Input {
    header: [u8; HEADER_LEN],
    /// Bytes of the current record received so far, its header included.
    have: usize,
    body: Option<Incoming>,
    /// The opened content that nobody took yet.
    content: std::ops::Range<usize>,
    opener: Option<Opener>,
    /// Bytes of inner plaintext that the peer has agreed to keep to (RFC 8449), if it has.
    limit: Option<u16>,
    /// Whether a protected record was opened, under whichever key: nothing in the clear is believed any more.
    protected: bool,
    /// Handshake bytes of earlier records whose message is not whole yet.
    joined: Vec<u8>,
    /// Bytes of early data that may still be passed over (RFC 8446 section 4.2.10).
    skippable: usize,
}

impl Input {
    /// The bytes that are to be received next: of the header, then of the body. Empty: the record is whole.
    pub fn space(&mut self) -> &mut [u8] {
        let have = self.have;
        if have < HEADER_LEN {
            return self.header.get_mut(have..).unwrap_or(&mut []);
        }
        let whole = self.body_len();
        let body = self.body.get_or_insert_with(Incoming::borrow);
        body.get_mut(have - HEADER_LEN..whole).unwrap_or(&mut [])
    }

    /// Says that `n` bytes of [`space`](Self::space) were filled.
    pub fn received(&mut self, n: usize) -> Result<(), Error> {
        let before = self.have;
        let whole = if before < HEADER_LEN { HEADER_LEN } else { HEADER_LEN + self.body_len() };
        self.have = before.saturating_add(n).min(whole);
        if before < HEADER_LEN && self.have == HEADER_LEN { self.check_header() } else { Ok(()) }
    }

    /// Whether a whole record waits for [`open`](Self::open).
    pub fn is_whole(&self) -> bool {
        self.have >= HEADER_LEN && self.have == HEADER_LEN + self.body_len()
    }

    /// Whether part of a record has been received.
    pub fn is_partial(&self) -> bool {
        self.have > 0
    }

    /// Opens the record that is whole, and makes room for the next one.
    pub fn open(&mut self) -> Result<Content, Error> {
        let (header, len, outer) = (self.header, self.body_len(), ContentType(self.header[0]));
        self.have = 0;
        let mut body = self.body.take().unwrap_or_else(Incoming::borrow);
        let text = body.get_mut(..len).ok_or(Error::Internal)?;
        let (kind, len) = match (outer, &mut self.opener) {
            (ContentType::CHANGE_CIPHER_SPEC, _) => {
                return if text == [1] && self.joined.is_empty() {
                    Ok(Content::ChangeCipherSpec)
                } else {
                    Err(Error::UnexpectedMessage)
                };
            }
            // A peer that could not derive the keys tells so in the clear.
            (ContentType::ALERT, Some(_)) if !self.protected => (outer, len),
            (ContentType::APPLICATION_DATA, Some(opener)) => {
                match opener.open(&header, text, self.limit.map_or(MAX_CONTENT + 1, usize::from)) {
                    Err(Error::BadRecordMac) if self.skippable > len => return Ok(self.skip(len)),
                    opened => {
                        let opened = opened?;
                        (self.protected, self.skippable) = (true, 0);
                        opened
                    }
                }
            }
            (ContentType::APPLICATION_DATA, None) if self.skippable > len => return Ok(self.skip(len)),
            (ContentType::HANDSHAKE | ContentType::ALERT, None) => (outer, len),
            _ => return Err(Error::UnexpectedMessage),
        };
        body.plain = len;
        self.sort(kind, len, body)
    }

    /// Passes over a record of `len` bytes; its header counts too, so that empty ones come to an end.
    fn skip(&mut self, len: usize) -> Content {
        self.skippable = self.skippable.saturating_sub(HEADER_LEN + len);
        Content::Skipped
    }

    fn sort(&mut self, kind: ContentType, len: usize, body: Incoming) -> Result<Content, Error> {
        // RFC 8446 section 5.1: no other record may stand between the parts of a handshake message.
        if kind != ContentType::HANDSHAKE && !self.joined.is_empty() {
            return Err(Error::UnexpectedMessage);
        }
        match (kind, body.get(..len)) {
            (ContentType::ALERT, Some(&[level, description])) => Ok(Content::Alert(level, description)),
            // RFC 8446 sections 5.1 and 5.4: no empty alerts, no empty fragments of handshake messages.
            (ContentType::ALERT | ContentType::HANDSHAKE, Some(&[])) => Err(Error::UnexpectedMessage),
            (ContentType::ALERT, _) => Err(Error::Decode),
            (ContentType::HANDSHAKE, Some(_)) => {
                self.hold(body, len);
                Ok(Content::Handshake)
            }
            (ContentType::APPLICATION_DATA, Some(_)) => {
                self.hold(body, len);
                Ok(Content::Data)
            }
            _ => Err(Error::UnexpectedMessage),
        }
    }

    fn hold(&mut self, body: Incoming, len: usize) {
        self.content = 0..len;
        if len > 0 {
            self.body = Some(body);
        }
    }

    /// The opened content that nobody took yet.
    pub fn data(&self) -> &[u8] {
        self.body.as_ref().and_then(|body| body.get(self.content.clone())).unwrap_or(&[])
    }

    /// Says that `n` bytes of [`data`](Self::data) were taken; with the last one the buffer goes back.
    pub fn taken(&mut self, n: usize) {
        self.content.start = self.content.start.saturating_add(n).min(self.content.end);
        if self.content.is_empty() {
            self.content = 0..0;
            self.body = None;
        }
    }

    /// The next whole handshake message, header and all, if there is one among what was received.
    /// Fragments are set aside until their message is whole.
    pub fn message(&mut self) -> Result<Option<&[u8]>, Error> {
        if self.joined.is_empty() {
            match whole_message(self.data())? {
                Some(len) => return Ok(self.data().get(..len)),
                None => self.set_aside(self.content.len()),
            }
        } else {
            while whole_message(&self.joined)?.is_none() && !self.content.is_empty() {
                let missing = missing_bytes(&self.joined);
                self.set_aside(missing);
            }
        }
        let len = whole_message(&self.joined)?;
        Ok(len.and_then(|len| self.joined.get(..len)))
    }

    /// Says that the message that [`message`](Self::message) gave was handled.
    pub fn message_taken(&mut self, len: usize) {
        if self.joined.is_empty() {
            self.taken(len);
        } else {
            self.joined = Vec::new();
        }
    }

    /// Moves `n` bytes of content to the message in the making.
    fn set_aside(&mut self, n: usize) {
        let n = n.min(self.content.len());
        let part = self.content.start..self.content.start + n;
        if let Some(part) = self.body.as_ref().and_then(|body| body.get(part)) {
            self.joined.extend_from_slice(part);
        }
        self.taken(n);
    }

    /// Whether no handshake byte waits: what a change of keys needs (RFC 8446 section 5.1).
    pub fn is_aligned(&self) -> bool {
        self.joined.is_empty() && self.content.is_empty()
    }

    /// From here on records are opened with `opener`.
    pub fn set_opener(&mut self, opener: Opener) -> Result<(), Error> {
        if !self.is_aligned() {
            return Err(Error::UnexpectedMessage);
        }
        self.opener = Some(opener);
        Ok(())
    }

    /// From here on records with more than `limit` bytes of inner plaintext are refused.
    pub fn set_limit(&mut self, limit: u16) {
        self.limit = Some(limit);
    }

    /// Lets up to `bytes` of early data pass that will not be read.
    pub fn skip_early_data(&mut self, bytes: usize) {
        self.skippable = bytes;
    }

    /// Whether a record buffer is held.
    #[cfg(test)]
    pub fn holds_buffer(&self) -> bool {
        self.body.is_some() || self.joined.capacity() > 0
    }

    fn body_len(&self) -> usize {
        usize::from(u16::from_be_bytes([self.header[3], self.header[4]]))
    }

    /// Refuses what is not a record as soon as the header is there.
    fn check_header(&self) -> Result<(), Error> {
        let kind = ContentType(self.header[0]);
        let known = matches!(
            kind,
            ContentType::CHANGE_CIPHER_SPEC
                | ContentType::ALERT
                | ContentType::HANDSHAKE
                | ContentType::APPLICATION_DATA
        );
        // The rest of the version must be ignored (RFC 8446 section 5.1).
        if !known || self.header[1] != 3 {
            return Err(Error::InvalidRecord);
        }
        let most = if kind == ContentType::APPLICATION_DATA { MAX_PROTECTED } else { MAX_CONTENT };
        if self.body_len() > most { Err(Error::RecordOverflow) } else { Ok(()) }
    }
}

/// The length of the message at the front of `bytes`, if it is all there.
fn whole_message(bytes: &[u8]) -> Result<Option<usize>, Error> {
    let Some(header) = bytes.first_chunk::<{ message::HEADER_LEN }>() else { return Ok(None) };
    let len = message_len(*header);
    // A bound on what a peer can make us keep.
    if len > MAX_MESSAGE {
        return Err(Error::TooMuch);
    }
    Ok((bytes.len() >= len).then_some(len))
}

/// Bytes that the message in `bytes` still lacks, or its header does.
fn missing_bytes(bytes: &[u8]) -> usize {
    let whole =
        bytes.first_chunk::<{ message::HEADER_LEN }>().map_or(message::HEADER_LEN, |h| message_len(*h));
    whole.saturating_sub(bytes.len())
}

fn message_len([_, a, b, c]: [u8; message::HEADER_LEN]) -> usize {
    message::HEADER_LEN + (usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c))
}
