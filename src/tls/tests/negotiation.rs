//! What two sides agree on (RFC 8446 sections 4.1.1 and 4.2).

use super::pair::*;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{ClientConfig, PskKind, ServerConfig};
use crate::tls::connection::Phase;
use crate::tls::error::{Alert, Error};
use crate::tls::message::client_hello::PskModes;

const MODES: [PskModes; 4] = [
    PskModes { psk_only: false, psk_dhe: false },
    PskModes { psk_only: false, psk_dhe: true },
    PskModes { psk_only: true, psk_dhe: false },
    BOTH_MODES,
];

/// Every way to put the items of `all` in order, some left out, not all.
fn orders<T: Copy + PartialEq>(all: &[T]) -> Vec<Vec<T>> {
    let mut orders: Vec<Vec<T>> = Vec::new();
    let mut longer: Vec<Vec<T>> = vec![Vec::new()];
    while let Some(list) = longer.pop() {
        let rest = all.iter().filter(|item| !list.contains(item));
        longer.extend(rest.map(|item| [list.as_slice(), &[*item]].concat()));
        if !list.is_empty() {
            orders.push(list);
        }
    }
    orders
}

fn talk(client: ClientConfig, server: ServerConfig, mut answers: Answers) -> (Peer, Peer) {
    if server.common.certificates {
        answers.own = Some(TestKey::Ed25519);
    }
    let (mut client, mut server) = (Peer::client(client, Answers::new(None)), Peer::server(server, answers));
    converse(&mut client, &mut server);
    (client, server)
}

/// The server fails with `error`, and the client hears of it.
fn assert_refused((client, server): &(Peer, Peer), error: Error, what: &str) {
    assert_eq!(server.error, Some(error), "{what}");
    assert_eq!(client.error, Some(Error::PeerAlert(error.alert().unwrap())), "{what}");
}

#[test]
fn the_suite_is_the_clients_first_that_the_server_speaks() {
    let suites =
        [CipherSuite::Aes256GcmSha384, CipherSuite::Chacha20Poly1305Sha256, CipherSuite::Aes128Ccm8Sha256];
    for ours in orders(&suites) {
        for theirs in orders(&suites) {
            let (mut client, mut server) = (client_config(), server_config());
            client.common.suites = ours.clone();
            server.common.suites = theirs.clone();
            let pair = talk(client, server, Answers::new(None));
            match ours.iter().find(|suite| theirs.contains(suite)) {
                None => assert_refused(&pair, Error::HandshakeFailure, "no suite"),
                Some(suite) => {
                    let (mut client, mut server) = connected(pair);
                    assert_eq!(client.connection.negotiated().suite, Some(*suite));
                    client.write(b"data");
                    converse(&mut client, &mut server);
                    assert_eq!(server.data, b"data");
                }
            }
        }
    }
}

#[test]
fn the_group_is_the_servers_first_with_a_share_or_else_its_first() {
    const GROUPS: [NamedGroup; 3] = [NamedGroup::X25519, NamedGroup::SECP256R1, NamedGroup::SECP384R1];
    for ours in orders(&GROUPS) {
        for theirs in orders(&GROUPS) {
            let (mut client, mut server) = (client_config(), server_config());
            client.common.groups = ours.clone();
            server.common.groups = theirs.clone();
            let pair = talk(client, server, Answers::new(None));
            let shares = &ours[..ours.len().min(2)];
            let chosen = theirs.iter().find(|group| shares.contains(group));
            match chosen.or(theirs.iter().find(|group| ours.contains(group))) {
                None => assert_refused(&pair, Error::HandshakeFailure, "no group"),
                Some(group) => {
                    let (client, server) = connected(pair);
                    assert_eq!(client.connection.negotiated().group, Some(*group), "{ours:?} {theirs:?}");
                    assert_eq!(server.connection.negotiated().group, Some(*group));
                }
            }
        }
    }
}

