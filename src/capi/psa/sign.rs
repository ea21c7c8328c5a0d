//! Signatures.

use super::algorithm::*;
use super::keys::*;
use super::material::Prepared;
use super::store::{self, Key};
use super::{
    PSA_ERROR_CORRUPTION_DETECTED, PSA_ERROR_INSUFFICIENT_ENTROPY, PSA_ERROR_INVALID_ARGUMENT,
    PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_NOT_SUPPORTED, enter, input, mbedtls_svc_key_id_t, output,
    psa_algorithm_t, psa_status_t,
};
use crate::crypto::ec::{self, EcError};
use crate::crypto::rsa::{RsaError, SignaturePadding};
use crate::crypto::verify::Curve;

/// Signs a hash.
///
/// \param key               A pair of keys; its policy allows PSA_KEY_USAGE_SIGN_HASH.
/// \param alg               The algorithm: RSA with PKCS #1 v1.5 or PSS padding, ECDSA.
/// \param hash              The hash.
/// \param hash_length       Its length in bytes.
/// \param signature         Where the signature goes. One of ECDSA is two numbers of fixed length.
/// \param signature_size    The room there in bytes.
/// \param signature_length  Takes the length of the signature.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: key, hash and algorithm do not go together, or an argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
///
/// # Safety
/// `hash` is null, or readable for `hash_length` bytes; `signature` is null, or valid for writing `signature_size` bytes;
/// `signature_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    hash: *const u8,
    hash_length: usize,
    signature: *mut u8,
    signature_size: usize,
    signature_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        check(alg)?;
        let key = store::find_for(key, PSA_KEY_USAGE_SIGN_HASH, alg)?;
        // SAFETY: the caller vouches for all three.
        unsafe {
            let made = sign(&key, alg, input(hash, hash_length)?)?;
            output(&made, signature, signature_size, signature_length)
        }
    })
}

/// Signs a message.
///
/// \param key               A pair of keys; its policy allows PSA_KEY_USAGE_SIGN_MESSAGE.
/// \param alg               The algorithm, with a digest.
/// \param input             The message.
/// \param input_length      Its length in bytes.
/// \param signature         Where the signature goes.
/// \param signature_size    The room there in bytes.
/// \param signature_length  Takes the length of the signature.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm names no digest; see psa_sign_hash() for the rest.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `signature` is null, or valid for writing `signature_size`
/// bytes; `signature_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_message(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    signature: *mut u8,
    signature_size: usize,
    signature_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let function = hash_within(alg).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let key = store::find_for(key, PSA_KEY_USAGE_SIGN_MESSAGE, alg)?;
        // SAFETY: the caller vouches for all three.
        unsafe {
            let hash = function.digest(self::input(input, input_length)?);
            output(&sign(&key, alg, hash.as_ref())?, signature, signature_size, signature_length)
        }
    })
}

/// Verifies a signature over a hash.
///
/// \param key               A pair of keys or a public key; its policy allows PSA_KEY_USAGE_VERIFY_HASH.
/// \param alg               The algorithm: RSA with PKCS #1 v1.5 or PSS padding, ECDSA.
/// \param hash              The hash.
/// \param hash_length       Its length in bytes.
/// \param signature         The signature.
/// \param signature_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: it is one of this key over this hash.
/// \return  PSA_ERROR_INVALID_SIGNATURE: it is not.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_NOT_SUPPORTED: there is no such algorithm here.
/// \return  PSA_ERROR_INVALID_ARGUMENT: key, hash and algorithm do not go together, or an argument is NULL.
///
/// # Safety
/// `hash` is null, or readable for `hash_length` bytes; `signature` is null, or readable for `signature_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    hash: *const u8,
    hash_length: usize,
    signature: *const u8,
    signature_length: usize,
) -> psa_status_t {
    enter(|| {
        check(alg)?;
        let key = store::find_for(key, PSA_KEY_USAGE_VERIFY_HASH, alg)?;
        // SAFETY: the caller vouches for both.
        unsafe { verify(&key, alg, input(hash, hash_length)?, input(signature, signature_length)?) }
    })
}

/// Verifies a signature over a message.
///
/// \param key               A pair of keys or a public key; its policy allows PSA_KEY_USAGE_VERIFY_MESSAGE.
/// \param alg               The algorithm, with a digest.
/// \param input             The message.
/// \param input_length      Its length in bytes.
/// \param signature         The signature.
/// \param signature_length  Its length in bytes.
///
/// \return  PSA_SUCCESS: it is one of this key over this message.
/// \return  PSA_ERROR_INVALID_SIGNATURE: it is not.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the algorithm names no digest; see psa_verify_hash() for the rest.
///
/// # Safety
/// `input` is null, or readable for `input_length` bytes; `signature` is null, or readable for `signature_length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_message(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    signature: *const u8,
    signature_length: usize,
) -> psa_status_t {
    enter(|| {
        let function = hash_within(alg).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let key = store::find_for(key, PSA_KEY_USAGE_VERIFY_MESSAGE, alg)?;
        // SAFETY: the caller vouches for both.
        unsafe {
            let hash = function.digest(self::input(input, input_length)?);
            verify(&key, alg, hash.as_ref(), self::input(signature, signature_length)?)
        }
    })
}

