//! Encryption with RSA.

use super::algorithm::{PSA_ALG_RSA_OAEP_BASE, PSA_ALG_RSA_PKCS1V15_CRYPT, family, hash_within};
use super::keys::{PSA_KEY_USAGE_DECRYPT, PSA_KEY_USAGE_ENCRYPT};
use super::material::Prepared;
use super::store;
use super::{
    PSA_ERROR_INSUFFICIENT_ENTROPY, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_PADDING,
    PSA_ERROR_NOT_SUPPORTED, enter, input, mbedtls_svc_key_id_t, output, psa_algorithm_t, psa_status_t,
};
use crate::crypto::rsa::{EncryptionPadding, RsaError};

/// Encrypts a short message.
///
/// \param key            A pair of keys or a public key; its policy allows PSA_KEY_USAGE_ENCRYPT.
/// \param alg            The algorithm: RSA with OAEP or PKCS #1 v1.5 padding.
/// \param input          The message.
/// \param input_length   Its length in bytes.
/// \param salt           The label of OAEP, or NULL.
/// \param salt_length    Its length in bytes; 0 without OAEP.
/// \param output         Where the encrypted message goes.
/// \param output_size    The room there in bytes.
/// \param output_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the message is too long, key and algorithm do not go together, or an argument is
///          NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
///
/// # Safety
/// `input` and `salt` are null, or readable for their lengths; `output` is null, or valid for writing `output_size` bytes;
/// `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_asymmetric_encrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    salt: *const u8,
    salt_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let key = store::find_for(key, PSA_KEY_USAGE_ENCRYPT, alg)?;
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let message = self::input(input, input_length)?;
            let padding = padding(alg, self::input(salt, salt_length)?)?;
            let sealed = match &key.material.prepared {
                Prepared::RsaPair(private) => private.public_key().encrypt(padding, message),
                Prepared::RsaPublic(public) => public.encrypt(padding, message),
                Prepared::Bytes => return Err(PSA_ERROR_INVALID_ARGUMENT),
            };
            self::output(&sealed.map_err(code)?, output, output_size, output_length)
        }
    })
}

/// Decrypts a short message.
///
/// \param key            A pair of keys; its policy allows PSA_KEY_USAGE_DECRYPT.
/// \param alg            The algorithm: RSA with OAEP or PKCS #1 v1.5 padding.
/// \param input          The encrypted message.
/// \param input_length   Its length in bytes.
/// \param salt           The label of OAEP, or NULL.
/// \param salt_length    Its length in bytes; 0 without OAEP.
/// \param output         Where the message goes.
/// \param output_size    The room there in bytes.
/// \param output_length  Takes its length.
///
/// \return  PSA_SUCCESS: done. With PKCS #1 v1.5 a message with a wrong padding gives other bytes, so that nobody can ask
///          whether it was right.
/// \return  PSA_ERROR_INVALID_PADDING: it was not encrypted like that for this key.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is not as long as the key; see psa_asymmetric_encrypt() for the rest.
///
/// # Safety
/// `input` and `salt` are null, or readable for their lengths; `output` is null, or valid for writing `output_size` bytes;
/// `output_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_asymmetric_decrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    salt: *const u8,
    salt_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let key = store::find_for(key, PSA_KEY_USAGE_DECRYPT, alg)?;
        // SAFETY: the caller vouches for all of them.
        unsafe {
            let sealed = self::input(input, input_length)?;
            let padding = padding(alg, self::input(salt, salt_length)?)?;
            let Prepared::RsaPair(private) = &key.material.prepared else {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            };
            let message = private.decrypt(padding, sealed).map_err(code)?;
            self::output(&message, output, output_size, output_length)
        }
    })
}

fn padding(alg: psa_algorithm_t, label: &[u8]) -> Result<EncryptionPadding<'_>, psa_status_t> {
    match (alg, family(alg)) {
        (PSA_ALG_RSA_PKCS1V15_CRYPT, _) if label.is_empty() => Ok(EncryptionPadding::Pkcs1),
        (PSA_ALG_RSA_PKCS1V15_CRYPT, _) => Err(PSA_ERROR_INVALID_ARGUMENT),
        (_, PSA_ALG_RSA_OAEP_BASE) => {
            let function = hash_within(alg).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
            Ok(EncryptionPadding::Oaep(function, label))
        }
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

fn code(error: RsaError) -> psa_status_t {
    match error {
        RsaError::Padding => PSA_ERROR_INVALID_PADDING,
        RsaError::Private => PSA_ERROR_INSUFFICIENT_ENTROPY,
        RsaError::Key | RsaError::Numbers | RsaError::Input | RsaError::Length | RsaError::Signature => {
            PSA_ERROR_INVALID_ARGUMENT
        }
    }
}
