//! Keys from passwords (PAKE): J-PAKE over P-256, as TLS has it.

use std::ptr;

use zeroize::Zeroizing;

use super::algorithm::{
    CATEGORY_HASH, CATEGORY_MASK, CATEGORY_PAKE, PSA_ALG_JPAKE, PSA_ECC_FAMILY_SECP_R1,
    PSA_KEY_TYPE_PASSWORD, PSA_KEY_TYPE_PASSWORD_HASH,
};
use super::derivation::PSA_KEY_DERIVATION_INPUT_SECRET;
use super::keys::PSA_KEY_USAGE_DERIVE;
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_DATA_INVALID, PSA_ERROR_INSUFFICIENT_ENTROPY, PSA_ERROR_INVALID_ARGUMENT,
    PSA_ERROR_NOT_SUPPORTED, enter, input, mbedtls_svc_key_id_t, output, psa_key_derivation_operation_t,
    psa_pake_cipher_suite_t, psa_pake_operation_s, psa_pake_operation_t, psa_pake_role_t, psa_pake_step_t,
    psa_status_t, store,
};
use crate::crypto::digest::Algorithm;
use crate::crypto::ec::{EcError, Secret};
use crate::crypto::jpake::{Exchange, Role, random_scalar, wire};
use crate::crypto::random;
use crate::crypto::verify::Curve;

const PSA_PAKE_PRIMITIVE_TYPE_ECC: u8 = 1;
const PSA_PAKE_ROLE_NONE: psa_pake_role_t = 0;
const PSA_PAKE_STEP_KEY_SHARE: psa_pake_step_t = 1;
const PSA_PAKE_STEP_ZK_PROOF: psa_pake_step_t = 3;
const PSA_ALG_SHA_256: u32 = 0x0200_0009;

/// Fields of the first round, and of both, in one direction.
const FIRST_ROUND: u8 = 6;
const BOTH_ROUNDS: u8 = 9;

/// Begins to derive a key from a password.
///
/// \param operation     The operation; idle.
/// \param cipher_suite  What it is made of: PSA_ALG_JPAKE over the curve PSA_ECC_FAMILY_SECP_R1 of 256 bits with
///                      PSA_ALG_SHA_256. Others are refused at the first step.
///
/// \return  PSA_SUCCESS: the operation takes password and names; psa_pake_abort() ends it.
/// \return  PSA_ERROR_BAD_STATE: it is at work already. After any error it is idle.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no PAKE, the digest is none, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `cipher_suite` is null, or readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_setup(
    operation: *mut psa_pake_operation_t,
    cipher_suite: *const psa_pake_cipher_suite_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(idle), Some(suite)) = (unsafe { (operation.as_mut(), cipher_suite.as_ref()) }) else {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        };
        if idle.alg != 0 {
            // SAFETY: as above.
            unsafe { end(operation) };
            return Err(PSA_ERROR_BAD_STATE);
        }
        if suite.algorithm & CATEGORY_MASK != CATEGORY_PAKE || suite.hash & CATEGORY_MASK != CATEGORY_HASH {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if suite.algorithm != PSA_ALG_JPAKE {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        let begun = Box::new(Pake {
            is_supported: suite.r#type == PSA_PAKE_PRIMITIVE_TYPE_ECC
                && u16::from(suite.family) == PSA_ECC_FAMILY_SECP_R1
                && suite.bits == 256
                && suite.hash == PSA_ALG_SHA_256,
            password: None,
            user: None,
            peer: None,
            exchange: None,
            sent: 0,
            taken: 0,
            outgoing: Vec::new(),
            incoming: Vec::new(),
        });
        // SAFETY: there is room for the pointer.
        unsafe { ptr::from_mut(&mut idle.data).cast::<Box<Pake>>().write(begun) };
        idle.alg = suite.algorithm;
        Ok(())
    })
}

/// Gives an operation its password.
///
/// \param operation  The operation, before its first step; after an error it is idle.
/// \param password   A key of the type PSA_KEY_TYPE_PASSWORD or PSA_KEY_TYPE_PASSWORD_HASH; its policy allows
///                   PSA_KEY_USAGE_DERIVE with PSA_ALG_JPAKE.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation is idle, or beyond its first step.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_INVALID_ARGUMENT: its type is another one, or `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_set_password_key(
    operation: *mut psa_pake_operation_t,
    password: mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: passed on to the caller.
    enter(|| unsafe {
        or_abort(operation, |pake| {
            let pake = before_the_first_step(pake)?;
            let key = store::find_for(password, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE)?;
            if !matches!(key.attributes.r#type, PSA_KEY_TYPE_PASSWORD | PSA_KEY_TYPE_PASSWORD_HASH) {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            pake.password = Some(key.material.bytes.clone());
            Ok(())
        })
    })
}

