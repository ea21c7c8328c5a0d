//! What a client makes of a ServerHello and of a HelloRetryRequest (RFC 8446 sections 4.1.3 and 4.1.4).

use super::hello::*;
use super::pair::*;
use super::tap::*;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::key_exchange::{KeyPair, NamedGroup};
use crate::crypto::secret::Secret;
use crate::tls::config::PskKind;
use crate::tls::error::Error;
use crate::tls::key_schedule::EarlySecret;
use crate::tls::message::client_hello::{ClientHello, PskModes};
use crate::tls::message::extension::ExtensionType;
use crate::tls::message::server_hello::RETRY_RANDOM;
use crate::tls::transcript::Transcript;

const GREASE: u16 = 0x4a4a;
const P384: NamedGroup = NamedGroup::SECP384R1;

/// A change, its name and what it leads to.
type Case = (&'static str, fn(&mut Hello), Result<(), Error>);

/// What becomes of a client that hears a changed ServerHello.
fn check(pair: fn() -> (Peer, Peer), cases: &[Case]) {
    for (title, change, expected) in cases {
        let (mut client, mut server) = pair();
        client.run();
        server.feed(&client.output());
        let flight = server.output();
        let mut hello = Hello::parse(&records(&flight)[0][5..]);
        change(&mut hello);
        client.feed(&plain(HANDSHAKE, &hello.message()));
        assert_eq!(client.error.map_or(Ok(()), Err), *expected, "{title}");
        let alert = expected.err().map_or(Vec::new(), |error| plain(ALERT, &[2, error.alert().unwrap().0]));
        assert_eq!(client.output(), alert, "{title}");
    }
}

fn with_p384(hello: &mut Hello) {
    hello.set(ExtensionType::KEY_SHARE, &share(24, &[4; 97]));
}

#[test]
fn each_field_is_taken_for_what_it_is() {
    check(
        with_certificate,
        &[
            ("nothing", |_| {}, Ok(())),
            ("TLS 1.3 in legacy_version", |h| h.version = 0x0304, Err(Error::IllegalParameter)),
            ("TLS 1.1 in legacy_version", |h| h.version = 0x0302, Err(Error::IllegalParameter)),
            (
                "no supported_versions",
                |h| h.remove(ExtensionType::SUPPORTED_VERSIONS),
                Err(Error::ProtocolVersion),
            ),
            ("no extensions", |h| h.extensions.clear(), Err(Error::ProtocolVersion)),
            (
                "a ServerHello of TLS 1.2",
                |h| h.extensions = vec![(ExtensionType(0xff01), vec![0]), (ExtensionType(23), vec![])],
                Err(Error::ProtocolVersion),
            ),
            (
                "TLS 1.2 in supported_versions",
                |h| h.set(ExtensionType::SUPPORTED_VERSIONS, &[3, 3]),
                Err(Error::IllegalParameter),
            ),
            ("two versions", |h| h.set(ExtensionType::SUPPORTED_VERSIONS, &[3, 4, 3, 4]), Err(Error::Decode)),
            ("another session id", |h| h.session_id[0] ^= 1, Err(Error::IllegalParameter)),
            ("no session id", |h| h.session_id.clear(), Err(Error::IllegalParameter)),
            ("a compression method", |h| h.compression = vec![1], Err(Error::IllegalParameter)),
            ("an unknown suite", |h| h.suites = vec![GREASE], Err(Error::IllegalParameter)),
            ("a suite of TLS 1.2", |h| h.suites = vec![0xc02b], Err(Error::IllegalParameter)),
            ("another suite", |h| h.suites = vec![0x1301], Ok(())),
            ("no key_share", |h| h.remove(ExtensionType::KEY_SHARE), Err(Error::MissingExtension)),
            ("a group without our share", with_p384, Err(Error::IllegalParameter)),
            (
                "an unknown group",
                |h| h.set(ExtensionType::KEY_SHARE, &share(GREASE, &[1])),
                Err(Error::IllegalParameter),
            ),
            ("a group alone", |h| h.set(ExtensionType::KEY_SHARE, &[0, 29]), Err(Error::Decode)),
            ("an empty share", |h| h.set(ExtensionType::KEY_SHARE, &share(29, &[])), Err(Error::Decode)),
            (
                "a short share",
                |h| h.set(ExtensionType::KEY_SHARE, &share(29, &[9; 31])),
                Err(Error::IllegalParameter),
            ),
            (
                "a share that leads to zero",
                |h| h.set(ExtensionType::KEY_SHARE, &share(29, &[0; 32])),
                Err(Error::IllegalParameter),
            ),
            (
                "a point that is not on the curve",
                |h| h.set(ExtensionType::KEY_SHARE, &share(23, &[4; 65])),
                Err(Error::IllegalParameter),
            ),
            (
                "a key that was not offered",
                |h| h.set(ExtensionType::PRE_SHARED_KEY, &[0, 0]),
                Err(Error::UnsupportedExtension),
            ),
            ("a cookie", |h| h.set(ExtensionType::COOKIE, &[0, 1, 7]), Err(Error::IllegalParameter)),
            ("a protocol", |h| h.set(ExtensionType::ALPN, &[0, 2, 1, 7]), Err(Error::IllegalParameter)),
            ("an unknown extension", |h| h.set(ExtensionType(GREASE), &[]), Err(Error::UnsupportedExtension)),
            (
                "an extension twice",
                |h| h.extensions.push(h.extensions[0].clone()),
                Err(Error::IllegalParameter),
            ),
        ],
    );
}

#[test]
fn a_chosen_key_is_the_one_that_was_offered() {
    check(
        with_psk,
        &[
            ("nothing", |_| {}, Ok(())),
            (
                "another index",
                |h| h.set(ExtensionType::PRE_SHARED_KEY, &[0, 1]),
                Err(Error::IllegalParameter),
            ),
            ("half an index", |h| h.set(ExtensionType::PRE_SHARED_KEY, &[0]), Err(Error::Decode)),
            ("a suite with another hash", |h| h.suites = vec![0x1302], Err(Error::IllegalParameter)),
            ("another suite with its hash", |h| h.suites = vec![0x1301], Ok(())),
            ("no key", |h| h.remove(ExtensionType::PRE_SHARED_KEY), Err(Error::HandshakeFailure)),
            ("no share", |h| h.remove(ExtensionType::KEY_SHARE), Ok(())),
        ],
    );
    check(
        || with_modes(PskModes { psk_only: false, psk_dhe: true }),
        &[("no share", |h| h.remove(ExtensionType::KEY_SHARE), Err(Error::IllegalParameter))],
    );
    check(
        || with_modes(PskModes { psk_only: true, psk_dhe: false }),
        &[
            ("nothing", |_| {}, Ok(())),
            (
                "a share",
                |h| h.set(ExtensionType::KEY_SHARE, &share(29, &[9; 32])),
                Err(Error::IllegalParameter),
            ),
        ],
    );
}

#[test]
fn a_share_does_not_belong_to_a_key_that_was_offered_alone() {
    check(
        || {
            let (mut client, server, answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha256));
            client.common.psk_modes = PskModes { psk_only: true, psk_dhe: false };
            client.common.certificates = true;
            (Peer::client(client, Answers::new(None)), Peer::server(server, answers))
        },
        &[
            ("nothing", |_| {}, Ok(())),
            (
                "a share, as for certificates",
                |h| {
                    let pair = KeyPair::generate(NamedGroup::X25519).unwrap();
                    h.set(ExtensionType::KEY_SHARE, &share(29, pair.public()));
                },
                Err(Error::IllegalParameter),
            ),
        ],
    );
}

