//! The C types of `mbedtls/ssl_cache.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar};
use std::mem::offset_of;

use crate::capi::platform_time::mbedtls_time_t;
use crate::capi::threading::mbedtls_threading_mutex_t;

/// One session in a cache. Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_cache_entry {
    pub(crate) timestamp: mbedtls_time_t,
    pub(crate) session_id: [c_uchar; 32],
    pub(crate) session_id_len: usize,
    pub(crate) session: *mut c_uchar,
    pub(crate) session_len: usize,
    pub(crate) next: *mut mbedtls_ssl_cache_entry,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_cache_entry>() == 72 && align_of::<mbedtls_ssl_cache_entry>() == 8);

/// A cache of sessions for servers; threads may share it. Starts with mbedtls_ssl_cache_init(), ends with
/// mbedtls_ssl_cache_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_cache_context {
    pub(crate) chain: *mut mbedtls_ssl_cache_entry,
    /// How long a session is kept, in seconds.
    pub(crate) timeout: c_int,
    pub(crate) max_entries: c_int,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_cache_context>() == 64 && align_of::<mbedtls_ssl_cache_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_cache_context, timeout) == 8);
