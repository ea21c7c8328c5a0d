/*
 * mbedtls/ssl.h: TLS: configurations, connections, sessions.
 *
 * Generated from src/capi/ssl/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SSL_H
#define MBEDTLS_COMPAT_MBEDTLS_SSL_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"
#include "mbedtls/pk.h"
#include "mbedtls/platform_time.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/ssl_ciphersuites.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/x509_crt.h"
#include "psa/crypto.h"

typedef struct mbedtls_ssl_transform mbedtls_ssl_transform;
typedef struct mbedtls_ssl_handshake_params mbedtls_ssl_handshake_params;
typedef struct mbedtls_ssl_tls13_application_secrets mbedtls_ssl_tls13_application_secrets;
typedef union mbedtls_ssl_user_data_t mbedtls_ssl_user_data_t;
typedef struct mbedtls_dtls_srtp_info mbedtls_dtls_srtp_info;
typedef struct mbedtls_ssl_session mbedtls_ssl_session;
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_ssl_context mbedtls_ssl_context;
/* opaque */

/**
 * What hangs from a context: the connection.
 */
/* opaque */

struct mbedtls_ssl_tls13_application_secrets {
    unsigned char client_application_traffic_secret_N[64];
    unsigned char server_application_traffic_secret_N[64];
    unsigned char exporter_master_secret[64];
    unsigned char resumption_master_secret[64];
};

struct mbedtls_ssl_session {
    unsigned char mfl_code;
    unsigned char exported;
    uint8_t endpoint;
    mbedtls_ssl_protocol_version tls_version;
    mbedtls_time_t start;
    int ciphersuite;
    size_t id_len;
    unsigned char id[32];
    unsigned char master[48];
    mbedtls_x509_crt *peer_cert;
    uint32_t verify_result;
    unsigned char *ticket;
    size_t ticket_len;
    uint32_t ticket_lifetime;
    mbedtls_ms_time_t ticket_creation_time;
    uint32_t ticket_age_add;
    uint8_t ticket_flags;
    uint8_t resumption_key_len;
    unsigned char resumption_key[48];
    char *hostname;
    mbedtls_ms_time_t ticket_reception_time;
    int encrypt_then_mac;
    mbedtls_ssl_tls13_application_secrets app_secrets;
};

typedef int mbedtls_ssl_cache_get_t(void*,
                                       const unsigned char*,
                                       size_t,
                                       mbedtls_ssl_session*);

typedef int mbedtls_ssl_cache_set_t(void*,
                                       const unsigned char*,
                                       size_t,
                                       const mbedtls_ssl_session*);

typedef int mbedtls_ssl_cookie_check_t(void*,
                                          const unsigned char*,
                                          size_t,
                                          const unsigned char*,
                                          size_t);

typedef int mbedtls_ssl_cookie_write_t(void*,
                                          unsigned char**,
                                          unsigned char*,
                                          const unsigned char*,
                                          size_t);

typedef void mbedtls_ssl_export_keys_t(void*,
                                          mbedtls_ssl_key_export_type,
                                          const unsigned char*,
                                          size_t,
                                          const unsigned char*,
                                          const unsigned char*,
                                          mbedtls_tls_prf_types);

typedef int mbedtls_ssl_get_timer_t(void*);

typedef int mbedtls_ssl_recv_t(void*, unsigned char*, size_t);

typedef int mbedtls_ssl_recv_timeout_t(void*, unsigned char*, size_t, uint32_t);

typedef int mbedtls_ssl_send_t(void*, const unsigned char*, size_t);

typedef void mbedtls_ssl_set_timer_t(void*, uint32_t, uint32_t);

typedef int mbedtls_ssl_ticket_parse_t(void*, mbedtls_ssl_session*, unsigned char*, size_t);

typedef int mbedtls_ssl_ticket_write_t(void*,
                                          const mbedtls_ssl_session*,
                                          unsigned char*,
                                          const unsigned char*,
                                          size_t*,
                                          uint32_t*);

typedef uint16_t mbedtls_ssl_srtp_profile;

union mbedtls_ssl_user_data_t {
    size_t n;
    void *p;
};

