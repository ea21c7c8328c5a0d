//! Which certificate is ours, and what its key signs.

use std::ffi::c_int;

use super::super::config;
use super::super::handle::Handle;
use super::super::key_cert::mbedtls_ssl_key_cert;
use super::super::start::is_client;
use super::super::types::mbedtls_ssl_config;
use super::internal;
use crate::capi::boundary::bytes;
use crate::capi::codes::MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED;
use crate::capi::pk;
use crate::capi::x509_crt::{Peer, leaf_usage_flags, mbedtls_x509_crt};
use crate::crypto::scheme::SignatureScheme;
use crate::tls::connection::{OwnCertificate, Step};
use crate::tls::error::Error;
use crate::tls::message::certificate::append_entry;

/// Certificates of one chain that are sent.
const LONGEST_CHAIN: usize = 32;

/// A client's certificate.
pub(super) fn answer(handle: Handle, offered: &[SignatureScheme]) -> Result<Result<Step, Error>, Error> {
    let own = choose(handle, offered);
    handle.connection(|c| c.answer_certificate(own)).map_err(internal)
}

/// The first of our certificates whose key signs with a scheme that the peer verifies.
pub(super) fn choose(handle: Handle, offered: &[SignatureScheme]) -> Option<OwnCertificate> {
    // SAFETY: the handle vouches for the configuration; the certificates and keys in the lists are the caller's, valid
    // until the handshake is over.
    unsafe {
        let conf = &*handle.conf();
        let chosen = handle.with(|inner| inner.choices.own_certs.as_ref().map(|own| own.0));
        let mut node: *const mbedtls_ssl_key_cert = chosen.unwrap_or(conf.key_cert);
        let allowed: Vec<SignatureScheme> = config::signature_schemes(conf).collect();
        while !node.is_null() {
            let &mbedtls_ssl_key_cert { cert, key, next } = &*node;
            let private = if is_for_us(conf, cert) { pk::private_key(key) } else { None };
            if let Some(private) = private {
                let usable = |scheme: &&SignatureScheme| offered.contains(scheme) && allowed.contains(scheme);
                let schemes: Vec<SignatureScheme> =
                    private.schemes().iter().filter(usable).copied().collect();
                if !schemes.is_empty() {
                    handle.with(|inner| inner.signing_key = key);
                    return Some(OwnCertificate { list: entries(cert), schemes });
                }
            }
            node = next;
        }
        None
    }
}

/// Whether a certificate says that it may be used as we would: a server's must be for servers.
///
/// # Safety
/// `cert` is null or a parsed certificate.
unsafe fn is_for_us(conf: &mbedtls_ssl_config, cert: *const mbedtls_x509_crt) -> bool {
    // SAFETY: the caller vouches for the certificate.
    is_client(conf) || unsafe { leaf_usage_flags(cert, Peer::Server) } == 0
}

/// A chain as it stands in a Certificate message.
///
/// # Safety
/// `cert` is null or a list of parsed certificates.
unsafe fn entries(cert: *const mbedtls_x509_crt) -> Vec<u8> {
    let mut list = Vec::new();
    let mut at = cert;
    for _ in 0..LONGEST_CHAIN {
        // SAFETY: the caller vouches for the list; `raw` is the certificate's own bytes.
        let Some(crt) = (unsafe { at.as_ref() }) else { break };
        // SAFETY: as above.
        if let Some(der) = unsafe { bytes(crt.raw.p, crt.raw.len) }.filter(|der| !der.is_empty()) {
            append_entry(&mut list, der);
        }
        at = crt.next;
    }
    list
}

/// A signature with the key that was chosen.
pub(super) fn sign(
    handle: Handle,
    scheme: SignatureScheme,
    content: &[u8],
) -> Result<Result<Step, Error>, Error> {
    let key = handle.with(|inner| inner.signing_key);
    // SAFETY: the key is the caller's, valid until the handshake is over.
    let private = unsafe { pk::private_key(key) };
    let missing: c_int = MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED;
    let signature =
        private.and_then(|private| private.sign(scheme, content).ok()).ok_or(internal(missing))?;
    handle.connection(|c| c.answer_signature(signature.as_ref())).map_err(internal)
}
