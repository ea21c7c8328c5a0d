//! The protocol against itself, against the RFC's own traces, and against a peer that holds the keys and misbehaves.

mod client_hello;
mod early_data;
mod flight;
mod handshake;
mod hello;
mod negotiation;
mod pair;
mod properties;
mod record_size_limit;
mod records;
mod rfc8448;
mod server_hello;
mod states;
mod tap;
mod tickets;
