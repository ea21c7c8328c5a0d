//! Records out: a flight collects messages, each record is sealed in place, and the whole leaves at once.

use super::buffer::Outgoing;
use super::{ContentType, MAX_CONTENT, Sealer};
use crate::tls::error::{Alert, Error};

/// The sending half of the record layer.
pub struct Output {
    sealer: Option<Sealer>,
    /// Handshake messages that are not in records yet.
    flight: Outgoing,
    /// Records, of which `sent` bytes have left.
    records: Outgoing,
    sent: usize,
    max_content: usize,
}

impl Output {
    /// Records carry at most `max_content` bytes of content.
    pub fn new(max_content: usize) -> Self {
        let max_content = max_content.clamp(64, MAX_CONTENT);
        Self { sealer: None, flight: Outgoing::default(), records: Outgoing::default(), sent: 0, max_content }
    }

    /// Most bytes of content in a record.
    pub fn max_content(&self) -> usize {
        self.max_content
    }

    /// From here on a record holds at most `limit` bytes of inner plaintext, its type included (RFC 8449 section 4).
    pub fn limit(&mut self, limit: u16) {
        self.max_content = self.max_content.min(usize::from(limit).saturating_sub(1)).max(1);
    }

    /// Where handshake messages are appended; they leave with [`end_flight`](Self::end_flight).
    pub fn flight(&mut self) -> &mut Vec<u8> {
        self.flight.room()
    }

    /// Puts the collected messages into records under the current keys.
    pub fn end_flight(&mut self) -> Result<(), Error> {
        for part in self.flight.chunks(self.max_content) {
            put_record(self.records.room(), self.sealer.as_mut(), ContentType::HANDSHAKE, part)?;
        }
        self.flight.release();
        Ok(())
    }

    /// From here on records are protected with `sealer`; what was collected leaves under the keys before.
    pub fn set_sealer(&mut self, sealer: Sealer) -> Result<(), Error> {
        self.end_flight()?;
        self.sealer = Some(sealer);
        Ok(())
    }

    /// From here on records go in the clear; what was collected leaves under the key before.
    pub fn remove_sealer(&mut self) -> Result<(), Error> {
        self.end_flight()?;
        self.sealer = None;
        Ok(())
    }

    /// Whether the key should be replaced.
    pub fn is_worn(&self) -> bool {
        self.sealer.as_ref().is_some_and(Sealer::is_worn)
    }

    /// As if the key were worn after `records`.
    #[cfg(test)]
    pub fn wear_after(&mut self, records: u64) {
        if let Some(sealer) = &mut self.sealer {
            sealer.wear_after(records);
        }
    }

    /// A ChangeCipherSpec for middleboxes, in the clear (RFC 8446 appendix D.4).
    pub fn change_cipher_spec(&mut self) -> Result<(), Error> {
        self.end_flight()?;
        put_record(self.records.room(), None, ContentType::CHANGE_CIPHER_SPEC, &[1])
    }

    /// An alert, behind the records that wait already.
    pub fn alert(&mut self, level: u8, alert: Alert) -> Result<(), Error> {
        put_record(self.records.room(), self.sealer.as_mut(), ContentType::ALERT, &[level, alert.0])
    }

    /// Application data: one record with the front of `data`, as much as fits. Gives the number of bytes.
    pub fn data(&mut self, data: &[u8]) -> Result<usize, Error> {
        let part = data.get(..self.max_content).unwrap_or(data);
        let sealer = self.sealer.as_mut().ok_or(Error::Internal)?;
        sealer.seal(self.records.room(), ContentType::APPLICATION_DATA, part)?;
        Ok(part.len())
    }

    /// The bytes that wait to be sent.
    pub fn pending(&self) -> &[u8] {
        self.records.get(self.sent..).unwrap_or(&[])
    }

    /// Says that `n` bytes of [`pending`](Self::pending) have left; with the last one the buffer goes back.
    pub fn sent(&mut self, n: usize) {
        self.sent = self.sent.saturating_add(n);
        if self.sent >= self.records.len() {
            self.sent = 0;
            self.records.release();
        }
    }

    /// Whether a record buffer is held.
    #[cfg(test)]
    pub fn holds_buffer(&self) -> bool {
        self.flight.capacity() > 0 || self.records.capacity() > 0
    }

    /// Drops messages that are not in records yet.
    pub fn drop_flight(&mut self) {
        self.flight.release();
    }
}

fn put_record(
    out: &mut Vec<u8>,
    sealer: Option<&mut Sealer>,
    kind: ContentType,
    content: &[u8],
) -> Result<(), Error> {
    if let Some(sealer) = sealer {
        return sealer.seal(out, kind, content);
    }
    let [high, low] = u16::try_from(content.len()).map_err(|_| Error::Internal)?.to_be_bytes();
    out.extend_from_slice(&[kind.0, 3, 3, high, low]);
    out.extend_from_slice(content);
    Ok(())
}