struct mbedtls_ssl_config {
    mbedtls_ssl_protocol_version max_tls_version;
    mbedtls_ssl_protocol_version min_tls_version;
    uint8_t endpoint;
    uint8_t transport;
    uint8_t authmode;
    uint8_t allow_legacy_renegotiation;
    uint8_t mfl_code;
    uint8_t encrypt_then_mac;
    uint8_t extended_ms;
    uint8_t anti_replay;
    uint8_t disable_renegotiation;
    uint8_t session_tickets;
    uint16_t new_session_tickets_count;
    uint8_t cert_req_ca_list;
    uint8_t respect_cli_pref;
    uint8_t ignore_unexpected_cid;
    uint8_t dtls_srtp_mki_support;
    const int *ciphersuite_list;
    int tls13_kex_modes;
    void (*f_dbg)(void*, int, const char*, int, const char*);
    void *p_dbg;
    int (*f_rng)(void*, unsigned char*, size_t);
    void *p_rng;
    mbedtls_ssl_cache_get_t *f_get_cache;
    mbedtls_ssl_cache_set_t *f_set_cache;
    void *p_cache;
    int (*f_sni)(void*, mbedtls_ssl_context*, const unsigned char*, size_t);
    void *p_sni;
    int (*f_vrfy)(void*, mbedtls_x509_crt*, int, uint32_t*);
    void *p_vrfy;
    int (*f_psk)(void*, mbedtls_ssl_context*, const unsigned char*, size_t);
    void *p_psk;
    int (*f_cookie_write)(void*, unsigned char**, unsigned char*, const unsigned char*, size_t);
    int (*f_cookie_check)(void*, const unsigned char*, size_t, const unsigned char*, size_t);
    void *p_cookie;
    int (*f_ticket_write)(void*,
                          const mbedtls_ssl_session*,
                          unsigned char*,
                          const unsigned char*,
                          size_t*,
                          uint32_t*);
    int (*f_ticket_parse)(void*, mbedtls_ssl_session*, unsigned char*, size_t);
    void *p_ticket;
    size_t cid_len;
    const mbedtls_x509_crt_profile *cert_profile;
    mbedtls_ssl_key_cert *key_cert;
    mbedtls_x509_crt *ca_chain;
    mbedtls_x509_crl *ca_crl;
    const int *sig_hashes;
    const uint16_t *sig_algs;
    const mbedtls_ecp_group_id *curve_list;
    const uint16_t *group_list;
    mbedtls_mpi dhm_P;
    mbedtls_mpi dhm_G;
    unsigned char *psk;
    size_t psk_len;
    unsigned char *psk_identity;
    size_t psk_identity_len;
    const char **alpn_list;
    const mbedtls_ssl_srtp_profile *dtls_srtp_profile_list;
    size_t dtls_srtp_profile_list_len;
    uint32_t read_timeout;
    uint32_t hs_timeout_min;
    uint32_t hs_timeout_max;
    int renego_max_records;
    unsigned char renego_period[8];
    unsigned int badmac_limit;
    unsigned int dhm_min_bitlen;
    mbedtls_ssl_user_data_t user_data;
    mbedtls_ssl_hs_cb_t f_cert_cb;
    const mbedtls_x509_crt *dn_hints;
};

struct mbedtls_dtls_srtp_info {
    mbedtls_ssl_srtp_profile chosen_dtls_srtp_profile;
    uint16_t mki_len;
    unsigned char mki_value[255];
};

struct mbedtls_ssl_context {
    const mbedtls_ssl_config *conf;
    int state;
    int renego_status;
    int renego_records_seen;
    mbedtls_ssl_protocol_version tls_version;
    unsigned int badmac_seen_or_in_hsfraglen;
    int (*f_vrfy)(void*, mbedtls_x509_crt*, int, uint32_t*);
    void *p_vrfy;
    mbedtls_ssl_send_t *f_send;
    mbedtls_ssl_recv_t *f_recv;
    mbedtls_ssl_recv_timeout_t *f_recv_timeout;
    void *p_bio;
    mbedtls_ssl_session *session_in;
    mbedtls_ssl_session *session_out;
    mbedtls_ssl_session *session;
    mbedtls_ssl_session *session_negotiate;
    mbedtls_ssl_handshake_params *handshake;
    mbedtls_ssl_transform *transform_in;
    mbedtls_ssl_transform *transform_out;
    mbedtls_ssl_transform *transform;
    mbedtls_ssl_transform *transform_negotiate;
    mbedtls_ssl_transform *transform_application;
    void *p_timer;
    mbedtls_ssl_set_timer_t *f_set_timer;
    mbedtls_ssl_get_timer_t *f_get_timer;
    unsigned char *in_buf;
    unsigned char *in_ctr;
    unsigned char *in_hdr;
    unsigned char *in_cid;
    unsigned char *in_len;
    unsigned char *in_iv;
    unsigned char *in_msg;
    unsigned char *in_offt;
    int in_msgtype;
    size_t in_msglen;
    size_t in_left;
    uint16_t in_epoch;
    size_t next_record_offset;
    uint64_t in_window_top;
    uint64_t in_window;
    size_t in_hslen;
    int nb_zero;
    int keep_current_message;
    unsigned char send_alert;
    unsigned char alert_type;
    int alert_reason;
    uint8_t disable_datagram_packing;
    unsigned char *out_buf;
    unsigned char *out_ctr;
    unsigned char *out_hdr;
    unsigned char *out_cid;
    unsigned char *out_len;
    unsigned char *out_iv;
    unsigned char *out_msg;
    int out_msgtype;
    size_t out_msglen;
    size_t out_left;
    unsigned char cur_out_ctr[8];
    uint16_t mtu;
    char *hostname;
    const char *alpn_chosen;
    mbedtls_dtls_srtp_info dtls_srtp_info;
    unsigned char *cli_id;
    size_t cli_id_len;
    int secure_renegotiation;
    size_t verify_data_len;
    char own_verify_data[12];
    char peer_verify_data[12];
    unsigned char own_cid[32];
    uint8_t own_cid_len;
    uint8_t negotiate_cid;
    mbedtls_ssl_export_keys_t *f_export_keys;
    void *p_export_keys;
    mbedtls_ssl_user_data_t user_data;
};

typedef int (*mbedtls_ssl_hs_cb_t)(mbedtls_ssl_context*);

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_H */
