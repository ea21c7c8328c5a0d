//! The C types of `mbedtls/ssl_ciphersuites.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int};
use std::mem::offset_of;

#[repr(C)]
pub struct mbedtls_ssl_ciphersuite_t {
    pub id: c_int,
    pub name: *const c_char,
    pub cipher: u8,
    pub mac: u8,
    pub key_exchange: u8,
    pub flags: u8,
    pub min_tls_version: u16,
    pub max_tls_version: u16,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_ciphersuite_t>() == 24 && align_of::<mbedtls_ssl_ciphersuite_t>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_ciphersuite_t, id) == 0);
const _: () = assert!(offset_of!(mbedtls_ssl_ciphersuite_t, name) == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_ciphersuite_t, cipher) == 16);
const _: () = assert!(offset_of!(mbedtls_ssl_ciphersuite_t, mac) == 17);
const _: () = assert!(offset_of!(mbedtls_ssl_ciphersuite_t, flags) == 19);
const _: () = assert!(offset_of!(mbedtls_ssl_ciphersuite_t, min_tls_version) == 20);
const _: () = assert!(offset_of!(mbedtls_ssl_ciphersuite_t, max_tls_version) == 22);
