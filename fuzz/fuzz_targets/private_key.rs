//! A private key of any format, in PEM or DER, with a password; what is read is written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{Room, compare, not_random, note};

fuzz_target!(|data: &[u8]| {
    let mut text = data.to_vec();
    text.push(0); // PEM is a C string
    let password = b"password";
    compare(data, |api, out| {
        let mut room = Room::new();
        let key = room.context();
        let mut written = vec![0_u8; 8192];
        // SAFETY: a context that is set up, used and freed, and buffers with their lengths.
        unsafe {
            (api.mbedtls_pk_init)(key);
            let code = (api.mbedtls_pk_parse_key)(
                key,
                text.as_ptr(),
                text.len(),
                password.as_ptr(),
                password.len(),
                not_random,
                std::ptr::null_mut(),
            );
            note(out, &format!("parse {code:x}"));
            if code == 0 {
                note(
                    out,
                    &format!("{} {}", (api.mbedtls_pk_get_type)(key), (api.mbedtls_pk_get_bitlen)(key)),
                );
                let length = (api.mbedtls_pk_write_key_der)(key, written.as_mut_ptr(), written.len());
                let start = written.len() - usize::try_from(length).unwrap_or(0);
                note(out, &format!("written {length} {:x?}", &written[start..]));
            }
            (api.mbedtls_pk_free)(key);
        }
    });
});
