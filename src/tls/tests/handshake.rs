//! Whole handshakes between the client and the server.

use super::pair::*;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::PskKind;
use crate::tls::connection::{ClientCertificate, SecretLabel};
use crate::tls::error::Error;
use crate::tls::record::expansion;

/// Data goes both ways and the two agree on everything that they report.
fn talk(client: &mut Peer, server: &mut Peer) {
    client.write(b"ping");
    server.write(b"pong");
    converse(client, server);
    assert!(server.data.ends_with(b"ping") && client.data.ends_with(b"pong"));
    for label in [
        SecretLabel::ClientHandshake,
        SecretLabel::ServerHandshake,
        SecretLabel::ClientApplication,
        SecretLabel::ServerApplication,
    ] {
        assert_eq!(client.secret(label), server.secret(label));
    }
    let (ours, theirs) = (client.connection.negotiated(), server.connection.negotiated());
    assert_eq!(ours.suite, theirs.suite);
    assert_eq!(ours.group, theirs.group);
    assert_eq!(ours.protocol, theirs.protocol);
    assert_eq!(ours.psk, theirs.psk);
    assert_eq!(client.randoms, server.randoms);
    let (mut a, mut b) = ([0; 40], [0; 40]);
    client.connection.export(b"label", b"context", &mut a).unwrap();
    server.connection.export(b"label", b"context", &mut b).unwrap();
    assert_eq!(a, b);
    assert_ne!(a, [0; 40]);
}

#[test]
fn a_key_in_common_is_enough() {
    let (mut client, mut server) = connected(with_psk());
    talk(&mut client, &mut server);
    assert_eq!(client.connection.negotiated().psk, Some(PskKind::External));
}

#[test]
fn every_suite_carries_data_and_adds_what_it_says() {
    for suite in CipherSuite::ALL {
        let (mut client, server, answers) = psk_configs(SharedKey::external(suite.hash()));
        client.common.suites = vec![suite];
        let pair = (Peer::client(client, Answers::new(None)), Peer::server(server, answers));
        let (mut client, mut server) = connected(pair);
        assert_eq!(client.connection.negotiated().suite, Some(suite));
        talk(&mut client, &mut server);
        for len in [0, 1, 15, 16, 17, 1 << 14] {
            let data = vec![7; len];
            client.write(&data);
            let record = client.output();
            assert_eq!(record.len(), len + expansion(suite), "{suite:?}");
            server.feed(&record);
            assert!(server.data.ends_with(&data), "{suite:?} {len}");
        }
        client.write(b"data");
        let mut record = client.output();
        *record.last_mut().unwrap() ^= 1;
        server.feed(&record);
        assert_eq!(server.error, Some(Error::BadRecordMac));
    }
}

#[test]
fn keys_are_exchanged_in_every_group() {
    for group in [NamedGroup::X25519, NamedGroup::SECP256R1, NamedGroup::SECP384R1, NamedGroup::SECP521R1] {
        let mut others =
            vec![NamedGroup::SECP521R1, NamedGroup::X25519, NamedGroup::SECP256R1, NamedGroup::SECP384R1];
        others.retain(|other| *other != group);
        // With a share at once, and after a HelloRetryRequest.
        for groups in [vec![group], [&others[..], &[group]].concat()] {
            let (mut client, mut server) = (client_config(), server_config());
            client.common.groups = groups;
            server.common.groups = vec![group];
            let mut answers = Answers::new(None);
            answers.own = Some(TestKey::Ed25519);
            let pair = (Peer::client(client, Answers::new(None)), Peer::server(server, answers));
            let (mut client, mut server) = connected(pair);
            assert_eq!(client.connection.negotiated().group, Some(group));
            talk(&mut client, &mut server);
        }
    }
}

#[test]
fn a_server_proves_itself_with_each_kind_of_key() {
    for key in TestKey::ALL {
        let (client, mut server) = with_certificate();
        server.answers.own = Some(key);
        let (mut client, mut server) = connected((client, server));
        talk(&mut client, &mut server);
        assert_eq!(client.connection.negotiated().psk, None);
    }
}

#[test]
fn a_client_proves_itself_when_asked() {
    for key in TestKey::ALL {
        let (mut client, server) = with_certificates();
        client.answers.own = Some(key);
        let (mut client, mut server) = connected((client, server));
        talk(&mut client, &mut server);
    }
}

#[test]
fn a_client_without_a_certificate_is_taken_or_refused_as_configured() {
    for (wanted, outcome) in [
        (ClientCertificate::Optional, Ok(true)),
        (ClientCertificate::Required, Err(Error::CertificateRequired)),
    ] {
        let (mut client, mut server) = with_certificate();
        server.answers.client_certificate = wanted;
        converse(&mut client, &mut server);
        assert_eq!(server.result(), outcome);
    }
}

#[test]
fn whoever_refuses_a_peer_says_why() {
    let alert = |error: Error| Error::PeerAlert(error.alert().unwrap());
    let (mut client, mut server) = with_certificate();
    client.answers.accepts_peer = false;
    converse(&mut client, &mut server);
    assert_eq!(server.error, Some(alert(client.error.unwrap())));
    let (mut client, mut server) = with_certificates();
    server.answers.accepts_peer = false;
    converse(&mut client, &mut server);
    assert_eq!(client.error, Some(alert(server.error.unwrap())));
}

#[test]
fn tickets_resume_in_each_direction() {
    for hash in [HashAlgorithm::Sha256, HashAlgorithm::Sha384] {
        let mut config = server_config();
        config.tickets = 3;
        config.common.suites.retain(|suite| suite.hash() == hash);
        let (client, server) = with_certificate();
        let server = Peer::server(config, server.answers);
        let (client, server) = connected((client, server));
        assert_eq!(client.tickets.len(), 3);
        for ticket in &client.tickets {
            assert_eq!(ticket.lifetime, 3600);
            let key = SharedKey::resumed(ticket);
            assert!(server.answers.keys.iter().any(|k| k.key == key.key && k.identity == key.identity));
            let (client, server, answers) = psk_configs(key);
            let pair = (Peer::client(client, Answers::new(None)), Peer::server(server, answers));
            let (mut client, mut server) = connected(pair);
            talk(&mut client, &mut server);
            assert_eq!(client.connection.negotiated().psk, Some(PskKind::Resumption));
        }
    }
}
