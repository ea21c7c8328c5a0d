//! The C types of `mbedtls/md.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_uint, c_void};

pub type mbedtls_md_type_t = c_uint;

pub enum mbedtls_md_info_t {}

#[repr(C)]
pub struct mbedtls_md_context_t {
    pub md_info: *const mbedtls_md_info_t,
    pub md_ctx: *mut c_void,
    pub hmac_ctx: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_md_context_t>() == 24 && align_of::<mbedtls_md_context_t>() == 8);
