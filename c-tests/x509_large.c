/* Large and deep input: certificates of a megabyte, ten thousand names, nesting, long lists and chains that fan out. Every program
 * of c-tests has a limit of time, under valgrind too; what is printed is what came out. */
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
    unsigned char *bytes;
    size_t length;
    size_t capacity;
};

static void put(struct buffer *out, const void *bytes, size_t length)
{
    if (length > out->capacity - out->length) {
        out->capacity = 2 * (out->length + length);
        out->bytes = realloc(out->bytes, out->capacity);
        if (out->bytes == NULL) {
            exit(2);
        }
    }
    memcpy(out->bytes + out->length, bytes, length);
    out->length += length;
}

/* Puts tag and length in front of what is in the buffer. */
static void wrap(struct buffer *buffer, unsigned char tag)
{
    unsigned char header[6] = { tag };
    size_t length = buffer->length, size = 1;
    struct buffer out = { 0 };

    if (length < 128) {
        header[size++] = (unsigned char) length;
    } else {
        int count = length < 256 ? 1 : length < 65536 ? 2 : length < 16777216 ? 3 : 4;
        header[size++] = (unsigned char) (0x80 | count);
        for (int i = count - 1; i >= 0; i--) {
            header[size++] = (unsigned char) (length >> (8 * i));
        }
    }
    put(&out, header, size);
    put(&out, buffer->bytes, length);
    free(buffer->bytes);
    *buffer = out;
}

static void put_wrapped(struct buffer *out, unsigned char tag, struct buffer *content)
{
    wrap(content, tag);
    put(out, content->bytes, content->length);
    free(content->bytes);
    *content = (struct buffer) { 0 };
}

static mbedtls_x509_crt model;

static const char *path(const char *name)
{
    static char path[512];

    snprintf(path, sizeof path, "%s/chains/%s", getenv("CERTS"), name);
    return path;
}

/* The model's fields with another subject and other extensions, either of which may be null. The signature is wrong then. */
static struct buffer build(struct buffer *subject, struct buffer *extensions)
{
    struct buffer tbs = { 0 }, certificate = { 0 };
    const unsigned char *issuer_end = model.issuer_raw.p + model.issuer_raw.len;
    const unsigned char *serial_end = model.serial.p + model.serial.len;

    put(&tbs, "\xa0\x03\x02\x01\x02\x02\x01\x01", 8);
    put(&tbs, serial_end, (size_t) (issuer_end - serial_end));
    put(&tbs, issuer_end, (size_t) (model.subject_raw.p - issuer_end));
    if (subject != NULL) {
        put_wrapped(&tbs, 0x30, subject);
    } else {
        put(&tbs, model.subject_raw.p, model.subject_raw.len);
    }
    put(&tbs, model.pk_raw.p, model.pk_raw.len);
    if (extensions != NULL) {
        wrap(extensions, 0x30);
        put_wrapped(&tbs, 0xa3, extensions);
    }
    put_wrapped(&certificate, 0x30, &tbs);
    put(&certificate, model.tbs.p + model.tbs.len, (size_t) (model.raw.p + model.raw.len - model.tbs.p - model.tbs.len));
    wrap(&certificate, 0x30);
    return certificate;
}

static void put_extension(struct buffer *out, const char *oid, size_t length, struct buffer *value)
{
    struct buffer extension = { 0 };

    put(&extension, oid, length);
    put_wrapped(&extension, 0x04, value);
    put_wrapped(out, 0x30, &extension);
}

static void parse(const char *what, struct buffer der)
{
    mbedtls_x509_crt crt, root;
    uint32_t flags = 0;
    size_t names = 0, attributes = 0, policies = 0;

    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crt_init(&root);
    int code = mbedtls_x509_crt_parse_der(&crt, der.bytes, der.length);
    if (code == 0) {
        for (const mbedtls_x509_sequence *at = &crt.subject_alt_names; at != NULL && at->buf.p != NULL; at = at->next) {
            names++;
        }
        for (const mbedtls_x509_name *at = &crt.subject; at != NULL && at->oid.p != NULL; at = at->next) {
            attributes++;
        }
        for (const mbedtls_x509_sequence *at = &crt.certificate_policies; at != NULL && at->buf.p != NULL; at = at->next) {
            policies++;
        }
    }
    printf("%s: code -0x%04x, raw %zu, %zu names, %zu attributes, %zu policies", what, (unsigned) -code, crt.raw.len, names,
           attributes, policies);
    if (code == 0 && mbedtls_x509_crt_parse_file(&root, path("root.crt")) == 0) {
        code = mbedtls_x509_crt_verify(&crt, &root, NULL, "n9999.example", &flags, NULL, NULL);
        printf("; verified: -0x%04x, flags 0x%x", (unsigned) -code, (unsigned) flags);
    }
    printf("\n");
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&root);
    /* cut short at a few places */
    for (size_t part = 1; part < 8; part++) {
        code = mbedtls_x509_crt_parse_der(&crt, der.bytes, der.length * part / 8);
        printf("%s-0x%04x", part == 1 ? "  cut: " : " ", (unsigned) -code);
    }
    printf("\n");
    free(der.bytes);
}

