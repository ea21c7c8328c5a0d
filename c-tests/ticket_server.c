/* The server's side: how many tickets it issues, and what it makes of one that a client sends. */
#include "support/ticket.h"

#include <stdio.h>

static int tickets_received(struct pair *pair)
{
    int count = 0;

    for (int calls = 0; calls < 40; calls++) {
        char text[16];

        count += read_text(&pair->client, text, sizeof text) == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET;
    }
    return count;
}

static void count_tickets(const char *what, struct pair *pair)
{
    pair_connect(pair);
    pair_handshake(pair);
    printf("%s: %d tickets\n", what, tickets_received(pair));
}

static int refuse_ticket(void *context, const mbedtls_ssl_session *session, unsigned char *start,
                         const unsigned char *end, size_t *length, uint32_t *lifetime)
{
    (void) context;
    (void) session;
    (void) start;
    (void) end;
    (void) length;
    (void) lifetime;
    return MBEDTLS_ERR_SSL_ALLOC_FAILED;
}

static int parse_nothing(void *context, mbedtls_ssl_session *session, unsigned char *bytes, size_t length)
{
    (void) context;
    (void) session;
    (void) bytes;
    (void) length;
    return MBEDTLS_ERR_SSL_INVALID_MAC;
}

/* A client that sends a NewSessionTicket has lost its mind. */
static void from_a_client(struct pair *pair)
{
    unsigned char message[TICKET_CAPACITY], record[TICKET_CAPACITY + SEALED_OVERHEAD];
    struct sealer sealer;

    puts("- a ticket sent by the client");
    reconnect(pair, &sealer);
    sealer_init(&sealer, pair->client.client_secret, pair->client.secret_length);
    pipe_put(&pair->to_server, record, seal(&sealer, HANDSHAKE, message, good_ticket("no", message), 0, record));
    print_read("server read", &pair->server);
    print_read("client read", &pair->client);
}

int main(void)
{
    struct pair *pair = pair_new();

    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, 1);
    count_tickets("asked for none", pair);
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 1);
    count_tickets("asked for one", pair);
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 7);
    count_tickets("asked for seven", pair);

    mbedtls_ssl_conf_session_tickets(&pair->client.conf, MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
    count_tickets("the client has session tickets disabled", pair);
    mbedtls_ssl_conf_session_tickets(&pair->client.conf, MBEDTLS_SSL_SESSION_TICKETS_ENABLED);

    mbedtls_ssl_conf_session_tickets_cb(&pair->server.conf, refuse_ticket, parse_nothing, NULL);
    puts("- the ticket callback fails");
    {
        int client, server;

        pair_connect(pair);
        pair_try_handshake(pair, 20, &client, &server);
        print_code("client", client);
        print_code("server", server);
    }
    mbedtls_ssl_conf_session_tickets_cb(&pair->server.conf, NULL, NULL, NULL);
    count_tickets("no ticket callback", pair);

    from_a_client(pair);
    pair_free(pair);
    return 0;
}
