//! `psa/crypto.h`: PSA Crypto over keys in memory and in files. The TLS core needs none of it, and there is nothing to set up.
//!
//! A key is found by its number in the one store of the process; an operation holds on to it until it is done, so that
//! another thread may destroy the key meanwhile.

mod aead;
mod aead_parts;
mod aead_state;
mod agreement;
mod algorithm;
mod asymmetric;
mod attributes;
mod cipher;
mod cipher_state;
mod derivation;
mod extra;
mod hash;
mod interruptible;
mod keys;
mod mac;
mod material;
mod operations;
mod pake;
mod running;
mod saved;
mod sign;
mod store;

pub use aead::*;
pub use aead_parts::*;
pub use agreement::*;
pub use asymmetric::*;
pub use attributes::*;
pub use cipher::*;
pub use derivation::*;
pub use extra::*;
pub use hash::*;
pub use interruptible::*;
pub use keys::*;
pub use mac::*;
pub use operations::*;
pub use pake::*;
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
const PSA_ERROR_ALREADY_EXISTS: psa_status_t = -139;
const PSA_ERROR_DOES_NOT_EXIST: psa_status_t = -140;
const PSA_ERROR_INSUFFICIENT_MEMORY: psa_status_t = -141;
const PSA_ERROR_INSUFFICIENT_STORAGE: psa_status_t = -142;
const PSA_ERROR_INSUFFICIENT_DATA: psa_status_t = -143;
const PSA_ERROR_STORAGE_FAILURE: psa_status_t = -146;
const PSA_ERROR_INSUFFICIENT_ENTROPY: psa_status_t = -148;
const PSA_ERROR_INVALID_SIGNATURE: psa_status_t = -149;
const PSA_ERROR_INVALID_PADDING: psa_status_t = -150;
const PSA_ERROR_CORRUPTION_DETECTED: psa_status_t = -151;
const PSA_ERROR_DATA_CORRUPT: psa_status_t = -152;
const PSA_ERROR_DATA_INVALID: psa_status_t = -153;

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

