//! Functions that are there and do nothing useful over TLS 1.3: they only matter to another version of the protocol. Some refuse
//! with an error code, some have no effect; COMPATIBILITY.md tells which.

/// What only this part of Mbed TLS uses.
pub(crate) struct Only {
    pub(crate) what: &'static str,
    pub(crate) functions: &'static [&'static str],
}

pub(crate) const ONLY: [Only; 3] = [
    Only {
        what: "DTLS",
        functions: &[
            "mbedtls_ssl_check_record",
            "mbedtls_ssl_conf_cid",
            "mbedtls_ssl_conf_dtls_anti_replay",
            "mbedtls_ssl_conf_dtls_badmac_limit",
            "mbedtls_ssl_conf_dtls_cookies",
            "mbedtls_ssl_conf_dtls_srtp_protection_profiles",
            "mbedtls_ssl_conf_handshake_timeout",
            "mbedtls_ssl_conf_srtp_mki_value_supported",
            "mbedtls_ssl_context_load",
            "mbedtls_ssl_context_save",
            "mbedtls_ssl_cookie_check",
            "mbedtls_ssl_cookie_free",
            "mbedtls_ssl_cookie_init",
            "mbedtls_ssl_cookie_set_timeout",
            "mbedtls_ssl_cookie_setup",
            "mbedtls_ssl_cookie_write",
            "mbedtls_ssl_dtls_srtp_set_mki_value",
            "mbedtls_ssl_get_dtls_srtp_negotiation_result",
            "mbedtls_ssl_get_own_cid",
            "mbedtls_ssl_get_peer_cid",
            "mbedtls_ssl_set_cid",
            "mbedtls_ssl_set_client_transport_id",
            "mbedtls_ssl_set_datagram_packing",
            "mbedtls_ssl_set_mtu",
            "mbedtls_ssl_set_timer_cb",
        ],
    },
    Only {
        what: "TLS 1.2",
        functions: &[
            "mbedtls_ssl_conf_dh_param_bin",
            "mbedtls_ssl_conf_dh_param_ctx",
            "mbedtls_ssl_conf_dhm_min_bitlen",
            "mbedtls_ssl_conf_encrypt_then_mac",
            "mbedtls_ssl_conf_extended_master_secret",
            "mbedtls_ssl_conf_sig_hashes",
            "mbedtls_ssl_set_hs_ecjpake_password",
            "mbedtls_ssl_set_hs_ecjpake_password_opaque",
        ],
    },
    Only {
        what: "renegotiation",
        functions: &[
            "mbedtls_ssl_conf_legacy_renegotiation",
            "mbedtls_ssl_conf_renegotiation",
            "mbedtls_ssl_conf_renegotiation_enforced",
            "mbedtls_ssl_conf_renegotiation_period",
            "mbedtls_ssl_renegotiate",
        ],
    },
];
