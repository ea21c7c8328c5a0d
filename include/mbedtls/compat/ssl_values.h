/*
 * Constants and enumerations of mbedtls/ssl.h.
 *
 * Written by hand; mbedtls/ssl.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_SSL_VALUES_H
#define MBEDTLS_COMPAT_SSL_VALUES_H

#include <stddef.h>
#include <stdint.h>
#include "mbedtls/compat/ecp_values.h"
#include "mbedtls/platform_util.h"

/* ---- Error codes ---- */

/** A cryptographic operation goes on; call the function again later. */
#define MBEDTLS_ERR_SSL_CRYPTO_IN_PROGRESS -0x7000
/** What was asked for is not part of this library, or not possible in this state. */
#define MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE -0x7080
/** An argument is null, out of range, or does not fit the state of the context. */
#define MBEDTLS_ERR_SSL_BAD_INPUT_DATA -0x7100
/** A record or ticket does not authenticate: it is damaged, or made with another key. */
#define MBEDTLS_ERR_SSL_INVALID_MAC -0x7180
/** A record's header is not legal. */
#define MBEDTLS_ERR_SSL_INVALID_RECORD -0x7200
/** The transport ended without close_notify. */
#define MBEDTLS_ERR_SSL_CONN_EOF -0x7280
/** A message of the peer cannot be parsed. */
#define MBEDTLS_ERR_SSL_DECODE_ERROR -0x7300
/** No random number generator is configured. */
#define MBEDTLS_ERR_SSL_NO_RNG -0x7400
/** The client sent no certificate and the configuration requires one. */
#define MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE -0x7480
/** The peer sent an extension where it must not. */
#define MBEDTLS_ERR_SSL_UNSUPPORTED_EXTENSION -0x7500
/** Client and server have no application protocol (ALPN) in common. */
#define MBEDTLS_ERR_SSL_NO_APPLICATION_PROTOCOL -0x7580
/** The own private key or pre-shared key is needed and not configured. */
#define MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED -0x7600
/** The peer's certificate has to be verified and no CA is configured. */
#define MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED -0x7680
/** The peer sent a message that has no place in this state. */
#define MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE -0x7700
/** The peer ended the connection with a fatal alert. */
#define MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE -0x7780
/** No certificate for the server name that the client asked for. */
#define MBEDTLS_ERR_SSL_UNRECOGNIZED_NAME -0x7800
/** The peer closed the connection in order; nothing more will come. */
#define MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY -0x7880
/** A certificate message cannot be used. */
#define MBEDTLS_ERR_SSL_BAD_CERTIFICATE -0x7A00
/**
 * Not a failure: the server issued a ticket. mbedtls_ssl_get_session() exports it; then go on reading.
 * Only reported after mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets().
 */
#define MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET -0x7B00
/** There is no early data to read. */
#define MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA -0x7B80
/** Early data has come and can be read before the handshake goes on. */
#define MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA -0x7C00
/** Early data cannot be sent, or no longer. */
#define MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA -0x7C80
/** The cache has no such session. */
#define MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND -0x7E80
/** Out of memory. */
#define MBEDTLS_ERR_SSL_ALLOC_FAILED -0x7F00
/** An accelerator failed. Never returned. */
#define MBEDTLS_ERR_SSL_HW_ACCEL_FAILED -0x7F80
/** An accelerator left the work to software. Never returned. */
#define MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH -0x6F80
/** The peer speaks no version that the configuration allows. */
#define MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION -0x6E80
/** Client and server have no common parameters, or the handshake failed otherwise. */
#define MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE -0x6E00
/** The ticket is too old. */
#define MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED -0x6D80
/** The public key is not of the kind that the handshake needs. */
#define MBEDTLS_ERR_SSL_PK_TYPE_MISMATCH -0x6D00
/** The identity of a pre-shared key is not known. */
#define MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY -0x6C80
/** The library found itself in a state that should not exist. */
#define MBEDTLS_ERR_SSL_INTERNAL_ERROR -0x6C00
/** A record counter is used up; the connection cannot go on. */
#define MBEDTLS_ERR_SSL_COUNTER_WRAPPING -0x6B80
/** A server's renegotiation request waits for its answer. */
#define MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO -0x6B00
/** The DTLS server asked the client to prove its address; start over with a new context. */
#define MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED -0x6A80
/** The caller's buffer is too small. */
#define MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL -0x6A00
/** Not a failure: nothing to read from the transport now. Call the function again when there is. */
#define MBEDTLS_ERR_SSL_WANT_READ -0x6900
/**
 * Not a failure: the transport takes nothing now. Call the function again, with the same arguments, when
 * it does.
 */
