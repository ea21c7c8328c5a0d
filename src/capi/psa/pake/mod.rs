//! Keys from passwords (PAKE): J-PAKE over P-256, as TLS has it.

mod driver;
mod state;

use std::ptr;

pub use driver::*;
use state::{Name, Pake};

use super::algorithm::{
    CATEGORY_HASH, CATEGORY_MASK, CATEGORY_PAKE, PSA_ALG_JPAKE, PSA_ECC_FAMILY_SECP_R1,
    PSA_KEY_TYPE_PASSWORD, PSA_KEY_TYPE_PASSWORD_HASH,
};
use super::derivation::PSA_KEY_DERIVATION_INPUT_SECRET;
use super::keys::PSA_KEY_USAGE_DERIVE;
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, enter, input,
    mbedtls_svc_key_id_t, output, psa_key_derivation_operation_t, psa_pake_cipher_suite_t,
    psa_pake_operation_s, psa_pake_operation_t, psa_pake_role_t, psa_pake_step_t, psa_status_t, store,
};

const PSA_PAKE_PRIMITIVE_TYPE_ECC: u8 = 1;
const PSA_PAKE_ROLE_NONE: psa_pake_role_t = 0;
const PSA_ALG_SHA_256: u32 = 0x0200_0009;

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
        let is_supported = suite.r#type == PSA_PAKE_PRIMITIVE_TYPE_ECC
            && u16::from(suite.family) == PSA_ECC_FAMILY_SECP_R1
            && suite.bits == 256
            && suite.hash == PSA_ALG_SHA_256;
        let begun = Box::new(Pake::new(is_supported));
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

/// An operation that takes password and names.
fn before_the_first_step(pake: Option<&mut Pake>) -> Result<&mut Pake, psa_status_t> {
    pake.filter(|pake| !pake.has_begun()).ok_or(PSA_ERROR_BAD_STATE)
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
