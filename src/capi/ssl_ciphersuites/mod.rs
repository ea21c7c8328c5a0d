//! `mbedtls/ssl_ciphersuites.h`: the cipher suites by number and by name. The layout is that of Debian 13 on x86_64, asserted
//! here.

mod tls12;

use std::ffi::{CStr, c_char, c_int};
use std::mem::offset_of;
use std::ptr;

use super::boundary::{enter, enter_or, string};

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

// SAFETY: the tables below never change, and neither do the names they point to.
unsafe impl Sync for mbedtls_ssl_ciphersuite_t {}

/// Lists the suites this library has, whether or not they are on by default.
///
/// \return  Suite numbers with a 0 behind them; valid forever, not to be changed.
///
/// # Safety
/// There is nothing to keep.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_list_ciphersuites() -> *const c_int {
    ALL_SUITES.as_ptr()
}

/// Finds a suite by its number.
///
/// \param ciphersuite_id  The number.
///
/// \return  The suite, valid forever; NULL for none. Those of TLS 1.2 are known, and never agreed on.
///
/// # Safety
/// There is nothing to keep.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ciphersuite_from_id(
    ciphersuite_id: c_int,
) -> *const mbedtls_ssl_ciphersuite_t {
    enter_or(ptr::null(), || by_id(ciphersuite_id).map_or(ptr::null(), ptr::from_ref))
}

/// Finds a suite by its name.
///
/// \param ciphersuite_name  The name, such as "TLS1-3-AES-128-GCM-SHA256", in this spelling; or NULL.
///
/// \return  The suite, valid forever; NULL for none. Those of TLS 1.2 are known, and never agreed on.
///
/// # Safety
/// `ciphersuite_name` is null, or a NUL-terminated string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ciphersuite_from_string(
    ciphersuite_name: *const c_char,
) -> *const mbedtls_ssl_ciphersuite_t {
    enter_or(ptr::null(), || {
        // SAFETY: the caller vouches for the string.
        let name = unsafe { string(ciphersuite_name) };
        name.and_then(by_name).map_or(ptr::null(), ptr::from_ref)
    })
}

/// Tells a suite's name.
///
/// \param ciphersuite_id  The number.
///
/// \return  The name, valid forever; "unknown" for none.
///
/// # Safety
/// There is nothing to keep.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite_name(ciphersuite_id: c_int) -> *const c_char {
    enter_or(c"unknown".as_ptr(), || by_id(ciphersuite_id).map_or(c"unknown".as_ptr(), |suite| suite.name))
}

/// Tells a suite's number.
///
/// \param ciphersuite_name  The name, such as "TLS1-3-AES-128-GCM-SHA256", in this spelling; or NULL.
///
/// \return  The number; 0 for none.
///
/// # Safety
/// `ciphersuite_name` is null, or a NUL-terminated string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite_id(ciphersuite_name: *const c_char) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the string.
        let name = unsafe { string(ciphersuite_name) };
        name.and_then(by_name).map_or(0, |suite| suite.id)
    })
}

/// Tells the length of a suite's key.
///
/// \param info  The suite; or NULL.
///
/// \return  Bits; 0 for NULL.
///
/// # Safety
/// `info` is null, or a suite.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(
    info: *const mbedtls_ssl_ciphersuite_t,
) -> usize {
    enter_or(0, || {
        // SAFETY: the caller vouches for `info`.
        match unsafe { info.as_ref() }.map(|info| info.cipher) {
            Some(
                AES_128_CBC | AES_128_GCM | AES_128_CCM | CAMELLIA_128_CBC | CAMELLIA_128_GCM | ARIA_128_CBC
                | ARIA_128_GCM,
            ) => 128,
            Some(
                AES_256_CBC | AES_256_GCM | AES_256_CCM | CAMELLIA_256_CBC | CAMELLIA_256_GCM | ARIA_256_CBC
                | ARIA_256_GCM | CHACHA20_POLY1305,
            ) => 256,
            _ => 0,
        }
    })
}

/// TLS_AES_128_GCM_SHA256 (RFC 8446 appendix B.4).
pub const MBEDTLS_TLS1_3_AES_128_GCM_SHA256: c_int = 0x1301;
/// TLS_AES_256_GCM_SHA384.
pub const MBEDTLS_TLS1_3_AES_256_GCM_SHA384: c_int = 0x1302;
/// TLS_CHACHA20_POLY1305_SHA256.
pub const MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256: c_int = 0x1303;
/// TLS_AES_128_CCM_SHA256.
pub const MBEDTLS_TLS1_3_AES_128_CCM_SHA256: c_int = 0x1304;
/// TLS_AES_128_CCM_8_SHA256.
pub const MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256: c_int = 0x1305;

static ALL_SUITES: [c_int; 6] = [
    MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
    MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
    MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
    MBEDTLS_TLS1_3_AES_128_CCM_SHA256,
    MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256,
    0,
];

/// A suite with its name as the library itself reads it.
struct Named {
    name: &'static CStr,
    suite: mbedtls_ssl_ciphersuite_t,
}

