//! The C types of `mbedtls/ssl_ticket.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_void};

use crate::capi::cipher::mbedtls_cipher_context_t;
use crate::capi::platform_time::mbedtls_time_t;
use crate::capi::threading::mbedtls_threading_mutex_t;

/// One ticket key. Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_ticket_key {
    pub(crate) name: [c_uchar; 4],
    pub(crate) generation_time: mbedtls_time_t,
    pub(crate) lifetime: u32,
    pub(crate) ctx: mbedtls_cipher_context_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_ticket_key>() == 120 && align_of::<mbedtls_ssl_ticket_key>() == 8);

/// Ticket keys for servers; threads may share it. Starts with mbedtls_ssl_ticket_init() and
/// mbedtls_ssl_ticket_setup(), ends with mbedtls_ssl_ticket_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_ticket_context {
    pub(crate) keys: [mbedtls_ssl_ticket_key; 2],
    pub(crate) active: c_uchar,
    pub(crate) ticket_lifetime: u32,
    pub(crate) f_rng:
        Option<unsafe extern "C" fn(p_rng: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int>,
    pub(crate) p_rng: *mut c_void,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_ticket_context>() == 312 && align_of::<mbedtls_ssl_ticket_context>() == 8);
