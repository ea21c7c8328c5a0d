//! A private key of any format, in PEM or DER, with a password; what is read is written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{compare_keys, not_random};

fuzz_target!(|data: &[u8]| {
    let password = b"password";
    let none = std::ptr::null_mut();
    compare_keys(
        data,
        // SAFETY: an initialised context, and buffers with their lengths.
        |api, key, text| unsafe {
            (api.mbedtls_pk_parse_key)(
                key,
                text.as_ptr(),
                text.len(),
                password.as_ptr(),
                password.len(),
                not_random,
                none,
            )
        },
        |api| api.mbedtls_pk_write_key_der,
    );
});
