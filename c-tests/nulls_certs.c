/* NULL, and structures that were initialised and nothing else, for what reads, prints and writes certificates and their like.
 * (The reference library reads through many of these pointers, so its output ends early.) */
#include <mbedtls/asn1write.h>
#include <mbedtls/oid.h>
#include <mbedtls/pkcs7.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>

#include <stdio.h>
#include <string.h>

/* mbedtls_x509write_crt_set_serial() */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#define SHOW(call) printf("%s: %d\n", #call, (int) (call))
#define NONE ((void *) 0)

static unsigned char bytes[16] = { 0x30, 0 };

static void reading(void)
{
    unsigned char *p = bytes, *nowhere = NULL, *end = bytes + sizeof bytes;
    size_t len = 0;
    int value = 0;
    mbedtls_asn1_buf buf = { 0, 0, NULL };
    puts("- reading");
    SHOW(mbedtls_asn1_get_len(NONE, end, &len));
    SHOW(mbedtls_asn1_get_len(&nowhere, end, &len));
    SHOW(mbedtls_asn1_get_len(&p, end, NONE));
    SHOW(mbedtls_asn1_get_tag(NONE, end, &len, 0x30));
    SHOW(mbedtls_asn1_get_tag(&p, NONE, &len, 0x30));
    SHOW(mbedtls_asn1_get_bool(NONE, end, &value));
    SHOW(mbedtls_asn1_get_int(&p, end, NONE));
    SHOW(mbedtls_asn1_get_mpi(&p, end, NONE));
    SHOW(mbedtls_asn1_get_bitstring(&p, end, NONE));
    SHOW(mbedtls_asn1_get_alg(&p, end, NONE, &buf));
    SHOW(mbedtls_asn1_get_alg_null(&p, end, NONE));
    SHOW(mbedtls_asn1_get_sequence_of(&p, end, NONE, 2));
    SHOW(mbedtls_asn1_traverse_sequence_of(NONE, end, 0, 0, 0, 0, NONE, NONE));
    SHOW(mbedtls_asn1_find_named_data(NONE, NONE, 3) == NULL);
    mbedtls_asn1_free_named_data_list(NONE);
    mbedtls_asn1_free_named_data(NONE);
    SHOW(mbedtls_asn1_store_named_data(NONE, "x", 1, NONE, 0) == NULL);
    SHOW(mbedtls_asn1_write_len(NONE, bytes, 1));
    SHOW(mbedtls_asn1_write_raw_buffer(&p, bytes, NONE, 1));
    SHOW(mbedtls_asn1_write_mpi(&p, bytes, NONE));
    SHOW(mbedtls_oid_get_numeric_string(NONE, 0, &buf));
    SHOW(mbedtls_oid_get_numeric_string((char *) bytes, sizeof bytes, NONE));
    SHOW(mbedtls_oid_from_numeric_string(NONE, "1.2.3", 5));
    SHOW(mbedtls_oid_from_numeric_string(&buf, NONE, 5));
    SHOW(mbedtls_oid_get_attr_short_name(NONE, NONE));
    SHOW(mbedtls_oid_get_sig_alg(&buf, NONE, NONE));
    SHOW(mbedtls_oid_get_oid_by_md(MBEDTLS_MD_SHA256, NONE, NONE));
}

static void names(void)
{
    mbedtls_asn1_named_data *name = NULL;
    mbedtls_x509_subject_alternative_name san;
    mbedtls_x509_buf buf = { 0x82, 3, NULL };
    char text[16] = "?";
    puts("- names and times");
    SHOW(mbedtls_x509_string_to_names(NONE, "CN=x"));
    SHOW(mbedtls_x509_string_to_names(&name, NONE));
    SHOW(mbedtls_x509_dn_gets(text, sizeof text, NONE));
    SHOW(mbedtls_x509_serial_gets(text, sizeof text, NONE));
    SHOW(mbedtls_x509_parse_subject_alt_name(NONE, &san));
    SHOW(mbedtls_x509_parse_subject_alt_name(&buf, NONE));
    SHOW(mbedtls_x509_parse_subject_alt_name(&buf, &san));
    mbedtls_x509_free_subject_alt_name(NONE);
    SHOW(mbedtls_x509_time_gmtime(0, NONE));
    SHOW(mbedtls_x509_time_cmp(NONE, NONE));
    SHOW(mbedtls_x509_crt_parse_cn_inet_pton(NONE, bytes));
    SHOW(mbedtls_x509_crt_parse_cn_inet_pton("::", NONE));
}

