//! A connection: bytes in, bytes out, and in between steps that the caller drives.
//!
//! The caller fills [`Connection::input_space`], says so with [`Connection::received`], calls [`Connection::step`] until it
//! answers [`Step::NeedInput`], and sends what [`Connection::output`] holds. An error is final: its alert waits in the
//! output, and every later step gives the same error.

mod answers;
mod context;
mod established;
mod look;
mod question;

use context::Log;
pub use context::Logged;
pub(super) use context::{Context, InputChanges};
pub(super) use established::{Established, TicketKeys};
pub use question::{
    ClientCertificate, HelloAnswer, OwnCertificate, Question, ReceivedTicket, ReportedSecret, Reports,
    SealedTicket, SecretLabel, TicketContent,
};

use super::client;
use super::config::{ClientConfig, PskKind, ServerConfig};
use super::error::{Alert, Error};
use super::message::Handshake;
use super::record::{Content, Input, Output};
use super::server;
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::suite::CipherSuite;

/// Records without use to anybody (ChangeCipherSpec, empty ones, user_canceled, KeyUpdate) that may come in a row.
const IDLE_RECORDS: u32 = 32;

/// Where a connection stands.
pub(super) enum State {
    Client(client::State),
    Server(server::State),
    Established(Box<Established>),
    Failed(Error),
}

/// What a step of the handshake leads to.
pub(super) enum Next {
    State(State),
    Ask(State, Question),
    Done(Box<Established>),
}

/// What the two sides agreed on, as far as they have.
#[derive(Default)]
pub struct Negotiated {
    /// The cipher suite.
    pub suite: Option<CipherSuite>,
    /// The group of the key exchange; none with a PSK alone.
    pub group: Option<NamedGroup>,
    /// The application protocol.
    pub protocol: Option<Vec<u8>>,
    /// The PSK that stands in for certificates.
    pub psk: Option<PskKind>,
    /// The host name that the client asks for; known to a server.
    pub server_name: Option<Vec<u8>>,
    /// What became of early data.
    pub early_data: EarlyDataStatus,
}

impl Negotiated {
    /// If early data was offered, it is not taken.
    pub(super) fn refuse_early_data(&mut self) {
        if self.early_data == EarlyDataStatus::Offered {
            self.early_data = EarlyDataStatus::Rejected;
        }
    }
}

/// What becomes of early data.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum EarlyDataStatus {
    /// The client did not offer any.
    #[default]
    NotOffered,
    /// The client did, and the server has not answered yet.
    Offered,
    /// The server takes it.
    Accepted,
    /// The server passes over it.
    Rejected,
}

/// What a step did, or what it waits for.
pub enum Step {
    /// Bytes are missing: fill [`Connection::input_space`].
    NeedInput,
    /// Something moved; there may be output, and there may be more to do.
    Progress,
    /// An answer is needed.
    Ask(Question),
    /// The handshake is over.
    Done,
    /// [`Connection::data`] holds application data.
    Data,
    /// [`Connection::data`] holds early data; the handshake goes on when it was taken (server).
    EarlyData,
    /// A ticket came, for those who want them.
    Ticket(ReceivedTicket),
    /// The peer has closed its side.
    Closed,
}

/// The part of the handshake that a connection is in: the message that it is about to send or to receive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // the messages of RFC 8446 section 4
pub enum Phase {
    ClientHello,
    ServerHello,
    EncryptedExtensions,
    CertificateRequest,
    ServerCertificate,
    ServerCertificateVerify,
    ServerFinished,
    EndOfEarlyData,
    ClientCertificate,
    ClientCertificateVerify,
    ClientFinished,
    NewSessionTicket,
    Over,
}

/// A TLS 1.3 connection, client or server.
pub struct Connection {
    state: State,
    input: Input,
    output: Output,
    negotiated: Negotiated,
    reports: Option<Box<Reports>>,
    /// Messages since the last look, if anybody looks.
    log: Option<Box<Log>>,
    /// What the record in `input` holds.
    content: Option<Content>,
    /// Whether an answer is outstanding.
    asked: bool,
    idle_records: u32,
    tickets_received: u32,
    peer_closed: bool,
    closed: bool,
}

