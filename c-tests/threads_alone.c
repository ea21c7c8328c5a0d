/* A hundred threads at once that share nothing: each has configurations, certificates and a connection of its own, and all are in the
 * middle of their handshakes at the same time. */
#define _POSIX_C_SOURCE 200809L
#include "support/pair.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define THREADS 100

static pthread_barrier_t all;

struct worker {
    pthread_t thread;
    struct pair *pair;
    int heard;
};

static void *work(void *argument)
{
    struct worker *worker = argument;
    struct pair *pair = worker->pair;
    char text[64];

    pair_connect(pair);
    mbedtls_ssl_handshake(&pair->client.ssl);
    pthread_barrier_wait(&all);
    pair_handshake(pair);
    if (mbedtls_ssl_write(&pair->client.ssl, (const unsigned char *) "hello", 5) == 5
        && read_text(&pair->server, text, sizeof text) == 5 && strcmp(text, "hello") == 0) {
        worker->heard = 1;
    }
    pair_free(pair);
    return NULL;
}

int main(void)
{
    static struct worker workers[THREADS];
    int sum = 0;

    pthread_barrier_init(&all, NULL, THREADS);
    for (int i = 0; i < THREADS; i++) {
        workers[i].pair = pair_new(); /* here, for it is not made for threads itself */
    }
    for (int i = 0; i < THREADS; i++) {
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) {
            die("pthread_create");
        }
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(workers[i].thread, NULL);
        sum += workers[i].heard;
    }
    pthread_barrier_destroy(&all);
    printf("%d of %d were heard\n", sum, THREADS);
    return sum != THREADS;
}
