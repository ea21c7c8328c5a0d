use super::*;
use crate::capi::codes::*;
use crate::capi::x509_crt::{mbedtls_x509_crt_profile_default, mbedtls_x509_crt_profile_suiteb};
use crate::crypto::scheme::SignatureScheme;
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::ptr;

struct Config(mbedtls_ssl_config);

impl Config {
    fn new() -> Self {
        let mut conf = MaybeUninit::uninit();
        // SAFETY: init writes all of it.
        unsafe {
            mbedtls_ssl_config_init(conf.as_mut_ptr());
            Self(conf.assume_init())
        }
    }

    fn with_defaults(endpoint: c_int, preset: c_int) -> Self {
        let mut conf = Self::new();
        // SAFETY: an initialised configuration.
        assert_eq!(unsafe { mbedtls_ssl_config_defaults(conf.raw(), endpoint, 0, preset) }, 0);
        conf
    }

    fn raw(&mut self) -> *mut mbedtls_ssl_config {
        &raw mut self.0
    }

    fn groups(&self) -> Vec<u16> {
        // SAFETY: the lists in tests end.
        unsafe { groups(&self.0) }.collect()
    }

    fn signatures(&self) -> Vec<SignatureScheme> {
        // SAFETY: the lists in tests end.
        unsafe { signature_schemes(&self.0) }.collect()
    }

    fn psk(&mut self, key: &[u8], identity: &[u8]) -> c_int {
        // SAFETY: live buffers.
        unsafe {
            mbedtls_ssl_conf_psk(self.raw(), key.as_ptr(), key.len(), identity.as_ptr(), identity.len())
        }
    }

    fn alpn(&mut self, list: &mut [*const c_char]) -> c_int {
        // SAFETY: the tests' lists end in null.
        unsafe { mbedtls_ssl_conf_alpn_protocols(self.raw(), list.as_mut_ptr()) }
    }
}

impl Drop for Config {
    fn drop(&mut self) {
        // SAFETY: initialised, and not used again.
        unsafe { mbedtls_ssl_config_free(self.raw()) };
    }
}

#[test]
fn defaults_depend_on_the_role() {
    let (client, server) = (Config::with_defaults(0, 0), Config::with_defaults(1, 0));
    assert_eq!((client.0.endpoint, client.0.authmode, client.0.session_tickets), (0, 2, 1));
    assert_eq!((server.0.endpoint, server.0.authmode, server.0.session_tickets), (1, 0, 0));
    for conf in [client, server] {
        assert_eq!((conf.0.min_tls_version, conf.0.max_tls_version), (0x0303, 0x0304));
        assert_eq!((conf.0.tls13_kex_modes, conf.0.new_session_tickets_count), (7, 1));
        assert_eq!(conf.0.cert_profile, &raw const mbedtls_x509_crt_profile_default);
        assert_eq!(conf.groups(), [0x1d, 0x17, 0x18, 0x19]);
        // SAFETY: the default list ends.
        let suites: Vec<_> = unsafe { cipher_suites(&conf.0) }.collect();
        let aes_first = crate::crypto::suite::has_fast_aes();
        assert_eq!(suites, if aes_first { [0x1301, 0x1302, 0x1303] } else { [0x1303, 0x1302, 0x1301] });
        assert_eq!(conf.signatures().first(), Some(&SignatureScheme::ECDSA_SECP256R1_SHA256));
    }
}

#[test]
fn the_processor_decides_on_the_order_of_suites() {
    assert_eq!(super::defaults::suites(true), [0x1301, 0x1302, 0x1303, 0]);
    assert_eq!(super::defaults::suites(false), [0x1303, 0x1302, 0x1301, 0]);
}

#[test]
fn suite_b_is_a_narrow_choice() {
    let conf = Config::with_defaults(0, 2);
    assert_eq!(conf.0.cert_profile, &raw const mbedtls_x509_crt_profile_suiteb);
    assert_eq!(conf.groups(), [0x17, 0x18]);
    assert_eq!(
        conf.signatures(),
        [SignatureScheme::ECDSA_SECP256R1_SHA256, SignatureScheme::ECDSA_SECP384R1_SHA384]
    );
}

