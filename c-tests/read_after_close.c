/* A peer closes its side: a program that reads until there is nothing comes to an end, and one that writes is not kept from it. */
#include "support/pair.h"

#include <stdio.h>

/* Reads as programs do that stop at 0 only. */
static void read_to_the_end(struct side *side)
{
    int code = 1, calls = 0;

    while (code != 0 && calls < 10) {
        char label[16];

        snprintf(label, sizeof label, "read %d", ++calls);
        code = print_read(label, side);
    }
    puts(code == 0 ? "the end" : "no end");
}

int main(void)
{
    struct pair *pair = pair_new();

    pair_connect(pair);
    pair_handshake(pair);
    print_write("write", &pair->server, "last words");
    print_code("close", mbedtls_ssl_close_notify(&pair->server.ssl));
    pair->to_client.closed = 1;
    read_to_the_end(&pair->client);
    read_to_the_end(&pair->client);
    print_write("write to the one that closed", &pair->client, "still there");
    print_read("it reads", &pair->server);

    puts("another connection, without close_notify");
    pair_connect(pair);
    pair_handshake(pair);
    print_write("write", &pair->server, "last words");
    pair->to_client.closed = 1;
    read_to_the_end(&pair->client);
    read_to_the_end(&pair->client);
    pair_free(pair);
    return 0;
}
