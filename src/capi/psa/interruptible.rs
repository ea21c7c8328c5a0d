//! Signatures in small steps.

use std::mem::offset_of;

/// A signature that is being made, or none. Zeroed, it is none. Its members are private.
#[repr(C)]
pub struct psa_sign_hash_interruptible_operation_s {
    pub(crate) id: u32,
    pub(crate) ctx: u32,
    pub(crate) error_occurred: u32,
    pub(crate) num_ops: u32,
}

/// A signature that is being made, or none.
pub type psa_sign_hash_interruptible_operation_t = psa_sign_hash_interruptible_operation_s;
const _: () = assert!(size_of::<psa_sign_hash_interruptible_operation_s>() == 16);
const _: () = assert!(offset_of!(psa_sign_hash_interruptible_operation_s, num_ops) == 12);

/// A signature that is being verified, or none. Zeroed, it is none. Its members are private.
#[repr(C)]
pub struct psa_verify_hash_interruptible_operation_s {
    pub(crate) id: u32,
    pub(crate) ctx: u32,
    pub(crate) error_occurred: u32,
    pub(crate) num_ops: u32,
}

/// A signature that is being verified, or none.
pub type psa_verify_hash_interruptible_operation_t = psa_verify_hash_interruptible_operation_s;
const _: () = assert!(size_of::<psa_verify_hash_interruptible_operation_s>() == 16);
