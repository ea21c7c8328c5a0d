/*
 * mbedtls/ssl_ciphersuites.h: Cipher suites: names and numbers.
 *
 * Generated from src/capi/ssl_ciphersuites.rs by `make headers`; change it there.
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
struct mbedtls_ssl_ciphersuite_t {
    int id;
    const char *name;
    uint8_t cipher;
    uint8_t mac;
    uint8_t key_exchange;
    uint8_t flags;
    uint16_t min_tls_version;
    uint16_t max_tls_version;
};

#endif /* MBEDTLS_COMPAT_MBEDTLS_SSL_CIPHERSUITES_H */
