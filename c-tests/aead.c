/* GCM, CCM, ChaCha20-Poly1305 and the parts of the last one: random keys, lengths and pieces, in place and not, changed tags,
 * calls in random order, and arguments that are not accepted.
 *
 *   aead CERTDIR              (the directory is not used)
 */
#include "support/bytes.h"

#include <mbedtls/ccm.h>
#include <mbedtls/chachapoly.h>
#include <mbedtls/gcm.h>
#include <stdio.h>
#include <string.h>

#define MOST 300

static const int ids[] = { MBEDTLS_CIPHER_ID_AES, MBEDTLS_CIPHER_ID_ARIA, MBEDTLS_CIPHER_ID_CAMELLIA };
static unsigned char key[32], text[MOST], out[MOST], back[MOST], iv[70], add[MOST], tag[16];
static size_t text_len, iv_len, add_len, tag_len, written;

static unsigned char *fresh(void) {
  fill(key, sizeof key);
  fill(text, sizeof text);
  fill(iv, sizeof iv);
  fill(add, sizeof add);
  memset(tag, 0, sizeof tag);
  memset(back, 0xaa, sizeof back);
  text_len = pick(4) ? pick(MOST + 1) : 16 * pick(MOST / 16);
  add_len = pick(3) ? pick(MOST + 1) : 16 * pick(4);
  return pick(2) ? text : out;
}

static void gcm(void) {
  mbedtls_gcm_context ctx;
  for (int round = 0; round < 150; round++) {
    unsigned bits = 128 + 64 * pick(3);
    int id = ids[pick(3)];
    unsigned char *to = fresh();
    iv_len = pick(2) ? 12 : 1 + pick(sizeof iv);
    tag_len = 4 + pick(13);
    mbedtls_gcm_init(&ctx);
    printf("GCM %d %u: %d\n", id, bits, mbedtls_gcm_setkey(&ctx, id, key, bits));
    int code = mbedtls_gcm_crypt_and_tag(&ctx, MBEDTLS_GCM_ENCRYPT, text_len, iv, iv_len, add, add_len, text, to, tag_len, tag);
    show_bytes("sealed", code, to, text_len);
    show_bytes("tag", code, tag, sizeof tag);
    code = mbedtls_gcm_auth_decrypt(&ctx, text_len, iv, iv_len, add, add_len, tag, tag_len, to, back);
    show_bytes("opened", code, back, text_len);
    code = mbedtls_gcm_crypt_and_tag(&ctx, MBEDTLS_GCM_DECRYPT, text_len, iv, iv_len, add, add_len, to, back, 16, tag);
    show_bytes("decrypted", code, back, text_len);
    show_bytes("tag", code, tag, 16);
    tag[pick((unsigned) tag_len)] ^= 1 << pick(8);
    code = mbedtls_gcm_auth_decrypt(&ctx, text_len, iv, iv_len, add, add_len, tag, tag_len, to, back);
    printf("changed: %d, first byte %d\n", code, text_len ? back[0] : 0);

    int mode = (int) pick(2);
    printf("starts %d\n", mbedtls_gcm_starts(&ctx, mode, iv, iv_len));
    for (size_t done = 0, size; done < add_len; done += size) {
      size = 1 + pick((unsigned) (add_len - done));
      code = mbedtls_gcm_update_ad(&ctx, add + done, size);
      if (code) printf("update_ad %d\n", code);
    }
    for (size_t done = 0, size; done < text_len; done += size) {
      size = pick((unsigned) (text_len - done) + 1);
      code = mbedtls_gcm_update(&ctx, text + done, size, to + done, MOST - done, &written);
      if (code || written != size) printf("update %d %zu\n", code, written);
    }
    memset(tag, 0, sizeof tag);
    code = mbedtls_gcm_finish(&ctx, NULL, 0, &written, tag, tag_len);
    show_bytes("pieces", code, to, text_len);
    show_bytes("tag", code, tag, sizeof tag);
    mbedtls_gcm_free(&ctx);
  }
}

