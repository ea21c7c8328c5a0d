/* Keys between pk contexts and PSA Crypto: the attributes that fit a key, keys given and keys taken back. */
#include "support/bytes.h"

#include <mbedtls/ecp.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

static unsigned seed = 1;

static void say_attributes(const psa_key_attributes_t *a) {
  printf("type %x bits %zu usage %x alg %x, %x lifetime %x id %x\n", (unsigned) psa_get_key_type(a), psa_get_key_bits(a), (unsigned) psa_get_key_usage_flags(a),
         (unsigned) psa_get_key_algorithm(a), (unsigned) psa_get_key_enrollment_algorithm(a), (unsigned) psa_get_key_lifetime(a), (unsigned) psa_get_key_id(a));
}

/* What fits the key, for each use there is, for two at once, and for what is none. */
static void attributes(const char *name, const mbedtls_pk_context *pk) {
  printf("%s:\n", name);
  for (unsigned i = 0; i < 20; i++) {
    unsigned usage = i < 18 ? 1u << i : i == 18 ? 0 : PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_SIGN_MESSAGE;
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
    psa_set_key_id(&a, 77);
    psa_set_key_usage_flags(&a, 3);
    psa_set_key_enrollment_algorithm(&a, 5);
    printf("  %x: %d ", usage, mbedtls_pk_get_psa_attributes(pk, usage, &a));
    say_attributes(&a);
  }
}

static int same(const mbedtls_pk_context *a, const mbedtls_pk_context *b, int private) {
  static unsigned char x[2400], y[2400];
  int (*write)(const mbedtls_pk_context *, unsigned char *, size_t) = private ? mbedtls_pk_write_key_der : mbedtls_pk_write_pubkey_der;
  int n = write(a, x, sizeof x), m = write(b, y, sizeof y);
  return m < 0 ? m : n == m && memcmp(x + sizeof x - n, y + sizeof y - m, (size_t) n) == 0;
}

/* Takes the key out again, both ways. */
static void take(mbedtls_svc_key_id_t id, const mbedtls_pk_context *pk) {
  for (int public = 0; public < 2; public++) {
    mbedtls_pk_context copy;
    mbedtls_pk_init(&copy);
    int code = public ? mbedtls_pk_copy_public_from_psa(id, &copy) : mbedtls_pk_copy_from_psa(id, &copy);
    printf("    %s: %d type %d bits %zu", public ? "public" : "copy", code, (int) mbedtls_pk_get_type(&copy), mbedtls_pk_get_bitlen(&copy));
    if (code == 0) {
      if (pk != NULL) printf(" same public %d private %d", same(pk, &copy, 0), same(pk, &copy, 1));
      if (mbedtls_pk_get_type(&copy) == MBEDTLS_PK_RSA) {
        printf(" padding %d hash %d", mbedtls_rsa_get_padding_mode(mbedtls_pk_rsa(copy)), (int) mbedtls_rsa_get_md_alg(mbedtls_pk_rsa(copy)));
      }
      printf(" again %d", mbedtls_pk_copy_from_psa(id, &copy));
    }
    printf("\n");
    mbedtls_pk_free(&copy);
  }
}

static void give_as(const mbedtls_pk_context *pk, const char *how, const psa_key_attributes_t *a) {
  mbedtls_svc_key_id_t id = 55;
  psa_key_attributes_t kept = PSA_KEY_ATTRIBUTES_INIT;
  int code = mbedtls_pk_import_into_psa(pk, a, &id);
  printf("  %s: %d %s\n", how, code, id == 0 ? "none" : "a key");
  if (code != 0) return;
  psa_get_key_attributes(id, &kept);
  psa_set_key_id(&kept, 0);
  printf("    ");
  say_attributes(&kept);
  take(id, pk);
  psa_destroy_key(id);
}

/* Gives the key with the attributes that fit, and with others. */
static void give(const char *name, const mbedtls_pk_context *pk, psa_key_usage_t usage) {
  psa_key_attributes_t fit = PSA_KEY_ATTRIBUTES_INIT, a;
  printf("%s for %x: %d\n", name, (unsigned) usage, mbedtls_pk_get_psa_attributes(pk, usage, &fit));
  give_as(pk, "as it fits", &fit);
  a = fit, psa_set_key_bits(&a, 0), give_as(pk, "no length", &a);
  a = fit, psa_set_key_bits(&a, psa_get_key_bits(&fit) + 8), give_as(pk, "a greater length", &a);
  a = fit, psa_set_key_bits(&a, psa_get_key_bits(&fit) - 128), give_as(pk, "a small length", &a);
  a = fit, psa_set_key_type(&a, psa_get_key_type(&fit) ^ 0x3000), give_as(pk, "the other half", &a);
  a = fit, psa_set_key_type(&a, PSA_KEY_TYPE_AES), give_as(pk, "AES", &a);
  a = fit, psa_set_key_type(&a, PSA_KEY_TYPE_RSA_KEY_PAIR), give_as(pk, "an RSA pair", &a);
  a = fit, psa_set_key_type(&a, PSA_KEY_TYPE_ECC_KEY_PAIR(0x13)), give_as(pk, "another curve", &a);
  a = fit, psa_set_key_type(&a, 0), give_as(pk, "no type", &a);
  a = fit, psa_set_key_usage_flags(&a, 0), give_as(pk, "no use", &a);
  a = fit, psa_set_key_usage_flags(&a, 0x80000000), give_as(pk, "an unknown use", &a);
  a = fit, psa_set_key_lifetime(&a, 1), give_as(pk, "a file without a number", &a);
}

