/* PSA Crypto: keys in memory, digests, codes, encryption, signatures, key agreement; and what is refused, with which code. */
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

static uint8_t out[4096], message[300];
static size_t len;

/* The call comes first: it sets the length. */
#define HEX(what, call, bytes) \
  do { \
    psa_status_t result = call; \
    hex(what, result, bytes, len); \
  } while (0)

static void hex(const char *what, psa_status_t status, const uint8_t *bytes, size_t count) {
  printf("%s: %d", what, (int) status);
  if (status == PSA_SUCCESS) {
    printf(" %zu ", count);
    for (size_t i = 0; i < count; i++) printf("%02x", bytes[i]);
  }
  puts("");
}

static psa_key_attributes_t attributes(psa_key_type_t type, size_t bits, psa_key_usage_t usage, psa_algorithm_t alg) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_type(&a, type);
  psa_set_key_bits(&a, bits);
  psa_set_key_usage_flags(&a, usage);
  psa_set_key_algorithm(&a, alg);
  return a;
}

static mbedtls_svc_key_id_t key(psa_key_type_t type, psa_key_usage_t usage, psa_algorithm_t alg, const uint8_t *data, size_t length) {
  psa_key_attributes_t a = attributes(type, 0, usage, alg);
  mbedtls_svc_key_id_t id = 0;
  psa_status_t status = psa_import_key(&a, data, length, &id);
  if (status) printf("not imported: %d\n", (int) status);
  return id;
}

static void show(mbedtls_svc_key_id_t id) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  psa_status_t status = psa_get_key_attributes(id, &a);
  printf("type %04x, %zu bits, usage %x, algorithm %08x, lifetime %x: %d\n", psa_get_key_type(&a), psa_get_key_bits(&a),
         (unsigned) psa_get_key_usage_flags(&a), (unsigned) psa_get_key_algorithm(&a), (unsigned) psa_get_key_lifetime(&a), (int) status);
  psa_reset_key_attributes(&a);
  if (psa_get_key_type(&a) || psa_get_key_id(&a)) puts("not reset");
}

#define EVERYTHING 0xff03
#define SECP_R1 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1)
#define SECP_R1_PUBLIC PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_SECP_R1)
#define X25519 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_MONTGOMERY)

