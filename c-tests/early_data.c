/* Early data from write_early_data() to its arrival, and every way in which it does not arrive but the connection works.
 *
 * The functions are looked up when the program runs, since Debian's library has none of them.
 */
#define _GNU_SOURCE
#include "support/pair.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#if __has_include(<mbedtls_compat.h>)
#include <mbedtls_compat.h>
#else
enum { MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED, MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED,
       MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED };
#endif

static void (*conf_early_data)(mbedtls_ssl_config *conf, int enabled);
static void (*conf_max_early_data_size)(mbedtls_ssl_config *conf, uint32_t size);
static int (*read_early_data)(mbedtls_ssl_context *ssl, unsigned char *buf, size_t len);
static int (*write_early_data)(mbedtls_ssl_context *ssl, const unsigned char *buf, size_t len);
static int (*get_early_data_status)(mbedtls_ssl_context *ssl);

static int look_up(const char *name, void *function)
{
    void *address = dlsym(RTLD_DEFAULT, name);

    memcpy(function, &address, sizeof address);
    return address != NULL;
}

static int have_early_data(void)
{
#if __has_include(<mbedtls_compat.h>)
    /* The header's prototypes are the ones above. */
    conf_early_data = mbedtls_ssl_conf_early_data;
    conf_max_early_data_size = mbedtls_ssl_conf_max_early_data_size;
    read_early_data = mbedtls_ssl_read_early_data;
    write_early_data = mbedtls_ssl_write_early_data;
    get_early_data_status = mbedtls_ssl_get_early_data_status;
#endif
    return look_up("mbedtls_ssl_conf_early_data", &conf_early_data) &&
           look_up("mbedtls_ssl_conf_max_early_data_size", &conf_max_early_data_size) &&
           look_up("mbedtls_ssl_read_early_data", &read_early_data) &&
           look_up("mbedtls_ssl_write_early_data", &write_early_data) &&
           look_up("mbedtls_ssl_get_early_data_status", &get_early_data_status);
}

static int early_secrets;

static void on_secret(void *context, mbedtls_ssl_key_export_type type, const unsigned char *secret, size_t length,
                      const unsigned char client_random[32], const unsigned char server_random[32],
                      mbedtls_tls_prf_types prf)
{
    (void) context;
    (void) secret;
    (void) length;
    (void) client_random;
    (void) server_random;
    (void) prf;
    early_secrets += type == MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET;
}

static const char *status_name(int status)
{
    return status == MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED ? "not indicated"
           : status == MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED    ? "accepted"
           : status == MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED    ? "rejected"
                                                                 : code_name(status);
}

static void print_number(const char *label, int number)
{
    if (number < 0) {
        print_code(label, number);
    } else {
        printf("%s: %d\n", label, number);
    }
}

static int write_early(struct pair *pair, const char *text)
{
    return write_early_data(&pair->client.ssl, (const unsigned char *) text, strlen(text));
}

/* The newest ticket's session; any it held before is replaced. */
static void take_session(struct pair *pair, mbedtls_ssl_session *session)
{
    char text[16];

    for (int calls = 0; calls < 20; calls++) {
        if (read_text(&pair->client, text, sizeof text) == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            mbedtls_ssl_session_free(session);
            print_code("get_session", mbedtls_ssl_get_session(&pair->client.ssl, session));
            return;
        }
    }
    puts("no ticket");
}

static void connect_with(const char *what, struct pair *pair, const mbedtls_ssl_session *session)
{
    printf("- %s\n", what);
    pair_connect(pair);
    early_secrets = 0;
    mbedtls_ssl_set_export_keys_cb(&pair->client.ssl, on_secret, NULL);
    mbedtls_ssl_set_export_keys_cb(&pair->server.ssl, on_secret, NULL);
    if (session != NULL) {
        print_code("set_session", mbedtls_ssl_set_session(&pair->client.ssl, session));
    }
}

/* The server's handshake up to its end, with the early data that comes on the way. */
static int serve(struct pair *pair)
{
    int code;

    while ((code = mbedtls_ssl_handshake(&pair->server.ssl)) == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
        char text[64] = "";
        int length = read_early_data(&pair->server.ssl, (unsigned char *) text, sizeof text - 1);

        printf("server: early \"%.*s\", state %d\n", length > 0 ? length : 0, text,
               pair->server.ssl.MBEDTLS_PRIVATE(state));
    }
    return code;
}

static void finish(struct pair *pair)
{
    int client = MBEDTLS_ERR_SSL_WANT_READ, server = client;
    char text[64];

    for (int round = 0; round < 20 && (client != 0 || server != 0); round++) {
        server = serve(pair);
        client = mbedtls_ssl_handshake(&pair->client.ssl);
    }
    print_code("client", client);
    print_code("server", server);
    printf("early data: %s; %d early secrets\n", status_name(get_early_data_status(&pair->client.ssl)), early_secrets);
    print_number("write_early_data, late", write_early(pair, "late"));
    print_number("read_early_data, late", read_early_data(&pair->server.ssl, (unsigned char *) text, sizeof text));
    printf("goes through: %d\n", mbedtls_ssl_write(&pair->client.ssl, (const unsigned char *) "hello", 5) == 5 &&
                                     read_text(&pair->server, text, sizeof text) == 5 && strcmp(text, "hello") == 0);
}

