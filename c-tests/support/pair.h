/* A client and a server in one process, joined by two in-memory pipes, for the programs in c-tests/.
 *
 * Everything is printed in words that do not depend on the run (no addresses, no random bytes), so that the output of one
 * library can be compared with that of another. A failure of the scaffold itself ends the program with exit code 2.
 */
#ifndef PAIR_H
#define PAIR_H

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include <stddef.h>
#include <stdint.h>

#define PIPE_CAPACITY (1u << 20)

/* Bytes that one side has sent and the other has not read. The reader sees only what lies before `visible`. */
struct pipe {
    unsigned char data[PIPE_CAPACITY];
    size_t length;
    size_t position;
    size_t visible;
    size_t room; /* bytes that the writer may still send */
    int closed;
};

struct side {
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_x509_crt chain;
    mbedtls_x509_crt own;
    mbedtls_pk_context key;
    mbedtls_ssl_ticket_context tickets;
    struct pipe *in;
    struct pipe *out;
    unsigned char client_secret[48]; /* the client's application traffic secret, once it is known */
    unsigned char server_secret[48];
    size_t secret_length; /* 0 until both are known */
};

struct pair {
    struct side client;
    struct side server;
    struct pipe to_server;
    struct pipe to_client;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
};

/* Both sides configured for TLS 1.3 with AES-128-GCM, server certificate CERTS/ec.crt for "localhost"; not connected yet. The
 * directory comes from the environment variable CERTS. The server sends no tickets unless a test says so. */
struct pair *pair_new(void);
void pair_free(struct pair *pair);

/* New contexts on both sides and empty pipes; pair_handshake() then ends with both sides connected or ends the program. */
void pair_connect(struct pair *pair);
void pair_handshake(struct pair *pair);

/* One call of mbedtls_ssl_handshake() on each side, at most `rounds` times; the last codes are left in the two integers. */
void pair_try_handshake(struct pair *pair, int rounds, int *client, int *server);

/* Appends bytes to a pipe as if the writer had sent them. */
void pipe_put(struct pipe *pipe, const unsigned char *bytes, size_t length);
void pipe_show(struct pipe *pipe, size_t bytes); /* the reader sees this many of the unread bytes */
void pipe_show_all(struct pipe *pipe);           /* the default */
size_t pipe_unread(const struct pipe *pipe);     /* bytes waiting, visible or not */

/* mbedtls_ssl_read() with a large buffer, printed as "label: code" or "label: N bytes "text"". Returns the code. */
int print_read(const char *label, struct side *side);
int print_write(const char *label, struct side *side, const char *text);
int print_code(const char *label, int code);
const char *code_name(int code);

/* mbedtls_ssl_read() without printing, so that loops can count. The text is terminated with a zero byte. */
int read_text(struct side *side, char *text, size_t capacity);

void die(const char *what); /* the scaffold is broken: prints and exits with 2 */

#endif
