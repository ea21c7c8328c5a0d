//! How far a PAKE is, and what it does next.

use zeroize::Zeroizing;

use super::super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_DATA_INVALID, PSA_ERROR_INSUFFICIENT_ENTROPY, PSA_ERROR_INVALID_ARGUMENT,
    PSA_ERROR_NOT_SUPPORTED, psa_pake_step_t, psa_status_t,
};
use crate::crypto::digest::Algorithm;
use crate::crypto::ec::{EcError, Secret};
use crate::crypto::jpake::{Exchange, Role, random_scalar, wire};
use crate::crypto::random;
use crate::crypto::verify::Curve;

const PSA_PAKE_STEP_KEY_SHARE: psa_pake_step_t = 1;
const PSA_PAKE_STEP_ZK_PROOF: psa_pake_step_t = 3;

/// Fields of the first round, and of both, in one direction.
const FIRST_ROUND: u8 = 6;
const BOTH_ROUNDS: u8 = 9;

/// An operation at work.
pub(super) struct Pake {
    /// Whether it is made of what there is.
    is_supported: bool,
    pub(super) password: Option<Secret>,
    pub(super) user: Option<Name>,
    pub(super) peer: Option<Name>,
    /// There from the first step on.
    exchange: Option<Exchange>,
    /// Fields that went out, and that came in.
    sent: u8,
    taken: u8,
    /// Those of this round that are still to go out, the next one last.
    outgoing: Vec<Vec<u8>>,
    /// Those of this round that came in.
    incoming: Vec<u8>,
}

#[derive(Clone, Copy)]
pub(super) enum Name {
    Client,
    Server,
    Other,
}

impl Pake {
    /// Nothing is known yet but whether it is made of what there is.
    pub(super) fn new(is_supported: bool) -> Self {
        Self {
            is_supported,
            password: None,
            user: None,
            peer: None,
            exchange: None,
            sent: 0,
            taken: 0,
            outgoing: Vec::new(),
            incoming: Vec::new(),
        }
    }

    /// Whether it is beyond the point where it takes password and names.
    pub(super) fn has_begun(&self) -> bool {
        self.exchange.is_some()
    }

    /// The next field that goes out.
    pub(super) fn output(&mut self, step: psa_pake_step_t) -> Result<Vec<u8>, psa_status_t> {
        let (sent, taken) = (self.sent, self.taken);
        let exchange = self.exchange()?;
        check_step(step)?;
        if !is_turn(sent, taken) || step != next_step(sent) {
            return Err(PSA_ERROR_BAD_STATE);
        }
        if sent == 0 || sent == FIRST_ROUND {
            let proofs = if sent == 0 {
                exchange.write_round_one([[draw()?, draw()?], [draw()?, draw()?]]).map_err(status)?.into()
            } else {
                vec![exchange.write_round_two(&draw()?).map_err(status)?]
            };
            self.outgoing = proofs.into_iter().flat_map(|proof| [proof.x, proof.v, proof.r]).rev().collect();
        }
        self.sent += 1;
        self.outgoing.pop().ok_or(PSA_ERROR_BAD_STATE)
    }

    /// Takes the next field that comes in.
    pub(super) fn input(&mut self, step: psa_pake_step_t, field: &[u8]) -> Result<(), psa_status_t> {
        self.exchange()?;
        check_step(step)?;
        if field.is_empty() || field.len() > if step == PSA_PAKE_STEP_ZK_PROOF { 32 } else { 65 } {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let (sent, taken) = (self.sent, self.taken);
        if !is_turn(taken, sent) || step != next_step(taken) {
            return Err(PSA_ERROR_BAD_STATE);
        }
        wire::put(field, &mut self.incoming);
        self.taken += 1;
        if self.taken == FIRST_ROUND || self.taken == BOTH_ROUNDS {
            let message = std::mem::take(&mut self.incoming);
            self.read(&message)?;
        }
        Ok(())
    }

    /// Reads what came in during a round.
    fn read(&mut self, mut message: &[u8]) -> Result<(), psa_status_t> {
        let first_round = self.taken == FIRST_ROUND;
        let exchange = self.exchange()?;
        let mut next = || wire::read(exchange.curve(), &mut message).ok_or(PSA_ERROR_DATA_INVALID);
        if first_round {
            let (first, second) = (next()?, next()?);
            exchange.read_round_one(false, &first).map_err(status)?;
            exchange.read_round_one(true, &second).map_err(status)
        } else {
            let proof = next()?;
            exchange.read_round_two(&proof).map_err(status)
        }
    }

    /// The key, as a point.
    pub(super) fn key(&self) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
        match &self.exchange {
            Some(exchange) if self.sent == BOTH_ROUNDS && self.taken == BOTH_ROUNDS => {
                exchange.shared_key().map_err(status)
            }
            _ => Err(PSA_ERROR_BAD_STATE),
        }
    }