/// Undoes psa_crypto_init(): destroys every key that is in memory only. Open connections go on.
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

    #[test]
    fn null_is_an_invalid_argument() {
        let (none, gone, bad) = (ptr::null(), ptr::null_mut(), PSA_ERROR_INVALID_ARGUMENT);
        let sha256 = 0x0200_0009;
        // SAFETY: null is allowed everywhere.
        unsafe {
            psa_reset_key_attributes(ptr::null_mut());
            assert_eq!(psa_get_key_attributes(0, ptr::null_mut()), bad);
            assert_eq!(psa_import_key(ptr::null(), none, 4, ptr::null_mut()), bad);
            assert_eq!(psa_generate_key(ptr::null(), ptr::null_mut()), bad);
            assert_eq!(psa_hash_compute(sha256, none, 1, gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_hash_compute(sha256, none, 0, gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_hash_compare(sha256, none, 1, none, 0), bad);
            assert_eq!(psa_hash_setup(ptr::null_mut(), sha256), bad);
            assert_eq!(psa_hash_update(ptr::null_mut(), none, 0), bad);
            assert_eq!(psa_hash_finish(ptr::null_mut(), gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_hash_clone(ptr::null(), ptr::null_mut()), bad);
            assert_eq!(psa_hash_abort(ptr::null_mut()), bad);
            assert_eq!(psa_mac_sign_setup(ptr::null_mut(), 0, 0), bad);
            assert_eq!(psa_mac_update(ptr::null_mut(), none, 0), bad);
            assert_eq!(psa_mac_verify_finish(ptr::null_mut(), none, 0), bad);
            assert_eq!(psa_mac_abort(ptr::null_mut()), bad);
            assert_eq!(psa_cipher_encrypt(0, 0, none, 1, gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_cipher_decrypt(0, 0, none, 1, gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_cipher_encrypt_setup(ptr::null_mut(), 0, 0), bad);
            assert_eq!(psa_cipher_generate_iv(ptr::null_mut(), gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_cipher_set_iv(ptr::null_mut(), none, 0), bad);
            assert_eq!(psa_cipher_update(ptr::null_mut(), none, 0, gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_cipher_finish(ptr::null_mut(), gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_cipher_abort(ptr::null_mut()), bad);
            assert_eq!(psa_aead_decrypt_setup(ptr::null_mut(), 0, 0), bad);
            assert_eq!(psa_aead_generate_nonce(ptr::null_mut(), gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_aead_set_nonce(ptr::null_mut(), none, 0), bad);
            assert_eq!(psa_aead_set_lengths(ptr::null_mut(), 0, 0), bad);
            assert_eq!(psa_aead_update_ad(ptr::null_mut(), none, 0), bad);
            assert_eq!(psa_aead_update(ptr::null_mut(), none, 0, gone, 0, ptr::null_mut()), bad);
            assert_eq!(psa_aead_verify(ptr::null_mut(), gone, 0, ptr::null_mut(), none, 0), bad);
            assert_eq!(psa_aead_abort(ptr::null_mut()), bad);
            assert_eq!(psa_sign_hash_start(ptr::null_mut(), 0, 0, none, 0), bad);
            assert_eq!(psa_sign_hash_get_num_ops(ptr::null()), 0);
            assert_eq!(psa_verify_hash_complete(ptr::null_mut()), bad);
            assert_eq!(psa_open_key(0, ptr::null_mut()), bad);
            assert_eq!(psa_generate_key_custom(ptr::null(), ptr::null(), none, 0, ptr::null_mut()), bad);
            assert_eq!(psa_generate_key_ext(ptr::null(), ptr::null(), 0, ptr::null_mut()), bad);
            mbedtls_psa_get_stats(ptr::null_mut());
        }
    }

    /// Messages in pieces with null where there should be data: an answer, and an operation that is idle.
    #[test]
    fn pieces_that_are_null() {
        let attributes = psa_key_attributes_t {
            r#type: algorithm::PSA_KEY_TYPE_AES,
            policy: psa_key_policy_t {
                usage: keys::PSA_KEY_USAGE_ENCRYPT,
                alg: 0x0440_4000,
                alg2: 0x0550_0200,
            },
            ..Default::default()
        };
        let (mut key, mut length, gone, none) = (0, 0, ptr::null_mut(), ptr::null());
        // SAFETY: zero bytes are idle operations, and null is allowed for data.
        unsafe {
            assert_eq!(
                psa_import_key(&raw const attributes, [7; 16].as_ptr(), 16, &raw mut key),
                PSA_SUCCESS
            );
            let mut cipher: psa_cipher_operation_t = std::mem::zeroed();
            let cipher = &raw mut cipher;
            let mut aead: psa_aead_operation_t = std::mem::zeroed();
            let aead = &raw mut aead;
            for (len, room) in [(5, 0), (16, 16), (usize::MAX, usize::MAX), (1 << 40, usize::MAX)] {
                assert_eq!(psa_cipher_encrypt_setup(cipher, key, 0x0440_4000), PSA_SUCCESS);
                assert_eq!(psa_cipher_set_iv(cipher, [0; 16].as_ptr(), 16), PSA_SUCCESS);
                let code = psa_cipher_update(cipher, none, len, gone, room, &raw mut length);
                assert_eq!(code, PSA_ERROR_INVALID_ARGUMENT);
                let code = psa_cipher_finish(cipher, gone, 0, &raw mut length);
                assert_eq!((code, length), (PSA_ERROR_BAD_STATE, 0));

                assert_eq!(psa_aead_encrypt_setup(aead, key, 0x0550_0200), PSA_SUCCESS);
                assert_eq!(psa_aead_set_nonce(aead, [0; 12].as_ptr(), 12), PSA_SUCCESS);
                let code = psa_aead_update(aead, none, len, gone, room.max(len), &raw mut length);
                assert_eq!(code, PSA_ERROR_INVALID_ARGUMENT);
                assert_eq!(psa_aead_update_ad(aead, none, 0), PSA_ERROR_BAD_STATE);
            }
            assert_eq!(psa_destroy_key(key), PSA_SUCCESS);
        }
    }

    #[test]
    fn threads_share_the_store_and_a_key_outlives_its_number_while_it_is_used() {
        let threads: Vec<_> = (0..4u8)
            .map(|byte| {
                std::thread::spawn(move || {
                    for _ in 0..200 {
                        let material =
                            material::Material::import(algorithm::PSA_KEY_TYPE_RAW_DATA, 0, &[byte; 9]);
                        let id = store::insert(psa_key_attributes_t::default(), material.unwrap()).unwrap();
                        let key = store::find(id).unwrap_or_else(|code| panic!("{code}"));
                        assert_eq!(store::remove(id), Ok(()));
                        assert_eq!(store::remove(id), Err(PSA_ERROR_INVALID_HANDLE));
                        assert_eq!(*key.material.bytes, [byte; 9]);
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
    }
}
