//! The only room that names the cryptographic library.

pub mod random;
pub mod scheme;
pub mod sign;
pub mod verify;
