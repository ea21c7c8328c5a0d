//! `mbedtls/platform.h`: allocation and printing are the C library's (macros there), so that nothing is set up.

use std::ffi::{c_char, c_int};

use super::boundary;

/// What a platform port would keep between set-up and teardown; here it is unused.
#[repr(C)]
pub struct mbedtls_platform_context {
    pub(crate) dummy: c_char,
}
const _: () =
    assert!(size_of::<mbedtls_platform_context>() == 1 && align_of::<mbedtls_platform_context>() == 1);

/// Prepares the platform. There is nothing to prepare on the systems that this library runs on.
///
/// \param ctx  Not used; may be NULL.
///
/// \return  0 always.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_setup(ctx: *mut mbedtls_platform_context) -> c_int {
    boundary::enter(|| {
        let _ = ctx;
        0
    })
}

/// Undoes mbedtls_platform_setup(), which has done nothing.
///
/// \param ctx  Not used; may be NULL.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_teardown(ctx: *mut mbedtls_platform_context) {
    let _ = ctx;
}

/// The device with random bytes. It is there for programs: the library asks the operating system without a device.
#[unsafe(no_mangle)]
pub static mut mbedtls_platform_dev_random: *const c_char = c"/dev/random".as_ptr();

#[cfg(test)]
mod tests {
    use super::*;
    use std::ptr;

    #[test]
    fn null_is_enough() {
        // SAFETY: the argument is not used.
        unsafe {
            assert_eq!(mbedtls_platform_setup(ptr::null_mut()), 0);
            mbedtls_platform_teardown(ptr::null_mut());
        }
    }
}