/// Refuses an algorithm that leaves its digest open: it is for policies only.
pub(super) fn check(alg: psa_algorithm_t) -> Result<(), psa_status_t> {
    if is_signature(alg) && is_open(alg) { Err(PSA_ERROR_INVALID_ARGUMENT) } else { Ok(()) }
}

fn sign(key: &Key, alg: psa_algorithm_t, hash: &[u8]) -> Result<Vec<u8>, psa_status_t> {
    let kind = key.attributes.r#type;
    let function = match scheme(alg, hash)? {
        Scheme::Rsa(padding) => {
            let Prepared::RsaPair(private) = &key.material.prepared else {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            };
            // A signer's salt is as long as the hash.
            let padding = match padding {
                SignaturePadding::Pss(function, None) => SignaturePadding::Pss(function, Some(hash.len())),
                padding => padding,
            };
            return private.sign(padding, hash).map_err(|error| match error {
                RsaError::Private => PSA_ERROR_INSUFFICIENT_ENTROPY,
                _ => PSA_ERROR_INVALID_ARGUMENT,
            });
        }
        Scheme::Ecdsa { deterministic: true } => hash_within(alg),
        Scheme::Ecdsa { deterministic: false } => None,
    };
    let curve = curve(key).filter(|_| is_ecc_pair(kind)).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let numbers = ec::sign(curve, &key.material.bytes, hash, function).map_err(|error| match error {
        EcError::Random => PSA_ERROR_INSUFFICIENT_ENTROPY,
        _ => PSA_ERROR_CORRUPTION_DETECTED,
    })?;
    let length = key.material.bits.div_ceil(8);
    let mut signature = Vec::with_capacity(2 * length);
    for number in [&numbers.r, &numbers.s] {
        signature.resize(signature.len() + length.saturating_sub(number.len()), 0);
        signature.extend_from_slice(number);
    }
    Ok(signature)
}

fn verify(key: &Key, alg: psa_algorithm_t, hash: &[u8], signature: &[u8]) -> Result<(), psa_status_t> {
    let kind = key.attributes.r#type;
    match scheme(alg, hash)? {
        Scheme::Rsa(padding) => {
            let verified = match &key.material.prepared {
                Prepared::RsaPair(private) => private.public_key().verify(padding, hash, signature),
                Prepared::RsaPublic(public) => public.verify(padding, hash, signature),
                Prepared::Bytes => return Err(PSA_ERROR_INVALID_ARGUMENT),
            };
            verified.map_err(|_| PSA_ERROR_INVALID_SIGNATURE)
        }
        Scheme::Ecdsa { .. } => {
            let curve = curve(key).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            let length = key.material.bits.div_ceil(8);
            let (r, s) = signature
                .split_at_checked(length)
                .filter(|(_, s)| s.len() == length)
                .ok_or(PSA_ERROR_INVALID_SIGNATURE)?;
            ec::verify(curve, &key.material.public(kind)?, hash, r, s)
                .map_err(|_| PSA_ERROR_INVALID_SIGNATURE)
        }
    }
}

enum Scheme {
    Rsa(SignaturePadding),
    Ecdsa { deterministic: bool },
}

/// What an algorithm does with a hash; for RSA it has to be as long as the algorithm says.
fn scheme(alg: psa_algorithm_t, hash: &[u8]) -> Result<Scheme, psa_status_t> {
    let named = hash_within(alg);
    let bare = alg == family(alg);
    // ECDSA takes the first bits of a hash of any length.
    let elliptic = matches!(family(alg), PSA_ALG_ECDSA_BASE | PSA_ALG_DETERMINISTIC_ECDSA_BASE);
    match (family(alg), named) {
        _ if !bare && named.is_none() => Err(PSA_ERROR_NOT_SUPPORTED),
        (_, Some(named)) if !elliptic && named.size() != hash.len() => Err(PSA_ERROR_INVALID_ARGUMENT),
        (PSA_ALG_RSA_PKCS1V15_SIGN_BASE, named) => Ok(Scheme::Rsa(SignaturePadding::Pkcs1(named))),
        (PSA_ALG_RSA_PSS_BASE, Some(named)) => {
            Ok(Scheme::Rsa(SignaturePadding::Pss(named, Some(hash.len()))))
        }
        (PSA_ALG_RSA_PSS_ANY_SALT_BASE, Some(named)) => Ok(Scheme::Rsa(SignaturePadding::Pss(named, None))),
        (PSA_ALG_ECDSA_BASE, _) => Ok(Scheme::Ecdsa { deterministic: false }),
        (PSA_ALG_DETERMINISTIC_ECDSA_BASE, Some(_)) => Ok(Scheme::Ecdsa { deterministic: true }),
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

/// The curve of a key that can sign.
fn curve(key: &Key) -> Option<Curve> {
    let kind = key.attributes.r#type;
    match group_of(kind, key.material.bits).filter(|_| is_ecc_pair(kind) || is_ecc_public(kind))? {
        Group::Weierstrass(curve) => Some(curve),
        Group::Montgomery(_) => None,
    }
}
