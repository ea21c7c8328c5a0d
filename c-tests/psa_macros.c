/* The macros of psa/crypto.h over every type of key and every algorithm: one checksum a macro. */

/* Some are deprecated, and there all the same. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#include <psa/crypto.h>
#include <psa/crypto_se_driver.h>
#include <stdio.h>

static unsigned long long sum;

static void add(unsigned long long value)
{
    sum = (sum ^ value) * 1099511628211ull;
}

static void done(const char *name)
{
    printf("%s %016llx\n", name, sum);
    sum = 14695981039346656037ull;
}

/* Every category with every digest and mode, cut or not, and some that are none. */
static const psa_algorithm_t families[] = {
    0, PSA_ALG_CATEGORY_HASH, PSA_ALG_HMAC_BASE, PSA_ALG_CBC_MAC, PSA_ALG_CMAC, PSA_ALG_STREAM_CIPHER, PSA_ALG_CTR,
    PSA_ALG_CFB, PSA_ALG_OFB, PSA_ALG_XTS, PSA_ALG_ECB_NO_PADDING, PSA_ALG_CBC_NO_PADDING, PSA_ALG_CBC_PKCS7,
    PSA_ALG_CCM_STAR_NO_TAG, PSA_ALG_CCM, PSA_ALG_GCM, PSA_ALG_CHACHA20_POLY1305, PSA_ALG_RSA_PKCS1V15_SIGN_BASE,
    PSA_ALG_RSA_PSS_BASE, PSA_ALG_RSA_PSS_ANY_SALT_BASE, PSA_ALG_ECDSA_BASE, PSA_ALG_DETERMINISTIC_ECDSA_BASE,
    PSA_ALG_DSA_BASE, PSA_ALG_DETERMINISTIC_DSA_BASE, PSA_ALG_PURE_EDDSA, PSA_ALG_HASH_EDDSA_BASE,
    PSA_ALG_RSA_PKCS1V15_CRYPT, PSA_ALG_RSA_OAEP_BASE, PSA_ALG_HKDF_BASE, PSA_ALG_HKDF_EXTRACT_BASE,
    PSA_ALG_HKDF_EXPAND_BASE, PSA_ALG_TLS12_PRF_BASE, PSA_ALG_TLS12_PSK_TO_MS_BASE, PSA_ALG_TLS12_ECJPAKE_TO_PMS,
    PSA_ALG_PBKDF2_HMAC_BASE, PSA_ALG_PBKDF2_AES_CMAC_PRF_128, PSA_ALG_FFDH, PSA_ALG_ECDH,
    PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF_BASE), PSA_ALG_KEY_AGREEMENT(PSA_ALG_FFDH, PSA_ALG_TLS12_PRF_BASE),
    PSA_ALG_JPAKE, PSA_ALG_CATEGORY_MAC, PSA_ALG_CATEGORY_CIPHER, PSA_ALG_CATEGORY_AEAD, PSA_ALG_CATEGORY_SIGN,
    PSA_ALG_CATEGORY_PAKE, PSA_ALG_VENDOR_FLAG, 0x0b000000, 0x7f000000, 0xffffffff,
};
static const psa_algorithm_t digests[] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 0x7f, 0xff,
};
static const psa_algorithm_t cuts[] = { 0, 0x00010000, 0x00040000, 0x00100000, 0x003f0000, 0x00008000, 0x00048000 };

static psa_algorithm_t alg(size_t i)
{
    const size_t n = sizeof(digests) / sizeof(*digests), m = sizeof(cuts) / sizeof(*cuts);
    if (i >= sizeof(families) / sizeof(*families) * n * m) {
        return 0xfffffffe;
    }
    psa_algorithm_t base = families[i / n / m];
    if (i % m != 0) {
        base &= ~(psa_algorithm_t) 0x003f8000;
    }
    return (base | digests[i / m % n]) | cuts[i % m];
}

#define ALGS(name, value) \
    do { \
        for (size_t i = 0; alg(i) != 0xfffffffe; i++) { \
            psa_algorithm_t a = alg(i); \
            add((unsigned long long) (value)); \
        } \
        done(name); \
    } while (0)
