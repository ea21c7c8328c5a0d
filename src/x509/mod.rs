//! Certificates, keys and names.

pub mod der;
pub mod key;
pub mod pem;
