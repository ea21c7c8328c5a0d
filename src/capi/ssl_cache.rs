//! The C types of `mbedtls/ssl_cache.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};
use std::mem::offset_of;

use crate::capi::platform_time::mbedtls_time_t;
use crate::capi::threading::mbedtls_threading_mutex_t;

#[repr(C)]
pub struct mbedtls_ssl_cache_entry {
    pub timestamp: mbedtls_time_t,
    pub session_id: [c_uchar; 32],
    pub session_id_len: usize,
    pub session: *mut c_uchar,
    pub session_len: usize,
    pub next: *mut mbedtls_ssl_cache_entry,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_cache_entry>() == 72 && align_of::<mbedtls_ssl_cache_entry>() == 8);

#[repr(C)]
pub struct mbedtls_ssl_cache_context {
    pub chain: *mut mbedtls_ssl_cache_entry,
    pub timeout: c_int,
    pub max_entries: c_int,
    pub mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_cache_context>() == 64 && align_of::<mbedtls_ssl_cache_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_cache_context, timeout) == 8);