static void gcm_refused(void) {
  mbedtls_gcm_context ctx;
  mbedtls_gcm_init(&ctx);
  fresh();
  for (int id = -1; id < 9; id++)
    for (unsigned bits = 0; bits <= 512; bits += 64) printf("%d ", mbedtls_gcm_setkey(&ctx, (mbedtls_cipher_id_t) id, key, bits));
  printf("\nkey %d\n", mbedtls_gcm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 128));
  for (size_t len = 0; len < 19; len++) {
    int code = mbedtls_gcm_crypt_and_tag(&ctx, 1, 5, iv, 12, add, 3, text, out, len < 17 ? len : 17, len < 17 ? tag : back);
    printf("tag of %zu: %d %d", len, code, mbedtls_gcm_auth_decrypt(&ctx, 5, iv, 12, add, 3, back, len, out, text));
    printf(" %d", mbedtls_gcm_starts(&ctx, 1, iv, 12));
    written = 77;
    code = mbedtls_gcm_finish(&ctx, NULL, 0, &written, back, len);
    printf(" %d %zu\n", code, written);
  }
  printf("no IV: %d %d\n", mbedtls_gcm_starts(&ctx, 1, iv, 0),
         mbedtls_gcm_crypt_and_tag(&ctx, 1, 5, iv, 0, add, 3, text, out, 16, tag));
  printf("starts %d\n", mbedtls_gcm_starts(&ctx, 1, iv, 12));
  written = 77;
  int code = mbedtls_gcm_update(&ctx, text, 20, out, 19, &written);
  printf("too small: %d %zu\n", code, written);
  for (int shift = -3; shift < 30; shift += 3) {
    code = mbedtls_gcm_update(&ctx, text + 10, 20, text + 10 + shift, 20, &written);
    printf("shifted by %d: %d\n", shift, code);
  }
  code = mbedtls_gcm_update(&ctx, text, 0, out, 0, &written);
  printf("nothing: %d %zu\n", code, written);
  mbedtls_gcm_free(&ctx);
  mbedtls_gcm_free(NULL);
}

static void ccm(void) {
  mbedtls_ccm_context ctx;
  for (int round = 0; round < 150; round++) {
    unsigned bits = 128 + 64 * pick(3);
    int id = ids[pick(3)], star = (int) pick(2);
    unsigned char *to = fresh();
    iv_len = 7 + pick(7);
    tag_len = star && pick(3) == 0 ? 0 : 4 + 2 * pick(7);
    mbedtls_ccm_init(&ctx);
    printf("CCM %d %u: %d\n", id, bits, mbedtls_ccm_setkey(&ctx, id, key, bits));
    int code = star ? mbedtls_ccm_star_encrypt_and_tag(&ctx, text_len, iv, iv_len, add, add_len, text, to, tag, tag_len)
                    : mbedtls_ccm_encrypt_and_tag(&ctx, text_len, iv, iv_len, add, add_len, text, to, tag, tag_len);
    show_bytes("sealed", code, to, text_len);
    show_bytes("tag", code, tag, sizeof tag);
    code = star ? mbedtls_ccm_star_auth_decrypt(&ctx, text_len, iv, iv_len, add, add_len, to, back, tag, tag_len)
                : mbedtls_ccm_auth_decrypt(&ctx, text_len, iv, iv_len, add, add_len, to, back, tag, tag_len);
    show_bytes("opened", code, back, text_len);
    if (tag_len) {
      tag[pick((unsigned) tag_len)] ^= 1 << pick(8);
      code = mbedtls_ccm_star_auth_decrypt(&ctx, text_len, iv, iv_len, add, add_len, to, back, tag, tag_len);
      printf("changed: %d, first byte %d\n", code, text_len ? back[0] : 0);
    }

    int mode = (int) pick(2) + 2 * star, early = (int) pick(2);
    if (early) printf("lengths %d\n", mbedtls_ccm_set_lengths(&ctx, add_len, text_len, tag_len));
    printf("starts %d\n", mbedtls_ccm_starts(&ctx, mode, iv, iv_len));
    if (!early) printf("lengths %d\n", mbedtls_ccm_set_lengths(&ctx, add_len, text_len, tag_len));
    for (size_t done = 0, size; done < add_len; done += size) {
      size = 1 + pick((unsigned) (add_len - done));
      code = mbedtls_ccm_update_ad(&ctx, add + done, size);
      if (code) printf("update_ad %d\n", code);
    }
    for (size_t done = 0, size; done < text_len; done += size) {
      size = pick((unsigned) (text_len - done) + 1);
      code = mbedtls_ccm_update(&ctx, text + done, size, to + done, MOST - done, &written);
      if (code || written != size) printf("update %d %zu\n", code, written);
    }
    memset(tag, 0, sizeof tag);
    code = mbedtls_ccm_finish(&ctx, tag, tag_len);
    show_bytes("pieces", code, to, text_len);
    if (tag_len) show_bytes("tag", code, tag, sizeof tag);
    mbedtls_ccm_free(&ctx);
  }
}

