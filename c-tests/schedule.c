/* Whatever the network does with sizes and refusals, the bytes that arrive and the codes that end a call are the same: handshakes
 * and transfers under a few hundred random schedules of short reads, short writes, WANT_READ and WANT_WRITE. */
#include "support/pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCHEDULES 300
#define AMOUNT 40000

static uint32_t state;

/* The same numbers in every run and with every library. */
static uint32_t draw(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % below;
}

/* How many bytes a pipe lets through before it refuses: often a few, at times a record or more, at times none. */
static size_t portion(void)
{
    switch (draw(4)) {
        case 0:
            return draw(8);
        case 1:
            return draw(300);
        case 2:
            return draw(5000);
        default:
            return draw(40000);
    }
}

static void shake(struct pipe *pipe)
{
    size_t shown = pipe->visible == SIZE_MAX ? pipe->position : pipe->visible;

    pipe->room = portion();
    shown += portion();
    pipe->visible = shown > pipe->length ? pipe->length : shown;
}

static int unfinished(int code)
{
    return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE;
}

/* A transfer in one direction under way. */
struct transfer {
    struct side *from;
    struct side *to;
    unsigned char sent[AMOUNT];
    unsigned char received[AMOUNT];
    size_t written;
    size_t offered; /* what the last call of mbedtls_ssl_write() was given, which its repetition must be given again */
    size_t read;
    int broken;
};

static void move(struct transfer *transfer)
{
    int code;

    if (transfer->written < AMOUNT) {
        if (transfer->offered == 0) {
            transfer->offered = 1 + draw((uint32_t) (AMOUNT - transfer->written));
        }
        code = mbedtls_ssl_write(&transfer->from->ssl, transfer->sent + transfer->written, transfer->offered);
        if (code > 0) {
            transfer->written += (size_t) code;
            transfer->offered = 0;
        } else if (!unfinished(code)) {
            transfer->broken = code;
        }
    }
    if (transfer->read < AMOUNT) {
        code = mbedtls_ssl_read(&transfer->to->ssl, transfer->received + transfer->read, 1 + draw((uint32_t) (AMOUNT - transfer->read)));
        if (code > 0) {
            transfer->read += (size_t) code;
        } else if (!unfinished(code)) {
            transfer->broken = code;
        }
    }
}

static struct transfer *transfer_new(struct side *from, struct side *to)
{
    struct transfer *transfer = calloc(1, sizeof *transfer);

    if (transfer == NULL) {
        die("out of memory");
    }
    transfer->from = from;
    transfer->to = to;
    for (size_t i = 0; i < AMOUNT; i++) {
        transfer->sent[i] = (unsigned char) draw(256);
    }
    return transfer;
}

static int arrived(const struct transfer *transfer)
{
    return transfer->broken == 0 && transfer->read == AMOUNT && memcmp(transfer->sent, transfer->received, AMOUNT) == 0;
}

/* One connection from its first byte to close_notify. Returns what went wrong, or NULL. */
static const char *run_schedule(struct pair *pair)
{
    int client = MBEDTLS_ERR_SSL_WANT_READ, server = MBEDTLS_ERR_SSL_WANT_READ, fine;
    struct transfer *there, *back;

    pair_connect(pair);
    for (int round = 0; round < 200000 && (unfinished(client) || unfinished(server)); round++) {
        shake(&pair->to_server);
        shake(&pair->to_client);
        if (unfinished(client)) {
            client = mbedtls_ssl_handshake(&pair->client.ssl);
        }
        if (unfinished(server)) {
            server = mbedtls_ssl_handshake(&pair->server.ssl);
        }
    }
    if (client != 0 || server != 0) {
        return "the handshake failed";
    }
    there = transfer_new(&pair->client, &pair->server);
    back = transfer_new(&pair->server, &pair->client);
    for (int round = 0; round < 200000 && !(arrived(there) && arrived(back)) && !there->broken && !back->broken; round++) {
        shake(&pair->to_server);
        shake(&pair->to_client);
        move(there);
        move(back);
    }
    fine = arrived(there) && arrived(back);
    free(there);
    free(back);
    if (!fine) {
        return "bytes were lost or changed";
    }
    do {
        shake(&pair->to_server);
        client = mbedtls_ssl_close_notify(&pair->client.ssl);
    } while (unfinished(client));
    pipe_show_all(&pair->to_server);
    return read_text(&pair->server, (char[16]) { 0 }, 16) == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ? NULL : "close_notify was lost";
}

int main(void)
{
    struct pair *pair = pair_new();
    int failed = 0;

    for (uint32_t seed = 1; seed <= SCHEDULES; seed++) {
        const char *wrong;

        state = seed * 2654435761u;
        wrong = run_schedule(pair);
        if (wrong != NULL) {
            printf("schedule %u: %s\n", (unsigned) seed, wrong);
            failed++;
        }
    }
    printf("%d schedules, %d failed\n", SCHEDULES, failed);
    pair_free(pair);
    return failed != 0;
}