static void large_certificates(void)
{
    struct buffer value = { 0 }, extensions = { 0 }, subject = { 0 }, one = { 0 };
    static unsigned char zeros[1 << 20];
    char name[32];

    parse("the model", build(NULL, NULL));

    put(&value, zeros, sizeof zeros);
    put_extension(&extensions, "\x06\x03\x2a\x03\x04", 5, &value);
    parse("an unknown extension of 1 MiB", build(NULL, &extensions));

    for (int i = 0; i < 10000; i++) {
        put(&one, name, (size_t) snprintf(name, sizeof name, "n%d.example", i));
        put_wrapped(&value, 0x82, &one);
    }
    wrap(&value, 0x30);
    put_extension(&extensions, "\x06\x03\x55\x1d\x11", 5, &value);
    parse("10000 alternative names", build(NULL, &extensions));

    for (int i = 0; i < 10000; i++) {
        put(&value, "\x30\x05\x06\x03\x2a\x03\x04", 7);
    }
    wrap(&value, 0x30);
    put_extension(&extensions, "\x06\x03\x55\x1d\x20", 5, &value);
    parse("10000 policies", build(NULL, &extensions));

    for (int i = 0; i < 10000; i++) {
        put(&value, "\x05", 1);
        put_extension(&extensions, "\x06\x03\x2a\x03\x04", 5, &value);
    }
    parse("10000 extensions", build(NULL, &extensions));

    for (int i = 0; i < 10000; i++) {
        put(&subject, "\x31\x0c\x30\x0a\x06\x03\x55\x04\x03\x0c\x03" "abc", 14);
    }
    parse("10000 attributes", build(&subject, NULL));

    for (int i = 0; i < 10000; i++) {
        put(&one, "\x30\x0a\x06\x03\x55\x04\x03\x0c\x03" "abc", 12);
    }
    put_wrapped(&subject, 0x31, &one);
    parse("10000 attributes in one set", build(&subject, NULL));

    put(&one, zeros, sizeof zeros);
    wrap(&one, 0x0c);
    put(&value, "\x06\x03\x55\x04\x03", 5);
    put(&value, one.bytes, one.length);
    free(one.bytes);
    wrap(&value, 0x30);
    put_wrapped(&subject, 0x31, &value);
    parse("a name of 1 MiB", build(&subject, NULL));
}

static void nesting(void)
{
    static const struct {
        const char *what, *oid;
        unsigned char tag;
    } places[] = {
        { "an unknown extension", "\x06\x03\x2a\x03\x04", 0x30 },
        { "alternative names", "\x06\x03\x55\x1d\x11", 0x30 },
        { "a directory name", "\x06\x03\x55\x1d\x11", 0xa4 },
        { "another name", "\x06\x03\x55\x1d\x11", 0xa0 },
        { "an authority key identifier", "\x06\x03\x55\x1d\x23", 0xa1 },
        { "policies", "\x06\x03\x55\x1d\x20", 0x30 },
        { "basic constraints", "\x06\x03\x55\x1d\x13", 0x30 },
    };
    static const int depths[] = { 1, 2, 64, 1000 };
    char what[64];

    for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
        for (size_t l = 0; l < sizeof depths / sizeof *depths; l++) {
            struct buffer value = { 0 }, extensions = { 0 };
            put(&value, "\x05", 2);
            for (int i = 0; i < depths[l]; i++) {
                wrap(&value, places[p].tag);
            }
            wrap(&value, 0x30);
            put_extension(&extensions, places[p].oid, 5, &value);
            snprintf(what, sizeof what, "%s, nested %d times", places[p].what, depths[l]);
            parse(what, build(NULL, &extensions));
        }
    }
}

static char *read_text(const char *name)
{
    char *text = calloc(1, 8192);
    FILE *file = fopen(path(name), "rb");

    if (text == NULL || file == NULL || fread(text, 1, 8191, file) == 0) {
        exit(2);
    }
    fclose(file);
    return text;
}

