//! The C types of `mbedtls/cipher.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

/// A cipher with its key length and mode, by number.
pub type mbedtls_cipher_type_t = c_uint;
/// A cipher by number.
pub type mbedtls_cipher_id_t = c_uint;
/// Encrypting or decrypting.
pub type mbedtls_operation_t = c_int;

/// What is known of a cipher.
pub enum mbedtls_cipher_info_t {}
/// The state of a CMAC. Never complete in C.
pub enum mbedtls_cmac_context_t {}

/// A cipher at work. Its members are private.
#[repr(C)]
pub struct mbedtls_cipher_context_t {
    /// Which cipher; null before setup.
    pub(crate) cipher_info: *const mbedtls_cipher_info_t,
    pub(crate) key_bitlen: c_int,
    /// Encrypting, decrypting, or not yet set.
    pub(crate) operation: mbedtls_operation_t,
    pub(crate) add_padding:
        Option<unsafe extern "C" fn(output: *mut c_uchar, output_len: usize, data_len: usize)>,
    pub(crate) get_padding: Option<
        unsafe extern "C" fn(
            input: *mut c_uchar,
            input_len: usize,
            data_len: *mut usize,
            invalid_padding: *mut usize,
        ) -> c_int,
    >,
    pub(crate) unprocessed_data: [c_uchar; 16],
    pub(crate) unprocessed_len: usize,
    pub(crate) iv: [c_uchar; 16],
    /// The length of the IV in bytes, where it varies.
    pub(crate) iv_size: usize,
    pub(crate) cipher_ctx: *mut c_void,
    pub(crate) cmac_ctx: *mut mbedtls_cmac_context_t,
}
const _: () =
    assert!(size_of::<mbedtls_cipher_context_t>() == 96 && align_of::<mbedtls_cipher_context_t>() == 8);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, cipher_info) == 0);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, operation) == 12);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, iv_size) == 72);
