//! Whatever arrives in whatever parts: no panic, no loop, no memory without bound, and no other outcome.

use super::pair::*;
use super::records::listener;
use super::tap::*;
use crate::tls::message::ticket::{self, NewSessionTicket};

/// A small generator with a fixed start (xorshift64*): the same bytes in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }

    fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| self.next().to_be_bytes()[0]).collect()
    }

    /// `bytes` with something changed, cut, doubled, or put in between.
    fn spoil(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(3) {
            if bytes.is_empty() {
                break;
            }
            let at = self.below(bytes.len());
            match self.below(6) {
                0 => bytes[at] ^= 1 << self.below(8),
                1 => bytes[at] = self.bytes(1)[0],
                2 => bytes.truncate(at),
                3 => bytes.insert(at, self.bytes(1)[0]),
                4 => drop(bytes.remove(at)),
                _ => {
                    let end = at + self.below(bytes.len() - at);
                    let part = bytes[at..end].to_vec();
                    bytes.splice(at..at, part);
                }
            }
        }
        bytes
    }
}

const PAIRS: [fn() -> (Peer, Peer); 3] = [with_psk, with_certificate, with_certificates];

/// A pair with tickets, and the flights that pass between them.
fn run(pair: fn() -> (Peer, Peer), mut pass: impl FnMut(&mut Peer, Vec<u8>)) -> (Peer, Peer) {
    let (mut client, mut server) = pair();
    client.run();
    for round in 0..4 {
        if round == 2 && client.done && server.done {
            client.write(b"question");
            server.write(b"answer");
        }
        let bytes = client.output();
        pass(&mut server, bytes);
        let bytes = server.output();
        pass(&mut client, bytes);
    }
    (client, server)
}

#[test]
fn the_parts_in_which_bytes_arrive_do_not_matter() {
    let mut random = Random(1);
    for round in 0..60 {
        let (client, server) = run(PAIRS[round % 3], |peer, bytes| {
            let mut rest = bytes.as_slice();
            while !rest.is_empty() {
                let n = 1 + random.below(rest.len().min(300));
                let most = 1 + random.below(40);
                peer.feed_in_parts(&rest[..n], most);
                rest = &rest[n..];
            }
        });
        assert_eq!((client.result(), server.result()), (Ok(true), Ok(true)));
        assert_eq!((client.data.as_slice(), server.data.as_slice()), (&b"answer"[..], &b"question"[..]));
    }
}

#[test]
fn spoiled_bytes_never_go_unnoticed_and_never_harm() {
    let mut random = Random(2);
    for round in 0..3000 {
        // One flight of the seven is spoiled.
        let (mut left, mut spoiled) = (random.below(6), false);
        let (client, server) = run(PAIRS[round % 3], |peer, bytes| {
            let bytes = if left == 0 && !bytes.is_empty() {
                let other = random.spoil(&bytes);
                spoiled = other != bytes;
                other
            } else {
                bytes
            };
            left = left.wrapping_sub(1);
            peer.feed(&bytes);
        });
        let whole = client.data == b"answer" && server.data == b"question";
        let failed = client.error.is_some() || server.error.is_some();
        // A change that nobody sees is one that does not count: the version of a record in the clear.
        if !spoiled {
            assert!(whole && !failed);
        }
        assert!(client.data.is_empty() || client.data == b"answer");
        assert!(server.data.is_empty() || server.data == b"question");
        for peer in [&client, &server] {
            assert!(peer.error.is_none() || peer.connection.phase().is_none());
        }
    }
}

#[test]
fn random_bytes_are_no_handshake() {
    let mut random = Random(3);
    for round in 0..3000 {
        let (mut client, mut server) = PAIRS[round % 3]();
        client.run();
        client.output();
        for peer in [&mut client, &mut server] {
            let len = random.below(400);
            let body = random.bytes(len);
            // In turn: no record, a record, a message.
            let bytes = match round % 4 {
                0 => body,
                1 => plain(HANDSHAKE, &body),
                2 => plain(HANDSHAKE, &message(crate::tls::message::HandshakeType(1), &body)),
                _ => plain(HANDSHAKE, &message(crate::tls::message::HandshakeType(2), &body)),
            };
            peer.feed(&bytes);
            assert!(!peer.done && peer.data.is_empty());
        }
    }
}

#[test]
fn spoiled_messages_under_the_right_keys_do_no_harm() {
    let mut random = Random(4);
    let ticket = {
        let mut out = Vec::new();
        let ticket = NewSessionTicket {
            lifetime: 60,
            age_add: 1,
            nonce: b"nonce",
            ticket: &[7; 100],
            max_early_data: 9,
        };
        ticket::write(&mut out, &ticket);
        out
    };
    for round in 0..2000 {
        let (mut peer, mut line) = listener(round % 4 != 0);
        for _ in 0..8 {
            let whole = if random.below(4) == 0 { vec![24, 0, 0, 1, 1] } else { ticket.clone() };
            let content = if random.below(2) == 0 { random.spoil(&whole) } else { whole };
            if !content.is_empty() {
                peer.feed(&line.seal(HANDSHAKE, &content));
            }
            if peer.error.is_none() {
                let sent = peer.connection.write(b"in between");
                assert_eq!(sent, Ok(10));
                peer.output();
            }
        }
    }
}

#[test]
fn spoiled_flights_under_the_right_keys_do_no_harm() {
    use crate::tls::connection::SecretLabel;
    let mut random = Random(5);
    for round in 0..3000 {
        let (mut client, mut server) = PAIRS[round % 3]();
        client.run();
        server.feed(&client.output());
        let flight = server.output();
        let lines = || {
            [SecretLabel::ServerHandshake, SecretLabel::ServerApplication]
                .map(|label| Line::of(&server, label))
        };
        let [handshake, application] = lines();
        let contents = reveal(&flight, handshake, application);
        let [mut handshake, _] = lines();
        client.feed(records(&flight)[0]);
        let encrypted = contents.iter().skip(1).filter(|content| content.0 == HANDSHAKE);
        let bytes: Vec<u8> = encrypted.flat_map(|content| content.1.clone()).collect();
        let other = random.spoil(&bytes);
        for part in other.chunks(1 + random.below(500)) {
            if client.error.is_none() && !client.done {
                client.feed(&handshake.seal(HANDSHAKE, part));
            }
        }
        assert!(!client.done || other.starts_with(&bytes));
    }
}