#define ALG(macro) ALGS(#macro, macro(a))
/* As a truth value: the macros promise no more. */
#define IS(macro) ALGS(#macro, !!macro(a))
#define TYPES(name, value) \
    do { \
        for (unsigned k = 0; k <= 0xffff; k++) { \
            psa_key_type_t t = (psa_key_type_t) k; \
            add((unsigned long long) (value)); \
        } \
        done(name); \
    } while (0)
#define TYPE(macro) TYPES(#macro, macro(t))
#define IS_TYPE(macro) TYPES(#macro, !!macro(t))

/* Types that an algorithm's macros tell apart. */
static const psa_key_type_t types[] = {
    0, PSA_KEY_TYPE_RAW_DATA, PSA_KEY_TYPE_HMAC, PSA_KEY_TYPE_DERIVE, PSA_KEY_TYPE_AES, PSA_KEY_TYPE_ARIA,
    PSA_KEY_TYPE_CAMELLIA, PSA_KEY_TYPE_DES, PSA_KEY_TYPE_CHACHA20, PSA_KEY_TYPE_RSA_PUBLIC_KEY,
    PSA_KEY_TYPE_RSA_KEY_PAIR, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1),
    PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_MONTGOMERY), PSA_KEY_TYPE_DH_KEY_PAIR(PSA_DH_FAMILY_RFC7919),
    PSA_KEY_TYPE_DH_PUBLIC_KEY(PSA_DH_FAMILY_RFC7919), PSA_KEY_TYPE_DSA_KEY_PAIR, PSA_KEY_TYPE_DSA_PUBLIC_KEY,
};
#define BOTH(name, value) \
    do { \
        for (size_t i = 0; alg(i) != 0xfffffffe; i++) { \
            for (size_t k = 0; k < sizeof(types) / sizeof(*types); k++) { \
                psa_algorithm_t a = alg(i); \
                psa_key_type_t t = types[k]; \
                (void) a, (void) t; \
                for (size_t len = 0; len < 3000; len += len < 40 ? 1 : 997) { \
                    add((unsigned long long) (value)); \
                } \
            } \
        } \
        done(name); \
    } while (0)
#define SIZES(name, value) \
    do { \
        for (size_t len = 0; len < 9000; len++) { \
            add((unsigned long long) (value)); \
        } \
        done(name); \
    } while (0)

