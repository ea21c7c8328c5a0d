//! The C surface: one file (or folder) per public header, and the only room with `unsafe`.
//!
//! An exported function translates its arguments, calls one safe function, and translates the result.
//! No Rust reference into a context is alive while C code (a BIO, a callback) runs.
#![allow(unsafe_code, non_camel_case_types, non_snake_case)]

pub mod aes;
pub mod aria;
pub mod asn1;
pub mod asn1write;
pub mod base64;
pub mod bignum;
pub(crate) mod block;
pub(crate) mod boundary;
pub mod camellia;
pub mod ccm;
pub mod chacha20;
pub mod chachapoly;
pub mod cipher;
pub mod cmac;
pub mod codes;
pub mod compat;
pub mod constant_time;
pub mod ctr_drbg;
pub mod debug;
pub mod des;
pub mod dhm;
mod digest_context;
pub mod ecdsa;
pub mod ecp;
pub mod entropy;
pub mod error;
pub mod gcm;
pub mod hkdf;
pub mod hmac_drbg;
pub mod md;
pub mod md5;
pub mod net_sockets;
pub mod nist_kw;
pub mod oid;
pub mod pem;
pub mod pk;
pub mod pkcs12;
pub mod pkcs5;
pub mod platform;
pub mod platform_time;
pub mod platform_util;
pub mod poly1305;
pub mod psa;
pub mod ripemd160;
pub mod rsa;
mod seed_file;
mod self_test;
pub mod sha1;
pub mod sha256;
pub mod sha3;
pub mod sha512;
pub mod ssl;
pub mod ssl_cache;
pub mod ssl_ciphersuites;
pub mod ssl_cookie;
pub mod ssl_ticket;
pub mod threading;
pub mod timing;
pub mod version;
pub mod x509;
pub mod x509_crl;
pub mod x509_crt;
pub mod x509_csr;
