/* Chains of chains/make in handshakes: what a client makes of a server's, and a server of a client's. */
#include "support/pair.h"

#include <mbedtls/x509_crl.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const mbedtls_x509_crt_profile old_profile = { 0xffffffff, 0xffffffff, 0xffffffff, 1024 };

struct row {
    const char *chain;
    const char *trusted;
    const char *key; /* k8 unless it is said */
    const mbedtls_x509_crt_profile *profile;
    const char *lists;
};

static const struct row rows[] = {
    { .chain = "leaf", .trusted = "root" },
    { .chain = "inter-leaf inter", .trusted = "root" },
    { .chain = "inter-leaf inter root", .trusted = "root" },
    { .chain = "inter-leaf", .trusted = "root" },
    { .chain = "inter-leaf root inter", .trusted = "root" },
    { .chain = "deep6-leaf deep6 deep5 deep4 deep3 deep2 deep1", .trusted = "root" },
    { .chain = "deep8-leaf deep8 deep7 deep6 deep5 deep4 deep3 deep2 deep1", .trusted = "root" },
    { .chain = "deep9-leaf deep9 deep8 deep7 deep6 deep5 deep4 deep3 deep2 deep1", .trusted = "root" },
    { .chain = "leaf", .trusted = "stranger" },
    { .chain = "leaf", .trusted = "" },
    { .chain = "self", .trusted = "self" },
    { .chain = "self", .trusted = "root" },
    { .chain = "self-ca", .trusted = "self-ca" },
    { .chain = "expired", .trusted = "root" },
    { .chain = "future", .trusted = "root" },
    { .chain = "expired-root-leaf", .trusted = "expired-root" },
    { .chain = "inter-expired-leaf inter-expired", .trusted = "root" },
    { .chain = "names", .trusted = "root" },
    { .chain = "name-cn", .trusted = "root" },
    { .chain = "v1-leaf", .trusted = "root" },
    { .chain = "inter-v1-leaf inter", .trusted = "root" },
    { .chain = "v1-root-leaf", .trusted = "v1-root" },
    { .chain = "ca-leaf", .trusted = "root" },
    { .chain = "ca-server", .trusted = "root" },
    { .chain = "for-clients", .trusted = "root" },
    { .chain = "for-both", .trusted = "root" },
    { .chain = "for-any", .trusted = "root" },
    { .chain = "for-code", .trusted = "root" },
    { .chain = "bare", .trusted = "root" },
    { .chain = "usage-encipher", .trusted = "root" },
    { .chain = "usage-agree", .trusted = "root" },
    { .chain = "usage-all", .trusted = "root" },
    { .chain = "inter-clients-leaf inter-clients", .trusted = "root" },
    { .chain = "inter-servers-leaf inter-servers", .trusted = "root" },
    { .chain = "inter-fine-leaf inter-fine", .trusted = "root" },
    { .chain = "upper-leaf", .trusted = "root" },
    { .chain = "printable-leaf", .trusted = "root-upper" },
    { .chain = "policy-any", .trusted = "root" },
    { .chain = "critical-ids", .trusted = "root" },
    { .chain = "forever", .trusted = "root" },
    { .chain = "sha1-leaf", .trusted = "root" },
    { .chain = "sha1-leaf", .trusted = "root", .profile = &old_profile },
    { .chain = "sha512-leaf", .trusted = "root" },
    { .chain = "p384-leaf", .trusted = "p384-root" },
    { .chain = "p521-leaf", .trusted = "p521-root" },
    { .chain = "brainpoolP256r1-leaf", .trusted = "brainpoolP256r1-root" },
    { .chain = "brainpoolP384r1-leaf", .trusted = "brainpoolP384r1-root" },
    { .chain = "brainpoolP512r1-leaf", .trusted = "brainpoolP512r1-root" },
    { .chain = "prime192v1-leaf", .trusted = "prime192v1-root" },
    { .chain = "prime192v1-leaf", .trusted = "prime192v1-root", .profile = &old_profile },
    { .chain = "brainpoolP256r1-key", .trusted = "root", .key = "brainpoolP256r1" },
    { .chain = "rsa1024-leaf", .trusted = "rsa1024-root" },
    { .chain = "rsa1024-leaf", .trusted = "rsa1024-root", .profile = &old_profile },
    { .chain = "rsa2048-leaf", .trusted = "rsa2048-root" },
    { .chain = "rsa2048-sha1-leaf", .trusted = "rsa2048-root", .profile = &old_profile },
    { .chain = "rsa8192-leaf", .trusted = "rsa8192-root" },
    { .chain = "pss-sha256-20", .trusted = "rsa2048-root" },
    { .chain = "pss-sha256-32", .trusted = "rsa2048-root" },
    { .chain = "has-p384", .trusted = "root", .key = "p384" },
    { .chain = "has-p521", .trusted = "root", .key = "p521" },
    { .chain = "has-rsa2048", .trusted = "root", .key = "rsa2048" },
    { .chain = "has-rsa3072", .trusted = "root", .key = "rsa3072" },
    { .chain = "leaf", .trusted = "root", .lists = "leaf" },
    { .chain = "leaf2", .trusted = "root", .key = "k7", .lists = "leaf" },
    { .chain = "leaf", .trusted = "root", .lists = "stale-none" },
    { .chain = "leaf", .trusted = "root", .lists = "forged" },
    { .chain = "leaf", .trusted = "root", .lists = "upper" },
    { .chain = "ca-leaf", .trusted = "root", .lists = "leaf" },
    { .chain = "inter-leaf inter", .trusted = "root", .lists = "inter" },
    { .chain = "inter-leaf inter", .trusted = "root", .lists = "below" },
};

