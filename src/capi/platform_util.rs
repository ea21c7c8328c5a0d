//! `mbedtls/platform_util.h`.

use std::ffi::{c_int, c_uchar, c_void};

/// A source of random bytes: fills `output` with `output_size` of them. `ctx` is what was registered along with
/// the function. Returns 0, or an error code that the caller passes on.
pub type mbedtls_f_rng_t =
    Option<unsafe extern "C" fn(ctx: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int>;
