/* RSA keys by their numbers: in, out, completed, checked; the paddings; the bare operations. */
#include "support/bytes.h"

#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>
#include <stdio.h>
#include <string.h>

static unsigned seed = 1; /* of the library's random numbers */
static unsigned data = 1; /* of our own */

static void say(const char *what, int code) { printf("%s: %s0x%04x\n", what, code < 0 ? "-" : "", (unsigned) (code < 0 ? -code : code)); }

static void bytes(const unsigned char *p, size_t length) {
  printf("   ");
  for (size_t i = 0; i < length; i++) printf("%02x", p[i]);
  printf("\n");
}

static void number(const char *name, mbedtls_mpi *x) {
  unsigned char buffer[1024];
  size_t length = mbedtls_mpi_size(x);
  mbedtls_mpi_write_binary(x, buffer, length);
  printf("   %s", name);
  bytes(buffer, length);
}

/* All that a key tells of itself. */
static void state(mbedtls_rsa_context *key) {
  mbedtls_mpi n, e, d, p, q, dp, dq, qp;
  mbedtls_mpi *all[] = { &n, &e, &d, &p, &q, &dp, &dq, &qp };
  for (size_t i = 0; i < 8; i++) mbedtls_mpi_init(all[i]);
  printf("  %u bytes, %u bits, padding %d, function %d", (unsigned) mbedtls_rsa_get_len(key), (unsigned) mbedtls_rsa_get_bitlen(key),
         mbedtls_rsa_get_padding_mode(key), mbedtls_rsa_get_md_alg(key));
  printf(", public -0x%x, private -0x%x\n", (unsigned) -mbedtls_rsa_check_pubkey(key), (unsigned) -mbedtls_rsa_check_privkey(key));
  say("  public numbers", mbedtls_rsa_export(key, &n, NULL, NULL, NULL, &e));
  say("  private numbers", mbedtls_rsa_export(key, NULL, &p, &q, &d, NULL));
  say("  computed numbers", mbedtls_rsa_export_crt(key, &dp, &dq, &qp));
  static const char *names[] = { "N", "E", "D", "P", "Q", "DP", "DQ", "QP" };
  for (size_t i = 0; i < 8; i++) {
    number(names[i], all[i]);
    mbedtls_mpi_free(all[i]);
  }
}

/* Each choice of the five numbers. */
static void choices(const mbedtls_rsa_context *whole) {
  mbedtls_mpi n, p, q, d, e;
  mbedtls_mpi_init(&n);
  mbedtls_mpi_init(&p);
  mbedtls_mpi_init(&q);
  mbedtls_mpi_init(&d);
  mbedtls_mpi_init(&e);
  mbedtls_rsa_export(whole, &n, &p, &q, &d, &e);
  for (unsigned set = 0; set < 32; set++) {
    mbedtls_rsa_context key;
    mbedtls_rsa_init(&key);
    printf("%s%s%s%s%s", set & 1 ? "N" : "", set & 2 ? "P" : "", set & 4 ? "Q" : "", set & 8 ? "D" : "", set & 16 ? "E" : "");
    say(" in", mbedtls_rsa_import(&key, set & 1 ? &n : NULL, set & 2 ? &p : NULL, set & 4 ? &q : NULL, set & 8 ? &d : NULL, set & 16 ? &e : NULL));
    unsigned char operand[128] = { 0 };
    if (set & 1) say(" private before", mbedtls_rsa_private(&key, pseudo_random, &seed, operand, operand));
    int code = mbedtls_rsa_complete(&key);
    say(" complete", code);
    if (code == 0) {
      state(&key);
      say("  pair", mbedtls_rsa_check_pub_priv(whole, &key));
      say("  pair", mbedtls_rsa_check_pub_priv(&key, whole));
    }
    mbedtls_rsa_free(&key);
  }
  mbedtls_rsa_context key;
  mbedtls_rsa_init(&key);
  mbedtls_mpi_add_int(&d, &d, 2);
  say("another D in", mbedtls_rsa_import(&key, &n, NULL, NULL, &d, &e));
  say("another D complete", mbedtls_rsa_complete(&key));
  mbedtls_rsa_free(&key);
  mbedtls_mpi_free(&n);
  mbedtls_mpi_free(&p);
  mbedtls_mpi_free(&q);
  mbedtls_mpi_free(&d);
  mbedtls_mpi_free(&e);
}

