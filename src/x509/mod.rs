//! Certificates, keys and names: what C can see of them, and the verdict on a chain of them.

pub mod algorithm;
pub mod certificate;
pub mod crl;
pub mod csr;
pub mod der;
pub mod der_write;
pub mod error;
pub mod extensions;
pub mod host_name;
pub mod key;
pub mod name;
pub mod name_text;
pub mod oid;
pub mod pbe;
pub mod pem;
pub mod pkcs7;
pub mod profile;
pub mod text;
pub mod time;
pub mod verify;
pub mod write;
