//! What can be asked of a connection.

use super::{Connection, Logged, Negotiated, Phase, Reports, State};
use crate::tls::{client, server};

impl Connection {
    /// What was agreed on so far.
    pub fn negotiated(&self) -> &Negotiated {
        &self.negotiated
    }

    /// The secrets that became known since the last call, for those who asked for them.
    pub fn take_secrets(&mut self) -> Option<Reports> {
        let reports = self.reports.as_deref_mut()?;
        Some(Reports { secrets: std::mem::take(&mut reports.secrets), ..*reports })
    }

    /// Keeps a log of the messages from here on.
    pub fn keep_log(&mut self) {
        self.log = Some(Box::default());
    }

    /// The messages since the last call.
    pub fn take_log(&mut self) -> Vec<Logged> {
        self.log.as_mut().map(|log| std::mem::take(&mut log.0)).unwrap_or_default()
    }

    /// Tickets that the server has sent, wanted or not.
    pub fn tickets_received(&self) -> u32 {
        self.tickets_received
    }

    /// Whether the handshake is over.
    pub fn is_established(&self) -> bool {
        matches!(self.state, State::Established(_))
    }

    /// Whether received bytes wait that need no more input.
    pub fn has_pending_input(&self) -> bool {
        self.content.is_some() || self.input.is_whole()
    }

    /// Whether part of a record has been received.
    pub fn has_partial_record(&self) -> bool {
        self.input.is_partial()
    }

    /// Most bytes of content in a record that is sent.
    pub fn max_content(&self) -> usize {
        self.output.max_content()
    }

    /// Whether a record buffer is held.
    #[cfg(test)]
    pub fn holds_buffer(&self) -> bool {
        self.input.holds_buffer() || self.output.holds_buffer()
    }

    /// As if the sending key were worn after `records`.
    #[cfg(test)]
    pub fn wear_after(&mut self, records: u64) {
        self.output.wear_after(records);
    }

    /// The part of the handshake that comes next; `None` when the connection failed.
    pub fn phase(&self) -> Option<Phase> {
        Some(match &self.state {
            State::Client(state) => match state {
                client::State::Start(_) => Phase::ClientHello,
                client::State::WaitServerHello(_) => Phase::ServerHello,
                client::State::WaitEncryptedExtensions(_) => Phase::EncryptedExtensions,
                client::State::WaitCertificateOrRequest(_) => Phase::CertificateRequest,
                client::State::WaitCertificate(_) | client::State::AwaitPeer(_) => Phase::ServerCertificate,
                client::State::WaitCertificateVerify(_) => Phase::ServerCertificateVerify,
                client::State::WaitFinished(_) => Phase::ServerFinished,
                client::State::AwaitCertificate(_) => Phase::ClientCertificate,
                client::State::AwaitSignature(_) => Phase::ClientCertificateVerify,
            },
            State::Server(state) => match state {
                server::State::WaitHello(_) => Phase::ClientHello,
                server::State::AwaitHello(_)
                | server::State::AwaitPsk(_)
                | server::State::AwaitEarlyData(_) => Phase::ServerHello,
                server::State::WaitEndOfEarlyData(_) => Phase::EndOfEarlyData,
                server::State::AwaitSignature(_) => Phase::ServerCertificateVerify,
                server::State::WaitCertificate(_) | server::State::AwaitPeer(_) => Phase::ClientCertificate,
                server::State::WaitCertificateVerify(_) => Phase::ClientCertificateVerify,
                server::State::WaitFinished(_) => Phase::ClientFinished,
                server::State::AwaitTicket(_) => Phase::NewSessionTicket,
            },
            State::Established(_) => Phase::Over,
            State::Failed(_) => return None,
        })
    }
}
