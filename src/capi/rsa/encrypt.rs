//! Encryption.

use std::ffi::{c_int, c_uchar, c_void};

use super::sign::{private_code, public_code, write_out};
use super::*;
use crate::capi::boundary::{self, enter};
use crate::capi::codes::*;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::digest::Algorithm;
use crate::crypto::rsa::{EncryptionPadding, RsaError};

/// Encrypts a message, padded as mbedtls_rsa_set_padding() said.
///
/// \param ctx     The key.
/// \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng   Not used; may be NULL.
/// \param ilen    The length of the message.
/// \param input   The message.
/// \param output  Where the encrypted message goes, which is as long as the key.
///
/// \return 0 if it was encrypted.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL, there is no public key, or the message is too long for it.
/// \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the key pads in no known way.
/// \return #MBEDTLS_ERR_RSA_RNG_FAILED if the system gave no random bytes.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `input` is null, or readable for `ilen` bytes; `output` is null, or
/// valid for writing as many bytes as the key is long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_encrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    ilen: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe { encrypt_into(ctx, |ctx| context_padding(ctx, 0), (std::ptr::null(), 0), (input, ilen), output) }
}

/// Encrypts a message with PKCS #1 v1.5.
///
/// \param ctx     The key.
/// \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng   Not used; may be NULL.
/// \param ilen    The length of the message.
/// \param input   The message.
/// \param output  Where the encrypted message goes, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_encrypt().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_encrypt().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_pkcs1_v15_encrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    ilen: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe { encrypt_into(ctx, |_| Padding::Pkcs1, (std::ptr::null(), 0), (input, ilen), output) }
}

/// Encrypts a message with OAEP.
///
/// \param ctx        The key, which must name a hash function: mbedtls_rsa_set_padding().
/// \param f_rng      Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng      Not used; may be NULL.
/// \param label      The label; NULL if \p label_len is 0.
/// \param label_len  Its length.
/// \param ilen       The length of the message.
/// \param input      The message.
/// \param output     Where the encrypted message goes, which is as long as the key.
///
/// \return As mbedtls_rsa_pkcs1_encrypt().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_encrypt(); `label` is null, or readable for `label_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_oaep_encrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    label: *const c_uchar,
    label_len: usize,
    ilen: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe { encrypt_into(ctx, oaep, (label, label_len), (input, ilen), output) }
}

/// Decrypts a message, padded as mbedtls_rsa_set_padding() said.
///
/// With PKCS #1 v1.5, what was not encrypted with this padding does not give an error but a message of random length and
/// content, always the same for the same key and input: nobody who watches can learn whether the padding was right.
///
/// \param ctx             The key.
/// \param f_rng           Not used; may be NULL. What blinds the operation is the operating system's.
/// \param p_rng           Not used; may be NULL.
/// \param olen            Where the length of the message goes.
/// \param input           The encrypted message, which is as long as the key.
/// \param output          Where the message goes.
/// \param output_max_len  The size of \p output.
///
/// \return 0 if it was decrypted.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if a pointer is NULL or there is no private key.
/// \return #MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE if \p output is too small.
/// \return #MBEDTLS_ERR_RSA_INVALID_PADDING if the padding OAEP is wrong, or the key pads in no known way.
/// \return #MBEDTLS_ERR_RSA_PRIVATE_FAILED with #MBEDTLS_ERR_MPI_BAD_INPUT_DATA added if the input is not below the modulus;
///         alone if the system gave no random bytes or a fault changed the result.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `input` is null, or readable for as many bytes as the key is long;
/// `output` is null, or valid for writing `output_max_len` bytes; `olen` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_decrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    olen: *mut usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    output_max_len: usize,
) -> c_int {
    let _ = (f_rng, p_rng);
    // SAFETY: passed on to the caller.
    unsafe {
        decrypt_at(
            ctx,
            |ctx| Ok(context_padding(ctx, 0)),
            (std::ptr::null(), 0),
            input,
            (output, output_max_len),
            olen,
        )
    }
}

/// Decrypts a message with PKCS #1 v1.5; see mbedtls_rsa_pkcs1_decrypt().
///
/// \param ctx             The key, whose padding must be PKCS #1 v1.5.
/// \param f_rng           Not used; may be NULL. What blinds the operation is the operating system's.
/// \param p_rng           Not used; may be NULL.
/// \param olen            Where the length of the message goes.
/// \param input           The encrypted message, which is as long as the key.
/// \param output          Where the message goes.
/// \param output_max_len  The size of \p output.
///
/// \return As mbedtls_rsa_pkcs1_decrypt().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_decrypt().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_pkcs1_v15_decrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    olen: *mut usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    output_max_len: usize,
) -> c_int {
    let _ = (f_rng, p_rng);
    let padding = |ctx: &mbedtls_rsa_context| {
        if ctx.padding == MBEDTLS_RSA_PKCS_V15 {
            Ok(Padding::Pkcs1)
        } else {
            Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
        }
    };
    // SAFETY: passed on to the caller.
    unsafe { decrypt_at(ctx, padding, (std::ptr::null(), 0), input, (output, output_max_len), olen) }
}

