/* Certificates and requests that are written: the bytes, for every size of the buffer, and what the setters return. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/bignum.h>
#include <mbedtls/md.h>
#include <mbedtls/oid.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <psa/crypto.h>

/* mbedtls_x509write_crt_set_serial() */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static unsigned char buffer[1 << 16];
static mbedtls_pk_context rsa, ec, other;

static int number(void *ctx, unsigned char *out, size_t len)
{
    unsigned *state = ctx;
    for (size_t i = 0; i < len; i++) {
        *state = *state * 1664525u + 1013904223u;
        out[i] = (unsigned char) (*state >> 24);
    }
    return 0;
}

static void load(mbedtls_pk_context *key, const char *name)
{
    char path[1024];
    unsigned seed = 1;
    snprintf(path, sizeof path, "%s/%s", getenv("CERTS"), name);
    mbedtls_pk_init(key);
    if (mbedtls_pk_parse_keyfile(key, path, NULL, number, &seed) != 0)
        exit(2);
}

static EVP_PKEY *openssl_key(const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", getenv("CERTS"), name);
    FILE *f = fopen(path, "r");
    EVP_PKEY *key = f == NULL ? NULL : PEM_read_PrivateKey(f, NULL, NULL, NULL);
    if (f != NULL)
        fclose(f);
    return key;
}

/* What OpenSSL says of a certificate or a request: whose signature it has. */
static const char *judge(const unsigned char *der, size_t len)
{
    static const char *const names[] = { "rsa.key", "ec.key", "p384.key" };
    const unsigned char *p = der, *q = der;
    X509 *crt = d2i_X509(NULL, &p, (long) len);
    X509_REQ *request = crt == NULL ? d2i_X509_REQ(NULL, &q, (long) len) : NULL;
    const char *verdict = crt == NULL && request == NULL ? "unreadable" : "nobody's";
    for (int i = 0; i < 3; i++) {
        EVP_PKEY *key = openssl_key(names[i]);
        if ((crt != NULL && X509_verify(crt, key) == 1) || (request != NULL && X509_REQ_verify(request, key) == 1))
            verdict = names[i];
        EVP_PKEY_free(key);
    }
    X509_free(crt);
    X509_REQ_free(request);
    return verdict;
}

static void show(const unsigned char *p, size_t len)
{
    printf("%s ", judge(p, len));
    for (size_t i = 0; i < len; i++)
        printf("%02x", p[i]);
    printf("\n");
}

/* Signing takes its time: only some are written with every size of the buffer around the least, and as PEM. */
static int thorough;

