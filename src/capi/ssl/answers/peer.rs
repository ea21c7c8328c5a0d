//! Is the peer who it should be?

use std::ffi::CStr;

use super::super::config::{VERIFY_NONE, VERIFY_REQUIRED};
use super::super::handle::{Handle, free_certificates};
use super::super::settings::hostname_was_set;
use super::super::start::is_client;
use super::super::trace;
use super::hello::authmode;
use super::{SKIP_VERIFY, internal};
use crate::capi::boundary::string;
use crate::capi::codes::{
    MBEDTLS_ERR_SSL_BAD_CERTIFICATE, MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED,
    MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME, MBEDTLS_ERR_X509_CERT_VERIFY_FAILED,
};
use crate::capi::pk;
use crate::capi::x509_crt::{self, Peer, VerifyRequest, mbedtls_x509_crt};
use crate::tls::connection::Step;
use crate::tls::error::{Alert, Error};
use crate::tls::message::certificate::CertificateList;
use crate::x509::verify::flag;

pub(super) fn answer(handle: Handle, list: &CertificateList) -> Result<Result<Step, Error>, Error> {
    let refuse = |reason| Error::Refused { alert: Alert::BAD_CERTIFICATE, reason };
    let chain = x509_crt::parse_chain(list.iter()).map_err(refuse)?;
    handle.with(|inner| {
        // SAFETY: what was there, if anything, is ours and replaced here.
        unsafe { free_certificates(std::mem::replace(&mut inner.peer_cert, chain)) };
    });
    verify(handle, chain)?;
    // SAFETY: the chain is ours and lives in the state.
    let key = unsafe { pk::public_key(&raw const (*chain).pk) };
    let key = key.ok_or(refuse(MBEDTLS_ERR_SSL_BAD_CERTIFICATE))?;
    handle.connection(|c| c.answer_peer(key)).map_err(internal)
}

fn verify(handle: Handle, chain: *mut mbedtls_x509_crt) -> Result<(), Error> {
    let mode = authmode(handle);
    if mode == VERIFY_NONE {
        handle.with(|inner| inner.verify_result = SKIP_VERIFY);
        return Ok(());
    }
    let chosen = handle.with(|inner| inner.choices.as_ref().and_then(|choices| choices.trusted));
    // SAFETY: the handle vouches for the context and its configuration; what is needed is copied out, since the callback
    // may change both.
    let (ssl, is_client, trusted, profile, configured) = unsafe {
        let (ssl, conf) = (&*handle.raw(), &*handle.conf());
        (ssl, is_client(conf), (conf.ca_chain, conf.ca_crl), conf.cert_profile, (conf.f_vrfy, conf.p_vrfy))
    };
    let (trusted, crl) = chosen.unwrap_or(trusted);
    // A name that nobody gave cannot be checked, and a client that verifies must check one.
    if is_client && mode == VERIFY_REQUIRED && !hostname_was_set(ssl) {
        let reason = MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME;
        return Err(Error::Refused { alert: Alert::HANDSHAKE_FAILURE, reason });
    }
    let (f_vrfy, p_vrfy) = if ssl.f_vrfy.is_some() { (ssl.f_vrfy, ssl.p_vrfy) } else { configured };
    // SAFETY: the host name is null or a string of ours, which lives until another one is set.
    let name = unsafe { string(ssl.hostname) }.map(CStr::to_bytes).filter(|_| is_client);
    let peer = if is_client { Peer::Server } else { Peer::Client };
    // The callback may ask for what was found so far.
    let progress = |flags| handle.with(|inner| inner.verify_result = flags);
    let request =
        VerifyRequest { chain, trusted, crl, profile, name, peer, f_vrfy, p_vrfy, progress: &progress };
    let mut flags = 0;
    // SAFETY: the chain is ours, the trusted certificates and lists are the caller's; no reference to the state is alive.
    let mut ret = unsafe { x509_crt::verify_chain(&request, &mut flags) };
    // SAFETY: as above.
    let usage = unsafe { x509_crt::leaf_usage_flags(chain, peer) };
    if usage != 0 {
        flags |= usage;
        ret = if ret == 0 { MBEDTLS_ERR_SSL_BAD_CERTIFICATE } else { ret };
    }
    handle.with(|inner| inner.verify_result = flags);
    if ret == 0 {
        return Ok(());
    }
    // SAFETY: the handle vouches for the configuration.
    unsafe {
        trace::say(handle.conf(), 1, || {
            let why = x509_crt::sentences(flags).collect::<Vec<_>>().join("; ");
            format!("the peer's certificate does not verify (flags 0x{flags:x}): {why}")
        });
    }
    let forgivable = ret == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED || ret == MBEDTLS_ERR_SSL_BAD_CERTIFICATE;
    if mode != VERIFY_REQUIRED && forgivable {
        return Ok(());
    }
    let no_trust = trusted.is_null() && ret == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED;
    let reason = if no_trust { MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED } else { ret };
    Err(Error::Refused { alert: alert(flags), reason })
}

/// The alert that says most about what is wrong with a certificate: the first in the C API's order.
fn alert(flags: u32) -> Alert {
    let table = [
        (flag::OTHER, Alert::ACCESS_DENIED),
        (flag::NAME_MISMATCH, Alert::BAD_CERTIFICATE),
        (
            flag::KEY_USAGE | flag::EXTENDED_KEY_USAGE | flag::BAD_KEY_KIND | flag::BAD_KEY,
            Alert::UNSUPPORTED_CERTIFICATE,
        ),
        (flag::EXPIRED, Alert::CERTIFICATE_EXPIRED),
        (flag::REVOKED, Alert::CERTIFICATE_REVOKED),
        (flag::NOT_TRUSTED, Alert::UNKNOWN_CA),
    ];
    let found = table.into_iter().find(|(bits, _)| flags & bits != 0);
    found.map_or(Alert::CERTIFICATE_UNKNOWN, |(_, alert)| alert)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alert_for_each_flag_and_for_several() {
        let one = [
            (flag::OTHER, 49),
            (flag::NAME_MISMATCH, 42),
            (flag::BAD_KEY, 43),
            (flag::EXPIRED, 45),
            (flag::REVOKED, 44),
            (flag::NOT_TRUSTED, 48),
            (flag::FUTURE, 46),
        ];
        for (at, (bit, number)) in one.into_iter().enumerate() {
            assert_eq!(alert(bit), Alert(number));
            for (lesser, _) in one.into_iter().skip(at) {
                assert_eq!(alert(bit | lesser), Alert(number));
            }
        }
        for bit in [flag::KEY_USAGE, flag::EXTENDED_KEY_USAGE, flag::BAD_KEY_KIND] {
            assert_eq!(alert(bit | flag::EXPIRED), Alert::UNSUPPORTED_CERTIFICATE);
        }
        for bit in [flag::LIST_EXPIRED, flag::BAD_DIGEST, flag::LIST_BAD_KEY] {
            assert_eq!(alert(bit), Alert::CERTIFICATE_UNKNOWN);
        }
        assert_eq!(alert(u32::MAX), Alert::ACCESS_DENIED);
    }
}