impl Connection {
    /// A client that has sent nothing yet.
    pub fn client(config: ClientConfig) -> Self {
        let (max_content, report) = (config.common.max_content, config.common.report_secrets);
        let state = State::Client(client::State::Start(client::Start { config: Box::new(config) }));
        Self::new(state, max_content, report)
    }

    /// A server that has received nothing yet.
    pub fn server(config: ServerConfig) -> Self {
        let (max_content, report) = (config.common.max_content, config.common.report_secrets);
        Self::new(State::Server(server::State::new(Box::new(config))), max_content, report)
    }

    fn new(state: State, max_content: usize, report_secrets: bool) -> Self {
        Self {
            state,
            input: Input::default(),
            output: Output::new(max_content),
            negotiated: Negotiated::default(),
            reports: report_secrets.then(Box::default),
            log: None,
            content: None,
            asked: false,
            idle_records: 0,
            tickets_received: 0,
            peer_closed: false,
            closed: false,
        }
    }

    /// The bytes that are to be received next; never more than the current record. Empty: call [`step`](Self::step).
    pub fn input_space(&mut self) -> &mut [u8] {
        if self.content.is_some() { &mut [] } else { self.input.space() }
    }

    /// Says that `n` bytes of [`input_space`](Self::input_space) were filled.
    pub fn received(&mut self, n: usize) -> Result<(), Error> {
        let result = self.input.received(n);
        result.map_err(|error| self.fail(error))
    }

    /// The bytes that wait to be sent.
    pub fn output(&self) -> &[u8] {
        self.output.pending()
    }

    /// Says that `n` bytes of [`output`](Self::output) have left.
    pub fn sent(&mut self, n: usize) {
        self.output.sent(n);
    }

    /// Does the next thing: takes a message, or says what is missing.
    pub fn step(&mut self) -> Result<Step, Error> {
        if let State::Failed(error) = self.state {
            return Err(error);
        }
        let result = self.try_step();
        result.map_err(|error| self.fail(error))
    }

    fn try_step(&mut self) -> Result<Step, Error> {
        if self.asked {
            return Err(Error::Misuse);
        }
        if let State::Client(client::State::Start(_)) = self.state {
            let State::Client(client::State::Start(start)) = self.take_state() else {
                return Err(Error::Internal);
            };
            return self.advance(|cx| start.begin(cx).map(|state| Next::State(State::Client(state))));
        }
        match self.content {
            Some(Content::Handshake) => self.handle_message(),
            Some(Content::Data) => Ok(self.data_step()),
            _ if self.peer_closed => Ok(Step::Closed),
            _ if self.input.is_whole() => self.open_record(),
            _ => Ok(Step::NeedInput),
        }
    }

    fn open_record(&mut self) -> Result<Step, Error> {
        let content = self.input.open()?;
        match content {
            Content::Handshake => self.content = Some(content),
            Content::Data => {
                let len = self.input.data().len();
                match &mut self.state {
                    State::Established(_) => {}
                    State::Server(server::State::WaitEndOfEarlyData(state)) => state.count(len)?,
                    State::Client(_) | State::Server(_) | State::Failed(_) => {
                        return Err(Error::UnexpectedMessage);
                    }
                }
                if len == 0 {
                    self.count_idle_record()?;
                } else {
                    self.idle_records = 0;
                    self.content = Some(content);
                    return Ok(self.data_step());
                }
            }
            Content::Alert(_, description) => return self.take_alert(Alert(description)),
            // RFC 8446 section 5: between the first hello and Finished, and of no meaning.
            Content::ChangeCipherSpec => {
                if matches!(self.state, State::Established(_)) || self.is_before_hello() {
                    return Err(Error::UnexpectedMessage);
                }
                self.count_idle_record()?;
            }
            Content::Skipped => {}
        }
        Ok(Step::Progress)
    }

    /// What the data that waits is: it is taken before the state changes.
    fn data_step(&self) -> Step {
        if self.is_established() { Step::Data } else { Step::EarlyData }
    }

