/* Automatic resumption: by the environment, and by mbedtls_compat_conf_auto_resume(); the callback for tickets; who is told.
 *
 * The functions are looked up when the program runs, since Debian's library has none of them.
 */
#define _GNU_SOURCE
#include "support/pair.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if __has_include(<mbedtls_compat.h>)
#include <mbedtls_compat.h>
#endif

typedef void ticket_cb(void *context, mbedtls_ssl_context *ssl, const mbedtls_ssl_session *session);
static void (*conf_auto_resume)(mbedtls_ssl_config *conf, int on);
static void (*conf_ticket_cb)(mbedtls_ssl_config *conf, ticket_cb *f_ticket, void *p_ticket);
static uint16_t (*get_group)(const mbedtls_ssl_context *ssl);
static unsigned (*get_tickets_received)(const mbedtls_ssl_context *ssl);
static int (*is_resumed)(const mbedtls_ssl_context *ssl);

static int look_up(const char *name, void *function)
{
    void *address = dlsym(RTLD_DEFAULT, name);

    memcpy(function, &address, sizeof address);
    return address != NULL;
}

static int have_functions(void)
{
#if __has_include(<mbedtls_compat.h>)
    /* The header's prototypes are the ones above. */
    conf_auto_resume = mbedtls_compat_conf_auto_resume;
    conf_ticket_cb = mbedtls_compat_conf_ticket_cb;
    get_group = mbedtls_compat_get_group;
    get_tickets_received = mbedtls_compat_get_tickets_received;
    is_resumed = mbedtls_compat_is_resumed;
#endif
    return look_up("mbedtls_compat_conf_auto_resume", &conf_auto_resume) &&
           look_up("mbedtls_compat_conf_ticket_cb", &conf_ticket_cb) && look_up("mbedtls_compat_get_group", &get_group) &&
           look_up("mbedtls_compat_get_tickets_received", &get_tickets_received) &&
           look_up("mbedtls_compat_is_resumed", &is_resumed);
}

static void go(struct pair *pair, const char *label, const char *host)
{
    char text[64];
    int code;

    printf("- %s: ", label);
    pair_connect(pair);
    mbedtls_ssl_set_hostname(&pair->client.ssl, host);
    pair_handshake(pair);
    printf("%s, group 0x%04x, certificate %s, flags 0x%x\n", is_resumed(&pair->client.ssl) ? "resumed" : "full",
           (unsigned) get_group(&pair->client.ssl), mbedtls_ssl_get_peer_cert(&pair->client.ssl) == NULL ? "no" : "yes",
           (unsigned) mbedtls_ssl_get_verify_result(&pair->client.ssl));
    if (is_resumed(&pair->client.ssl) != is_resumed(&pair->server.ssl)) {
        puts("  the server sees it differently");
    }
    code = mbedtls_ssl_write(&pair->server.ssl, (const unsigned char *) "data", 4);
    for (int round = 0; round < 9 && code != MBEDTLS_ERR_SSL_WANT_READ; round++) {
        code = read_text(&pair->client, text, sizeof text);
        printf("  read %s\n", code > 0 ? text : code_name(code));
    }
    printf("  tickets: %u\n", get_tickets_received(&pair->client.ssl));
}

/* A connection with each of so many hosts, which gives a ticket. */
static void hosts(struct pair *pair, int count)
{
    char name[32], text[64];

    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "host%d", i);
        pair_connect(pair);
        mbedtls_ssl_set_hostname(&pair->client.ssl, name);
        pair_handshake(pair);
        (void) read_text(&pair->client, text, sizeof text);
    }
}

static int on_verify(void *context, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    (void) crt;
    (void) flags;
    if (depth == 0) {
        printf("(verifier %s) ", (const char *) context);
    }
    return 0;
}

static unsigned char saved[2048];
static size_t saved_length;

static void on_ticket(void *context, mbedtls_ssl_context *ssl, const mbedtls_ssl_session *session)
{
    printf("  callback %s: %s\n", (const char *) context,
           code_name(mbedtls_ssl_session_save(session, saved, sizeof saved, &saved_length)));
    (void) ssl;
}

int main(void)
{
    struct pair *pair;

    if (!have_functions()) {
        puts("no automatic resumption");
        return 0;
    }

    puts("asked for by the environment");
    setenv("MBEDTLS_COMPAT", "resume", 1);
    pair = pair_new();
    unsetenv("MBEDTLS_COMPAT");
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 2);
    go(pair, "first", "localhost");
    go(pair, "second", "localhost");
    mbedtls_ssl_conf_authmode(&pair->client.conf, MBEDTLS_SSL_VERIFY_NONE);
    go(pair, "another host", "127.0.0.1");
    go(pair, "no host", NULL);
    go(pair, "still no host", NULL);
    mbedtls_ssl_conf_authmode(&pair->client.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    go(pair, "that other host, to be verified now", "127.0.0.1");
    mbedtls_ssl_conf_verify(&pair->client.conf, on_verify, "one");
    go(pair, "another verifier", "localhost");
    go(pair, "the same verifier", "localhost");
    mbedtls_ssl_conf_verify(&pair->client.conf, NULL, NULL);
    mbedtls_ssl_conf_session_tickets(&pair->client.conf, MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
    go(pair, "tickets are off", "localhost");
    mbedtls_ssl_conf_session_tickets(&pair->client.conf, MBEDTLS_SSL_SESSION_TICKETS_ENABLED);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, 1);
    go(pair, "the program sees to tickets itself", "localhost");
    pair_free(pair);

    puts("not asked for");
    pair = pair_new();
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 1);
    go(pair, "first", "localhost");
    go(pair, "second", "localhost");
    puts("switched on");
    conf_auto_resume(&pair->client.conf, 1);
    go(pair, "first", "localhost");
    for (int i = 0; i < 6; i++) {
        go(pair, "again", "localhost");
    }
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 0);
    go(pair, "the last ticket", "localhost");
    go(pair, "none left", "localhost");
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 6);
    go(pair, "six tickets", "localhost");
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 0);
    for (int i = 0; i < 5; i++) {
        go(pair, "four are kept", "localhost");
    }
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 1);
    go(pair, "one", "localhost");
    conf_auto_resume(&pair->client.conf, 0);
    conf_auto_resume(&pair->client.conf, 1);
    go(pair, "switched off and on", "localhost");
    conf_auto_resume(&pair->client.conf, 0);

    puts("65 hosts");
    conf_auto_resume(&pair->client.conf, 1);
    mbedtls_ssl_conf_authmode(&pair->client.conf, MBEDTLS_SSL_VERIFY_NONE);
    hosts(pair, 65);
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 0);
    go(pair, "the first is forgotten", "host0");
    go(pair, "the second is not", "host1");
    go(pair, "nor the last", "host64");
    mbedtls_ssl_conf_authmode(&pair->client.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 1);
    conf_auto_resume(&pair->client.conf, 0);

    puts("a callback");
    conf_ticket_cb(&pair->client.conf, on_ticket, "context");
    go(pair, "first", "localhost");
    go(pair, "second", "localhost");
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, 1);
    go(pair, "and the signal", "localhost");
    printf("saved: %s\n", saved_length > 0 ? "yes" : "no");
    conf_ticket_cb(&pair->client.conf, NULL, NULL);
    pair_free(pair);

    puts("null");
    conf_auto_resume(NULL, 1);
    conf_ticket_cb(NULL, on_ticket, NULL);
    printf("%u %u %d\n", (unsigned) get_group(NULL), get_tickets_received(NULL), is_resumed(NULL));
    return 0;
}
