//! Public keys and what they verify.
