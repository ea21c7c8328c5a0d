/* AES, Camellia, ARIA and DES in the modes that do not authenticate: random keys, lengths and pieces, in place and not, and
 * arguments that are not accepted.
 *
 *   block_modes CERTDIR              (the directory is not used)
 */
#include "support/bytes.h"

#include <mbedtls/aes.h>
#include <mbedtls/aria.h>
#include <mbedtls/camellia.h>
#include <mbedtls/des.h>
#include <stdio.h>
#include <string.h>

#define MOST 700

static unsigned char key[64], text[MOST], out[MOST], iv[16], stream[16];
static size_t offset;

/* Text and IV, and where the output goes: every second time over the text itself. */
static unsigned char *fresh(void) {
  fill(text, sizeof text);
  fill(iv, sizeof iv);
  memset(stream, 0, sizeof stream);
  offset = 0;
  return pick(2) ? text : out;
}

/* What has to be the same afterwards: the code, the output, and all that goes on. */
static void show(const char *what, int code, const unsigned char *to, size_t len) {
  show_bytes(what, code, to, len);
  if (code == 0) {
    show_bytes("  IV", 0, iv, sizeof iv);
    show_bytes("  rest", 0, stream, sizeof stream);
    printf("  at %zu\n", offset);
  }
}

/* A stream mode in up to three pieces. */
#define IN_PIECES(what, call)                                                                       \
  do {                                                                                              \
    unsigned char *to = fresh();                                                                    \
    size_t len = pick(MOST + 1), done = 0, size = 0;                                                \
    int code = 0;                                                                                   \
    for (int piece = 0; code == 0 && piece < 3; piece++, done += size) {                            \
      const unsigned char *from = text + done;                                                      \
      unsigned char *onto = to + done;                                                              \
      size = piece == 2 ? len - done : pick((unsigned) (len - done) + 1);                           \
      code = call;                                                                                  \
    }                                                                                               \
    show(what, code, to, len);                                                                      \
  } while (0)

#define WHOLE(what, block, call)                                                                    \
  do {                                                                                              \
    unsigned char *to = fresh();                                                                    \
    const unsigned char *from = text;                                                               \
    size_t size = pick(MOST / (block) + 1) * (block);                                               \
    show(what, call, to, size);                                                                     \
  } while (0)

static void aes(void) {
  static const unsigned sizes[] = { 128, 192, 256 };
  mbedtls_aes_context enc, dec, copy;
  for (int round = 0; round < 30; round++) {
    unsigned bits = sizes[round % 3];
    fill(key, sizeof key);
    mbedtls_aes_init(&enc);
    mbedtls_aes_init(&dec);
    printf("AES-%u: %d %d\n", bits, mbedtls_aes_setkey_enc(&enc, key, bits), mbedtls_aes_setkey_dec(&dec, key, bits));
    unsigned char *to = fresh();
    show("ecb", mbedtls_aes_crypt_ecb(&enc, MBEDTLS_AES_ENCRYPT, text, to), to, 16);
    to = fresh();
    show("ecb back", mbedtls_aes_crypt_ecb(&dec, MBEDTLS_AES_DECRYPT, text, to), to, 16);
    to = fresh();
    show("internal", mbedtls_internal_aes_encrypt(&enc, text, to), to, 16);
    to = fresh();
    show("internal back", mbedtls_internal_aes_decrypt(&dec, text, to), to, 16);
    WHOLE("cbc", 16, mbedtls_aes_crypt_cbc(&enc, MBEDTLS_AES_ENCRYPT, size, iv, from, to));
    WHOLE("cbc back", 16, mbedtls_aes_crypt_cbc(&dec, MBEDTLS_AES_DECRYPT, size, iv, from, to));
    IN_PIECES("cfb128", mbedtls_aes_crypt_cfb128(&enc, MBEDTLS_AES_ENCRYPT, size, &offset, iv, from, onto));
    IN_PIECES("cfb128 back", mbedtls_aes_crypt_cfb128(&enc, MBEDTLS_AES_DECRYPT, size, &offset, iv, from, onto));
    IN_PIECES("cfb8", mbedtls_aes_crypt_cfb8(&enc, MBEDTLS_AES_ENCRYPT, size, iv, from, onto));
    IN_PIECES("cfb8 back", mbedtls_aes_crypt_cfb8(&enc, MBEDTLS_AES_DECRYPT, size, iv, from, onto));
    IN_PIECES("ofb", mbedtls_aes_crypt_ofb(&enc, size, &offset, iv, from, onto));
    IN_PIECES("ctr", mbedtls_aes_crypt_ctr(&enc, size, &offset, iv, stream, from, onto));
    to = fresh();
    memset(iv, 0xff, sizeof iv);
    show("ctr around", mbedtls_aes_crypt_ctr(&enc, 100, &offset, iv, stream, text, to), to, 100);
    /* Programs copy contexts and forget them. */
    copy = enc;
    mbedtls_aes_free(&enc);
    to = fresh();
    show("copy", mbedtls_aes_crypt_ecb(&copy, MBEDTLS_AES_ENCRYPT, text, to), to, 16);
    mbedtls_aes_free(&dec);
  }
}

