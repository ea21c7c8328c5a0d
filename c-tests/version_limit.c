/* A configuration that ends at TLS 1.2, in a program whose user can only set the environment; what mbedtls_ssl_setup() says. */
#define _GNU_SOURCE
#include "support/pair.h"

#include <mbedtls/debug.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void on_debug(void *context, int level, const char *file, int line, const char *text)
{
    (void) file;
    (void) line;
    if (level == 1 && strstr(text, "mbedtls_ssl_setup") != NULL) {
        printf("  %s: %s", (const char *) context, text);
    }
}

static void set_up(struct pair *pair, const char *words)
{
    mbedtls_ssl_context ssl;

    if (words != NULL) {
        setenv("MBEDTLS_COMPAT", words, 1);
    }
    mbedtls_ssl_init(&ssl);
    printf("%s: ", words == NULL ? "nothing set" : words);
    print_code("setup", mbedtls_ssl_setup(&ssl, &pair->client.conf));
    mbedtls_ssl_free(&ssl);
    unsetenv("MBEDTLS_COMPAT");
}

int main(void)
{
    struct pair *pair = pair_new();
    mbedtls_ssl_config *conf = &pair->client.conf;

    mbedtls_debug_set_threshold(1);
    mbedtls_ssl_conf_dbg(conf, on_debug, "debug");
    mbedtls_ssl_conf_min_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_2);
    mbedtls_ssl_conf_max_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_2);
    set_up(pair, NULL);
    set_up(pair, "");
    set_up(pair, "tls12,TLS13,tls130");
    set_up(pair, "tls13");
    set_up(pair, "resume,tls13");

    mbedtls_ssl_conf_min_tls_version(&pair->server.conf, MBEDTLS_SSL_VERSION_TLS1_2);
    mbedtls_ssl_conf_ciphersuites(&pair->client.conf, mbedtls_ssl_list_ciphersuites());
    mbedtls_ssl_conf_ciphersuites(&pair->server.conf, mbedtls_ssl_list_ciphersuites());
    setenv("MBEDTLS_COMPAT", "tls13", 1);
    pair_connect(pair);
    pair_handshake(pair);
    printf("connected with %s\n", mbedtls_ssl_get_version(&pair->client.ssl));
    print_write("write", &pair->client, "hello");
    print_read("read", &pair->server);
    pair_free(pair);
    return 0;
}
