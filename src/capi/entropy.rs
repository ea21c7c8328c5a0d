//! The C types of `mbedtls/entropy.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_void};

use crate::capi::md::mbedtls_md_context_t;
use crate::capi::threading::mbedtls_threading_mutex_t;

pub type mbedtls_entropy_f_source_ptr =
    Option<unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize, *mut usize) -> c_int>;

#[repr(C)]
pub struct mbedtls_entropy_source_state {
    pub f_source: mbedtls_entropy_f_source_ptr,
    pub p_source: *mut c_void,
    pub size: usize,
    pub threshold: usize,
    pub strong: c_int,
}
const _: () = assert!(
    size_of::<mbedtls_entropy_source_state>() == 40 && align_of::<mbedtls_entropy_source_state>() == 8
);

#[repr(C)]
pub struct mbedtls_entropy_context {
    pub accumulator: mbedtls_md_context_t,
    pub accumulator_started: c_int,
    pub source_count: c_int,
    pub source: [mbedtls_entropy_source_state; 20],
    pub mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_entropy_context>() == 880 && align_of::<mbedtls_entropy_context>() == 8);
