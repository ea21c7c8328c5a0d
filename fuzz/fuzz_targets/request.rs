//! A request for a certificate, in PEM or DER.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{Kind, compare_objects};

fuzz_target!(|data: &[u8]| {
    compare_objects(data, |api| Kind {
        init: api.mbedtls_x509_csr_init,
        free: api.mbedtls_x509_csr_free,
        parse: api.mbedtls_x509_csr_parse,
        info: api.mbedtls_x509_csr_info,
    });
});
