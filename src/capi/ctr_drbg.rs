//! The C types of `mbedtls/ctr_drbg.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_void};

use crate::capi::aes::mbedtls_aes_context;
use crate::capi::threading::mbedtls_threading_mutex_t;

#[repr(C)]
pub struct mbedtls_ctr_drbg_context {
    pub counter: [c_uchar; 16],
    pub reseed_counter: c_int,
    pub prediction_resistance: c_int,
    pub entropy_len: usize,
    pub reseed_interval: c_int,
    pub aes_ctx: mbedtls_aes_context,
    pub f_entropy: Option<unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize) -> c_int>,
    pub p_entropy: *mut c_void,
    pub mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ctr_drbg_context>() == 392 && align_of::<mbedtls_ctr_drbg_context>() == 8);
