//! `psa/crypto.h`: what TLS programs use of it. The TLS core needs no PSA, and no set-up.

use std::ffi::c_int;

use super::boundary;
use crate::crypto::random;

/// `PSA_SUCCESS`, or one of the `PSA_ERROR_` codes, which are negative.
pub type psa_status_t = i32;

const PSA_SUCCESS: psa_status_t = 0;
const PSA_ERROR_INVALID_ARGUMENT: psa_status_t = -135;
const PSA_ERROR_INSUFFICIENT_ENTROPY: psa_status_t = -148;
const PSA_ERROR_CORRUPTION_DETECTED: psa_status_t = -151;

/// Makes the cryptography ready. This library is always ready: the call is welcome, and may be left out or repeated.
///
/// \return  PSA_SUCCESS always.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_crypto_init() -> psa_status_t {
    boundary::enter_or(PSA_ERROR_CORRUPTION_DETECTED, || PSA_SUCCESS)
}

/// Undoes psa_crypto_init(). There is nothing to release, and open connections go on.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_psa_crypto_free() {}

/// Fills a buffer with random bytes of the operating system. Needs no psa_crypto_init().
///
/// \param output       The buffer, owned by the caller; may be NULL if `output_size` is 0.
/// \param output_size  Its size in bytes; there is no upper limit.
///
/// \return  PSA_SUCCESS: done.
/// \return  PSA_ERROR_INVALID_ARGUMENT: if `output` is NULL and `output_size` is not 0.
/// \return  PSA_ERROR_INSUFFICIENT_ENTROPY: if the operating system gives no randomness.
/// \return  PSA_ERROR_CORRUPTION_DETECTED: after a fault inside the library.
///
/// # Safety
/// `output` is null, or valid for writing `output_size` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_random(output: *mut u8, output_size: usize) -> psa_status_t {
    boundary::enter_or(PSA_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the caller vouches for `output`.
        let Some(output) = (unsafe { boundary::bytes_mut(output, output_size) }) else {
            return PSA_ERROR_INVALID_ARGUMENT;
        };
        random::fill(output).map_or(PSA_ERROR_INSUFFICIENT_ENTROPY, |()| PSA_SUCCESS)
    })
}

const _: () = assert!(size_of::<psa_status_t>() == size_of::<c_int>());

#[cfg(test)]
mod tests {
    use super::*;
    use std::ptr;

    #[test]
    fn random_bytes_with_and_without_init() {
        let (mut a, mut b) = ([0_u8; 3000], [0_u8; 3000]);
        // SAFETY: the buffers are as long as said.
        unsafe {
            assert_eq!(psa_generate_random(a.as_mut_ptr(), a.len()), PSA_SUCCESS);
            assert_eq!(psa_crypto_init(), PSA_SUCCESS);
            assert_eq!(psa_crypto_init(), PSA_SUCCESS);
            assert_eq!(psa_generate_random(b.as_mut_ptr(), b.len()), PSA_SUCCESS);
            mbedtls_psa_crypto_free();
            mbedtls_psa_crypto_free();
        }
        assert_ne!(a, b);
        assert!(a[2900..].iter().any(|byte| *byte != 0));
    }

    #[test]
    fn nothing_to_fill_and_nowhere_to_put_it() {
        // SAFETY: null is allowed.
        unsafe {
            assert_eq!(psa_generate_random(ptr::null_mut(), 0), PSA_SUCCESS);
            assert_eq!(psa_generate_random(ptr::null_mut(), 1), PSA_ERROR_INVALID_ARGUMENT);
        }
    }
}
