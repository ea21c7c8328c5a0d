//! Parameters from files: PKCS #3, in DER or PEM.

use std::ffi::{c_char, c_int, c_uchar};

use super::{mbedtls_dhm_context, mbedtls_dhm_free};
use crate::capi::asn1::asn1_code;
use crate::capi::bignum::set_magnitude;
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::capi::x509::{pem_code, read_file};
use crate::x509::der::{self, DerError, Reader};
use crate::x509::pem;

/// Reads a prime and a generator.
///
/// \param dhm       The context that takes them; empty.
/// \param dhmin     The parameters: DER, or a text with a block `DH PARAMETERS` and a NUL behind.
/// \param dhminlen  The length in bytes, with that NUL.
///
/// \return 0 if they were read.
/// \return #MBEDTLS_ERR_DHM_INVALID_FORMAT and a code of asn1.h in one sum, if that is not how parameters are encoded.
/// \return A code of pem.h if the block cannot be read.
/// \return #MBEDTLS_ERR_DHM_INVALID_FORMAT and a code of bignum.h in one sum, if there is no memory.
/// \return #MBEDTLS_ERR_DHM_BAD_INPUT_DATA if an argument is NULL.
///
/// # Safety
/// `dhm` is null, or initialised and used by nobody else; `dhmin` is null, or readable for `dhminlen` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_parse_dhm(
    dhm: *mut mbedtls_dhm_context,
    dhmin: *const c_uchar,
    dhminlen: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `dhmin`.
        match unsafe { boundary::bytes(dhmin, dhminlen) } {
            // SAFETY: the caller vouches for `dhm`.
            Some(input) if !dhm.is_null() => unsafe { parse(dhm, input, input.ends_with(&[0])) },
            _ => MBEDTLS_ERR_DHM_BAD_INPUT_DATA,
        }
    })
}

/// Reads a prime and a generator from a file; see mbedtls_dhm_parse_dhm() for the format and for the codes beside these.
///
/// \param dhm   The context that takes them; empty.
/// \param path  The file's name. Files over 64 MiB are not read.
///
/// \return 0 if they were read.
/// \return #MBEDTLS_ERR_DHM_FILE_IO_ERROR if the file cannot be read.
///
/// # Safety
/// `dhm` is null, or initialised and used by nobody else; `path` is null, or a terminated string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_parse_dhmfile(
    dhm: *mut mbedtls_dhm_context,
    path: *const c_char,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `path`.
        let (Some(path), false) = (unsafe { boundary::string(path) }, dhm.is_null()) else {
            return MBEDTLS_ERR_DHM_BAD_INPUT_DATA;
        };
        match read_file(path) {
            // SAFETY: the caller vouches for `dhm`, which is not null.
            Ok(content) => unsafe { parse(dhm, &content, true) },
            Err(_) => MBEDTLS_ERR_DHM_FILE_IO_ERROR,
        }
    })
}

/// # Safety
/// `dhm` is initialised and used by nobody else.
unsafe fn parse(dhm: *mut mbedtls_dhm_context, input: &[u8], may_be_text: bool) -> c_int {
    let mut blocks = pem::blocks(if may_be_text { input } else { &[] });
    let block = blocks.find(|block| match block {
        Ok(block) => block.label == LABEL,
        Err(error) => error.label == LABEL,
    });
    match block {
        Some(Ok(block)) if block.encryption.is_some() => MBEDTLS_ERR_PEM_PASSWORD_REQUIRED,
        // SAFETY: passed on to the caller.
        Some(Ok(block)) => unsafe { set(dhm, &block.der) },
        Some(Err(error)) => pem_code(error.reason),
        // SAFETY: passed on to the caller.
        None => unsafe { set(dhm, input) },
    }
}

const LABEL: &str = "DH PARAMETERS";

/// # Safety
/// `dhm` is initialised and used by nobody else.
unsafe fn set(dhm: *mut mbedtls_dhm_context, der: &[u8]) -> c_int {
    let code = match parameters(der) {
        // SAFETY: the numbers of `dhm`.
        Ok((prime, generator)) => unsafe {
            match set_magnitude(&raw mut (*dhm).P, prime) {
                0 => set_magnitude(&raw mut (*dhm).G, generator),
                code => code,
            }
        },
        Err(error) => asn1_code(error),
    };
    if code == 0 {
        return 0;
    }
    // SAFETY: the caller vouches for `dhm`.
    unsafe { mbedtls_dhm_free(dhm) };
    MBEDTLS_ERR_DHM_INVALID_FORMAT + code
}

/// Prime and generator. The length of secret values, which may follow them, is not used.
fn parameters(der: &[u8]) -> Result<(&[u8], &[u8]), DerError> {
    let mut fields = Reader::new(der).sequence()?;
    let numbers = (fields.content(der::INTEGER)?, fields.content(der::INTEGER)?);
    if !fields.is_empty() {
        fields.content(der::INTEGER)?;
    }
    fields.end()?;
    Ok(numbers)
}
