//! `mbedtls/error.h`.
