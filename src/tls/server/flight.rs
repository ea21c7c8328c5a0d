//! The server's flight out: ServerHello to Finished (RFC 8446 sections 4.1.3 to 4.4).

use super::client_flight::{AfterFlight, WaitCertificate, WaitEndOfEarlyData, WaitFinished};
use super::{Next, State};
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::random;
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{PskKind, ServerConfig};
use crate::tls::connection::{
    ClientCertificate, Context, EarlyDataStatus, HelloAnswer, Question, SecretLabel,
};
use crate::tls::error::Error;
use crate::tls::key_schedule::{HandshakeSecret, TrafficSecret};
use crate::tls::message::certificate::{self, SignedContent};
use crate::tls::message::client_hello::KeyShareEntry;
use crate::tls::message::encrypted_extensions::{self, Answers};
use crate::tls::message::server_hello::{self, Answer, KeyShare};
use crate::tls::message::{self, HandshakeType};
use crate::tls::record::{Opener, Sealer};
use crate::tls::transcript::Transcript;

/// What was negotiated, before any of it was sent.
pub(super) struct Flight {
    pub(super) config: Box<ServerConfig>,
    pub(super) suite: CipherSuite,
    pub(super) transcript: Transcript,
    pub(super) secret: HandshakeSecret,
    pub(super) session_id: Vec<u8>,
    /// Whether a ChangeCipherSpec has gone out already, after a HelloRetryRequest.
    pub(super) sent_ccs: bool,
    pub(super) share: Option<(NamedGroup, Vec<u8>)>,
    pub(super) selected_psk: Option<u16>,
    pub(super) acknowledge_name: bool,
    /// The client's `record_size_limit`.
    pub(super) limit: Option<u16>,
    pub(super) takes_tickets: bool,
    pub(super) early_data: Option<AcceptedEarlyData>,
    pub(super) answer: HelloAnswer,
    /// The scheme to sign with; none with a PSK.
    pub(super) scheme: Option<SignatureScheme>,
}

/// Early data that is taken.
pub(super) struct AcceptedEarlyData {
    pub(super) traffic: TrafficSecret,
    pub(super) max_size: u32,
}

impl Flight {
    /// Sends ServerHello to Certificate, and asks for the signature; with a PSK, to Finished.
    pub(super) fn send(mut self, cx: &mut Context<'_>) -> Result<Next, Error> {
        if cx.negotiated.psk == Some(PskKind::Resumption) {
            // The ticket that was used is replaced; more would pile up at the client.
            self.config.tickets = self.config.tickets.min(1);
        }
        self.send_hello(cx)?;
        let digest = self.transcript.hash();
        let client_traffic = self.secret.client_traffic(digest.as_ref());
        let server_traffic = self.secret.server_traffic(digest.as_ref());
        cx.report(SecretLabel::ClientHandshake, &client_traffic);
        cx.report(SecretLabel::ServerHandshake, &server_traffic);
        let received = self.early_data.as_ref().map_or(&client_traffic, |early| &early.traffic);
        cx.input.opener = Some(Opener::new(received.record_key(self.suite)?));
        if self.early_data.is_some() {
            cx.input.skip_early_data = Some(0);
            cx.negotiated.early_data = EarlyDataStatus::Accepted;
        }
        cx.output.set_sealer(Sealer::new(self.suite, server_traffic.record_key(self.suite)?))?;
        self.send_extensions(cx);
        let Some(scheme) = self.scheme else {
            return self.into_finish(ClientCertificate::No, client_traffic, server_traffic).send(cx);
        };
        let wanted = self.answer.client_certificate;
        if wanted != ClientCertificate::No {
            let (schemes, authorities) = (&self.config.common.signature_schemes, &self.answer.authorities);
            cx.send(&mut self.transcript, |out| certificate::write_request(out, schemes, authorities));
        }
        if let Some(own) = &self.answer.certificate {
            cx.send(&mut self.transcript, |out| certificate::write(out, &own.list));
        }
        let content = SignedContent::new(true, self.transcript.hash().as_ref()).as_ref().to_vec();
        let finish = self.into_finish(wanted, client_traffic, server_traffic);
        let state = State::AwaitSignature(Box::new(AwaitSignature { finish, scheme }));
        Ok(Next::ask_server(state, Question::Signature { scheme, content }))
    }

