//! Message authentication codes. A code that is begun lies in its operation.

use std::mem::offset_of;
use std::ptr;
use std::sync::Arc;

use subtle::ConstantTimeEq;

use super::algorithm::{
    PSA_ALG_CMAC, PSA_KEY_TYPE_AES, PSA_KEY_TYPE_ARIA, PSA_KEY_TYPE_CAMELLIA, PSA_KEY_TYPE_DES,
    PSA_KEY_TYPE_HMAC, full_length, hash_within, mac_len, tag_len,
};
use super::keys::{PSA_KEY_USAGE_SIGN_MESSAGE, PSA_KEY_USAGE_VERIFY_MESSAGE};
use super::store::{self, Key};
use super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_SIGNATURE,
    PSA_ERROR_NOT_SUPPORTED, enter, input, mbedtls_svc_key_id_t, output, psa_algorithm_t, psa_key_type_t,
    psa_key_usage_t, psa_status_t,
};
use crate::capi::boundary;
use crate::crypto::block::{self, Direction, RawKey};
use crate::crypto::cmac::Cmac;
use crate::crypto::hmac;

/// A running MAC. Zeroed, it is idle. Its members are private.
#[repr(C)]
pub struct psa_mac_operation_s {
    pub(crate) id: u32,
    pub(crate) mac_size: u8,
    /// Not 0: the code is written, and not compared.
    pub(crate) is_sign: u8,
    /// A [`Running`] while `id` is not 0.
    pub(crate) ctx: [u64; 49],
}

/// A running MAC, or an idle one.
pub type psa_mac_operation_t = psa_mac_operation_s;
const _: () = assert!(size_of::<psa_mac_operation_t>() == 400 && align_of::<psa_mac_operation_t>() == 8);
const _: () = assert!(offset_of!(psa_mac_operation_t, ctx) == 8);
const _: () = assert!(size_of::<Running>() <= size_of::<[u64; 49]>() && align_of::<Running>() <= 8);

/// A code that is being computed; it needs no memory but its own.
struct Running {
    state: State,
    /// How much of it counts.
    length: usize,
}

#[allow(clippy::large_enum_variant)] // lies in the operation
enum State {
    Hmac(hmac::Running),
    Cmac(RawKey, Cmac),
}

impl Running {
    fn new(key: &Key, alg: psa_algorithm_t, length: usize) -> Result<Self, psa_status_t> {
        let bytes = &key.material.bytes;
        let kind = key.attributes.r#type;
        let state = match full_length(alg) {
            _ if kind == PSA_KEY_TYPE_HMAC => {
                let hash = hash_within(alg).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
                State::Hmac(hmac::Running::new(hash, bytes))
            }
            PSA_ALG_CMAC => {
                // As in Mbed TLS, CMAC is there for AES and for DES with three keys.
                let (algorithm, block_len) = match (kind, bytes.len()) {
                    (PSA_KEY_TYPE_AES, _) => (block::Algorithm::Aes, 16),
                    (PSA_KEY_TYPE_DES, 24) => (block::Algorithm::TripleDes, 8),
                    (PSA_KEY_TYPE_DES, _) => return Err(PSA_ERROR_NOT_SUPPORTED),
                    _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
                };
                let raw = RawKey::new(algorithm, Direction::Encrypt, bytes);
                State::Cmac(raw.ok_or(PSA_ERROR_INVALID_ARGUMENT)?, Cmac::new(block_len))
            }
            _ => return Err(PSA_ERROR_NOT_SUPPORTED),
        };
        Ok(Self { state, length })
    }

