/*
 * mbedtls/ssl_cookie.h: Cookies by which a server finds that a client's address is its own.
 *
 * Generated from src/capi/ssl_cookie.rs by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SSL_COOKIE_H
#define MBEDTLS_COMPAT_MBEDTLS_SSL_COOKIE_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/threading.h"

typedef struct mbedtls_ssl_cookie_ctx mbedtls_ssl_cookie_ctx;

#include "mbedtls/compat/ssl_cookie_values.h"

/**
 * The key of a server's cookies; threads may share it. Starts with mbedtls_ssl_cookie_init(), ends with
 * mbedtls_ssl_cookie_free(). Its members are private.
 */
struct mbedtls_ssl_cookie_ctx {
    mbedtls_md_context_t MBEDTLS_PRIVATE(hmac_ctx);
    unsigned long MBEDTLS_PRIVATE(timeout);
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Prepares a context for mbedtls_ssl_cookie_setup().
 *
 * \param ctx  The context, in memory of the caller; NULL does nothing.
 */
void mbedtls_ssl_cookie_init(mbedtls_ssl_cookie_ctx *ctx);

/**
 * Makes the key.
 *
 * \param ctx    The context, initialised; a key it had is released.
 * \param f_rng  The source of the key; it is called once, from this function.
 * \param p_rng  Its first argument.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `ctx` or `f_rng` is NULL.
 * \return  Another value: what `f_rng` returned.
 */
int mbedtls_ssl_cookie_setup(mbedtls_ssl_cookie_ctx *ctx, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * How long a cookie is good for.
 *
 * \param ctx    The context; NULL does nothing.
 * \param delay  Seconds; 0 for ever.
 */
void mbedtls_ssl_cookie_set_timeout(mbedtls_ssl_cookie_ctx *ctx, unsigned long delay);

/**
 * Releases and wipes the key.
 *
 * \param ctx  The context; NULL does nothing.
 */
void mbedtls_ssl_cookie_free(mbedtls_ssl_cookie_ctx *ctx);

/**
 * Writes a cookie: an `mbedtls_ssl_cookie_write_t`.
 *
 * \param ctx   The context, set up.
 * \param p     Where the cookie begins; moved behind its 32 bytes.
 * \param end   Where the room ends.
 * \param info  The client's address.
 * \param ilen  Its length.
 *
 * \return  0: done.
 * \return  MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: less room than that.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a context without a key.
 */
int mbedtls_ssl_cookie_write(void *ctx, unsigned char **p, unsigned char *end, const unsigned char *info,
    size_t ilen);

/**
 * Checks a cookie: an `mbedtls_ssl_cookie_check_t`.
 *
 * \param ctx     The context, set up.
 * \param cookie  The cookie.
 * \param clen    Its length.
 * \param info    The client's address.
 * \param ilen    Its length.
 *
 * \return  0: it is one of ours for this address, and not too old.
 * \return  -1: it is not.
 * \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, or a context without a key.
 */
int mbedtls_ssl_cookie_check(void *ctx, const unsigned char *cookie, size_t clen, const unsigned char *info,
    size_t ilen);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_COOKIE_H */
