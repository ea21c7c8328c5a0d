/* Sessions: saved, loaded, cut and damaged; and the cache. */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "support/pair.h"

#include <mbedtls/ssl_cache.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *copy_of(const void *bytes, size_t length)
{
    void *copy = malloc(length);

    if (copy == NULL) {
        exit(2);
    }
    return memcpy(copy, bytes, length);
}

static void fill(mbedtls_ssl_session *session, int endpoint)
{
    mbedtls_ssl_session_init(session);
    session->tls_version = MBEDTLS_SSL_VERSION_TLS1_3;
    session->endpoint = (uint8_t) endpoint;
    session->ciphersuite = 0x1302;
    session->resumption_key_len = 48;
    memset(session->resumption_key, 9, 48);
    session->ticket_age_add = 77;
    session->ticket_flags = 5;
    session->ticket_creation_time = 7654321;
    if (endpoint == MBEDTLS_SSL_IS_CLIENT) {
        session->ticket_lifetime = 7200;
        session->ticket_reception_time = 1234567;
        session->ticket = copy_of("a ticket", 8);
        session->ticket_len = 8;
        session->hostname = copy_of("localhost", 10);
    }
}

static void print_session(const mbedtls_ssl_session *s)
{
    printf("  endpoint %d, version %x, suite %04x, key of %d %d..., age_add %u, flags %d\n", s->endpoint,
           (unsigned) s->tls_version, (unsigned) s->ciphersuite, s->resumption_key_len, s->resumption_key[0],
           (unsigned) s->ticket_age_add, s->ticket_flags);
    printf("  lifetime %u, received %ld, created %ld, host %s, ticket \"%.*s\"\n", (unsigned) s->ticket_lifetime,
           (long) s->ticket_reception_time, (long) s->ticket_creation_time, s->hostname ? s->hostname : "none",
           (int) s->ticket_len, s->ticket ? (const char *) s->ticket : "");
}

static void save_and_load(int endpoint)
{
    unsigned char buffer[1000];
    size_t length = 0, needed = 0;
    mbedtls_ssl_session session, loaded;
    int accepted = 0;

    fill(&session, endpoint);
    mbedtls_ssl_session_init(&loaded);
    print_code("save, no room", mbedtls_ssl_session_save(&session, NULL, 0, &needed));
    print_code("save, one byte too few", mbedtls_ssl_session_save(&session, buffer, needed - 1, &length));
    print_code("save, just enough", mbedtls_ssl_session_save(&session, buffer, needed, &length));
    printf("as long as announced: %d\n", length == needed);

    print_code("load", mbedtls_ssl_session_load(&loaded, buffer, length));
    print_session(&loaded);
    printf("  suite %04x, id of %d bytes\n", (unsigned) mbedtls_ssl_session_get_ciphersuite_id(&loaded),
           (int) mbedtls_ssl_session_get_id_len(&loaded));
    mbedtls_ssl_session_free(&loaded);
    print_session(&loaded);

    for (size_t cut = 0; cut < length; cut++) {
        mbedtls_ssl_session_init(&loaded);
        if (mbedtls_ssl_session_load(&loaded, buffer, cut) != MBEDTLS_ERR_SSL_BAD_INPUT_DATA) {
            accepted++;
        }
        mbedtls_ssl_session_free(&loaded);
    }
    printf("cut: %d accepted\n", accepted);
    buffer[0] ^= 1;
    mbedtls_ssl_session_init(&loaded);
    print_code("load, first byte damaged", mbedtls_ssl_session_load(&loaded, buffer, length));
    mbedtls_ssl_session_free(&loaded);
    print_code("load nothing", mbedtls_ssl_session_load(&loaded, buffer, 0));
    mbedtls_ssl_session_free(&session);
}

static void refused(void)
{
    unsigned char buffer[1000];
    size_t length;
    mbedtls_ssl_session session;

    mbedtls_ssl_session_init(&session);
    print_code("save an empty session", mbedtls_ssl_session_save(&session, buffer, sizeof buffer, &length));
    session.tls_version = MBEDTLS_SSL_VERSION_TLS1_3;
    print_code("save one without ticket", mbedtls_ssl_session_save(&session, buffer, sizeof buffer, &length));
    session.resumption_key_len = 49;
    print_code("save one with a long key", mbedtls_ssl_session_save(&session, buffer, sizeof buffer, &length));
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(NULL);
}

static void cache(void)
{
    static const unsigned char id[33] = { 1 };
    mbedtls_ssl_cache_context store;
    mbedtls_ssl_session session, found;

    fill(&session, MBEDTLS_SSL_IS_SERVER);
    mbedtls_ssl_session_init(&found);
    mbedtls_ssl_cache_init(&store);
    print_code("cache: get", mbedtls_ssl_cache_get(&store, id, 32, &found));
    print_code("cache: set", mbedtls_ssl_cache_set(&store, id, 32, &session));
    print_code("cache: get", mbedtls_ssl_cache_get(&store, id, 32, &found));
    print_session(&found);
    print_code("cache: get another", mbedtls_ssl_cache_get(&store, id, 31, &found));
    print_code("cache: set, long id", mbedtls_ssl_cache_set(&store, id, 33, &session));
    print_code("cache: remove", mbedtls_ssl_cache_remove(&store, id, 32));
    print_code("cache: remove", mbedtls_ssl_cache_remove(&store, id, 32));
    print_code("cache: get", mbedtls_ssl_cache_get(&store, id, 32, &found));
    mbedtls_ssl_cache_free(&store);
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(&found);
}

int main(void)
{
    save_and_load(MBEDTLS_SSL_IS_CLIENT);
    save_and_load(MBEDTLS_SSL_IS_SERVER);
    refused();
    cache();
    return 0;
}