    fn update(&mut self, data: &[u8]) -> Result<(), psa_status_t> {
        match &mut self.state {
            State::Hmac(hmac) => hmac.update(data),
            State::Cmac(key, cmac) => cmac.update(&key.cipher().ok_or(PSA_ERROR_BAD_STATE)?, data),
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<Vec<u8>, psa_status_t> {
        let mut code = match &mut self.state {
            State::Hmac(hmac) => hmac.finish().as_ref().to_vec(),
            State::Cmac(key, cmac) => cmac.finish(&key.cipher().ok_or(PSA_ERROR_BAD_STATE)?).to_vec(),
        };
        code.truncate(self.length);
        Ok(code)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let State::Cmac(key, _) = &mut self.state {
            key.wipe();
        }
    }
}

/// The block cipher with blocks of 16 bytes that a key is for.
pub(super) fn block_cipher(kind: psa_key_type_t) -> Option<block::Algorithm> {
    match kind {
        PSA_KEY_TYPE_AES => Some(block::Algorithm::Aes),
        PSA_KEY_TYPE_ARIA => Some(block::Algorithm::Aria),
        PSA_KEY_TYPE_CAMELLIA => Some(block::Algorithm::Camellia),
        _ => None,
    }
}

/// The key, if its policy allows a code, and how long the code is.
fn find(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    usage: psa_key_usage_t,
) -> Result<(Arc<Key>, usize), psa_status_t> {
    let key = store::find_for(key, usage, alg)?;
    let full = mac_len(key.attributes.r#type, alg).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let length = if tag_len(alg) == 0 { full } else { tag_len(alg) };
    // Shorter ones are too easily guessed.
    if length < 4 {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    if length > full { Err(PSA_ERROR_INVALID_ARGUMENT) } else { Ok((key, length)) }
}

/// Computes the code of a message.
///
/// \param key           The key; its policy allows PSA_KEY_USAGE_SIGN_MESSAGE.
/// \param alg           The algorithm: HMAC or CMAC.
/// \param input         The message.
/// \param input_length  Its length in bytes.
/// \param mac           Where the code goes.
/// \param mac_size      The room there in bytes.
/// \param mac_length    Takes the length of the code.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here, or the code is under 4 bytes.
/// \return  PSA_ERROR_INVALID_ARGUMENT: key and algorithm do not go together, or an argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `mac` is null, or valid for writing `mac_size` bytes;
/// `mac_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_compute(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    mac: *mut u8,
    mac_size: usize,
    mac_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let (key, length) = find(key, alg, PSA_KEY_USAGE_SIGN_MESSAGE)?;
        if mac_size < length {
            return Err(PSA_ERROR_BUFFER_TOO_SMALL);
        }
        let mut running = Running::new(&key, alg, length)?;
        // SAFETY: the caller vouches for all three.
        unsafe {
            running.update(self::input(input, input_length)?)?;
            output(&running.finish()?, mac, mac_size, mac_length)
        }
    })
}

/// Compares the code of a message with another one, in a time that does not tell where they differ.
///
/// \param key           The key; its policy allows PSA_KEY_USAGE_VERIFY_MESSAGE.
/// \param alg           The algorithm: HMAC or CMAC.
/// \param input         The message.
/// \param input_length  Its length in bytes.
/// \param mac           The other code.
/// \param mac_length    Its length in bytes.
///
/// \return  PSA_SUCCESS: they are equal.
/// \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here, or the code is under 4 bytes.
/// \return  PSA_ERROR_INVALID_ARGUMENT: key and algorithm do not go together, or an argument is NULL.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `mac` is null, or readable for `mac_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_verify(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    mac: *const u8,
    mac_length: usize,
) -> psa_status_t {
    enter(|| {
        let (key, length) = find(key, alg, PSA_KEY_USAGE_VERIFY_MESSAGE)?;
        let mut running = Running::new(&key, alg, length)?;
        // SAFETY: the caller vouches for both.
        let (message, expected) =
            unsafe { (self::input(input, input_length)?, self::input(mac, mac_length)?) };
        running.update(message)?;
        same(&running.finish()?, expected)
    })
}

/// Begins a code that is going to be written.
///
/// \param operation  The operation; idle.
/// \param key        The key; its policy allows PSA_KEY_USAGE_SIGN_MESSAGE.
/// \param alg        The algorithm: HMAC or CMAC.
///
/// \return  PSA_SUCCESS: the operation runs; psa_mac_sign_finish() or psa_mac_abort() end it.
/// \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_mac_compute() for the rest.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_sign_setup(
    operation: *mut psa_mac_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe {
        begin(operation, key, alg, PSA_KEY_USAGE_SIGN_MESSAGE).inspect_err(|_| end(operation))
    })
}

/// Begins a code that is going to be compared.
///
/// \param operation  The operation; idle.
/// \param key        The key; its policy allows PSA_KEY_USAGE_VERIFY_MESSAGE.
/// \param alg        The algorithm: HMAC or CMAC.
///
/// \return  PSA_SUCCESS: the operation runs; psa_mac_verify_finish() or psa_mac_abort() end it.
/// \return  PSA_ERROR_BAD_STATE: it runs already; it is idle now.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL; see psa_mac_verify() for the rest.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_verify_setup(
    operation: *mut psa_mac_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for `operation`.
    enter(|| unsafe {
        begin(operation, key, alg, PSA_KEY_USAGE_VERIFY_MESSAGE).inspect_err(|_| end(operation))
    })
}

