/* Prints what the certificates of a directory look like through the C structures and the text functions. */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509_crt.h>

static void hex(const char *label, const unsigned char *p, size_t len)
{
    printf("%s[%zu]=", label, len);
    for (size_t i = 0; i < len; i++)
        printf("%02x", p[i]);
    printf("\n");
}

static void buf(const char *label, const mbedtls_x509_buf *b)
{
    printf("%02x ", (unsigned) b->tag);
    hex(label, b->p, b->p == NULL ? 0 : b->len);
}

static void name(const char *label, const mbedtls_x509_name *n)
{
    for (; n != NULL; n = n->next) {
        printf("%s ", label);
        buf("oid", &n->oid);
        buf("val", &n->val);
    }
}

static void list(const char *label, const mbedtls_x509_sequence *s)
{
    for (; s != NULL; s = s->next)
        buf(label, &s->buf);
}

static void when(const char *label, const mbedtls_x509_time *t)
{
    printf("%s=%d-%d-%d %d:%d:%d\n", label, t->year, t->mon, t->day, t->hour, t->min, t->sec);
}

static void sizes(const mbedtls_x509_crt *crt)
{
    /* the text functions at every size of buffer around the one they need */
    char text[8192], again[8192];
    int full = mbedtls_x509_crt_info(text, sizeof text, "  ", crt);
    printf("info %d\n%s", full, full > 0 ? text : "");
    for (int size = 0; full > 0 && size <= full + 2; size++) {
        int ret = mbedtls_x509_crt_info(again, (size_t) size, "  ", crt);
        if (ret != (size <= full ? MBEDTLS_ERR_X509_BUFFER_TOO_SMALL : full))
            printf("info size %d: %d\n", size - full, ret);
    }
    full = mbedtls_x509_dn_gets(text, sizeof text, &crt->subject);
    printf("subject %d %s\n", full, text);
    for (int size = 0; full > 0 && size <= full + 2; size++) {
        int ret = mbedtls_x509_dn_gets(again, (size_t) size, &crt->subject);
        if (ret != (size <= full ? MBEDTLS_ERR_X509_BUFFER_TOO_SMALL : full))
            printf("dn size %d: %d\n", size - full, ret);
    }
    full = mbedtls_x509_serial_gets(text, sizeof text, &crt->serial);
    printf("serial %d %s\n", full, text);
    for (int size = 0; full > 0 && size <= full + 2; size++) {
        int ret = mbedtls_x509_serial_gets(again, (size_t) size, &crt->serial);
        if (ret != (size <= full ? MBEDTLS_ERR_X509_BUFFER_TOO_SMALL : full))
            printf("serial size %d: %d\n", size - full, ret);
    }
}

static void show(const mbedtls_x509_crt *crt)
{
    printf("version %d, raw %zu, tbs %zu at %d\n", crt->version, crt->raw.len, crt->tbs.len,
           (int) (crt->tbs.p - crt->raw.p));
    buf("serial", &crt->serial);
    buf("issuer_raw", &crt->issuer_raw);
    buf("subject_raw", &crt->subject_raw);
    name("issuer", &crt->issuer);
    name("subject", &crt->subject);
    when("from", &crt->valid_from);
    when("to", &crt->valid_to);
    buf("pk_raw", &crt->pk_raw);
    buf("issuer_id", &crt->issuer_id);
    buf("subject_id", &crt->subject_id);
    buf("v3_ext", &crt->v3_ext);
    list("san", &crt->subject_alt_names);
    buf("skid", &crt->subject_key_id);
    buf("akid", &crt->authority_key_id.keyIdentifier);
    list("ak issuer", &crt->authority_key_id.authorityCertIssuer);
    buf("ak serial", &crt->authority_key_id.authorityCertSerialNumber);
    list("policy", &crt->certificate_policies);
    list("eku", &crt->ext_key_usage);
    for (int type = 0; type < 18; type++)
        printf("%d", mbedtls_x509_crt_has_ext_type(crt, 1 << type) != 0);
    printf(" ca %d\n", mbedtls_x509_crt_get_ca_istrue(crt));
    for (unsigned usage = 1; usage <= 0x8000; usage <<= 1)
        printf(" %x:%d", usage, mbedtls_x509_crt_check_key_usage(crt, usage));
    printf("\neku server %d time stamping %d\n",
           mbedtls_x509_crt_check_extended_key_usage(crt, "\x2b\x06\x01\x05\x05\x07\x03\x01", 8),
           mbedtls_x509_crt_check_extended_key_usage(crt, "\x2b\x06\x01\x05\x05\x07\x03\x08", 8));
    printf("past %d future %d\n", mbedtls_x509_time_is_past(&crt->valid_to),
           mbedtls_x509_time_is_future(&crt->valid_from));
    sizes(crt);
}

int main(int argc, char **argv)
{
    const char *directory = argc > 1 ? argv[1] : getenv("CERTS");
    struct dirent **entries;
    int count = directory == NULL ? -1 : scandir(directory, &entries, NULL, alphasort);
    if (count < 0)
        return 2;
    for (int i = 0; i < count; i++) {
        const char *file = entries[i]->d_name, *ending = strrchr(file, '.');
        /* the reference cannot read Ed25519 certificates */
        if (ending != NULL && strcmp(ending, ".crt") == 0 && strstr(file, "ed25519") == NULL) {
            char path[1024];
            snprintf(path, sizeof path, "%s/%s", directory, file);
            mbedtls_x509_crt crt;
            mbedtls_x509_crt_init(&crt);
            int ret = mbedtls_x509_crt_parse_file(&crt, path);
            printf("== %s: -0x%04x\n", file, (unsigned) -ret);
            for (const mbedtls_x509_crt *c = &crt; ret == 0 && c != NULL; c = c->next)
                show(c);
            mbedtls_x509_crt_free(&crt);
        }
        free(entries[i]);
    }
    free(entries);
    return 0;
}
