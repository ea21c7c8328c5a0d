//! Seeds in files, and the self-test.

use std::ffi::{c_char, c_int};

use super::mbedtls_ctr_drbg_context;
use crate::capi::boundary::{self, enter};
use crate::capi::codes::{MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR, MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG};
use crate::capi::{seed_file, self_test};
use crate::crypto::random;

/// Writes a seed of 256 random bytes to a file, which only its owner may read.
///
/// \param ctx   The context; not looked at.
/// \param path  The file's name.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR: the file cannot be written, or its name is NULL.
///
/// # Safety
/// `path` is null, or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_write_seed_file(
    ctx: *mut mbedtls_ctr_drbg_context,
    path: *const c_char,
) -> c_int {
    enter(|| {
        let _ = ctx;
        // SAFETY: the caller vouches for `path`.
        let written = unsafe { boundary::string(path) }.and_then(seed_file::write::<SEED>);
        written.map_or(MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR, |()| 0)
    })
}

/// Replaces the seed in a file. There is no need for the old one: what is drawn is random whatever it is.
///
/// \param ctx   The context; not looked at.
/// \param path  The file's name.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR: the file cannot be read, is empty or cannot be written, or
///          its name is NULL.
/// \return  MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: it has more than 256 bytes; it stays as it is.
///
/// # Safety
/// `path` is null, or a C string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_update_seed_file(
    ctx: *mut mbedtls_ctr_drbg_context,
    path: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `path`.
        match unsafe { boundary::string(path) }.and_then(|path| seed_file::length(path, SEED)) {
            None | Some(0) => MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR,
            Some(length) if length > SEED => MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG,
            // SAFETY: the caller vouches for `path`.
            Some(_) => unsafe { mbedtls_ctr_drbg_write_seed_file(ctx, path) },
        }
    })
}

/// Checks that two draws differ.
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: they do.
/// \return  1: they do not, or there is no randomness.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_self_test(verbose: c_int) -> c_int {
    enter(|| self_test::run(verbose, &[(c"CTR_DRBG", random::works)]))
}

/// The bytes of a seed.
const SEED: usize = 256;
