/* Certificates with extensions that the library does not know: what the callback is told, and what its answer does. */
#include <mbedtls/x509_crt.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct answers {
    int critical;
    int other;
};

static unsigned char der[4096];
static size_t length;

static void load(const char *name)
{
    char path[512];
    mbedtls_x509_crt_ext_cb_t none = NULL;

    (void) none;
    snprintf(path, sizeof path, "%s/chains/%s.der", getenv("CERTS"), name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    length = fread(der, 1, sizeof der, file);
    fclose(file);
}

static void print(const unsigned char *bytes, size_t length)
{
    for (size_t i = 0; i < length && i < 24; i++) {
        printf("%02x", bytes[i]);
    }
}

static int on_extension(void *context, const mbedtls_x509_crt *crt, const mbedtls_x509_buf *oid, int critical,
                        const unsigned char *p, const unsigned char *end)
{
    const struct answers *answers = context;

    printf("  called: oid tag %d ", oid->tag);
    print(oid->p, oid->len);
    printf("%s, %zu bytes ", critical ? ", critical" : "", (size_t) (end - p));
    print(p, (size_t) (end - p));
    printf("; version %d, subject of %zu bytes, %s\n", crt->version, crt->subject_raw.len,
           p >= crt->raw.p && end <= crt->raw.p + crt->raw.len ? "inside of raw" : "elsewhere");
    return critical ? answers->critical : answers->other;
}

static void parse(int copy, mbedtls_x509_crt_ext_cb_t callback, struct answers answers)
{
    mbedtls_x509_crt crt, root;
    uint32_t flags = 0;
    char path[512];

    printf(" %s, answers %d and %d\n", copy ? "copied" : "left there", answers.critical, answers.other);
    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crt_init(&root);
    int code = mbedtls_x509_crt_parse_der_with_ext_cb(&crt, der, length, copy, callback, &answers);
    printf("  code %d, version %d, %s\n", code, crt.version,
           crt.raw.p == NULL ? "nothing" : crt.raw.p == der ? "the buffer itself" : "a copy");
    snprintf(path, sizeof path, "%s/chains/root.crt", getenv("CERTS"));
    if (code == 0 && mbedtls_x509_crt_parse_file(&root, path) == 0) {
        code = mbedtls_x509_crt_verify(&crt, &root, NULL, "localhost", &flags, NULL, NULL);
        printf("  verified: %d, flags %x\n", code, (unsigned) flags);
        char text[4096];
        int lines = 0;
        if (mbedtls_x509_crt_info(text, sizeof text, "", &crt) > 0) {
            for (const char *at = text; *at != '\0'; at++) {
                lines += *at == '\n';
            }
        }
        printf("  %d lines about it\n", lines);
    }
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&root);
}

int main(void)
{
    static const char *const names[] = { "leaf",            "unknown",           "unknown-critical", "unknown-many", "policy",
                                         "policy-critical", "policy-any",        "policy-mixed",     "inter-fine",   "inter-fine-critical",
                                         "inter-unknown",   "inter-unknown-leaf" };
    static const struct answers answers[] = { { 0, 0 }, { -1, 0 }, { 0, -1 }, { -0x1234, -0x4321 }, { 5, 0 } };

    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        load(names[n]);
        printf("%s\n", names[n]);
        for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
            parse(1, on_extension, answers[i]);
        }
        parse(0, on_extension, answers[0]);
        parse(0, on_extension, answers[3]);
        parse(1, NULL, answers[0]);
        parse(0, NULL, answers[0]);
    }

    mbedtls_x509_crt chain;
    mbedtls_x509_crt_init(&chain);
    puts("a list");
    struct answers no = { -1, -1 }, yes = { 0, 0 };
    load("unknown-critical");
    printf("  refused: %d\n", mbedtls_x509_crt_parse_der_with_ext_cb(&chain, der, length, 1, on_extension, &no));
    printf("  taken: %d\n", mbedtls_x509_crt_parse_der_with_ext_cb(&chain, der, length, 1, on_extension, &yes));
    printf("  refused: %d\n", mbedtls_x509_crt_parse_der_with_ext_cb(&chain, der, length, 1, on_extension, &no));
    printf("  taken: %d\n", mbedtls_x509_crt_parse_der_with_ext_cb(&chain, der, length, 1, on_extension, &yes));
    int count = 0;
    for (const mbedtls_x509_crt *crt = &chain; crt != NULL && crt->version != 0; crt = crt->next) {
        count++;
    }
    printf("  %d certificates\n", count);
    mbedtls_x509_crt_free(&chain);
    printf("  %d %d %d\n", mbedtls_x509_crt_parse_der_with_ext_cb(NULL, der, length, 1, NULL, NULL),
           mbedtls_x509_crt_parse_der_with_ext_cb(&chain, NULL, length, 1, NULL, NULL),
           mbedtls_x509_crt_parse_der_with_ext_cb(&chain, der, 0, 1, NULL, NULL));
    return 0;
}
