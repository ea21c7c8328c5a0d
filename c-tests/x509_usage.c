/* What a certificate may be used for: every combination of the bits of keyUsage, the purposes, and whether it is an authority's. */
#include <mbedtls/oid.h>
#include <mbedtls/x509_crt.h>

#include <stdio.h>
#include <stdlib.h>

static void show(const char *name)
{
    static const struct {
        const char *name, *oid;
        size_t length;
    } purposes[] = {
        { "server", MBEDTLS_OID_SERVER_AUTH, MBEDTLS_OID_SIZE(MBEDTLS_OID_SERVER_AUTH) },
        { "client", MBEDTLS_OID_CLIENT_AUTH, MBEDTLS_OID_SIZE(MBEDTLS_OID_CLIENT_AUTH) },
        { "code", MBEDTLS_OID_CODE_SIGNING, MBEDTLS_OID_SIZE(MBEDTLS_OID_CODE_SIGNING) },
        { "any", MBEDTLS_OID_ANY_EXTENDED_KEY_USAGE, MBEDTLS_OID_SIZE(MBEDTLS_OID_ANY_EXTENDED_KEY_USAGE) },
        { "half an OID", MBEDTLS_OID_SERVER_AUTH, 4 },
        { "nothing", "", 0 },
    };
    char path[512];
    mbedtls_x509_crt crt;
    unsigned long allowed = 0, sum = 0;

    snprintf(path, sizeof path, "%s/chains/%s.crt", getenv("CERTS"), name);
    mbedtls_x509_crt_init(&crt);
    printf("%s: parsed %d", name, mbedtls_x509_crt_parse_file(&crt, path));
    for (unsigned usage = 0; usage < 0x200; usage++) {
        unsigned bits = (usage & 0xff) | (usage & 0x100 ? MBEDTLS_X509_KU_DECIPHER_ONLY : 0);
        int code = mbedtls_x509_crt_check_key_usage(&crt, bits);
        allowed += code == 0;
        sum = (sum * 31 + (unsigned) code) & 0xffffffff;
    }
    printf(", %lu usages allowed (%08lx), authority %d, purposes:", allowed, sum, mbedtls_x509_crt_get_ca_istrue(&crt));
    for (size_t i = 0; i < sizeof purposes / sizeof *purposes; i++) {
        printf(" %s %d", purposes[i].name, mbedtls_x509_crt_check_extended_key_usage(&crt, purposes[i].oid, purposes[i].length));
    }
    for (unsigned type = 1; type != 0 && type <= 0x10000; type <<= 1) {
        printf("%s", mbedtls_x509_crt_has_ext_type(&crt, (int) type) ? "+" : ".");
    }
    printf("\n");
    mbedtls_x509_crt_free(&crt);
}

int main(void)
{
    static const char *const names[] = { "leaf",         "bare",       "v1-leaf", "ca-leaf",    "ca-server",  "root",     "short-root",
                                         "usage-encipher", "usage-agree", "usage-all", "for-clients", "for-both", "for-any",  "for-code",
                                         "inter-plain",  "inter-no-ca", "plain-root", "critical-ids", "critical-netscape", "policy-any" };

    if (getenv("CERTS") == NULL) {
        return 2;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        show(names[i]);
    }
    return 0;
}
