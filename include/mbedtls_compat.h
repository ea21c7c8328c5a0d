/*
 * mbedtls_compat.h: What this library has beyond Mbed TLS as Debian builds it.
 *
 * Generated from src/capi/compat/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_COMPAT_H
#define MBEDTLS_COMPAT_MBEDTLS_COMPAT_H

#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include <stddef.h>
#include <stdint.h>

#include "mbedtls/compat/compat_values.h"

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of this library itself, such as "0.1.0"; mbedtls_version_get_string() tells which Mbed TLS it stands in
 * for. Mbed TLS has no such function, so that finding it (with dlsym(), say) tells a program what it runs on.
 *
 * \return  A string that belongs to the library and is never released.
 */
const char *mbedtls_compat_version(void);

/**
 * Whether early data is sent (client) or taken (server): data in the first flight, before the server has answered. It is off
 * by default.
 *
 * Early data is less protected than other data (RFC 8446 section 2.3): it is not forward secret, and it can be replayed. This
 * library takes early data once under each ticket within one process; it cannot know what other processes and machines take.
 * Send and take only what does no harm when it comes twice.
 *
 * A server with early data on gets MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA from mbedtls_ssl_handshake(),
 * mbedtls_ssl_handshake_step(), mbedtls_ssl_read() or mbedtls_ssl_write() when some has come: it calls
 * mbedtls_ssl_read_early_data(), and then the same function again.
 *
 * \param conf                The configuration; NULL does nothing. mbedtls_ssl_config_defaults() switches early data off.
 * \param early_data_enabled  MBEDTLS_SSL_EARLY_DATA_ENABLED or MBEDTLS_SSL_EARLY_DATA_DISABLED.
 */
void mbedtls_ssl_conf_early_data(mbedtls_ssl_config *conf, int early_data_enabled);

/**
 * How much early data a server's new tickets allow. It does not change what tickets that were issued before allow. A client
 * that sends more loses its connection.
 *
 * \param conf                 The configuration; NULL does nothing.
 * \param max_early_data_size  Bytes; 0: tickets allow none. The default is MBEDTLS_SSL_MAX_EARLY_DATA_SIZE.
 */
void mbedtls_ssl_conf_max_early_data_size(mbedtls_ssl_config *conf, uint32_t max_early_data_size);

/**
 * Reads early data, when another function has returned MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA (server).
 *
 * \param ssl  The context, in the midst of its handshake.
 * \param buf  Where to put the data.
 * \param len  Room in `buf`, in bytes.
 *
 * \return  The number of bytes, at most `len`. What one record holds beyond that is there for the next call.
 * \return  MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA: none is there; go on with the handshake.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a pointer is NULL, or `ssl` is not set up.
 */
int mbedtls_ssl_read_early_data(mbedtls_ssl_context *ssl, unsigned char *buf, size_t len);

/**
 * Writes early data: one record (client). The first call sends the ClientHello along with it. Then go on with
 * mbedtls_ssl_handshake().
 *
 * There has to be a session (mbedtls_ssl_set_session()) whose ticket allows early data, and its application protocol, if it has
 * one, must be offered again. Whether the server takes the data is known after the handshake: see
 * mbedtls_ssl_get_early_data_status().
 *
 * After MBEDTLS_ERR_SSL_WANT_WRITE call again with the same arguments.
 *
 * \param ssl  The context, set up, with its BIO.
 * \param buf  The data.
 * \param len  Its length in bytes.
 *
 * \return  The number of bytes written, which may be less than `len`: what one record holds, and what the ticket still allows.
 * \return  MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA: early data is off, the session does not allow it, the ticket's amount is used
 *          up, the server has refused it or has finished its flight. Nothing is wrong: go on with the handshake.
 * \return  MBEDTLS_ERR_SSL_WANT_WRITE: the BIO would block; call again when it is ready.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a pointer is NULL, or `ssl` is not set up or a server's.
 * \return  Another code, as for mbedtls_ssl_handshake().
 */
int mbedtls_ssl_write_early_data(mbedtls_ssl_context *ssl, const unsigned char *buf, size_t len);

/**
 * What became of a client's early data. When it was rejected, the server has not seen it: send it again with
 * mbedtls_ssl_write().
 *
 * \param ssl  The context, its handshake over.
 *
 * \return  MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED: this connection could have none.
 * \return  MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED: the server took what was written, if any was.
 * \return  MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED: the server did not.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `ssl` is NULL, not set up or a server's, or the handshake is not over.
 */
int mbedtls_ssl_get_early_data_status(mbedtls_ssl_context *ssl);

/**
 * Switches the automatic resumption of a client on or off. It is off unless the environment variable MBEDTLS_COMPAT has the
 * word "resume" (words are separated by commas) when mbedtls_ssl_config_defaults() is called: so a program that was never
 * changed resumes as well.
 *
 * On, the tickets of a server are kept in memory, with their sessions, and the next connection of this configuration to the
 * same host name (mbedtls_ssl_set_hostname()) offers one; if the server does not take it, a full handshake takes place. Kept
 * are the last 4 of each of 64 hosts; each is used once, and a connection with other certificates, authorities or verify
 * callback does not use it. mbedtls_ssl_read() reports none of these tickets. A session that the program sets itself comes
 * first; a program that has tickets signalled, or switched off, is left alone.
 *
 * \param conf  The configuration, filled in; nothing else uses it during the call. NULL does nothing.
 * \param on    Not 0: on; 0: off, and what was kept is wiped.
 */
void mbedtls_compat_conf_auto_resume(mbedtls_ssl_config *conf, int on);

/**
 * Has a function called for each ticket that a client receives, from within mbedtls_ssl_read(), which does not return for it
 * (unless mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets() says that it should as well).
 *
 * \param conf      The configuration; nothing else uses it during the call. NULL does nothing.
 * \param f_ticket  The function; NULL for none. The session it is handed can be resumed; it lives until the function returns,
 *                  which may save it with mbedtls_ssl_session_save() or hand it to mbedtls_ssl_set_session() of another context.
 *                  It must not reset or free the context.
 * \param p_ticket  Its first argument; it has to live as long as the configuration is used.
 */
void mbedtls_compat_conf_ticket_cb(mbedtls_ssl_config *conf,
    void (*f_ticket)(void *p_ticket, mbedtls_ssl_context *ssl, const mbedtls_ssl_session *session),
    void *p_ticket);

/**
 * The group of the key exchange.
 *
 * \param ssl  The context.
 *
 * \return  One of MBEDTLS_SSL_IANA_TLS_GROUP_...
 * \return  MBEDTLS_SSL_IANA_TLS_GROUP_NONE: none was agreed on (yet), as with a pre-shared key alone.
 */
uint16_t mbedtls_compat_get_group(const mbedtls_ssl_context *ssl);

/**
 * How many NewSessionTicket messages this connection has received, whatever became of them.
 *
 * \param ssl  The context.
 *
 * \return  The count.
 */
unsigned int mbedtls_compat_get_tickets_received(const mbedtls_ssl_context *ssl);

/**
 * Whether a connection goes on from an earlier one, by a ticket.
 *
 * \param ssl  The context.
 *
 * \return  1: it does.
 * \return  0: it does not, or not yet.
 */
int mbedtls_compat_is_resumed(const mbedtls_ssl_context *ssl);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_COMPAT_H */
