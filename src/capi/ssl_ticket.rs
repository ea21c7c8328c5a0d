//! The C types of `mbedtls/ssl_ticket.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_void};

use crate::capi::cipher::mbedtls_cipher_context_t;
use crate::capi::platform_time::mbedtls_time_t;
use crate::capi::threading::mbedtls_threading_mutex_t;

#[repr(C)]
pub struct mbedtls_ssl_ticket_key {
    pub name: [c_uchar; 4],
    pub generation_time: mbedtls_time_t,
    pub lifetime: u32,
    pub ctx: mbedtls_cipher_context_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_ticket_key>() == 120 && align_of::<mbedtls_ssl_ticket_key>() == 8);

#[repr(C)]
pub struct mbedtls_ssl_ticket_context {
    pub keys: [mbedtls_ssl_ticket_key; 2],
    pub active: c_uchar,
    pub ticket_lifetime: u32,
    pub f_rng: Option<unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize) -> c_int>,
    pub p_rng: *mut c_void,
    pub mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_ticket_context>() == 312 && align_of::<mbedtls_ssl_ticket_context>() == 8);
