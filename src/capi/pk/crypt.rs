//! Encryption, which only RSA keys do, and what a key consists of.

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use super::kind::{self, Key};
use super::*;

/// Encrypts a message with an RSA key, padded as its context says: PKCS #1 v1.5 if nothing was said.
///
/// \param ctx     The context with the public key, or with both.
/// \param input   The message.
/// \param ilen    Its length.
/// \param output  Where the encrypted message goes.
/// \param olen    Where its length goes.
/// \param osize   The size of \p output.
/// \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng   Not used; may be NULL.
///
/// \return 0 if it was encrypted.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key is no RSA key.
/// \return #MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE if \p output is too small.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL or \p ctx is empty.
/// \return A code of mbedtls_rsa_pkcs1_encrypt() if that does not encrypt.
///
/// # Safety
/// `ctx` is null, or initialised and not changed meanwhile; `input` is null, or readable for `ilen` bytes; `output` is null,
/// or valid for writing `osize` bytes; `olen` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_encrypt(
    ctx: *mut mbedtls_pk_context,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
    osize: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe {
            (kind::key(ctx), boundary::bytes(input, ilen), boundary::bytes_mut(output, osize), olen.as_mut())
        };
        let (Some(key), Some(input), Some(output), Some(olen)) = arguments else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let Key::Rsa(rsa) = key else { return MBEDTLS_ERR_PK_TYPE_MISMATCH };
        *olen = rsa.len;
        let Some(room) = output.get_mut(..rsa.len) else { return MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE };
        // SAFETY: as above.
        match unsafe { rsa::encrypt(rsa, rsa::context_padding(rsa, 0), &[], input) } {
            Ok(encrypted) => {
                room.copy_from_slice(&encrypted);
                0
            }
            Err(code) => code,
        }
    })
}

/// Decrypts a message with an RSA key; see mbedtls_rsa_pkcs1_decrypt() for what becomes of a wrong padding.
///
/// \param ctx     The context with the private key.
/// \param input   The encrypted message.
/// \param ilen    Its length.
/// \param output  Where the message goes.
/// \param olen    Where its length goes.
/// \param osize   The size of \p output.
/// \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
/// \param p_rng   Not used; may be NULL.
///
/// \return 0 if it was decrypted.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key is no RSA key.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL or \p ctx is empty.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ilen is not the length of the key.
/// \return A code of mbedtls_rsa_pkcs1_decrypt() if that does not decrypt.
///
/// # Safety
/// As for mbedtls_pk_encrypt().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_decrypt(
    ctx: *mut mbedtls_pk_context,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
    osize: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for all of them.
        let arguments = unsafe {
            (kind::key(ctx), boundary::bytes(input, ilen), boundary::bytes_mut(output, osize), olen.as_mut())
        };
        let (Some(key), Some(input), Some(output), Some(olen)) = arguments else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        match key {
            Key::Rsa(rsa) if input.len() != rsa.len => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
            // SAFETY: as above.
            Key::Rsa(rsa) => unsafe {
                rsa::decrypt_into(rsa, rsa::context_padding(rsa, 0), &[], input, output, olen)
            },
            // SAFETY: as above.
            Key::Alternative(key) => unsafe { key.decrypt(input, output, olen) },
            Key::Ec(..) | Key::Ed25519(_) => MBEDTLS_ERR_PK_TYPE_MISMATCH,
        }
    })
}

/// Lists the public parts of a key, for messages.
///
/// \param ctx    The context.
/// \param items  Room for #MBEDTLS_PK_DEBUG_MAX_ITEMS parts. They point into the key.
///
/// \return 0 if they were listed.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL or \p ctx is empty.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the parts of such keys cannot be listed.
///
/// # Safety
/// `ctx` is null, or initialised; `items` is null, or valid for writing that many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_debug(
    ctx: *const mbedtls_pk_context,
    items: *mut mbedtls_pk_debug_item,
) -> c_int {
    const MPI: mbedtls_pk_debug_type = 1;
    const ECP: mbedtls_pk_debug_type = 2;
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let (Some(key), false) = (unsafe { kind::key(ctx) }, items.is_null()) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let item = |kind, name: &'static CStr, value: *const c_void| mbedtls_pk_debug_item {
            r#type: kind,
            name: name.as_ptr(),
            value: value.cast_mut(),
        };
        // SAFETY: the caller vouches for `items`.
        unsafe {
            match key {
                Key::Rsa(rsa) => {
                    items.write(item(MPI, c"rsa.N", ptr::from_ref(&rsa.N).cast()));
                    items.add(1).write(item(MPI, c"rsa.E", ptr::from_ref(&rsa.E).cast()));
                }
                Key::Ec(_, ec) => items.write(item(ECP, c"eckey.Q", ptr::from_ref(&ec.Q).cast())),
                Key::Ed25519(_) | Key::Alternative(_) => return MBEDTLS_ERR_PK_TYPE_MISMATCH,
            }
        }
        0
    })
}
