//! `mbedtls_ssl_config`: defaults, setters, release.
