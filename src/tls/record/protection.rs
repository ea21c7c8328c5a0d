//! Record protection (RFC 8446 section 5.2): one key, one direction, one sequence number.

use super::ContentType;
use crate::crypto::aead::RecordKey;
use crate::crypto::suite::CipherSuite;
use crate::tls::error::Error;

/// Protects what is sent.
pub struct Sealer {
    key: RecordKey,
    sequence: u64,
    limit: u64,
}

impl Sealer {
    /// Starts at sequence number 0.
    pub fn new(suite: CipherSuite, key: RecordKey) -> Self {
        Self { key, sequence: 0, limit: suite.record_limit() }
    }

    /// Whether the key has protected as many records as it should (RFC 8446 section 5.5).
    pub fn is_worn(&self) -> bool {
        self.sequence >= self.limit
    }

    /// As if the key were worn after `records`.
    #[cfg(test)]
    pub fn wear_after(&mut self, records: u64) {
        self.limit = records;
    }

    /// Appends a protected record to `out`.
    pub fn seal(&mut self, out: &mut Vec<u8>, kind: ContentType, content: &[u8]) -> Result<(), Error> {
        let start = out.len();
        let body = u16::try_from(content.len() + 1 + self.key.tag_len()).map_err(|_| Error::Internal)?;
        let [high, low] = body.to_be_bytes();
        out.extend_from_slice(&[ContentType::APPLICATION_DATA.0, 3, 3, high, low]);
        out.extend_from_slice(content);
        out.push(kind.0);
        self.key.seal(self.sequence, out, start).ok_or(Error::Internal)?;
        self.sequence = self.sequence.checked_add(1).ok_or(Error::Internal)?;
        Ok(())
    }
}

/// Opens what is received.
pub struct Opener {
    key: RecordKey,
    sequence: u64,
}

impl Opener {
    /// Starts at sequence number 0.
    pub fn new(key: RecordKey) -> Self {
        Self { key, sequence: 0 }
    }

    /// Opens a record's body where it stands; gives the content's type and length, the padding taken off. Of inner plaintext it
    /// may hold `limit` bytes.
    pub fn open(
        &mut self,
        header: &[u8; 5],
        body: &mut [u8],
        limit: usize,
    ) -> Result<(ContentType, usize), Error> {
        let len = self.key.open(self.sequence, header, body).map_err(|_| Error::BadRecordMac)?;
        self.sequence = self.sequence.checked_add(1).ok_or(Error::Internal)?;
        // RFC 8446 section 5.2, RFC 8449 section 4: the whole of the inner plaintext is bounded, padding and all.
        if len > limit {
            return Err(Error::RecordOverflow);
        }
        let inner = body.get(..len).unwrap_or(&[]);
        let end = inner.iter().rposition(|byte| *byte != 0).ok_or(Error::UnexpectedMessage)?;
        let kind = inner.get(end).copied().ok_or(Error::Internal)?;
        Ok((ContentType(kind), end))
    }
}
