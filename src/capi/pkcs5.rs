//! `mbedtls/pkcs5.h`.

use std::ffi::{c_int, c_uchar, c_uint};

use super::boundary::{self, enter};
use super::codes::*;
use super::md::{digest_algorithm, keyed, mbedtls_md_context_t, mbedtls_md_type_t};
use crate::crypto::hmac::Key;
use crate::crypto::kdf;

/// Derives a key from a password: PBKDF2 with HMAC.
///
/// \param md_type          The digest of the HMAC.
/// \param password         The password; may be NULL if `plen` is 0.
/// \param plen             Its length in bytes.
/// \param salt             The salt; may be NULL if `slen` is 0.
/// \param slen             Its length in bytes.
/// \param iteration_count  How many iterations are done; 0 counts as 1.
/// \param key_length       How many bytes of key are wanted.
/// \param output           Where the key goes; may be NULL if `key_length` is 0.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE: there is no such digest.
/// \return  MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA: another argument is NULL.
///
/// # Safety
/// `password` and `salt` are null, or readable, and `output` is null, or valid for writing, for as many bytes as said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbkdf2_hmac_ext(
    md_type: mbedtls_md_type_t,
    password: *const c_uchar,
    plen: usize,
    salt: *const c_uchar,
    slen: usize,
    iteration_count: c_uint,
    key_length: u32,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        let Some(algorithm) = digest_algorithm(md_type) else { return MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE };
        // SAFETY: the caller vouches for the three.
        match unsafe { pbkdf2_arguments(password, plen, salt, slen, output, key_length) } {
            Some((password, salt, out)) => {
                kdf::pbkdf2(&Key::new(algorithm, password), salt, iteration_count, out);
                0
            }
            None => MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA,
        }
    })
}

/// As mbedtls_pkcs5_pbkdf2_hmac_ext(), for programs that have a context. Afterwards it has begun an HMAC whose key is
/// the password.
///
/// \param ctx              A context that is set up for HMAC.
/// \param password         The password; may be NULL if `plen` is 0.
/// \param plen             Its length in bytes.
/// \param salt             The salt; may be NULL if `slen` is 0.
/// \param slen             Its length in bytes.
/// \param iteration_count  How many iterations are done; 0 counts as 1.
/// \param key_length       How many bytes of key are wanted.
/// \param output           Where the key goes; may be NULL if `key_length` is 0.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the context is not set up for HMAC, or NULL.
/// \return  MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA: another argument is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context made ready that nobody else uses; `password` and `salt` are null, or readable,
/// and `output` is null, or valid for writing, for as many bytes as said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbkdf2_hmac(
    ctx: *mut mbedtls_md_context_t,
    password: *const c_uchar,
    plen: usize,
    salt: *const c_uchar,
    slen: usize,
    iteration_count: c_uint,
    key_length: u32,
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some((hasher, key)) = (unsafe { keyed(ctx) }) else { return MBEDTLS_ERR_MD_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for the three.
        match unsafe { pbkdf2_arguments(password, plen, salt, slen, output, key_length) } {
            Some((password, salt, out)) => {
                *key = Key::new(hasher.algorithm(), password);
                key.start(hasher);
                kdf::pbkdf2(key, salt, iteration_count, out);
                0
            }
            None => MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA,
        }
    })
}

/// Password, salt and output as slices; `None` if one is null and should not be.
///
/// # Safety
/// Each is null, or valid for as many bytes as said during `'a`.
unsafe fn pbkdf2_arguments<'a>(
    password: *const c_uchar,
    plen: usize,
    salt: *const c_uchar,
    slen: usize,
    output: *mut c_uchar,
    key_length: u32,
) -> Option<(&'a [u8], &'a [u8], &'a mut [u8])> {
    // SAFETY: the caller vouches for each.
    unsafe {
        Some((
            boundary::bytes(password, plen)?,
            boundary::bytes(salt, slen)?,
            boundary::bytes_mut(output, usize::try_from(key_length).ok()?)?,
        ))
    }
}