#define MBEDTLS_ERR_SSL_WANT_WRITE -0x6880
/** Nothing came within the time that was set. */
#define MBEDTLS_ERR_SSL_TIMEOUT -0x6800
/** A DTLS client starts a new connection from the same port. */
#define MBEDTLS_ERR_SSL_CLIENT_RECONNECT -0x6780
/** A record came that has no place here (DTLS). */
#define MBEDTLS_ERR_SSL_UNEXPECTED_RECORD -0x6700
/** A warning alert came and was ignored. */
#define MBEDTLS_ERR_SSL_NON_FATAL -0x6680
/** A field of a message has a value that it must not have. */
#define MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER -0x6600
/** Internal: more of the record is to be processed. */
#define MBEDTLS_ERR_SSL_CONTINUE_PROCESSING -0x6580
/** An asynchronous private key operation goes on; call the function again later. */
#define MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS -0x6500
/** Internal: a DTLS message came before its turn. */
#define MBEDTLS_ERR_SSL_EARLY_MESSAGE -0x6480
/** A DTLS record has the connection identifier of another connection. */
#define MBEDTLS_ERR_SSL_UNEXPECTED_CID -0x6000
/** A saved session was written by another version or configuration. */
#define MBEDTLS_ERR_SSL_VERSION_MISMATCH -0x5F00
/** The configuration contradicts itself. */
#define MBEDTLS_ERR_SSL_BAD_CONFIG -0x5E80
/**
 * A client has to verify a certificate and was never told whose: call mbedtls_ssl_set_hostname(), with
 * null to do without.
 */
#define MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME -0x5D80

/* ---- Versions ---- */

/** The first byte of a version on the wire. */
#define MBEDTLS_SSL_MAJOR_VERSION_3 3
/** The second byte: TLS 1.2. */
#define MBEDTLS_SSL_MINOR_VERSION_3 3
/** The second byte: TLS 1.3. */
#define MBEDTLS_SSL_MINOR_VERSION_4 4

/** Protocol versions, as they are on the wire. */
typedef enum mbedtls_ssl_protocol_version {
    /** Not negotiated yet. */
    MBEDTLS_SSL_VERSION_UNKNOWN = 0,
    /** TLS 1.2. */
    MBEDTLS_SSL_VERSION_TLS1_2 = 0x0303,
    /** TLS 1.3. */
    MBEDTLS_SSL_VERSION_TLS1_3 = 0x0304,
} mbedtls_ssl_protocol_version;

/* ---- Sides and transports ---- */

/** The side that connects. */
#define MBEDTLS_SSL_IS_CLIENT 0
/** The side that accepts. */
#define MBEDTLS_SSL_IS_SERVER 1
/** TLS, over a transport that keeps order. */
#define MBEDTLS_SSL_TRANSPORT_STREAM 0
/** DTLS, over datagrams. */
#define MBEDTLS_SSL_TRANSPORT_DATAGRAM 1
/** Defaults for general use. */
#define MBEDTLS_SSL_PRESET_DEFAULT 0
/** Only what NSA Suite B allows. */
#define MBEDTLS_SSL_PRESET_SUITEB 2

/* ---- Verifying the peer ---- */

/** The peer's certificate is not verified. Clients should not use this. */
#define MBEDTLS_SSL_VERIFY_NONE 0
/**
 * The certificate is verified and the handshake goes on whatever the result: see
 * mbedtls_ssl_get_verify_result().
 */
#define MBEDTLS_SSL_VERIFY_OPTIONAL 1
/** The peer must have a certificate that verifies. */
#define MBEDTLS_SSL_VERIFY_REQUIRED 2
/** For one connection: what the configuration says. */
#define MBEDTLS_SSL_VERIFY_UNSET 3
/** A certificate request names no CAs. */
#define MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED 0
/** A certificate request names the CAs that are accepted. */
#define MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED 1

/* ---- Limits, in bytes unless said otherwise ---- */

/** The longest plaintext of a record that is accepted. */
#define MBEDTLS_SSL_IN_CONTENT_LEN 16384
/** The longest plaintext of a record that is sent. */
#define MBEDTLS_SSL_OUT_CONTENT_LEN 16384
/** The longest server name. */
#define MBEDTLS_SSL_MAX_HOST_NAME_LEN 255
/** The longest name of an application protocol. */
#define MBEDTLS_SSL_MAX_ALPN_NAME_LEN 255
/** The longest list of application protocols, on the wire. */
#define MBEDTLS_SSL_MAX_ALPN_LIST_LEN 65535
/** How much early data a server accepts. */
#define MBEDTLS_SSL_MAX_EARLY_DATA_SIZE 1024
/** How much of a DTLS handshake is held while messages are missing. */
#define MBEDTLS_SSL_DTLS_MAX_BUFFERING 32768
/** The longest own connection identifier. */
#define MBEDTLS_SSL_CID_IN_LEN_MAX 32
/** The longest connection identifier of a peer. */
#define MBEDTLS_SSL_CID_OUT_LEN_MAX 32
/** Records with a connection identifier are padded to a multiple of this. */
#define MBEDTLS_SSL_CID_TLS1_3_PADDING_GRANULARITY 16
/** The most keying material that one export gives. */
#define MBEDTLS_SSL_EXPORT_MAX_KEY_LEN 8160
/** The length of TLS 1.2 verify data. */
#define MBEDTLS_SSL_VERIFY_DATA_MAX_LEN 12
/** The length of a record's sequence number. */
#define MBEDTLS_SSL_SEQUENCE_NUMBER_LEN 8
/** The length of a truncated HMAC. */
#define MBEDTLS_SSL_TRUNCATED_HMAC_LEN 10
/** The longest pre-shared key. */
#define MBEDTLS_PSK_MAX_LEN 48
/** The longest premaster secret of TLS 1.2. */
#define MBEDTLS_PREMASTER_SIZE sizeof(union mbedtls_ssl_premaster_secret)
/** The longest digest of a TLS 1.3 suite. */
#define MBEDTLS_TLS1_3_MD_MAX_SIZE 64u

