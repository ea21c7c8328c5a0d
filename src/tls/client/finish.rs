//! The client's last flight out: Certificate and CertificateVerify where asked for, Finished (RFC 8446 section 4.4).

use super::State;
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::TicketUse;
use crate::tls::connection::{Context, Established, Next, OwnCertificate, Question, TicketKeys};
use crate::tls::error::Error;
use crate::tls::key_schedule::{ExporterSecret, MasterSecret, TrafficSecret};
use crate::tls::message::certificate::{self, SignedContent};
use crate::tls::message::{self, HandshakeType};
use crate::tls::record::Sealer;
use crate::tls::transcript::Transcript;

/// What is known when the server's Finished was taken.
pub(super) struct Finish {
    pub(super) ticket_use: TicketUse,
    pub(super) suite: CipherSuite,
    pub(super) transcript: Transcript,
    pub(super) client_traffic: TrafficSecret,
    pub(super) exporter: ExporterSecret,
    pub(super) master: MasterSecret,
    pub(super) client_application: TrafficSecret,
    pub(super) server_application: TrafficSecret,
}

impl Finish {
    /// Sends Finished: the handshake is over.
    pub(super) fn send_finished(mut self, cx: &mut Context<'_>) -> Result<Next, Error> {
        let verify_data = self.client_traffic.finished(self.transcript.hash().as_ref());
        cx.send(&mut self.transcript, |out| {
            message::write(out, HandshakeType::FINISHED, |out| out.extend_from_slice(verify_data.bytes()));
        });
        cx.output.set_sealer(Sealer::new(self.suite, self.client_application.record_key(self.suite)?))?;
        let resumption = (self.ticket_use != TicketUse::Ignored).then(|| TicketKeys {
            secret: self.master.into_resumption(self.transcript.hash().as_ref()),
            ticket_use: self.ticket_use,
        });
        Ok(Next::Done(Box::new(Established {
            suite: self.suite,
            send: self.client_application,
            receive: self.server_application,
            exporter: self.exporter,
            tickets: resumption,
            is_client: true,
            owes_key_update: false,
        })))
    }
}

/// A certificate is being chosen.
pub(in crate::tls) struct AwaitCertificate {
    pub(super) finish: Box<Finish>,
    pub(super) schemes: Vec<SignatureScheme>,
}

impl AwaitCertificate {
    /// Sends the certificate, or an empty list when there is none that the server could verify.
    pub(in crate::tls) fn answer(
        mut self,
        cx: &mut Context<'_>,
        certificate: Option<OwnCertificate>,
    ) -> Result<Next, Error> {
        let chosen = certificate.and_then(|own| {
            let scheme = own.schemes.iter().find(|scheme| self.schemes.contains(scheme)).copied()?;
            Some((own.list, scheme))
        });
        let list = chosen.as_ref().map_or(&[][..], |(list, _)| list);
        cx.send(&mut self.finish.transcript, |out| certificate::write(out, list));
        let Some((_, scheme)) = chosen else { return self.finish.send_finished(cx) };
        let content = SignedContent::new(false, self.finish.transcript.hash().as_ref()).as_ref().to_vec();
        let state = AwaitSignature { finish: self.finish, scheme };
        Ok(Next::ask_client(State::AwaitSignature(state), Question::Signature { scheme, content }))
    }
}

/// A signature is being made.
pub(in crate::tls) struct AwaitSignature {
    finish: Box<Finish>,
    scheme: SignatureScheme,
}

impl AwaitSignature {
    /// Sends CertificateVerify and Finished.
    pub(in crate::tls) fn answer(mut self, cx: &mut Context<'_>, signature: &[u8]) -> Result<Next, Error> {
        let scheme = self.scheme;
        cx.send(&mut self.finish.transcript, |out| certificate::write_verify(out, scheme, signature));
        self.finish.send_finished(cx)
    }
}
