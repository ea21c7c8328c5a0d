/*
 * Inline functions of mbedtls/ssl.h.
 *
 * Written by hand; mbedtls/ssl.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SSL_INLINE_H
#define MBEDTLS_COMPAT_SSL_INLINE_H

/**
 * The lowest version to accept: `MBEDTLS_SSL_VERSION_TLS1_2` or `MBEDTLS_SSL_VERSION_TLS1_3`. What cannot
 * be used together is refused by mbedtls_ssl_setup().
 */
static inline void mbedtls_ssl_conf_min_tls_version(
    mbedtls_ssl_config *conf,
    mbedtls_ssl_protocol_version tls_version)
{
    conf->MBEDTLS_PRIVATE(min_tls_version) = tls_version;
}

/**
 * The highest version to speak: `MBEDTLS_SSL_VERSION_TLS1_2` or `MBEDTLS_SSL_VERSION_TLS1_3`. What cannot
 * be used together is refused by mbedtls_ssl_setup().
 */
static inline void mbedtls_ssl_conf_max_tls_version(
    mbedtls_ssl_config *conf,
    mbedtls_ssl_protocol_version tls_version)
{
    conf->MBEDTLS_PRIVATE(max_tls_version) = tls_version;
}

/** The side of a configuration: `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`. */
static inline int mbedtls_ssl_conf_get_endpoint(const mbedtls_ssl_config *conf)
{
    return conf->MBEDTLS_PRIVATE(endpoint);
}

/**
 * Server: `f_cert_cb` is called when the client's wishes are known and a certificate is to be chosen, with
 * mbedtls_ssl_set_hs_own_cert() for one. Null: no callback.
 */
static inline void mbedtls_ssl_conf_cert_cb(mbedtls_ssl_config *conf, mbedtls_ssl_hs_cb_t f_cert_cb)
{
    conf->MBEDTLS_PRIVATE(f_cert_cb) = f_cert_cb;
}

/**
 * Server: a certificate request lists the subjects of the chain `crt` instead of those of the trusted CAs.
 * Borrowed: must outlive `conf`. Null: the trusted CAs.
 */
static inline void mbedtls_ssl_conf_dn_hints(mbedtls_ssl_config *conf, const mbedtls_x509_crt *crt)
{
    conf->MBEDTLS_PRIVATE(dn_hints) = crt;
}

/** Lets a configuration carry a pointer. The library never follows it. */
static inline void mbedtls_ssl_conf_set_user_data_p(mbedtls_ssl_config *conf, void *p)
{
    conf->MBEDTLS_PRIVATE(user_data).p = p;
}

/** Lets a configuration carry a number. */
static inline void mbedtls_ssl_conf_set_user_data_n(mbedtls_ssl_config *conf, uintptr_t n)
{
    conf->MBEDTLS_PRIVATE(user_data).n = n;
}

/** The pointer that a configuration carries; null at first. */
static inline void *mbedtls_ssl_conf_get_user_data_p(mbedtls_ssl_config *conf)
{
    return conf->MBEDTLS_PRIVATE(user_data).p;
}

/** The number that a configuration carries; 0 at first. */
static inline uintptr_t mbedtls_ssl_conf_get_user_data_n(mbedtls_ssl_config *conf)
{
    return conf->MBEDTLS_PRIVATE(user_data).n;
}

/** The configuration that a context was set up with; null before mbedtls_ssl_setup(). */
static inline const mbedtls_ssl_config *mbedtls_ssl_context_get_config(
    const mbedtls_ssl_context *ssl)
{
    return ssl->MBEDTLS_PRIVATE(conf);
}

/** Lets a context carry a pointer. The library never follows it. */
static inline void mbedtls_ssl_set_user_data_p(mbedtls_ssl_context *ssl, void *p)
{
    ssl->MBEDTLS_PRIVATE(user_data).p = p;
}

/** Lets a context carry a number. */
static inline void mbedtls_ssl_set_user_data_n(mbedtls_ssl_context *ssl, uintptr_t n)
{
    ssl->MBEDTLS_PRIVATE(user_data).n = n;
}

/** The pointer that a context carries; null at first. */
static inline void *mbedtls_ssl_get_user_data_p(mbedtls_ssl_context *ssl)
{
    return ssl->MBEDTLS_PRIVATE(user_data).p;
}

/** The number that a context carries; 0 at first. */
static inline uintptr_t mbedtls_ssl_get_user_data_n(mbedtls_ssl_context *ssl)
{
    return ssl->MBEDTLS_PRIVATE(user_data).n;
}

/** The name that mbedtls_ssl_set_hostname() stored, or null. Belongs to the context. */
static inline const char *mbedtls_ssl_get_hostname(mbedtls_ssl_context *ssl)
{
    return ssl->MBEDTLS_PRIVATE(hostname);
}

/** The version that a connection speaks; `MBEDTLS_SSL_VERSION_UNKNOWN` before it is negotiated. */
static inline mbedtls_ssl_protocol_version mbedtls_ssl_get_version_number(
    const mbedtls_ssl_context *ssl)
{
    return ssl->MBEDTLS_PRIVATE(tls_version);
}

/** 1 if the handshake is over and data can be exchanged, else 0. */
static inline int mbedtls_ssl_is_handshake_over(mbedtls_ssl_context *ssl)
{
    return ssl->MBEDTLS_PRIVATE(state) >= MBEDTLS_SSL_HANDSHAKE_OVER;
}

/** The session identifier: 32 bytes of which mbedtls_ssl_session_get_id_len() count. Belongs to the session. */
static inline const unsigned char (
    *mbedtls_ssl_session_get_id(const mbedtls_ssl_session *session))[32]
{
    return &session->MBEDTLS_PRIVATE(id);
}

/** How long the session identifier is, in bytes. */
static inline size_t mbedtls_ssl_session_get_id_len(const mbedtls_ssl_session *session)
{
    return session->MBEDTLS_PRIVATE(id_len);
}

/** The number of the session's cipher suite. */
static inline int mbedtls_ssl_session_get_ciphersuite_id(const mbedtls_ssl_session *session)
{
    return session->MBEDTLS_PRIVATE(ciphersuite);
}

/**
 * Server: when the session's ticket was issued, in milliseconds of mbedtls_ms_time(), to
 * `*ticket_creation_time`. Returns 0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for null or a client's session.
 */
static inline int mbedtls_ssl_session_get_ticket_creation_time(
    mbedtls_ssl_session *session,
    mbedtls_ms_time_t *ticket_creation_time)
{
    if (session == NULL || ticket_creation_time == NULL ||
        session->MBEDTLS_PRIVATE(endpoint) != MBEDTLS_SSL_IS_SERVER) {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    }
    *ticket_creation_time = session->MBEDTLS_PRIVATE(ticket_creation_time);
    return 0;
}

/** The name of an SRTP profile's constant; "" for any other number. */
static inline const char *mbedtls_ssl_get_srtp_profile_as_string(mbedtls_ssl_srtp_profile profile)
{
    switch (profile) {
    case MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80:
        return "MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80";
    case MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_32:
        return "MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_32";
    case MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_80:
        return "MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_80";
    case MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_32:
        return "MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_32";
    default:
        return "";
    }
}

#endif /* MBEDTLS_COMPAT_SSL_INLINE_H */