/// Adds to a message.
///
/// \param operation     The operation; it runs. After an error it is idle.
/// \param input         What is added.
/// \param input_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `input` is null, or readable for `input_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_update(
    operation: *mut psa_mac_operation_t,
    input: *const u8,
    input_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let added = running(operation).and_then(|running| running.update(self::input(input, input_length)?));
        if added.is_err() {
            end(operation);
        }
        added
    })
}

/// Ends a code and writes it.
///
/// \param operation   The operation, begun by psa_mac_sign_setup(); idle afterwards.
/// \param mac         Where the code goes.
/// \param mac_size    The room there in bytes.
/// \param mac_length  Takes the length of the code.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, or is one that compares.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `mac` is null, or valid for writing `mac_size` bytes;
/// `mac_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_sign_finish(
    operation: *mut psa_mac_operation_t,
    mac: *mut u8,
    mac_size: usize,
    mac_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all three.
    enter(|| unsafe { output(&finish(operation, true)?, mac, mac_size, mac_length) })
}

/// Ends a code and compares it with another one, in a time that does not tell where they differ.
///
/// \param operation   The operation, begun by psa_mac_verify_setup(); idle afterwards.
/// \param mac         The other code.
/// \param mac_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: they are equal.
/// \return  PSA_ERROR_INVALID_SIGNATURE: they are not.
/// \return  PSA_ERROR_BAD_STATE: the operation does not run, or is one that writes.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else; `mac` is null, or readable for `mac_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_verify_finish(
    operation: *mut psa_mac_operation_t,
    mac: *const u8,
    mac_length: usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe { same(&finish(operation, false)?, input(mac, mac_length)?) })
}

/// Ends a code without a result.
///
/// \param operation  The operation; it is idle afterwards.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `operation` is NULL.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_abort(operation: *mut psa_mac_operation_t) -> psa_status_t {
    enter(|| {
        if operation.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // SAFETY: the caller vouches for `operation`.
        unsafe { end(operation) };
        Ok(())
    })
}

/// # Safety
/// `operation` is null, or initialised and used by nobody else.
unsafe fn begin(
    operation: *mut psa_mac_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    usage: psa_key_usage_t,
) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for `operation`.
    let idle = unsafe { operation.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    if idle.id != 0 {
        return Err(PSA_ERROR_BAD_STATE);
    }
    let (key, length) = find(key, alg, usage)?;
    let running = Running::new(&key, alg, length)?;
    // SAFETY: there is room, and nothing in it that needs a destructor.
    unsafe { ptr::from_mut(&mut idle.ctx).cast::<Running>().write(running) };
    idle.mac_size = u8::try_from(length).unwrap_or(0);
    idle.is_sign = u8::from(usage == PSA_KEY_USAGE_SIGN_MESSAGE);
    idle.id = 1;
    Ok(())
}

/// # Safety
/// `operation` is null, or initialised and used by nobody else during `'a`.
unsafe fn running<'a>(operation: *mut psa_mac_operation_t) -> Result<&'a mut Running, psa_status_t> {
    // SAFETY: the caller vouches for `operation`.
    match unsafe { operation.as_mut() } {
        None => Err(PSA_ERROR_INVALID_ARGUMENT),
        Some(operation) if operation.id == 0 => Err(PSA_ERROR_BAD_STATE),
        // SAFETY: an operation at work holds one.
        Some(operation) => Ok(unsafe { &mut *ptr::from_mut(&mut operation.ctx).cast::<Running>() }),
    }
}

/// The code of an operation of the one kind or the other; the operation ends.
///
/// # Safety
/// `operation` is null, or initialised and used by nobody else.
unsafe fn finish(operation: *mut psa_mac_operation_t, is_sign: bool) -> Result<Vec<u8>, psa_status_t> {
    // SAFETY: passed on to the caller.
    unsafe {
        let code = running(operation).and_then(|running| {
            if ((*operation).is_sign != 0) == is_sign { running.finish() } else { Err(PSA_ERROR_BAD_STATE) }
        });
        end(operation);
        code
    }
}

/// # Safety
/// `operation` is null, or initialised and used by nobody else.
unsafe fn end(operation: *mut psa_mac_operation_t) {
    // SAFETY: the caller vouches for `operation`, which holds what wipes itself while it runs; zero bytes are an idle one.
    unsafe {
        if let Ok(running) = running(operation) {
            ptr::drop_in_place(running);
        }
        boundary::wipe(operation);
    }
}

fn same(computed: &[u8], expected: &[u8]) -> Result<(), psa_status_t> {
    if computed.ct_eq(expected).into() { Ok(()) } else { Err(PSA_ERROR_INVALID_SIGNATURE) }
}
