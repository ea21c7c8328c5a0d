//! The C types of `mbedtls/ssl.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

use super::callbacks::*;
use super::key_cert::mbedtls_ssl_key_cert;
use crate::capi::bignum::mbedtls_mpi;
use crate::capi::platform_time::{mbedtls_ms_time_t, mbedtls_time_t};
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_profile};

pub type mbedtls_ssl_protocol_version = c_uint;
pub type mbedtls_ssl_key_export_type = c_uint;
pub type mbedtls_tls_prf_types = c_uint;
pub type mbedtls_ssl_srtp_profile = u16;
pub type mbedtls_ecp_group_id = c_uint;

/// What hangs from a context: the connection.
pub enum mbedtls_ssl_transform {}
pub enum mbedtls_ssl_handshake_params {}

#[repr(C)]
pub struct mbedtls_ssl_tls13_application_secrets {
    pub client_application_traffic_secret_N: [c_uchar; 64],
    pub server_application_traffic_secret_N: [c_uchar; 64],
    pub exporter_master_secret: [c_uchar; 64],
    pub resumption_master_secret: [c_uchar; 64],
}
const _: () = assert!(
    size_of::<mbedtls_ssl_tls13_application_secrets>() == 256
        && align_of::<mbedtls_ssl_tls13_application_secrets>() == 1
);
const _: () =
    assert!(offset_of!(mbedtls_ssl_tls13_application_secrets, client_application_traffic_secret_N) == 0);
const _: () =
    assert!(offset_of!(mbedtls_ssl_tls13_application_secrets, server_application_traffic_secret_N) == 64);
const _: () = assert!(offset_of!(mbedtls_ssl_tls13_application_secrets, exporter_master_secret) == 128);
const _: () = assert!(offset_of!(mbedtls_ssl_tls13_application_secrets, resumption_master_secret) == 192);

#[repr(C)]
pub union mbedtls_ssl_user_data_t {
    pub n: usize,
    pub p: *mut c_void,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_user_data_t>() == 8 && align_of::<mbedtls_ssl_user_data_t>() == 8);

#[repr(C)]
pub struct mbedtls_dtls_srtp_info {
    pub chosen_dtls_srtp_profile: mbedtls_ssl_srtp_profile,
    pub mki_len: u16,
    pub mki_value: [c_uchar; 255],
}
const _: () =
    assert!(size_of::<mbedtls_dtls_srtp_info>() == 260 && align_of::<mbedtls_dtls_srtp_info>() == 2);
const _: () = assert!(offset_of!(mbedtls_dtls_srtp_info, chosen_dtls_srtp_profile) == 0);
const _: () = assert!(offset_of!(mbedtls_dtls_srtp_info, mki_len) == 2);
const _: () = assert!(offset_of!(mbedtls_dtls_srtp_info, mki_value) == 4);

#[repr(C)]
pub struct mbedtls_ssl_session {
    pub mfl_code: c_uchar,
    pub exported: c_uchar,
    pub endpoint: u8,
    pub tls_version: mbedtls_ssl_protocol_version,
    pub start: mbedtls_time_t,
    pub ciphersuite: c_int,
    pub id_len: usize,
    pub id: [c_uchar; 32],
    pub master: [c_uchar; 48],
    pub peer_cert: *mut mbedtls_x509_crt,
    pub verify_result: u32,
    pub ticket: *mut c_uchar,
    pub ticket_len: usize,
    pub ticket_lifetime: u32,
    pub ticket_creation_time: mbedtls_ms_time_t,
    pub ticket_age_add: u32,
    pub ticket_flags: u8,
    pub resumption_key_len: u8,
    pub resumption_key: [c_uchar; 48],
    pub hostname: *mut c_char,
    pub ticket_reception_time: mbedtls_ms_time_t,
    pub encrypt_then_mac: c_int,
    pub app_secrets: mbedtls_ssl_tls13_application_secrets,
}
const _: () = assert!(size_of::<mbedtls_ssl_session>() == 496 && align_of::<mbedtls_ssl_session>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_session, endpoint) == 2);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ciphersuite) == 16);
const _: () = assert!(offset_of!(mbedtls_ssl_session, id_len) == 24);
const _: () = assert!(offset_of!(mbedtls_ssl_session, id) == 32);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ticket_creation_time) == 152);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ticket_age_add) == 160);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ticket_flags) == 164);

