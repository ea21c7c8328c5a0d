//! The C types of `mbedtls/cipher.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

pub type mbedtls_cipher_type_t = c_uint;
pub type mbedtls_cipher_id_t = c_uint;
pub type mbedtls_operation_t = c_int;

pub enum mbedtls_cipher_info_t {}
pub enum mbedtls_cmac_context_t {}

#[repr(C)]
pub struct mbedtls_cipher_context_t {
    pub cipher_info: *const mbedtls_cipher_info_t,
    pub key_bitlen: c_int,
    pub operation: mbedtls_operation_t,
    pub add_padding: Option<unsafe extern "C" fn(*mut c_uchar, usize, usize)>,
    pub get_padding: Option<unsafe extern "C" fn(*mut c_uchar, usize, *mut usize, *mut usize) -> c_int>,
    pub unprocessed_data: [c_uchar; 16],
    pub unprocessed_len: usize,
    pub iv: [c_uchar; 16],
    pub iv_size: usize,
    pub cipher_ctx: *mut c_void,
    pub cmac_ctx: *mut mbedtls_cmac_context_t,
}
const _: () =
    assert!(size_of::<mbedtls_cipher_context_t>() == 96 && align_of::<mbedtls_cipher_context_t>() == 8);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, cipher_info) == 0);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, operation) == 12);
const _: () = assert!(offset_of!(mbedtls_cipher_context_t, iv_size) == 72);
