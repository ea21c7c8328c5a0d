//! The server's flight in: EncryptedExtensions to Finished (RFC 8446 sections 4.3 and 4.4).

use super::finish::{AwaitCertificate, Finish};
use super::{Shared, State};
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::verify::PublicKey;
use crate::tls::config::EarlyData;
use crate::tls::connection::{Context, EarlyDataStatus, Next, Question, SecretLabel};
use crate::tls::error::Error;
use crate::tls::message::certificate::{
    CertificateList, CertificateRequest, CertificateVerify, SignedContent,
};
use crate::tls::message::codec::Reader;
use crate::tls::message::encrypted_extensions::{EncryptedExtensions, Offered};
use crate::tls::message::{self, Handshake, HandshakeType};
use crate::tls::record::{Opener, Sealer};

/// ServerHello was taken.
pub(in crate::tls) struct WaitEncryptedExtensions {
    pub(super) shared: Box<Shared>,
    pub(super) resumed: bool,
}

impl WaitEncryptedExtensions {
    pub(super) fn handle(mut self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<State, Error> {
        let config = &self.shared.config;
        let offered = Offered {
            server_name: config.server_name.is_some(),
            protocols: !config.common.protocols.is_empty(),
            early_data: self.shared.early_data.is_some(),
        };
        let extensions =
            EncryptedExtensions::parse(message.expect(HandshakeType::ENCRYPTED_EXTENSIONS)?, offered)?;
        if let Some(name) = extensions.protocol {
            // RFC 7301 section 3.1: one of those that were offered.
            if !lists_protocol(&config.common.protocols, name) {
                return Err(Error::IllegalParameter);
            }
            cx.negotiated.protocol = Some(name.to_vec());
        }
        if let Some(limit) = extensions.record_size_limit {
            cx.output.limit(limit);
            cx.input.limit = Some(config.common.record_size_limit());
        }
        self.shared.settle_early_data(cx, extensions.early_data)?;
        self.shared.transcript.add(message.raw);
        Ok(if self.resumed {
            State::WaitFinished(WaitFinished { shared: self.shared, request: None })
        } else {
            State::WaitCertificateOrRequest(WaitCertificateOrRequest { shared: self.shared })
        })
    }
}

impl Shared {
    /// Takes the server's word on early data. If it is refused, the key of the handshake is due at once.
    fn settle_early_data(&mut self, cx: &mut Context<'_>, accepted: bool) -> Result<(), Error> {
        let Some(early) = &self.early_data else { return Ok(()) };
        if !accepted {
            self.early_data = None;
            cx.negotiated.refuse_early_data();
            return cx
                .output
                .set_sealer(Sealer::new(self.suite, self.client_traffic.record_key(self.suite)?));
        }
        // RFC 8446 section 4.2.10: taken for what it was meant as, or not at all.
        let protocol = cx.negotiated.protocol.as_deref().unwrap_or(&[]);
        if early.suite != self.suite || early.protocol != protocol {
            return Err(Error::IllegalParameter);
        }
        cx.negotiated.early_data = EarlyDataStatus::Accepted;
        Ok(())
    }