/* Calls in any order, but for text before the other data is complete: there the libraries differ. */
static void ccm_order(void) {
  mbedtls_ccm_context ctx;
  for (int round = 0; round < 500; round++) {
    int code = 0;
    reseed(1000 + (unsigned) round);
    mbedtls_ccm_init(&ctx);
    fresh();
    printf("key %d\n", mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 128));
    size_t aad = pick(3) * 5, body = pick(3) * 7, t = 2 * pick(10), seen = 0;
    int mode = (int) pick(5);
    printf("order of %d, %zu, %zu, %zu:", mode, aad, body, t);
    for (int call = 0; call < 8 && code == 0; call++) {
      unsigned which = call < 2 ? (unsigned) call ^ (round & 1) : 2 + pick(4);
      size_t len = pick(9);
      written = 0;
      if (which == 2) seen += len;
      if ((which == 3 || which == 4) && seen < aad) continue;
      switch (which) {
        case 0: code = mbedtls_ccm_starts(&ctx, mode, iv, 5 + pick(10)); break;
        case 1: code = mbedtls_ccm_set_lengths(&ctx, aad, body, t); break;
        case 2: code = mbedtls_ccm_update_ad(&ctx, add, len); break;
        case 3: case 4: code = mbedtls_ccm_update(&ctx, text, len, out, len - (pick(8) == 0 && len), &written); break;
        default: code = mbedtls_ccm_finish(&ctx, tag, t <= 16 ? t : 16); break;
      }
      printf(" %u(%zu):%d", which, len, code);
      if (which == 5) break;
    }
    printf("\n");
    mbedtls_ccm_free(&ctx);
  }
}

static void ccm_refused(void) {
  mbedtls_ccm_context ctx;
  static unsigned char big[0x10010];
  mbedtls_ccm_init(&ctx);
  fresh();
  for (int id = -1; id < 9; id++)
    for (unsigned bits = 0; bits <= 512; bits += 64) printf("%d ", mbedtls_ccm_setkey(&ctx, (mbedtls_cipher_id_t) id, key, bits));
  printf("\nkey %d\n", mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 128));
  /* After an error the reference wants a new context. */
  for (size_t len = 0; len < 19; len++)
    for (int which = 0; which < 3; which++) {
      mbedtls_ccm_free(&ctx);
      mbedtls_ccm_init(&ctx);
      int code = mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 128);
      if (which == 0) code = mbedtls_ccm_encrypt_and_tag(&ctx, 5, iv, 12, add, 3, text, out, back, len);
      else if (which == 1) code = mbedtls_ccm_star_encrypt_and_tag(&ctx, 5, iv, 12, add, 3, text, out, back, len);
      else code = mbedtls_ccm_encrypt_and_tag(&ctx, 5, iv, len, add, 3, text, out, back, 8);
      printf("%s of %zu: %d\n", which == 2 ? "nonce" : "tag", len, code);
    }
  mbedtls_ccm_free(&ctx);
  mbedtls_ccm_init(&ctx);
  printf("key %d\n", mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 128));
  for (iv_len = 12; iv_len < 14; iv_len++)
    for (size_t len = 0xfffe; len < 0x10002; len++)
      printf("%zx: %d\n", len, mbedtls_ccm_encrypt_and_tag(&ctx, len, iv, iv_len, add, 3, big, big, back, 8));
  mbedtls_ccm_free(&ctx);
  mbedtls_ccm_init(&ctx);
  printf("key %d\n", mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 128));
  for (size_t len = 0xfeff; len < 0xff02; len++)
    printf("%zx: %d\n", len, mbedtls_ccm_encrypt_and_tag(&ctx, 5, iv, 12, big, len, text, out, back, 8));
  mbedtls_ccm_free(&ctx);
  mbedtls_ccm_free(NULL);
}

