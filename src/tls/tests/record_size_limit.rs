//! How long records may be, as the two sides tell each other (RFC 8449).

use super::hello::Hello;
use super::pair::*;
use super::tap::*;
use crate::tls::connection::SecretLabel;
use crate::tls::error::Error;
use crate::tls::message::HandshakeType;
use crate::tls::message::extension::ExtensionType;

/// A client and a server that want no more than so many bytes of content in a record.
fn with_limits(client: usize, server: usize) -> (Peer, Peer) {
    let (mut client_config, mut server_config) = (client_config(), server_config());
    client_config.common.max_content = client;
    server_config.common.max_content = server;
    let client = Peer::client(client_config, Answers::new(None));
    (client, Peer::server(server_config, Answers::new(Some(TestKey::Rsa))))
}

/// The contents of the application data records in `bytes`.
fn lengths(bytes: &[u8], sender: &Peer, label: SecretLabel) -> Vec<usize> {
    let mut line = Line::of(sender, label);
    records(bytes).into_iter().map(|record| line.open(record).1.len()).collect()
}

#[test]
fn each_side_keeps_to_the_smaller_of_the_two() {
    for (ours, theirs) in [(512, 1 << 14), (1 << 14, 512), (512, 1024), (63, 64), (1 << 14, 1 << 14)] {
        let least = ours.min(theirs).max(64);
        let (mut client, mut server) = connected(with_limits(ours, theirs));
        assert_eq!((client.connection.max_content(), server.connection.max_content()), (least, least));
        let data = vec![7; 2 * least + 1];
        for (sender, label) in
            [(&mut client, SecretLabel::ClientApplication), (&mut server, SecretLabel::ServerApplication)]
        {
            let mut rest = data.as_slice();
            while !rest.is_empty() {
                let n = sender.connection.write(rest).unwrap();
                rest = &rest[n..];
            }
            let bytes = sender.output();
            assert_eq!(lengths(&bytes, sender, label), [least, least, 1]);
        }
    }
}

#[test]
fn a_server_s_flight_keeps_to_it_too() {
    let (mut client, mut server) = with_limits(64, 1 << 14);
    client.run();
    server.feed(&client.output());
    let flight = server.output();
    let protected = records(&flight).into_iter().filter(|record| record[0] == DATA);
    let longest = protected.map(<[u8]>::len).max();
    assert_eq!(longest, Some(5 + 64 + 1 + 16));
    client.feed(&flight);
    server.feed(&client.output());
    assert_eq!((client.result(), server.result()), (Ok(true), Ok(true)));
}

#[test]
fn without_an_offer_there_is_no_answer_and_no_limit() {
    let (mut client, mut server) = with_limits(512, 1 << 14);
    client.run();
    let mut hello = Hello::parse(&client.output()[5..]);
    assert_eq!(hello.get(ExtensionType::RECORD_SIZE_LIMIT), Some([2, 1].as_slice()));
    hello.remove(ExtensionType::RECORD_SIZE_LIMIT);
    server.feed(&plain(HANDSHAKE, &hello.message()));
    assert_eq!((server.error, server.connection.max_content()), (None, 1 << 14));
    let line = |label| Line::of(&server, label);
    let lines = (line(SecretLabel::ServerHandshake), line(SecretLabel::ServerApplication));
    let contents = reveal(&server.output(), lines.0, lines.1);
    let extensions = contents.iter().skip(1).find(|content| content.0 == HANDSHAKE).unwrap();
    assert_eq!(extensions.1[..6], [HandshakeType::ENCRYPTED_EXTENSIONS.0, 0, 0, 2, 0, 0]);
}

#[test]
fn a_longer_record_ends_the_connection_padding_and_all() {
    for (is_client, other) in
        [(true, SecretLabel::ServerApplication), (false, SecretLabel::ClientApplication)]
    {
        let listener = || {
            let (client, server) = connected(with_limits(512, 512));
            if is_client { (client, Line::of(&server, other)) } else { (server, Line::of(&client, other)) }
        };
        let (mut peer, mut line) = listener();
        peer.feed(&line.seal(DATA, &[7; 512]));
        assert_eq!((peer.error, peer.data.len()), (None, 512));
        peer.feed(&line.seal(DATA, &[7; 513]));
        assert_eq!(peer.error, Some(Error::RecordOverflow));
        let (mut peer, mut line) = listener();
        let mut padded = vec![0; 514];
        (padded[0], padded[1]) = (7, DATA);
        peer.feed(&line.seal_inner(&padded[..513]));
        assert_eq!((peer.error, peer.data.len()), (None, 1));
        peer.feed(&line.seal_inner(&padded));
        assert_eq!(peer.error, Some(Error::RecordOverflow));
    }
}

#[test]
fn a_server_that_does_not_answer_may_send_long_records() {
    let (mut client, mut server) = with_limits(1000, 1 << 14);
    client.run();
    server.feed(&client.output());
    let flight = server.output();
    let lines =
        || [SecretLabel::ServerHandshake, SecretLabel::ServerApplication].map(|l| Line::of(&server, l));
    let [handshake, application] = lines();
    let contents = reveal(&flight, handshake, application);
    client.feed(records(&flight)[0]);
    let [mut line, _] = lines();
    client.feed(&line.seal(HANDSHAKE, &message(HandshakeType::ENCRYPTED_EXTENSIONS, &[0, 0])));
    let sent: Vec<u8> = contents.into_iter().skip(1).filter(|c| c.0 == HANDSHAKE).flat_map(|c| c.1).collect();
    let certificate = &messages(&sent)[1];
    // A record of a length that the client had not wished for.
    let mut padded = [certificate.as_slice(), &[HANDSHAKE]].concat();
    padded.resize(2000, 0);
    client.feed(&line.seal_inner(&padded));
    assert_eq!((client.error, client.connection.max_content()), (None, 1000));
}
