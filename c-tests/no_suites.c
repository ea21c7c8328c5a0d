/* A side whose list of cipher suites has none of TLS 1.3. */
#include "support/pair.h"

#include <mbedtls/ssl_ciphersuites.h>

#include <stdio.h>

static const int older[] = { MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0 };
static const int nothing[] = { 0 };

static void meet(struct pair *pair, const char *title, const int *of_client, const int *of_server)
{
    int client, server;

    mbedtls_ssl_conf_ciphersuites(&pair->client.conf, of_client);
    mbedtls_ssl_conf_ciphersuites(&pair->server.conf, of_server);
    pair_connect(pair);
    pair_try_handshake(pair, 10, &client, &server);
    printf("%s: client %s, server %s\n", title, code_name(client), code_name(server));
}

int main(void)
{
    struct pair *pair = pair_new();
    const int *all = mbedtls_ssl_list_ciphersuites();

    meet(pair, "server with suites of TLS 1.2", all, older);
    meet(pair, "server with an empty list", all, nothing);
    meet(pair, "client with suites of TLS 1.2", older, all);
    meet(pair, "client with an empty list", nothing, all);
    pair_free(pair);
    return 0;
}
