//! After the handshake: data, tickets, new keys (RFC 8446 section 4.6).

use super::question::ReceivedTicket;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::TicketUse;
use crate::tls::error::Error;
use crate::tls::key_schedule::{ExporterSecret, ResumptionSecret, TrafficSecret};
use crate::tls::message::codec::Reader;
use crate::tls::message::ticket::{MAX_LIFETIME, NewSessionTicket, parse_key_update, write_key_update};
use crate::tls::message::{Handshake, HandshakeType};
use crate::tls::record::{Opener, Output, Sealer};

/// What stays of a handshake.
pub(in crate::tls) struct Established {
    pub(in crate::tls) suite: CipherSuite,
    pub(in crate::tls) send: TrafficSecret,
    pub(in crate::tls) receive: TrafficSecret,
    pub(in crate::tls) exporter: ExporterSecret,
    /// For a client that wants tickets.
    pub(in crate::tls) tickets: Option<TicketKeys>,
    pub(in crate::tls) is_client: bool,
    /// Whether the peer waits for a KeyUpdate of ours.
    pub(in crate::tls) owes_key_update: bool,
}

/// What a client needs to make use of tickets.
pub(in crate::tls) struct TicketKeys {
    pub(in crate::tls) secret: ResumptionSecret,
    pub(in crate::tls) ticket_use: TicketUse,
}

/// What a message after the handshake came to.
#[allow(clippy::large_enum_variant)] // lives for a moment, on the stack
pub(super) enum Taken {
    Ticket(ReceivedTicket),
    Opener(Opener),
    /// A ticket that nobody wants.
    Dropped,
}

impl Established {
    /// Takes a message; `may_answer`: a KeyUpdate may be answered at once, not only before the next data.
    pub(super) fn handle(
        &mut self,
        message: &Handshake<'_>,
        may_answer: bool,
        output: &mut Output,
    ) -> Result<Taken, Error> {
        match message.kind {
            HandshakeType::NEW_SESSION_TICKET if self.is_client => self.take_ticket(message.body),
            HandshakeType::KEY_UPDATE => self.take_key_update(message.body, may_answer, output),
            _ => Err(Error::UnexpectedMessage),
        }
    }

    /// A ticket that nobody wants is dropped whatever it holds.
    fn take_ticket(&self, body: &[u8]) -> Result<Taken, Error> {
        let Some(keys) = &self.tickets else { return Ok(Taken::Dropped) };
        let ticket = match NewSessionTicket::parse(Reader::new(body)) {
            Ok(ticket) => ticket,
            Err(_) if keys.ticket_use == TicketUse::Kept => return Ok(Taken::Dropped),
            Err(error) => return Err(error),
        };
        // RFC 8446 section 4.6.1: a lifetime of zero says that it is not to be kept.
        if ticket.lifetime == 0 {
            return Ok(Taken::Dropped);
        }
        Ok(Taken::Ticket(ReceivedTicket {
            ticket: ticket.ticket.to_vec(),
            lifetime: ticket.lifetime.min(MAX_LIFETIME),
            age_add: ticket.age_add,
            key: keys.secret.psk(ticket.nonce),
            hash: self.suite.hash(),
            suite: self.suite,
            max_early_data: ticket.max_early_data,
        }))
    }

    fn take_key_update(
        &mut self,
        body: &[u8],
        may_answer: bool,
        output: &mut Output,
    ) -> Result<Taken, Error> {
        let wants_one_back = parse_key_update(Reader::new(body))?;
        self.receive = self.receive.next();
        let opener = Opener::new(self.receive.record_key(self.suite)?);
        // RFC 8446 section 4.6.3: an answer is due before the next data, and one serves for several requests.
        self.owes_key_update |= wants_one_back;
        if self.owes_key_update && may_answer {
            self.update_sending_key(false, output)?;
        }
        Ok(Taken::Opener(opener))
    }

    /// Sends a KeyUpdate and changes to the next key.
    pub(super) fn update_sending_key(
        &mut self,
        wants_one_back: bool,
        output: &mut Output,
    ) -> Result<(), Error> {
        self.owes_key_update = false;
        write_key_update(output.flight(), wants_one_back);
        self.send = self.send.next();
        output.set_sealer(Sealer::new(self.suite, self.send.record_key(self.suite)?))
    }

    pub(super) fn write(&mut self, data: &[u8], output: &mut Output) -> Result<usize, Error> {
        if output.is_worn() || self.owes_key_update {
            self.update_sending_key(false, output)?;
        }
        output.data(data)
    }

    pub(super) fn export(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> Result<(), Error> {
        if self.exporter.export(label, context, out) { Ok(()) } else { Err(Error::Misuse) }
    }
}
