//! Mbed TLS 3.6's C API on a TLS 1.3 core written in Rust.
//!
//! Four rooms, one direction: [`capi`] -> [`x509`], [`tls`] -> [`crypto`]. Nothing points back.
//!
//! - `capi`: the C surface; a C name leads to its header, the header to `src/capi/<same name>`.
//! - `tls`: the protocol (RFC 8446), without I/O, clock, callbacks or C types.
//! - `x509`: certificates, keys and names.
//! - `crypto`: the only room that names `ring`.
//!
//! Three rules: `unsafe` lives in `capi` only; nothing a peer sends can panic or allocate without bound;
//! a secret has one owner and is wiped when that owner goes.

pub mod capi;
pub mod crypto;
pub mod tls;
pub mod x509;