#[repr(C)]
pub struct mbedtls_ssl_config {
    pub max_tls_version: mbedtls_ssl_protocol_version,
    pub min_tls_version: mbedtls_ssl_protocol_version,
    pub endpoint: u8,
    pub transport: u8,
    pub authmode: u8,
    pub allow_legacy_renegotiation: u8,
    pub mfl_code: u8,
    pub encrypt_then_mac: u8,
    pub extended_ms: u8,
    pub anti_replay: u8,
    pub disable_renegotiation: u8,
    pub session_tickets: u8,
    pub new_session_tickets_count: u16,
    pub cert_req_ca_list: u8,
    pub respect_cli_pref: u8,
    pub ignore_unexpected_cid: u8,
    pub dtls_srtp_mki_support: u8,
    pub ciphersuite_list: *const c_int,
    pub tls13_kex_modes: c_int,
    pub f_dbg: Option<unsafe extern "C" fn(*mut c_void, c_int, *const c_char, c_int, *const c_char)>,
    pub p_dbg: *mut c_void,
    pub f_rng: Option<unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize) -> c_int>,
    pub p_rng: *mut c_void,
    pub f_get_cache: mbedtls_ssl_cache_get_t,
    pub f_set_cache: mbedtls_ssl_cache_set_t,
    pub p_cache: *mut c_void,
    pub f_sni:
        Option<unsafe extern "C" fn(*mut c_void, *mut mbedtls_ssl_context, *const c_uchar, usize) -> c_int>,
    pub p_sni: *mut c_void,
    pub f_vrfy: Option<unsafe extern "C" fn(*mut c_void, *mut mbedtls_x509_crt, c_int, *mut u32) -> c_int>,
    pub p_vrfy: *mut c_void,
    pub f_psk:
        Option<unsafe extern "C" fn(*mut c_void, *mut mbedtls_ssl_context, *const c_uchar, usize) -> c_int>,
    pub p_psk: *mut c_void,
    pub f_cookie_write: Option<
        unsafe extern "C" fn(*mut c_void, *mut *mut c_uchar, *mut c_uchar, *const c_uchar, usize) -> c_int,
    >,
    pub f_cookie_check:
        Option<unsafe extern "C" fn(*mut c_void, *const c_uchar, usize, *const c_uchar, usize) -> c_int>,
    pub p_cookie: *mut c_void,
    pub f_ticket_write: Option<
        unsafe extern "C" fn(
            *mut c_void,
            *const mbedtls_ssl_session,
            *mut c_uchar,
            *const c_uchar,
            *mut usize,
            *mut u32,
        ) -> c_int,
    >,
    pub f_ticket_parse:
        Option<unsafe extern "C" fn(*mut c_void, *mut mbedtls_ssl_session, *mut c_uchar, usize) -> c_int>,
    pub p_ticket: *mut c_void,
    pub cid_len: usize,
    pub cert_profile: *const mbedtls_x509_crt_profile,
    pub key_cert: *mut mbedtls_ssl_key_cert,
    pub ca_chain: *mut mbedtls_x509_crt,
    pub ca_crl: *mut mbedtls_x509_crl,
    pub sig_hashes: *const c_int,
    pub sig_algs: *const u16,
    pub curve_list: *const mbedtls_ecp_group_id,
    pub group_list: *const u16,
    pub dhm_P: mbedtls_mpi,
    pub dhm_G: mbedtls_mpi,
    pub psk: *mut c_uchar,
    pub psk_len: usize,
    pub psk_identity: *mut c_uchar,
    pub psk_identity_len: usize,
    pub alpn_list: *mut *const c_char,
    pub dtls_srtp_profile_list: *const mbedtls_ssl_srtp_profile,
    pub dtls_srtp_profile_list_len: usize,
    pub read_timeout: u32,
    pub hs_timeout_min: u32,
    pub hs_timeout_max: u32,
    pub renego_max_records: c_int,
    pub renego_period: [c_uchar; 8],
    pub badmac_limit: c_uint,
    pub dhm_min_bitlen: c_uint,
    pub user_data: mbedtls_ssl_user_data_t,
    pub f_cert_cb: mbedtls_ssl_hs_cb_t,
    pub dn_hints: *const mbedtls_x509_crt,
}
const _: () = assert!(size_of::<mbedtls_ssl_config>() == 408 && align_of::<mbedtls_ssl_config>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_config, max_tls_version) == 0);
const _: () = assert!(offset_of!(mbedtls_ssl_config, min_tls_version) == 4);
const _: () = assert!(offset_of!(mbedtls_ssl_config, endpoint) == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_config, user_data) == 384);
const _: () = assert!(offset_of!(mbedtls_ssl_config, f_cert_cb) == 392);
const _: () = assert!(offset_of!(mbedtls_ssl_config, dn_hints) == 400);