int main(void)
{
    done("begin");
    IS(PSA_ALG_IS_HASH);
    IS(PSA_ALG_IS_MAC);
    IS(PSA_ALG_IS_HMAC);
    IS(PSA_ALG_IS_BLOCK_CIPHER_MAC);
    IS(PSA_ALG_IS_CIPHER);
    IS(PSA_ALG_IS_STREAM_CIPHER);
    IS(PSA_ALG_IS_AEAD);
    IS(PSA_ALG_IS_AEAD_ON_BLOCK_CIPHER);
    IS(PSA_ALG_IS_SIGN);
    IS(PSA_ALG_IS_SIGN_HASH);
    IS(PSA_ALG_IS_SIGN_MESSAGE);
    IS(PSA_ALG_IS_HASH_AND_SIGN);
    IS(PSA_ALG_IS_VENDOR_HASH_AND_SIGN);
    IS(PSA_ALG_IS_RSA_PKCS1V15_SIGN);
    IS(PSA_ALG_IS_RSA_PSS);
    IS(PSA_ALG_IS_RSA_PSS_STANDARD_SALT);
    IS(PSA_ALG_IS_RSA_PSS_ANY_SALT);
    IS(PSA_ALG_IS_ECDSA);
    IS(PSA_ALG_IS_DETERMINISTIC_ECDSA);
    IS(PSA_ALG_IS_RANDOMIZED_ECDSA);
    IS(PSA_ALG_ECDSA_IS_DETERMINISTIC);
    IS(PSA_ALG_IS_DSA);
    IS(PSA_ALG_IS_DETERMINISTIC_DSA);
    IS(PSA_ALG_IS_RANDOMIZED_DSA);
    IS(PSA_ALG_DSA_IS_DETERMINISTIC);
    IS(PSA_ALG_IS_HASH_EDDSA);
    IS(PSA_ALG_IS_ASYMMETRIC_ENCRYPTION);
    IS(PSA_ALG_IS_RSA_OAEP);
    IS(PSA_ALG_IS_KEY_DERIVATION);
    IS(PSA_ALG_IS_KEY_DERIVATION_STRETCHING);
    IS(PSA_ALG_IS_KEY_DERIVATION_OR_AGREEMENT);
    IS(PSA_ALG_IS_HKDF);
    IS(PSA_ALG_IS_HKDF_EXTRACT);
    IS(PSA_ALG_IS_HKDF_EXPAND);
    IS(PSA_ALG_IS_ANY_HKDF);
    IS(PSA_ALG_IS_TLS12_PRF);
    IS(PSA_ALG_IS_TLS12_PSK_TO_MS);
    IS(PSA_ALG_IS_PBKDF2_HMAC);
    IS(PSA_ALG_IS_PBKDF2);
    IS(PSA_ALG_IS_KEY_AGREEMENT);
    IS(PSA_ALG_IS_RAW_KEY_AGREEMENT);
    IS(PSA_ALG_IS_ECDH);
    IS(PSA_ALG_IS_FFDH);
    IS(PSA_ALG_IS_PAKE);
    IS(PSA_ALG_IS_WILDCARD);
    IS(PSA_ALG_IS_VENDOR_DEFINED);
    ALG(PSA_ALG_GET_HASH);
    ALG(PSA_ALG_SIGN_GET_HASH);
    ALG(PSA_ALG_HMAC_GET_HASH);
    ALG(PSA_ALG_RSA_OAEP_GET_HASH);
    ALG(PSA_ALG_HKDF_GET_HASH);
    ALG(PSA_ALG_TLS12_PRF_GET_HASH);
    ALG(PSA_ALG_TLS12_PSK_TO_MS_GET_HASH);
    ALG(PSA_ALG_PBKDF2_HMAC_GET_HASH);
    ALG(PSA_ALG_KEY_AGREEMENT_GET_BASE);
    ALG(PSA_ALG_KEY_AGREEMENT_GET_KDF);
    ALG(PSA_ALG_FULL_LENGTH_MAC);
    ALG(PSA_MAC_TRUNCATED_LENGTH);
    ALG(PSA_ALG_AEAD_GET_TAG_LENGTH);
    ALG(PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG);
    ALGS("PSA_ALG_TRUNCATED_MAC", PSA_ALG_TRUNCATED_MAC(a, 7));
    ALGS("PSA_ALG_AT_LEAST_THIS_LENGTH_MAC", PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(a, 7));
    ALGS("PSA_ALG_AEAD_WITH_SHORTENED_TAG", PSA_ALG_AEAD_WITH_SHORTENED_TAG(a, 7));
    ALGS("PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG", PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(a, 7));
    ALGS("MBEDTLS_PSA_ALG_AEAD_EQUAL", !!MBEDTLS_PSA_ALG_AEAD_EQUAL(a, PSA_ALG_CCM));
    ALG(PSA_HASH_LENGTH);
    ALG(PSA_HASH_BLOCK_LENGTH);
    ALG(PSA_RSA_MINIMUM_PADDING_SIZE);
    ALG(PSA_ALG_DSA);
    ALG(PSA_ALG_DETERMINISTIC_DSA);

    IS_TYPE(PSA_KEY_TYPE_IS_VENDOR_DEFINED);
    IS_TYPE(PSA_KEY_TYPE_IS_UNSTRUCTURED);
    IS_TYPE(PSA_KEY_TYPE_IS_ASYMMETRIC);
    IS_TYPE(PSA_KEY_TYPE_IS_PUBLIC_KEY);
    IS_TYPE(PSA_KEY_TYPE_IS_KEY_PAIR);
    IS_TYPE(PSA_KEY_TYPE_IS_RSA);
    IS_TYPE(PSA_KEY_TYPE_IS_DSA);
    IS_TYPE(PSA_KEY_TYPE_IS_ECC);
    IS_TYPE(PSA_KEY_TYPE_IS_ECC_KEY_PAIR);
    IS_TYPE(PSA_KEY_TYPE_IS_ECC_PUBLIC_KEY);
    IS_TYPE(PSA_KEY_TYPE_IS_DH);
    IS_TYPE(PSA_KEY_TYPE_IS_DH_KEY_PAIR);
    IS_TYPE(PSA_KEY_TYPE_IS_DH_PUBLIC_KEY);
    TYPE(PSA_KEY_TYPE_ECC_GET_FAMILY);
    TYPE(PSA_KEY_TYPE_DH_GET_FAMILY);
    TYPE(PSA_KEY_TYPE_KEY_PAIR_OF_PUBLIC_KEY);
    TYPE(PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR);
    TYPE(PSA_GET_KEY_TYPE_BLOCK_SIZE_EXPONENT);
    TYPE(PSA_BLOCK_CIPHER_BLOCK_LENGTH);
    IS_TYPE(PSA_ECC_FAMILY_IS_WEIERSTRASS);
    TYPES("PSA_EXPORT_KEY_OUTPUT_SIZE", PSA_EXPORT_KEY_OUTPUT_SIZE(t, 1023u));
    TYPES("PSA_EXPORT_PUBLIC_KEY_OUTPUT_SIZE", PSA_EXPORT_PUBLIC_KEY_OUTPUT_SIZE(t, 1023u));
    TYPES("PSA_RAW_KEY_AGREEMENT_OUTPUT_SIZE", PSA_RAW_KEY_AGREEMENT_OUTPUT_SIZE(t, 1023u));

    BOTH("PSA_MAC_LENGTH", PSA_MAC_LENGTH(t, len, a));
    BOTH("PSA_CIPHER_IV_LENGTH", PSA_CIPHER_IV_LENGTH(t, a));
    BOTH("PSA_CIPHER_ENCRYPT_OUTPUT_SIZE", PSA_CIPHER_ENCRYPT_OUTPUT_SIZE(t, a, len));
    BOTH("PSA_CIPHER_DECRYPT_OUTPUT_SIZE", PSA_CIPHER_DECRYPT_OUTPUT_SIZE(t, a, len));
    BOTH("PSA_CIPHER_UPDATE_OUTPUT_SIZE", PSA_CIPHER_UPDATE_OUTPUT_SIZE(t, a, len));
    BOTH("PSA_CIPHER_FINISH_OUTPUT_SIZE", PSA_CIPHER_FINISH_OUTPUT_SIZE(t, a));
    BOTH("PSA_AEAD_TAG_LENGTH", PSA_AEAD_TAG_LENGTH(t, len, a));
    BOTH("PSA_AEAD_NONCE_LENGTH", PSA_AEAD_NONCE_LENGTH(t, a));
    BOTH("PSA_AEAD_ENCRYPT_OUTPUT_SIZE", PSA_AEAD_ENCRYPT_OUTPUT_SIZE(t, a, len));
    BOTH("PSA_AEAD_DECRYPT_OUTPUT_SIZE", PSA_AEAD_DECRYPT_OUTPUT_SIZE(t, a, len));
    BOTH("PSA_AEAD_UPDATE_OUTPUT_SIZE", PSA_AEAD_UPDATE_OUTPUT_SIZE(t, a, len));
    BOTH("PSA_AEAD_FINISH_OUTPUT_SIZE", PSA_AEAD_FINISH_OUTPUT_SIZE(t, a));
    BOTH("PSA_AEAD_VERIFY_OUTPUT_SIZE", PSA_AEAD_VERIFY_OUTPUT_SIZE(t, a));
    BOTH("PSA_SIGN_OUTPUT_SIZE", PSA_SIGN_OUTPUT_SIZE(t, len, a));
    BOTH("PSA_ASYMMETRIC_ENCRYPT_OUTPUT_SIZE", PSA_ASYMMETRIC_ENCRYPT_OUTPUT_SIZE(t, len, a));
    BOTH("PSA_ASYMMETRIC_DECRYPT_OUTPUT_SIZE", PSA_ASYMMETRIC_DECRYPT_OUTPUT_SIZE(t, len, a));
    BOTH("PSA_PAKE_OUTPUT_SIZE", PSA_PAKE_OUTPUT_SIZE(a, t, len));
    BOTH("PSA_PAKE_INPUT_SIZE", PSA_PAKE_INPUT_SIZE(a, t, len));

    SIZES("PSA_CIPHER_ENCRYPT_OUTPUT_MAX_SIZE", PSA_CIPHER_ENCRYPT_OUTPUT_MAX_SIZE(len));
    SIZES("PSA_CIPHER_DECRYPT_OUTPUT_MAX_SIZE", PSA_CIPHER_DECRYPT_OUTPUT_MAX_SIZE(len));
    SIZES("PSA_CIPHER_UPDATE_OUTPUT_MAX_SIZE", PSA_CIPHER_UPDATE_OUTPUT_MAX_SIZE(len));
    SIZES("PSA_AEAD_ENCRYPT_OUTPUT_MAX_SIZE", PSA_AEAD_ENCRYPT_OUTPUT_MAX_SIZE(len));
    SIZES("PSA_AEAD_DECRYPT_OUTPUT_MAX_SIZE", PSA_AEAD_DECRYPT_OUTPUT_MAX_SIZE(len));
    SIZES("PSA_AEAD_UPDATE_OUTPUT_MAX_SIZE", PSA_AEAD_UPDATE_OUTPUT_MAX_SIZE(len));
    SIZES("PSA_KEY_EXPORT_RSA_KEY_PAIR_MAX_SIZE", PSA_KEY_EXPORT_RSA_KEY_PAIR_MAX_SIZE(len));
    SIZES("PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE", PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE(len));
    SIZES("PSA_KEY_EXPORT_DSA_KEY_PAIR_MAX_SIZE", PSA_KEY_EXPORT_DSA_KEY_PAIR_MAX_SIZE(len));
    SIZES("PSA_KEY_EXPORT_DSA_PUBLIC_KEY_MAX_SIZE", PSA_KEY_EXPORT_DSA_PUBLIC_KEY_MAX_SIZE(len));
    SIZES("PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE", PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(len));
    SIZES("PSA_KEY_EXPORT_FFDH_PUBLIC_KEY_MAX_SIZE", PSA_KEY_EXPORT_FFDH_PUBLIC_KEY_MAX_SIZE(len));
    SIZES("PSA_ECDSA_SIGNATURE_SIZE", PSA_ECDSA_SIGNATURE_SIZE(len));
    SIZES("PSA_ROUND_UP_TO_MULTIPLE", PSA_ROUND_UP_TO_MULTIPLE((size_t) 7, len));
    SIZES("PSA_MAX_OF_THREE", PSA_MAX_OF_THREE(len, (size_t) 5000, 9000 - len));
    SIZES("PSA_PAKE_PRIMITIVE", PSA_PAKE_PRIMITIVE(len % 3, len % 256, len * 16));

    psa_pake_cipher_suite_t suite = psa_pake_cipher_suite_init();
    psa_pake_cs_set_algorithm(&suite, PSA_ALG_JPAKE);
    psa_pake_cs_set_primitive(&suite, PSA_PAKE_PRIMITIVE(PSA_PAKE_PRIMITIVE_TYPE_ECC, PSA_ECC_FAMILY_SECP_R1, 256));
    psa_pake_cs_set_hash(&suite, PSA_ALG_SHA_256);
    printf("%08x %08x %02x %d %08x\n", (unsigned) psa_pake_cs_get_algorithm(&suite),
           (unsigned) psa_pake_cs_get_primitive(&suite), psa_pake_cs_get_family(&suite), psa_pake_cs_get_bits(&suite),
           (unsigned) psa_pake_cs_get_hash(&suite));
    for (size_t i = 0; alg(i) != 0xfffffffe; i++) {
        psa_pake_cs_set_algorithm(&suite, alg(i));
        psa_pake_cs_set_hash(&suite, alg(i));
        add(psa_pake_cs_get_algorithm(&suite));
        add(psa_pake_cs_get_hash(&suite));
    }
    done("psa_pake_cs_set");

    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    size_t length = 7;
    printf("%d", (int) psa_set_key_domain_parameters(&attributes, PSA_KEY_TYPE_AES, NULL, 0));
    printf(" %d", (int) psa_set_key_domain_parameters(&attributes, PSA_KEY_TYPE_HMAC, (const uint8_t *) "x", 1));
    printf(" %04x", psa_get_key_type(&attributes));
    printf(" %d", (int) psa_get_key_domain_parameters(&attributes, NULL, 0, &length));
    printf(" %zu\n", length);
    printf("%d %d %d %d\n", (int) mbedtls_svc_key_id_make(3, 4), mbedtls_svc_key_id_equal(4, 5),
           mbedtls_svc_key_id_is_null(0), psa_key_handle_is_null(7));
    printf("%zu %zu %zu %zu %zu %zu %zu\n", sizeof(psa_cipher_operation_t), sizeof(psa_aead_operation_t),
           sizeof(psa_key_derivation_operation_t), sizeof(psa_pake_operation_t),
           sizeof(psa_sign_hash_interruptible_operation_t), sizeof(psa_drv_se_t), sizeof(mbedtls_psa_stats_t));
    return 0;
}