/// Gives an operation one's own name.
///
/// \param operation    The operation, before its first step; after an error it is idle.
/// \param user_id      The name, without a NUL: "client" or "server". Others are refused at the first step.
/// \param user_id_len  Its length in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation is idle, or beyond its first step, or has such a name.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the name is empty, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `user_id` is null, or readable for `user_id_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_set_user(
    operation: *mut psa_pake_operation_t,
    user_id: *const u8,
    user_id_len: usize,
) -> psa_status_t {
    // SAFETY: passed on to the caller.
    enter(|| unsafe {
        or_abort(operation, |pake| {
            let name = name(input(user_id, user_id_len)?);
            set_name(&mut before_the_first_step(pake)?.user, name?)
        })
    })
}

/// Gives an operation the peer's name.
///
/// \param operation    The operation, before its first step; after an error it is idle.
/// \param peer_id      The name, without a NUL: "server" or "client". Others are refused at the first step.
/// \param peer_id_len  Its length in bytes.
///
/// \return  As psa_pake_set_user().
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `peer_id` is null, or readable for `peer_id_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_set_peer(
    operation: *mut psa_pake_operation_t,
    peer_id: *const u8,
    peer_id_len: usize,
) -> psa_status_t {
    // SAFETY: passed on to the caller.
    enter(|| unsafe {
        or_abort(operation, |pake| {
            let name = name(input(peer_id, peer_id_len)?);
            set_name(&mut before_the_first_step(pake)?.peer, name?)
        })
    })
}

/// Gives an operation its role. In J-PAKE there are none, and nothing needs to be said.
///
/// \param operation  The operation, before its first step; after an error it is idle.
/// \param role       PSA_PAKE_ROLE_NONE.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation is idle, or beyond its first step.
/// \return  PSA_ERROR_INVALID_ARGUMENT: there is no such role, or `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_set_role(
    operation: *mut psa_pake_operation_t,
    role: psa_pake_role_t,
) -> psa_status_t {
    // SAFETY: passed on to the caller.
    enter(|| unsafe {
        or_abort(operation, |pake| {
            before_the_first_step(pake)?;
            if role == PSA_PAKE_ROLE_NONE { Ok(()) } else { Err(PSA_ERROR_INVALID_ARGUMENT) }
        })
    })
}

/// Takes what is to be sent to the peer. First come two keys, and the peer's two before or after them; then one of each.
///
/// \param operation      The operation; after an error it is idle.
/// \param step           PSA_PAKE_STEP_KEY_SHARE, PSA_PAKE_STEP_ZK_PUBLIC and PSA_PAKE_STEP_ZK_PROOF for each key, in this order.
/// \param output         Where it goes.
/// \param output_size    The room there in bytes; see PSA_PAKE_OUTPUT_SIZE().
/// \param output_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: it is not the time for this step, or password or names are missing.
/// \return  PSA_ERROR_NOT_SUPPORTED: names or what the operation is made of are others than those here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: there is no such step, `output_size` is 0, or an argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_DATA_INVALID: the password is 0 as a number of the curve, or the keys add up to nothing.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `output` is null, or valid for writing `output_size` bytes;
/// `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_output(
    operation: *mut psa_pake_operation_t,
    step: psa_pake_step_t,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        if output_length.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // SAFETY: the caller vouches for all three.
        unsafe {
            output_length.write(0);
            or_abort(operation, |pake| {
                let pake = pake.ok_or(PSA_ERROR_BAD_STATE)?;
                pake.exchange()?;
                if output_size == 0 {
                    return Err(PSA_ERROR_INVALID_ARGUMENT);
                }
                self::output(&pake.output(step)?, output, output_size, output_length)
            })
        }
    })
}

/// Puts in what the peer sent.
///
/// \param operation     The operation; after an error it is idle.
/// \param step          See psa_pake_output().
/// \param input         What was sent for it.
/// \param input_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: it is not the time for this step, or password or names are missing.
/// \return  PSA_ERROR_NOT_SUPPORTED: names or what the operation is made of are others than those here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: there is no such step, `input_length` is 0 or too large, or an argument is NULL.
/// \return  PSA_ERROR_DATA_INVALID: what was sent is no key, or its proof is none. The last proof of a round tells.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `input` is null, or readable for `input_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_input(
    operation: *mut psa_pake_operation_t,
    step: psa_pake_step_t,
    input: *const u8,
    input_length: usize,
) -> psa_status_t {
    // SAFETY: passed on to the caller.
    enter(|| unsafe {
        or_abort(operation, |pake| {
            pake.ok_or(PSA_ERROR_BAD_STATE)?.input(step, self::input(input, input_length)?)
        })
    })
}