#[test]
fn a_key_is_used_where_both_sides_have_a_mode_in_common() {
    for ours in MODES {
        for theirs in MODES {
            for (client_certificates, server_certificates) in
                [(false, false), (false, true), (true, false), (true, true)]
            {
                for hash in [HashAlgorithm::Sha256, HashAlgorithm::Sha384] {
                    let what = format!("{ours:?} {theirs:?} {client_certificates} {server_certificates}");
                    let (mut client, mut server, answers) = psk_configs(SharedKey::external(hash));
                    client.common.psk_modes = ours;
                    server.common.psk_modes = theirs;
                    client.common.certificates = client_certificates;
                    server.common.certificates = server_certificates;
                    let pair = talk(client, server, answers);
                    let dhe = ours.psk_dhe && theirs.psk_dhe;
                    let usable = dhe || (ours.psk_only && theirs.psk_only);
                    if !ours.any() && !client_certificates {
                        assert_eq!(pair.0.error, Some(Error::Misuse), "{what}: nothing to offer");
                        continue;
                    }
                    let certificates = client_certificates && server_certificates;
                    if !(usable || certificates) {
                        assert_refused(&pair, Error::NoKeyExchangeMode, &what);
                        continue;
                    }
                    let (client, server) = connected(pair);
                    for peer in [&client, &server] {
                        let agreed = peer.connection.negotiated();
                        assert_eq!(agreed.psk, usable.then_some(PskKind::External), "{what}");
                        assert_eq!(agreed.group.is_some(), dhe || !usable, "{what}");
                        assert!(!usable || agreed.suite.unwrap().hash() == hash, "{what}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_key_that_no_suite_goes_with_is_left_aside() {
    for (ours, theirs) in
        [(HashAlgorithm::Sha256, None), (HashAlgorithm::Sha384, Some(HashAlgorithm::Sha256))]
    {
        for certificates in [false, true] {
            let (mut client, mut server, answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha384));
            client.common.certificates = certificates;
            server.common.certificates = certificates;
            client.common.suites.retain(|suite| ours == HashAlgorithm::Sha384 || suite.hash() == ours);
            server.common.suites.retain(|suite| theirs.is_none_or(|theirs| suite.hash() == theirs));
            let pair = talk(client, server, answers);
            if certificates {
                let (client, _) = connected(pair);
                assert_eq!(client.connection.negotiated().psk, None);
            } else if theirs.is_none() {
                assert_eq!(pair.0.error, Some(Error::Misuse));
            } else {
                assert_refused(&pair, Error::NoKeyExchangeMode, "no suite for the key");
            }
        }
    }
}

#[test]
fn a_wrong_key_is_a_wrong_binder() {
    let (mut client, server, answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha256));
    let wrong = SharedKey { key: vec![8; 32], ..SharedKey::external(HashAlgorithm::Sha256) };
    client.psk = Some(wrong.offer());
    assert_refused(&talk(client, server, answers), Error::Decrypt, "another key");
    // The same key from elsewhere is another key (RFC 8446 section 4.2.11.2).
    let (mut client, server, answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha256));
    let resumed = SharedKey { kind: PskKind::Resumption, ..SharedKey::external(HashAlgorithm::Sha256) };
    client.psk = Some(resumed.offer());
    assert_refused(&talk(client, server, answers), Error::Decrypt, "a key of another kind");
}

#[test]
fn an_unknown_identity_leads_to_certificates() {
    let (mut client, mut server, mut answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha256));
    client.common.certificates = true;
    server.common.certificates = true;
    answers.keys.clear();
    let (client, _) = connected(talk(client, server, answers));
    assert_eq!(client.connection.negotiated().psk, None);
}

#[test]
fn the_protocol_is_the_servers_first_that_the_client_lists() {
    let list = |names: &[&str]| {
        let each =
            names.iter().flat_map(|name| [&[u8::try_from(name.len()).unwrap()], name.as_bytes()].concat());
        each.collect::<Vec<u8>>()
    };
    type Names = &'static [&'static str];
    type Case = (Names, Names, Result<Option<&'static str>, Error>);
    let cases: &[Case] = &[
        (&[], &[], Ok(None)),
        (&["h2"], &[], Ok(None)),
        (&[], &["h2"], Ok(None)),
        (&["h2"], &["h2"], Ok(Some("h2"))),
        (&["a", "b"], &["b", "a"], Ok(Some("b"))),
        (&["h2", "http/1.1"], &["http/1.1"], Ok(Some("http/1.1"))),
        (&["h2"], &["h"], Err(Error::NoApplicationProtocol)),
        (&["h"], &["h2", "H"], Err(Error::NoApplicationProtocol)),
    ];
    for (ours, theirs, expected) in cases {
        let (mut client, mut server) = (client_config(), server_config());
        client.common.protocols = list(ours);
        server.common.protocols = list(theirs);
        let pair = talk(client, server, Answers::new(None));
        match expected {
            Err(error) => assert_refused(&pair, *error, "no protocol in common"),
            Ok(name) => {
                let (client, server) = connected(pair);
                for peer in [client, server] {
                    let protocol = peer.connection.negotiated().protocol.clone();
                    assert_eq!(protocol.as_deref(), name.map(str::as_bytes));
                }
            }
        }
    }
}

#[test]
fn a_server_hears_the_name_that_it_is_asked_for() {
    for name in [None, Some(b"example.org".to_vec())] {
        let mut client = client_config();
        client.server_name = name.clone();
        let (_, server) = connected(talk(client, server_config(), Answers::new(None)));
        assert_eq!(server.answers.heard_name, name);
        assert_eq!(server.connection.negotiated().server_name, name);
        assert_eq!(server.answers.heard_schemes, common().signature_schemes);
    }
}

#[test]
fn a_server_without_a_certificate_has_nothing_to_offer() {
    let (client, server) = with_certificate();
    let mut server = Peer::server(server_config(), Answers { own: None, ..server.answers });
    let mut client = client;
    converse(&mut client, &mut server);
    assert_refused(&(client, server), Error::HandshakeFailure, "no certificate");
}

#[test]
fn a_server_sends_tickets_only_to_those_who_can_use_them() {
    for (modes, count) in [(BOTH_MODES, 2), (MODES[0], 0)] {
        let (mut client, mut server) = (client_config(), server_config());
        client.common.psk_modes = modes;
        server.tickets = 2;
        let (client, server) = connected(talk(client, server, Answers::new(None)));
        assert_eq!((client.tickets.len(), server.answers.keys.len()), (count, count));
    }
}

#[test]
fn a_resumed_connection_gives_tickets_too_and_chains_go_on() {
    let (mut client, mut server) = (client_config(), server_config());
    server.tickets = 1;
    let (first, _) = connected(talk(client, server, Answers::new(None)));
    let mut ticket = SharedKey::resumed(&first.tickets[0]);
    for _ in 0..4 {
        (client, server) = (client_config(), server_config());
        client.psk = Some(ticket.offer());
        server.tickets = 1;
        let mut answers = Answers::new(None);
        answers.keys.push(ticket);
        let (next, _) = connected(talk(client, server, answers));
        assert_eq!(next.connection.negotiated().psk, Some(PskKind::Resumption));
        ticket = SharedKey::resumed(&next.tickets[0]);
    }
}

#[test]
fn two_connections_share_nothing() {
    let run = || {
        let (client, _) = connected(with_psk());
        let mut out = [0; 32];
        client.connection.export(b"label", b"", &mut out).unwrap();
        let secrets = client.secrets.into_iter().map(|(_, secret)| secret).collect::<Vec<_>>();
        (secrets, out, client.randoms)
    };
    let (a, b) = (run(), run());
    assert!(a.0.iter().all(|secret| !b.0.contains(secret)));
    assert!(a.1 != b.1 && a.2 != b.2);
}

#[test]
fn what_is_asked_for_at_the_wrong_time_is_misuse() {
    let (mut client, _) = with_psk();
    assert_eq!(client.connection.write(b"early"), Err(Error::Misuse));
    assert_eq!(client.connection.update_keys(false), Err(Error::Misuse));
    assert_eq!(client.connection.export(b"label", b"", &mut [0; 16]), Err(Error::Misuse));
    assert_eq!(client.connection.phase(), Some(Phase::ClientHello));
    assert_eq!(client.connection.answer_signature(b"nobody asked").err(), Some(Error::Misuse));
    assert_eq!(client.connection.step().err(), Some(Error::Misuse));
    let (client, mut server) = connected(with_psk());
    assert_eq!(client.connection.phase(), Some(Phase::Over));
    assert!(client.connection.is_established());
    for len in [255 * 48 + 1, usize::from(u16::MAX) + 1] {
        assert_eq!(client.connection.export(b"label", b"", &mut vec![0; len]), Err(Error::Misuse));
    }
    assert_eq!(client.connection.export(&[b'x'; 250], b"", &mut [0; 16]), Err(Error::Misuse));
    server.connection.send_alert(2, Alert::INTERNAL_ERROR).unwrap();
    let mut client = client;
    client.feed(&server.output());
    assert_eq!(client.error, Some(Error::PeerAlert(Alert::INTERNAL_ERROR)));
}
