//! Early data: sent, taken, refused, and by whom (RFC 8446 sections 2.3 and 4.2.10).

use super::hello::Hello;
use super::pair::*;
use super::tap::*;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{ClientConfig, PskKind, ServerConfig};
use crate::tls::connection::{EarlyDataStatus, Phase, SecretLabel};
use crate::tls::error::Error;
use crate::tls::message::HandshakeType;
use crate::tls::message::extension::ExtensionType;

const SUITE: CipherSuite = CipherSuite::Chacha20Poly1305Sha256;
const MAX_SIZE: u32 = 100;

/// A ticket's key, with early data allowed for a protocol.
fn ticket(protocol: &[u8], max_size: u32) -> SharedKey {
    let mut key = SharedKey::external(HashAlgorithm::Sha256);
    key.kind = PskKind::Resumption;
    key.early_data = Some((SUITE, protocol.to_vec(), max_size));
    key
}

/// A client with a ticket that allows early data, and a server that takes it; `change` may change either.
fn pair(change: impl FnOnce(&mut ClientConfig, &mut ServerConfig, &mut Answers)) -> (Peer, Peer) {
    let (mut client, mut server, mut answers) = psk_configs(ticket(b"", MAX_SIZE));
    (client.common.suites, server.common.suites) = (vec![SUITE], vec![SUITE]);
    server.early_data = Some(MAX_SIZE);
    change(&mut client, &mut server, &mut answers);
    (Peer::client(client, Answers::new(None)), Peer::server(server, answers))
}

fn write_early(client: &mut Peer, data: &[u8]) -> Option<usize> {
    client.connection.write_early(data).unwrap()
}

/// The connection works in both directions.
fn check_data(client: &mut Peer, server: &mut Peer) {
    assert_eq!((client.result(), server.result()), (Ok(true), Ok(true)));
    client.write(b"ping");
    server.feed(&client.output());
    server.write(b"pong");
    client.feed(&server.output());
    assert_eq!((server.data.as_slice(), client.data.as_slice()), (b"ping".as_slice(), b"pong".as_slice()));
}

/// Early data was offered, and the server has passed over it.
fn check_rejected(mut client: Peer, mut server: Peer, title: &str) {
    client.run();
    assert_eq!(write_early(&mut client, b"early"), Some(5), "{title}");
    converse(&mut client, &mut server);
    assert_eq!((client.error, server.error), (None, None), "{title}");
    assert_eq!(client.connection.negotiated().early_data, EarlyDataStatus::Rejected, "{title}");
    assert_eq!(server.early_data, b"", "{title}");
    assert_eq!(write_early(&mut client, b"late"), None);
    check_data(&mut client, &mut server);
}

#[test]
fn early_data_arrives_before_the_handshake_is_over() {
    let (mut client, mut server) = pair(|_, _, _| {});
    assert_eq!(write_early(&mut client, b"too soon"), None);
    client.run();
    assert_eq!(write_early(&mut client, b"early "), Some(6));
    assert_eq!(write_early(&mut client, b"data"), Some(4));
    server.feed(&client.output());
    assert_eq!((server.early_data.as_slice(), server.result()), (b"early data".as_slice(), Ok(false)));
    assert_eq!(server.connection.phase(), Some(Phase::EndOfEarlyData));
    assert_eq!(server.answers.heard_keys.len(), 1);
    assert_eq!(write_early(&mut client, b", more"), Some(6));
    server.feed(&client.output());
    assert_eq!(server.early_data, b"early data, more");
    converse(&mut client, &mut server);
    for peer in [&client, &server] {
        assert_eq!(peer.connection.negotiated().early_data, EarlyDataStatus::Accepted);
        assert_eq!(peer.secrets.iter().filter(|(label, _)| *label == SecretLabel::ClientEarly).count(), 1);
    }
    assert_eq!(client.secret(SecretLabel::ClientEarly), server.secret(SecretLabel::ClientEarly));
    assert_eq!(write_early(&mut client, b"late"), None);
    check_data(&mut client, &mut server);
}

