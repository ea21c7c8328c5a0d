/* What psa/crypto.h has beside: handles, copies with other policies, keys made in a special way, signatures in small steps, and
 * the functions of psa/crypto_extra.h. */

#define _DEFAULT_SOURCE
#include "support/bytes.h"
#include <psa/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define SECP_R1 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1)

static mbedtls_svc_key_id_t import(psa_key_type_t type, psa_key_usage_t usage, psa_algorithm_t alg) {
  static const unsigned char bytes[32] = { 5, 4, 3, 2, 1 };
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = 0;
  psa_set_key_type(&attributes, type);
  psa_set_key_algorithm(&attributes, alg);
  psa_set_key_usage_flags(&attributes, usage);
  psa_status_t status = psa_import_key(&attributes, bytes, sizeof(bytes), &id);
  if (status != PSA_SUCCESS) printf("not imported: %d\n", (int) status);
  return id;
}

static void stats(const char *when) {
  union {
    mbedtls_psa_stats_t stats;
    size_t numbers[8];
  } all;
  memset(&all, 7, sizeof(all));
  mbedtls_psa_get_stats(&all.stats);
  printf("%s: %zu in memory only, %zu in files, %zu elsewhere, %zu half made, %zu locked\n", when, all.numbers[0],
         all.numbers[1], all.numbers[2], all.numbers[3], all.numbers[6]);
}

static void handles(void) {
  psa_key_handle_t handle = 77;
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = import(PSA_KEY_TYPE_AES, PSA_KEY_USAGE_EXPORT, PSA_ALG_CTR), kept = 0;
  stats("one key");
  psa_status_t status = psa_open_key(id, &handle);
  printf("open: %d %d\n", (int) status, handle == id);
  status = psa_open_key(0x123, &handle);
  printf("open none: %d %u\n", (int) status, (unsigned) handle);
  status = psa_open_key(0, &handle);
  printf("open 0: %d %u\n", (int) status, (unsigned) handle);
  printf("close: %d", (int) psa_close_key(id));
  printf(" %d\n", (int) psa_get_key_attributes(id, &attributes));
  printf("close again: %d", (int) psa_close_key(id));
  printf(", 0: %d", (int) psa_close_key(0));
  printf(", none: %d\n", (int) psa_close_key(0x123));

  attributes = psa_key_attributes_init();
  psa_set_key_id(&attributes, 5);
  psa_set_key_type(&attributes, PSA_KEY_TYPE_AES);
  psa_set_key_bits(&attributes, 128);
  printf("in a file: %d\n", (int) psa_generate_key(&attributes, &kept));
  stats("in a file");
  status = psa_open_key(5, &handle);
  printf("open: %d %u", (int) status, (unsigned) handle);
  printf(", close: %d", (int) psa_close_key(5));
  stats(", closed");
  printf("purge: %d", (int) psa_purge_key(5));
  printf(", close: %d", (int) psa_close_key(5));
  printf(", open: %d", (int) psa_open_key(5, &handle));
  printf(", purge: %d", (int) psa_purge_key(5));
  stats(", purged");
  printf("open: %d", (int) psa_open_key(5, &handle));
  printf(", destroy: %d", (int) psa_destroy_key(5));
  printf(", open: %d\n", (int) psa_open_key(5, &handle));
}

static void copies(void) {
  static const psa_algorithm_t policies[] = {
    PSA_ALG_GCM, PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, 8), PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_GCM, 8),
    PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_GCM, 12), PSA_ALG_CCM,
    PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_CCM, 4), PSA_ALG_NONE, PSA_ALG_CMAC, PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 8),
    PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_CMAC, 8), PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 16),
    PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_CMAC, 10), PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_CMAC, 0),
    PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_CMAC, 20), PSA_ALG_ECDSA(PSA_ALG_ANY_HASH), PSA_ALG_ECDSA(PSA_ALG_SHA_256),
    PSA_ALG_ECDSA_ANY, PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_ANY_HASH), PSA_ALG_HMAC(PSA_ALG_SHA_256),
    PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 32), PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 32),
    PSA_ALG_ECDH, PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256)), PSA_ALG_CTR, PSA_ALG_RSA_PSS(PSA_ALG_ANY_HASH),
  };
  static const psa_key_type_t types[] = { PSA_KEY_TYPE_AES, PSA_KEY_TYPE_HMAC, SECP_R1, PSA_KEY_TYPE_CHACHA20 };
  for (size_t t = 0; t < COUNT(types); t++) {
    for (size_t i = 0; i < COUNT(policies); i++) {
      printf("%04x %08x:", types[t], (unsigned) policies[i]);
      for (size_t j = 0; j < COUNT(policies); j++) {
        mbedtls_svc_key_id_t id = import(types[t], PSA_KEY_USAGE_COPY | PSA_KEY_USAGE_EXPORT, policies[i]), copy = 0;
        psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
        psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_EXPORT);
        psa_set_key_algorithm(&attributes, policies[j]);
        psa_status_t status = psa_copy_key(id, &attributes, &copy);
        if (status == PSA_SUCCESS) {
          psa_get_key_attributes(copy, &attributes);
          printf(" %08x", (unsigned) psa_get_key_algorithm(&attributes));
        } else {
          printf(" %d", (int) status);
        }
        psa_destroy_key(id);
        psa_destroy_key(copy);
      }
      puts("");
    }
  }
}

