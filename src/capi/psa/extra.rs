//! What `psa/crypto_extra.h` and `psa/crypto_compat.h` have beyond the specification: handles, numbers about the store, the
//! random number generator by hand, and keys that are made in a special way.

use std::ffi::{c_int, c_uint};

use super::material::Material;
use super::{
    PSA_ERROR_DOES_NOT_EXIST, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_SUPPORTED,
    enter, input, keys, mbedtls_psa_stats_t, mbedtls_svc_key_id_t, psa_algorithm_t,
    psa_custom_key_parameters_t, psa_key_attributes_t, psa_key_handle_t, psa_key_production_parameters_t,
    psa_key_type_t, psa_status_t, store,
};
use crate::capi::boundary;

/// What the generator of Mbed TLS takes in at once, beside its entropy.
const MAX_PERSONALIZATION: usize = 336;

/// Opens a key, as programs for early versions of the specification do.
///
/// \param key     The number of the key.
/// \param handle  Takes the same number; 0 if there is no such key.
///
/// \return  PSA_SUCCESS: it is there.
/// \return  PSA_ERROR_DOES_NOT_EXIST: it is not.
/// \return  PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID, PSA_ERROR_STORAGE_FAILURE: its file is damaged, or cannot be read.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `handle` is NULL.
///
/// # Safety
/// `handle` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_open_key(
    key: mbedtls_svc_key_id_t,
    handle: *mut psa_key_handle_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for `handle`.
        let handle = unsafe { handle.as_mut() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        *handle = 0;
        store::find(key).map_err(|code| match code {
            PSA_ERROR_INVALID_HANDLE => PSA_ERROR_DOES_NOT_EXIST,
            code => code,
        })?;
        *handle = key;
        Ok(())
    })
}

/// Closes a key: one that is kept in a file can be opened again, another one is destroyed.
///
/// \param handle  The key; 0 does nothing.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key in memory.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_close_key(handle: psa_key_handle_t) -> psa_status_t {
    enter(|| if handle == 0 { Ok(()) } else { store::close(handle) })
}

/// Makes a random key as psa_generate_key() does, with a choice of how.
///
/// \param attributes          Its type, length and policy; for a file also its number.
/// \param custom              No flags.
/// \param custom_data         For a pair of RSA keys, the public exponent, the highest byte first. May be NULL if
///                            `custom_data_length` is 0.
/// \param custom_data_length  Its length in bytes; 0 for what psa_generate_key() takes, and for other types.
/// \param key                 Takes the number of the key.
///
/// \return  PSA_SUCCESS: the key is there.
/// \return  PSA_ERROR_INVALID_ARGUMENT: there are flags, the exponent is even or under 3, the type has no choice, or an
///          argument is NULL; see psa_generate_key() for the rest.
/// \return  PSA_ERROR_NOT_SUPPORTED: the exponent is over 2^31 - 1, or written with more than 4 bytes.
///
/// # Safety
/// `attributes` and `custom` are null, or readable; `custom_data` is null, or readable for `custom_data_length` bytes; `key`
/// is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_key_custom(
    attributes: *const psa_key_attributes_t,
    custom: *const psa_custom_key_parameters_t,
    custom_data: *const u8,
    custom_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for all of them.
    enter(|| unsafe {
        let flags = custom.as_ref().ok_or(PSA_ERROR_INVALID_ARGUMENT)?.flags;
        generate(attributes, flags, input(custom_data, custom_data_length)?, key)
    })
}

/// As psa_generate_key_custom(), with flags and data in one place.
///
/// \param attributes          Its type, length and policy; for a file also its number.
/// \param params              Flags and data.
/// \param params_data_length  The length of the data in bytes.
/// \param key                 Takes the number of the key.
///
/// \return  The codes of psa_generate_key_custom().
///
/// # Safety
/// `attributes` is null, or readable; `params` is null, or readable, with `params_data_length` bytes of data; `key` is null, or
/// valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_key_ext(
    attributes: *const psa_key_attributes_t,
    params: *const psa_key_production_parameters_t,
    params_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    enter(|| {
        if params.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // SAFETY: the caller vouches for all of them; the data stands behind the flags, where a reference to them ends.
        unsafe {
            let flags = (&raw const (*params).flags).read();
            let data = input((&raw const (*params).data).cast::<u8>(), params_data_length)?;
            generate(attributes, flags, data, key)
        }
    })
}

/// # Safety
/// `attributes` is null, or readable; `key` is null, or valid for writing.
unsafe fn generate(
    attributes: *const psa_key_attributes_t,
    flags: u32,
    exponent: &[u8],
    key: *mut mbedtls_svc_key_id_t,
) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for both.
    unsafe {
        keys::keep(attributes, key, |wanted| {
            if flags != 0 {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            Material::generate_with(wanted.r#type, wanted.bits.into(), exponent)
        })
    }
}

/// Tells how many keys there are in memory.
///
/// \param stats  Takes the numbers; NULL does nothing.
///
/// # Safety
/// `stats` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_psa_get_stats(stats: *mut mbedtls_psa_stats_t) {
    boundary::enter_or((), || {
        if !stats.is_null() {
            // SAFETY: the caller vouches for `stats`.
            unsafe { stats.write(store::stats()) };
        }
    });
}

/// Whether digests can be computed: always.
///
/// \param hash_alg  Any algorithm: it is not looked at.
///
/// \return  1.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_can_do_hash(hash_alg: psa_algorithm_t) -> c_int {
    let _ = hash_alg;
    boundary::enter(|| 1)
}

/// Whether ciphers work: always.
///
/// \param key_type    Any type: it is not looked at.
/// \param cipher_alg  Any algorithm: it is not looked at.
///
/// \return  1.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_can_do_cipher(key_type: psa_key_type_t, cipher_alg: psa_algorithm_t) -> c_int {
    let _ = (key_type, cipher_alg);
    boundary::enter(|| 1)
}

/// Makes the random number generator take new entropy before its next draw. Here the operating system gives every draw.
///
/// \return  PSA_SUCCESS always.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_random_deplete() -> psa_status_t {
    enter(|| Ok(()))
}

/// Makes the random number generator take new entropy now. Here the operating system gives every draw: what is given is
/// checked, and not used.
///
/// \param perso       What is mixed in. May be NULL if `perso_size` is 0.
/// \param perso_size  Its length in bytes, at most 336.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_NOT_SUPPORTED: it is longer.
/// \return  PSA_ERROR_INVALID_ARGUMENT: `perso` is NULL, and `perso_size` is not 0.
///
/// # Safety
/// `perso` is null, or readable for `perso_size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_random_reseed(perso: *const u8, perso_size: usize) -> psa_status_t {
    // SAFETY: the caller vouches for `perso`.
    enter(|| match unsafe { input(perso, perso_size) }?.len() {
        0..=MAX_PERSONALIZATION => Ok(()),
        _ => Err(PSA_ERROR_NOT_SUPPORTED),
    })
}

/// Makes the random number generator take new entropy before each draw, or not. Here the operating system gives every draw.
///
/// \param enabled  0 or 1.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it is another number.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_random_set_prediction_resistance(enabled: c_uint) -> psa_status_t {
    enter(|| if enabled > 1 { Err(PSA_ERROR_INVALID_ARGUMENT) } else { Ok(()) })
}