/// Puts the key that both sides have into a derivation, as its secret. The key is the same on both sides only if the passwords are:
/// what is made of it has to show that.
///
/// \param operation  The operation, after its last step; it is idle afterwards.
/// \param output     The derivation; it has begun, with PSA_ALG_TLS12_ECJPAKE_TO_PMS for instance. After an error it is idle.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: steps are missing, or the derivation has not begun.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the derivation takes no such secret, or an argument is NULL.
///
/// # Safety
/// Both are null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_get_implicit_key(
    operation: *mut psa_pake_operation_t,
    output: *mut psa_key_derivation_operation_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for both.
        unsafe {
            let derivation = output.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            or_abort(operation, |pake| {
                let key = pake.ok_or(PSA_ERROR_BAD_STATE)?.key()?;
                derivation
                    .or_abort(|derivation| derivation.input(PSA_KEY_DERIVATION_INPUT_SECRET, None, &key))
            })?;
            end(operation);
        }
        Ok(())
    })
}

/// Ends an operation, and wipes what is in it.
///
/// \param operation  The operation; it is idle afterwards.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_pake_abort(operation: *mut psa_pake_operation_t) -> psa_status_t {
    enter(|| {
        if operation.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // SAFETY: the caller vouches for `operation`.
        unsafe { end(operation) };
        Ok(())
    })
}

/// Does something with an operation, which may be idle; if it fails, the operation ends.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
unsafe fn or_abort(
    operation: *mut psa_pake_operation_t,
    body: impl FnOnce(Option<&mut Pake>) -> Result<(), psa_status_t>,
) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for `operation`.
    unsafe {
        let done = body(operation.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?.pake());
        if done.is_err() {
            end(operation);
        }
        done
    }
}

/// # Safety
/// `operation` is null, or initialised and used by nobody else.
unsafe fn end(operation: *mut psa_pake_operation_t) {
    // SAFETY: the caller vouches for `operation`, which holds a box while it is at work.
    unsafe {
        if let Some(operation) = operation.as_mut().filter(|operation| operation.alg != 0) {
            operation.alg = 0;
            ptr::drop_in_place(ptr::from_mut(&mut operation.data).cast::<Box<Pake>>());
        }
    }
}

impl psa_pake_operation_s {
    /// What is at work; `None` if the operation is idle.
    fn pake(&mut self) -> Option<&mut Pake> {
        // SAFETY: a box lies there as long as there is an algorithm.
        (self.alg != 0).then(|| unsafe { &mut **ptr::from_mut(&mut self.data).cast::<Box<Pake>>() })
    }
}

/// An operation at work.
struct Pake {
    /// Whether it is made of what there is.
    is_supported: bool,
    password: Option<Secret>,
    user: Option<Name>,
    peer: Option<Name>,
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
enum Name {
    Client,
    Server,
    Other,
}

/// An operation that takes password and names.
fn before_the_first_step(pake: Option<&mut Pake>) -> Result<&mut Pake, psa_status_t> {
    pake.filter(|pake| pake.exchange.is_none()).ok_or(PSA_ERROR_BAD_STATE)
}

fn name(name: &[u8]) -> Result<Name, psa_status_t> {
    match name {
        [] => Err(PSA_ERROR_INVALID_ARGUMENT),
        b"client" => Ok(Name::Client),
        b"server" => Ok(Name::Server),
        _ => Ok(Name::Other),
    }
}

fn set_name(to: &mut Option<Name>, name: Name) -> Result<(), psa_status_t> {
    match to.replace(name) {
        None => Ok(()),
        Some(_) => Err(PSA_ERROR_BAD_STATE),
    }
}

impl Pake {
    /// The next field that goes out.
    fn output(&mut self, step: psa_pake_step_t) -> Result<Vec<u8>, psa_status_t> {
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
    fn input(&mut self, step: psa_pake_step_t, field: &[u8]) -> Result<(), psa_status_t> {
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
    fn key(&self) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
        match &self.exchange {
            Some(exchange) if self.sent == BOTH_ROUNDS && self.taken == BOTH_ROUNDS => {
                exchange.shared_key().map_err(status)
            }
            _ => Err(PSA_ERROR_BAD_STATE),
        }
    }

    /// The exchange; the first step begins it.
    fn exchange(&mut self) -> Result<&mut Exchange, psa_status_t> {
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
        Pake {
            is_supported: true,
            password: Some(Zeroizing::new(b"password".to_vec())),
            user: Some(user),
            peer: Some(peer),
            exchange: None,
            sent: 0,
            taken: 0,
            outgoing: Vec::new(),
            incoming: Vec::new(),
        }
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
