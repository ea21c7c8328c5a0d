//! `psa/crypto.h`: what TLS programs use of it.