    /// Ends the early data, if there was some (RFC 8446 section 4.5): the last message under its key.
    fn end_early_data(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        if self.early_data.take().is_none() {
            return Ok(());
        }
        cx.send(&mut self.transcript, |out| message::write(out, HandshakeType::END_OF_EARLY_DATA, |_| {}));
        cx.output.set_sealer(Sealer::new(self.suite, self.client_traffic.record_key(self.suite)?))
    }
}

/// Whether `list`, names behind their lengths, holds `name`.
pub(in crate::tls) fn lists_protocol(list: &[u8], name: &[u8]) -> bool {
    let mut reader = Reader::new(list);
    std::iter::from_fn(|| reader.some8().ok()).any(|each| each == name)
}

/// EncryptedExtensions were taken, and there is no PSK.
pub(in crate::tls) struct WaitCertificateOrRequest {
    shared: Box<Shared>,
}

impl WaitCertificateOrRequest {
    pub(super) fn handle(mut self, message: &Handshake<'_>) -> Result<Next, Error> {
        if message.kind != HandshakeType::CERTIFICATE_REQUEST {
            return WaitCertificate { shared: self.shared, request: None }.handle(message);
        }
        let request = CertificateRequest::parse(Reader::new(message.body))?;
        let schemes = request.signature_schemes.iter().map(SignatureScheme).collect();
        self.shared.transcript.add(message.raw);
        Ok(Next::client(State::WaitCertificate(WaitCertificate {
            shared: self.shared,
            request: Some(schemes),
        })))
    }
}

/// What a server that wants a certificate verifies.
type Request = Option<Vec<SignatureScheme>>;

/// The server's certificate comes next.
pub(in crate::tls) struct WaitCertificate {
    shared: Box<Shared>,
    request: Request,
}

impl WaitCertificate {
    pub(super) fn handle(mut self, message: &Handshake<'_>) -> Result<Next, Error> {
        let list = CertificateList::parse(message.expect(HandshakeType::CERTIFICATE)?)?;
        if list.is_empty() {
            return Err(Error::EmptyCertificate);
        }
        self.shared.transcript.add(message.raw);
        let state = AwaitPeer { shared: self.shared, request: self.request };
        Ok(Next::ask_client(State::AwaitPeer(state), Question::Peer(list)))
    }
}

/// The certificate is being judged.
pub(in crate::tls) struct AwaitPeer {
    shared: Box<Shared>,
    request: Request,
}

impl AwaitPeer {
    pub(in crate::tls) fn answer(self, key: PublicKey) -> State {
        State::WaitCertificateVerify(WaitCertificateVerify {
            shared: self.shared,
            request: self.request,
            key,
        })
    }
}

/// The certificate was accepted; its key is to be proven.
pub(in crate::tls) struct WaitCertificateVerify {
    shared: Box<Shared>,
    request: Request,
    key: PublicKey,
}

impl WaitCertificateVerify {
    pub(super) fn handle(mut self, message: &Handshake<'_>) -> Result<State, Error> {
        let verify = CertificateVerify::parse(message.expect(HandshakeType::CERTIFICATE_VERIFY)?)?;
        // RFC 8446 section 4.4.3: a scheme that was offered.
        if !self.shared.config.common.signature_schemes.contains(&verify.scheme) {
            return Err(Error::IllegalParameter);
        }
        let content = SignedContent::new(true, self.shared.transcript.hash().as_ref());
        self.key.verify(verify.scheme, content.as_ref(), verify.signature).map_err(|_| Error::Decrypt)?;
        self.shared.transcript.add(message.raw);
        Ok(State::WaitFinished(WaitFinished { shared: self.shared, request: self.request }))
    }
}

/// The server's Finished comes next.
pub(in crate::tls) struct WaitFinished {
    shared: Box<Shared>,
    request: Request,
}

impl WaitFinished {
    pub(super) fn early_data(&mut self) -> Option<&mut EarlyData> {
        self.shared.early_data.as_mut()
    }

    pub(super) fn handle(self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<Next, Error> {
        let verify_data = message.expect(HandshakeType::FINISHED)?.rest();
        let mut shared = *self.shared;
        let digest = shared.transcript.hash();
        if verify_data.len() != shared.suite.hash().len() {
            return Err(Error::Decode);
        }
        if !shared.server_traffic.finished_matches(digest.as_ref(), verify_data) {
            return Err(Error::Decrypt);
        }
        shared.transcript.add(message.raw);
        let digest = shared.transcript.hash();
        shared.end_early_data(cx)?;
        let master = shared.secret.into_master();
        let client_application = master.client_traffic(digest.as_ref());
        let server_application = master.server_traffic(digest.as_ref());
        cx.report(SecretLabel::ClientApplication, &client_application);
        cx.report(SecretLabel::ServerApplication, &server_application);
        cx.input.opener = Some(Opener::new(server_application.record_key(shared.suite)?));
        let finish = Finish {
            ticket_use: shared.config.tickets,
            suite: shared.suite,
            transcript: shared.transcript,
            client_traffic: shared.client_traffic,
            exporter: master.exporter(digest.as_ref()),
            master,
            client_application,
            server_application,
        };
        if !shared.sent_ccs {
            cx.output.change_cipher_spec()?;
        }
        match self.request {
            None => finish.send_finished(cx),
            Some(signature_schemes) => {
                let state = AwaitCertificate { finish: Box::new(finish), schemes: signature_schemes.clone() };
                let question = Question::Certificate { signature_schemes };
                Ok(Next::ask_client(State::AwaitCertificate(state), question))
            }
        }
    }
}
