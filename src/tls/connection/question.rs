//! What the protocol cannot know by itself: it asks, waits in a state of its own, and is answered.

use crate::crypto::hash::HashAlgorithm;
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::secret::Secret;
use crate::crypto::suite::CipherSuite;
use crate::tls::message::certificate::CertificateList;

/// A question; the method of [`Connection`](super::Connection) that answers it is named with each.
pub enum Question {
    /// Server: how to go on with this client? `answer_hello`. The name that it asks for is
    /// [`Connection::server_name`](super::Connection::server_name).
    Hello {
        /// The schemes that the client verifies, in its order.
        signature_schemes: Vec<SignatureScheme>,
    },
    /// Server: which key has this identity? `answer_psk`.
    Psk {
        /// A ticket, or a name.
        identity: Vec<u8>,
        /// The age that the client claims, obfuscated.
        obfuscated_age: u32,
    },
    /// Server: early data could be taken, but for one thing: was it taken before under this key (RFC 8446 section 8)?
    /// `answer_early_data`.
    EarlyData {
        /// A name for the key, different for each.
        key_name: [u8; 16],
    },
    /// Is the peer who it should be? `answer_peer` with its key.
    Peer(CertificateList),
    /// Client: which certificate, if any? `answer_certificate`.
    Certificate {
        /// The schemes that the server verifies, in its order.
        signature_schemes: Vec<SignatureScheme>,
    },
    /// A signature with the key of the certificate that was chosen. `answer_signature`.
    Signature {
        /// The scheme: one of those the certificate came with.
        scheme: SignatureScheme,
        /// What is signed.
        content: Vec<u8>,
    },
    /// Server: seal a ticket for this session. `answer_ticket`.
    Ticket(TicketContent),
}

/// A certificate of ours, and what its key can do.
pub struct OwnCertificate {
    /// The entries, end entity first, as
    /// [`append_entry`](crate::tls::message::certificate::append_entry) writes them.
    pub list: Vec<u8>,
    /// What the key signs, best first.
    pub schemes: Vec<SignatureScheme>,
}

/// How a server goes on with a client.
pub struct HelloAnswer {
    /// The certificate; without one only a PSK will do.
    pub certificate: Option<OwnCertificate>,
    /// What is asked of the client.
    pub client_certificate: ClientCertificate,
    /// The certificate authorities to name in the request, as on the wire.
    pub authorities: Vec<u8>,
}

/// Whether a client is asked for a certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClientCertificate {
    /// It is not.
    No,
    /// It is, and may have none.
    Optional,
    /// It is, and must have one.
    Required,
}

/// What a ticket has to bring back.
pub struct TicketContent {
    /// The key of the resumption.
    pub key: Secret,
    /// The suite of the session.
    pub suite: CipherSuite,
    /// `ticket_age_add`.
    pub age_add: u32,
}

/// A sealed ticket.
pub struct SealedTicket {
    /// The bytes, opaque to the client.
    pub ticket: Vec<u8>,
    /// Seconds that it is good for, at most seven days (RFC 8446 section 4.6.1).
    pub lifetime: u32,
    /// Bytes of early data that it allows.
    pub max_early_data: u32,
}

/// A ticket that a client received, with its key.
pub struct ReceivedTicket {
    /// The ticket.
    pub ticket: Vec<u8>,
    /// Seconds that it is good for.
    pub lifetime: u32,
    /// `ticket_age_add`.
    pub age_add: u32,
    /// The key that goes with it.
    pub key: Secret,
    /// The hash of the key.
    pub hash: HashAlgorithm,
    /// The suite of the session.
    pub suite: CipherSuite,
    /// Bytes of early data that the server would take.
    pub max_early_data: u32,
}

/// A secret to log or export.
pub struct ReportedSecret {
    /// Whose it is.
    pub label: SecretLabel,
    /// The bytes.
    pub secret: Secret,
}

/// What is reported to those who log keys.
#[derive(Default)]
pub struct Reports {
    /// The secrets, in the order in which they came to be.
    pub secrets: Vec<ReportedSecret>,
    /// The client's random, by which a connection is known.
    pub client_random: [u8; 32],
    /// The server's random.
    pub server_random: [u8; 32],
}

/// The secrets that are reported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SecretLabel {
    /// `client_early_traffic_secret`.
    ClientEarly,
    /// `client_handshake_traffic_secret`.
    ClientHandshake,
    /// `server_handshake_traffic_secret`.
    ServerHandshake,
    /// `client_application_traffic_secret_0`.
    ClientApplication,
    /// `server_application_traffic_secret_0`.
    ServerApplication,
}
