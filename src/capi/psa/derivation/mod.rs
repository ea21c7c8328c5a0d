//! Derivation of keys: from secrets, and from what two sides agreed on.

mod function;
mod key;

use std::ptr;

pub(super) use function::PSA_KEY_DERIVATION_INPUT_SECRET;
use function::{
    Derivation, Function, PSA_KEY_DERIVATION_INPUT_INFO, PSA_KEY_DERIVATION_INPUT_LABEL,
    PSA_KEY_DERIVATION_INPUT_OTHER_SECRET, PSA_KEY_DERIVATION_INPUT_SALT, PSA_KEY_DERIVATION_INPUT_SEED,
};
pub use key::*;

use super::agreement::agree;
use super::algorithm::{
    CATEGORY_KEY_AGREEMENT, CATEGORY_KEY_DERIVATION, CATEGORY_MASK, KEY_AGREEMENT_MASK, PSA_ALG_ECDH,
    PSA_ALG_FFDH, PSA_ALG_TLS12_ECJPAKE_TO_PMS, PSA_KEY_TYPE_DERIVE, PSA_KEY_TYPE_RAW_DATA,
};
use super::keys::PSA_KEY_USAGE_DERIVE;
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_INSUFFICIENT_DATA, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_PERMITTED,
    PSA_ERROR_NOT_SUPPORTED, enter, input, mbedtls_svc_key_id_t, psa_algorithm_t,
    psa_key_derivation_operation_t, psa_key_derivation_s, psa_key_derivation_step_t, psa_key_type_t,
    psa_status_t, store,
};
use crate::capi::boundary;

/// What a derivation is of an algorithm that begins with an agreement.
const KEY_DERIVATION_MASK: psa_algorithm_t = 0xfe00_ffff;

/// Begins a derivation.
///
/// \param operation  The derivation; idle.
/// \param alg        HKDF, one of its halves, the PRF of TLS 1.2, its use for pre-shared keys, what TLS makes of the key of a
///                   PAKE; or one of them behind ECDH or FFDH, see PSA_ALG_KEY_AGREEMENT().
///
/// \return  PSA_SUCCESS: the derivation takes inputs; psa_key_derivation_abort() ends it.
/// \return  PSA_ERROR_BAD_STATE: it is at work already.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such derivation here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm is no derivation, or `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_setup(
    operation: *mut psa_key_derivation_operation_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for `operation`.
        let idle = unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        if idle.alg != 0 {
            return Err(PSA_ERROR_BAD_STATE);
        }
        let function = function(alg)?;
        let begun = Box::new(Derivation::new(function));
        // SAFETY: there is room for the pointer.
        unsafe { ptr::from_mut(&mut idle.ctx).cast::<Box<Derivation>>().write(begun) };
        (idle.alg, idle.can_output_key, idle.capacity) = (alg, 0, function.capacity());
        Ok(())
    })
}

fn function(alg: psa_algorithm_t) -> Result<Function, psa_status_t> {
    let alone = match alg & CATEGORY_MASK {
        CATEGORY_KEY_DERIVATION => alg,
        CATEGORY_KEY_AGREEMENT => {
            let derivation = alg & KEY_DERIVATION_MASK;
            if derivation == CATEGORY_KEY_DERIVATION || derivation == PSA_ALG_TLS12_ECJPAKE_TO_PMS {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            if !matches!(alg & KEY_AGREEMENT_MASK, PSA_ALG_ECDH | PSA_ALG_FFDH) {
                return Err(PSA_ERROR_NOT_SUPPORTED);
            }
            derivation
        }
        _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
    };
    Function::of(alone).ok_or(PSA_ERROR_NOT_SUPPORTED)
}

/// Tells how much may still come out.
///
/// \param operation  The derivation.
/// \param capacity   Takes it, in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the derivation has not begun.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised; `capacity` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_get_capacity(
    operation: *const psa_key_derivation_operation_t,
    capacity: *mut usize,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(operation), Some(capacity)) = (unsafe { (operation.as_ref(), capacity.as_mut()) }) else {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        };
        if operation.alg == 0 {
            return Err(PSA_ERROR_BAD_STATE);
        }
        *capacity = operation.capacity;
        Ok(())
    })
}

/// Makes less come out than could.
///
/// \param operation  The derivation.
/// \param capacity   How much in bytes, no more than psa_key_derivation_get_capacity() tells.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the derivation has not begun.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is more, or `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_set_capacity(
    operation: *mut psa_key_derivation_operation_t,
    capacity: usize,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for `operation`.
        match unsafe { operation.as_mut() } {
            Some(operation) if operation.alg == 0 => Err(PSA_ERROR_BAD_STATE),
            Some(operation) if capacity <= operation.capacity => {
                operation.capacity = capacity;
                Ok(())
            }
            _ => Err(PSA_ERROR_INVALID_ARGUMENT),
        }
    })
}

