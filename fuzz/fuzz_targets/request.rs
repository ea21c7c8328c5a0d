//! A request for a certificate, in PEM or DER.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{Room, compare, describe, note};

fuzz_target!(|data: &[u8]| {
    let mut text = data.to_vec();
    text.push(0); // PEM is a C string
    compare(data, |api, out| {
        let mut room = Room::new();
        let context = room.context();
        // SAFETY: a context that is set up, used and freed, and a buffer with its length.
        unsafe {
            (api.mbedtls_x509_csr_init)(context);
            let code = (api.mbedtls_x509_csr_parse)(context, text.as_ptr(), text.len());
            note(out, &format!("parse {code:x}"));
            if code == 0 {
                describe(out, api.mbedtls_x509_csr_info, context);
            }
            (api.mbedtls_x509_csr_free)(context);
        }
    });
});
