//! Comparing times.

use std::ffi::c_int;

use super::mbedtls_x509_time;
use crate::capi::boundary::enter;
use crate::capi::platform_time::mbedtls_time_t;
use crate::x509::time::Time;

/// Compares two times.
///
/// \param t1  One time.
/// \param t2  The other.
///
/// \return A negative number if \p t1 is before \p t2, 0 if they are the same, a positive number if it is later. NULL
///         counts as the year 0.
///
/// # Safety
/// Both are null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_cmp(
    t1: *const mbedtls_x509_time,
    t2: *const mbedtls_x509_time,
) -> c_int {
    enter(|| {
        // The fields of a day, and those within a day, packed side by side: the difference is what programs have always got.
        let packed = |time: Option<&mbedtls_x509_time>| {
            time.map_or((0, 0), |t| {
                let day = t.year.wrapping_shl(9) | t.mon.wrapping_shl(5) | t.day;
                (day, t.hour.wrapping_shl(12) | t.min.wrapping_shl(6) | t.sec)
            })
        };
        // SAFETY: null, or the caller vouches for them.
        let (one, other) = unsafe { (packed(t1.as_ref()), packed(t2.as_ref())) };
        match one.0.wrapping_sub(other.0) {
            0 => one.1.wrapping_sub(other.1),
            days => days,
        }
    })
}

/// The date and time of a number of seconds since 1970, UTC.
///
/// \param tt   The seconds.
/// \param now  Where date and time go.
///
/// \return 0 on success.
/// \return -1 if the year does not fit, or for NULL.
///
/// # Safety
/// `now` is null or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_gmtime(tt: mbedtls_time_t, now: *mut mbedtls_x509_time) -> c_int {
    enter(|| {
        // SAFETY: a `tm` may be all zero bytes.
        let mut tm: libc::tm = unsafe { std::mem::zeroed() };
        // SAFETY: both point to locals.
        if now.is_null() || unsafe { libc::gmtime_r(&raw const tt, &raw mut tm) }.is_null() {
            return -1;
        }
        let Some(year) = tm.tm_year.checked_add(1900) else { return -1 };
        let time = mbedtls_x509_time {
            year,
            mon: tm.tm_mon + 1,
            day: tm.tm_mday,
            hour: tm.tm_hour,
            min: tm.tm_min,
            sec: tm.tm_sec,
        };
        // SAFETY: the caller vouches for `now`.
        unsafe { now.write(time) };
        0
    })
}

/// Is this time over?
///
/// \param to  The last second of something, UTC.
///
/// \return 1 if it is before the current second of the system's clock, otherwise 0. Null is past.
///
/// # Safety
/// `to` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_is_past(to: *const mbedtls_x509_time) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let to = unsafe { to.as_ref() };
        to.is_none_or(|to| order(to) < order(&Time::now().into())).into()
    })
}

/// Is this time yet to come?
///
/// \param from  The first second of something, UTC.
///
/// \return 1 if it is behind the current second of the system's clock, otherwise 0. Null is to come.
///
/// # Safety
/// `from` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_is_future(from: *const mbedtls_x509_time) -> c_int {
    enter(|| {
        // SAFETY: null, or the caller vouches for it.
        let from = unsafe { from.as_ref() };
        from.is_none_or(|from| order(from) > order(&Time::now().into())).into()
    })
}

/// The fields in the order of their weight, so that comparing them compares the times.
fn order(time: &mbedtls_x509_time) -> [c_int; 6] {
    [time.year, time.mon, time.day, time.hour, time.min, time.sec]
}
