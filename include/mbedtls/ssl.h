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
#include "mbedtls/dhm.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/ssl_ciphersuites.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/x509_crt.h"
#include "psa/crypto.h"

typedef struct mbedtls_ssl_transform mbedtls_ssl_transform;
typedef struct mbedtls_ssl_handshake_params mbedtls_ssl_handshake_params;
typedef struct mbedtls_ssl_tls13_application_secrets mbedtls_ssl_tls13_application_secrets;
typedef union mbedtls_ssl_user_data_t mbedtls_ssl_user_data_t;
typedef struct mbedtls_dtls_srtp_info_t mbedtls_dtls_srtp_info_t;
typedef struct mbedtls_ssl_session mbedtls_ssl_session;
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_ssl_context mbedtls_ssl_context;

#include "mbedtls/compat/ssl_values.h"

/**
 * Looks a session up in a cache (server). Finds the session with the `session_id_len` bytes of `session_id`
 * and copies it to `session`, which the caller has initialised and will free. `data` is what was registered
 * along with the function. Returns 0, or any other value when there is none: then a full handshake takes
 * place.
 */
typedef int mbedtls_ssl_cache_get_t(void *data, const unsigned char *session_id, size_t session_id_len,
    mbedtls_ssl_session *session);

/**
 * Puts a copy of `session` into a cache (server), under the `session_id_len` bytes of `session_id`. `data` is
 * what was registered along with the function. Returns 0 if it was stored; the handshake goes on in any case.
 */
typedef int mbedtls_ssl_cache_set_t(void *data, const unsigned char *session_id, size_t session_id_len,
    const mbedtls_ssl_session *session);

/**
 * Sends up to `len` bytes of `buf`. `ctx` is what was registered along with the function. Returns how many
 * bytes were taken, which may be fewer; `MBEDTLS_ERR_SSL_WANT_WRITE` if none can be taken yet; another
 * negative code for an error.
 */
typedef int mbedtls_ssl_send_t(void *ctx, const unsigned char *buf, size_t len);

/**
 * Receives up to `len` bytes into `buf` without waiting longer than the transport does. `ctx` is what was
 * registered along with the function. Returns how many bytes came; 0 at the end of the stream;
 * `MBEDTLS_ERR_SSL_WANT_READ` if none are there yet; another negative code for an error.
 */
typedef int mbedtls_ssl_recv_t(void *ctx, unsigned char *buf, size_t len);

/**
 * As `mbedtls_ssl_recv_t`, but waits `timeout` milliseconds for the first byte, or for ever when that is 0.
 * Also returns `MBEDTLS_ERR_SSL_TIMEOUT`.
 */
typedef int mbedtls_ssl_recv_timeout_t(void *ctx, unsigned char *buf, size_t len, uint32_t timeout);

/**
 * Starts a timer with an intermediate delay `int_ms` and a final one `fin_ms`, in milliseconds. A final delay
 * of 0 stops it.
 */
typedef void mbedtls_ssl_set_timer_t(void *ctx, uint32_t int_ms, uint32_t fin_ms);

/**
 * Asks a timer. Returns 0: no delay has passed; 1: the intermediate one has; 2: the final one has; -1: it is
 * not running.
 */
typedef int mbedtls_ssl_get_timer_t(void *ctx);

/** A DTLS-SRTP protection profile (RFC 5764), one of `MBEDTLS_TLS_SRTP_...`. */
typedef uint16_t mbedtls_ssl_srtp_profile;

/**
 * Hears of each secret of a handshake, for key logs and protocols such as EAP-TLS. `secret` of `secret_len`
 * bytes is valid during the call only; `client_random` and `server_random` are 32 bytes each.
 */
typedef void mbedtls_ssl_export_keys_t(void *p_expkey, mbedtls_ssl_key_export_type kind,
    const unsigned char *secret, size_t secret_len, const unsigned char *client_random,
    const unsigned char *server_random, mbedtls_tls_prf_types tls_prf_type);

/**
 * Called in the midst of a server's handshake, with the context. Returns 0 to go on; any other value ends the
 * handshake with an alert.
 */
typedef int (*mbedtls_ssl_hs_cb_t)(mbedtls_ssl_context *ssl);

/**
 * Writes a cookie for a client (DTLS server) at `*p`, at most up to `end`, and moves `*p` behind it; `info` of
 * `ilen` bytes is the client's transport address. Returns 0 or an error code.
 */
typedef int mbedtls_ssl_cookie_write_t(void *ctx, unsigned char **p, unsigned char *end,
    const unsigned char *info, size_t ilen);

/**
 * Checks the cookie of a ClientHello (DTLS server): `cookie` of `clen` bytes against the client's transport
 * address `info` of `ilen` bytes. Returns 0 if it fits, any other value if not.
 */
typedef int mbedtls_ssl_cookie_check_t(void *ctx, const unsigned char *cookie, size_t clen,
    const unsigned char *info, size_t ilen);

/**
 * Makes a ticket of `session` (server) from `start` on, at most up to `end`. Sets `*tlen` to its length and
 * `*lifetime` to its lifetime in seconds. Returns 0 or an error code; then no ticket is sent.
 */
typedef int mbedtls_ssl_ticket_write_t(void *p_ticket, const mbedtls_ssl_session *session,
    unsigned char *start, const unsigned char *end, size_t *tlen, uint32_t *lifetime);

/**
 * Opens a ticket that a client brought (server): `buf` of `len` bytes, which may be overwritten. Fills
 * `session`, which the caller has initialised and will free. Returns 0; `MBEDTLS_ERR_SSL_INVALID_MAC` if the
 * ticket is not one of ours; `MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED` if it is too old. Any code but 0 leads
 * to a full handshake.
 */
typedef int mbedtls_ssl_ticket_parse_t(void *p_ticket, mbedtls_ssl_session *session, unsigned char *buf,
    size_t len);

/** The short name of the type. */
typedef mbedtls_dtls_srtp_info_t mbedtls_dtls_srtp_info;

/** What hangs from a context: the connection. Never complete in C. */
struct mbedtls_ssl_handshake_params;

/** Keys of one direction. Never complete in C. */
struct mbedtls_ssl_transform;

/**
 * The secrets of the application phase (RFC 8446 section 7.1), each as long as the suite's hash and zero
 * behind that.
 */
struct mbedtls_ssl_tls13_application_secrets {
    /** Protects what the client sends. */
    unsigned char client_application_traffic_secret_N[64];
    /** Protects what the server sends. */
    unsigned char server_application_traffic_secret_N[64];
    /** The root of keying material for other protocols. */
    unsigned char exporter_master_secret[64];
    /** The root of the pre-shared keys that tickets stand for. */
    unsigned char resumption_master_secret[64];
};

/**
 * A session that can be resumed. Starts with mbedtls_ssl_session_init(), ends with mbedtls_ssl_session_free();
 * owns everything it points to. Its members are private.
 */
struct mbedtls_ssl_session {
    unsigned char MBEDTLS_PRIVATE(mfl_code);
    unsigned char MBEDTLS_PRIVATE(exported);
    /** Whose session this is: `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`. */
    uint8_t MBEDTLS_PRIVATE(endpoint);
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(tls_version);
    mbedtls_time_t MBEDTLS_PRIVATE(start);
    /** The number of the cipher suite. */
    int MBEDTLS_PRIVATE(ciphersuite);
    /** How many bytes of `id` count. */
    size_t MBEDTLS_PRIVATE(id_len);
    /** The session identifier. */
    unsigned char MBEDTLS_PRIVATE(id)[32];
    unsigned char MBEDTLS_PRIVATE(master)[48];
    mbedtls_x509_crt *MBEDTLS_PRIVATE(peer_cert);
    uint32_t MBEDTLS_PRIVATE(verify_result);
    unsigned char *MBEDTLS_PRIVATE(ticket);
    size_t MBEDTLS_PRIVATE(ticket_len);
    uint32_t MBEDTLS_PRIVATE(ticket_lifetime);
    /** When the server issued the ticket, in milliseconds. */
    mbedtls_ms_time_t MBEDTLS_PRIVATE(ticket_creation_time);
    /** What hides the ticket's age on the wire (RFC 8446 section 4.6.1). */
    uint32_t MBEDTLS_PRIVATE(ticket_age_add);
    /** Which key exchange modes the ticket may be used with. */
    uint8_t MBEDTLS_PRIVATE(ticket_flags);
    uint8_t MBEDTLS_PRIVATE(resumption_key_len);
    unsigned char MBEDTLS_PRIVATE(resumption_key)[48];
    char *MBEDTLS_PRIVATE(hostname);
    mbedtls_ms_time_t MBEDTLS_PRIVATE(ticket_reception_time);
    int MBEDTLS_PRIVATE(encrypt_then_mac);
    mbedtls_ssl_tls13_application_secrets MBEDTLS_PRIVATE(app_secrets);
};

