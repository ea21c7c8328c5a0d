//! ClientHello in: negotiation, HelloRetryRequest, the choice of a PSK (RFC 8446 sections 4.1 and 4.2.11).

use super::flight::{AcceptedEarlyData, Flight};
use super::negotiate::{self, Group};
use super::{Next, State};
use crate::crypto::key_exchange::{KeyPair, NamedGroup};
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{Psk, ServerConfig};
use crate::tls::connection::{Context, HelloAnswer, Question, SecretLabel};
use crate::tls::error::Error;
use crate::tls::key_schedule::EarlySecret;
use crate::tls::message::client_hello::{ClientHello, PskOffer};
use crate::tls::message::server_hello::{self, Answer, KeyShare, RETRY_RANDOM};
use crate::tls::message::{Handshake, HandshakeType};
use crate::tls::transcript::Transcript;

/// Identities of a PSK offer that are looked at.
const IDENTITIES: usize = 8;
/// Bytes of early data that are passed over when it is not taken, beyond those that our tickets allow: they come with the cost
/// of their records, or by a ticket of another server.
const SKIPPED_EARLY_DATA: usize = 1 << 16;

/// A ClientHello comes next.
pub(in crate::tls) struct WaitHello {
    config: Box<ServerConfig>,
    retry: Option<Box<Retry>>,
}

/// What a HelloRetryRequest asked for.
struct Retry {
    suite: CipherSuite,
    group: NamedGroup,
    transcript: Transcript,
    client_random: [u8; 32],
}

impl Retry {
    /// RFC 8446 section 4.1.2: the same hello, but for what was asked.
    fn check(&self, hello: &ClientHello<'_>) -> Result<(), Error> {
        let answered = hello.shares().map(|entry| entry.group).eq([self.group]);
        let same = hello.random == self.client_random && hello.cipher_suites.contains(self.suite.id());
        if answered && same && !hello.early_data && hello.cookie.is_none() {
            Ok(())
        } else {
            Err(Error::IllegalParameter)
        }
    }
}

impl WaitHello {
    pub(super) fn new(config: Box<ServerConfig>) -> Self {
        Self { config, retry: None }
    }

    /// Whether a HelloRetryRequest has gone out.
    pub(in crate::tls) fn has_retried(&self) -> bool {
        self.retry.is_some()
    }

    pub(super) fn handle(self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<Next, Error> {
        message.expect(HandshakeType::CLIENT_HELLO)?;
        let hello = ClientHello::parse(message.body)?;
        if !hello.offers_tls13 {
            return Err(Error::ProtocolVersion);
        }
        let common = &self.config.common;
        let group = negotiate::group(&hello, common)?;
        let suite = if let Some(retry) = &self.retry {
            retry.check(&hello)?;
            cx.input.skip_early_data = Some(0);
            retry.suite
        } else {
            let suite = negotiate::suite(&hello, common, |_| true).ok_or(Error::HandshakeFailure)?;
            cx.note_random(false, &hello.random);
            cx.negotiated.server_name = hello.server_name.map(<[u8]>::to_vec);
            if hello.early_data {
                let allowed = self.config.early_data.map_or(Ok(0), usize::try_from).unwrap_or(usize::MAX);
                cx.input.skip_early_data = Some(allowed.saturating_add(SKIPPED_EARLY_DATA));
            }
            if let Group::Ask(group) = group {
                // The suite is settled with this: better one that the offered key goes with.
                let suite = negotiate::suite_for_psk(&hello, common).unwrap_or(suite);
                return self.send_retry(cx, &hello, suite, group, message.raw);
            }
            suite
        };
        // Known before the caller is asked: what it answers may depend on it.
        cx.negotiated.protocol = negotiate::protocol(&hello, common)?;
        let schemes =
            hello.signature_schemes.map_or_else(Vec::new, |s| s.iter().map(SignatureScheme).collect());
        let question = Question::Hello { signature_schemes: schemes };
        let heard = Heard { config: self.config, raw: message.raw.to_vec(), suite, retry: self.retry };
        Ok(Next::ask_server(State::AwaitHello(Box::new(AwaitHello { heard })), question))
    }

    fn send_retry(
        self,
        cx: &mut Context<'_>,
        hello: &ClientHello<'_>,
        suite: CipherSuite,
        group: NamedGroup,
        raw: &[u8],
    ) -> Result<Next, Error> {
        let mut retry = Vec::with_capacity(96);
        let answer = Answer {
            random: &RETRY_RANDOM,
            session_id: hello.session_id,
            suite,
            key_share: Some(KeyShare::Wanted(group)),
            selected_psk: None,
        };
        server_hello::write(&mut retry, &answer);
        let transcript = Transcript::after_retry(suite.hash(), raw, &retry);
        cx.send_apart(|out| out.extend_from_slice(&retry));
        if !hello.session_id.is_empty() {
            cx.output.change_cipher_spec()?;
        }
        cx.output.end_flight()?;
        let retry = Some(Box::new(Retry { suite, group, transcript, client_random: hello.random }));
        Ok(Next::server(State::WaitHello(Self { config: self.config, retry })))
    }
}

/// A ClientHello that passed: kept whole, since answers come in between.
pub(in crate::tls) struct Heard {
    config: Box<ServerConfig>,
    raw: Vec<u8>,
    suite: CipherSuite,
    retry: Option<Box<Retry>>,
}

/// The hello in a message that passed once already.
fn parse(raw: &[u8]) -> Result<ClientHello<'_>, Error> {
    ClientHello::parse(Handshake::parse(raw)?.body)
}

