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
/// - `buf`: the memory; it stays the caller's. NULL: nothing happens.
/// - `len`: its length in bytes.
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

/// Splits a time into the fields of a calendar date, in UTC. Several threads may call it at the same time.
///
/// - `tt`: the time, in seconds since 1970.
/// - `tm_buf`: where the fields go; owned by the caller.
///
/// Returns `tm_buf`; NULL if an argument is NULL or the year does not fit.
///
/// # Safety
/// `tt` is null or readable; `tm_buf` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_gmtime_r(
    tt: *const mbedtls_time_t,
    tm_buf: *mut libc::tm,
) -> *mut libc::tm {
    boundary::enter_or(ptr::null_mut(), || {
        if tt.is_null() || tm_buf.is_null() {
            return ptr::null_mut();
        }
        // SAFETY: neither pointer is null; the caller vouches for what they point to.
        unsafe { libc::gmtime_r(tt, tm_buf) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::MaybeUninit;

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
    fn a_known_date() {
        let mut tm = MaybeUninit::<libc::tm>::zeroed();
        let time: mbedtls_time_t = 951_827_696; // the leap day of the year 2000
        // SAFETY: both pointers are valid; zero bytes are a `tm`.
        let tm = unsafe {
            assert_eq!(mbedtls_platform_gmtime_r(&time, tm.as_mut_ptr()), tm.as_mut_ptr());
            tm.assume_init()
        };
        assert_eq!((tm.tm_year, tm.tm_mon, tm.tm_mday), (100, 1, 29));
        assert_eq!((tm.tm_hour, tm.tm_min, tm.tm_sec), (12, 34, 56));
        // SAFETY: null is allowed.
        unsafe {
            assert!(mbedtls_platform_gmtime_r(ptr::null(), ptr::null_mut()).is_null());
            assert!(mbedtls_platform_gmtime_r(&time, ptr::null_mut()).is_null());
        }
    }
}
