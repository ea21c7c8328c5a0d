/* A TLS client: connects, sends one line, prints what comes back until the server closes the connection.
 *
 *   client HOST PORT CA-FILE [LINE]
 *
 * Nothing in it speaks of session tickets, and nothing has to: a server may send as many as it likes, at any time, and
 * neither mbedtls_ssl_read() nor mbedtls_ssl_write() will mention them. tickets.c shows the opposite.
 *
 *   cc client.c -o client $(pkg-config --cflags --libs mbedtls-compat)
 */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include <stdio.h>
#include <string.h>

static int failed(const char *what, int code)
{
    char text[128];

    mbedtls_strerror(code, text, sizeof text);
    fprintf(stderr, "%s: -0x%04X %s\n", what, (unsigned) -code, text);
    return 1;
}

/* On a blocking socket WANT_READ and WANT_WRITE are rare, but allowed: the same call is made again. */
static int again(int code)
{
    return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE;
}

static int converse(mbedtls_ssl_context *ssl, const char *line)
{
    unsigned char buffer[1024];
    size_t sent = 0, length = strlen(line);
    int code;

    do {
        code = mbedtls_ssl_handshake(ssl);
    } while (again(code));
    if (code != 0) {
        return failed("handshake", code);
    }
    printf("connected: %s, %s\n", mbedtls_ssl_get_version(ssl), mbedtls_ssl_get_ciphersuite(ssl));

    while (sent < length) {
        code = mbedtls_ssl_write(ssl, (const unsigned char *) line + sent, length - sent);
        if (code > 0) {
            sent += (size_t) code;
        } else if (!again(code)) {
            return failed("write", code);
        }
    }

    do {
        code = mbedtls_ssl_read(ssl, buffer, sizeof buffer);
        if (code > 0) {
            fwrite(buffer, 1, (size_t) code, stdout);
        }
    } while (code > 0 || again(code));
    if (code != 0 && code != MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
        return failed("read", code);
    }
    mbedtls_ssl_close_notify(ssl);
    return 0;
}

int main(int argc, char **argv)
{
    mbedtls_net_context server;
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_x509_crt trusted;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    char line[256];
    int code, status = 1;

    if (argc < 4) {
        fprintf(stderr, "usage: client HOST PORT CA-FILE [LINE]\n");
        return 2;
    }
    snprintf(line, sizeof line, "%s\n", argc > 4 ? argv[4] : "hello");

    mbedtls_net_init(&server);
    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_config_init(&conf);
    mbedtls_x509_crt_init(&trusted);
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&random);

    if (psa_crypto_init() != PSA_SUCCESS) {
        fprintf(stderr, "psa_crypto_init failed\n");
    } else if ((code = mbedtls_ctr_drbg_seed(&random, mbedtls_entropy_func, &entropy, NULL, 0)) != 0) {
        failed("random numbers", code);
    } else if ((code = mbedtls_x509_crt_parse_file(&trusted, argv[3])) != 0) {
        failed(argv[3], code);
    } else if ((code = mbedtls_net_connect(&server, argv[1], argv[2], MBEDTLS_NET_PROTO_TCP)) != 0) {
        failed("connect", code);
    } else if ((code = mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
                                                   MBEDTLS_SSL_PRESET_DEFAULT)) != 0) {
        failed("configuration", code);
    } else {
        mbedtls_ssl_conf_ca_chain(&conf, &trusted, NULL);
        mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &random);
        if ((code = mbedtls_ssl_setup(&ssl, &conf)) != 0) {
            failed("setup", code);
        } else if ((code = mbedtls_ssl_set_hostname(&ssl, argv[1])) != 0) { /* whose certificate we expect */
            failed("host name", code);
        } else {
            mbedtls_ssl_set_bio(&ssl, &server, mbedtls_net_send, mbedtls_net_recv, NULL);
            status = converse(&ssl, line);
        }
    }

    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    mbedtls_x509_crt_free(&trusted);
    mbedtls_ctr_drbg_free(&random);
    mbedtls_entropy_free(&entropy);
    mbedtls_net_free(&server);
    return status;
}
