/* Tickets in every packing that RFC 8446 section 5.1 allows, and two that it does not. */
#include "support/ticket.h"

#include <stdio.h>
#include <string.h>

#define KEY_UPDATE_LENGTH 5

static const unsigned char key_update[KEY_UPDATE_LENGTH] = { 24, 0, 0, 1, 0 }; /* update_not_requested */

/* Two small tickets, one behind the other. */
static size_t two_tickets(unsigned char out[2 * TICKET_CAPACITY])
{
    size_t length = good_ticket("first", out);

    return length + good_ticket("second", out + length);
}

static void two_in_one_record(struct pair *pair, struct sealer *sealer)
{
    unsigned char messages[2 * TICKET_CAPACITY];
    size_t length = two_tickets(messages);

    puts("- two tickets in one record, data behind");
    serve(pair, sealer, HANDSHAKE, messages, length);
    serve_text(pair, sealer, "data");
    print_reads("read", pair);

    puts("- two in one record, a write before anything is read and after each call");
    serve(pair, sealer, HANDSHAKE, messages, length);
    printf("goes through: %d\n", write_goes_through(pair, "a"));
    for (int i = 0; i < 3; i++) {
        print_read("read", &pair->client);
        printf("goes through: %d\n", write_goes_through(pair, "b"));
    }
}

static void one_and_a_half(struct pair *pair, struct sealer *sealer)
{
    unsigned char messages[2 * TICKET_CAPACITY];
    size_t length = two_tickets(messages), cut = length - 7;

    puts("- a ticket and the beginning of the next in one record, a write, then the rest");
    serve(pair, sealer, HANDSHAKE, messages, cut);
    print_reads("read", pair);
    printf("goes through: %d\n", write_goes_through(pair, "c"));
    serve(pair, sealer, HANDSHAKE, messages + cut, length - cut);
    serve_text(pair, sealer, "data");
    print_reads("read", pair);
}

static void byte_by_byte(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("crumbs", message);

    puts("- a ticket in records of one byte each");
    for (size_t i = 0; i < length; i++) {
        serve(pair, sealer, HANDSHAKE, message + i, 1);
    }
    serve_text(pair, sealer, "data");
    print_reads("read", pair);
}

static void padded(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY], record[8192];
    size_t length = good_ticket("padded", message);

    puts("- a ticket in a padded record, and an empty record of data in front of another");
    pipe_put(&pair->to_client, record, seal(sealer, HANDSHAKE, message, length, 5000, record));
    serve_text(pair, sealer, "data");
    print_reads("read", pair);
    serve(pair, sealer, APPLICATION_DATA, "", 0);
    serve(pair, sealer, HANDSHAKE, message, length);
    serve_text(pair, sealer, "data");
    print_reads("read", pair);
}

static void with_key_update(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY + KEY_UPDATE_LENGTH];
    size_t length = good_ticket("old keys", message);

    puts("- a ticket and a KeyUpdate in one record, then data under the new keys");
    memcpy(message + length, key_update, sizeof key_update);
    serve(pair, sealer, HANDSHAKE, message, length + sizeof key_update);
    sealer_update(sealer);
    serve_text(pair, sealer, "data");
    print_reads("read", pair);
}

/* The server's half of the handshake ends with its Finished; a ticket right behind it is read with it. */
static void in_the_flight_of_finished(struct pair *pair, struct sealer *sealer, int data_in_front)
{
    unsigned char message[TICKET_CAPACITY];
    int client, server;

    printf("- in one flight: Finished, %sa ticket, data\n", data_in_front ? "data, " : "");
    pair_connect(pair);
    client = mbedtls_ssl_handshake(&pair->client.ssl);
    server = mbedtls_ssl_handshake(&pair->server.ssl);
    if (client != MBEDTLS_ERR_SSL_WANT_READ || server != MBEDTLS_ERR_SSL_WANT_READ || pair->server.secret_length == 0) {
        die("the flight of the server is not there");
    }
    sealer_init(sealer, pair->server.server_secret, pair->server.secret_length);
    if (data_in_front) {
        serve_text(pair, sealer, "early bird");
    }
    serve(pair, sealer, HANDSHAKE, message, good_ticket("early", message));
    serve_text(pair, sealer, "data");
    pair_try_handshake(pair, 10, &client, &server);
    print_code("client", client);
    print_code("server", server);
    printf("goes through: %d\n", write_goes_through(pair, "d"));
    print_reads("read", pair);
}

static void data_inside_a_ticket(struct pair *pair, struct sealer *sealer)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("torn", message);

    puts("- forbidden: data between the two records of a ticket");
    reconnect(pair, sealer);
    serve(pair, sealer, HANDSHAKE, message, length - 3);
    serve_text(pair, sealer, "data");
    serve(pair, sealer, HANDSHAKE, message + length - 3, 3);
    print_reads("read", pair);
    print_write("write", &pair->client, "e");
    print_client_records("the client has sent", pair);
}

static void empty_handshake_record(struct pair *pair, struct sealer *sealer)
{
    puts("- forbidden: a handshake record of no bytes");
    reconnect(pair, sealer);
    serve(pair, sealer, HANDSHAKE, "", 0);
    print_reads("read", pair);
    print_client_records("the client has sent", pair);
}

int main(void)
{
    for (int signalling = 0; signalling <= 1; signalling++) {
        struct sealer sealer;
        struct pair *pair = connected(signalling, &sealer);

        printf("signalling %s\n", signalling ? "on" : "off");
        two_in_one_record(pair, &sealer);
        reconnect(pair, &sealer);
        one_and_a_half(pair, &sealer);
        reconnect(pair, &sealer);
        byte_by_byte(pair, &sealer);
        reconnect(pair, &sealer);
        padded(pair, &sealer);
        reconnect(pair, &sealer);
        with_key_update(pair, &sealer);
        in_the_flight_of_finished(pair, &sealer, 0);
        in_the_flight_of_finished(pair, &sealer, 1);
        data_inside_a_ticket(pair, &sealer);
        empty_handshake_record(pair, &sealer);
        pair_free(pair);
    }
    return 0;
}
