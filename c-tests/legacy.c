/* What only DTLS, renegotiation or TLS 1.2 could do with a stream connection; the PRF of TLS 1.2; cookies. */
#include "support/pair.h"

#include <mbedtls/ssl_cookie.h>
#include <stdio.h>
#include <string.h>

static void refusals(struct side *side)
{
    unsigned char bytes[256] = { 0 };
    size_t length = 0;
    int enabled = 5;
    mbedtls_dtls_srtp_info info;

    print_code("check_record", mbedtls_ssl_check_record(&side->ssl, bytes, 10));
    print_code("set_cid", mbedtls_ssl_set_cid(&side->ssl, 1, bytes, 5));
    print_code("own_cid", mbedtls_ssl_get_own_cid(&side->ssl, &enabled, bytes, &length));
    printf("enabled: %d\n", enabled);
    print_code("peer_cid", mbedtls_ssl_get_peer_cid(&side->ssl, &enabled, bytes, &length));
    print_code("renegotiate", mbedtls_ssl_renegotiate(&side->ssl));
    print_code("client_transport_id", mbedtls_ssl_set_client_transport_id(&side->ssl, bytes, 5));
    print_code("mki", mbedtls_ssl_dtls_srtp_set_mki_value(&side->ssl, bytes, 10));
    mbedtls_ssl_set_mtu(&side->ssl, 100);
    mbedtls_ssl_set_datagram_packing(&side->ssl, 1);
    memset(&info, 7, sizeof info);
    mbedtls_ssl_get_dtls_srtp_negotiation_result(&side->ssl, &info);
    printf("profile: %u\n", (unsigned) info.MBEDTLS_PRIVATE(chosen_dtls_srtp_profile));
}

static void derive(mbedtls_tls_prf_types prf, const char *secret, const char *label, const char *seed, size_t length)
{
    unsigned char out[200] = { 0 };

    printf("prf %d, %u bytes: %s ", (int) prf, (unsigned) length,
           code_name(mbedtls_ssl_tls_prf(prf, (const unsigned char *) secret, strlen(secret), label,
                                         (const unsigned char *) seed, strlen(seed), out, length)));
    for (size_t i = 0; i < length + 1; i++) {
        printf("%02x", out[i]);
    }
    puts("");
}

static void cookies(struct pair *pair)
{
    mbedtls_ssl_cookie_ctx cookies;
    const unsigned char *here = (const unsigned char *) "here", *there = (const unsigned char *) "more";
    unsigned char cookie[64], *end = cookie;

    mbedtls_ssl_cookie_init(&cookies);
    print_code("no context", mbedtls_ssl_cookie_write(NULL, &end, cookie + sizeof cookie, here, 4));
    print_code("no context", mbedtls_ssl_cookie_check(NULL, cookie, 32, here, 4));
    print_code("setup", mbedtls_ssl_cookie_setup(&cookies, mbedtls_ctr_drbg_random, &pair->random));
    print_code("31 bytes", mbedtls_ssl_cookie_write(&cookies, &end, cookie + 31, here, 4));
    print_code("32 bytes", mbedtls_ssl_cookie_write(&cookies, &end, cookie + 32, here, 4));
    printf("written: %d\n", (int) (end - cookie));
    print_code("ours", mbedtls_ssl_cookie_check(&cookies, cookie, 32, here, 4));
    print_code("another address", mbedtls_ssl_cookie_check(&cookies, cookie, 32, there, 4));
    print_code("short", mbedtls_ssl_cookie_check(&cookies, cookie, 31, here, 4));
    print_code("long", mbedtls_ssl_cookie_check(&cookies, cookie, 33, here, 4));
    for (size_t i = 0; i < 32; i += 31) {
        cookie[i] ^= 1;
        print_code("spoiled", mbedtls_ssl_cookie_check(&cookies, cookie, 32, here, 4));
        cookie[i] ^= 1;
    }
    mbedtls_ssl_cookie_set_timeout(&cookies, 0);
    print_code("for ever", mbedtls_ssl_cookie_check(&cookies, cookie, 32, here, 4));
    mbedtls_ssl_cookie_free(&cookies);
    mbedtls_ssl_cookie_free(&cookies);
}

int main(void)
{
    struct pair *pair = pair_new();

    pair_connect(pair);
    puts("- client");
    refusals(&pair->client);
    puts("- server");
    refusals(&pair->server);
    puts("- prf");
    for (int prf = 0; prf < 4; prf++) {
        derive((mbedtls_tls_prf_types) prf, "secret", "label", "random", 100);
    }
    derive(MBEDTLS_SSL_TLS_PRF_SHA256, "", "", "", 33);
    derive(MBEDTLS_SSL_TLS_PRF_SHA256, "s", "l", "r", 0);
    derive(MBEDTLS_SSL_TLS_PRF_SHA384, "s", "l", "r", 48);
    puts("- cookies");
    cookies(pair);
    pair_free(pair);
    return 0;
}
