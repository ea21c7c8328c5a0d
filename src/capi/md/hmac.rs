//! HMAC in a context that was set up for it, and at one go.

use std::ffi::{c_int, c_uchar};

use super::{info, keyed, mbedtls_md_context_t, mbedtls_md_info_t};
use crate::capi::boundary::{self, enter};
use crate::capi::codes::MBEDTLS_ERR_MD_BAD_INPUT_DATA;
use crate::crypto::hmac::Key;

/// Begins an HMAC.
///
/// \param ctx     A context that is set up for HMAC.
/// \param key     The key; may be NULL if `keylen` is 0. A copy of it is kept until mbedtls_md_free().
/// \param keylen  Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses; `key` is null, or readable for `keylen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_starts(
    ctx: *mut mbedtls_md_context_t,
    key: *const c_uchar,
    keylen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx` and `key`.
        let (Some((hasher, own)), Some(key)) = (unsafe { (keyed(ctx), boundary::bytes(key, keylen)) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        *own = Key::new(hasher.algorithm(), key);
        own.start(hasher);
        0
    })
}

/// Adds data to an HMAC.
///
/// \param ctx    A context in which an HMAC has begun.
/// \param input  The data; may be NULL if `ilen` is 0.
/// \param ilen   Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses; `input` is null, or readable for `ilen`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_update(
    ctx: *mut mbedtls_md_context_t,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx` and `input`.
        let (Some((hasher, _)), Some(input)) = (unsafe { (keyed(ctx), boundary::bytes(input, ilen)) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        hasher.update(input);
        0
    })
}

/// Ends an HMAC. mbedtls_md_hmac_reset() begins the next one with the same key.
///
/// \param ctx     A context in which an HMAC has begun.
/// \param output  Where the HMAC goes: mbedtls_md_get_size() bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or an argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses; `output` is null, or valid for writing the
/// HMAC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_finish(
    ctx: *mut mbedtls_md_context_t,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { keyed(ctx) } {
            Some((hasher, key)) if !output.is_null() => {
                // SAFETY: the caller vouches for `output`.
                unsafe { boundary::write(output, key.finish(hasher).as_ref()) };
                0
            }
            _ => MBEDTLS_ERR_MD_BAD_INPUT_DATA,
        }
    })
}

/// Begins an HMAC with the key of the last one.
///
/// \param ctx  A context in which an HMAC has begun at some time.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_reset(ctx: *mut mbedtls_md_context_t) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some((hasher, key)) = (unsafe { keyed(ctx) }) else { return MBEDTLS_ERR_MD_BAD_INPUT_DATA };
        key.start(hasher);
        0
    })
}

/// Computes an HMAC at one go.
///
/// \param md_info  The digest.
/// \param key      The key; may be NULL if `keylen` is 0.
/// \param keylen   Its length in bytes.
/// \param input    The data; may be NULL if `ilen` is 0.
/// \param ilen     Its length in bytes.
/// \param output   Where the HMAC goes: mbedtls_md_get_size() bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `md_info` is null, or from mbedtls_md_info_from_type() or its like; `key` and `input` are null, or readable for as
/// many bytes as said; `output` is null, or valid for writing the HMAC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac(
    md_info: *const mbedtls_md_info_t,
    key: *const c_uchar,
    keylen: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `key` and `input`.
        let (key, input) = unsafe { (boundary::bytes(key, keylen), boundary::bytes(input, ilen)) };
        match (info::algorithm(md_info), key, input) {
            (Some(algorithm), Some(key), Some(input)) if !output.is_null() => {
                // SAFETY: the caller vouches for `output`.
                unsafe { boundary::write(output, Key::new(algorithm, key).sign(&[input]).as_ref()) };
                0
            }
            _ => MBEDTLS_ERR_MD_BAD_INPUT_DATA,
        }
    })
}