    fn send_hello(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        let mut server_random = [0; 32];
        random::fill(&mut server_random).map_err(|_| Error::NoRandomness)?;
        cx.note_random(true, &server_random);
        let share = self.share.as_ref();
        let answer = Answer {
            random: &server_random,
            session_id: &self.session_id,
            suite: self.suite,
            key_share: share.map(|(group, share)| KeyShare::Share(KeyShareEntry { group: *group, share })),
            selected_psk: self.selected_psk,
        };
        cx.send(&mut self.transcript, |out| server_hello::write(out, &answer));
        // RFC 8446 appendix D.4: behind the first message, for a client that shows by its session id that it wants it.
        if !self.session_id.is_empty() && !self.sent_ccs {
            cx.output.change_cipher_spec()?;
        }
        Ok(())
    }

    fn send_extensions(&mut self, cx: &mut Context<'_>) {
        let protocol = cx.negotiated.protocol.clone();
        let mut answers = Answers {
            protocol: protocol.as_deref(),
            acknowledge_name: self.acknowledge_name,
            early_data: self.early_data.is_some(),
            ..Answers::default()
        };
        if let Some(limit) = self.limit {
            let ours = self.config.common.record_size_limit();
            cx.output.limit(limit);
            // Early data was sent before the client could know.
            if self.early_data.is_none() {
                cx.input.limit = Some(ours);
            }
            answers.record_size_limit = Some(ours);
        }
        cx.send(&mut self.transcript, |out| encrypted_extensions::write(out, &answers));
    }

    fn into_finish(self, wanted: ClientCertificate, client: TrafficSecret, server: TrafficSecret) -> Finish {
        Finish {
            tickets: if self.takes_tickets { self.config.tickets } else { 0 },
            early_data: self.early_data.map(|early| early.max_size),
            limit: self.limit.map(|_| self.config.common.record_size_limit()),
            config: self.config,
            suite: self.suite,
            transcript: self.transcript,
            secret: self.secret,
            client_traffic: client,
            server_traffic: server,
            client_certificate: wanted,
        }
    }
}

/// All but Finished was sent.
struct Finish {
    config: Box<ServerConfig>,
    suite: CipherSuite,
    transcript: Transcript,
    secret: HandshakeSecret,
    client_traffic: TrafficSecret,
    server_traffic: TrafficSecret,
    client_certificate: ClientCertificate,
    tickets: u16,
    /// Bytes of early data that may come.
    early_data: Option<u32>,
    /// What the client's records keep to.
    limit: Option<u16>,
}

impl Finish {
    fn send(mut self, cx: &mut Context<'_>) -> Result<Next, Error> {
        let verify_data = self.server_traffic.finished(self.transcript.hash().as_ref());
        cx.send(&mut self.transcript, |out| {
            message::write(out, HandshakeType::FINISHED, |out| out.extend_from_slice(verify_data.bytes()));
        });
        let digest = self.transcript.hash();
        let master = self.secret.into_master();
        let client_application = master.client_traffic(digest.as_ref());
        let server_application = master.server_traffic(digest.as_ref());
        cx.report(SecretLabel::ClientApplication, &client_application);
        cx.report(SecretLabel::ServerApplication, &server_application);
        cx.output.set_sealer(Sealer::new(self.suite, server_application.record_key(self.suite)?))?;
        let after = AfterFlight {
            suite: self.suite,
            transcript: self.transcript,
            client_traffic: self.client_traffic,
            exporter: master.exporter(digest.as_ref()),
            master,
            client_application,
            server_application,
            tickets: self.tickets,
        };
        if let Some(left) = self.early_data {
            let state = WaitEndOfEarlyData { after, left, limit: self.limit };
            return Ok(Next::server(State::WaitEndOfEarlyData(Box::new(state))));
        }
        Ok(Next::server(match self.client_certificate {
            ClientCertificate::No => State::WaitFinished(Box::new(WaitFinished { after })),
            wanted => State::WaitCertificate(Box::new(WaitCertificate {
                after,
                required: wanted == ClientCertificate::Required,
                schemes: self.config.common.signature_schemes,
            })),
        }))
    }
}

/// A signature is being made.
pub(in crate::tls) struct AwaitSignature {
    finish: Finish,
    scheme: SignatureScheme,
}

impl AwaitSignature {
    /// Sends CertificateVerify and Finished.
    pub(in crate::tls) fn answer(mut self, cx: &mut Context<'_>, signature: &[u8]) -> Result<Next, Error> {
        let scheme = self.scheme;
        cx.send(&mut self.finish.transcript, |out| certificate::write_verify(out, scheme, signature));
        self.finish.send(cx)
    }
}
