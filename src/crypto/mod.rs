//! The only room that names the cryptographic library.

pub mod aead;
#[cfg(target_arch = "x86_64")]
pub mod aes_ni;
pub mod at_once;
pub mod base64;
pub mod bignum;
pub mod block;
pub mod ccm;
pub mod certificate_algorithms;
pub mod chacha;
pub mod cmac;
pub mod dh;
pub mod digest;
pub mod ec;
pub mod gcm;
pub mod hash;
pub mod hkdf;
pub mod hmac;
pub mod jpake;
pub mod kdf;
pub mod key_exchange;
pub mod key_wrap;
pub mod modes;
pub mod montgomery;
pub mod password;
pub mod prf;
mod prime_curves;
pub mod random;
pub mod rsa;
pub mod scheme;
mod secp521r1;
pub mod secret;
pub mod sign;
pub mod suite;
pub mod ticket_key;
pub mod verify;
mod with_digest;
