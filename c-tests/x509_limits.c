/* Input that is large, deep or random, for everything that reads certificates and their like. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/asn1write.h>
#include <mbedtls/pkcs7.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>
#include <psa/crypto.h>

#define NAMES 10000

static unsigned char buffer[3 << 20];
static char text[3 << 20];
static unsigned state = 13;

static unsigned random_number(void)
{
    state = state * 1664525u + 1013904223u;
    return state >> 16;
}

static int number(void *ctx, unsigned char *out, size_t len)
{
    (void) ctx;
    memset(out, 3, len);
    return 0;
}

static unsigned sum;

static void add(long long n)
{
    for (int i = 0; i < 8; i++)
        sum = (sum ^ (unsigned char) (n >> 8 * i)) * 16777619u;
}

/* The results of everything that reads DER. */
static void read_all(const unsigned char *der, size_t len, int show)
{
    mbedtls_x509_crt crt;
    mbedtls_x509_crl crl;
    mbedtls_x509_csr csr;
    mbedtls_pkcs7 pkcs7;
    mbedtls_asn1_sequence list = { { 0, 0, NULL }, NULL };
    mbedtls_x509_subject_alternative_name san;
    mbedtls_x509_buf name = { 0xa4, len, (unsigned char *) der };
    unsigned char *p = (unsigned char *) der;
    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crl_init(&crl);
    mbedtls_x509_csr_init(&csr);
    mbedtls_pkcs7_init(&pkcs7);
    int results[] = { mbedtls_x509_crt_parse_der(&crt, der, len), mbedtls_x509_crl_parse_der(&crl, der, len),
                      mbedtls_x509_csr_parse_der(&csr, der, len), mbedtls_pkcs7_parse_der(&pkcs7, der, len),
                      mbedtls_asn1_get_sequence_of(&p, der + len, &list, 0x30),
                      mbedtls_x509_parse_subject_alt_name(&name, &san) };
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        add(results[i]);
        if (show)
            printf(" %d", results[i]);
    }
    if (show)
        printf("\n");
    if (results[5] == 0)
        mbedtls_x509_free_subject_alt_name(&san);
    mbedtls_asn1_sequence_free(list.next);
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crl_free(&crl);
    mbedtls_x509_csr_free(&csr);
    mbedtls_pkcs7_free(&pkcs7);
}

static void deep(unsigned char tag, int levels)
{
    unsigned char *p = buffer + 4096;
    size_t len = 0;
    for (int i = 0; i < levels; i++) {
        len += (size_t) mbedtls_asn1_write_len(&p, buffer, len);
        len += (size_t) mbedtls_asn1_write_tag(&p, buffer, tag);
    }
    printf("%d levels of %02x:", levels, tag);
    read_all(p, len, 1);
}

static void large(mbedtls_pk_context *key)
{
    static mbedtls_x509_san_list names[NAMES];
    static char hosts[NAMES][24];
    static unsigned char value[1 << 20];
    mbedtls_x509write_cert write;
    mbedtls_x509write_csr request;
    mbedtls_x509_crt crt;
    mbedtls_x509_csr csr;
    for (int i = 0; i < NAMES; i++) {
        sprintf(hosts[i], "host%d.example", i);
        names[i].node.type = MBEDTLS_X509_SAN_DNS_NAME;
        names[i].node.san.unstructured_name.p = (unsigned char *) hosts[i];
        names[i].node.san.unstructured_name.len = strlen(hosts[i]);
        names[i].next = i + 1 < NAMES ? &names[i + 1] : NULL;
    }
    mbedtls_x509write_crt_init(&write);
    mbedtls_x509write_crt_set_md_alg(&write, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_set_subject_key(&write, key);
    mbedtls_x509write_crt_set_issuer_key(&write, key);
    printf("set: %d %d %d %d", mbedtls_x509write_crt_set_subject_name(&write, "CN=large"),
           mbedtls_x509write_crt_set_issuer_name(&write, "CN=large"),
           mbedtls_x509write_crt_set_validity(&write, "20240101000000", "20440101000000"),
           mbedtls_x509write_crt_set_serial_raw(&write, (unsigned char *) "\1", 1));
    printf(" %d %d\n", mbedtls_x509write_crt_set_extension(&write, "\x2a\3", 2, 0, value, sizeof value),
           mbedtls_x509write_crt_set_subject_alternative_name(&write, names));
    int len = mbedtls_x509write_crt_der(&write, buffer, sizeof buffer, number, NULL);
    mbedtls_x509_crt_init(&crt);
    printf("certificate: %d, read: %d\n", len > 1000000,
           mbedtls_x509_crt_parse_der(&crt, buffer + sizeof buffer - len, (size_t) len));
    size_t count = 0;
    for (const mbedtls_x509_sequence *san = &crt.subject_alt_names; san != NULL; san = san->next)
        count++;
    printf("%zu names, %d characters\n", count, mbedtls_x509_crt_info(text, sizeof text, "", &crt));
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509write_crt_free(&write);

    mbedtls_x509write_csr_init(&request);
    mbedtls_x509write_csr_set_md_alg(&request, MBEDTLS_MD_SHA256);
    mbedtls_x509write_csr_set_key(&request, key);
    printf("set: %d %d\n", mbedtls_x509write_csr_set_subject_name(&request, "CN=large"),
           mbedtls_x509write_csr_set_subject_alternative_name(&request, names));
    len = mbedtls_x509write_csr_der(&request, buffer, sizeof buffer, number, NULL);
    mbedtls_x509_csr_init(&csr);
    printf("request: %d, read: %d\n", len > 100000, mbedtls_x509_csr_parse_der(&csr, buffer + sizeof buffer - len, (size_t) len));
    printf("%d characters\n", mbedtls_x509_csr_info(text, sizeof text, "", &csr));
    mbedtls_x509_csr_free(&csr);
    mbedtls_x509write_csr_free(&request);
}

int main(void)
{
    mbedtls_pk_context key;
    char path[1024];
    if (psa_crypto_init() != 0 || getenv("CERTS") == NULL)
        return 3;
    static const unsigned char tags[] = { 0x30, 0x31, 0xa0, 0xa4, 0x04 };
    for (size_t i = 0; i < sizeof tags; i++) {
        deep(tags[i], 64);
        deep(tags[i], 400);
    }
    for (int i = 0; i < 30000; i++) {
        size_t len = random_number() % 60;
        for (size_t k = 0; k < len; k++)
            buffer[k] = (unsigned char) (random_number() % 4 == 0   ? 0x30
                                         : random_number() % 4 == 0 ? random_number()
                                                                    : random_number() % 0x22);
        if (len > 2 && random_number() % 2) {
            buffer[0] = 0x30;
            buffer[1] = (unsigned char) (len - 2);
        }
        read_all(buffer, len, 0);
    }
    printf("random: %08x\n", sum);
    mbedtls_pk_init(&key);
    snprintf(path, sizeof path, "%s/ec.key", getenv("CERTS"));
    if (mbedtls_pk_parse_keyfile(&key, path, NULL, number, NULL) != 0)
        return 2;
    large(&key);
    mbedtls_pk_free(&key);
    return 0;
}
