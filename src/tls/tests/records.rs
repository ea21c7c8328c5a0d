//! The record layer under a sender who keeps to the letter of RFC 8446 section 5, and under one who does not.

use super::pair::*;
use super::tap::*;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::TicketUse;
use crate::tls::connection::SecretLabel;
use crate::tls::error::Error;
use crate::tls::message::HandshakeType;

/// Most bytes of content in a record.
const MOST: usize = 1 << 14;
const PAIRS: [fn() -> (Peer, Peer); 3] = [with_psk, with_certificate, with_certificates];

/// A client or a server after the handshake, and the line on which it hears the other side.
pub(super) fn listener(is_client: bool) -> (Peer, Line) {
    let (client, server) = connected(with_psk());
    if is_client {
        let line = Line::of(&server, SecretLabel::ServerApplication);
        (client, line)
    } else {
        let line = Line::of(&server, SecretLabel::ClientApplication);
        (server, line)
    }
}

/// Both listeners.
fn listeners() -> [(Peer, Line); 2] {
    [listener(true), listener(false)]
}

/// The same bytes in other records: `repack` makes records of what each protected one held.
fn repacked(
    bytes: &[u8],
    mut line: Line,
    mut other: Line,
    repack: impl Fn(&mut Line, &[u8]) -> Vec<u8>,
) -> Vec<u8> {
    let again = |record: &&[u8]| {
        if record[0] != DATA {
            return record.to_vec();
        }
        let (kind, content) = line.open(record);
        assert_eq!(kind, HANDSHAKE);
        repack(&mut other, &content)
    };
    records(bytes).iter().flat_map(again).collect()
}

#[test]
fn bytes_may_come_one_by_one() {
    for pair in PAIRS {
        let (mut client, mut server) = pair();
        client.run();
        for _ in 0..3 {
            let bytes = client.output();
            server.feed_in_parts(&bytes, 1);
            let bytes = server.output();
            client.feed_in_parts(&bytes, 1);
        }
        assert_eq!((client.result(), server.result()), (Ok(true), Ok(true)));
        client.write(b"some data");
        let bytes = client.output();
        server.feed_in_parts(&bytes, 1);
        assert_eq!(server.data, b"some data");
    }
}

#[test]
fn bytes_may_leave_in_parts_while_more_is_said() {
    for part in [1, 2, 5, 21, 22, 23, 100] {
        let (mut client, mut server) = connected(with_psk());
        let mut written = 0;
        loop {
            if written < 20 {
                client.write(&[written; 30]);
                written += 1;
            }
            let n = client.connection.output().len().min(part);
            if n == 0 {
                break;
            }
            let bytes = client.connection.output()[..n].to_vec();
            client.connection.sent(n);
            server.feed(&bytes);
        }
        assert_eq!(server.data, (0..20).flat_map(|i| [i; 30]).collect::<Vec<u8>>());
    }
}

#[test]
fn a_connection_at_rest_holds_no_buffer() {
    let (mut client, mut server) = connected(with_certificates());
    for round in 0..3 {
        assert!(!client.connection.holds_buffer() && !server.connection.holds_buffer(), "{round}");
        client.write(b"data");
        assert!(client.connection.holds_buffer());
        let bytes = client.output();
        assert!(!client.connection.holds_buffer());
        server.feed(&bytes[..5]);
        assert!(!server.connection.holds_buffer(), "for a header");
        server.feed(&bytes[5..]);
        client.connection.update_keys(true).unwrap();
        converse(&mut client, &mut server);
    }
}

#[test]
fn handshake_messages_may_be_cut_anywhere() {
    for pair in PAIRS {
        for size in [1, 2, 3, 4, 5, 7, 50, 1000, MOST] {
            for padding in [0, 1, 9] {
                let in_parts = |line: &mut Line, content: &[u8]| {
                    let seal = |part: &[u8]| {
                        let inner = [part, &[HANDSHAKE], vec![0; padding].as_slice()].concat();
                        line.seal_inner(&inner)
                    };
                    content.chunks(size).flat_map(seal).collect::<Vec<u8>>()
                };
                let (mut client, mut server) = pair();
                client.run();
                let hello = client.output();
                let parts = hello[5..].chunks(size);
                server.feed(&parts.flat_map(|part| plain(HANDSHAKE, part)).collect::<Vec<u8>>());
                let flight = server.output();
                let hello_len = records(&flight)[0].len();
                let parts = flight[5..hello_len].chunks(size);
                client.feed(&parts.flat_map(|part| plain(HANDSHAKE, part)).collect::<Vec<u8>>());
                let line = || Line::of(&server, SecretLabel::ServerHandshake);
                let again = repacked(&flight[hello_len..], line(), line(), in_parts);
                client.feed(&again);
                assert_eq!(client.result(), Ok(true), "{size}");
                let sent = client.output();
                let line = || Line::of(&client, SecretLabel::ClientHandshake);
                let again = repacked(&sent, line(), line(), in_parts);
                server.feed(&again);
                assert_eq!(server.result(), Ok(true), "{size}");
                server.write(b"done");
                client.feed(&server.output());
                assert_eq!(client.data, b"done");
            }
        }
    }
}

