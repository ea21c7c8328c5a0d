//! Somebody on the wire who knows the keys: sees what a sender's records hold, and seals others in its name.

use super::pair::Peer;
use crate::crypto::aead::RecordKey;
use crate::crypto::hkdf::Prk;
use crate::crypto::suite::CipherSuite;
use crate::tls::connection::SecretLabel;
use crate::tls::message::HandshakeType;

pub(super) const CCS: u8 = 20;
pub(super) const ALERT: u8 = 21;
pub(super) const HANDSHAKE: u8 = 22;
pub(super) const DATA: u8 = 23;

/// What a record holds: content type and content.
pub(super) type Content = (u8, Vec<u8>);

/// One direction's key, and the number of the next record.
pub(super) struct Line {
    suite: CipherSuite,
    secret: Vec<u8>,
    sequence: u64,
}

impl Line {
    pub(super) fn new(suite: CipherSuite, secret: &[u8]) -> Self {
        Self { suite, secret: secret.to_vec(), sequence: 0 }
    }

    /// The line on which `peer` knows the secret `label`.
    pub(super) fn of(peer: &Peer, label: SecretLabel) -> Self {
        Self::new(peer.connection.negotiated().suite.unwrap(), peer.secret(label))
    }

    fn expand<const N: usize>(&self, label: &[u8], len: usize) -> [u8; N] {
        let mut out = [0; N];
        assert!(Prk::from_secret(self.suite.hash(), &self.secret).expand_label(label, &[], &mut out[..len]));
        out
    }

    fn key(&self) -> RecordKey {
        let key = self.expand::<32>(b"key", self.suite.key_len());
        RecordKey::new(self.suite, &key[..self.suite.key_len()], self.expand(b"iv", 12)).unwrap()
    }

    /// Moves on to the next key.
    pub(super) fn update(&mut self) {
        let len = self.suite.hash().len();
        self.secret = self.expand::<48>(b"traffic upd", len)[..len].to_vec();
        self.sequence = 0;
    }

    /// A record around `inner`, which holds type and padding already.
    pub(super) fn seal_inner(&mut self, inner: &[u8]) -> Vec<u8> {
        let mut record = plain(DATA, inner);
        let len = u16::try_from(inner.len() + self.suite.tag_len()).unwrap().to_be_bytes();
        record[3..5].copy_from_slice(&len);
        self.key().seal(self.sequence, &mut record, 0).unwrap();
        self.sequence += 1;
        record
    }

    /// A record with `content` of the type `kind`.
    pub(super) fn seal(&mut self, kind: u8, content: &[u8]) -> Vec<u8> {
        self.seal_inner(&[content, &[kind]].concat())
    }

    /// What the body of a protected record holds.
    pub(super) fn open(&mut self, record: &[u8]) -> Content {
        let mut record = record.to_vec();
        let (header, body) = record.split_first_chunk_mut::<5>().unwrap();
        let len = self.key().open(self.sequence, header, body).expect("another key, or another record");
        self.sequence += 1;
        let inner = &body[..len];
        let end = inner.iter().rposition(|byte| *byte != 0).unwrap();
        (inner[end], inner[..end].to_vec())
    }
}

/// A record in the clear.
pub(super) fn plain(kind: u8, content: &[u8]) -> Vec<u8> {
    let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[kind, 3, 3, high, low], content].concat()
}

/// A handshake message.
pub(super) fn message(kind: HandshakeType, body: &[u8]) -> Vec<u8> {
    let len = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&[kind.0], &len[1..], body].concat()
}

/// The records in `bytes`.
pub(super) fn records(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut records = Vec::new();
    while !bytes.is_empty() {
        let len = 5 + usize::from(u16::from_be_bytes([bytes[3], bytes[4]]));
        records.push(&bytes[..len]);
        bytes = &bytes[len..];
    }
    records
}

/// The handshake messages in `bytes`, which end with the last one.
pub(super) fn messages(mut bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut messages = Vec::new();
    while !bytes.is_empty() {
        let len = 4 + usize::from(bytes[1]) * 65536 + usize::from(bytes[2]) * 256 + usize::from(bytes[3]);
        messages.push(bytes[..len].to_vec());
        bytes = &bytes[len..];
    }
    messages
}

/// The contents of a sender's records, in the clear and under its handshake and application keys.
pub(super) fn reveal(bytes: &[u8], mut handshake: Line, mut application: Line) -> Vec<Content> {
    let mut finished = false;
    let open = |record: &[u8]| {
        if record[0] != DATA {
            return (record[0], record[5..].to_vec());
        }
        let content = if finished { application.open(record) } else { handshake.open(record) };
        let flight = if content.0 == HANDSHAKE { messages(&content.1) } else { Vec::new() };
        finished |= flight.iter().any(|message| message[0] == HandshakeType::FINISHED.0);
        content
    };
    records(bytes).into_iter().map(open).collect()
}
