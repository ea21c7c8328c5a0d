/* mbedtls_ssl_conf_read_timeout(): the receiving callback that knows of time gets it, is preferred to the one that does not, and what
 * it returns comes out unchanged; afterwards the connection goes on. */
#include "support/pair.h"

#include <stdio.h>
#include <string.h>

static struct pipe *source;
static unsigned last_timeout;
static int is_late;

static int recv_in_time(void *context, unsigned char *bytes, size_t length, uint32_t timeout)
{
    size_t there = source->length - source->position;

    (void) context;
    last_timeout = (unsigned) timeout;
    if (is_late) {
        return MBEDTLS_ERR_SSL_TIMEOUT;
    }
    if (there == 0) {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    if (length > there) {
        length = there;
    }
    memcpy(bytes, source->data + source->position, length);
    source->position += length;
    return (int) length;
}

static int never(void *context, unsigned char *bytes, size_t length)
{
    (void) context;
    (void) bytes;
    (void) length;
    die("the callback without a timeout was called");
    return -1;
}

static int send_on(void *context, const unsigned char *bytes, size_t length)
{
    pipe_put(((struct side *) context)->out, bytes, length);
    return (int) length;
}

int main(void)
{
    struct pair *pair = pair_new();
    int client, server;

    mbedtls_ssl_conf_read_timeout(&pair->client.conf, 1234);
    pair_connect(pair);
    source = &pair->to_client;
    mbedtls_ssl_set_bio(&pair->client.ssl, &pair->client, send_on, never, recv_in_time);

    is_late = 1;
    print_code("handshake, too late", mbedtls_ssl_handshake(&pair->client.ssl));
    printf("the callback was given %u ms\n", last_timeout);
    is_late = 0;
    pair_try_handshake(pair, 20, &client, &server);
    print_code("client", client);
    print_code("server", server);

    is_late = 1;
    print_read("read, too late", &pair->client);
    is_late = 0;
    print_write("server", &pair->server, "in time");
    print_read("read", &pair->client);
    is_late = 1;
    print_read("read, too late", &pair->client);
    printf("the callback was given %u ms\n", last_timeout);
    pair_free(pair);
    return 0;
}
