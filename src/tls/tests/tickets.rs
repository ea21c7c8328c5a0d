//! Tickets as they arrive, wanted or not (RFC 8446 section 4.6.1).

use super::pair::*;
use super::records::{listener, unwanting_client};
use super::tap::*;
use crate::tls::config::TicketUse;
use crate::tls::connection::SecretLabel;
use crate::tls::error::Error;
use crate::tls::message::HandshakeType;
use crate::tls::message::codec::Reader;
use crate::tls::message::ticket::{self, NewSessionTicket};

fn ticket_of(lifetime: u32, name: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    ticket::write(
        &mut out,
        &NewSessionTicket { lifetime, age_add: 5, nonce: b"nonce", ticket: name, max_early_data: 0 },
    );
    out
}

/// Bodies that no ticket has.
fn malformed() -> Vec<Vec<u8>> {
    let whole = ticket_of(7200, b"a ticket")[4..].to_vec();
    let cut = (0..whole.len()).map(|end| whole[..end].to_vec());
    let [no_extensions, no_ticket] =
        [[&whole[..whole.len() - 2], &[0, 1]].concat(), ticket_of(9, b"")[4..].to_vec()];
    let twice = [&whole[..whole.len() - 2], &[0, 8, 0, 99, 0, 0, 0, 99, 0, 0]].concat();
    let early = [&whole[..whole.len() - 2], &[0, 7, 0, 42, 0, 3, 0, 0, 0]].concat();
    cut.chain([[whole.as_slice(), &[0]].concat(), no_extensions, no_ticket, twice, early, vec![0xff; 300]])
        .collect()
}

#[test]
fn unwanted_tickets_are_dropped_whatever_they_hold() {
    let uses = [TicketUse::Ignored, TicketUse::Kept];
    for (body, tickets) in
        malformed().into_iter().flat_map(|body| uses.map(|tickets| (body.clone(), tickets)))
    {
        let (mut client, mut line) = unwanting_client(tickets);
        client.feed(&line.seal(HANDSHAKE, &message(HandshakeType::NEW_SESSION_TICKET, &body)));
        client.feed(&line.seal(DATA, b"data"));
        assert_eq!((client.error, client.data.as_slice()), (None, b"data".as_slice()), "{body:?}");
        assert!(client.tickets.is_empty());
        assert!(client.output().is_empty());
    }
}

#[test]
fn wanted_tickets_must_have_their_form() {
    for body in malformed() {
        let (mut client, mut line) = listener(true);
        client.feed(&line.seal(HANDSHAKE, &message(HandshakeType::NEW_SESSION_TICKET, &body)));
        let error = client.error.unwrap_or_else(|| panic!("taken: {body:?}"));
        assert!(matches!(error, Error::Decode | Error::IllegalParameter));
    }
}

#[test]
fn a_server_takes_no_tickets() {
    let (mut server, mut line) = listener(false);
    server.feed(&line.seal(HANDSHAKE, &ticket_of(7200, b"a ticket")));
    assert_eq!(server.error, Some(Error::UnexpectedMessage));
}

#[test]
fn what_a_ticket_says_is_reported() {
    let (mut client, mut line) = listener(true);
    let mut body = ticket_of(7200, b"a ticket")[4..].to_vec();
    body.truncate(body.len() - 2);
    // An unknown extension, and early_data.
    body.extend([0, 14, 0xaa, 0xaa, 0, 2, 1, 2, 0, 42, 0, 4, 0, 1, 0, 2]);
    client.feed(&line.seal(HANDSHAKE, &message(HandshakeType::NEW_SESSION_TICKET, &body)));
    let ticket = client.tickets.first().unwrap();
    assert_eq!(
        (ticket.ticket.as_slice(), ticket.lifetime, ticket.age_add),
        (b"a ticket".as_slice(), 7200, 5)
    );
    assert_eq!(ticket.max_early_data, 0x1_0002);
    assert_eq!(Some(ticket.suite), client.connection.negotiated().suite);
}

