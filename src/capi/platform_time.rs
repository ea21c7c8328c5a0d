//! `mbedtls/platform_time.h`.

/// Seconds since 1970-01-01, UTC.
pub type mbedtls_time_t = libc::time_t;
/// Milliseconds, of a clock that need not count from any particular day.
pub type mbedtls_ms_time_t = i64;
