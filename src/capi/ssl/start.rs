//! From a configuration and a context to a connection.

use std::ffi::{CStr, c_int};
use std::net::IpAddr;

use super::config;
use super::extra;
use super::handle::Handle;
use super::resumption;
use super::trace;
use super::types::mbedtls_ssl_config;
use crate::capi::boundary;
use crate::capi::codes::{MBEDTLS_ERR_SSL_BAD_CONFIG, MBEDTLS_ERR_SSL_BAD_INPUT_DATA};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::key_exchange::NamedGroup;
use crate::crypto::secret::Secret;
use crate::crypto::suite::CipherSuite;
use crate::tls::config::{ClientConfig, Common, OfferedPsk, Psk, PskKind, ServerConfig};
use crate::tls::connection::Connection;
use crate::tls::message::client_hello::PskModes;
use crate::tls::record::MAX_CONTENT;

const IS_CLIENT: u8 = 0;
const KEX_PSK: c_int = 1;
const KEX_EPHEMERAL: c_int = 2;
const KEX_PSK_EPHEMERAL: c_int = 4;

/// Whether a configuration is a client's.
pub(super) fn is_client(conf: &mbedtls_ssl_config) -> bool {
    conf.endpoint == IS_CLIENT
}

/// Makes the connection, if there is none yet.
pub(super) fn begin(handle: Handle) -> Result<(), c_int> {
    if handle.with(|inner| inner.connection.is_some()) {
        return Ok(());
    }
    // SAFETY: the handle vouches for the context and its configuration.
    let (ssl, conf) = unsafe { (&*handle.raw(), &*handle.conf()) };
    if ssl.f_send.is_none() || (ssl.f_recv.is_none() && ssl.f_recv_timeout.is_none()) {
        return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
    let common = common(conf, ssl.f_export_keys.is_some());
    let connection = if is_client(conf) {
        if common.suites.is_empty() {
            return Err(MBEDTLS_ERR_SSL_BAD_CONFIG); // RFC 8446 section 4.1.2: there is no ClientHello without a suite
        }
        // SAFETY: the host name is null or a string of ours.
        let name = unsafe { boundary::string(ssl.hostname) }.map(CStr::to_bytes);
        let psk = resumption::offer(handle, &common.suites).or_else(|| configured_psk(conf));
        Connection::client(ClientConfig {
            common,
            server_name: name.filter(|name| is_sendable(name)).map(<[u8]>::to_vec),
            psk,
            tickets: extra::ticket_use(conf),
        })
    } else {
        let tickets = if conf.f_ticket_write.is_some() { conf.new_session_tickets_count } else { 0 };
        let early_data = config::early_data_enabled(conf).then(|| config::max_early_data_size(conf));
        Connection::server(ServerConfig { common, tickets, early_data })
    };
    let wants_messages = trace::wants_messages(conf);
    handle.with(|inner| {
        let connection = inner.connection.insert(connection);
        if wants_messages {
            connection.keep_log();
        }
    });
    Ok(())
}

fn common(conf: &mbedtls_ssl_config, report_secrets: bool) -> Common {
    // SAFETY: the lists of a configuration live as long as it does, and end in 0.
    let (suites, groups, schemes) =
        unsafe { (config::cipher_suites(conf), config::groups(conf), config::signature_schemes(conf)) };
    let modes = conf.tls13_kex_modes;
    Common {
        suites: suites.filter_map(CipherSuite::from_id).collect(),
        groups: groups.map(NamedGroup).filter(|group| group.is_supported()).collect(),
        signature_schemes: schemes.collect(),
        protocols: protocols(conf),
        certificates: modes & KEX_EPHEMERAL != 0,
        psk_modes: PskModes { psk_only: modes & KEX_PSK != 0, psk_dhe: modes & KEX_PSK_EPHEMERAL != 0 },
        report_secrets,
        max_content: max_content(conf),
    }
}

/// What `mbedtls_ssl_conf_max_frag_len` says, in bytes.
pub(super) fn max_content(conf: &mbedtls_ssl_config) -> usize {
    match conf.mfl_code {
        code @ 1..=4 => 256 << code,
        _ => MAX_CONTENT,
    }
}

/// The protocol names of the configuration, as pointers to its own strings.
///
/// # Safety
/// The list in `conf` is null or ends in null, and lives as long as the iterator.
pub(super) unsafe fn protocol_names(conf: &mbedtls_ssl_config) -> impl Iterator<Item = &CStr> {
    let mut at = conf.alpn_list;
    std::iter::from_fn(move || {
        if at.is_null() {
            return None;
        }
        // SAFETY: `at` has not passed the null that ends the list; the strings live as long as the configuration.
        unsafe {
            let name = boundary::string(at.read())?;
            at = at.add(1);
            Some(name)
        }
    })
}

/// The protocol names as they stand on the wire.
fn protocols(conf: &mbedtls_ssl_config) -> Vec<u8> {
    let mut wire = Vec::new();
    // SAFETY: the list of a configuration lives as long as it does.
    for name in unsafe { protocol_names(conf) } {
        // Names that are empty or too long were refused when they were set.
        if let Ok(len) = u8::try_from(name.count_bytes()) {
            wire.push(len);
            wire.extend_from_slice(name.to_bytes());
        }
    }
    wire
}

/// RFC 6066 section 3: a host name, not an address, and no trailing dot.
fn is_sendable(name: &[u8]) -> bool {
    let is_address = std::str::from_utf8(name).is_ok_and(|name| name.parse::<IpAddr>().is_ok());
    !name.is_empty() && !is_address
}

/// The key of `mbedtls_ssl_conf_psk`. RFC 8446 section 4.2.11: without a hash of its own it goes with SHA-256.
fn configured_psk(conf: &mbedtls_ssl_config) -> Option<OfferedPsk> {
    // SAFETY: key and identity are the configuration's own, of these lengths.
    let (key, identity) = unsafe {
        (
            boundary::bytes(conf.psk, conf.psk_len).filter(|key| !key.is_empty())?,
            boundary::bytes(conf.psk_identity, conf.psk_identity_len).filter(|id| !id.is_empty())?,
        )
    };
    Some(OfferedPsk {
        psk: external_psk(Secret::copy_of(key)?),
        identity: identity.to_vec(),
        obfuscated_age: 0,
    })
}

/// A key from outside of TLS.
pub(super) fn external_psk(key: Secret) -> Psk {
    Psk { key, hash: HashAlgorithm::Sha256, kind: PskKind::External, early_data: None }
}