#[test]
fn lifetimes_are_cut_to_seven_days_and_none_is_no_ticket() {
    for (lifetime, seen) in [(0, None), (1, Some(1)), (604_800, Some(604_800)), (u32::MAX, Some(604_800))] {
        let (mut client, mut line) = listener(true);
        client.feed(&line.seal(HANDSHAKE, &ticket_of(lifetime, b"a ticket")));
        assert_eq!((client.error, client.tickets.first().map(|ticket| ticket.lifetime)), (None, seen));
    }
}

#[test]
fn a_server_gives_tickets_seven_days_at_most_and_nonces_of_their_own() {
    for (lifetime, said) in [(3600, 3600_u32), (604_801, 604_800)] {
        let (mut client, server) = with_certificate();
        let mut config = server_config();
        config.tickets = 3;
        let mut server = Peer::server(config, server.answers);
        server.answers.lifetime = lifetime;
        client.run();
        server.feed(&client.output());
        client.feed(&server.output());
        server.feed(&client.output());
        let mut line = Line::of(&server, SecretLabel::ServerApplication);
        let sent = server.output();
        let mut nonces: Vec<Vec<u8>> = Vec::new();
        for record in records(&sent) {
            let (kind, content) = line.open(record);
            let ticket = ticket::NewSessionTicket::parse(Reader::new(&content[4..])).unwrap();
            assert_eq!((kind, ticket.lifetime), (HANDSHAKE, said));
            assert!(!nonces.contains(&ticket.nonce.to_vec()));
            nonces.push(ticket.nonce.to_vec());
        }
        assert_eq!(nonces.len(), 3);
    }
}

#[test]
fn tickets_may_share_records_and_span_them() {
    let tickets: Vec<u8> = (0..5_u8).flat_map(|i| ticket_of(60, &[i; 600])).collect();
    for size in [1, 3, 4, 100, 616, 620, 1000, 1 << 14] {
        let (mut client, mut line) = listener(true);
        for part in tickets.chunks(size) {
            client.feed(&line.seal(HANDSHAKE, part));
        }
        client.feed(&line.seal(DATA, b"data"));
        assert!(client.tickets.iter().map(|ticket| ticket.ticket[0]).eq(0..5), "{size}");
        assert_eq!(client.data, b"data");
    }
}

#[test]
fn half_a_ticket_does_not_keep_a_client_from_writing() {
    let ticket = ticket_of(60, b"a ticket");
    for cut in 1..ticket.len() {
        for record_cut in [false, true] {
            let (mut client, mut server) = connected(with_psk());
            let mut line = Line::of(&server, SecretLabel::ServerApplication);
            // Either half of the message, or half of the record that holds it, has arrived.
            let records = if record_cut {
                let record = line.seal(HANDSHAKE, &ticket);
                let (a, b) = record.split_at(cut);
                [a.to_vec(), b.to_vec()]
            } else {
                [line.seal(HANDSHAKE, &ticket[..cut]), line.seal(HANDSHAKE, &ticket[cut..])]
            };
            client.feed(&records[0]);
            client.write(b"in between");
            server.feed(&client.output());
            assert_eq!(server.data, b"in between");
            client.feed(&records[1]);
            client.feed(&line.seal(DATA, b"answer"));
            assert_eq!((client.tickets.len(), client.data.as_slice()), (1, b"answer".as_slice()));
        }
    }
}

#[test]
fn a_ticket_and_a_key_update_may_share_a_record_in_that_order() {
    let key_update = message(HandshakeType::KEY_UPDATE, &[0]);
    let ticket = ticket_of(60, b"a ticket");
    let (mut client, mut line) = listener(true);
    client.feed(&line.seal(HANDSHAKE, &[ticket.as_slice(), &key_update].concat()));
    line.update();
    client.feed(&line.seal(DATA, b"data"));
    assert_eq!((client.error, client.tickets.len(), client.data.as_slice()), (None, 1, b"data".as_slice()));
    client.feed(&line.seal(HANDSHAKE, &[key_update.as_slice(), &ticket].concat()));
    assert_eq!(client.error, Some(Error::UnexpectedMessage));
}
