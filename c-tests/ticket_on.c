/* NewSessionTicket with signalling on: the very read that meets a ticket reports it, nothing else does, and one
 * get_session is good for one ticket, oldest first. */
#include "support/ticket.h"

#include <stdio.h>
#include <string.h>

static void show_session(struct pair *pair)
{
    mbedtls_ssl_session session;

    mbedtls_ssl_session_init(&session);
    if (print_code("get_session", mbedtls_ssl_get_session(&pair->client.ssl, &session)) == 0) {
        printf("ticket \"%.*s\"\n", (int) session.MBEDTLS_PRIVATE(ticket_len), (const char *) session.MBEDTLS_PRIVATE(ticket));
    }
    mbedtls_ssl_session_free(&session);
}

static void read_reports_each(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("one", message);

    puts("- read: a ticket alone, then one with data behind it, then with data in front");
    serve(pair, sealer, HANDSHAKE, message, length);
    print_read("read", &pair->client);
    print_read("read", &pair->client);
    show_session(pair);

    serve(pair, sealer, HANDSHAKE, message, length);
    serve_text(pair, sealer, "behind");
    print_read("read", &pair->client);
    print_read("read", &pair->client);
    show_session(pair);

    serve_text(pair, sealer, "in front");
    serve(pair, sealer, HANDSHAKE, message, length);
    print_read("read", &pair->client);
    print_read("read", &pair->client);
    show_session(pair);

    puts("- a read of no bytes meets one too");
    serve(pair, sealer, HANDSHAKE, message, length);
    print_code("read 0", mbedtls_ssl_read(&pair->client.ssl, NULL, 0));
    print_code("read 0", mbedtls_ssl_read(&pair->client.ssl, NULL, 0));
    show_session(pair);
}

static void write_never_sees_one(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("one", message);

    puts("- write: with a ticket waiting, with half of one read, and between report and get_session");
    serve(pair, sealer, HANDSHAKE, message, length);
    printf("goes through: %d\n", write_goes_through(pair, "ping"));
    pipe_show(&pair->to_client, 20);
    print_read("read", &pair->client);
    printf("goes through: %d\n", write_goes_through(pair, "pong"));
    pipe_show_all(&pair->to_client);
    printf("goes through: %d\n", write_goes_through(pair, "ping again"));
    print_read("read", &pair->client);
    printf("goes through: %d\n", write_goes_through(pair, "before get_session"));
    show_session(pair);
    printf("goes through: %d\n", write_goes_through(pair, "the end"));
    print_read("read", &pair->client);
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
    print_read("read", &pair->client);
    print_code("handshake", mbedtls_ssl_handshake(&pair->client.ssl));
    print_code("step", mbedtls_ssl_handshake_step(&pair->client.ssl));
    printf("over: %d\n", mbedtls_ssl_is_handshake_over(&pair->client.ssl) != 0);
    show_session(pair);
}

static void sessions_come_oldest_first(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];

    puts("- three tickets read before the first get_session");
    for (int i = 0; i < 3; i++) {
        static const char *const names[] = { "first", "second", "third" };

        serve(pair, sealer, HANDSHAKE, message, good_ticket(names[i], message));
        print_read("read", &pair->client);
    }
    for (int i = 0; i < 4; i++) {
        show_session(pair);
    }

    puts("- one by one");
    serve(pair, sealer, HANDSHAKE, message, good_ticket("fourth", message));
    print_read("read", &pair->client);
    show_session(pair);
    show_session(pair);
    serve(pair, sealer, HANDSHAKE, message, good_ticket("fifth", message));
    print_read("read", &pair->client);
    show_session(pair);
    show_session(pair);
}

static void no_ticket_yet(void)
{
    struct sealer sealer;
    struct pair *pair = connected(1, &sealer);
    unsigned char message[TICKET_CAPACITY];

    puts("- get_session before any ticket, then with one");
    show_session(pair);
    serve(pair, &sealer, HANDSHAKE, message, good_ticket("late", message));
    print_read("read", &pair->client);
    show_session(pair);
    show_session(pair);
    pair_free(pair);
}

int main(void)
{
    struct sealer sealer;
    struct pair *pair = connected(1, &sealer);

    read_reports_each(pair, &sealer);
    write_never_sees_one(pair, &sealer);
    handshake_stays_over(pair, &sealer);
    sessions_come_oldest_first(pair, &sealer);
    print_client_records("the client has sent", pair);
    pair_free(pair);
    no_ticket_yet();
    return 0;
}
