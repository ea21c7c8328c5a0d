//! Certificates, keys and names.

pub mod der;