#[test]
fn records_that_are_sent_keep_to_the_limit() {
    for limit in [0, 64, 65, 100, 1024, MOST, MOST + 1] {
        let (mut client, mut server) = (client_config(), server_config());
        client.common.max_content = limit;
        server.common.max_content = limit;
        let limit = limit.clamp(64, MOST);
        let mut client = Peer::client(client, Answers::new(None));
        let mut server = Peer::server(server, Answers::new(Some(TestKey::Rsa)));
        client.run();
        for _ in 0..3 {
            let bytes = client.output();
            assert!(records(&bytes).iter().all(|record| record.len() <= 5 + limit + 17));
            server.feed(&bytes);
            let bytes = server.output();
            assert!(records(&bytes).iter().all(|record| record.len() <= 5 + limit + 17));
            client.feed(&bytes);
        }
        assert_eq!((client.result(), server.result()), (Ok(true), Ok(true)));
        let data = vec![3; 3 * MOST];
        let mut rest = data.as_slice();
        while !rest.is_empty() {
            let n = client.connection.write(rest).unwrap();
            assert_eq!(n, rest.len().min(limit));
            rest = &rest[n..];
        }
        server.feed(&client.output());
        assert_eq!(server.data, data);
    }
}

#[test]
fn a_message_of_128_kib_is_taken_and_a_larger_one_is_not() {
    for (len, error) in
        [(128 * 1024, None), (128 * 1024 + 1, Some(Error::TooMuch)), (0xff_ffff, Some(Error::TooMuch))]
    {
        let (mut client, mut line) = unwanting_client(TicketUse::Ignored);
        let ticket = message(HandshakeType::NEW_SESSION_TICKET, &vec![9; len]);
        // A message that is too long is refused as soon as its header is there.
        for part in ticket.chunks(MOST).take(if error.is_some() { 1 } else { usize::MAX }) {
            client.feed(&line.seal(HANDSHAKE, part));
        }
        assert_eq!(client.error, error, "{len}");
        if error.is_none() {
            client.feed(&line.seal(DATA, b"after it"));
            assert_eq!(client.data, b"after it");
        }
    }
}

#[test]
fn empty_fragments_of_handshake_messages_are_refused() {
    for (mut peer, mut line) in listeners() {
        peer.feed(&line.seal(HANDSHAKE, &[]));
        assert_eq!(peer.error, Some(Error::UnexpectedMessage));
    }
    let (_, mut server) = with_psk();
    server.feed(&plain(HANDSHAKE, &[]));
    assert_eq!(server.error, Some(Error::UnexpectedMessage));
}

#[test]
fn nothing_stands_between_the_parts_of_a_handshake_message() {
    for (kind, content) in [(DATA, b"data".as_slice()), (DATA, &[]), (ALERT, &[1, 0]), (ALERT, &[2, 40])] {
        for (mut peer, mut line) in listeners() {
            peer.feed(&line.seal(HANDSHAKE, &[HandshakeType::KEY_UPDATE.0, 0, 0]));
            assert_eq!(peer.error, None);
            peer.feed(&line.seal(kind, content));
            assert_eq!(peer.error, Some(Error::UnexpectedMessage));
        }
    }
    for (kind, content) in [(CCS, [1].as_slice()), (ALERT, &[2, 40])] {
        let (mut client, mut server) = with_psk();
        client.run();
        server.feed(&client.output());
        let hello = server.output();
        client.feed(&plain(HANDSHAKE, &hello[5..50]));
        client.feed(&plain(kind, content));
        assert_eq!(client.error, Some(Error::UnexpectedMessage));
    }
}

#[test]
fn the_length_of_a_record_is_bounded() {
    for kind in [CCS, ALERT, HANDSHAKE, DATA] {
        let most: u16 = if kind == DATA { 16384 + 256 } else { 16384 };
        for (len, refused) in [(most, false), (most + 1, true), (u16::MAX, true)] {
            let [high, low] = len.to_be_bytes();
            let (_, mut server) = with_psk();
            server.feed(&[kind, 3, 1, high, low]);
            assert_eq!(server.error, refused.then_some(Error::RecordOverflow), "{kind} {len}");
        }
    }
    for (content, padding, error) in [
        (MOST, 0, None),
        (MOST - 1, 1, None),
        (1, MOST - 1, None),
        (1, MOST, Some(Error::RecordOverflow)),
        (MOST, 1, Some(Error::RecordOverflow)),
        (MOST + 1, 0, Some(Error::RecordOverflow)),
        (MOST, 239, Some(Error::RecordOverflow)),
    ] {
        let (mut peer, mut line) = listener(true);
        peer.feed(&line.seal_inner(&[vec![7; content], vec![DATA], vec![0; padding]].concat()));
        assert_eq!(peer.error, error, "{content} {padding}");
        if error.is_none() {
            assert_eq!(peer.data, vec![7; content]);
        }
    }
}

