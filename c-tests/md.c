/* mbedtls/md.h: which digests there are, digests and HMAC of pseudo-random data in pseudo-random pieces, wrong order. */
#include <mbedtls/md.h>

#include <stdio.h>
#include <string.h>

static unsigned char data[5000];
static unsigned state = 7;

static unsigned pseudo_random(unsigned below)
{
    state = state * 1103515245u + 12345u;
    return (state >> 8) % below;
}

static void print_bytes(const unsigned char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        printf("%02x", bytes[i]);
    }
    puts("");
}

static void print_code(const char *what, int code)
{
    printf("%s: %d\n", what, code);
}

static void names(void)
{
    static const char *const wanted[] = {
        "MD5", "md5", "SHA", "SHA1", "SHA-1", "sha1", "SHA256", "Sha256", "SHA3-224", "SHA3_224", "SHA3-512", "RIPEMD160",
        "RMD160", "", "NONE", "MD2", "SHA256 "
    };

    for (const int *type = mbedtls_md_list(); *type != MBEDTLS_MD_NONE; type++) {
        const mbedtls_md_info_t *info = mbedtls_md_info_from_type((mbedtls_md_type_t) *type);
        printf("%d %s %d %d %d %d\n", *type, mbedtls_md_get_name(info), mbedtls_md_get_size(info),
               (int) mbedtls_md_get_type(info), mbedtls_md_get_size_from_type((mbedtls_md_type_t) *type),
               mbedtls_md_info_from_string(mbedtls_md_get_name(info)) == info);
    }
    for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
        printf("\"%s\" is %d\n", wanted[i], (int) mbedtls_md_get_type(mbedtls_md_info_from_string(wanted[i])));
    }
    for (unsigned type = 0; type < 300; type++) {
        if (mbedtls_md_info_from_type((mbedtls_md_type_t) type) != NULL) {
            printf("type %u\n", type);
        }
    }
    printf("nothing: %d %d %d %d %d\n", mbedtls_md_info_from_string(NULL) == NULL, mbedtls_md_get_size(NULL),
           (int) mbedtls_md_get_type(NULL), mbedtls_md_get_name(NULL) == NULL, mbedtls_md_info_from_ctx(NULL) == NULL);
}

/* The same bytes at one go, in pieces, and in pieces that a copy takes over half-way. */
static void random_digest(const mbedtls_md_info_t *info)
{
    mbedtls_md_context_t context, copy;
    unsigned char out[3][MBEDTLS_MD_MAX_SIZE] = { { 0 } };
    size_t length = pseudo_random(pseudo_random(4) == 0 ? sizeof(data) : 300), at = 0;
    int ret;

    mbedtls_md_init(&context);
    mbedtls_md_init(&copy);
    ret = mbedtls_md(info, data, length, out[0]);
    ret |= mbedtls_md_setup(&context, info, 0) | mbedtls_md_setup(&copy, info, 0);
    ret |= mbedtls_md_starts(&context);
    while (at < length) {
        size_t piece = pseudo_random(200);
        piece = piece < length - at ? piece : length - at;
        ret |= mbedtls_md_update(&context, data + at, piece);
        at += piece;
        if (pseudo_random(3) == 0) {
            ret |= mbedtls_md_clone(&copy, &context);
            ret |= mbedtls_md_update(&copy, data + at, length - at);
            ret |= mbedtls_md_finish(&copy, out[2]);
            ret |= memcmp(out[2], out[0], sizeof(out[0])) != 0;
        }
    }
    ret |= mbedtls_md_finish(&context, out[1]);
    printf("%s of %u: %d %d ", mbedtls_md_get_name(info), (unsigned) length, ret, memcmp(out[0], out[1], sizeof(out[0])));
    print_bytes(out[0], mbedtls_md_get_size(info));
    mbedtls_md_free(&copy);
    mbedtls_md_free(&context);
}

static void random_hmac(const mbedtls_md_info_t *info)
{
    mbedtls_md_context_t context;
    unsigned char out[3][MBEDTLS_MD_MAX_SIZE] = { { 0 } };
    size_t length = pseudo_random(400), key = pseudo_random(300), at = pseudo_random((unsigned) length + 1);
    int ret;

    mbedtls_md_init(&context);
    ret = mbedtls_md_hmac(info, data, key, data + 1, length, out[0]);
    ret |= mbedtls_md_setup(&context, info, 1);
    ret |= mbedtls_md_hmac_starts(&context, data, key);
    ret |= mbedtls_md_hmac_update(&context, data + 1, at);
    ret |= mbedtls_md_hmac_update(&context, data + 1 + at, length - at);
    ret |= mbedtls_md_hmac_finish(&context, out[1]);
    ret |= mbedtls_md_hmac_reset(&context);
    ret |= mbedtls_md_hmac_update(&context, data + 1, length);
    ret |= mbedtls_md_hmac_finish(&context, out[2]);
    printf("HMAC %s, key %u, of %u: %d %d %d ", mbedtls_md_get_name(info), (unsigned) key, (unsigned) length, ret,
           memcmp(out[0], out[1], sizeof(out[0])), memcmp(out[0], out[2], sizeof(out[0])));
    print_bytes(out[0], mbedtls_md_get_size(info));
    mbedtls_md_free(&context);
}

