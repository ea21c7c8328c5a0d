//! Keys in and out.

use super::algorithm::intersection;
use super::material::{Material, PSA_MAX_KEY_BITS};
use super::{
    PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED,
    enter, input, mbedtls_svc_key_id_t, output, psa_key_attributes_t, psa_key_id_t, psa_key_lifetime_t,
    psa_key_usage_t, psa_status_t, store,
};

/// The numbers of keys in files.
const PSA_KEY_ID_USER_MIN: psa_key_id_t = 0x0000_0001;
const PSA_KEY_ID_USER_MAX: psa_key_id_t = 0x3fff_ffff;
/// The persistence of keys that come with the device: nobody makes or destroys them.
pub(super) const PSA_KEY_PERSISTENCE_READ_ONLY: u8 = 0xff;

const PSA_KEY_USAGE_EXPORT: psa_key_usage_t = 0x0000_0001;
const PSA_KEY_USAGE_COPY: psa_key_usage_t = 0x0000_0002;
pub(super) const PSA_KEY_USAGE_ENCRYPT: psa_key_usage_t = 0x0000_0100;
pub(super) const PSA_KEY_USAGE_DECRYPT: psa_key_usage_t = 0x0000_0200;
pub(super) const PSA_KEY_USAGE_SIGN_MESSAGE: psa_key_usage_t = 0x0000_0400;
pub(super) const PSA_KEY_USAGE_VERIFY_MESSAGE: psa_key_usage_t = 0x0000_0800;
pub(super) const PSA_KEY_USAGE_SIGN_HASH: psa_key_usage_t = 0x0000_1000;
pub(super) const PSA_KEY_USAGE_VERIFY_HASH: psa_key_usage_t = 0x0000_2000;
pub(super) const PSA_KEY_USAGE_DERIVE: psa_key_usage_t = 0x0000_4000;
const PSA_KEY_USAGE_VERIFY_DERIVATION: psa_key_usage_t = 0x0000_8000;

pub(super) const EVERY_USAGE: psa_key_usage_t = PSA_KEY_USAGE_EXPORT
    | PSA_KEY_USAGE_COPY
    | PSA_KEY_USAGE_ENCRYPT
    | PSA_KEY_USAGE_DECRYPT
    | PSA_KEY_USAGE_SIGN_MESSAGE
    | PSA_KEY_USAGE_VERIFY_MESSAGE
    | PSA_KEY_USAGE_SIGN_HASH
    | PSA_KEY_USAGE_VERIFY_HASH
    | PSA_KEY_USAGE_DERIVE
    | PSA_KEY_USAGE_VERIFY_DERIVATION;

/// Keeps a key that is given: in memory or, if the attributes say so, in a file of the working directory.
///
/// \param attributes   Its type and policy; its length, or 0 for what the data says; for a file also its number, which is
///                     PSA_KEY_ID_USER_MIN to PSA_KEY_ID_USER_MAX.
/// \param data         The key in the format of its type: a number of fixed length for a pair on a curve, an uncompressed
///                     point or a coordinate for a public one, the DER of PKCS #1 for RSA, the bytes of others.
/// \param data_length  Its length in bytes.
/// \param key          Takes the number of the key.
///
/// \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
/// \return  PSA_ERROR_INVALID_ARGUMENT: the data is no key of that type, attributes contradict each other, or an argument
///          is NULL.
/// \return  PSA_ERROR_NOT_SUPPORTED: there are no keys of that type or length.
/// \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
/// \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
/// \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
///
/// # Safety
/// `attributes` is null, or readable; `data` is null, or readable for `data_length` bytes; `key` is null, or valid for
/// writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_import_key(
    attributes: *const psa_key_attributes_t,
    data: *const u8,
    data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for all three.
        unsafe {
            keep(attributes, key, |wanted| {
                let data = input(data, data_length)?;
                if data.is_empty() {
                    return Err(PSA_ERROR_INVALID_ARGUMENT);
                }
                Material::import(wanted.r#type, wanted.bits.into(), data)
            })
        }
    })
}