static void raw_numbers(const mbedtls_rsa_context *whole) {
  unsigned char n[140], p[70], q[70], d[140], e[8];
  mbedtls_rsa_context key;
  say("out", mbedtls_rsa_export_raw(whole, n, 130, p, 66, q, 66, d, 130, e, 8));
  bytes(n, 130);
  bytes(e, 8);
  say("too small", mbedtls_rsa_export_raw(whole, n, 127, NULL, 0, NULL, 0, NULL, 0, NULL, 0));
  say("nothing", mbedtls_rsa_export_raw(whole, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0));
  mbedtls_rsa_export_raw(whole, n, 130, p, 66, q, 66, d, 130, e, 8);
  mbedtls_rsa_init(&key);
  say("in", mbedtls_rsa_import_raw(&key, n, 130, p, 66, q, 66, NULL, 0, e, 8));
  say("complete", mbedtls_rsa_complete(&key));
  state(&key);
  mbedtls_rsa_free(&key);
  mbedtls_rsa_init(&key);
  say("in", mbedtls_rsa_import_raw(&key, n, 130, NULL, 0, NULL, 0, NULL, 0, e, 8));
  say("complete", mbedtls_rsa_complete(&key));
  say("private of a public key", mbedtls_rsa_export_raw(&key, NULL, 0, NULL, 0, NULL, 0, d, 130, NULL, 0));
  state(&key);
  mbedtls_rsa_context copy;
  mbedtls_rsa_init(&copy);
  mbedtls_rsa_set_padding(&key, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA1);
  say("copy", mbedtls_rsa_copy(&copy, &key));
  state(&copy);
  say("copy", mbedtls_rsa_copy(&copy, whole));
  state(&copy);
  mbedtls_rsa_free(&copy);
  mbedtls_rsa_free(&key);
}

/* The bare operations. */
static void bare(mbedtls_rsa_context *key) {
  unsigned char in[128], out[128], back[128];
  for (int i = 0; i < 6; i++) {
    pseudo_random(&data, in, sizeof in);
    if (i == 0) memset(in, 0, sizeof in);
    if (i == 1) memset(in, 0xff, sizeof in);
    if (i > 1) in[0] &= 0x3f;
    say("public", mbedtls_rsa_public(key, in, out));
    if (i == 1) {
      say("private", mbedtls_rsa_private(key, pseudo_random, &seed, in, out));
      continue;
    }
    bytes(out, sizeof out);
    say("private", mbedtls_rsa_private(key, pseudo_random, &seed, out, back));
    printf("  %s\n", memcmp(in, back, sizeof in) ? "another" : "the same");
    memcpy(back, in, sizeof in);
    say("in place", mbedtls_rsa_private(key, pseudo_random, &seed, back, back));
    bytes(back, sizeof back);
  }
}

