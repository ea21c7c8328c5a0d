//! The C types of `mbedtls/ssl.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::mem::offset_of;

use super::callbacks::*;
use super::key_cert::mbedtls_ssl_key_cert;
use crate::capi::bignum::mbedtls_mpi;
use crate::capi::platform_time::{mbedtls_ms_time_t, mbedtls_time_t};
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_profile};

/// A protocol version as it is on the wire: `MBEDTLS_SSL_VERSION_TLS1_3` is 0x0304.
pub type mbedtls_ssl_protocol_version = c_uint;
/// Which secret an export callback is given.
pub type mbedtls_ssl_key_export_type = c_uint;
/// A key derivation function by number.
pub type mbedtls_tls_prf_types = c_uint;
/// A DTLS-SRTP protection profile (RFC 5764), one of `MBEDTLS_TLS_SRTP_...`.
pub type mbedtls_ssl_srtp_profile = u16;
/// A curve by number.
pub type mbedtls_ecp_group_id = c_uint;

/// Keys of one direction. Never complete in C.
pub enum mbedtls_ssl_transform {}
/// What hangs from a context: the connection. Never complete in C.
pub enum mbedtls_ssl_handshake_params {}

/// The secrets of the application phase (RFC 8446 section 7.1), each as long as the suite's hash and zero
/// behind that.
#[repr(C)]
pub struct mbedtls_ssl_tls13_application_secrets {
    /// Protects what the client sends.
    pub client_application_traffic_secret_N: [c_uchar; 64],
    /// Protects what the server sends.
    pub server_application_traffic_secret_N: [c_uchar; 64],
    /// The root of keying material for other protocols.
    pub exporter_master_secret: [c_uchar; 64],
    /// The root of the pre-shared keys that tickets stand for.
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

/// A value of the application's that a context or configuration carries; the library never reads it.
#[repr(C)]
pub union mbedtls_ssl_user_data_t {
    /// The value as a number.
    pub n: usize,
    /// The value as a pointer. Who owns what it points to is the application's affair.
    pub p: *mut c_void,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_user_data_t>() == 8 && align_of::<mbedtls_ssl_user_data_t>() == 8);

/// What DTLS-SRTP negotiated (RFC 5764).
#[repr(C)]
pub struct mbedtls_dtls_srtp_info_t {
    /// The profile, or `MBEDTLS_TLS_SRTP_UNSET`.
    pub(crate) chosen_dtls_srtp_profile: mbedtls_ssl_srtp_profile,
    /// How many bytes of `mki_value` count.
    pub(crate) mki_len: u16,
    /// The master key identifier.
    pub(crate) mki_value: [c_uchar; 255],
}
const _: () =
    assert!(size_of::<mbedtls_dtls_srtp_info_t>() == 260 && align_of::<mbedtls_dtls_srtp_info_t>() == 2);
const _: () = assert!(offset_of!(mbedtls_dtls_srtp_info_t, chosen_dtls_srtp_profile) == 0);
const _: () = assert!(offset_of!(mbedtls_dtls_srtp_info_t, mki_len) == 2);
const _: () = assert!(offset_of!(mbedtls_dtls_srtp_info_t, mki_value) == 4);

/// The short name of the type.
pub type mbedtls_dtls_srtp_info = mbedtls_dtls_srtp_info_t;

/// A session that can be resumed. Starts with mbedtls_ssl_session_init(), ends with mbedtls_ssl_session_free();
/// owns everything it points to. Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_session {
    pub(crate) mfl_code: c_uchar,
    pub(crate) exported: c_uchar,
    /// Whose session this is: `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`.
    pub(crate) endpoint: u8,
    pub(crate) tls_version: mbedtls_ssl_protocol_version,
    pub(crate) start: mbedtls_time_t,
    /// The number of the cipher suite.
    pub(crate) ciphersuite: c_int,
    /// How many bytes of `id` count.
    pub(crate) id_len: usize,
    /// The session identifier.
    pub(crate) id: [c_uchar; 32],
    pub(crate) master: [c_uchar; 48],
    pub(crate) peer_cert: *mut mbedtls_x509_crt,
    pub(crate) verify_result: u32,
    pub(crate) ticket: *mut c_uchar,
    pub(crate) ticket_len: usize,
    pub(crate) ticket_lifetime: u32,
    /// When the server issued the ticket, in milliseconds.
    pub(crate) ticket_creation_time: mbedtls_ms_time_t,
    /// What hides the ticket's age on the wire (RFC 8446 section 4.6.1).
    pub(crate) ticket_age_add: u32,
    /// Which key exchange modes the ticket may be used with.
    pub(crate) ticket_flags: u8,
    pub(crate) resumption_key_len: u8,
    pub(crate) resumption_key: [c_uchar; 48],
    pub(crate) hostname: *mut c_char,
    pub(crate) ticket_reception_time: mbedtls_ms_time_t,
    pub(crate) encrypt_then_mac: c_int,
    pub(crate) app_secrets: mbedtls_ssl_tls13_application_secrets,
}
const _: () = assert!(size_of::<mbedtls_ssl_session>() == 496 && align_of::<mbedtls_ssl_session>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_session, endpoint) == 2);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ciphersuite) == 16);
const _: () = assert!(offset_of!(mbedtls_ssl_session, id_len) == 24);
const _: () = assert!(offset_of!(mbedtls_ssl_session, id) == 32);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ticket_creation_time) == 152);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ticket_age_add) == 160);
const _: () = assert!(offset_of!(mbedtls_ssl_session, ticket_flags) == 164);

