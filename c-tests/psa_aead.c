/* psa_aead_*: calls in any order with every kind of key, over random data from a fixed seed. One checksum for each key and
 * algorithm; with VERBOSE set, every call on stderr. */

#include "support/bytes.h"
#include <psa/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long long sum;

/* What came out counts where it worked. */
static void note(const char *what, psa_status_t status, const unsigned char *out, size_t length) {
  const size_t shown = status == PSA_SUCCESS && out != NULL ? length : 0;
  sum = (sum ^ (unsigned long long) status) * 1099511628211ull;
  sum = (sum ^ length) * 1099511628211ull;
  for (size_t i = 0; i < shown; i++) sum = (sum ^ out[i]) * 1099511628211ull;
  if (getenv("VERBOSE") == NULL) return;
  fprintf(stderr, "  %s: %d, %zu ", what, (int) status, length);
  for (size_t i = 0; i < shown; i++) fprintf(stderr, "%02x", out[i]);
  fprintf(stderr, "\n");
}

static const struct {
  psa_key_type_t type;
  size_t bits;
} kinds[] = {
  { PSA_KEY_TYPE_AES, 128 },      { PSA_KEY_TYPE_AES, 256 }, { PSA_KEY_TYPE_ARIA, 192 },
  { PSA_KEY_TYPE_CAMELLIA, 128 }, { PSA_KEY_TYPE_DES, 192 }, { PSA_KEY_TYPE_CHACHA20, 256 },
  { PSA_KEY_TYPE_HMAC, 128 },
};

#define SHORT(alg, length) PSA_ALG_AEAD_WITH_SHORTENED_TAG(alg, length)
static const psa_algorithm_t algs[] = {
  PSA_ALG_GCM, SHORT(PSA_ALG_GCM, 12), SHORT(PSA_ALG_GCM, 4), SHORT(PSA_ALG_GCM, 7), SHORT(PSA_ALG_GCM, 20),
  PSA_ALG_CCM, SHORT(PSA_ALG_CCM, 8), SHORT(PSA_ALG_CCM, 4), SHORT(PSA_ALG_CCM, 5), SHORT(PSA_ALG_CCM, 2),
  PSA_ALG_CHACHA20_POLY1305, SHORT(PSA_ALG_CHACHA20_POLY1305, 12), SHORT(PSA_ALG_CHACHA20_POLY1305, 0),
  PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_GCM, 4), PSA_ALG_CTR, PSA_ALG_NONE, PSA_ALG_CATEGORY_AEAD,
  PSA_ALG_CCM_STAR_NO_TAG, PSA_ALG_GCM | 5,
};
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static unsigned char key[32];

static mbedtls_svc_key_id_t import(psa_key_type_t type, size_t bits, psa_algorithm_t alg, psa_key_usage_t usage) {
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = 0;
  fill(key, sizeof(key));
  psa_set_key_type(&attributes, type);
  psa_set_key_algorithm(&attributes, alg);
  psa_set_key_usage_flags(&attributes, usage);
  note("import", psa_import_key(&attributes, key, bits / 8, &id), NULL, 0);
  return id;
}

