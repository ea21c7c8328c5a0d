//! The C types of `mbedtls/aes.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::c_int;

/// An AES key schedule. Its members are private.
#[repr(C)]
pub struct mbedtls_aes_context {
    pub(crate) nr: c_int,
    pub(crate) rk_offset: usize,
    pub(crate) buf: [u32; 68],
}
const _: () = assert!(size_of::<mbedtls_aes_context>() == 288 && align_of::<mbedtls_aes_context>() == 8);
