/* Certificates, revocation lists and requests of unusual shape: values in other forms, missing or in another order, more than one
 * thing wrong at a time. What is read of them, and whether they are trusted. */
#include <mbedtls/pk.h>
#include <mbedtls/sha256.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/der.h"

#define ECDSA_SHA256 "06082a8648ce3d040302"
#define RSA_PSS "06092a864886f70d01010a"
#define SHA256 "0609608648016503040201"
#define SHA256_MASK "06092a864886f70d010108"

static mbedtls_pk_context ec_key, rsa_key;

static int no_random(void *context, unsigned char *bytes, size_t len)
{
    (void) context;
    memset(bytes, 0x35, len);
    return 0;
}

static void load(mbedtls_pk_context *key, const char *name)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", getenv("CERTS"), name);
    mbedtls_pk_init(key);
    if (mbedtls_pk_parse_keyfile(key, path, NULL, no_random, NULL) != 0) {
        perror(path);
        exit(2);
    }
}

static struct der spki(mbedtls_pk_context *key)
{
    static unsigned char buffer[2][600];
    unsigned char *out = buffer[key == &rsa_key];
    int len = mbedtls_pk_write_pubkey_der(key, out, sizeof *buffer);

    return (struct der){ out + sizeof *buffer - len, (size_t) len };
}

static struct der string(unsigned tag, const char *oid, struct der content)
{
    return value(0x31, value(0x30, value(6, hex(oid), NONE), value(tag, content, NONE), NONE), NONE);
}

static struct der common_name(const char *name)
{
    return value(0x30, string(0x0c, "550403", text(name)), NONE);
}

static struct der extension(const char *oid, int critical, struct der content)
{
    return value(0x30, value(6, hex(oid), NONE), critical ? hex("0101ff") : ABSENT, value(4, content, NONE), NONE);
}

static struct der signed_by(mbedtls_pk_context *key, int pss, struct der tbs, struct der algorithm)
{
    static unsigned char signature[1024];
    unsigned char hash[32];
    size_t len;

    mbedtls_sha256(tbs.p, tbs.len, hash, 0);
    if (mbedtls_pk_sign_ext(pss ? MBEDTLS_PK_RSASSA_PSS : mbedtls_pk_get_type(key) == MBEDTLS_PK_RSA ? MBEDTLS_PK_RSA : MBEDTLS_PK_ECDSA,
                            key, MBEDTLS_MD_SHA256, hash, sizeof hash, signature, sizeof signature, &len, no_random, NULL) != 0) {
        exit(2);
    }
    return value(0x30, tbs, algorithm, value(3, hex("00"), (struct der){ signature, len }, NONE), NONE);
}

/* Of an end entity unless there are extensions. */
struct shape {
    struct der inner, outer, issuer, subject, validity, key, extensions;
    mbedtls_pk_context *signer;
    int pss;
};

static struct der or(struct der one, struct der other)
{
    return one.p != NULL ? one : other;
}

static struct der certificate(struct shape shape)
{
    struct der ecdsa = value(0x30, hex(ECDSA_SHA256), NONE), inner = or(shape.inner, ecdsa);
    struct der validity = value(0x30, value(0x17, text("200101000000Z"), NONE), value(0x17, text("450101000000Z"), NONE), NONE);
    struct der extensions = shape.extensions.p == NULL ? ABSENT : value(0xa3, value(0x30, shape.extensions, NONE), NONE);
    struct der tbs = value(0x30, hex("a003020102"), hex("020105"), inner, or(shape.issuer, common_name("root")),
                           or(shape.validity, validity), or(shape.subject, common_name("leaf")), or(shape.key, spki(&ec_key)),
                           extensions, NONE);

    return signed_by(shape.signer != NULL ? shape.signer : &ec_key, shape.pss, tbs, or(shape.outer, inner));
}

static struct der root(mbedtls_pk_context *key)
{
    return certificate((struct shape){ .subject = common_name("root"),
                                       .key = spki(key),
                                       .extensions = extension("551d13", 1, hex("30030101ff")) });
}

struct list {
    struct der inner, outer, next_update, entries;
};

static struct der revocation_list(struct list list)
{
    struct der ecdsa = value(0x30, hex(ECDSA_SHA256), NONE), inner = or(list.inner, ecdsa);
    struct der next_update = or(list.next_update, value(0x17, text("450101000000Z"), NONE));
    struct der tbs = value(0x30, hex("020101"), inner, common_name("root"), value(0x17, text("230101000000Z"), NONE), next_update,
                           list.entries.p == NULL ? ABSENT : value(0x30, list.entries, NONE), NONE);

    return signed_by(&ec_key, 0, tbs, or(list.outer, inner));
}

