//! What the `*_self_test` functions have in common.

use std::ffi::{CStr, c_int};

/// What a self-test returns for `checks`: 0 if each passed, else 1. Says how each went if `verbose` is not 0.
pub(crate) fn report(verbose: c_int, checks: &[(&CStr, bool)]) -> c_int {
    if verbose != 0 {
        for (name, passed) in checks {
            let outcome = if *passed { c"passed" } else { c"failed" };
            // SAFETY: the format takes two strings, and each ends with NUL. The C library prints, so that lines keep
            // their order among the program's own.
            unsafe { libc::printf(c"  %s: %s\n".as_ptr(), name.as_ptr(), outcome.as_ptr()) };
        }
    }
    c_int::from(checks.iter().any(|(_, passed)| !passed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_is_a_failure() {
        assert_eq!(report(0, &[(c"a", true), (c"b", true)]), 0);
        assert_eq!(report(1, &[(c"a", true), (c"b", false), (c"c", true)]), 1);
    }
}
