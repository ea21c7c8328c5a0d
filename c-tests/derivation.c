/* hkdf.h, pkcs5.h and pkcs12.h: keys derived from pseudo-random input, and what is encrypted with them. */
#include <mbedtls/hkdf.h>
#include <mbedtls/pkcs12.h>
#include <mbedtls/pkcs5.h>

#include <stdio.h>
#include <string.h>

/* Three of the functions are deprecated. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static unsigned char data[400], out[9000];
static unsigned state = 11;

static unsigned pseudo_random(unsigned below)
{
    state = state * 1103515245u + 12345u;
    return (state >> 8) % below;
}

static void print_code(const char *what, int code)
{
    printf("%s: -0x%04x\n", what, (unsigned) -code);
}

static void print_out(const char *what, size_t length, int code)
{
    printf("%s, %u bytes: -0x%04x ", what, code == 0 ? (unsigned) length : 0, (unsigned) -code);
    for (size_t i = 0; code == 0 && i < length; i++) {
        printf("%02x", out[i]);
    }
    puts("");
}

static void random_derivations(const mbedtls_md_info_t *info)
{
    mbedtls_md_type_t type = mbedtls_md_get_type(info);
    mbedtls_md_context_t context;

    puts(mbedtls_md_get_name(info));
    for (int i = 0; i < 15; i++) {
        size_t salt = pseudo_random(150), input = pseudo_random(150), about = pseudo_random(150), length = pseudo_random(300);
        print_out("HKDF", length, mbedtls_hkdf(info, data, salt, data + 9, input, data + 20, about, out, length));
        length = mbedtls_md_get_size(info);
        print_out("extract", length, mbedtls_hkdf_extract(info, data, salt, data + 1, input, out));
        print_out("expand", 70, mbedtls_hkdf_expand(info, data, length + about, data + 3, about, out, 70));

        length = pseudo_random(150);
        print_out("PBKDF2", length,
                  mbedtls_pkcs5_pbkdf2_hmac_ext(type, data, input, data + 5, salt, 1 + about % 7, (uint32_t) length, out));
        mbedtls_md_init(&context);
        mbedtls_md_setup(&context, info, 1);
        print_out("PBKDF2", length,
                  mbedtls_pkcs5_pbkdf2_hmac(&context, data, input, data, salt, about % 3, (uint32_t) length, out));
        mbedtls_md_hmac_update(&context, data, about);
        print_out("HMAC after it", mbedtls_md_get_size(info), mbedtls_md_hmac_finish(&context, out));
        mbedtls_md_free(&context);

        length = pseudo_random(130);
        print_out("PKCS #12", length,
                  mbedtls_pkcs12_derivation(out, length, data, input % 66, data + 7, salt % 66, type, 1 + i % 3, (int) about % 9));
    }
}

static void odd_arguments(void)
{
    const mbedtls_md_info_t *info = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    mbedtls_md_context_t context;

    print_code("no digest", mbedtls_hkdf(NULL, data, 4, data, 4, data, 4, out, 40));
    print_code("no digest", mbedtls_hkdf_extract(NULL, data, 4, data, 4, out));
    print_code("no digest", mbedtls_hkdf_expand(NULL, data, 32, data, 4, out, 40));
    print_code("no salt", mbedtls_hkdf(info, NULL, 4, data, 4, data, 4, out, 40));
    print_out("no salt", 40, mbedtls_hkdf(info, NULL, 0, data, 4, data, 4, out, 40));
    print_out("no secret", 40, mbedtls_hkdf(info, data, 4, NULL, 0, data, 4, out, 40));
    print_out("no info", 40, mbedtls_hkdf(info, data, 4, data, 4, NULL, 0, out, 40));
    print_out("no info", 40, mbedtls_hkdf(info, data, 4, data, 4, NULL, 4, out, 40));
    print_code("no output", mbedtls_hkdf(info, data, 4, data, 4, data, 4, NULL, 0));
    print_code("short key", mbedtls_hkdf_expand(info, data, 31, data, 4, out, 40));
    print_code("long output", mbedtls_hkdf_expand(info, data, 32, data, 4, out, 255 * 32 + 1));
    print_out("the longest output", 255 * 32, mbedtls_hkdf_expand(info, data, 32, data, 4, out, 255 * 32));
    print_code("no such digest", mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_NONE, data, 4, data, 4, 1, 20, out));
    print_code("no such digest", mbedtls_pkcs5_pbkdf2_hmac_ext((mbedtls_md_type_t) 77, data, 4, data, 4, 1, 20, out));
    print_out("no password, no salt", 20, mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_MD5, NULL, 0, NULL, 0, 1, 20, out));
    print_code("nothing", mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_MD5, data, 4, data, 4, 1, 0, NULL));
    mbedtls_md_init(&context);
    print_code("not set up", mbedtls_pkcs5_pbkdf2_hmac(&context, data, 4, data, 4, 1, 20, out));
    mbedtls_md_setup(&context, info, 0);
    print_code("not for HMAC", mbedtls_pkcs5_pbkdf2_hmac(&context, data, 4, data, 4, 1, 20, out));
    mbedtls_md_free(&context);
    print_code("no such digest", mbedtls_pkcs12_derivation(out, 20, data, 4, data, 4, MBEDTLS_MD_NONE, 1, 1));
    print_code("129 bytes", mbedtls_pkcs12_derivation(out, 129, data, 4, data, 4, MBEDTLS_MD_SHA1, 1, 1));
    print_out("another purpose", 30, mbedtls_pkcs12_derivation(out, 30, data, 4, data, 4, MBEDTLS_MD_SHA1, 0x1234, 1));
    print_out("no password", 30, mbedtls_pkcs12_derivation(out, 30, NULL, 0, data, 4, MBEDTLS_MD_SHA1, 1, 1));
    print_code("no password", mbedtls_pkcs12_derivation(out, 30, NULL, 4, data, 4, MBEDTLS_MD_SHA1, 1, 1));
    print_code("no salt", mbedtls_pkcs12_derivation(out, 30, data, 4, NULL, 4, MBEDTLS_MD_SHA1, 1, 1));
    print_out("nothing at all", 30, mbedtls_pkcs12_derivation(out, 30, NULL, 0, NULL, 0, MBEDTLS_MD_SHA1, 1, 1));
    print_code("self-test", mbedtls_pkcs5_self_test(0));
}

/* PBES2 with PBKDF2: salt, three iterations, HMAC-SHA-256, AES-128-CBC. `change` bytes follow in their places. */
static size_t parameters(unsigned char *der, unsigned char digest, const char *cipher, size_t cipher_length, size_t iv)
{
    static const unsigned char head[] = {
        0x30, 38, 6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 12, 0x30, 25, 4, 8, 's', 'a', 'l', 't', 's', 'a', 'l', 't', 2, 1, 3,
        0x30, 10, 6, 8, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 2, 9
    };
    size_t at = sizeof(head);

    memcpy(der, head, sizeof(head));
    der[at - 1] = digest;
    der[at++] = 0x30;
    der[at++] = (unsigned char) (4 + cipher_length + iv);
    der[at++] = 6;
    der[at++] = (unsigned char) cipher_length;
    memcpy(der + at, cipher, cipher_length);
    at += cipher_length;
    der[at++] = 4;
    der[at++] = (unsigned char) iv;
    memset(der + at, 'v', iv);
    return at + iv;
}

