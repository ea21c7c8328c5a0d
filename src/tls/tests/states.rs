//! The state machine as data: every state is fed everything (RFC 8446 appendix A).

use super::pair::*;
use super::tap::*;
use crate::tls::connection::{ClientCertificate, SecretLabel};
use crate::tls::error::{Alert, Error};
use crate::tls::message::HandshakeType;

/// Every type of message that exists, and some that do not.
const TYPES: [u8; 20] = [0, 1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 14, 15, 16, 20, 22, 24, 25, 254, 255];

/// How the two come together, and the messages that each receives.
type Scenario = (&'static str, fn() -> (Peer, Peer), &'static [HandshakeType], &'static [HandshakeType]);

const SCENARIOS: [Scenario; 4] = [
    (
        "PSK",
        with_psk,
        &[HandshakeType::SERVER_HELLO, HandshakeType::ENCRYPTED_EXTENSIONS, HandshakeType::FINISHED],
        &[HandshakeType::CLIENT_HELLO, HandshakeType::FINISHED],
    ),
    (
        "certificate",
        with_certificate,
        &[
            HandshakeType::SERVER_HELLO,
            HandshakeType::ENCRYPTED_EXTENSIONS,
            HandshakeType::CERTIFICATE,
            HandshakeType::CERTIFICATE_VERIFY,
            HandshakeType::FINISHED,
        ],
        &[HandshakeType::CLIENT_HELLO, HandshakeType::FINISHED],
    ),
    (
        "both certificates",
        with_certificates,
        &[
            HandshakeType::SERVER_HELLO,
            HandshakeType::ENCRYPTED_EXTENSIONS,
            HandshakeType::CERTIFICATE_REQUEST,
            HandshakeType::CERTIFICATE,
            HandshakeType::CERTIFICATE_VERIFY,
            HandshakeType::FINISHED,
        ],
        &[
            HandshakeType::CLIENT_HELLO,
            HandshakeType::CERTIFICATE,
            HandshakeType::CERTIFICATE_VERIFY,
            HandshakeType::FINISHED,
        ],
    ),
    (
        "no client certificate",
        || {
            let (client, mut server) = with_certificate();
            server.answers.client_certificate = ClientCertificate::Optional;
            (client, server)
        },
        &[
            HandshakeType::SERVER_HELLO,
            HandshakeType::ENCRYPTED_EXTENSIONS,
            HandshakeType::CERTIFICATE_REQUEST,
            HandshakeType::CERTIFICATE,
            HandshakeType::CERTIFICATE_VERIFY,
            HandshakeType::FINISHED,
        ],
        &[HandshakeType::CLIENT_HELLO, HandshakeType::CERTIFICATE, HandshakeType::FINISHED],
    ),
];

/// A peer that has taken the first messages of a handshake.
struct Halfway {
    peer: Peer,
    /// The line on which the next message is due; none: it comes in the clear.
    line: Option<Line>,
    /// That message.
    next: Option<Vec<u8>>,
}

impl Halfway {
    fn feed(&mut self, kind: u8, content: &[u8]) {
        let record = self.line.as_mut().map_or_else(|| plain(kind, content), |line| line.seal(kind, content));
        self.peer.feed(&record);
    }

    /// The peer has given up, and told so once: under its key where there is one.
    fn expect_refusal(&mut self, error: Error, what: &str) {
        assert_eq!(self.peer.error, Some(error), "{what}");
        let said = self.peer.output();
        let alert = *records(&said).last().unwrap_or_else(|| panic!("{what}: no alert"));
        match self.line {
            None => assert_eq!(alert, plain(ALERT, &[2, error.alert().unwrap().0]), "{what}"),
            Some(_) => assert_eq!((alert[0], alert.len()), (DATA, 5 + 2 + 1 + 16), "{what}"),
        }
        self.peer.run();
        assert_eq!((self.peer.error, self.peer.output().len()), (Some(error), 0), "{what}");
    }
}

/// Brings a client or a server to where it has taken `taken` messages.
fn halfway(pair: fn() -> (Peer, Peer), is_client: bool, taken: usize) -> Halfway {
    let (mut client, mut server) = pair();
    client.run();
    let mut sent = client.output();
    server.feed(&sent);
    let labels = if is_client {
        sent = server.output();
        [SecretLabel::ServerHandshake, SecretLabel::ServerApplication]
    } else {
        client.feed(&server.output());
        sent.extend(client.output());
        [SecretLabel::ClientHandshake, SecretLabel::ClientApplication]
    };
    let lines = || labels.map(|label| Line::of(&server, label));
    let [handshake, application] = lines();
    let contents = reveal(&sent, handshake, application);
    let flight = contents.into_iter().filter(|content| content.0 == HANDSHAKE).flat_map(|content| content.1);
    let mut flight = messages(&flight.collect::<Vec<_>>()).into_iter();
    let [handshake, application] = lines();
    let (peer, heard) = match (is_client, taken) {
        (true, _) => (client, 0),
        (false, 0) => (pair().1, 0),
        (false, _) => (server, 1), // it has taken the hello
    };
    let mut half = Halfway { peer, line: None, next: None };
    let (mut handshake, mut application) = (Some(handshake), Some(application));
    for (at, message) in flight.by_ref().take(taken).enumerate() {
        if at >= heard {
            half.feed(HANDSHAKE, &message);
        }
        assert_eq!(half.peer.error, None, "message {at}");
        if at == 0 {
            half.line = handshake.take();
        } else if message[0] == HandshakeType::FINISHED.0 {
            half.line = application.take();
        }
    }
    half.next = flight.next();
    half.peer.output();
    half
}

/// Every state: its name, how to get there, and what it takes next.
fn states() -> impl Iterator<Item = (String, impl Fn() -> Halfway, Option<HandshakeType>)> {
    SCENARIOS.into_iter().flat_map(|(name, pair, client, server)| {
        [(true, client), (false, server)].into_iter().flat_map(move |(is_client, flight)| {
            (0..=flight.len()).map(move |taken| {
                let who = if is_client { "client" } else { "server" };
                let title = format!("{name}, {who} that has taken {taken}");
                (title, move || halfway(pair, is_client, taken), flight.get(taken).copied())
            })
        })
    })
}

#[test]
fn every_state_takes_the_message_that_is_due() {
    for (title, reach, due) in states() {
        let mut half = reach();
        let next = half.next.take();
        assert_eq!(next.as_ref().map(|message| HandshakeType(message[0])), due, "{title}");
        assert_eq!(half.peer.done, due.is_none(), "{title}");
        if let Some(message) = next {
            half.feed(HANDSHAKE, &message);
            assert_eq!(half.peer.error, None, "{title}");
        }
    }
}

#[test]
fn every_state_refuses_every_other_message() {
    for (title, reach, due) in states() {
        for kind in TYPES.map(HandshakeType) {
            let is_client = title.contains("client that");
            let allowed = match (due, kind) {
                (Some(due), kind) if due == kind => true,
                // A server may go without a request; what comes of that is another matter.
                (Some(HandshakeType::CERTIFICATE_REQUEST), HandshakeType::CERTIFICATE)
                | (None, HandshakeType::KEY_UPDATE) => true,
                (Some(HandshakeType::CERTIFICATE), HandshakeType::CERTIFICATE_REQUEST) => {
                    is_client && title.starts_with("certificate")
                }
                (None, HandshakeType::NEW_SESSION_TICKET) => is_client,
                _ => false,
            };
            let mut half = reach();
            half.feed(HANDSHAKE, &message(kind, &[]));
            let what = format!("{title}: {kind:?}");
            if allowed {
                half.expect_refusal(Error::Decode, &what); // it was empty
            } else {
                half.expect_refusal(Error::UnexpectedMessage, &what);
            }
        }
    }
}

#[test]
fn every_state_knows_what_to_do_with_other_records() {
    for (title, reach, due) in states() {
        // RFC 8446 section 5: passed over between the first hello and Finished.
        let mut half = reach();
        let is_first = title.ends_with("server that has taken 0");
        half.peer.feed(&plain(CCS, &[1]));
        if is_first || due.is_none() {
            half.expect_refusal(Error::UnexpectedMessage, &title);
        } else {
            assert_eq!(half.peer.error, None, "{title}");
        }
        for body in [[2].as_slice(), &[1, 1], &[]] {
            let mut half = reach();
            half.peer.feed(&plain(CCS, body));
            half.expect_refusal(Error::UnexpectedMessage, &title);
        }
        if reach().line.is_some() {
            let mut half = reach();
            half.feed(CCS, &[1]);
            half.expect_refusal(Error::UnexpectedMessage, &title);
        }
        // Data is for later.
        let mut half = reach();
        half.feed(DATA, b"data");
        if due.is_none() {
            assert_eq!((half.peer.error, half.peer.data.as_slice()), (None, b"data".as_slice()), "{title}");
        } else {
            half.expect_refusal(Error::UnexpectedMessage, &title);
        }
        // Types of record that do not exist, inside and outside.
        let mut half = reach();
        half.peer.feed(&plain(24, b"heartbeat"));
        half.expect_refusal(Error::InvalidRecord, &title);
        if reach().line.is_some() {
            let mut half = reach();
            half.feed(24, b"heartbeat");
            half.expect_refusal(Error::UnexpectedMessage, &title);
        }
    }
}

#[test]
fn every_state_takes_an_alert() {
    for (title, reach, _) in states() {
        for alert in [0, 1, 10, 20, 40, 42, 48, 50, 80, 86, 90, 100, 116, 120, 255].map(Alert) {
            let mut half = reach();
            half.feed(ALERT, &[1, alert.0]);
            match alert {
                Alert::CLOSE_NOTIFY => assert!(half.peer.closed && half.peer.error.is_none(), "{title}"),
                Alert::USER_CANCELED => assert!(!half.peer.closed && half.peer.error.is_none(), "{title}"),
                _ => assert_eq!(half.peer.error, Some(Error::PeerAlert(alert)), "{title}"),
            }
            assert!(half.peer.output().is_empty(), "{title}: an alert is not answered with one");
        }
        for (content, error) in [
            ([].as_slice(), Error::UnexpectedMessage),
            (&[2], Error::Decode),
            (&[1, 0, 0], Error::Decode),
            (&[1, 0, 1, 0], Error::Decode),
        ] {
            let mut half = reach();
            half.feed(ALERT, content);
            half.expect_refusal(error, &title);
        }
    }
}

#[test]
fn an_alert_in_the_clear_counts_only_until_something_was_protected() {
    for (title, reach, _) in states() {
        let mut half = reach();
        half.peer.feed(&plain(ALERT, &[1, 0]));
        // The first protected message of each side is its second one.
        let protected = !(title.ends_with("taken 0") || title.ends_with("taken 1"));
        if protected {
            half.expect_refusal(Error::UnexpectedMessage, &title);
        } else {
            assert_eq!((half.peer.error, half.peer.closed), (None, true), "{title}");
        }
    }
}

#[test]
fn handshake_bytes_in_the_clear_are_refused_once_there_are_keys() {
    for (title, reach, _) in states() {
        let mut half = reach();
        if half.line.is_some() {
            half.peer.feed(&plain(HANDSHAKE, &half.next.clone().unwrap_or(vec![24, 0, 0, 1, 0])));
            half.expect_refusal(Error::UnexpectedMessage, &title);
        } else {
            half.peer.feed(&plain(DATA, b"data"));
            half.expect_refusal(Error::UnexpectedMessage, &title);
        }
    }
}

#[test]
fn no_message_may_share_a_record_with_the_one_before_a_change_of_keys() {
    const KEY_UPDATE: [u8; 5] = [24, 0, 0, 1, 0];
    for (title, reach, due) in states() {
        let due = due.unwrap_or(HandshakeType::KEY_UPDATE);
        if ![
            HandshakeType::SERVER_HELLO,
            HandshakeType::CLIENT_HELLO,
            HandshakeType::FINISHED,
            HandshakeType::KEY_UPDATE,
        ]
        .contains(&due)
        {
            continue;
        }
        for trailer in [KEY_UPDATE.as_slice(), &KEY_UPDATE[..1]] {
            let mut half = reach();
            let next = half.next.take().unwrap_or(KEY_UPDATE.to_vec());
            half.feed(HANDSHAKE, &[&next, trailer].concat());
            assert_eq!(half.peer.error, Some(Error::UnexpectedMessage), "{title}");
        }
    }
}
