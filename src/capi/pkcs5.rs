//! `mbedtls/pkcs5.h`.

use std::ffi::{c_int, c_uchar, c_uint};

use zeroize::Zeroizing;

use super::asn1::{asn1_code, mbedtls_asn1_buf};
use super::boundary::{self, enter};
use super::codes::*;
use super::md::{digest_algorithm, keyed, mbedtls_md_context_t, mbedtls_md_type_t};
use super::self_test;
use crate::crypto::hmac::Key;
use crate::crypto::kdf;
use crate::x509::der;
use crate::x509::pbe::{PbeError, Pbes2};

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

/// As mbedtls_pkcs5_pbes2_ext(), for programs that know how much room the output takes.
///
/// \param pbe_params  The parameters: the contents of the SEQUENCE.
/// \param mode        MBEDTLS_PKCS5_ENCRYPT or MBEDTLS_PKCS5_DECRYPT.
/// \param pwd         The password; may be NULL if `pwdlen` is 0.
/// \param pwdlen      Its length in bytes.
/// \param data        What is encrypted or decrypted; may be NULL if `datalen` is 0.
/// \param datalen     Its length in bytes.
/// \param output      Where the result goes: `datalen` bytes, and up to one block more when it is encrypted.
///
/// \return  As mbedtls_pkcs5_pbes2_ext().
///
/// # Safety
/// As for mbedtls_pkcs5_pbes2_ext(), with as much room at `output` as is said there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbes2(
    pbe_params: *const mbedtls_asn1_buf,
    mode: c_int,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    datalen: usize,
    output: *mut c_uchar,
) -> c_int {
    let mut written = 0;
    // SAFETY: passed on to the caller.
    unsafe {
        mbedtls_pkcs5_pbes2_ext(
            pbe_params,
            mode,
            pwd,
            pwdlen,
            data,
            datalen,
            output,
            usize::MAX,
            &raw mut written,
        )
    }
}

/// Encrypts or decrypts with a password: PBES2 (RFC 8018 section 6.2) with PBKDF2.
///
/// \param pbe_params   The parameters: the contents of the SEQUENCE, as encrypted key files have them.
/// \param mode         MBEDTLS_PKCS5_ENCRYPT or MBEDTLS_PKCS5_DECRYPT.
/// \param pwd          The password; may be NULL if `pwdlen` is 0.
/// \param pwdlen       Its length in bytes.
/// \param data         What is encrypted or decrypted; may be NULL if `datalen` is 0.
/// \param datalen      Its length in bytes.
/// \param output       Where the result goes.
/// \param output_size  How much room is there: `datalen` bytes, and up to one block more when it is encrypted.
/// \param output_len   Where its length goes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH: the password is wrong, or the data is damaged.
/// \return  MBEDTLS_ERR_PKCS5_INVALID_FORMAT, alone or with an ASN.1 code: the parameters are malformed.
/// \return  MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE: the derivation, digest or cipher is not there, or the iterations are
///          over 10,000,000.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: `mode` is neither.
/// \return  MBEDTLS_ERR_ASN1_BUF_TOO_SMALL: there is too little room.
/// \return  MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA: an argument is NULL.
///
/// # Safety
/// `pbe_params` is null or valid; `pwd` and `data` are null, or readable for as many bytes as said; `output` is null, or
/// valid for writing `output_size` bytes or as many as the result takes; `output_len` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbes2_ext(
    pbe_params: *const mbedtls_asn1_buf,
    mode: c_int,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    datalen: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_len: *mut usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the three.
        let (parameters, pwd, data) =
            unsafe { (contents(pbe_params), boundary::bytes(pwd, pwdlen), boundary::bytes(data, datalen)) };
        let (Some(parameters), Some(pwd), Some(data)) = (parameters, pwd, data) else {
            return MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `output` and `output_len`.
        unsafe {
            with_room(output, output_size, output_len, MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA, |room| {
                pbes2(parameters, mode, pwd, data, room)
            })
        }
    })
}

/// The code for parameters of no use.
pub(super) fn code(error: PbeError) -> c_int {
    match error {
        PbeError::Der(error) => MBEDTLS_ERR_PKCS5_INVALID_FORMAT + asn1_code(error),
        PbeError::Format => MBEDTLS_ERR_PKCS5_INVALID_FORMAT,
        PbeError::Unsupported => MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE,
        PbeError::TooLong => MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA,
    }
}

/// A result, encrypted or not.
pub(super) type Sealed = Zeroizing<Vec<u8>>;

fn pbes2(
    parameters: Result<&[u8], c_int>,
    mode: c_int,
    pwd: &[u8],
    data: &[u8],
    room: usize,
) -> Result<Sealed, c_int> {
    let contents = parameters.map_err(|code| MBEDTLS_ERR_PKCS5_INVALID_FORMAT + code)?;
    let scheme = Pbes2::read(contents).map_err(code)?;
    let needed = match mode {
        DECRYPT => Some(data.len()),
        ENCRYPT => scheme.cipher.sealed_len(data.len()),
        _ => return Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA),
    };
    if needed.is_none_or(|needed| needed > room) {
        return Err(MBEDTLS_ERR_ASN1_BUF_TOO_SMALL);
    }
    let key = scheme.key(pwd);
    if mode == DECRYPT {
        scheme.cipher.decrypt(&key, scheme.iv, data).map_err(|_| MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH)
    } else {
        let sealed = scheme.cipher.encrypt(&key, scheme.iv, data);
        sealed.map(Sealed::new).ok_or(MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA)
    }
}

/// The contents of a SEQUENCE, or the ASN.1 code if it is none; `None` for NULL.
///
/// # Safety
/// `parameters` is null or valid, and unchanged during `'a`.
pub(super) unsafe fn contents<'a>(parameters: *const mbedtls_asn1_buf) -> Option<Result<&'a [u8], c_int>> {
    // SAFETY: the caller vouches for `parameters`.
    let parameters = unsafe { parameters.as_ref() }?;
    // SAFETY: what it points to has that many bytes.
    let contents = unsafe { boundary::bytes(parameters.p, parameters.len) }?;
    let sequence = parameters.tag == c_int::from(der::SEQUENCE);
    Some(if sequence { Ok(contents) } else { Err(MBEDTLS_ERR_ASN1_UNEXPECTED_TAG) })
}

/// Writes what `work` gives when it is told how much room there is. `bad_input` is the code for NULL.
///
/// # Safety
/// `output` is null, or valid for writing what `work` gives, `output_len` is null or writable.
pub(super) unsafe fn with_room(
    output: *mut c_uchar,
    output_size: usize,
    output_len: *mut usize,
    bad_input: c_int,
    work: impl FnOnce(usize) -> Result<Sealed, c_int>,
) -> c_int {
    if output_len.is_null() || (output.is_null() && output_size != 0) {
        return bad_input;
    }
    match work(output_size) {
        Ok(result) => {
            // SAFETY: the caller vouches for both; an empty result is written nowhere.
            unsafe {
                boundary::write(output, &result);
                output_len.write(result.len());
            }
            0
        }
        Err(code) => code,
    }
}

/// Checks that PBKDF2 gives what is published (RFC 6070).
///
/// \param verbose  Not 0: says so on the standard output.
///
/// \return  0: it does.
/// \return  1: it does not.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_self_test(verbose: c_int) -> c_int {
    enter(|| self_test::run(verbose, &[(c"PBKDF2 (SHA-1)", kdf::pbkdf2_works)]))
}

const DECRYPT: c_int = 0;
const ENCRYPT: c_int = 1;
