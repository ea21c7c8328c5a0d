//! What each side makes of the other's encrypted flight (RFC 8446 sections 4.3 and 4.4).

use super::hello::vec16;
use super::pair::*;
use super::tap::*;
use crate::crypto::scheme::SignatureScheme;
use crate::tls::connection::{ClientCertificate, SecretLabel};
use crate::tls::error::Error;
use crate::tls::message::HandshakeType;
use crate::tls::message::certificate::append_entry;

/// What a message's body is turned into, its name and what that leads to.
type Case = (&'static str, fn(&[u8]) -> Vec<u8>, Result<(), Error>);

/// Feeds a client the server's flight up to the message `kind`, with that one's body changed.
fn client_hears(pair: (Peer, Peer), kind: HandshakeType, change: fn(&[u8]) -> Vec<u8>) -> Result<(), Error> {
    let (mut client, mut server) = pair;
    client.run();
    server.feed(&client.output());
    let flight = server.output();
    let lines = || {
        [SecretLabel::ServerHandshake, SecretLabel::ServerApplication].map(|label| Line::of(&server, label))
    };
    let [handshake, application] = lines();
    client.feed(records(&flight)[0]);
    hear(&mut client, &reveal(&flight, handshake, application)[1..], lines(), kind, change)
}

/// Feeds a server the client's last flight up to the message `kind`, with that one's body changed.
fn server_hears(pair: (Peer, Peer), kind: HandshakeType, change: fn(&[u8]) -> Vec<u8>) -> Result<(), Error> {
    let (mut client, mut server) = pair;
    client.run();
    server.feed(&client.output());
    client.feed(&server.output());
    let flight = client.output();
    let lines = || {
        [SecretLabel::ClientHandshake, SecretLabel::ClientApplication].map(|label| Line::of(&client, label))
    };
    let [handshake, application] = lines();
    hear(&mut server, &reveal(&flight, handshake, application), lines(), kind, change)
}

fn hear(
    peer: &mut Peer,
    contents: &[Content],
    [mut line, _]: [Line; 2],
    kind: HandshakeType,
    change: fn(&[u8]) -> Vec<u8>,
) -> Result<(), Error> {
    let flight = contents.iter().filter(|content| content.0 == HANDSHAKE).flat_map(|c| c.1.clone());
    for next in messages(&flight.collect::<Vec<_>>()) {
        if next[0] == kind.0 {
            peer.feed(&line.seal(HANDSHAKE, &message(kind, &change(&next[4..]))));
            return peer.error.map_or(Ok(()), Err);
        }
        peer.feed(&line.seal(HANDSHAKE, &next));
        assert_eq!(peer.error, None);
    }
    panic!("no {kind:?} in this flight")
}

/// Types and bodies of extensions.
type Extensions<'a> = &'a [(u16, &'a [u8])];

/// A block of extensions.
fn block(extensions: Extensions<'_>) -> Vec<u8> {
    let each = extensions.iter().flat_map(|(kind, body)| [kind.to_be_bytes().to_vec(), vec16(body)].concat());
    vec16(&each.collect::<Vec<_>>())
}

/// A client that offers a name and protocols where `offers`, and a server that answers neither.
fn with_offers(offers: bool) -> (Peer, Peer) {
    let mut config = client_config();
    if offers {
        config.server_name = Some(b"example.org".to_vec());
        config.common.protocols = b"\x02h2\x08http/1.1".to_vec();
    }
    (Peer::client(config, Answers::new(None)), with_certificate().1)
}

#[test]
fn encrypted_extensions_answer_what_was_offered() {
    const ILLEGAL: Result<(), Error> = Err(Error::IllegalParameter);
    const UNASKED: Result<(), Error> = Err(Error::UnsupportedExtension);
    // The extensions, and what comes of them where a name and protocols were offered, and where not.
    type Case = (Extensions<'static>, Result<(), Error>, Result<(), Error>);
    let cases: &[Case] = &[
        (&[], Ok(()), Ok(())),
        (&[(0, &[])], Ok(()), UNASKED),
        (&[(0, &[0])], Err(Error::Decode), UNASKED),
        (&[(16, &[0, 3, 2, b'h', b'2'])], Ok(()), UNASKED),
        (&[(16, &[0, 3, 2, b'h', b'3'])], ILLEGAL, UNASKED),
        (&[(16, &[0, 6, 2, b'h', b'2', 2, b'h', b'2'])], Err(Error::Decode), UNASKED),
        (&[(16, &[0, 1, 0])], Err(Error::Decode), UNASKED),
        (&[(16, &[0, 0])], Err(Error::Decode), UNASKED),
        (&[(10, &[0, 2, 0, 23])], Ok(()), Ok(())),
        (&[(42, &[])], UNASKED, UNASKED),
        (&[(1, &[1])], UNASKED, UNASKED),
        (&[(28, &[0, 64])], Ok(()), Ok(())),
        (&[(28, &[0x40, 1])], Ok(()), Ok(())),
        (&[(28, &[0, 63])], ILLEGAL, ILLEGAL),
        (&[(28, &[0x40, 2])], ILLEGAL, ILLEGAL),
        (&[(28, &[64])], Err(Error::Decode), Err(Error::Decode)),
        (&[(28, &[0, 64, 0])], Err(Error::Decode), Err(Error::Decode)),
        (&[(51, &[0, 29])], ILLEGAL, ILLEGAL),
        (&[(41, &[0, 0])], ILLEGAL, ILLEGAL),
        (&[(43, &[3, 4])], ILLEGAL, ILLEGAL),
        (&[(44, &[0, 1, 1])], ILLEGAL, ILLEGAL),
        (&[(13, &[0, 2, 4, 3])], ILLEGAL, ILLEGAL),
        (&[(0x4a4a, &[])], UNASKED, UNASKED),
        (&[(10, &[]), (10, &[])], ILLEGAL, ILLEGAL),
    ];
    for (extensions, offered, unoffered) in cases {
        for (offers, expected) in [(true, offered), (false, unoffered)] {
            let (mut client, mut server) = with_offers(offers);
            client.run();
            server.feed(&client.output());
            client.feed(records(&server.output())[0]);
            let mut line = Line::of(&server, SecretLabel::ServerHandshake);
            let body = block(extensions);
            client.feed(&line.seal(HANDSHAKE, &message(HandshakeType::ENCRYPTED_EXTENSIONS, &body)));
            assert_eq!(client.error.map_or(Ok(()), Err), *expected, "{extensions:?} {offers}");
        }
    }
}

/// A Certificate with these entries: certificate and extensions.
fn certificate(context: &[u8], entries: &[(&[u8], Extensions<'_>)]) -> Vec<u8> {
    let mut list = Vec::new();
    for (der, extensions) in entries {
        let start = list.len();
        append_entry(&mut list, der);
        list.truncate(list.len() - 2);
        assert_eq!(list.len(), start + 3 + der.len());
        list.extend(block(extensions));
    }
    let len = u32::try_from(list.len()).unwrap().to_be_bytes();
    [&[u8::try_from(context.len()).unwrap()], context, &len[1..], &list].concat()
}

fn many_certificates(count: usize) -> Vec<u8> {
    certificate(&[], &vec![(TestKey::Ed25519.spki(), [].as_slice()); count])
}

#[test]
fn a_certificate_message_has_its_form() {
    let cases: &[Case] = &[
        ("nothing", <[u8]>::to_vec, Ok(())),
        ("a context", |_| certificate(&[1], &[(TestKey::Ed25519.spki(), &[])]), Err(Error::IllegalParameter)),
        (
            "a second certificate",
            |_| certificate(&[], &[(TestKey::Ed25519.spki(), &[]), (b"x", &[])]),
            Ok(()),
        ),
        ("an empty certificate", |_| certificate(&[], &[(b"", &[])]), Err(Error::Decode)),
        (
            "a status that nobody asked for",
            |_| certificate(&[], &[(TestKey::Ed25519.spki(), &[(5, &[1])])]),
            Err(Error::UnsupportedExtension),
        ),
        (
            "an extension that belongs elsewhere",
            |_| certificate(&[], &[(TestKey::Ed25519.spki(), &[(51, &[1])])]),
            Err(Error::IllegalParameter),
        ),
        ("64 certificates", |_| many_certificates(64), Ok(())),
        ("65 certificates", |_| many_certificates(65), Err(Error::TooMuch)),
        ("a byte behind it", |body| [body, &[0]].concat(), Err(Error::Decode)),
        ("a byte less", |body| body[..body.len() - 1].to_vec(), Err(Error::Decode)),
    ];
    for (title, change, expected) in cases {
        let kind = HandshakeType::CERTIFICATE;
        assert_eq!(client_hears(with_certificate(), kind, *change), *expected, "client: {title}");
        assert_eq!(server_hears(with_certificates(), kind, *change), *expected, "server: {title}");
    }
    let none: fn(&[u8]) -> Vec<u8> = |_| certificate(&[], &[]);
    let kind = HandshakeType::CERTIFICATE;
    assert_eq!(client_hears(with_certificate(), kind, none), Err(Error::EmptyCertificate));
    assert_eq!(server_hears(with_certificates(), kind, none), Err(Error::CertificateRequired));
    let (client, mut server) = with_certificates();
    server.answers.client_certificate = ClientCertificate::Optional;
    assert_eq!(server_hears((client, server), kind, none), Ok(()));
}

#[test]
fn a_signature_is_by_an_offered_scheme_over_this_handshake() {
    let cases: &[Case] = &[
        ("nothing", <[u8]>::to_vec, Ok(())),
        ("another signature", |body| [&body[..67], &[body[67] ^ 1]].concat(), Err(Error::Decrypt)),
        ("no signature", |body| [&body[..2], &[0, 0]].concat(), Err(Error::Decrypt)),
        (
            "a scheme that was not offered",
            |body| [&[8, 8], &body[2..]].concat(),
            Err(Error::IllegalParameter),
        ),
        ("a scheme of TLS 1.2", |body| [&[4, 1], &body[2..]].concat(), Err(Error::IllegalParameter)),
        ("a scheme of another key", |body| [&[4, 3], &body[2..]].concat(), Err(Error::Decrypt)),
        ("a byte behind it", |body| [body, &[0]].concat(), Err(Error::Decode)),
        ("an empty message", |_| Vec::new(), Err(Error::Decode)),
    ];
    for (title, change, expected) in cases {
        let kind = HandshakeType::CERTIFICATE_VERIFY;
        assert_eq!(client_hears(with_certificate(), kind, *change), *expected, "client: {title}");
        assert_eq!(server_hears(with_certificates(), kind, *change), *expected, "server: {title}");
    }
}

#[test]
fn finished_is_over_this_handshake() {
    let cases: &[Case] = &[
        ("nothing", <[u8]>::to_vec, Ok(())),
        ("another", |body| [&[body[0] ^ 1], &body[1..]].concat(), Err(Error::Decrypt)),
        (
            "the last byte changed",
            |body| [&body[..body.len() - 1], &[body[body.len() - 1] ^ 1]].concat(),
            Err(Error::Decrypt),
        ),
        ("a byte less", |body| body[1..].to_vec(), Err(Error::Decode)),
        ("a byte more", |body| [body, &[0]].concat(), Err(Error::Decode)),
        ("none", |_| Vec::new(), Err(Error::Decode)),
    ];
    for (title, change, expected) in cases {
        for pair in [with_psk, with_certificate, with_certificates] {
            let kind = HandshakeType::FINISHED;
            assert_eq!(client_hears(pair(), kind, *change), *expected, "client: {title}");
            assert_eq!(server_hears(pair(), kind, *change), *expected, "server: {title}");
        }
    }
}

#[test]
fn a_certificate_request_says_what_is_verified() {
    const SCHEMES: (u16, &[u8]) = (13, &[0, 2, 8, 7]);
    let cases: &[Case] = &[
        ("nothing", <[u8]>::to_vec, Ok(())),
        ("a context", |_| [vec![1, 1], block(&[SCHEMES])].concat(), Err(Error::IllegalParameter)),
        ("no schemes", |_| [vec![0], block(&[])].concat(), Err(Error::MissingExtension)),
        ("an empty list", |_| [vec![0], block(&[(13, &[0, 0])])].concat(), Err(Error::Decode)),
        ("authorities", |_| [vec![0], block(&[SCHEMES, (47, &[0, 3, 0, 1, 9])])].concat(), Ok(())),
        (
            "bad authorities",
            |_| [vec![0], block(&[SCHEMES, (47, &[0, 3, 0, 2, 9])])].concat(),
            Err(Error::Decode),
        ),
        (
            "more that is at home there",
            |_| [vec![0], block(&[SCHEMES, (50, &[0, 2, 8, 7]), (5, &[])])].concat(),
            Ok(()),
        ),
        ("an unknown extension", |_| [vec![0], block(&[(0x4a4a, &[1]), SCHEMES])].concat(), Ok(())),
        (
            "an extension of a hello",
            |_| [vec![0], block(&[SCHEMES, (51, &[])])].concat(),
            Err(Error::IllegalParameter),
        ),
        ("schemes twice", |_| [vec![0], block(&[SCHEMES, SCHEMES])].concat(), Err(Error::IllegalParameter)),
        ("a byte behind it", |body| [body, &[0]].concat(), Err(Error::Decode)),
    ];
    for (title, change, expected) in cases {
        let kind = HandshakeType::CERTIFICATE_REQUEST;
        assert_eq!(client_hears(with_certificates(), kind, *change), *expected, "{title}");
    }
}

#[test]
fn a_client_without_a_fitting_scheme_sends_no_certificate() {
    for (wanted, outcome) in [
        (ClientCertificate::Optional, Ok(true)),
        (ClientCertificate::Required, Err(Error::CertificateRequired)),
    ] {
        let mut config = server_config();
        config.common.signature_schemes.retain(|scheme| *scheme != SignatureScheme::ED25519);
        let (client, server) = with_certificates();
        let mut answers = server.answers;
        answers.client_certificate = wanted;
        let (mut client, mut server) = (client, Peer::server(config, answers));
        converse(&mut client, &mut server);
        assert_eq!(server.result(), outcome);
        assert!(!client.answers.heard_schemes.contains(&SignatureScheme::ED25519));
    }
}
