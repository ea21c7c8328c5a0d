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
use crate::capi::pk::{self, mbedtls_pk_context};
use crate::capi::x509_crt::{Peer, leaf_usage_flags, mbedtls_x509_crt};
use crate::crypto::scheme::SignatureScheme;
use crate::tls::connection::{OwnCertificate, Step};
use crate::tls::error::Error;
use crate::tls::message::certificate::append_entry;
use crate::x509::certificate::Certificate;
use crate::x509::extensions::Critical;
use crate::x509::host_name;

/// Certificates of one chain that are sent.
const LONGEST_CHAIN: usize = 32;

/// A client's certificate.
pub(super) fn answer(handle: Handle, offered: &[SignatureScheme]) -> Result<Result<Step, Error>, Error> {
    let own = choose(handle, offered);
    handle.connection(|c| c.answer_certificate(own)).map_err(internal)
}

/// One of our certificates that would do, and how well.
struct Candidate {
    cert: *const mbedtls_x509_crt,
    key: *mut mbedtls_pk_context,
    schemes: Vec<SignatureScheme>,
    /// Lower is better: is it for another name, and how far down the peer's list its best scheme is.
    rank: (bool, usize),
}

/// The best of our certificates whose key signs with a scheme that the peer verifies: one for the name that a client asks
/// for, then the one whose scheme the peer likes best, then the first.
pub(super) fn choose(handle: Handle, offered: &[SignatureScheme]) -> Option<OwnCertificate> {
    // SAFETY: the handle vouches for the configuration.
    let conf = unsafe { &*handle.conf() };
    let chosen = handle.with(|inner| Some(inner.choices.as_ref()?.own_certs.as_ref()?.0));
    let mut node: *const mbedtls_ssl_key_cert = chosen.unwrap_or(conf.key_cert);
    // SAFETY: the list in a configuration ends, and lives as long as it does.
    let usable = |scheme: &SignatureScheme| unsafe {
        offered.contains(scheme) && config::signature_schemes(conf).any(|allowed| allowed == *scheme)
    };
    let mut best: Option<Candidate> = None;
    // SAFETY: the certificates and keys in the lists are the caller's, valid until the handshake is over.
    while let Some(&mbedtls_ssl_key_cert { cert, key, next }) = unsafe { node.as_ref() } {
        let is_only = best.is_none() && next.is_null();
        // SAFETY: as above.
        let private = unsafe { if is_for_us(conf, cert) { pk::private_key(key) } else { None } };
        if let Some(private) = private {
            let schemes: Vec<SignatureScheme> =
                private.schemes().iter().filter(|scheme| usable(scheme)).copied().collect();
            let liked = offered.iter().position(|scheme| schemes.contains(scheme));
            if let Some(liked) = liked {
                // SAFETY: as above.
                let elsewhere = !is_only && unsafe { is_for_another_name(handle, cert) };
                let candidate = Candidate { cert, key, schemes, rank: (elsewhere, liked) };
                if best.as_ref().is_none_or(|best| candidate.rank < best.rank) {
                    best = Some(candidate);
                }
            }
        }
        node = next;
    }
    let Candidate { cert, key, schemes, .. } = best?;
    handle.with(|inner| inner.signing_key = key);
    // SAFETY: as above.
    Some(OwnCertificate { list: unsafe { entries(cert) }, schemes })
}

/// Whether there is a certificate, and it says that it may be used as we would: a server's must be for servers.
///
/// # Safety
/// `cert` is null or a parsed certificate.
unsafe fn is_for_us(conf: &mbedtls_ssl_config, cert: *const mbedtls_x509_crt) -> bool {
    // SAFETY: the caller vouches for the certificate.
    let is_there = unsafe { cert.as_ref() }.is_some_and(|crt| !crt.raw.p.is_null());
    // SAFETY: as above.
    is_there && (is_client(conf) || unsafe { leaf_usage_flags(cert, Peer::Server) } == 0)
}

/// Whether a client asks for a name that the certificate does not have.
///
/// # Safety
/// `cert` is null or a parsed certificate.
unsafe fn is_for_another_name(handle: Handle, cert: *const mbedtls_x509_crt) -> bool {
    // SAFETY: the caller vouches for the certificate, whose bytes are its own.
    let der = unsafe { cert.as_ref().and_then(|crt| bytes(crt.raw.p, crt.raw.len)) };
    let certificate = der.and_then(|der| Certificate::parse_with(der, Critical::Left).ok());
    let matches = |name: &Vec<u8>| certificate.as_ref().is_some_and(|crt| host_name::matches(crt, name));
    handle
        .connection(|c| c.negotiated().server_name.as_ref().is_some_and(|name| !matches(name)))
        .unwrap_or(false)
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
