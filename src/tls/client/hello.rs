//! ClientHello out, ServerHello or HelloRetryRequest in (RFC 8446 section 4.1).

use super::server_flight::WaitEncryptedExtensions;
use super::server_flight::lists_protocol;
use super::{Shared, State};
use crate::crypto::key_exchange::{KeyPair, NamedGroup, SharedSecret};
use crate::crypto::random;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{ClientConfig, EarlyData, OfferedPsk};
use crate::tls::connection::{Context, EarlyDataStatus, SecretLabel};
use crate::tls::error::Error;
use crate::tls::key_schedule::EarlySecret;
use crate::tls::message::client_hello::{self, KeyShareEntry, Offer, OfferedIdentity, PskModes};
use crate::tls::message::server_hello::{KeyShare, ServerHello};
use crate::tls::message::{Handshake, HandshakeType};
use crate::tls::record::{Opener, Sealer};
use crate::tls::transcript::Transcript;

/// Groups for which the first ClientHello carries a share, so that most servers need no second one.
const SHARES: usize = 2;

/// Nothing was sent.
pub(in crate::tls) struct Start {
    pub(in crate::tls) config: Box<ClientConfig>,
}

impl Start {
    /// Sends the first ClientHello.
    pub(in crate::tls) fn begin(self, cx: &mut Context<'_>) -> Result<State, Error> {
        let mut config = self.config;
        let (mut client_random, mut session_id) = ([0; 32], [0; 32]);
        random::fill(&mut client_random).map_err(|_| Error::NoRandomness)?;
        random::fill(&mut session_id).map_err(|_| Error::NoRandomness)?;
        cx.note_random(false, &client_random);
        // A key that no offered suite or mode goes with is not worth offering.
        let fits = |psk: &OfferedPsk| {
            let suites = &config.common.suites;
            config.common.psk_modes.any() && suites.iter().any(|suite| suite.hash() == psk.psk.hash)
        };
        if config.psk.as_ref().is_some_and(|psk| !fits(psk)) {
            config.psk = None;
        }
        let has_offer = config.psk.is_some() || config.common.certificates;
        if !has_offer || config.common.suites.is_empty() {
            return Err(Error::Misuse); // nothing to offer
        }
        let early_data = config.psk.as_mut().and_then(|psk| psk.psk.early_data.take());
        let early_data = early_data.filter(|early| fits_early_data(&config, early));
        let needs_shares = config.common.certificates || config.common.psk_modes.psk_dhe;
        if !needs_shares {
            config.common.groups.clear();
        }
        let groups = config.common.groups.iter().take(SHARES);
        let pairs = groups.map(|group| KeyPair::generate(*group)).collect::<Result<Vec<_>, _>>();
        let mut state = WaitServerHello {
            config,
            random: client_random,
            session_id,
            pairs: pairs.map_err(|_| Error::NoRandomness)?,
            first_hello: Vec::new(),
            retry: None,
            sent_ccs: false,
            early_data,
        };
        state.first_hello = state.send_hello(cx, &[])?;
        state.begin_early_data(cx)?;
        Ok(State::WaitServerHello(Box::new(state)))
    }
}

/// Whether early data would be read as what it was meant for: a suite and a protocol that are offered again.
fn fits_early_data(config: &ClientConfig, early: &EarlyData) -> bool {
    config.common.suites.contains(&early.suite)
        && (early.protocol.is_empty() || lists_protocol(&config.common.protocols, &early.protocol))
}

/// A ClientHello was sent.
pub(in crate::tls) struct WaitServerHello {
    config: Box<ClientConfig>,
    random: [u8; 32],
    session_id: [u8; 32],
    pairs: Vec<KeyPair>,
    first_hello: Vec<u8>,
    retry: Option<Retry>,
    /// Whether a ChangeCipherSpec has gone out already.
    sent_ccs: bool,
    /// The early data that may still be sent.
    early_data: Option<EarlyData>,
}

/// What a HelloRetryRequest settled.
struct Retry {
    suite: CipherSuite,
    transcript: Transcript,
}

impl WaitServerHello {
    pub(super) fn early_data(&mut self) -> Option<&mut EarlyData> {
        self.early_data.as_mut()
    }

    /// Changes to the key of early data, if there may be any (RFC 8446 section 4.2.10).
    fn begin_early_data(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        let (Some(early), Some(offered)) = (&self.early_data, &self.config.psk) else { return Ok(()) };
        let hash = offered.psk.hash;
        let digest = hash.digest(&self.first_hello);
        let traffic = EarlySecret::new(hash, Some(&offered.psk.key)).client_traffic(digest.as_ref());
        cx.report(SecretLabel::ClientEarly, &traffic);
        // RFC 8446 appendix D.4: right behind the first ClientHello.
        cx.output.change_cipher_spec()?;
        self.sent_ccs = true;
        cx.output.set_sealer(Sealer::new(early.suite, traffic.record_key(early.suite)?))?;
        cx.negotiated.early_data = EarlyDataStatus::Offered;
        Ok(())
    }