static const char *path(const char *name, const char *suffix)
{
    static char path[512];

    snprintf(path, sizeof path, "%s/chains/%s.%s", getenv("CERTS"), name, suffix);
    return path;
}

static void load(mbedtls_x509_crt *list, const char *names)
{
    char copy[512];

    mbedtls_x509_crt_init(list);
    snprintf(copy, sizeof copy, "%s", names);
    for (char *name = strtok(copy, " "); name != NULL; name = strtok(NULL, " ")) {
        if (mbedtls_x509_crt_parse_file(list, path(name, "crt")) != 0) {
            die(name);
        }
    }
}

static int on_verify(void *context, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    (void) crt;
    printf("%s%d:%x", (const char *) context, depth, (unsigned) *flags);
    return 0;
}

static void handshake(struct pair *pair, const struct row *row, struct side *judge, struct side *judged)
{
    static const int modes[] = { MBEDTLS_SSL_VERIFY_REQUIRED, MBEDTLS_SSL_VERIFY_OPTIONAL };
    mbedtls_x509_crt chain, trusted;
    mbedtls_x509_crl lists;
    mbedtls_pk_context key;
    int client, server;

    load(&chain, row->chain);
    load(&trusted, row->trusted);
    mbedtls_x509_crl_init(&lists);
    mbedtls_pk_init(&key);
    if ((row->lists != NULL && mbedtls_x509_crl_parse_file(&lists, path(row->lists, "crl")) != 0) ||
        mbedtls_pk_parse_keyfile(&key, path(row->key == NULL ? "k8" : row->key, "key"), NULL, mbedtls_ctr_drbg_random,
                                 &pair->random) != 0) {
        die(row->chain);
    }
    mbedtls_ssl_conf_own_cert(&judged->conf, NULL, NULL);
    if (mbedtls_ssl_conf_own_cert(&judged->conf, &chain, &key) != 0) {
        die("own_cert");
    }
    mbedtls_ssl_conf_ca_chain(&judge->conf, row->trusted[0] == '\0' ? NULL : &trusted, row->lists == NULL ? NULL : &lists);
    mbedtls_ssl_conf_cert_profile(&judge->conf, row->profile == NULL ? &mbedtls_x509_crt_profile_default : row->profile);
    mbedtls_ssl_conf_verify(&judge->conf, on_verify, " ");
    printf("%s < %s%s%s%s\n", row->chain, row->trusted, row->profile == NULL ? "" : ", old profile",
           row->lists == NULL ? "" : ", list ", row->lists == NULL ? "" : row->lists);
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        mbedtls_ssl_conf_authmode(&judge->conf, modes[i]);
        printf("  %s:", i == 0 ? "required" : "optional");
        pair_connect(pair);
        pair_try_handshake(pair, 20, &client, &server);
        printf("; %s, flags %x\n", code_name(judge == &pair->client ? client : server),
               (unsigned) mbedtls_ssl_get_verify_result(&judge->ssl));
    }
    mbedtls_ssl_conf_ca_chain(&judge->conf, NULL, NULL);
    mbedtls_ssl_conf_own_cert(&judged->conf, NULL, NULL);
    mbedtls_x509_crt_free(&chain);
    mbedtls_x509_crt_free(&trusted);
    mbedtls_x509_crl_free(&lists);
    mbedtls_pk_free(&key);
}

int main(void)
{
    struct pair *pair = pair_new();

    puts("servers");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        handshake(pair, &rows[i], &pair->client, &pair->server);
    }
    mbedtls_ssl_conf_own_cert(&pair->server.conf, &pair->server.own, &pair->server.key);
    mbedtls_ssl_conf_ca_chain(&pair->client.conf, &pair->client.chain, NULL);
    mbedtls_ssl_conf_verify(&pair->client.conf, NULL, NULL);
    puts("clients");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        handshake(pair, &rows[i], &pair->server, &pair->client);
    }
    pair_free(pair);
    return 0;
}