/// How connections are made; one serves any number of contexts, which must all be gone before it is freed.
/// Starts with mbedtls_ssl_config_init() and mbedtls_ssl_config_defaults(), ends with
/// mbedtls_ssl_config_free(). Borrows what it is given (chains, keys, lists): that must outlive it. Its members
/// are private.
#[repr(C)]
pub struct mbedtls_ssl_config {
    /// The highest version to speak.
    pub(crate) max_tls_version: mbedtls_ssl_protocol_version,
    /// The lowest version to accept.
    pub(crate) min_tls_version: mbedtls_ssl_protocol_version,
    /// `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`.
    pub(crate) endpoint: u8,
    pub(crate) transport: u8,
    pub(crate) authmode: u8,
    pub(crate) allow_legacy_renegotiation: u8,
    pub(crate) mfl_code: u8,
    pub(crate) encrypt_then_mac: u8,
    pub(crate) extended_ms: u8,
    pub(crate) anti_replay: u8,
    pub(crate) disable_renegotiation: u8,
    pub(crate) session_tickets: u8,
    pub(crate) new_session_tickets_count: u16,
    pub(crate) cert_req_ca_list: u8,
    pub(crate) respect_cli_pref: u8,
    pub(crate) ignore_unexpected_cid: u8,
    pub(crate) dtls_srtp_mki_support: u8,
    pub(crate) ciphersuite_list: *const c_int,
    pub(crate) tls13_kex_modes: c_int,
    pub(crate) f_dbg: Option<
        unsafe extern "C" fn(
            ctx: *mut c_void,
            level: c_int,
            file: *const c_char,
            line: c_int,
            message: *const c_char,
        ),
    >,
    pub(crate) p_dbg: *mut c_void,
    pub(crate) f_rng:
        Option<unsafe extern "C" fn(p_rng: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int>,
    pub(crate) p_rng: *mut c_void,
    pub(crate) f_get_cache: mbedtls_ssl_cache_get_t,
    pub(crate) f_set_cache: mbedtls_ssl_cache_set_t,
    pub(crate) p_cache: *mut c_void,
    pub(crate) f_sni: Option<
        unsafe extern "C" fn(
            p_sni: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            name: *const c_uchar,
            name_len: usize,
        ) -> c_int,
    >,
    pub(crate) p_sni: *mut c_void,
    pub(crate) f_vrfy: Option<
        unsafe extern "C" fn(
            p_vrfy: *mut c_void,
            crt: *mut mbedtls_x509_crt,
            depth: c_int,
            flags: *mut u32,
        ) -> c_int,
    >,
    pub(crate) p_vrfy: *mut c_void,
    pub(crate) f_psk: Option<
        unsafe extern "C" fn(
            p_psk: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            identity: *const c_uchar,
            identity_len: usize,
        ) -> c_int,
    >,
    pub(crate) p_psk: *mut c_void,
    pub(crate) f_cookie_write: Option<
        unsafe extern "C" fn(
            p_cookie: *mut c_void,
            p: *mut *mut c_uchar,
            end: *mut c_uchar,
            info: *const c_uchar,
            info_len: usize,
        ) -> c_int,
    >,
    pub(crate) f_cookie_check: Option<
        unsafe extern "C" fn(
            p_cookie: *mut c_void,
            cookie: *const c_uchar,
            cookie_len: usize,
            info: *const c_uchar,
            info_len: usize,
        ) -> c_int,
    >,
    pub(crate) p_cookie: *mut c_void,
    pub(crate) f_ticket_write: Option<
        unsafe extern "C" fn(
            p_ticket: *mut c_void,
            session: *const mbedtls_ssl_session,
            start: *mut c_uchar,
            end: *const c_uchar,
            tlen: *mut usize,
            lifetime: *mut u32,
        ) -> c_int,
    >,
    pub(crate) f_ticket_parse: Option<
        unsafe extern "C" fn(
            p_ticket: *mut c_void,
            session: *mut mbedtls_ssl_session,
            buf: *mut c_uchar,
            len: usize,
        ) -> c_int,
    >,
    pub(crate) p_ticket: *mut c_void,
    pub(crate) cid_len: usize,
    pub(crate) cert_profile: *const mbedtls_x509_crt_profile,
    pub(crate) key_cert: *mut mbedtls_ssl_key_cert,
    pub(crate) ca_chain: *mut mbedtls_x509_crt,
    pub(crate) ca_crl: *mut mbedtls_x509_crl,
    pub(crate) sig_hashes: *const c_int,
    pub(crate) sig_algs: *const u16,
    pub(crate) curve_list: *const mbedtls_ecp_group_id,
    pub(crate) group_list: *const u16,
    pub(crate) dhm_P: mbedtls_mpi,
    pub(crate) dhm_G: mbedtls_mpi,
    pub(crate) psk: *mut c_uchar,
    pub(crate) psk_len: usize,
    pub(crate) psk_identity: *mut c_uchar,
    pub(crate) psk_identity_len: usize,
    pub(crate) alpn_list: *mut *const c_char,
    pub(crate) dtls_srtp_profile_list: *const mbedtls_ssl_srtp_profile,
    pub(crate) dtls_srtp_profile_list_len: usize,
    pub(crate) read_timeout: u32,
    pub(crate) hs_timeout_min: u32,
    pub(crate) hs_timeout_max: u32,
    pub(crate) renego_max_records: c_int,
    pub(crate) renego_period: [c_uchar; 8],
    pub(crate) badmac_limit: c_uint,
    pub(crate) dhm_min_bitlen: c_uint,
    /// For the application.
    pub(crate) user_data: mbedtls_ssl_user_data_t,
    /// Called by a server when it knows the client's wishes and has to choose a certificate.
    pub(crate) f_cert_cb: mbedtls_ssl_hs_cb_t,
    /// Whose names a certificate request lists.
    pub(crate) dn_hints: *const mbedtls_x509_crt,
}
const _: () = assert!(size_of::<mbedtls_ssl_config>() == 408 && align_of::<mbedtls_ssl_config>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_config, max_tls_version) == 0);
const _: () = assert!(offset_of!(mbedtls_ssl_config, min_tls_version) == 4);
const _: () = assert!(offset_of!(mbedtls_ssl_config, endpoint) == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_config, user_data) == 384);
const _: () = assert!(offset_of!(mbedtls_ssl_config, f_cert_cb) == 392);
const _: () = assert!(offset_of!(mbedtls_ssl_config, dn_hints) == 400);

