#include "ticket.h"

#include <stdio.h>
#include <string.h>

static unsigned char *put(unsigned char *at, uint32_t value, int bytes)
{
    while (bytes-- > 0) {
        *at++ = (unsigned char) (value >> (8 * bytes));
    }
    return at;
}

static unsigned char *put_bytes(unsigned char *at, const void *bytes, size_t length)
{
    if (length > 0) {
        memcpy(at, bytes, length);
    }
    return at + length;
}

size_t ticket_message(const struct ticket *ticket, unsigned char out[TICKET_CAPACITY])
{
    size_t nonce = strlen(ticket->nonce), label = strlen(ticket->ticket);
    size_t body = 4 + 4 + 1 + nonce + 2 + label + 2 + ticket->extensions_length;
    unsigned char *at = out;

    if (body + 4 > TICKET_CAPACITY) {
        die("a ticket that is too large");
    }
    at = put(at, MBEDTLS_SSL_HS_NEW_SESSION_TICKET, 1);
    at = put(at, (uint32_t) body, 3);
    at = put(at, ticket->lifetime, 4);
    at = put(at, 0x01020304, 4); /* ticket_age_add */
    at = put(at, (uint32_t) nonce, 1);
    at = put_bytes(at, ticket->nonce, nonce);
    at = put(at, (uint32_t) label, 2);
    at = put_bytes(at, ticket->ticket, label);
    at = put(at, (uint32_t) ticket->extensions_length, 2);
    at = put_bytes(at, ticket->extensions, ticket->extensions_length);
    return (size_t) (at - out);
}

size_t good_ticket(const char *name, unsigned char out[TICKET_CAPACITY])
{
    const struct ticket ticket = { .lifetime = 3600, .nonce = "n", .ticket = name };

    return ticket_message(&ticket, out);
}

struct pair *connected(int signalling, struct sealer *sealer)
{
    struct pair *pair = pair_new();

    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, signalling);
    reconnect(pair, sealer);
    return pair;
}

void reconnect(struct pair *pair, struct sealer *sealer)
{
    pair_connect(pair);
    pair_handshake(pair);
    sealer_init(sealer, pair->server.server_secret, pair->server.secret_length);
}

void serve(struct pair *pair, struct sealer *sealer, enum content_type type, const void *content, size_t length)
{
    static unsigned char record[1 << 15];

    pipe_put(&pair->to_client, record, seal(sealer, type, content, length, 0, record));
}

void serve_text(struct pair *pair, struct sealer *sealer, const char *text)
{
    serve(pair, sealer, APPLICATION_DATA, text, strlen(text));
}

int print_reads(const char *label, struct pair *pair)
{
    for (int calls = 0; calls < 20; calls++) {
        int code = print_read(label, &pair->client);

        if ((code == MBEDTLS_ERR_SSL_WANT_READ && pipe_unread(&pair->to_client) == 0 &&
             !mbedtls_ssl_check_pending(&pair->client.ssl)) ||
            (code < 0 && code != MBEDTLS_ERR_SSL_WANT_READ && code != MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET)) {
            return code;
        }
    }
    printf("%s: and so on\n", label);
    return 0;
}

void print_client_records(const char *label, struct pair *pair)
{
    static unsigned char content[1 << 15];
    struct pipe *pipe = &pair->to_server;
    struct sealer opener;
    int records = 0;

    sealer_init(&opener, pair->client.client_secret, pair->client.secret_length);
    while (pipe_unread(pipe) >= 5) {
        const unsigned char *record = pipe->data + pipe->position;
        size_t length = 5 + ((size_t) record[3] << 8 | record[4]);
        enum content_type type = ALERT;
        int opened = unseal(&opener, record, length, &type, content);

        if (opened == 2 && type == ALERT) {
            printf("%s: alert %d\n", label, content[1]);
        } else {
            printf("%s: a record that is no alert (%d)\n", label, opened);
        }
        pipe->position += length;
        records++;
    }
    if (records == 0) {
        printf("%s: nothing\n", label);
    }
}

int write_goes_through(struct pair *pair, const char *text)
{
    char received[256];
    int written = mbedtls_ssl_write(&pair->client.ssl, (const unsigned char *) text, strlen(text));
    int read;

    if (written != (int) strlen(text)) {
        print_code("the write returned", written);
        return 0;
    }
    read = read_text(&pair->server, received, sizeof received);
    if (read != written || strcmp(received, text) != 0) {
        print_code("the server read", read);
        return 0;
    }
    return 1;
}