#[test]
fn early_data_may_come_in_any_parts_or_not_at_all() {
    for (parts, most) in [(0, 1), (0, 100), (1, 1), (3, 7), (5, 100)] {
        let (mut client, mut server) = pair(|_, _, _| {});
        client.run();
        for _ in 0..parts {
            assert_eq!(write_early(&mut client, &[7; 20]), Some(20));
        }
        loop {
            let (to_server, to_client) = (client.output(), server.output());
            if to_server.is_empty() && to_client.is_empty() {
                break;
            }
            server.feed_in_parts(&to_server, most);
            client.feed_in_parts(&to_client, most);
        }
        assert_eq!(server.early_data, vec![7; 20 * parts]);
        assert_eq!(client.connection.negotiated().early_data, EarlyDataStatus::Accepted);
        check_data(&mut client, &mut server);
    }
}

#[test]
fn the_ticket_says_how_much() {
    let (mut client, mut server) = pair(|_, _, _| {});
    client.run();
    assert_eq!(write_early(&mut client, &[7; 60]), Some(60));
    assert_eq!(write_early(&mut client, &[7; 60]), Some(40));
    assert_eq!(write_early(&mut client, &[7; 60]), None);
    converse(&mut client, &mut server);
    assert_eq!(server.early_data.len(), 100);
    check_data(&mut client, &mut server);

    // A client that sends more.
    let (mut client, mut server) = pair(|client, _, _| {
        if let Some(psk) = client.psk.as_mut().and_then(|psk| psk.psk.early_data.as_mut()) {
            psk.max_size += 1;
        }
    });
    client.run();
    assert_eq!(write_early(&mut client, &[7; 100]), Some(100));
    assert_eq!(write_early(&mut client, &[7; 1]), Some(1));
    server.feed(&client.output());
    assert_eq!((server.early_data.len(), server.error), (100, Some(Error::UnexpectedMessage)));
}

#[test]
fn a_client_offers_none_that_would_be_misread() {
    type Change = fn(&mut ClientConfig);
    let changes: [(&str, Change); 4] = [
        ("no early data", |client| client.psk.as_mut().unwrap().psk.early_data = None),
        ("another suite", |client| client.common.suites = vec![CipherSuite::Aes128GcmSha256]),
        ("another protocol", |client| {
            client.psk.as_mut().unwrap().psk.early_data.as_mut().unwrap().protocol = b"h2".to_vec();
            client.common.protocols = b"\x02h3".to_vec();
        }),
        ("no modes", |client| {
            client.common.psk_modes = Default::default();
            client.common.certificates = true;
        }),
    ];
    for (title, change) in changes {
        let (mut client, _) = pair(|client, _, _| change(client));
        client.run();
        assert_eq!(write_early(&mut client, b"early"), None, "{title}");
        assert_eq!(client.connection.negotiated().early_data, EarlyDataStatus::NotOffered, "{title}");
        let hello = client.output();
        assert_eq!(Hello::parse(&records(&hello)[0][5..]).get(ExtensionType::EARLY_DATA), None, "{title}");
    }
}

#[test]
fn a_server_passes_over_it_and_goes_on() {
    type Change = fn(&mut ClientConfig, &mut ServerConfig, &mut Answers);
    let changes: [(&str, Change); 6] = [
        ("switched off", |_, server, _| server.early_data = None),
        ("taken before", |_, _, answers| answers.accepts_early_data = false),
        ("the ticket allows none", |_, _, answers| answers.keys[0].early_data = None),
        ("another suite", |client, server, _| {
            client.common.suites = vec![CipherSuite::Aes128GcmSha256, SUITE];
            server.common.suites = vec![CipherSuite::Aes128GcmSha256];
        }),
        ("another protocol", |client, server, _| {
            client.common.protocols = b"\x02h2".to_vec();
            server.common.protocols = b"\x02h2".to_vec();
        }),
        ("a retry", |client, server, _| {
            client.common.groups = vec![NamedGroup::X25519, NamedGroup::SECP256R1, NamedGroup::SECP384R1];
            server.common.groups = vec![NamedGroup::SECP384R1];
        }),
    ];
    for (title, change) in changes {
        let (client, server) = pair(change);
        check_rejected(client, server, title);
    }
}

