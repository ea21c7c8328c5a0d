//! What a driver of a secure element asks of the inputs of a PAKE.

use super::super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INVALID_ARGUMENT, enter,
    psa_crypto_driver_pake_inputs_t, psa_pake_cipher_suite_t, psa_status_t,
};
use crate::capi::boundary;

/// Tells the length of the password.
///
/// \param inputs        The inputs.
/// \param password_len  Takes it, in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: there is none.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `inputs` is null, or readable; `password_len` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_driver_pake_get_password_len(
    inputs: *const psa_crypto_driver_pake_inputs_t,
    password_len: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let inputs = inputs.as_ref().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        length(inputs.password_len, password_len)
    })
}

/// Copies the password.
///
/// \param inputs         The inputs.
/// \param buffer         Where it goes.
/// \param buffer_size    The room there in bytes.
/// \param buffer_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: there is none.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `inputs` is null, or readable, and so is what it points to; `buffer` is null, or valid for writing `buffer_size` bytes;
/// `buffer_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_driver_pake_get_password(
    inputs: *const psa_crypto_driver_pake_inputs_t,
    buffer: *mut u8,
    buffer_size: usize,
    buffer_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        let inputs = inputs.as_ref().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        copy((inputs.password, inputs.password_len), (buffer, buffer_size, buffer_length))
    })
}

/// Tells the length of one's own name.
///
/// \param inputs    The inputs.
/// \param user_len  Takes it, in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: there is none.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `inputs` is null, or readable; `user_len` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_driver_pake_get_user_len(
    inputs: *const psa_crypto_driver_pake_inputs_t,
    user_len: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let inputs = inputs.as_ref().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        length(inputs.user_len, user_len)
    })
}

/// Copies one's own name.
///
/// \param inputs        The inputs.
/// \param user_id       Where it goes.
/// \param user_id_size  The room there in bytes.
/// \param user_id_len   Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: there is none.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `inputs` is null, or readable, and so is what it points to; `user_id` is null, or valid for writing `user_id_size` bytes;
/// `user_id_len` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_driver_pake_get_user(
    inputs: *const psa_crypto_driver_pake_inputs_t,
    user_id: *mut u8,
    user_id_size: usize,
    user_id_len: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        let inputs = inputs.as_ref().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        copy((inputs.user, inputs.user_len), (user_id, user_id_size, user_id_len))
    })
}

/// Tells the length of the peer's name.
///
/// \param inputs    The inputs.
/// \param peer_len  Takes it, in bytes.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: there is none.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `inputs` is null, or readable; `peer_len` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_driver_pake_get_peer_len(
    inputs: *const psa_crypto_driver_pake_inputs_t,
    peer_len: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe {
        let inputs = inputs.as_ref().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        length(inputs.peer_len, peer_len)
    })
}

/// Copies the peer's name.
///
/// \param inputs          The inputs.
/// \param peer_id         Where it goes.
/// \param peer_id_size    The room there in bytes.
/// \param peer_id_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: there is none.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `inputs` is null, or readable, and so is what it points to; `peer_id` is null, or valid for writing `peer_id_size` bytes;
/// `peer_id_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_driver_pake_get_peer(
    inputs: *const psa_crypto_driver_pake_inputs_t,
    peer_id: *mut u8,
    peer_id_size: usize,
    peer_id_length: *mut usize,
) -> psa_status_t {
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        let inputs = inputs.as_ref().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        copy((inputs.peer, inputs.peer_len), (peer_id, peer_id_size, peer_id_length))
    })
}

/// Copies what the PAKE is made of.
///
/// \param inputs              The inputs.
/// \param cipher_suite  Takes it.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_BAD_STATE: it is not known yet.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `inputs` is null, or readable; `cipher_suite` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_driver_pake_get_cipher_suite(
    inputs: *const psa_crypto_driver_pake_inputs_t,
    cipher_suite: *mut psa_pake_cipher_suite_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (inputs.as_ref(), cipher_suite.as_mut()) } {
            (Some(inputs), Some(_)) if inputs.cipher_suite.algorithm == 0 => Err(PSA_ERROR_BAD_STATE),
            (Some(inputs), Some(to)) => {
                *to = inputs.cipher_suite;
                Ok(())
            }
            _ => Err(PSA_ERROR_INVALID_ARGUMENT),
        }
    })
}

/// # Safety
/// `to` is null, or valid for writing.
unsafe fn length(len: usize, to: *mut usize) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for `to`.
    match unsafe { to.as_mut() } {
        Some(_) if len == 0 => Err(PSA_ERROR_BAD_STATE),
        Some(to) => {
            *to = len;
            Ok(())
        }
        None => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

/// # Safety
/// What is copied is null, or readable for as many bytes as said; the buffer is null, or valid for writing as many; the length is
/// null, or valid for writing.
unsafe fn copy(
    (from, len): (*const u8, usize),
    (to, size, to_len): (*mut u8, usize, *mut usize),
) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for all of them.
    unsafe {
        if len == 0 {
            return Err(PSA_ERROR_BAD_STATE);
        }
        if size < len {
            return Err(PSA_ERROR_BUFFER_TOO_SMALL);
        }
        let from = boundary::bytes(from, len).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        if to.is_null() || to_len.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        boundary::put(to, from);
        to_len.write(len);
    }
    Ok(())
}
