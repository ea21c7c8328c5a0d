//! A public key, in PEM or DER; what is read is written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::compare_keys;

fuzz_target!(|data: &[u8]| {
    compare_keys(
        data,
        // SAFETY: an initialised context, and a buffer with its length.
        |api, key, text| unsafe { (api.mbedtls_pk_parse_public_key)(key, text.as_ptr(), text.len()) },
        |api| api.mbedtls_pk_write_pubkey_der,
    );
});
