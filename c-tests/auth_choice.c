/* Which certificate a server shows, and what its callbacks can change about that. */
#include "support/pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct identity {
    mbedtls_x509_crt cert;
    mbedtls_pk_context key;
};

static struct identity p384, wildcard, ec, rsa, client;
static mbedtls_x509_crt all, other;

static void load(struct pair *pair, const char *name, struct identity *identity)
{
    char path[512];

    mbedtls_x509_crt_init(&identity->cert);
    mbedtls_pk_init(&identity->key);
    snprintf(path, sizeof path, "%s/%s.crt", getenv("CERTS"), name);
    if (mbedtls_x509_crt_parse_file(&identity->cert, path) != 0) {
        die(path);
    }
    snprintf(path, sizeof path, "%s/%s.key", getenv("CERTS"), name);
    if (mbedtls_pk_parse_keyfile(&identity->key, path, NULL, mbedtls_ctr_drbg_random, &pair->random) != 0) {
        die(path);
    }
}

static void unload(struct identity *identity)
{
    mbedtls_x509_crt_free(&identity->cert);
    mbedtls_pk_free(&identity->key);
}

static void load_chain(const char *name, mbedtls_x509_crt *chain)
{
    char path[512];

    mbedtls_x509_crt_init(chain);
    snprintf(path, sizeof path, "%s/%s", getenv("CERTS"), name);
    if (mbedtls_x509_crt_parse_file(chain, path) != 0) {
        die(path);
    }
}

static const char *name_of(const mbedtls_x509_crt *crt)
{
    static char name[128];

    if (crt == NULL) {
        return "nobody";
    }
    mbedtls_x509_dn_gets(name, sizeof name, &crt->subject);
    return name;
}

static void result(const char *label, struct side *side, int code)
{
    printf("  %s: %s, sees %s", label, code_name(code), code == 0 ? name_of(mbedtls_ssl_get_peer_cert(&side->ssl)) : "-");
    printf(", flags 0x%x\n", (unsigned) mbedtls_ssl_get_verify_result(&side->ssl));
}

static void connect_as(struct pair *pair, const char *label, const char *host)
{
    int client_code, server_code;

    puts(label);
    pair_connect(pair);
    mbedtls_ssl_set_hostname(&pair->client.ssl, host);
    printf("  before: 0x%x\n", (unsigned) mbedtls_ssl_get_verify_result(&pair->client.ssl));
    pair_try_handshake(pair, 20, &client_code, &server_code);
    result("client", &pair->client, client_code);
    result("server", &pair->server, server_code);
}

static void show(struct pair *pair, struct identity *first, struct identity *second)
{
    mbedtls_ssl_conf_own_cert(&pair->server.conf, NULL, NULL);
    mbedtls_ssl_conf_own_cert(&pair->server.conf, &first->cert, &first->key);
    if (second != NULL) {
        mbedtls_ssl_conf_own_cert(&pair->server.conf, &second->cert, &second->key);
    }
}

static int answer; /* of the callbacks */
static int mode;   /* what they do */

enum { NOTHING, OWN_CERT, CA_CHAIN, AUTH_NONE, AUTH_REQUIRED, TWO_CERTS };

static void act(mbedtls_ssl_context *ssl)
{
    if (mode == OWN_CERT || mode == TWO_CERTS) {
        print_code("  set_hs_own_cert", mbedtls_ssl_set_hs_own_cert(ssl, &p384.cert, &p384.key));
    }
    if (mode == TWO_CERTS) {
        print_code("  set_hs_own_cert", mbedtls_ssl_set_hs_own_cert(ssl, &rsa.cert, &rsa.key));
    }
    if (mode == CA_CHAIN) {
        mbedtls_ssl_set_hs_ca_chain(ssl, &other, NULL);
    }
    if (mode == AUTH_NONE) {
        mbedtls_ssl_set_hs_authmode(ssl, MBEDTLS_SSL_VERIFY_NONE);
    }
    if (mode == AUTH_REQUIRED) {
        mbedtls_ssl_set_hs_authmode(ssl, MBEDTLS_SSL_VERIFY_REQUIRED);
    }
}

static int on_sni(void *context, mbedtls_ssl_context *ssl, const unsigned char *name, size_t length)
{
    printf("  sni %s \"%.*s\"\n", (const char *) context, (int) length, (const char *) name);
    act(ssl);
    return answer;
}

static int on_cert(mbedtls_ssl_context *ssl)
{
    size_t length = 99;
    const unsigned char *name = mbedtls_ssl_get_hs_sni(ssl, &length);

    printf("  cert_cb, asked for \"%.*s\"\n", (int) length, name == NULL ? "" : (const char *) name);
    act(ssl);
    return answer;
}

