/* mbedtls/cipher.h and what is built upon it: every cipher there is with random keys and pieces, paddings good and bad, tags,
 * CMAC and key wrapping, and arguments that are not accepted.
 *
 *   cipher_layer CERTDIR              (the directory is not used)
 */
#include "support/bytes.h"

#include <mbedtls/cipher.h>
#include <mbedtls/cmac.h>
#include <mbedtls/nist_kw.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define MOST 200

static unsigned char key[64], text[MOST], out[MOST + 64], back[MOST + 64], iv[20], add[40];

static const char *name_of(const mbedtls_cipher_info_t *info) {
  const char *name = mbedtls_cipher_info_get_name(info);
  return name ? name : "none";
}

static void table(void) {
  static const char *const names[] = { "AES-128-GCM", "aes-128-gcm", "AES-128-CFB", "", "NULL", "CHACHA20-POLY1305" };
  for (const int *type = mbedtls_cipher_list(); *type; type++) {
    const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
    printf("%d %s: type %d mode %d key %zu iv %zu block %zu flags %d %d, by name %d\n", *type, mbedtls_cipher_info_get_name(info),
           mbedtls_cipher_info_get_type(info), mbedtls_cipher_info_get_mode(info), mbedtls_cipher_info_get_key_bitlen(info),
           mbedtls_cipher_info_get_iv_size(info), mbedtls_cipher_info_get_block_size(info),
           mbedtls_cipher_info_has_variable_iv_size(info), mbedtls_cipher_info_has_variable_key_bitlen(info),
           mbedtls_cipher_info_from_string(mbedtls_cipher_info_get_name(info)) == info);
  }
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    printf("[%s] %s\n", names[i], mbedtls_cipher_info_from_string(names[i]) ? "yes" : "no");
  for (int type = -1; type < 90; type++)
    printf("%d", mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) type) != NULL);
  for (int id = -1; id < 9; id++)
    for (int bits = 0; bits <= 512; bits += 64)
      for (int mode = 0; mode < 15; mode++) {
        const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_values((mbedtls_cipher_id_t) id, bits, (mbedtls_cipher_mode_t) mode);
        if (info) printf("\n%d %d %d: %s", id, bits, mode, mbedtls_cipher_info_get_name(info));
      }
  printf("\n");
}

/* Set up with a random key; the code of the first step that fails. */
static int ready(mbedtls_cipher_context_t *ctx, const mbedtls_cipher_info_t *info, mbedtls_operation_t operation) {
  mbedtls_cipher_init(ctx);
  int code = mbedtls_cipher_setup(ctx, info);
  if (code == 0) code = mbedtls_cipher_setkey(ctx, key, (int) mbedtls_cipher_info_get_key_bitlen(info), operation);
  return code;
}

/* All of `from` in random pieces. */
static int pieces(mbedtls_cipher_context_t *ctx, const unsigned char *from, size_t len, unsigned char *to, size_t *written) {
  size_t done = 0, size, count;
  int code = 0;
  *written = 0;
  int single = mbedtls_cipher_get_cipher_mode(ctx) == MBEDTLS_MODE_XTS;
  unsigned block = mbedtls_cipher_get_cipher_mode(ctx) == MBEDTLS_MODE_ECB ? mbedtls_cipher_get_block_size(ctx) : 0;
  while (code == 0 && done < len) {
    size = single ? len : block ? block : pick((unsigned) (len - done) + 1);
    if (size > len - done) size = len - done;
    count = 12345;
    code = mbedtls_cipher_update(ctx, from + done, size, to + *written, &count);
    printf(" %zu>%zu:%d", size, count, code);
    if (code == 0) *written += count;
    done += size;
  }
  if (code == 0) {
    count = 12345;
    code = mbedtls_cipher_finish(ctx, to + *written, &count);
    printf(" >%zu:%d\n", count, code);
    if (code == 0) *written += count;
  } else {
    printf("\n");
  }
  return code;
}

