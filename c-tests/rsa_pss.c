/* RSASSA-PSS: a hash of another function than that of the mask, and messages that are encoded right and wrong. */
#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>

#include <stdio.h>
#include <string.h>

static unsigned seed = 1;

static int pseudo_random(void *state, unsigned char *output, size_t length)
{
    (void) state;
    for (size_t i = 0; i < length; i++) {
        seed = seed * 1103515245u + 12345u;
        output[i] = (unsigned char) (seed >> 16);
    }
    return 0;
}

static mbedtls_pk_context pk;
static unsigned char hash[64], signature[512];

static void verify(mbedtls_md_type_t md, size_t hash_length, mbedtls_md_type_t mask, int salt_length)
{
    mbedtls_rsa_context *rsa = mbedtls_pk_rsa(pk);
    mbedtls_pk_rsassa_pss_options options = { mask, salt_length };
    printf(" -%04x/-%04x",
           (unsigned) -mbedtls_rsa_rsassa_pss_verify_ext(rsa, md, (unsigned) hash_length, hash, mask, salt_length, signature),
           (unsigned) -mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, &options, &pk, md, hash, hash_length, signature,
                                             mbedtls_pk_get_len(&pk)));
}

/* Everything that is signed can be verified, and with other lengths and functions cannot. */
static void signs(mbedtls_md_type_t md, size_t hash_length, mbedtls_md_type_t mask)
{
    mbedtls_rsa_context *rsa = mbedtls_pk_rsa(pk);
    size_t length = mbedtls_pk_get_len(&pk);
    printf("md %u of %u bytes, mask %u: set -%04x", (unsigned) md, (unsigned) hash_length, (unsigned) mask,
           (unsigned) -mbedtls_rsa_set_padding(rsa, MBEDTLS_RSA_PKCS_V21, mask));
    for (int salt = -2; salt < 100; salt += 11) {
        int code = mbedtls_rsa_rsassa_pss_sign_ext(rsa, pseudo_random, NULL, md, (unsigned) hash_length, hash, salt, signature);
        printf("\n  salt %d -%04x", salt, (unsigned) -code);
        if (code == 0) {
            verify(md, hash_length, mask == MBEDTLS_MD_NONE ? md : mask, -1);
            verify(md, hash_length, mask == MBEDTLS_MD_NONE ? md : mask, salt);
            verify(md, hash_length, mask == MBEDTLS_MD_NONE ? md : mask, salt + 1);
            verify(md, hash_length, mask == MBEDTLS_MD_NONE ? md : mask, -2);
            verify(md, hash_length + 1, mask, -1);
            verify(md, hash_length, MBEDTLS_MD_NONE, -1);
            signature[length - 1] ^= 1;
            printf(" %d", mbedtls_rsa_rsassa_pss_verify(rsa, md, (unsigned) hash_length, hash, signature) != 0);
        }
    }
    size_t written = 7;
    int code = mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, &pk, md, hash, hash_length, signature, length, &written,
                                   pseudo_random, NULL);
    printf("\n  pk -%04x", (unsigned) -code);
    if (code == 0) {
        printf(" %u -%04x", (unsigned) written,
               (unsigned) -mbedtls_pk_verify(&pk, md, hash, hash_length, signature, length));
        verify(md, hash_length, mask == MBEDTLS_MD_NONE ? md : mask, -1);
    }
    written = 7;
    code = mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, &pk, md, hash, hash_length, signature, length - 1, &written,
                               pseudo_random, NULL);
    printf("\n  no room -%04x %u\n", (unsigned) -code, (unsigned) written);
}

/* A message with SHA-256, its masked part given, is signed without padding, and verified. */
static void message(const char *what, const unsigned char *masked, size_t masked_length, int spoil)
{
    unsigned char inner[8 + 32 + 100] = { 0 }, encoded[512] = { 0 }, block[32 + 4], mask[32];
    size_t length = mbedtls_pk_get_len(&pk), salt = 0, room = length - 33;
    const mbedtls_md_info_t *sha256 = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    for (size_t i = 0; i < masked_length; i++) {
        salt = masked[i] == 1 ? i + 1 : salt;
    }
    memcpy(inner + 8, hash, 32);
    memcpy(inner + 40, masked + salt, masked_length - salt);
    memcpy(encoded + room - masked_length, masked, masked_length);
    mbedtls_md(sha256, inner, 40 + masked_length - salt, encoded + room);
    memcpy(block, encoded + room, 32);
    for (size_t i = 0; i < room; i++) {
        if (i % 32 == 0) {
            block[32] = block[33] = block[34] = 0;
            block[35] = (unsigned char) (i / 32);
            mbedtls_md(sha256, block, sizeof(block), mask);
        }
        encoded[i] ^= mask[i % 32];
    }
    encoded[0] &= 0x3f;
    encoded[length - 1] = spoil == 1 ? 0xbd : 0xbc;
    encoded[room] ^= spoil == 2;
    encoded[0] = spoil == 3 ? 0x80 : encoded[0];
    printf("%s: private -%04x", what,
           (unsigned) -mbedtls_rsa_private(mbedtls_pk_rsa(pk), pseudo_random, NULL, encoded, signature));
    verify(MBEDTLS_MD_SHA256, 32, MBEDTLS_MD_SHA256, -1);
    verify(MBEDTLS_MD_SHA256, 32, MBEDTLS_MD_SHA256, 4);
    verify(MBEDTLS_MD_SHA256, 31, MBEDTLS_MD_SHA256, 4);
    verify(MBEDTLS_MD_SHA384, 32, MBEDTLS_MD_SHA256, 4);
    puts("");
}

static void messages(void)
{
    static const unsigned char good[] = { 1, 5, 6, 7, 8 }, bare[] = { 1 }, none[] = { 0 }, other[] = { 2, 5, 6, 7, 8 };
    message("right", good, sizeof(good), 0);
    message("no salt", bare, sizeof(bare), 0);
    message("nothing in front of the salt", none, sizeof(none), 0);
    message("something else in front of the salt", other, sizeof(other), 0);
    message("another end", good, sizeof(good), 1);
    message("another hash", good, sizeof(good), 2);
    message("a bit too many", good, sizeof(good), 3);
    message("nothing", none, 0, 0);
}

int main(void)
{
    static const char *const names[] = { "rsa1024.pem", "rsa2048.pem" };
    static const mbedtls_md_type_t functions[] = { MBEDTLS_MD_NONE, MBEDTLS_MD_MD5, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA256,
                                                   MBEDTLS_MD_SHA512 };
    for (size_t i = 0; i < sizeof(hash); i++) {
        hash[i] = (unsigned char) (i * 3 + 1);
    }
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char path[100];
        snprintf(path, sizeof(path), "tests/keys/%s", names[i]);
        mbedtls_pk_init(&pk);
        printf("- %s: -%04x\n", names[i], (unsigned) -mbedtls_pk_parse_keyfile(&pk, path, NULL, pseudo_random, NULL));
        for (size_t md = 0; md < sizeof(functions) / sizeof(functions[0]); md++) {
            for (size_t mask = 0; mask < sizeof(functions) / sizeof(functions[0]); mask++) {
                size_t length = mbedtls_md_get_size(mbedtls_md_info_from_type(functions[md]));
                signs(functions[md], length == 0 ? 40 : length, functions[mask]);
            }
        }
        messages();
        mbedtls_pk_free(&pk);
    }
    return 0;
}