    fn is_before_hello(&self) -> bool {
        matches!(&self.state, State::Server(server::State::WaitHello(state)) if !state.has_retried())
    }

    fn count_idle_record(&mut self) -> Result<(), Error> {
        self.idle_records += 1;
        if self.idle_records > IDLE_RECORDS { Err(Error::TooMuch) } else { Ok(()) }
    }

    /// RFC 8446 section 6: the level tells nothing; close_notify closes, user_canceled announces that, all others are fatal.
    fn take_alert(&mut self, alert: Alert) -> Result<Step, Error> {
        match alert {
            Alert::CLOSE_NOTIFY => {
                self.peer_closed = true;
                Ok(Step::Closed)
            }
            Alert::USER_CANCELED => {
                self.count_idle_record()?;
                Ok(Step::Progress)
            }
            _ => Err(Error::PeerAlert(alert)),
        }
    }

    fn handle_message(&mut self) -> Result<Step, Error> {
        let Some(raw) = self.input.message()? else {
            self.content = None; // the rest of the message is in a record to come
            return Ok(Step::Progress);
        };
        let len = raw.len();
        let message = Handshake::parse(raw)?;
        if let Some(log) = &mut self.log {
            log.0.push(Logged { is_ours: false, kind: message.kind, len });
        }
        if let State::Established(established) = &mut self.state {
            let may_answer = !self.closed && self.output.pending().is_empty();
            let taken = established.handle(&message, may_answer, &mut self.output);
            self.input.message_taken(len);
            self.end_record_if_empty();
            return match taken? {
                established::Taken::Ticket(ticket) => {
                    self.tickets_received = self.tickets_received.saturating_add(1);
                    Ok(Step::Ticket(ticket))
                }
                established::Taken::Dropped => {
                    self.tickets_received = self.tickets_received.saturating_add(1);
                    Ok(Step::Progress)
                }
                established::Taken::Opener(opener) => {
                    self.input.set_opener(opener)?;
                    self.count_idle_record()?;
                    Ok(Step::Progress)
                }
            };
        }
        let state = std::mem::replace(&mut self.state, State::Failed(Error::Internal));
        let mut cx = Context {
            output: &mut self.output,
            negotiated: &mut self.negotiated,
            input: InputChanges::default(),
            reports: self.reports.as_deref_mut(),
            log: self.log.as_deref_mut(),
        };
        let next = match state {
            State::Client(state) => state.handle(&mut cx, &message),
            State::Server(state) => state.handle(&mut cx, &message),
            State::Established(_) | State::Failed(_) => Err(Error::Internal),
        }?;
        let changes = cx.input;
        self.input.message_taken(len);
        self.end_record_if_empty();
        self.apply(changes)?;
        self.go(next)
    }

    fn end_record_if_empty(&mut self) {
        if self.input.data().is_empty() {
            self.content = None;
        }
    }

    fn apply(&mut self, changes: InputChanges) -> Result<(), Error> {
        if let Some(bytes) = changes.skip_early_data {
            self.input.skip_early_data(bytes);
        }
        if let Some(limit) = changes.limit {
            self.input.set_limit(limit);
        }
        changes.opener.map_or(Ok(()), |opener| self.input.set_opener(opener))
    }