static void streams(void) {
  mbedtls_cipher_context_t enc, dec;
  unsigned seed = 0;
  for (const int *type = mbedtls_cipher_list(); *type; type++)
    for (int round = 0; round < 12; round++) {
      const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
      unsigned char tag[16] = { 0 };
      size_t written = 0, again = 0;
      reseed(++seed);
      fill(key, sizeof key);
      fill(text, sizeof text);
      fill(iv, sizeof iv);
      fill(add, sizeof add);
      size_t len = pick(3) ? pick(MOST + 1) : 16 * pick(MOST / 16), iv_len = mbedtls_cipher_info_get_iv_size(info);
      if (mbedtls_cipher_info_has_variable_iv_size(info) && pick(2)) iv_len = pick(20);
      int code = ready(&enc, info, MBEDTLS_ENCRYPT), other = ready(&dec, info, MBEDTLS_DECRYPT);
      printf("%s, %zu bytes, IV of %zu: %d %d", mbedtls_cipher_info_get_name(info), len, iv_len, code, other);
      mbedtls_cipher_padding_t padding = (mbedtls_cipher_padding_t) pick(6);
      if (pick(2)) {
        code = mbedtls_cipher_set_padding_mode(&enc, padding);
        printf(", padding %d: %d %d", padding, code, mbedtls_cipher_set_padding_mode(&dec, padding));
      }
      code = mbedtls_cipher_set_iv(&enc, iv, iv_len);
      other = mbedtls_cipher_set_iv(&dec, iv, iv_len);
      printf(", IV %d %d %d", code, other, mbedtls_cipher_get_iv_size(&enc));
      printf(", reset %d %d", mbedtls_cipher_reset(&enc), mbedtls_cipher_reset(&dec));
      if (pick(3) || *type != MBEDTLS_CIPHER_CHACHA20_POLY1305) {
        size_t size = pick(sizeof add);
        printf(", data %d %d", mbedtls_cipher_update_ad(&enc, add, size), mbedtls_cipher_update_ad(&dec, add, size));
      }
      if (code == 0) {
        code = pieces(&enc, text, len, out, &written);
        show_bytes("there", code, out, written);
        int tagged = mbedtls_cipher_write_tag(&enc, tag, sizeof tag);
        show_bytes("tag", tagged, tag, sizeof tag);
        if (code == 0) {
          code = pieces(&dec, out, written, back, &again);
          show_bytes("back", code, back, again);
          printf("tag %d\n", mbedtls_cipher_check_tag(&dec, tag, sizeof tag));
          printf("no tag %d %d\n", mbedtls_cipher_check_tag(&enc, tag, sizeof tag), mbedtls_cipher_write_tag(&dec, tag, sizeof tag));
        }
        size_t count = 12345;
        code = mbedtls_cipher_crypt(&enc, iv, iv_len, text, len, out, &count);
        show_bytes("at once", code, out, code ? 0 : count);
      }
      printf("\n");
      mbedtls_cipher_free(&enc);
      mbedtls_cipher_free(&dec);
    }
}

/* Over the text itself. */
static void in_place(void) {
  mbedtls_cipher_context_t ctx;
  for (const int *type = mbedtls_cipher_list(); *type; type++)
    for (size_t len = 0; len < 50; len += pick(2) ? 16 : 3) {
      const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
      if (len % 16 && mbedtls_cipher_info_get_mode(info) == MBEDTLS_MODE_XTS) continue;
      for (int operation = 0; operation < 2; operation++) {
        size_t count = 12345;
        fill(text, sizeof text);
        printf("%s, %zu bytes in place: %d", name_of(info), len,
               ready(&ctx, info, (mbedtls_operation_t) operation));
        printf(" %d", mbedtls_cipher_set_iv(&ctx, iv, mbedtls_cipher_info_get_iv_size(info)));
        printf(" %d ", mbedtls_cipher_update_ad(&ctx, add, 5));
        int code = mbedtls_cipher_update(&ctx, text, len, text, &count);
        show_bytes("", code, text, code ? 0 : count);
        mbedtls_cipher_free(&ctx);
      }
    }
}

