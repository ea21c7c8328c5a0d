//! Two connections wired in memory, with somebody behind each who answers its questions.

use crate::crypto::hash::HashAlgorithm;
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::secret::Secret;
use crate::crypto::sign::PrivateKey;
use crate::crypto::suite::CipherSuite;
use crate::crypto::verify::{Curve, PublicKey};
use crate::tls::config::{
    ClientConfig, Common, EarlyData, OfferedPsk, Psk, PskKind, ServerConfig, TicketUse,
};
use crate::tls::connection::{
    ClientCertificate, Connection, HelloAnswer, OwnCertificate, Question, ReceivedTicket, SealedTicket,
    SecretLabel, Step,
};
use crate::tls::error::{Alert, Error};
use crate::tls::message::certificate::append_entry;
use crate::tls::message::client_hello::PskModes;
use crate::tls::record::MAX_CONTENT;

macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/keys/", $name)).as_slice()
    };
}

pub(super) const BOTH_MODES: PskModes = PskModes { psk_only: true, psk_dhe: true };
pub(super) const NAME: &[u8] = b"an identity";
/// The reason with which the tests' own answerers refuse.
const REFUSED: Error = Error::Refused { alert: Alert::UNKNOWN_CA, reason: -7 };

/// A key to authenticate with. In place of a certificate its SubjectPublicKeyInfo travels: the core looks at neither.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TestKey {
    Rsa,
    P256,
    P384,
    P521,
    Ed25519,
}

impl TestKey {
    pub(super) const ALL: [Self; 5] = [Self::Rsa, Self::P256, Self::P384, Self::P521, Self::Ed25519];

    pub(super) fn spki(self) -> &'static [u8] {
        match self {
            Self::Rsa => file!("rsa2048.pub.der"),
            Self::P256 => file!("prime256v1.pub.der"),
            Self::P384 => file!("secp384r1.pub.der"),
            Self::P521 => file!("secp521r1.pub.der"),
            Self::Ed25519 => file!("ed25519.pub.der"),
        }
    }

    pub(super) fn private(self) -> PrivateKey {
        let ec = |curve: Curve, der: &[u8]| {
            let size = curve.bytes();
            let scalar = der.windows(2).position(|w| w == [4, u8::try_from(size).unwrap()]).unwrap() + 2;
            PrivateKey::from_ec(curve, &der[scalar..scalar + size], Some(&der[der.len() - 2 * size - 1..]))
        };
        match self {
            Self::Rsa => PrivateKey::from_rsa(file!("rsa2048.der")),
            Self::P256 => ec(Curve::Secp256r1, file!("prime256v1.der")),
            Self::P384 => ec(Curve::Secp384r1, file!("secp384r1.der")),
            Self::P521 => ec(Curve::Secp521r1, file!("secp521r1.der")),
            Self::Ed25519 => PrivateKey::from_ed25519(&file!("ed25519.pk8.der")[16..]),
        }
        .unwrap()
    }
}

/// A key that both sides hold.
pub(super) struct SharedKey {
    pub(super) identity: Vec<u8>,
    pub(super) key: Vec<u8>,
    pub(super) hash: HashAlgorithm,
    pub(super) kind: PskKind,
    /// What early data under it keeps to, if there may be any.
    pub(super) early_data: Option<(CipherSuite, Vec<u8>, u32)>,
}

impl SharedKey {
    pub(super) fn external(hash: HashAlgorithm) -> Self {
        let (identity, key) = (NAME.to_vec(), vec![7; hash.len()]);
        Self { identity, key, hash, kind: PskKind::External, early_data: None }
    }

    pub(super) fn resumed(ticket: &ReceivedTicket) -> Self {
        let (identity, key) = (ticket.ticket.clone(), ticket.key.bytes().to_vec());
        let early_data = Some((ticket.suite, Vec::new(), ticket.max_early_data));
        Self { identity, key, hash: ticket.hash, kind: PskKind::Resumption, early_data }
    }

    fn psk(&self) -> Psk {
        let early_data = self.early_data.clone();
        let early_data =
            early_data.map(|(suite, protocol, max_size)| EarlyData { suite, protocol, max_size });
        Psk { key: Secret::copy_of(&self.key).unwrap(), hash: self.hash, kind: self.kind, early_data }
    }

    pub(super) fn offer(&self) -> OfferedPsk {
        OfferedPsk { psk: self.psk(), identity: self.identity.clone(), obfuscated_age: 17 }
    }
}

/// How the questions of a connection are answered.
pub(super) struct Answers {
    pub(super) own: Option<TestKey>,
    pub(super) client_certificate: ClientCertificate,
    pub(super) accepts_peer: bool,
    pub(super) keys: Vec<SharedKey>,
    /// What the tickets are given, in seconds.
    pub(super) lifetime: u32,
    /// The schemes that the peer was heard to verify.
    pub(super) heard_schemes: Vec<SignatureScheme>,
    pub(super) heard_name: Option<Vec<u8>>,
    /// Whether early data is taken; and the names of the keys that were asked about.
    pub(super) accepts_early_data: bool,
    pub(super) heard_keys: Vec<[u8; 16]>,
    /// Early data that the tickets allow.
    pub(super) max_early_data: u32,
}

