//! The C types of `mbedtls/aes.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::c_int;

#[repr(C)]
pub struct mbedtls_aes_context {
    pub nr: c_int,
    pub rk_offset: usize,
    pub buf: [u32; 68],
}
const _: () = assert!(size_of::<mbedtls_aes_context>() == 288 && align_of::<mbedtls_aes_context>() == 8);
