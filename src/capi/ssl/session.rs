//! `mbedtls_ssl_session`: init, release, copy, save and load.