/// A client that offers `modes`, and a server for it.
fn with_modes(modes: PskModes) -> (Peer, Peer) {
    let (mut client, server, answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha256));
    client.common.psk_modes = modes;
    (Peer::client(client, Answers::new(None)), Peer::server(server, answers))
}

#[test]
fn no_part_of_a_hello_is_one_and_nothing_may_follow() {
    let (mut client, mut server) = with_certificate();
    client.run();
    server.feed(&client.output());
    let hello = records(&server.output())[0][9..].to_vec();
    let cut = (0..hello.len()).map(|end| hello[..end].to_vec());
    for body in cut.chain([[hello.as_slice(), &[0]].concat()]) {
        let (mut client, _) = with_certificate();
        client.run();
        client.feed(&plain(HANDSHAKE, &message(crate::tls::message::HandshakeType::SERVER_HELLO, &body)));
        // Without any extension it is one of old.
        assert!(matches!(client.error, Some(Error::Decode | Error::ProtocolVersion)), "{}", body.len());
    }
}

/// The extensions of a HelloRetryRequest that asks for `group`.
fn wanting(group: u16) -> Vec<(ExtensionType, Vec<u8>)> {
    vec![(ExtensionType::KEY_SHARE, group.to_be_bytes().to_vec())]
}