static void bundles(void)
{
    char *good = read_text("leaf.crt"), *list = read_text("leaf.crl");
    static const char bad[] = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
    struct buffer text = { 0 };
    mbedtls_x509_crt crt;
    mbedtls_x509_crl crl;
    size_t count = 0;

    for (int i = 0; i < 10000; i++) {
        put(&text, good, strlen(good));
        if (i % 10 == 0) {
            put(&text, bad, strlen(bad));
        }
    }
    put(&text, "", 1);
    mbedtls_x509_crt_init(&crt);
    int code = mbedtls_x509_crt_parse(&crt, text.bytes, text.length);
    for (const mbedtls_x509_crt *at = &crt; at != NULL && at->version != 0; at = at->next) {
        count++;
    }
    printf("a bundle of 10000 good and 1000 bad certificates: %d, %zu certificates\n", code, count);
    mbedtls_x509_crt_free(&crt);
    free(text.bytes);

    text = (struct buffer) { 0 };
    for (int i = 0; i < 1000; i++) {
        put(&text, list, strlen(list));
    }
    put(&text, "", 1);
    mbedtls_x509_crl_init(&crl);
    code = mbedtls_x509_crl_parse(&crl, text.bytes, text.length);
    count = 0;
    for (const mbedtls_x509_crl *at = &crl; at != NULL && at->version != 0; at = at->next) {
        count++;
    }
    printf("1000 revocation lists: %d, %zu lists\n", code, count);
    mbedtls_x509_crl_free(&crl);
    free(text.bytes);

    text = (struct buffer) { 0 };
    for (int i = 0; i < 20000; i++) {
        put(&text, "-----BEGIN CERTIFICATE-----\n", 28);
    }
    put(&text, "", 1);
    mbedtls_x509_crt_init(&crt);
    printf("20000 first lines: -0x%04x\n", (unsigned) -mbedtls_x509_crt_parse(&crt, text.bytes, text.length));
    mbedtls_x509_crt_free(&crt);
    free(text.bytes);
    free(good);
    free(list);
}

static void add(mbedtls_x509_crt *list, const char *name, int times)
{
    mbedtls_x509_crt one;

    mbedtls_x509_crt_init(&one);
    if (mbedtls_x509_crt_parse_file(&one, path(name)) != 0) {
        exit(2);
    }
    for (int i = 0; i < times; i++) {
        mbedtls_x509_crt_parse_der(list, one.raw.p, one.raw.len);
    }
    mbedtls_x509_crt_free(&one);
}

static void fan(const char *what, mbedtls_x509_crt *chain, mbedtls_x509_crt *trusted)
{
    uint32_t flags = 0;
    int code = mbedtls_x509_crt_verify(chain, trusted, NULL, NULL, &flags, NULL, NULL);

    printf("%s: -0x%04x, flags 0x%x\n", what, (unsigned) -code, (unsigned) flags);
    mbedtls_x509_crt_free(chain);
    mbedtls_x509_crt_free(trusted);
}

static void fans(void)
{
    mbedtls_x509_crt chain, trusted;

    mbedtls_x509_crt_init(&chain);
    mbedtls_x509_crt_init(&trusted);

    add(&chain, "leaf.crt", 1);
    add(&trusted, "root-twin.crt", 50);
    add(&trusted, "root.crt", 1);
    fan("50 authorities of one name, and the right one", &chain, &trusted);

    add(&chain, "leaf.crt", 1);
    add(&trusted, "root-twin.crt", 50);
    fan("50 authorities of one name", &chain, &trusted);

    add(&chain, "twin-leaf.crt", 1);
    add(&chain, "root.crt", 100);
    add(&trusted, "stranger.crt", 1);
    fan("100 times the same wrong issuer", &chain, &trusted);

    add(&chain, "loop-a-leaf.crt", 1);
    for (int i = 0; i < 4; i++) {
        add(&chain, "loop-a.crt", 1);
        add(&chain, "loop-b.crt", 1);
    }
    add(&trusted, "root.crt", 1);
    fan("two authorities that sign each other", &chain, &trusted);

    add(&chain, "leaf.crt", 1);
    for (int i = 0; i < 3; i++) {
        add(&chain, "root-by-twin.crt", 1);
        add(&chain, "root-twin.crt", 1);
        add(&chain, "root-triplet.crt", 1);
    }
    add(&trusted, "stranger.crt", 1);
    fan("authorities of one name with three keys", &chain, &trusted);
}

int main(void)
{
    if (getenv("CERTS") == NULL) {
        return 2;
    }
    mbedtls_x509_crt_init(&model);
    if (mbedtls_x509_crt_parse_file(&model, path("leaf.crt")) != 0) {
        return 2;
    }
    large_certificates();
    nesting();
    bundles();
    fans();
    mbedtls_x509_crt_free(&model);
    return 0;
}
