//! The client's half of the handshake (RFC 8446 appendix A.1): a state is a struct, a step consumes it.

mod finish;
mod hello;
mod server_flight;

pub(super) use finish::{AwaitCertificate, AwaitSignature};
pub(super) use hello::{Start, WaitServerHello};
pub(super) use server_flight::{
    AwaitPeer, WaitCertificate, WaitCertificateOrRequest, WaitCertificateVerify, WaitEncryptedExtensions,
    WaitFinished, lists_protocol,
};

use super::config::{ClientConfig, EarlyData};
use super::connection::{Context, Next, Question};
use super::error::Error;
use super::key_schedule::{HandshakeSecret, TrafficSecret};
use super::message::Handshake;
use super::transcript::Transcript;
use crate::crypto::suite::CipherSuite;

/// Where a client's handshake stands.
pub(super) enum State {
    Start(Start),
    WaitServerHello(Box<WaitServerHello>),
    WaitEncryptedExtensions(WaitEncryptedExtensions),
    WaitCertificateOrRequest(WaitCertificateOrRequest),
    WaitCertificate(WaitCertificate),
    AwaitPeer(AwaitPeer),
    WaitCertificateVerify(WaitCertificateVerify),
    WaitFinished(WaitFinished),
    AwaitCertificate(AwaitCertificate),
    AwaitSignature(AwaitSignature),
}

impl State {
    /// Takes a message and moves on.
    pub(super) fn handle(self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<Next, Error> {
        let next = match self {
            Self::WaitServerHello(state) => state.handle(cx, message)?,
            Self::WaitEncryptedExtensions(state) => state.handle(cx, message)?,
            Self::WaitCertificateOrRequest(state) => return state.handle(message),
            Self::WaitCertificate(state) => return state.handle(message),
            Self::WaitCertificateVerify(state) => state.handle(message)?,
            Self::WaitFinished(state) => return state.handle(cx, message),
            Self::Start(_) | Self::AwaitPeer(_) | Self::AwaitCertificate(_) | Self::AwaitSignature(_) => {
                return Err(Error::UnexpectedMessage);
            }
        };
        Ok(Next::client(next))
    }
}

impl State {
    /// The early data that may still be sent.
    pub(super) fn early_data(&mut self) -> Option<&mut EarlyData> {
        match self {
            Self::WaitServerHello(state) => state.early_data(),
            Self::WaitEncryptedExtensions(state) => state.shared.early_data.as_mut(),
            Self::WaitFinished(state) => state.early_data(),
            Self::Start(_)
            | Self::WaitCertificateOrRequest(_)
            | Self::WaitCertificate(_)
            | Self::AwaitPeer(_)
            | Self::WaitCertificateVerify(_)
            | Self::AwaitCertificate(_)
            | Self::AwaitSignature(_) => None,
        }
    }
}

/// What every state after ServerHello knows.
pub(super) struct Shared {
    config: Box<ClientConfig>,
    suite: CipherSuite,
    transcript: Transcript,
    secret: HandshakeSecret,
    client_traffic: TrafficSecret,
    server_traffic: TrafficSecret,
    /// Whether a ChangeCipherSpec has gone out already, behind a ClientHello.
    sent_ccs: bool,
    /// The early data that may still be sent, unless the server has refused it.
    early_data: Option<EarlyData>,
}

impl Next {
    fn client(state: State) -> Self {
        Self::State(super::connection::State::Client(state))
    }

    fn ask_client(state: State, question: Question) -> Self {
        Self::Ask(super::connection::State::Client(state), question)
    }
}
