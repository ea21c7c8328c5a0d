//! TLS 1.3 (RFC 8446): bytes and time in; bytes, events and questions out.
//!
//! A record comes in through [`record`], its handshake messages are parsed by [`message`], a state of [`client`] or
//! [`server`] takes each and moves on, and [`connection`] holds the whole. No I/O, no clock, no callback, no C type.

mod client;
pub mod config;
pub mod connection;
pub mod error;
mod key_schedule;
pub mod message;
pub mod record;
mod server;
mod transcript;

#[cfg(test)]
mod tests;