static void messages(void)
{
    mbedtls_x509_csr csr;
    mbedtls_pkcs7 pkcs7;
    mbedtls_x509_crt crt;
    char text[64];
    puts("- requests and messages");
    mbedtls_x509_csr_init(NONE);
    mbedtls_x509_csr_free(NONE);
    mbedtls_x509_csr_init(&csr);
    SHOW(mbedtls_x509_csr_parse(NONE, bytes, 2));
    SHOW(mbedtls_x509_csr_parse(&csr, NONE, 2));
    SHOW(mbedtls_x509_csr_parse_der_with_ext_cb(&csr, NONE, 2, NONE, NONE));
    SHOW(mbedtls_x509_csr_parse_file(&csr, NONE));
    SHOW(mbedtls_x509_csr_info(text, sizeof text, NONE, NONE));
    SHOW(mbedtls_x509_csr_info(text, sizeof text, NONE, &csr));
    mbedtls_x509_csr_free(&csr);
    mbedtls_pkcs7_init(NONE);
    mbedtls_pkcs7_free(NONE);
    mbedtls_pkcs7_init(&pkcs7);
    mbedtls_x509_crt_init(&crt);
    SHOW(mbedtls_pkcs7_parse_der(NONE, bytes, 2));
    SHOW(mbedtls_pkcs7_parse_der(&pkcs7, NONE, 2));
    SHOW(mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, bytes, 2));
    SHOW(mbedtls_pkcs7_signed_data_verify(NONE, &crt, bytes, 2));
    SHOW(mbedtls_pkcs7_signed_hash_verify(&pkcs7, NONE, bytes, 2));
    mbedtls_x509_crt_free(&crt);
    mbedtls_pkcs7_free(&pkcs7);
}

static void writing(mbedtls_x509write_cert *crt, mbedtls_x509write_csr *csr, const char *what)
{
    printf("- writing what is %s\n", what);
    mbedtls_x509write_crt_set_version(crt, 2);
    mbedtls_x509write_crt_set_md_alg(crt, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_set_issuer_key(crt, NONE);
    mbedtls_x509write_crt_set_subject_key(crt, NONE);
    SHOW(mbedtls_x509write_crt_set_serial(crt, NONE));
    SHOW(mbedtls_x509write_crt_set_serial_raw(crt, NONE, 1));
    SHOW(mbedtls_x509write_crt_set_validity(crt, NONE, NONE));
    SHOW(mbedtls_x509write_crt_set_issuer_name(crt, NONE));
    SHOW(mbedtls_x509write_crt_set_subject_name(crt, NONE));
    SHOW(mbedtls_x509write_crt_set_extension(crt, NONE, 3, 0, NONE, 3));
    SHOW(mbedtls_x509write_crt_set_subject_key_identifier(crt));
    SHOW(mbedtls_x509write_crt_set_authority_key_identifier(crt));
    SHOW(mbedtls_x509write_crt_set_ext_key_usage(crt, NONE));
    SHOW(mbedtls_x509write_crt_der(crt, bytes, sizeof bytes, NONE, NONE));
    SHOW(mbedtls_x509write_crt_pem(crt, bytes, sizeof bytes, NONE, NONE));
    mbedtls_x509write_csr_set_md_alg(csr, MBEDTLS_MD_SHA256);
    mbedtls_x509write_csr_set_key(csr, NONE);
    SHOW(mbedtls_x509write_csr_set_subject_name(csr, NONE));
    SHOW(mbedtls_x509write_csr_set_extension(csr, NONE, 3, 0, NONE, 3));
    SHOW(mbedtls_x509write_csr_der(csr, bytes, sizeof bytes, NONE, NONE));
    SHOW(mbedtls_x509write_csr_pem(csr, bytes, sizeof bytes, NONE, NONE));
}

int main(void)
{
    mbedtls_x509write_cert crt;
    mbedtls_x509write_csr csr;
    reading();
    names();
    messages();
    mbedtls_x509write_crt_init(NONE);
    mbedtls_x509write_csr_init(NONE);
    writing(NULL, NULL, "NULL");
    SHOW(mbedtls_x509write_crt_set_key_usage(NONE, 0x80));
    SHOW(mbedtls_x509write_crt_set_basic_constraints(NONE, 1, 0));
    SHOW(mbedtls_x509write_csr_set_ns_cert_type(NONE, 0x80));
    mbedtls_x509write_crt_init(&crt);
    mbedtls_x509write_csr_init(&csr);
    writing(&crt, &csr, "empty");
    mbedtls_x509write_crt_free(&crt);
    mbedtls_x509write_csr_free(&csr);
    puts("- all survived");
    return 0;
}
