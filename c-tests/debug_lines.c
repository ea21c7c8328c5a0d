/* What the debug callback hears of a handshake, a ticket and two refusals, at each threshold; numbers are left out. */
#include "support/pair.h"

#include <mbedtls/debug.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char heard[1 << 20];
static size_t heard_length;
static int loudest;

static void on_debug(void *who, int level, const char *file, int line, const char *text)
{
    int in_number = 0;

    (void) file;
    (void) line;
    loudest = level > loudest ? level : loudest;
    if (heard_length + strlen(text) < sizeof heard) {
        strcpy(heard + heard_length, text);
        heard_length += strlen(text);
    }
    if (level == 4) {
        return; /* how much the transport takes at once is not printed */
    }
    printf("%s %d ", (const char *) who, level);
    for (; *text != '\0'; text++) {
        int is_digit = (*text >= '0' && *text <= '9') || (in_number && *text >= 'a' && *text <= 'f');

        if (!is_digit || !in_number) {
            putchar(is_digit ? '#' : *text);
        }
        in_number = is_digit || (in_number && *text == 'x');
    }
}

static int mentions(const unsigned char *secret, size_t length)
{
    char hex[129] = "", low[129] = "";

    for (size_t i = 0; i < 8 && i < length; i++) {
        sprintf(hex + 2 * i, "%02X", secret[i]);
        sprintf(low + 2 * i, "%02x", secret[i]);
    }
    return strstr(heard, hex) != NULL || strstr(heard, low) != NULL;
}

int main(void)
{
    struct pair *pair = pair_new();
    int client, server;

    mbedtls_ssl_conf_dbg(&pair->client.conf, on_debug, "client");
    mbedtls_ssl_conf_dbg(&pair->server.conf, on_debug, "server");
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 1);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&pair->client.conf, 1);
    for (int threshold = 0; threshold <= 4; threshold++) {
        printf("- threshold %d\n", threshold);
        mbedtls_debug_set_threshold(threshold);
        loudest = 0;
        pair_connect(pair);
        pair_handshake(pair);
        print_read("read", &pair->client);
        if (mentions(pair->client.client_secret, pair->client.secret_length) ||
            mentions(pair->client.server_secret, pair->client.secret_length)) {
            puts("a secret was told");
        }
        printf("- threshold %d: another name\n", threshold);
        pair_connect(pair);
        mbedtls_ssl_set_hostname(&pair->client.ssl, "other");
        pair_try_handshake(pair, 20, &client, &server);
        printf("- threshold %d: a message that does not belong there\n", threshold);
        pair_connect(pair);
        pipe_put(&pair->to_server, (const unsigned char *) "\26\3\3\0\4\24\0\0\0", 9);
        print_code("server", mbedtls_ssl_handshake(&pair->server.ssl));
        print_code("renegotiate", mbedtls_ssl_renegotiate(&pair->server.ssl));
        printf("loudest: %d\n", loudest);
    }
    mbedtls_debug_set_threshold(0);
    pair_free(pair);
    return 0;
}
