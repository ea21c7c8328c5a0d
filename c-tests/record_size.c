/* How long records are, as either side is configured: the reference knows no record size limit (RFC 8449). */
#include "support/pair.h"

#include <stdio.h>
#include <string.h>

static void print_limits(const char *when, struct pair *pair)
{
    printf("%s: the client sends up to %d, the server up to %d\n", when,
           mbedtls_ssl_get_max_out_record_payload(&pair->client.ssl),
           mbedtls_ssl_get_max_out_record_payload(&pair->server.ssl));
}

/* One write of 5000 bytes, and the records that it takes. */
static void send_much(const char *label, struct side *from, struct side *to)
{
    static unsigned char data[5000], received[5000];
    size_t sent = 0, got = 0;
    int records = 0, code;

    memset(data, 'x', sizeof data);
    while (sent < sizeof data) {
        code = mbedtls_ssl_write(&from->ssl, data + sent, sizeof data - sent);
        if (code <= 0) {
            print_code(label, code);
            return;
        }
        sent += (size_t) code;
        records++;
    }
    while (got < sizeof data && (code = mbedtls_ssl_read(&to->ssl, received + got, sizeof received - got)) > 0) {
        got += (size_t) code;
    }
    printf("%s: %d records, %d bytes arrive\n", label, records, (int) got);
}

static void show(const char *what, struct pair *pair, unsigned char client, unsigned char server)
{
    printf("- %s\n", what);
    print_code("client", mbedtls_ssl_conf_max_frag_len(&pair->client.conf, client));
    print_code("server", mbedtls_ssl_conf_max_frag_len(&pair->server.conf, server));
    pair_connect(pair);
    print_limits("before", pair);
    pair_handshake(pair);
    print_limits("after", pair);
    send_much("to the server", &pair->client, &pair->server);
    send_much("to the client", &pair->server, &pair->client);
}

int main(void)
{
    struct pair *pair = pair_new();

    show("whole records", pair, MBEDTLS_SSL_MAX_FRAG_LEN_NONE, MBEDTLS_SSL_MAX_FRAG_LEN_NONE);
    show("a client with little memory", pair, MBEDTLS_SSL_MAX_FRAG_LEN_512, MBEDTLS_SSL_MAX_FRAG_LEN_NONE);
    show("a server with little memory", pair, MBEDTLS_SSL_MAX_FRAG_LEN_NONE, MBEDTLS_SSL_MAX_FRAG_LEN_1024);
    show("both", pair, MBEDTLS_SSL_MAX_FRAG_LEN_4096, MBEDTLS_SSL_MAX_FRAG_LEN_2048);
    pair_free(pair);
    return 0;
}
