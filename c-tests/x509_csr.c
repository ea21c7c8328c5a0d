/* Requests: their fields and texts, callbacks for extensions, and what becomes of cut and changed ones. */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509_csr.h>

static char text[1 << 16];

static void hex(const char *label, const mbedtls_x509_buf *b)
{
    printf("%s %02x [%zu]", label, (unsigned) b->tag, b->len);
    for (size_t i = 0; b->p != NULL && i < b->len; i++)
        printf("%02x", b->p[i]);
    printf("\n");
}

static void show(const mbedtls_x509_csr *csr)
{
    printf("raw %zu, cri %zu at %d, version %d, usage %x, type %x\n", csr->raw.len, csr->cri.len,
           (int) (csr->cri.p - csr->raw.p), csr->version, csr->key_usage, csr->ns_cert_type);
    hex("subject", &csr->subject_raw);
    for (const mbedtls_x509_name *n = &csr->subject; n != NULL; n = n->next) {
        hex("  oid", &n->oid);
        hex("  val", &n->val);
    }
    hex("sig_oid", &csr->sig_oid);
    for (const mbedtls_x509_sequence *s = &csr->subject_alt_names; s != NULL; s = s->next)
        hex("san", &s->buf);
    printf("key %d bits\n", (int) mbedtls_pk_get_bitlen(&csr->pk));
    int full = mbedtls_x509_csr_info(text, sizeof text, "  | ", csr);
    printf("%d\n%s", full, full < 0 ? "" : text);
    for (int size = 0; full > 0 && size <= full + 2; size++) {
        int ret = mbedtls_x509_csr_info(text, (size_t) size, "  | ", csr);
        if (ret != (size <= full ? MBEDTLS_ERR_X509_BUFFER_TOO_SMALL : full))
            printf("size %d: %d\n", size - full, ret);
    }
}

static int on_extension(void *ctx, mbedtls_x509_csr const *csr, mbedtls_x509_buf const *oid, int critical,
                        const unsigned char *p, const unsigned char *end)
{
    mbedtls_x509_buf value = { 0, (size_t) (end - p), (unsigned char *) p };
    printf("extension, version %d, critical %d\n", csr->version, critical);
    hex("  oid", oid);
    hex("  value", &value);
    return (*(int *) ctx)--;
}

static unsigned state = 5;

static unsigned random_number(void)
{
    state = state * 1664525u + 1013904223u;
    return state >> 16;
}

static int parse(const unsigned char *der, size_t len)
{
    mbedtls_x509_csr csr;
    unsigned char *copy = malloc(len + 1);
    memcpy(copy, der, len);
    mbedtls_x509_csr_init(&csr);
    int ret = mbedtls_x509_csr_parse_der(&csr, copy, len);
    if (ret == 0 && mbedtls_x509_csr_info(text, sizeof text, "", &csr) < 0)
        ret = 1;
    mbedtls_x509_csr_free(&csr);
    free(copy);
    return ret;
}

/* Marks the lengths of values that contain others. */
static void mark_lengths(unsigned char *marks, const unsigned char *der, unsigned char *p, const unsigned char *end)
{
    while (p < end) {
        unsigned char *start = p;
        size_t len;
        if (mbedtls_asn1_get_tag(&p, end, &len, *start) != 0)
            return;
        if (*start & 0x20) {
            memset(marks + (start + 1 - der), 1, (size_t) (p - start - 1));
            mark_lengths(marks, der, p, p + len);
        }
        p += len;
    }
}

/* Only changes outside of the key and the signature: what becomes of those is told elsewhere. The lengths of the signed part and of
 * what is in its attributes stay as well: the reference does not always look whether they fit together. */
static void damage(const mbedtls_x509_csr *csr, const unsigned char *key, size_t key_len)
{
    const unsigned char *der = csr->raw.p;
    size_t len = csr->raw.len, end = (size_t) (csr->sig_oid.p - der) + csr->sig_oid.len;
    size_t key_start = (size_t) (key - der);
    int last = 1;
    unsigned char marks[2000] = { 0 };
    mark_lengths(marks, der, csr->raw.p, csr->raw.p + len);
    for (size_t cut = 0; cut < len; cut++) {
        int ret = parse(der, cut);
        if (ret != last)
            printf("cut at %zu: -0x%04x\n", cut, (unsigned) -ret);
        last = ret;
    }
    unsigned char *changed = malloc(len);
    for (int i = 0; i < 1500; i++) {
        memcpy(changed, der, len);
        size_t at = random_number() % end;
        if (at + 4 >= key_start && at < key_start + key_len)
            continue;
        if (marks[at] && der + at > csr->cri.p && (der + at < csr->subject_raw.p || at >= key_start))
            continue;
        unsigned char byte = (unsigned char) (random_number() % 3 ? der[at] ^ 1u << random_number() % 8 : random_number());
        changed[at] = byte;
        printf("%zu %02x: -0x%04x\n", at, byte, (unsigned) -parse(changed, len));
    }
    free(changed);
}

