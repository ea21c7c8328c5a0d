//! The only room that names the cryptographic library.

pub mod scheme;
pub mod sign;
pub mod ticket_key;
pub mod verify;