/// One connection. Starts with mbedtls_ssl_init() and mbedtls_ssl_setup(), ends with mbedtls_ssl_free(). Its
/// members are private: inline functions read the documented ones, which every call of the library brings up to
/// date; the others only keep their place.
#[repr(C)]
pub struct mbedtls_ssl_context {
    /// The configuration, borrowed.
    pub(crate) conf: *const mbedtls_ssl_config,
    /// How far the handshake is: one of `mbedtls_ssl_states`.
    pub(crate) state: c_int,
    pub(crate) renego_status: c_int,
    pub(crate) renego_records_seen: c_int,
    /// The version spoken, once it is known.
    pub(crate) tls_version: mbedtls_ssl_protocol_version,
    pub(crate) badmac_seen_or_in_hsfraglen: c_uint,
    pub(crate) f_vrfy: Option<
        unsafe extern "C" fn(
            p_vrfy: *mut c_void,
            crt: *mut mbedtls_x509_crt,
            depth: c_int,
            flags: *mut u32,
        ) -> c_int,
    >,
    pub(crate) p_vrfy: *mut c_void,
    pub(crate) f_send: mbedtls_ssl_send_t,
    pub(crate) f_recv: mbedtls_ssl_recv_t,
    pub(crate) f_recv_timeout: mbedtls_ssl_recv_timeout_t,
    pub(crate) p_bio: *mut c_void,
    pub(crate) session_in: *mut mbedtls_ssl_session,
    pub(crate) session_out: *mut mbedtls_ssl_session,
    /// The session in use, or null.
    pub(crate) session: *mut mbedtls_ssl_session,
    pub(crate) session_negotiate: *mut mbedtls_ssl_session,
    pub(crate) handshake: *mut mbedtls_ssl_handshake_params,
    pub(crate) transform_in: *mut mbedtls_ssl_transform,
    pub(crate) transform_out: *mut mbedtls_ssl_transform,
    pub(crate) transform: *mut mbedtls_ssl_transform,
    pub(crate) transform_negotiate: *mut mbedtls_ssl_transform,
    pub(crate) transform_application: *mut mbedtls_ssl_transform,
    pub(crate) p_timer: *mut c_void,
    pub(crate) f_set_timer: mbedtls_ssl_set_timer_t,
    pub(crate) f_get_timer: mbedtls_ssl_get_timer_t,
    pub(crate) in_buf: *mut c_uchar,
    pub(crate) in_ctr: *mut c_uchar,
    pub(crate) in_hdr: *mut c_uchar,
    pub(crate) in_cid: *mut c_uchar,
    pub(crate) in_len: *mut c_uchar,
    pub(crate) in_iv: *mut c_uchar,
    pub(crate) in_msg: *mut c_uchar,
    pub(crate) in_offt: *mut c_uchar,
    pub(crate) in_msgtype: c_int,
    pub(crate) in_msglen: usize,
    pub(crate) in_left: usize,
    pub(crate) in_epoch: u16,
    pub(crate) next_record_offset: usize,
    pub(crate) in_window_top: u64,
    pub(crate) in_window: u64,
    pub(crate) in_hslen: usize,
    pub(crate) nb_zero: c_int,
    pub(crate) keep_current_message: c_int,
    pub(crate) send_alert: c_uchar,
    pub(crate) alert_type: c_uchar,
    pub(crate) alert_reason: c_int,
    pub(crate) disable_datagram_packing: u8,
    pub(crate) out_buf: *mut c_uchar,
    pub(crate) out_ctr: *mut c_uchar,
    pub(crate) out_hdr: *mut c_uchar,
    pub(crate) out_cid: *mut c_uchar,
    pub(crate) out_len: *mut c_uchar,
    pub(crate) out_iv: *mut c_uchar,
    pub(crate) out_msg: *mut c_uchar,
    pub(crate) out_msgtype: c_int,
    pub(crate) out_msglen: usize,
    pub(crate) out_left: usize,
    pub(crate) cur_out_ctr: [c_uchar; 8],
    pub(crate) mtu: u16,
    /// The name that mbedtls_ssl_set_hostname() stored, or null.
    pub(crate) hostname: *mut c_char,
    pub(crate) alpn_chosen: *const c_char,
    pub(crate) dtls_srtp_info: mbedtls_dtls_srtp_info_t,
    pub(crate) cli_id: *mut c_uchar,
    pub(crate) cli_id_len: usize,
    pub(crate) secure_renegotiation: c_int,
    pub(crate) verify_data_len: usize,
    pub(crate) own_verify_data: [c_char; 12],
    pub(crate) peer_verify_data: [c_char; 12],
    pub(crate) own_cid: [c_uchar; 32],
    pub(crate) own_cid_len: u8,
    pub(crate) negotiate_cid: u8,
    pub(crate) f_export_keys: mbedtls_ssl_export_keys_t,
    pub(crate) p_export_keys: *mut c_void,
    /// For the application.
    pub(crate) user_data: mbedtls_ssl_user_data_t,
}
const _: () = assert!(size_of::<mbedtls_ssl_context>() == 832 && align_of::<mbedtls_ssl_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_context, conf) == 0);
const _: () = assert!(offset_of!(mbedtls_ssl_context, state) == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_context, tls_version) == 20);
const _: () = assert!(offset_of!(mbedtls_ssl_context, session) == 96);
const _: () = assert!(offset_of!(mbedtls_ssl_context, hostname) == 432);
const _: () = assert!(offset_of!(mbedtls_ssl_context, user_data) == 824);
