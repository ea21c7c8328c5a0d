/* A table of chains, good and bad in every way we could think of, made by chains/make: the verdict, the flags, and what a verify
 * callback sees of each. A line is "CHAIN < TRUSTED [host, profile, lists]: code flags", then depth:flags as the callback gets them. */
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const mbedtls_x509_crt_profile old_profile = { 0xffffffff, 0xffffffff, 0xffffffff, 1024 };
static const mbedtls_x509_crt_profile sha1_profile = { MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA1) | MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA256),
                                                       0xffffffff, 0xffffffff, 2048 };
static const mbedtls_x509_crt_profile short_profile = { MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA256), 0xffffffff, 0xffffffff, 1024 };
static const mbedtls_x509_crt_profile long_profile = { MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA256), 0xffffffff, 0xffffffff, 3072 };
static const mbedtls_x509_crt_profile rsa_profile = { 0xffffffff, MBEDTLS_X509_ID_FLAG(MBEDTLS_PK_RSA), 0xffffffff, 2048 };

static const struct {
    const char *name;
    const mbedtls_x509_crt_profile *profile;
} profiles[] = {
    { "default", &mbedtls_x509_crt_profile_default },
    { "next", &mbedtls_x509_crt_profile_next },
    { "suiteb", &mbedtls_x509_crt_profile_suiteb },
    { "none", &mbedtls_x509_crt_profile_none },
    { "old", &old_profile },
    { "sha1", &sha1_profile },
    { "short", &short_profile },
    { "long", &long_profile },
    { "rsa", &rsa_profile },
};

struct row {
    const char *chain;
    const char *trusted;
    const char *host;
    const char *lists;
    const char *profile;
};

#include "chains/table.h"

struct seen {
    char text[512];
    int forgive;         /* the depth at which everything is forgiven, or -1 */
    int accuse;          /* the depth at which a flag is set, or -1 */
    int forgive_all;
};

static int on_certificate(void *context, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    struct seen *seen = context;
    size_t length = strlen(seen->text);
    const mbedtls_x509_name *name = &crt->subject;

    while (name->next != NULL) {
        name = name->next;
    }
    snprintf(seen->text + length, sizeof seen->text - length, " %d:%x:%.*s", depth, (unsigned) *flags, (int) name->val.len,
             (const char *) name->val.p);
    if (depth == seen->forgive || seen->forgive_all) {
        *flags = 0;
    }
    if (depth == seen->accuse) {
        *flags |= MBEDTLS_X509_BADCERT_OTHER;
    }
    return 0;
}

static const char *path(const char *name, const char *suffix)
{
    static char path[512];

    snprintf(path, sizeof path, "%s/chains/%s.%s", getenv("CERTS"), name, suffix);
    return path;
}

static void load(mbedtls_x509_crt *list, const char *names)
{
    char copy[512];

    mbedtls_x509_crt_init(list);
    snprintf(copy, sizeof copy, "%s", names);
    for (char *name = strtok(copy, " "); name != NULL; name = strtok(NULL, " ")) {
        int code = mbedtls_x509_crt_parse_file(list, path(name, "crt"));
        if (code != 0) {
            printf("(%s: -0x%04x) ", name, (unsigned) -code);
        }
    }
}

static void load_lists(mbedtls_x509_crl *list, const char *names)
{
    char copy[256];

    mbedtls_x509_crl_init(list);
    snprintf(copy, sizeof copy, "%s", names);
    for (char *name = strtok(copy, " "); name != NULL; name = strtok(NULL, " ")) {
        int code = mbedtls_x509_crl_parse_file(list, path(name, "crl"));
        if (code != 0) {
            printf("(%s: -0x%04x) ", name, (unsigned) -code);
        }
    }
}

static const mbedtls_x509_crt_profile *find_profile(const char *name)
{
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++) {
        if (strcmp(name, profiles[i].name) == 0) {
            return profiles[i].profile;
        }
    }
    printf("no profile %s\n", name);
    exit(2);
}

static void verdict(int code, uint32_t flags)
{
    if (code == 0 || code == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED) {
        printf(" %s %x", code == 0 ? "good" : "bad", (unsigned) flags);
    } else {
        printf(" -0x%04x %x", (unsigned) -code, (unsigned) flags);
    }
}

static void row(const struct row *row)
{
    mbedtls_x509_crt chain, trusted;
    mbedtls_x509_crl lists;
    uint32_t flags = 0;
    struct seen seen = { "", -1, -1, 0 };
    const mbedtls_x509_crt_profile *profile = row->profile == NULL ? NULL : find_profile(row->profile);
    char text[4096];
    int lines = 0;

    printf("%s < %s", row->chain, row->trusted);
    if (row->host != NULL || row->profile != NULL || row->lists != NULL) {
        printf(" [%s, %s, %s]", row->host == NULL ? "" : row->host, row->profile == NULL ? "" : row->profile,
               row->lists == NULL ? "" : row->lists);
    }
    printf(": ");
    load(&chain, row->chain);
    load(&trusted, row->trusted);
    load_lists(&lists, row->lists == NULL ? "" : row->lists);
    mbedtls_x509_crl *crl = row->lists == NULL ? NULL : &lists;

    int code = profile == NULL ? mbedtls_x509_crt_verify(&chain, &trusted, crl, row->host, &flags, on_certificate, &seen)
                               : mbedtls_x509_crt_verify_with_profile(&chain, &trusted, crl, profile, row->host, &flags,
                                                                      on_certificate, &seen);
    verdict(code, flags);
    printf(" |%s\n", seen.text);
    if (profile == NULL) {
        profile = &mbedtls_x509_crt_profile_default;
    }

    uint32_t again = 0;
    int same = mbedtls_x509_crt_verify_restartable(&chain, &trusted, crl, profile, row->host, &again, NULL, NULL, NULL);
    if (same != code || again != flags) {
        printf("  without a callback:");
        verdict(same, again);
        printf("\n");
    }
    if (code == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED) {
        if (mbedtls_x509_crt_verify_info(text, sizeof text, "", flags) > 0) {
            for (const char *at = text; *at != '\0'; at++) {
                lines += *at == '\n';
            }
        }
        printf("  %d reasons; forgiven at the end, above, everywhere:", lines);
        for (int depth = 0; depth < 3; depth++) {
            struct seen forgiving = { "", depth, -1, depth == 2 };
            code = mbedtls_x509_crt_verify_with_profile(&chain, &trusted, crl, profile, row->host, &flags, on_certificate,
                                                        &forgiving);
            verdict(code, flags);
        }
        printf("\n");
    } else if (code == 0) {
        struct seen accusing = { "", -1, 1, 0 };
        code = mbedtls_x509_crt_verify_with_profile(&chain, &trusted, crl, profile, row->host, &flags, on_certificate, &accusing);
        printf("  accused above:");
        verdict(code, flags);
        printf("\n");
    }
    mbedtls_x509_crl_free(&lists);
    mbedtls_x509_crt_free(&trusted);
    mbedtls_x509_crt_free(&chain);
}

int main(void)
{
    if (getenv("CERTS") == NULL) {
        return 2;
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        row(&rows[i]);
    }
    printf("%zu chains\n", sizeof rows / sizeof *rows);
    return 0;
}