#[test]
fn a_forgotten_ticket_leads_to_a_full_handshake() {
    let (client, server) = pair(|client, server, answers| {
        (client.common.certificates, server.common.certificates) = (true, true);
        (answers.keys, answers.own) = (Vec::new(), Some(TestKey::Ed25519));
    });
    check_rejected(client, server, "a forgotten ticket");
}

#[test]
fn what_is_passed_over_follows_the_configuration() {
    for (max_size, passes) in [(None, false), (Some(1 << 20), true)] {
        let (mut client, mut server) = pair(|client, server, answers| {
            client.psk.as_mut().unwrap().psk.early_data.as_mut().unwrap().max_size = 1 << 20;
            server.early_data = max_size;
            answers.accepts_early_data = false;
        });
        client.run();
        for _ in 0..64 {
            assert_eq!(write_early(&mut client, &[7; 1 << 14]), Some(1 << 14));
        }
        server.feed(&client.output());
        assert_eq!(server.error, (!passes).then_some(Error::BadRecordMac));
    }
}

#[test]
fn the_protocol_must_be_the_ticket_s() {
    let with_protocol = || {
        pair(|client, server, answers| {
            client.psk = Some(ticket(b"h2", MAX_SIZE).offer());
            answers.keys = vec![ticket(b"h2", MAX_SIZE)];
            client.common.protocols = b"\x02h3\x02h2".to_vec();
            server.common.protocols = b"\x02h2".to_vec();
        })
    };
    let (mut client, mut server) = with_protocol();
    client.run();
    assert_eq!(write_early(&mut client, b"early"), Some(5));
    converse(&mut client, &mut server);
    assert_eq!(server.early_data, b"early");
    check_data(&mut client, &mut server);

    // A server that takes it for another one, or under another suite.
    for (extensions, expected) in [
        ([&[0, 11, 0, 16, 0, 5, 0, 3, 2][..], b"h2", &[0, 42, 0, 0][..]], None),
        ([&[0, 13, 0, 16, 0, 5, 0, 3, 2][..], b"h3", &[0, 42, 0, 0][..]], Some(Error::IllegalParameter)),
        ([&[0, 4, 0, 42, 0, 0][..], b"", b""], Some(Error::IllegalParameter)),
        ([&[0, 5, 0, 42, 0, 1, 0][..], b"", b""], Some(Error::Decode)),
    ] {
        let (mut client, mut server) = with_protocol();
        client.run();
        server.feed(&client.output());
        let flight = server.output();
        client.feed(records(&flight)[0]);
        let mut body = extensions.concat();
        body[1] = u8::try_from(body.len() - 2).unwrap();
        let mut line = Line::of(&server, SecretLabel::ServerHandshake);
        client.feed(&line.seal(HANDSHAKE, &message(HandshakeType::ENCRYPTED_EXTENSIONS, &body)));
        assert_eq!(client.error, expected);
    }
}

#[test]
fn the_end_of_early_data_is_due_under_its_key_and_only_there() {
    // The server is halfway: early data has come.
    let halfway = || {
        let (mut client, mut server) = pair(|_, _, _| {});
        client.run();
        assert_eq!(write_early(&mut client, b"early"), Some(5));
        server.feed(&client.output());
        let mut early = Line::of(&server, SecretLabel::ClientEarly);
        early.seal(DATA, b"early");
        client.feed(&server.output());
        let handshake = Line::of(&server, SecretLabel::ClientHandshake);
        let mut flight = client.output();
        let mut open = Line::of(&server, SecretLabel::ClientEarly);
        let first = records(&flight)[0].len();
        open.seal(DATA, b"");
        assert_eq!(open.open(&flight[..first]), (HANDSHAKE, vec![5, 0, 0, 0]));
        flight.drain(..first);
        (server, early, handshake, flight)
    };
    let end = message(HandshakeType::END_OF_EARLY_DATA, &[]);
    let (mut server, mut early, _, finished) = halfway();
    server.feed(&early.seal(HANDSHAKE, &end));
    assert_eq!((server.error, server.connection.phase()), (None, Some(Phase::ClientFinished)));
    server.feed(&finished);
    assert_eq!(server.result(), Ok(true));

    let (mut server, mut early, ..) = halfway();
    server.feed(&early.seal(HANDSHAKE, &message(HandshakeType::END_OF_EARLY_DATA, &[0])));
    assert_eq!(server.error, Some(Error::Decode), "a body");
    let (mut server, mut early, ..) = halfway();
    server.feed(&early.seal(HANDSHAKE, &[end.as_slice(), &end].concat()));
    assert_eq!(server.error, Some(Error::UnexpectedMessage), "something behind it under the same key");
    let (mut server, .., finished) = halfway();
    server.feed(&finished);
    assert_eq!(server.error, Some(Error::BadRecordMac), "no end");
    let (mut server, mut early, mut handshake, _) = halfway();
    server.feed(&early.seal(HANDSHAKE, &end));
    server.feed(&handshake.seal(DATA, b"late"));
    assert_eq!(server.error, Some(Error::UnexpectedMessage), "data under the key of the handshake");
    for kind in (0..=u8::MAX).filter(|kind| HandshakeType(*kind) != HandshakeType::END_OF_EARLY_DATA) {
        let (mut server, mut early, ..) = halfway();
        server.feed(&early.seal(HANDSHAKE, &message(HandshakeType(kind), &[0; 32])));
        assert_eq!(server.error, Some(Error::UnexpectedMessage), "a message of type {kind}");
    }
}