/* An RSA key of each algorithm, by what padding and hash it comes out. */
static void algorithms(const mbedtls_pk_context *rsa) {
  static const psa_algorithm_t list[] = { 0, 0x06000200, 0x06000209, 0x060002ff, 0x06000309, 0x060003ff, 0x0600130a, 0x060013ff,
                                          0x07000200, 0x07000309, 0x0700030b, 0x070003ff, 0x06000609 };
  static unsigned char der[2400];
  int length = mbedtls_pk_write_key_der(rsa, der, sizeof der);
  for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t id = 0;
    psa_set_key_type(&a, PSA_KEY_TYPE_RSA_KEY_PAIR);
    psa_set_key_usage_flags(&a, PSA_KEY_USAGE_EXPORT);
    psa_set_key_algorithm(&a, list[i]);
    printf("algorithm %x: %d\n", (unsigned) list[i], (int) psa_import_key(&a, der + sizeof der - length, (size_t) length, &id));
    take(id, rsa);
    psa_destroy_key(id);
  }
}

static void public_half(mbedtls_pk_context *pub, const mbedtls_pk_context *pk) {
  unsigned char der[1200];
  int length = mbedtls_pk_write_pubkey_der(pk, der, sizeof der);
  mbedtls_pk_init(pub);
  if (length > 0) length = mbedtls_pk_parse_public_key(pub, der + sizeof der - length, (size_t) length);
}

static void rsa_keys(void) {
  mbedtls_pk_context pk, pub;
  mbedtls_pk_init(&pk);
  mbedtls_pk_setup(&pk, mbedtls_pk_info_from_type(MBEDTLS_PK_RSA));
  attributes("RSA without numbers", &pk);
  mbedtls_pk_free(&pk);
  printf("load %d\n", mbedtls_pk_parse_keyfile(&pk, "tests/keys/rsa2048.pem", NULL, pseudo_random, &seed));
  public_half(&pub, &pk);
  attributes("RSA", &pk);
  attributes("public RSA", &pub);
  give("RSA", &pk, PSA_KEY_USAGE_SIGN_MESSAGE);
  give("RSA", &pk, PSA_KEY_USAGE_ENCRYPT);
  give("public RSA", &pub, PSA_KEY_USAGE_VERIFY_HASH);
  mbedtls_rsa_set_padding(mbedtls_pk_rsa(pk), MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_NONE);
  attributes("RSA, V21", &pk);
  mbedtls_rsa_set_padding(mbedtls_pk_rsa(pk), MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA384);
  attributes("RSA, V21 with SHA-384", &pk);
  give("RSA, V21 with SHA-384", &pk, PSA_KEY_USAGE_DECRYPT);
  algorithms(&pk);
  mbedtls_pk_free(&pub);
  mbedtls_pk_free(&pk);
}

static void curves(void) {
  static const mbedtls_ecp_group_id groups[] = { MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_SECP384R1, MBEDTLS_ECP_DP_SECP521R1,
                                                 MBEDTLS_ECP_DP_SECP256K1, MBEDTLS_ECP_DP_CURVE25519 };
  for (int type = MBEDTLS_PK_ECKEY; type <= MBEDTLS_PK_ECDSA; type++) {
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
      mbedtls_pk_context pk, pub;
      char name[40];
      snprintf(name, sizeof name, "type %d curve %d", type, (int) groups[i]);
      mbedtls_pk_init(&pk);
      mbedtls_pk_setup(&pk, mbedtls_pk_info_from_type((mbedtls_pk_type_t) type));
      if (i == 0) attributes("no curve", &pk);
      printf("generate %d\n", mbedtls_ecp_gen_key(groups[i], mbedtls_pk_ec(pk), pseudo_random, &seed));
      attributes(name, &pk);
      if (type == MBEDTLS_PK_ECKEY) {
        give(name, &pk, PSA_KEY_USAGE_SIGN_HASH);
        give(name, &pk, PSA_KEY_USAGE_VERIFY_MESSAGE);
        give(name, &pk, PSA_KEY_USAGE_DERIVE);
      }
      if (type == MBEDTLS_PK_ECKEY && groups[i] != MBEDTLS_ECP_DP_CURVE25519) {
        public_half(&pub, &pk);
        attributes("its public half", &pub);
        give("its public half", &pub, PSA_KEY_USAGE_VERIFY_HASH);
        mbedtls_pk_free(&pub);
      }
      mbedtls_pk_free(&pk);
    }
  }
}

int main(void) {
  mbedtls_pk_context pk;
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = 55;
  psa_crypto_init();
  mbedtls_pk_init(&pk);
  attributes("no key", &pk);
  psa_set_key_type(&a, PSA_KEY_TYPE_RSA_KEY_PAIR);
  printf("no key: %d", mbedtls_pk_import_into_psa(&pk, &a, &id));
  printf(" %u\n", (unsigned) id);
  printf("no such number: %d %d %d\n", mbedtls_pk_copy_from_psa(0, &pk), mbedtls_pk_copy_from_psa(12345, &pk), mbedtls_pk_copy_public_from_psa(0x7ffffffe, &pk));
  psa_set_key_type(&a, PSA_KEY_TYPE_AES);
  psa_set_key_usage_flags(&a, PSA_KEY_USAGE_EXPORT);
  printf("AES: %d", (int) psa_import_key(&a, (const unsigned char *) "0123456789abcdef", 16, &id));
  printf(" %d %d\n", mbedtls_pk_copy_from_psa(id, &pk), mbedtls_pk_copy_public_from_psa(id, &pk));
  rsa_keys();
  curves();
  mbedtls_psa_crypto_free();
  return 0;
}
