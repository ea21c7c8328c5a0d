//! What a connection is told before it starts. Snapshots: nothing here changes afterwards, and all of it goes when the
//! handshake is over.

use super::message::client_hello::PskModes;
use super::record::MAX_CONTENT;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::secret::Secret;
use crate::crypto::suite::CipherSuite;

/// What both sides are told.
pub struct Common {
    /// The suites, best first.
    pub suites: Vec<CipherSuite>,
    /// The groups, best first.
    pub groups: Vec<NamedGroup>,
    /// The schemes that the peer may sign with, best first.
    pub signature_schemes: Vec<SignatureScheme>,
    /// The application protocols, best first, as they stand on the wire: each name behind its length.
    pub protocols: Vec<u8>,
    /// Whether a handshake may go without a PSK.
    pub certificates: bool,
    /// Which handshakes with a PSK may be made.
    pub psk_modes: PskModes,
    /// Whether the traffic secrets are reported as [`Step::Secret`](super::connection::Step).
    pub report_secrets: bool,
    /// Most bytes of content in a record that is sent, and in one that is received where the peer agrees (RFC 8449).
    pub max_content: usize,
}

impl Common {
    /// `record_size_limit`: the content and its type.
    pub(super) fn record_size_limit(&self) -> u16 {
        u16::try_from(self.max_content.clamp(64, MAX_CONTENT) + 1).unwrap_or(u16::MAX)
    }
}

/// What a client is told.
pub struct ClientConfig {
    /// For both sides.
    pub common: Common,
    /// The host name to ask for.
    pub server_name: Option<Vec<u8>>,
    /// The key to offer.
    pub psk: Option<OfferedPsk>,
    /// What becomes of tickets.
    pub tickets: TicketUse,
}

/// What a client does with the tickets that it receives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TicketUse {
    /// They are dropped unread.
    Ignored,
    /// Those that can be read are handed out; others are dropped, since nobody asked for them.
    Kept,
    /// They are handed out, and one that cannot be read ends the connection.
    Reported,
}

/// What a server is told.
pub struct ServerConfig {
    /// For both sides.
    pub common: Common,
    /// Tickets to issue after a handshake.
    pub tickets: u16,
    /// Bytes of early data that a ticket allows; none: early data is not taken.
    pub early_data: Option<u32>,
}

/// Where a PSK comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PskKind {
    /// From outside of TLS.
    External,
    /// From a ticket.
    Resumption,
}

/// A pre-shared key.
pub struct Psk {
    /// The key.
    pub key: Secret,
    /// The hash that it goes with.
    pub hash: HashAlgorithm,
    /// Where it comes from.
    pub kind: PskKind,
    /// The early data that may go with it, if it may.
    pub early_data: Option<EarlyData>,
}

/// What early data under a key has to keep to (RFC 8446 section 4.2.10): it is read as data of the connection that the ticket
/// comes from.
pub struct EarlyData {
    /// The suite of that connection.
    pub suite: CipherSuite,
    /// Its application protocol; empty: none.
    pub protocol: Vec<u8>,
    /// `max_early_data_size`: bytes that the server takes.
    pub max_size: u32,
}

/// A key that a client offers.
pub struct OfferedPsk {
    /// The key.
    pub psk: Psk,
    /// Its identity: a ticket, or a name.
    pub identity: Vec<u8>,
    /// `obfuscated_ticket_age`; 0 for an external key.
    pub obfuscated_age: u32,
}
