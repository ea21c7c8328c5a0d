//! What is said about a key: its type, its length, and what it may be used for.

use super::{PSA_ERROR_INVALID_ARGUMENT, enter, psa_status_t, store};
use crate::capi::boundary;

/// An algorithm with its parameters, `PSA_ALG_...`.
pub type psa_algorithm_t = u32;
/// What a key may be used for: an OR of `PSA_KEY_USAGE_...`.
pub type psa_key_usage_t = u32;
/// A kind of key, `PSA_KEY_TYPE_...`.
pub type psa_key_type_t = u16;
/// The length of a key, in bits.
pub type psa_key_bits_t = u16;
/// Where a key is kept, and how long. 0: in memory, until it is destroyed; 1: in a file.
pub type psa_key_lifetime_t = u32;
/// A family of elliptic curves, `PSA_ECC_FAMILY_...`.
pub type psa_ecc_family_t = u8;
/// A key by number.
pub type psa_key_id_t = u32;
/// A key by number; 0 is none.
pub type mbedtls_svc_key_id_t = psa_key_id_t;

/// What a key may be used for, and with which algorithms. Its members are private.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct psa_key_policy_s {
    pub(crate) usage: psa_key_usage_t,
    pub(crate) alg: psa_algorithm_t,
    pub(crate) alg2: psa_algorithm_t,
}

/// What a key may be used for.
pub type psa_key_policy_t = psa_key_policy_s;
const _: () = assert!(size_of::<psa_key_policy_t>() == 12 && align_of::<psa_key_policy_t>() == 4);

/// What is said about a key. Zeroed, it says nothing. Its members are private: see the functions whose names begin with
/// psa_set_key_ and psa_get_key_.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct psa_key_attributes_s {
    pub(crate) r#type: psa_key_type_t,
    pub(crate) bits: psa_key_bits_t,
    pub(crate) lifetime: psa_key_lifetime_t,
    pub(crate) policy: psa_key_policy_t,
    pub(crate) id: mbedtls_svc_key_id_t,
}

/// What is said about a key.
pub type psa_key_attributes_t = psa_key_attributes_s;
const _: () = assert!(size_of::<psa_key_attributes_t>() == 24 && align_of::<psa_key_attributes_t>() == 4);
const _: () = assert!(std::mem::offset_of!(psa_key_attributes_t, policy) == 8);

/// Copies what is said about a key.
///
/// \param key         The key.
/// \param attributes  Takes it; owned by the caller.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_HANDLE: there is no such key; after any error the attributes say nothing.
/// \return  PSA_ERROR_DATA_CORRUPT, PSA_ERROR_DATA_INVALID: its file is damaged. So say all functions that use a key.
/// \return  PSA_ERROR_NOT_SUPPORTED: its file holds a key of a type or length that is not there.
/// \return  PSA_ERROR_STORAGE_FAILURE: its file cannot be read.
/// \return  PSA_ERROR_INVALID_ARGUMENT: if `attributes` is NULL.
///
/// # Safety
/// `attributes` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_attributes(
    key: mbedtls_svc_key_id_t,
    attributes: *mut psa_key_attributes_t,
) -> psa_status_t {
    enter(|| {
        if attributes.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let found = store::find(key);
        let said = found.as_ref().map_or_else(|_| psa_key_attributes_t::default(), |key| key.attributes);
        // SAFETY: the caller vouches for `attributes`, which is not null.
        unsafe { attributes.write(said) };
        found.map(|_| ())
    })
}

/// Makes attributes say nothing.
///
/// \param attributes  The attributes; NULL does nothing.
///
/// # Safety
/// `attributes` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_reset_key_attributes(attributes: *mut psa_key_attributes_t) {
    // SAFETY: the caller vouches for `attributes`; zero bytes are some.
    boundary::enter_or((), || unsafe { boundary::zero(attributes) });
}