static void encryption(mbedtls_rsa_context *key, int padding, mbedtls_md_type_t md) {
  unsigned char in[128], out[128], back[128];
  size_t n = 0;
  pseudo_random(&data, in, sizeof in);
  printf("padding %d, function %d", padding, (int) md);
  say("", mbedtls_rsa_set_padding(key, padding, md));
  for (size_t length = 0; length <= 128; length++) {
    int code = mbedtls_rsa_pkcs1_encrypt(key, pseudo_random, &seed, length, in, out);
    if (code == 0) {
      n = 0;
      code = mbedtls_rsa_pkcs1_decrypt(key, pseudo_random, &seed, &n, out, back, sizeof back);
      if (n != length || memcmp(in, back, n)) printf("  %zu bytes came back as %zu\n", length, n);
    }
    printf("  %zu bytes", length);
    say("", code);
  }
  say("  encrypt", mbedtls_rsa_pkcs1_encrypt(key, pseudo_random, &seed, 20, in, out));
  say("  into 19", mbedtls_rsa_pkcs1_decrypt(key, pseudo_random, &seed, &n, out, back, 19));
  say("  into 20", mbedtls_rsa_pkcs1_decrypt(key, pseudo_random, &seed, &n, out, back, 20));
  memset(out, 0xff, sizeof out);
  say("  no message", mbedtls_rsa_pkcs1_decrypt(key, pseudo_random, &seed, &n, out, back, sizeof back));
  say("  oaep", mbedtls_rsa_rsaes_oaep_encrypt(key, pseudo_random, &seed, (const unsigned char *) "label", 5, 20, in, out));
  if (padding == MBEDTLS_RSA_PKCS_V21 && md != MBEDTLS_MD_NONE) {
    say("  back", mbedtls_rsa_rsaes_oaep_decrypt(key, pseudo_random, &seed, (const unsigned char *) "label", 5, &n, out, back, sizeof back));
    say("  another label", mbedtls_rsa_rsaes_oaep_decrypt(key, pseudo_random, &seed, (const unsigned char *) "lobel", 5, &n, out, back, sizeof back));
    out[100] ^= 1;
    say("  another message", mbedtls_rsa_rsaes_oaep_decrypt(key, pseudo_random, &seed, (const unsigned char *) "label", 5, &n, out, back, sizeof back));
  }
  say("  v15", mbedtls_rsa_rsaes_pkcs1_v15_encrypt(key, pseudo_random, &seed, 20, in, out));
  say("  back", mbedtls_rsa_rsaes_pkcs1_v15_decrypt(key, pseudo_random, &seed, &n, out, back, sizeof back));
}

/* One function, both ways to sign. */
static void signatures(mbedtls_rsa_context *key, mbedtls_md_type_t md, unsigned length) {
  unsigned char hash[65], sig[128];
  pseudo_random(&data, hash, sizeof hash);
  printf("function %d\n", (int) md);
  mbedtls_rsa_set_padding(key, MBEDTLS_RSA_PKCS_V15, MBEDTLS_MD_NONE);
  int code = mbedtls_rsa_pkcs1_sign(key, pseudo_random, &seed, md, length, hash, sig);
  say(" sign", code);
  if (code == 0) bytes(sig, sizeof sig);
  say(" verify", mbedtls_rsa_pkcs1_verify(key, md, length, hash, sig));
  say(" verify", mbedtls_rsa_rsassa_pkcs1_v15_verify(key, md, length, hash, sig));
  sig[3] ^= 1;
  say(" another signature", mbedtls_rsa_pkcs1_verify(key, md, length, hash, sig));
  memset(sig, 0xff, sizeof sig);
  say(" no signature", mbedtls_rsa_pkcs1_verify(key, md, length, hash, sig));
  if (md != MBEDTLS_MD_NONE) {
    say(" no hash", mbedtls_rsa_pkcs1_sign(key, pseudo_random, &seed, md, 0, hash, sig));
    say(" a long hash", mbedtls_rsa_pkcs1_sign(key, pseudo_random, &seed, md, length + 1, hash, sig));
  }
  say(" pss without saying so", mbedtls_rsa_rsassa_pss_sign(key, pseudo_random, &seed, md, length, hash, sig));
  say(" v15", mbedtls_rsa_rsassa_pkcs1_v15_sign(key, pseudo_random, &seed, md, length, hash, sig));
  say(" verify", mbedtls_rsa_rsassa_pkcs1_v15_verify(key, md, length, hash, sig));

  if (md == MBEDTLS_MD_NONE || md > MBEDTLS_MD_SHA3_512) return;
  mbedtls_rsa_set_padding(key, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_NONE);
  say(" v15 without saying so", mbedtls_rsa_rsassa_pkcs1_v15_sign(key, pseudo_random, &seed, md, length, hash, sig));
  say(" pss", mbedtls_rsa_pkcs1_sign(key, pseudo_random, &seed, md, length, hash, sig));
  say(" verify", mbedtls_rsa_pkcs1_verify(key, md, length, hash, sig));
  for (int salt = -2; salt < 128; salt++)
    if (mbedtls_rsa_rsassa_pss_verify_ext(key, md, length, hash, md, salt, sig) == 0) printf("  salt %d\n", salt);
  hash[0] ^= 1;
  say(" another hash", mbedtls_rsa_rsassa_pss_verify(key, md, length, hash, sig));
  hash[0] ^= 1;
  memset(sig, 0xff, sizeof sig);
  say(" no signature", mbedtls_rsa_rsassa_pss_verify(key, md, length, hash, sig));
  for (int salt = -2; salt < 128; salt++) {
    code = mbedtls_rsa_rsassa_pss_sign_ext(key, pseudo_random, &seed, md, length, hash, salt, sig);
    if (code == 0) code = mbedtls_rsa_rsassa_pss_verify_ext(key, md, length, hash, md, salt, sig);
    printf("  salt %d", salt);
    say("", code);
  }
}