#[test]
fn an_end_without_early_data_is_out_of_place() {
    let (mut client, mut server) = with_psk();
    client.run();
    server.feed(&client.output());
    let mut line = Line::of(&server, SecretLabel::ClientHandshake);
    server.feed(&line.seal(HANDSHAKE, &message(HandshakeType::END_OF_EARLY_DATA, &[])));
    assert_eq!(server.error, Some(Error::UnexpectedMessage));
}

#[test]
fn empty_records_of_early_data_come_to_an_end() {
    let (mut client, mut server) = pair(|_, _, _| {});
    client.run();
    for _ in 0..100 {
        assert_eq!(write_early(&mut client, b""), Some(0));
    }
    server.feed(&client.output());
    assert_eq!(server.error, Some(Error::TooMuch));
}

#[test]
fn a_second_key_takes_no_early_data() {
    let (mut client, mut server) = pair(|_, _, answers| {
        // Another key, of the client's first identity, that the server has forgotten.
        answers.keys.clear();
        answers.keys.push(ticket(b"", MAX_SIZE));
    });
    client.run();
    // One identity is all that our client offers, so index 0 it is.
    assert_eq!(write_early(&mut client, b"early"), Some(5));
    converse(&mut client, &mut server);
    assert_eq!(server.early_data, b"early");
}

#[test]
fn tickets_say_what_they_allow() {
    let (mut client, mut server) = pair(|_, server, answers| {
        server.tickets = 2;
        answers.max_early_data = 4096;
    });
    converse(&mut client, &mut server);
    assert_eq!(client.tickets.iter().map(|ticket| ticket.max_early_data).collect::<Vec<_>>(), [4096]);
    let (mut client, mut server) = pair(|_, server, _| server.tickets = 2);
    converse(&mut client, &mut server);
    assert_eq!(client.tickets.iter().map(|ticket| ticket.max_early_data).collect::<Vec<_>>(), [0]);
}

#[test]
fn the_record_size_of_a_server_counts_from_the_handshake_on() {
    let (mut client, mut server) = pair(|_, server, _| server.common.max_content = 64);
    client.run();
    assert_eq!(write_early(&mut client, &[7; 100]), Some(100));
    converse(&mut client, &mut server);
    assert_eq!(server.early_data.len(), 100);
    assert_eq!(client.connection.max_content(), 64);
    let mut line = Line::of(&server, SecretLabel::ClientApplication);
    server.feed(&line.seal(DATA, &[7; 65]));
    assert_eq!(server.error, Some(Error::RecordOverflow));
}

#[test]
fn a_refusal_meets_an_alert_that_the_client_can_read() {
    let (mut client, mut server) = pair(|_, _, answers| answers.accepts_early_data = true);
    client.run();
    write_early(&mut client, b"early");
    server.feed(&client.output());
    client.feed(&server.output());
    let error = server.connection.fail(Error::Internal);
    client.output();
    client.feed(&server.output());
    assert_eq!(client.error, error.alert().map(Error::PeerAlert));
}
