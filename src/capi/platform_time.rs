//! `mbedtls/platform_time.h`.

pub type mbedtls_time_t = libc::time_t;
pub type mbedtls_ms_time_t = i64;
