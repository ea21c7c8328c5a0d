//! What the `mbedtls_*_self_test` functions share: known answers, which a program can ask for at run time.

use std::ffi::{CStr, c_int};

use crate::crypto::block::{Algorithm, BlockCipher, Direction};

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

/// What a self-test returns for `checks`: 0 if each passed, else 1. Says how each went if `verbose` is not 0.
pub(crate) fn report(verbose: c_int, checks: &[(&CStr, bool)]) -> c_int {
    if verbose != 0 {
        for (name, passed) in checks {
            say(name, if *passed { c"passed" } else { c"failed" });
        }
    }
    c_int::from(checks.iter().any(|(_, passed)| !passed))
}

/// By the C library's output, whose buffer the program's own lines are in.
fn say(name: &CStr, outcome: &CStr) {
    // SAFETY: the format asks for two strings, and both end with a NUL.
    unsafe { libc::printf(c"  %s: %s\n".as_ptr(), name.as_ptr(), outcome.as_ptr()) };
}

/// The bytes that the first `2 * N` hexadecimal digits stand for; others count as 0.
pub(crate) fn hex<const N: usize>(digits: &str) -> [u8; N] {
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).ok();
        *byte = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
    }
    bytes
}

/// Bytes that count up from 0.
pub(crate) fn counting<const N: usize>() -> [u8; N] {
    std::array::from_fn(|at| u8::try_from(at % 256).unwrap_or(0))
}

/// Whether `key` makes `sealed` of `plain`, and `plain` of `sealed`.
pub(crate) fn block<const N: usize>(
    algorithm: Algorithm,
    key: &[u8],
    plain: [u8; N],
    sealed: [u8; N],
) -> bool {
    let apply = |direction, mut block: [u8; N]| {
        BlockCipher::new(algorithm, direction, key).map(|cipher| {
            cipher.apply(&mut block);
            block
        })
    };
    apply(Direction::Encrypt, plain) == Some(sealed) && apply(Direction::Decrypt, sealed) == Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi;

    #[test]
    fn every_self_test_of_the_ciphers_is_right() {
        for (name, test) in [
            ("aes", capi::aes::mbedtls_aes_self_test as extern "C" fn(c_int) -> c_int),
            ("aria", capi::aria::mbedtls_aria_self_test),
            ("base64", capi::base64::mbedtls_base64_self_test),
            ("camellia", capi::camellia::mbedtls_camellia_self_test),
            ("ccm", capi::ccm::mbedtls_ccm_self_test),
            ("chacha20", capi::chacha20::mbedtls_chacha20_self_test),
            ("chachapoly", capi::chachapoly::mbedtls_chachapoly_self_test),
            ("cmac", capi::cmac::mbedtls_cmac_self_test),
            ("des", capi::des::mbedtls_des_self_test),
            ("gcm", capi::gcm::mbedtls_gcm_self_test),
            ("nist_kw", capi::nist_kw::mbedtls_nist_kw_self_test),
            ("poly1305", capi::poly1305::mbedtls_poly1305_self_test),
        ] {
            assert_eq!(test(0), 0, "{name}");
        }
    }

    #[test]
    fn one_failure_is_a_failure() {
        assert_eq!(report(0, &[(c"a", true), (c"b", true)]), 0);
        assert_eq!(report(1, &[(c"a", true), (c"b", false), (c"c", true)]), 1);
        assert_eq!(run(1, &[(c"a", || true), (c"b", || false)]), 1);
    }
}
