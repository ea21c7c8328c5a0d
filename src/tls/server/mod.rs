//! The server's half of the handshake (RFC 8446 appendix A.2): a state is a struct, a step consumes it.

mod client_flight;
mod flight;
mod hello;
mod negotiate;

pub(super) use client_flight::{
    AwaitPeer, AwaitTicket, WaitCertificate, WaitCertificateVerify, WaitEndOfEarlyData, WaitFinished,
};
pub(super) use flight::AwaitSignature;
pub(super) use hello::{AwaitEarlyData, AwaitHello, AwaitPsk, WaitHello};

use super::config::ServerConfig;
use super::connection::{Context, Next, Question};
use super::error::Error;
use super::message::Handshake;

/// Where a server's handshake stands.
pub(super) enum State {
    WaitHello(WaitHello),
    AwaitHello(Box<AwaitHello>),
    AwaitPsk(Box<AwaitPsk>),
    AwaitEarlyData(Box<AwaitEarlyData>),
    AwaitSignature(Box<AwaitSignature>),
    WaitEndOfEarlyData(Box<WaitEndOfEarlyData>),
    WaitCertificate(Box<WaitCertificate>),
    AwaitPeer(Box<AwaitPeer>),
    WaitCertificateVerify(Box<WaitCertificateVerify>),
    WaitFinished(Box<WaitFinished>),
    AwaitTicket(Box<AwaitTicket>),
}

impl State {
    /// Waits for the first ClientHello.
    pub(super) fn new(config: Box<ServerConfig>) -> Self {
        Self::WaitHello(WaitHello::new(config))
    }

    /// Takes a message and moves on.
    pub(super) fn handle(self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<Next, Error> {
        match self {
            Self::WaitHello(state) => state.handle(cx, message),
            Self::WaitEndOfEarlyData(state) => state.handle(cx, message),
            Self::WaitCertificate(state) => state.handle(message),
            Self::WaitCertificateVerify(state) => state.handle(message),
            Self::WaitFinished(state) => state.handle(cx, message),
            Self::AwaitHello(_)
            | Self::AwaitPsk(_)
            | Self::AwaitEarlyData(_)
            | Self::AwaitSignature(_)
            | Self::AwaitPeer(_)
            | Self::AwaitTicket(_) => Err(Error::UnexpectedMessage),
        }
    }
}

impl Next {
    fn server(state: State) -> Self {
        Self::State(super::connection::State::Server(state))
    }

    fn ask_server(state: State, question: Question) -> Self {
        Self::Ask(super::connection::State::Server(state), question)
    }
}