static void custom(void) {
  static const struct {
    unsigned char bytes[5];
    size_t length;
  } exponents[] = {
    { { 1, 0, 1 }, 3 }, { { 3 }, 1 }, { { 2 }, 1 }, { { 1 }, 1 }, { { 0 }, 1 }, { { 5 }, 1 }, { { 0, 3 }, 2 },
    { { 0, 0, 0, 0, 3 }, 5 }, { { 1, 0, 0, 0, 1 }, 5 }, { { 255, 255, 255, 255 }, 4 }, { { 1, 0, 0, 1 }, 4 },
    { { 127, 255, 255, 255 }, 4 }, { { 128, 0, 0, 1 }, 4 },
  };
  psa_custom_key_parameters_t parameters = PSA_CUSTOM_KEY_PARAMETERS_INIT;
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = 0;
  psa_set_key_type(&attributes, PSA_KEY_TYPE_AES);
  psa_set_key_bits(&attributes, 128);
  printf("AES: %d", (int) psa_generate_key_custom(&attributes, &parameters, NULL, 0, &id));
  printf(", with data: %d", (int) psa_generate_key_custom(&attributes, &parameters, exponents[0].bytes, 3, &id));
  parameters.flags = 1;
  printf(", with flags: %d\n", (int) psa_generate_key_custom(&attributes, &parameters, NULL, 0, &id));
  parameters.flags = 0;

  psa_set_key_type(&attributes, PSA_KEY_TYPE_RSA_KEY_PAIR);
  psa_set_key_bits(&attributes, 1024);
  for (size_t i = 0; i < COUNT(exponents); i++) {
    unsigned char key[200];
    size_t length = 0;
    psa_status_t status = psa_generate_key_custom(&attributes, &parameters, exponents[i].bytes, exponents[i].length, &id);
    printf("exponent %zu: %d", i, (int) status);
    if (status == PSA_SUCCESS && psa_export_public_key(id, key, sizeof(key), &length) == PSA_SUCCESS) {
      printf(", ends with");
      for (size_t at = length - (i == 0 ? 5 : exponents[i].length < 3 ? 3 : 6); at < length; at++) printf(" %02x", key[at]);
      printf(" of %zu\n", length);
      psa_destroy_key(id);
    } else {
      puts("");
    }
  }
  union {
    psa_key_production_parameters_t parameters;
    unsigned char bytes[16];
  } ext = { .bytes = { 0, 0, 0, 0, 3 } };
  printf("ext: %d", (int) psa_generate_key_ext(&attributes, &ext.parameters, 0, &id));
  printf(", exponent: %d", (int) psa_generate_key_ext(&attributes, &ext.parameters, 1, &id));
  ext.bytes[0] = 1;
  printf(", flags: %d\n", (int) psa_generate_key_ext(&attributes, &ext.parameters, 1, &id));
}

static void small_steps(void) {
  static const psa_algorithm_t algs[] = {
    PSA_ALG_ECDSA(PSA_ALG_SHA_256), PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_256), PSA_ALG_ECDSA(PSA_ALG_ANY_HASH), PSA_ALG_ECDSA_ANY,
    PSA_ALG_RSA_PKCS1V15_SIGN(PSA_ALG_SHA_256), PSA_ALG_GCM, PSA_ALG_NONE,
  };
  static const psa_key_type_t types[] = { SECP_R1, PSA_KEY_TYPE_AES, PSA_KEY_TYPE_HMAC };
  unsigned char hash[32] = { 1 }, signature[64] = { 2 };
  size_t length = 0;
  printf("at once: %u", (unsigned) psa_interruptible_get_max_ops());
  psa_interruptible_set_max_ops(5);
  printf(" %u", (unsigned) psa_interruptible_get_max_ops());
  psa_interruptible_set_max_ops(PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED);
  printf(" %u\n", (unsigned) psa_interruptible_get_max_ops());
  for (size_t t = 0; t < COUNT(types); t++) {
    for (size_t a = 0; a < COUNT(algs); a++) {
      for (unsigned usage = 0; usage < 4; usage++) {
        psa_sign_hash_interruptible_operation_t sign = psa_sign_hash_interruptible_operation_init();
        psa_verify_hash_interruptible_operation_t verify = psa_verify_hash_interruptible_operation_init();
        mbedtls_svc_key_id_t id = import(types[t], usage << 12, usage == 3 ? algs[a] : algs[0]);
        printf("%04x %08x %u:", types[t], (unsigned) algs[a], usage);
        printf(" %d", (int) psa_sign_hash_start(&sign, id, algs[a], hash, pick(2) ? 32 : 31));
        printf(" %d", (int) psa_sign_hash_complete(&sign, signature, sizeof(signature), &length));
        printf(" %d", (int) psa_sign_hash_start(&sign, id, algs[a], hash, sizeof(hash)));
        printf(" %u", (unsigned) psa_sign_hash_get_num_ops(&sign));
        printf(" %d", (int) psa_sign_hash_abort(&sign));
        printf(" %d", (int) psa_sign_hash_start(&sign, id, algs[a], hash, sizeof(hash)));
        printf(" %d;", (int) psa_sign_hash_abort(&sign));
        printf(" %d", (int) psa_sign_hash_complete(&sign, signature, sizeof(signature), &length));
        printf(" %d;", (int) psa_sign_hash_start(&sign, id, algs[a], hash, sizeof(hash)));
        psa_sign_hash_abort(&sign);
        printf(" %d", (int) psa_verify_hash_start(&verify, id, algs[a], hash, sizeof(hash), signature, sizeof(signature)));
        printf(" %d", (int) psa_verify_hash_complete(&verify));
        printf(" %d", (int) psa_verify_hash_start(&verify, id, algs[a], hash, sizeof(hash), signature, sizeof(signature)));
        printf(" %u", (unsigned) psa_verify_hash_get_num_ops(&verify));
        printf(" %d", (int) psa_verify_hash_abort(&verify));
        printf(" %d\n", (int) psa_verify_hash_start(&verify, id, algs[a], hash, 20, signature, sizeof(signature)));
        psa_verify_hash_abort(&verify);
        psa_destroy_key(id);
      }
    }
  }
}