#[test]
fn a_record_holds_a_type() {
    for zeros in [0, 1, 2, 100, MOST + 1] {
        for (mut peer, mut line) in listeners() {
            peer.feed(&line.seal_inner(&vec![0; zeros]));
            assert_eq!(peer.error, Some(Error::UnexpectedMessage), "{zeros}");
        }
    }
}

#[test]
fn what_is_no_record_is_seen_at_its_header() {
    for header in [[0, 3, 3, 0, 1], [19, 3, 3, 0, 1], [24, 3, 3, 0, 1], [255; 5], [22, 2, 0, 0, 1], *b"GET /"]
    {
        let (_, mut server) = with_psk();
        server.feed(&header);
        assert_eq!(server.error, Some(Error::InvalidRecord));
    }
    // RFC 8446 section 5.1: legacy_record_version must be ignored.
    for minor in [0, 1, 2, 4, 255] {
        let (mut client, mut server) = with_psk();
        client.run();
        let mut hello = client.output();
        hello[2] = minor;
        server.feed(&hello);
        assert_eq!(server.error, None);
    }
}

#[test]
fn a_record_that_its_key_does_not_open_is_fatal() {
    for at in [2, 5, 10, 20, 25] {
        let (mut peer, mut line) = listener(false);
        let mut record = line.seal(DATA, b"data");
        record[at] ^= 1;
        peer.feed(&record);
        assert_eq!(peer.error, Some(Error::BadRecordMac), "{at}");
    }
    for len in 0..17 {
        let (mut peer, _) = listener(true);
        peer.feed(&plain(DATA, &vec![0; len]));
        assert_eq!(peer.error, Some(Error::BadRecordMac), "{len}");
    }
    // A record cannot be repeated or left out.
    let (mut peer, mut line) = listener(true);
    let record = line.seal(DATA, b"data");
    peer.feed(&record);
    peer.feed(&record);
    assert_eq!(peer.error, Some(Error::BadRecordMac));
    let (mut peer, mut line) = listener(true);
    line.seal(DATA, b"data");
    peer.feed(&line.seal(DATA, b"data"));
    assert_eq!(peer.error, Some(Error::BadRecordMac));
}

#[test]
fn idle_records_come_to_an_end() {
    let key_update = message(HandshakeType::KEY_UPDATE, &[0]);
    for round in [0, 1] {
        let (mut peer, mut line) = listener(true);
        for _ in 0..32 {
            peer.feed(&line.seal(DATA, &[]));
        }
        if round == 0 {
            peer.feed(&line.seal(DATA, b"x")); // counts from the start again
            for _ in 0..32 {
                peer.feed(&line.seal(HANDSHAKE, &key_update));
                line.update();
            }
        }
        assert_eq!(peer.error, None);
        peer.feed(&line.seal(DATA, &[]));
        assert_eq!(peer.error, Some(Error::TooMuch));
    }
    let (mut client, _) = with_psk();
    client.run();
    for _ in 0..32 {
        client.feed(&plain(CCS, &[1]));
    }
    assert_eq!(client.error, None);
    client.feed(&plain(CCS, &[1]));
    assert_eq!(client.error, Some(Error::TooMuch));
}

#[test]
fn keys_are_updated_in_each_direction() {
    let (mut client, mut server) = connected(with_certificate());
    for round in 0..10 {
        let wants_one_back = round % 2 == 0;
        client.connection.update_keys(wants_one_back).unwrap();
        client.write(b"c");
        server.connection.update_keys(round % 3 == 0).unwrap();
        server.write(b"s");
        converse(&mut client, &mut server);
    }
    assert_eq!((client.data, server.data), (b"s".repeat(10), b"c".repeat(10)));
    assert_eq!((client.error, server.error), (None, None));
}

