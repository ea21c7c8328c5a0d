/* NULL, and contexts that were initialised and never set up: every function answers with an error or does nothing.
 * (The reference library reads through many of these pointers, so its output ends early.) */
#include "support/pair.h"

#include <mbedtls/debug.h>
#include <mbedtls/version.h>
#include <mbedtls/x509_crl.h>

#include <stdio.h>
#include <string.h>

#define SHOW(call) print_code(#call, call)
#define IS_NULL(call) printf("%s: %s\n", #call, (call) == NULL ? "NULL" : "not NULL")

static unsigned char buffer[64];
static size_t length;

static int no_random(void *context, unsigned char *out, size_t count)
{
    (void) context;
    (void) out;
    (void) count;
    return -1;
}

static void a_connection(mbedtls_ssl_context *ssl, const char *what)
{
    mbedtls_ssl_session session;

    printf("- a connection that is %s\n", what);
    mbedtls_ssl_session_init(&session);
    SHOW(mbedtls_ssl_handshake(ssl));
    SHOW(mbedtls_ssl_handshake_step(ssl));
    SHOW(mbedtls_ssl_read(ssl, buffer, sizeof buffer));
    SHOW(mbedtls_ssl_write(ssl, buffer, sizeof buffer));
    SHOW(mbedtls_ssl_close_notify(ssl));
    SHOW(mbedtls_ssl_send_alert_message(ssl, 2, 80));
    SHOW(mbedtls_ssl_session_reset(ssl));
    SHOW(mbedtls_ssl_get_session(ssl, &session));
    SHOW(mbedtls_ssl_set_session(ssl, &session));
    SHOW(mbedtls_ssl_get_max_in_record_payload(ssl));
    SHOW(mbedtls_ssl_get_max_out_record_payload(ssl));
    SHOW(mbedtls_ssl_get_record_expansion(ssl));
    SHOW(mbedtls_ssl_export_keying_material(ssl, buffer, 16, "label", 5, NULL, 0, 0));
    SHOW(mbedtls_ssl_set_hs_psk(ssl, buffer, 16));
    SHOW(mbedtls_ssl_set_hs_own_cert(ssl, NULL, NULL));
    SHOW(mbedtls_ssl_check_pending(ssl));
    SHOW(mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl));
    SHOW((int) mbedtls_ssl_get_bytes_avail(ssl));
    SHOW(mbedtls_ssl_get_verify_result(ssl) == UINT32_MAX);
    IS_NULL(mbedtls_ssl_get_ciphersuite(ssl));
    IS_NULL(mbedtls_ssl_get_alpn_protocol(ssl));
    IS_NULL(mbedtls_ssl_get_peer_cert(ssl));
    printf("version %s\n", mbedtls_ssl_get_version(ssl));
    mbedtls_ssl_set_bio(ssl, NULL, NULL, NULL, NULL);
    mbedtls_ssl_set_verify(ssl, NULL, NULL);
    mbedtls_ssl_set_export_keys_cb(ssl, NULL, NULL);
    mbedtls_ssl_set_timer_cb(ssl, NULL, NULL, NULL);
    mbedtls_ssl_set_hs_authmode(ssl, MBEDTLS_SSL_VERIFY_NONE);
    mbedtls_ssl_set_hs_ca_chain(ssl, NULL, NULL);
    mbedtls_ssl_session_free(&session);
}

static void configurations(void)
{
    static const int none[] = { 0 };
    static const char *no_protocols[] = { NULL };

    puts("- a configuration that is NULL");
    mbedtls_ssl_config_init(NULL);
    mbedtls_ssl_config_free(NULL);
    SHOW(mbedtls_ssl_config_defaults(NULL, 0, 0, 0));
    SHOW(mbedtls_ssl_conf_own_cert(NULL, NULL, NULL));
    SHOW(mbedtls_ssl_conf_psk(NULL, buffer, 16, buffer, 4));
    SHOW(mbedtls_ssl_conf_alpn_protocols(NULL, no_protocols));
    SHOW(mbedtls_ssl_conf_max_frag_len(NULL, 0));
    mbedtls_ssl_conf_authmode(NULL, 0);
    mbedtls_ssl_conf_ca_chain(NULL, NULL, NULL);
    mbedtls_ssl_conf_ciphersuites(NULL, none);
    mbedtls_ssl_conf_groups(NULL, NULL);
    mbedtls_ssl_conf_rng(NULL, NULL, NULL);
    mbedtls_ssl_conf_dbg(NULL, NULL, NULL);
    mbedtls_ssl_conf_verify(NULL, NULL, NULL);
    mbedtls_ssl_conf_session_tickets(NULL, 0);
    mbedtls_ssl_conf_session_tickets_cb(NULL, NULL, NULL, NULL);
    mbedtls_ssl_conf_new_session_tickets(NULL, 0);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(NULL, 1);
    mbedtls_ssl_conf_tls13_key_exchange_modes(NULL, 0);
    mbedtls_ssl_conf_read_timeout(NULL, 0);
    mbedtls_ssl_conf_cert_profile(NULL, NULL);
    mbedtls_ssl_conf_sig_algs(NULL, NULL);
    mbedtls_ssl_conf_sni(NULL, NULL, NULL);
    mbedtls_ssl_conf_psk_cb(NULL, NULL, NULL);
}

static void setups(void)
{
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;

    puts("- setting up with nothing");
    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_config_init(&conf);
    SHOW(mbedtls_ssl_setup(NULL, &conf));
    SHOW(mbedtls_ssl_setup(&ssl, NULL));
    SHOW(mbedtls_ssl_setup(&ssl, &conf));
    SHOW(mbedtls_ssl_set_hostname(NULL, "name"));
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);

    puts("- a connection without functions for sending and receiving");
    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_config_init(&conf);
    SHOW(mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&conf, no_random, NULL);
    SHOW(mbedtls_ssl_setup(&ssl, &conf));
    SHOW(mbedtls_ssl_set_hostname(&ssl, "localhost"));
    SHOW(mbedtls_ssl_handshake(&ssl));
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
}

