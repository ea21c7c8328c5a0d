/* KeyUpdate from the server (RFC 8446 section 4.6.3), on its own and where it must not be. */
#include "support/ticket.h"

#include <stdio.h>
#include <string.h>

enum request { NOT_REQUESTED = 0, REQUESTED = 1 };

static void serve_key_update(struct pair *pair, struct sealer *sealer, int request)
{
    const unsigned char message[] = { 24, 0, 0, 1, (unsigned char) request };

    serve(pair, sealer, HANDSHAKE, message, sizeof message);
    sealer_update(sealer);
}

/* What the client has sent, opened with its keys as they change; prints one line for each record. */
static void print_records_of(struct pair *pair, struct sealer *opener)
{
    static unsigned char content[1 << 15];
    struct pipe *pipe = &pair->to_server;

    while (pipe_unread(pipe) >= 5) {
        const unsigned char *record = pipe->data + pipe->position;
        size_t length = 5 + ((size_t) record[3] << 8 | record[4]);
        enum content_type type = ALERT;
        int opened = unseal(opener, record, length, &type, content);

        if (opened < 0) {
            puts("client: a record under other keys");
        } else if (type == ALERT && opened == 2) {
            printf("client: alert %d\n", content[1]);
        } else if (type == HANDSHAKE && opened == 5 && content[0] == 24) {
            printf("client: KeyUpdate, request %d\n", content[4]);
            sealer_update(opener);
        } else {
            printf("client: %d bytes \"%.*s\"\n", opened, opened, (const char *) content);
        }
        pipe->position += length;
    }
}

static void begin(const char *what, struct pair *pair, struct sealer *sealer, struct sealer *opener)
{
    printf("- %s\n", what);
    reconnect(pair, sealer);
    sealer_init(opener, pair->client.client_secret, pair->client.secret_length);
}

int main(void)
{
    struct sealer sealer, opener;
    struct pair *pair = connected(0, &sealer);
    static const unsigned char early_end[] = { 24, 0, 0, 1, 0, 24, 0, 0, 1, 0 };
    static const unsigned char no_such_request[] = { 24, 0, 0, 1, 2 }, too_long[] = { 24, 0, 0, 2, 0, 0 };

    begin("no answer is asked for", pair, &sealer, &opener);
    serve_key_update(pair, &sealer, NOT_REQUESTED);
    serve_text(pair, &sealer, "new keys");
    print_reads("read", pair);
    print_write("write", &pair->client, "old keys");
    print_records_of(pair, &opener);

    begin("an answer is asked for", pair, &sealer, &opener);
    serve_key_update(pair, &sealer, REQUESTED);
    serve_text(pair, &sealer, "new keys");
    print_reads("read", pair);
    print_write("write", &pair->client, "new keys here too");
    print_records_of(pair, &opener);

    begin("several requests before the client writes: one answer serves them all, or one each", pair, &sealer, &opener);
    for (int i = 0; i < 5; i++) {
        serve_key_update(pair, &sealer, REQUESTED);
    }
    serve_text(pair, &sealer, "sixth keys");
    print_reads("read", pair);
    print_write("write", &pair->client, "still here");

    begin("more bytes under the old keys behind it", pair, &sealer, &opener);
    serve(pair, &sealer, HANDSHAKE, early_end, sizeof early_end);
    print_reads("read", pair);
    print_records_of(pair, &opener);

    begin("a request that does not exist", pair, &sealer, &opener);
    serve(pair, &sealer, HANDSHAKE, no_such_request, sizeof no_such_request);
    print_reads("read", pair);
    print_records_of(pair, &opener);

    begin("too long", pair, &sealer, &opener);
    serve(pair, &sealer, HANDSHAKE, too_long, sizeof too_long);
    print_reads("read", pair);
    print_records_of(pair, &opener);

    begin("data under the old keys", pair, &sealer, &opener);
    serve(pair, &sealer, HANDSHAKE, early_end, 5);
    serve_text(pair, &sealer, "old keys");
    print_reads("read", pair);
    print_records_of(pair, &opener);

    pair_free(pair);
    return 0;
}
