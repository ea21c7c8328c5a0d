/* psa_cipher_*: calls in any order with every kind of key, over random data from a fixed seed. One checksum for each key and
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
  { PSA_KEY_TYPE_AES, 128 },      { PSA_KEY_TYPE_AES, 192 },  { PSA_KEY_TYPE_AES, 256 },     { PSA_KEY_TYPE_ARIA, 128 },
  { PSA_KEY_TYPE_ARIA, 256 },     { PSA_KEY_TYPE_CAMELLIA, 192 }, { PSA_KEY_TYPE_DES, 64 },  { PSA_KEY_TYPE_DES, 128 },
  { PSA_KEY_TYPE_DES, 192 },      { PSA_KEY_TYPE_CHACHA20, 256 }, { PSA_KEY_TYPE_HMAC, 256 }, { PSA_KEY_TYPE_RAW_DATA, 128 },
  { PSA_KEY_TYPE_DERIVE, 128 },
};
static const psa_algorithm_t algs[] = {
  PSA_ALG_ECB_NO_PADDING, PSA_ALG_CBC_NO_PADDING, PSA_ALG_CBC_PKCS7, PSA_ALG_CTR, PSA_ALG_CFB, PSA_ALG_OFB, PSA_ALG_XTS,
  PSA_ALG_STREAM_CIPHER, PSA_ALG_CCM_STAR_NO_TAG, PSA_ALG_GCM, PSA_ALG_CMAC, PSA_ALG_SHA_256, PSA_ALG_NONE, 0x04c0ff00,
  PSA_ALG_CATEGORY_CIPHER, PSA_ALG_CTR | 9,
};

static mbedtls_svc_key_id_t import(psa_key_type_t type, size_t bits, psa_algorithm_t alg, psa_key_usage_t usage) {
  unsigned char key[32];
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = 0;
  fill(key, sizeof(key));
  psa_set_key_type(&attributes, type);
  psa_set_key_algorithm(&attributes, alg);
  psa_set_key_usage_flags(&attributes, usage);
  psa_status_t status = psa_import_key(&attributes, key, bits / 8, &id);
  note("import", status, NULL, 0);
  return id;
}

/* An operation through any calls. What is random in the library is not noted. */
static void in_pieces(mbedtls_svc_key_id_t id, psa_algorithm_t alg, size_t block) {
  psa_cipher_operation_t operation = psa_cipher_operation_init();
  unsigned char in[200], out[240], iv[20];
  int random = 0, calls = 3 + (int) pick(9);
  fill(in, sizeof(in));
  for (int i = 0; i < calls; i++) {
    size_t length = 77;
    psa_status_t status;
    /* Mostly in an order that makes sense. */
    unsigned what = pick(10) < 9 ? (i == 0 ? pick(2) : i == 1 ? 2 + pick(2) * (pick(4) == 0) : i == calls - 1 ? 5 : 4) : pick(7);
    switch (what) {
    case 0:
      status = psa_cipher_encrypt_setup(&operation, id, alg);
      note("encrypt_setup", status, NULL, 0);
      random = 0;
      break;
    case 1:
      status = psa_cipher_decrypt_setup(&operation, id, alg);
      note("decrypt_setup", status, NULL, 0);
      random = 0;
      break;
    case 2: {
      size_t n = pick(8) == 0 ? pick(18) : alg == PSA_ALG_STREAM_CIPHER ? 12 : alg == PSA_ALG_CCM_STAR_NO_TAG ? 13 : block;
      fill(iv, sizeof(iv));
      status = psa_cipher_set_iv(&operation, iv, n);
      note("set_iv", status, NULL, n);
      random &= status != PSA_SUCCESS;
      break;
    }
    case 3: {
      size_t n = pick(4) == 0 ? pick(18) : 16;
      status = psa_cipher_generate_iv(&operation, iv, n, &length);
      note("generate_iv", status, NULL, status == PSA_SUCCESS ? length : n);
      random |= status == PSA_SUCCESS;
      break;
    }
    case 4: {
      size_t n = pick(2) ? pick(40) : pick(3) * block;
      size_t room = pick(3) == 0 ? pick(48) : n + 16;
      /* Into another buffer, or anywhere around where the input is. */
      unsigned char both[200] = { 0 }, *to = pick(3) ? out : both + pick(97);
      memcpy(both + 64, in + pick(16), n);
      status = psa_cipher_update(&operation, both + 64, n, to, room, &length);
      note("update", status, random ? NULL : to, status == PSA_SUCCESS ? length : n);
      break;
    }
    case 5: {
      size_t room = pick(3) == 0 ? pick(17) : 16;
      status = psa_cipher_finish(&operation, out, room, &length);
      /* Random text has random padding. */
      if (random && alg == PSA_ALG_CBC_PKCS7) {
        break;
      }
      note("finish", status, random ? NULL : out, status == PSA_SUCCESS ? length : room);
      break;
    }
    default:
      status = psa_cipher_abort(&operation);
      note("abort", status, NULL, 0);
    }
  }
  psa_cipher_abort(&operation);
}

/* At once; what comes out with a random IV has to come back. */
static void at_once(mbedtls_svc_key_id_t id, psa_algorithm_t alg, size_t block) {
  unsigned char in[120], out[160], back[160];
  size_t n = pick(2) ? pick(100) : pick(6) * block, length = 0, again = 0;
  size_t room = pick(3) == 0 ? pick(130) : sizeof(out);
  fill(in, sizeof(in));
  psa_status_t status = psa_cipher_encrypt(id, alg, in, n, out, room, &length);
  note("encrypt", status, NULL, status == PSA_SUCCESS ? length : room);
  if (status == PSA_SUCCESS) {
    status = psa_cipher_decrypt(id, alg, out, length, back, sizeof(back), &again);
    note("decrypt", status, status == PSA_SUCCESS ? back : NULL, again);
    if (status == PSA_SUCCESS && (again != n || memcmp(back, in, n) != 0)) {
      printf("not what it was\n");
    }
  }
  room = pick(3) == 0 ? pick(130) : sizeof(out);
  fill(in, sizeof(in));
  status = psa_cipher_decrypt(id, alg, in, n, out, room, &length);
  note("decrypt any", status, status == PSA_SUCCESS ? out : NULL, status == PSA_SUCCESS ? length : room);
  /* Over itself. */
  if (n <= sizeof(in)) {
    status = psa_cipher_decrypt(id, alg, in, n, in, sizeof(in), &length);
    note("decrypt over itself", status, status == PSA_SUCCESS ? in : NULL, status == PSA_SUCCESS ? length : 0);
  }
}

int main(void) {
  if (psa_crypto_init() != PSA_SUCCESS) {
    return 1;
  }
  for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
    for (size_t a = 0; a < sizeof(algs) / sizeof(*algs); a++) {
      size_t block = kinds[k].type == PSA_KEY_TYPE_DES ? 8 : 16;
      sum = 14695981039346656037ull;
      for (int round = 0; round < 80; round++) {
        psa_key_usage_t usage = pick(10) == 0 ? pick(4) << 8 : PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT;
        psa_algorithm_t policy = pick(12) == 0 ? algs[pick(sizeof(algs) / sizeof(*algs))] : algs[a];
        mbedtls_svc_key_id_t id = import(kinds[k].type, kinds[k].bits, policy, usage);
        in_pieces(id, algs[a], block);
        at_once(id, algs[a], block);
        psa_destroy_key(id);
      }
      printf("%04x %zu %08x: %016llx\n", kinds[k].type, kinds[k].bits, (unsigned) algs[a], sum);
    }
  }
  mbedtls_psa_crypto_free();
  return 0;
}