#[test]
fn a_worn_key_is_replaced_before_it_protects_more_data() {
    // RFC 8446 section 5.5: 2^24.5 records of AES-GCM. RFC 9147 section 4.5.3: 2^23 of AES-CCM.
    let limits = CipherSuite::ALL.map(|suite| (suite.id(), suite.record_limit()));
    for (id, limit) in limits {
        let expected = match id {
            0x1301 | 0x1302 => 1 << 24,
            0x1303 => u64::MAX >> 1,
            _ => 1 << 22,
        };
        assert_eq!(limit, expected, "{id:x}");
    }
    let (mut client, mut server) = connected(with_psk());
    client.connection.wear_after(3);
    let mut own = Line::of(&client, SecretLabel::ClientApplication);
    for _ in 0..5 {
        client.write(b"data");
    }
    let sent = client.output();
    let mut kinds = Vec::new();
    for record in records(&sent) {
        let content = own.open(record);
        if content == (HANDSHAKE, message(HandshakeType::KEY_UPDATE, &[0])) {
            own.update();
        }
        kinds.push(content.0);
    }
    assert_eq!(kinds, [DATA, DATA, DATA, HANDSHAKE, DATA, DATA]);
    server.feed(&sent);
    assert_eq!(server.data, b"data".repeat(5));
}

#[test]
fn several_requests_for_a_key_update_are_answered_together() {
    let (mut peer, mut line) = listener(true);
    let mut own = Line::of(&peer, SecretLabel::ClientApplication);
    for _ in 0..5 {
        let request = line.seal(HANDSHAKE, &message(HandshakeType::KEY_UPDATE, &[1]));
        peer.feed(&request);
        line.update();
    }
    peer.write(b"data");
    let said = peer.output();
    let answer = (HANDSHAKE, message(HandshakeType::KEY_UPDATE, &[0]));
    let said = records(&said);
    // The first was answered at once, the others wait for it to leave: one answer is for them all.
    assert_eq!(said.len(), 3);
    for record in &said[..2] {
        assert_eq!(own.open(record), answer);
        own.update();
    }
    assert_eq!(own.open(said[2]), (DATA, b"data".to_vec()));
    // No answer to what is no request.
    peer.feed(&line.seal(HANDSHAKE, &message(HandshakeType::KEY_UPDATE, &[0])));
    assert_eq!((peer.error, peer.output().len()), (None, 0));
}

#[test]
fn a_key_update_has_one_byte_of_two_values() {
    for (body, error) in [
        ([].as_slice(), Error::Decode),
        (&[0, 0], Error::Decode),
        (&[2], Error::IllegalParameter),
        (&[255], Error::IllegalParameter),
    ] {
        for (mut peer, mut line) in listeners() {
            peer.feed(&line.seal(HANDSHAKE, &message(HandshakeType::KEY_UPDATE, body)));
            assert_eq!(peer.error, Some(error));
        }
    }
}

#[test]
fn the_old_key_opens_nothing_any_more() {
    let (mut peer, mut line) = listener(true);
    peer.feed(&line.seal(HANDSHAKE, &message(HandshakeType::KEY_UPDATE, &[0])));
    peer.feed(&line.seal(DATA, b"under the old key"));
    assert_eq!(peer.error, Some(Error::BadRecordMac));
}

#[test]
fn each_side_closes_for_itself() {
    let (mut client, mut server) = connected(with_psk());
    client.connection.close().unwrap();
    client.connection.close().unwrap();
    let close = client.output();
    assert_eq!(records(&close).len(), 1);
    server.feed(&close);
    assert!(server.closed && server.error.is_none());
    assert_eq!(client.connection.write(b"late"), Err(Error::Misuse));
    assert_eq!(client.connection.update_keys(false), Err(Error::Misuse));
    // RFC 8446 section 6.1: the other half stays open.
    server.write(b"still there");
    server.connection.update_keys(true).unwrap();
    client.feed(&server.output());
    assert_eq!((client.data.as_slice(), client.error), (b"still there".as_slice(), None));
    assert!(client.output().is_empty(), "nothing follows close_notify, no KeyUpdate either");
    server.connection.close().unwrap();
    client.feed(&server.output());
    assert!(client.closed);
}

#[test]
fn data_behind_close_notify_is_ignored() {
    let (mut peer, mut line) = listener(true);
    peer.feed(&line.seal(ALERT, &[1, 0]));
    assert!(peer.closed);
    peer.closed = false;
    peer.feed(&line.seal(DATA, b"too late"));
    assert!(peer.closed && peer.data.is_empty() && peer.error.is_none());
}

#[test]
fn an_error_after_close_notify_says_no_more() {
    let (mut peer, mut line) = listener(true);
    peer.connection.close().unwrap();
    peer.output();
    peer.feed(&line.seal(HANDSHAKE, &[]));
    assert_eq!((peer.error, peer.output().len()), (Some(Error::UnexpectedMessage), 0));
}

/// A client that reports no tickets: it ignores them, or keeps what it can read.
pub(super) fn unwanting_client(tickets: TicketUse) -> (Peer, Line) {
    let (_, server) = with_certificate();
    let mut config = client_config();
    config.tickets = tickets;
    let (client, server) = connected((Peer::client(config, Answers::new(None)), server));
    let line = Line::of(&server, SecretLabel::ServerApplication);
    (client, line)
}