/** What DTLS-SRTP negotiated (RFC 5764). */
struct mbedtls_dtls_srtp_info_t {
    /** The profile, or `MBEDTLS_TLS_SRTP_UNSET`. */
    mbedtls_ssl_srtp_profile MBEDTLS_PRIVATE(chosen_dtls_srtp_profile);
    /** How many bytes of `mki_value` count. */
    uint16_t MBEDTLS_PRIVATE(mki_len);
    /** The master key identifier. */
    unsigned char MBEDTLS_PRIVATE(mki_value)[255];
};

/** A value of the application's that a context or configuration carries; the library never reads it. */
union mbedtls_ssl_user_data_t {
    /** The value as a number. */
    size_t n;
    /** The value as a pointer. Who owns what it points to is the application's affair. */
    void *p;
};

/**
 * One connection. Starts with mbedtls_ssl_init() and mbedtls_ssl_setup(), ends with mbedtls_ssl_free(). Its
 * members are private: inline functions read the documented ones, which every call of the library brings up to
 * date; the others only keep their place.
 */
struct mbedtls_ssl_context {
    /** The configuration, borrowed. */
    const mbedtls_ssl_config *MBEDTLS_PRIVATE(conf);
    /** How far the handshake is: one of `mbedtls_ssl_states`. */
    int MBEDTLS_PRIVATE(state);
    int MBEDTLS_PRIVATE(renego_status);
    int MBEDTLS_PRIVATE(renego_records_seen);
    /** The version spoken, once it is known. */
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(tls_version);
    unsigned int MBEDTLS_PRIVATE(badmac_seen_or_in_hsfraglen);
    int (*MBEDTLS_PRIVATE(f_vrfy))(void *p_vrfy, mbedtls_x509_crt *crt, int depth, uint32_t *flags);
    void *MBEDTLS_PRIVATE(p_vrfy);
    mbedtls_ssl_send_t *MBEDTLS_PRIVATE(f_send);
    mbedtls_ssl_recv_t *MBEDTLS_PRIVATE(f_recv);
    mbedtls_ssl_recv_timeout_t *MBEDTLS_PRIVATE(f_recv_timeout);
    void *MBEDTLS_PRIVATE(p_bio);
    mbedtls_ssl_session *MBEDTLS_PRIVATE(session_in);
    mbedtls_ssl_session *MBEDTLS_PRIVATE(session_out);
    /** The session in use, or null. */
    mbedtls_ssl_session *MBEDTLS_PRIVATE(session);
    mbedtls_ssl_session *MBEDTLS_PRIVATE(session_negotiate);
    mbedtls_ssl_handshake_params *MBEDTLS_PRIVATE(handshake);
    mbedtls_ssl_transform *MBEDTLS_PRIVATE(transform_in);
    mbedtls_ssl_transform *MBEDTLS_PRIVATE(transform_out);
    mbedtls_ssl_transform *MBEDTLS_PRIVATE(transform);
    mbedtls_ssl_transform *MBEDTLS_PRIVATE(transform_negotiate);
    mbedtls_ssl_transform *MBEDTLS_PRIVATE(transform_application);
    void *MBEDTLS_PRIVATE(p_timer);
    mbedtls_ssl_set_timer_t *MBEDTLS_PRIVATE(f_set_timer);
    mbedtls_ssl_get_timer_t *MBEDTLS_PRIVATE(f_get_timer);
    unsigned char *MBEDTLS_PRIVATE(in_buf);
    unsigned char *MBEDTLS_PRIVATE(in_ctr);
    unsigned char *MBEDTLS_PRIVATE(in_hdr);
    unsigned char *MBEDTLS_PRIVATE(in_cid);
    unsigned char *MBEDTLS_PRIVATE(in_len);
    unsigned char *MBEDTLS_PRIVATE(in_iv);
    unsigned char *MBEDTLS_PRIVATE(in_msg);
    unsigned char *MBEDTLS_PRIVATE(in_offt);
    int MBEDTLS_PRIVATE(in_msgtype);
    size_t MBEDTLS_PRIVATE(in_msglen);
    size_t MBEDTLS_PRIVATE(in_left);
    uint16_t MBEDTLS_PRIVATE(in_epoch);
    size_t MBEDTLS_PRIVATE(next_record_offset);
    uint64_t MBEDTLS_PRIVATE(in_window_top);
    uint64_t MBEDTLS_PRIVATE(in_window);
    size_t MBEDTLS_PRIVATE(in_hslen);
    int MBEDTLS_PRIVATE(nb_zero);
    int MBEDTLS_PRIVATE(keep_current_message);
    unsigned char MBEDTLS_PRIVATE(send_alert);
    unsigned char MBEDTLS_PRIVATE(alert_type);
    int MBEDTLS_PRIVATE(alert_reason);
    uint8_t MBEDTLS_PRIVATE(disable_datagram_packing);
    unsigned char *MBEDTLS_PRIVATE(out_buf);
    unsigned char *MBEDTLS_PRIVATE(out_ctr);
    unsigned char *MBEDTLS_PRIVATE(out_hdr);
    unsigned char *MBEDTLS_PRIVATE(out_cid);
    unsigned char *MBEDTLS_PRIVATE(out_len);
    unsigned char *MBEDTLS_PRIVATE(out_iv);
    unsigned char *MBEDTLS_PRIVATE(out_msg);
    int MBEDTLS_PRIVATE(out_msgtype);
    size_t MBEDTLS_PRIVATE(out_msglen);
    size_t MBEDTLS_PRIVATE(out_left);
    unsigned char MBEDTLS_PRIVATE(cur_out_ctr)[8];
    uint16_t MBEDTLS_PRIVATE(mtu);
    /** The name that mbedtls_ssl_set_hostname() stored, or null. */
    char *MBEDTLS_PRIVATE(hostname);
    const char *MBEDTLS_PRIVATE(alpn_chosen);
    mbedtls_dtls_srtp_info_t MBEDTLS_PRIVATE(dtls_srtp_info);
    unsigned char *MBEDTLS_PRIVATE(cli_id);
    size_t MBEDTLS_PRIVATE(cli_id_len);
    int MBEDTLS_PRIVATE(secure_renegotiation);
    size_t MBEDTLS_PRIVATE(verify_data_len);
    char MBEDTLS_PRIVATE(own_verify_data)[12];
    char MBEDTLS_PRIVATE(peer_verify_data)[12];
    unsigned char MBEDTLS_PRIVATE(own_cid)[32];
    uint8_t MBEDTLS_PRIVATE(own_cid_len);
    uint8_t MBEDTLS_PRIVATE(negotiate_cid);
    mbedtls_ssl_export_keys_t *MBEDTLS_PRIVATE(f_export_keys);
    void *MBEDTLS_PRIVATE(p_export_keys);
    /** For the application. */
    mbedtls_ssl_user_data_t MBEDTLS_PRIVATE(user_data);
};

/**
 * How connections are made; one serves any number of contexts, which must all be gone before it is freed.
 * Starts with mbedtls_ssl_config_init() and mbedtls_ssl_config_defaults(), ends with
 * mbedtls_ssl_config_free(). Borrows what it is given (chains, keys, lists): that must outlive it. Its members
 * are private.
 */
