/* NewSessionTicket with signalling off, which is the default: no call of the client ever mentions a ticket. */
#include "support/ticket.h"

#include <stdio.h>

static void read_drops_tickets(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("one", message);

    puts("- read: a ticket alone, then one with data behind it, then with data in front");
    serve(pair, sealer, HANDSHAKE, message, length);
    print_reads("read", pair);

    serve(pair, sealer, HANDSHAKE, message, length);
    serve_text(pair, sealer, "behind");
    print_reads("read", pair);

    serve_text(pair, sealer, "in front");
    serve(pair, sealer, HANDSHAKE, message, length);
    print_reads("read", pair);

    for (int i = 0; i < 100; i++) {
        serve(pair, sealer, HANDSHAKE, message, length);
    }
    serve_text(pair, sealer, "behind a hundred");
    puts("- one call reads past any number of tickets");
    print_read("read", &pair->client);
}

static void a_small_buffer_is_enough(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY], byte;
    size_t length = good_ticket("one", message);

    puts("- reads of one byte, and of none");
    serve(pair, sealer, HANDSHAKE, message, length);
    serve_text(pair, sealer, "ab");
    print_code("read 1", mbedtls_ssl_read(&pair->client.ssl, &byte, 1));
    printf("byte %c, %u left\n", byte, (unsigned) mbedtls_ssl_get_bytes_avail(&pair->client.ssl));
    print_code("read 1", mbedtls_ssl_read(&pair->client.ssl, &byte, 1));
    printf("byte %c, %u left\n", byte, (unsigned) mbedtls_ssl_get_bytes_avail(&pair->client.ssl));
    serve(pair, sealer, HANDSHAKE, message, length);
    print_code("read 0", mbedtls_ssl_read(&pair->client.ssl, NULL, 0));
}

static void write_never_sees_one(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("one", message);

    puts("- write: with a ticket waiting, and with half of one read");
    serve(pair, sealer, HANDSHAKE, message, length);
    printf("goes through: %d\n", write_goes_through(pair, "ping"));
    pipe_show(&pair->to_client, 20);
    print_read("read", &pair->client);
    printf("goes through: %d\n", write_goes_through(pair, "pong"));
    pipe_show_all(&pair->to_client);
    printf("goes through: %d\n", write_goes_through(pair, "ping again"));
    print_reads("read", pair);
    printf("goes through: %d\n", write_goes_through(pair, "the end"));
}

static void handshake_stays_over(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("one", message);

    puts("- handshake calls after the end");
    serve(pair, sealer, HANDSHAKE, message, length);
    print_code("handshake", mbedtls_ssl_handshake(&pair->client.ssl));
    print_code("step", mbedtls_ssl_handshake_step(&pair->client.ssl));
    printf("over: %d\n", mbedtls_ssl_is_handshake_over(&pair->client.ssl) != 0);
    print_reads("read", pair);
    print_code("handshake", mbedtls_ssl_handshake(&pair->client.ssl));
    print_code("step", mbedtls_ssl_handshake_step(&pair->client.ssl));
    printf("over: %d\n", mbedtls_ssl_is_handshake_over(&pair->client.ssl) != 0);
}

static void session_is_exported_once(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("one", message);
    mbedtls_ssl_session session;

    puts("- get_session: once, without a ticket in it");
    serve(pair, sealer, HANDSHAKE, message, length);
    print_reads("read", pair);
    mbedtls_ssl_session_init(&session);
    print_code("get_session", mbedtls_ssl_get_session(&pair->client.ssl, &session));
    printf("lifetime hint %u\n", (unsigned) session.MBEDTLS_PRIVATE(ticket_lifetime));
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_init(&session);
    print_code("get_session", mbedtls_ssl_get_session(&pair->client.ssl, &session));
    mbedtls_ssl_session_free(&session);
}

int main(void)
{
    struct sealer sealer;
    struct pair *pair = pair_new(); /* the configuration is left at its defaults */

    reconnect(pair, &sealer);
    read_drops_tickets(pair, &sealer);
    a_small_buffer_is_enough(pair, &sealer);
    write_never_sees_one(pair, &sealer);
    handshake_stays_over(pair, &sealer);
    session_is_exported_once(pair, &sealer);
    print_client_records("the client has sent", pair);
    pair_free(pair);
    return 0;
}