    pub(super) fn handle(mut self, cx: &mut Context<'_>, message: &Handshake<'_>) -> Result<State, Error> {
        let hello = ServerHello::parse(message.expect(HandshakeType::SERVER_HELLO)?)?;
        if hello.session_id != self.session_id {
            return Err(Error::IllegalParameter);
        }
        let suite = CipherSuite::from_id(hello.cipher_suite)
            .filter(|suite| self.config.common.suites.contains(suite))
            .ok_or(Error::IllegalParameter)?;
        if self.retry.as_ref().is_some_and(|retry| retry.suite != suite) {
            return Err(Error::IllegalParameter);
        }
        if hello.is_retry {
            self.retry(cx, &hello, suite, message.raw)?;
            return Ok(State::WaitServerHello(Box::new(self)));
        }
        self.accept(cx, &hello, suite, message.raw)
    }

    /// Answers a HelloRetryRequest (RFC 8446 section 4.1.4).
    fn retry(
        &mut self,
        cx: &mut Context<'_>,
        hello: &ServerHello<'_>,
        suite: CipherSuite,
        raw: &[u8],
    ) -> Result<(), Error> {
        if self.retry.is_some() {
            return Err(Error::UnexpectedMessage);
        }
        match hello.key_share {
            Some(KeyShare::Wanted(group)) => {
                let offered = self.config.common.groups.contains(&group);
                if !offered || self.pairs.iter().any(|pair| pair.group() == group) {
                    return Err(Error::IllegalParameter);
                }
                self.pairs = vec![KeyPair::generate(group).map_err(|_| Error::NoRandomness)?];
            }
            Some(KeyShare::Share(_)) => return Err(Error::IllegalParameter),
            // It must change something.
            None if hello.cookie.is_none() => return Err(Error::IllegalParameter),
            None => {}
        }
        if self.config.psk.as_ref().is_some_and(|psk| psk.psk.hash != suite.hash()) {
            self.config.psk = None; // RFC 8446 section 4.1.4: a key that the suite rules out goes
            if !self.config.common.certificates {
                return Err(Error::HandshakeFailure);
            }
        }
        let first = std::mem::take(&mut self.first_hello);
        self.retry = Some(Retry { suite, transcript: Transcript::after_retry(suite.hash(), &first, raw) });
        if self.early_data.take().is_some() {
            // RFC 8446 section 4.1.2: the second ClientHello does not offer it any more.
            cx.negotiated.refuse_early_data();
            cx.output.remove_sealer()?;
        }
        if !self.sent_ccs {
            cx.output.change_cipher_spec()?;
            self.sent_ccs = true;
        }
        let second = self.send_hello(cx, hello.cookie.unwrap_or(&[]))?;
        if let Some(retry) = &mut self.retry {
            retry.transcript.add(&second);
        }
        Ok(())
    }

    /// Sends a ClientHello and gives its bytes.
    fn send_hello(&self, cx: &mut Context<'_>, cookie: &[u8]) -> Result<Vec<u8>, Error> {
        let common = &self.config.common;
        let suites: Vec<u16> = common.suites.iter().map(|suite| suite.id()).collect();
        let offer = Offer {
            random: &self.random,
            session_id: &self.session_id,
            cipher_suites: &suites,
            server_name: self.config.server_name.as_deref(),
            groups: &common.groups,
            signature_schemes: if common.certificates { &common.signature_schemes } else { &[] },
            protocols: &common.protocols,
            psk_modes: common.psk_modes,
            cookie,
            record_size_limit: common.record_size_limit(),
            early_data: self.early_data.is_some(),
        };
        let shares =
            self.pairs.iter().map(|pair| KeyShareEntry { group: pair.group(), share: pair.public() });
        let identity = self.config.psk.as_ref().map(|psk| OfferedIdentity {
            identity: &psk.identity,
            obfuscated_age: psk.obfuscated_age,
            binder_len: psk.psk.hash.len(),
        });
        let mut hello = Vec::with_capacity(512);
        client_hello::write(&mut hello, &offer, shares, identity.as_ref());
        if let Some(offered) = &self.config.psk {
            self.bind(&mut hello, offered)?;
        }
        cx.send_apart(|out| out.extend_from_slice(&hello));
        cx.output.end_flight()?;
        Ok(hello)
    }