/// Puts bytes into a derivation. Keys cannot come out of one whose secret went in that way.
///
/// \param operation    The derivation; after an error it is idle.
/// \param step         Which input it is. HKDF: a salt, which may be left out, and a secret; and the information, at any time.
///                     HKDF-Extract: both. HKDF-Expand: the secret, as long as the digest, and the information. TLS 1.2: seed,
///                     secret and label; for pre-shared keys another secret in front of a secret of at most 128 bytes.
/// \param data         The bytes.
/// \param data_length  How many they are.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the derivation has not begun, or it is not the time for this input.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the derivation has no such input, or none of that length, or an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `data` is null, or readable for `data_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_input_bytes(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    data: *const u8,
    data_length: usize,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for both.
        unsafe {
            let operation = operation.as_mut().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            operation.or_abort(|operation| operation.input(step, None, input(data, data_length)?))
        }
    })
}

/// Puts a number into a derivation. No derivation here has one.
///
/// \param operation  The derivation; afterwards it is idle.
/// \param step       Which input it is.
/// \param value      The number.
///
/// \return  PSA_ERROR_BAD_STATE: the derivation has not begun.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it has no such input, or `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_input_integer(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    value: u64,
) -> psa_status_t {
    let _ = (step, value);
    enter(|| {
        // SAFETY: the caller vouches for `operation`.
        let operation = unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        operation.or_abort(|operation| {
            Err(if operation.alg == 0 { PSA_ERROR_BAD_STATE } else { PSA_ERROR_INVALID_ARGUMENT })
        })
    })
}

/// Puts a key into a derivation. If it is the secret, keys may come out.
///
/// \param operation  The derivation; after an error it is idle.
/// \param step       Which input it is, see psa_key_derivation_input_bytes(). A secret is a key of the type PSA_KEY_TYPE_DERIVE,
///                   anything else one of the type PSA_KEY_TYPE_RAW_DATA.
/// \param key        The key; its policy allows PSA_KEY_USAGE_DERIVE.
///
/// \return  As psa_key_derivation_input_bytes().
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_INVALID_ARGUMENT: also if its type is another one.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_input_key(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    key: mbedtls_svc_key_id_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for `operation`.
        let operation = unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        operation.or_abort(|operation| {
            let key = match operation.alg {
                0 => store::find(key)?,
                alg => store::find_for(key, PSA_KEY_USAGE_DERIVE, alg)?,
            };
            if key.attributes.policy.usage & PSA_KEY_USAGE_DERIVE == 0 {
                return Err(PSA_ERROR_NOT_PERMITTED);
            }
            operation.input(step, Some(key.attributes.r#type), &key.material.bytes)?;
            operation.may_output_keys(step);
            Ok(())
        })
    })
}

/// Puts the secret that two sides share into a derivation; keys may come out.
///
/// \param operation        The derivation, whose algorithm has an agreement in it. After an error other than that of
///                         \p private_key it is idle.
/// \param step             Which input it is: PSA_KEY_DERIVATION_INPUT_SECRET or PSA_KEY_DERIVATION_INPUT_OTHER_SECRET.
/// \param private_key      The own pair of keys; its policy allows PSA_KEY_USAGE_DERIVE.
/// \param peer_key         The other side's public key; see psa_import_key() for its format.
/// \param peer_key_length  Its length in bytes.
///
/// \return  As psa_key_derivation_input_key().
/// \return  PSA_ERROR_INVALID_ARGUMENT: also if the algorithm has no agreement in it, or the keys do not go together.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `peer_key` is null, or readable for `peer_key_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_key_agreement(
    operation: *mut psa_key_derivation_operation_t,
    step: psa_key_derivation_step_t,
    private_key: mbedtls_svc_key_id_t,
    peer_key: *const u8,
    peer_key_length: usize,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for `operation`.
        let operation = unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        if operation.alg & CATEGORY_MASK != CATEGORY_KEY_AGREEMENT {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let key = store::find_for(private_key, PSA_KEY_USAGE_DERIVE, operation.alg)?;
        operation.or_abort(|operation| {
            // SAFETY: the caller vouches for `peer_key`.
            let peer = unsafe { input(peer_key, peer_key_length) }?;
            let secret = agree(operation.alg & KEY_AGREEMENT_MASK, &key, peer)?;
            operation.input(step, Some(PSA_KEY_TYPE_DERIVE), &secret)?;
            operation.may_output_keys(step);
            Ok(())
        })
    })
}