/* ---- TLS 1.3: key exchange modes, for mbedtls_ssl_conf_tls13_key_exchange_modes() ---- */

/** No mode. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_NONE 0
/** A pre-shared key alone: no forward secrecy. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK 1u
/** A certificate and (EC)DHE. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL 2u
/** A pre-shared key and (EC)DHE. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL 4u
/** Every mode. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL 7u
/** Every mode with a pre-shared key. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ALL 5u
/** Every mode with (EC)DHE. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ALL 6u
/** psk_ke on the wire. */
#define MBEDTLS_SSL_TLS1_3_PSK_MODE_PURE 0
/** psk_dhe_ke on the wire. */
#define MBEDTLS_SSL_TLS1_3_PSK_MODE_ECDHE 1

/* ---- TLS 1.3: tickets and early data ---- */

/** Tickets are stored silently. */
#define MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_DISABLED 0
/** mbedtls_ssl_read() reports each ticket with `MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET`. */
#define MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED 1
/** No tickets. */
#define MBEDTLS_SSL_SESSION_TICKETS_DISABLED 0
/** Tickets are used. */
#define MBEDTLS_SSL_SESSION_TICKETS_ENABLED 1
/** How many tickets a server sends after a handshake, unless configured. */
#define MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS 1
/** How far a ticket's age may be off for early data, in milliseconds. */
#define MBEDTLS_SSL_TLS1_3_TICKET_AGE_TOLERANCE 6000
/** The length of a ticket's nonce. */
#define MBEDTLS_SSL_TLS1_3_TICKET_NONCE_LENGTH 32
/** The longest resumption key. */
#define MBEDTLS_SSL_TLS1_3_TICKET_RESUMPTION_KEY_LEN 48
/** The ticket may be used with a pre-shared key alone. */
#define MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_RESUMPTION 0x1u
/** The ticket may be used with (EC)DHE. */
#define MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_EPHEMERAL_RESUMPTION 0x4u
/** The ticket may be used for early data. */
#define MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_EARLY_DATA 0x8u
/** All ticket flags. */
#define MBEDTLS_SSL_TLS1_3_TICKET_FLAGS_MASK 0xDu
/** No early data. */
#define MBEDTLS_SSL_EARLY_DATA_DISABLED 0
/** Early data is allowed. */
#define MBEDTLS_SSL_EARLY_DATA_ENABLED 1
/** Early data is not skipped. */
#define MBEDTLS_SSL_EARLY_DATA_NO_DISCARD 0
/** Records that do not open are skipped as early data. */
#define MBEDTLS_SSL_EARLY_DATA_TRY_TO_DEPROTECT_AND_DISCARD 1
/** Records up to the second ClientHello are skipped as early data. */
#define MBEDTLS_SSL_EARLY_DATA_DISCARD 2

/* ---- TLS 1.2: renegotiation and extensions ---- */

/** The peer does not know secure renegotiation. */
#define MBEDTLS_SSL_LEGACY_RENEGOTIATION 0
/** The peer knows secure renegotiation. */
#define MBEDTLS_SSL_SECURE_RENEGOTIATION 1
/** Peers without it may connect, not renegotiate. */
#define MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION 0
/** Peers without it may connect and renegotiate: insecure. */
#define MBEDTLS_SSL_LEGACY_ALLOW_RENEGOTIATION 1
/** Peers without it may not connect. */
#define MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE 2
/** No renegotiation. */
#define MBEDTLS_SSL_RENEGOTIATION_DISABLED 0
/** Renegotiation is allowed. */
#define MBEDTLS_SSL_RENEGOTIATION_ENABLED 1
/** A server's request for renegotiation may stay unanswered. */
#define MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED -1
/** How many records a request for renegotiation may stay unanswered. */
#define MBEDTLS_SSL_RENEGO_MAX_RECORDS_DEFAULT 16
/** The cipher suite number that stands for an empty renegotiation extension. */
#define MBEDTLS_SSL_EMPTY_RENEGOTIATION_INFO 0x00FF
/** No encrypt-then-MAC. */
#define MBEDTLS_SSL_ETM_DISABLED 0
/** Encrypt-then-MAC (RFC 7366). */
#define MBEDTLS_SSL_ETM_ENABLED 1
/** No extended master secret. */
#define MBEDTLS_SSL_EXTENDED_MS_DISABLED 0
/** Extended master secret (RFC 7627). */
#define MBEDTLS_SSL_EXTENDED_MS_ENABLED 1
/** No truncated HMAC. */
#define MBEDTLS_SSL_TRUNC_HMAC_DISABLED 0
/** Truncated HMAC (RFC 6066). */
#define MBEDTLS_SSL_TRUNC_HMAC_ENABLED 1
/** Maximum fragment length: not negotiated. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_NONE 0
/** Maximum fragment length: 512 bytes. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_512 1
/** Maximum fragment length: 1024 bytes. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_1024 2
/** Maximum fragment length: 2048 bytes. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_2048 3
/** Maximum fragment length: 4096 bytes. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_4096 4
/** The first number that is none. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_INVALID 5
/** The server's order of cipher suites counts. */
#define MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER 0
/** The client's order of cipher suites counts. */
#define MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT 1
/** The only compression method: none. */
#define MBEDTLS_SSL_COMPRESS_NULL 0
/** Defined: the random bytes of both hellos are kept for key export. */
#define MBEDTLS_SSL_KEEP_RANDBYTES