/* What decrypts to a last block with every possible last byte, for each padding. */
static void paddings(void) {
  static const mbedtls_cipher_type_t types[] = { MBEDTLS_CIPHER_AES_128_CBC, MBEDTLS_CIPHER_DES_EDE3_CBC };
  for (int t = 0; t < 2; t++)
    for (int padding = 0; padding < 5; padding++) {
      const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type(types[t]);
      size_t block = mbedtls_cipher_info_get_block_size(info);
      for (int last = 0; last < 256; last++)
        for (int shape = 0; shape < 5; shape++) {
          mbedtls_cipher_context_t enc, dec;
          size_t count, more = 0, invalid = 5;
          ready(&enc, info, MBEDTLS_ENCRYPT);
          ready(&dec, info, MBEDTLS_DECRYPT);
          mbedtls_cipher_set_padding_mode(&enc, MBEDTLS_PADDING_NONE);
          mbedtls_cipher_set_padding_mode(&dec, (mbedtls_cipher_padding_t) padding);
          fill(text, block);
          if (shape == 1) memset(text, last, block);
          if (shape == 2) memset(text, 0, block);
          if (shape == 3) memset(text + 3, 0, block - 3), text[3] = 0x80;
          if (shape == 4 && last <= (int) block) memset(text + block - last, last, (size_t) last);
          text[block - 1] = (unsigned char) last;
          mbedtls_cipher_crypt(&enc, iv, block, text, block, out, &count);
          mbedtls_cipher_set_iv(&dec, iv, block);
          mbedtls_cipher_update(&dec, out, block, back, &count);
          int code = mbedtls_cipher_finish_padded(&dec, back + count, &more, &invalid);
          printf("%d %d %d: %d %zu %d", padding, last, shape, code, invalid ? 0 : more, invalid == 0 ? 0 : invalid == SIZE_MAX ? 1 : 2);
          mbedtls_cipher_set_iv(&dec, iv, block);
          mbedtls_cipher_reset(&dec);
          mbedtls_cipher_update(&dec, out, block, back, &count);
          code = mbedtls_cipher_finish(&dec, back + count, &more);
          printf(" %d\n", code);
          mbedtls_cipher_free(&enc);
          mbedtls_cipher_free(&dec);
        }
    }
}

static void aead(void) {
  mbedtls_cipher_context_t enc, dec;
  unsigned seed = 5000;
  for (const int *type = mbedtls_cipher_list(); *type; type++)
    for (int round = 0; round < 12; round++) {
      const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
      int wraps = mbedtls_cipher_info_get_mode(info) >= MBEDTLS_MODE_KW;
      reseed(++seed);
      fill(key, sizeof key);
      fill(text, sizeof text);
      fill(iv, sizeof iv);
      fill(add, sizeof add);
      memset(back, 0xaa, sizeof back);
      size_t len = wraps ? pick(8) * 8 + (pick(3) ? 0 : pick(8)) : pick(150), add_len = wraps && pick(8) ? 0 : pick(sizeof add);
      size_t tag_len = wraps && pick(8) ? 0 : pick(3) ? 16 : 4 + 2 * pick(7);
      size_t iv_len = wraps && pick(8) ? 0 : pick(3) ? 12 : pick(20);
      size_t room = len + (wraps ? 16 : tag_len) + (pick(6) ? 0 : pick(4)) - (pick(8) || !tag_len ? 0 : 1), written = 77, again = 77;
      printf("%s, %zu bytes, IV of %zu, data of %zu, tag of %zu, room for %zu: %d %d", mbedtls_cipher_info_get_name(info), len, iv_len,
             add_len, tag_len, room, ready(&enc, info, MBEDTLS_ENCRYPT), ready(&dec, info, MBEDTLS_DECRYPT));
      unsigned char *to = pick(2) && !wraps ? text : out;
      int code = mbedtls_cipher_auth_encrypt_ext(&enc, iv_len || !wraps ? iv : NULL, iv_len, add_len || !wraps ? add : NULL, add_len, text, len, to,
                                                 room, &written, tag_len);
      show_bytes(" there", code, to, code ? 0 : written);
      if (code == 0) {
        size_t least = written - (wraps ? 8 : tag_len);
        code = mbedtls_cipher_auth_decrypt_ext(&dec, iv_len || !wraps ? iv : NULL, iv_len, add_len || !wraps ? add : NULL, add_len, to, written,
                                               back, least - (pick(8) || least == 0 ? 0 : 1), &again, tag_len);
        show_bytes("back", code, back, code ? 0 : again);
        to[pick((unsigned) written)] ^= 1 << pick(8);
        memset(back, 0xaa, sizeof back);
        code = mbedtls_cipher_auth_decrypt_ext(&dec, iv_len || !wraps ? iv : NULL, iv_len, add_len || !wraps ? add : NULL, add_len, to, written,
                                               back, sizeof back, &again, tag_len);
        printf("changed: %d, first byte %d\n", code, back[0]);
      }
      mbedtls_cipher_free(&enc);
      mbedtls_cipher_free(&dec);
    }
}

