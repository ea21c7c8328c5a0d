//! `mbedtls/x509_crt.h`.

mod types;

pub use types::*;