static void read_certificate(const char *what, struct shape shape)
{
    struct der der = certificate(shape);
    char info[4096];
    mbedtls_x509_crt crt;

    mbedtls_x509_crt_init(&crt);
    int code = mbedtls_x509_crt_parse_der(&crt, der.p, der.len);
    printf("%s: %d", what, code);
    if (code == 0) {
        printf(", name %d", mbedtls_x509_dn_gets(info, sizeof info, &crt.subject));
        printf(", text %d", mbedtls_x509_crt_info(info, sizeof info, "", &crt));
    }
    printf("\n");
    mbedtls_x509_crt_free(&crt);
}

static void verify(const char *what, struct der leaf, struct der trusted, struct der list)
{
    mbedtls_x509_crt crt, ca;
    mbedtls_x509_crl crl;
    uint32_t flags;

    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crt_init(&ca);
    mbedtls_x509_crl_init(&crl);
    printf("%s: %d", what, mbedtls_x509_crt_parse_der(&crt, leaf.p, leaf.len));
    printf(" %d", mbedtls_x509_crt_parse_der(&ca, trusted.p, trusted.len));
    if (list.p != NULL) {
        printf(" %d", mbedtls_x509_crl_parse_der(&crl, list.p, list.len));
    }
    int code = mbedtls_x509_crt_verify(&crt, &ca, list.p == NULL ? NULL : &crl, NULL, &flags, NULL, NULL);
    printf(", verified %d %x\n", code, (unsigned) flags);
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&ca);
    mbedtls_x509_crl_free(&crl);
}

static void algorithms(void)
{
    struct der plain = value(0x30, hex(ECDSA_SHA256), NONE), null = value(0x30, hex(ECDSA_SHA256 "0500"), NONE);
    struct der no_hash_null = value(0x30, hex(SHA256), NONE), hash = value(0x30, hex(SHA256 "0500"), NONE);
    struct der mask = value(0x30, hex(SHA256_MASK), hash, NONE), salt = hex("020120");

    read_certificate("as it should be", (struct shape){ 0 });
    read_certificate("a long length inside", (struct shape){ .inner = hex("300b0681082a8648ce3d040302"), .outer = plain });
    read_certificate("a long length outside", (struct shape){ .outer = hex("30810a" ECDSA_SHA256) });
    read_certificate("NULL inside", (struct shape){ .inner = null, .outer = plain });
    read_certificate("NULL outside", (struct shape){ .outer = null });
    read_certificate("a tag of 0", (struct shape){ .inner = value(0x30, hex(ECDSA_SHA256 "0000"), NONE) });
    read_certificate("another algorithm", (struct shape){ .outer = hex("300a06082a8648ce3d040303") });

    verify("NULL beside ECDSA", certificate((struct shape){ .inner = null }), root(&ec_key), NONE);
    verify("NULL beside ECDSA, another key", certificate((struct shape){ .inner = null, .signer = &rsa_key }), root(&ec_key), NONE);
    for (int form = 0; form < 4; form++) {
        static const char *const forms[] = { "PSS", "PSS without NULL", "PSS with a trailer", "PSS of another salt" };
        struct der one = form == 1 ? no_hash_null : hash, trailer = form == 2 ? hex("a303020101") : ABSENT;
        struct der pss = value(0x30, hex(RSA_PSS), value(0x30, value(0xa0, one, NONE), value(0xa1, mask, NONE),
                                                         value(0xa2, form == 3 ? hex("020114") : salt, NONE), trailer, NONE), NONE);
        verify(forms[form], certificate((struct shape){ .inner = pss, .signer = &rsa_key, .pss = 1 }), root(&rsa_key), NONE);
    }
}

static void fields(void)
{
    struct der nul = value(0x30, string(0x0c, "550403", hex("610062")), NONE);
    char long_name[256];

    read_certificate("an empty authority key identifier", (struct shape){ .extensions = extension("551d23", 0, hex("3000")) });
    read_certificate("a NUL in the subject", (struct shape){ .subject = nul });
    read_certificate("a NUL in the issuer", (struct shape){ .issuer = nul });
    read_certificate("a NUL in an alternative name",
                     (struct shape){ .extensions = extension("551d11", 0, value(0x30, value(0xa4, nul, NONE), NONE)) });
    read_certificate("no key, and a bad extension",
                     (struct shape){ .key = common_name("no key"), .extensions = extension("551d13", 0, hex("02")) });
    read_certificate("a bad date, and no key",
                     (struct shape){ .validity = hex("300217"), .key = common_name("no key") });
    for (size_t len = 245; len < 256; len++) {
        static const char *const ends[] = { "", "+", "\x01", "\x01\x01", "+\x01", "\x01+", " ", "\x01z" };
        printf("%zu", len);
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            memset(long_name, 'a', len);
            snprintf(long_name + len - strlen(ends[i]), strlen(ends[i]) + 1, "%s", ends[i]);
            struct der der = certificate((struct shape){ .subject = common_name(long_name) });
            char out[1024];
            mbedtls_x509_crt crt;
            mbedtls_x509_crt_init(&crt);
            mbedtls_x509_crt_parse_der(&crt, der.p, der.len);
            printf(" %d", mbedtls_x509_dn_gets(out, sizeof out, &crt.subject));
            mbedtls_x509_crt_free(&crt);
        }
        printf("\n");
    }
}