fn find(is_it: impl Fn(&Named) -> bool) -> Option<&'static mbedtls_ssl_ciphersuite_t> {
    SUITES.iter().chain(&tls12::SUITES).find(|named| is_it(named)).map(|named| &named.suite)
}

fn by_id(id: c_int) -> Option<&'static mbedtls_ssl_ciphersuite_t> {
    find(|named| named.suite.id == id)
}

fn by_name(name: &CStr) -> Option<&'static mbedtls_ssl_ciphersuite_t> {
    find(|named| named.name == name)
}

const AES_128_CBC: u8 = 5;
const AES_256_CBC: u8 = 7;
const AES_128_GCM: u8 = 14;
const AES_256_GCM: u8 = 16;
const CAMELLIA_128_CBC: u8 = 20;
const CAMELLIA_256_CBC: u8 = 22;
const CAMELLIA_128_GCM: u8 = 29;
const CAMELLIA_256_GCM: u8 = 31;
const AES_128_CCM: u8 = 38;
const AES_256_CCM: u8 = 40;
const ARIA_128_CBC: u8 = 53;
const ARIA_256_CBC: u8 = 55;
const ARIA_128_GCM: u8 = 62;
const ARIA_256_GCM: u8 = 64;
const CHACHA20_POLY1305: u8 = 77;
const SHA1: u8 = 5;
const SHA256: u8 = 9;
const SHA384: u8 = 10;
/// The tag is of 8 bytes.
const SHORT_TAG: u8 = 2;

static SUITES: [Named; 5] = [
    suite(MBEDTLS_TLS1_3_AES_128_GCM_SHA256, c"TLS1-3-AES-128-GCM-SHA256", AES_128_GCM, SHA256),
    suite(MBEDTLS_TLS1_3_AES_256_GCM_SHA384, c"TLS1-3-AES-256-GCM-SHA384", AES_256_GCM, SHA384),
    suite(
        MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
        c"TLS1-3-CHACHA20-POLY1305-SHA256",
        CHACHA20_POLY1305,
        SHA256,
    ),
    suite(MBEDTLS_TLS1_3_AES_128_CCM_SHA256, c"TLS1-3-AES-128-CCM-SHA256", AES_128_CCM, SHA256),
    short_tag(&suite(
        MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256,
        c"TLS1-3-AES-128-CCM-8-SHA256",
        AES_128_CCM,
        SHA256,
    )),
];

const fn suite(id: c_int, name: &'static CStr, cipher: u8, mac: u8) -> Named {
    let suite = mbedtls_ssl_ciphersuite_t {
        id,
        name: name.as_ptr(),
        cipher,
        mac,
        key_exchange: 0,
        flags: 0,
        min_tls_version: 0x0304,
        max_tls_version: 0x0304,
    };
    Named { name, suite }
}

const fn short_tag(named: &Named) -> Named {
    Named { suite: mbedtls_ssl_ciphersuite_t { flags: SHORT_TAG, ..named.suite }, ..*named }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_name_lead_to_the_same_suite() {
        for (id, name, bits) in [
            (0x1301, c"TLS1-3-AES-128-GCM-SHA256", 128),
            (0x1302, c"TLS1-3-AES-256-GCM-SHA384", 256),
            (0x1303, c"TLS1-3-CHACHA20-POLY1305-SHA256", 256),
            (0x1304, c"TLS1-3-AES-128-CCM-SHA256", 128),
            (0x1305, c"TLS1-3-AES-128-CCM-8-SHA256", 128),
            (0xc02f, c"TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256", 128), // RFC 5289
        ] {
            // SAFETY: the names are C strings, the suites come from the table.
            unsafe {
                let suite = mbedtls_ssl_ciphersuite_from_id(id);
                assert_eq!((*suite).id, id);
                assert_eq!(suite, mbedtls_ssl_ciphersuite_from_string(name.as_ptr()));
                assert_eq!(CStr::from_ptr(mbedtls_ssl_get_ciphersuite_name(id)), name);
                assert_eq!(mbedtls_ssl_get_ciphersuite_id(name.as_ptr()), id);
                assert_eq!(mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(suite), bits);
            }
        }
    }

    #[test]
    fn what_is_unknown_has_no_suite() {
        // SAFETY: nulls and C strings.
        unsafe {
            assert!(mbedtls_ssl_ciphersuite_from_id(0xc0ff).is_null());
            assert!(mbedtls_ssl_ciphersuite_from_string(c"tls1-3-aes-128-gcm-sha256".as_ptr()).is_null());
            assert!(mbedtls_ssl_ciphersuite_from_string(ptr::null()).is_null());
            assert_eq!(CStr::from_ptr(mbedtls_ssl_get_ciphersuite_name(0)), c"unknown");
            assert_eq!(mbedtls_ssl_get_ciphersuite_id(ptr::null()), 0);
            assert_eq!(mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(ptr::null()), 0);
        }
    }
}
