/* Eight threads share one configuration for clients, one for servers, and one ticket context. Each makes connections of its own,
 * full and resumed ones in turn, and exchanges data on every one. Two thousand in all; CONNECTIONS in the environment says how many
 * each thread makes, for tools that slow everything down. */
#include "support/pair.h"
#include "support/wire.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define THREADS 8

struct end {
    mbedtls_ssl_context ssl;
    struct wire *in;
    struct wire *out;
    int judged; /* certificates: none in a resumed connection */
};

struct worker {
    pthread_t thread;
    const struct pair *shared;
    int connections;
    int full;
    int resumed;
    int echoed;
    int failed;
};

static int wire_send(void *context, const unsigned char *bytes, size_t length)
{
    return wire_put(((struct end *) context)->out, bytes, length);
}

static int wire_recv(void *context, unsigned char *bytes, size_t length)
{
    return wire_take(((struct end *) context)->in, bytes, length);
}

static int on_certificate(void *context, mbedtls_x509_crt *certificate, int depth, uint32_t *flags)
{
    (void) certificate;
    (void) depth;
    (void) flags;
    ((struct end *) context)->judged++;
    return 0;
}

static int handshake(struct end *client, struct end *server)
{
    int to_server = MBEDTLS_ERR_SSL_WANT_READ, to_client = MBEDTLS_ERR_SSL_WANT_READ;

    for (int round = 0; round < 20 && (to_server != 0 || to_client != 0); round++) {
        if (to_server != 0) {
            to_server = mbedtls_ssl_handshake(&client->ssl);
        }
        if (to_client != 0) {
            to_client = mbedtls_ssl_handshake(&server->ssl);
        }
    }
    return to_server == 0 && to_client == 0;
}

/* One message each way; a ticket that comes first is kept in `session`. */
static int echo(struct end *client, struct end *server, mbedtls_ssl_session *session)
{
    unsigned char text[16] = "";
    int code, turns = 0;

    if (mbedtls_ssl_write(&client->ssl, (const unsigned char *) "ping", 4) != 4
        || mbedtls_ssl_read(&server->ssl, text, sizeof text) != 4
        || mbedtls_ssl_write(&server->ssl, text, 4) != 4) {
        return 0;
    }
    memset(text, 0, sizeof text);
    do {
        code = mbedtls_ssl_read(&client->ssl, text, sizeof text);
        if (code == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            mbedtls_ssl_session_free(session);
            mbedtls_ssl_session_init(session);
            if (mbedtls_ssl_get_session(&client->ssl, session) != 0) {
                return 0;
            }
        }
    } while (code < 0 && ++turns < 10);
    return code == 4 && memcmp(text, "ping", 4) == 0;
}

static void connect_once(struct worker *worker, mbedtls_ssl_session *session, int resume, struct end *client, struct end *server)
{
    mbedtls_ssl_init(&client->ssl);
    mbedtls_ssl_init(&server->ssl);
    if (mbedtls_ssl_setup(&client->ssl, &worker->shared->client.conf) != 0
        || mbedtls_ssl_setup(&server->ssl, &worker->shared->server.conf) != 0
        || mbedtls_ssl_set_hostname(&client->ssl, "localhost") != 0
        || (resume && mbedtls_ssl_set_session(&client->ssl, session) != 0)) {
        worker->failed++;
        return;
    }
    client->judged = 0;
    mbedtls_ssl_set_verify(&client->ssl, on_certificate, client);
    mbedtls_ssl_set_bio(&client->ssl, client, wire_send, wire_recv, NULL);
    mbedtls_ssl_set_bio(&server->ssl, server, wire_send, wire_recv, NULL);
    if (!handshake(client, server)) {
        worker->failed++;
        return;
    }
    if (client->judged > 0) {
        worker->full++;
    } else {
        worker->resumed++;
    }
    worker->echoed += echo(client, server, session);
}

static void *work(void *argument)
{
    struct worker *worker = argument;
    struct wire *wires = calloc(2, sizeof *wires);
    struct end client, server;
    mbedtls_ssl_session session;

    if (wires == NULL) {
        die("out of memory");
    }
    mbedtls_ssl_session_init(&session);
    for (int i = 0; i < worker->connections; i++) {
        memset(wires, 0, 2 * sizeof *wires);
        client.in = server.out = &wires[0];
        client.out = server.in = &wires[1];
        connect_once(worker, &session, i % 2, &client, &server);
        mbedtls_ssl_free(&client.ssl);
        mbedtls_ssl_free(&server.ssl);
    }
    mbedtls_ssl_session_free(&session);
    free(wires);
    return NULL;
}

int main(void)
{
    struct pair *pair = pair_new();
    struct worker workers[THREADS];
    const char *connections = getenv("CONNECTIONS");
    int full = 0, resumed = 0, echoed = 0, failed = 0;

    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 1);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, 1);
    memset(workers, 0, sizeof workers);
    for (int i = 0; i < THREADS; i++) {
        workers[i].shared = pair;
        workers[i].connections = connections != NULL ? atoi(connections) : 250;
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) {
            die("pthread_create");
        }
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(workers[i].thread, NULL);
        full += workers[i].full;
        resumed += workers[i].resumed;
        echoed += workers[i].echoed;
        failed += workers[i].failed;
    }
    printf("full %d, resumed %d, echoed %d, failed %d\n", full, resumed, echoed, failed);
    pair_free(pair);
    return failed != 0;
}
