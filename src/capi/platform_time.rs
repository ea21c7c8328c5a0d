//! `mbedtls/platform_time.h`: the two clocks.

use super::boundary;

/// Seconds since 1970-01-01, UTC.
pub type mbedtls_time_t = libc::time_t;
/// Milliseconds, of a clock that need not count from any particular day.
pub type mbedtls_ms_time_t = i64;

/// A clock that only goes forward, for measuring how old something is. It counts from an arbitrary point
/// (the start of the machine) and goes on while the machine sleeps.
///
/// \return  The time in milliseconds.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ms_time() -> mbedtls_ms_time_t {
    boundary::enter_or(0, || {
        let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: `now` is a timespec to write.
        unsafe { libc::clock_gettime(libc::CLOCK_BOOTTIME, &mut now) };
        now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    })
}

/// The time of day, as `time(NULL)` gives it.
pub(crate) fn now_seconds() -> mbedtls_time_t {
    // SAFETY: null asks for the result alone.
    unsafe { libc::time(std::ptr::null_mut()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_goes_back_and_counts_milliseconds() {
        // SAFETY: the function has no precondition.
        let before = unsafe { mbedtls_ms_time() };
        std::thread::sleep(std::time::Duration::from_millis(20));
        // SAFETY: the function has no precondition.
        assert!(unsafe { mbedtls_ms_time() } >= before + 20);
    }
}