    /// Runs a step that no message caused.
    fn advance(&mut self, step: impl FnOnce(&mut Context<'_>) -> Result<Next, Error>) -> Result<Step, Error> {
        let mut cx = Context {
            output: &mut self.output,
            negotiated: &mut self.negotiated,
            input: InputChanges::default(),
            reports: self.reports.as_deref_mut(),
            log: self.log.as_deref_mut(),
        };
        let next = step(&mut cx)?;
        let changes = cx.input;
        self.apply(changes)?;
        self.go(next)
    }

    fn go(&mut self, next: Next) -> Result<Step, Error> {
        match next {
            Next::State(state) => {
                self.state = state;
                Ok(Step::Progress)
            }
            Next::Ask(state, question) => {
                self.state = state;
                self.asked = true;
                Ok(Step::Ask(question))
            }
            Next::Done(established) => {
                self.output.end_flight()?;
                self.idle_records = 0;
                self.state = State::Established(established);
                Ok(Step::Done)
            }
        }
    }

    fn take_state(&mut self) -> State {
        std::mem::replace(&mut self.state, State::Failed(Error::Internal))
    }

    /// Ends the connection with `error`; its alert waits in the output. Gives the error that ended it first.
    pub fn fail(&mut self, error: Error) -> Error {
        if let State::Failed(first) = self.state
            && first != Error::Internal
        {
            return first;
        }
        self.output.drop_flight();
        if let Some(alert) = error.alert().filter(|_| !self.closed) {
            // If even the alert cannot be sealed, there is nothing left to tell.
            let _ = self.output.alert(2, alert);
        }
        self.closed = true;
        self.state = State::Failed(error);
        error
    }

    /// The application data that nobody took yet.
    pub fn data(&self) -> &[u8] {
        if self.content == Some(Content::Data) { self.input.data() } else { &[] }
    }

    /// Says that `n` bytes of [`data`](Self::data) were taken.
    pub fn data_taken(&mut self, n: usize) {
        if self.content == Some(Content::Data) {
            self.input.taken(n);
            self.end_record_if_empty();
        }
    }

    /// Seals the front of `data` in one record; gives how many bytes that is. The output must have been sent.
    pub fn write(&mut self, data: &[u8]) -> Result<usize, Error> {
        match &mut self.state {
            State::Failed(error) => Err(*error),
            State::Established(_) if self.closed => Err(Error::Misuse),
            State::Established(established) => {
                let result = established.write(data, &mut self.output);
                result.map_err(|error| self.fail(error))
            }
            State::Client(_) | State::Server(_) => Err(Error::Misuse),
        }
    }

    /// Seals the front of `data` in one record of early data; gives how many bytes that is. `None`: there is no place for early
    /// data in this connection, or no more of it. What was sealed before must have been sent, but for the ClientHello.
    pub fn write_early(&mut self, data: &[u8]) -> Result<Option<usize>, Error> {
        let state = match &mut self.state {
            State::Failed(error) => return Err(*error),
            State::Client(state) => state,
            State::Server(_) | State::Established(_) => return Ok(None),
        };
        let Some(early) = state.early_data().filter(|early| early.max_size > 0) else { return Ok(None) };
        let most = usize::try_from(early.max_size).unwrap_or(usize::MAX);
        let result = self.output.data(data.get(..most).unwrap_or(data)).map(|n| {
            early.max_size = early.max_size.saturating_sub(u32::try_from(n).unwrap_or(u32::MAX));
            Some(n)
        });
        result.map_err(|error| self.fail(error))
    }

    /// Replaces the sending key, and asks the peer to do the same when `wants_one_back`.
    pub fn update_keys(&mut self, wants_one_back: bool) -> Result<(), Error> {
        let established = match &mut self.state {
            State::Established(established) if !self.closed => established,
            State::Failed(error) => return Err(*error),
            _ => return Err(Error::Misuse),
        };
        let result = established.update_sending_key(wants_one_back, &mut self.output);
        result.map_err(|error| self.fail(error))
    }

    /// Queues an alert. What it ends is up to the caller.
    pub fn send_alert(&mut self, level: u8, alert: Alert) -> Result<(), Error> {
        if let State::Failed(error) = self.state {
            return Err(error);
        }
        self.output.end_flight()?;
        self.output.alert(level, alert)
    }

    /// Queues close_notify, once.
    pub fn close(&mut self) -> Result<(), Error> {
        if let State::Failed(error) = self.state {
            return Err(error);
        }
        if !self.closed {
            self.output.alert(1, Alert::CLOSE_NOTIFY)?;
            self.closed = true;
        }
        Ok(())
    }

    /// Fills `out` with exported keying material (RFC 8446 section 7.5).
    pub fn export(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> Result<(), Error> {
        match &self.state {
            State::Established(established) => established.export(label, context, out),
            State::Failed(error) => Err(*error),
            State::Client(_) | State::Server(_) => Err(Error::Misuse),
        }
    }
}