/* SHA-3 that was not started divides by zero in the reference; SHA-384 and SHA-224 write past their end there. */
static void wrong_order(mbedtls_md_type_t type, int hmac)
{
    const mbedtls_md_info_t *info = mbedtls_md_info_from_type(type), *other = mbedtls_md_info_from_type(MBEDTLS_MD_MD5);
    mbedtls_md_context_t context, copy;
    unsigned char out[MBEDTLS_MD_MAX_SIZE] = { 0 };
    size_t size = mbedtls_md_get_size(info);

    mbedtls_md_init(&context);
    mbedtls_md_init(&copy);
    printf("- %s, hmac %d\n", mbedtls_md_get_name(info), hmac);
    print_code("not set up: starts", mbedtls_md_starts(&context));
    print_code("update", mbedtls_md_update(&context, data, 1));
    print_code("finish", mbedtls_md_finish(&context, out));
    print_code("hmac_starts", mbedtls_md_hmac_starts(&context, data, 1));
    print_code("hmac_update", mbedtls_md_hmac_update(&context, data, 1));
    print_code("hmac_finish", mbedtls_md_hmac_finish(&context, out));
    print_code("hmac_reset", mbedtls_md_hmac_reset(&context));
    print_code("setup, no digest", mbedtls_md_setup(&context, NULL, hmac));
    print_code("setup", mbedtls_md_setup(&context, info, hmac));
    print_code("the same", mbedtls_md_info_from_ctx(&context) == info);
    print_code("not started: update", mbedtls_md_update(&context, data, 3));
    print_code("finish", mbedtls_md_finish(&context, out));
    print_bytes(out, size);
    print_code("finish again", mbedtls_md_finish(&context, out));
    print_bytes(out, size);
    print_code("starts", mbedtls_md_starts(&context));
    print_code("no data", mbedtls_md_update(&context, NULL, 0));
    print_code("hmac without a key", mbedtls_md_hmac_update(&context, data, 3));
    memset(out, 0, sizeof(out));
    print_code("finish", mbedtls_md_hmac_finish(&context, out));
    print_bytes(out, size);
    print_code("reset", mbedtls_md_hmac_reset(&context));
    print_code("finish", mbedtls_md_hmac_finish(&context, out));
    print_bytes(out, size);
    print_code("empty key", mbedtls_md_hmac_starts(&context, NULL, 0));
    print_code("finish", mbedtls_md_hmac_finish(&context, out));
    print_bytes(out, size);
    print_code("clone to one not set up", mbedtls_md_clone(&copy, &context));
    print_code("clone of one not set up", mbedtls_md_clone(&context, &copy));
    print_code("setup for another digest", mbedtls_md_setup(&copy, other, 0));
    print_code("clone", mbedtls_md_clone(&copy, &context));
    mbedtls_md_free(&copy);
    print_code("setup for hmac", mbedtls_md_setup(&copy, info, 1));
    mbedtls_md_hmac_starts(&context, data, 4);
    print_code("clone", mbedtls_md_clone(&copy, &context));
    print_code("finish", mbedtls_md_hmac_finish(&copy, out));
    print_bytes(out, size);
    mbedtls_md_free(&copy);
    mbedtls_md_free(&context);
    mbedtls_md_free(&context);
    print_code("released", mbedtls_md_starts(&context));
    print_code("nothing", mbedtls_md_info_from_ctx(&context) == NULL);
}

static void files(void)
{
    const mbedtls_md_info_t *info = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    const char *name = "target/c-tests/md.data";
    unsigned char out[32] = { 0 };
    FILE *file;

    for (size_t length = 0; length <= 100000; length = length * 10 + 1) {
        file = fopen(name, "wb");
        if (file == NULL) {
            puts("no file");
            return;
        }
        for (size_t i = 0; i < length; i++) {
            fputc((int) (i & 0xFF), file);
        }
        fclose(file);
        printf("%u bytes, ", (unsigned) length);
        print_code("file", mbedtls_md_file(info, name, out));
        print_bytes(out, sizeof(out));
    }
    remove(name);
    printf("no file: %d, a folder: %d, no name: %d, no digest: %d\n", mbedtls_md_file(info, name, out),
           mbedtls_md_file(info, "target", out), mbedtls_md_file(info, NULL, out), mbedtls_md_file(NULL, name, out));
}

int main(void)
{
    for (size_t i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) pseudo_random(256);
    }
    names();
    for (const int *type = mbedtls_md_list(); *type != MBEDTLS_MD_NONE; type++) {
        for (int i = 0; i < 40; i++) {
            random_digest(mbedtls_md_info_from_type((mbedtls_md_type_t) *type));
            random_hmac(mbedtls_md_info_from_type((mbedtls_md_type_t) *type));
        }
    }
    wrong_order(MBEDTLS_MD_MD5, 0);
    wrong_order(MBEDTLS_MD_SHA256, 0);
    wrong_order(MBEDTLS_MD_SHA256, 1);
    wrong_order(MBEDTLS_MD_SHA512, 1);
    wrong_order(MBEDTLS_MD_RIPEMD160, 1);
    files();
    return 0;
}
