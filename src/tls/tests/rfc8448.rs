//! The traces of RFC 8448: what we derive, seal and parse is what stands there, byte for byte.

use std::collections::HashMap;

use crate::crypto::hash::HashAlgorithm;
use crate::crypto::secret::Secret;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::PskKind;
use crate::tls::key_schedule::{EarlySecret, MasterSecret, TrafficSecret};
use crate::tls::message::client_hello::ClientHello;
use crate::tls::message::codec::Reader;
use crate::tls::message::server_hello::{KeyShare, ServerHello};
use crate::tls::message::ticket::NewSessionTicket;
use crate::tls::message::{Handshake, HandshakeType};
use crate::tls::record::{ContentType, MAX_CONTENT, Opener, Sealer};
use crate::tls::transcript::Transcript;

const SUITE: CipherSuite = CipherSuite::Aes128GcmSha256;
const HASH: HashAlgorithm = HashAlgorithm::Sha256;

type Trace = HashMap<&'static str, Vec<u8>>;

pub(super) fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

fn trace(section: &str) -> Trace {
    let lines = include_str!("rfc8448.txt").lines();
    let title = format!("[{section}]");
    let lines = lines.skip_while(|line| *line != title).skip(1).take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| line.split_once(' ')).map(|(name, value)| (name, hex(value))).collect()
}

fn secret<const MAX: usize>(bytes: &[u8]) -> Secret<MAX> {
    Secret::copy_of(bytes).unwrap()
}

/// Seals `content` as the record `record`, and opens that again.
fn check_record(sealer: &mut Sealer, opener: &mut Opener, kind: ContentType, content: &[u8], record: &[u8]) {
    let mut sealed = Vec::new();
    sealer.seal(&mut sealed, kind, content).unwrap();
    assert_eq!(sealed, record);
    let (header, body) = sealed.split_first_chunk_mut::<5>().unwrap();
    let (opened, len) = opener.open(header, body, MAX_CONTENT + 1).unwrap();
    assert_eq!((opened, &body[..len]), (kind, content));
}

fn both(secret: &TrafficSecret) -> (Sealer, Opener) {
    let key = || secret.record_key(SUITE).unwrap();
    (Sealer::new(SUITE, key()), Opener::new(key()))
}

/// The messages in `flight`, one behind the other.
fn messages(flight: &[u8]) -> Vec<&[u8]> {
    let (mut rest, mut messages) = (flight, Vec::new());
    while !rest.is_empty() {
        let len = 4 + usize::from(rest[2]) * 256 + usize::from(rest[3]);
        messages.push(&rest[..len]);
        rest = &rest[len..];
    }
    messages
}

/// From the (EC)DHE secret to the client's Finished; the transcript stands behind the last ClientHello.
fn check_handshake(
    trace: &Trace,
    early: EarlySecret,
    mut transcript: Transcript,
) -> (MasterSecret, Transcript) {
    let handshake = early.into_handshake(Some(&secret(&trace["shared_secret"])));
    transcript.add(&trace["server_hello"]);
    let digest = transcript.hash();
    let client = handshake.client_traffic(digest.as_ref());
    let server = handshake.server_traffic(digest.as_ref());
    assert_eq!(client.bytes(), trace["c_hs_traffic"]);
    assert_eq!(server.bytes(), trace["s_hs_traffic"]);

    let flight = &trace["server_flight"];
    let (mut sealer, mut opener) = both(&server);
    check_record(&mut sealer, &mut opener, ContentType::HANDSHAKE, flight, &trace["server_flight_record"]);
    let messages = messages(flight);
    let (finished, before) = messages.split_last().unwrap();
    before.iter().for_each(|message| transcript.add(message));
    let digest = transcript.hash();
    assert_eq!(server.finished(digest.as_ref()).bytes(), &finished[4..]);
    assert!(server.finished_matches(digest.as_ref(), &finished[4..]));
    assert!(!client.finished_matches(digest.as_ref(), &finished[4..]));
    transcript.add(finished);

    let master = handshake.into_master();
    let digest = transcript.hash();
    assert_eq!(master.client_traffic(digest.as_ref()).bytes(), trace["c_ap_traffic"]);
    assert_eq!(master.server_traffic(digest.as_ref()).bytes(), trace["s_ap_traffic"]);
    if let Some(message) = trace.get("end_of_early_data") {
        transcript.add(message);
    }
    let finished = &trace["client_finished"];
    assert_eq!(client.finished(transcript.hash().as_ref()).bytes(), &finished[4..]);
    let (mut sealer, mut opener) = both(&client);
    check_record(
        &mut sealer,
        &mut opener,
        ContentType::HANDSHAKE,
        finished,
        &trace["client_finished_record"],
    );
    transcript.add(finished);
    (master, transcript)
}