static void extra(void) {
  unsigned char bytes[400] = { 1 };
  printf("can: %d %d %d %d\n", psa_can_do_hash(PSA_ALG_SHA_256), psa_can_do_hash(PSA_ALG_SHAKE256_512),
         psa_can_do_cipher(PSA_KEY_TYPE_AES, PSA_ALG_CTR), psa_can_do_cipher(PSA_KEY_TYPE_NONE, PSA_ALG_NONE));
  printf("deplete: %d\n", (int) psa_random_deplete());
  for (unsigned i = 0; i < 4; i++) printf("prediction resistance %u: %d\n", i, (int) psa_random_set_prediction_resistance(i));
  psa_random_set_prediction_resistance(0);
  psa_status_t before = 1;
  for (size_t n = 0; n <= sizeof(bytes); n++) {
    psa_status_t status = psa_random_reseed(n == 0 ? NULL : bytes, n);
    if (status != before) printf("reseed with %zu: %d\n", n, (int) status);
    before = status;
  }
}

/* Operations that nobody ends leave nothing behind. */
static void forgotten(void) {
  static const unsigned char bytes[16] = { 0 };
  unsigned char out[40];
  size_t length = 0;
  psa_hash_operation_t hash = PSA_HASH_OPERATION_INIT;
  psa_mac_operation_t mac = PSA_MAC_OPERATION_INIT;
  psa_cipher_operation_t cipher = PSA_CIPHER_OPERATION_INIT;
  psa_aead_operation_t aead = PSA_AEAD_OPERATION_INIT;
  mbedtls_svc_key_id_t key = import(PSA_KEY_TYPE_HMAC, PSA_KEY_USAGE_SIGN_MESSAGE, PSA_ALG_HMAC(PSA_ALG_SHA_512));
  printf("forgotten: %d", (int) psa_hash_setup(&hash, PSA_ALG_SHA_256));
  printf(" %d", (int) psa_hash_update(&hash, bytes, sizeof(bytes)));
  printf(" %d", (int) psa_mac_sign_setup(&mac, key, PSA_ALG_HMAC(PSA_ALG_SHA_512)));
  printf(" %d", (int) psa_mac_update(&mac, bytes, sizeof(bytes)));
  key = import(PSA_KEY_TYPE_CHACHA20, PSA_KEY_USAGE_ENCRYPT, PSA_ALG_CHACHA20_POLY1305);
  printf(" %d", (int) psa_aead_encrypt_setup(&aead, key, PSA_ALG_CHACHA20_POLY1305));
  printf(" %d", (int) psa_aead_set_nonce(&aead, bytes, 12));
  printf(" %d", (int) psa_aead_update(&aead, bytes, sizeof(bytes), out, sizeof(out), &length));
  key = import(PSA_KEY_TYPE_CHACHA20, PSA_KEY_USAGE_ENCRYPT, PSA_ALG_STREAM_CIPHER);
  printf(" %d", (int) psa_cipher_encrypt_setup(&cipher, key, PSA_ALG_STREAM_CIPHER));
  printf(" %d", (int) psa_cipher_set_iv(&cipher, bytes, 12));
  printf(" %d\n", (int) psa_cipher_update(&cipher, bytes, sizeof(bytes), out, sizeof(out), &length));
}

int main(void) {
  char folder[] = "/tmp/psa_more_XXXXXX";
  if (mkdtemp(folder) == NULL || chdir(folder) != 0 || psa_crypto_init() != PSA_SUCCESS) return 1;
  handles();
  copies();
  custom();
  small_steps();
  extra();
  forgotten();
  mbedtls_psa_crypto_free();
  return rmdir(folder);
}
