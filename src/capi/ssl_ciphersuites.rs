//! The C types of `mbedtls/ssl_ciphersuites.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int};
use std::mem::offset_of;

/// A cipher suite. The library's own, never freed. Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_ciphersuite_t {
    /// Its number, as it is on the wire.
    pub(crate) id: c_int,
    /// Its name, as in "TLS1-3-AES-128-GCM-SHA256".
    pub(crate) name: *const c_char,
    pub(crate) cipher: u8,
    pub(crate) mac: u8,
    pub(crate) key_exchange: u8,
    pub(crate) flags: u8,
    /// The lowest version it is for.
    pub(crate) min_tls_version: u16,
    /// The highest version it is for.
    pub(crate) max_tls_version: u16,
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
