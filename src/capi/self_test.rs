//! What the `mbedtls_*_self_test` functions share: known answers, which a program can ask for at run time.

use std::ffi::{CStr, c_int};

/// A name, and whether the answer is right.
pub(crate) type Case = (&'static CStr, fn() -> bool);

/// 0: all answers are right. 1: one is not, and those behind it were not asked for. `verbose` other than 0 prints each.
pub(crate) fn run(verbose: c_int, cases: &[Case]) -> c_int {
    for (name, right) in cases {
        let right = right();
        if verbose != 0 {
            say(name, if right { c"passed" } else { c"failed" });
        }
        if !right {
            return 1;
        }
    }
    if verbose != 0 {
        // SAFETY: the format asks for no argument.
        unsafe { libc::printf(c"\n".as_ptr()) };
    }
    0
}

/// By the C library's output, whose buffer the program's own lines are in.
fn say(name: &CStr, outcome: &CStr) {
    // SAFETY: the format asks for two strings, and both end with a NUL.
    unsafe { libc::printf(c"  %s: %s\n".as_ptr(), name.as_ptr(), outcome.as_ptr()) };
}
