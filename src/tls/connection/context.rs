//! What a state of the handshake can reach, and what is noted on the way.

use super::{Negotiated, ReportedSecret, Reports, SecretLabel};
use crate::crypto::secret::Secret;
use crate::tls::key_schedule::TrafficSecret;
use crate::tls::message::HandshakeType;
use crate::tls::record::{Opener, Output};
use crate::tls::transcript::Transcript;

/// What a state of the handshake can reach.
pub(in crate::tls) struct Context<'a> {
    pub(in crate::tls) output: &'a mut Output,
    pub(in crate::tls) negotiated: &'a mut Negotiated,
    /// What changes for the records to come in.
    pub(in crate::tls) input: InputChanges,
    pub(super) reports: Option<&'a mut Reports>,
    pub(super) log: Option<&'a mut Log>,
}

/// What a step of the handshake changes for the records behind the message that caused it.
#[derive(Default)]
pub(in crate::tls) struct InputChanges {
    /// The key to open records with.
    pub(in crate::tls) opener: Option<Opener>,
    /// Bytes of early data to pass over.
    pub(in crate::tls) skip_early_data: Option<usize>,
    /// Bytes of inner plaintext that the peer keeps to.
    pub(in crate::tls) limit: Option<u16>,
}

impl Context<'_> {
    /// Appends a message to the flight and to the transcript.
    pub(in crate::tls) fn send(&mut self, transcript: &mut Transcript, write: impl FnOnce(&mut Vec<u8>)) {
        let flight = self.output.flight();
        let start = flight.len();
        write(flight);
        let message = flight.get(start..).unwrap_or(&[]);
        transcript.add(message);
        log_sent(&mut self.log, message);
    }

    /// Appends a message to the flight that no transcript takes, or that was added to it already.
    pub(in crate::tls) fn send_apart(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let flight = self.output.flight();
        let start = flight.len();
        write(flight);
        log_sent(&mut self.log, flight.get(start..).unwrap_or(&[]));
    }

    /// Notes a side's random for those who asked for secrets.
    pub(in crate::tls) fn note_random(&mut self, by_server: bool, random: &[u8; 32]) {
        if let Some(reports) = &mut self.reports {
            let noted = if by_server { &mut reports.server_random } else { &mut reports.client_random };
            *noted = *random;
        }
    }

    /// Reports a secret to those who asked for it.
    pub(in crate::tls) fn report(&mut self, label: SecretLabel, secret: &TrafficSecret) {
        let copy = Secret::copy_of(secret.bytes());
        if let (Some(reports), Some(secret)) = (&mut self.reports, copy) {
            reports.secrets.push(ReportedSecret { label, secret });
        }
    }
}

/// A handshake message, for those who look for a fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Logged {
    /// Ours, or the peer's.
    pub is_ours: bool,
    /// Its type.
    pub kind: HandshakeType,
    /// Its length, with the header.
    pub len: usize,
}

/// The messages since the last look.
#[derive(Default)]
pub(super) struct Log(pub(super) Vec<Logged>);

fn log_sent(log: &mut Option<&mut Log>, message: &[u8]) {
    if let (Some(log), Some(kind)) = (log, message.first()) {
        log.0.push(Logged { is_ours: true, kind: HandshakeType(*kind), len: message.len() });
    }
}