static void importing(void) {
  static const struct {
    psa_key_type_t type;
    size_t bits, length;
  } keys[] = {
    { PSA_KEY_TYPE_AES, 0, 16 }, { PSA_KEY_TYPE_AES, 128, 16 }, { PSA_KEY_TYPE_AES, 256, 16 }, { PSA_KEY_TYPE_AES, 0, 17 },
    { PSA_KEY_TYPE_AES, 0, 24 }, { PSA_KEY_TYPE_AES, 0, 0 }, { PSA_KEY_TYPE_HMAC, 0, 1 }, { PSA_KEY_TYPE_HMAC, 0, 200 },
    { PSA_KEY_TYPE_RAW_DATA, 0, 33 }, { PSA_KEY_TYPE_RAW_DATA, 8, 33 }, { PSA_KEY_TYPE_DERIVE, 0, 32 }, { PSA_KEY_TYPE_CHACHA20, 0, 32 },
    { PSA_KEY_TYPE_CHACHA20, 0, 16 }, { PSA_KEY_TYPE_CAMELLIA, 0, 32 }, { PSA_KEY_TYPE_ARIA, 0, 16 }, { PSA_KEY_TYPE_DES, 0, 24 },
    { PSA_KEY_TYPE_DES, 0, 9 }, { PSA_KEY_TYPE_PASSWORD, 0, 9 }, { PSA_KEY_TYPE_NONE, 0, 16 }, { 0x2fff, 0, 16 },
    { SECP_R1, 0, 32 }, { SECP_R1, 256, 32 }, { SECP_R1, 384, 32 }, { SECP_R1, 0, 48 }, { SECP_R1, 521, 66 }, { SECP_R1, 0, 31 },
    { PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_K1), 0, 32 }, { X25519, 0, 32 }, { X25519, 255, 32 }, { X25519, 256, 32 }, { X25519, 0, 31 },
    { SECP_R1_PUBLIC, 0, 65 }, { PSA_KEY_TYPE_RSA_KEY_PAIR, 0, 100 }, { PSA_KEY_TYPE_RSA_PUBLIC_KEY, 0, 100 },
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    psa_key_attributes_t a = attributes(keys[i].type, keys[i].bits, PSA_KEY_USAGE_EXPORT, 0);
    mbedtls_svc_key_id_t id = 77;
    printf("%04x of %zu bits, %zu bytes: ", keys[i].type, keys[i].bits, keys[i].length);
    psa_status_t status = psa_import_key(&a, message + 1, keys[i].length, &id);
    if (status) {
      printf("%d, %u\n", (int) status, (unsigned) id);
      continue;
    }
    show(id);
    HEX(" exported", psa_export_key(id, out, sizeof out, &len), out);
    HEX(" in too little room", psa_export_key(id, out, keys[i].length - 1, &len), out);
    HEX(" public", psa_export_public_key(id, out, sizeof out, &len), out);
    printf(" destroyed: %d", (int) psa_destroy_key(id));
    printf(" %d\n", (int) psa_destroy_key(id));
  }
  printf("no key: %d %d %d\n", (int) psa_destroy_key(0), (int) psa_destroy_key(12345), (int) psa_export_key(0x7fff1234, out, sizeof out, &len));
  show(0);
  mbedtls_svc_key_id_t id = key(PSA_KEY_TYPE_AES, PSA_KEY_USAGE_ENCRYPT, PSA_ALG_GCM, message, 16);
  printf("must not be exported: %d\n", (int) psa_export_key(id, out, sizeof out, &len));
  psa_destroy_key(id);
  psa_key_attributes_t a = attributes(PSA_KEY_TYPE_AES, 0, 0x4000000, PSA_ALG_GCM);
  printf("unknown usage: %d\n", (int) psa_import_key(&a, message, 16, &id));
  a = attributes(PSA_KEY_TYPE_AES, 0, PSA_KEY_USAGE_COPY | PSA_KEY_USAGE_EXPORT, PSA_ALG_GCM);
  mbedtls_svc_key_id_t copy = 0;
  psa_import_key(&a, message, 16, &id);
  a = attributes(0, 0, EVERYTHING, PSA_ALG_GCM);
  printf("copied: %d ", (int) psa_copy_key(id, &a, &copy));
  show(copy);
  a = attributes(0, 0, EVERYTHING, PSA_ALG_CCM);
  printf("with another algorithm: %d\n", (int) psa_copy_key(id, &a, &copy));
  psa_destroy_key(id);
}

static void generating(void) {
  static const struct {
    psa_key_type_t type;
    size_t bits;
  } keys[] = {
    { PSA_KEY_TYPE_AES, 128 }, { PSA_KEY_TYPE_AES, 129 }, { PSA_KEY_TYPE_AES, 0 }, { PSA_KEY_TYPE_HMAC, 200 }, { PSA_KEY_TYPE_HMAC, 201 },
    { PSA_KEY_TYPE_DES, 192 }, { SECP_R1, 256 }, { SECP_R1, 255 }, { SECP_R1, 521 }, { SECP_R1_PUBLIC, 256 }, { X25519, 255 },
    { PSA_KEY_TYPE_RSA_KEY_PAIR, 1024 }, { PSA_KEY_TYPE_RSA_KEY_PAIR, 1023 }, { PSA_KEY_TYPE_RSA_KEY_PAIR, 512 }, { PSA_KEY_TYPE_RSA_KEY_PAIR, 4104 },
    { PSA_KEY_TYPE_RSA_PUBLIC_KEY, 1024 }, { PSA_KEY_TYPE_RAW_DATA, 65528 }, { PSA_KEY_TYPE_NONE, 8 },
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    psa_key_attributes_t a = attributes(keys[i].type, keys[i].bits, PSA_KEY_USAGE_EXPORT, 0);
    mbedtls_svc_key_id_t id = 0;
    psa_status_t status = psa_generate_key(&a, &id);
    printf("make %04x of %zu bits: %d\n", keys[i].type, keys[i].bits, (int) status);
    if (status) continue;
    show(id);
    printf(" exported: %d", (int) psa_export_key(id, out, sizeof out, &len));
    if (keys[i].bits < 1000) printf(", %zu bytes", len);
    puts("");
    psa_destroy_key(id);
  }
}