static void xts(void) {
  mbedtls_aes_xts_context enc, dec;
  for (int round = 0; round < 60; round++) {
    unsigned bits = round % 2 ? 256 : 512;
    size_t len = 16 + pick(MOST - 15);
    fill(key, sizeof key);
    mbedtls_aes_xts_init(&enc);
    mbedtls_aes_xts_init(&dec);
    printf("XTS-%u: %d %d\n", bits, mbedtls_aes_xts_setkey_enc(&enc, key, bits),
           mbedtls_aes_xts_setkey_dec(&dec, key, bits));
    /* In place: xts_in_place. */
    fresh();
    unsigned char *to = len % 16 ? out : text;
    show("xts", mbedtls_aes_crypt_xts(&enc, MBEDTLS_AES_ENCRYPT, len, iv, text, to), to, len);
    fresh();
    show("xts back", mbedtls_aes_crypt_xts(&dec, MBEDTLS_AES_DECRYPT, len, iv, text, to), to, len);
    mbedtls_aes_xts_free(&enc);
    mbedtls_aes_xts_free(&dec);
  }
}

static void aria(void) {
  static const unsigned sizes[] = { 128, 192, 256 };
  mbedtls_aria_context enc, dec;
  for (int round = 0; round < 12; round++) {
    unsigned bits = sizes[round % 3];
    fill(key, sizeof key);
    mbedtls_aria_init(&enc);
    mbedtls_aria_init(&dec);
    printf("ARIA-%u: %d %d\n", bits, mbedtls_aria_setkey_enc(&enc, key, bits), mbedtls_aria_setkey_dec(&dec, key, bits));
    unsigned char *to = fresh();
    show("ecb", mbedtls_aria_crypt_ecb(&enc, text, to), to, 16);
    to = fresh();
    show("ecb back", mbedtls_aria_crypt_ecb(&dec, text, to), to, 16);
    WHOLE("cbc", 16, mbedtls_aria_crypt_cbc(&enc, MBEDTLS_ARIA_ENCRYPT, size, iv, from, to));
    WHOLE("cbc back", 16, mbedtls_aria_crypt_cbc(&dec, MBEDTLS_ARIA_DECRYPT, size, iv, from, to));
    IN_PIECES("cfb128", mbedtls_aria_crypt_cfb128(&enc, MBEDTLS_ARIA_ENCRYPT, size, &offset, iv, from, onto));
    IN_PIECES("cfb128 back", mbedtls_aria_crypt_cfb128(&enc, MBEDTLS_ARIA_DECRYPT, size, &offset, iv, from, onto));
    IN_PIECES("ctr", mbedtls_aria_crypt_ctr(&enc, size, &offset, iv, stream, from, onto));
    mbedtls_aria_free(&enc);
    mbedtls_aria_free(&dec);
  }
}

static void camellia(void) {
  static const unsigned sizes[] = { 128, 192, 256 };
  mbedtls_camellia_context enc, dec;
  for (int round = 0; round < 12; round++) {
    unsigned bits = sizes[round % 3];
    fill(key, sizeof key);
    mbedtls_camellia_init(&enc);
    mbedtls_camellia_init(&dec);
    printf("Camellia-%u: %d %d\n", bits, mbedtls_camellia_setkey_enc(&enc, key, bits),
           mbedtls_camellia_setkey_dec(&dec, key, bits));
    for (int mode = 0; mode < 2; mode++) {
      unsigned char *to = fresh();
      show("ecb", mbedtls_camellia_crypt_ecb(&enc, mode, text, to), to, 16);
      to = fresh();
      show("ecb back", mbedtls_camellia_crypt_ecb(&dec, mode, text, to), to, 16);
      WHOLE("cbc", 16, mbedtls_camellia_crypt_cbc(&enc, mode, size, iv, from, to));
      WHOLE("cbc back", 16, mbedtls_camellia_crypt_cbc(&dec, mode, size, iv, from, to));
      IN_PIECES("cfb128", mbedtls_camellia_crypt_cfb128(&enc, mode, size, &offset, iv, from, onto));
    }
    IN_PIECES("ctr", mbedtls_camellia_crypt_ctr(&enc, size, &offset, iv, stream, from, onto));
    mbedtls_camellia_free(&enc);
    mbedtls_camellia_free(&dec);
  }
}

