//! The client's flight in, Certificate to Finished, and the tickets out (RFC 8446 sections 4.4 and 4.6.1).

use super::{Next, State};
use crate::crypto::random;
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::suite::CipherSuite;
use crate::crypto::verify::PublicKey;
use crate::tls::connection::{Context, Established, Question, SealedTicket, TicketContent};
use crate::tls::error::Error;
use crate::tls::key_schedule::{ExporterSecret, MasterSecret, ResumptionSecret, TrafficSecret};
use crate::tls::message::certificate::{CertificateList, CertificateVerify, SignedContent};
use crate::tls::message::ticket::{self, NewSessionTicket};
use crate::tls::message::{Handshake, HandshakeType};
use crate::tls::record::Opener;
use crate::tls::transcript::Transcript;

/// What is known when the server's flight was sent.
pub(super) struct AfterFlight {
    pub(super) suite: CipherSuite,
    pub(super) transcript: Transcript,
    pub(super) client_traffic: TrafficSecret,
    pub(super) exporter: ExporterSecret,
    pub(super) master: MasterSecret,
    pub(super) client_application: TrafficSecret,
    pub(super) server_application: TrafficSecret,
    pub(super) tickets: u16,
}

/// Early data may come, and then its end.
pub(in crate::tls) struct WaitEndOfEarlyData {
    pub(super) after: AfterFlight,
    /// Bytes of early data that may still come.
    pub(super) left: u32,
    /// What the client's records keep to from the end on: early data was sent before it could know.
    pub(super) limit: Option<u16>,
}

impl WaitEndOfEarlyData {
    /// Takes note of `n` bytes of early data (RFC 8446 section 4.2.10).
    pub(in crate::tls) fn count(&mut self, n: usize) -> Result<(), Error> {
        let left = u32::try_from(n).ok().and_then(|n| self.left.checked_sub(n));
        self.left = left.ok_or(Error::UnexpectedMessage)?;
        Ok(())
    }

    pub(super) fn handle(mut self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<Next, Error> {
        message.expect(HandshakeType::END_OF_EARLY_DATA)?.end()?;
        self.after.transcript.add(message.raw);
        cx.input.opener = Some(Opener::new(self.after.client_traffic.record_key(self.after.suite)?));
        cx.input.limit = self.limit;
        Ok(Next::server(State::WaitFinished(Box::new(WaitFinished { after: self.after }))))
    }
}

/// The client's certificate comes next.
pub(in crate::tls) struct WaitCertificate {
    pub(super) after: AfterFlight,
    pub(super) required: bool,
    pub(super) schemes: Vec<SignatureScheme>,
}

impl WaitCertificate {
    pub(super) fn handle(mut self, message: &Handshake<'_>) -> Result<Next, Error> {
        let list = CertificateList::parse(message.expect(HandshakeType::CERTIFICATE)?)?;
        self.after.transcript.add(message.raw);
        if !list.is_empty() {
            let state = AwaitPeer { after: self.after, schemes: self.schemes };
            return Ok(Next::ask_server(State::AwaitPeer(Box::new(state)), Question::Peer(list)));
        }
        if self.required {
            return Err(Error::CertificateRequired);
        }
        Ok(Next::server(State::WaitFinished(Box::new(WaitFinished { after: self.after }))))
    }
}

/// The certificate is being judged.
pub(in crate::tls) struct AwaitPeer {
    after: AfterFlight,
    schemes: Vec<SignatureScheme>,
}

impl AwaitPeer {
    pub(in crate::tls) fn answer(self, key: PublicKey) -> Next {
        let state = WaitCertificateVerify { after: self.after, schemes: self.schemes, key };
        Next::server(State::WaitCertificateVerify(Box::new(state)))
    }
}

/// The certificate was accepted; its key is to be proven.
pub(in crate::tls) struct WaitCertificateVerify {
    after: AfterFlight,
    schemes: Vec<SignatureScheme>,
    key: PublicKey,
}

impl WaitCertificateVerify {
    pub(super) fn handle(mut self, message: &Handshake<'_>) -> Result<Next, Error> {
        let verify = CertificateVerify::parse(message.expect(HandshakeType::CERTIFICATE_VERIFY)?)?;
        // RFC 8446 section 4.4.3: a scheme that was asked for.
        if !self.schemes.contains(&verify.scheme) {
            return Err(Error::IllegalParameter);
        }
        let content = SignedContent::new(false, self.after.transcript.hash().as_ref());
        self.key.verify(verify.scheme, content.as_ref(), verify.signature).map_err(|_| Error::Decrypt)?;
        self.after.transcript.add(message.raw);
        Ok(Next::server(State::WaitFinished(Box::new(WaitFinished { after: self.after }))))
    }
}

/// The client's Finished comes next.
pub(in crate::tls) struct WaitFinished {
    pub(super) after: AfterFlight,
}

impl WaitFinished {
    pub(super) fn handle(self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<Next, Error> {
        let verify_data = message.expect(HandshakeType::FINISHED)?.rest();
        let mut after = self.after;
        if verify_data.len() != after.suite.hash().len() {
            return Err(Error::Decode);
        }
        if !after.client_traffic.finished_matches(after.transcript.hash().as_ref(), verify_data) {
            return Err(Error::Decrypt);
        }
        after.transcript.add(message.raw);
        cx.input.opener = Some(Opener::new(after.client_application.record_key(after.suite)?));
        let resumption = after.master.into_resumption(after.transcript.hash().as_ref());
        let established = Box::new(Established {
            suite: after.suite,
            send: after.server_application,
            receive: after.client_application,
            exporter: after.exporter,
            tickets: None,
            is_client: false,
            owes_key_update: false,
        });
        AwaitTicket { established, resumption, left: after.tickets, age_add: 0 }.ask()
    }
}

/// The handshake is over but for the tickets.
pub(in crate::tls) struct AwaitTicket {
    established: Box<Established>,
    resumption: ResumptionSecret,
    left: u16,
    age_add: u32,
}

impl AwaitTicket {
    /// Asks for the next ticket. The nonces count down: they only have to differ.
    fn ask(mut self) -> Result<Next, Error> {
        if self.left == 0 {
            return Ok(Next::Done(self.established));
        }
        let mut age_add = [0; 4];
        random::fill(&mut age_add).map_err(|_| Error::NoRandomness)?;
        self.age_add = u32::from_be_bytes(age_add);
        let content = TicketContent {
            key: self.resumption.psk(&self.left.to_be_bytes()),
            suite: self.established.suite,
            age_add: self.age_add,
        };
        Ok(Next::ask_server(State::AwaitTicket(Box::new(self)), Question::Ticket(content)))
    }

    /// Sends the ticket; without one, no more are asked for.
    pub(in crate::tls) fn answer(
        mut self,
        cx: &mut Context<'_>,
        sealed: Option<SealedTicket>,
    ) -> Result<Next, Error> {
        let Some(sealed) = sealed.filter(|sealed| !sealed.ticket.is_empty()) else {
            return Ok(Next::Done(self.established));
        };
        let ticket = NewSessionTicket {
            lifetime: sealed.lifetime.min(ticket::MAX_LIFETIME),
            age_add: self.age_add,
            nonce: &self.left.to_be_bytes(),
            ticket: &sealed.ticket,
            max_early_data: sealed.max_early_data,
        };
        cx.send_apart(|out| ticket::write(out, &ticket));
        cx.output.end_flight()?;
        self.left -= 1;
        self.ask()
    }
}
