/* A TLS 1.3 client or server for the interoperability tests: it carries lines between standard input or output and its
 * peer, and says on standard output what happens.
 *
 *   peer client PORT [option=value...]     peer server PORT [option=value...]     (always 127.0.0.1; port 0: any)
 *
 *   ca=FILE       trusted authorities            suites=0x1301,0x1302     in order of preference
 *   cert=FILE     own certificate                groups=0x1d,0x17         in order of preference
 *   key=FILE      its key                        kex=psk,psk_ephemeral,ephemeral   any of these
 *   auth=none|optional|required                  alpn=A,B
 *   name=NAME     expected of the server         tickets=N                how many the server issues
 *   load=FILE     a session to resume            save=FILE                where to keep the newest session
 *   echo=1        the server sends back whatever it receives, instead of reading standard input
 *   connections=N the server takes so many, one after another, then ends (default 1)
 *   early=TEXT    early data: the client sends this, the server takes up to 4096 bytes
 */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls_compat.h>
#include <psa/crypto.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct peer {
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_x509_crt chain, own;
    mbedtls_pk_context key;
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_session session;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    mbedtls_net_context listener, socket;
    int suites[8];
    uint16_t groups[8];
    const char *alpn[8];
    const char *name, *save, *early;
    int endpoint, echo, connections, certificates_judged;
};

static void check(const char *what, int code)
{
    if (code < 0) {
        char text[200];

        mbedtls_strerror(code, text, sizeof text);
        printf("failed: %s: -0x%04X %s\n", what, (unsigned) -code, text);
        fflush(stdout);
        exit(1);
    }
}

static void say(const char *what, const char *value)
{
    printf("%s: %s\n", what, value);
    fflush(stdout);
}

static int on_certificate(void *context, mbedtls_x509_crt *certificate, int depth, uint32_t *flags)
{
    (void) certificate;
    (void) depth;
    (void) flags;
    ((struct peer *) context)->certificates_judged++;
    return 0;
}

