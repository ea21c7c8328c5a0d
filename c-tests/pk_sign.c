/* Signing and verifying hashes with the key files of tests/keys: signatures, lengths and codes. What is not random is printed
 * byte for byte. */
#include "support/bytes.h"

#include <mbedtls/ecp.h>
#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>
#include <stdio.h>
#include <string.h>

static const char *folder = "tests/keys";
static unsigned seed = 1; /* of the library's random numbers */
static unsigned data = 1; /* of our own */

static void say(const char *what, int code) { printf("%s: %s0x%04x\n", what, code < 0 ? "-" : "", (unsigned) (code < 0 ? -code : code)); }

static void bytes(const unsigned char *p, size_t length) {
  printf("   ");
  for (size_t i = 0; i < length; i++) printf("%02x", p[i]);
  printf("\n");
}

static int load(mbedtls_pk_context *pk, const char *name) {
  char path[4096];
  mbedtls_pk_init(pk);
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return mbedtls_pk_parse_keyfile(pk, path, NULL, pseudo_random, &seed);
}

static unsigned char hash[64], sig[1100];

static void around(mbedtls_pk_context *pk, mbedtls_md_type_t md, size_t hash_len, size_t n) {
  say("   verify", mbedtls_pk_verify(pk, md, hash, hash_len, sig, n));
  say("   one byte more", mbedtls_pk_verify(pk, md, hash, hash_len, sig, n + 1));
  say("   one byte less", mbedtls_pk_verify(pk, md, hash, hash_len, sig, n - 1));
  say("   none", mbedtls_pk_verify(pk, md, hash, hash_len, sig, 0));
  hash[0] ^= 1;
  say("   another hash", mbedtls_pk_verify(pk, md, hash, hash_len, sig, n));
  hash[0] ^= 1;
  sig[n / 2] ^= 1;
  say("   another signature", mbedtls_pk_verify(pk, md, hash, hash_len, sig, n));
  sig[n / 2] ^= 1;
}

/* One hash with each function and some lengths. */
static void hashes(mbedtls_pk_context *pk) {
  static const struct { mbedtls_md_type_t md; size_t length; } cases[] = {
    { MBEDTLS_MD_MD5, 16 },      { MBEDTLS_MD_RIPEMD160, 20 }, { MBEDTLS_MD_SHA1, 20 },     { MBEDTLS_MD_SHA224, 28 },
    { MBEDTLS_MD_SHA256, 32 },   { MBEDTLS_MD_SHA384, 48 },    { MBEDTLS_MD_SHA512, 64 },   { MBEDTLS_MD_SHA3_224, 28 },
    { MBEDTLS_MD_SHA3_256, 32 }, { MBEDTLS_MD_SHA3_384, 48 },  { MBEDTLS_MD_SHA3_512, 64 }, { MBEDTLS_MD_SHA256, 0 },
    { MBEDTLS_MD_SHA512, 0 },    { MBEDTLS_MD_SHA256, 31 },    { MBEDTLS_MD_SHA256, 64 },   { MBEDTLS_MD_SHA256, 1 },
    { MBEDTLS_MD_NONE, 32 },     { MBEDTLS_MD_NONE, 0 },       { MBEDTLS_MD_NONE, 64 },     { (mbedtls_md_type_t) 99, 32 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    size_t n = 77;
    pseudo_random(&data, hash, sizeof hash);
    int code = mbedtls_pk_sign(pk, cases[i].md, hash, cases[i].length, sig, sizeof sig, &n, pseudo_random, &seed);
    printf("  function %d, %zu bytes: length %zu", (int) cases[i].md, cases[i].length, n);
    say("", code);
    if (code != 0) {
      say("   verify", mbedtls_pk_verify(pk, cases[i].md, hash, cases[i].length, sig, n));
      continue;
    }
    bytes(sig, n);
    around(pk, cases[i].md, cases[i].length, n);
  }
}

static void sizes(mbedtls_pk_context *pk) {
  size_t n, whole = 0;
  mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof sig, &whole, pseudo_random, &seed);
  for (size_t size = 0; size <= whole + 1; size += size + 4 < whole ? whole - 4 : 1) {
    printf("  room for %zu of %zu", size, whole);
    say("", mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, hash, 32, sig, size, &n, pseudo_random, &seed));
  }
  say("  no hash", mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, NULL, 32, sig, sizeof sig, &n, pseudo_random, &seed));
  say("  no hash, no function", mbedtls_pk_sign(pk, MBEDTLS_MD_NONE, NULL, 0, sig, sizeof sig, &n, pseudo_random, &seed));
}

