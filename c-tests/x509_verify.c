/* Verifies chains against lists of authorities; prints what the callback sees and what comes out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

static const char *directory;

struct answer {
    uint32_t clear;
    int ret;
};

static int on_certificate(void *context, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    const struct answer *answer = context;
    char name[256];
    mbedtls_x509_dn_gets(name, sizeof name, &crt->subject);
    printf("  depth %d flags 0x%x %s\n", depth, (unsigned) *flags, name);
    *flags &= ~answer->clear;
    return answer->ret;
}

static void load(mbedtls_x509_crt *list, const char *names)
{
    char copy[256], path[1024];
    mbedtls_x509_crt_init(list);
    snprintf(copy, sizeof copy, "%s", names);
    for (char *name = strtok(copy, " "); name != NULL; name = strtok(NULL, " ")) {
        snprintf(path, sizeof path, "%s/%s.crt", directory, name);
        int ret = mbedtls_x509_crt_parse_file(list, path);
        if (ret != 0)
            printf("  %s: -0x%04x\n", name, (unsigned) -ret);
    }
}

static void verify(const char *chain, const char *trusted, const char *host, const mbedtls_x509_crt_profile *profile,
                   struct answer answer)
{
    mbedtls_x509_crt crt, ca;
    uint32_t flags = 0;
    printf("%s | %s | %s\n", chain, trusted, host == NULL ? "-" : host);
    load(&crt, chain);
    load(&ca, trusted);
    int ret = mbedtls_x509_crt_verify_with_profile(&crt, &ca, NULL, profile, host, &flags, on_certificate, &answer);
    printf("  -0x%04x flags 0x%x\n", (unsigned) -ret, (unsigned) flags);
    flags = 0;
    if (profile == &mbedtls_x509_crt_profile_default && answer.clear == 0 && answer.ret == 0) {
        ret = mbedtls_x509_crt_verify(&crt, &ca, NULL, host, &flags, NULL, NULL);
        printf("  -0x%04x flags 0x%x\n", (unsigned) -ret, (unsigned) flags);
    }
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&ca);
}

static void nothing(void)
{
    mbedtls_x509_crt crt;
    uint32_t flags = 7;
    unsigned char junk[4] = "abc";
    mbedtls_x509_crt_init(&crt);
    printf("%d", mbedtls_x509_crt_verify_with_profile(&crt, NULL, NULL, NULL, NULL, &flags, NULL, NULL));
    printf(" 0x%x\n", (unsigned) flags);
    printf("%d", mbedtls_x509_crt_verify(&crt, NULL, NULL, NULL, &flags, NULL, NULL));
    printf(" 0x%x\n", (unsigned) flags);
    printf("%d %d %d %d\n", mbedtls_x509_crt_parse(NULL, junk, 4), mbedtls_x509_crt_parse(&crt, NULL, 4),
           mbedtls_x509_crt_parse(&crt, junk, 4), mbedtls_x509_crt_parse_file(&crt, "/nowhere/at/all"));
    printf("%d\n", mbedtls_x509_crt_parse_path(&crt, "/nowhere/at/all"));
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(NULL);
    mbedtls_x509_crl_free(NULL);
}

/* A text with good, broken and other blocks: the good ones are added, the broken ones counted. */
static void mixed(void)
{
    char path[1024], good[4096], text[16384];
    snprintf(path, sizeof path, "%s/ca.crt", directory);
    FILE *file = fopen(path, "r");
    size_t len = file == NULL ? 0 : fread(good, 1, sizeof good - 1, file);
    good[len] = 0;
    if (file != NULL)
        fclose(file);
    static const char broken[] = "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n";
    static const char letters[] = "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n";
    static const char other[] = "-----BEGIN OTHER-----\nAQID\n-----END OTHER-----\n";
    const char *parts[][4] = {{good, broken, good, other}, {broken, letters, good, ""}, {broken, letters, "", ""},
                              {letters, broken, "", ""},   {other, good, other, good}, {"words\n", good, "words\n", broken}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        mbedtls_x509_crt crt;
        int count = 0;
        mbedtls_x509_crt_init(&crt);
        snprintf(text, sizeof text, "%s%s%s%s", parts[i][0], parts[i][1], parts[i][2], parts[i][3]);
        int ret = mbedtls_x509_crt_parse(&crt, (unsigned char *) text, strlen(text) + 1);
        for (const mbedtls_x509_crt *c = &crt; c != NULL && c->version != 0; c = c->next)
            count++;
        printf("mixed %zu: %d, %d certificates\n", i, ret, count);
        /* without the NUL it is no text */
        printf("  unterminated: %d\n", mbedtls_x509_crt_parse(&crt, (unsigned char *) text, strlen(text)));
        mbedtls_x509_crt_free(&crt);
    }
}

int main(int argc, char **argv)
{
    static const char *const chains[] = {"ec", "p384", "p521", "rsa", "expired", "wronghost", "wildcard", "chain", "client",
                                         "stranger", "ca", "ec ca", "ec other", "ec rsaca ca", "rsa ec rsaca"};
    static const char *const trusted[] = {"ca", "other", "rsaca", "p521ca", "all", "other ca", "ec", ""};
    static const char *const hosts[] = {"localhost",         "LocalHost", "127.0.0.1",       "127.0.0.2", "elsewhere.example",
                                        "deep.wild.example", "a.b.wild.example", "wild.example", "",          NULL};
    const struct answer none = {0, 0}, clear = {0xffffffff, 0}, clear_name = {4, 0}, fail = {0, -1},
                        verdict = {0, MBEDTLS_ERR_X509_CERT_VERIFY_FAILED};
    setvbuf(stdout, NULL, _IOLBF, 0);
    const mbedtls_x509_crt_profile *normal = &mbedtls_x509_crt_profile_default;
    directory = argc > 1 ? argv[1] : getenv("CERTS");
    if (directory == NULL)
        return 2;
    for (size_t c = 0; c < sizeof chains / sizeof chains[0]; c++) {
        for (size_t t = 0; t < sizeof trusted / sizeof trusted[0]; t++)
            verify(chains[c], trusted[t], "localhost", normal, none);
        for (size_t h = 0; h < sizeof hosts / sizeof hosts[0]; h++)
            verify(chains[c], "all", hosts[h], normal, none);
        verify(chains[c], "all", "localhost", &mbedtls_x509_crt_profile_next, none);
        verify(chains[c], "all", "localhost", &mbedtls_x509_crt_profile_suiteb, none);
        verify(chains[c], "all", "localhost", &mbedtls_x509_crt_profile_none, none);
        verify(chains[c], "all", "localhost", normal, clear);
        verify(chains[c], "other", "localhost", normal, clear);
        verify(chains[c], "all", "x", normal, clear_name);
        verify(chains[c], "all", "x", normal, fail);
        verify(chains[c], "all", "x", normal, verdict);
    }
    nothing();
    mixed();
    return 0;
}
