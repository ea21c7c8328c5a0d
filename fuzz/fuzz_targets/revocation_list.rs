//! A revocation list, in PEM or DER.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{Kind, compare_objects};

fuzz_target!(|data: &[u8]| {
    compare_objects(data, |api| Kind {
        init: api.mbedtls_x509_crl_init,
        free: api.mbedtls_x509_crl_free,
        parse: api.mbedtls_x509_crl_parse,
        info: api.mbedtls_x509_crl_info,
    });
});