static void cmac(void) {
  mbedtls_cipher_context_t ctx;
  unsigned char mac[16];
  for (const int *type = mbedtls_cipher_list(); *type; type++)
    for (int round = 0; round < 6; round++) {
      const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
      size_t bits = mbedtls_cipher_info_get_key_bitlen(info), len = pick(3) ? pick(MOST) : 8 * pick(10), done = 0, size;
      size_t block = mbedtls_cipher_info_get_block_size(info);
      int known = mbedtls_cipher_info_get_mode(info) == MBEDTLS_MODE_ECB;
      if (!known && round) break;
      fill(key, sizeof key);
      fill(text, sizeof text);
      memset(mac, 0, sizeof mac);
      mbedtls_cipher_init(&ctx);
      int code = mbedtls_cipher_setup(&ctx, info);
      if (code == 0) code = mbedtls_cipher_cmac_starts(&ctx, key, bits);
      printf("CMAC %s, %zu bytes: %d\n", name_of(info), len, code);
      if (code == 0) {
        if (pick(2)) {
          code = mbedtls_cipher_cmac_update(&ctx, text, 20);
          printf("reset %d %d\n", code, mbedtls_cipher_cmac_reset(&ctx));
        }
        for (; done < len; done += size) {
          size = pick((unsigned) (len - done) + 1);
          code = mbedtls_cipher_cmac_update(&ctx, text + done, size);
          if (code) printf("update %d\n", code);
        }
        code = mbedtls_cipher_cmac_finish(&ctx, mac);
        show_bytes("pieces", code, mac, block);
        code = mbedtls_cipher_cmac_update(&ctx, text, 5);
        if (code == 0) code = mbedtls_cipher_cmac_finish(&ctx, mac);
        show_bytes("next", code, mac, block);
      }
      mbedtls_cipher_free(&ctx);
      if (known) show_bytes("at once", mbedtls_cipher_cmac(info, key, bits, text, len, mac), mac, block);
    }
  for (size_t len = 0; len < 40; len++) show_bytes("prf", mbedtls_aes_cmac_prf_128(key, len, text, len * 3, mac), mac, 16);
}

