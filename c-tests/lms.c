/*
 * LMS signatures (RFC 8554): what verifies and what does not, and which codes tell so.
 *
 * The keys are made here. The path from leaf to root is made up, which gives a root as well as a real tree would: a verifier sees
 * no more of it.
 */
#include <mbedtls/lms.h>
#include <mbedtls/sha256.h>
#include <stdio.h>
#include <string.h>

enum { N = 32, P = 34, H = 10, OTS = 4 + N + P * N, SIGNATURE = 4 + OTS + 4 + H * N, PUBLIC = 4 + 4 + 16 + N };

static uint32_t seed = 1;

static void fill(unsigned char *p, size_t len) {
    while (len-- > 0) {
        seed = seed * 1664525 + 1013904223;
    *p++ = (unsigned char) (seed >> 24);
    }
}

static void put32(unsigned char *p, uint32_t value) {
    for (int i = 0; i < 4; i++) p[i] = (unsigned char) (value >> (24 - 8 * i));
}

/* SHA-256 of I, two numbers, and data (sections 4.3 and 5.3). */
static void hash(unsigned char out[N], const unsigned char *id, uint32_t q, unsigned d, int d_len, const unsigned char *data, size_t len) {
    unsigned char head[16 + 4 + 3];
    mbedtls_sha256_context ctx;
    memcpy(head, id, 16);
    put32(head + 16, q);
    head[20] = (unsigned char) (d >> 8);
    head[21] = (unsigned char) d;
    mbedtls_sha256_init(&ctx);
    mbedtls_sha256_starts(&ctx, 0);
    mbedtls_sha256_update(&ctx, head, (size_t) (20 + d_len));
    mbedtls_sha256_update(&ctx, data, len);
    mbedtls_sha256_finish(&ctx, out);
    mbedtls_sha256_free(&ctx);
}

/* From step `from` to step `to` of chain `i`. */
static void chain(unsigned char x[N], const unsigned char *id, uint32_t q, unsigned i, unsigned from, unsigned to) {
    unsigned char in[1 + N];
    for (; from < to; from++) {
        in[0] = (unsigned char) from;
        memcpy(in + 1, x, N);
        hash(x, id, q, i, 2, in, sizeof in);
    }
}

static void sign(unsigned char public_key[PUBLIC], unsigned char signature[SIGNATURE], uint32_t q, const unsigned char *message, size_t len) {
    unsigned char id[16], digits[N + 2], ends[P * N], both[2 * N], node[N], *y = signature + 4 + 4 + N, *path = signature + 4 + OTS + 4;
    unsigned sum = 0;

    fill(signature, SIGNATURE);
    fill(id, sizeof id);
    put32(signature, q);
    put32(signature + 4, MBEDTLS_LMOTS_SHA256_N32_W8);
    put32(signature + 4 + OTS, MBEDTLS_LMS_SHA256_M32_H10);

    {
        unsigned char nonce_and_message[N + 256];
        memcpy(nonce_and_message, signature + 8, N);
        memcpy(nonce_and_message + N, message, len);
        hash(digits, id, q, 0x8181, 2, nonce_and_message, N + len);
    }
    for (int i = 0; i < N; i++) sum += 255u - digits[i];
    digits[N] = (unsigned char) (sum >> 8);
    digits[N + 1] = (unsigned char) sum;

    for (unsigned i = 0; i < P; i++) {
        memcpy(ends + i * N, y + i * N, N);
        chain(y + i * N, id, q, i, 0, digits[i]);
        memcpy(ends + i * N, y + i * N, N);
        chain(ends + i * N, id, q, i, digits[i], 255);
    }
    hash(node, id, q, 0x8080, 2, ends, sizeof ends);
    uint32_t r = (1u << H) + q;
    hash(node, id, r, 0x8282, 2, node, N);
    for (int level = 0; level < H; level++) {
        memcpy(both + (r % 2 ? N : 0), node, N);
        memcpy(both + (r % 2 ? 0 : N), path + level * N, N);
        r /= 2;
        hash(node, id, r, 0x8383, 2, both, sizeof both);
    }
    put32(public_key, MBEDTLS_LMS_SHA256_M32_H10);
    put32(public_key + 4, MBEDTLS_LMOTS_SHA256_N32_W8);
    memcpy(public_key + 8, id, 16);
    memcpy(public_key + 24, node, N);
}

