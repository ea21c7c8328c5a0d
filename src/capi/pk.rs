//! The C types of `mbedtls/pk.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_uint, c_void};
use std::mem::offset_of;

pub type mbedtls_pk_type_t = c_uint;

pub enum mbedtls_pk_info_t {}

#[repr(C)]
pub struct mbedtls_pk_context {
    pub pk_info: *const mbedtls_pk_info_t,
    pub pk_ctx: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_pk_context>() == 16 && align_of::<mbedtls_pk_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_pk_context, pk_ctx) == 8);
