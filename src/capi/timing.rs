//! The C types of `mbedtls/timing.h`: layouts are those of Debian 13 on x86_64, asserted here.

/// A moment of a clock that only goes forward. Its members are private.
#[repr(C)]
pub struct mbedtls_timing_hr_time {
    pub(crate) opaque: [u64; 4],
}
const _: () = assert!(size_of::<mbedtls_timing_hr_time>() == 32 && align_of::<mbedtls_timing_hr_time>() == 8);

/// A timer with two delays, for mbedtls_ssl_set_timer_cb(). Its members are private.
#[repr(C)]
pub struct mbedtls_timing_delay_context {
    pub(crate) timer: mbedtls_timing_hr_time,
    pub(crate) int_ms: u32,
    pub(crate) fin_ms: u32,
}
const _: () = assert!(
    size_of::<mbedtls_timing_delay_context>() == 40 && align_of::<mbedtls_timing_delay_context>() == 8
);