#[repr(C)]
pub struct mbedtls_ssl_context {
    pub conf: *const mbedtls_ssl_config,
    pub state: c_int,
    pub renego_status: c_int,
    pub renego_records_seen: c_int,
    pub tls_version: mbedtls_ssl_protocol_version,
    pub badmac_seen_or_in_hsfraglen: c_uint,
    pub f_vrfy: Option<unsafe extern "C" fn(*mut c_void, *mut mbedtls_x509_crt, c_int, *mut u32) -> c_int>,
    pub p_vrfy: *mut c_void,
    pub f_send: mbedtls_ssl_send_t,
    pub f_recv: mbedtls_ssl_recv_t,
    pub f_recv_timeout: mbedtls_ssl_recv_timeout_t,
    pub p_bio: *mut c_void,
    pub session_in: *mut mbedtls_ssl_session,
    pub session_out: *mut mbedtls_ssl_session,
    pub session: *mut mbedtls_ssl_session,
    pub session_negotiate: *mut mbedtls_ssl_session,
    pub handshake: *mut mbedtls_ssl_handshake_params,
    pub transform_in: *mut mbedtls_ssl_transform,
    pub transform_out: *mut mbedtls_ssl_transform,
    pub transform: *mut mbedtls_ssl_transform,
    pub transform_negotiate: *mut mbedtls_ssl_transform,
    pub transform_application: *mut mbedtls_ssl_transform,
    pub p_timer: *mut c_void,
    pub f_set_timer: mbedtls_ssl_set_timer_t,
    pub f_get_timer: mbedtls_ssl_get_timer_t,
    pub in_buf: *mut c_uchar,
    pub in_ctr: *mut c_uchar,
    pub in_hdr: *mut c_uchar,
    pub in_cid: *mut c_uchar,
    pub in_len: *mut c_uchar,
    pub in_iv: *mut c_uchar,
    pub in_msg: *mut c_uchar,
    pub in_offt: *mut c_uchar,
    pub in_msgtype: c_int,
    pub in_msglen: usize,
    pub in_left: usize,
    pub in_epoch: u16,
    pub next_record_offset: usize,
    pub in_window_top: u64,
    pub in_window: u64,
    pub in_hslen: usize,
    pub nb_zero: c_int,
    pub keep_current_message: c_int,
    pub send_alert: c_uchar,
    pub alert_type: c_uchar,
    pub alert_reason: c_int,
    pub disable_datagram_packing: u8,
    pub out_buf: *mut c_uchar,
    pub out_ctr: *mut c_uchar,
    pub out_hdr: *mut c_uchar,
    pub out_cid: *mut c_uchar,
    pub out_len: *mut c_uchar,
    pub out_iv: *mut c_uchar,
    pub out_msg: *mut c_uchar,
    pub out_msgtype: c_int,
    pub out_msglen: usize,
    pub out_left: usize,
    pub cur_out_ctr: [c_uchar; 8],
    pub mtu: u16,
    pub hostname: *mut c_char,
    pub alpn_chosen: *const c_char,
    pub dtls_srtp_info: mbedtls_dtls_srtp_info,
    pub cli_id: *mut c_uchar,
    pub cli_id_len: usize,
    pub secure_renegotiation: c_int,
    pub verify_data_len: usize,
    pub own_verify_data: [c_char; 12],
    pub peer_verify_data: [c_char; 12],
    pub own_cid: [c_uchar; 32],
    pub own_cid_len: u8,
    pub negotiate_cid: u8,
    pub f_export_keys: mbedtls_ssl_export_keys_t,
    pub p_export_keys: *mut c_void,
    pub user_data: mbedtls_ssl_user_data_t,
}
const _: () = assert!(size_of::<mbedtls_ssl_context>() == 832 && align_of::<mbedtls_ssl_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_context, conf) == 0);
const _: () = assert!(offset_of!(mbedtls_ssl_context, state) == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_context, tls_version) == 20);
const _: () = assert!(offset_of!(mbedtls_ssl_context, session) == 96);
const _: () = assert!(offset_of!(mbedtls_ssl_context, hostname) == 432);
const _: () = assert!(offset_of!(mbedtls_ssl_context, user_data) == 824);
