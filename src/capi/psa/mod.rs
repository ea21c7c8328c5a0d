//! `psa/crypto.h`: PSA Crypto over keys in memory. The TLS core needs none of it, and there is nothing to set up.
//!
//! A key is found by its number in the one store of the process; an operation holds on to it until it is done, so that
//! another thread may destroy the key meanwhile.

mod aead;
mod agreement;
mod algorithm;
mod asymmetric;
mod attributes;
mod hash;
mod keys;
mod mac;
mod material;
mod sign;
mod store;

pub use aead::*;
pub use agreement::*;
pub use asymmetric::*;
pub use attributes::*;
pub use hash::*;
pub use keys::*;
pub use mac::*;
pub use sign::*;

use super::boundary;
use crate::crypto::random;

/// `PSA_SUCCESS`, or one of the `PSA_ERROR_` codes, which are negative.
pub type psa_status_t = i32;

const PSA_SUCCESS: psa_status_t = 0;
const PSA_ERROR_NOT_PERMITTED: psa_status_t = -133;
const PSA_ERROR_NOT_SUPPORTED: psa_status_t = -134;
const PSA_ERROR_INVALID_ARGUMENT: psa_status_t = -135;
const PSA_ERROR_INVALID_HANDLE: psa_status_t = -136;
const PSA_ERROR_BAD_STATE: psa_status_t = -137;
const PSA_ERROR_BUFFER_TOO_SMALL: psa_status_t = -138;
const PSA_ERROR_INSUFFICIENT_MEMORY: psa_status_t = -141;
const PSA_ERROR_INSUFFICIENT_ENTROPY: psa_status_t = -148;
const PSA_ERROR_INVALID_SIGNATURE: psa_status_t = -149;
const PSA_ERROR_INVALID_PADDING: psa_status_t = -150;
const PSA_ERROR_CORRUPTION_DETECTED: psa_status_t = -151;

/// The body of an exported function.
fn enter(body: impl FnOnce() -> Result<(), psa_status_t>) -> psa_status_t {
    boundary::enter_or(PSA_ERROR_CORRUPTION_DETECTED, || body().err().unwrap_or(PSA_SUCCESS))
}

/// The bytes of an argument.
///
/// # Safety
/// As for [`boundary::bytes`].
unsafe fn input<'a>(data: *const u8, length: usize) -> Result<&'a [u8], psa_status_t> {
    // SAFETY: passed on to the caller.
    unsafe { boundary::bytes(data, length) }.ok_or(PSA_ERROR_INVALID_ARGUMENT)
}

/// Writes a result, and its length: nothing into a buffer that is too small.
///
/// # Safety
/// `out` is null, or valid for writing `size` bytes; `length` is null, or valid for writing.
unsafe fn output(bytes: &[u8], out: *mut u8, size: usize, length: *mut usize) -> Result<(), psa_status_t> {
    if length.is_null() {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    // SAFETY: the caller vouches for both; what was read from an overlapping input is not needed any more.
    unsafe {
        length.write(0);
        let out = boundary::bytes_mut(out, size).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        out.get_mut(..bytes.len()).ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?.copy_from_slice(bytes);
        length.write(bytes.len());
    }
    Ok(())
}

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

/// Undoes psa_crypto_init(): destroys every key in memory. Open connections go on.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_psa_crypto_free() {
    boundary::enter_or((), store::clear);
}

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
