/* Revocation lists in a handshake, and what a verify callback can ask its own context. */
#include "support/pair.h"

#include <mbedtls/x509_crl.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct identity {
    mbedtls_x509_crt cert;
    mbedtls_pk_context key;
};

static struct identity ec, p384, behind, client;
static mbedtls_x509_crt all;

static const char *path(const char *name, const char *suffix)
{
    static char path[512];

    snprintf(path, sizeof path, "%s/%s.%s", getenv("CERTS"), name, suffix);
    return path;
}

static void load(struct pair *pair, const char *name, struct identity *identity)
{
    mbedtls_x509_crt_init(&identity->cert);
    mbedtls_pk_init(&identity->key);
    if (mbedtls_x509_crt_parse_file(&identity->cert, path(name, "crt")) != 0 ||
        mbedtls_pk_parse_keyfile(&identity->key, path(name, "key"), NULL, mbedtls_ctr_drbg_random, &pair->random) != 0) {
        die(name);
    }
}

static void unload(struct identity *identity)
{
    mbedtls_x509_crt_free(&identity->cert);
    mbedtls_pk_free(&identity->key);
}

/* The lists named, one after another. "broken" is revoked.crl with another last byte, which belongs to the signature. */
static void load_lists(mbedtls_x509_crl *lists, const char *names)
{
    char copy[128];

    mbedtls_x509_crl_init(lists);
    snprintf(copy, sizeof copy, "%s", names);
    for (char *name = strtok(copy, " "); name != NULL; name = strtok(NULL, " ")) {
        int broken = strcmp(name, "broken") == 0;
        mbedtls_x509_crl whole;
        unsigned char der[2048];
        int code;

        if (!broken) {
            code = mbedtls_x509_crl_parse_file(lists, path(name, "crl"));
        } else {
            mbedtls_x509_crl_init(&whole);
            if (mbedtls_x509_crl_parse_file(&whole, path("revoked", "crl")) != 0 || whole.raw.len > sizeof der) {
                die("revoked.crl");
            }
            memcpy(der, whole.raw.p, whole.raw.len);
            der[whole.raw.len - 1] ^= 1;
            code = mbedtls_x509_crl_parse_der(lists, der, whole.raw.len);
            mbedtls_x509_crl_free(&whole);
        }
        if (code != 0) {
            die(name);
        }
    }
}

static void result(const char *label, struct side *side, int code)
{
    const mbedtls_x509_crt *peer = mbedtls_ssl_get_peer_cert(&side->ssl);
    char name[128] = "nobody";

    if (peer != NULL) {
        mbedtls_x509_dn_gets(name, sizeof name, &peer->subject);
    }
    printf("  %s: %s, flags 0x%x, sees %s\n", label, code_name(code), (unsigned) mbedtls_ssl_get_verify_result(&side->ssl), name);
}

/* The side that verifies; the other one's flags say nothing about lists. */
static void connect_pair(struct pair *pair, struct side *judge)
{
    int client_code, server_code;

    pair_connect(pair);
    pair_try_handshake(pair, 20, &client_code, &server_code);
    result(judge == &pair->client ? "client" : "server", judge, judge == &pair->client ? client_code : server_code);
}

static void show(struct side *side, struct identity *identity)
{
    mbedtls_ssl_conf_own_cert(&side->conf, NULL, NULL);
    if (mbedtls_ssl_conf_own_cert(&side->conf, &identity->cert, &identity->key) != 0) {
        die("own_cert");
    }
}

