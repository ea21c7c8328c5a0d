/* A peer that has gone: mbedtls_net_send() says so with a code, and no signal comes. */
#define _POSIX_C_SOURCE 200809L
#include "support/pair.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static volatile sig_atomic_t signals;

static void on_signal(int number)
{
    (void) number;
    signals++;
}

int main(void)
{
    struct pair *pair = pair_new();
    mbedtls_net_context net;
    struct sigaction action = { .sa_handler = on_signal };
    int ends[2], code;

    sigaction(SIGPIPE, &action, NULL);
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
        die("socketpair");
    }
    mbedtls_net_init(&net);
    net.fd = ends[0];
    close(ends[1]);
    print_code("net_send", mbedtls_net_send(&net, (const unsigned char *) "x", 1));
    printf("signals: %d\n", (int) signals);

    pair_connect(pair);
    mbedtls_ssl_set_bio(&pair->client.ssl, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
    code = mbedtls_ssl_handshake(&pair->client.ssl);
    print_code("handshake", code);
    printf("signals: %d\n", (int) signals);
    mbedtls_net_free(&net);
    pair_free(pair);
    return 0;
}
