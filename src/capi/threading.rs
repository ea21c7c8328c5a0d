//! The C types of `mbedtls/threading.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::c_char;

/// A mutex. Its members are private.
#[repr(C)]
pub struct mbedtls_threading_mutex_t {
    pub(crate) mutex: libc::pthread_mutex_t,
    pub(crate) state: c_char,
}
const _: () =
    assert!(size_of::<mbedtls_threading_mutex_t>() == 48 && align_of::<mbedtls_threading_mutex_t>() == 8);