/* ---- DTLS ---- */

/** Repeated records are accepted. */
#define MBEDTLS_SSL_ANTI_REPLAY_DISABLED 0
/** Repeated records are dropped. */
#define MBEDTLS_SSL_ANTI_REPLAY_ENABLED 1
/** The first retransmission timeout, in milliseconds. */
#define MBEDTLS_SSL_DTLS_TIMEOUT_DFL_MIN 1000
/** The last retransmission timeout, in milliseconds. */
#define MBEDTLS_SSL_DTLS_TIMEOUT_DFL_MAX 60000
/** No connection identifiers. */
#define MBEDTLS_SSL_CID_DISABLED 0
/** Connection identifiers (RFC 9146). */
#define MBEDTLS_SSL_CID_ENABLED 1
/** Records with another connection identifier are dropped. */
#define MBEDTLS_SSL_UNEXPECTED_CID_IGNORE 0
/** Records with another connection identifier are an error. */
#define MBEDTLS_SSL_UNEXPECTED_CID_FAIL 1
/** No master key identifier. */
#define MBEDTLS_SSL_DTLS_SRTP_MKI_UNSUPPORTED 0
/** Master key identifiers are sent and accepted. */
#define MBEDTLS_SSL_DTLS_SRTP_MKI_SUPPORTED 1
/** SRTP profile: none. */
#define MBEDTLS_TLS_SRTP_UNSET ((uint16_t) 0)
/** SRTP profile: AES-128 counter mode, HMAC-SHA1 of 80 bits. */
#define MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80 ((uint16_t) 0x0001)
/** SRTP profile: AES-128 counter mode, HMAC-SHA1 of 32 bits. */
#define MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_32 ((uint16_t) 0x0002)
/** SRTP profile: no encryption, HMAC-SHA1 of 80 bits. */
#define MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_80 ((uint16_t) 0x0005)
/** SRTP profile: no encryption, HMAC-SHA1 of 32 bits. */
#define MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_32 ((uint16_t) 0x0006)
/** The longest master key identifier, in bytes. */
#define MBEDTLS_TLS_SRTP_MAX_MKI_LENGTH 255
/** The longest list of SRTP profiles. */
#define MBEDTLS_TLS_SRTP_MAX_PROFILE_LIST_LENGTH 4

/* ---- Record types (RFC 8446 section 5.1) ---- */

/** change_cipher_spec. */
#define MBEDTLS_SSL_MSG_CHANGE_CIPHER_SPEC 20
/** alert. */
#define MBEDTLS_SSL_MSG_ALERT 21
/** handshake. */
#define MBEDTLS_SSL_MSG_HANDSHAKE 22
/** application_data. */
#define MBEDTLS_SSL_MSG_APPLICATION_DATA 23
/** tls12_cid (RFC 9146). */
#define MBEDTLS_SSL_MSG_CID 25

/* ---- Alerts (RFC 8446 section 6) ---- */

