//! PKCS #7 signed data in DER.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{Room, compare, note};

fuzz_target!(|data: &[u8]| {
    compare(data, |api, out| {
        let mut room = Room::new();
        let message = room.context();
        // SAFETY: a context that is set up, used and freed, and a buffer with its length.
        unsafe {
            (api.mbedtls_pkcs7_init)(message);
            note(
                out,
                &format!("parse {:x}", (api.mbedtls_pkcs7_parse_der)(message, data.as_ptr(), data.len())),
            );
            (api.mbedtls_pkcs7_free)(message);
        }
    });
});