impl Answers {
    pub(super) fn new(own: Option<TestKey>) -> Self {
        Self {
            own,
            client_certificate: ClientCertificate::No,
            accepts_peer: true,
            keys: Vec::new(),
            lifetime: 3600,
            heard_schemes: Vec::new(),
            heard_name: None,
            accepts_early_data: true,
            heard_keys: Vec::new(),
            max_early_data: 0,
        }
    }

    fn certificate(&self) -> Option<OwnCertificate> {
        let own = self.own?;
        let mut list = Vec::new();
        append_entry(&mut list, own.spki());
        Some(OwnCertificate { list, schemes: own.private().schemes().to_vec() })
    }

    fn give(&mut self, connection: &mut Connection, question: Question) -> Result<Step, Error> {
        match question {
            Question::Hello { signature_schemes } => {
                self.heard_schemes = signature_schemes;
                self.heard_name = connection.negotiated().server_name.clone();
                connection.answer_hello(HelloAnswer {
                    certificate: self.certificate(),
                    client_certificate: self.client_certificate,
                    authorities: Vec::new(),
                })
            }
            Question::Psk { identity, .. } => {
                let key = self.keys.iter().find(|key| key.identity == identity);
                connection.answer_psk(key.map(SharedKey::psk))
            }
            Question::EarlyData { key_name } => {
                self.heard_keys.push(key_name);
                connection.answer_early_data(self.accepts_early_data)
            }
            Question::Peer(_) if !self.accepts_peer => Err(connection.fail(REFUSED)),
            Question::Peer(list) => match PublicKey::from_spki(list.iter().next().unwrap()) {
                Ok(key) => connection.answer_peer(key),
                Err(_) => Err(connection.fail(REFUSED)),
            },
            Question::Certificate { signature_schemes } => {
                self.heard_schemes = signature_schemes;
                connection.answer_certificate(self.certificate())
            }
            Question::Signature { scheme, content } => {
                let signature = self.own.unwrap().private().sign(scheme, &content).unwrap();
                connection.answer_signature(signature.as_ref())
            }
            Question::Ticket(content) => {
                let ticket = format!("ticket {}", self.keys.len()).into_bytes();
                self.keys.push(SharedKey {
                    identity: ticket.clone(),
                    key: content.key.bytes().to_vec(),
                    hash: content.suite.hash(),
                    kind: PskKind::Resumption,
                    early_data: Some((content.suite, Vec::new(), self.max_early_data)),
                });
                let max_early_data = self.max_early_data;
                connection.answer_ticket(Some(SealedTicket {
                    ticket,
                    lifetime: self.lifetime,
                    max_early_data,
                }))
            }
        }
    }
}

/// A connection with its answerer, and what has come of it.
pub(super) struct Peer {
    pub(super) connection: Connection,
    pub(super) answers: Answers,
    pub(super) data: Vec<u8>,
    pub(super) early_data: Vec<u8>,
    pub(super) tickets: Vec<ReceivedTicket>,
    pub(super) secrets: Vec<(SecretLabel, Vec<u8>)>,
    /// The client's and the server's.
    pub(super) randoms: [[u8; 32]; 2],
    pub(super) done: bool,
    pub(super) closed: bool,
    pub(super) error: Option<Error>,
}

impl Peer {
    pub(super) fn client(config: ClientConfig, answers: Answers) -> Self {
        Self::new(Connection::client(config), answers)
    }

    pub(super) fn server(config: ServerConfig, answers: Answers) -> Self {
        Self::new(Connection::server(config), answers)
    }

    fn new(connection: Connection, answers: Answers) -> Self {
        let (data, tickets, secrets) = (Vec::new(), Vec::new(), Vec::new());
        let early_data = Vec::new();
        Self {
            connection,
            answers,
            data,
            early_data,
            tickets,
            secrets,
            randoms: [[0; 32]; 2],
            done: false,
            closed: false,
            error: None,
        }
    }

    /// Steps until input is missing, the peer has closed, or all is lost.
    pub(super) fn run(&mut self) {
        let mut result = self.connection.step();
        loop {
            if let Some(reports) = self.connection.take_secrets() {
                let secrets = reports.secrets.iter().map(|s| (s.label, s.secret.bytes().to_vec()));
                self.secrets.extend(secrets);
                self.randoms = [reports.client_random, reports.server_random];
            }
            result = match result {
                Err(error) => {
                    self.error = Some(error);
                    return;
                }
                Ok(Step::NeedInput) => return,
                Ok(Step::Closed) => {
                    self.closed = true;
                    return;
                }
                Ok(Step::Ask(question)) => self.answers.give(&mut self.connection, question),
                Ok(step) => {
                    match step {
                        Step::Done => self.done = true,
                        Step::Ticket(ticket) => self.tickets.push(ticket),
                        Step::Data => {
                            let n = self.connection.data().len();
                            assert_ne!(n, 0, "data without data");
                            self.data.extend_from_slice(self.connection.data());
                            self.connection.data_taken(n);
                        }
                        Step::EarlyData => {
                            let n = self.connection.data().len();
                            self.early_data.extend_from_slice(self.connection.data());
                            self.connection.data_taken(n);
                        }
                        _ => {}
                    }
                    self.connection.step()
                }
            };
        }
    }