/** The connection goes on. */
#define MBEDTLS_SSL_ALERT_LEVEL_WARNING 1
/** The connection ends. */
#define MBEDTLS_SSL_ALERT_LEVEL_FATAL 2
/** close_notify: nothing more will be sent. */
#define MBEDTLS_SSL_ALERT_MSG_CLOSE_NOTIFY 0
/** unexpected_message. */
#define MBEDTLS_SSL_ALERT_MSG_UNEXPECTED_MESSAGE 10
/** bad_record_mac: a record does not open. */
#define MBEDTLS_SSL_ALERT_MSG_BAD_RECORD_MAC 20
/** decryption_failed, no longer used. */
#define MBEDTLS_SSL_ALERT_MSG_DECRYPTION_FAILED 21
/** record_overflow: a record is too long. */
#define MBEDTLS_SSL_ALERT_MSG_RECORD_OVERFLOW 22
/** decompression_failure, no longer used. */
#define MBEDTLS_SSL_ALERT_MSG_DECOMPRESSION_FAILURE 30
/** handshake_failure: nothing in common. */
#define MBEDTLS_SSL_ALERT_MSG_HANDSHAKE_FAILURE 40
/** no_certificate, no longer used. */
#define MBEDTLS_SSL_ALERT_MSG_NO_CERT 41
/** bad_certificate. */
#define MBEDTLS_SSL_ALERT_MSG_BAD_CERT 42
/** unsupported_certificate. */
#define MBEDTLS_SSL_ALERT_MSG_UNSUPPORTED_CERT 43
/** certificate_revoked. */
#define MBEDTLS_SSL_ALERT_MSG_CERT_REVOKED 44
/** certificate_expired. */
#define MBEDTLS_SSL_ALERT_MSG_CERT_EXPIRED 45
/** certificate_unknown. */
#define MBEDTLS_SSL_ALERT_MSG_CERT_UNKNOWN 46
/** illegal_parameter. */
#define MBEDTLS_SSL_ALERT_MSG_ILLEGAL_PARAMETER 47
/** unknown_ca. */
#define MBEDTLS_SSL_ALERT_MSG_UNKNOWN_CA 48
/** access_denied. */
#define MBEDTLS_SSL_ALERT_MSG_ACCESS_DENIED 49
/** decode_error: a message cannot be parsed. */
#define MBEDTLS_SSL_ALERT_MSG_DECODE_ERROR 50
/** decrypt_error: a signature or Finished does not verify. */
#define MBEDTLS_SSL_ALERT_MSG_DECRYPT_ERROR 51
/** export_restriction, no longer used. */
#define MBEDTLS_SSL_ALERT_MSG_EXPORT_RESTRICTION 60
/** protocol_version. */
#define MBEDTLS_SSL_ALERT_MSG_PROTOCOL_VERSION 70
/** insufficient_security. */
#define MBEDTLS_SSL_ALERT_MSG_INSUFFICIENT_SECURITY 71
/** internal_error. */
#define MBEDTLS_SSL_ALERT_MSG_INTERNAL_ERROR 80
/** inappropriate_fallback. */
#define MBEDTLS_SSL_ALERT_MSG_INAPROPRIATE_FALLBACK 86
/** user_canceled. */
#define MBEDTLS_SSL_ALERT_MSG_USER_CANCELED 90
/** no_renegotiation. */
#define MBEDTLS_SSL_ALERT_MSG_NO_RENEGOTIATION 100
/** missing_extension. */
#define MBEDTLS_SSL_ALERT_MSG_MISSING_EXTENSION 109
/** unsupported_extension. */
#define MBEDTLS_SSL_ALERT_MSG_UNSUPPORTED_EXT 110
/** unrecognized_name. */
#define MBEDTLS_SSL_ALERT_MSG_UNRECOGNIZED_NAME 112
/** unknown_psk_identity. */
#define MBEDTLS_SSL_ALERT_MSG_UNKNOWN_PSK_IDENTITY 115
/** certificate_required. */
#define MBEDTLS_SSL_ALERT_MSG_CERT_REQUIRED 116
/** no_application_protocol. */
#define MBEDTLS_SSL_ALERT_MSG_NO_APPLICATION_PROTOCOL 120

/* ---- Handshake messages (RFC 8446 section 4; the others: RFC 5246, RFC 6347) ---- */

/** hello_request. */
#define MBEDTLS_SSL_HS_HELLO_REQUEST 0
/** client_hello. */
#define MBEDTLS_SSL_HS_CLIENT_HELLO 1
/** server_hello. */
#define MBEDTLS_SSL_HS_SERVER_HELLO 2
/** hello_verify_request. */
#define MBEDTLS_SSL_HS_HELLO_VERIFY_REQUEST 3
/** new_session_ticket. */
#define MBEDTLS_SSL_HS_NEW_SESSION_TICKET 4
/** end_of_early_data. */
#define MBEDTLS_SSL_HS_END_OF_EARLY_DATA 5
/** encrypted_extensions. */
#define MBEDTLS_SSL_HS_ENCRYPTED_EXTENSIONS 8
/** certificate. */
#define MBEDTLS_SSL_HS_CERTIFICATE 11
/** server_key_exchange. */
#define MBEDTLS_SSL_HS_SERVER_KEY_EXCHANGE 12
/** certificate_request. */
#define MBEDTLS_SSL_HS_CERTIFICATE_REQUEST 13
/** server_hello_done. */
#define MBEDTLS_SSL_HS_SERVER_HELLO_DONE 14
/** certificate_verify. */
#define MBEDTLS_SSL_HS_CERTIFICATE_VERIFY 15
/** client_key_exchange. */
#define MBEDTLS_SSL_HS_CLIENT_KEY_EXCHANGE 16
/** finished. */
#define MBEDTLS_SSL_HS_FINISHED 20
/** message_hash: stands for the first ClientHello in a transcript. */
#define MBEDTLS_SSL_HS_MESSAGE_HASH 254