static void sessions_and_tickets(void)
{
    mbedtls_ssl_session session;
    mbedtls_ssl_ticket_context tickets;
    uint32_t lifetime;

    puts("- sessions and tickets");
    mbedtls_ssl_session_init(NULL);
    mbedtls_ssl_session_free(NULL);
    mbedtls_ssl_session_init(&session);
    SHOW(mbedtls_ssl_session_save(NULL, buffer, sizeof buffer, &length));
    SHOW(mbedtls_ssl_session_load(NULL, buffer, sizeof buffer));
    SHOW(mbedtls_ssl_session_load(&session, NULL, 0));
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_ticket_init(NULL);
    mbedtls_ssl_ticket_free(NULL);
    mbedtls_ssl_ticket_init(&tickets);
    SHOW(mbedtls_ssl_ticket_setup(NULL, no_random, NULL, MBEDTLS_CIPHER_AES_256_GCM, 1));
    SHOW(mbedtls_ssl_ticket_setup(&tickets, NULL, NULL, MBEDTLS_CIPHER_AES_256_GCM, 1));
    SHOW(mbedtls_ssl_ticket_write(NULL, &session, buffer, buffer + sizeof buffer, &length, &lifetime));
    SHOW(mbedtls_ssl_ticket_write(&tickets, &session, buffer, buffer + sizeof buffer, &length, &lifetime));
    SHOW(mbedtls_ssl_ticket_parse(NULL, &session, buffer, sizeof buffer));
    SHOW(mbedtls_ssl_ticket_parse(&tickets, &session, buffer, sizeof buffer));
    mbedtls_ssl_ticket_free(&tickets);
}

static void certificates_and_keys(void)
{
    mbedtls_x509_crt certificate;
    mbedtls_pk_context key;
    char text[64];

    puts("- certificates and keys");
    mbedtls_x509_crt_init(NULL);
    mbedtls_x509_crt_free(NULL);
    mbedtls_x509_crl_init(NULL);
    mbedtls_x509_crl_free(NULL);
    mbedtls_pk_init(NULL);
    mbedtls_pk_free(NULL);
    mbedtls_x509_crt_init(&certificate);
    mbedtls_pk_init(&key);
    SHOW(mbedtls_x509_crt_parse(NULL, buffer, sizeof buffer));
    SHOW(mbedtls_x509_crt_parse(&certificate, NULL, 0));
    SHOW(mbedtls_x509_crt_parse(&certificate, buffer, sizeof buffer));
    SHOW(mbedtls_x509_crt_parse_file(&certificate, "/there/is/no/such/file"));
    SHOW(mbedtls_x509_crt_info(text, sizeof text, "", NULL));
    SHOW(mbedtls_x509_crt_verify(NULL, NULL, NULL, NULL, NULL, NULL, NULL));
    SHOW(mbedtls_pk_parse_key(NULL, buffer, sizeof buffer, NULL, 0, no_random, NULL));
    SHOW(mbedtls_pk_parse_key(&key, NULL, 0, NULL, 0, no_random, NULL));
    SHOW(mbedtls_pk_parse_key(&key, buffer, sizeof buffer, NULL, 0, no_random, NULL));
    SHOW(mbedtls_pk_parse_keyfile(&key, "/there/is/no/such/file", NULL, no_random, NULL));
    SHOW(mbedtls_pk_parse_keyfile(&key, NULL, NULL, no_random, NULL));
    SHOW((int) mbedtls_pk_get_bitlen(&key));
    SHOW((int) mbedtls_pk_get_type(&key));
    mbedtls_x509_crt_free(&certificate);
    mbedtls_pk_free(&key);
}

static void the_rest(void)
{
    mbedtls_ctr_drbg_context random;
    mbedtls_net_context net;

    puts("- random numbers, sockets, texts");
    mbedtls_ctr_drbg_init(NULL);
    mbedtls_ctr_drbg_free(NULL);
    mbedtls_entropy_init(NULL);
    mbedtls_entropy_free(NULL);
    mbedtls_ctr_drbg_init(&random);
    SHOW(mbedtls_ctr_drbg_seed(NULL, mbedtls_entropy_func, NULL, NULL, 0) != 0);
    SHOW(mbedtls_ctr_drbg_random(NULL, buffer, sizeof buffer)); /* needs no context: the operating system does the work */
    mbedtls_ctr_drbg_free(&random);
    mbedtls_net_init(NULL);
    mbedtls_net_free(NULL);
    mbedtls_net_init(&net);
    SHOW(mbedtls_net_send(&net, buffer, 1) < 0);
    SHOW(mbedtls_net_recv(&net, buffer, 1) < 0);
    SHOW(mbedtls_net_send(NULL, buffer, 1) < 0);
    SHOW(mbedtls_net_recv(NULL, buffer, 1) < 0);
    mbedtls_net_free(&net);
    mbedtls_strerror(-1, NULL, 0);
    mbedtls_debug_set_threshold(0);
    mbedtls_version_get_string(NULL);
}

int main(void)
{
    mbedtls_ssl_context ssl;

    mbedtls_ssl_init(NULL);
    mbedtls_ssl_free(NULL);
    a_connection(NULL, "NULL");
    mbedtls_ssl_init(&ssl);
    a_connection(&ssl, "not set up");
    mbedtls_ssl_free(&ssl);
    configurations();
    setups();
    sessions_and_tickets();
    certificates_and_keys();
    the_rest();
    puts("- all survived");
    return 0;
}