/// The caller is choosing a certificate.
pub(in crate::tls) struct AwaitHello {
    heard: Heard,
}

impl AwaitHello {
    pub(in crate::tls) fn answer(self, cx: &mut Context<'_>, answer: HelloAnswer) -> Result<Next, Error> {
        AwaitPsk { heard: self.heard, answer, index: 0 }.ask(cx)
    }
}

/// The caller is looking for a key.
pub(in crate::tls) struct AwaitPsk {
    heard: Heard,
    answer: HelloAnswer,
    /// The identity that is looked for.
    index: usize,
}

impl AwaitPsk {
    /// Asks for the key of the next identity, or goes on without one.
    fn ask(self, cx: &mut Context<'_>) -> Result<Next, Error> {
        let hello = parse(&self.heard.raw)?;
        let ours = self.heard.config.common.psk_modes;
        let modes = hello.psk_modes;
        let usable = (modes.psk_dhe && ours.psk_dhe) || (modes.psk_only && ours.psk_only);
        let wanted = hello.psk.filter(|_| usable).and_then(|offer| nth(offer, self.index));
        match wanted {
            Some((identity, obfuscated_age)) if self.index < IDENTITIES => {
                let question = Question::Psk { identity, obfuscated_age };
                Ok(Next::ask_server(State::AwaitPsk(Box::new(self)), question))
            }
            _ => self.respond(cx, None),
        }
    }

    /// Takes the key, if it fits, or asks for that of the next identity.
    pub(in crate::tls) fn answer(mut self, cx: &mut Context<'_>, psk: Option<Psk>) -> Result<Next, Error> {
        let Some(psk) = psk else {
            self.index += 1;
            return self.ask(cx);
        };
        let hello = parse(&self.heard.raw)?;
        let fits = |suite: CipherSuite| {
            suite.hash() == psk.hash && self.heard.retry.as_ref().is_none_or(|retry| retry.suite == suite)
        };
        let Some(suite) = negotiate::suite(&hello, &self.heard.config.common, fits) else {
            self.index += 1;
            return self.ask(cx);
        };
        let offer = hello.psk.ok_or(Error::Internal)?;
        let binder = offer.iter().nth(self.index).ok_or(Error::Internal)?.binder;
        let truncated = self.heard.raw.get(..offer.truncated_len).ok_or(Error::Internal)?;
        let digest = match &self.heard.retry {
            Some(retry) => retry.transcript.hash_with(truncated),
            None => psk.hash.digest(truncated),
        };
        if binder.len() != psk.hash.len() {
            return Err(Error::IllegalParameter);
        }
        let early = EarlySecret::new(psk.hash, Some(&psk.key));
        if !early.binder_matches(psk.kind, digest.as_ref(), binder) {
            return Err(Error::Decrypt);
        }
        let index = u16::try_from(self.index).map_err(|_| Error::Internal)?;
        let chosen = Chosen { early, index, psk, suite, takes_early_data: false };
        if !self.could_take_early_data(&hello, &chosen, cx.negotiated.protocol.as_deref()) {
            return self.respond(cx, Some(chosen));
        }
        let question = Question::EarlyData { key_name: chosen.early.name() };
        let state = AwaitEarlyData { psk: self, chosen };
        Ok(Next::ask_server(State::AwaitEarlyData(Box::new(state)), question))
    }

    /// RFC 8446 section 4.2.10: under the first key, in the first ClientHello, for the same suite and protocol.
    fn could_take_early_data(
        &self,
        hello: &ClientHello<'_>,
        chosen: &Chosen,
        protocol: Option<&[u8]>,
    ) -> bool {
        let config = &self.heard.config;
        let Some(early) = &chosen.psk.early_data else { return false };
        let allowed = hello.early_data && config.early_data.is_some();
        let is_first = self.heard.retry.is_none() && chosen.index == 0;
        allowed && is_first && early.suite == chosen.suite && early.protocol == protocol.unwrap_or(&[])
    }

