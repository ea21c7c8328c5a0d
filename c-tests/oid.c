/* Every OID that the header has a name for in every look-up, all look-ups backwards, and OIDs as text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/cipher.h>
#include <mbedtls/oid.h>

static void look_up(const char *name, const mbedtls_asn1_buf *oid)
{
    const char *text = "";
    char dotted[200];
    int type = 0, found = 0;
    mbedtls_md_type_t md = 0;
    mbedtls_pk_type_t pk = 0;
    mbedtls_cipher_type_t cipher = 0;
    mbedtls_ecp_group_id group = 0;
    int ret = mbedtls_oid_get_numeric_string(dotted, sizeof dotted, oid);
    printf("%s: %s", name, ret < 0 ? "no text" : dotted);
#define TEXT(function)                      \
    ret = mbedtls_oid_get_##function(oid, &text); \
    if (ret == 0)                           \
        printf(", " #function " %s", text); \
    else if (ret != MBEDTLS_ERR_OID_NOT_FOUND) \
        printf(", " #function " -0x%x", (unsigned) -ret); \
    found += ret == 0
#define NUMBER(function, value)              \
    ret = mbedtls_oid_get_##function(oid, &value); \
    if (ret == 0)                            \
        printf(", " #function " %d", (int) value); \
    else if (ret != MBEDTLS_ERR_OID_NOT_FOUND) \
        printf(", " #function " -0x%x", (unsigned) -ret); \
    found += ret == 0
    TEXT(attr_short_name);
    TEXT(certificate_policies);
    TEXT(extended_key_usage);
    TEXT(sig_alg_desc);
    NUMBER(x509_ext_type, type);
    NUMBER(md_alg, md);
    NUMBER(md_hmac, md);
    NUMBER(pk_alg, pk);
    NUMBER(cipher_alg, cipher);
    NUMBER(ec_grp, group);
    NUMBER(ec_grp_algid, group);
    if (mbedtls_oid_get_sig_alg(oid, &md, &pk) == 0)
        printf(", signature %d %d", (int) md, (int) pk);
    if (mbedtls_oid_get_pkcs12_pbe_alg(oid, &md, &cipher) == 0)
        printf(", encryption %d %d", (int) md, (int) cipher);
    printf(found ? "\n" : ", nothing else\n");
}

static void show(const char *what, int one, int two, int ret, const char *oid, size_t len)
{
    if (ret == MBEDTLS_ERR_OID_NOT_FOUND)
        return;
    printf("%s %d %d: %d", what, one, two, ret);
    for (size_t i = 0; i < len; i++)
        printf(" %02x", (unsigned char) oid[i]);
    printf("\n");
}

static void backwards(void)
{
    for (int one = -1; one < 90; one++) {
        const char *oid = NULL;
        size_t len = 0;
        int ret = mbedtls_oid_get_oid_by_md((mbedtls_md_type_t) one, &oid, &len);
        show("md", one, 0, ret, oid, len);
        ret = mbedtls_oid_get_oid_by_pk_alg((mbedtls_pk_type_t) one, &oid, &len);
        show("pk", one, 0, ret, oid, len);
        ret = mbedtls_oid_get_oid_by_ec_grp((mbedtls_ecp_group_id) one, &oid, &len);
        show("group", one, 0, ret, oid, len);
        ret = mbedtls_oid_get_oid_by_ec_grp_algid((mbedtls_ecp_group_id) one, &oid, &len);
        show("group as algorithm", one, 0, ret, oid, len);
        for (int two = -1; two < 90; two++) {
            ret = mbedtls_oid_get_oid_by_sig_alg((mbedtls_pk_type_t) one, (mbedtls_md_type_t) two, &oid, &len);
            show("signature", one, two, ret, oid, len);
        }
    }
}

static unsigned state = 7;

static unsigned random_number(void)
{
    state = state * 1664525u + 1013904223u;
    return state >> 16;
}

static void to_text(const unsigned char *bytes, size_t len)
{
    mbedtls_asn1_buf oid = { MBEDTLS_ASN1_OID, len, (unsigned char *) bytes };
    char text[256];
    int ret = mbedtls_oid_get_numeric_string(text, sizeof text, &oid);
    for (size_t i = 0; i < len; i++)
        printf("%02x", bytes[i]);
    printf(": %d %s\n", ret, ret < 0 ? "" : text);
    for (int size = 0; ret > 0 && size <= ret + 1; size++) {
        int again = mbedtls_oid_get_numeric_string(text, (size_t) size, &oid);
        if (again != (size <= ret ? MBEDTLS_ERR_OID_BUF_TOO_SMALL : ret))
            printf("  in %d: %d\n", size - ret, again);
    }
}

static void from_text(const char *text, size_t size)
{
    mbedtls_asn1_buf oid = { 99, 0, NULL };
    int ret = mbedtls_oid_from_numeric_string(&oid, text, size);
    printf("\"%.*s\": %d", size > 80 ? 80 : (int) size, text, ret);
    if (ret == 0) {
        printf(" tag %d", oid.tag);
        for (size_t i = 0; i < oid.len; i++)
            printf(" %02x", oid.p[i]);
        free(oid.p);
    }
    printf("\n");
}

static void texts(void)
{
    static const char *const chosen[] = {
        "", "1", "1.2", "1.2.", "1.2.3", "1..2", ".1.2", "0.0", "0.39", "0.40", "1.39", "1.40", "2.39", "2.40", "2.47", "2.48",
        "2.999", "2.999.3", "3.1", "3", "01.2", "1.02", "1.2.003", "1.2.840.113549", "1.2.4294967295",
        "1.2.268435455", "1.2.268435456", "2.4294967295", "2.4294967215", "2.4294967216", "2.268435375", "2.268435376", "1.2a",
        "a.2", "1.a", "1,2", " 1.2", "1.2 ", "-1.2", "1.-2", "1.2.3x", "1.2.3.", "1.2.99999999999999999999", "10.2", "1.2.0.0.1",
    };
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
        from_text(chosen[i], strlen(chosen[i]));
        from_text(chosen[i], strlen(chosen[i]) + 1);
    }
    from_text("1.2.3.4.5", 4);
    from_text("1.2.3.4.5", 5);
    static char many[1000];
    for (int arcs = 126; arcs < 132; arcs++) {
        strcpy(many, "1");
        for (int i = 1; i < arcs; i++)
            strcat(many, ".2");
        from_text(many, strlen(many));
    }
    for (int i = 0; i < 400; i++) {
        unsigned char bytes[12];
        size_t len = random_number() % sizeof bytes;
        for (size_t k = 0; k < len; k++)
            bytes[k] = (unsigned char) (random_number() % 3 ? random_number() % 128 : random_number());
        to_text(bytes, len);
    }
    for (int i = 0; i < 400; i++) {
        char text[64];
        size_t len = 0;
        for (unsigned parts = 1 + random_number() % 5; parts > 0; parts--)
            len += (size_t) sprintf(text + len, "%s%u", len == 0 ? "" : ".",
                                    len == 0 ? random_number() % 4 : random_number() >> random_number() % 16);
        if (random_number() % 8 == 0)
            text[random_number() % len] = (char) (32 + random_number() % 90);
        from_text(text, len);
    }
}

int main(void)
{
#define LOOK_UP(oid) look_up(#oid, &(mbedtls_asn1_buf) { MBEDTLS_ASN1_OID, sizeof(oid) - 1, (unsigned char *) oid })
    LOOK_UP(MBEDTLS_OID_AES);
    LOOK_UP(MBEDTLS_OID_AES128_KW);
    LOOK_UP(MBEDTLS_OID_AES128_KWP);
    LOOK_UP(MBEDTLS_OID_AES192_KW);
    LOOK_UP(MBEDTLS_OID_AES192_KWP);
    LOOK_UP(MBEDTLS_OID_AES256_KW);
    LOOK_UP(MBEDTLS_OID_AES256_KWP);
    LOOK_UP(MBEDTLS_OID_AES_128_CBC);
    LOOK_UP(MBEDTLS_OID_AES_192_CBC);
    LOOK_UP(MBEDTLS_OID_AES_256_CBC);
    LOOK_UP(MBEDTLS_OID_ANSI_X9_62);
    LOOK_UP(MBEDTLS_OID_ANSI_X9_62_FIELD_TYPE);
    LOOK_UP(MBEDTLS_OID_ANSI_X9_62_PRIME_FIELD);
    LOOK_UP(MBEDTLS_OID_ANSI_X9_62_SIG);
    LOOK_UP(MBEDTLS_OID_ANSI_X9_62_SIG_SHA2);
    LOOK_UP(MBEDTLS_OID_ANY_EXTENDED_KEY_USAGE);
    LOOK_UP(MBEDTLS_OID_ANY_POLICY);
    LOOK_UP(MBEDTLS_OID_AT);
    LOOK_UP(MBEDTLS_OID_AT_CN);
    LOOK_UP(MBEDTLS_OID_AT_COUNTRY);
    LOOK_UP(MBEDTLS_OID_AT_DN_QUALIFIER);
    LOOK_UP(MBEDTLS_OID_AT_GENERATION_QUALIFIER);
    LOOK_UP(MBEDTLS_OID_AT_GIVEN_NAME);
    LOOK_UP(MBEDTLS_OID_AT_INITIALS);
    LOOK_UP(MBEDTLS_OID_AT_LOCALITY);
    LOOK_UP(MBEDTLS_OID_AT_ORGANIZATION);
    LOOK_UP(MBEDTLS_OID_AT_ORG_UNIT);
    LOOK_UP(MBEDTLS_OID_AT_POSTAL_ADDRESS);
    LOOK_UP(MBEDTLS_OID_AT_POSTAL_CODE);
    LOOK_UP(MBEDTLS_OID_AT_PSEUDONYM);
    LOOK_UP(MBEDTLS_OID_AT_SERIAL_NUMBER);
    LOOK_UP(MBEDTLS_OID_AT_STATE);
    LOOK_UP(MBEDTLS_OID_AT_SUR_NAME);
    LOOK_UP(MBEDTLS_OID_AT_TITLE);
    LOOK_UP(MBEDTLS_OID_AT_UNIQUE_IDENTIFIER);
    LOOK_UP(MBEDTLS_OID_AUTHORITY_KEY_IDENTIFIER);
    LOOK_UP(MBEDTLS_OID_BASIC_CONSTRAINTS);
    LOOK_UP(MBEDTLS_OID_CERTICOM);
    LOOK_UP(MBEDTLS_OID_CERTIFICATE_POLICIES);
    LOOK_UP(MBEDTLS_OID_CLIENT_AUTH);
    LOOK_UP(MBEDTLS_OID_CODE_SIGNING);
    LOOK_UP(MBEDTLS_OID_COUNTRY_US);
    LOOK_UP(MBEDTLS_OID_CRL_DISTRIBUTION_POINTS);
    LOOK_UP(MBEDTLS_OID_CRL_NUMBER);
    LOOK_UP(MBEDTLS_OID_DES_CBC);
    LOOK_UP(MBEDTLS_OID_DES_EDE3_CBC);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_MD5);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_RIPEMD160);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA1);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA224);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA256);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA384);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA3_224);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA3_256);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA3_384);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA3_512);
    LOOK_UP(MBEDTLS_OID_DIGEST_ALG_SHA512);
    LOOK_UP(MBEDTLS_OID_DOMAIN_COMPONENT);
    LOOK_UP(MBEDTLS_OID_ECDSA_SHA1);
    LOOK_UP(MBEDTLS_OID_ECDSA_SHA224);
    LOOK_UP(MBEDTLS_OID_ECDSA_SHA256);
    LOOK_UP(MBEDTLS_OID_ECDSA_SHA384);
    LOOK_UP(MBEDTLS_OID_ECDSA_SHA512);
    LOOK_UP(MBEDTLS_OID_EC_ALG_ECDH);
    LOOK_UP(MBEDTLS_OID_EC_ALG_UNRESTRICTED);
    LOOK_UP(MBEDTLS_OID_EC_BRAINPOOL_V1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_BP256R1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_BP384R1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_BP512R1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP192K1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP192R1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP224K1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP224R1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP256K1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP256R1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP384R1);
    LOOK_UP(MBEDTLS_OID_EC_GRP_SECP521R1);
    LOOK_UP(MBEDTLS_OID_ED25519);
    LOOK_UP(MBEDTLS_OID_ED448);
    LOOK_UP(MBEDTLS_OID_EMAIL_PROTECTION);
    LOOK_UP(MBEDTLS_OID_EXTENDED_KEY_USAGE);
    LOOK_UP(MBEDTLS_OID_FRESHEST_CRL);
    LOOK_UP(MBEDTLS_OID_GOV);
    LOOK_UP(MBEDTLS_OID_HMAC_RIPEMD160);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA1);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA224);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA256);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA384);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA3_224);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA3_256);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA3_384);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA3_512);
    LOOK_UP(MBEDTLS_OID_HMAC_SHA512);
    LOOK_UP(MBEDTLS_OID_ID_CE);
    LOOK_UP(MBEDTLS_OID_INIHIBIT_ANYPOLICY);
    LOOK_UP(MBEDTLS_OID_INTERNET);
    LOOK_UP(MBEDTLS_OID_ISO_CCITT_DS);
    LOOK_UP(MBEDTLS_OID_ISO_IDENTIFIED_ORG);
    LOOK_UP(MBEDTLS_OID_ISO_ITU_COUNTRY);
    LOOK_UP(MBEDTLS_OID_ISO_ITU_US_ORG);
    LOOK_UP(MBEDTLS_OID_ISO_MEMBER_BODIES);
    LOOK_UP(MBEDTLS_OID_ISSUER_ALT_NAME);
    LOOK_UP(MBEDTLS_OID_KEY_USAGE);
    LOOK_UP(MBEDTLS_OID_KP);
    LOOK_UP(MBEDTLS_OID_MGF1);
    LOOK_UP(MBEDTLS_OID_NAME_CONSTRAINTS);
    LOOK_UP(MBEDTLS_OID_NETSCAPE);
    LOOK_UP(MBEDTLS_OID_NIST_ALG);
    LOOK_UP(MBEDTLS_OID_NS_BASE_URL);
    LOOK_UP(MBEDTLS_OID_NS_CA_POLICY_URL);
    LOOK_UP(MBEDTLS_OID_NS_CA_REVOCATION_URL);
    LOOK_UP(MBEDTLS_OID_NS_CERT);
    LOOK_UP(MBEDTLS_OID_NS_CERT_SEQUENCE);
    LOOK_UP(MBEDTLS_OID_NS_CERT_TYPE);
    LOOK_UP(MBEDTLS_OID_NS_COMMENT);
    LOOK_UP(MBEDTLS_OID_NS_DATA_TYPE);
    LOOK_UP(MBEDTLS_OID_NS_RENEWAL_URL);
    LOOK_UP(MBEDTLS_OID_NS_REVOCATION_URL);
    LOOK_UP(MBEDTLS_OID_NS_SSL_SERVER_NAME);
    LOOK_UP(MBEDTLS_OID_OCSP_SIGNING);
    LOOK_UP(MBEDTLS_OID_OIW_SECSIG);
    LOOK_UP(MBEDTLS_OID_OIW_SECSIG_ALG);
    LOOK_UP(MBEDTLS_OID_OIW_SECSIG_SHA1);
    LOOK_UP(MBEDTLS_OID_ON);
    LOOK_UP(MBEDTLS_OID_ON_HW_MODULE_NAME);
    LOOK_UP(MBEDTLS_OID_ORGANIZATION);
    LOOK_UP(MBEDTLS_OID_ORG_ANSI_X9_62);
    LOOK_UP(MBEDTLS_OID_ORG_CERTICOM);
    LOOK_UP(MBEDTLS_OID_ORG_DOD);
    LOOK_UP(MBEDTLS_OID_ORG_GOV);
    LOOK_UP(MBEDTLS_OID_ORG_NETSCAPE);
    LOOK_UP(MBEDTLS_OID_ORG_OIW);
    LOOK_UP(MBEDTLS_OID_ORG_RSA_DATA_SECURITY);
    LOOK_UP(MBEDTLS_OID_ORG_TELETRUST);
    LOOK_UP(MBEDTLS_OID_ORG_THAWTE);
    LOOK_UP(MBEDTLS_OID_PKCS);
    LOOK_UP(MBEDTLS_OID_PKCS1);
    LOOK_UP(MBEDTLS_OID_PKCS12);
    LOOK_UP(MBEDTLS_OID_PKCS12_PBE);
    LOOK_UP(MBEDTLS_OID_PKCS12_PBE_SHA1_DES2_EDE_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS12_PBE_SHA1_DES3_EDE_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS12_PBE_SHA1_RC2_128_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS12_PBE_SHA1_RC2_40_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS1_MD5);
    LOOK_UP(MBEDTLS_OID_PKCS1_RSA);
    LOOK_UP(MBEDTLS_OID_PKCS1_SHA1);
    LOOK_UP(MBEDTLS_OID_PKCS1_SHA224);
    LOOK_UP(MBEDTLS_OID_PKCS1_SHA256);
    LOOK_UP(MBEDTLS_OID_PKCS1_SHA384);
    LOOK_UP(MBEDTLS_OID_PKCS1_SHA512);
    LOOK_UP(MBEDTLS_OID_PKCS5);
    LOOK_UP(MBEDTLS_OID_PKCS5_PBES2);
    LOOK_UP(MBEDTLS_OID_PKCS5_PBE_MD5_DES_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS5_PBE_MD5_RC2_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS5_PBE_SHA1_DES_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS5_PBE_SHA1_RC2_CBC);
    LOOK_UP(MBEDTLS_OID_PKCS5_PBKDF2);
    LOOK_UP(MBEDTLS_OID_PKCS5_PBMAC1);
    LOOK_UP(MBEDTLS_OID_PKCS7);
    LOOK_UP(MBEDTLS_OID_PKCS7_DATA);
    LOOK_UP(MBEDTLS_OID_PKCS7_DIGESTED_DATA);
    LOOK_UP(MBEDTLS_OID_PKCS7_ENCRYPTED_DATA);
    LOOK_UP(MBEDTLS_OID_PKCS7_ENVELOPED_DATA);
    LOOK_UP(MBEDTLS_OID_PKCS7_SIGNED_AND_ENVELOPED_DATA);
    LOOK_UP(MBEDTLS_OID_PKCS7_SIGNED_DATA);
    LOOK_UP(MBEDTLS_OID_PKCS9);
    LOOK_UP(MBEDTLS_OID_PKCS9_CSR_EXT_REQ);
    LOOK_UP(MBEDTLS_OID_PKCS9_EMAIL);
    LOOK_UP(MBEDTLS_OID_PKIX);
    LOOK_UP(MBEDTLS_OID_POLICY_CONSTRAINTS);
    LOOK_UP(MBEDTLS_OID_POLICY_MAPPINGS);
    LOOK_UP(MBEDTLS_OID_PRIVATE_KEY_USAGE_PERIOD);
    LOOK_UP(MBEDTLS_OID_RSASSA_PSS);
    LOOK_UP(MBEDTLS_OID_RSA_COMPANY);
    LOOK_UP(MBEDTLS_OID_RSA_SHA_OBS);
    LOOK_UP(MBEDTLS_OID_SERVER_AUTH);
    LOOK_UP(MBEDTLS_OID_SUBJECT_ALT_NAME);
    LOOK_UP(MBEDTLS_OID_SUBJECT_DIRECTORY_ATTRS);
    LOOK_UP(MBEDTLS_OID_SUBJECT_KEY_IDENTIFIER);
    LOOK_UP(MBEDTLS_OID_TELETRUST);
    LOOK_UP(MBEDTLS_OID_THAWTE);
    LOOK_UP(MBEDTLS_OID_TIME_STAMPING);
    LOOK_UP(MBEDTLS_OID_UID);
    LOOK_UP(MBEDTLS_OID_WISUN_FAN);
    LOOK_UP(MBEDTLS_OID_X25519);
    LOOK_UP(MBEDTLS_OID_X448);
    LOOK_UP("");
    LOOK_UP("\x55\x04");
    LOOK_UP("\x55\x04\x03\x00");
    backwards();
    texts();
    return 0;
}
