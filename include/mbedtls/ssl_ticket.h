/*
 * mbedtls/ssl_ticket.h: A server's ticket keys: sessions that the client keeps.
 *
 * Generated from src/capi/ssl_ticket/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SSL_TICKET_H
#define MBEDTLS_COMPAT_MBEDTLS_SSL_TICKET_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/cipher.h"
#include "mbedtls/threading.h"

typedef struct mbedtls_ssl_ticket_key mbedtls_ssl_ticket_key;
typedef struct mbedtls_ssl_ticket_context mbedtls_ssl_ticket_context;

#include "mbedtls/compat/ssl_ticket_values.h"

/** One ticket key. Its members are private. */
struct mbedtls_ssl_ticket_key {
    unsigned char MBEDTLS_PRIVATE(name)[4];
    mbedtls_time_t MBEDTLS_PRIVATE(generation_time);
    uint32_t MBEDTLS_PRIVATE(lifetime);
    mbedtls_cipher_context_t MBEDTLS_PRIVATE(ctx);
};

/**
 * Ticket keys for servers; threads may share it. Starts with mbedtls_ssl_ticket_init() and
 * mbedtls_ssl_ticket_setup(), ends with mbedtls_ssl_ticket_free(). Its members are private.
 */
struct mbedtls_ssl_ticket_context {
    mbedtls_ssl_ticket_key MBEDTLS_PRIVATE(keys)[2];
    unsigned char MBEDTLS_PRIVATE(active);
    uint32_t MBEDTLS_PRIVATE(ticket_lifetime);
    int (*MBEDTLS_PRIVATE(f_rng))(void *p_rng, unsigned char *output, size_t output_size);
    void *MBEDTLS_PRIVATE(p_rng);
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Prepares a ticket context for use: it makes no tickets yet. Call `mbedtls_ssl_ticket_setup()` next.
 *
 * \param ctx  The context, in memory of the caller; NULL does nothing. Whatever it held before is forgotten, not
 *             released.
 */
void mbedtls_ssl_ticket_init(mbedtls_ssl_ticket_context *ctx);

/**
 * Makes the first key, and so prepares a context for use with `mbedtls_ssl_conf_session_tickets_cb()`. One context may serve
 * any number of configurations and threads.
 *
 * \param ctx       The context, initialised; keys it had are released.
 * \param f_rng     The source of keys and nonces. It is not called by two threads at once for this context.
 * \param p_rng     Its first argument; it has to live as long as the context.
 * \param cipher    MBEDTLS_CIPHER_AES_256_GCM, MBEDTLS_CIPHER_AES_128_GCM or MBEDTLS_CIPHER_CHACHA20_POLY1305.
 * \param lifetime  How long a ticket is accepted, in seconds. A key makes tickets for that long; then a new one does.
 *                  TLS 1.3 allows at most 604800, seven days.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `ctx` or `f_rng` is NULL, or `cipher` is no AEAD.
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: an AEAD that this library does not have.
 * \return  Another value: what `f_rng` returned.
 */
int mbedtls_ssl_ticket_setup(mbedtls_ssl_ticket_context *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    mbedtls_cipher_type_t cipher, uint32_t lifetime);

/**
 * Hands in a key, for instance one that several servers share. It makes the tickets from now on; the one before it still reads
 * them, and the one before that does not.
 *
 * \param ctx       The context, set up.
 * \param name      The name of the key, MBEDTLS_SSL_TICKET_KEY_NAME_BYTES bytes; different for each key.
 * \param nlength   Its length; bytes beyond that are not looked at.
 * \param k         The key: 32 bytes for MBEDTLS_CIPHER_AES_256_GCM and MBEDTLS_CIPHER_CHACHA20_POLY1305, 16 for
 *                  MBEDTLS_CIPHER_AES_128_GCM.
 * \param klength   Its length; bytes beyond that are not looked at.
 * \param lifetime  The new lifetime of tickets, in seconds.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a NULL, a context that is not set up, or a name or key that is too short.
 */
int mbedtls_ssl_ticket_rotate(mbedtls_ssl_ticket_context *ctx, const unsigned char *name, size_t nlength,
    const unsigned char *k, size_t klength, uint32_t lifetime);

/**
 * Turns a session into a ticket: an `mbedtls_ssl_ticket_write_t` for `mbedtls_ssl_conf_session_tickets_cb()`.
 *
 * \param p_ticket         The context, set up.
 * \param session          The session of a server.
 * \param start            Where the ticket goes.
 * \param end              The end of the room there.
 * \param tlen             Gets the length of the ticket, or 0.
 * \param ticket_lifetime  Gets how long the ticket is accepted, in seconds.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: the ticket does not fit.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, a context that is not set up, or a session that makes no sense.
 * \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: the session is empty, or not one of TLS 1.3.
 * \return  Another value: what `f_rng` returned.
 */
int mbedtls_ssl_ticket_write(void *p_ticket, const mbedtls_ssl_session *session, unsigned char *start,
    const unsigned char *end, size_t *tlen, uint32_t *ticket_lifetime);

/**
 * Turns a ticket back into a session: an `mbedtls_ssl_ticket_parse_t` for `mbedtls_ssl_conf_session_tickets_cb()`. The ticket
 * may come from anybody: what this context has not made is refused.
 *
 * \param p_ticket  The context, set up.
 * \param session   The session, initialised; what it held is released. On failure it is empty, or as it was.
 * \param buf       The ticket; it is overwritten, and holds no secret afterwards.
 * \param len       Its length.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_INVALID_MAC: the ticket was changed, or forged.
 * \return  MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED: it is too old, or its key is gone.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, a context that is not set up, or something that has not the form of a
 *          ticket.
 * \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory.
 */
int mbedtls_ssl_ticket_parse(void *p_ticket, mbedtls_ssl_session *session, unsigned char *buf, size_t len);

/**
 * Releases the keys and leaves the context as `mbedtls_ssl_ticket_init()` does.
 *
 * \param ctx  The context; NULL does nothing. No configuration may use it any more.
 */
void mbedtls_ssl_ticket_free(mbedtls_ssl_ticket_context *ctx);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_TICKET_H */
