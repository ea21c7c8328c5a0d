//! `mbedtls/ssl.h`.

mod callbacks;
pub(crate) mod config;
pub(crate) mod key_cert;
pub(crate) mod session;
mod types;

pub use callbacks::*;
pub use config::*;
pub use session::*;
pub use types::*;