/* Writes a certificate or a request. */
#define WRITE(der, pem, ctx)                                                                                    \
    do {                                                                                                        \
        unsigned seed = 2;                                                                                      \
        memset(buffer, 0x5a, sizeof buffer);                                                                    \
        int len = der(ctx, buffer, sizeof buffer, number, &seed), ret;                                          \
        printf(#der ": %d ", len);                                                                              \
        if (len > 0)                                                                                            \
            show(buffer + sizeof buffer - len, (size_t) len);                                                   \
        else                                                                                                    \
            printf("\n");                                                                                       \
        if (!thorough)                                                                                          \
            break;                                                                                              \
        for (int size = len - 2; len > 0 && size < len + 2; size++) {                                           \
            ret = der(ctx, buffer, (size_t) size, number, &seed);                                               \
            if (ret != (size < len ? MBEDTLS_ERR_ASN1_BUF_TOO_SMALL : len))                                     \
                printf("size %d: %d\n", size - len, ret);                                                       \
        }                                                                                                       \
        memset(buffer, 0, sizeof buffer);                                                                       \
        ret = pem(ctx, buffer, sizeof buffer, number, &seed);                                                   \
        printf(#pem ": %d\n%s", ret, ret == 0 ? (char *) buffer : "");                                          \
        len = ret == 0 ? (int) strlen((char *) buffer) : 0;                                                     \
        for (int size = len - 1; len > 0 && size < len + 2; size++) {                                           \
            ret = pem(ctx, buffer, (size_t) size, number, &seed);                                               \
            if (ret != (size <= len ? MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL : 0))                                 \
                printf("size %d: %d\n", size - len, ret);                                                       \
        }                                                                                                       \
    } while (0)

#define MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL (-0x002A)
#define SHOW(call) printf("%s: %d\n", #call, (call))

static void start(mbedtls_x509write_cert *crt, const char *name)
{
    printf("== %s\n", name);
    mbedtls_x509write_crt_init(crt);
    mbedtls_x509write_crt_set_version(crt, MBEDTLS_X509_CRT_VERSION_3);
    mbedtls_x509write_crt_set_md_alg(crt, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_set_subject_key(crt, &ec);
    mbedtls_x509write_crt_set_issuer_key(crt, &rsa);
    SHOW(mbedtls_x509write_crt_set_subject_name(crt, "C=DE,O=Tests,CN=subject"));
    SHOW(mbedtls_x509write_crt_set_issuer_name(crt, "CN=issuer"));
    SHOW(mbedtls_x509write_crt_set_validity(crt, "20240101000000", "20441231235959"));
    SHOW(mbedtls_x509write_crt_set_serial_raw(crt, (unsigned char *) "\x12\x34", 2));
}

static void finish(mbedtls_x509write_cert *crt)
{
    WRITE(mbedtls_x509write_crt_der, mbedtls_x509write_crt_pem, crt);
    mbedtls_x509write_crt_free(crt);
}

static void basics(void)
{
    mbedtls_x509write_cert crt;
    static const mbedtls_md_type_t digests[] = { MBEDTLS_MD_MD5, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA224, MBEDTLS_MD_SHA384,
                                                 MBEDTLS_MD_SHA512, MBEDTLS_MD_NONE, MBEDTLS_MD_RIPEMD160,
                                                 MBEDTLS_MD_SHA3_256, (mbedtls_md_type_t) 99 };
    thorough = 1;
    start(&crt, "plain");
    finish(&crt);
    thorough = 0;
    for (int version = 0; version < 5; version++) {
        start(&crt, "version");
        mbedtls_x509write_crt_set_version(&crt, version);
        SHOW(mbedtls_x509write_crt_set_basic_constraints(&crt, 1, -1));
        finish(&crt);
    }
    for (size_t i = 0; i < sizeof digests / sizeof *digests; i++) {
        start(&crt, "digest");
        mbedtls_x509write_crt_set_md_alg(&crt, digests[i]);
        finish(&crt);
        start(&crt, "digest, EC");
        mbedtls_x509write_crt_set_md_alg(&crt, digests[i]);
        mbedtls_x509write_crt_set_issuer_key(&crt, &ec);
        mbedtls_x509write_crt_set_subject_key(&crt, &rsa);
        finish(&crt);
    }
    start(&crt, "P-384");
    mbedtls_x509write_crt_set_subject_key(&crt, &other);
    mbedtls_x509write_crt_set_issuer_key(&crt, &ec);
    SHOW(mbedtls_x509write_crt_set_subject_key_identifier(&crt));
    SHOW(mbedtls_x509write_crt_set_authority_key_identifier(&crt));
    finish(&crt);
    start(&crt, "names");
    SHOW(mbedtls_x509write_crt_set_subject_name(&crt, "emailAddress=a@b.example,C=FR,serialNumber=12,CN=a\\,b\\\\c,1.2.3.4=#0c0161"));
    SHOW(mbedtls_x509write_crt_set_issuer_name(&crt, "CN="));
    finish(&crt);
    start(&crt, "name again");
    SHOW(mbedtls_x509write_crt_set_subject_name(&crt, "XX=a"));
    SHOW(mbedtls_x509write_crt_set_subject_name(&crt, "CN=other"));
    finish(&crt);
}

static void serials(void)
{
    static const char *const raw[] = { "", "\x00", "\x00\x01", "\x7f", "\x80", "\x00\x80", "\x00\x00\x05",
                                       "\xff\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13" };
    static const size_t lengths[] = { 0, 1, 2, 1, 1, 2, 3, 20 };
    mbedtls_x509write_cert crt;
    mbedtls_mpi n;
    unsigned char bytes[24] = { 1 };
    mbedtls_mpi_init(&n);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        memcpy(bytes, raw[i], lengths[i]);
        start(&crt, "serial");
        SHOW(mbedtls_x509write_crt_set_serial_raw(&crt, bytes, lengths[i]));
        finish(&crt);
        start(&crt, "serial number");
        SHOW(mbedtls_mpi_read_binary(&n, bytes, lengths[i]));
        SHOW(mbedtls_x509write_crt_set_serial(&crt, &n));
        finish(&crt);
    }
    start(&crt, "long serial");
    bytes[0] = 1;
    SHOW(mbedtls_x509write_crt_set_serial_raw(&crt, bytes, 21));
    SHOW(mbedtls_mpi_read_binary(&n, bytes, 21));
    SHOW(mbedtls_x509write_crt_set_serial(&crt, &n));
    finish(&crt);
    mbedtls_mpi_free(&n);
}

static void dates(void)
{
    static const char *const texts[][2] = { { "19500101000000", "20491231235959" }, { "20500101000000", "99991231235959" },
                                            { "19991231235959", "20000101000000" }, { "abcdefghijklmn", "20001301000000" },
                                            { "2024010100000", "20240101000000" },  { "20240101000000", "202401010000000" },
                                            { "", "" } };
    mbedtls_x509write_cert crt;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        start(&crt, "dates");
        SHOW(mbedtls_x509write_crt_set_validity(&crt, texts[i][0], texts[i][1]));
        finish(&crt);
    }
}

static void extensions(void)
{
    static const int usages[] = { 0, 0x80, 0x04, 0x06, 0xff, 0x01, 0x8000, 0x80ff, 0x100, 0x10000 };
    static const int lengths[] = { -2, -1, 0, 1, 127, 128, 255 };
    mbedtls_x509write_cert crt;
    start(&crt, "constraints");
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        SHOW(mbedtls_x509write_crt_set_basic_constraints(&crt, 1, lengths[i]));
        WRITE(mbedtls_x509write_crt_der, mbedtls_x509write_crt_pem, &crt);
    }
    SHOW(mbedtls_x509write_crt_set_basic_constraints(&crt, 0, 5));
    SHOW(mbedtls_x509write_crt_set_basic_constraints(&crt, 0, 128));
    finish(&crt);
    for (size_t i = 0; i < sizeof usages / sizeof *usages; i++) {
        start(&crt, "usage");
        SHOW(mbedtls_x509write_crt_set_key_usage(&crt, (unsigned) usages[i]));
        SHOW(mbedtls_x509write_crt_set_ns_cert_type(&crt, (unsigned char) usages[i]));
        finish(&crt);
    }
    start(&crt, "own");
    SHOW(mbedtls_x509write_crt_set_extension(&crt, "\x2a\x03\x04", 3, 1, (const unsigned char *) "value", 5));
    SHOW(mbedtls_x509write_crt_set_extension(&crt, "\x2a\x03\x05", 3, 0, (const unsigned char *) "", 0));
    SHOW(mbedtls_x509write_crt_set_extension(&crt, "\x2a\x03\x06", 3, 7, NULL, 0));
    WRITE(mbedtls_x509write_crt_der, mbedtls_x509write_crt_pem, &crt);
    SHOW(mbedtls_x509write_crt_set_extension(&crt, "\x2a\x03\x04", 3, 0, (const unsigned char *) "longer value", 12));
    SHOW(mbedtls_x509write_crt_set_extension(&crt, "\x2a\x03\x05", 3, 0, (const unsigned char *) "x", (size_t) -1));
    finish(&crt);
    start(&crt, "identifiers");
    SHOW(mbedtls_x509write_crt_set_subject_key_identifier(&crt));
    SHOW(mbedtls_x509write_crt_set_authority_key_identifier(&crt));
    finish(&crt);
    start(&crt, "purposes");
    mbedtls_asn1_sequence second = { { MBEDTLS_ASN1_OID, 8, (unsigned char *) MBEDTLS_OID_CLIENT_AUTH }, NULL };
    mbedtls_asn1_sequence first = { { MBEDTLS_ASN1_OID, 8, (unsigned char *) MBEDTLS_OID_SERVER_AUTH }, &second };
    SHOW(mbedtls_x509write_crt_set_ext_key_usage(&crt, &first));
    WRITE(mbedtls_x509write_crt_der, mbedtls_x509write_crt_pem, &crt);
    second.buf.tag = MBEDTLS_ASN1_INTEGER;
    SHOW(mbedtls_x509write_crt_set_ext_key_usage(&crt, &first));
    SHOW(mbedtls_x509write_crt_set_ext_key_usage(&crt, NULL));
    finish(&crt);
}

