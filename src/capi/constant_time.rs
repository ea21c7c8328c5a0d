//! `mbedtls/constant_time.h`.

use std::ffi::{c_int, c_void};

use subtle::ConstantTimeEq;

use super::boundary::{self, enter_or};

/// Compares memory in a time that depends on its length alone.
///
/// \param a  The one; may be NULL if `n` is 0.
/// \param b  The other; may be NULL if `n` is 0.
/// \param n  How many bytes are compared.
///
/// \return  0: they are equal.
/// \return  Another number: they differ, or an argument is NULL.
///
/// # Safety
/// `a` and `b` are null, or readable for `n` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ct_memcmp(a: *const c_void, b: *const c_void, n: usize) -> c_int {
    enter_or(1, || {
        // SAFETY: the caller vouches for both.
        match unsafe { (boundary::bytes(a.cast(), n), boundary::bytes(b.cast(), n)) } {
            (Some(a), Some(b)) => c_int::from(bool::from(a.ct_ne(b))),
            _ => 1,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ptr;

    #[test]
    fn equal_or_not() {
        let compare = |a: &[u8], b: &[u8], n| {
            // SAFETY: both have at least `n` bytes.
            unsafe { mbedtls_ct_memcmp(a.as_ptr().cast(), b.as_ptr().cast(), n) }
        };
        assert_eq!(compare(b"abc", b"abc", 3), 0);
        assert_eq!(compare(b"abc", b"abd", 2), 0);
        assert_eq!(compare(b"abc", b"abd", 3), 1);
        assert_eq!(compare(b"abc", b"xyz", 0), 0);
        // SAFETY: null is allowed.
        unsafe {
            assert_eq!(mbedtls_ct_memcmp(ptr::null(), ptr::null(), 0), 0);
            assert_eq!(mbedtls_ct_memcmp(ptr::null(), ptr::null(), 1), 1);
        }
    }
}
