//! Keys that come out of a derivation.

use zeroize::Zeroizing;

use super::super::algorithm::{Group, PSA_KEY_TYPE_DES, group_of, is_ecc_pair};
use super::super::keys::keep;
use super::super::material::{self, Material};
use super::super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED, enter,
    mbedtls_svc_key_id_t, psa_custom_key_parameters_t, psa_key_attributes_t, psa_key_derivation_operation_t,
    psa_key_derivation_s, psa_key_production_parameters_t, psa_key_type_t, psa_status_t,
};
use crate::crypto::ec;
use crate::crypto::verify::Curve;

/// Makes a key of what comes out next, and keeps it as psa_import_key() does. A pair on a curve other than Curve25519 takes as
/// many numbers as it needs to come to a private key.
///
/// \param attributes  Its type, length and policy; for a file also its number.
/// \param operation   The derivation; its secret went in as a key, and all its inputs did.
/// \param key         Takes the number of the key.
///
/// \return  PSA_SUCCESS: the key is there until it is destroyed, in memory no longer than the process runs.
/// \return  PSA_ERROR_NOT_PERMITTED: the secret did not go in as a key.
/// \return  PSA_ERROR_INSUFFICIENT_DATA: the capacity is too small.
/// \return  PSA_ERROR_BAD_STATE: there is no derivation, or an input is missing.
/// \return  PSA_ERROR_INVALID_ARGUMENT: attributes contradict each other, or an argument is NULL.
/// \return  PSA_ERROR_NOT_SUPPORTED: keys of that type or length are not derived.
/// \return  PSA_ERROR_ALREADY_EXISTS: there is a file for that number.
/// \return  PSA_ERROR_STORAGE_FAILURE, PSA_ERROR_INSUFFICIENT_STORAGE: the file cannot be written.
/// \return  PSA_ERROR_INSUFFICIENT_MEMORY: there are too many keys.
///
/// # Safety
/// `attributes` is null, or readable; `operation` is null, or initialised and used by nobody else; `key` is null, or valid for
/// writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_key(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: the caller vouches for all three.
    enter(|| unsafe { output_key(attributes, operation, key, true) })
}

/// Makes a key of what comes out next; see psa_key_derivation_output_key().
///
/// \param attributes          As there.
/// \param operation           As there.
/// \param custom              How it is made; there is no choice, so that `flags` is 0.
/// \param custom_data         Not read; there is none.
/// \param custom_data_length  0.
/// \param key                 As there.
///
/// \return  As there.
/// \return  PSA_ERROR_INVALID_ARGUMENT: also if a choice is asked for, or `custom` is NULL.
///
/// # Safety
/// As there; `custom` is null, or readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_key_custom(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    custom: *const psa_custom_key_parameters_t,
    custom_data: *const u8,
    custom_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    let _ = custom_data;
    enter(|| {
        // SAFETY: the caller vouches for `custom`.
        let usual = unsafe { custom.as_ref() }.is_some_and(|custom| custom.flags == 0);
        // SAFETY: the caller vouches for all three.
        unsafe { output_key(attributes, operation, key, usual && custom_data_length == 0) }
    })
}

/// Makes a key of what comes out next; see psa_key_derivation_output_key().
///
/// \param attributes          As there.
/// \param operation           As there.
/// \param params              How it is made; there is no choice, so that `flags` is 0.
/// \param params_data_length  The length of what is behind the flags, 0.
/// \param key                 As there.
///
/// \return  As there.
/// \return  PSA_ERROR_INVALID_ARGUMENT: also if a choice is asked for, or `params` is NULL.
///
/// # Safety
/// As there; `params` is null, or readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_key_derivation_output_key_ext(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    params: *const psa_key_production_parameters_t,
    params_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    enter(|| {
        // SAFETY: the caller vouches for `params`.
        let usual = unsafe { params.as_ref() }.is_some_and(|params| params.flags == 0);
        // SAFETY: the caller vouches for all three.
        unsafe { output_key(attributes, operation, key, usual && params_data_length == 0) }
    })
}

/// # Safety
/// As for [`psa_key_derivation_output_key`].
unsafe fn output_key(
    attributes: *const psa_key_attributes_t,
    operation: *mut psa_key_derivation_operation_t,
    key: *mut mbedtls_svc_key_id_t,
    usual: bool,
) -> Result<(), psa_status_t> {
    if key.is_null() {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    // SAFETY: the caller vouches for all three.
    unsafe {
        key.write(0);
        let (Some(wanted), Some(operation)) = (attributes.as_ref(), operation.as_mut()) else {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        };
        if !usual || wanted.bits == 0 {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if operation.alg == 0 {
            return Err(PSA_ERROR_BAD_STATE);
        }
        if operation.can_output_key == 0 {
            return Err(PSA_ERROR_NOT_PERMITTED);
        }
        keep(attributes, key, |wanted| derive(operation, wanted.r#type, wanted.bits.into()))
    }
}

fn derive(
    operation: &mut psa_key_derivation_s,
    kind: psa_key_type_t,
    bits: usize,
) -> Result<Material, psa_status_t> {
    match kind & 0x7000 {
        _ if is_ecc_pair(kind) => match group_of(kind, bits).ok_or(PSA_ERROR_INVALID_ARGUMENT)? {
            Group::Weierstrass(curve) => scalar(operation, kind, bits, curve),
            Group::Montgomery(_) => Material::import(kind, bits, &read(operation, bits.div_ceil(8))?),
        },
        // Plain bytes, and keys of ciphers.
        0x1000 | 0x2000 if bits.is_multiple_of(8) => {
            let mut bytes = read(operation, bits / 8)?;
            if kind == PSA_KEY_TYPE_DES {
                material::set_parity(&mut bytes);
            }
            Material::import(kind, bits, &bytes)
        }
        // Public keys among them.
        0x1000 | 0x2000 | 0x4000 => Err(PSA_ERROR_INVALID_ARGUMENT),
        _ => Err(PSA_ERROR_NOT_SUPPORTED),
    }
}

/// A private key: a number below the order less 1, and 1 more than that (FIPS 186-5 appendix A.2.2).
fn scalar(
    operation: &mut psa_key_derivation_s,
    kind: psa_key_type_t,
    bits: usize,
    curve: Curve,
) -> Result<Material, psa_status_t> {
    loop {
        let mut number = read(operation, bits.div_ceil(8))?;
        if let Some(top) = number.first_mut() {
            *top &= 0xff >> (8 * bits.div_ceil(8) - bits);
        }
        let mut carry = 1;
        for byte in number.iter_mut().rev() {
            let [high, low] = (u16::from(*byte) + carry).to_be_bytes();
            (*byte, carry) = (low, u16::from(high));
        }
        if carry == 0 && ec::check_scalar(curve, &number).is_ok() {
            return Material::import(kind, bits, &number);
        }
    }
}

fn read(operation: &mut psa_key_derivation_s, len: usize) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
    let mut bytes = Zeroizing::new(vec![0; len]);
    operation.read(&mut bytes)?;
    Ok(bytes)
}
