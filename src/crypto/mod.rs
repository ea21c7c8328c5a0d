//! The only room that names the cryptographic library.

pub mod password;
pub mod scheme;
pub mod sign;
pub mod verify;
