/* Tickets of odd shapes. With signalling off nothing in them matters; with it on, odd but legal ones are reported
 * and malformed ones end the connection with decode_error. */
#include "support/ticket.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char unknown_extensions[] = { 0xfa, 0xfa, 0, 0, 0x12, 0x34, 0, 3, 1, 2, 3 };
static const unsigned char early_data[] = { 0, 42, 0, 4, 0, 0, 0x40, 0 };
static const unsigned char short_early_data[] = { 0, 42, 0, 2, 0x40, 0 };
static const unsigned char torn_extension[] = { 0xfa, 0xfa, 0, 9, 1 };

static void show_session(struct pair *pair)
{
    mbedtls_ssl_session session;

    mbedtls_ssl_session_init(&session);
    if (print_code("get_session", mbedtls_ssl_get_session(&pair->client.ssl, &session)) == 0) {
        printf("ticket of %u bytes, lifetime %u\n", (unsigned) session.MBEDTLS_PRIVATE(ticket_len),
               (unsigned) session.MBEDTLS_PRIVATE(ticket_lifetime));
    }
    mbedtls_ssl_session_free(&session);
}

/* Sends the message and data behind it on a new connection, and shows all that the client does about it. */
static void deliver(const char *what, struct pair *pair, const unsigned char *message, size_t length)
{
    struct sealer sealer;

    printf("- %s\n", what);
    reconnect(pair, &sealer);
    serve(pair, &sealer, HANDSHAKE, message, length);
    serve_text(pair, &sealer, "data");
    if (print_reads("read", pair) == MBEDTLS_ERR_SSL_WANT_READ) {
        show_session(pair);
    }
    print_client_records("the client has sent", pair);
}

static void deliver_ticket(const char *what, struct pair *pair, const struct ticket *ticket)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = ticket_message(ticket, message);

    deliver(what, pair, message, length);
}

static void legal_ones(struct pair *pair)
{
    static char long_ticket[1001], long_nonce[256];
    struct ticket ticket = { .lifetime = 3600, .nonce = "n", .ticket = "T" };

    memset(long_ticket, 'T', sizeof long_ticket - 1);
    memset(long_nonce, 'n', sizeof long_nonce - 1);

    ticket.lifetime = 0;
    deliver_ticket("lifetime 0: not to be used", pair, &ticket);
    ticket.lifetime = 604800;
    deliver_ticket("lifetime of seven days, the most there is", pair, &ticket);
    ticket.lifetime = 604801;
    deliver_ticket("lifetime over seven days", pair, &ticket);
    ticket.lifetime = UINT32_MAX;
    deliver_ticket("the longest lifetime that fits", pair, &ticket);
    ticket.lifetime = 3600;

    ticket.nonce = "";
    deliver_ticket("no nonce", pair, &ticket);
    ticket.nonce = long_nonce;
    deliver_ticket("a nonce of 255 bytes", pair, &ticket);
    ticket.nonce = "n";
    ticket.ticket = long_ticket;
    deliver_ticket("a ticket of 1000 bytes", pair, &ticket);
    ticket.ticket = "T";

    ticket.extensions = unknown_extensions;
    ticket.extensions_length = sizeof unknown_extensions;
    deliver_ticket("unknown extensions", pair, &ticket);
    ticket.extensions = early_data;
    ticket.extensions_length = sizeof early_data;
    deliver_ticket("early_data", pair, &ticket);
}

/* RFC 8446 leaves no length for a ticket beyond 2^16-1, and a handshake message may span records. */
static void a_huge_one(struct pair *pair)
{
    enum { LABEL = 65535, BODY = 4 + 4 + 2 + 2 + LABEL + 2, ROOM = BODY + 4 };
    unsigned char *message = calloc(1, ROOM);
    struct sealer sealer;

    if (message == NULL) {
        die("out of memory");
    }
    message[0] = MBEDTLS_SSL_HS_NEW_SESSION_TICKET;
    message[1] = (unsigned char) (BODY >> 16);
    message[2] = (unsigned char) (BODY >> 8);
    message[3] = (unsigned char) BODY;
    message[7] = 100; /* lifetime */
    message[12] = 1;  /* a nonce of one byte */
    message[14] = message[15] = 0xff;

    puts("- a ticket of 65535 bytes, over five records");
    reconnect(pair, &sealer);
    for (size_t at = 0, step; at < ROOM; at += step) {
        step = ROOM - at < 16384 ? ROOM - at : 16384;
        serve(pair, &sealer, HANDSHAKE, message + at, step);
    }
    serve_text(pair, &sealer, "data");
    if (print_reads("read", pair) == MBEDTLS_ERR_SSL_WANT_READ) {
        show_session(pair);
    }
    print_client_records("the client has sent", pair);
    free(message);
}

static void malformed_ones(struct pair *pair)
{
    struct ticket ticket = { .lifetime = 3600, .nonce = "n", .ticket = "" };
    unsigned char message[TICKET_CAPACITY];
    size_t length;

    deliver_ticket("malformed: the ticket is empty", pair, &ticket);
    ticket.ticket = "T";
    ticket.extensions = torn_extension;
    ticket.extensions_length = sizeof torn_extension;
    deliver_ticket("malformed: an extension longer than the list", pair, &ticket);
    ticket.extensions = short_early_data;
    ticket.extensions_length = sizeof short_early_data;
    deliver_ticket("malformed: early_data of two bytes", pair, &ticket);

    length = good_ticket("T", message);
    message[length++] = 0;
    message[3]++;
    deliver("malformed: a byte behind the extensions", pair, message, length);
    length = good_ticket("T", message) - 1;
    message[3]--;
    deliver("malformed: cut short by one byte", pair, message, length);
    memset(message, 0, 4);
    message[0] = MBEDTLS_SSL_HS_NEW_SESSION_TICKET;
    deliver("malformed: nothing at all", pair, message, 4);
    length = good_ticket("T", message);
    message[12] = 255;
    deliver("malformed: a nonce longer than the message", pair, message, length);
}

/* Whatever is cut out of a ticket's end: with signalling off the client goes on, with it on it always ends the same way. */
static void every_truncation(struct pair *pair, int signalling)
{
    unsigned char message[TICKET_CAPACITY];
    size_t length = good_ticket("truncated", message);
    int wrong = 0;

    for (size_t kept = 0; kept + 4 < length; kept++) {
        struct sealer sealer;
        char text[16];
        int code;

        reconnect(pair, &sealer);
        message[3] = (unsigned char) kept;
        serve(pair, &sealer, HANDSHAKE, message, kept + 4);
        serve_text(pair, &sealer, "data");
        code = read_text(&pair->client, text, sizeof text);
        wrong += code != (signalling ? MBEDTLS_ERR_SSL_DECODE_ERROR : 4);
    }
    printf("- truncations gone wrong: %d\n", wrong);
}

int main(void)
{
    for (int signalling = 0; signalling <= 1; signalling++) {
        struct sealer sealer;
        struct pair *pair = connected(signalling, &sealer);

        printf("signalling %s\n", signalling ? "on" : "off");
        legal_ones(pair);
        a_huge_one(pair);
        malformed_ones(pair);
        every_truncation(pair, signalling);
        pair_free(pair);
    }
    return 0;
}