static void hashing(void) {
  psa_hash_operation_t operation = PSA_HASH_OPERATION_INIT, copy = psa_hash_operation_init();
  for (psa_algorithm_t alg = 0x02000000; alg < 0x02000020; alg++) {
    printf("%08x ", (unsigned) alg);
    psa_status_t status = psa_hash_compute(alg, message, 100, out, sizeof out, &len);
    hex("hash", status, out, len);
    if (status) continue;
    printf(" compare: %d", (int) psa_hash_compare(alg, message, 100, out, len));
    printf(" %d %d\n", (int) psa_hash_compare(alg, message, 99, out, len), (int) psa_hash_compare(alg, message, 100, out, len - 1));
    printf(" little room: %d\n", (int) psa_hash_compute(alg, message, 100, out, len - 1, &len));
    printf(" parts: %d", (int) psa_hash_setup(&operation, alg));
    printf(" %d", (int) psa_hash_setup(&operation, alg));
    psa_hash_abort(&operation);
    psa_hash_setup(&operation, alg);
    for (int i = 0; i < 100; i += 10) psa_hash_update(&operation, message + i, 10);
    printf(" %d", (int) psa_hash_clone(&operation, &copy));
    printf(" %d\n", (int) psa_hash_clone(&operation, &copy));
    HEX(" finish", psa_hash_finish(&operation, out, sizeof out, &len), out);
    printf(" verify: %d\n", (int) psa_hash_verify(&copy, out, len));
    printf(" again: %d %d\n", (int) psa_hash_verify(&copy, out, len), (int) psa_hash_update(&operation, message, 1));
  }
  printf("no hash: %d %d\n", (int) psa_hash_compute(PSA_ALG_GCM, message, 1, out, sizeof out, &len), (int) psa_hash_setup(&operation, PSA_ALG_HMAC(PSA_ALG_SHA_256)));
  psa_hash_abort(&operation);
}

static void codes(void) {
  static const psa_algorithm_t policies[] = {
    PSA_ALG_HMAC(PSA_ALG_SHA_256), PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 16),
    PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 10), PSA_ALG_HMAC(PSA_ALG_SHA_512), PSA_ALG_CMAC,
  };
  static const psa_algorithm_t algs[] = {
    PSA_ALG_HMAC(PSA_ALG_SHA_256), PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 16), PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 9),
    PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 32), PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 10),
    PSA_ALG_HMAC(PSA_ALG_SHA_512), PSA_ALG_CMAC, PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 8), PSA_ALG_SHA_256,
  };
  psa_mac_operation_t operation = PSA_MAC_OPERATION_INIT;
  for (size_t p = 0; p < sizeof policies / sizeof *policies; p++)
    for (size_t i = 0; i < sizeof algs / sizeof *algs; i++) {
      mbedtls_svc_key_id_t id = key(policies[p] == PSA_ALG_CMAC ? PSA_KEY_TYPE_AES : PSA_KEY_TYPE_HMAC, PSA_KEY_USAGE_SIGN_MESSAGE | PSA_KEY_USAGE_VERIFY_MESSAGE, policies[p], message + 7, 16);
      printf("policy %08x, algorithm %08x ", (unsigned) policies[p], (unsigned) algs[i]);
      psa_status_t status = psa_mac_compute(id, algs[i], message, 100, out, sizeof out, &len);
      hex("code", status, out, len);
      if (status == 0) {
        printf(" verify: %d", (int) psa_mac_verify(id, algs[i], message, 100, out, len));
        printf(" %d %d\n", (int) psa_mac_verify(id, algs[i], message, 99, out, len), (int) psa_mac_verify(id, algs[i], message, 100, out, len - 1));
        printf(" parts: %d", (int) psa_mac_sign_setup(&operation, id, algs[i]));
        psa_mac_update(&operation, message, 60);
        psa_mac_update(&operation, message + 60, 40);
        printf(" %d\n", (int) psa_mac_sign_finish(&operation, out + 100, 100, &len));
        printf(" the same: %d\n", memcmp(out, out + 100, len));
        psa_mac_verify_setup(&operation, id, algs[i]);
        psa_mac_update(&operation, message, 100);
        printf(" verify: %d", (int) psa_mac_verify_finish(&operation, out, len));
        printf(" %d\n", (int) psa_mac_verify_finish(&operation, out, len));
        psa_mac_verify_setup(&operation, id, algs[i]);
        printf(" the wrong end: %d\n", (int) psa_mac_sign_finish(&operation, out, 100, &len));
        psa_mac_abort(&operation);
      }
      psa_destroy_key(id);
    }
}