#[test]
fn simple_handshake() {
    let trace = trace("simple");
    let transcript = Transcript::new(HASH, &trace["client_hello"]);
    let (master, transcript) = check_handshake(&trace, EarlySecret::new(HASH, None), transcript);

    let mut before_finished = Transcript::new(HASH, &trace["client_hello"]);
    before_finished.add(&trace["server_hello"]);
    before_finished.add(&trace["server_flight"]);
    let digest = before_finished.hash();
    let (mut client_sealer, mut client_opener) = both(&master.client_traffic(digest.as_ref()));
    let (mut server_sealer, mut server_opener) = both(&master.server_traffic(digest.as_ref()));
    let (data, close) = (trace["data"].as_slice(), [1, 0].as_slice());
    for (kind, content, record) in [
        (ContentType::APPLICATION_DATA, data, "client_data_record"),
        (ContentType::ALERT, close, "client_close_record"),
    ] {
        check_record(&mut client_sealer, &mut client_opener, kind, content, &trace[record]);
    }
    for (kind, content, record) in [
        (ContentType::HANDSHAKE, trace["ticket"].as_slice(), "ticket_record"),
        (ContentType::APPLICATION_DATA, data, "server_data_record"),
        (ContentType::ALERT, close, "server_close_record"),
    ] {
        check_record(&mut server_sealer, &mut server_opener, kind, content, &trace[record]);
    }

    // The exported key and the next secret were computed with another implementation of HKDF.
    let mut exported = [0; 40];
    assert!(master.exporter(digest.as_ref()).export(b"EXPORTER-test", b"context", &mut exported));
    assert_eq!(
        exported.as_slice(),
        hex("6b42f9f9156843559fc98feed480120e49314d669b27529015fe4759a5284e6ae158bb66c2d12a60")
    );
    assert_eq!(
        master.client_traffic(digest.as_ref()).next().bytes(),
        hex("fcdfcc72725aaee48bf64e4fd8b749cdbdbab39d90da0b26e2245ca6ea167207")
    );

    let ticket = NewSessionTicket::parse(Reader::new(&trace["ticket"][4..])).unwrap();
    assert_eq!((ticket.lifetime, ticket.nonce, ticket.max_early_data), (30, [0, 0].as_slice(), 1024));
    let resumption = master.into_resumption(transcript.hash().as_ref());
    assert_eq!(resumption.psk(ticket.nonce).bytes(), trace["resumption_psk"]);
}

#[test]
fn resumed_handshake() {
    let (first, trace) = (trace("simple"), trace("resumed"));
    let raw = &trace["client_hello"];
    let hello = ClientHello::parse(Handshake::parse(raw).unwrap().body).unwrap();
    assert!(hello.early_data);
    let offer = hello.psk.unwrap();
    let psk = offer.iter().next().unwrap();
    let ticket = NewSessionTicket::parse(Reader::new(&first["ticket"][4..])).unwrap();
    assert_eq!(psk.identity, ticket.ticket);
    assert_eq!(psk.obfuscated_age.wrapping_sub(ticket.age_add), 6);
    assert_eq!(psk.binder, trace["binder"]);

    let early = EarlySecret::new(HASH, Some(&secret(&first["resumption_psk"])));
    let digest = HASH.digest(&raw[..offer.truncated_len]);
    assert_eq!(early.binder(PskKind::Resumption, digest.as_ref()).bytes(), psk.binder);
    assert!(early.binder_matches(PskKind::Resumption, digest.as_ref(), psk.binder));
    assert!(!early.binder_matches(PskKind::External, digest.as_ref(), psk.binder));
    let server_hello = ServerHello::parse(Reader::new(&trace["server_hello"][4..])).unwrap();
    assert_eq!(server_hello.selected_psk, Some(0));

    let client = early.client_traffic(HASH.digest(raw).as_ref());
    assert_eq!(client.bytes(), trace["c_e_traffic"]);
    let (mut sealer, mut opener) = both(&client);
    for (kind, content, record) in [
        (ContentType::APPLICATION_DATA, "early_data", "early_data_record"),
        (ContentType::HANDSHAKE, "end_of_early_data", "end_of_early_data_record"),
    ] {
        check_record(&mut sealer, &mut opener, kind, &trace[content], &trace[record]);
    }
    check_handshake(&trace, early, Transcript::new(HASH, raw));
}

#[test]
fn handshake_with_a_retry_request() {
    let trace = trace("retry");
    let retry = ServerHello::parse(Reader::new(&trace["retry_request"][4..])).unwrap();
    assert!(retry.is_retry);
    let second = ClientHello::parse(&trace["second_client_hello"][4..]).unwrap();
    assert_eq!(retry.cookie, second.cookie);
    let Some(KeyShare::Wanted(group)) = retry.key_share else { panic!("no group") };
    assert!(second.shares().map(|entry| entry.group).eq([group]));
    let mut transcript = Transcript::after_retry(HASH, &trace["client_hello"], &trace["retry_request"]);
    transcript.add(&trace["second_client_hello"]);
    check_handshake(&trace, EarlySecret::new(HASH, None), transcript);
}

#[test]
fn every_hello_parses_and_no_part_of_one_does() {
    for section in ["simple", "resumed", "retry"] {
        let trace = trace(section);
        for name in ["client_hello", "second_client_hello", "server_hello", "retry_request"] {
            let Some(raw) = trace.get(name) else { continue };
            let message = Handshake::parse(raw).unwrap();
            let client = message.kind == HandshakeType::CLIENT_HELLO;
            let parse = |body| {
                if client {
                    ClientHello::parse(body).map(|hello| hello.offers_tls13)
                } else {
                    ServerHello::parse(Reader::new(body)).map(|hello| hello.cipher_suite == SUITE.id())
                }
            };
            assert_eq!(parse(message.body), Ok(true));
            for end in 0..message.body.len() {
                // A hello without extensions is one of old.
                let old = parse(&message.body[..end]) == Ok(false);
                assert!(parse(&message.body[..end]).is_err() || old, "{section} {name} {end}");
                assert!(Handshake::parse(&raw[..end]).is_err());
            }
        }
    }
}
