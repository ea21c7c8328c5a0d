/* A server's tickets without a connection: what is made is read back, what is changed, old or forged is not. */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "support/pair.h"

#include <stdio.h>
#include <string.h>

static int counting(void *p_rng, unsigned char *output, size_t length)
{
    unsigned char *counter = p_rng;

    for (size_t i = 0; i < length; i++) {
        output[i] = ++*counter;
    }
    return 0;
}

static int failing(void *p_rng, unsigned char *output, size_t length)
{
    (void) p_rng;
    (void) output;
    (void) length;
    return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
}

static void fill(mbedtls_ssl_session *session)
{
    mbedtls_ssl_session_init(session);
    session->tls_version = MBEDTLS_SSL_VERSION_TLS1_3;
    session->endpoint = MBEDTLS_SSL_IS_SERVER;
    session->ciphersuite = 0x1301;
    session->resumption_key_len = 32;
    session->ticket_creation_time = mbedtls_ms_time();
}

static int parse(mbedtls_ssl_ticket_context *tickets, const unsigned char *ticket, size_t length)
{
    unsigned char copy[1000];
    mbedtls_ssl_session session;
    int ret;

    memcpy(copy, ticket, length);
    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_ticket_parse(tickets, &session, copy, length);
    if (ret == 0) {
        printf("suite %04x, key of %d: ", (unsigned) session.ciphersuite, session.resumption_key_len);
    }
    mbedtls_ssl_session_free(&session);
    return ret;
}

static void good_and_bad(mbedtls_ssl_ticket_context *tickets, mbedtls_ssl_session *session)
{
    unsigned char ticket[1000];
    size_t length = 77;
    uint32_t lifetime = 88;
    int last = 1;

    print_code("write, no room", mbedtls_ssl_ticket_write(tickets, session, ticket, ticket + 10, &length, &lifetime));
    printf("length %d\n", (int) length);
    print_code("write", mbedtls_ssl_ticket_write(tickets, session, ticket, ticket + sizeof ticket, &length, &lifetime));
    printf("lifetime %u\n", (unsigned) lifetime);
    print_code("parse", parse(tickets, ticket, length));
    for (size_t i = 0; i < length; i++) {
        int ret;

        ticket[i] ^= 1;
        ret = parse(tickets, ticket, length);
        ticket[i] ^= 1;
        if (ret != last) {
            printf("byte %d on: ", (int) i);
            print_code("parse, changed", ret);
            last = ret;
        }
    }
    last = 1;
    for (size_t i = 0; i < length; i++) {
        int ret = parse(tickets, ticket, i);

        if (ret != last) {
            print_code("parse, cut", ret);
            last = ret;
        }
    }
    ticket[length] = 0;
    print_code("parse, one byte more", parse(tickets, ticket, length + 1));
}

static void ages(mbedtls_ssl_ticket_context *tickets, mbedtls_ssl_session *session)
{
    static const long made[] = { -3590000, -3601000, -9000000, 5000 };
    unsigned char ticket[1000];
    size_t length;
    uint32_t lifetime;

    for (size_t i = 0; i < 4; i++) {
        session->ticket_creation_time = mbedtls_ms_time() + made[i];
        mbedtls_ssl_ticket_write(tickets, session, ticket, ticket + sizeof ticket, &length, &lifetime);
        print_code("parse, of another time", parse(tickets, ticket, length));
    }
    session->ticket_creation_time = mbedtls_ms_time();
    session->endpoint = MBEDTLS_SSL_IS_CLIENT;
    print_code("write, of a client",
               mbedtls_ssl_ticket_write(tickets, session, ticket, ticket + sizeof ticket, &length, &lifetime));
    print_code("parse", parse(tickets, ticket, length));
    session->endpoint = MBEDTLS_SSL_IS_SERVER;
}

static void given_keys(mbedtls_ssl_ticket_context *tickets, mbedtls_ssl_session *session)
{
    static const unsigned char key[33] = { 1 };
    unsigned char ticket[1000];
    size_t length;
    uint32_t lifetime = 0;

    print_code("rotate", mbedtls_ssl_ticket_rotate(tickets, (const unsigned char *) "abcd", 4, key, 32, 100));
    print_code("write", mbedtls_ssl_ticket_write(tickets, session, ticket, ticket + sizeof ticket, &length, &lifetime));
    printf("key \"%.4s\", lifetime %u\n", (char *) ticket, (unsigned) lifetime);
    print_code("rotate, short name", mbedtls_ssl_ticket_rotate(tickets, (const unsigned char *) "efg", 3, key, 32, 100));
    print_code("rotate, short key", mbedtls_ssl_ticket_rotate(tickets, (const unsigned char *) "efgh", 4, key, 31, 100));
    print_code("rotate, no key", mbedtls_ssl_ticket_rotate(tickets, (const unsigned char *) "efgh", 4, key, 0, 100));
    print_code("parse", parse(tickets, ticket, length));
    print_code("rotate, more than enough",
               mbedtls_ssl_ticket_rotate(tickets, (const unsigned char *) "efghi", 5, key, 33, 100));
    print_code("parse, one key later", parse(tickets, ticket, length));
    print_code("rotate", mbedtls_ssl_ticket_rotate(tickets, (const unsigned char *) "ijkl", 4, key, 32, 100));
    print_code("parse, two keys later", parse(tickets, ticket, length));
}

int main(void)
{
    static const mbedtls_cipher_type_t ciphers[] = { MBEDTLS_CIPHER_AES_128_GCM, MBEDTLS_CIPHER_CHACHA20_POLY1305,
                                                     MBEDTLS_CIPHER_AES_256_GCM };
    unsigned char counter = 0, ticket[1000] = { 0 };
    size_t length;
    uint32_t lifetime;
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_session session;

    if (psa_crypto_init() != PSA_SUCCESS) {
        return 2;
    }
    fill(&session);
    mbedtls_ssl_ticket_init(&tickets);
    print_code("write, not set up",
               mbedtls_ssl_ticket_write(&tickets, &session, ticket, ticket + sizeof ticket, &length, &lifetime));
    print_code("parse, not set up", parse(&tickets, ticket, 100));
    print_code("setup, no AEAD", mbedtls_ssl_ticket_setup(&tickets, counting, &counter, MBEDTLS_CIPHER_AES_256_CBC, 3600));
    print_code("setup, no cipher", mbedtls_ssl_ticket_setup(&tickets, counting, &counter, MBEDTLS_CIPHER_NONE, 3600));
    print_code("setup, no random numbers",
               mbedtls_ssl_ticket_setup(&tickets, failing, NULL, MBEDTLS_CIPHER_AES_256_GCM, 3600));
    mbedtls_ssl_ticket_free(&tickets);
    for (size_t i = 0; i < 3; i++) {
        mbedtls_ssl_ticket_init(&tickets);
        print_code("setup", mbedtls_ssl_ticket_setup(&tickets, counting, &counter, ciphers[i], 3600));
        good_and_bad(&tickets, &session);
        if (i == 2) {
            ages(&tickets, &session);
            given_keys(&tickets, &session);
        }
        mbedtls_ssl_ticket_free(&tickets);
    }
    mbedtls_ssl_session_free(&session);
    mbedtls_psa_crypto_free();
    return 0;
}
