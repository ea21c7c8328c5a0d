/* A ticket that arrives in two halves, cut at every byte boundary of its record, with a write in between. */
#include "support/ticket.h"

#include <stdio.h>

/* Returns how many cuts went wrong. */
static int cut_everywhere(struct pair *pair, struct sealer *sealer, const unsigned char *message, size_t length, int at_end)
{
    size_t record = length + SEALED_OVERHEAD;
    int wrong = 0;

    for (size_t cut = 1; cut < record; cut++) {
        int first, second, after;
        char text[64];

        serve(pair, sealer, HANDSHAKE, message, length);
        serve_text(pair, sealer, "data");
        pipe_show(&pair->to_client, cut);
        first = read_text(&pair->client, text, sizeof text);
        if (!write_goes_through(pair, "between the halves")) {
            wrong++;
        }
        pipe_show_all(&pair->to_client);
        second = read_text(&pair->client, text, sizeof text);
        after = second;
        if (at_end != 0) { /* the report comes first, the data with the next call */
            wrong += second != at_end;
            after = read_text(&pair->client, text, sizeof text);
        }
        if (first != MBEDTLS_ERR_SSL_WANT_READ || after != 4) {
            printf("cut at %u of %u: %s, then ", (unsigned) cut, (unsigned) record, code_name(first));
            printf("%s\n", code_name(after));
            wrong++;
        }
    }
    return wrong;
}

/* The same message over two records, split at every byte of the message, with a write between the records. */
static int split_everywhere(struct pair *pair, struct sealer *sealer, const unsigned char *message, size_t length, int at_end)
{
    int wrong = 0;

    for (size_t split = 1; split < length; split++) {
        int first, second;
        char text[64];

        serve(pair, sealer, HANDSHAKE, message, split);
        first = read_text(&pair->client, text, sizeof text);
        if (!write_goes_through(pair, "between the records")) {
            wrong++;
        }
        serve(pair, sealer, HANDSHAKE, message + split, length - split);
        second = read_text(&pair->client, text, sizeof text);
        if (first != MBEDTLS_ERR_SSL_WANT_READ || second != (at_end != 0 ? at_end : MBEDTLS_ERR_SSL_WANT_READ)) {
            printf("split at %u of %u: %s, then ", (unsigned) split, (unsigned) length, code_name(first));
            printf("%s\n", code_name(second));
            wrong++;
        }
        if (wrong > 0) {
            return wrong; /* the connection may be gone */
        }
    }
    return 0;
}

int main(void)
{
    for (int signalling = 0; signalling <= 1; signalling++) {
        struct sealer sealer;
        struct pair *pair = connected(signalling, &sealer);
        unsigned char message[TICKET_CAPACITY];
        size_t length = good_ticket("cut", message);
        int at_end = signalling ? MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET : 0;

        printf("- signalling %s\n", signalling ? "on" : "off");
        printf("cuts gone wrong: %d\n", cut_everywhere(pair, &sealer, message, length, at_end));
        printf("splits gone wrong: %d\n", split_everywhere(pair, &sealer, message, length, at_end));
        pair_free(pair);
    }
    return 0;
}