/// Makes a random key, and keeps it as psa_import_key() does.
///
/// \param attributes  Its type, length and policy; for a file also its number. An RSA key has the public exponent 65537.
/// \param key         Takes the number of the key.
///
/// \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
/// \return  PSA_ERROR_INVALID_ARGUMENT: attributes contradict each other, or an argument is NULL.
/// \return  PSA_ERROR_NOT_SUPPORTED: there are no keys of that type or length.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: the operating system gives no randomness.
/// \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
/// \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
/// \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
///
/// # Safety
/// `attributes` is null, or readable; `key` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_key(
    attributes: *const psa_key_attributes_t,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for both.
    enter(|| unsafe { keep(attributes, key, |wanted| Material::generate(wanted.r#type, wanted.bits.into())) })
}

/// Makes a key of another one, with both policies, and keeps it as psa_import_key() does.
///
/// \param source_key  The other one; its policy allows PSA_KEY_USAGE_COPY.
/// \param attributes  The policy; for a file also the number; type and length are 0, or those of the other key.
/// \param target_key  Takes the number of the key.
///
/// \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: the other key's policy does not allow it.
/// \return  PSA_ERROR_INVALID_ARGUMENT: attributes contradict each other or the other key, the policies have no algorithm
///          in common, or an argument is NULL.
/// \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
/// \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
/// \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
///
/// # Safety
/// `attributes` is null, or readable; `target_key` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_copy_key(
    source_key: mbedtls_svc_key_id_t,
    attributes: *const psa_key_attributes_t,
    target_key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    enter(|| {
        let source = store::find(source_key)?;
        let said = source.attributes;
        if said.policy.usage & PSA_KEY_USAGE_COPY == 0 {
            return Err(PSA_ERROR_NOT_PERMITTED);
        }
        // SAFETY: the caller vouches for `attributes`.
        let mut wanted = *unsafe { attributes.as_ref() }.ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let differs = |wanted, said| wanted != 0 && wanted != said;
        if differs(wanted.r#type, said.r#type) || differs(wanted.bits, said.bits) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let both = |wanted, said| {
            intersection(source.attributes.r#type, wanted, said).ok_or(PSA_ERROR_INVALID_ARGUMENT)
        };
        (wanted.r#type, wanted.bits) = (said.r#type, said.bits);
        wanted.policy.usage &= said.policy.usage;
        wanted.policy.alg = both(wanted.policy.alg, said.policy.alg)?;
        wanted.policy.alg2 = both(wanted.policy.alg2, said.policy.alg2)?;
        // SAFETY: the caller vouches for `target_key`.
        unsafe {
            keep(&raw const wanted, target_key, |wanted| {
                Material::import(wanted.r#type, wanted.bits.into(), &source.material.bytes)
            })
        }
    })
}

/// Forgets a key, wipes it, and removes its file.
///
/// \param key  The key; 0 does nothing.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its file says that it is for reading only.
/// \return  PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID: its file is damaged, and stays.
/// \return  PSA_ERROR_STORAGE_FAILURE: its file cannot be read or removed.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_destroy_key(key: mbedtls_svc_key_id_t) -> psa_status_t {
    enter(|| if key == 0 { Ok(()) } else { store::remove(key) })
}

/// Wipes a key in memory that can be read again from its file, and will be when it is asked for. A key that is in memory
/// only stays.
///
/// \param key  The key.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: `key` is 0.
/// \return  PSA_ERROR_DOES_NOT_EXIST: there is no such key in memory.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_purge_key(key: mbedtls_svc_key_id_t) -> psa_status_t {
    enter(|| if key == 0 { Err(PSA_ERROR_INVALID_HANDLE) } else { store::purge(key) })
}

/// Writes a key in the format of its type; see psa_import_key().
///
/// \param key          The key; unless it is a public one, its policy allows PSA_KEY_USAGE_EXPORT.
/// \param data         Where it goes.
/// \param data_size    The room there in bytes.
/// \param data_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_NOT_PERMITTED: its policy does not allow it.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
/// \return  PSA_ERROR_INVALID_ARGUMENT: an argument is NULL.
///
/// # Safety
/// `data` is null, or valid for writing `data_size` bytes; `data_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_export_key(
    key: mbedtls_svc_key_id_t,
    data: *mut u8,
    data_size: usize,
    data_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let key = store::find(key)?;
        let public = key.attributes.r#type & 0x7000 == 0x4000;
        if !public && key.attributes.policy.usage & PSA_KEY_USAGE_EXPORT == 0 {
            return Err(PSA_ERROR_NOT_PERMITTED);
        }
        // SAFETY: the caller vouches for both.
        unsafe { output(&key.material.bytes, data, data_size, data_length) }
    })
}