/* An operation through any calls, mostly in an order that makes sense. Nonces that the library makes are not noted. */
static void any_calls(mbedtls_svc_key_id_t id, psa_algorithm_t alg) {
  psa_aead_operation_t operation = psa_aead_operation_init();
  unsigned char in[200], out[240], tag[32], nonce[20];
  int random = 0, decrypts = (int) pick(2);
  size_t ad_left = pick(40), text_left = pick(70);
  fill(in, sizeof(in));
  static const unsigned char usual[][8] = {
    { 0, 2, 3, 4, 4, 5, 5, 6 }, { 0, 3, 4, 5, 5, 6, 7, 7 }, { 0, 2, 3, 5, 5, 4, 6, 6 }, { 0, 3, 2, 4, 5, 6, 0, 3 },
    { 0, 2, 8, 4, 5, 5, 6, 6 },
  };
  const unsigned char *plan = usual[pick(COUNT(usual))];
  for (int i = 0; i < 8; i++) {
    psa_status_t status;
    size_t length = 77, tag_length = 78;
    unsigned what = pick(9) == 0 ? pick(9) : plan[i];
    switch (what) {
      case 0:
        status = decrypts ? psa_aead_decrypt_setup(&operation, id, alg) : psa_aead_encrypt_setup(&operation, id, alg);
        note("setup", status, NULL, (size_t) decrypts);
        random = 0;
        break;
      case 1:
        decrypts = !decrypts;
        break;
      case 2: {
        size_t ad = pick(12) ? ad_left : pick(3) * 0x7f80 + pick(3), text = pick(12) ? text_left : (size_t) 1 << pick(64);
        status = psa_aead_set_lengths(&operation, ad, text);
        note("set_lengths", status, NULL, ad + text);
        break;
      }
      case 3: {
        size_t n = pick(5) == 0 ? pick(20) : 12;
        fill(nonce, sizeof(nonce));
        status = psa_aead_set_nonce(&operation, nonce, n);
        note("set_nonce", status, NULL, n);
        random &= status != PSA_SUCCESS;
        break;
      }
      case 4: {
        size_t n = pick(5) == 0 ? pick(50) : pick(2) ? ad_left : pick((unsigned) ad_left + 1);
        status = psa_aead_update_ad(&operation, in + pick(10), n);
        note("update_ad", status, NULL, n);
        if (status == PSA_SUCCESS) ad_left -= n < ad_left ? n : ad_left;
        break;
      }
      case 5: {
        size_t n = pick(5) == 0 ? pick(90) : pick(2) ? text_left : pick((unsigned) text_left + 1);
        size_t room = pick(4) == 0 ? pick(80) : n + 16;
        /* Into another buffer, or anywhere around where the input is. */
        unsigned char both[300] = { 0 }, *to = pick(3) ? out : both + pick(190);
        memcpy(both + 96, in + pick(10), n);
        status = psa_aead_update(&operation, both + 96, n, to, room, &length);
        note("update", status, random ? NULL : to, status == PSA_SUCCESS ? length : n);
        if (status == PSA_SUCCESS) text_left -= n < text_left ? n : text_left;
        break;
      }
      case 6: {
        size_t room = pick(4) == 0 ? pick(17) : 16, tag_room = pick(4) == 0 ? pick(17) : 16;
        if (decrypts == (pick(10) != 0)) {
          fill(tag, sizeof(tag));
          status = psa_aead_verify(&operation, out, room, &length, tag, tag_room);
          note("verify", status, NULL, status == PSA_SUCCESS ? length : tag_room);
        } else {
          status = psa_aead_finish(&operation, out, room, &length, tag, tag_room, &tag_length);
          note("finish", status, NULL, status == PSA_SUCCESS ? length : room);
          note("tag", status, random ? NULL : tag, status == PSA_SUCCESS ? tag_length : tag_room);
        }
        break;
      }
      case 7:
        note("abort", psa_aead_abort(&operation), NULL, 0);
        break;
      default: {
        size_t n = pick(4) == 0 ? pick(18) : 16;
        status = psa_aead_generate_nonce(&operation, nonce, n, &length);
        note("generate_nonce", status, NULL, status == PSA_SUCCESS ? length : n);
        random |= status == PSA_SUCCESS;
      }
    }
  }
  psa_aead_abort(&operation);
}

