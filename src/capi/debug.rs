//! `mbedtls/debug.h`: how much of what happens is told to the function given to `mbedtls_ssl_conf_dbg`.

use std::ffi::{CStr, c_int};
use std::sync::atomic::{AtomicI32, Ordering};

use super::boundary;
use super::ssl::mbedtls_ssl_config;

static THRESHOLD: AtomicI32 = AtomicI32::new(0);

/// Sets how much is reported, for all connections of the process, from the next message on. A connection reports
/// only if its configuration has a function for it (mbedtls_ssl_conf_dbg()).
///
/// \param threshold  Messages up to this level are reported: 0 none (as at the start), 1 errors, 2 changes of state,
///                   3 what was negotiated, 4 everything. Secrets are reported at no level.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_debug_set_threshold(threshold: c_int) {
    boundary::enter_or((), || THRESHOLD.store(threshold, Ordering::Relaxed));
}

/// Whether messages of `level` are reported: ask before composing one.
pub(crate) fn enabled(level: c_int) -> bool {
    level <= THRESHOLD.load(Ordering::Relaxed)
}

/// Reports `text` (without its newline, which is added) at `level`, if anybody listens. C code runs meanwhile:
/// the caller holds no reference into a context. What does not fit into a line of 512 bytes is cut off.
///
/// # Safety
/// `conf` is null, or points to a configuration that nobody writes meanwhile.
pub(crate) unsafe fn print(
    conf: *const mbedtls_ssl_config,
    level: c_int,
    file: &'static CStr,
    line: c_int,
    text: &str,
) {
    if conf.is_null() || !enabled(level) {
        return;
    }
    // SAFETY: the caller vouches for the non-null `conf`; both fields are copied out.
    let (report, data) = unsafe { ((*conf).f_dbg, (*conf).p_dbg) };
    let Some(report) = report else { return };
    let message = c_line(text);
    // SAFETY: both strings are terminated and live across the call; `data` is what C code registered for it.
    unsafe { report(data, level, file.as_ptr(), line, message.as_ptr().cast()) };
}

/// `text`, then a newline and a NUL; a NUL within `text` ends it.
fn c_line(text: &str) -> [u8; 514] {
    let mut line = [0; 514];
    let kept = text.bytes().take_while(|byte| *byte != 0).take(512).chain([b'\n']);
    for (to, from) in line.iter_mut().zip(kept) {
        *to = from;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::{c_char, c_void};
    use std::mem::MaybeUninit;
    use std::ptr;

    unsafe extern "C" fn note(
        notes: *mut c_void,
        level: c_int,
        file: *const c_char,
        line: c_int,
        text: *const c_char,
    ) {
        // SAFETY: the test registers a vector; `print` gives terminated strings.
        unsafe {
            let entry = (level, CStr::from_ptr(file).to_owned(), line, CStr::from_ptr(text).to_owned());
            (*notes.cast::<Vec<_>>()).push(entry);
        }
    }

    #[test]
    fn messages_up_to_the_threshold_are_reported_as_lines() {
        let mut notes: Vec<(c_int, std::ffi::CString, c_int, std::ffi::CString)> = Vec::new();
        // SAFETY: zero bytes are an empty configuration.
        let mut conf: mbedtls_ssl_config = unsafe { MaybeUninit::zeroed().assume_init() };
        let long = "x".repeat(2000);
        // SAFETY: `conf` is a configuration, `notes` outlives the calls.
        unsafe {
            mbedtls_debug_set_threshold(0);
            assert!(enabled(0) && !enabled(1));
            mbedtls_debug_set_threshold(3);
            assert!(enabled(3) && !enabled(4));
            print(ptr::null(), 1, c"file.rs", 7, "to nobody");
            print(&conf, 1, c"file.rs", 7, "to nobody");
            conf.f_dbg = Some(note);
            conf.p_dbg = ptr::from_mut(&mut notes).cast();
            print(&conf, 4, c"file.rs", 7, "too detailed");
            print(&conf, 3, c"file.rs", 7, "cut\0off");
            print(&conf, 1, c"other.rs", 8, &long);
            mbedtls_debug_set_threshold(0);
            print(&conf, 1, c"file.rs", 7, "switched off");
        }
        assert_eq!(notes.len(), 2);
        assert_eq!(notes[0], (3, c"file.rs".into(), 7, c"cut\n".into()));
        assert_eq!(notes[1].1.as_c_str(), c"other.rs");
        assert_eq!(notes[1].3.as_bytes(), format!("{}\n", &long[..512]).as_bytes());
    }
}