static void judged(struct pair *pair, struct side *judge, const char *who, const char *names)
{
    mbedtls_x509_crl lists;

    printf("- %s, lists: %s\n", who, names);
    load_lists(&lists, names);
    mbedtls_ssl_conf_ca_chain(&judge->conf, &all, &lists);
    mbedtls_ssl_conf_authmode(&judge->conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    connect_pair(pair, judge);
    mbedtls_ssl_conf_authmode(&judge->conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
    connect_pair(pair, judge);
    mbedtls_ssl_conf_authmode(&judge->conf, MBEDTLS_SSL_VERIFY_NONE);
    connect_pair(pair, judge);
    mbedtls_ssl_conf_ca_chain(&judge->conf, &all, NULL);
    mbedtls_x509_crl_free(&lists);
}

static void servers(struct pair *pair)
{
    static const char *const lists[] = { "",        "none",   "revoked",        "stale",          "future",       "sha1",
                                         "broken",  "other",  "impostor",       "other revoked",  "none revoked", "broken none",
                                         "stale revoked", "impostor revoked", "intermediate" };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        show(&pair->server, &ec);
        judged(pair, &pair->client, "ec", lists[i]);
        show(&pair->server, &p384);
        judged(pair, &pair->client, "p384, which no list names", lists[i]);
        show(&pair->server, &behind);
        judged(pair, &pair->client, "behind an intermediate", lists[i]);
    }
    show(&pair->server, &ec);
    mbedtls_ssl_conf_authmode(&pair->client.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
}

static void clients(struct pair *pair)
{
    static const char *const lists[] = { "", "none", "revoked", "stale", "future", "broken", "other", "impostor" };

    show(&pair->client, &client);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        judged(pair, &pair->server, "client", lists[i]);
    }
}

static mbedtls_x509_crl chosen;
static mbedtls_x509_crt *chosen_chain;

static int on_cert(mbedtls_ssl_context *ssl)
{
    mbedtls_ssl_set_hs_ca_chain(ssl, chosen_chain, &chosen);
    return 0;
}

static void list_for_one_handshake(struct pair *pair)
{
    mbedtls_ssl_conf_authmode(&pair->server.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    puts("- a list for one handshake");
    load_lists(&chosen, "revoked");
    mbedtls_ssl_conf_cert_cb(&pair->server.conf, on_cert);
    chosen_chain = &all;
    connect_pair(pair, &pair->server);
    puts("- a list without a chain changes nothing");
    chosen_chain = NULL;
    connect_pair(pair, &pair->server);
    mbedtls_ssl_conf_cert_cb(&pair->server.conf, NULL);
    connect_pair(pair, &pair->server);
    mbedtls_x509_crl_free(&chosen);
}

static struct {
    mbedtls_ssl_context *ssl;
    uint32_t clear;
    int answer;
} asked;

static int on_verify(void *context, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    char name[128];
    const mbedtls_x509_crt *peer = mbedtls_ssl_get_peer_cert(asked.ssl);

    mbedtls_x509_dn_gets(name, sizeof name, &crt->subject);
    printf("  %s: depth %d flags 0x%x %s; the context: 0x%x, %s\n", (const char *) context, depth, (unsigned) *flags, name,
           (unsigned) mbedtls_ssl_get_verify_result(asked.ssl), peer == NULL ? "no certificate" : "a certificate");
    *flags &= ~asked.clear;
    return asked.answer;
}

static void asked_in_callback(struct pair *pair, struct side *judge, const char *label, uint32_t clear, int answer)
{
    mbedtls_x509_crl lists;

    printf("- callback: %s\n", label);
    load_lists(&lists, "revoked");
    asked.ssl = &judge->ssl;
    asked.clear = clear;
    asked.answer = answer;
    mbedtls_ssl_conf_ca_chain(&judge->conf, &all, &lists);
    mbedtls_ssl_conf_verify(&judge->conf, on_verify, "callback");
    connect_pair(pair, judge);
    mbedtls_ssl_conf_verify(&judge->conf, NULL, NULL);
    mbedtls_ssl_conf_ca_chain(&judge->conf, &all, NULL);
    mbedtls_x509_crl_free(&lists);
}

static void callbacks(struct pair *pair)
{
    static const int modes[] = { MBEDTLS_SSL_VERIFY_REQUIRED, MBEDTLS_SSL_VERIFY_OPTIONAL };

    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        mbedtls_ssl_conf_authmode(&pair->client.conf, modes[i]);
        mbedtls_ssl_conf_authmode(&pair->server.conf, modes[i]);
        show(&pair->server, &p384);
        asked_in_callback(pair, &pair->client, "nothing is wrong", 0, 0);
        asked_in_callback(pair, &pair->client, "a failure", 0, -0x1234);
        asked_in_callback(pair, &pair->client, "a verdict", 0, MBEDTLS_ERR_X509_CERT_VERIFY_FAILED);
        show(&pair->server, &ec);
        asked_in_callback(pair, &pair->client, "revoked", 0, 0);
        asked_in_callback(pair, &pair->client, "revoked, and forgiven", MBEDTLS_X509_BADCERT_REVOKED, 0);
        show(&pair->server, &behind);
        asked_in_callback(pair, &pair->client, "a revoked intermediate", 0, 0);
        asked_in_callback(pair, &pair->server, "a client", 0, 0);
    }
}

int main(void)
{
    struct pair *pair = pair_new();

    load(pair, "ec", &ec);
    load(pair, "p384", &p384);
    load(pair, "chain", &behind);
    load(pair, "client", &client);
    mbedtls_x509_crt_init(&all);
    if (mbedtls_x509_crt_parse_file(&all, path("all", "crt")) != 0) {
        die("all.crt");
    }
    servers(pair);
    mbedtls_ssl_conf_ca_chain(&pair->server.conf, &all, NULL);
    clients(pair);
    list_for_one_handshake(pair);
    callbacks(pair);
    pair_free(pair);
    unload(&ec);
    unload(&p384);
    unload(&behind);
    unload(&client);
    mbedtls_x509_crt_free(&all);
    return 0;
}
