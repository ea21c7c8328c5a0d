/* A TLS server: sends every line back in capitals, one client after another, until it is killed.
 *
 *   server PORT CERTIFICATE-FILE KEY-FILE          (port 0: any free one; the first line printed says which)
 *
 * It issues session tickets, so that a client may resume: the two lines with "ticket" in them are all it takes.
 *
 *   cc server.c -o server $(pkg-config --cflags --libs mbedtls-compat)
 */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include <arpa/inet.h>
#include <ctype.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>

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

static int send_all(mbedtls_ssl_context *ssl, const unsigned char *bytes, size_t length)
{
    while (length > 0) {
        int code = mbedtls_ssl_write(ssl, bytes, length);

        if (code > 0) {
            bytes += code;
            length -= (size_t) code;
        } else if (!again(code)) {
            return code;
        }
    }
    return 0;
}

static void serve(mbedtls_ssl_context *ssl)
{
    unsigned char buffer[1024];
    int code;

    do {
        code = mbedtls_ssl_handshake(ssl);
    } while (again(code));
    if (code != 0) {
        failed("handshake", code);
        return;
    }
    printf("connected: %s, %s\n", mbedtls_ssl_get_version(ssl), mbedtls_ssl_get_ciphersuite(ssl));
    fflush(stdout);

    for (;;) {
        do {
            code = mbedtls_ssl_read(ssl, buffer, sizeof buffer);
        } while (again(code));
        if (code <= 0) {
            break;
        }
        for (int i = 0; i < code; i++) {
            buffer[i] = (unsigned char) toupper(buffer[i]);
        }
        code = send_all(ssl, buffer, (size_t) code);
        if (code != 0) {
            break;
        }
    }
    if (code != 0 && code != MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY && code != MBEDTLS_ERR_SSL_CONN_EOF) {
        failed("connection", code);
    }
    mbedtls_ssl_close_notify(ssl);
}

static void print_port(const mbedtls_net_context *listener)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;

    if (getsockname(listener->fd, (struct sockaddr *) &address, &length) == 0) {
        printf("listening on port %u\n", (unsigned) ntohs(address.sin_port));
        fflush(stdout);
    }
}

static int accept_clients(mbedtls_net_context *listener, const mbedtls_ssl_config *conf)
{
    for (;;) {
        mbedtls_net_context client;
        mbedtls_ssl_context ssl;
        int code;

        mbedtls_net_init(&client);
        mbedtls_ssl_init(&ssl);
        if ((code = mbedtls_net_accept(listener, &client, NULL, 0, NULL)) != 0) {
            return failed("accept", code);
        }
        if ((code = mbedtls_ssl_setup(&ssl, conf)) != 0) {
            return failed("setup", code);
        }
        mbedtls_ssl_set_bio(&ssl, &client, mbedtls_net_send, mbedtls_net_recv, NULL);
        serve(&ssl);
        mbedtls_ssl_free(&ssl);
        mbedtls_net_free(&client);
    }
}

int main(int argc, char **argv)
{
    mbedtls_net_context listener;
    mbedtls_ssl_config conf;
    mbedtls_x509_crt certificate;
    mbedtls_pk_context key;
    mbedtls_ssl_ticket_context tickets;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    int code, status = 1;

    if (argc != 4) {
        fprintf(stderr, "usage: server PORT CERTIFICATE-FILE KEY-FILE\n");
        return 2;
    }
    mbedtls_net_init(&listener);
    mbedtls_ssl_config_init(&conf);
    mbedtls_x509_crt_init(&certificate);
    mbedtls_pk_init(&key);
    mbedtls_ssl_ticket_init(&tickets);
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&random);

    if (psa_crypto_init() != PSA_SUCCESS) {
        fprintf(stderr, "psa_crypto_init failed\n");
    } else if ((code = mbedtls_ctr_drbg_seed(&random, mbedtls_entropy_func, &entropy, NULL, 0)) != 0) {
        failed("random numbers", code);
    } else if ((code = mbedtls_x509_crt_parse_file(&certificate, argv[2])) != 0) {
        failed(argv[2], code);
    } else if ((code = mbedtls_pk_parse_keyfile(&key, argv[3], NULL, mbedtls_ctr_drbg_random, &random)) != 0) {
        failed(argv[3], code);
    } else if ((code = mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_SERVER, MBEDTLS_SSL_TRANSPORT_STREAM,
                                                   MBEDTLS_SSL_PRESET_DEFAULT)) != 0) {
        failed("configuration", code);
    } else if ((code = mbedtls_ssl_conf_own_cert(&conf, &certificate, &key)) != 0) {
        failed("certificate and key", code);
    } else if ((code = mbedtls_ssl_ticket_setup(&tickets, mbedtls_ctr_drbg_random, &random, MBEDTLS_CIPHER_AES_256_GCM,
                                                86400)) != 0) { /* seconds that a ticket is good for */
        failed("tickets", code);
    } else if ((code = mbedtls_net_bind(&listener, "127.0.0.1", argv[1], MBEDTLS_NET_PROTO_TCP)) != 0) {
        failed("bind", code);
    } else {
        mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &random);
        mbedtls_ssl_conf_session_tickets_cb(&conf, mbedtls_ssl_ticket_write, mbedtls_ssl_ticket_parse, &tickets);
        print_port(&listener);
        status = accept_clients(&listener, &conf);
    }

    mbedtls_ssl_config_free(&conf);
    mbedtls_x509_crt_free(&certificate);
    mbedtls_pk_free(&key);
    mbedtls_ssl_ticket_free(&tickets);
    mbedtls_ctr_drbg_free(&random);
    mbedtls_entropy_free(&entropy);
    mbedtls_net_free(&listener);
    return status;
}
