//! What a server makes of a ClientHello (RFC 8446 sections 4.1.2, 4.2 and 9.2).

use super::hello::*;
use super::pair::*;
use super::tap::*;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::hkdf::{Prk, hmac};
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::secret::Secret;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::PskKind;
use crate::tls::connection::SecretLabel;
use crate::tls::error::Error;
use crate::tls::key_schedule::EarlySecret;
use crate::tls::message::HandshakeType;
use crate::tls::message::extension::ExtensionType;

const GREASE: u16 = 0x4a4a;

fn hello_of(client: &mut Peer) -> Hello {
    client.run();
    Hello::parse(&client.output()[5..])
}

/// What becomes of a server that hears the changed hello of a client.
fn outcome_of(pair: fn() -> (Peer, Peer), change: impl FnOnce(&mut Hello)) -> Result<Peer, Error> {
    let (mut client, mut server) = pair();
    let mut hello = hello_of(&mut client);
    change(&mut hello);
    server.feed(&plain(HANDSHAKE, &hello.message()));
    server.error.map_or(Ok(server), Err)
}

fn outcome(change: impl FnOnce(&mut Hello)) -> Result<(), Error> {
    outcome_of(with_certificate, change).map(drop)
}

/// A change, its name and what it leads to.
type Case = (&'static str, fn(&mut Hello), Result<(), Error>);

const CASES: &[Case] = &[
    ("nothing", |_| {}, Ok(())),
    // Versions.
    ("a version of old in legacy_version", |h| h.version = 0x0300, Ok(())),
    ("TLS 1.3 in legacy_version", |h| h.version = 0x0304, Ok(())),
    ("no supported_versions", |h| h.remove(ExtensionType::SUPPORTED_VERSIONS), Err(Error::ProtocolVersion)),
    ("TLS 1.2 alone", |h| h.set(ExtensionType::SUPPORTED_VERSIONS, &[2, 3, 3]), Err(Error::ProtocolVersion)),
    ("versions to come", |h| h.set(ExtensionType::SUPPORTED_VERSIONS, &[6, 9, 9, 3, 5, 3, 4]), Ok(())),
    ("no version", |h| h.set(ExtensionType::SUPPORTED_VERSIONS, &[0]), Err(Error::Decode)),
    ("half a version", |h| h.set(ExtensionType::SUPPORTED_VERSIONS, &[3, 3, 4, 3]), Err(Error::Decode)),
    ("no extensions", |h| h.extensions.clear(), Err(Error::ProtocolVersion)),
    // Fixed fields.
    ("no session id", |h| h.session_id.clear(), Ok(())),
    ("a short session id", |h| h.session_id.truncate(5), Ok(())),
    ("a long session id", |h| h.session_id.push(0), Err(Error::Decode)),
    ("another compression method", |h| h.compression = vec![1], Err(Error::IllegalParameter)),
    ("two compression methods", |h| h.compression = vec![0, 1], Err(Error::IllegalParameter)),
    ("no compression method", |h| h.compression.clear(), Err(Error::Decode)),
    // Suites.
    ("no suite", |h| h.suites.clear(), Err(Error::Decode)),
    ("unknown suites only", |h| h.suites = vec![GREASE, 0x1306, 0xc02b], Err(Error::HandshakeFailure)),
    ("unknown suites too", |h| h.suites.splice(0..0, [GREASE, 0x1307, 0x00ff]).for_each(drop), Ok(())),
    // Extensions.
    ("an unknown extension", |h| h.set(ExtensionType(GREASE), &[1, 2, 3]), Ok(())),
    (
        "an unknown extension twice",
        |h| h.extensions.extend([(ExtensionType(GREASE), vec![]), (ExtensionType(GREASE), vec![])]),
        Err(Error::IllegalParameter),
    ),
    ("an extension twice", |h| h.extensions.push(h.extensions[0].clone()), Err(Error::IllegalParameter)),
    // Groups and shares.
    ("no groups", |h| h.remove(ExtensionType::SUPPORTED_GROUPS), Err(Error::MissingExtension)),
    ("no key_share", |h| h.remove(ExtensionType::KEY_SHARE), Err(Error::MissingExtension)),
    (
        "neither",
        |h| {
            h.remove(ExtensionType::SUPPORTED_GROUPS);
            h.remove(ExtensionType::KEY_SHARE);
        },
        Err(Error::MissingExtension),
    ),
    ("an empty list of groups", |h| h.set(ExtensionType::SUPPORTED_GROUPS, &[0, 0]), Err(Error::Decode)),
    ("half a group", |h| h.set(ExtensionType::SUPPORTED_GROUPS, &[0, 3, 0, 29, 0]), Err(Error::Decode)),
    (
        "bytes behind the groups",
        |h| h.set(ExtensionType::SUPPORTED_GROUPS, &[0, 2, 0, 29, 0]),
        Err(Error::Decode),
    ),
    (
        "unknown groups only",
        |h| {
            h.set(ExtensionType::SUPPORTED_GROUPS, &vec16(&GREASE.to_be_bytes()));
            h.set(ExtensionType::KEY_SHARE, &vec16(&share(GREASE, &[0])));
        },
        Err(Error::HandshakeFailure),
    ),
    (
        "an unknown group first",
        |h| {
            let groups = [&[0x4a, 0x4a], &h.get(ExtensionType::SUPPORTED_GROUPS).unwrap()[2..]].concat();
            let shares = [&share(GREASE, &[0]), &h.get(ExtensionType::KEY_SHARE).unwrap()[2..]].concat();
            h.set(ExtensionType::SUPPORTED_GROUPS, &vec16(&groups));
            h.set(ExtensionType::KEY_SHARE, &vec16(&shares));
        },
        Ok(()),
    ),
    (
        "a share for a group that is not listed",
        |h| h.set(ExtensionType::SUPPORTED_GROUPS, &[0, 2, 0, 29]),
        Err(Error::IllegalParameter),
    ),
    (
        "two shares for one group",
        |h| h.set(ExtensionType::KEY_SHARE, &vec16(&[share(29, &[9; 32]), share(29, &[8; 32])].concat())),
        Err(Error::IllegalParameter),
    ),
    ("an empty share", |h| h.set(ExtensionType::KEY_SHARE, &vec16(&share(29, &[]))), Err(Error::Decode)),
    ("no shares", |h| h.set(ExtensionType::KEY_SHARE, &[0, 0]), Ok(())),
    (
        "a short share",
        |h| h.set(ExtensionType::KEY_SHARE, &vec16(&share(29, &[9; 31]))),
        Err(Error::IllegalParameter),
    ),
    (
        "a share that leads to zero",
        |h| h.set(ExtensionType::KEY_SHARE, &vec16(&share(29, &[0; 32]))),
        Err(Error::IllegalParameter),
    ),
    (
        "a point that is not on the curve",
        |h| h.set(ExtensionType::KEY_SHARE, &vec16(&share(23, &[vec![4], vec![1; 64]].concat()))),
        Err(Error::IllegalParameter),
    ),
    (
        "more shares than groups that exist",
        |h| {
            let shares: Vec<u8> = (256..320).flat_map(|group| share(group, &[0])).collect();
            h.set(ExtensionType::KEY_SHARE, &vec16(&shares));
        },
        Err(Error::TooMuch),
    ),
    // Signatures.
    ("no schemes", |h| h.remove(ExtensionType::SIGNATURE_ALGORITHMS), Err(Error::MissingExtension)),
    (
        "other schemes",
        |h| h.set(ExtensionType::SIGNATURE_ALGORITHMS, &[0, 4, 0x4a, 0x4a, 4, 3]),
        Err(Error::HandshakeFailure),
    ),
    ("an empty list of schemes", |h| h.set(ExtensionType::SIGNATURE_ALGORITHMS, &[0, 0]), Err(Error::Decode)),
    // Names.
    ("a name", |h| h.set(ExtensionType::SERVER_NAME, &[0, 4, 0, 0, 1, b'x']), Ok(())),
    ("an empty name", |h| h.set(ExtensionType::SERVER_NAME, &[0, 3, 0, 0, 0]), Err(Error::Decode)),
    ("no name in the list", |h| h.set(ExtensionType::SERVER_NAME, &[0, 0]), Err(Error::Decode)),
    ("a name of another kind", |h| h.set(ExtensionType::SERVER_NAME, &[0, 4, 7, 0, 1, b'x']), Ok(())),
    (
        "two names",
        |h| h.set(ExtensionType::SERVER_NAME, &[0, 8, 0, 0, 1, b'x', 0, 0, 1, b'y']),
        Err(Error::IllegalParameter),
    ),
    // Protocols, which this server has none of.
    ("a protocol", |h| h.set(ExtensionType::ALPN, &[0, 3, 2, b'h', b'2']), Ok(())),
    ("an empty protocol", |h| h.set(ExtensionType::ALPN, &[0, 1, 0]), Err(Error::Decode)),
    ("no protocol", |h| h.set(ExtensionType::ALPN, &[0, 0]), Err(Error::Decode)),
    // The rest.
    ("a cookie", |h| h.set(ExtensionType::COOKIE, &[0, 1, 7]), Ok(())),
    ("an empty cookie", |h| h.set(ExtensionType::COOKIE, &[0, 0]), Err(Error::Decode)),
    ("early data", |h| h.set(ExtensionType::EARLY_DATA, &[]), Ok(())),
    ("early data with a body", |h| h.set(ExtensionType::EARLY_DATA, &[0]), Err(Error::Decode)),
    ("authorities", |h| h.set(ExtensionType::CERTIFICATE_AUTHORITIES, &[0, 4, 0, 2, 9, 9]), Ok(())),
    (
        "an empty authority",
        |h| h.set(ExtensionType::CERTIFICATE_AUTHORITIES, &[0, 2, 0, 0]),
        Err(Error::Decode),
    ),
    ("the least record size", |h| h.set(ExtensionType::RECORD_SIZE_LIMIT, &[0, 64]), Ok(())),
    ("less than that", |h| h.set(ExtensionType::RECORD_SIZE_LIMIT, &[0, 63]), Err(Error::IllegalParameter)),
    ("a record size beyond all bounds", |h| h.set(ExtensionType::RECORD_SIZE_LIMIT, &[0xff, 0xff]), Ok(())),
    ("half a record size", |h| h.set(ExtensionType::RECORD_SIZE_LIMIT, &[64]), Err(Error::Decode)),
    ("no record size", |h| h.remove(ExtensionType::RECORD_SIZE_LIMIT), Ok(())),
    ("no modes", |h| h.remove(ExtensionType::PSK_KEY_EXCHANGE_MODES), Ok(())),
    ("an empty list of modes", |h| h.set(ExtensionType::PSK_KEY_EXCHANGE_MODES, &[0]), Err(Error::Decode)),
    ("unknown modes", |h| h.set(ExtensionType::PSK_KEY_EXCHANGE_MODES, &[2, 7, 99]), Ok(())),
];

#[test]
fn each_field_is_taken_for_what_it_is() {
    for (title, change, expected) in CASES {
        assert_eq!(outcome(change), *expected, "{title}");
    }
}

#[test]
fn no_part_of_a_hello_is_one_and_nothing_may_follow() {
    let hello = hello_of(&mut with_certificate().0).message();
    for end in 4..hello.len() {
        let (_, mut server) = with_certificate();
        server.feed(&plain(HANDSHAKE, &message(HandshakeType::CLIENT_HELLO, &hello[4..end])));
        // What is left when all extensions are cut off is a hello of old.
        assert!(matches!(server.error, Some(Error::Decode | Error::ProtocolVersion)), "{end}");
    }
    let (_, mut server) = with_certificate();
    let longer = [&hello[4..], &[0]].concat();
    server.feed(&plain(HANDSHAKE, &message(HandshakeType::CLIENT_HELLO, &longer)));
    assert_eq!(server.error, Some(Error::Decode));
}

/// The identities and binders of a `pre_shared_key` offer.
fn psk_body(identities: &[&[u8]], binders: &[&[u8]]) -> Vec<u8> {
    let ids: Vec<u8> = identities.iter().flat_map(|id| [vec16(id), vec![0; 4]].concat()).collect();
    let macs: Vec<u8> =
        binders.iter().flat_map(|mac| [&[u8::try_from(mac.len()).unwrap()], *mac].concat()).collect();
    [vec16(&ids), vec16(&macs)].concat()
}

const PSK: ExtensionType = ExtensionType::PRE_SHARED_KEY;

const PSK_CASES: &[Case] = &[
    ("nothing", |_| {}, Ok(())),
    ("another random, which the binder covers", |h| h.random[0] ^= 1, Err(Error::Decrypt)),
    ("not the last one", |h| h.extensions.rotate_right(1), Err(Error::IllegalParameter)),
    (
        "an unknown extension behind it",
        |h| h.extensions.push((ExtensionType(GREASE), vec![])),
        Err(Error::IllegalParameter),
    ),
    ("no modes", |h| h.remove(ExtensionType::PSK_KEY_EXCHANGE_MODES), Err(Error::MissingExtension)),
    ("a wrong binder", |h| h.set(PSK, &psk_body(&[NAME], &[&[1; 32]])), Err(Error::Decrypt)),
    (
        "a binder for another hash",
        |h| h.set(PSK, &psk_body(&[NAME], &[&[1; 48]])),
        Err(Error::IllegalParameter),
    ),
    ("a short binder", |h| h.set(PSK, &psk_body(&[NAME], &[&[1; 31]])), Err(Error::Decode)),
    ("too few binders", |h| h.set(PSK, &psk_body(&[NAME, b"b"], &[&[1; 32]])), Err(Error::IllegalParameter)),
    (
        "too many binders",
        |h| h.set(PSK, &psk_body(&[NAME], &[&[1; 32], &[1; 32]])),
        Err(Error::IllegalParameter),
    ),
    ("no binders", |h| h.set(PSK, &psk_body(&[NAME], &[])), Err(Error::IllegalParameter)),
    ("no identities", |h| h.set(PSK, &psk_body(&[], &[])), Err(Error::Decode)),
    ("an empty identity", |h| h.set(PSK, &psk_body(&[b""], &[&[1; 32]])), Err(Error::Decode)),
    ("an unknown identity", |h| h.set(PSK, &psk_body(&[b"who"], &[&[1; 32]])), Err(Error::NoKeyExchangeMode)),
    ("an empty extension", |h| h.set(PSK, &[]), Err(Error::Decode)),
];

#[test]
fn each_part_of_an_offered_key_is_taken_for_what_it_is() {
    for (title, change, expected) in PSK_CASES {
        assert_eq!(outcome_of(with_psk, change).map(drop), *expected, "{title}");
    }
}

#[test]
fn the_first_known_identity_counts_and_its_binder_alone() {
    for unknown in 0..10 {
        let outcome = outcome_of(with_psk, |hello| {
            let name = |i: usize| format!("unknown {i}").into_bytes();
            let names: Vec<_> = (0..unknown).map(name).chain([NAME.to_vec()]).collect();
            let ids: Vec<&[u8]> = names.iter().map(Vec::as_slice).collect();
            let (wrong, wrong_hash) = ([5; 32], [5; 48]);
            let mut binders = [wrong.as_slice(), wrong_hash.as_slice()].repeat(5);
            binders.truncate(unknown);
            binders.push(&[0; 32]);
            hello.set(PSK, &psk_body(&ids, &binders));
            let raw = hello.message();
            let truncated = raw.len() - binders.iter().map(|binder| binder.len() + 1).sum::<usize>() - 2;
            let digest = HashAlgorithm::Sha256.digest(&raw[..truncated]);
            let early = EarlySecret::new(HashAlgorithm::Sha256, Some(&Secret::copy_of(&[7; 32]).unwrap()));
            let binder = early.binder(PskKind::External, digest.as_ref());
            *binders.last_mut().unwrap() = binder.bytes();
            hello.set(PSK, &psk_body(&ids, &binders));
        });
        match outcome {
            Ok(server) => {
                assert_eq!(server.connection.negotiated().psk, Some(PskKind::External));
                assert!(unknown < 8);
            }
            // Those behind the eighth are not looked at.
            Err(error) => assert!(unknown >= 8 && error == Error::NoKeyExchangeMode, "{unknown} {error:?}"),
        }
    }
}

/// A client and a server that has to ask for a share.
fn with_retry() -> (Peer, Peer) {
    let (client, server) = with_certificate();
    let mut config = server_config();
    config.common.groups = vec![NamedGroup::SECP384R1];
    (client, Peer::server(config, server.answers))
}

#[test]
fn the_second_hello_is_the_first_but_for_what_was_asked() {
    let cases: &[Case] = &[
        ("nothing", |_| {}, Ok(())),
        ("another random", |h| h.random[31] ^= 1, Err(Error::IllegalParameter)),
        ("early data", |h| h.set(ExtensionType::EARLY_DATA, &[]), Err(Error::IllegalParameter)),
        (
            "a cookie that nobody sent",
            |h| h.set(ExtensionType::COOKIE, &[0, 1, 7]),
            Err(Error::IllegalParameter),
        ),
        ("no share", |h| h.set(ExtensionType::KEY_SHARE, &[0, 0]), Err(Error::IllegalParameter)),
        (
            "another share",
            |h| h.set(ExtensionType::KEY_SHARE, &vec16(&share(29, &[9; 32]))),
            Err(Error::IllegalParameter),
        ),
        (
            "another share too",
            |h| {
                let wanted = h.get(ExtensionType::KEY_SHARE).unwrap()[2..].to_vec();
                h.set(ExtensionType::KEY_SHARE, &vec16(&[wanted, share(29, &[9; 32])].concat()));
            },
            Err(Error::IllegalParameter),
        ),
        ("no key_share", |h| h.remove(ExtensionType::KEY_SHARE), Err(Error::MissingExtension)),
        ("not the chosen suite", |h| h.suites.retain(|suite| *suite != 0x1302), Err(Error::IllegalParameter)),
        ("TLS 1.2", |h| h.set(ExtensionType::SUPPORTED_VERSIONS, &[2, 3, 3]), Err(Error::ProtocolVersion)),
    ];
    for (title, change, expected) in cases {
        let (mut client, mut server) = with_retry();
        client.run();
        server.feed(&client.output());
        client.feed(&server.output());
        let second = client.output();
        let records = records(&second);
        assert_eq!(records[0], plain(CCS, &[1]));
        let mut hello = Hello::parse(&records[1][5..]);
        change(&mut hello);
        server.feed(&plain(HANDSHAKE, &hello.message()));
        assert_eq!(server.error.map_or(Ok(()), Err), *expected, "{title}");
    }
}

#[test]
fn a_server_asks_for_a_share_once_and_the_rest_is_as_always() {
    let (client, server) = connected(with_retry());
    assert_eq!(client.connection.negotiated().group, Some(NamedGroup::SECP384R1));
    assert_eq!(server.connection.negotiated().group, Some(NamedGroup::SECP384R1));
    // RFC 8446 appendix D.4: one ChangeCipherSpec of each; the server's stands behind its first message.
    let (mut client, mut server) = with_retry();
    client.run();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let kinds = |sent: &[u8]| records(sent).iter().map(|record| record[0]).collect::<Vec<_>>();
    for _ in 0..3 {
        let sent = client.output();
        ours.extend(kinds(&sent));
        server.feed(&sent);
        let sent = server.output();
        theirs.extend(kinds(&sent));
        client.feed(&sent);
    }
    assert_eq!(ours, [HANDSHAKE, CCS, HANDSHAKE, DATA]);
    assert_eq!(theirs, [HANDSHAKE, CCS, HANDSHAKE, DATA]);
}

#[test]
fn a_retry_request_keeps_the_offered_key_usable() {
    for hash in [HashAlgorithm::Sha256, HashAlgorithm::Sha384] {
        let (client, mut server, answers) = psk_configs(SharedKey::external(hash));
        server.common.groups = vec![NamedGroup::SECP384R1];
        let pair = (Peer::client(client, Answers::new(None)), Peer::server(server, answers));
        let (client, _) = connected(pair);
        assert_eq!(client.connection.negotiated().psk, Some(PskKind::External));
        assert_eq!(client.connection.negotiated().group, Some(NamedGroup::SECP384R1));
    }
}

/// A client's Finished behind `transcript`, under `secret`.
fn finished(suite: CipherSuite, secret: &[u8], transcript: &[u8]) -> Vec<u8> {
    let key = Prk::from_secret(suite.hash(), secret).secret(b"finished", &[]);
    let mac = hmac(suite.hash(), key.bytes(), suite.hash().digest(transcript).as_ref());
    message(HandshakeType::FINISHED, mac.as_ref())
}

/// A server whose client has offered early data, and what makes its handshake whole.
fn offered_early_data() -> (Peer, Line, Vec<u8>) {
    let (mut client, mut server) = with_certificate();
    let mut hello = hello_of(&mut client);
    hello.set(ExtensionType::EARLY_DATA, &[]);
    server.feed(&plain(HANDSHAKE, &hello.message()));
    let line = |label| Line::of(&server, label);
    let (handshake, application) = (line(SecretLabel::ServerHandshake), line(SecretLabel::ServerApplication));
    let (suite, secret) =
        (server.connection.negotiated().suite.unwrap(), server.secret(SecretLabel::ClientHandshake).to_vec());
    let contents = reveal(&server.output(), handshake, application);
    let flight = contents.into_iter().filter(|content| content.0 == HANDSHAKE).flat_map(|content| content.1);
    let transcript = [hello.message(), flight.collect()].concat();
    (server, Line::new(suite, &secret), finished(suite, &secret, &transcript))
}

#[test]
fn early_data_is_passed_over() {
    let garbage = |len| plain(DATA, &vec![0xa5; len]);
    let (mut server, mut line, finished) = offered_early_data();
    for len in [17, 100, 1, 0, 16640, 16640] {
        server.feed(&garbage(len));
        assert_eq!(server.error, None);
    }
    server.feed(&plain(CCS, &[1]));
    server.feed(&line.seal(HANDSHAKE, &finished));
    assert_eq!(server.result(), Ok(true));
    server.feed(&garbage(100));
    assert_eq!(server.error, Some(Error::BadRecordMac));
}

#[test]
fn only_so_much_early_data_is_passed_over() {
    for len in [16640, 100, 0] {
        let (mut server, ..) = offered_early_data();
        let mut bytes = 0;
        while server.error.is_none() {
            server.feed(&plain(DATA, &vec![0xa5; len]));
            bytes += len + 5;
        }
        assert_eq!(server.error, Some(Error::BadRecordMac));
        assert!(bytes > 40_000 && bytes < 100_000);
    }
    let (mut client, mut server) = with_certificate();
    client.run();
    server.feed(&client.output());
    server.feed(&plain(DATA, &[0xa5; 100]));
    assert_eq!(server.error, Some(Error::BadRecordMac), "none was offered");
}

#[test]
fn early_data_is_passed_over_until_the_second_hello() {
    let (mut client, mut server) = with_retry();
    let mut hello = hello_of(&mut client);
    hello.set(ExtensionType::EARLY_DATA, &[]);
    server.feed(&plain(HANDSHAKE, &hello.message()));
    client.feed(&server.output());
    server.feed(&plain(DATA, &[0xa5; 100]));
    assert_eq!(server.error, None);
    server.feed(&client.output());
    assert_eq!(server.error, None);
    server.feed(&plain(DATA, &[0xa5; 100]));
    assert_eq!(server.error, Some(Error::BadRecordMac));
}
