//! A public key, in PEM or DER; what is read is written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{Room, compare, note};

fuzz_target!(|data: &[u8]| {
    let mut text = data.to_vec();
    text.push(0); // PEM is a C string
    compare(data, |api, out| {
        let mut room = Room::new();
        let key = room.context();
        let mut written = vec![0_u8; 8192];
        // SAFETY: a context that is set up, used and freed, and buffers with their lengths.
        unsafe {
            (api.mbedtls_pk_init)(key);
            let code = (api.mbedtls_pk_parse_public_key)(key, text.as_ptr(), text.len());
            note(out, &format!("parse {code:x}"));
            if code == 0 {
                note(
                    out,
                    &format!("{} {}", (api.mbedtls_pk_get_type)(key), (api.mbedtls_pk_get_bitlen)(key)),
                );
                let length = (api.mbedtls_pk_write_pubkey_der)(key, written.as_mut_ptr(), written.len());
                let start = written.len() - usize::try_from(length).unwrap_or(0);
                note(out, &format!("written {length} {:x?}", &written[start..]));
            }
            (api.mbedtls_pk_free)(key);
        }
    });
});
