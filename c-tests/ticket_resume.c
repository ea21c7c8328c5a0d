/* Tickets end to end: the server issues them, the client exports its sessions and each of them resumes once. */
#include "support/pair.h"

#include <stdio.h>
#include <stdlib.h>

static void read_tickets(struct pair *pair, mbedtls_ssl_session *sessions, int count)
{
    for (int calls = 0, have = 0; have < count && calls < 20; calls++) {
        char text[16];

        if (read_text(&pair->client, text, sizeof text) == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            mbedtls_ssl_session_init(&sessions[have]);
            print_code("get_session", mbedtls_ssl_get_session(&pair->client.ssl, &sessions[have]));
            have++;
        }
    }
}

static int certificates_judged;

static int on_certificate(void *context, mbedtls_x509_crt *certificate, int depth, uint32_t *flags)
{
    (void) context;
    (void) certificate;
    (void) depth;
    (void) flags;
    certificates_judged++;
    return 0;
}

/* The server's certificate is neither sent nor judged when a session is resumed. */
static void show_connection(struct pair *pair)
{
    char text[64];
    int client, server;

    certificates_judged = 0;
    pair_try_handshake(pair, 20, &client, &server);
    print_code("client", client);
    print_code("server", server);
    puts(certificates_judged > 0 ? "a full handshake" : "resumed");
    printf("goes through: %d\n", mbedtls_ssl_write(&pair->client.ssl, (const unsigned char *) "hello", 5) == 5 &&
                                     read_text(&pair->server, text, sizeof text) == 5);
    printf("verify result 0x%x\n", (unsigned) mbedtls_ssl_get_verify_result(&pair->client.ssl));
}

static void resume(const char *what, struct pair *pair, const mbedtls_ssl_session *session)
{
    printf("- %s\n", what);
    pair_connect(pair);
    print_code("set_session", mbedtls_ssl_set_session(&pair->client.ssl, session));
    show_connection(pair);
}

static void through_bytes(struct pair *pair, const mbedtls_ssl_session *session)
{
    unsigned char *bytes, small[4];
    size_t length = 0, again = 0;
    mbedtls_ssl_session loaded;

    puts("- a session saved and loaded");
    print_code("save into 4 bytes", mbedtls_ssl_session_save(session, small, sizeof small, &length));
    bytes = malloc(length);
    if (bytes == NULL) {
        die("out of memory");
    }
    print_code("save", mbedtls_ssl_session_save(session, bytes, length, &again));
    printf("the length is as announced: %d\n", length == again);
    mbedtls_ssl_session_init(&loaded);
    print_code("load", mbedtls_ssl_session_load(&loaded, bytes, length));
    resume("resumption with what was loaded", pair, &loaded);
    mbedtls_ssl_session_free(&loaded);

    puts("- bytes that were cut or changed do not load");
    mbedtls_ssl_session_init(&loaded);
    print_code("cut", mbedtls_ssl_session_load(&loaded, bytes, length - 1));
    bytes[0] ^= 1;
    print_code("changed", mbedtls_ssl_session_load(&loaded, bytes, length));
    mbedtls_ssl_session_free(&loaded);
    free(bytes);
}

int main(void)
{
    struct pair *pair = pair_new();
    mbedtls_ssl_session sessions[3];

    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, 1);
    mbedtls_ssl_conf_verify(&pair->client.conf, on_certificate, NULL);
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 3);

    puts("- the first connection brings three tickets");
    pair_connect(pair);
    show_connection(pair);
    read_tickets(pair, sessions, 3);

    resume("resumption with the first", pair, &sessions[0]);
    resume("resumption with the second", pair, &sessions[1]);
    through_bytes(pair, &sessions[2]);

    puts("- a resumption brings one ticket at most");
    for (int calls = 0, count = 0; calls < 20; calls++) {
        char text[16];

        count += read_text(&pair->client, text, sizeof text) == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET;
        if (calls == 19) {
            printf("tickets: %d\n", count);
        }
    }

    mbedtls_ssl_conf_tls13_key_exchange_modes(&pair->client.conf, MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK);
    resume("resumption without a key exchange (psk_ke), which the client insists on", pair, &sessions[0]);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&pair->client.conf, MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL);
    resume("resumption with a key exchange (psk_dhe_ke), which the client insists on", pair, &sessions[0]);

    puts("- a server that forgot its ticket keys falls back to a full handshake");
    mbedtls_ssl_conf_tls13_key_exchange_modes(&pair->client.conf, MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL);
    mbedtls_ssl_ticket_free(&pair->server.tickets);
    mbedtls_ssl_ticket_init(&pair->server.tickets);
    if (mbedtls_ssl_ticket_setup(&pair->server.tickets, mbedtls_ctr_drbg_random, &pair->random, MBEDTLS_CIPHER_AES_256_GCM,
                                 86400) != 0) {
        die("mbedtls_ssl_ticket_setup");
    }
    resume("resumption refused", pair, &sessions[0]);

    for (int i = 0; i < 3; i++) {
        mbedtls_ssl_session_free(&sessions[i]);
    }
    pair_free(pair);
    return 0;
}
