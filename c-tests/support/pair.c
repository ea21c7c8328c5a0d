#include "pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int pipe_send(void *context, const unsigned char *bytes, size_t length);
static int pipe_receive(void *context, unsigned char *buffer, size_t length);
static void on_secret(void *context, mbedtls_ssl_key_export_type type, const unsigned char *secret, size_t length,
                      const unsigned char client_random[32], const unsigned char server_random[32],
                      mbedtls_tls_prf_types prf);

static void side_init(struct pair *pair, struct side *side, int endpoint, struct pipe *in, struct pipe *out)
{
    static const int suites[] = { MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0 };

    side->in = in;
    side->out = out;
    mbedtls_ssl_init(&side->ssl);
    mbedtls_ssl_config_init(&side->conf);
    mbedtls_x509_crt_init(&side->chain);
    mbedtls_x509_crt_init(&side->own);
    mbedtls_pk_init(&side->key);
    mbedtls_ssl_ticket_init(&side->tickets);
    if (mbedtls_ssl_config_defaults(&side->conf, endpoint, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT) != 0) {
        die("mbedtls_ssl_config_defaults");
    }
    mbedtls_ssl_conf_rng(&side->conf, mbedtls_ctr_drbg_random, &pair->random);
    mbedtls_ssl_conf_min_tls_version(&side->conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_max_tls_version(&side->conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_ciphersuites(&side->conf, suites);
}

static void side_free(struct side *side)
{
    mbedtls_ssl_free(&side->ssl);
    mbedtls_ssl_config_free(&side->conf);
    mbedtls_x509_crt_free(&side->chain);
    mbedtls_x509_crt_free(&side->own);
    mbedtls_pk_free(&side->key);
    mbedtls_ssl_ticket_free(&side->tickets);
}

static const char *certificate_path(const char *name)
{
    static char path[512];
    const char *directory = getenv("CERTS");

    if (directory == NULL) {
        die("the environment variable CERTS must name the folder of certificates");
    }
    snprintf(path, sizeof path, "%s/%s", directory, name);
    return path;
}

struct pair *pair_new(void)
{
    struct pair *pair = calloc(1, sizeof *pair);

    if (pair == NULL) {
        die("out of memory");
    }
    mbedtls_entropy_init(&pair->entropy);
    mbedtls_ctr_drbg_init(&pair->random);
    if (mbedtls_ctr_drbg_seed(&pair->random, mbedtls_entropy_func, &pair->entropy, NULL, 0) != 0 ||
        psa_crypto_init() != PSA_SUCCESS) {
        die("random numbers");
    }

    side_init(pair, &pair->client, MBEDTLS_SSL_IS_CLIENT, &pair->to_client, &pair->to_server);
    if (mbedtls_x509_crt_parse_file(&pair->client.chain, certificate_path("ca.crt")) != 0) {
        die("ca.crt");
    }
    mbedtls_ssl_conf_ca_chain(&pair->client.conf, &pair->client.chain, NULL);

    side_init(pair, &pair->server, MBEDTLS_SSL_IS_SERVER, &pair->to_server, &pair->to_client);
    if (mbedtls_x509_crt_parse_file(&pair->server.own, certificate_path("ec.crt")) != 0 ||
        mbedtls_pk_parse_keyfile(&pair->server.key, certificate_path("ec.key"), NULL, mbedtls_ctr_drbg_random,
                                 &pair->random) != 0 ||
        mbedtls_ssl_conf_own_cert(&pair->server.conf, &pair->server.own, &pair->server.key) != 0) {
        die("ec.crt");
    }
    if (mbedtls_ssl_ticket_setup(&pair->server.tickets, mbedtls_ctr_drbg_random, &pair->random, MBEDTLS_CIPHER_AES_256_GCM,
                                 86400) != 0) {
        die("mbedtls_ssl_ticket_setup");
    }
    mbedtls_ssl_conf_session_tickets_cb(&pair->server.conf, mbedtls_ssl_ticket_write, mbedtls_ssl_ticket_parse,
                                        &pair->server.tickets);
    mbedtls_ssl_conf_new_session_tickets(&pair->server.conf, 0);
    return pair;
}

void pair_free(struct pair *pair)
{
    side_free(&pair->client);
    side_free(&pair->server);
    mbedtls_ctr_drbg_free(&pair->random);
    mbedtls_entropy_free(&pair->entropy);
    mbedtls_psa_crypto_free();
    free(pair);
}

static void pipe_reset(struct pipe *pipe)
{
    pipe->length = pipe->position = 0;
    pipe->visible = pipe->room = SIZE_MAX;
    pipe->closed = 0;
}

static void side_connect(struct side *side)
{
    mbedtls_ssl_free(&side->ssl);
    mbedtls_ssl_init(&side->ssl);
    if (mbedtls_ssl_setup(&side->ssl, &side->conf) != 0) {
        die("mbedtls_ssl_setup");
    }
    side->secret_length = 0;
    mbedtls_ssl_set_bio(&side->ssl, side, pipe_send, pipe_receive, NULL);
    mbedtls_ssl_set_export_keys_cb(&side->ssl, on_secret, side);
}

void pair_connect(struct pair *pair)
{
    pipe_reset(&pair->to_server);
    pipe_reset(&pair->to_client);
    side_connect(&pair->client);
    side_connect(&pair->server);
    if (mbedtls_ssl_set_hostname(&pair->client.ssl, "localhost") != 0) {
        die("mbedtls_ssl_set_hostname");
    }
}

static int unfinished(int code)
{
    return code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE;
}

void pair_try_handshake(struct pair *pair, int rounds, int *client, int *server)
{
    *client = *server = MBEDTLS_ERR_SSL_WANT_READ;
    for (int round = 0; round < rounds && (unfinished(*client) || unfinished(*server)); round++) {
        if (unfinished(*client)) {
            *client = mbedtls_ssl_handshake(&pair->client.ssl);
        }
        if (unfinished(*server)) {
            *server = mbedtls_ssl_handshake(&pair->server.ssl);
        }
    }
}

void pair_handshake(struct pair *pair)
{
    int client, server;

    pair_try_handshake(pair, 20, &client, &server);
    if (client != 0 || server != 0) {
        fprintf(stderr, "client %s, server %s\n", code_name(client), code_name(server));
        die("the handshake failed");
    }
}

static int pipe_send(void *context, const unsigned char *bytes, size_t length)
{
    struct pipe *pipe = ((struct side *) context)->out;

    if (pipe->closed) {
        return MBEDTLS_ERR_NET_CONN_RESET;
    }
    if (pipe->room == 0) {
        return MBEDTLS_ERR_SSL_WANT_WRITE;
    }
    if (pipe->room != SIZE_MAX) {
        length = length < pipe->room ? length : pipe->room;
        pipe->room -= length;
    }
    pipe_put(pipe, bytes, length);
    return (int) length;
}

static int pipe_receive(void *context, unsigned char *buffer, size_t length)
{
    struct pipe *pipe = ((struct side *) context)->in;
    size_t end = pipe->visible < pipe->length ? pipe->visible : pipe->length;
    size_t count = end - pipe->position;

    if (count == 0) {
        return pipe->closed ? 0 : MBEDTLS_ERR_SSL_WANT_READ;
    }
    if (count > length) {
        count = length;
    }
    memcpy(buffer, pipe->data + pipe->position, count);
    pipe->position += count;
    return (int) count;
}

void pipe_put(struct pipe *pipe, const unsigned char *bytes, size_t length)
{
    if (pipe->position == pipe->length && pipe->visible == SIZE_MAX) {
        pipe->position = pipe->length = 0;
    }
    if (length > PIPE_CAPACITY - pipe->length) {
        die("the pipe is full");
    }
    memcpy(pipe->data + pipe->length, bytes, length);
    pipe->length += length;
}

void pipe_show(struct pipe *pipe, size_t bytes)
{
    pipe->visible = pipe->position + bytes;
}

void pipe_show_all(struct pipe *pipe)
{
    pipe->visible = SIZE_MAX;
}

size_t pipe_unread(const struct pipe *pipe)
{
    return pipe->length - pipe->position;
}

static void on_secret(void *context, mbedtls_ssl_key_export_type type, const unsigned char *secret, size_t length,
                      const unsigned char client_random[32], const unsigned char server_random[32],
                      mbedtls_tls_prf_types prf)
{
    struct side *side = context;

    (void) client_random;
    (void) server_random;
    (void) prf;
    if (length > sizeof side->client_secret) {
        die("a secret of an unknown length");
    }
    if (type == MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET) {
        memcpy(side->client_secret, secret, length);
        side->secret_length = length;
    } else if (type == MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET) {
        memcpy(side->server_secret, secret, length);
    }
}

int read_text(struct side *side, char *text, size_t capacity)
{
    int code = mbedtls_ssl_read(&side->ssl, (unsigned char *) text, capacity - 1);

    text[code > 0 ? code : 0] = '\0';
    return code;
}

int print_read(const char *label, struct side *side)
{
    char text[2048];
    int code = read_text(side, text, sizeof text);

    if (code > 0) {
        printf("%s: %d bytes \"%s\"\n", label, code, text);
    } else {
        print_code(label, code);
    }
    return code;
}

int print_write(const char *label, struct side *side, const char *text)
{
    return print_code(label, mbedtls_ssl_write(&side->ssl, (const unsigned char *) text, strlen(text)));
}

int print_code(const char *label, int code)
{
    printf("%s: %s\n", label, code_name(code));
    return code;
}

const char *code_name(int code)
{
    static char number[16];

    switch (code) {
        case MBEDTLS_ERR_SSL_WANT_READ: return "WANT_READ";
        case MBEDTLS_ERR_SSL_WANT_WRITE: return "WANT_WRITE";
        case MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET: return "RECEIVED_NEW_SESSION_TICKET";
        case MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA: return "RECEIVED_EARLY_DATA";
        case MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA: return "CANNOT_READ_EARLY_DATA";
        case MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA: return "CANNOT_WRITE_EARLY_DATA";
        case MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY: return "PEER_CLOSE_NOTIFY";
        case MBEDTLS_ERR_SSL_CONN_EOF: return "CONN_EOF";
        case MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE: return "FATAL_ALERT_MESSAGE";
        case MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE: return "UNEXPECTED_MESSAGE";
        case MBEDTLS_ERR_SSL_DECODE_ERROR: return "DECODE_ERROR";
        case MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER: return "ILLEGAL_PARAMETER";
        case MBEDTLS_ERR_SSL_UNSUPPORTED_EXTENSION: return "UNSUPPORTED_EXTENSION";
        case MBEDTLS_ERR_SSL_INVALID_MAC: return "INVALID_MAC";
        case MBEDTLS_ERR_SSL_INVALID_RECORD: return "INVALID_RECORD";
        case MBEDTLS_ERR_SSL_BAD_INPUT_DATA: return "BAD_INPUT_DATA";
        case MBEDTLS_ERR_SSL_BAD_CONFIG: return "BAD_CONFIG";
        case MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: return "FEATURE_UNAVAILABLE";
        case MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE: return "HANDSHAKE_FAILURE";
        case MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: return "BUFFER_TOO_SMALL";
        case MBEDTLS_ERR_SSL_INTERNAL_ERROR: return "INTERNAL_ERROR";
        case MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED: return "SESSION_TICKET_EXPIRED";
        case MBEDTLS_ERR_X509_CERT_VERIFY_FAILED: return "X509_CERT_VERIFY_FAILED";
        case MBEDTLS_ERR_NET_CONN_RESET: return "NET_CONN_RESET";
        case MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED: return "CORRUPTION_DETECTED";
        default: break;
    }
    if (code >= 0) {
        snprintf(number, sizeof number, "%d", code);
    } else {
        snprintf(number, sizeof number, "-0x%04X", (unsigned) -code);
    }
    return number;
}

void die(const char *what)
{
    fflush(stdout);
    fprintf(stderr, "scaffold: %s\n", what);
    exit(2);
}