static void aead(void) {
  static const psa_algorithm_t algs[] = {
    PSA_ALG_GCM, PSA_ALG_CCM, PSA_ALG_CHACHA20_POLY1305, PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, 12), PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CCM, 8),
    PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CCM, 7), PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, 3), PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_GCM, 8),
  };
  for (size_t k = 0; k < 2; k++)
    for (size_t i = 0; i < sizeof algs / sizeof *algs; i++)
      for (size_t nonce = 11; nonce < 14; nonce++) {
        mbedtls_svc_key_id_t id = key(k ? PSA_KEY_TYPE_CHACHA20 : PSA_KEY_TYPE_AES, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT, algs[i], message + 9, 32);
        printf("key %zu, %08x, nonce of %zu ", k, (unsigned) algs[i], nonce);
        psa_status_t status = psa_aead_encrypt(id, algs[i], message, nonce, message + 30, 20, message + 50, 40, out, sizeof out, &len);
        hex("encrypt", status, out, len);
        if (status == 0) {
          size_t all = len;
          HEX(" decrypt", psa_aead_decrypt(id, algs[i], message, nonce, message + 30, 20, out, all, out + 200, 40, &len), out + 200);
          printf(" little room: %d", (int) psa_aead_decrypt(id, algs[i], message, nonce, message + 30, 20, out, all, out + 200, 39, &len));
          out[3] ^= 1;
          printf(", damaged: %d", (int) psa_aead_decrypt(id, algs[i], message, nonce, message + 30, 20, out, all, out + 200, 40, &len));
          printf(", too short: %d\n", (int) psa_aead_decrypt(id, algs[i], message, nonce, message + 30, 20, out, 5, out + 200, 40, &len));
          memcpy(out, message + 50, 40);
          HEX(" in place", psa_aead_encrypt(id, algs[i], message, nonce, message + 30, 20, out, 40, out, sizeof out, &len), out);
        }
        psa_destroy_key(id);
      }
  mbedtls_svc_key_id_t id = key(PSA_KEY_TYPE_AES, PSA_KEY_USAGE_DECRYPT, PSA_ALG_GCM, message, 32);
  printf("not to encrypt: %d, with another algorithm: %d\n", (int) psa_aead_encrypt(id, PSA_ALG_GCM, message, 12, NULL, 0, message, 9, out, sizeof out, &len),
         (int) psa_aead_decrypt(id, PSA_ALG_CCM, message, 12, NULL, 0, message, 30, out, sizeof out, &len));
  psa_destroy_key(id);
}

static void signing(void) {
  static const psa_algorithm_t algs[] = {
    PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_256), PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_512), PSA_ALG_ECDSA(PSA_ALG_SHA_384), PSA_ALG_ECDSA_ANY,
    PSA_ALG_RSA_PKCS1V15_SIGN(PSA_ALG_SHA_256), PSA_ALG_RSA_PKCS1V15_SIGN_RAW, PSA_ALG_RSA_PSS(PSA_ALG_SHA_256), PSA_ALG_RSA_PSS_ANY_SALT(PSA_ALG_SHA_384),
    PSA_ALG_ECDSA(PSA_ALG_ANY_HASH), PSA_ALG_SHA_256,
  };
  static const size_t lengths[] = { 32, 20, 48, 64 };
  static const psa_key_type_t types[] = { SECP_R1, PSA_KEY_TYPE_RSA_KEY_PAIR, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_K1) };
  for (size_t t = 0; t < sizeof types / sizeof *types; t++)
    for (size_t i = 0; i < sizeof algs / sizeof *algs; i++) {
      mbedtls_svc_key_id_t id = 0, public;
      psa_key_attributes_t a = attributes(types[t], types[t] == PSA_KEY_TYPE_RSA_KEY_PAIR ? 1024 : 256, PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_VERIFY_HASH, algs[i]);
      if (types[t] == PSA_KEY_TYPE_RSA_KEY_PAIR) psa_generate_key(&a, &id);
      else psa_import_key(&a, message + 1, 32, &id);
      uint8_t exported[300];
      size_t exported_len = 0;
      psa_export_public_key(id, exported, sizeof exported, &exported_len);
      public = key(PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(types[t]), PSA_KEY_USAGE_VERIFY_HASH, algs[i], exported, exported_len);
      for (size_t l = 0; l < sizeof lengths / sizeof *lengths; l++) {
        psa_status_t status = psa_sign_hash(id, algs[i], message, lengths[l], out, sizeof out, &len);
        printf("%04x, %08x, hash of %zu: %d", types[t], (unsigned) algs[i], lengths[l], (int) status);
        if (status) {
          puts("");
          continue;
        }
        size_t all = len;
        /* on secp256k1 ours is the smaller of two values */
        if (types[t] == SECP_R1 && PSA_ALG_IS_ECDSA(algs[i]) && (algs[i] & 0x100)) hex(" signature", status, out, len);
        else printf(" %zu\n", len);
        printf(" verify: %d %d", (int) psa_verify_hash(id, algs[i], message, lengths[l], out, all), (int) psa_verify_hash(public, algs[i], message, lengths[l], out, all));
        printf(", cut: %d, another hash: %d", (int) psa_verify_hash(id, algs[i], message, lengths[l], out, all - 1), (int) psa_verify_hash(public, algs[i], message + 1, lengths[l], out, all));
        printf(", little room: %d, public: %d\n", (int) psa_sign_hash(id, algs[i], message, lengths[l], out + 1000, all - 1, &len), (int) psa_sign_hash(public, algs[i], message, lengths[l], out + 1000, 1000, &len));
      }
      psa_status_t status = psa_sign_message(id, algs[i], message, 99, out, sizeof out, &len);
      printf("message: %d", (int) status);
      if (status == 0) printf(" %zu, verify: %d %d", len, (int) psa_verify_message(public, algs[i], message, 99, out, len), (int) psa_verify_message(public, algs[i], message, 98, out, len));
      puts("");
      psa_destroy_key(id);
      psa_destroy_key(public);
    }
}

