//! The only room that names the cryptographic library.

pub mod aead;
pub mod bignum;
pub mod ec;
pub mod hash;
pub mod hkdf;
pub mod key_exchange;
pub mod password;
pub mod prehash;
pub mod prf;
pub mod random;
pub mod rsa;
pub mod scheme;
mod secp521r1;
pub mod secret;
pub mod sign;
pub mod suite;
pub mod ticket_key;
pub mod verify;