#[test]
fn dtls_is_refused() {
    let mut conf = Config::new();
    // SAFETY: an initialised configuration, or null.
    unsafe {
        assert_eq!(mbedtls_ssl_config_defaults(conf.raw(), 0, 1, 0), MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
        assert_eq!(mbedtls_ssl_conf_cid(conf.raw(), 4, 0), MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
        assert_eq!(mbedtls_ssl_config_defaults(ptr::null_mut(), 0, 0, 0), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
}

#[test]
fn tickets_and_their_signal_are_two_switches() {
    let mut conf = Config::with_defaults(0, 0);
    for (tickets, signal) in [(0, 0), (0, 1), (1, 0), (1, 1), (7, -1)] {
        // SAFETY: an initialised configuration.
        unsafe {
            mbedtls_ssl_conf_session_tickets(conf.raw(), tickets);
            mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(conf.raw(), signal);
        }
        assert_eq!(conf.0.session_tickets & resumption::USE_TICKETS != 0, tickets != 0);
        assert_eq!(signals_new_session_tickets(&conf.0), signal != 0);
    }
    assert_eq!(conf.0.session_tickets, 3);
}

#[test]
fn a_later_list_of_groups_or_signatures_counts() {
    let mut conf = Config::with_defaults(0, 0);
    let curves = [4, 9, 77, 0];
    let groups = [0x0017u16, 0xfeed, 0];
    let hashes = [9, 3, 0];
    let schemes = [0x0503u16, 0];
    // SAFETY: lists that end, and live on.
    unsafe {
        mbedtls_ssl_conf_curves(conf.raw(), curves.as_ptr());
        assert_eq!(conf.groups(), [0x18, 0x1d]);
        mbedtls_ssl_conf_groups(conf.raw(), groups.as_ptr());
        assert_eq!(conf.groups(), [0x17, 0xfeed]);
        mbedtls_ssl_conf_groups(conf.raw(), ptr::null());
        assert!(conf.groups().is_empty());
        mbedtls_ssl_conf_sig_hashes(conf.raw(), hashes.as_ptr());
        assert_eq!(
            conf.signatures(),
            [
                SignatureScheme::ECDSA_SECP256R1_SHA256,
                SignatureScheme::RSA_PSS_RSAE_SHA256,
                SignatureScheme::RSA_PKCS1_SHA256
            ]
        );
        mbedtls_ssl_conf_sig_algs(conf.raw(), schemes.as_ptr());
    }
    assert_eq!(conf.signatures(), [SignatureScheme::ECDSA_SECP384R1_SHA384]);
}

#[test]
fn alpn_names_have_1_to_255_bytes() {
    let mut conf = Config::with_defaults(0, 0);
    let name = |len| [vec![b'a'; len], vec![0]].concat();
    let (longest, too_long) = (name(255), name(256));
    let end = ptr::null();
    let mut good = [c"h2".as_ptr(), longest.as_ptr().cast(), end];
    assert_eq!(conf.alpn(&mut good), 0);
    assert_eq!(conf.alpn(&mut [c"h2".as_ptr(), c"".as_ptr(), end]), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    assert_eq!(conf.alpn(&mut [too_long.as_ptr().cast(), end]), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    let mut many = [longest.as_ptr().cast(); 256];
    many[255] = end;
    assert_eq!(conf.alpn(&mut many), 0);
    assert_eq!(conf.alpn(&mut good), 0);
    let mut too_many = [longest.as_ptr().cast(); 257];
    too_many[256] = end;
    assert_eq!(conf.alpn(&mut too_many), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    assert_eq!(conf.0.alpn_list, good.as_mut_ptr());
}

#[test]
fn there_is_one_psk() {
    for (key, identity) in [(0, 2), (49, 2), (16, 0), (16, 16_385)] {
        let mut conf = Config::with_defaults(0, 0);
        assert_eq!(conf.psk(&vec![1; key], &vec![2; identity]), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert!(conf.0.psk.is_null());
    }
    let mut conf = Config::with_defaults(0, 0);
    // SAFETY: nulls are allowed.
    let nulls = unsafe { mbedtls_ssl_conf_psk(conf.raw(), ptr::null(), 16, b"id".as_ptr(), 2) };
    assert_eq!(nulls, MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    assert_eq!(conf.psk(&[1; 48], &[2; 16_384]), 0);
    assert_eq!(conf.psk(&[1; 16], b"id"), MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
    assert_eq!((conf.0.psk_len, conf.0.psk_identity_len), (48, 16_384));
    // SAFETY: an initialised configuration.
    unsafe { mbedtls_ssl_config_free(conf.raw()) };
    assert_eq!((conf.0.psk, conf.0.psk_len), (ptr::null_mut(), 0));
}

#[test]
fn own_certificates_are_added_and_forgotten() {
    let mut conf = Config::with_defaults(1, 0);
    let (one, two) = (ptr::without_provenance_mut(8), ptr::without_provenance_mut(16));
    // SAFETY: the pointers are stored, not followed.
    unsafe {
        for cert in [one, two] {
            assert_eq!(mbedtls_ssl_conf_own_cert(conf.raw(), cert, ptr::null_mut()), 0);
        }
        assert_eq!((*conf.0.key_cert).cert, one);
        assert_eq!((*(*conf.0.key_cert).next).cert, two);
        assert_eq!(mbedtls_ssl_conf_own_cert(conf.raw(), ptr::null_mut(), ptr::null_mut()), 0);
        assert!(conf.0.key_cert.is_null());
        let null = mbedtls_ssl_conf_own_cert(ptr::null_mut(), one, ptr::null_mut());
        assert_eq!(null, MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
}

#[test]
fn numbers_are_stored_as_c_stores_them() {
    let mut conf = Config::with_defaults(0, 0);
    // SAFETY: an initialised configuration.
    unsafe {
        mbedtls_ssl_conf_min_version(conf.raw(), 3, 4);
        mbedtls_ssl_conf_max_version(conf.raw(), 3, 3);
        assert_eq!((conf.0.min_tls_version, conf.0.max_tls_version), (0x0304, 0x0303));
        mbedtls_ssl_conf_authmode(conf.raw(), -1);
        assert_eq!(conf.0.authmode, 255);
        mbedtls_ssl_conf_tls13_key_exchange_modes(conf.raw(), 8 | 2);
        assert_eq!(conf.0.tls13_kex_modes, 2);
        for code in 0..=4 {
            assert_eq!(mbedtls_ssl_conf_max_frag_len(conf.raw(), code), 0);
        }
        assert_eq!(mbedtls_ssl_conf_max_frag_len(conf.raw(), 5), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(conf.0.mfl_code, 4);
        mbedtls_ssl_conf_renegotiation_period(conf.raw(), [1, 2, 3, 4, 5, 6, 7, 8].as_ptr());
        assert_eq!(conf.0.renego_period, [1, 2, 3, 4, 5, 6, 7, 8]);
        mbedtls_ssl_conf_renegotiation_period(conf.raw(), ptr::null());
    }
}

#[test]
fn setters_without_a_configuration_do_nothing() {
    let null = ptr::null_mut();
    // SAFETY: null is allowed.
    unsafe {
        mbedtls_ssl_config_init(null);
        mbedtls_ssl_config_free(null);
        mbedtls_ssl_conf_authmode(null, 0);
        mbedtls_ssl_conf_rng(null, None, ptr::null_mut());
        assert_eq!(mbedtls_ssl_conf_max_frag_len(null, 0), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(mbedtls_ssl_conf_alpn_protocols(null, ptr::null_mut()), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        let psk = mbedtls_ssl_conf_psk(null, b"k".as_ptr(), 1, b"i".as_ptr(), 1);
        assert_eq!(psk, MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
}
