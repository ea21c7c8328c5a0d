//! `mbedtls/ssl.h`.

mod answers;
mod callbacks;
pub(crate) mod config;
mod context;
mod driver;
pub(crate) mod early_data;
pub(crate) mod extra;
mod failure;
mod getters;
mod handle;
mod io;
pub(crate) mod key_cert;
mod legacy;
mod publish;
mod resumption;
pub(crate) mod session;
mod settings;
mod start;
mod trace;
mod types;

pub use callbacks::*;
pub use config::*;
pub use context::*;
pub use getters::*;
pub use io::*;
pub use legacy::*;
pub use resumption::*;
pub use session::*;
pub use settings::*;
pub use types::*;