#define SAN(kind, literal)                                            \
    { .node = { .type = MBEDTLS_X509_SAN_##kind,                      \
                .san.unstructured_name = { 0, sizeof(literal) - 1, (unsigned char *) literal } } }

static mbedtls_x509_san_list *chain(mbedtls_x509_san_list *names, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++)
        names[i].next = &names[i + 1];
    return names;
}

static void alternative_names(void)
{
    mbedtls_x509_san_list names[] = { SAN(DNS_NAME, "www.example.org"), SAN(IP_ADDRESS, "\x7f\0\0\1"),
                                      SAN(UNIFORM_RESOURCE_IDENTIFIER, "https://www.example.org/"),
                                      SAN(RFC822_NAME, "a@b.example"), SAN(DNS_NAME, "") };
    mbedtls_x509_san_list kinds[] = { SAN(OTHER_NAME, "x"), SAN(X400_ADDRESS_NAME, "x"), SAN(EDI_PARTY_NAME, "x"),
                                      SAN(REGISTERED_ID, "\x2a\3") };
    mbedtls_x509_san_list directory = { .node = { .type = MBEDTLS_X509_SAN_DIRECTORY_NAME } };
    mbedtls_asn1_named_data *name = NULL;
    mbedtls_x509write_cert crt;
    mbedtls_x509write_csr csr;
    start(&crt, "alternative names");
    SHOW(mbedtls_x509write_crt_set_subject_alternative_name(&crt, chain(names, 5)));
    WRITE(mbedtls_x509write_crt_der, mbedtls_x509write_crt_pem, &crt);
    for (int i = 0; i < 4; i++)
        SHOW(mbedtls_x509write_crt_set_subject_alternative_name(&crt, &kinds[i]));
    SHOW(mbedtls_x509_string_to_names(&name, "C=DE,O=Some Name,CN=x"));
    directory.node.san.directory_name = *name;
    SHOW(mbedtls_x509write_crt_set_subject_alternative_name(&crt, &directory));
    WRITE(mbedtls_x509write_crt_der, mbedtls_x509write_crt_pem, &crt);
    directory.next = names;
    SHOW(mbedtls_x509write_crt_set_subject_alternative_name(&crt, &directory));
    finish(&crt);

    thorough = 1;
    printf("== request\n");
    mbedtls_x509write_csr_init(&csr);
    mbedtls_x509write_csr_set_key(&csr, &ec);
    mbedtls_x509write_csr_set_md_alg(&csr, MBEDTLS_MD_SHA256);
    SHOW(mbedtls_x509write_csr_set_subject_name(&csr, "C=DE,O=Tests,CN=request"));
    SHOW(mbedtls_x509write_csr_set_subject_alternative_name(&csr, &directory));
    WRITE(mbedtls_x509write_csr_der, mbedtls_x509write_csr_pem, &csr);
    thorough = 0;
    mbedtls_x509write_csr_free(&csr);
    mbedtls_asn1_free_named_data_list(&name);
}

