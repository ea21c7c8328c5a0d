//! The C types of `mbedtls/md.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_uint, c_void};

/// A digest by number.
pub type mbedtls_md_type_t = c_uint;

/// What is known of a digest. Never complete in C.
pub enum mbedtls_md_info_t {}

/// A digest or HMAC at work. Its members are private.
#[repr(C)]
pub struct mbedtls_md_context_t {
    pub(crate) md_info: *const mbedtls_md_info_t,
    pub(crate) md_ctx: *mut c_void,
    pub(crate) hmac_ctx: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_md_context_t>() == 24 && align_of::<mbedtls_md_context_t>() == 8);
