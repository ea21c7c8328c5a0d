/* psa_mac_* and psa_hash_*: calls in any order with every kind of key, over random data from a fixed seed. One checksum for each
 * key and algorithm; with VERBOSE set, every call on stderr. */

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

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct {
  psa_key_type_t type;
  size_t bits;
} kinds[] = {
  { PSA_KEY_TYPE_AES, 128 }, { PSA_KEY_TYPE_ARIA, 192 }, { PSA_KEY_TYPE_CAMELLIA, 256 }, { PSA_KEY_TYPE_DES, 64 },
  { PSA_KEY_TYPE_DES, 192 }, { PSA_KEY_TYPE_CHACHA20, 256 }, { PSA_KEY_TYPE_HMAC, 8 }, { PSA_KEY_TYPE_HMAC, 512 },
  { PSA_KEY_TYPE_HMAC, 1600 }, { PSA_KEY_TYPE_DERIVE, 256 },
};

static const psa_algorithm_t algs[] = {
  PSA_ALG_CMAC, PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 4), PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 3),
  PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 17), PSA_ALG_CBC_MAC, PSA_ALG_HMAC(PSA_ALG_MD5), PSA_ALG_HMAC(PSA_ALG_RIPEMD160),
  PSA_ALG_HMAC(PSA_ALG_SHA_1), PSA_ALG_HMAC(PSA_ALG_SHA_224), PSA_ALG_HMAC(PSA_ALG_SHA_256), PSA_ALG_HMAC(PSA_ALG_SHA_384),
  PSA_ALG_HMAC(PSA_ALG_SHA_512), PSA_ALG_HMAC(PSA_ALG_SHA3_224), PSA_ALG_HMAC(PSA_ALG_SHA3_512),
  PSA_ALG_HMAC(PSA_ALG_SHA_512_256), PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 10),
  PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 33), PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 1),
  PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_CMAC, 4), PSA_ALG_HMAC_BASE, PSA_ALG_GCM, PSA_ALG_NONE, PSA_ALG_SHA_256,
};

static mbedtls_svc_key_id_t import(psa_key_type_t type, size_t bits, psa_algorithm_t alg, psa_key_usage_t usage) {
  unsigned char key[200];
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = 0;
  fill(key, sizeof(key));
  psa_set_key_type(&attributes, type);
  psa_set_key_algorithm(&attributes, alg);
  psa_set_key_usage_flags(&attributes, usage);
  note("import", psa_import_key(&attributes, key, bits / 8, &id), NULL, 0);
  return id;
}

/* What a code of this operation would be, so that it sometimes verifies. */
static size_t expected(mbedtls_svc_key_id_t id, psa_algorithm_t alg, const unsigned char *in, size_t n, unsigned char *code) {
  size_t length = 0;
  return psa_mac_compute(id, alg, in, n, code, 64, &length) == PSA_SUCCESS ? length : 16;
}

static void any_calls(mbedtls_svc_key_id_t id, psa_algorithm_t alg) {
  static const unsigned char usual[][6] = { { 0, 2, 2, 3 }, { 1, 2, 2, 4 }, { 0, 2, 2, 4 }, { 1, 2, 3, 5 }, { 0, 3, 1, 4 }, { 1, 4, 0, 3 } };
  const unsigned char *plan = usual[pick(COUNT(usual))];
  psa_mac_operation_t operation = psa_mac_operation_init();
  unsigned char in[400], out[70] = { 0 }, code[70] = { 0 };
  size_t taken = 0;
  fill(in, sizeof(in));
  for (int i = 0; i < 6; i++) {
    size_t length = 77, n;
    psa_status_t status;
    switch (pick(9) == 0 ? pick(6) : plan[i]) {
      case 0:
        note("sign_setup", psa_mac_sign_setup(&operation, id, alg), NULL, 0);
        taken = 0;
        break;
      case 1:
        note("verify_setup", psa_mac_verify_setup(&operation, id, alg), NULL, 0);
        taken = 0;
        break;
      case 2:
        n = pick(170);
        if (taken + n > sizeof(in)) n = 0;
        note("update", psa_mac_update(&operation, in + taken, n), NULL, n);
        taken += n;
        break;
      case 3:
        n = pick(3) == 0 ? pick(65) : sizeof(out);
        status = psa_mac_sign_finish(&operation, out, n, &length);
        note("sign_finish", status, out, status == PSA_SUCCESS ? length : n);
        break;
      case 4:
        n = expected(id, alg, in, taken, code);
        if (pick(3) == 0) code[pick((unsigned) n)] ^= 1 << pick(8);
        if (pick(5) == 0) n -= pick(3);
        note("verify_finish", psa_mac_verify_finish(&operation, code, n), NULL, n);
        break;
      default:
        note("abort", psa_mac_abort(&operation), NULL, 0);
    }
  }
  psa_mac_abort(&operation);
}