/// Writes the public key of a pair, or a public key; see psa_import_key().
///
/// \param key          The key.
/// \param data         Where it goes.
/// \param data_size    The room there in bytes.
/// \param data_length  Takes its length.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key.
/// \return  PSA_ERROR_INVALID_ARGUMENT: it has no public key, or an argument is NULL.
/// \return  PSA_ERROR_BUFFER_TOO_SMALL: there is too little room.
///
/// # Safety
/// `data` is null, or valid for writing `data_size` bytes; `data_length` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_export_public_key(
    key: mbedtls_svc_key_id_t,
    data: *mut u8,
    data_size: usize,
    data_length: *mut usize,
) -> psa_status_t {
    enter(|| {
        let key = store::find(key)?;
        let public = key.material.public(key.attributes.r#type)?;
        // SAFETY: the caller vouches for both.
        unsafe { output(&public, data, data_size, data_length) }
    })
}

/// Checks attributes, and keeps what `make` makes of them.
///
/// # Safety
/// `attributes` is null, or readable; `key` is null, or valid for writing.
pub(super) unsafe fn keep(
    attributes: *const psa_key_attributes_t,
    key: *mut mbedtls_svc_key_id_t,
    make: impl FnOnce(&psa_key_attributes_t) -> Result<Material, psa_status_t>,
) -> Result<(), psa_status_t> {
    // SAFETY: the caller vouches for `attributes`.
    let (Some(wanted), false) = (unsafe { attributes.as_ref() }, key.is_null()) else {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    };
    // SAFETY: the caller vouches for `key`, which is not null.
    unsafe { key.write(0) };
    match wanted.lifetime {
        0 if wanted.id == 0 => {}
        lifetime if persistence(lifetime) == PSA_KEY_PERSISTENCE_READ_ONLY => {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        lifetime if is_kept_in_file(lifetime) && is_user_id(wanted.id) => {}
        _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
    }
    if wanted.policy.usage & !EVERY_USAGE != 0 {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    if usize::from(wanted.bits) > PSA_MAX_KEY_BITS {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    let material = make(wanted)?;
    let bits = u16::try_from(material.bits).map_err(|_| PSA_ERROR_NOT_SUPPORTED)?;
    let id = store::insert(psa_key_attributes_t { bits, ..*wanted }, material)?;
    // SAFETY: as above.
    unsafe { key.write(id) };
    Ok(())
}

/// For how long a key is kept: 0 is as long as the process runs.
pub(super) fn persistence(lifetime: psa_key_lifetime_t) -> u8 {
    let [persistence, ..] = lifetime.to_le_bytes();
    persistence
}

/// Whether a lifetime is that of a key in a file. Its higher bytes say where keys are kept; files are place 0.
pub(super) fn is_kept_in_file(lifetime: psa_key_lifetime_t) -> bool {
    persistence(lifetime) != 0 && lifetime >> 8 == 0
}

/// Whether a number is one that keys in files may have.
pub(super) fn is_user_id(id: psa_key_id_t) -> bool {
    (PSA_KEY_ID_USER_MIN..=PSA_KEY_ID_USER_MAX).contains(&id)
}
