//! The C types of `mbedtls/entropy.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_void};

use crate::capi::md::mbedtls_md_context_t;
use crate::capi::threading::mbedtls_threading_mutex_t;

/// A source of entropy: writes up to `len` bytes to `output` and sets `*olen` to how many. `data` is what was
/// registered along with the function. Returns 0 or an error code.
pub type mbedtls_entropy_f_source_ptr = Option<
    unsafe extern "C" fn(data: *mut c_void, output: *mut c_uchar, len: usize, olen: *mut usize) -> c_int,
>;

/// One registered source. Its members are private.
#[repr(C)]
pub struct mbedtls_entropy_source_state {
    pub(crate) f_source: mbedtls_entropy_f_source_ptr,
    pub(crate) p_source: *mut c_void,
    pub(crate) size: usize,
    pub(crate) threshold: usize,
    pub(crate) strong: c_int,
}
const _: () = assert!(
    size_of::<mbedtls_entropy_source_state>() == 40 && align_of::<mbedtls_entropy_source_state>() == 8
);

/// Where seeds come from; threads may share it. Starts with mbedtls_entropy_init(), ends with
/// mbedtls_entropy_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_entropy_context {
    pub(crate) accumulator: mbedtls_md_context_t,
    pub(crate) accumulator_started: c_int,
    pub(crate) source_count: c_int,
    pub(crate) source: [mbedtls_entropy_source_state; 20],
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_entropy_context>() == 880 && align_of::<mbedtls_entropy_context>() == 8);
