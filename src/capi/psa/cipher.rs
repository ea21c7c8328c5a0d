//! Encryption that does not authenticate.

use std::mem::offset_of;

/// Encryption or decryption in pieces, or an idle one. Zeroed, it is idle. Its members are private.
#[repr(C)]
pub struct psa_cipher_operation_s {
    pub(crate) id: u32,
    pub(crate) iv_flags: u8,
    pub(crate) default_iv_length: u8,
    pub(crate) ctx: [u64; 13],
}

/// Encryption or decryption in pieces, or an idle one.
pub type psa_cipher_operation_t = psa_cipher_operation_s;
const _: () =
    assert!(size_of::<psa_cipher_operation_s>() == 112 && align_of::<psa_cipher_operation_s>() == 8);
const _: () = assert!(offset_of!(psa_cipher_operation_s, ctx) == 8);
