//! Encryption that authenticates, in pieces.

use std::mem::offset_of;

use super::{psa_algorithm_t, psa_key_type_t};

/// Authenticated encryption or decryption in pieces, or an idle one. Zeroed, it is idle. Its members are private.
#[repr(C)]
pub struct psa_aead_operation_s {
    pub(crate) id: u32,
    pub(crate) alg: psa_algorithm_t,
    pub(crate) key_type: psa_key_type_t,
    pub(crate) ad_remaining: usize,
    pub(crate) body_remaining: usize,
    pub(crate) flags: u32,
    pub(crate) ctx: [u64; 54],
}

/// Authenticated encryption or decryption in pieces, or an idle one.
pub type psa_aead_operation_t = psa_aead_operation_s;
const _: () = assert!(size_of::<psa_aead_operation_s>() == 472 && align_of::<psa_aead_operation_s>() == 8);
const _: () = assert!(offset_of!(psa_aead_operation_s, ctx) == 40);
