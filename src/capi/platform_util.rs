//! `mbedtls/platform_util.h`.

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use zeroize::Zeroize;

use super::boundary;
use super::platform_time::mbedtls_time_t;

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

/// Gives the parts of a time, UTC, as gmtime_r() does.
///
/// \param tt      The time.
/// \param tm_buf  Where the parts go.
///
/// \return  `tm_buf`.
/// \return  NULL: an argument is NULL, or the year does not fit.
///
/// # Safety
/// `tt` is null or readable, `tm_buf` null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_gmtime_r(
    tt: *const mbedtls_time_t,
    tm_buf: *mut libc::tm,
) -> *mut libc::tm {
    if tt.is_null() || tm_buf.is_null() {
        return ptr::null_mut();
    }
    // SAFETY: the caller vouches for both.
    unsafe { libc::gmtime_r(tt, tm_buf) }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn the_parts_of_a_time() {
        let time = 1_000_000_000;
        let mut parts = std::mem::MaybeUninit::<libc::tm>::zeroed();
        // SAFETY: both are there; null is allowed.
        unsafe {
            assert_eq!(mbedtls_platform_gmtime_r(&time, parts.as_mut_ptr()), parts.as_mut_ptr());
            let parts = parts.assume_init();
            assert_eq!((parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour), (101, 8, 9, 1));
            assert!(mbedtls_platform_gmtime_r(ptr::null(), ptr::null_mut()).is_null());
            assert!(mbedtls_platform_gmtime_r(&i64::MAX, &mut { parts }).is_null());
        }
    }
}
