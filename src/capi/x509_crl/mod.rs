//! `mbedtls/x509_crl.h`.

mod types;

pub use types::*;
