/* What the setters of mbedtls_ssl_config accept, refuse and store, and what the defaults are. */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "support/pair.h"

#include <mbedtls/ssl_ciphersuites.h>
#include <stdio.h>
#include <string.h>

static void print_conf(const char *label, const mbedtls_ssl_config *conf)
{
    printf("%s: endpoint %d, authmode %d, versions %x to %x, tickets %d, count %d, kex modes %d, CA list %d, order %d\n", label,
           conf->endpoint, conf->authmode, (unsigned) conf->min_tls_version, (unsigned) conf->max_tls_version,
           conf->session_tickets, conf->new_session_tickets_count, conf->tls13_kex_modes, conf->cert_req_ca_list,
           conf->respect_cli_pref);
}

static void defaults(void)
{
    static const int endpoints[] = { MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_IS_SERVER };
    static const int presets[] = { MBEDTLS_SSL_PRESET_DEFAULT, MBEDTLS_SSL_PRESET_SUITEB, 99 };
    mbedtls_ssl_config conf;

    for (size_t e = 0; e < 2; e++) {
        for (size_t p = 0; p < 3; p++) {
            mbedtls_ssl_config_init(&conf);
            print_code("defaults",
                       mbedtls_ssl_config_defaults(&conf, endpoints[e], MBEDTLS_SSL_TRANSPORT_STREAM, presets[p]));
            print_conf("then", &conf);
            mbedtls_ssl_config_free(&conf);
            print_conf("released", &conf);
        }
    }
    mbedtls_ssl_config_free(NULL);
}

static void tickets(mbedtls_ssl_config *conf)
{
    static const int values[] = { 0, 1, 2, -1, 256 };

    for (size_t i = 0; i < 5; i++) {
        for (size_t k = 0; k < 5; k++) {
            mbedtls_ssl_conf_session_tickets(conf, values[i]);
            mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(conf, values[k]);
            printf("tickets %d, signal %d: %d", values[i], values[k], conf->session_tickets);
            mbedtls_ssl_conf_session_tickets(conf, 1);
            printf(", then %d", conf->session_tickets);
            mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(conf, 0);
            printf(", then %d\n", conf->session_tickets);
        }
    }
    mbedtls_ssl_conf_new_session_tickets(conf, 65535);
    print_conf("65535 tickets", conf);
}

static void alpn(mbedtls_ssl_config *conf)
{
    static char longest[256], too_long[257];
    const char *none[] = { NULL }, *two[] = { "h2", "http/1.1", NULL }, *empty[] = { "h2", "", NULL };
    const char *at_limit[] = { longest, NULL }, *above[] = { "h2", too_long, NULL };

    memset(longest, 'a', 255);
    memset(too_long, 'a', 256);
    print_code("alpn: none", mbedtls_ssl_conf_alpn_protocols(conf, none));
    print_code("alpn: two", mbedtls_ssl_conf_alpn_protocols(conf, two));
    print_code("alpn: an empty one", mbedtls_ssl_conf_alpn_protocols(conf, empty));
    print_code("alpn: 256 bytes", mbedtls_ssl_conf_alpn_protocols(conf, above));
    printf("the list of two stays: %d\n", conf->alpn_list == two);
    print_code("alpn: 255 bytes", mbedtls_ssl_conf_alpn_protocols(conf, at_limit));
}

static void psk(mbedtls_ssl_config *conf)
{
    static const unsigned char key[49] = { 1 }, name[16385] = { 2 };

    print_code("psk: no key", mbedtls_ssl_conf_psk(conf, NULL, 16, name, 2));
    print_code("psk: no name", mbedtls_ssl_conf_psk(conf, key, 16, NULL, 2));
    print_code("psk: 0 bytes", mbedtls_ssl_conf_psk(conf, key, 0, name, 2));
    print_code("psk: 49 bytes", mbedtls_ssl_conf_psk(conf, key, 49, name, 2));
    print_code("psk: name of 0 bytes", mbedtls_ssl_conf_psk(conf, key, 16, name, 0));
    print_code("psk: name of 16385 bytes", mbedtls_ssl_conf_psk(conf, key, 16, name, 16385));
    print_code("psk: 48 bytes, name of 16384", mbedtls_ssl_conf_psk(conf, key, 48, name, 16384));
    print_code("psk: a second one", mbedtls_ssl_conf_psk(conf, key, 16, name, 2));
    printf("key of %d bytes, name of %d\n", (int) conf->psk_len, (int) conf->psk_identity_len);
}