/// Decrypts a message with OAEP.
///
/// \param ctx             The key, whose padding must be #MBEDTLS_RSA_PKCS_V21, with a hash function.
/// \param f_rng           Not used; may be NULL. What blinds the operation is the operating system's.
/// \param p_rng           Not used; may be NULL.
/// \param label           The label; NULL if \p label_len is 0.
/// \param label_len       Its length.
/// \param olen            Where the length of the message goes.
/// \param input           The encrypted message, which is as long as the key.
/// \param output          Where the message goes.
/// \param output_max_len  The size of \p output.
///
/// \return As mbedtls_rsa_pkcs1_decrypt().
///
/// # Safety
/// As for mbedtls_rsa_pkcs1_decrypt(); `label` is null, or readable for `label_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_oaep_decrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    label: *const c_uchar,
    label_len: usize,
    olen: *mut usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    output_max_len: usize,
) -> c_int {
    let _ = (f_rng, p_rng);
    let padding = |ctx: &mbedtls_rsa_context| {
        if ctx.padding == MBEDTLS_RSA_PKCS_V21 { Ok(oaep(ctx)) } else { Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA) }
    };
    // SAFETY: passed on to the caller.
    unsafe { decrypt_at(ctx, padding, (label, label_len), input, (output, output_max_len), olen) }
}

/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn encrypt(
    ctx: &mbedtls_rsa_context,
    padding: Padding,
    label: &[u8],
    message: &[u8],
) -> Result<Vec<u8>, c_int> {
    let padding = encryption_padding(ctx, padding, label)?;
    // SAFETY: the caller vouches for the key.
    let key = unsafe { public(ctx) }.map_err(public_code)?;
    key.encrypt(padding, message).map_err(|error| match error {
        RsaError::Input => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        error => public_code(error),
    })
}

/// Decrypts into the caller's memory: 0 or a code.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn decrypt_into(
    ctx: &mbedtls_rsa_context,
    padding: Padding,
    label: &[u8],
    input: &[u8],
    output: &mut [u8],
    olen: &mut usize,
) -> c_int {
    let padding = match encryption_padding(ctx, padding, label) {
        Ok(padding) => padding,
        Err(code) => return code,
    };
    // SAFETY: the caller vouches for the key.
    match unsafe { private(ctx) }.and_then(|key| key.decrypt(padding, input)) {
        Ok(message) => {
            let Some(room) = output.get_mut(..message.len()) else { return MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE };
            room.copy_from_slice(&message);
            *olen = message.len();
            0
        }
        Err(error) => private_code(error),
    }
}

/// OAEP with the function that the key names.
fn oaep(ctx: &mbedtls_rsa_context) -> Padding {
    Padding::Pss {
        function: crate::capi::md::mbedtls_md_type_t::try_from(ctx.hash_id).unwrap_or(0),
        salt_len: MBEDTLS_RSA_SALT_LEN_ANY,
    }
}

fn encryption_padding<'a>(
    ctx: &mbedtls_rsa_context,
    padding: Padding,
    label: &'a [u8],
) -> Result<EncryptionPadding<'a>, c_int> {
    match padding {
        Padding::Pkcs1 => Ok(EncryptionPadding::Pkcs1),
        Padding::Pss { function, .. } => match Algorithm::from_number(function) {
            // RFC 8017 section 7.1: hash and seed take that much.
            Some(function) if ctx.len >= 2 * function.size() + 2 => {
                Ok(EncryptionPadding::Oaep(function, label))
            }
            _ => Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
        },
        Padding::Unknown => Err(MBEDTLS_ERR_RSA_INVALID_PADDING),
    }
}

/// # Safety
/// As for [`mbedtls_rsa_rsaes_oaep_encrypt`].
unsafe fn encrypt_into(
    ctx: *mut mbedtls_rsa_context,
    padding: impl FnOnce(&mbedtls_rsa_context) -> Padding,
    (label, label_len): (*const c_uchar, usize),
    (input, ilen): (*const c_uchar, usize),
    output: *mut c_uchar,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let Some(ctx) = ctx.as_ref() else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
            let arguments = (
                boundary::bytes(label, label_len),
                boundary::bytes(input, ilen),
                boundary::bytes_mut(output, ctx.len),
            );
            let (Some(label), Some(input), Some(output)) = arguments else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            match encrypt(ctx, padding(ctx), label, input) {
                Ok(encrypted) => write_out(&encrypted, output),
                Err(code) => code,
            }
        }
    })
}

/// # Safety
/// As for [`mbedtls_rsa_rsaes_oaep_decrypt`].
unsafe fn decrypt_at(
    ctx: *mut mbedtls_rsa_context,
    padding: impl FnOnce(&mbedtls_rsa_context) -> Result<Padding, c_int>,
    (label, label_len): (*const c_uchar, usize),
    input: *const c_uchar,
    (output, size): (*mut c_uchar, usize),
    olen: *mut usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let Some(ctx) = ctx.as_ref() else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
            let arguments = (
                boundary::bytes(label, label_len),
                boundary::bytes(input, ctx.len),
                boundary::bytes_mut(output, size),
                olen.as_mut(),
            );
            let (Some(label), Some(input), Some(output), Some(olen)) = arguments else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            match padding(ctx) {
                Ok(padding) => decrypt_into(ctx, padding, label, input, output, olen),
                Err(code) => code,
            }
        }
    })
}