static void requests(void)
{
    mbedtls_pk_context *keys[] = { &rsa, &ec, &other };
    for (int i = 0; i < 3; i++) {
        mbedtls_x509write_csr csr;
        printf("== request %d\n", i);
        mbedtls_x509write_csr_init(&csr);
        mbedtls_x509write_csr_set_key(&csr, keys[i]);
        mbedtls_x509write_csr_set_md_alg(&csr, MBEDTLS_MD_SHA384);
        SHOW(mbedtls_x509write_csr_set_subject_name(&csr, "C=DE,O=Tests,CN=request"));
        WRITE(mbedtls_x509write_csr_der, mbedtls_x509write_csr_pem, &csr);
        SHOW(mbedtls_x509write_csr_set_key_usage(&csr, 0xff));
        SHOW(mbedtls_x509write_csr_set_key_usage(&csr, MBEDTLS_X509_KU_DIGITAL_SIGNATURE));
        SHOW(mbedtls_x509write_csr_set_ns_cert_type(&csr, MBEDTLS_X509_NS_CERT_TYPE_SSL_CLIENT));
        SHOW(mbedtls_x509write_csr_set_extension(&csr, "\x2a\x03\x04", 3, 1, (const unsigned char *) "value", 5));
        WRITE(mbedtls_x509write_csr_der, mbedtls_x509write_csr_pem, &csr);
        mbedtls_x509write_csr_free(&csr);
    }
    mbedtls_x509write_csr csr;
    mbedtls_x509write_csr_init(&csr);
    mbedtls_x509write_csr_set_key(&csr, &ec);
    mbedtls_x509write_csr_set_md_alg(&csr, MBEDTLS_MD_SHA256);
    printf("== without a name\n");
    WRITE(mbedtls_x509write_csr_der, mbedtls_x509write_csr_pem, &csr);
    static const mbedtls_md_type_t digests[] = { MBEDTLS_MD_NONE, MBEDTLS_MD_SHA3_256, MBEDTLS_MD_RIPEMD160, 99 };
    unsigned char out[1000];
    unsigned seed = 2;
    for (size_t i = 0; i < sizeof digests / sizeof *digests; i++) {
        mbedtls_x509write_csr_set_md_alg(&csr, digests[i]);
        SHOW(mbedtls_x509write_csr_der(&csr, out, sizeof out, number, &seed));
        SHOW(mbedtls_x509write_csr_der(&csr, out, 50, number, &seed));
        SHOW(mbedtls_x509write_csr_pem(&csr, out, sizeof out, number, &seed));
    }
    mbedtls_pk_context none;
    mbedtls_pk_init(&none);
    mbedtls_x509write_csr_set_key(&csr, &none);
    SHOW(mbedtls_x509write_csr_der(&csr, out, sizeof out, number, &seed));
    mbedtls_x509write_csr_free(&csr);
    mbedtls_x509write_csr_free(NULL);
    mbedtls_x509write_crt_free(NULL);
}

int main(void)
{
    if (psa_crypto_init() != 0)
        return 3;
    load(&rsa, "rsa.key");
    load(&ec, "ec.key");
    load(&other, "p384.key");
    basics();
    serials();
    dates();
    extensions();
    alternative_names();
    requests();
    mbedtls_pk_free(&rsa);
    mbedtls_pk_free(&ec);
    mbedtls_pk_free(&other);
    return 0;
}
