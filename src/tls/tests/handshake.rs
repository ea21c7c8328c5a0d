//! Whole handshakes between the client and the server.

use super::pair::*;
use crate::crypto::hash::HashAlgorithm;
use crate::tls::config::PskKind;
use crate::tls::connection::{ClientCertificate, SecretLabel};
use crate::tls::error::Error;

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
    assert_eq!(ours.client_random, theirs.client_random);
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