static void peer_init(struct peer *peer, int endpoint)
{
    memset(peer, 0, sizeof *peer);
    peer->endpoint = endpoint;
    peer->name = "localhost";
    peer->connections = 1;
    mbedtls_ssl_init(&peer->ssl);
    mbedtls_ssl_config_init(&peer->conf);
    mbedtls_x509_crt_init(&peer->chain);
    mbedtls_x509_crt_init(&peer->own);
    mbedtls_pk_init(&peer->key);
    mbedtls_ssl_ticket_init(&peer->tickets);
    mbedtls_ssl_session_init(&peer->session);
    mbedtls_entropy_init(&peer->entropy);
    mbedtls_ctr_drbg_init(&peer->random);
    mbedtls_net_init(&peer->listener);
    mbedtls_net_init(&peer->socket);
    check("psa_crypto_init", psa_crypto_init());
    check("seed", mbedtls_ctr_drbg_seed(&peer->random, mbedtls_entropy_func, &peer->entropy, NULL, 0));
    check("defaults", mbedtls_ssl_config_defaults(&peer->conf, endpoint, MBEDTLS_SSL_TRANSPORT_STREAM,
                                                  MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&peer->conf, mbedtls_ctr_drbg_random, &peer->random);
    mbedtls_ssl_conf_min_tls_version(&peer->conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_max_tls_version(&peer->conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_verify(&peer->conf, on_certificate, peer);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&peer->conf, 1);
    if (endpoint == MBEDTLS_SSL_IS_SERVER) {
        check("tickets", mbedtls_ssl_ticket_setup(&peer->tickets, mbedtls_ctr_drbg_random, &peer->random,
                                                  MBEDTLS_CIPHER_AES_256_GCM, 86400));
        mbedtls_ssl_conf_session_tickets_cb(&peer->conf, mbedtls_ssl_ticket_write, mbedtls_ssl_ticket_parse, &peer->tickets);
    }
}

static void peer_free(struct peer *peer)
{
    mbedtls_net_free(&peer->socket);
    mbedtls_net_free(&peer->listener);
    mbedtls_ssl_free(&peer->ssl);
    mbedtls_ssl_config_free(&peer->conf);
    mbedtls_x509_crt_free(&peer->chain);
    mbedtls_x509_crt_free(&peer->own);
    mbedtls_pk_free(&peer->key);
    mbedtls_ssl_ticket_free(&peer->tickets);
    mbedtls_ssl_session_free(&peer->session);
    mbedtls_ctr_drbg_free(&peer->random);
    mbedtls_entropy_free(&peer->entropy);
    mbedtls_psa_crypto_free();
}

static void load_session(struct peer *peer, const char *path)
{
    static unsigned char bytes[1 << 16];
    FILE *file = fopen(path, "rb");
    size_t length = file != NULL ? fread(bytes, 1, sizeof bytes, file) : 0;

    if (file != NULL) {
        fclose(file);
    }
    check("the session file", mbedtls_ssl_session_load(&peer->session, bytes, length));
}

static void save_session(struct peer *peer)
{
    static unsigned char bytes[1 << 16];
    size_t length = 0;
    FILE *file;
    mbedtls_ssl_session session;

    mbedtls_ssl_session_init(&session);
    check("get_session", mbedtls_ssl_get_session(&peer->ssl, &session));
    check("session_save", mbedtls_ssl_session_save(&session, bytes, sizeof bytes, &length));
    mbedtls_ssl_session_free(&session);
    if (peer->save != NULL && (file = fopen(peer->save, "wb")) != NULL) {
        fwrite(bytes, 1, length, file);
        fclose(file);
    }
}

/* Returns whether the value is one that the option takes. */
static int set_option(struct peer *peer, const char *key, char *value)
{
    int count = 0;

    if (strcmp(key, "ca") == 0) {
        check(value, mbedtls_x509_crt_parse_file(&peer->chain, value));
        mbedtls_ssl_conf_ca_chain(&peer->conf, &peer->chain, NULL);
    } else if (strcmp(key, "cert") == 0) {
        check(value, mbedtls_x509_crt_parse_file(&peer->own, value));
    } else if (strcmp(key, "key") == 0) {
        check(value, mbedtls_pk_parse_keyfile(&peer->key, value, NULL, mbedtls_ctr_drbg_random, &peer->random));
        check("own_cert", mbedtls_ssl_conf_own_cert(&peer->conf, &peer->own, &peer->key));
    } else if (strcmp(key, "auth") == 0) {
        mbedtls_ssl_conf_authmode(&peer->conf, strcmp(value, "none") == 0       ? MBEDTLS_SSL_VERIFY_NONE
                                               : strcmp(value, "optional") == 0 ? MBEDTLS_SSL_VERIFY_OPTIONAL
                                                                                : MBEDTLS_SSL_VERIFY_REQUIRED);
    } else if (strcmp(key, "suites") == 0) {
        for (char *item = strtok(value, ","); item != NULL && count < 7; item = strtok(NULL, ",")) {
            peer->suites[count++] = (int) strtol(item, NULL, 0);
        }
        mbedtls_ssl_conf_ciphersuites(&peer->conf, peer->suites);
    } else if (strcmp(key, "groups") == 0) {
        for (char *item = strtok(value, ","); item != NULL && count < 7; item = strtok(NULL, ",")) {
            peer->groups[count++] = (uint16_t) strtol(item, NULL, 0);
        }
        mbedtls_ssl_conf_groups(&peer->conf, peer->groups);
    } else if (strcmp(key, "kex") == 0) {
        int modes = 0;

        for (char *item = strtok(value, ","); item != NULL; item = strtok(NULL, ",")) {
            modes |= strcmp(item, "psk") == 0             ? MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK
                     : strcmp(item, "psk_ephemeral") == 0 ? MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL
                                                          : MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL;
        }
        mbedtls_ssl_conf_tls13_key_exchange_modes(&peer->conf, modes);
    } else if (strcmp(key, "alpn") == 0) {
        for (char *item = strtok(value, ","); item != NULL && count < 7; item = strtok(NULL, ",")) {
            peer->alpn[count++] = item;
        }
        check("alpn", mbedtls_ssl_conf_alpn_protocols(&peer->conf, peer->alpn));
    } else if (strcmp(key, "tickets") == 0) {
        mbedtls_ssl_conf_new_session_tickets(&peer->conf, (uint16_t) atoi(value));
    } else if (strcmp(key, "early") == 0) {
        peer->early = value;
        mbedtls_ssl_conf_early_data(&peer->conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        mbedtls_ssl_conf_max_early_data_size(&peer->conf, 4096);
    } else if (strcmp(key, "name") == 0) {
        peer->name = value;
    } else if (strcmp(key, "load") == 0) {
        load_session(peer, value);
    } else if (strcmp(key, "save") == 0) {
        peer->save = value;
    } else if (strcmp(key, "echo") == 0) {
        peer->echo = atoi(value);
    } else if (strcmp(key, "connections") == 0) {
        peer->connections = atoi(value);
    } else {
        return 0;
    }
    return 1;
}

static void listen_on(struct peer *peer, const char *port)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    char text[16];

    check("bind", mbedtls_net_bind(&peer->listener, "127.0.0.1", port, MBEDTLS_NET_PROTO_TCP));
    if (getsockname(peer->listener.fd, (struct sockaddr *) &address, &length) != 0) {
        check("getsockname", -1);
    }
    snprintf(text, sizeof text, "%u", (unsigned) ntohs(address.sin_port));
    say("listening", text);
}

static void send_early_data(struct peer *peer)
{
    const unsigned char *bytes = (const unsigned char *) peer->early;
    int code = mbedtls_ssl_write_early_data(&peer->ssl, bytes, strlen(peer->early));

    if (code == MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA) {
        say("early data", "cannot be written");
    } else {
        check("write_early_data", code);
    }
}

static void take_early_data(struct peer *peer)
{
    char text[4096];
    int code = mbedtls_ssl_read_early_data(&peer->ssl, (unsigned char *) text, sizeof text - 1);

    check("read_early_data", code);
    text[code] = '\0';
    say("early data", text);
}

static void tell_early_data_status(struct peer *peer)
{
    int status = mbedtls_ssl_get_early_data_status(&peer->ssl);

    check("get_early_data_status", status);
    say("early data was", status == MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED   ? "accepted"
                          : status == MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED ? "rejected"
                                                                             : "not indicated");
}

static void handshake(struct peer *peer)
{
    char text[32];
    int code;
    const char *protocol;

    check("setup", mbedtls_ssl_setup(&peer->ssl, &peer->conf));
    mbedtls_ssl_set_bio(&peer->ssl, &peer->socket, mbedtls_net_send, mbedtls_net_recv, NULL);
    if (peer->endpoint == MBEDTLS_SSL_IS_CLIENT) {
        check("set_hostname", mbedtls_ssl_set_hostname(&peer->ssl, peer->name));
        if (mbedtls_ssl_session_get_ciphersuite_id(&peer->session) != 0) {
            check("set_session", mbedtls_ssl_set_session(&peer->ssl, &peer->session));
        }
    }
    if (peer->early != NULL && peer->endpoint == MBEDTLS_SSL_IS_CLIENT) {
        send_early_data(peer);
    }
    do {
        code = mbedtls_ssl_handshake(&peer->ssl);
        if (code == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
            take_early_data(peer);
            code = MBEDTLS_ERR_SSL_WANT_READ;
        }
    } while (code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE);
    check("handshake", code);

    say("version", mbedtls_ssl_get_version(&peer->ssl));
    say("suite", mbedtls_ssl_get_ciphersuite(&peer->ssl));
    snprintf(text, sizeof text, "%d", peer->certificates_judged);
    say("certificates judged", text);
    snprintf(text, sizeof text, "%d", mbedtls_ssl_get_max_out_record_payload(&peer->ssl));
    say("bytes in a record", text);
    if (peer->endpoint == MBEDTLS_SSL_IS_CLIENT) {
        tell_early_data_status(peer);
    }
    protocol = mbedtls_ssl_get_alpn_protocol(&peer->ssl);
    say("protocol", protocol != NULL ? protocol : "none");
    say("connected", peer->endpoint == MBEDTLS_SSL_IS_CLIENT ? "client" : "server");
}

static void send_all(struct peer *peer, const unsigned char *bytes, size_t length)
{
    while (length > 0) {
        int code = mbedtls_ssl_write(&peer->ssl, bytes, length);

        if (code != MBEDTLS_ERR_SSL_WANT_READ && code != MBEDTLS_ERR_SSL_WANT_WRITE) {
            check("write", code);
            bytes += code;
            length -= (size_t) code;
        }
    }
}

/* Returns 0 when the peer has closed the connection. */
static int receive(struct peer *peer)
{
    static unsigned char buffer[20000];
    int code = mbedtls_ssl_read(&peer->ssl, buffer, sizeof buffer);

    if (code == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
        save_session(peer);
        say("ticket", peer->save != NULL ? "saved" : "not kept");
        return 1;
    }
    if (code == MBEDTLS_ERR_SSL_WANT_READ || code == MBEDTLS_ERR_SSL_WANT_WRITE) {
        return 1;
    }
    if (code == 0 || code == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY || code == MBEDTLS_ERR_SSL_CONN_EOF) {
        say("closed", code == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ? "close_notify" : "end of file");
        return 0;
    }
    check("read", code);
    if (peer->echo) {
        send_all(peer, buffer, (size_t) code);
        say("echoed", code == 1 ? "a byte" : "bytes");
    } else {
        fputs("received: ", stdout);
        fwrite(buffer, 1, (size_t) code, stdout);
        fflush(stdout);
    }
    return 1;
}

static void carry(struct peer *peer)
{
    struct pollfd files[2] = { { .fd = peer->socket.fd, .events = POLLIN }, { .fd = 0, .events = POLLIN } };
    unsigned char line[4096];

    for (;;) {
        if (mbedtls_ssl_check_pending(&peer->ssl) || mbedtls_ssl_get_bytes_avail(&peer->ssl) > 0) {
            files[0].revents = POLLIN;
            files[1].revents = 0;
        } else if (poll(files, peer->echo ? 1 : 2, -1) < 0) {
            check("poll", -1);
        }
        if (files[0].revents != 0 && !receive(peer)) {
            break;
        }
        if (!peer->echo && files[1].revents != 0) {
            ssize_t count = read(0, line, sizeof line);

            if (count <= 0) {
                break;
            }
            send_all(peer, line, (size_t) count);
        }
    }
    mbedtls_ssl_close_notify(&peer->ssl);
}

static void converse(struct peer *peer)
{
    peer->certificates_judged = 0;
    handshake(peer);
    carry(peer);
    mbedtls_net_free(&peer->socket);
    mbedtls_ssl_free(&peer->ssl);
}

int main(int argc, char **argv)
{
    static struct peer peer;

    if (argc < 3) {
        fputs("usage: peer client|server PORT [option=value...]\n", stderr);
        return 2;
    }
    peer_init(&peer, strcmp(argv[1], "server") == 0 ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT);
    for (int i = 3; i < argc; i++) {
        char *value = strchr(argv[i], '=');

        if (value != NULL) {
            *value++ = '\0';
        }
        if (value == NULL || !set_option(&peer, argv[i], value)) {
            fprintf(stderr, "peer: no such option: %s\n", argv[i]);
            return 2;
        }
    }
    if (peer.endpoint == MBEDTLS_SSL_IS_SERVER) {
        listen_on(&peer, argv[2]);
        while (peer.connections-- > 0) {
            check("accept", mbedtls_net_accept(&peer.listener, &peer.socket, NULL, 0, NULL));
            converse(&peer);
        }
    } else {
        check("connect", mbedtls_net_connect(&peer.socket, "127.0.0.1", argv[2], MBEDTLS_NET_PROTO_TCP));
        converse(&peer);
    }
    peer_free(&peer);
    return 0;
}