/* ---- Extensions (IANA registry "TLS ExtensionType Values") ---- */

/** server_name. */
#define MBEDTLS_TLS_EXT_SERVERNAME 0x0000
/** The only kind of server name: a host name. */
#define MBEDTLS_TLS_EXT_SERVERNAME_HOSTNAME 0x0000
/** max_fragment_length. */
#define MBEDTLS_TLS_EXT_MAX_FRAGMENT_LENGTH 0x0001
/** truncated_hmac. */
#define MBEDTLS_TLS_EXT_TRUNCATED_HMAC 0x0004
/** status_request. */
#define MBEDTLS_TLS_EXT_STATUS_REQUEST 0x0005
/** supported_groups, by its former name. */
#define MBEDTLS_TLS_EXT_SUPPORTED_ELLIPTIC_CURVES 0x000A
/** supported_groups. */
#define MBEDTLS_TLS_EXT_SUPPORTED_GROUPS 0x000A
/** ec_point_formats. */
#define MBEDTLS_TLS_EXT_SUPPORTED_POINT_FORMATS 0x000B
/** signature_algorithms. */
#define MBEDTLS_TLS_EXT_SIG_ALG 0x000D
/** use_srtp. */
#define MBEDTLS_TLS_EXT_USE_SRTP 0x000E
/** heartbeat. */
#define MBEDTLS_TLS_EXT_HEARTBEAT 0x000F
/** application_layer_protocol_negotiation. */
#define MBEDTLS_TLS_EXT_ALPN 0x0010
/** signed_certificate_timestamp. */
#define MBEDTLS_TLS_EXT_SCT 0x0012
/** client_certificate_type. */
#define MBEDTLS_TLS_EXT_CLI_CERT_TYPE 0x0013
/** server_certificate_type. */
#define MBEDTLS_TLS_EXT_SERV_CERT_TYPE 0x0014
/** padding. */
#define MBEDTLS_TLS_EXT_PADDING 0x0015
/** encrypt_then_mac. */
#define MBEDTLS_TLS_EXT_ENCRYPT_THEN_MAC 0x0016
/** extended_master_secret. */
#define MBEDTLS_TLS_EXT_EXTENDED_MASTER_SECRET 0x0017
/** record_size_limit. */
#define MBEDTLS_TLS_EXT_RECORD_SIZE_LIMIT 0x001C
/** session_ticket. */
#define MBEDTLS_TLS_EXT_SESSION_TICKET 0x0023
/** pre_shared_key. */
#define MBEDTLS_TLS_EXT_PRE_SHARED_KEY 0x0029
/** early_data. */
#define MBEDTLS_TLS_EXT_EARLY_DATA 0x002A
/** supported_versions. */
#define MBEDTLS_TLS_EXT_SUPPORTED_VERSIONS 0x002B
/** cookie. */
#define MBEDTLS_TLS_EXT_COOKIE 0x002C
/** psk_key_exchange_modes. */
#define MBEDTLS_TLS_EXT_PSK_KEY_EXCHANGE_MODES 0x002D
/** certificate_authorities. */
#define MBEDTLS_TLS_EXT_CERT_AUTH 0x002F
/** oid_filters. */
#define MBEDTLS_TLS_EXT_OID_FILTERS 0x0030
/** post_handshake_auth. */
#define MBEDTLS_TLS_EXT_POST_HANDSHAKE_AUTH 0x0031
/** signature_algorithms_cert. */
#define MBEDTLS_TLS_EXT_SIG_ALG_CERT 0x0032
/** key_share. */
#define MBEDTLS_TLS_EXT_KEY_SHARE 0x0033
/** connection_id. */
#define MBEDTLS_TLS_EXT_CID 0x0036
/** EC-JPAKE key material, a private number. */
#define MBEDTLS_TLS_EXT_ECJPAKE_KKPP 0x0100
/** renegotiation_info. */
#define MBEDTLS_TLS_EXT_RENEGOTIATION_INFO 0xFF01

/* ---- Groups, for mbedtls_ssl_conf_groups() (IANA registry "TLS Supported Groups") ---- */

/** The end of a list. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_NONE 0x0000
/** secp192k1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP192K1 0x0012
/** secp192r1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP192R1 0x0013
/** secp224k1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP224K1 0x0014
/** secp224r1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP224R1 0x0015
/** secp256k1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP256K1 0x0016
/** secp256r1, P-256. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1 0x0017
/** secp384r1, P-384. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1 0x0018
/** secp521r1, P-521. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP521R1 0x0019
/** brainpoolP256r1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_BP256R1 0x001A
/** brainpoolP384r1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_BP384R1 0x001B
/** brainpoolP512r1. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_BP512R1 0x001C
/** x25519. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_X25519 0x001D
/** x448. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_X448 0x001E
/** ffdhe2048. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE2048 0x0100
/** ffdhe3072. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE3072 0x0101
/** ffdhe4096. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE4096 0x0102
/** ffdhe6144. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE6144 0x0103
/** ffdhe8192. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE8192 0x0104

/* ---- Signature schemes, for mbedtls_ssl_conf_sig_algs() (RFC 8446 section 4.2.3) ---- */

