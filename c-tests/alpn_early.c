/* When the application protocol is known: in the callbacks that choose a certificate, since which one fits can depend on it, and
 * not before. */
#include "support/pair.h"

#include <stdio.h>

static const char *both[] = {"h2", "http/1.1", NULL};
static const char *second[] = {"http/1.1", NULL};
static const char *none[] = {"other", NULL};

static const char *protocol(const mbedtls_ssl_context *ssl)
{
    const char *name = mbedtls_ssl_get_alpn_protocol(ssl);

    return name == NULL ? "none" : name;
}

static int on_certificate(mbedtls_ssl_context *ssl)
{
    printf("  certificate callback: %s\n", protocol(ssl));
    return 0;
}

static int on_verify(void *ssl, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    (void) crt;
    (void) flags;
    if (depth == 0) {
        printf("  verify callback: %s\n", protocol(ssl));
    }
    return 0;
}

static void show(struct pair *pair, const char *label, const char **client, const char **server)
{
    int client_code, server_code;

    puts(label);
    mbedtls_ssl_conf_alpn_protocols(&pair->client.conf, client);
    mbedtls_ssl_conf_alpn_protocols(&pair->server.conf, server);
    pair_connect(pair);
    mbedtls_ssl_set_verify(&pair->client.ssl, on_verify, &pair->client.ssl);
    printf("  before: %s, %s\n", protocol(&pair->client.ssl), protocol(&pair->server.ssl));
    pair_try_handshake(pair, 20, &client_code, &server_code);
    printf("  client: %s, %s\n", code_name(client_code), protocol(&pair->client.ssl));
    printf("  server: %s, %s\n", code_name(server_code), protocol(&pair->server.ssl));
    mbedtls_ssl_session_reset(&pair->server.ssl);
    printf("  after a reset: %s\n", protocol(&pair->server.ssl));
}

int main(void)
{
    struct pair *pair = pair_new();

    mbedtls_ssl_conf_cert_cb(&pair->server.conf, on_certificate);
    show(pair, "both know both", both, both);
    show(pair, "the server knows one", both, second);
    show(pair, "the client knows one", second, both);
    show(pair, "nothing in common", both, none);
    pair_free(pair);
    return 0;
}