fn cookie() -> Vec<(ExtensionType, Vec<u8>)> {
    vec![(ExtensionType::COOKIE, vec16(b"a cookie"))]
}

/// A client that has heard this HelloRetryRequest, and its second hello.
fn retried(
    pair: fn() -> (Peer, Peer),
    extensions: Vec<(ExtensionType, Vec<u8>)>,
    change: impl FnOnce(&mut Hello),
) -> (Peer, Hello, Result<Hello, Error>) {
    let (mut client, _) = pair();
    client.run();
    let first = Hello::parse(&client.output()[5..]);
    let mut retry = first.retry(extensions);
    change(&mut retry);
    client.feed(&plain(HANDSHAKE, &retry.message()));
    if let Some(error) = client.error {
        return (client, first, Err(error));
    }
    let sent = client.output();
    let sent = records(&sent);
    assert_eq!(sent[0], plain(CCS, &[1]));
    let second = Hello::parse(&sent[1][5..]);
    (client, first, Ok(second))
}

#[test]
fn the_second_hello_has_what_was_asked_for_and_the_rest_stays() {
    let both = [wanting(P384.0), cookie()].concat();
    for (extensions, has_share, has_cookie) in
        [(wanting(P384.0), true, false), (cookie(), false, true), (both, true, true)]
    {
        let (_, mut first, second) = retried(with_certificate, extensions, |_| {});
        let mut second = second.unwrap();
        assert_eq!(second.get(ExtensionType::COOKIE).is_some(), has_cookie);
        if has_cookie {
            assert_eq!(second.get(ExtensionType::COOKIE), Some(vec16(b"a cookie").as_slice()));
        }
        let shares = second.get(ExtensionType::KEY_SHARE).unwrap();
        if has_share {
            assert_eq!((&shares[2..4], shares.len()), ([0, 24].as_slice(), 2 + 4 + 97));
        } else {
            assert_eq!(Some(shares), first.get(ExtensionType::KEY_SHARE));
        }
        for hello in [&mut first, &mut second] {
            hello.remove(ExtensionType::KEY_SHARE);
            hello.remove(ExtensionType::COOKIE);
        }
        assert_eq!(first.message(), second.message());
    }
}

