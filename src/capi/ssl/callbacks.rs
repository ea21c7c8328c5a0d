//! The callback types of `mbedtls/ssl.h`. In C they name function types; here each is what a pointer to one is.

use std::ffi::{c_int, c_uchar, c_void};

use super::types::*;

pub type mbedtls_ssl_cache_get_t =
    Option<unsafe extern "C" fn(*mut c_void, *const c_uchar, usize, *mut mbedtls_ssl_session) -> c_int>;
pub type mbedtls_ssl_cache_set_t =
    Option<unsafe extern "C" fn(*mut c_void, *const c_uchar, usize, *const mbedtls_ssl_session) -> c_int>;
pub type mbedtls_ssl_cookie_check_t =
    Option<unsafe extern "C" fn(*mut c_void, *const c_uchar, usize, *const c_uchar, usize) -> c_int>;
pub type mbedtls_ssl_cookie_write_t = Option<
    unsafe extern "C" fn(*mut c_void, *mut *mut c_uchar, *mut c_uchar, *const c_uchar, usize) -> c_int,
>;
pub type mbedtls_ssl_export_keys_t = Option<
    unsafe extern "C" fn(
        *mut c_void,
        mbedtls_ssl_key_export_type,
        *const c_uchar,
        usize,
        *const c_uchar,
        *const c_uchar,
        mbedtls_tls_prf_types,
    ),
>;
pub type mbedtls_ssl_get_timer_t = Option<unsafe extern "C" fn(*mut c_void) -> c_int>;
pub type mbedtls_ssl_recv_t = Option<unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize) -> c_int>;
pub type mbedtls_ssl_recv_timeout_t =
    Option<unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize, u32) -> c_int>;
pub type mbedtls_ssl_send_t = Option<unsafe extern "C" fn(*mut c_void, *const c_uchar, usize) -> c_int>;
pub type mbedtls_ssl_set_timer_t = Option<unsafe extern "C" fn(*mut c_void, u32, u32)>;
pub type mbedtls_ssl_ticket_parse_t =
    Option<unsafe extern "C" fn(*mut c_void, *mut mbedtls_ssl_session, *mut c_uchar, usize) -> c_int>;
pub type mbedtls_ssl_ticket_write_t = Option<
    unsafe extern "C" fn(
        *mut c_void,
        *const mbedtls_ssl_session,
        *mut c_uchar,
        *const c_uchar,
        *mut usize,
        *mut u32,
    ) -> c_int,
>;

pub type mbedtls_ssl_hs_cb_t = Option<unsafe extern "C" fn(*mut mbedtls_ssl_context) -> c_int>;