static void encrypting(void) {
  static const psa_algorithm_t algs[] = { PSA_ALG_RSA_PKCS1V15_CRYPT, PSA_ALG_RSA_OAEP(PSA_ALG_SHA_256), PSA_ALG_RSA_OAEP(PSA_ALG_SHA_1) };
  for (size_t i = 0; i < sizeof algs / sizeof *algs; i++)
    for (size_t size = 0; size < 130; size += 43) {
      mbedtls_svc_key_id_t id = 0;
      psa_key_attributes_t a = attributes(PSA_KEY_TYPE_RSA_KEY_PAIR, 1024, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT, algs[i]);
      psa_generate_key(&a, &id);
      psa_status_t status = psa_asymmetric_encrypt(id, algs[i], message, size, NULL, 0, out, sizeof out, &len);
      printf("%08x, %zu bytes: %d", (unsigned) algs[i], size, (int) status);
      if (status == 0) {
        size_t all = len;
        printf(" %zu", all);
        HEX(", decrypt", psa_asymmetric_decrypt(id, algs[i], out, all, NULL, 0, out + 500, 500, &len), out + 500);
        printf(" little room: %d", size ? (int) psa_asymmetric_decrypt(id, algs[i], out, all, NULL, 0, out + 500, size - 1, &len) : 0);
        printf(", too short: %d\n", (int) psa_asymmetric_decrypt(id, algs[i], out, all - 1, NULL, 0, out + 500, 500, &len));
        printf(" little room to encrypt: %d", (int) psa_asymmetric_encrypt(id, algs[i], message, size, NULL, 0, out, 127, &len));
        if (algs[i] != PSA_ALG_RSA_PKCS1V15_CRYPT) printf(", another label: %d", (int) psa_asymmetric_decrypt(id, algs[i], out, all, message, 3, out + 500, 500, &len));
      }
      printf(", label: %d\n", (int) psa_asymmetric_encrypt(id, algs[i], message, 1, message, 5, out, sizeof out, &len));
      psa_destroy_key(id);
    }
}

static void agreeing(void) {
  static const psa_key_type_t types[] = { SECP_R1, X25519, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_K1), PSA_KEY_TYPE_AES };
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    uint8_t peer[100];
    size_t peer_len = 0;
    mbedtls_svc_key_id_t a = key(types[i], PSA_KEY_USAGE_DERIVE, PSA_ALG_ECDH, message + 1, 32), b = key(types[i], PSA_KEY_USAGE_DERIVE, PSA_ALG_ECDH, message + 2, 32);
    psa_export_public_key(b, peer, sizeof peer, &peer_len);
    HEX("secret", psa_raw_key_agreement(PSA_ALG_ECDH, a, peer, peer_len, out, sizeof out, &len), out);
    psa_export_public_key(a, peer, sizeof peer, &peer_len);
    HEX("secret", psa_raw_key_agreement(PSA_ALG_ECDH, b, peer, peer_len, out, sizeof out, &len), out);
    printf("little room: %d", (int) psa_raw_key_agreement(PSA_ALG_ECDH, b, peer, peer_len, out, 31, &len));
    printf(", cut: %d", (int) psa_raw_key_agreement(PSA_ALG_ECDH, b, peer, peer_len ? peer_len - 1 : 0, out, sizeof out, &len));
    memset(peer, types[i] == X25519 ? 0 : 4, sizeof peer);
    printf(", bad: %d", (int) psa_raw_key_agreement(PSA_ALG_ECDH, b, peer, peer_len, out, sizeof out, &len));
    printf(", other algorithms: %d %d\n", (int) psa_raw_key_agreement(PSA_ALG_SHA_256, b, peer, peer_len, out, sizeof out, &len),
           (int) psa_raw_key_agreement(PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256)), b, peer, peer_len, out, sizeof out, &len));
    psa_destroy_key(a);
    psa_destroy_key(b);
  }
}

