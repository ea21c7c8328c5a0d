//! The C types of `mbedtls/ctr_drbg.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_void};

use crate::capi::aes::mbedtls_aes_context;
use crate::capi::threading::mbedtls_threading_mutex_t;

/// A random number generator; threads may share it. Starts with mbedtls_ctr_drbg_init() and
/// mbedtls_ctr_drbg_seed(), ends with mbedtls_ctr_drbg_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_ctr_drbg_context {
    pub(crate) counter: [c_uchar; 16],
    pub(crate) reseed_counter: c_int,
    pub(crate) prediction_resistance: c_int,
    pub(crate) entropy_len: usize,
    pub(crate) reseed_interval: c_int,
    pub(crate) aes_ctx: mbedtls_aes_context,
    pub(crate) f_entropy: Option<
        unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int,
    >,
    pub(crate) p_entropy: *mut c_void,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ctr_drbg_context>() == 392 && align_of::<mbedtls_ctr_drbg_context>() == 8);
