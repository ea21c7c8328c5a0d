//! `mbedtls/ssl.h`.

mod callbacks;
mod config;
pub(crate) mod key_cert;
mod session;
mod types;

pub use callbacks::*;
pub use types::*;
