/* Keys that leave the library: the traffic secrets in the order in which they come to be, the same at both ends, and keying material
 * for other protocols (RFC 8446 section 7.5). */
#include "support/pair.h"

#include <stdio.h>
#include <string.h>

#define MOST 8

struct heard {
    const char *name;
    int count;
    int types[MOST];
    size_t lengths[MOST];
    unsigned char secrets[MOST][64];
    unsigned char client_random[32];
    unsigned char server_random[32];
};

static void on_secret(void *context, mbedtls_ssl_key_export_type type, const unsigned char *secret, size_t length,
                      const unsigned char client_random[32], const unsigned char server_random[32], mbedtls_tls_prf_types prf)
{
    struct heard *heard = context;

    printf("%s: secret %d, %u bytes, prf %d\n", heard->name, (int) type, (unsigned) length, (int) prf);
    if (heard->count == MOST || length > sizeof heard->secrets[0]) {
        die("too many secrets, or too long ones");
    }
    heard->types[heard->count] = (int) type;
    heard->lengths[heard->count] = length;
    memcpy(heard->secrets[heard->count++], secret, length);
    memcpy(heard->client_random, client_random, 32);
    memcpy(heard->server_random, server_random, 32);
}

static void compare(const struct heard *client, const struct heard *server)
{
    int equal = client->count == server->count;

    for (int i = 0; equal && i < client->count; i++) {
        equal = client->types[i] == server->types[i] && client->lengths[i] == server->lengths[i]
                && memcmp(client->secrets[i], server->secrets[i], client->lengths[i]) == 0;
    }
    printf("the same secrets at both ends: %d\n", equal);
    printf("the same randoms: %d\n", memcmp(client->client_random, server->client_random, 32) == 0
                                         && memcmp(client->server_random, server->server_random, 32) == 0);
}

/* Both ends export; what a label and a context change is printed against the first result. */
static void material(struct pair *pair, const char *what, const char *label, const char *context, int use_context, size_t length)
{
    static unsigned char first[32];
    static int have_first;
    unsigned char client[64] = { 0 }, server[64] = { 0 };
    int ours = mbedtls_ssl_export_keying_material(&pair->client.ssl, client, length, label, strlen(label),
                                                  (const unsigned char *) context, strlen(context), use_context);
    int theirs = mbedtls_ssl_export_keying_material(&pair->server.ssl, server, length, label, strlen(label),
                                                    (const unsigned char *) context, strlen(context), use_context);

    printf("%s: client %s, ", what, code_name(ours));
    printf("server %s, equal %d", code_name(theirs), memcmp(client, server, sizeof client) == 0);
    if (!have_first && ours == 0) {
        memcpy(first, client, sizeof first);
        have_first = 1;
    }
    printf(", as the first %d\n", memcmp(client, first, sizeof first) == 0);
}

int main(void)
{
    struct pair *pair = pair_new();
    struct heard client = { .name = "client" }, server = { .name = "server" };

    pair_connect(pair);
    material(pair, "before the handshake", "EXPORTER-test", "", 0, 32);
    mbedtls_ssl_set_export_keys_cb(&pair->client.ssl, on_secret, &client);
    mbedtls_ssl_set_export_keys_cb(&pair->server.ssl, on_secret, &server);
    pair_handshake(pair);
    compare(&client, &server);

    material(pair, "a label", "EXPORTER-test", "", 0, 32);
    material(pair, "again", "EXPORTER-test", "", 0, 32);
    material(pair, "an empty context", "EXPORTER-test", "", 1, 32);
    material(pair, "a context that does not count", "EXPORTER-test", "context", 0, 32);
    material(pair, "a context", "EXPORTER-test", "context", 1, 32);
    material(pair, "another label", "EXPORTER-other", "", 0, 32);
    material(pair, "more of it", "EXPORTER-test", "", 0, 64);
    pair_free(pair);
    return 0;
}
