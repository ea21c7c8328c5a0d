/* The authorities of Debian's ca-certificates: the bundle and the folder load whole, and each authority is trusted by the others.
 * With an argument, the milliseconds that loading the bundle takes. */
#define _POSIX_C_SOURCE 200809L
#include <mbedtls/x509_crt.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char bundle[] = "/etc/ssl/certs/ca-certificates.crt";
static const char folder[] = "/usr/share/ca-certificates/mozilla";

static size_t count(const mbedtls_x509_crt *list)
{
    size_t count = 0;

    for (; list != NULL && list->version != 0; list = list->next) {
        count++;
    }
    return count;
}

static size_t first_lines(const char *path)
{
    char line[256];
    size_t count = 0;
    FILE *file = fopen(path, "r");

    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        count += strncmp(line, "-----BEGIN CERTIFICATE-----", 27) == 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return count;
}

static void measure(void)
{
    enum { ROUNDS = 20 };
    struct timespec start, end;

    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int i = 0; i < ROUNDS; i++) {
        mbedtls_x509_crt crt;
        mbedtls_x509_crt_init(&crt);
        mbedtls_x509_crt_parse_file(&crt, bundle);
        mbedtls_x509_crt_free(&crt);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.3f ms\n", ((double) (end.tv_sec - start.tv_sec) * 1e3 + (double) (end.tv_nsec - start.tv_nsec) / 1e6) / ROUNDS);
}

int main(int argc, char **argv)
{
    mbedtls_x509_crt all, some;
    size_t good = 0, expired = 0, other = 0;

    (void) argv;
    if (argc > 1) {
        measure();
        return 0;
    }
    mbedtls_x509_crt_init(&all);
    mbedtls_x509_crt_init(&some);
    int code = mbedtls_x509_crt_parse_file(&all, bundle);
    printf("bundle: %d, %s\n", code, count(&all) == first_lines(bundle) ? "all of it" : "not all of it");
    printf("more than a hundred: %s\n", count(&all) > 100 ? "yes" : "no");
    code = mbedtls_x509_crt_parse_path(&some, folder);
    printf("folder: %d, %zu more than in the bundle\n", code, count(&some) > count(&all) ? count(&some) - count(&all) : 0);
    for (mbedtls_x509_crt *crt = &all; crt != NULL; crt = crt->next) {
        uint32_t flags = 0;
        mbedtls_x509_crt *next = crt->next;

        crt->next = NULL;
        mbedtls_x509_crt_verify(crt, &some, NULL, NULL, &flags, NULL, NULL);
        crt->next = next;
        good += flags == 0;
        expired += flags == MBEDTLS_X509_BADCERT_EXPIRED;
        other += flags != 0 && flags != MBEDTLS_X509_BADCERT_EXPIRED;
    }
    printf("%zu good, %zu expired, %zu of another kind\n", good, expired, other);
    mbedtls_x509_crt_free(&all);
    mbedtls_x509_crt_free(&some);
    return 0;
}