static void requests(const char *path, const char *file)
{
    mbedtls_x509_csr csr, again;
    mbedtls_x509_csr_init(&csr);
    mbedtls_x509_csr_init(&again);
    int ret = mbedtls_x509_csr_parse_file(&csr, path), left = 0;
    printf("== %s: -0x%x\n", file, (unsigned) -ret);
    FILE *f = fopen(path, "rb");
    size_t len = f == NULL ? 0 : fread(text, 1, sizeof text, f);
    if (f != NULL)
        fclose(f);
    unsigned char *der = malloc(len + csr.raw.len);
    if (ret == 0)
        memcpy(der, csr.raw.p, len = csr.raw.len);
    else
        memcpy(der, text, len);
    for (left = -1; left < 3; left++) {
        int count = left;
        int code = mbedtls_x509_csr_parse_der_with_ext_cb(&again, der, len, on_extension, &count);
        printf("with %d: -0x%x, version %d\n", left, (unsigned) -code, again.version);
        mbedtls_x509_csr_free(&again);
    }
    free(der);
    if (ret == 0) {
        show(&csr);
        printf("again %d\n", mbedtls_x509_csr_parse(&again, csr.raw.p, csr.raw.len));
        /* the key begins behind the subject */
        size_t key_len = csr.raw.len > 500 ? 294 : 91;
        damage(&csr, csr.subject_raw.p + csr.subject_raw.len, key_len);
    }
    mbedtls_x509_csr_free(&csr);
    mbedtls_x509_csr_free(&again);
}

static void arguments(void)
{
    static const unsigned char broken[] = "-----BEGIN CERTIFICATE REQUEST-----\n!\n-----END CERTIFICATE REQUEST-----\n";
    static const unsigned char half[] = "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n";
    static const unsigned char other[] = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
    static const unsigned char renamed[] = "-----BEGIN NEW CERTIFICATE REQUEST-----\nMAA=\n-----END NEW CERTIFICATE REQUEST-----\n";
    mbedtls_x509_csr csr;
    mbedtls_x509_csr_init(&csr);
    printf("null: %d %d %d %d\n", mbedtls_x509_csr_parse(NULL, broken, 1), mbedtls_x509_csr_parse(&csr, NULL, 0),
           mbedtls_x509_csr_parse(&csr, broken, 0), mbedtls_x509_csr_parse_der(&csr, NULL, 1));
    printf("broken: -0x%x\n", (unsigned) -mbedtls_x509_csr_parse(&csr, broken, sizeof broken));
    printf("without NUL: -0x%x\n", (unsigned) -mbedtls_x509_csr_parse(&csr, broken, sizeof broken - 1));
    printf("half: -0x%x\n", (unsigned) -mbedtls_x509_csr_parse(&csr, half, sizeof half));
    printf("other: -0x%x\n", (unsigned) -mbedtls_x509_csr_parse(&csr, other, sizeof other));
    printf("renamed: -0x%x\n", (unsigned) -mbedtls_x509_csr_parse(&csr, renamed, sizeof renamed));
    printf("an empty file: -0x%x\n", (unsigned) -mbedtls_x509_csr_parse_file(&csr, "/dev/null"));
    printf("no file: -0x%x\n", (unsigned) -mbedtls_x509_csr_parse_file(&csr, "/nowhere/at/all"));
    mbedtls_x509_csr_free(&csr);
    mbedtls_x509_csr_free(NULL);
}

int main(int argc, char **argv)
{
    const char *top = argc > 1 ? argv[1] : getenv("CERTS");
    char odd[1000], path[2000];
    struct dirent **entries;
    snprintf(odd, sizeof odd, "%s/odd", top == NULL ? "" : top);
    int count = scandir(odd, &entries, NULL, alphasort);
    arguments();
    for (int i = 0; i < count; i++) {
        const char *ending = strrchr(entries[i]->d_name, '.');
        if (ending != NULL && strcmp(ending, ".csr") == 0) {
            snprintf(path, sizeof path, "%s/%s", odd, entries[i]->d_name);
            requests(path, entries[i]->d_name);
        }
        free(entries[i]);
    }
    if (count < 0)
        return 1;
    free(entries);
    return 0;
}
