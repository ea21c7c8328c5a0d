//! `mbedtls/version.h`.