    /// Sends ServerHello and what follows it.
    fn respond(self, cx: &mut Context<'_>, psk: Option<Chosen>) -> Result<Next, Error> {
        let Self { heard, answer, .. } = self;
        let hello = parse(&heard.raw)?;
        let common = &heard.config.common;
        let group = negotiate::group(&hello, common)?;
        let with_dhe = psk.is_none() || (hello.psk_modes.psk_dhe && common.psk_modes.psk_dhe);
        let entry = match group {
            Group::Share(entry) if with_dhe => Some(entry),
            // A key alone will do where both sides say so (RFC 8446 section 4.2.9).
            _ if psk.is_some() && hello.psk_modes.psk_only && common.psk_modes.psk_only => None,
            // RFC 8446 section 9.2: a client that offers no key must offer groups.
            _ if hello.psk.is_none() && hello.groups.is_none() => return Err(Error::MissingExtension),
            _ if psk.is_none() && hello.psk.is_some() => return Err(Error::NoKeyExchangeMode),
            _ => return Err(Error::HandshakeFailure),
        };
        let scheme =
            if psk.is_some() { None } else { Some(choose_scheme(&hello, common.certificates, &answer)?) };
        let (pair, shared) = match entry {
            None => (None, None),
            Some(entry) => {
                let pair = KeyPair::generate(entry.group).map_err(|_| Error::NoRandomness)?;
                let public = pair.public().to_vec();
                let shared = pair.agree(entry.share).map_err(|_| Error::IllegalParameter)?;
                (Some((entry.group, public)), Some(shared))
            }
        };
        let suite = psk.as_ref().map_or(heard.suite, |psk| psk.suite);
        let hello_is_second = heard.retry.is_some();
        let transcript = match heard.retry {
            Some(retry) => {
                let mut transcript = retry.transcript;
                transcript.add(&heard.raw);
                transcript
            }
            None => Transcript::new(suite.hash(), &heard.raw),
        };
        cx.negotiated.suite = Some(suite);
        cx.negotiated.group = entry.map(|entry| entry.group);
        cx.negotiated.psk = psk.as_ref().map(|psk| psk.psk.kind);
        let selected_psk = psk.as_ref().map(|psk| psk.index);
        let early_data = psk.as_ref().filter(|psk| psk.takes_early_data).map(|psk| AcceptedEarlyData {
            traffic: psk.early.client_traffic(transcript.hash().as_ref()),
            max_size: psk.psk.early_data.as_ref().map_or(0, |early| early.max_size),
        });
        if let Some(early) = &early_data {
            cx.report(SecretLabel::ClientEarly, &early.traffic);
        }
        let early = psk.map_or_else(|| EarlySecret::new(suite.hash(), None), |psk| psk.early);
        let flight = Flight {
            suite,
            transcript,
            secret: early.into_handshake(shared.as_ref()),
            session_id: hello.session_id.to_vec(),
            sent_ccs: hello_is_second,
            share: pair,
            selected_psk,
            limit: hello.record_size_limit,
            acknowledge_name: hello.server_name.is_some() && selected_psk.is_none(),
            early_data,
            takes_tickets: hello.psk_modes.any(),
            answer,
            scheme,
            config: heard.config,
        };
        flight.send(cx)
    }
}

/// A PSK that passed its binder.
struct Chosen {
    early: EarlySecret,
    index: u16,
    psk: Psk,
    suite: CipherSuite,
    takes_early_data: bool,
}

/// The caller is looking whether early data was taken before under the key.
pub(in crate::tls) struct AwaitEarlyData {
    psk: AwaitPsk,
    chosen: Chosen,
}

impl AwaitEarlyData {
    pub(in crate::tls) fn answer(mut self, cx: &mut Context<'_>, accept: bool) -> Result<Next, Error> {
        self.chosen.takes_early_data = accept;
        self.psk.respond(cx, Some(self.chosen))
    }
}

fn nth(offer: PskOffer<'_>, index: usize) -> Option<(Vec<u8>, u32)> {
    offer.iter().nth(index).map(|psk| (psk.identity.to_vec(), psk.obfuscated_age))
}

/// The first scheme of ours that the client verifies.
fn choose_scheme(
    hello: &ClientHello<'_>,
    allowed: bool,
    answer: &HelloAnswer,
) -> Result<SignatureScheme, Error> {
    // RFC 8446 section 4.2.3: a client that wants certificates must say what it verifies.
    let offered = match hello.signature_schemes {
        Some(offered) => offered,
        None if hello.psk.is_some() => return Err(Error::NoKeyExchangeMode),
        None => return Err(Error::MissingExtension),
    };
    if !allowed {
        return Err(Error::NoKeyExchangeMode);
    }
    let own = answer.certificate.as_ref().ok_or(Error::HandshakeFailure)?;
    let chosen = own.schemes.iter().find(|scheme| offered.contains(scheme.0));
    chosen.copied().ok_or(Error::HandshakeFailure)
}
