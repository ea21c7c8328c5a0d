/* One flipped bit, or a cut, anywhere in a handshake: both sides come to an end by themselves, an ended side stays ended with the
 * same code and sends nothing more, and when both say that they are connected, data does go through. */
#include "support/pair.h"

#include <stdio.h>
#include <string.h>

enum flight { CLIENT_HELLO, SERVER_FLIGHT, CLIENT_FINISHED };
enum damage { FLIPPED, CUT };

static int unfinished(int code)
{
    return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE;
}

/* Damages what waits in the pipe. Returns 0 when it is not that long. */
static int apply(struct pipe *pipe, enum damage damage, size_t position, unsigned bit)
{
    if (position >= pipe_unread(pipe)) {
        return 0;
    }
    if (damage == FLIPPED) {
        pipe->data[pipe->position + position] ^= (unsigned char) (1u << bit);
    } else {
        pipe->length = pipe->position + position;
        pipe->closed = 1;
    }
    return 1;
}

static int stays_ended(struct side *side, int code)
{
    size_t sent = side->out->length;
    unsigned char byte = 0;

    if (code == 0 || unfinished(code)) {
        return 1;
    }
    return mbedtls_ssl_handshake(&side->ssl) == code && mbedtls_ssl_write(&side->ssl, &byte, 1) < 0 &&
           mbedtls_ssl_read(&side->ssl, &byte, 1) < 0 && side->out->length == sent;
}

static int data_goes_through(struct pair *pair)
{
    char text[16];

    return mbedtls_ssl_write(&pair->client.ssl, (const unsigned char *) "hello", 5) == 5 &&
           read_text(&pair->server, text, sizeof text) == 5 && strcmp(text, "hello") == 0;
}

/* Returns 0 when the flight is shorter than the position. */
static int damaged_handshake(struct pair *pair, enum flight flight, enum damage damage, size_t position, int *wrong)
{
    int client, server = MBEDTLS_ERR_SSL_WANT_READ, more;

    pair_connect(pair);
    client = mbedtls_ssl_handshake(&pair->client.ssl);
    more = flight != CLIENT_HELLO || apply(&pair->to_server, damage, position, position % 8);
    if (more && flight != CLIENT_HELLO) {
        server = mbedtls_ssl_handshake(&pair->server.ssl);
        more = flight != SERVER_FLIGHT || apply(&pair->to_client, damage, position, position % 8);
    }
    if (more && flight == CLIENT_FINISHED) {
        client = mbedtls_ssl_handshake(&pair->client.ssl);
        more = apply(&pair->to_server, damage, position, position % 8);
    }
    if (!more) {
        return 0;
    }
    for (int round = 0; round < 10; round++) {
        if (unfinished(client)) {
            client = mbedtls_ssl_handshake(&pair->client.ssl);
        }
        if (unfinished(server)) {
            server = mbedtls_ssl_handshake(&pair->server.ssl);
        }
    }
    if ((client == 0 && server == 0 && !data_goes_through(pair)) || !stays_ended(&pair->client, client) ||
        !stays_ended(&pair->server, server)) {
        printf("position %u: client %s, ", (unsigned) position, code_name(client));
        printf("server %s\n", code_name(server));
        (*wrong)++;
    }
    return 1;
}

int main(void)
{
    static const char *const flights[] = { "ClientHello", "the flight of the server", "Finished of the client" };
    static const size_t steps[] = { 3, 11, 1 };
    struct pair *pair = pair_new();

    for (int flight = CLIENT_HELLO; flight <= CLIENT_FINISHED; flight++) {
        for (int damage = FLIPPED; damage <= CUT; damage++) {
            size_t position = 0;
            int wrong = 0;

            while (damaged_handshake(pair, (enum flight) flight, (enum damage) damage, position, &wrong)) {
                position += steps[flight];
            }
            printf("%s %s: %d gone wrong\n", flights[flight], damage == FLIPPED ? "with a flipped bit" : "cut short", wrong);
        }
    }
    pair_free(pair);
    return 0;
}