/* Every family and length: which are keys at all, what they sign and agree on. */
static void curves(void) {
  static const psa_ecc_family_t families[] = { PSA_ECC_FAMILY_SECP_R1,        PSA_ECC_FAMILY_SECP_K1,    PSA_ECC_FAMILY_SECP_R2,
                                               PSA_ECC_FAMILY_BRAINPOOL_P_R1, PSA_ECC_FAMILY_MONTGOMERY, PSA_ECC_FAMILY_TWISTED_EDWARDS };
  static const size_t lengths[] = { 160, 192, 224, 225, 255, 256, 320, 384, 448, 512, 521 };
  for (size_t f = 0; f < sizeof families / sizeof *families; f++)
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
      psa_key_type_t type = PSA_KEY_TYPE_ECC_KEY_PAIR(families[f]);
      psa_algorithm_t alg = families[f] == PSA_ECC_FAMILY_MONTGOMERY ? PSA_ALG_ECDH : PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_384);
      psa_key_attributes_t a = attributes(type, lengths[i], EVERYTHING, alg), any = attributes(type, 0, EVERYTHING, alg);
      uint8_t private[66], hash[48], signature[200];
      size_t signature_len;
      mbedtls_svc_key_id_t id = 0, same = 0;
      memcpy(private, message, sizeof private);
      memcpy(hash, message + 9, sizeof hash);
      private[0] = 0;
      printf("family %02x, %zu bits: made %d", families[f], lengths[i], (int) psa_generate_key(&a, &id));
      psa_destroy_key(id);
      printf(", of the length alone %d", (int) psa_import_key(&any, private, (lengths[i] + 7) / 8, &same));
      psa_destroy_key(same);
      int status = (int) psa_import_key(&a, private, (lengths[i] + 7) / 8, &id);
      printf(", imported %d, too long %d\n", status, (int) psa_import_key(&a, private, (lengths[i] + 7) / 8 + 1, &same));
      if (status) continue;
      HEX(" public", psa_export_public_key(id, out, sizeof out, &len), out);
      if (alg == PSA_ALG_ECDH) {
        HEX(" secret", psa_raw_key_agreement(PSA_ALG_ECDH, id, out, len, signature, sizeof signature, &len), signature);
        memset(out, 0, sizeof out);
        HEX(" of small order", psa_raw_key_agreement(PSA_ALG_ECDH, id, out, (lengths[i] + 7) / 8, signature, sizeof signature, &len), signature);
      } else {
        mbedtls_svc_key_id_t public = key(PSA_KEY_TYPE_ECC_PUBLIC_KEY(families[f]), PSA_KEY_USAGE_VERIFY_HASH, alg, out, len);
        printf(" %d", (int) psa_sign_hash(id, alg, hash, sizeof hash, signature, sizeof signature, &signature_len));
        printf(", verified %d", (int) psa_verify_hash(public, alg, hash, sizeof hash, signature, signature_len));
        hash[3] ^= 1;
        printf(", another hash %d\n", (int) psa_verify_hash(public, alg, hash, sizeof hash, signature, signature_len));
        if (families[f] != PSA_ECC_FAMILY_SECP_K1 || lengths[i] != 256) hex(" signature", 0, signature, signature_len);
        psa_destroy_key(public);
      }
      psa_destroy_key(id);
    }
}

int main(void) {
  for (size_t i = 0; i < sizeof message; i++) message[i] = (uint8_t) (i * 7 + 3);
  printf("init: %d\n", (int) psa_crypto_init());
  importing();
  generating();
  hashing();
  codes();
  aead();
  signing();
  encrypting();
  agreeing();
  curves();
  mbedtls_psa_crypto_free();
  return 0;
}
