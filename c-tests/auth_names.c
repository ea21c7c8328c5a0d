/* Which authorities a server names in its CertificateRequest (RFC 8446 section 4.2.4). */
#include "support/pair.h"
#include "support/sealer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = { "ca", "rsaca", "p521ca", "other", "intermediate" };

enum { AUTHORITIES = sizeof names / sizeof *names };

static mbedtls_x509_crt authority[AUTHORITIES], all, other, several;
static struct sealer server_keys;

static void load(mbedtls_x509_crt *list, const char *name)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s.crt", getenv("CERTS"), name);
    if (mbedtls_x509_crt_parse_file(list, path) != 0) {
        die(path);
    }
}

static void on_secret(void *context, mbedtls_ssl_key_export_type type, const unsigned char *secret, size_t length,
                      const unsigned char client_random[32], const unsigned char server_random[32],
                      mbedtls_tls_prf_types prf)
{
    (void) context;
    (void) client_random;
    (void) server_random;
    (void) prf;
    if (type == MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET) {
        sealer_init(&server_keys, secret, length);
    }
}

static size_t number(const unsigned char *bytes, size_t length)
{
    size_t number = 0;

    for (size_t i = 0; i < length; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

/* The handshake messages that the server has sent under its handshake keys, one behind the other. */
static size_t open_flight(const struct pipe *pipe, unsigned char *messages, size_t capacity)
{
    size_t length = 0;

    for (size_t at = pipe->position, size; at + 5 <= pipe->length; at += size) {
        const unsigned char *record = pipe->data + at;
        enum content_type type;

        size = 5 + number(record + 3, 2);
        if (record[0] != APPLICATION_DATA) {
            continue;
        }
        if (size > capacity - length) {
            die("a long flight");
        }
        int content = unseal(&server_keys, record, size, &type, messages + length);
        if (content < 0 || type != HANDSHAKE) {
            die("not a handshake record");
        }
        length += (size_t) content;
    }
    return length;
}

static void print_authority(const unsigned char *name, size_t length)
{
    for (int i = 0; i < AUTHORITIES; i++) {
        if (authority[i].subject_raw.len == length && memcmp(authority[i].subject_raw.p, name, length) == 0) {
            printf(" %s", names[i]);
            return;
        }
    }
    printf(" (%zu bytes)", length);
}

static void print_request(const unsigned char *body, size_t length)
{
    const unsigned char *at = body + 1 + body[0], *end = body + length;
    int there = 0;

    for (at += 2; at + 4 <= end; at += 4 + number(at + 2, 2)) {
        if (number(at, 2) != 47) { /* certificate_authorities */
            continue;
        }
        there = 1;
        const unsigned char *names_end = at + 4 + number(at + 2, 2);
        for (const unsigned char *name = at + 6; name < names_end; name += 2 + number(name, 2)) {
            print_authority(name + 2, number(name, 2));
        }
    }
    puts(there ? "" : " no list");
}

static void requested(struct pair *pair, const char *label)
{
    static unsigned char flight[1 << 17];
    size_t length;
    int asked = 0;

    printf("- %s:", label);
    pair_connect(pair);
    mbedtls_ssl_set_export_keys_cb(&pair->server.ssl, on_secret, NULL);
    mbedtls_ssl_handshake(&pair->client.ssl);
    for (int round = 0; round < 20; round++) {
        mbedtls_ssl_handshake(&pair->server.ssl);
    }
    length = open_flight(&pair->to_client, flight, sizeof flight);
    for (size_t at = 0; at + 4 <= length; at += 4 + number(flight + at + 1, 3)) {
        if (flight[at] == 13) { /* CertificateRequest */
            asked = 1;
            print_request(flight + at + 4, number(flight + at + 1, 3));
        }
    }
    if (!asked) {
        puts(" no request");
    }
}

enum { HINTS = 1, NO_HINTS = 2, CHAIN = 4, NO_CHAIN = 8, MODE_NONE = 16, MODE_REQUIRED = 32 };

static int choice;

static int on_cert(mbedtls_ssl_context *ssl)
{
    if (choice & (HINTS | NO_HINTS)) {
        mbedtls_ssl_set_hs_dn_hints(ssl, choice & HINTS ? &several : NULL);
    }
    if (choice & (CHAIN | NO_CHAIN)) {
        mbedtls_ssl_set_hs_ca_chain(ssl, choice & CHAIN ? &other : NULL, NULL);
    }
    if (choice & (MODE_NONE | MODE_REQUIRED)) {
        mbedtls_ssl_set_hs_authmode(ssl, choice & MODE_NONE ? MBEDTLS_SSL_VERIFY_NONE : MBEDTLS_SSL_VERIFY_REQUIRED);
    }
    return 0;
}

static void choices(struct pair *pair)
{
    static const struct {
        const char *label;
        int choice;
    } choices[] = {
        { "nothing is chosen", 0 },
        { "hints", HINTS },
        { "hints: NULL", NO_HINTS },
        { "a chain", CHAIN },
        { "a chain: NULL", NO_CHAIN },
        { "hints and a chain", HINTS | CHAIN },
        { "hints: NULL, and a chain", NO_HINTS | CHAIN },
        { "hints, and a chain: NULL", HINTS | NO_CHAIN },
        { "no verification", MODE_NONE },
        { "verification", MODE_REQUIRED },
    };

    mbedtls_ssl_conf_cert_cb(&pair->server.conf, on_cert);
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        choice = choices[i].choice;
        requested(pair, choices[i].label);
    }
    mbedtls_ssl_conf_cert_cb(&pair->server.conf, NULL);
}

static void configured(struct pair *pair)
{
    mbedtls_ssl_config *conf = &pair->server.conf;

    requested(pair, "not asked");
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
    requested(pair, "optional, no authorities");
    mbedtls_ssl_conf_ca_chain(conf, &all, NULL);
    requested(pair, "optional");
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    requested(pair, "required");
    mbedtls_ssl_conf_cert_req_ca_list(conf, MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED);
    requested(pair, "no list wanted");
    mbedtls_ssl_conf_dn_hints(conf, &several);
    requested(pair, "no list wanted, hints");
    mbedtls_ssl_conf_cert_req_ca_list(conf, MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED);
    requested(pair, "hints");
    mbedtls_ssl_conf_ca_chain(conf, NULL, NULL);
    requested(pair, "hints, no authorities");
    mbedtls_ssl_conf_ca_chain(conf, &all, NULL);
    puts("chosen in a callback, over hints");
    choices(pair);
    mbedtls_ssl_conf_dn_hints(conf, NULL);
    puts("chosen in a callback, without hints");
    choices(pair);
    mbedtls_ssl_conf_cert_req_ca_list(conf, MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED);
    puts("chosen in a callback, no list wanted");
    choices(pair);
}

int main(void)
{
    struct pair *pair = pair_new();

    for (int i = 0; i < AUTHORITIES; i++) {
        mbedtls_x509_crt_init(&authority[i]);
        load(&authority[i], names[i]);
    }
    mbedtls_x509_crt_init(&all);
    mbedtls_x509_crt_init(&other);
    mbedtls_x509_crt_init(&several);
    load(&all, "all");
    load(&other, "other");
    load(&several, "intermediate");
    load(&several, "rsaca");
    configured(pair);
    pair_free(pair);
    for (int i = 0; i < AUTHORITIES; i++) {
        mbedtls_x509_crt_free(&authority[i]);
    }
    mbedtls_x509_crt_free(&all);
    mbedtls_x509_crt_free(&other);
    mbedtls_x509_crt_free(&several);
    return 0;
}