static void chacha(void) {
  mbedtls_chacha20_context stream;
  mbedtls_poly1305_context mac;
  mbedtls_chachapoly_context ctx;
  for (int round = 0; round < 100; round++) {
    unsigned char *to = fresh();
    uint32_t counter = pick(4) ? pick(5) : 0xfffffffe;
    int code = mbedtls_chacha20_crypt(key, iv, counter, text_len, text, to);
    show_bytes("chacha20", code, to, text_len);
    show_bytes("poly1305", mbedtls_poly1305_mac(key, text, text_len, tag), tag, 16);
    mbedtls_chacha20_init(&stream);
    mbedtls_poly1305_init(&mac);
    printf("%d %d %d\n", mbedtls_chacha20_setkey(&stream, key), mbedtls_chacha20_starts(&stream, iv, counter),
           mbedtls_poly1305_starts(&mac, key));
    for (size_t done = 0, size; done < text_len; done += size) {
      size = pick((unsigned) (text_len - done) + 1);
      code = mbedtls_poly1305_update(&mac, text + done, size);
      if (code) printf("update %d\n", code);
      code = mbedtls_chacha20_update(&stream, size, text + done, to + done);
      if (code) printf("update %d\n", code);
    }
    show_bytes("pieces", 0, to, text_len);
    show_bytes("tag", mbedtls_poly1305_finish(&mac, tag), tag, 16);
    mbedtls_chacha20_free(&stream);
    mbedtls_poly1305_free(&mac);

    mbedtls_chachapoly_init(&ctx);
    printf("key %d\n", mbedtls_chachapoly_setkey(&ctx, key));
    code = mbedtls_chachapoly_encrypt_and_tag(&ctx, text_len, iv, add, add_len, text, to, tag);
    show_bytes("sealed", code, to, text_len);
    show_bytes("tag", code, tag, 16);
    show_bytes("opened", mbedtls_chachapoly_auth_decrypt(&ctx, text_len, iv, add, add_len, tag, to, back), back, text_len);
    tag[pick(16)] ^= 1 << pick(8);
    code = mbedtls_chachapoly_auth_decrypt(&ctx, text_len, iv, add, add_len, tag, to, back);
    printf("changed: %d, first byte %d\n", code, text_len ? back[0] : 0);
    printf("starts %d\n", mbedtls_chachapoly_starts(&ctx, iv, (mbedtls_chachapoly_mode_t) pick(2)));
    for (size_t done = 0, size; done < add_len; done += size) {
      size = 1 + pick((unsigned) (add_len - done));
      code = mbedtls_chachapoly_update_aad(&ctx, add + done, size);
      if (code) printf("update_aad %d\n", code);
    }
    for (size_t done = 0, size; done < text_len; done += size) {
      size = pick((unsigned) (text_len - done) + 1);
      code = mbedtls_chachapoly_update(&ctx, size, text + done, to + done);
      if (code) printf("update %d\n", code);
    }
    code = mbedtls_chachapoly_finish(&ctx, tag);
    show_bytes("pieces", code, to, text_len);
    show_bytes("tag", code, tag, 16);

    printf("order");
    int begun = 0;
    for (int call = 0; call < 10; call++) {
      unsigned which = pick(5);
      /* Nothing was begun: there the libraries differ. */
      if (which > 0 && which < 4 && !begun) continue;
      begun = which < 3;
      switch (which) {
        case 0: code = mbedtls_chachapoly_starts(&ctx, iv, MBEDTLS_CHACHAPOLY_ENCRYPT); break;
        case 1: code = mbedtls_chachapoly_update_aad(&ctx, add, pick(5)); break;
        case 2: code = mbedtls_chachapoly_update(&ctx, pick(5), text, out); break;
        case 3: code = mbedtls_chachapoly_finish(&ctx, tag); break;
        default: code = mbedtls_chachapoly_encrypt_and_tag(&ctx, 5, iv, add, 3, text, out, tag);
      }
      printf(" %u:%d", which, code);
      if (code == 0 && which > 2) show_bytes("\ntag", 0, tag, 16);
    }
    printf("\n");
    mbedtls_chachapoly_free(&ctx);
  }
  mbedtls_chacha20_free(NULL);
  mbedtls_poly1305_free(NULL);
  mbedtls_chachapoly_free(NULL);
}

int main(void) {
  gcm();
  gcm_refused();
  ccm();
  ccm_order();
  ccm_refused();
  chacha();
  printf("self tests: %d %d %d %d %d\n", mbedtls_gcm_self_test(0), mbedtls_ccm_self_test(0), mbedtls_chacha20_self_test(0),
         mbedtls_poly1305_self_test(0), mbedtls_chachapoly_self_test(0));
  return 0;
}