/* What psa_aead_encrypt() makes comes out in pieces, too, and goes in again; and not when a bit is wrong. */
static void both_ways(mbedtls_svc_key_id_t id, psa_algorithm_t alg) {
  unsigned char nonce[20], ad[60], text[120], sealed[150], out[150], tag[20];
  const size_t nonce_length = pick(4) == 0 ? pick(18) : 12, ad_length = pick(sizeof(ad)), n = pick(sizeof(text));
  size_t length = 0, part = 0, last = 0, tag_length = 0;
  fill(nonce, sizeof(nonce));
  fill(ad, sizeof(ad));
  fill(text, sizeof(text));
  size_t room = pick(4) == 0 ? pick(sizeof(sealed)) : sizeof(sealed);
  psa_status_t status =
    psa_aead_encrypt(id, alg, nonce, nonce_length, ad, ad_length, text, n, sealed, room, &length);
  note("encrypt", status, sealed, status == PSA_SUCCESS ? length : room);
  if (status != PSA_SUCCESS) return;
  for (int decrypts = 0; decrypts < 2; decrypts++) {
    psa_aead_operation_t operation = psa_aead_operation_init();
    const unsigned char *in = decrypts ? sealed : text;
    size_t wrong = pick(4) == 0 ? pick(3) + 1 : 0;
    status = decrypts ? psa_aead_decrypt_setup(&operation, id, alg) : psa_aead_encrypt_setup(&operation, id, alg);
    if (status == PSA_SUCCESS) status = psa_aead_set_lengths(&operation, ad_length, n);
    if (status == PSA_SUCCESS) status = psa_aead_set_nonce(&operation, nonce, nonce_length);
    note("begun", status, NULL, 0);
    for (size_t at = 0, step; status == PSA_SUCCESS && at < ad_length; at += step) {
      step = 1 + pick((unsigned) (ad_length - at));
      status = psa_aead_update_ad(&operation, ad + at, step);
    }
    note("additional data", status, NULL, 0);
    length = 0;
    for (size_t at = 0, step; status == PSA_SUCCESS && at < n; at += step) {
      step = 1 + pick((unsigned) (n - at));
      status = psa_aead_update(&operation, in + at, step, out + length, sizeof(out) - length, &part);
      if (status == PSA_SUCCESS) length += part;
    }
    note("text", status, out, length);
    if (status != PSA_SUCCESS) {
      psa_aead_abort(&operation);
    } else if (decrypts) {
      size_t of_tag = PSA_ALG_AEAD_GET_TAG_LENGTH(alg);
      memcpy(tag, sealed + n, of_tag);
      if (wrong == 1) tag[pick((unsigned) of_tag)] ^= 1 << pick(8);
      if (wrong == 2) of_tag--;
      status = psa_aead_verify(&operation, out + length, sizeof(out) - length, &last, tag, of_tag);
      note("verify", status, NULL, wrong);
      if (status == PSA_SUCCESS && memcmp(out, text, n) != 0) puts("not what it was");
      if (wrong == 1) sealed[n] ^= 1;
      status = psa_aead_decrypt(id, alg, nonce, nonce_length, ad, ad_length, sealed, n + of_tag, sealed, sizeof(sealed), &length);
      note("decrypt over itself", status, sealed, status == PSA_SUCCESS ? length : 0);
    } else {
      status = psa_aead_finish(&operation, out + length, sizeof(out) - length, &last, tag, sizeof(tag), &tag_length);
      note("tag", status, tag, tag_length);
      if (status == PSA_SUCCESS && (memcmp(out, sealed, n) != 0 || memcmp(tag, sealed + n, tag_length) != 0)) puts("not what came at once");
    }
  }
}

int main(void) {
  if (psa_crypto_init() != PSA_SUCCESS) return 1;
  for (size_t k = 0; k < COUNT(kinds); k++) {
    for (size_t a = 0; a < COUNT(algs); a++) {
      sum = 14695981039346656037ull;
      for (int round = 0; round < 80; round++) {
        psa_key_usage_t usage = pick(10) == 0 ? pick(4) << 8 : PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT;
        psa_algorithm_t policy = algs[a];
        if (pick(12) == 0) policy = algs[pick(COUNT(algs))];
        if (pick(12) == 0) policy = PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(policy, pick(17));
        mbedtls_svc_key_id_t id = import(kinds[k].type, kinds[k].bits, policy, usage);
        any_calls(id, algs[a]);
        both_ways(id, algs[a]);
        psa_destroy_key(id);
      }
      printf("%04x %zu %08x: %016llx\n", kinds[k].type, kinds[k].bits, (unsigned) algs[a], sum);
    }
  }
  mbedtls_psa_crypto_free();
  return 0;
}