/* A certificate that was not read, verified all the same. */
static void empty_certificate(void)
{
    static const char *const names[] = { NULL, "", "host.example" };
    struct der der = root(&ec_key);
    mbedtls_x509_crt crt, ca;
    uint32_t flags;

    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crt_init(&ca);
    mbedtls_x509_crt_parse_der(&ca, der.p, der.len);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int code = mbedtls_x509_crt_verify(&crt, &ca, NULL, names[i], &flags, NULL, NULL);
        printf("an empty certificate for %s: %d %x\n", names[i] == NULL ? "nobody" : names[i], code, (unsigned) flags);
    }
    mbedtls_x509_crt_free(&ca);
}

static void read_list(const char *what, struct list shape)
{
    struct der der = revocation_list(shape);
    mbedtls_x509_crl crl;

    mbedtls_x509_crl_init(&crl);
    printf("%s: %d", what, mbedtls_x509_crl_parse_der(&crl, der.p, der.len));
    for (const mbedtls_x509_crl_entry *entry = &crl.entry; entry != NULL && entry->raw.len != 0; entry = entry->next) {
        printf(", entry of %zu, extensions %x of %zu", entry->raw.len, (unsigned) entry->entry_ext.tag, entry->entry_ext.len);
        if (entry->entry_ext.p != NULL) {
            printf(" at %d: %02x", (int) (entry->entry_ext.p - entry->raw.p), entry->entry_ext.p[0]);
        }
    }
    printf("\n");
    mbedtls_x509_crl_free(&crl);
    verify("  a certificate", certificate((struct shape){ 0 }), root(&ec_key), der);
}

static void lists(void)
{
    struct der date = value(0x17, text("230101000000Z"), NONE), reason = extension("551d15", 0, hex("0a0101"));
    struct der null = value(0x30, hex(ECDSA_SHA256 "0500"), NONE), plain = value(0x30, hex(ECDSA_SHA256), NONE);

    read_list("a list", (struct list){ 0 });
    read_list("no next update", (struct list){ .next_update = ABSENT });
    read_list("a next update that is cut", (struct list){ .next_update = hex("177f33") });
    read_list("NULL inside", (struct list){ .inner = null, .outer = plain });
    read_list("NULL outside", (struct list){ .outer = null });
    read_list("a number outside", (struct list){ .outer = value(0x30, hex(ECDSA_SHA256 "020101"), NONE) });
    read_list("entries", (struct list){ .entries = join(value(0x30, hex("020104"), date, NONE),
                                                        value(0x30, hex("020106"), date, value(0x30, reason, NONE), NONE), NONE) });
    read_list("revoked", (struct list){ .entries = value(0x30, hex("020105"), date, value(0x30, reason, NONE), NONE) });
    read_list("more than extensions",
              (struct list){ .entries = value(0x30, hex("020104"), date, value(0x30, reason, NONE), hex("0500"), NONE) });
}

static void read_request(const char *what, struct der key, struct der extensions)
{
    struct der asked = value(0x30, hex("06092a864886f70d01090e"), value(0x31, value(0x30, extensions, NONE), NONE), NONE);
    struct der info = value(0x30, hex("020100"), common_name("request"), key, value(0xa0, asked, NONE), NONE);
    struct der der = signed_by(&ec_key, 0, info, value(0x30, hex(ECDSA_SHA256), NONE));
    mbedtls_x509_csr csr;

    mbedtls_x509_csr_init(&csr);
    printf("%s: %d\n", what, mbedtls_x509_csr_parse_der(&csr, der.p, der.len));
    mbedtls_x509_csr_free(&csr);
}

static void requests(void)
{
    struct der unknown = extension("2a0304", 1, hex("0500")), constraints = extension("551d13", 1, hex("30030101ff"));

    read_request("an unknown critical extension", spki(&ec_key), unknown);
    read_request("one that is not for requests", spki(&ec_key), constraints);
    read_request("unknown first", spki(&ec_key), join(unknown, constraints, NONE));
    read_request("unknown second", spki(&ec_key), join(constraints, unknown, NONE));
    read_request("and no key", common_name("no key"), unknown);
}

int main(void)
{
    if (getenv("CERTS") == NULL) {
        return 2;
    }
    load(&ec_key, "ec.key");
    load(&rsa_key, "rsa.key");
    algorithms();
    fields();
    empty_certificate();
    lists();
    requests();
    mbedtls_pk_free(&ec_key);
    mbedtls_pk_free(&rsa_key);
    return 0;
}
