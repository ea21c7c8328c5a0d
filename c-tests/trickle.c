/* A network that takes and gives a few bytes at a time: WANT_READ and WANT_WRITE at every boundary lose nothing. */
#include "support/pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* From here on each pipe takes `step` bytes, then refuses once; the reader sees `step` bytes more each time. */
static void let_trickle(struct pipe *pipe, size_t step)
{
    pipe->room = step;
    pipe->visible = (pipe->visible == SIZE_MAX ? pipe->position : pipe->visible) + step;
    if (pipe->visible > pipe->length) {
        pipe->visible = pipe->length;
    }
}

static int unfinished(int code)
{
    return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE;
}

static void handshake(struct pair *pair, size_t step)
{
    int client = MBEDTLS_ERR_SSL_WANT_READ, server = MBEDTLS_ERR_SSL_WANT_READ;

    pair_connect(pair);
    for (int round = 0; round < 100000 && (unfinished(client) || unfinished(server)); round++) {
        let_trickle(&pair->to_server, step);
        let_trickle(&pair->to_client, step);
        if (unfinished(client)) {
            client = mbedtls_ssl_handshake(&pair->client.ssl);
        }
        if (unfinished(server)) {
            server = mbedtls_ssl_handshake(&pair->server.ssl);
        }
    }
    printf("by %u: client %s, ", (unsigned) step, code_name(client));
    printf("server %s\n", code_name(server));
}

/* The same arguments again after WANT_WRITE, as documented; all bytes arrive in order. */
static void carry(struct side *from, struct side *to, size_t amount, size_t step)
{
    unsigned char *sent = malloc(amount), *received = calloc(1, amount);
    size_t written = 0, read = 0;
    int code = 0, refusals = 0;

    if (sent == NULL || received == NULL) {
        die("out of memory");
    }
    for (size_t i = 0; i < amount; i++) {
        sent[i] = (unsigned char) (i * 7 + i / 256);
    }
    for (int round = 0; round < 1000000 && read < amount; round++) {
        let_trickle(from->out, step);
        if (written < amount) {
            code = mbedtls_ssl_write(&from->ssl, sent + written, amount - written);
            if (code > 0) {
                written += (size_t) code;
            } else if (code == MBEDTLS_ERR_SSL_WANT_WRITE) {
                refusals++;
            } else {
                print_code("write", code);
                break;
            }
        }
        code = mbedtls_ssl_read(&to->ssl, received + read, amount - read);
        if (code > 0) {
            read += (size_t) code;
        } else if (code != MBEDTLS_ERR_SSL_WANT_READ) {
            print_code("read", code);
            break;
        }
    }
    printf("%u bytes by %u: %s, the writer was %s\n", (unsigned) amount, (unsigned) step,
           read == amount && memcmp(sent, received, amount) == 0 ? "all arrived" : "something is lost",
           refusals > 0 ? "refused at times" : "never refused");
    free(sent);
    free(received);
}

int main(void)
{
    static const size_t steps[] = { 1, 2, 5, 7, 100 };
    struct pair *pair = pair_new();

    puts("- handshakes");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        handshake(pair, steps[i]);
    }
    puts("- data, both ways");
    carry(&pair->client, &pair->server, 300, 1);
    carry(&pair->server, &pair->client, 300, 1);
    carry(&pair->client, &pair->server, 20000, 97);
    carry(&pair->server, &pair->client, 50000, 4096);
    carry(&pair->client, &pair->server, 50000, 16384 + 22);
    pair_free(pair);
    return 0;
}
