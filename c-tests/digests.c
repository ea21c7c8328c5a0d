/* md5.h, ripemd160.h, sha1.h, sha256.h, sha512.h and sha3.h: contexts that are copied as bytes and never freed. */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <mbedtls/md5.h>
#include <mbedtls/ripemd160.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha3.h>
#include <mbedtls/sha512.h>

#include <stdio.h>
#include <string.h>

static unsigned char data[3000], out[64];
static unsigned state = 3;

static unsigned pseudo_random(unsigned below)
{
    state = state * 1103515245u + 12345u;
    return (state >> 8) % below;
}

static void print_bytes(const char *what, const void *bytes, size_t length)
{
    printf("%s ", what);
    for (size_t i = 0; i < length; i++) {
        printf("%02x", ((const unsigned char *) bytes)[i]);
    }
    puts("");
}

static void print_code(const char *what, int code)
{
    printf("%s: %d\n", what, code);
}

/* Each START is a digest's call of its starts function with CONTEXT. The members are printed: they are the reference's. */
#define DIGEST(NAME, SIZE, START, ONCE)                                                                                       \
    for (int round = 0; round < 30; round++) {                                                                                \
        mbedtls_##NAME##_context context, half;                                                                               \
        size_t length = pseudo_random(round % 5 == 0 ? sizeof(data) : 300), at = 0;                                           \
        int ret;                                                                                                              \
        mbedtls_##NAME##_init(&context);                                                                                      \
        ret = START;                                                                                                          \
        half = context;                                                                                                       \
        while (at < length) {                                                                                                 \
            size_t piece = pseudo_random(150);                                                                                \
            piece = piece < length - at ? piece : length - at;                                                                \
            ret |= mbedtls_##NAME##_update(&half, data + at, piece);                                                          \
            at += piece;                                                                                                      \
            context = half;                                                                                                   \
            memset(&half, 0xEE, sizeof(half));                                                                                \
            mbedtls_##NAME##_clone(&half, &context);                                                                          \
        }                                                                                                                     \
        if (round == 0) {                                                                                                     \
            print_bytes("context", &half, sizeof(half));                                                                      \
        }                                                                                                                     \
        memset(out, 0, sizeof(out));                                                                                          \
        ret |= FINISH(NAME, &half);                                                                                           \
        printf("%s, %u bytes: %d ", #NAME, (unsigned) length, ret);                                                           \
        print_bytes("", out, SIZE);                                                                                           \
        memset(out, 0, sizeof(out));                                                                                          \
        ret |= ONCE;                                                                                                          \
        print_bytes("at one go", out, SIZE);                                                                                  \
        memset(&context, 0, sizeof(context));                                                                                 \
        printf("wiped %d\n", memcmp(&context, &half, sizeof(half)));                                                          \
    }

/* Without starts and after finish all members are zero, and something comes out all the same. */
#define ODD(NAME, SIZE, START)                                                                                                \
    do {                                                                                                                      \
        mbedtls_##NAME##_context context;                                                                                     \
        mbedtls_##NAME##_init(&context);                                                                                      \
        print_code(#NAME ", not started", mbedtls_##NAME##_update(&context, data, 70));                                       \
        print_bytes("members", &context, sizeof(context));                                                                    \
        print_code("finish", mbedtls_##NAME##_finish(&context, out));                                                         \
        print_bytes("digest", out, SIZE);                                                                                     \
        print_code("finish", mbedtls_##NAME##_finish(&context, out));                                                         \
        print_bytes("digest", out, SIZE);                                                                                     \
        print_code("starts", START);                                                                                          \
        print_code("one block", mbedtls_internal_##NAME##_process(&context, data));                                           \
        print_bytes("members", &context, sizeof(context));                                                                    \
        print_code("no data", mbedtls_##NAME##_update(&context, NULL, 0));                                                    \
        mbedtls_##NAME##_free(&context);                                                                                      \
        print_bytes("released", &context, sizeof(context));                                                                   \
        mbedtls_##NAME##_free(NULL);                                                                                          \
    } while (0)

#define FINISH(NAME, CONTEXT) mbedtls_##NAME##_finish(CONTEXT, out)

static void all(void)
{
    DIGEST(md5, 16, mbedtls_md5_starts(&context), mbedtls_md5(data, length, out))
    DIGEST(ripemd160, 20, mbedtls_ripemd160_starts(&context), mbedtls_ripemd160(data, length, out))
    DIGEST(sha1, 20, mbedtls_sha1_starts(&context), mbedtls_sha1(data, length, out))
    DIGEST(sha256, 32, mbedtls_sha256_starts(&context, 0), mbedtls_sha256(data, length, out, 0))
    DIGEST(sha256, 28, mbedtls_sha256_starts(&context, 1), mbedtls_sha256(data, length, out, 1))
    DIGEST(sha512, 64, mbedtls_sha512_starts(&context, 0), mbedtls_sha512(data, length, out, 0))
    DIGEST(sha512, 48, mbedtls_sha512_starts(&context, 1), mbedtls_sha512(data, length, out, 1))
    ODD(md5, 16, mbedtls_md5_starts(&context));
    ODD(ripemd160, 20, mbedtls_ripemd160_starts(&context));
    ODD(sha1, 20, mbedtls_sha1_starts(&context));
    ODD(sha256, 32, mbedtls_sha256_starts(&context, 0));
    ODD(sha256, 32, mbedtls_sha256_starts(&context, 1));
    ODD(sha512, 64, mbedtls_sha512_starts(&context, 0));
}

#undef FINISH
#define FINISH(NAME, CONTEXT) mbedtls_##NAME##_finish(CONTEXT, out, sizeof(out))

static void sha3(void)
{
    mbedtls_sha3_context context;

    for (int id = MBEDTLS_SHA3_224; id <= MBEDTLS_SHA3_512; id++) {
        DIGEST(sha3, 64, mbedtls_sha3_starts(&context, (mbedtls_sha3_id) id),
               mbedtls_sha3((mbedtls_sha3_id) id, data, length, out, sizeof(out)))
        for (size_t room = 20; room <= 64; room += 4) {
            memset(out, 0, sizeof(out));
            printf("SHA-3 %d into %u, ", id, (unsigned) room);
            print_code("at one go", mbedtls_sha3((mbedtls_sha3_id) id, data, 3, out, room));
            print_bytes("digest", out, sizeof(out));
        }
        print_code("starts", mbedtls_sha3_starts(&context, (mbedtls_sha3_id) id));
        print_bytes("members", &context, sizeof(context));
        print_code("too short", mbedtls_sha3_finish(&context, out, 27));
        print_bytes("members", &context, sizeof(context));
    }
    for (int id = -1; id <= 6; id++) {
        printf("SHA-3 %d: %d\n", id, mbedtls_sha3((mbedtls_sha3_id) id, data, 3, out, sizeof(out)));
    }
    mbedtls_sha3_init(&context);
    printf("none: %d, too many: %d\n", mbedtls_sha3_starts(&context, MBEDTLS_SHA3_NONE),
           mbedtls_sha3_starts(&context, (mbedtls_sha3_id) 5));
    printf("nothing: %d\n", mbedtls_sha3_update(&context, NULL, 0));
    mbedtls_sha3_free(&context);
    mbedtls_sha3_free(NULL);
}

/* More than 2^32 bits, so that the higher word of the length counts: 512 MiB would take long, a context can be told. */
static void long_message(void)
{
    mbedtls_sha256_context sha256;
    mbedtls_md5_context md5;

    mbedtls_sha256_init(&sha256);
    mbedtls_sha256_starts(&sha256, 0);
    sha256.total[0] = 0xFFFFFFC0;
    mbedtls_sha256_update(&sha256, data, 130);
    print_bytes("over 4 GiB", &sha256, sizeof(sha256));
    mbedtls_sha256_finish(&sha256, out);
    print_bytes("SHA-256", out, 32);
    mbedtls_md5_init(&md5);
    mbedtls_md5_starts(&md5);
    md5.total[0] = 0xFFFFFFC0;
    md5.total[1] = 0xFFFFFFFF;
    mbedtls_md5_update(&md5, data, 130);
    print_bytes("over all", &md5, sizeof(md5));
    mbedtls_md5_finish(&md5, out);
    print_bytes("MD5", out, 16);
}

int main(void)
{
    mbedtls_sha256_context sha256;
    mbedtls_sha512_context sha512;

    for (size_t i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) pseudo_random(256);
    }
    all();
    sha3();
    long_message();
    printf("neither: %d %d %d %d\n", mbedtls_sha256_starts(&sha256, 2), mbedtls_sha256_starts(&sha256, -1),
           mbedtls_sha512_starts(&sha512, 2), mbedtls_sha512(data, 3, out, 2));
    printf("self-tests: %d %d %d %d %d %d %d %d\n", mbedtls_md5_self_test(0), mbedtls_ripemd160_self_test(0),
           mbedtls_sha1_self_test(0), mbedtls_sha224_self_test(0), mbedtls_sha256_self_test(0), mbedtls_sha384_self_test(0),
           mbedtls_sha512_self_test(0), mbedtls_sha3_self_test(0));
    return 0;
}
