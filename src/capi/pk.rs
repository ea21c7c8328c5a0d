//! The C types of `mbedtls/pk.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_uint, c_void};
use std::mem::offset_of;

/// A kind of key, by number.
pub type mbedtls_pk_type_t = c_uint;

/// What is known of a kind of key. Never complete in C.
pub enum mbedtls_pk_info_t {}

/// A key: public, or a pair. Starts with mbedtls_pk_init(), ends with mbedtls_pk_free(). Its members are
/// private.
#[repr(C)]
pub struct mbedtls_pk_context {
    pub(crate) pk_info: *const mbedtls_pk_info_t,
    pub(crate) pk_ctx: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_pk_context>() == 16 && align_of::<mbedtls_pk_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_pk_context, pk_ctx) == 8);