int main(void) {
    unsigned char public_key[PUBLIC + 1], signature[SIGNATURE + 1] = {0}, message[64], out[PUBLIC + 8];
    static const uint32_t leaves[] = {0, 1, 5, 512, 1023};
    size_t out_len;
    mbedtls_lms_public_t key;

    mbedtls_lms_public_init(&key);
    fill(message, sizeof message);
    printf("no key: verify %d export %d\n", mbedtls_lms_verify(&key, message, 1, signature, SIGNATURE),
           mbedtls_lms_export_public_key(&key, out, sizeof out, &out_len));

    for (size_t i = 0; i < sizeof leaves / sizeof *leaves; i++) {
        size_t len = i * 13;
        sign(public_key, signature, leaves[i], message, len);
        printf("leaf %u: import %d", (unsigned) leaves[i], mbedtls_lms_import_public_key(&key, public_key, PUBLIC));
        printf(" verify %d", mbedtls_lms_verify(&key, message, len, signature, SIGNATURE));
        printf(" longer message %d\n", mbedtls_lms_verify(&key, message, len + 1, signature, SIGNATURE));
    }

    sign(public_key, signature, 77, message, sizeof message);
    printf("import %d\n", mbedtls_lms_import_public_key(&key, public_key, PUBLIC));
    printf("changed byte:");
    for (size_t at = 0; at < SIGNATURE; at += at < 48 || (at > OTS && at < OTS + 12) ? 1 : 61) {
        signature[at] ^= 1;
        printf(" %d", mbedtls_lms_verify(&key, message, sizeof message, signature, SIGNATURE));
        signature[at] ^= 1;
    }
    printf("\nleaf out of range:");
    for (uint32_t q = 1022; q < 1027; q++) {
        put32(signature, q);
        printf(" %d", mbedtls_lms_verify(&key, message, sizeof message, signature, SIGNATURE));
    }
    put32(signature, 0xffffffff);
    printf(" %d\n", mbedtls_lms_verify(&key, message, sizeof message, signature, SIGNATURE));
    put32(signature, 77);

    printf("length of the signature:");
    for (size_t len = 0; len <= SIGNATURE + 1; len += len < 12 || (len > OTS - 4 && len < OTS + 12) || len > SIGNATURE - 64 ? 1 : 31) {
        printf(" %zu:%d", len, mbedtls_lms_verify(&key, message, sizeof message, signature, len));
    }

    printf("\nexport:");
    for (size_t size = 0; size < sizeof out; size += size > 50 ? 1 : 10) {
        memset(out, 0, sizeof out);
        out_len = 999;
        int code = mbedtls_lms_export_public_key(&key, out, size, &out_len);
        printf(" %zu:%d,%zu,%d", size, code, out_len, memcmp(out, public_key, PUBLIC) == 0);
    }
    printf(" without a length: %d", mbedtls_lms_export_public_key(&key, out, sizeof out, NULL));

    printf("\nlength of the key:");
    for (size_t len = 0; len <= PUBLIC + 1; len++) {
        mbedtls_lms_public_t other;
        mbedtls_lms_public_init(&other);
        printf(" %zu:%d", len, mbedtls_lms_import_public_key(&other, public_key, len));
        mbedtls_lms_public_free(&other);
    }
    printf("\ntypes:");
    for (uint32_t type = 0; type < 12; type++) {
        put32(public_key, type);
        printf(" %d", mbedtls_lms_import_public_key(&key, public_key, PUBLIC));
        put32(public_key, MBEDTLS_LMS_SHA256_M32_H10);
        put32(public_key + 4, type);
        printf(",%d", mbedtls_lms_import_public_key(&key, public_key, PUBLIC));
        put32(public_key + 4, MBEDTLS_LMOTS_SHA256_N32_W8);
    }
    printf("\nafter those that failed: verify %d", mbedtls_lms_verify(&key, message, sizeof message, signature, SIGNATURE));
    put32(public_key, 5);
    printf(", import %d", mbedtls_lms_import_public_key(&key, public_key, PUBLIC));
    printf(", verify %d", mbedtls_lms_verify(&key, message, sizeof message, signature, SIGNATURE));
    printf(", export %d\n", mbedtls_lms_export_public_key(&key, out, sizeof out, &out_len));

    mbedtls_lms_public_free(&key);
    printf("freed: verify %d\n", mbedtls_lms_verify(&key, message, 1, signature, SIGNATURE));
    mbedtls_lms_public_free(&key);
    mbedtls_lms_public_free(NULL);
    return 0;
}