static void pbes2(const char *what, unsigned char *der, size_t length)
{
    mbedtls_asn1_buf buffer = { MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE, length, der };
    unsigned char sealed[80];
    size_t written = 0, again = 0;
    int ret;

    for (size_t n = 0; n < 50; n += 7) {
        ret = mbedtls_pkcs5_pbes2_ext(&buffer, MBEDTLS_PKCS5_ENCRYPT, data, 6, data, n, out, sizeof(out), &written);
        print_out(what, written, ret);
        if (ret != 0) {
            return;
        }
        memcpy(sealed, out, written);
        print_code("room for all but one",
                   mbedtls_pkcs5_pbes2_ext(&buffer, MBEDTLS_PKCS5_ENCRYPT, data, 6, data, n, out, written - 1, &again));
        ret = mbedtls_pkcs5_pbes2_ext(&buffer, MBEDTLS_PKCS5_DECRYPT, data, 6, sealed, written, out, sizeof(out), &again);
        print_out("decrypted", again, ret);
        print_code("room for all but one",
                   mbedtls_pkcs5_pbes2_ext(&buffer, MBEDTLS_PKCS5_DECRYPT, data, 6, sealed, written, out, written - 1, &again));
        print_code("cut", mbedtls_pkcs5_pbes2_ext(&buffer, MBEDTLS_PKCS5_DECRYPT, data, 6, sealed, written - 1, out,
                                                  sizeof(out), &again));
        print_code("nothing", mbedtls_pkcs5_pbes2_ext(&buffer, MBEDTLS_PKCS5_DECRYPT, data, 6, sealed, 0, out, sizeof(out),
                                                      &again));
        print_code("wrong password",
                   mbedtls_pkcs5_pbes2_ext(&buffer, MBEDTLS_PKCS5_DECRYPT, data, 5, sealed, written, out, sizeof(out), &again));
    }
    print_code("neither", mbedtls_pkcs5_pbes2_ext(&buffer, 2, data, 6, data, 16, out, sizeof(out), &written));
    buffer.tag = MBEDTLS_ASN1_OCTET_STRING;
    print_code("another tag", mbedtls_pkcs5_pbes2_ext(&buffer, 0, data, 6, data, 16, out, sizeof(out), &written));
}

