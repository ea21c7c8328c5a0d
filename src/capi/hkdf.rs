//! `mbedtls/hkdf.h`.

use std::ffi::{c_int, c_uchar};

use super::boundary::{self, enter};
use super::codes::{MBEDTLS_ERR_HKDF_BAD_INPUT_DATA, MBEDTLS_ERR_MD_BAD_INPUT_DATA};
use super::md::{algorithm, mbedtls_md_info_t};
use crate::crypto::kdf;

/// HKDF: extracts a key from a secret and expands it.
///
/// \param md        The digest.
/// \param salt      The salt; may be NULL if `salt_len` is 0.
/// \param salt_len  Its length in bytes.
/// \param ikm       The secret; may be NULL if `ikm_len` is 0.
/// \param ikm_len   Its length in bytes.
/// \param info      What the key is for. NULL: nothing is said.
/// \param info_len  Its length in bytes.
/// \param okm       Where the key goes.
/// \param okm_len   How many bytes of it, at most 255 digests.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
/// \return  MBEDTLS_ERR_HKDF_BAD_INPUT_DATA: another argument is NULL, or `okm_len` is too long.
///
/// # Safety
/// `md` is null, or from mbedtls_md_info_from_type() or its like; `salt`, `ikm` and `info` are null, or readable, and
/// `okm` is null, or valid for writing, for as many bytes as said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hkdf(
    md: *const mbedtls_md_info_t,
    salt: *const c_uchar,
    salt_len: usize,
    ikm: *const c_uchar,
    ikm_len: usize,
    info: *const c_uchar,
    info_len: usize,
    okm: *mut c_uchar,
    okm_len: usize,
) -> c_int {
    enter(|| {
        let Some(algorithm) = algorithm(md) else { return MBEDTLS_ERR_MD_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for `salt` and `ikm`.
        let (salt, ikm) = unsafe { (boundary::bytes(salt, salt_len), boundary::bytes(ikm, ikm_len)) };
        let (Some(salt), Some(ikm)) = (salt, ikm) else { return MBEDTLS_ERR_HKDF_BAD_INPUT_DATA };
        let key = kdf::hkdf_extract(algorithm, salt, ikm);
        // SAFETY: the caller vouches for the rest; the key is as long as said.
        unsafe {
            mbedtls_hkdf_expand(md, key.as_ref().as_ptr(), algorithm.size(), info, info_len, okm, okm_len)
        }
    })
}

/// The first half of HKDF: a key that is uniformly random, from a secret that need not be.
///
/// \param md        The digest.
/// \param salt      The salt; may be NULL if `salt_len` is 0.
/// \param salt_len  Its length in bytes.
/// \param ikm       The secret; may be NULL if `ikm_len` is 0.
/// \param ikm_len   Its length in bytes.
/// \param prk       Where the key goes, which is as long as a digest.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_MD_BAD_INPUT_DATA: the digest is NULL.
/// \return  MBEDTLS_ERR_HKDF_BAD_INPUT_DATA: another argument is NULL.
///
/// # Safety
/// `md` is null, or from mbedtls_md_info_from_type() or its like; `salt` and `ikm` are null, or readable for as many
/// bytes as said; `prk` is null, or valid for writing a digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hkdf_extract(
    md: *const mbedtls_md_info_t,
    salt: *const c_uchar,
    salt_len: usize,
    ikm: *const c_uchar,
    ikm_len: usize,
    prk: *mut c_uchar,
) -> c_int {
    enter(|| {
        let Some(algorithm) = algorithm(md) else { return MBEDTLS_ERR_MD_BAD_INPUT_DATA };
        // SAFETY: the caller vouches for `salt` and `ikm`.
        match unsafe { (boundary::bytes(salt, salt_len), boundary::bytes(ikm, ikm_len)) } {
            (Some(salt), Some(ikm)) if !prk.is_null() => {
                // SAFETY: the caller vouches for `prk`.
                unsafe { boundary::write(prk, kdf::hkdf_extract(algorithm, salt, ikm).as_ref()) };
                0
            }
            _ => MBEDTLS_ERR_HKDF_BAD_INPUT_DATA,
        }
    })
}

/// The second half of HKDF: keys of any length from a uniformly random one.
///
/// \param md        The digest.
/// \param prk       The key to begin with.
/// \param prk_len   Its length in bytes, at least that of a digest.
/// \param info      What the new key is for. NULL: nothing is said.
/// \param info_len  Its length in bytes.
/// \param okm       Where the new key goes.
/// \param okm_len   How many bytes of it, at most 255 digests.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_HKDF_BAD_INPUT_DATA: an argument is NULL, `prk_len` is too short or `okm_len` too long.
///
/// # Safety
/// `md` is null, or from mbedtls_md_info_from_type() or its like; `prk` and `info` are null, or readable, and `okm` is
/// null, or valid for writing, for as many bytes as said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hkdf_expand(
    md: *const mbedtls_md_info_t,
    prk: *const c_uchar,
    prk_len: usize,
    info: *const c_uchar,
    info_len: usize,
    okm: *mut c_uchar,
    okm_len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `prk`, `info` and `okm`.
        let (prk, info, out) = unsafe {
            (
                boundary::bytes(prk, prk_len),
                boundary::bytes(info, info_len),
                boundary::bytes_mut(okm, okm_len),
            )
        };
        let (Some(algorithm), Some(prk), Some(out)) = (algorithm(md), prk, out) else {
            return MBEDTLS_ERR_HKDF_BAD_INPUT_DATA;
        };
        if okm.is_null()
            || prk.len() < algorithm.size()
            || !kdf::hkdf_expand(algorithm, prk, info.unwrap_or_default(), out)
        {
            return MBEDTLS_ERR_HKDF_BAD_INPUT_DATA;
        }
        0
    })
}