static void nothing_is_given(void)
{
    unsigned char byte = 0;

    puts("- null");
    conf_early_data(NULL, 1);
    conf_max_early_data_size(NULL, 1);
    print_code("read_early_data", read_early_data(NULL, &byte, 1));
    print_code("write_early_data", write_early_data(NULL, &byte, 1));
    print_code("get_early_data_status", get_early_data_status(NULL));
}

static void in_small_steps(struct pair *pair, const mbedtls_ssl_session *session)
{
    int code, calls = 0;
    char text[64];

    connect_with("a transport that takes seven bytes at a time, a reader that takes three", pair, session);
    do {
        pair->to_server.room = 7;
        code = write_early(pair, "piece by piece");
        calls++;
    } while (code == MBEDTLS_ERR_SSL_WANT_WRITE);
    pair->to_server.room = SIZE_MAX;
    print_number("write_early_data", code);
    printf("several calls: %d\n", calls > 10);
    print_code("server", mbedtls_ssl_handshake(&pair->server.ssl));
    print_code("the same without reading", mbedtls_ssl_handshake(&pair->server.ssl));
    print_number("bytes there", (int) mbedtls_ssl_get_bytes_avail(&pair->server.ssl));
    for (int i = 0; i < 2; i++) {
        code = read_early_data(&pair->server.ssl, (unsigned char *) text, 3);
        printf("read_early_data: %d \"%.3s\"\n", code, text);
    }
    finish(pair);
}

int main(void)
{
    static const char *protocols[] = { "h2", NULL }, *others[] = { "http/1.1", NULL };
    struct pair *pair;
    mbedtls_ssl_session session, copy;
    unsigned char bytes[4096];
    size_t length = 0;

    if (!have_early_data()) {
        puts("no early data in this library");
        return 0;
    }
    nothing_is_given();

    pair = pair_new();
    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_session_init(&copy);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, 1);
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 1);
    conf_early_data(&pair->client.conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
    conf_early_data(&pair->server.conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);

    connect_with("no session", pair, NULL);
    print_number("write_early_data", write_early(pair, "too early"));
    print_code("the server's status", get_early_data_status(&pair->server.ssl));
    print_code("the status in the midst of the handshake", get_early_data_status(&pair->client.ssl));
    print_number("the server writes", write_early_data(&pair->server.ssl, (const unsigned char *) "x", 1));
    finish(pair);
    take_session(pair, &session);

    connect_with("a session: two records of early data", pair, &session);
    print_number("write_early_data", write_early(pair, "hello, "));
    print_number("write_early_data", write_early(pair, "early world"));
    finish(pair);
    take_session(pair, &copy);

    connect_with("the same ticket once more", pair, &session);
    print_number("write_early_data", write_early(pair, "replayed"));
    finish(pair);
    take_session(pair, &session);

    connect_with("none is written", pair, &session);
    finish(pair);
    take_session(pair, &session);

    in_small_steps(pair, &session);
    take_session(pair, &session);

    puts("- saved and loaded");
    print_code("save", mbedtls_ssl_session_save(&session, bytes, sizeof bytes, &length));
    mbedtls_ssl_session_free(&session);
    print_code("load", mbedtls_ssl_session_load(&session, bytes, length));
    connect_with("resumption with what was loaded, the server reads when it wants data", pair, &session);
    print_number("write_early_data", write_early(pair, "from the file"));
    print_number("mbedtls_ssl_read", mbedtls_ssl_read(&pair->server.ssl, bytes, sizeof bytes));
    finish(pair);

    connect_with("switched off at the client", pair, &copy);
    conf_early_data(&pair->client.conf, MBEDTLS_SSL_EARLY_DATA_DISABLED);
    print_number("write_early_data", write_early(pair, "no"));
    finish(pair);
    conf_early_data(&pair->client.conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
    take_session(pair, &session);

    conf_early_data(&pair->server.conf, MBEDTLS_SSL_EARLY_DATA_DISABLED);
    connect_with("switched off at the server", pair, &session);
    print_number("write_early_data", write_early(pair, "passed over"));
    finish(pair);
    take_session(pair, &session);
    connect_with("a ticket of that server", pair, &session);
    print_number("write_early_data", write_early(pair, "no"));
    finish(pair);

    conf_early_data(&pair->server.conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
    conf_max_early_data_size(&pair->server.conf, 10);
    connect_with("ten bytes per ticket: the ticket", pair, NULL);
    finish(pair);
    take_session(pair, &session);
    connect_with("ten bytes per ticket", pair, &session);
    print_number("write_early_data", write_early(pair, "1234567"));
    print_number("write_early_data", write_early(pair, "8901234"));
    print_number("write_early_data", write_early(pair, "5678901"));
    finish(pair);
    take_session(pair, &session);

    print_code("protocols", mbedtls_ssl_conf_alpn_protocols(&pair->client.conf, protocols));
    print_code("protocols", mbedtls_ssl_conf_alpn_protocols(&pair->server.conf, protocols));
    connect_with("a ticket without a protocol, a connection with one", pair, &session);
    print_number("write_early_data", write_early(pair, "for none"));
    finish(pair);
    take_session(pair, &session);
    connect_with("the same protocol", pair, &session);
    print_number("write_early_data", write_early(pair, "for h2"));
    finish(pair);
    take_session(pair, &session);
    print_code("protocols", mbedtls_ssl_conf_alpn_protocols(&pair->client.conf, others));
    print_code("protocols", mbedtls_ssl_conf_alpn_protocols(&pair->server.conf, others));
    connect_with("another protocol", pair, &session);
    print_number("write_early_data", write_early(pair, "for h2"));
    finish(pair);

    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(&copy);
    pair_free(pair);
    return 0;
}
