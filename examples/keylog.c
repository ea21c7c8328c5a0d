/* A TLS client that logs its keys in the format of SSLKEYLOGFILE, so that Wireshark can read what it sent and received.
 *
 *   keylog HOST PORT CA-FILE LOG-FILE
 *
 * Whoever has the log can read the connection: this is for debugging, with data that nobody minds being read.
 *
 *   cc keylog.c -o keylog $(pkg-config --cflags --libs mbedtls-compat)
 *   wireshark -o tls.keylog_file:LOG-FILE capture.pcap
 */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include <stdio.h>

static int failed(const char *what, int code)
{
    char text[128];

    mbedtls_strerror(code, text, sizeof text);
    fprintf(stderr, "%s: -0x%04X %s\n", what, (unsigned) -code, text);
    return 1;
}

static const char *label(mbedtls_ssl_key_export_type type)
{
    switch (type) {
        case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET:
            return "CLIENT_EARLY_TRAFFIC_SECRET";
        case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET:
            return "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
        case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET:
            return "SERVER_HANDSHAKE_TRAFFIC_SECRET";
        case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET:
            return "CLIENT_TRAFFIC_SECRET_0";
        case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET:
            return "SERVER_TRAFFIC_SECRET_0";
        default:
            return NULL;
    }
}

static void put_hex(FILE *log, const unsigned char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        fprintf(log, "%02x", bytes[i]);
    }
}

/* One line a secret: its label, the client's random, the secret. */
static void on_secret(void *context, mbedtls_ssl_key_export_type type, const unsigned char *secret, size_t length,
                      const unsigned char client_random[32], const unsigned char server_random[32], mbedtls_tls_prf_types prf)
{
    FILE *log = context;

    (void) server_random;
    (void) prf;
    if (label(type) == NULL) {
        return;
    }
    fprintf(log, "%s ", label(type));
    put_hex(log, client_random, 32);
    fputc(' ', log);
    put_hex(log, secret, length);
    fputc('\n', log);
    fflush(log);
}

static int converse(mbedtls_ssl_context *ssl)
{
    unsigned char buffer[1024];
    int code;

    while ((code = mbedtls_ssl_handshake(ssl)) == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE) {
    }
    if (code != 0) {
        return failed("handshake", code);
    }
    if ((code = mbedtls_ssl_write(ssl, (const unsigned char *) "hello\n", 6)) < 0) {
        return failed("write", code);
    }
    if ((code = mbedtls_ssl_read(ssl, buffer, sizeof buffer)) > 0) {
        fwrite(buffer, 1, (size_t) code, stdout);
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
    FILE *log;
    int code, status = 1;

    if (argc != 5) {
        fprintf(stderr, "usage: keylog HOST PORT CA-FILE LOG-FILE\n");
        return 2;
    }
    if ((log = fopen(argv[4], "a")) == NULL) {
        perror(argv[4]);
        return 1;
    }
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
        } else if ((code = mbedtls_ssl_set_hostname(&ssl, argv[1])) != 0) {
            failed("host name", code);
        } else {
            mbedtls_ssl_set_export_keys_cb(&ssl, on_secret, log); /* before the handshake, which makes the secrets */
            mbedtls_ssl_set_bio(&ssl, &server, mbedtls_net_send, mbedtls_net_recv, NULL);
            status = converse(&ssl);
        }
    }

    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    mbedtls_x509_crt_free(&trusted);
    mbedtls_ctr_drbg_free(&random);
    mbedtls_entropy_free(&entropy);
    mbedtls_net_free(&server);
    fclose(log);
    return status;
}
