/*
 * mbedtls/ssl_ciphersuites.h: Cipher suites: names and numbers.
 *
 * Generated from src/capi/ssl_ciphersuites/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_SSL_CIPHERSUITES_H
#define MBEDTLS_COMPAT_MBEDTLS_SSL_CIPHERSUITES_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/pk.h"
#include "mbedtls/cipher.h"
#include "mbedtls/md.h"

typedef struct mbedtls_ssl_ciphersuite_t mbedtls_ssl_ciphersuite_t;

#include "mbedtls/compat/ssl_ciphersuites_values.h"

/** A cipher suite. The library's own, never freed. Its members are private. */
struct mbedtls_ssl_ciphersuite_t {
    /** Its number, as it is on the wire. */
    int MBEDTLS_PRIVATE(id);
    /** Its name, as in "TLS1-3-AES-128-GCM-SHA256". */
    const char *MBEDTLS_PRIVATE(name);
    uint8_t MBEDTLS_PRIVATE(cipher);
    uint8_t MBEDTLS_PRIVATE(mac);
    uint8_t MBEDTLS_PRIVATE(key_exchange);
    uint8_t MBEDTLS_PRIVATE(flags);
    /** The lowest version it is for. */
    uint16_t MBEDTLS_PRIVATE(min_tls_version);
    /** The highest version it is for. */
    uint16_t MBEDTLS_PRIVATE(max_tls_version);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Lists the suites this library has, whether or not they are on by default.
 *
 * \return  Suite numbers with a 0 behind them; valid forever, not to be changed.
 */
const int *mbedtls_ssl_list_ciphersuites(void);

/**
 * Finds a suite by its number.
 *
 * \param ciphersuite_id  The number.
 *
 * \return  The suite, valid forever; NULL for none. Those of TLS 1.2 are known, and never agreed on.
 */
const mbedtls_ssl_ciphersuite_t *mbedtls_ssl_ciphersuite_from_id(int ciphersuite_id);

/**
 * Finds a suite by its name.
 *
 * \param ciphersuite_name  The name, such as "TLS1-3-AES-128-GCM-SHA256", in this spelling; or NULL.
 *
 * \return  The suite, valid forever; NULL for none. Those of TLS 1.2 are known, and never agreed on.
 */
const mbedtls_ssl_ciphersuite_t *mbedtls_ssl_ciphersuite_from_string(const char *ciphersuite_name);

/**
 * Tells a suite's name.
 *
 * \param ciphersuite_id  The number.
 *
 * \return  The name, valid forever; "unknown" for none.
 */
const char *mbedtls_ssl_get_ciphersuite_name(int ciphersuite_id);

/**
 * Tells a suite's number.
 *
 * \param ciphersuite_name  The name, such as "TLS1-3-AES-128-GCM-SHA256", in this spelling; or NULL.
 *
 * \return  The number; 0 for none.
 */
int mbedtls_ssl_get_ciphersuite_id(const char *ciphersuite_name);

/**
 * Tells the length of a suite's key.
 *
 * \param info  The suite; or NULL.
 *
 * \return  Bits; 0 for NULL.
 */
size_t mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(const mbedtls_ssl_ciphersuite_t *info);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/ssl_ciphersuites_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_CIPHERSUITES_H */
