//! The types of `psa/crypto.h` that belong to derivation, PAKE and the making of keys. An operation at work holds a box with what
//! happens in it, since inputs have any length; zeroed, it is idle.

use std::mem::offset_of;

use super::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_attributes_t, psa_key_id_t};

/// An input of a derivation, `PSA_KEY_DERIVATION_INPUT_...`.
pub type psa_key_derivation_step_t = u16;
/// What a PAKE calculates with, `PSA_PAKE_PRIMITIVE_TYPE_...`.
pub type psa_pake_primitive_type_t = u8;
/// A family of curves or finite fields.
pub type psa_pake_family_t = u8;
/// A type, a family and a length, see `PSA_PAKE_PRIMITIVE`.
pub type psa_pake_primitive_t = u32;
/// Which side of a PAKE this is, `PSA_PAKE_ROLE_...`.
pub type psa_pake_role_t = u8;
/// An input or output of a PAKE, `PSA_PAKE_STEP_...`.
pub type psa_pake_step_t = u8;
/// A key by number, as programs for early versions of the specification name it.
pub type psa_key_handle_t = mbedtls_svc_key_id_t;
/// Where a key is inside of a secure element.
pub type psa_drv_slot_number_t = u64;

/// A derivation at work, or an idle one. Its members are private.
#[repr(C)]
pub struct psa_key_derivation_s {
    pub(crate) alg: psa_algorithm_t,
    /// Not 0: keys may come out, because a key went in.
    pub(crate) can_output_key: u32,
    pub(crate) capacity: usize,
    pub(crate) ctx: [u64; 69],
}

/// A derivation at work, or an idle one.
pub type psa_key_derivation_operation_t = psa_key_derivation_s;
const _: () = assert!(size_of::<psa_key_derivation_s>() == 568 && align_of::<psa_key_derivation_s>() == 8);
const _: () = assert!(offset_of!(psa_key_derivation_s, ctx) == 16);

/// What a PAKE is made of.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct psa_pake_cipher_suite_s {
    /// `PSA_ALG_JPAKE`.
    pub algorithm: psa_algorithm_t,
    /// What it calculates with.
    pub r#type: psa_pake_primitive_type_t,
    /// A family of curves or finite fields.
    pub family: psa_pake_family_t,
    /// Which of the family, by its length in bits.
    pub bits: u16,
    /// The digest, `PSA_ALG_...`.
    pub hash: psa_algorithm_t,
}

/// What a PAKE is made of.
pub type psa_pake_cipher_suite_t = psa_pake_cipher_suite_s;
const _: () =
    assert!(size_of::<psa_pake_cipher_suite_s>() == 12 && align_of::<psa_pake_cipher_suite_s>() == 4);
const _: () = assert!(offset_of!(psa_pake_cipher_suite_s, hash) == 8);

/// A PAKE at work, or an idle one. Its members are private.
#[repr(C)]
pub struct psa_pake_operation_s {
    pub(crate) id: u32,
    pub(crate) alg: psa_algorithm_t,
    pub(crate) primitive: psa_pake_primitive_t,
    pub(crate) stage: u8,
    pub(crate) computation_stage: [u32; 3],
    pub(crate) data: [u64; 110],
}

/// A PAKE at work, or an idle one.
pub type psa_pake_operation_t = psa_pake_operation_s;
const _: () = assert!(size_of::<psa_pake_operation_s>() == 912 && align_of::<psa_pake_operation_s>() == 8);
const _: () = assert!(offset_of!(psa_pake_operation_s, computation_stage) == 16);
const _: () = assert!(offset_of!(psa_pake_operation_s, data) == 32);

/// What went into a PAKE before its first step. Its members are private.
#[repr(C)]
pub struct psa_crypto_driver_pake_inputs_s {
    pub(crate) password: *mut u8,
    pub(crate) password_len: usize,
    pub(crate) user: *mut u8,
    pub(crate) user_len: usize,
    pub(crate) peer: *mut u8,
    pub(crate) peer_len: usize,
    pub(crate) attributes: psa_key_attributes_t,
    pub(crate) cipher_suite: psa_pake_cipher_suite_s,
}

/// What went into a PAKE before its first step.
pub type psa_crypto_driver_pake_inputs_t = psa_crypto_driver_pake_inputs_s;
const _: () = assert!(size_of::<psa_crypto_driver_pake_inputs_s>() == 88);
const _: () = assert!(offset_of!(psa_crypto_driver_pake_inputs_s, attributes) == 48);
const _: () = assert!(offset_of!(psa_crypto_driver_pake_inputs_s, cipher_suite) == 72);

/// How a key is made, where there is a choice.
#[repr(C)]
pub struct psa_custom_key_parameters_s {
    /// 0: there is none.
    pub flags: u32,
}

/// How a key is made, where there is a choice.
pub type psa_custom_key_parameters_t = psa_custom_key_parameters_s;

/// How a key is made, with data behind it.
#[repr(C)]
pub struct psa_key_production_parameters_s {
    /// 0: there is no choice.
    pub flags: u32,
    /// As long as the caller says.
    pub data: [u8; 0],
}

/// How a key is made, with data behind it.
pub type psa_key_production_parameters_t = psa_key_production_parameters_s;
const _: () = assert!(offset_of!(psa_key_production_parameters_s, data) == 4);

/// How many keys there are in memory. Its members are private.
#[repr(C)]
pub struct mbedtls_psa_stats_s {
    pub(crate) volatile_slots: usize,
    pub(crate) persistent_slots: usize,
    pub(crate) external_slots: usize,
    pub(crate) half_filled_slots: usize,
    pub(crate) cache_slots: usize,
    pub(crate) empty_slots: usize,
    pub(crate) locked_slots: usize,
    pub(crate) max_open_internal_key_id: psa_key_id_t,
    pub(crate) max_open_external_key_id: psa_key_id_t,
}

/// How many keys there are in memory.
pub type mbedtls_psa_stats_t = mbedtls_psa_stats_s;
const _: () = assert!(size_of::<mbedtls_psa_stats_s>() == 64);
const _: () = assert!(offset_of!(mbedtls_psa_stats_s, max_open_external_key_id) == 60);