int main(void) {
  mbedtls_pk_context pk;
  mbedtls_rsa_context empty;
  mbedtls_rsa_init(&empty);
  puts("- an empty key");
  state(&empty);
  say("complete", mbedtls_rsa_complete(&empty));
  puts("- paddings");
  for (int padding = 0; padding < 3; padding++)
    for (int md = 0; md < 20; md++) {
      printf("%d %d", padding, md);
      say("", mbedtls_rsa_set_padding(&empty, padding, (mbedtls_md_type_t) md));
    }
  state(&empty);
  puts("- new keys");
  static const struct { unsigned bits; int exponent; } sizes[] = { { 0, 65537 }, { 128, 65537 }, { 1022, 65537 }, { 1023, 65537 }, { 1025, 65537 }, { 1024, 1 },
                                                                   { 1024, 2 }, { 1024, -3 }, { 1024, 3 }, { 1026, 65537 }, { 1030, 17 } };
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    int code = mbedtls_rsa_gen_key(&empty, pseudo_random, &seed, sizes[i].bits, sizes[i].exponent);
    printf("%u bits, %d", sizes[i].bits, sizes[i].exponent);
    say("", code);
    if (code) continue;
    printf("  %u bytes, %u bits", (unsigned) mbedtls_rsa_get_len(&empty), (unsigned) mbedtls_rsa_get_bitlen(&empty));
    say(", check", mbedtls_rsa_check_privkey(&empty));
  }
  mbedtls_rsa_free(&empty);

  mbedtls_pk_init(&pk);
  say("key", mbedtls_pk_parse_keyfile(&pk, "tests/keys/rsa1024.pem", NULL, pseudo_random, &seed));
  mbedtls_rsa_context *key = mbedtls_pk_rsa(pk);
  choices(key);
  raw_numbers(key);
  bare(key);
  encryption(key, MBEDTLS_RSA_PKCS_V15, MBEDTLS_MD_NONE);
  encryption(key, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_NONE);
  encryption(key, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA1);
  encryption(key, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA256);
  encryption(key, MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA512);
  signatures(key, MBEDTLS_MD_NONE, 32);
  signatures(key, MBEDTLS_MD_MD5, 16);
  signatures(key, MBEDTLS_MD_RIPEMD160, 20);
  signatures(key, MBEDTLS_MD_SHA1, 20);
  signatures(key, MBEDTLS_MD_SHA224, 28);
  signatures(key, MBEDTLS_MD_SHA256, 32);
  signatures(key, MBEDTLS_MD_SHA384, 48);
  signatures(key, MBEDTLS_MD_SHA512, 64);
  signatures(key, MBEDTLS_MD_SHA3_256, 32);
  signatures(key, (mbedtls_md_type_t) 99, 32);
  mbedtls_pk_free(&pk);
  say("self test", mbedtls_rsa_self_test(0));
  return 0;
}
