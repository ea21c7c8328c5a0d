//! `mbedtls/timing.h`: a stopwatch, and the two delays that a DTLS retransmission timer is made of.
//! Layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_ulong, c_void};

use super::boundary;
use super::platform_time::mbedtls_ms_time;

/// A point in time. Its content is private; mbedtls_timing_get_timer() writes and reads it.
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

/// Reads a stopwatch, or starts it anew.
///
/// \param val    The stopwatch; the caller owns it. It must have been started once before it is read.
/// \param reset  Not 0: start now; 0: read only.
///
/// \return  The milliseconds since the start.
/// \return  0: after a start or when `val` is NULL.
///
/// # Safety
/// `val` is null, or points to a stopwatch that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_timer(val: *mut mbedtls_timing_hr_time, reset: c_int) -> c_ulong {
    boundary::enter_or(0, || {
        // SAFETY: the caller vouches for `val`.
        match unsafe { val.as_mut() } {
            Some(timer) if reset != 0 => {
                start(timer);
                0
            }
            Some(timer) => elapsed(timer),
            None => 0,
        }
    })
}

/// Starts a pair of delays. The signature is the one that mbedtls_ssl_set_timer_cb() asks for.
///
/// \param data    A mbedtls_timing_delay_context, owned by the caller. NULL: nothing happens.
/// \param int_ms  The intermediate delay in milliseconds.
/// \param fin_ms  The final delay in milliseconds; 0 cancels the running pair.
///
/// # Safety
/// `data` is null, or points to a `mbedtls_timing_delay_context` that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_set_delay(data: *mut c_void, int_ms: u32, fin_ms: u32) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `data`.
        let Some(delay) = (unsafe { data.cast::<mbedtls_timing_delay_context>().as_mut() }) else { return };
        delay.int_ms = int_ms;
        delay.fin_ms = fin_ms;
        if fin_ms != 0 {
            start(&mut delay.timer);
        }
    });
}

/// Tells which delays are over. The signature is the one that mbedtls_ssl_set_timer_cb() asks for.
///
/// \param data  The mbedtls_timing_delay_context given to mbedtls_timing_set_delay().
///
/// \return  -1: if none is running (also for NULL).
/// \return  0: if neither delay is over.
/// \return  1: if only the intermediate one is.
/// \return  2: if the final one is.
///
/// # Safety
/// `data` is null, or points to a `mbedtls_timing_delay_context` that no other thread uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_delay(data: *mut c_void) -> c_int {
    boundary::enter_or(-1, || {
        // SAFETY: the caller vouches for `data`.
        match unsafe { data.cast::<mbedtls_timing_delay_context>().as_ref() } {
            Some(delay) if delay.fin_ms != 0 => {
                let elapsed = elapsed(&delay.timer);
                c_int::from(elapsed >= c_ulong::from(delay.int_ms))
                    + c_int::from(elapsed >= c_ulong::from(delay.fin_ms))
            }
            _ => -1,
        }
    })
}

/// The final delay of a pair.
///
/// \param data  The pair; NULL gives 0.
///
/// \return  The milliseconds that mbedtls_timing_set_delay() was given as `fin_ms`.
/// \return  0: if none is running.
///
/// # Safety
/// `data` is null, or points to a `mbedtls_timing_delay_context` that no other thread writes meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_final_delay(data: *const mbedtls_timing_delay_context) -> u32 {
    // SAFETY: the caller vouches for `data`.
    boundary::enter_or(0, || unsafe { data.as_ref() }.map_or(0, |delay| delay.fin_ms))
}

fn start(timer: &mut mbedtls_timing_hr_time) {
    timer.opaque = [now(), 0, 0, 0];
}

fn elapsed(timer: &mbedtls_timing_hr_time) -> c_ulong {
    let [started, ..] = timer.opaque;
    now().saturating_sub(started)
}

fn now() -> u64 {
    // SAFETY: the function has no precondition.
    u64::try_from(unsafe { mbedtls_ms_time() }).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ptr;

    fn delay() -> mbedtls_timing_delay_context {
        mbedtls_timing_delay_context {
            timer: mbedtls_timing_hr_time { opaque: [0; 4] },
            int_ms: 0,
            fin_ms: 0,
        }
    }

    fn state(delay: &mut mbedtls_timing_delay_context, int_ms: u32, fin_ms: u32) -> c_int {
        let data = ptr::from_mut(delay).cast();
        // SAFETY: `data` is a delay context of this thread.
        unsafe {
            mbedtls_timing_set_delay(data, int_ms, fin_ms);
            mbedtls_timing_get_delay(data)
        }
    }

    #[test]
    fn each_state_of_a_pair_of_delays() {
        let mut pair = delay();
        assert_eq!(state(&mut pair, 0, 0), -1);
        assert_eq!(state(&mut pair, u32::MAX - 1, u32::MAX), 0);
        assert_eq!(state(&mut pair, 0, u32::MAX), 1);
        // SAFETY: `pair` is a delay context.
        assert_eq!(unsafe { mbedtls_timing_get_final_delay(&pair) }, u32::MAX);
        assert_eq!(state(&mut pair, 1, 1_000), 0);
        pair.timer.opaque[0] = 0; // as if started when the machine was
        // SAFETY: `pair` is a delay context.
        assert_eq!(unsafe { mbedtls_timing_get_delay(ptr::from_mut(&mut pair).cast()) }, 2);
    }

    #[test]
    fn a_stopwatch_starts_at_zero() {
        let mut timer = mbedtls_timing_hr_time { opaque: [7; 4] };
        // SAFETY: `timer` is a stopwatch.
        unsafe {
            assert_eq!(mbedtls_timing_get_timer(&mut timer, 1), 0);
            timer.opaque[0] -= 5;
            assert!(mbedtls_timing_get_timer(&mut timer, 0) >= 5);
        }
    }

    #[test]
    fn null_is_harmless() {
        // SAFETY: null is allowed.
        unsafe {
            assert_eq!(mbedtls_timing_get_timer(ptr::null_mut(), 1), 0);
            mbedtls_timing_set_delay(ptr::null_mut(), 1, 2);
            assert_eq!(mbedtls_timing_get_delay(ptr::null_mut()), -1);
            assert_eq!(mbedtls_timing_get_final_delay(ptr::null()), 0);
        }
    }
}