/** The end of a list. */
#define MBEDTLS_TLS1_3_SIG_NONE 0x0000
/** rsa_pkcs1_sha256: in certificates only. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256 0x0401
/** rsa_pkcs1_sha384: in certificates only. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA384 0x0501
/** rsa_pkcs1_sha512: in certificates only. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA512 0x0601
/** ecdsa_secp256r1_sha256. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256 0x0403
/** ecdsa_secp384r1_sha384. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384 0x0503
/** ecdsa_secp521r1_sha512. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SECP521R1_SHA512 0x0603
/** rsa_pss_rsae_sha256. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256 0x0804
/** rsa_pss_rsae_sha384. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA384 0x0805
/** rsa_pss_rsae_sha512. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA512 0x0806
/** ed25519. */
#define MBEDTLS_TLS1_3_SIG_ED25519 0x0807
/** ed448. */
#define MBEDTLS_TLS1_3_SIG_ED448 0x0808
/** rsa_pss_pss_sha256. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA256 0x0809
/** rsa_pss_pss_sha384. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA384 0x080A
/** rsa_pss_pss_sha512. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA512 0x080B
/** rsa_pkcs1_sha1: insecure. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA1 0x0201
/** ecdsa_sha1: insecure. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SHA1 0x0203

/* ---- TLS 1.2: hashes, signatures and certificate types on the wire ---- */

/** No hash. */
#define MBEDTLS_SSL_HASH_NONE 0
/** MD5. */
#define MBEDTLS_SSL_HASH_MD5 1
/** SHA-1. */
#define MBEDTLS_SSL_HASH_SHA1 2
/** SHA-224. */
#define MBEDTLS_SSL_HASH_SHA224 3
/** SHA-256. */
#define MBEDTLS_SSL_HASH_SHA256 4
/** SHA-384. */
#define MBEDTLS_SSL_HASH_SHA384 5
/** SHA-512. */
#define MBEDTLS_SSL_HASH_SHA512 6
/** No signature. */
#define MBEDTLS_SSL_SIG_ANON 0
/** RSA. */
#define MBEDTLS_SSL_SIG_RSA 1
/** ECDSA. */
#define MBEDTLS_SSL_SIG_ECDSA 3
/** A certificate with an RSA key. */
#define MBEDTLS_SSL_CERT_TYPE_RSA_SIGN 1
/** A certificate with an ECDSA key. */
#define MBEDTLS_SSL_CERT_TYPE_ECDSA_SIGN 64

/* ---- Enumerations ---- */

/** How far a handshake is. mbedtls_ssl_is_handshake_over() is the question to ask. */
typedef enum mbedtls_ssl_states {
    /** At the start. */
    MBEDTLS_SSL_HELLO_REQUEST = 0,
    /** At the ClientHello. */
    MBEDTLS_SSL_CLIENT_HELLO = 1,
    /** At the ServerHello. */
    MBEDTLS_SSL_SERVER_HELLO = 2,
    /** At the server's Certificate. */
    MBEDTLS_SSL_SERVER_CERTIFICATE = 3,
    /** At the ServerKeyExchange. */
    MBEDTLS_SSL_SERVER_KEY_EXCHANGE = 4,
    /** At the CertificateRequest. */
    MBEDTLS_SSL_CERTIFICATE_REQUEST = 5,
    /** At the ServerHelloDone. */
    MBEDTLS_SSL_SERVER_HELLO_DONE = 6,
    /** At the client's Certificate. */
    MBEDTLS_SSL_CLIENT_CERTIFICATE = 7,
    /** At the ClientKeyExchange. */
    MBEDTLS_SSL_CLIENT_KEY_EXCHANGE = 8,
    /** At the CertificateVerify; in TLS 1.3, the server's. */
    MBEDTLS_SSL_CERTIFICATE_VERIFY = 9,
    /** At the client's ChangeCipherSpec. */
    MBEDTLS_SSL_CLIENT_CHANGE_CIPHER_SPEC = 10,
    /** At the client's Finished. */
    MBEDTLS_SSL_CLIENT_FINISHED = 11,
    /** At the server's ChangeCipherSpec. */
    MBEDTLS_SSL_SERVER_CHANGE_CIPHER_SPEC = 12,
    /** At the server's Finished. */
    MBEDTLS_SSL_SERVER_FINISHED = 13,
    /** Sending what is left. */
    MBEDTLS_SSL_FLUSH_BUFFERS = 14,
    /** Tidying up. */
    MBEDTLS_SSL_HANDSHAKE_WRAPUP = 15,
    /** At a TLS 1.2 NewSessionTicket. */
    MBEDTLS_SSL_NEW_SESSION_TICKET = 16,
    /** A HelloVerifyRequest was sent (DTLS). */
    MBEDTLS_SSL_SERVER_HELLO_VERIFY_REQUEST_SENT = 17,
    /** At the HelloRetryRequest. */
    MBEDTLS_SSL_HELLO_RETRY_REQUEST = 18,
    /** At the EncryptedExtensions. */
    MBEDTLS_SSL_ENCRYPTED_EXTENSIONS = 19,
    /** At the EndOfEarlyData. */
    MBEDTLS_SSL_END_OF_EARLY_DATA = 20,
    /** At the client's CertificateVerify. */
    MBEDTLS_SSL_CLIENT_CERTIFICATE_VERIFY = 21,
    /** At the client's ChangeCipherSpec behind the server's flight. */
    MBEDTLS_SSL_CLIENT_CCS_AFTER_SERVER_FINISHED = 22,
    /** At the client's ChangeCipherSpec behind a HelloRetryRequest. */
    MBEDTLS_SSL_CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO = 23,
    /** At the server's ChangeCipherSpec behind the ServerHello. */
    MBEDTLS_SSL_SERVER_CCS_AFTER_SERVER_HELLO = 24,
    /** At the client's ChangeCipherSpec behind the ClientHello. */
    MBEDTLS_SSL_CLIENT_CCS_AFTER_CLIENT_HELLO = 25,
    /** At the server's ChangeCipherSpec behind a HelloRetryRequest. */
    MBEDTLS_SSL_SERVER_CCS_AFTER_HELLO_RETRY_REQUEST = 26,
    /** Done: data can be exchanged. */
    MBEDTLS_SSL_HANDSHAKE_OVER = 27,
    /** Done, and at a NewSessionTicket. */
    MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET = 28,
    /** Done, and sending NewSessionTickets. */
    MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET_FLUSH = 29,
} mbedtls_ssl_states;

