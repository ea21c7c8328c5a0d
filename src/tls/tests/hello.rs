//! Hellos that can be changed field by field.

use super::tap::message;
use crate::tls::message::HandshakeType;
use crate::tls::message::codec::{Reader, put_u16, vector};
use crate::tls::message::extension::ExtensionType;
use crate::tls::message::server_hello::RETRY_RANDOM;

/// A ClientHello, a ServerHello or a HelloRetryRequest in parts.
#[derive(Clone)]
pub(super) struct Hello {
    pub(super) kind: HandshakeType,
    pub(super) version: u16,
    pub(super) random: [u8; 32],
    pub(super) session_id: Vec<u8>,
    pub(super) suites: Vec<u16>,
    pub(super) compression: Vec<u8>,
    pub(super) extensions: Vec<(ExtensionType, Vec<u8>)>,
}

impl Hello {
    pub(super) fn parse(raw: &[u8]) -> Self {
        let mut reader = Reader::new(&raw[4..]);
        let kind = HandshakeType(raw[0]);
        let is_client = kind == HandshakeType::CLIENT_HELLO;
        let (version, random) = (reader.u16().unwrap(), reader.random().unwrap());
        let session_id = reader.vec8().unwrap().rest().to_vec();
        let suites = if is_client { reader.vec16().unwrap().rest() } else { reader.take(2).unwrap() };
        let suites = suites.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        let compression =
            if is_client { reader.vec8().unwrap().rest() } else { reader.take(1).unwrap() }.to_vec();
        let (mut list, mut extensions) = (reader.vec16().unwrap(), Vec::new());
        while !list.is_empty() {
            let kind = ExtensionType(list.u16().unwrap());
            extensions.push((kind, list.vec16().unwrap().rest().to_vec()));
        }
        Self { kind, version, random, session_id, suites, compression, extensions }
    }

    /// A HelloRetryRequest that answers this ClientHello.
    pub(super) fn retry(&self, extensions: Vec<(ExtensionType, Vec<u8>)>) -> Self {
        let mut retry = Self {
            kind: HandshakeType::SERVER_HELLO,
            version: 0x0303,
            random: RETRY_RANDOM,
            session_id: self.session_id.clone(),
            suites: vec![self.suites[0]],
            compression: vec![0],
            extensions,
        };
        retry.extensions.push((ExtensionType::SUPPORTED_VERSIONS, vec![3, 4]));
        retry
    }

    pub(super) fn message(&self) -> Vec<u8> {
        let is_client = self.kind == HandshakeType::CLIENT_HELLO;
        let mut out = Vec::new();
        put_u16(&mut out, self.version);
        out.extend(self.random);
        vector(&mut out, 1, |out| out.extend(&self.session_id));
        let suites: Vec<u8> = self.suites.iter().flat_map(|suite| suite.to_be_bytes()).collect();
        if is_client {
            vector(&mut out, 2, |out| out.extend(suites));
            vector(&mut out, 1, |out| out.extend(&self.compression));
        } else {
            out.extend(suites);
            out.extend(&self.compression);
        }
        vector(&mut out, 2, |out| {
            for (kind, body) in &self.extensions {
                put_u16(out, kind.0);
                vector(out, 2, |out| out.extend(body));
            }
        });
        message(self.kind, &out)
    }

    pub(super) fn get(&self, kind: ExtensionType) -> Option<&[u8]> {
        self.extensions.iter().find(|extension| extension.0 == kind).map(|extension| extension.1.as_slice())
    }

    pub(super) fn remove(&mut self, kind: ExtensionType) {
        self.extensions.retain(|extension| extension.0 != kind);
    }

    /// Puts the extension in the place of the one of its type, or in front of all.
    pub(super) fn set(&mut self, kind: ExtensionType, body: &[u8]) {
        match self.extensions.iter_mut().find(|extension| extension.0 == kind) {
            Some(extension) => extension.1 = body.to_vec(),
            None => self.extensions.insert(0, (kind, body.to_vec())),
        }
    }
}

/// `bytes` behind a length of two bytes.
pub(super) fn vec16(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    vector(&mut out, 2, |out| out.extend(bytes));
    out
}

/// A `KeyShareEntry`.
pub(super) fn share(group: u16, bytes: &[u8]) -> Vec<u8> {
    [group.to_be_bytes().to_vec(), vec16(bytes)].concat()
}
