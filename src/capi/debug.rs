//! `mbedtls/debug.h`.