static void des(void) {
  mbedtls_des_context one, one_back;
  mbedtls_des3_context two, two_back, three, three_back;
  for (int round = 0; round < 12; round++) {
    fill(key, sizeof key);
    mbedtls_des_init(&one);
    mbedtls_des_init(&one_back);
    mbedtls_des3_init(&two);
    mbedtls_des3_init(&two_back);
    mbedtls_des3_init(&three);
    mbedtls_des3_init(&three_back);
    printf("DES: %d %d %d %d %d %d\n", mbedtls_des_setkey_enc(&one, key), mbedtls_des_setkey_dec(&one_back, key),
           mbedtls_des3_set2key_enc(&two, key), mbedtls_des3_set2key_dec(&two_back, key),
           mbedtls_des3_set3key_enc(&three, key), mbedtls_des3_set3key_dec(&three_back, key));
    unsigned char *to = fresh();
    show("ecb", mbedtls_des_crypt_ecb(&one, text, to), to, 8);
    show("ecb back", mbedtls_des_crypt_ecb(&one_back, text, to), to, 8);
    show("two", mbedtls_des3_crypt_ecb(&two, text, to), to, 8);
    show("two back", mbedtls_des3_crypt_ecb(&two_back, text, to), to, 8);
    show("three", mbedtls_des3_crypt_ecb(&three, text, to), to, 8);
    show("three back", mbedtls_des3_crypt_ecb(&three_back, text, to), to, 8);
    WHOLE("cbc", 8, mbedtls_des_crypt_cbc(&one, MBEDTLS_DES_ENCRYPT, size, iv, from, to));
    WHOLE("cbc back", 8, mbedtls_des_crypt_cbc(&one_back, MBEDTLS_DES_DECRYPT, size, iv, from, to));
    WHOLE("two cbc", 8, mbedtls_des3_crypt_cbc(&two, MBEDTLS_DES_ENCRYPT, size, iv, from, to));
    WHOLE("two cbc back", 8, mbedtls_des3_crypt_cbc(&two_back, MBEDTLS_DES_DECRYPT, size, iv, from, to));
    WHOLE("three cbc", 8, mbedtls_des3_crypt_cbc(&three, MBEDTLS_DES_ENCRYPT, size, iv, from, to));
    WHOLE("three cbc back", 8, mbedtls_des3_crypt_cbc(&three_back, MBEDTLS_DES_DECRYPT, size, iv, from, to));
    printf("parity %d", mbedtls_des_key_check_key_parity(key));
    mbedtls_des_key_set_parity(key);
    show_bytes(", set", 0, key, 8);
    printf("parity %d\n", mbedtls_des_key_check_key_parity(key));
    mbedtls_des_setkey(one.MBEDTLS_PRIVATE(sk), key);
    show("set by words", mbedtls_des_crypt_ecb(&one, text, to), to, 8);
    mbedtls_des_free(&one);
    mbedtls_des_free(&one_back);
    mbedtls_des3_free(&two);
    mbedtls_des3_free(&two_back);
    mbedtls_des3_free(&three);
    mbedtls_des3_free(&three_back);
  }
  static const unsigned char weak[] = { 0x01, 0x1f, 0xe0, 0xfe, 0x0e, 0xf1 };
  int count = 0;
  for (int a = 0; a < 6; a++)
    for (int b = 0; b < 6; b++)
      for (int c = 0; c < 6; c++)
        for (int d = 0; d < 6; d++) {
          unsigned char may_be[8] = { weak[a], weak[b], weak[a], weak[b], weak[c], weak[d], weak[c], weak[d] };
          if (mbedtls_des_key_check_weak(may_be)) {
            show_bytes("weak", 0, may_be, 8);
            count++;
          }
        }
  printf("weak keys: %d\n", count);
}