#[test]
fn a_retry_request_changes_something_that_can_be_changed() {
    let cases: &[Case] = &[
        ("nothing", |_| {}, Ok(())),
        ("no group and no cookie", |h| h.remove(ExtensionType::KEY_SHARE), Err(Error::IllegalParameter)),
        (
            "a group that was not offered",
            |h| h.set(ExtensionType::KEY_SHARE, &[0, 25]),
            Err(Error::IllegalParameter),
        ),
        (
            "a group whose share was sent",
            |h| h.set(ExtensionType::KEY_SHARE, &[0, 29]),
            Err(Error::IllegalParameter),
        ),
        ("a share", |h| h.set(ExtensionType::KEY_SHARE, &share(24, &[1])), Err(Error::Decode)),
        ("an empty cookie", |h| h.set(ExtensionType::COOKIE, &[0, 0]), Err(Error::Decode)),
        ("another session id", |h| h.session_id[0] ^= 1, Err(Error::IllegalParameter)),
        ("an unknown suite", |h| h.suites = vec![GREASE], Err(Error::IllegalParameter)),
        ("a compression method", |h| h.compression = vec![1], Err(Error::IllegalParameter)),
        ("another legacy_version", |h| h.version = 0x0302, Err(Error::IllegalParameter)),
        ("no version", |h| h.remove(ExtensionType::SUPPORTED_VERSIONS), Err(Error::ProtocolVersion)),
        ("a chosen key", |h| h.set(ExtensionType::PRE_SHARED_KEY, &[0, 0]), Err(Error::IllegalParameter)),
        ("an unknown extension", |h| h.set(ExtensionType(GREASE), &[]), Err(Error::UnsupportedExtension)),
    ];
    for (title, change, expected) in cases {
        let (.., second) = retried(with_certificate, wanting(P384.0), change);
        assert_eq!(second.map(drop), *expected, "{title}");
    }
}

#[test]
fn what_follows_a_retry_request_agrees_with_it() {
    let cases: &[Case] = &[
        ("nothing", |_| {}, Ok(())),
        (
            "a second one",
            |h| {
                h.random = RETRY_RANDOM;
                h.set(ExtensionType::KEY_SHARE, &[0, 23]);
            },
            Err(Error::UnexpectedMessage),
        ),
        ("another suite", |h| h.suites = vec![0x1303], Err(Error::IllegalParameter)),
        (
            "another group",
            |h| h.set(ExtensionType::KEY_SHARE, &share(29, &[9; 32])),
            Err(Error::IllegalParameter),
        ),
        ("the group that was asked for, but no point of it", with_p384, Err(Error::IllegalParameter)),
    ];
    for (title, change, expected) in cases {
        let (mut client, first, _) = retried(with_certificate, wanting(P384.0), |_| {});
        let mut hello = first.retry(wanting(P384.0));
        hello.random = [3; 32];
        let pair = KeyPair::generate(P384).unwrap();
        hello.set(ExtensionType::KEY_SHARE, &share(P384.0, pair.public()));
        change(&mut hello);
        client.feed(&plain(HANDSHAKE, &hello.message()));
        assert_eq!(client.error.map_or(Ok(()), Err), *expected, "{title}");
    }
}

#[test]
fn the_second_binder_covers_the_retry_request() {
    for extensions in [wanting(P384.0), cookie()] {
        // A SHA-256 suite, since the key goes with that.
        let (_, first, second) = retried(with_psk, extensions.clone(), |h| h.suites = vec![0x1301]);
        let second = second.unwrap().message();
        let mut retry = first.retry(extensions);
        retry.suites = vec![0x1301];
        let hash = HashAlgorithm::Sha256;
        let transcript = Transcript::after_retry(hash, &first.message(), &retry.message());
        let offer = ClientHello::parse(&second[4..]).unwrap().psk.unwrap();
        let digest = transcript.hash_with(&second[..offer.truncated_len]);
        let early = EarlySecret::new(hash, Some(&Secret::copy_of(&[7; 32]).unwrap()));
        let binder = offer.iter().next().unwrap().binder;
        assert!(early.binder_matches(PskKind::External, digest.as_ref(), binder));
    }
}

#[test]
fn a_retry_request_may_rule_the_key_out() {
    // The suite's hash is not the key's, and there is nothing else to offer.
    let (.., second) = retried(with_psk, wanting(P384.0), |h| h.suites = vec![0x1302]);
    assert_eq!(second.map(drop), Err(Error::HandshakeFailure));
    let (.., second) = retried(
        || {
            let (mut client, server, answers) = psk_configs(SharedKey::external(HashAlgorithm::Sha256));
            client.common.certificates = true;
            (Peer::client(client, Answers::new(None)), Peer::server(server, answers))
        },
        wanting(P384.0),
        |h| h.suites = vec![0x1302],
    );
    assert_eq!(second.unwrap().get(ExtensionType::PRE_SHARED_KEY), None);
}
