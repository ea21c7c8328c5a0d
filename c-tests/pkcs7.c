/* Signed data (PKCS #7): parsing what the openssl command made, verifying it, and what becomes of cut and changed ones. */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/md.h>
#include <mbedtls/pkcs7.h>
#include <psa/crypto.h>

static char odd[1000];
static unsigned state = 11;

static unsigned random_number(void)
{
    state = state * 1664525u + 1013904223u;
    return state >> 16;
}

static size_t load(const char *file, unsigned char *buffer, size_t size)
{
    char path[2000];
    snprintf(path, sizeof path, "%s/%s", odd, file);
    FILE *f = fopen(path, "rb");
    size_t len = f == NULL ? 0 : fread(buffer, 1, size, f);
    if (f != NULL)
        fclose(f);
    return len;
}

static int parse(const unsigned char *der, size_t len)
{
    mbedtls_pkcs7 pkcs7;
    unsigned char *copy = malloc(len + 1);
    memcpy(copy, der, len);
    mbedtls_pkcs7_init(&pkcs7);
    int ret = mbedtls_pkcs7_parse_der(&pkcs7, copy, len);
    mbedtls_pkcs7_free(&pkcs7);
    free(copy);
    return ret;
}

/* The code of a signature that is not right is the key's. */
static const char *verdict(int ret)
{
    switch (ret) {
    case 0:
        return "good";
    case MBEDTLS_ERR_PKCS7_VERIFY_FAIL:
        return "no";
    case MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID:
        return "date";
    default:
        return "bad";
    }
}

static void verify(mbedtls_pkcs7 *pkcs7, const char *certificate)
{
    static const unsigned char data[] = "plain\n";
    static const mbedtls_md_type_t digests[] = { MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA512 };
    unsigned char hash[64];
    char path[2000];
    mbedtls_x509_crt crt;
    mbedtls_x509_crt_init(&crt);
    snprintf(path, sizeof path, "%s/%s", odd, certificate);
    if (mbedtls_x509_crt_parse_file(&crt, path) != 0)
        exit(2);
    printf("  %s: %s", certificate, verdict(mbedtls_pkcs7_signed_data_verify(pkcs7, &crt, data, 6)));
    printf(" %s", verdict(mbedtls_pkcs7_signed_data_verify(pkcs7, &crt, data, 5)));
    for (int i = 0; i < 3; i++) {
        const mbedtls_md_info_t *info = mbedtls_md_info_from_type(digests[i]);
        mbedtls_md(info, data, 6, hash);
        printf(" %s", verdict(mbedtls_pkcs7_signed_hash_verify(pkcs7, &crt, hash, mbedtls_md_get_size(info))));
        hash[3] ^= 1;
        printf(" %s", verdict(mbedtls_pkcs7_signed_hash_verify(pkcs7, &crt, hash, mbedtls_md_get_size(info))));
        printf(" %s", verdict(mbedtls_pkcs7_signed_hash_verify(pkcs7, &crt, hash, mbedtls_md_get_size(info) - 1)));
    }
    printf("\n");
    mbedtls_x509_crt_free(&crt);
}

static void damage(const unsigned char *der, size_t len)
{
    int last = 1;
    unsigned char *changed = malloc(len);
    for (size_t cut = 0; cut < len; cut++) {
        int ret = parse(der, cut);
        if (ret != last)
            printf("cut at %zu: -0x%04x\n", cut, (unsigned) -ret);
        last = ret;
    }
    for (int i = 0; i < 1500; i++) {
        memcpy(changed, der, len);
        size_t at = random_number() % len;
        changed[at] = (unsigned char) (random_number() % 3 ? der[at] ^ 1u << random_number() % 8 : random_number());
        int ret = parse(changed, len);
        printf("%zu %02x: %s0x%04x\n", at, changed[at], ret < 0 ? "-" : "", (unsigned) (ret < 0 ? -ret : ret));
    }
    free(changed);
}

int main(int argc, char **argv)
{
    static unsigned char der[1 << 16];
    const char *top = argc > 1 ? argv[1] : getenv("CERTS");
    struct dirent **entries;
    if (psa_crypto_init() != 0)
        return 3;
    snprintf(odd, sizeof odd, "%s/odd", top == NULL ? "" : top);
    int count = scandir(odd, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *file = entries[i]->d_name, *ending = strrchr(file, '.');
        if (ending != NULL && strcmp(ending, ".p7") == 0) {
            size_t len = load(file, der, sizeof der);
            mbedtls_pkcs7 pkcs7;
            mbedtls_pkcs7_init(&pkcs7);
            int ret = mbedtls_pkcs7_parse_der(&pkcs7, der, len);
            printf("== %s: %s0x%04x\n", file, ret < 0 ? "-" : "", (unsigned) (ret < 0 ? -ret : ret));
            if (ret >= 0) {
                verify(&pkcs7, "signer.crt");
                verify(&pkcs7, "second.crt");
                verify(&pkcs7, "plain.crt");
                verify(&pkcs7, "expired.crt");
                /* one with a certificate in it is changed elsewhere: certificates are read more strictly here */
                if (strstr(file, "nocerts") != NULL)
                    damage(der, len);
            }
            mbedtls_pkcs7_free(&pkcs7);
        }
        free(entries[i]);
    }
    if (count < 0)
        return 1;
    free(entries);
    mbedtls_pkcs7 pkcs7;
    mbedtls_pkcs7_init(&pkcs7);
    printf("null: %d %d\n", mbedtls_pkcs7_parse_der(NULL, der, 1), mbedtls_pkcs7_parse_der(&pkcs7, der, 0));
    mbedtls_pkcs7_free(&pkcs7);
    mbedtls_pkcs7_free(NULL);
    return 0;
}