/// Takes what comes out next.
///
/// \param operation      The derivation; all its inputs went in. After an error nothing more comes out.
/// \param output         Where it goes.
/// \param output_length  How much, in bytes. What TLS makes of the key of a PAKE is taken at once: 32 bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INSUFFICIENT_DATA: the capacity is smaller.
/// \return  PSA_ERROR_BAD_STATE: the derivation has not begun, or an input is missing.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the length is not that, or an argument is NULL.
/// \return  PSA_ERROR_CORRUPTION_DETECTED: the PRF of TLS 1.2 gives 255 digests and no more.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `output` is null, or valid for writing `output_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_bytes(
    operation: *mut psa_key_derivation_operation_t,
    output: *mut u8,
    output_length: usize,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (operation.as_mut(), boundary::bytes_mut(output, output_length)) } {
            (Some(operation), Some(output)) => operation.read(output),
            _ => Err(PSA_ERROR_INVALID_ARGUMENT),
        }
    })
}

/// Ends a derivation, and wipes what went into it.
///
/// \param operation  The derivation; it is idle afterwards.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_abort(
    operation: *mut psa_key_derivation_operation_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for `operation`.
        unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?.end();
        Ok(())
    })
}

impl psa_key_derivation_s {
    /// What is at work; `None` if the operation is idle.
    fn derivation(&mut self) -> Option<&mut Derivation> {
        // SAFETY: a box lies there as long as there is an algorithm.
        (self.alg != 0).then(|| unsafe { &mut **ptr::from_mut(&mut self.ctx).cast::<Box<Derivation>>() })
    }

    fn end(&mut self) {
        if self.alg != 0 {
            // SAFETY: a box lies there as long as there is an algorithm, and not from here on.
            unsafe { ptr::drop_in_place(ptr::from_mut(&mut self.ctx).cast::<Box<Derivation>>()) };
        }
        (self.alg, self.can_output_key, self.capacity, self.ctx) = (0, 0, 0, [0; 69]);
    }

    /// Does something; if it fails, the operation ends.
    pub(super) fn or_abort(
        &mut self,
        body: impl FnOnce(&mut Self) -> Result<(), psa_status_t>,
    ) -> Result<(), psa_status_t> {
        let done = body(self);
        if done.is_err() {
            self.end();
        }
        done
    }

    /// Takes an input: bytes, or a key of a type.
    pub(super) fn input(
        &mut self,
        step: psa_key_derivation_step_t,
        kind: Option<psa_key_type_t>,
        data: &[u8],
    ) -> Result<(), psa_status_t> {
        let derivation = self.derivation().ok_or(PSA_ERROR_BAD_STATE)?;
        let fits = match (step, kind) {
            (PSA_KEY_DERIVATION_INPUT_SECRET | PSA_KEY_DERIVATION_INPUT_OTHER_SECRET, Some(kind)) => {
                kind == PSA_KEY_TYPE_DERIVE
            }
            (
                PSA_KEY_DERIVATION_INPUT_LABEL
                | PSA_KEY_DERIVATION_INPUT_SALT
                | PSA_KEY_DERIVATION_INPUT_INFO
                | PSA_KEY_DERIVATION_INPUT_SEED,
                Some(kind),
            ) => kind == PSA_KEY_TYPE_RAW_DATA,
            (_, Some(_)) => false,
            (_, None) => true,
        };
        if !fits {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        derivation.input(step, data)
    }

    /// A key went in: if it is the secret, keys may come out.
    fn may_output_keys(&mut self, step: psa_key_derivation_step_t) {
        if step == PSA_KEY_DERIVATION_INPUT_SECRET {
            self.can_output_key = 1;
        }
    }

    /// Fills `out` with what comes next; after an error nothing comes any more.
    fn read(&mut self, out: &mut [u8]) -> Result<(), psa_status_t> {
        let enough = out.len() <= self.capacity && self.capacity > 0;
        let left = self.capacity.saturating_sub(out.len());
        let derivation = self.derivation().ok_or(PSA_ERROR_BAD_STATE)?;
        let done = if enough { derivation.read(out) } else { Err(PSA_ERROR_INSUFFICIENT_DATA) };
        self.capacity = left;
        if done.is_err() {
            if let Some(derivation) = self.derivation() {
                derivation.reset();
            }
            (self.capacity, self.can_output_key) = (0, 0);
        }
        done
    }
}
