//! A handshake message as it stands in a record, whichever it is. Most of them come encrypted, out of a fuzzer's reach: here they are
//! read without the records around them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat::tls::error::Error;
use mbedtls_compat::tls::message::certificate::{CertificateList, CertificateRequest, CertificateVerify};
use mbedtls_compat::tls::message::client_hello::ClientHello;
use mbedtls_compat::tls::message::codec::Reader;
use mbedtls_compat::tls::message::encrypted_extensions::{EncryptedExtensions, Offered};
use mbedtls_compat::tls::message::server_hello::ServerHello;
use mbedtls_compat::tls::message::ticket::{NewSessionTicket, parse_key_update};
use mbedtls_compat::tls::message::{Handshake, HandshakeType};

fuzz_target!(|data: &[u8]| {
    let _ = read(data);
});

fn read(data: &[u8]) -> Result<(), Error> {
    let message = Handshake::parse(data)?;
    let body = Reader::new(message.body);
    match message.kind {
        HandshakeType::CLIENT_HELLO => {
            let hello = ClientHello::parse(message.body)?;
            hello.shares().for_each(drop);
            Ok(())
        }
        HandshakeType::SERVER_HELLO => ServerHello::parse(body).map(drop),
        HandshakeType::ENCRYPTED_EXTENSIONS => {
            let offered = Offered { server_name: true, protocols: true, early_data: true };
            EncryptedExtensions::parse(body, offered).map(drop)
        }
        HandshakeType::CERTIFICATE_REQUEST => CertificateRequest::parse(body).map(drop),
        HandshakeType::CERTIFICATE => {
            let list = CertificateList::parse(body)?;
            list.iter().for_each(drop);
            Ok(())
        }
        HandshakeType::CERTIFICATE_VERIFY => CertificateVerify::parse(body).map(drop),
        HandshakeType::NEW_SESSION_TICKET => NewSessionTicket::parse(body).map(drop),
        HandshakeType::KEY_UPDATE => parse_key_update(body).map(drop),
        _ => Ok(()),
    }
}
