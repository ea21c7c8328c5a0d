//! The answers to a connection's questions.

use super::context::Context;
use super::{Connection, HelloAnswer, Next, OwnCertificate, SealedTicket, State, Step};
use crate::crypto::verify::PublicKey;
use crate::tls::config::Psk;
use crate::tls::error::Error;
use crate::tls::{client, server};

impl Connection {
    /// Takes an answer: `step` consumes the state that waits for it.
    fn answer(
        &mut self,
        step: impl FnOnce(State, &mut Context<'_>) -> Result<Next, Error>,
    ) -> Result<Step, Error> {
        if let State::Failed(error) = self.state {
            return Err(error);
        }
        self.asked = false;
        let state = self.take_state();
        let result = self.advance(|cx| step(state, cx));
        result.map_err(|error| self.fail(error))
    }

    /// Answers [`Question::Hello`].
    pub fn answer_hello(&mut self, answer: HelloAnswer) -> Result<Step, Error> {
        self.answer(|state, cx| match state {
            State::Server(server::State::AwaitHello(state)) => state.answer(cx, answer),
            _ => Err(Error::Misuse),
        })
    }

    /// Answers [`Question::Psk`]; `None`: there is none, or it is not good any more.
    pub fn answer_psk(&mut self, psk: Option<Psk>) -> Result<Step, Error> {
        self.answer(|state, cx| match state {
            State::Server(server::State::AwaitPsk(state)) => state.answer(cx, psk),
            _ => Err(Error::Misuse),
        })
    }

    /// Answers [`Question::EarlyData`].
    pub fn answer_early_data(&mut self, accept: bool) -> Result<Step, Error> {
        self.answer(|state, cx| match state {
            State::Server(server::State::AwaitEarlyData(state)) => state.answer(cx, accept),
            _ => Err(Error::Misuse),
        })
    }

    /// Answers [`Question::Peer`] with the key of a certificate that is accepted.
    pub fn answer_peer(&mut self, key: PublicKey) -> Result<Step, Error> {
        self.answer(|state, _| match state {
            State::Client(client::State::AwaitPeer(state)) => {
                Ok(Next::State(State::Client(state.answer(key))))
            }
            State::Server(server::State::AwaitPeer(state)) => Ok(state.answer(key)),
            _ => Err(Error::Misuse),
        })
    }

    /// Answers [`Question::Certificate`].
    pub fn answer_certificate(&mut self, certificate: Option<OwnCertificate>) -> Result<Step, Error> {
        self.answer(|state, cx| match state {
            State::Client(client::State::AwaitCertificate(state)) => state.answer(cx, certificate),
            _ => Err(Error::Misuse),
        })
    }

    /// Answers [`Question::Signature`].
    pub fn answer_signature(&mut self, signature: &[u8]) -> Result<Step, Error> {
        self.answer(|state, cx| match state {
            State::Client(client::State::AwaitSignature(state)) => state.answer(cx, signature),
            State::Server(server::State::AwaitSignature(state)) => state.answer(cx, signature),
            _ => Err(Error::Misuse),
        })
    }

    /// Answers [`Question::Ticket`]; `None`: no ticket is issued.
    pub fn answer_ticket(&mut self, ticket: Option<SealedTicket>) -> Result<Step, Error> {
        self.answer(|state, cx| match state {
            State::Server(server::State::AwaitTicket(state)) => state.answer(cx, ticket),
            _ => Err(Error::Misuse),
        })
    }
}
