//! The C types of `mbedtls/timing.h`: layouts are those of Debian 13 on x86_64, asserted here.

#[repr(C)]
pub struct mbedtls_timing_hr_time {
    pub opaque: [u64; 4],
}
const _: () = assert!(size_of::<mbedtls_timing_hr_time>() == 32 && align_of::<mbedtls_timing_hr_time>() == 8);

#[repr(C)]
pub struct mbedtls_timing_delay_context {
    pub timer: mbedtls_timing_hr_time,
    pub int_ms: u32,
    pub fin_ms: u32,
}
const _: () = assert!(
    size_of::<mbedtls_timing_delay_context>() == 40 && align_of::<mbedtls_timing_delay_context>() == 8
);
