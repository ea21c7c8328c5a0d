/* Every cipher suite and every group, with certificates on P-256 and P-521: what is negotiated, and data both ways. */
#include "support/pair.h"

#include <stdio.h>
#include <stdlib.h>

static const int suites[][2] = {
    { MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0 }, { MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0 },
    { MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256, 0 }, { MBEDTLS_TLS1_3_AES_128_CCM_SHA256, 0 },
    { MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256, 0 },
};
static const uint16_t groups[][2] = {
    { MBEDTLS_SSL_IANA_TLS_GROUP_X25519, 0 }, { MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0 },
    { MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1, 0 }, { MBEDTLS_SSL_IANA_TLS_GROUP_SECP521R1, 0 },
};

static void talk(struct pair *pair)
{
    printf("%s\n", mbedtls_ssl_get_ciphersuite(&pair->client.ssl));
    print_write("client writes", &pair->client, "ping");
    print_read("server reads", &pair->server);
    print_write("server writes", &pair->server, "pong");
    print_read("client reads", &pair->client);
}

static void each_suite(struct pair *pair)
{
    puts("- suites, named by the client");
    for (size_t i = 0; i < sizeof suites / sizeof suites[0]; i++) {
        mbedtls_ssl_conf_ciphersuites(&pair->client.conf, suites[i]);
        mbedtls_ssl_conf_ciphersuites(&pair->server.conf, mbedtls_ssl_list_ciphersuites());
        pair_connect(pair);
        pair_handshake(pair);
        talk(pair);
    }
}

static void each_group(struct pair *pair)
{
    puts("- groups, named by the server");
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        mbedtls_ssl_conf_groups(&pair->server.conf, groups[i]);
        pair_connect(pair);
        pair_handshake(pair);
        talk(pair);
    }
}

static void p521(struct pair *pair)
{
    char path[512];

    puts("- a certificate on P-521");
    mbedtls_pk_free(&pair->server.key);
    mbedtls_x509_crt_free(&pair->server.own);
    snprintf(path, sizeof path, "%s/p521.crt", getenv("CERTS"));
    print_code("certificate", mbedtls_x509_crt_parse_file(&pair->server.own, path));
    snprintf(path, sizeof path, "%s/p521.key", getenv("CERTS"));
    print_code("key", mbedtls_pk_parse_keyfile(&pair->server.key, path, NULL, mbedtls_ctr_drbg_random, &pair->random));
    printf("a pair: %d\n", mbedtls_pk_check_pair(&pair->server.own.pk, &pair->server.key, mbedtls_ctr_drbg_random,
                                                 &pair->random));
    snprintf(path, sizeof path, "%s/p521ca.crt", getenv("CERTS"));
    print_code("authority", mbedtls_x509_crt_parse_file(&pair->client.chain, path));
    pair_connect(pair);
    pair_handshake(pair);
    printf("verified: %x\n", (unsigned) mbedtls_ssl_get_verify_result(&pair->client.ssl));
    talk(pair);
}

int main(void)
{
    struct pair *pair = pair_new();

    each_suite(pair);
    each_group(pair);
    p521(pair);
    pair_free(pair);
    return 0;
}