static void all_pbes2(void)
{
    unsigned char der[200];
    const char *aes = "\x60\x86\x48\x01\x65\x03\x04\x01\x02";
    size_t length;

    for (unsigned char digest = 6; digest <= 12; digest++) {
        pbes2("AES-128", der, parameters(der, digest, aes, 9, 16));
    }
    pbes2("AES-192", der, parameters(der, 9, "\x60\x86\x48\x01\x65\x03\x04\x01\x16", 9, 16));
    pbes2("AES-256", der, parameters(der, 9, "\x60\x86\x48\x01\x65\x03\x04\x01\x2a", 9, 16));
    pbes2("AES-128-GCM", der, parameters(der, 9, "\x60\x86\x48\x01\x65\x03\x04\x01\x06", 9, 12));
    pbes2("DES", der, parameters(der, 9, "\x2b\x0e\x03\x02\x07", 5, 8));
    pbes2("triple DES", der, parameters(der, 9, "\x2a\x86\x48\x86\xf7\x0d\x03\x07", 8, 8));
    pbes2("short IV", der, parameters(der, 9, aes, 9, 15));
    for (length = parameters(der, 9, aes, 9, 16) - 1; length > 0; length--) {
        mbedtls_asn1_buf buffer = { MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE, length, der };
        print_code("cut parameters", mbedtls_pkcs5_pbes2(&buffer, 0, data, 6, data, 16, out));
    }
    length = parameters(der, 9, aes, 9, 16);
    for (size_t i = 0; i < length; i++) {
        mbedtls_asn1_buf buffer = { MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE, length, der };
        der[i] ^= 0x10;
        printf("%u ", (unsigned) i);
        print_code("changed", mbedtls_pkcs5_pbes2(&buffer, 1, data, 6, data, 16, out));
        der[i] ^= 0x10;
    }
}

static void pkcs12_with(unsigned char *der, size_t der_length, int cipher, int digest, size_t password)
{
    unsigned char sealed[80];

    for (size_t n = 0; n < 40; n += 13) {
        mbedtls_asn1_buf buffer = { MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE, der_length, der };
        size_t written = 0, again = 0;
        int ret = mbedtls_pkcs12_pbe_ext(&buffer, MBEDTLS_PKCS12_PBE_ENCRYPT, (mbedtls_cipher_type_t) cipher,
                                         (mbedtls_md_type_t) digest, data, password, data, n, out, sizeof(out), &written);
        printf("cipher %d, digest %d, password of %u, ", cipher, digest, (unsigned) password);
        print_out("PKCS #12", written, ret);
        if (ret != 0) {
            return;
        }
        memcpy(sealed, out, written);
        for (int wrong = 0; wrong < 4; wrong++) {
            buffer.p = der;
            again = 0;
            ret = mbedtls_pkcs12_pbe_ext(&buffer, MBEDTLS_PKCS12_PBE_DECRYPT, (mbedtls_cipher_type_t) cipher,
                                         (mbedtls_md_type_t) digest, data, password - (wrong == 1), sealed,
                                         written - (wrong == 2), out, wrong == 3 ? written - 1 : sizeof(out), &again);
            print_out("decrypted", again, ret);
            if (password == 0) {
                break;
            }
        }
    }
}

static void all_pkcs12(void)
{
    unsigned char der[] = { 4, 8, 's', 'a', 'l', 't', 's', 'a', 'l', 't', 2, 1, 3, 0 };
    mbedtls_asn1_buf buffer;

    for (int cipher = 0; cipher < 90; cipher++) {
        pkcs12_with(der, 13, cipher, MBEDTLS_MD_SHA1, 6);
    }
    for (int digest = 0; digest < 22; digest++) {
        pkcs12_with(der, 13, MBEDTLS_CIPHER_DES_EDE3_CBC, digest, 6);
    }
    for (size_t password = 0; password < 34; password += 3) {
        pkcs12_with(der, 13, MBEDTLS_CIPHER_AES_256_CBC, MBEDTLS_MD_SHA256, password);
    }
    for (size_t length = 0; length <= sizeof(der); length++) {
        pkcs12_with(der, length, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, 6);
    }
    buffer = (mbedtls_asn1_buf) { MBEDTLS_ASN1_OCTET_STRING, 13, der };
    print_code("another tag", mbedtls_pkcs12_pbe(&buffer, 0, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, data, 6, data, 16,
                                                 out));
    buffer = (mbedtls_asn1_buf) { MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE, 13, der };
    print_code("neither", mbedtls_pkcs12_pbe(&buffer, 2, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, data, 6, data, 16, out));
}

int main(void)
{
    for (size_t i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) pseudo_random(256);
    }
    for (const int *type = mbedtls_md_list(); *type != MBEDTLS_MD_NONE; type++) {
        random_derivations(mbedtls_md_info_from_type((mbedtls_md_type_t) *type));
    }
    odd_arguments();
    all_pbes2();
    all_pkcs12();
    return 0;
}