/* Each type of operation, and PSS. */
static void types(mbedtls_pk_context *pk) {
  for (int type = 0; type < 9; type++) {
    size_t n = 0;
    mbedtls_pk_rsassa_pss_options any = { MBEDTLS_MD_SHA256, MBEDTLS_RSA_SALT_LEN_ANY }, whole = { MBEDTLS_MD_SHA256, 32 };
    int code = mbedtls_pk_sign_ext((mbedtls_pk_type_t) type, pk, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof sig, &n, pseudo_random, &seed);
    printf("  type %d: length %zu", type, n);
    say("", code);
    say("   no options", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, NULL, pk, MBEDTLS_MD_SHA256, hash, 32, sig, n));
    say("   any salt", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, &any, pk, MBEDTLS_MD_SHA256, hash, 32, sig, n));
    say("   a salt of 32", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, &whole, pk, MBEDTLS_MD_SHA256, hash, 32, sig, n));
    if (code != 0) continue;
    say("   one byte more", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, &any, pk, MBEDTLS_MD_SHA256, hash, 32, sig, n + 1));
    say("   one byte less", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, &any, pk, MBEDTLS_MD_SHA256, hash, 32, sig, n - 1));
    say("   no function", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, &any, pk, MBEDTLS_MD_NONE, hash, 32, sig, n));
    say("   a short hash", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, &any, pk, MBEDTLS_MD_SHA256, hash, 31, sig, n));
    hash[0] ^= 1;
    say("   another hash", mbedtls_pk_verify_ext((mbedtls_pk_type_t) type, &any, pk, MBEDTLS_MD_SHA256, hash, 32, sig, n));
    hash[0] ^= 1;
  }
}

/* A context by type: empty, then with a new key. */
static void setup(int type) {
  memset(sig, 0, sizeof sig);
  mbedtls_pk_context pk;
  unsigned char buffer[3000];
  size_t n = 0;
  const mbedtls_pk_info_t *info = mbedtls_pk_info_from_type((mbedtls_pk_type_t) type);
  mbedtls_pk_init(&pk);
  printf("type %d is %s\n", type, info ? "known" : "unknown");
  say(" setup", mbedtls_pk_setup(&pk, info));
  if (info == NULL) return;
  say(" again", mbedtls_pk_setup(&pk, info));
  for (int made = 0; made < 2; made++) {
    printf(" %d, %u bits, %s, can do", (int) mbedtls_pk_get_type(&pk), (unsigned) mbedtls_pk_get_bitlen(&pk), mbedtls_pk_get_name(&pk));
    for (int other = 0; other < 9; other++) printf(" %d", mbedtls_pk_can_do(&pk, (mbedtls_pk_type_t) other));
    printf(", rsa %d, ec %d\n", mbedtls_pk_rsa(pk) != NULL, mbedtls_pk_ec(pk) != NULL);
    say(" sign", mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof sig, &n, pseudo_random, &seed));
    say(" verify", mbedtls_pk_verify(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, made ? n : 128));
    int der = mbedtls_pk_write_key_der(&pk, buffer, sizeof buffer);
    say(" private", der > 0 ? 0 : der);
    der = mbedtls_pk_write_pubkey_der(&pk, buffer, sizeof buffer);
    say(" public", der > 0 ? 0 : der);
    say(" public text", mbedtls_pk_write_pubkey_pem(&pk, buffer, sizeof buffer));
    say(" pair", mbedtls_pk_check_pair(&pk, &pk, pseudo_random, &seed));
    say(" encrypt", mbedtls_pk_encrypt(&pk, hash, 32, buffer, &n, sizeof buffer, pseudo_random, &seed));
    say(" decrypt", mbedtls_pk_decrypt(&pk, buffer, made ? n : 32, buffer + 1000, &n, 1000, pseudo_random, &seed));
    if (made) break;
    if (mbedtls_pk_rsa(pk)) say(" new", mbedtls_rsa_gen_key(mbedtls_pk_rsa(pk), pseudo_random, &seed, 1024, 65537));
    if (mbedtls_pk_ec(pk)) say(" new", mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1, mbedtls_pk_ec(pk), pseudo_random, &seed));
  }
  mbedtls_pk_free(&pk);
}

