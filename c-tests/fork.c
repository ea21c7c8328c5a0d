/* fork(): before the library is used, before a handshake, and with a connection. Each process goes on by itself, and what they draw
 * is different. */
#include "support/pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static unsigned char client_random[32];

static void on_keys(void *context, mbedtls_ssl_key_export_type type, const unsigned char *secret, size_t length,
                    const unsigned char random[32], const unsigned char server_random[32], mbedtls_tls_prf_types prf)
{
    (void) context;
    (void) type;
    (void) secret;
    (void) length;
    (void) server_random;
    (void) prf;
    memcpy(client_random, random, 32);
}

static void handshake(struct pair *pair)
{
    pair_connect(pair);
    mbedtls_ssl_set_export_keys_cb(&pair->client.ssl, on_keys, NULL);
    pair_handshake(pair);
}

static void talk(struct pair *pair, const char *text)
{
    print_write("  client writes", &pair->client, text);
    print_read("  server reads", &pair->server);
    print_write("  server writes", &pair->server, text);
    print_read("  client reads", &pair->client);
}

/* What every process does with what it has: a handshake if it has no connection, data, and 16 random bytes. */
static void go_on(const char *who, struct pair *pair, int connected, unsigned char draws[48])
{
    struct pair *mine = pair != NULL ? pair : pair_new();

    printf(" %s\n", who);
    if (!connected) {
        handshake(mine);
    }
    talk(mine, who);
    memcpy(draws, client_random, 32);
    mbedtls_ctr_drbg_random(&mine->random, draws + 32, 16);
    pair_free(mine);
    fflush(stdout);
}

/* Takes `pair` into both processes, and frees it in both. */
static void in_two(const char *label, struct pair *pair, int connected)
{
    unsigned char child[48], parent[48];
    int ends[2], status;
    pid_t pid;

    puts(label);
    fflush(stdout);
    if (pipe(ends) != 0) {
        die("pipe");
    }
    pid = fork();
    if (pid < 0) {
        die("fork");
    }
    if (pid == 0) {
        go_on("child", pair, connected, child);
        if (write(ends[1], child, sizeof child) != sizeof child) {
            die("write");
        }
        _exit(0);
    }
    if (read(ends[0], child, sizeof child) != sizeof child || waitpid(pid, &status, 0) != pid) {
        die("the child");
    }
    close(ends[0]);
    close(ends[1]);
    printf(" the child's exit code: %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    go_on("parent", pair, connected, parent);
    if (!connected) {
        printf(" the same client random: %s\n", memcmp(child, parent, 32) == 0 ? "yes" : "no");
    }
    printf(" the same random bytes: %s\n", memcmp(child + 32, parent + 32, 16) == 0 ? "yes" : "no");
}

int main(void)
{
    struct pair *pair;

    in_two("before the library is used", NULL, 0);
    in_two("configured", pair_new(), 0);

    pair = pair_new();
    handshake(pair);
    talk(pair, "once");
    mbedtls_ssl_session_reset(&pair->client.ssl);
    mbedtls_ssl_session_reset(&pair->server.ssl);
    in_two("used before", pair, 0);

    pair = pair_new();
    handshake(pair);
    in_two("connected", pair, 1);
    return 0;
}
