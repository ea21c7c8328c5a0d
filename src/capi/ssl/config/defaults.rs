//! `mbedtls_ssl_config_defaults` and the lists it points to.

use std::ffi::c_int;

use super::authentication::VERIFY_REQUIRED;
use super::low_byte;
use super::protocol::{VERSION_TLS1_2, VERSION_TLS1_3};
use super::resumption::USE_TICKETS;
use crate::capi::boundary::enter;
use crate::capi::codes::*;
use crate::capi::ssl::extra;
use crate::capi::ssl::types::mbedtls_ssl_config;
use crate::capi::ssl_ciphersuites::{
    MBEDTLS_TLS1_3_AES_128_GCM_SHA256, MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
    MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
};
use crate::capi::x509_crt::{mbedtls_x509_crt_profile_default, mbedtls_x509_crt_profile_suiteb};
use crate::crypto::scheme::SignatureScheme;
use crate::crypto::suite::has_fast_aes;

/// Fills a configuration with safe defaults: TLS 1.3, every group this library has, the peer's certificate required on a
/// client and not asked for on a server, tickets used on a client.
///
/// The suites are AES-GCM and ChaCha20-Poly1305; AES-GCM comes first where the processor has instructions for AES, and last
/// where it does not. AES-CCM is for those who name it with mbedtls_ssl_conf_ciphersuites().
///
/// What the caller has set before and what is not mentioned above (random numbers, certificates, callbacks) stays.
///
/// \param conf       The configuration, initialised.
/// \param endpoint   MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER.
/// \param transport  MBEDTLS_SSL_TRANSPORT_STREAM. DTLS is not spoken.
/// \param preset     MBEDTLS_SSL_PRESET_DEFAULT, or MBEDTLS_SSL_PRESET_SUITEB for AES-GCM, the NIST curves P-256 and P-384,
///                   and ECDSA only. Other values mean the default.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `conf` is NULL.
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: any other transport; `conf` is as it was.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_config_defaults(
    conf: *mut mbedtls_ssl_config,
    endpoint: c_int,
    transport: c_int,
    preset: c_int,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `conf`.
        let Some(conf) = (unsafe { conf.as_mut() }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if transport != TRANSPORT_STREAM {
            return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
        }
        conf.endpoint = low_byte(endpoint);
        conf.transport = low_byte(transport);
        common(conf);
        match endpoint {
            IS_CLIENT => {
                conf.authmode = low_byte(VERIFY_REQUIRED);
                conf.session_tickets = USE_TICKETS;
                if extra::environment_asks_for("resume") {
                    // SAFETY: the caller vouches for `conf`.
                    unsafe { extra::set_auto_resume(conf, true) };
                }
            }
            _ => conf.session_tickets = 0,
        }
        match preset {
            PRESET_SUITEB => suite_b(conf),
            _ => all_we_have(conf),
        }
        0
    })
}

fn common(conf: &mut mbedtls_ssl_config) {
    // The program may narrow this range; what is spoken is TLS 1.3.
    conf.min_tls_version = VERSION_TLS1_2;
    conf.max_tls_version = VERSION_TLS1_3;
    conf.tls13_kex_modes = super::protocol::KEX_MODE_ALL;
    conf.new_session_tickets_count = 1;
    conf.cert_req_ca_list = 1;
    // What only TLS 1.2 and DTLS look at: the numbers that programs know.
    conf.encrypt_then_mac = 1;
    conf.extended_ms = 1;
    conf.anti_replay = 1;
    conf.hs_timeout_min = 1_000;
    conf.hs_timeout_max = 60_000;
    conf.renego_max_records = 16;
    conf.renego_period = [0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
}

fn all_we_have(conf: &mut mbedtls_ssl_config) {
    conf.ciphersuite_list = suites(has_fast_aes()).as_ptr();
    conf.group_list = GROUPS.as_ptr();
    conf.sig_algs = SIGNATURES.as_ptr();
    conf.cert_profile = &raw const mbedtls_x509_crt_profile_default;
    conf.dhm_min_bitlen = 1024;
}

pub(super) fn suites(fast_aes: bool) -> &'static [c_int] {
    if fast_aes { &AES_FIRST } else { &CHACHA20_FIRST }
}

fn suite_b(conf: &mut mbedtls_ssl_config) {
    conf.ciphersuite_list = SUITE_B_SUITES.as_ptr();
    conf.group_list = SUITE_B_GROUPS.as_ptr();
    conf.sig_algs = SUITE_B_SIGNATURES.as_ptr();
    conf.cert_profile = &raw const mbedtls_x509_crt_profile_suiteb;
}

const IS_CLIENT: c_int = 0;
const TRANSPORT_STREAM: c_int = 0;
const PRESET_SUITEB: c_int = 2;

const X25519: u16 = 0x001d;
const SECP256R1: u16 = 0x0017;
const SECP384R1: u16 = 0x0018;
const SECP521R1: u16 = 0x0019;

/// The lists end in 0, as every list in this API.
static GROUPS: [u16; 5] = [X25519, SECP256R1, SECP384R1, SECP521R1, 0];
static SUITE_B_GROUPS: [u16; 3] = [SECP256R1, SECP384R1, 0];

/// PKCS#1 v1.5 comes last: in TLS 1.3 it is for signatures inside certificates only (RFC 8446 section 4.2.3).
static SIGNATURES: [u16; 11] = [
    SignatureScheme::ECDSA_SECP256R1_SHA256.0,
    SignatureScheme::ECDSA_SECP384R1_SHA384.0,
    SignatureScheme::ECDSA_SECP521R1_SHA512.0,
    SignatureScheme::ED25519.0,
    SignatureScheme::RSA_PSS_RSAE_SHA512.0,
    SignatureScheme::RSA_PSS_RSAE_SHA384.0,
    SignatureScheme::RSA_PSS_RSAE_SHA256.0,
    SignatureScheme::RSA_PKCS1_SHA512.0,
    SignatureScheme::RSA_PKCS1_SHA384.0,
    SignatureScheme::RSA_PKCS1_SHA256.0,
    0,
];
static SUITE_B_SIGNATURES: [u16; 3] =
    [SignatureScheme::ECDSA_SECP256R1_SHA256.0, SignatureScheme::ECDSA_SECP384R1_SHA384.0, 0];

static AES_FIRST: [c_int; 4] = [
    MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
    MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
    MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
    0,
];
static CHACHA20_FIRST: [c_int; 4] = [
    MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
    MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
    MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
    0,
];

/// RFC 6460's choice of ciphers in TLS 1.3's suites.
static SUITE_B_SUITES: [c_int; 3] = [MBEDTLS_TLS1_3_AES_128_GCM_SHA256, MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0];
