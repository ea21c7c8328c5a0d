/* A module: the same source is built twice, once over each Mbed TLS. */
#define _GNU_SOURCE
#include "end.h"

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct end {
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_x509_crt crt;
    mbedtls_pk_context key;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    struct wire *in;
    struct wire *out;
};

static int send_bytes(void *context, const unsigned char *bytes, size_t length)
{
    return wire_put(((struct end *) context)->out, bytes, length);
}

static int receive_bytes(void *context, unsigned char *bytes, size_t length)
{
    return wire_take(((struct end *) context)->in, bytes, length);
}

static void end_close(struct end *end)
{
    mbedtls_ssl_free(&end->ssl);
    mbedtls_ssl_config_free(&end->conf);
    mbedtls_x509_crt_free(&end->crt);
    mbedtls_pk_free(&end->key);
    mbedtls_ctr_drbg_free(&end->random);
    mbedtls_entropy_free(&end->entropy);
    free(end);
}

static int load(struct end *end, int is_server, const char *certs)
{
    char crt[512], key[512];
    int code;

    snprintf(crt, sizeof crt, "%s/%s.crt", certs, is_server ? "ec" : "ca");
    snprintf(key, sizeof key, "%s/ec.key", certs);
    code = mbedtls_x509_crt_parse_file(&end->crt, crt);
    if (code == 0 && is_server) {
        code = mbedtls_pk_parse_keyfile(&end->key, key, NULL, mbedtls_ctr_drbg_random, &end->random);
    }
    if (code != 0) {
        return code;
    }
    if (is_server) {
        return mbedtls_ssl_conf_own_cert(&end->conf, &end->crt, &end->key);
    }
    mbedtls_ssl_conf_ca_chain(&end->conf, &end->crt, NULL);
    return 0;
}

static struct end *end_open(int is_server, const char *certs, struct wire *in, struct wire *out)
{
    struct end *end = calloc(1, sizeof *end);

    if (end == NULL) {
        return NULL;
    }
    end->in = in;
    end->out = out;
    mbedtls_ssl_init(&end->ssl);
    mbedtls_ssl_config_init(&end->conf);
    mbedtls_x509_crt_init(&end->crt);
    mbedtls_pk_init(&end->key);
    mbedtls_entropy_init(&end->entropy);
    mbedtls_ctr_drbg_init(&end->random);
    mbedtls_ssl_conf_rng(&end->conf, mbedtls_ctr_drbg_random, &end->random);
    if (psa_crypto_init() != PSA_SUCCESS
        || mbedtls_ctr_drbg_seed(&end->random, mbedtls_entropy_func, &end->entropy, NULL, 0) != 0
        || mbedtls_ssl_config_defaults(&end->conf, is_server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
                                       MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT) != 0
        || load(end, is_server, certs) != 0 || mbedtls_ssl_setup(&end->ssl, &end->conf) != 0
        || (!is_server && mbedtls_ssl_set_hostname(&end->ssl, "localhost") != 0)) {
        end_close(end);
        return NULL;
    }
    mbedtls_ssl_set_bio(&end->ssl, end, send_bytes, receive_bytes, NULL);
    return end;
}

static int again(int code)
{
    return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE ? 1 : code;
}

static int end_handshake(struct end *end)
{
    return again(mbedtls_ssl_handshake(&end->ssl));
}

static int end_write(struct end *end, const char *text)
{
    return mbedtls_ssl_write(&end->ssl, (const unsigned char *) text, strlen(text));
}

static int end_read(struct end *end, char *text, int size)
{
    return mbedtls_ssl_read(&end->ssl, (unsigned char *) text, (size_t) size);
}

static const char *end_library(void)
{
    Dl_info info;

    return dladdr((void *) mbedtls_ssl_setup, &info) != 0 ? info.dli_fname : "";
}

const struct module module = { end_open, end_handshake, end_write, end_read, end_close, end_library };