    /// The exchange; the first step begins it.
    pub(super) fn exchange(&mut self) -> Result<&mut Exchange, psa_status_t> {
        let begun = match self.exchange.take() {
            Some(exchange) => exchange,
            None => self.begin()?,
        };
        Ok(self.exchange.insert(begun))
    }

    fn begin(&self) -> Result<Exchange, psa_status_t> {
        let (Some(password), Some(user), Some(peer)) = (&self.password, self.user, self.peer) else {
            return Err(PSA_ERROR_BAD_STATE);
        };
        let role = match (user, peer) {
            (Name::Client, Name::Server) => Role::Client,
            (Name::Server, Name::Client) => Role::Server,
            _ => return Err(PSA_ERROR_NOT_SUPPORTED),
        };
        if !self.is_supported {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        Ok(Exchange::new(Curve::Secp256r1, Algorithm::Sha256, role, password))
    }
}

fn check_step(step: psa_pake_step_t) -> Result<(), psa_status_t> {
    if (PSA_PAKE_STEP_KEY_SHARE..=PSA_PAKE_STEP_ZK_PROOF).contains(&step) {
        Ok(())
    } else {
        Err(PSA_ERROR_INVALID_ARGUMENT)
    }
}

/// The step of the next field in one direction.
fn next_step(fields: u8) -> psa_pake_step_t {
    PSA_PAKE_STEP_KEY_SHARE + fields % 3
}

/// Whether a field may go in one direction: each side's fields of a round go together.
fn is_turn(this: u8, other: u8) -> bool {
    if this < FIRST_ROUND {
        other == 0 || other == FIRST_ROUND
    } else {
        this < BOTH_ROUNDS && (other == FIRST_ROUND || other == BOTH_ROUNDS)
    }
}

fn draw() -> Result<Secret, psa_status_t> {
    let drawn = random_scalar(Curve::Secp256r1, random::fill);
    drawn.ok().flatten().ok_or(PSA_ERROR_INSUFFICIENT_ENTROPY)
}

fn status(error: EcError) -> psa_status_t {
    match error {
        EcError::Random => PSA_ERROR_INSUFFICIENT_ENTROPY,
        EcError::Point | EcError::Scalar | EcError::Signature => PSA_ERROR_DATA_INVALID,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pake(user: Name, peer: Name) -> Pake {
        let mut pake = Pake::new(true);
        pake.password = Some(Zeroizing::new(b"password".to_vec()));
        (pake.user, pake.peer) = (Some(user), Some(peer));
        pake
    }

    fn carry(from: &mut Pake, to: &mut Pake, fields: u8) -> Result<(), psa_status_t> {
        for field in 0..fields {
            let step = 1 + field % 3;
            let bytes = from.output(step)?;
            to.input(step, &bytes)?;
        }
        Ok(())
    }

    #[test]
    fn two_sides_in_any_order_of_messages() {
        let (mut client, mut server) = (pake(Name::Client, Name::Server), pake(Name::Server, Name::Client));
        assert_eq!(client.key(), Err(PSA_ERROR_BAD_STATE));
        carry(&mut client, &mut server, 6).unwrap();
        carry(&mut server, &mut client, 6).unwrap();
        carry(&mut server, &mut client, 3).unwrap();
        assert_eq!(server.output(1), Err(PSA_ERROR_BAD_STATE));
        carry(&mut client, &mut server, 3).unwrap();
        assert_eq!(client.key().unwrap(), server.key().unwrap());
        assert_eq!(client.key().unwrap().len(), 65);
    }

    #[test]
    fn fields_of_a_round_go_together_and_in_order() {
        let mut client = pake(Name::Client, Name::Server);
        assert_eq!(client.output(0), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(client.output(2), Err(PSA_ERROR_BAD_STATE));
        client.output(1).unwrap();
        assert_eq!(client.input(1, &[4; 65]), Err(PSA_ERROR_BAD_STATE));
        assert_eq!(client.output(1), Err(PSA_ERROR_BAD_STATE));
        for step in [2, 3, 1, 2, 3] {
            client.output(step).unwrap();
        }
        assert_eq!(client.output(1), Err(PSA_ERROR_BAD_STATE), "the peer's round is missing");
        let mut same = pake(Name::Client, Name::Client);
        assert_eq!(same.output(1), Err(PSA_ERROR_NOT_SUPPORTED));
    }

    #[test]
    fn the_last_proof_of_a_round_tells() {
        let (mut client, mut server) = (pake(Name::Client, Name::Server), pake(Name::Server, Name::Client));
        assert_eq!(client.input(1, &[4; 66]), Err(PSA_ERROR_INVALID_ARGUMENT));
        assert_eq!(client.input(1, &[]), Err(PSA_ERROR_INVALID_ARGUMENT));
        for field in 0..6 {
            let step = 1 + field % 3;
            let mut bytes = server.output(step).unwrap();
            bytes[20] ^= u8::from(field == 1);
            let taken = client.input(step, &bytes);
            assert_eq!(taken, if field == 5 { Err(PSA_ERROR_DATA_INVALID) } else { Ok(()) });
        }
    }
}
