/* Names from text and as text, alternative names, addresses and times. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509.h>
#include <mbedtls/x509_crt.h>

static void hex(const mbedtls_x509_buf *b)
{
    printf(" %02x [%zu]", (unsigned) b->tag, b->len);
    for (size_t i = 0; b->p != NULL && i < b->len; i++)
        printf(" %02x", b->p[i]);
}

static void show_name(const mbedtls_x509_name *name)
{
    for (; name != NULL; name = name->next) {
        printf("   ");
        hex(&name->oid);
        hex(&name->val);
        printf(" %d\n", name->MBEDTLS_PRIVATE(next_merged));
    }
}

static void from_text(const char *text)
{
    mbedtls_asn1_named_data *name = NULL;
    char again[600] = "";
    int ret = mbedtls_x509_string_to_names(&name, text);
    printf("\"%.60s\": -0x%x\n", text, (unsigned) -ret);
    show_name(name);
    if (ret == 0) {
        ret = mbedtls_x509_dn_gets(again, sizeof again, name);
        printf("    = %d %s\n", ret, ret < 0 ? "" : again);
    }
    mbedtls_asn1_free_named_data_list(&name);
}

static void long_texts(void)
{
    static char text[2000];
    for (int len = 254; len < 259; len++) {
        mbedtls_asn1_named_data *name = NULL;
        sprintf(text, "CN=%0*d", len, 1);
        printf("%d characters: -0x%x,", len, (unsigned) -mbedtls_x509_string_to_names(&name, text));
        mbedtls_asn1_free_named_data_list(&name);
        strcpy(text, "O=");
        for (int i = 0; i < len; i++)
            strcat(text, "\\61");
        printf(" escaped: -0x%x,", (unsigned) -mbedtls_x509_string_to_names(&name, text));
        mbedtls_asn1_free_named_data_list(&name);
        sprintf(text, "O=#0c82%04x", (unsigned) len);
        for (int i = 0; i < len; i++)
            strcat(text, "61");
        printf(" encoded: -0x%x\n", (unsigned) -mbedtls_x509_string_to_names(&name, text));
        mbedtls_asn1_free_named_data_list(&name);
    }
    mbedtls_asn1_named_data *name = NULL;
    int ret = mbedtls_x509_string_to_names(&name, "CN=a");
    printf("twice: %d %d\n", ret, mbedtls_x509_string_to_names(&name, "CN=b"));
    mbedtls_asn1_free_named_data_list(&name);
}

static void alternative_name(unsigned tag, const char *content, size_t len)
{
    mbedtls_x509_buf buf = { (int) tag, len, malloc(len + 1) };
    mbedtls_x509_subject_alternative_name san;
    memcpy(buf.p, content, len);
    memset(&san, 0x55, sizeof san);
    int ret = mbedtls_x509_parse_subject_alt_name(&buf, &san);
    printf("san");
    hex(&buf);
    printf(": -0x%x", (unsigned) -ret);
    if (ret == 0) {
        printf(" type %d", san.type);
        if (san.type == MBEDTLS_X509_SAN_DIRECTORY_NAME) {
            printf("\n");
            show_name(&san.san.directory_name);
        } else if (san.type == MBEDTLS_X509_SAN_OTHER_NAME) {
            hex(&san.san.other_name.type_id);
            hex(&san.san.other_name.value.hardware_module_name.oid);
            hex(&san.san.other_name.value.hardware_module_name.val);
        } else {
            hex(&san.san.unstructured_name);
        }
        mbedtls_x509_free_subject_alt_name(&san);
    }
    printf("\n");
    free(buf.p);
}

static unsigned state = 3;

static unsigned random_number(void)
{
    state = state * 1664525u + 1013904223u;
    return state >> 16;
}

/* Each cut, and changes of single bytes. */
static void around(unsigned tag, const char *content, size_t len)
{
    char changed[100];
    for (size_t cut = 0; cut <= len; cut++)
        alternative_name(tag, content, cut);
    for (int i = 0; i < 60; i++) {
        memcpy(changed, content, len);
        changed[random_number() % len] = (char) (random_number() % 2 ? random_number() : random_number() % 0x32);
        alternative_name(tag, changed, len);
    }
}

#define BYTES(literal) literal, sizeof(literal) - 1

static void alternative_names(void)
{
    for (unsigned tag = 0; tag < 256; tag++)
        alternative_name(tag, "abcd", 4);
    for (size_t len = 0; len < 20; len++)
        alternative_name(0x87, "0123456789abcdefghij", len);
    alternative_name(0x182, "abcd", 4);
    around(0xa0, BYTES("\x06\x08\x2b\x06\x01\x05\x05\x07\x08\x04\xa0\x0c\x30\x0a\x06\x02\x2a\x03\x04\x04\x01\x02\x03\x04"));
    around(0xa0, BYTES("\x06\x03\x2b\x06\x01\xa0\x04\x0c\x02\x61\x62"));
    around(0xa4, BYTES("\x30\x1d\x31\x1b\x30\x09\x06\x03\x55\x04\x03\x0c\x02\x61\x62\x30\x0e\x06\x03\x55\x04\x0a"
                       "\x13\x07\x65\x78\x61\x6d\x70\x6c\x65"));
    mbedtls_x509_free_subject_alt_name(&(mbedtls_x509_subject_alternative_name) { .type = 2 });
}

static void address(const char *text)
{
    unsigned char bytes[16] = { 0 };
    size_t len = mbedtls_x509_crt_parse_cn_inet_pton(text, bytes);
    printf("%s: %zu", text, len);
    for (size_t i = 0; i < len; i++)
        printf(" %02x", bytes[i]);
    printf("\n");
}

