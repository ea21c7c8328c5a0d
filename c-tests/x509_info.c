/* What the information functions print of every certificate and revocation list in the folders of certificates. */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

static char text[1 << 16];

/* Every size of the buffer around those that are enough. */
static void sizes(int full, int (*print)(char *, size_t, const void *), const void *what)
{
    if (full < 0)
        return;
    char *buffer = malloc((size_t) full + 4);
    for (int size = full > 300 ? full - 300 : 0; size <= full + 2; size++) {
        int ret = print(buffer, (size_t) size, what);
        if (ret != (size <= full ? MBEDTLS_ERR_X509_BUFFER_TOO_SMALL : full))
            printf("size %d: %d\n", size - full, ret);
    }
    free(buffer);
}

static int print_crt(char *buffer, size_t size, const void *crt)
{
    return mbedtls_x509_crt_info(buffer, size, "", crt);
}

static int print_crl(char *buffer, size_t size, const void *crl)
{
    return mbedtls_x509_crl_info(buffer, size, "", crl);
}

static void certificates(const char *path, const char *file)
{
    mbedtls_x509_crt chain;
    mbedtls_x509_crt_init(&chain);
    int ret = mbedtls_x509_crt_parse_file(&chain, path);
    printf("== %s: %d\n", file, ret);
    for (const mbedtls_x509_crt *crt = &chain; crt != NULL && crt->version != 0; crt = crt->next) {
        ret = mbedtls_x509_crt_info(text, sizeof text, "  | ", crt);
        printf("%d\n%s", ret, ret < 0 ? "" : text);
        ret = print_crt(text, sizeof text, crt);
        sizes(ret, print_crt, crt);
        ret = mbedtls_x509_dn_gets(text, sizeof text, &crt->subject);
        printf("%d %s\n", ret, ret < 0 ? "" : text);
        ret = mbedtls_x509_serial_gets(text, sizeof text, &crt->serial);
        printf("%d %s\n", ret, ret < 0 ? "" : text);
    }
    mbedtls_x509_crt_free(&chain);
}

static void revocation_lists(const char *path, const char *file)
{
    mbedtls_x509_crl chain;
    mbedtls_x509_crl_init(&chain);
    int ret = mbedtls_x509_crl_parse_file(&chain, path);
    printf("== %s: %d\n", file, ret);
    for (const mbedtls_x509_crl *crl = &chain; crl != NULL && crl->version != 0; crl = crl->next) {
        ret = mbedtls_x509_crl_info(text, sizeof text, "  | ", crl);
        printf("%d\n%s", ret, ret < 0 ? "" : text);
        ret = print_crl(text, sizeof text, crl);
        sizes(ret, print_crl, crl);
    }
    mbedtls_x509_crl_free(&chain);
}

static int directory(const char *name)
{
    struct dirent **entries;
    int count = scandir(name, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *file = entries[i]->d_name, *ending = strrchr(file, '.');
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", name, file);
        /* the reference cannot read Ed25519 certificates */
        if (ending != NULL && strcmp(ending, ".crt") == 0 && strstr(file, "ed25519") == NULL)
            certificates(path, file);
        else if (ending != NULL && strcmp(ending, ".crl") == 0)
            revocation_lists(path, file);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return count;
}

static void empty(void)
{
    printf("no certificate: %d\n", mbedtls_x509_crt_info(text, sizeof text, "  ", NULL));
    printf("%s", text);
    for (int bit = 0; bit < 32; bit++) {
        int ret = mbedtls_x509_crt_verify_info(text, sizeof text, "  > ", 1u << bit);
        char *end = strchr(text, '\n');
        printf("flag %d: %s, one line %d\n", bit, strncmp(text, "  > ", 4) == 0 && ret > 10 ? "a sentence" : "?",
               end != NULL && end == text + ret - 1);
    }
    int lines = 0;
    mbedtls_x509_crt_verify_info(text, sizeof text, "", 0xffffffff);
    for (const char *p = text; *p != 0; p++)
        lines += *p == '\n';
    printf("all flags: %d lines\n", lines);
    printf("none: %d %d\n", mbedtls_x509_crt_verify_info(text, 0, "", 0), mbedtls_x509_crt_verify_info(text, 1, "", 0));
}

int main(int argc, char **argv)
{
    const char *top = argc > 1 ? argv[1] : getenv("CERTS");
    char odd[1024];
    if (top == NULL)
        return 2;
    snprintf(odd, sizeof odd, "%s/odd", top);
    empty();
    return directory(top) > 0 && directory(odd) > 0 ? 0 : 1;
}