static void refused(void) {
  mbedtls_aes_context a;
  mbedtls_aes_xts_context x;
  mbedtls_aria_context r;
  mbedtls_camellia_context c;
  mbedtls_des_context d;
  static unsigned char big[1 << 24];
  static const unsigned odd[] = { 0, 1, 8, 56, 64, 120, 127, 129, 136, 160, 224, 257, 384, 1024 };
  mbedtls_aes_init(&a);
  mbedtls_aes_xts_init(&x);
  mbedtls_aria_init(&r);
  mbedtls_camellia_init(&c);
  mbedtls_des_init(&d);
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    printf("%u bits: %d %d %d %d %d %d %d %d\n", odd[i], mbedtls_aes_setkey_enc(&a, key, odd[i]),
           mbedtls_aes_setkey_dec(&a, key, odd[i]), mbedtls_aes_xts_setkey_enc(&x, key, odd[i]),
           mbedtls_aes_xts_setkey_dec(&x, key, odd[i]), mbedtls_aria_setkey_enc(&r, key, odd[i]),
           mbedtls_aria_setkey_dec(&r, key, odd[i]), mbedtls_camellia_setkey_enc(&c, key, odd[i]),
           mbedtls_camellia_setkey_dec(&c, key, odd[i]));
  printf("keys: %d %d %d %d %d\n", mbedtls_aes_setkey_enc(&a, key, 128), mbedtls_aes_xts_setkey_enc(&x, key, 256),
         mbedtls_aria_setkey_enc(&r, key, 128), mbedtls_camellia_setkey_enc(&c, key, 128), mbedtls_des_setkey_enc(&d, key));
  for (int mode = -1; mode < 4; mode++) {
    offset = 0;
    printf("mode %d: %d %d %d %d %d %d %d %d %d %d\n", mode, mbedtls_aes_crypt_ecb(&a, mode, text, out),
           mbedtls_aes_crypt_cbc(&a, mode, 0, iv, text, out), mbedtls_aes_crypt_cfb128(&a, mode, 0, &offset, iv, text, out),
           mbedtls_aes_crypt_cfb8(&a, mode, 0, iv, text, out), mbedtls_aes_crypt_xts(&x, mode, 16, iv, text, out),
           mbedtls_aria_crypt_cbc(&r, mode, 0, iv, text, out), mbedtls_aria_crypt_cfb128(&r, mode, 0, &offset, iv, text, out),
           mbedtls_camellia_crypt_ecb(&c, mode, text, out), mbedtls_camellia_crypt_cbc(&c, mode, 0, iv, text, out),
           mbedtls_camellia_crypt_cfb128(&c, mode, 0, &offset, iv, text, out));
  }
  for (size_t len = 0; len < 34; len++)
    printf("length %zu: %d %d %d %d %d\n", len, mbedtls_aes_crypt_cbc(&a, 1, len, iv, text, out),
           mbedtls_aes_crypt_xts(&x, 1, len, iv, text, out), mbedtls_aria_crypt_cbc(&r, 1, len, iv, text, out),
           mbedtls_camellia_crypt_cbc(&c, 1, len, iv, text, out), mbedtls_des_crypt_cbc(&d, 1, len, iv, text, out));
  printf("xts most: %d %d\n", mbedtls_aes_crypt_xts(&x, 1, sizeof big, iv, big, big),
         mbedtls_aes_crypt_xts(&x, 1, sizeof big + 1, iv, big, big));
  for (size_t at = 14; at < 19; at++) {
    size_t o[6] = { at, at, at, at, at, at };
    printf("offset %zu: %d %d %d %d %d %d %d\n", at, mbedtls_aes_crypt_cfb128(&a, 1, 1, &o[0], iv, text, out),
           mbedtls_aes_crypt_ofb(&a, 1, &o[1], iv, text, out), mbedtls_aes_crypt_ctr(&a, 1, &o[2], iv, stream, text, out),
           mbedtls_aria_crypt_cfb128(&r, 1, 1, &o[3], iv, text, out),
           mbedtls_aria_crypt_ctr(&r, 1, &o[4], iv, stream, text, out),
           mbedtls_camellia_crypt_cfb128(&c, 1, 1, &o[5], iv, text, out),
           mbedtls_camellia_crypt_ctr(&c, 1, &at, iv, stream, text, out));
  }
  mbedtls_aes_free(NULL);
  mbedtls_aes_xts_free(NULL);
  mbedtls_aria_free(NULL);
  mbedtls_camellia_free(NULL);
  mbedtls_des_free(NULL);
  mbedtls_des3_free(NULL);
}

int main(void) {
  aes();
  xts();
  aria();
  camellia();
  des();
  refused();
  printf("self tests: %d %d %d %d\n", mbedtls_aes_self_test(0), mbedtls_aria_self_test(0), mbedtls_camellia_self_test(0),
         mbedtls_des_self_test(0));
  return 0;
}
