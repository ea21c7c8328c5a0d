//! What `mbedtls_ssl_conf_own_cert` collects: a list of certificate chains with their keys.

use crate::capi::pk::mbedtls_pk_context;
use crate::capi::x509_crt::mbedtls_x509_crt;

/// One own certificate chain and its private key. The nodes are ours, what they point to is the caller's.
#[repr(C)]
pub(crate) struct mbedtls_ssl_key_cert {
    pub(crate) cert: *mut mbedtls_x509_crt,
    pub(crate) key: *mut mbedtls_pk_context,
    pub(crate) next: *mut mbedtls_ssl_key_cert,
}