struct mbedtls_ssl_config {
    /** The highest version to speak. */
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(max_tls_version);
    /** The lowest version to accept. */
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(min_tls_version);
    /** `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`. */
    uint8_t MBEDTLS_PRIVATE(endpoint);
    uint8_t MBEDTLS_PRIVATE(transport);
    uint8_t MBEDTLS_PRIVATE(authmode);
    uint8_t MBEDTLS_PRIVATE(allow_legacy_renegotiation);
    uint8_t MBEDTLS_PRIVATE(mfl_code);
    uint8_t MBEDTLS_PRIVATE(encrypt_then_mac);
    uint8_t MBEDTLS_PRIVATE(extended_ms);
    uint8_t MBEDTLS_PRIVATE(anti_replay);
    uint8_t MBEDTLS_PRIVATE(disable_renegotiation);
    uint8_t MBEDTLS_PRIVATE(session_tickets);
    uint16_t MBEDTLS_PRIVATE(new_session_tickets_count);
    uint8_t MBEDTLS_PRIVATE(cert_req_ca_list);
    uint8_t MBEDTLS_PRIVATE(respect_cli_pref);
    uint8_t MBEDTLS_PRIVATE(ignore_unexpected_cid);
    uint8_t MBEDTLS_PRIVATE(dtls_srtp_mki_support);
    const int *MBEDTLS_PRIVATE(ciphersuite_list);
    int MBEDTLS_PRIVATE(tls13_kex_modes);
    void (*MBEDTLS_PRIVATE(f_dbg))(void *ctx, int level, const char *file, int line, const char *message);
    void *MBEDTLS_PRIVATE(p_dbg);
    int (*MBEDTLS_PRIVATE(f_rng))(void *p_rng, unsigned char *output, size_t output_size);
    void *MBEDTLS_PRIVATE(p_rng);
    mbedtls_ssl_cache_get_t *MBEDTLS_PRIVATE(f_get_cache);
    mbedtls_ssl_cache_set_t *MBEDTLS_PRIVATE(f_set_cache);
    void *MBEDTLS_PRIVATE(p_cache);
    int (*MBEDTLS_PRIVATE(f_sni))(void *p_sni, mbedtls_ssl_context *ssl, const unsigned char *name,
        size_t name_len);
    void *MBEDTLS_PRIVATE(p_sni);
    int (*MBEDTLS_PRIVATE(f_vrfy))(void *p_vrfy, mbedtls_x509_crt *crt, int depth, uint32_t *flags);
    void *MBEDTLS_PRIVATE(p_vrfy);
    int (*MBEDTLS_PRIVATE(f_psk))(void *p_psk, mbedtls_ssl_context *ssl, const unsigned char *identity,
        size_t identity_len);
    void *MBEDTLS_PRIVATE(p_psk);
    int (*MBEDTLS_PRIVATE(f_cookie_write))(void *p_cookie, unsigned char **p, unsigned char *end,
        const unsigned char *info, size_t info_len);
    int (*MBEDTLS_PRIVATE(f_cookie_check))(void *p_cookie, const unsigned char *cookie, size_t cookie_len,
        const unsigned char *info, size_t info_len);
    void *MBEDTLS_PRIVATE(p_cookie);
    int (*MBEDTLS_PRIVATE(f_ticket_write))(void *p_ticket, const mbedtls_ssl_session *session,
        unsigned char *start, const unsigned char *end, size_t *tlen, uint32_t *lifetime);
    int (*MBEDTLS_PRIVATE(f_ticket_parse))(void *p_ticket, mbedtls_ssl_session *session, unsigned char *buf,
        size_t len);
    void *MBEDTLS_PRIVATE(p_ticket);
    size_t MBEDTLS_PRIVATE(cid_len);
    const mbedtls_x509_crt_profile *MBEDTLS_PRIVATE(cert_profile);
    mbedtls_ssl_key_cert *MBEDTLS_PRIVATE(key_cert);
    mbedtls_x509_crt *MBEDTLS_PRIVATE(ca_chain);
    mbedtls_x509_crl *MBEDTLS_PRIVATE(ca_crl);
    const int *MBEDTLS_PRIVATE(sig_hashes);
    const uint16_t *MBEDTLS_PRIVATE(sig_algs);
    const mbedtls_ecp_group_id *MBEDTLS_PRIVATE(curve_list);
    const uint16_t *MBEDTLS_PRIVATE(group_list);
    mbedtls_mpi MBEDTLS_PRIVATE(dhm_P);
    mbedtls_mpi MBEDTLS_PRIVATE(dhm_G);
    unsigned char *MBEDTLS_PRIVATE(psk);
    size_t MBEDTLS_PRIVATE(psk_len);
    unsigned char *MBEDTLS_PRIVATE(psk_identity);
    size_t MBEDTLS_PRIVATE(psk_identity_len);
    const char **MBEDTLS_PRIVATE(alpn_list);
    const mbedtls_ssl_srtp_profile *MBEDTLS_PRIVATE(dtls_srtp_profile_list);
    size_t MBEDTLS_PRIVATE(dtls_srtp_profile_list_len);
    uint32_t MBEDTLS_PRIVATE(read_timeout);
    uint32_t MBEDTLS_PRIVATE(hs_timeout_min);
    uint32_t MBEDTLS_PRIVATE(hs_timeout_max);
    int MBEDTLS_PRIVATE(renego_max_records);
    unsigned char MBEDTLS_PRIVATE(renego_period)[8];
    unsigned int MBEDTLS_PRIVATE(badmac_limit);
    unsigned int MBEDTLS_PRIVATE(dhm_min_bitlen);
    /** For the application. */
    mbedtls_ssl_user_data_t MBEDTLS_PRIVATE(user_data);
    /** Called by a server when it knows the client's wishes and has to choose a certificate. */
    mbedtls_ssl_hs_cb_t MBEDTLS_PRIVATE(f_cert_cb);
    /** Whose names a certificate request lists. */
    const mbedtls_x509_crt *MBEDTLS_PRIVATE(dn_hints);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Prepares a configuration for use: nothing is set. Call `mbedtls_ssl_config_defaults()` next.
 *
 * \param conf  The configuration, in memory of the caller; NULL does nothing. Whatever it held before is
 *              forgotten, not released.
 */
void mbedtls_ssl_config_init(mbedtls_ssl_config *conf);

/**
 * Releases what the configuration owns (the list of own certificates, the pre-shared key, which is wiped) and leaves it
 * as `mbedtls_ssl_config_init()` does. Certificates, keys and lists that the caller handed in stay the caller's.
 *
 * \param conf  The configuration; NULL does nothing. No context may use it any more.
 */
void mbedtls_ssl_config_free(mbedtls_ssl_config *conf);

/**
 * Whether the peer has to prove who it is. The default is MBEDTLS_SSL_VERIFY_REQUIRED on a client and
 * MBEDTLS_SSL_VERIFY_NONE on a server.
 *
 * \param conf      The configuration; NULL does nothing.
 * \param authmode  MBEDTLS_SSL_VERIFY_REQUIRED: the handshake fails unless the peer's certificate is good.
 *                  MBEDTLS_SSL_VERIFY_OPTIONAL: it goes on, and `mbedtls_ssl_get_verify_result()` tells.
 *                  MBEDTLS_SSL_VERIFY_NONE: a client does not look at the certificate, a server does not ask for one.
 */
void mbedtls_ssl_conf_authmode(mbedtls_ssl_config *conf, int authmode);

/**
 * Lets the program see, and overrule, what is found out about each certificate of the peer's chain.
 *
 * \param conf    The configuration; NULL does nothing.
 * \param f_vrfy  Called for each certificate, from the root (greatest depth) to the peer's own (depth 0), with `p_vrfy`, the
 *                certificate, its depth and its MBEDTLS_X509_BADCERT_ flags. It may set and clear flags, and returns 0; any other
 *                value ends the handshake with that code. NULL: no callback.
 * \param p_vrfy  Its first argument.
 */
void mbedtls_ssl_conf_verify(mbedtls_ssl_config *conf,
    int (*f_vrfy)(void *p_vrfy, mbedtls_x509_crt *crt, int depth, uint32_t *flags), void *p_vrfy);

/**
 * Names the certificates that are trusted.
 *
 * \param conf      The configuration; NULL does nothing.
 * \param ca_chain  List of trusted certificates; NULL trusts nobody. It stays the caller's and has to live as long as the
 *                  configuration is used.
 * \param ca_crl    List of revocation lists of these, or NULL. The same holds for it.
 */
void mbedtls_ssl_conf_ca_chain(mbedtls_ssl_config *conf, mbedtls_x509_crt *ca_chain,
    mbedtls_x509_crl *ca_crl);

/**
 * Adds a certificate chain of our own, with its key. It may be called several times, for instance for an RSA and an ECDSA
 * certificate: the first chain that fits what the peer accepts is sent.
 *
 * \param conf      The configuration.
 * \param own_cert  Our certificate, then the intermediate ones. NULL forgets all chains set so far.
 * \param pk_key    The private key of the first. Both stay the caller's and have to live as long as the configuration is
 *                  used. Whether they belong together is not checked here; see `mbedtls_pk_check_pair()`.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `conf` is NULL.
 * \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory; nothing was added.
 */
int mbedtls_ssl_conf_own_cert(mbedtls_ssl_config *conf, mbedtls_x509_crt *own_cert,
    mbedtls_pk_context *pk_key);

/**
 * Says which hashes, key types, curves and RSA sizes are accepted in the certificates of the peer's chain.
 *
 * \param conf     The configuration; NULL does nothing.
 * \param profile  For instance `&mbedtls_x509_crt_profile_default`, which is the default. It stays the caller's and has to
 *                 live as long as the configuration is used.
 */
void mbedtls_ssl_conf_cert_profile(mbedtls_ssl_config *conf, const mbedtls_x509_crt_profile *profile);

/**
 * Whether a server that asks for a certificate names the authorities it trusts. It does by default.
 *
 * \param conf              The configuration; NULL does nothing.
 * \param cert_req_ca_list  MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED or MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED.
 */
void mbedtls_ssl_conf_cert_req_ca_list(mbedtls_ssl_config *conf, char cert_req_ca_list);

/**
 * Lets a server choose its certificate by the name the client asks for.
 *
 * \param conf   The configuration; NULL does nothing.
 * \param f_sni  Called with `p_sni`, the context, and the name with its length (no NUL behind it). It may call
 *               `mbedtls_ssl_set_hs_own_cert()`, `mbedtls_ssl_set_hs_ca_chain()` and `mbedtls_ssl_set_hs_authmode()`, and
 *               returns 0; any other value ends the handshake with an unrecognized_name alert. NULL: no callback.
 * \param p_sni  Its first argument.
 */
void mbedtls_ssl_conf_sni(mbedtls_ssl_config *conf,
    int (*f_sni)(void *p_sni, mbedtls_ssl_context *ssl, const unsigned char *name, size_t name_len),
    void *p_sni);

/**
 * Sets the pre-shared key and its name. There is room for one.
 *
 * \param conf              The configuration.
 * \param psk               The key; copied, and wiped by `mbedtls_ssl_config_free()`.
 * \param psk_len           Its length, 1 to 48 bytes.
 * \param psk_identity      Its name, any bytes; copied. The server sees it in the clear.
 * \param psk_identity_len  Its length, 1 to 16384 bytes.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: there is a key already; it stays.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a length out of range.
 * \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory; no key is set.
 */
int mbedtls_ssl_conf_psk(mbedtls_ssl_config *conf, const unsigned char *psk, size_t psk_len,
    const unsigned char *psk_identity, size_t psk_identity_len);

/**
 * Lets a server look up the pre-shared key by the name a client sends.
 *
 * \param conf   The configuration; NULL does nothing.
 * \param f_psk  Called with `p_psk`, the context, and the name with its length. It hands over the key with
 *               `mbedtls_ssl_set_hs_psk()` and returns 0; any other value means that there is no such key. NULL: only the key of
 *               `mbedtls_ssl_conf_psk()` is known.
 * \param p_psk  Its first argument.
 */
void mbedtls_ssl_conf_psk_cb(mbedtls_ssl_config *conf,
    int (*f_psk)(void *p_psk, mbedtls_ssl_context *ssl, const unsigned char *identity, size_t identity_len),
    void *p_psk);

/**
 * Chooses the role.
 *
 * \param conf      The configuration; NULL does nothing.
 * \param endpoint  MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER.
 */
void mbedtls_ssl_conf_endpoint(mbedtls_ssl_config *conf, int endpoint);

/**
 * Chooses the transport. Only MBEDTLS_SSL_TRANSPORT_STREAM can be connected with: `mbedtls_ssl_setup()` refuses the other.
 *
 * \param conf       The configuration; NULL does nothing.
 * \param transport  MBEDTLS_SSL_TRANSPORT_STREAM.
 */
void mbedtls_ssl_conf_transport(mbedtls_ssl_config *conf, int transport);

/**
 * Names the source of random numbers. It has to be set before `mbedtls_ssl_handshake()`.
 *
 * \param conf   The configuration; NULL does nothing.
 * \param f_rng  Fills a buffer with random bytes and returns 0, or returns an error code. With contexts in several threads it
 *               is called from all of them.
 * \param p_rng  Its first argument, for instance a seeded `mbedtls_ctr_drbg_context`. It has to live as long as the
 *               configuration is used.
 */
void mbedtls_ssl_conf_rng(mbedtls_ssl_config *conf, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Names the function that receives debug messages. How many come is set by `mbedtls_debug_set_threshold()`.
 *
 * \param conf   The configuration; NULL does nothing.
 * \param f_dbg  Called with `p_dbg`, the level (1: errors, to 4: everything), the name of a source file, a line number, and the
 *               message, which ends in a line feed. The strings are valid during the call only. NULL: no messages.
 * \param p_dbg  Its first argument.
 */
void mbedtls_ssl_conf_dbg(mbedtls_ssl_config *conf,
    void (*f_dbg)(void *ctx, int level, const char *file, int line, const char *message), void *p_dbg);

/**
 * Limits how long `mbedtls_ssl_read()` waits. The limit is handed to the `f_recv_timeout` callback of
 * `mbedtls_ssl_set_bio()`, and without such a callback it has no effect.
 *
 * \param conf     The configuration; NULL does nothing.
 * \param timeout  Milliseconds; 0, which is the default, waits without limit.
 */
void mbedtls_ssl_conf_read_timeout(mbedtls_ssl_config *conf, uint32_t timeout);

/**
 * Fills a configuration with safe defaults: TLS 1.3, every group this library has, the peer's certificate required on a
 * client and not asked for on a server, tickets used on a client.
 *
 * The suites are AES-GCM and ChaCha20-Poly1305; AES-GCM comes first where the processor has instructions for AES, and last
 * where it does not. AES-CCM is for those who name it with mbedtls_ssl_conf_ciphersuites().
 *
 * What the caller has set before and what is not mentioned above (random numbers, certificates, callbacks) stays.
 *
 * \param conf       The configuration, initialised.
 * \param endpoint   MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER.
 * \param transport  MBEDTLS_SSL_TRANSPORT_STREAM. DTLS is not spoken.
 * \param preset     MBEDTLS_SSL_PRESET_DEFAULT, or MBEDTLS_SSL_PRESET_SUITEB for AES-GCM, the NIST curves P-256 and P-384,
 *                   and ECDSA only. Other values mean the default.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `conf` is NULL.
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: any other transport; `conf` is as it was.
 */
int mbedtls_ssl_config_defaults(mbedtls_ssl_config *conf, int endpoint, int transport, int preset);

/**
 * TLS 1.2's encrypt-then-MAC. It has no effect: every TLS 1.3 cipher is an AEAD.
 *
 * \param conf  The configuration; NULL does nothing.
 * \param etm   MBEDTLS_SSL_ETM_ENABLED or MBEDTLS_SSL_ETM_DISABLED.
 */
void mbedtls_ssl_conf_encrypt_then_mac(mbedtls_ssl_config *conf, char etm);

/**
 * TLS 1.2's extended master secret. It has no effect: TLS 1.3 always binds its keys to the handshake.
 *
 * \param conf  The configuration; NULL does nothing.
 * \param ems   MBEDTLS_SSL_EXTENDED_MS_ENABLED or MBEDTLS_SSL_EXTENDED_MS_DISABLED.
 */
void mbedtls_ssl_conf_extended_master_secret(mbedtls_ssl_config *conf, char ems);

/**
 * TLS 1.2's renegotiation. It has no effect: TLS 1.3 has none.
 *
 * \param conf           The configuration; NULL does nothing.
 * \param renegotiation  MBEDTLS_SSL_RENEGOTIATION_ENABLED or MBEDTLS_SSL_RENEGOTIATION_DISABLED.
 */
void mbedtls_ssl_conf_renegotiation(mbedtls_ssl_config *conf, int renegotiation);

/**
 * What to do about a TLS 1.2 peer without secure renegotiation. It has no effect in TLS 1.3.
 *
 * \param conf          The configuration; NULL does nothing.
 * \param allow_legacy  One of the MBEDTLS_SSL_LEGACY_ values.
 */
void mbedtls_ssl_conf_legacy_renegotiation(mbedtls_ssl_config *conf, int allow_legacy);

/**
 * How many records a TLS 1.2 peer may send before it answers a request to renegotiate. It has no effect in TLS 1.3.
 *
 * \param conf         The configuration; NULL does nothing.
 * \param max_records  The count, or MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED.
 */
void mbedtls_ssl_conf_renegotiation_enforced(mbedtls_ssl_config *conf, int max_records);

/**
 * After how many records TLS 1.2 renegotiates by itself. It has no effect in TLS 1.3, which updates its keys instead.
 *
 * \param conf    The configuration; NULL does nothing.
 * \param period  The count, 8 bytes, most significant first; copied. NULL does nothing.
 */
void mbedtls_ssl_conf_renegotiation_period(mbedtls_ssl_config *conf, const unsigned char *period);

/**
 * The smallest Diffie-Hellman prime a TLS 1.2 client accepts. It has no effect in TLS 1.3, whose groups have names.
 *
 * \param conf    The configuration; NULL does nothing.
 * \param bitlen  Bits.
 */
void mbedtls_ssl_conf_dhm_min_bitlen(mbedtls_ssl_config *conf, unsigned int bitlen);

/**
 * Diffie-Hellman parameters for TLS 1.2. They have no effect: the groups of TLS 1.3 have names.
 *
 * \param conf   The configuration.
 * \param dhm_P  The prime, not looked at.
 * \param P_len  Its length in bytes.
 * \param dhm_G  The generator, not looked at.
 * \param G_len  Its length in bytes.
 *
 * \return  0.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p conf is null.
 */
int mbedtls_ssl_conf_dh_param_bin(mbedtls_ssl_config *conf, const unsigned char *dhm_P, size_t P_len,
    const unsigned char *dhm_G, size_t G_len);

/**
 * As mbedtls_ssl_conf_dh_param_bin(), with the parameters in a context.
 *
 * \param conf     The configuration.
 * \param dhm_ctx  The parameters, not looked at.
 *
 * \return  0.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p conf is null.
 */
int mbedtls_ssl_conf_dh_param_ctx(mbedtls_ssl_config *conf, mbedtls_dhm_context *dhm_ctx);

/**
 * DTLS's protection against replayed records. It has no effect: DTLS is not spoken.
 *
 * \param conf  The configuration; NULL does nothing.
 * \param mode  MBEDTLS_SSL_ANTI_REPLAY_ENABLED or MBEDTLS_SSL_ANTI_REPLAY_DISABLED.
 */
void mbedtls_ssl_conf_dtls_anti_replay(mbedtls_ssl_config *conf, char mode);

/**
 * How many bad records DTLS forgives. It has no effect: DTLS is not spoken.
 *
 * \param conf   The configuration; NULL does nothing.
 * \param limit  The count.
 */
void mbedtls_ssl_conf_dtls_badmac_limit(mbedtls_ssl_config *conf, unsigned int limit);

/**
 * The makers and checkers of DTLS cookies. They are stored and not called: DTLS is not spoken.
 *
 * \param conf            The configuration; NULL does nothing.
 * \param f_cookie_write  Makes a cookie.
 * \param f_cookie_check  Checks one.
 * \param p_cookie        First argument of both.
 */
void mbedtls_ssl_conf_dtls_cookies(mbedtls_ssl_config *conf, mbedtls_ssl_cookie_write_t *f_cookie_write,
    mbedtls_ssl_cookie_check_t *f_cookie_check, void *p_cookie);

/**
 * How long a DTLS handshake waits before it sends again. It has no effect: DTLS is not spoken.
 *
 * \param conf  The configuration; NULL does nothing.
 * \param min   First wait, in milliseconds.
 * \param max   Longest wait, in milliseconds.
 */
void mbedtls_ssl_conf_handshake_timeout(mbedtls_ssl_config *conf, uint32_t min, uint32_t max);

/**
 * DTLS connection ids. There are none here.
 *
 * \param conf               The configuration.
 * \param len                Length of an incoming id.
 * \param ignore_other_cids  What to do about records with another id.
 *
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: always.
 */
int mbedtls_ssl_conf_cid(mbedtls_ssl_config *conf, size_t len, int ignore_other_cids);

/**
 * Whether DTLS-SRTP sends a master key identifier. It has no effect: DTLS is not spoken.
 *
 * \param conf               The configuration; NULL does nothing.
 * \param support_mki_value  MBEDTLS_SSL_DTLS_SRTP_MKI_SUPPORTED or MBEDTLS_SSL_DTLS_SRTP_MKI_UNSUPPORTED.
 */
void mbedtls_ssl_conf_srtp_mki_value_supported(mbedtls_ssl_config *conf, int support_mki_value);

/**
 * The profiles DTLS-SRTP may agree on. There is no DTLS here.
 *
 * \param conf      The configuration.
 * \param profiles  The profiles.
 *
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: always.
 */
int mbedtls_ssl_conf_dtls_srtp_protection_profiles(mbedtls_ssl_config *conf,
    const mbedtls_ssl_srtp_profile *profiles);

/**
 * Chooses the cipher suites and their order.
 *
 * \param conf          The configuration; NULL does nothing.
 * \param ciphersuites  Suite numbers, such as MBEDTLS_TLS1_3_AES_128_GCM_SHA256, best first, with a 0 behind them. Unknown
 *                      ones are passed over. The list stays the caller's and has to live as long as the configuration is used.
 */
void mbedtls_ssl_conf_ciphersuites(mbedtls_ssl_config *conf, const int *ciphersuites);

/**
 * Whose order decides between suites that both sides have.
 *
 * \param conf   The configuration of a server; NULL does nothing.
 * \param order  MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER (the default) or MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT.
 */
void mbedtls_ssl_conf_preference_order(mbedtls_ssl_config *conf, int order);

/**
 * Chooses the ways in which TLS 1.3 may agree on keys.
 *
 * \param conf       The configuration; NULL does nothing.
 * \param kex_modes  Any of MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK, ..._EPHEMERAL (certificates) and ..._PSK_EPHEMERAL,
 *                   or-ed. The default is ..._ALL.
 */
void mbedtls_ssl_conf_tls13_key_exchange_modes(mbedtls_ssl_config *conf, int kex_modes);

/**
 * Chooses the groups for the key exchange and their order.
 *
 * \param conf    The configuration; NULL does nothing.
 * \param groups  Group numbers, such as MBEDTLS_SSL_IANA_TLS_GROUP_X25519, best first, with a 0 behind them. Unknown ones are
 *                passed over. The list stays the caller's and has to live as long as the configuration is used.
 */
void mbedtls_ssl_conf_groups(mbedtls_ssl_config *conf, const uint16_t *groups);

/**
 * As `mbedtls_ssl_conf_groups()`, with the library's own numbers for curves.
 *
 * \deprecated  Use `mbedtls_ssl_conf_groups()`.
 *
 * \param conf    The configuration; NULL does nothing.
 * \param curves  Curves, such as MBEDTLS_ECP_DP_SECP256R1, best first, with MBEDTLS_ECP_DP_NONE behind them. The list stays
 *                the caller's and has to live as long as the configuration is used.
 */
void mbedtls_ssl_conf_curves(mbedtls_ssl_config *conf, const mbedtls_ecp_group_id *curves);

/**
 * Chooses the signature algorithms that are accepted from the peer, and their order.
 *
 * \param conf      The configuration; NULL does nothing.
 * \param sig_algs  Numbers such as MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256, best first, with
 *                  MBEDTLS_TLS1_3_SIG_NONE behind them. Unknown ones are passed over. The list stays the caller's and has to
 *                  live as long as the configuration is used.
 */
void mbedtls_ssl_conf_sig_algs(mbedtls_ssl_config *conf, const uint16_t *sig_algs);

/**
 * As `mbedtls_ssl_conf_sig_algs()`: the ECDSA and RSA algorithms with these hashes.
 *
 * \deprecated  Use `mbedtls_ssl_conf_sig_algs()`.
 *
 * \param conf    The configuration; NULL does nothing.
 * \param hashes  Hashes, such as MBEDTLS_MD_SHA256, best first, with MBEDTLS_MD_NONE behind them. The list stays the caller's
 *                and has to live as long as the configuration is used.
 */
void mbedtls_ssl_conf_sig_hashes(mbedtls_ssl_config *conf, const int *hashes);

/**
 * Names the application protocols (ALPN, RFC 7301) that a client offers or a server accepts.
 *
 * \param conf    The configuration.
 * \param protos  Strings, best first, with a NULL behind them, for instance `{ "h2", "http/1.1", NULL }`. Array and strings
 *                stay the caller's and have to live as long as the configuration is used.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL; a name that is empty or longer than 255 bytes; or more names than fit the
 *          extension. The configuration is as it was.
 */
int mbedtls_ssl_conf_alpn_protocols(mbedtls_ssl_config *conf, const char **protos);

/**
 * Limits the content of the records that are sent, and of those that are received from a peer that knows RFC 8449: for peers
 * with little memory.
 *
 * \param conf      The configuration.
 * \param mfl_code  MBEDTLS_SSL_MAX_FRAG_LEN_NONE (16384 bytes, the default), ..._512, ..._1024, ..._2048 or ..._4096.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `conf` is NULL, or `mfl_code` is another value.
 */
int mbedtls_ssl_conf_max_frag_len(mbedtls_ssl_config *conf, unsigned char mfl_code);

/**
 * Sets the highest version. `mbedtls_ssl_setup()` refuses a range without TLS 1.3.
 *
 * \deprecated  Use `mbedtls_ssl_conf_max_tls_version()`.
 *
 * \param conf   The configuration; NULL does nothing.
 * \param major  MBEDTLS_SSL_MAJOR_VERSION_3.
 * \param minor  MBEDTLS_SSL_MINOR_VERSION_3 (TLS 1.2) or MBEDTLS_SSL_MINOR_VERSION_4 (TLS 1.3).
 */
void mbedtls_ssl_conf_max_version(mbedtls_ssl_config *conf, int major, int minor);

/**
 * Sets the lowest version.
 *
 * \deprecated  Use `mbedtls_ssl_conf_min_tls_version()`.
 *
 * \param conf   The configuration; NULL does nothing.
 * \param major  MBEDTLS_SSL_MAJOR_VERSION_3.
 * \param minor  MBEDTLS_SSL_MINOR_VERSION_3 (TLS 1.2) or MBEDTLS_SSL_MINOR_VERSION_4 (TLS 1.3).
 */
void mbedtls_ssl_conf_min_version(mbedtls_ssl_config *conf, int major, int minor);

/**
 * Whether a client uses session tickets. It does by default, and takes note of none if this is off: whatever arrives is then
 * dropped and never reported.
 *
 * \param conf         The configuration; NULL does nothing.
 * \param use_tickets  MBEDTLS_SSL_SESSION_TICKETS_ENABLED or MBEDTLS_SSL_SESSION_TICKETS_DISABLED.
 */
void mbedtls_ssl_conf_session_tickets(mbedtls_ssl_config *conf, int use_tickets);

/**
 * Whether `mbedtls_ssl_read()` tells a client about each NewSessionTicket of a TLS 1.3 server.
 *
 * Off, which is the default, a ticket that arrives is dropped without a trace and reading goes on. On, the call that
 * received it returns MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET. This is no error: export the ticket with
 * `mbedtls_ssl_get_session()` or do not, and call `mbedtls_ssl_read()` again.
 *
 * \param conf                        The configuration; NULL does nothing.
 * \param signal_new_session_tickets  MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED or ..._DISABLED.
 */
void mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(mbedtls_ssl_config *conf,
    int signal_new_session_tickets);

/**
 * How many NewSessionTicket messages a server sends behind a TLS 1.3 handshake. The default is 1.
 *
 * \param conf         The configuration; NULL does nothing.
 * \param num_tickets  The count; 0 sends none.
 */
void mbedtls_ssl_conf_new_session_tickets(mbedtls_ssl_config *conf, uint16_t num_tickets);

/**
 * Gives a server the functions that make and read its tickets, which are opaque to everyone else.
 * `mbedtls_ssl_ticket_write()` and `mbedtls_ssl_ticket_parse()` are such a pair.
 *
 * \param conf            The configuration; NULL does nothing.
 * \param f_ticket_write  Turns a session into a ticket. NULL: no tickets are sent.
 * \param f_ticket_parse  Turns a ticket into a session. NULL: no ticket is accepted.
 * \param p_ticket        First argument of both. It has to live as long as the configuration is used.
 */
void mbedtls_ssl_conf_session_tickets_cb(mbedtls_ssl_config *conf, mbedtls_ssl_ticket_write_t *f_ticket_write,
    mbedtls_ssl_ticket_parse_t *f_ticket_parse, void *p_ticket);

/**
 * Names a cache for sessions that are resumed by their id, which TLS 1.2 does. TLS 1.3 resumes by ticket: the functions
 * are stored and not called.
 *
 * \param conf         The configuration; NULL does nothing.
 * \param p_cache      First argument of both functions.
 * \param f_get_cache  Finds a session.
 * \param f_set_cache  Stores a session.
 */
void mbedtls_ssl_conf_session_cache(mbedtls_ssl_config *conf, void *p_cache,
    mbedtls_ssl_cache_get_t *f_get_cache, mbedtls_ssl_cache_set_t *f_set_cache);

/**
 * Makes a context ready for mbedtls_ssl_setup().
 *
 * Every context passes through here once before anything else is done with it. It owns nothing yet.
 *
 * \param ssl  The context. Its memory is the caller's and need not be set to anything. Null: nothing happens.
 */
void mbedtls_ssl_init(mbedtls_ssl_context *ssl);

/**
 * Ties a context to a configuration.
 *
 * The configuration may serve any number of contexts, also in several threads, and must outlive them. It is read when the
 * handshake begins, so what is changed in it later counts for later connections only.
 *
 * \param ssl   A context from mbedtls_ssl_init(). One that was set up before starts anew.
 * \param conf  The configuration, filled in; not copied.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null.
 * \return #MBEDTLS_ERR_SSL_NO_RNG if mbedtls_ssl_conf_rng() was not called.
 * \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE if the configuration asks for DTLS, or ends below TLS 1.3 and the environment variable
 *         MBEDTLS_COMPAT has not the word "tls13".
 */
int mbedtls_ssl_setup(mbedtls_ssl_context *ssl, const mbedtls_ssl_config *conf);

/**
 * Makes a context ready for another connection with the same settings.
 *
 * Host name, BIO, callbacks and configuration stay; the session, received tickets, the peer's certificate and all keys go.
 *
 * \param ssl  A context that has been set up.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
 */
int mbedtls_ssl_session_reset(mbedtls_ssl_context *ssl);

/**
 * Releases everything a context holds and makes it as mbedtls_ssl_init() does.
 *
 * Secrets are wiped. No close_notify is sent: see mbedtls_ssl_close_notify().
 *
 * \param ssl  A context from mbedtls_ssl_init(), set up or not. Null: nothing happens.
 */
void mbedtls_ssl_free(mbedtls_ssl_context *ssl);

/**
 * How many bytes of application data can be read without receiving any.
 *
 * \param ssl  The context.
 *
 * \return The number of bytes; 0 also for a context that is null or not set up.
 */
size_t mbedtls_ssl_get_bytes_avail(const mbedtls_ssl_context *ssl);

/**
 * Whether something was received that is not processed yet.
 *
 * Before waiting for a socket to become readable, call this: what is here already makes no socket readable.
 *
 * \param ssl  The context.
 *
 * \return 1 if there is, 0 if not.
 */
int mbedtls_ssl_check_pending(const mbedtls_ssl_context *ssl);

/**
 * The outcome of the verification of the peer's certificate.
 *
 * \param ssl  The context.
 *
 * \return 0 if the certificate was verified; in a resumed connection, if it was in the first one. Also 0 in a client
 *         that verifies nothing (MBEDTLS_SSL_VERIFY_NONE).
 * \return A set of MBEDTLS_X509_BADCERT_... and MBEDTLS_X509_BADCRL_... flags if it was not;
 *         mbedtls_x509_crt_verify_info() puts them in words.
 * \return 0xFFFFFFFF if nothing was verified yet, or the verification was given up. In the verify callback, the flags of the
 *         certificates that it was called for before.
 */
uint32_t mbedtls_ssl_get_verify_result(const mbedtls_ssl_context *ssl);

/**
 * The number of the cipher suite.
 *
 * \param ssl  The context.
 *
 * \return One of MBEDTLS_TLS1_3_..., or 0 before one was agreed on.
 */
int mbedtls_ssl_get_ciphersuite_id_from_ssl(const mbedtls_ssl_context *ssl);

/**
 * The name of the cipher suite.
 *
 * \param ssl  The context.
 *
 * \return A string that lives for ever, or null before a suite was agreed on.
 */
const char *mbedtls_ssl_get_ciphersuite(const mbedtls_ssl_context *ssl);

/**
 * The protocol version in words.
 *
 * \param ssl  The context.
 *
 * \return "TLSv1.3" for a context that is set up, "unknown" for others. The string lives for ever.
 */
const char *mbedtls_ssl_get_version(const mbedtls_ssl_context *ssl);

/**
 * The application protocol that was agreed on.
 *
 * \param ssl  The context.
 *
 * \return One of the strings that were given to mbedtls_ssl_conf_alpn_protocols(), or null if there is none. In a handshake it is
 *         known to the callbacks: mbedtls_ssl_conf_cert_cb() and mbedtls_ssl_conf_sni() of a server, the verify callback.
 */
const char *mbedtls_ssl_get_alpn_protocol(const mbedtls_ssl_context *ssl);

/**
 * The peer's certificate.
 *
 * \param ssl  The context.
 *
 * \return The certificate, with its chain behind it; the context's own, until it is reset or freed. In a resumed connection, the
 *         one that the session brought along, if it was not saved and loaded in between. Null if there is none: the handshake
 *         is not over, in the verify callback for example, or has failed, or the peer is a client without one.
 */
const mbedtls_x509_crt *mbedtls_ssl_get_peer_cert(const mbedtls_ssl_context *ssl);

/**
 * The host name that a client asked for, while a server's handshake goes on.
 *
 * \param ssl       The context.
 * \param name_len  Where to put the length of the name in bytes; 0 if there is none.
 *
 * \return The name, not terminated, alive until the callback that asks returns; null if there is none.
 */
const unsigned char *mbedtls_ssl_get_hs_sni(mbedtls_ssl_context *ssl, size_t *name_len);

/**
 * How many bytes a record adds to the data it carries.
 *
 * \param ssl  The context.
 *
 * \return 22 once records are protected, or 14 with MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256: header, inner type and tag,
 *         without padding. 5, the header alone, before.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
 */
int mbedtls_ssl_get_record_expansion(const mbedtls_ssl_context *ssl);

/**
 * How many bytes of data one record carries at most when we send it.
 *
 * \param ssl  The context.
 *
 * \return The number of bytes: 16384, or what mbedtls_ssl_conf_max_frag_len() says; less, once the peer has asked for less
 *         (RFC 8449).
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
 */
int mbedtls_ssl_get_max_out_record_payload(const mbedtls_ssl_context *ssl);

/**
 * How many bytes of data one record carries at most when we receive it.
 *
 * \param ssl  The context.
 *
 * \return The number of bytes: 16384, or what mbedtls_ssl_conf_max_frag_len() says. Longer records, up to what RFC 8446
 *         allows, are taken from a peer that has not agreed to that (RFC 8449).
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
 */
int mbedtls_ssl_get_max_in_record_payload(const mbedtls_ssl_context *ssl);

/**
 * Makes key material that only the two ends of the connection can know (RFC 8446 section 7.5).
 *
 * \param ssl          The context, its handshake over.
 * \param out          Where to put it.
 * \param key_len      How many bytes of it; at most 255 times the length of the suite's hash.
 * \param label        What it is for, as registered; not terminated.
 * \param label_len    Length of \p label in bytes, at most 249.
 * \param context      What it is tied to; may be null when \p context_len is 0.
 * \param context_len  Length of \p context in bytes.
 * \param use_context  Not 0: \p context counts. In TLS 1.3 no context and an empty one give the same.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if the handshake is not over, a pointer is null, or a length is out of range.
 * \return The code that ended the connection, if an error did.
 */
int mbedtls_ssl_export_keying_material(mbedtls_ssl_context *ssl, uint8_t *out, size_t key_len,
    const char *label, size_t label_len, const unsigned char *context, size_t context_len, int use_context);

/**
 * Does the handshake, or goes on with it.
 *
 * \param ssl  The context, set up, with its BIO.
 *
 * \return 0 when the handshake is over, also when it was over before.
 * \return #MBEDTLS_ERR_SSL_WANT_READ or #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
 * \return #MBEDTLS_ERR_SSL_CONN_EOF if the stream ended.
 * \return #MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY if the peer closed the connection in good order.
 * \return #MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE if the peer refused.
 * \return #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED if the peer's certificate is not acceptable: see
 *         mbedtls_ssl_get_verify_result().
 * \return #MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME if mbedtls_ssl_set_hostname() was not called.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null, not set up, or has no BIO.
 * \return Another code of this library or of a callback, which ends the connection: every later call gives it again, until
 *         mbedtls_ssl_session_reset() or mbedtls_ssl_free().
 */
int mbedtls_ssl_handshake(mbedtls_ssl_context *ssl);

/**
 * Does one step of the handshake: a message in, or a flight out.
 *
 * mbedtls_ssl_is_handshake_over() says when there are no more.
 *
 * \param ssl  The context, set up, with its BIO.
 *
 * \return 0 when the step was done.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if the handshake is over, or as for mbedtls_ssl_handshake().
 * \return Any other code of mbedtls_ssl_handshake().
 */
int mbedtls_ssl_handshake_step(mbedtls_ssl_context *ssl);

/**
 * Reads application data. The handshake is done first, if it is not over.
 *
 * A NewSessionTicket that arrives is passed over, unless the program opted in with
 * mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(): then it is reported, and the next call reads on.
 *
 * \param ssl  The context, set up, with its BIO.
 * \param buf  Where to put the data.
 * \param len  Room in \p buf, in bytes.
 *
 * \return The number of bytes, at most \p len. What one record holds beyond that is there for the next call.
 * \return 0 if the stream ended without close_notify, or if \p len is 0.
 * \return #MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY if the peer has closed its side; writing is still possible. Later calls give 0.
 * \return #MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET if a ticket came and the program opted in: nothing is wrong;
 *         mbedtls_ssl_get_session() exports it.
 * \return #MBEDTLS_ERR_SSL_WANT_READ or #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null or \p ssl is not set up.
 * \return Another code, as for mbedtls_ssl_handshake().
 */
int mbedtls_ssl_read(mbedtls_ssl_context *ssl, unsigned char *buf, size_t len);

/**
 * Writes application data: one record. The handshake is done first, if it is not over.
 *
 * After #MBEDTLS_ERR_SSL_WANT_WRITE or #MBEDTLS_ERR_SSL_WANT_READ call again with the same arguments. Received tickets never
 * change what this function returns.
 *
 * \param ssl  The context, set up, with its BIO.
 * \param buf  The data.
 * \param len  Its length in bytes.
 *
 * \return The number of bytes written, which may be less than \p len: as much as one record holds
 *         (mbedtls_ssl_get_max_out_record_payload()).
 * \return #MBEDTLS_ERR_SSL_WANT_READ or #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, \p ssl is not set up, or close_notify was sent.
 * \return Another code, as for mbedtls_ssl_handshake().
 */
int mbedtls_ssl_write(mbedtls_ssl_context *ssl, const unsigned char *buf, size_t len);

/**
 * Tells the peer that nothing more will be written.
 *
 * \param ssl  The context, set up, with its BIO.
 *
 * \return 0 on success, also when it was told before, or when there is no connection yet to close.
 * \return #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
 * \return The code that ended the connection, if an error did.
 */
int mbedtls_ssl_close_notify(mbedtls_ssl_context *ssl);

/**
 * Sends an alert.
 *
 * After a fatal one, close the connection: the peer will.
 *
 * \param ssl      The context, set up, with its BIO.
 * \param level    MBEDTLS_SSL_ALERT_LEVEL_WARNING or MBEDTLS_SSL_ALERT_LEVEL_FATAL.
 * \param message  The description: one of MBEDTLS_SSL_ALERT_MSG_...
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: the alert is kept, and leaves with the next call.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null, not set up, or has no BIO.
 * \return The code that ended the connection, if an error did.
 */
int mbedtls_ssl_send_alert_message(mbedtls_ssl_context *ssl, unsigned char level, unsigned char message);

/**
 * Would negotiate a connection anew, which TLS 1.3 has done away with: it has KeyUpdate, which happens by itself.
 *
 * \param ssl  The context.
 *
 * \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE when the handshake is over.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if it is not, or \p ssl is null or not set up.
 */
int mbedtls_ssl_renegotiate(mbedtls_ssl_context *ssl);

/**
 * Would tell whether a datagram could belong to a DTLS connection.
 *
 * \param ssl     The context.
 * \param buf     The datagram, not looked at.
 * \param buflen  Its length.
 *
 * \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE for a context that is set up: it is never one of DTLS.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA for another.
 */
int mbedtls_ssl_check_record(const mbedtls_ssl_context *ssl, unsigned char *buf, size_t buflen);

/**
 * Would write a DTLS connection down, to go on with it elsewhere. A TLS connection cannot be; a session can:
 * mbedtls_ssl_session_save().
 *
 * \param ssl      The context.
 * \param buf      Not written to.
 * \param buf_len  Room in \p buf.
 * \param olen     Set to 0, if it is not null.
 *
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always.
 */
int mbedtls_ssl_context_save(mbedtls_ssl_context *ssl, unsigned char *buf, size_t buf_len, size_t *olen);

/**
 * Would take up a DTLS connection that mbedtls_ssl_context_save() wrote down.
 *
 * \param ssl  The context, which stays as it is.
 * \param buf  Not looked at.
 * \param len  Its length.
 *
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always.
 */
int mbedtls_ssl_context_load(mbedtls_ssl_context *ssl, const unsigned char *buf, size_t len);

/**
 * Names the address of a client, for the cookies of a DTLS server. Over a stream nobody asks for it: it is not kept.
 *
 * \param ssl   The context of a server.
 * \param info  The address.
 * \param ilen  Its length.
 *
 * \return 0 for a server.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA for a client, or if \p ssl is null or not set up.
 */
int mbedtls_ssl_set_client_transport_id(mbedtls_ssl_context *ssl, const unsigned char *info, size_t ilen);

/**
 * Whether DTLS puts several records into one datagram. Over a stream it has no effect.
 *
 * \param ssl            The context; null: nothing happens.
 * \param allow_packing  0 for no.
 */
void mbedtls_ssl_set_datagram_packing(mbedtls_ssl_context *ssl, unsigned int allow_packing);

/**
 * The longest datagram of DTLS. Over a stream it has no effect.
 *
 * \param ssl  The context; null: nothing happens.
 * \param mtu  Its length in bytes.
 */
void mbedtls_ssl_set_mtu(mbedtls_ssl_context *ssl, uint16_t mtu);

/**
 * Would switch on the connection ids of DTLS.
 *
 * \param ssl          The context.
 * \param enable       Not looked at.
 * \param own_cid      Not looked at.
 * \param own_cid_len  Not looked at.
 *
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always: this is no datagram connection.
 */
int mbedtls_ssl_set_cid(mbedtls_ssl_context *ssl, int enable, const unsigned char *own_cid,
    size_t own_cid_len);

/**
 * Would give our own connection id in DTLS.
 *
 * \param ssl          The context.
 * \param enabled      Set to 0: MBEDTLS_SSL_CID_DISABLED.
 * \param own_cid      Not written to.
 * \param own_cid_len  Not written to.
 *
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always: this is no datagram connection.
 */
int mbedtls_ssl_get_own_cid(mbedtls_ssl_context *ssl, int *enabled, unsigned char *own_cid,
    size_t *own_cid_len);

/**
 * Would give the peer's connection id in DTLS.
 *
 * \param ssl           The context.
 * \param enabled       Set to 0: MBEDTLS_SSL_CID_DISABLED.
 * \param peer_cid      Not written to.
 * \param peer_cid_len  Not written to.
 *
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA always: this is no datagram connection.
 */
int mbedtls_ssl_get_peer_cid(mbedtls_ssl_context *ssl, int *enabled, unsigned char *peer_cid,
    size_t *peer_cid_len);

/**
 * Would name the master key of DTLS-SRTP.
 *
 * \param ssl        The context.
 * \param mki_value  Not looked at.
 * \param mki_len    Not looked at.
 *
 * \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE for a context that is set up: there is no DTLS.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA for another.
 */
int mbedtls_ssl_dtls_srtp_set_mki_value(mbedtls_ssl_context *ssl, unsigned char *mki_value, uint16_t mki_len);

/**
 * What DTLS-SRTP agreed on: nothing.
 *
 * \param ssl             The context, not looked at.
 * \param dtls_srtp_info  Set to MBEDTLS_TLS_SRTP_UNSET without a master key identifier; null: nothing happens.
 */
void mbedtls_ssl_get_dtls_srtp_negotiation_result(const mbedtls_ssl_context *ssl,
    mbedtls_dtls_srtp_info *dtls_srtp_info);

/**
 * The pseudorandom function of TLS 1.2 (RFC 5246 section 5), by which EAP methods derive keys.
 *
 * \param prf     MBEDTLS_SSL_TLS_PRF_SHA256 or MBEDTLS_SSL_TLS_PRF_SHA384.
 * \param secret  The secret.
 * \param slen    Its length in bytes.
 * \param label   The label, a string.
 * \param random  The seed.
 * \param rlen    Its length in bytes.
 * \param dstbuf  Where to put the result.
 * \param dlen    How many bytes of it.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE for another \p prf.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null whose length is not 0, or \p label is null.
 */
int mbedtls_ssl_tls_prf(mbedtls_tls_prf_types prf, const unsigned char *secret, size_t slen,
    const char *label, const unsigned char *random, size_t rlen, unsigned char *dstbuf, size_t dlen);

/**
 * Exports the session, for a later connection to resume.
 *
 * With TLS 1.3 there is something to resume only when the server has sent a ticket and the program opted in to hear of it
 * (mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets()). Each ticket is exported once, the oldest first. Without a
 * ticket the first call succeeds with a session that cannot be resumed.
 *
 * \param ssl      The context, its handshake over.
 * \param session  A session from mbedtls_ssl_session_init(); what it held is lost. On success it is the caller's, to be
 *                 released with mbedtls_ssl_session_free().
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, the handshake is not over, or this is not a client.
 * \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE if everything was exported already.
 * \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ssl_get_session(const mbedtls_ssl_context *ssl, mbedtls_ssl_session *session);

/**
 * Says which session a client should resume.
 *
 * A session that cannot be resumed (no ticket, too old, another host name, another cipher suite) leads to a full handshake,
 * not to an error.
 *
 * \param ssl      The context of a client, before its handshake.
 * \param session  The session, copied. A later call replaces it.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, this is not a client, its handshake has begun, or the session
 *         is a server's.
 * \return #MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE if the session is not one of TLS 1.3.
 * \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ssl_set_session(mbedtls_ssl_context *ssl, const mbedtls_ssl_session *session);

/**
 * Prepares a session for use: it is empty.
 *
 * \param session  The session, in memory of the caller; NULL does nothing. Whatever it held before is forgotten, not
 *                 released.
 */
void mbedtls_ssl_session_init(mbedtls_ssl_session *session);

/**
 * Releases what a session owns, wipes its secrets, and leaves it empty as `mbedtls_ssl_session_init()` does.
 *
 * \param session  The session; NULL does nothing.
 */
void mbedtls_ssl_session_free(mbedtls_ssl_session *session);

/**
 * Writes a session as bytes, to be loaded by `mbedtls_ssl_session_load()` later, also by another process. The bytes hold the
 * secret that resumes the session: keep them as you keep a key. Their form is this library's own.
 *
 * \param session  The session, for instance from `mbedtls_ssl_get_session()`.
 * \param buf      Where to; may be NULL if `buf_len` is 0.
 * \param buf_len  Room there, in bytes.
 * \param olen     Gets the length of what was written or, with MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL, of what was to be written.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: `buf_len` is less than `*olen`.
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: the session is empty, or not one of TLS 1.3.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a session that makes no sense.
 */
int mbedtls_ssl_session_save(const mbedtls_ssl_session *session, unsigned char *buf, size_t buf_len,
    size_t *olen);

/**
 * Reads a session that `mbedtls_ssl_session_save()` has written.
 *
 * \param session  The session, initialised; what it held is released. On failure it is empty.
 * \param buf      The bytes. What lies behind the end of the session is not looked at.
 * \param len      Their length.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_VERSION_MISMATCH: another version of this library has written the session.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or bytes that are no session, or a session that is cut or damaged.
 * \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory.
 */
int mbedtls_ssl_session_load(mbedtls_ssl_session *session, const unsigned char *buf, size_t len);

/**
 * Says how bytes are sent and received.
 *
 * The callbacks get \p p_bio and a buffer, and return the number of bytes, or a negative code:
 * #MBEDTLS_ERR_SSL_WANT_READ and #MBEDTLS_ERR_SSL_WANT_WRITE for "try again later", anything else ends the call with
 * that code. A receiving callback returns 0 at the end of the stream. mbedtls_net_send() and mbedtls_net_recv() fit.
 * Received bytes are never asked for beyond the current record.
 *
 * \param ssl             The context. Null: nothing happens.
 * \param p_bio           Handed to the callbacks; stays the caller's and must outlive the connection.
 * \param f_send          Sends.
 * \param f_recv          Receives.
 * \param f_recv_timeout  Receives, and gives up after the time set by mbedtls_ssl_conf_read_timeout(); null: \p f_recv
 *                        is used. Where both are given, this one is used.
 */
void mbedtls_ssl_set_bio(mbedtls_ssl_context *ssl, void *p_bio, mbedtls_ssl_send_t *f_send,
    mbedtls_ssl_recv_t *f_recv, mbedtls_ssl_recv_timeout_t *f_recv_timeout);

/**
 * Says which host the peer must be.
 *
 * A client puts the name into its ClientHello (unless it is an IP address) and checks the server's certificate against it.
 * A client that verifies certificates must call this, if only with null: otherwise its handshake ends with
 * #MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME.
 *
 * \param ssl       The context, initialised; before or after mbedtls_ssl_setup().
 * \param hostname  The name, copied; at most 255 bytes. Null: no name is sent, and none is checked.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null, or the name is too long.
 * \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ssl_set_hostname(mbedtls_ssl_context *ssl, const char *hostname);

/**
 * Sets a verification callback for this connection; it is used instead of the configuration's.
 *
 * \param ssl     The context. Null: nothing happens.
 * \param f_vrfy  See mbedtls_ssl_conf_verify(); null: the configuration's is used.
 * \param p_vrfy  Handed to the callback; stays the caller's.
 */
void mbedtls_ssl_set_verify(mbedtls_ssl_context *ssl,
    int (*f_vrfy)(void *p_vrfy, mbedtls_x509_crt *crt, int depth, uint32_t *flags), void *p_vrfy);

/**
 * Sets a callback that gets the connection's traffic secrets as they come to be, for logging them.
 *
 * \param ssl            The context, before its handshake. Null: nothing happens.
 * \param f_export_keys  The callback; null: none.
 * \param p_export_keys  Handed to the callback; stays the caller's.
 */
void mbedtls_ssl_set_export_keys_cb(mbedtls_ssl_context *ssl, mbedtls_ssl_export_keys_t *f_export_keys,
    void *p_export_keys);

/**
 * Takes timer callbacks. Only DTLS would call them; over a stream they are kept and have no effect.
 *
 * \param ssl          The context. Null: nothing happens.
 * \param p_timer      Handed to the callbacks; stays the caller's.
 * \param f_set_timer  Starts the timer.
 * \param f_get_timer  Looks at it.
 */
void mbedtls_ssl_set_timer_cb(mbedtls_ssl_context *ssl, void *p_timer, mbedtls_ssl_set_timer_t *f_set_timer,
    mbedtls_ssl_get_timer_t *f_get_timer);

/**
 * Adds a certificate for this handshake alone; called from the SNI or the certificate callback of a server.
 *
 * The first call rules out the configuration's certificates for this handshake.
 *
 * \param ssl       The context that the callback was given.
 * \param own_cert  The certificate with its chain; stays the caller's until the handshake is over. Null: forgets those
 *                  that were added.
 * \param pk_key    Its private key; stays the caller's as well.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
 * \return #MBEDTLS_ERR_SSL_ALLOC_FAILED if there is no memory.
 */
int mbedtls_ssl_set_hs_own_cert(mbedtls_ssl_context *ssl, mbedtls_x509_crt *own_cert,
    mbedtls_pk_context *pk_key);

/**
 * Sets the trusted certificates for this handshake alone; called from the SNI or the certificate callback of a server.
 *
 * \param ssl       The context that the callback was given. Null: nothing happens.
 * \param ca_chain  The certificates; stay the caller's until the handshake is over. Null: certificates and lists are those of the
 *                  configuration.
 * \param ca_crl    Their revocation lists, or null.
 */
void mbedtls_ssl_set_hs_ca_chain(mbedtls_ssl_context *ssl, mbedtls_x509_crt *ca_chain,
    mbedtls_x509_crl *ca_crl);

/**
 * Sets how strict this handshake alone is about the peer's certificate; called from a callback of a server.
 *
 * \param ssl       The context that the callback was given. Null: nothing happens.
 * \param authmode  One of MBEDTLS_SSL_VERIFY_NONE, _OPTIONAL and _REQUIRED.
 */
void mbedtls_ssl_set_hs_authmode(mbedtls_ssl_context *ssl, int authmode);

/**
 * Names the authorities that this handshake's CertificateRequest lists, instead of the trusted certificates.
 *
 * \param ssl  The context that the callback was given. Null: nothing happens.
 * \param crt  The certificates whose subjects are listed; stay the caller's until the handshake is over. Null: those of the
 *             configuration.
 */
void mbedtls_ssl_set_hs_dn_hints(mbedtls_ssl_context *ssl, const mbedtls_x509_crt *crt);

/**
 * Hands over the pre-shared key that a PSK callback found for the identity it was asked about.
 *
 * \param ssl      The context that the callback was given.
 * \param psk      The key; copied.
 * \param psk_len  Its length in bytes, 1 to 48.
 *
 * \return 0 on success.
 * \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, \p ssl is not set up, or the length is out of range.
 */
int mbedtls_ssl_set_hs_psk(mbedtls_ssl_context *ssl, const unsigned char *psk, size_t psk_len);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/ssl_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_H */