static void times(void)
{
    static const long long seconds[] = { 0, -1, 951782399, 951782400, 4107542400, 253402300799, 253402300800, -62135596800,
                                         1735689599, -3000000000, 67767976233532799, 99999999999999999 };
    for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++) {
        mbedtls_x509_time t = { -1, -1, -1, -1, -1, -1 };
        int ret = mbedtls_x509_time_gmtime((mbedtls_time_t) seconds[i], &t);
        printf("%lld: %d, %d-%d-%d %d:%d:%d\n", seconds[i], ret, t.year, t.mon, t.day, t.hour, t.min, t.sec);
    }
    for (int i = 0; i < 200; i++) {
        mbedtls_x509_time one = { 1950 + (int) (random_number() % 100), 1 + (int) (random_number() % 12),
                                  1 + (int) (random_number() % 31), (int) (random_number() % 24),
                                  (int) (random_number() % 60), (int) (random_number() % 60) };
        mbedtls_x509_time two = one;
        int *fields[] = { &two.year, &two.mon, &two.day, &two.hour, &two.min, &two.sec };
        for (unsigned changes = random_number() % 3; changes > 0; changes--)
            *fields[random_number() % 6] += (int) (random_number() % 5) - 2;
        printf(" %d", mbedtls_x509_time_cmp(&one, &two));
    }
    printf("\n");
}

int main(void)
{
    static const char *const types[] = {
        "CN", "commonName", "C", "countryName", "O", "organizationName", "L", "locality", "localityName", "R", "OU",
        "organizationalUnitName", "ST", "stateOrProvinceName", "emailAddress", "serialNumber", "postalAddress",
        "postalCode", "dnQualifier", "title", "surName", "SN", "givenName", "GN", "initials", "pseudonym",
        "generationQualifier", "domainComponent", "DC", "uid", "UID", "userId", "uniqueIdentifier", "E", "street",
        "name", "cn",
    };
    static const char *const texts[] = {
        "",
        "CN=a",
        "CN=a,",
        "CN=a, ",
        "CN=a, O=b",
        "CN=a,  O=b",
        "CN=a,O=b,OU=c",
        "CN=",
        "CN",
        "CN=a,O",
        "CN=a,O=",
        "CN=a,,O=b",
        "CN=a, ,O=b",
        ",CN=a",
        "=a",
        " CN=a",
        "CN =a",
        "CN= a",
        "CN=a ",
        "CN=a;O=b",
        "CN=a+O=b",
        "CN=a=b",
        "CN=a,CN=b",
        "CN=a,X=b",
        "C=DE,O=x,CN=y,emailAddress=a@b",
        "CN=\"a\"",
        "CN=a#b",
        "CN=<>",
        "OU=\xc3\xa4",
        "CN=a\\",
        "CN=a\\4",
        "CN=a\\41b",
        "CN=a\\00b",
        "CN=a\\2Cb\\c3\\A4",
        "CN=a\\1",
        "CN=\\01",
        "CN=a\\,",
        "CN=\\ a\\ ",
        "CN=\\#0c",
        "CN=#",
        "CN=#0c0161",
        "CN=#1303616263",
        "CN=#13",
        "CN=#0c02",
        "CN=#0c016",
        "CN=#0c0161,O=x",
        "CN=#0C0161, O=y",
        "CN=#0c0100",
        "CN=#1e020061",
        "CN=#020161",
        "CN=#040100",
        "CN=#0c01610c0162",
        "CN=#0C01zz",
        "CN=#0C0161 ",
        "CN=#0c00",
        "CN=#ff0161",
        "CN=#0c8101610000",
        "CN=#0c800161",
        "CN=#0c0161\\,",
        "1.2.3=#0c0161",
        "1.2.3=a",
        "1.2.3=",
        "2.5.4.3=#0c0161",
        "1.2.3.=#0c0161",
        "OID.1.2.3=#0c0161",
        "2.999=#300100",
        "3.1=#0c0161",
        "1=#0c0161",
        "1.2.3=#0c01611.2.4=#0c0162",
    };
    static const char *const addresses[] = {
        "1.2.3.4", "0.0.0.0", "255.255.255.255", "1.2.3", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "1.2.3.4.5", "::", "::1", "1::",
        "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "fe80::1%eth0", "12345::", "::1::2", ":1", "1:",
        "g::", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8::", "", "a.b", "00001::", "::1.2.3", "1.2.3.4::", "ABCD:ef01::",
    };
    char text[64];
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        sprintf(text, "%s=x", types[i]);
        from_text(text);
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        from_text(texts[i]);
    for (int character = 1; character < 256; character++) {
        sprintf(text, "CN=a\\%cb", character);
        from_text(text);
        sprintf(text, "CN=%ca", character);
        from_text(text);
    }
    for (int i = 0; i < 3000; i++) {
        static const char alphabet[] = "CN=O,, \\#01abz+1.2.3";
        size_t len = random_number() % 24;
        size_t start = random_number() % 4 ? (size_t) sprintf(text, "CN=") : 0;
        for (size_t k = 0; k < len; k++)
            text[start + k] = alphabet[random_number() % (sizeof alphabet - 1)];
        text[start + len] = 0;
        /* a comma behind an escaped backslash: the reference takes it for part of the value */
        if (strstr(text, "\\\\,") == NULL)
            from_text(text);
    }
    long_texts();
    alternative_names();
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
        address(addresses[i]);
    times();
    return 0;
}