/* A key that is changed through its accessor is the one that signs then. */
static void change(const char *name) {
  mbedtls_pk_context pk, other;
  size_t n;
  load(&pk, name);
  load(&other, name);
  printf("%s changed\n", name);
  if (mbedtls_pk_rsa(pk)) mbedtls_rsa_gen_key(mbedtls_pk_rsa(pk), pseudo_random, &seed, 2048, 65537);
  if (mbedtls_pk_ec(pk)) mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1, mbedtls_pk_ec(pk), pseudo_random, &seed);
  say(" sign", mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof sig, &n, pseudo_random, &seed));
  say(" the new one verifies", mbedtls_pk_verify(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, n));
  printf(" the old one %s\n", mbedtls_pk_verify(&other, MBEDTLS_MD_SHA256, hash, 32, sig, n) ? "does not" : "verifies");
  printf(" a pair: %d and %d\n", mbedtls_pk_check_pair(&pk, &pk, pseudo_random, &seed) == 0,
         mbedtls_pk_check_pair(&other, &pk, pseudo_random, &seed) == 0);
  mbedtls_pk_free(&pk);
  mbedtls_pk_free(&other);
}

/* RSA whose private half is elsewhere. */
static int alt_decrypt(void *ctx, size_t *olen, const unsigned char *input, unsigned char *output, size_t size) {
  return mbedtls_rsa_pkcs1_decrypt(ctx, pseudo_random, &seed, olen, input, output, size);
}
static int alt_sign(void *ctx, mbedtls_f_rng_t *f_rng, void *p_rng, mbedtls_md_type_t md, unsigned length, const unsigned char *h, unsigned char *s) {
  return mbedtls_rsa_pkcs1_sign(ctx, f_rng, p_rng, md, length, h, s);
}
static size_t alt_length(void *ctx) { return mbedtls_rsa_get_len(ctx); }

static void alternative(void) {
  mbedtls_pk_context key, pk;
  unsigned char encrypted[256], plain[256];
  size_t n;
  load(&key, "rsa2048.pem");
  mbedtls_pk_init(&pk);
  say("alternative", mbedtls_pk_setup_rsa_alt(&pk, mbedtls_pk_rsa(key), alt_decrypt, alt_sign, alt_length));
  printf(" %d, %u bits, %s\n", (int) mbedtls_pk_get_type(&pk), (unsigned) mbedtls_pk_get_bitlen(&pk), mbedtls_pk_get_name(&pk));
  say(" sign", mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof sig, &n, pseudo_random, &seed));
  say(" verify", mbedtls_pk_verify(&key, MBEDTLS_MD_SHA256, hash, 32, sig, n));
  say(" too small", mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, 255, &n, pseudo_random, &seed));
  say(" verify with it", mbedtls_pk_verify(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, n));
  say(" pair", mbedtls_pk_check_pair(&key, &pk, pseudo_random, &seed));
  say(" encrypt", mbedtls_pk_encrypt(&key, hash, 20, encrypted, &n, sizeof encrypted, pseudo_random, &seed));
  say(" decrypt", mbedtls_pk_decrypt(&pk, encrypted, 256, plain, &n, sizeof plain, pseudo_random, &seed));
  printf(" %zu bytes, %s\n", n, memcmp(plain, hash, 20) ? "others" : "the same");
  mbedtls_pk_free(&pk);
  mbedtls_pk_free(&key);
}

int main(void) {
  static const char *names[] = { "rsa1024.pem", "rsa2048.pem", "rsa3072.der", "rsa4096.der", "prime256v1.pem", "secp384r1.pem", "secp521r1.pem" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    mbedtls_pk_context pk;
    say(names[i], load(&pk, names[i]));
    hashes(&pk);
    sizes(&pk);
    types(&pk);
    mbedtls_pk_free(&pk);
  }
  for (int type = 0; type < 9; type++) setup(type);
  change("rsa2048.pem");
  change("prime256v1.pem");
  alternative();
  return 0;
}