    /// Fills in the binder, which ends the message, over all in front of the binders' list.
    fn bind(&self, hello: &mut [u8], offered: &OfferedPsk) -> Result<(), Error> {
        let hash = offered.psk.hash;
        let at = hello.len().checked_sub(hash.len()).ok_or(Error::Internal)?;
        let (front, binder) = hello.split_at_mut_checked(at).ok_or(Error::Internal)?;
        // Two bytes of the list's length and one of the binder's are in between.
        let truncated = front.get(..at - 3).ok_or(Error::Internal)?;
        let digest = match &self.retry {
            Some(retry) => retry.transcript.hash_with(truncated),
            None => hash.digest(truncated),
        };
        let early = EarlySecret::new(hash, Some(&offered.psk.key));
        binder.copy_from_slice(early.binder(offered.psk.kind, digest.as_ref()).bytes());
        Ok(())
    }

    /// Takes a ServerHello: the keys of the handshake follow from it.
    fn accept(
        self,
        cx: &mut Context<'_>,
        hello: &ServerHello<'_>,
        suite: CipherSuite,
        raw: &[u8],
    ) -> Result<State, Error> {
        let psk = chosen_psk(&self.config, hello, suite)?;
        let (shared, group) = agree(self.pairs, hello, psk.is_some(), &self.config)?;
        let sent_ccs = self.sent_ccs;
        let mut transcript = match self.retry {
            Some(retry) => retry.transcript,
            None => Transcript::new(suite.hash(), &self.first_hello),
        };
        transcript.add(raw);
        let early = EarlySecret::new(suite.hash(), psk.map(|psk| &psk.psk.key));
        let secret = early.into_handshake(shared.as_ref());
        let digest = transcript.hash();
        let client_traffic = secret.client_traffic(digest.as_ref());
        let server_traffic = secret.server_traffic(digest.as_ref());
        cx.report(SecretLabel::ClientHandshake, &client_traffic);
        cx.report(SecretLabel::ServerHandshake, &server_traffic);
        cx.input.opener = Some(Opener::new(server_traffic.record_key(suite)?));
        let early_data = self.early_data.filter(|_| psk.is_some());
        if early_data.is_none() {
            cx.output.set_sealer(Sealer::new(suite, client_traffic.record_key(suite)?))?;
            cx.negotiated.refuse_early_data();
        }
        cx.note_random(true, &hello.random);
        cx.negotiated.suite = Some(suite);
        cx.negotiated.group = group;
        cx.negotiated.psk = psk.map(|psk| psk.psk.kind);
        let resumed = psk.is_some();
        let mut config = self.config;
        config.psk = None;
        let shared = Shared {
            config,
            suite,
            transcript,
            secret,
            client_traffic,
            server_traffic,
            sent_ccs,
            early_data,
        };
        Ok(State::WaitEncryptedExtensions(WaitEncryptedExtensions { shared: Box::new(shared), resumed }))
    }
}

/// The key that the server chose, if it chose one.
fn chosen_psk<'a>(
    config: &'a ClientConfig,
    hello: &ServerHello<'_>,
    suite: CipherSuite,
) -> Result<Option<&'a OfferedPsk>, Error> {
    match (hello.selected_psk, &config.psk) {
        (None, _) if config.common.certificates => Ok(None),
        (None, _) => Err(Error::HandshakeFailure),
        // One was offered, so the only index is 0; its hash must be the suite's.
        (Some(0), Some(psk)) if psk.psk.hash == suite.hash() => Ok(Some(psk)),
        (Some(_), None) => Err(Error::UnsupportedExtension),
        (Some(_), Some(_)) => Err(Error::IllegalParameter),
    }
}

/// The (EC)DHE secret; `None` where a PSK does without.
fn agree(
    pairs: Vec<KeyPair>,
    hello: &ServerHello<'_>,
    with_psk: bool,
    config: &ClientConfig,
) -> Result<(Option<SharedSecret>, Option<NamedGroup>), Error> {
    let PskModes { psk_only, psk_dhe } = config.common.psk_modes;
    let Some(KeyShare::Share(entry)) = hello.key_share else {
        // RFC 8446 section 4.2.11: a key must come with a share where the offered modes say so.
        return match (with_psk, psk_only) {
            (true, true) => Ok((None, None)),
            (true, false) => Err(Error::IllegalParameter),
            (false, _) => Err(Error::MissingExtension),
        };
    };
    if with_psk && !psk_dhe {
        return Err(Error::IllegalParameter);
    }
    let pair = pairs.into_iter().find(|pair| pair.group() == entry.group).ok_or(Error::IllegalParameter)?;
    let secret = pair.agree(entry.share).map_err(|_| Error::IllegalParameter)?;
    Ok((Some(secret), Some(entry.group)))
}