static void at_once(mbedtls_svc_key_id_t id, psa_algorithm_t alg) {
  unsigned char in[300], out[80] = { 0 };
  size_t n = pick(sizeof(in)), length = 77, room = pick(3) == 0 ? pick(65) : sizeof(out);
  fill(in, sizeof(in));
  psa_status_t status = psa_mac_compute(id, alg, in, n, out, room, &length);
  note("compute", status, out, status == PSA_SUCCESS ? length : room);
  if (status != PSA_SUCCESS) length = 16;
  if (pick(3) == 0) out[pick((unsigned) length)] ^= 1;
  note("verify", psa_mac_verify(id, alg, in, n, out, length - (pick(5) == 0)), NULL, length);
}

static void digests(void) {
  static const psa_algorithm_t hashes[] = {
    PSA_ALG_MD5, PSA_ALG_RIPEMD160, PSA_ALG_SHA_1, PSA_ALG_SHA_224, PSA_ALG_SHA_256, PSA_ALG_SHA_384, PSA_ALG_SHA_512,
    PSA_ALG_SHA3_224, PSA_ALG_SHA3_256, PSA_ALG_SHA3_384, PSA_ALG_SHA3_512, PSA_ALG_SHA_512_256, PSA_ALG_SHAKE256_512,
    PSA_ALG_ANY_HASH, PSA_ALG_NONE, PSA_ALG_CMAC, PSA_ALG_CATEGORY_HASH,
  };
  for (size_t a = 0; a < COUNT(hashes); a++) {
    sum = 14695981039346656037ull;
    for (int round = 0; round < 60; round++) {
      static const unsigned char usual[][8] = { { 0, 1, 1, 2 }, { 0, 1, 3, 0 }, { 0, 1, 4, 1, 2, 2 }, { 4, 0, 4, 2, 2 }, { 0, 5, 1, 2 } };
      const unsigned char *plan = usual[pick(COUNT(usual))];
      psa_hash_operation_t operations[2] = { psa_hash_operation_init(), psa_hash_operation_init() };
      unsigned char in[400], out[70] = { 0 };
      size_t length = 77, n, taken = 0;
      int at = 0;
      fill(in, sizeof(in));
      for (int i = 0; i < 6; i++) {
        psa_status_t status;
        switch (pick(9) == 0 ? pick(7) : plan[i]) {
          case 0:
            note("setup", psa_hash_setup(&operations[at], hashes[a]), NULL, 0);
            taken = 0;
            break;
          case 1:
            n = pick(170);
            if (taken + n > sizeof(in)) n = 0;
            note("update", psa_hash_update(&operations[at], in + taken, n), NULL, n);
            taken += n;
            break;
          case 2:
            n = pick(3) == 0 ? pick(65) : sizeof(out);
            status = psa_hash_finish(&operations[at], out, n, &length);
            note("finish", status, out, status == PSA_SUCCESS ? length : n);
            break;
          case 3:
            if (psa_hash_compute(hashes[a], in, taken, out, sizeof(out), &length) != PSA_SUCCESS) length = 16;
            if (pick(3) == 0) out[pick((unsigned) length)] ^= 1;
            if (pick(5) == 0) length--;
            note("verify", psa_hash_verify(&operations[at], out, length), NULL, length);
            break;
          case 4:
            note("clone", psa_hash_clone(&operations[at], &operations[!at]), NULL, 0);
            break;
          case 5:
            note("abort", psa_hash_abort(&operations[at]), NULL, 0);
            break;
          default:
            at = !at;
        }
      }
      psa_hash_abort(&operations[0]);
      psa_hash_abort(&operations[1]);
      n = pick(sizeof(in));
      length = pick(3) == 0 ? pick(65) : sizeof(out);
      psa_status_t status = psa_hash_compute(hashes[a], in, n, out, length, &length);
      note("compute", status, out, status == PSA_SUCCESS ? length : 0);
      if (status != PSA_SUCCESS) length = 16;
      if (pick(3) == 0) out[pick((unsigned) length)] ^= 1;
      note("compare", psa_hash_compare(hashes[a], in, n, out, length), NULL, 0);
    }
    printf("%08x: %016llx\n", (unsigned) hashes[a], sum);
  }
}

int main(void) {
  if (psa_crypto_init() != PSA_SUCCESS) return 1;
  for (size_t k = 0; k < COUNT(kinds); k++) {
    for (size_t a = 0; a < COUNT(algs); a++) {
      sum = 14695981039346656037ull;
      for (int round = 0; round < 40; round++) {
        psa_key_usage_t usage = PSA_KEY_USAGE_SIGN_MESSAGE | PSA_KEY_USAGE_VERIFY_MESSAGE;
        if (pick(10) == 0) usage = pick(4) << 10;
        psa_algorithm_t policy = algs[a];
        if (pick(12) == 0) policy = algs[pick(COUNT(algs))];
        if (pick(12) == 0) policy = PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(policy, pick(17));
        mbedtls_svc_key_id_t id = import(kinds[k].type, kinds[k].bits, policy, usage);
        any_calls(id, algs[a]);
        at_once(id, algs[a]);
        psa_destroy_key(id);
      }
      printf("%04x %zu %08x: %016llx\n", kinds[k].type, kinds[k].bits, (unsigned) algs[a], sum);
    }
  }
  digests();
  mbedtls_psa_crypto_free();
  return 0;
}