static void several(struct pair *pair)
{
    static const uint16_t p384_first[] = { MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384, MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256,
                                           MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256, MBEDTLS_TLS1_3_SIG_NONE };
    static const uint16_t rsa_first[] = { MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256, MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256,
                                          MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256, MBEDTLS_TLS1_3_SIG_NONE };
    static const uint16_t only_p384[] = { MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384, MBEDTLS_TLS1_3_SIG_NONE };

    mbedtls_ssl_conf_ca_chain(&pair->client.conf, &all, NULL);
    mbedtls_ssl_conf_sig_algs(&pair->client.conf, p384_first);
    show(pair, &ec, &p384);
    connect_as(pair, "- the client likes P-384 best", "localhost");
    show(pair, &p384, &ec);
    connect_as(pair, "- the other way round", "localhost");
    mbedtls_ssl_conf_sig_algs(&pair->client.conf, rsa_first);
    show(pair, &ec, &rsa);
    connect_as(pair, "- RSA first", "localhost");
    show(pair, &ec, &wildcard);
    connect_as(pair, "- by name, the first", "localhost");
    connect_as(pair, "- by name, the second", "some.wild.example");
    connect_as(pair, "- a name that nobody has", "elsewhere.example");
    mbedtls_ssl_conf_authmode(&pair->client.conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
    mbedtls_ssl_conf_sig_algs(&pair->client.conf, only_p384);
    connect_as(pair, "- nothing that the client verifies", "localhost");
    mbedtls_ssl_conf_authmode(&pair->client.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    mbedtls_ssl_conf_sig_algs(&pair->client.conf, p384_first);
}

static void callbacks(struct pair *pair)
{
    static const int answers[] = { 0, -1, 1, -0x1234 };

    show(pair, &ec, NULL);
    mbedtls_ssl_conf_sni(&pair->server.conf, on_sni, "context");
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        answer = answers[i];
        printf("- sni answers %d\n", answer);
        connect_as(pair, "  ", "localhost");
    }
    answer = 0;
    connect_as(pair, "- sni without a name", NULL);
    mode = OWN_CERT;
    connect_as(pair, "- sni chooses a certificate", "localhost");
    mode = TWO_CERTS;
    connect_as(pair, "- sni chooses two", "localhost");
    mode = AUTH_REQUIRED;
    connect_as(pair, "- sni asks for the client's certificate", "localhost");
    mode = NOTHING;
    connect_as(pair, "- the choice was for one handshake", "localhost");
    mbedtls_ssl_conf_sni(&pair->server.conf, NULL, NULL);

    mbedtls_ssl_conf_cert_cb(&pair->server.conf, on_cert);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        answer = answers[i];
        printf("- cert_cb answers %d\n", answer);
        connect_as(pair, "  ", "localhost");
    }
    answer = 0;
    mode = OWN_CERT;
    connect_as(pair, "- cert_cb chooses a certificate", "localhost");

    mbedtls_ssl_conf_ca_chain(&pair->server.conf, &all, NULL);
    mbedtls_ssl_conf_authmode(&pair->server.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    mode = NOTHING;
    connect_as(pair, "- a client without a certificate", "localhost");
    mbedtls_ssl_conf_own_cert(&pair->client.conf, &client.cert, &client.key);
    connect_as(pair, "- a client with a certificate", "localhost");
    mode = CA_CHAIN;
    connect_as(pair, "- whose authority is not trusted here", "localhost");
    mbedtls_ssl_conf_authmode(&pair->server.conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
    connect_as(pair, "- which is optional", "localhost");
    mode = AUTH_NONE;
    connect_as(pair, "- and not asked for", "localhost");
    mode = NOTHING;
    mbedtls_ssl_conf_own_cert(&pair->client.conf, NULL, NULL);
    connect_as(pair, "- optional, and there is none", "localhost");
    mbedtls_ssl_conf_cert_cb(&pair->server.conf, NULL);
}

/* A program that could not read its certificate and goes on all the same. */
static void unread(struct pair *pair)
{
    struct identity none;

    mbedtls_x509_crt_init(&none.cert);
    none.key = ec.key;
    mbedtls_ssl_conf_authmode(&pair->server.conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
    mbedtls_ssl_conf_own_cert(&pair->client.conf, &none.cert, &none.key);
    connect_as(pair, "- a client with an empty certificate", "localhost");
    mbedtls_ssl_conf_own_cert(&pair->client.conf, NULL, NULL);
    show(pair, &none, NULL);
    connect_as(pair, "- a server with an empty certificate", "localhost");
    show(pair, &none, &ec);
    connect_as(pair, "- and another one", "localhost");
}

int main(void)
{
    struct pair *pair = pair_new();

    load(pair, "p384", &p384);
    load(pair, "ec", &ec);
    load(pair, "rsa", &rsa);
    load(pair, "wildcard", &wildcard);
    load(pair, "client", &client);
    load_chain("all.crt", &all);
    load_chain("other.crt", &other);
    several(pair);
    callbacks(pair);
    unread(pair);
    pair_free(pair);
    unload(&p384);
    unload(&ec);
    unload(&rsa);
    unload(&wildcard);
    unload(&client);
    mbedtls_x509_crt_free(&all);
    mbedtls_x509_crt_free(&other);
    return 0;
}