static void numbers(mbedtls_ssl_config *conf)
{
    static const int values[] = { 0, 1, 2, 8, -1, 300 };

    for (size_t i = 0; i < 6; i++) {
        mbedtls_ssl_conf_authmode(conf, values[i]);
        mbedtls_ssl_conf_endpoint(conf, values[i]);
        mbedtls_ssl_conf_preference_order(conf, values[i]);
        mbedtls_ssl_conf_tls13_key_exchange_modes(conf, values[i]);
        print_conf("stored", conf);
    }
    for (int code = 0; code < 7; code++) {
        print_code("max_frag_len", mbedtls_ssl_conf_max_frag_len(conf, (unsigned char) code));
    }
    mbedtls_ssl_conf_min_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_max_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_cert_req_ca_list(conf, MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED);
    print_conf("stored", conf);
}

static void dh_parameters(mbedtls_ssl_config *conf)
{
    static const unsigned char prime[] = { 0x17 }, generator[] = { 0x05 };

    print_code("dh_param_bin", mbedtls_ssl_conf_dh_param_bin(conf, prime, sizeof prime, generator, sizeof generator));
    print_code("dh_param_bin: again", mbedtls_ssl_conf_dh_param_bin(conf, prime, sizeof prime, generator, sizeof generator));
    mbedtls_ssl_conf_dhm_min_bitlen(conf, 2048);
}

static void own_certificates(mbedtls_ssl_config *conf)
{
    mbedtls_x509_crt one, two;
    mbedtls_pk_context key;

    mbedtls_x509_crt_init(&one);
    mbedtls_x509_crt_init(&two);
    mbedtls_pk_init(&key);
    print_code("own_cert", mbedtls_ssl_conf_own_cert(conf, &one, &key));
    print_code("own_cert: another", mbedtls_ssl_conf_own_cert(conf, &two, &key));
    print_code("own_cert: without a key", mbedtls_ssl_conf_own_cert(conf, &one, NULL));
    print_code("own_cert: NULL", mbedtls_ssl_conf_own_cert(conf, NULL, NULL));
    printf("there are some left: %d\n", conf->key_cert != NULL);
    print_code("own_cert: again", mbedtls_ssl_conf_own_cert(conf, &one, &key));
}

static void suites(void)
{
    for (int id = 0; id <= 0xffff; id++) {
        const mbedtls_ssl_ciphersuite_t *suite = mbedtls_ssl_ciphersuite_from_id(id);
        const char *name = mbedtls_ssl_get_ciphersuite_name(id);

        if (suite == NULL && id != 0 && id != 0xffff) {
            continue;
        }
        printf("%04x is %s, which is %04x", (unsigned) id, name, (unsigned) mbedtls_ssl_get_ciphersuite_id(name));
        if (suite != NULL) {
            printf(": %d bits, key exchange %d, cipher %d, hash %d, flags %d, %x to %x, found by name: %d",
                   (int) mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(suite), suite->key_exchange, suite->cipher, suite->mac,
                   suite->flags, suite->min_tls_version, suite->max_tls_version, suite == mbedtls_ssl_ciphersuite_from_string(name));
        }
        putchar('\n');
    }
    printf("in lower case: %d\n", mbedtls_ssl_ciphersuite_from_string("tls1-3-aes-128-gcm-sha256") != NULL);
    for (int i = 0; i < 5; i++) {
        printf("%04x\n", (unsigned) mbedtls_ssl_list_ciphersuites()[i]);
    }
}

int main(void)
{
    mbedtls_ssl_config conf;

    defaults();
    mbedtls_ssl_config_init(&conf);
    print_code("defaults", mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
                                                       MBEDTLS_SSL_PRESET_DEFAULT));
    tickets(&conf);
    alpn(&conf);
    psk(&conf);
    dh_parameters(&conf);
    own_certificates(&conf);
    numbers(&conf);
    mbedtls_ssl_config_free(&conf);
    suites();
    return 0;
}