/** Key derivation functions. */
typedef enum mbedtls_tls_prf_types {
    /** None. */
    MBEDTLS_SSL_TLS_PRF_NONE = 0,
    /** The TLS 1.2 PRF with SHA-384. */
    MBEDTLS_SSL_TLS_PRF_SHA384 = 1,
    /** The TLS 1.2 PRF with SHA-256. */
    MBEDTLS_SSL_TLS_PRF_SHA256 = 2,
    /** HKDF-Expand with SHA-384 (TLS 1.3). */
    MBEDTLS_SSL_HKDF_EXPAND_SHA384 = 3,
    /** HKDF-Expand with SHA-256 (TLS 1.3). */
    MBEDTLS_SSL_HKDF_EXPAND_SHA256 = 4,
} mbedtls_tls_prf_types;

/** The secrets that a callback of mbedtls_ssl_set_export_keys_cb() hears of. */
typedef enum mbedtls_ssl_key_export_type {
    /** The TLS 1.2 master secret. */
    MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET = 0,
    /** client_early_traffic_secret. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET = 1,
    /** early_exporter_master_secret. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_EARLY_EXPORTER_SECRET = 2,
    /** client_handshake_traffic_secret. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET = 3,
    /** server_handshake_traffic_secret. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET = 4,
    /** client_application_traffic_secret_0. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET = 5,
    /** server_application_traffic_secret_0. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET = 6,
} mbedtls_ssl_key_export_type;

/* ---- Types that only the library looks into ---- */

/** An own certificate chain with its key. Never complete in C. */
typedef struct mbedtls_ssl_key_cert mbedtls_ssl_key_cert;
/** A DTLS flight kept for retransmission. Never complete in C. */
typedef struct mbedtls_ssl_flight_item mbedtls_ssl_flight_item;
/** Signature algorithms of a TLS 1.2 peer. Never complete in C. */
typedef struct mbedtls_ssl_sig_hash_set_t mbedtls_ssl_sig_hash_set_t;
/** Room for the premaster secret of any TLS 1.2 key exchange. */
union mbedtls_ssl_premaster_secret {
    /** A union needs a member. */
    unsigned char dummy;
    /** RSA. */
    unsigned char _pms_rsa[48];
    /** DHE. */
    unsigned char _pms_dhm[1024];
    /** ECDHE. */
    unsigned char _pms_ecdh[MBEDTLS_ECP_MAX_BYTES];
    /** A pre-shared key. */
    unsigned char _pms_psk[4 + 2 * MBEDTLS_PSK_MAX_LEN];
    /** A pre-shared key and DHE. */
    unsigned char _pms_dhe_psk[4 + 1024 + MBEDTLS_PSK_MAX_LEN];
    /** A pre-shared key and RSA. */
    unsigned char _pms_rsa_psk[52 + MBEDTLS_PSK_MAX_LEN];
    /** A pre-shared key and ECDHE. */
    unsigned char _pms_ecdhe_psk[4 + MBEDTLS_ECP_MAX_BYTES + MBEDTLS_PSK_MAX_LEN];
};

#endif /* MBEDTLS_COMPAT_SSL_VALUES_H */
