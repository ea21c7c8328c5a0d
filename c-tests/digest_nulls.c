/* NULL, and contexts that were never started, where the reference crashes or writes past the end. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#pragma GCC diagnostic ignored "-Wnonnull"
#include <mbedtls/constant_time.h>
#include <mbedtls/entropy.h>
#include <mbedtls/hkdf.h>
#include <mbedtls/hmac_drbg.h>
#include <mbedtls/md5.h>
#include <mbedtls/pkcs12.h>
#include <mbedtls/pkcs5.h>
#include <mbedtls/platform_util.h>
#include <mbedtls/ripemd160.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha3.h>
#include <mbedtls/sha512.h>

#include <stdio.h>
#include <string.h>

#define SHOW(call) print_code(#call, call)

static unsigned char out[200], data[200];

static void print_code(const char *what, int code)
{
    printf("%s: -0x%04x\n", what, (unsigned) -code);
}

/* START is the starts function's call with NULL. */
#define DIGEST(NAME, START)                                           \
    do {                                                              \
        mbedtls_##NAME##_context context;                             \
        mbedtls_##NAME##_init(NULL);                                  \
        mbedtls_##NAME##_free(NULL);                                  \
        mbedtls_##NAME##_init(&context);                              \
        mbedtls_##NAME##_clone(NULL, &context);                       \
        mbedtls_##NAME##_clone(&context, NULL);                       \
        print_code(#NAME " starts", START);                           \
        SHOW(mbedtls_##NAME##_update(NULL, data, 1));                 \
        SHOW(mbedtls_##NAME##_update(&context, NULL, 1));             \
        SHOW(mbedtls_##NAME##_finish(NULL, out));                     \
        SHOW(mbedtls_##NAME##_finish(&context, NULL));                \
        SHOW(mbedtls_internal_##NAME##_process(NULL, data));          \
        SHOW(mbedtls_internal_##NAME##_process(&context, NULL));      \
    } while (0)

static void digests(void)
{
    DIGEST(md5, mbedtls_md5_starts(NULL));
    DIGEST(ripemd160, mbedtls_ripemd160_starts(NULL));
    DIGEST(sha1, mbedtls_sha1_starts(NULL));
    DIGEST(sha256, mbedtls_sha256_starts(NULL, 0));
    DIGEST(sha512, mbedtls_sha512_starts(NULL, 0));
    SHOW(mbedtls_md5(NULL, 1, out));
    SHOW(mbedtls_md5(data, 1, NULL));
    SHOW(mbedtls_ripemd160(NULL, 1, out));
    SHOW(mbedtls_sha1(data, 1, NULL));
    SHOW(mbedtls_sha256(NULL, 1, out, 0));
    SHOW(mbedtls_sha512(data, 1, NULL, 1));
}

static void sha3(void)
{
    mbedtls_sha3_context context;

    mbedtls_sha3_init(NULL);
    mbedtls_sha3_init(&context);
    mbedtls_sha3_clone(NULL, &context);
    mbedtls_sha3_clone(&context, NULL);
    SHOW(mbedtls_sha3_starts(NULL, MBEDTLS_SHA3_256));
    SHOW(mbedtls_sha3_update(NULL, data, 1));
    SHOW(mbedtls_sha3_update(&context, data, 1));
    SHOW(mbedtls_sha3_finish(NULL, out, 64));
    SHOW(mbedtls_sha3_finish(&context, out, 64));
    SHOW(mbedtls_sha3_starts(&context, MBEDTLS_SHA3_256));
    SHOW(mbedtls_sha3_update(&context, NULL, 1));
    SHOW(mbedtls_sha3_finish(&context, NULL, 64));
    SHOW(mbedtls_sha3_finish(&context, out, 64));
    SHOW(mbedtls_sha3(MBEDTLS_SHA3_256, NULL, 1, out, 64));
    SHOW(mbedtls_sha3(MBEDTLS_SHA3_256, data, 1, NULL, 64));
}

static void md(mbedtls_md_type_t type)
{
    const mbedtls_md_info_t *info = mbedtls_md_info_from_type(type);
    mbedtls_md_context_t context;

    mbedtls_md_init(NULL);
    mbedtls_md_free(NULL);
    mbedtls_md_init(&context);
    SHOW(mbedtls_md(info, NULL, 1, out));
    SHOW(mbedtls_md(info, data, 1, NULL));
    SHOW(mbedtls_md_file(info, "tests/keys/message", NULL));
    SHOW(mbedtls_md_hmac(info, NULL, 1, data, 1, out));
    SHOW(mbedtls_md_hmac(info, data, 1, NULL, 1, out));
    SHOW(mbedtls_md_hmac(info, data, 1, data, 1, NULL));
    SHOW(mbedtls_md_setup(NULL, info, 1));
    SHOW(mbedtls_md_setup(&context, info, 1));
    SHOW(mbedtls_md_update(&context, data, 3)); /* not started */
    memset(out, 7, sizeof(out));
    SHOW(mbedtls_md_finish(&context, out));
    printf("behind the digest: %d\n", out[mbedtls_md_get_size(info)]);
    SHOW(mbedtls_md_update(&context, NULL, 1));
    SHOW(mbedtls_md_finish(&context, NULL));
    SHOW(mbedtls_md_hmac_starts(&context, NULL, 1));
    SHOW(mbedtls_md_hmac_update(&context, NULL, 1));
    SHOW(mbedtls_md_hmac_finish(&context, NULL));
    SHOW(mbedtls_md_clone(&context, &context));
    mbedtls_md_free(&context);
}

static void derivation(void)
{
    const mbedtls_md_info_t *info = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    unsigned char salt_and_count[] = { 4, 2, 's', 'a', 2, 1, 3 };
    mbedtls_asn1_buf parameters = { MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE, sizeof(salt_and_count), salt_and_count };
    size_t length = 0;

    SHOW(mbedtls_hkdf(info, data, 1, NULL, 1, data, 1, out, 32));
    SHOW(mbedtls_hkdf_extract(info, data, 1, NULL, 1, out));
    SHOW(mbedtls_hkdf_extract(info, data, 1, data, 1, NULL));
    SHOW(mbedtls_hkdf_expand(info, NULL, 32, data, 1, out, 32));
    SHOW(mbedtls_pkcs5_pbkdf2_hmac(NULL, data, 1, data, 1, 1, 20, out));
    SHOW(mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_SHA1, NULL, 1, data, 1, 1, 20, out));
    SHOW(mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_SHA1, data, 1, NULL, 1, 1, 20, out));
    SHOW(mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_SHA1, data, 1, data, 1, 1, 20, NULL));
    SHOW(mbedtls_pkcs5_pbes2(NULL, 0, data, 1, data, 16, out));
    SHOW(mbedtls_pkcs5_pbes2_ext(&parameters, 0, data, 1, data, 16, out, 200, NULL));
    SHOW(mbedtls_pkcs12_derivation(NULL, 20, data, 2, data, 2, MBEDTLS_MD_SHA1, 1, 1));
    SHOW(mbedtls_pkcs12_derivation(out, 20, data, 2, data, 2, MBEDTLS_MD_SHA1, 1, -1));
    SHOW(mbedtls_pkcs12_pbe(NULL, 0, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, data, 1, data, 16, out));
    length = 100; /* the length is written, and not added to what is there; the parameters stay as they are */
    SHOW(mbedtls_pkcs12_pbe_ext(&parameters, 1, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, data, 1, data, 16, out, 200,
                                &length));
    printf("%u bytes, parameters unchanged: %d\n", (unsigned) length, parameters.p == salt_and_count);
    SHOW(mbedtls_pkcs12_pbe_ext(&parameters, 0, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, data, 1, out, length, out, 200,
                                &length));
    printf("%u bytes\n", (unsigned) length);
    SHOW(mbedtls_pkcs12_pbe_ext(&parameters, 0, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, data, 1, data, 16, NULL, 200,
                                &length));
    SHOW(mbedtls_pkcs12_pbe_ext(&parameters, 0, MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, data, 1, data, 16, out, 200,
                                NULL));
}

static void generators(void)
{
    mbedtls_entropy_context entropy;
    mbedtls_hmac_drbg_context drbg;

    mbedtls_hmac_drbg_init(NULL);
    mbedtls_hmac_drbg_free(NULL);
    mbedtls_hmac_drbg_init(&drbg);
    mbedtls_hmac_drbg_set_entropy_len(NULL, 1);
    mbedtls_hmac_drbg_set_prediction_resistance(NULL, 1);
    mbedtls_hmac_drbg_set_reseed_interval(NULL, 1);
    SHOW(mbedtls_hmac_drbg_seed(NULL, mbedtls_md_info_from_type(MBEDTLS_MD_SHA1), mbedtls_entropy_func, NULL, data, 1));
    SHOW(mbedtls_hmac_drbg_seed(&drbg, mbedtls_md_info_from_type(MBEDTLS_MD_SHA1), NULL, NULL, data, 1));
    SHOW(mbedtls_hmac_drbg_seed_buf(NULL, mbedtls_md_info_from_type(MBEDTLS_MD_SHA1), NULL, 1));
    SHOW(mbedtls_hmac_drbg_reseed(NULL, data, 1));
    SHOW(mbedtls_hmac_drbg_update(NULL, NULL, 1));
    SHOW(mbedtls_hmac_drbg_random(NULL, NULL, 1));
    SHOW(mbedtls_hmac_drbg_random(NULL, out, 1));
    SHOW(mbedtls_hmac_drbg_random(&drbg, out, 1)); /* never seeded */
    SHOW(mbedtls_hmac_drbg_write_seed_file(NULL, NULL));
    SHOW(mbedtls_hmac_drbg_update_seed_file(NULL, NULL));
    mbedtls_entropy_init(&entropy);
    SHOW(mbedtls_entropy_add_source(NULL, NULL, NULL, 1, 1));
    SHOW(mbedtls_entropy_gather(NULL));
    SHOW(mbedtls_entropy_update_manual(NULL, NULL, 1));
    SHOW(mbedtls_entropy_write_seed_file(NULL, NULL));
    SHOW(mbedtls_entropy_update_seed_file(&entropy, NULL));
    SHOW(mbedtls_platform_entropy_poll(NULL, NULL, 1, NULL));
    SHOW(mbedtls_platform_entropy_poll(NULL, out, 1, NULL));
    printf("%d %d\n", mbedtls_ct_memcmp(NULL, data, 1) != 0, mbedtls_ct_memcmp(NULL, NULL, 0));
    printf("%d\n", mbedtls_platform_gmtime_r(NULL, NULL) == NULL);
}

int main(void)
{
    digests();
    sha3();
    md(MBEDTLS_MD_SHA384);
    md(MBEDTLS_MD_SHA3_256);
    derivation();
    generators();
    return 0;
}
