/* Keys from outside of TLS: the configured one, a callback's, and certificates beside them. */
#include "support/pair.h"

#include <stdio.h>
#include <string.h>

static const unsigned char right[16] = "0123456789abcde", wrong[16] = "the wrong key..";

static int answer; /* of the callback */
static int gives;  /* whether it calls mbedtls_ssl_set_hs_psk */

static int on_psk(void *context, mbedtls_ssl_context *ssl, const unsigned char *identity, size_t length)
{
    printf("  asked for \"%.*s\"\n", (int) length, (const char *) identity);
    if (gives) {
        print_code("  set_hs_psk", mbedtls_ssl_set_hs_psk(ssl, context, sizeof right));
    }
    return answer;
}

static void go(struct pair *pair, const char *label)
{
    int client, server;

    puts(label);
    pair_connect(pair);
    pair_try_handshake(pair, 20, &client, &server);
    printf("  client %s, ", code_name(client));
    printf("server %s\n", code_name(server));
    if (client == 0 && server == 0) {
        printf("  certificate: %s, client 0x%x, server 0x%x\n",
               mbedtls_ssl_get_peer_cert(&pair->client.ssl) == NULL ? "no" : "yes",
               (unsigned) mbedtls_ssl_get_verify_result(&pair->client.ssl),
               (unsigned) mbedtls_ssl_get_verify_result(&pair->server.ssl));
        print_write("  write", &pair->client, "hello");
        print_read("  read", &pair->server);
    }
}

static void modes(struct pair *pair, int client, int server)
{
    mbedtls_ssl_conf_tls13_key_exchange_modes(&pair->client.conf, client);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&pair->server.conf, server);
}

int main(void)
{
    enum {
        PSK = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK,
        DHE = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL,
        CERT = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL,
        ALL = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL
    };
    static const int mode[] = { PSK, DHE, CERT, ALL, PSK | CERT, DHE | CERT };
    struct pair *pair = pair_new();
    struct pair *other = pair_new();

    mbedtls_ssl_conf_psk(&pair->client.conf, right, sizeof right, (const unsigned char *) "me", 2);
    mbedtls_ssl_conf_psk(&pair->server.conf, right, sizeof right, (const unsigned char *) "me", 2);
    for (size_t i = 0; i < sizeof mode / sizeof *mode; i++) {
        for (size_t j = 0; j < sizeof mode / sizeof *mode; j++) {
            printf("- modes %d %d\n", mode[i], mode[j]);
            modes(pair, mode[i], mode[j]);
            go(pair, "  ");
        }
    }
    modes(pair, ALL, ALL);

    mbedtls_ssl_conf_psk_cb(&pair->server.conf, on_psk, (void *) right);
    gives = 1;
    go(pair, "- a callback that gives the key");
    answer = -1;
    go(pair, "- a callback that gives the key and refuses");
    answer = 1;
    go(pair, "- a callback that gives the key and answers 1");
    answer = 0;
    gives = 0;
    go(pair, "- a callback that gives nothing and answers 0");
    answer = -1;
    go(pair, "- a callback that knows nobody: certificates are there");
    modes(pair, DHE, DHE);
    go(pair, "- a callback that knows nobody, and no certificates");
    gives = 1;
    answer = 0;
    mbedtls_ssl_conf_psk_cb(&pair->server.conf, on_psk, (void *) wrong);
    go(pair, "- a wrong key");
    pair_free(pair);

    mbedtls_ssl_conf_psk(&other->client.conf, right, sizeof right, (const unsigned char *) "me", 2);
    go(other, "- a server without keys");
    mbedtls_ssl_conf_psk(&other->server.conf, right, sizeof right, (const unsigned char *) "you", 3);
    go(other, "- another identity: certificates are there");
    modes(other, DHE, DHE);
    go(other, "- another identity");
    pair_free(other);
    return 0;
}