    /// Receives `bytes`, at most `most` at a time.
    pub(super) fn feed_in_parts(&mut self, mut bytes: &[u8], most: usize) {
        self.run();
        while !bytes.is_empty() && self.error.is_none() && !self.closed {
            let space = self.connection.input_space();
            let n = space.len().min(bytes.len()).min(most);
            assert_ne!(n, 0, "no room, and nothing to do");
            space[..n].copy_from_slice(&bytes[..n]);
            bytes = &bytes[n..];
            match self.connection.received(n) {
                Ok(()) => self.run(),
                Err(error) => self.error = Some(error),
            }
        }
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.feed_in_parts(bytes, usize::MAX);
    }

    /// What waits to be sent.
    pub(super) fn output(&mut self) -> Vec<u8> {
        let bytes = self.connection.output().to_vec();
        self.connection.sent(bytes.len());
        assert!(self.connection.output().is_empty());
        bytes
    }

    /// The outcome so far.
    pub(super) fn result(&self) -> Result<bool, Error> {
        self.error.map_or(Ok(self.done), Err)
    }

    pub(super) fn write(&mut self, data: &[u8]) {
        assert_eq!(self.connection.write(data), Ok(data.len()));
    }

    pub(super) fn secret(&self, label: SecretLabel) -> &[u8] {
        &self.secrets.iter().find(|(l, _)| *l == label).unwrap().1
    }
}

/// Carries bytes between the two until neither has any more to say.
pub(super) fn converse(client: &mut Peer, server: &mut Peer) {
    client.run();
    server.run();
    loop {
        let (to_server, to_client) = (client.output(), server.output());
        if to_server.is_empty() && to_client.is_empty() {
            return;
        }
        server.feed(&to_server);
        client.feed(&to_client);
    }
}

pub(super) fn common() -> Common {
    Common {
        suites: CipherSuite::ALL.to_vec(),
        groups: vec![NamedGroup::X25519, NamedGroup::SECP256R1, NamedGroup::SECP384R1],
        signature_schemes: vec![
            SignatureScheme::ED25519,
            SignatureScheme::ECDSA_SECP256R1_SHA256,
            SignatureScheme::ECDSA_SECP384R1_SHA384,
            SignatureScheme::ECDSA_SECP521R1_SHA512,
            SignatureScheme::RSA_PSS_RSAE_SHA256,
        ],
        protocols: Vec::new(),
        certificates: true,
        psk_modes: BOTH_MODES,
        report_secrets: true,
        max_content: MAX_CONTENT,
    }
}

pub(super) fn client_config() -> ClientConfig {
    ClientConfig { common: common(), server_name: None, psk: None, tickets: TicketUse::Reported }
}

pub(super) fn server_config() -> ServerConfig {
    ServerConfig { common: common(), tickets: 0, early_data: None }
}

/// A client and a server with a certificate.
pub(super) fn with_certificate() -> (Peer, Peer) {
    let client = Peer::client(client_config(), Answers::new(None));
    (client, Peer::server(server_config(), Answers::new(Some(TestKey::Ed25519))))
}

/// A client and a server, both with certificates.
pub(super) fn with_certificates() -> (Peer, Peer) {
    let (mut client, mut server) = with_certificate();
    client.answers.own = Some(TestKey::Ed25519);
    server.answers.client_certificate = ClientCertificate::Required;
    (client, server)
}

/// The configurations of a client and a server with a key in common, and the latter's answers.
pub(super) fn psk_configs(key: SharedKey) -> (ClientConfig, ServerConfig, Answers) {
    let (mut client, mut server) = (client_config(), server_config());
    client.psk = Some(key.offer());
    client.common.certificates = false;
    server.common.certificates = false;
    let mut answers = Answers::new(None);
    answers.keys.push(key);
    (client, server, answers)
}

/// A client and a server with a key in common and no certificates.
pub(super) fn with_psk() -> (Peer, Peer) {
    let (client, server, answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha256));
    (Peer::client(client, Answers::new(None)), Peer::server(server, answers))
}

/// Like `pair`, with the handshake behind them.
pub(super) fn connected((mut client, mut server): (Peer, Peer)) -> (Peer, Peer) {
    converse(&mut client, &mut server);
    assert_eq!((client.result(), server.result()), (Ok(true), Ok(true)));
    (client, server)
}