static void wrapping(void) {
  mbedtls_nist_kw_context wrap, unwrap;
  mbedtls_nist_kw_init(&wrap);
  mbedtls_nist_kw_init(&unwrap);
  for (int id = -1; id < 9; id++)
    for (unsigned bits = 0; bits <= 512; bits += 64)
      printf("%d ", mbedtls_nist_kw_setkey(&wrap, (mbedtls_cipher_id_t) id, key, bits, 1));
  for (unsigned round = 0; round < 200; round++) {
    unsigned bits = 128 + 64 * pick(3), mode = pick(2), len = round % 50;
    size_t written = 77, again = 77, room = len + 8 + pick(12);
    fill(key, sizeof key);
    fill(text, sizeof text);
    printf("\n%u %u %u %zu: %d ", bits, mode, len, room, mbedtls_nist_kw_setkey(&wrap, MBEDTLS_CIPHER_ID_AES, key, bits, 1));
    printf("%d\n", mbedtls_nist_kw_setkey(&unwrap, MBEDTLS_CIPHER_ID_AES, key, bits, 0));
    int code = mbedtls_nist_kw_wrap(&wrap, (mbedtls_nist_kw_mode_t) mode, text, len, out, &written, room);
    printf("%zu ", written);
    show_bytes("wrapped", code, out, code ? 0 : written);
    if (code) continue;
    room = written - 8 + pick(3) - 1;
    code = mbedtls_nist_kw_unwrap(&unwrap, (mbedtls_nist_kw_mode_t) mode, out, written, back, &again, room);
    printf("%zu ", again);
    show_bytes("unwrapped", code, back, code ? 0 : again);
    code = mbedtls_nist_kw_unwrap(&unwrap, (mbedtls_nist_kw_mode_t) !mode, out, written, back, &again, sizeof back);
    printf("the other mode: %d %zu\n", code, again);
    out[pick((unsigned) written)] ^= 1 << pick(8);
    memset(back, 0xaa, sizeof back);
    code = mbedtls_nist_kw_unwrap(&unwrap, (mbedtls_nist_kw_mode_t) mode, out, written, back, &again, sizeof back);
    printf("changed: %d %zu %d\n", code, again, back[0]);
    for (size_t cut = 0; cut < 30; cut++) printf("%d ", mbedtls_nist_kw_unwrap(&unwrap, (mbedtls_nist_kw_mode_t) mode, out, cut, back, &again, sizeof back));
  }
  printf("\n");
  mbedtls_nist_kw_free(&wrap);
  mbedtls_nist_kw_free(&unwrap);
}

static void refused(void) {
  mbedtls_cipher_context_t ctx;
  const mbedtls_cipher_info_t *aes = mbedtls_cipher_info_from_type(MBEDTLS_CIPHER_AES_128_CBC);
  unsigned char mac[16];
  size_t count = 77;
  mbedtls_cipher_init(&ctx);
  printf("nothing set up: %d %d %d %d %d %d %d %d %d\n", mbedtls_cipher_setup(&ctx, NULL), mbedtls_cipher_setkey(&ctx, key, 128, MBEDTLS_ENCRYPT),
         mbedtls_cipher_set_iv(&ctx, iv, 16), mbedtls_cipher_reset(&ctx), mbedtls_cipher_update(&ctx, text, 16, out, &count),
         mbedtls_cipher_finish(&ctx, out, &count), mbedtls_cipher_set_padding_mode(&ctx, MBEDTLS_PADDING_NONE),
         mbedtls_cipher_update_ad(&ctx, add, 1), mbedtls_cipher_write_tag(&ctx, mac, 16));
  printf("no CMAC: %d %d\n", mbedtls_cipher_cmac_starts(&ctx, key, 128), mbedtls_cipher_cmac_update(&ctx, text, 3));
  printf("setup %d\n", mbedtls_cipher_setup(&ctx, aes));
  printf("CMAC on CBC: %d %d %d\n", mbedtls_cipher_cmac_starts(&ctx, key, 128), mbedtls_cipher_cmac_update(&ctx, text, 3),
         mbedtls_cipher_cmac_finish(&ctx, mac));
  for (int bits = -1; bits < 300; bits += 43) printf("%d ", mbedtls_cipher_setkey(&ctx, key, bits, MBEDTLS_ENCRYPT));
  for (int operation = -2; operation < 4; operation++) printf("%d ", mbedtls_cipher_setkey(&ctx, key, 128, (mbedtls_operation_t) operation));
  for (int padding = -1; padding < 8; padding++) printf("%d ", mbedtls_cipher_set_padding_mode(&ctx, (mbedtls_cipher_padding_t) padding));
  for (size_t len = 0; len < 20; len++) printf("%d ", mbedtls_cipher_set_iv(&ctx, iv, len));
  printf("\n");
  mbedtls_cipher_free(&ctx);
  mbedtls_cipher_free(NULL);
  mbedtls_nist_kw_free(NULL);
}

int main(void) {
  table();
  streams();
  in_place();
  paddings();
  aead();
  cmac();
  wrapping();
  refused();
  printf("self test: %d\n", mbedtls_nist_kw_self_test(0));
  return 0;
}
