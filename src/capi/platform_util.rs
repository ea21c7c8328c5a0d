//! `mbedtls/platform_util.h`.

use std::ffi::{c_int, c_uchar, c_void};

pub type mbedtls_f_rng_t = Option<unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize) -> c_int>;
