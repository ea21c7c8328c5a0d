//! One certificate in DER: parsed, described, and verified as its own authority.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{Room, compare, describe, note};

fuzz_target!(|data: &[u8]| {
    compare(data, |api, out| {
        let mut room = Room::new();
        let certificate = room.context();
        // SAFETY: a context that is set up, used and freed, and a buffer with its length.
        unsafe {
            (api.mbedtls_x509_crt_init)(certificate);
            let code = (api.mbedtls_x509_crt_parse_der)(certificate, data.as_ptr(), data.len());
            note(out, &format!("parse {code:x}"));
            if code == 0 {
                describe(out, api.mbedtls_x509_crt_info, certificate);
                let mut flags = 0;
                let none = std::ptr::null_mut();
                let code = (api.mbedtls_x509_crt_verify)(
                    certificate,
                    certificate,
                    none,
                    c"localhost".as_ptr(),
                    &mut flags,
                    none,
                    none,
                );
                note(out, &format!("verify {code:x} {flags:x}"));
            }
            (api.mbedtls_x509_crt_free)(certificate);
        }
    });
});
