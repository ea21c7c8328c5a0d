/* A TLS client that wants to know about session tickets: it opts in, counts the tickets that arrive, and then connects a
 * second time with what it was given, which spares both sides the certificates.
 *
 *   tickets HOST PORT CA-FILE
 *
 * The opt-in is one call, mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(). From then on mbedtls_ssl_read() reports
 * every ticket with MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET, which is no error: mbedtls_ssl_get_session() hands the ticket
 * over, and the next read goes on.
 *
 *   cc tickets.c -o tickets $(pkg-config --cflags --libs mbedtls-compat)
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

struct client {
    const char *host;
    const char *port;
    mbedtls_ssl_config conf;
    mbedtls_ssl_session session; /* the newest that we were given */
    int has_session;
    int certificates; /* how many the server has shown us in this connection */
};

static int failed(const char *what, int code)
{
    char text[128];

    mbedtls_strerror(code, text, sizeof text);
    fprintf(stderr, "%s: -0x%04X %s\n", what, (unsigned) -code, text);
    return 1;
}

static int again(int code)
{
    return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE;
}

/* Only counts; the library has judged the certificate already, and returning 0 leaves its verdict as it is. */
static int on_certificate(void *context, mbedtls_x509_crt *certificate, int depth, uint32_t *flags)
{
    struct client *client = context;

    (void) certificate;
    (void) depth;
    (void) flags;
    client->certificates++;
    return 0;
}

static int keep_session(struct client *client, const mbedtls_ssl_context *ssl)
{
    int code;

    mbedtls_ssl_session_free(&client->session);
    mbedtls_ssl_session_init(&client->session);
    code = mbedtls_ssl_get_session(ssl, &client->session);
    if (code != 0) {
        return failed("session", code);
    }
    client->has_session = 1;
    printf("  a new session ticket: kept\n");
    return 0;
}

static int converse(struct client *client, mbedtls_ssl_context *ssl)
{
    static const char hello[] = "hello\n";
    unsigned char buffer[1024];
    int code;

    do {
        code = mbedtls_ssl_handshake(ssl);
    } while (again(code));
    if (code != 0) {
        return failed("handshake", code);
    }
    printf("  connected: %s, %s\n", mbedtls_ssl_get_version(ssl), client->certificates > 0 ? "full handshake" : "resumed");

    do {
        code = mbedtls_ssl_write(ssl, (const unsigned char *) hello, sizeof hello - 1);
    } while (again(code));
    if (code < 0) {
        return failed("write", code);
    }
    for (;;) {
        code = mbedtls_ssl_read(ssl, buffer, sizeof buffer);
        if (code == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            if (keep_session(client, ssl) != 0) {
                return 1;
            }
        } else if (code > 0) {
            printf("  the server says: %.*s", code, (const char *) buffer);
            break;
        } else if (!again(code)) {
            return failed("read", code);
        }
    }
    mbedtls_ssl_close_notify(ssl);
    return 0;
}

static int connect_once(struct client *client)
{
    mbedtls_net_context server;
    mbedtls_ssl_context ssl;
    int code, status = 1;

    mbedtls_net_init(&server);
    mbedtls_ssl_init(&ssl);
    client->certificates = 0;
    if ((code = mbedtls_net_connect(&server, client->host, client->port, MBEDTLS_NET_PROTO_TCP)) != 0) {
        failed("connect", code);
    } else if ((code = mbedtls_ssl_setup(&ssl, &client->conf)) != 0) {
        failed("setup", code);
    } else if ((code = mbedtls_ssl_set_hostname(&ssl, client->host)) != 0) {
        failed("host name", code);
    } else if (client->has_session && (code = mbedtls_ssl_set_session(&ssl, &client->session)) != 0) {
        failed("session", code);
    } else {
        mbedtls_ssl_set_bio(&ssl, &server, mbedtls_net_send, mbedtls_net_recv, NULL);
        status = converse(client, &ssl);
    }
    mbedtls_ssl_free(&ssl);
    mbedtls_net_free(&server);
    return status;
}

int main(int argc, char **argv)
{
    struct client client;
    mbedtls_x509_crt trusted;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    int code, status = 1;

    if (argc != 4) {
        fprintf(stderr, "usage: tickets HOST PORT CA-FILE\n");
        return 2;
    }
    memset(&client, 0, sizeof client);
    client.host = argv[1];
    client.port = argv[2];
    mbedtls_ssl_config_init(&client.conf);
    mbedtls_ssl_session_init(&client.session);
    mbedtls_x509_crt_init(&trusted);
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&random);

    if (psa_crypto_init() != PSA_SUCCESS) {
        fprintf(stderr, "psa_crypto_init failed\n");
    } else if ((code = mbedtls_ctr_drbg_seed(&random, mbedtls_entropy_func, &entropy, NULL, 0)) != 0) {
        failed("random numbers", code);
    } else if ((code = mbedtls_x509_crt_parse_file(&trusted, argv[3])) != 0) {
        failed(argv[3], code);
    } else if ((code = mbedtls_ssl_config_defaults(&client.conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
                                                   MBEDTLS_SSL_PRESET_DEFAULT)) != 0) {
        failed("configuration", code);
    } else {
        mbedtls_ssl_conf_rng(&client.conf, mbedtls_ctr_drbg_random, &random);
        mbedtls_ssl_conf_ca_chain(&client.conf, &trusted, NULL);
        mbedtls_ssl_conf_verify(&client.conf, on_certificate, &client);
        mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&client.conf,
                                                                 MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
        printf("first connection\n");
        status = connect_once(&client);
        if (status == 0) {
            printf("second connection\n");
            status = connect_once(&client);
        }
    }

    mbedtls_ssl_session_free(&client.session);
    mbedtls_ssl_config_free(&client.conf);
    mbedtls_x509_crt_free(&trusted);
    mbedtls_ctr_drbg_free(&random);
    mbedtls_entropy_free(&entropy);
    return status;
}
