//! `mbedtls/platform_util.h`.

use std::ffi::{c_int, c_uchar, c_void};

use zeroize::Zeroize;

use super::boundary;

/// A source of random bytes: fills `output` with `output_size` of them. `ctx` is what was registered along with
/// the function. Returns 0, or an error code that the caller passes on.
pub type mbedtls_f_rng_t =
    Option<unsafe extern "C" fn(ctx: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int>;

/// Overwrites memory with zeros, in a way that no compiler takes out as useless.
///
/// \param buf  The memory; it stays the caller's. NULL: nothing happens.
/// \param len  Its length in bytes.
///
/// # Safety
/// `buf` is null, or valid for writing `len` bytes that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_zeroize(buf: *mut c_void, len: usize) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `buf` and `len`.
        if let Some(bytes) = unsafe { boundary::bytes_mut(buf.cast(), len) } {
            bytes.zeroize();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ptr;

    #[test]
    fn exactly_the_bytes_asked_for_become_zero() {
        let mut bytes = [0xAA_u8; 8];
        // SAFETY: 6 bytes are there behind the first.
        unsafe { mbedtls_platform_zeroize(bytes.as_mut_ptr().add(1).cast(), 6) };
        assert_eq!(bytes, [0xAA, 0, 0, 0, 0, 0, 0, 0xAA]);
        // SAFETY: null is allowed.
        unsafe {
            mbedtls_platform_zeroize(ptr::null_mut(), 6);
            mbedtls_platform_zeroize(ptr::null_mut(), 0);
        }
    }
}
