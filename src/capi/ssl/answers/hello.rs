//! How a server goes on with a client: its callbacks, its certificate, its wish for one of the client's.

use std::ffi::c_int;

use super::super::config::{VERIFY_NONE, VERIFY_OPTIONAL};
use super::super::handle::Handle;
use super::{certificate, internal};
use crate::capi::boundary::bytes;
use crate::capi::codes::{MBEDTLS_ERR_SSL_BAD_CONFIG, MBEDTLS_ERR_SSL_UNRECOGNIZED_NAME};
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::crypto::scheme::SignatureScheme;
use crate::tls::connection::{ClientCertificate, HelloAnswer, Step};
use crate::tls::error::{Alert, Error};

/// Authorities that a request names; more would only make a server's flight long.
const MOST_AUTHORITIES_LEN: usize = 1 << 14;

pub(super) fn answer(handle: Handle, offered: &[SignatureScheme]) -> Result<Result<Step, Error>, Error> {
    call_sni(handle)?;
    call_cert_cb(handle)?;
    let client_certificate = match authmode(handle) {
        VERIFY_NONE => ClientCertificate::No,
        VERIFY_OPTIONAL => ClientCertificate::Optional,
        _ => ClientCertificate::Required,
    };
    let authorities =
        if client_certificate == ClientCertificate::No { Vec::new() } else { authorities(handle) };
    let answer =
        HelloAnswer { certificate: certificate::choose(handle, offered), client_certificate, authorities };
    handle.connection(|c| c.answer_hello(answer)).map_err(internal)
}

/// How strict this handshake is.
pub(super) fn authmode(handle: Handle) -> c_int {
    let chosen = handle.with(|inner| inner.choices.as_ref().and_then(|choices| choices.authmode));
    // SAFETY: the handle vouches for the configuration.
    chosen.unwrap_or_else(|| unsafe { (*handle.conf()).authmode }.into())
}

fn call_sni(handle: Handle) -> Result<(), Error> {
    // SAFETY: the handle vouches for the configuration.
    let (f_sni, p_sni) = unsafe { ((*handle.conf()).f_sni, (*handle.conf()).p_sni) };
    let Some(f_sni) = f_sni else { return Ok(()) };
    let name = handle.connection(|c| c.negotiated().server_name.clone()).map_err(internal)?;
    let Some(name) = name else { return Ok(()) };
    // SAFETY: the callback is the caller's; the name lives until it returns, and no reference to the state is alive.
    let ret = unsafe { f_sni(p_sni, handle.raw(), name.as_ptr(), name.len()) };
    if ret == 0 {
        return Ok(());
    }
    Err(Error::Refused { alert: Alert::UNRECOGNIZED_NAME, reason: MBEDTLS_ERR_SSL_UNRECOGNIZED_NAME })
}

fn call_cert_cb(handle: Handle) -> Result<(), Error> {
    // SAFETY: the handle vouches for the configuration.
    let Some(f_cert_cb) = (unsafe { (*handle.conf()).f_cert_cb }) else { return Ok(()) };
    // SAFETY: the callback is the caller's, and no reference to the state is alive.
    match unsafe { f_cert_cb(handle.raw()) } {
        0 => Ok(()),
        reason if reason < 0 => Err(internal(reason)),
        _ => Err(internal(MBEDTLS_ERR_SSL_BAD_CONFIG)),
    }
}

/// The subjects of the trusted certificates, or of those that were named instead, each behind its length. What was chosen for
/// this handshake goes before what is configured, and hints go before trusted certificates.
fn authorities(handle: Handle) -> Vec<u8> {
    let (hints, trusted) = handle.with(|inner| {
        inner.choices.as_ref().map_or((None, None), |choices| (choices.dn_hints, choices.trusted))
    });
    // SAFETY: the handle vouches for the configuration.
    let conf = unsafe { &*handle.conf() };
    let mut names = Vec::new();
    if conf.cert_req_ca_list == 0 {
        return names;
    }
    let configured_hints = Some(conf.dn_hints).filter(|hints| !hints.is_null());
    let trusted = trusted.map_or(conf.ca_chain, |(chain, _)| chain);
    let mut at: *const mbedtls_x509_crt = hints.or(configured_hints).unwrap_or(trusted);
    // SAFETY: the lists are the caller's, of parsed certificates, valid until the handshake is over.
    while let Some(crt) = unsafe { at.as_ref() } {
        // SAFETY: `subject_raw` is part of the certificate's own bytes.
        let subject = unsafe { bytes(crt.subject_raw.p, crt.subject_raw.len) }.unwrap_or(&[]);
        if names.len() + subject.len() + 2 > MOST_AUTHORITIES_LEN {
            break;
        }
        if let Some(len) = u16::try_from(subject.len()).ok().filter(|len| *len > 0) {
            names.extend_from_slice(&len.to_be_bytes());
            names.extend_from_slice(subject);
        }
        at = crt.next;
    }
    names
}
