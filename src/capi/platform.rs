//! `mbedtls/platform.h`.
