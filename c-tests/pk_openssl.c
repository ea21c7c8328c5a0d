/* What one library signs, encrypts or writes, OpenSSL verifies, decrypts and reads, and the other way round. */
#include "support/bytes.h"

#include <mbedtls/ecdh.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <string.h>

static unsigned seed = 1; /* of the library's random numbers */
static unsigned data = 1; /* of our own */

static EVP_PKEY *openssl_key(const char *path) {
  FILE *file = fopen(path, "r");
  EVP_PKEY *key = file ? PEM_read_PrivateKey(file, NULL, NULL, NULL) : NULL;
  if (file) fclose(file);
  return key;
}

static const struct { const char *name; mbedtls_md_type_t md; size_t length; } functions[] = {
  { "SHA1", MBEDTLS_MD_SHA1, 20 },     { "SHA224", MBEDTLS_MD_SHA224, 28 },     { "SHA256", MBEDTLS_MD_SHA256, 32 },
  { "SHA384", MBEDTLS_MD_SHA384, 48 }, { "SHA512", MBEDTLS_MD_SHA512, 64 },     { "SHA3-256", MBEDTLS_MD_SHA3_256, 32 },
};

/* `pss`: 0 for PKCS #1 v1.5 and ECDSA. */
static EVP_PKEY_CTX *context(EVP_PKEY *key, int sign, int pss, const char *function) {
  EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(key, NULL);
  int good = sign ? EVP_PKEY_sign_init(ctx) : EVP_PKEY_verify_init(ctx);
  if (pss) good = EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PSS_PADDING);
  good = EVP_PKEY_CTX_set_signature_md(ctx, EVP_get_digestbyname(function));
  if (pss) good = EVP_PKEY_CTX_set_rsa_pss_saltlen(ctx, RSA_PSS_SALTLEN_DIGEST);
  return good > 0 ? ctx : NULL;
}

static void signatures(const char *name, EVP_PKEY *theirs, mbedtls_pk_context *ours, int pss) {
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    unsigned char hash[64], sig[600];
    size_t length = functions[i].length, n = sizeof sig;
    pseudo_random(&data, hash, sizeof hash);
    mbedtls_pk_type_t type = pss ? MBEDTLS_PK_RSASSA_PSS : mbedtls_pk_get_type(ours);
    int code = mbedtls_pk_sign_ext(type, ours, functions[i].md, hash, length, sig, sizeof sig, &n, pseudo_random, &seed);
    EVP_PKEY_CTX *ctx = context(theirs, 0, pss, functions[i].name);
    printf("%s %s %d: signed %d, verified %d", name, functions[i].name, pss, code, code == 0 && EVP_PKEY_verify(ctx, sig, n, hash, length) == 1);
    sig[n - 1] ^= 1;
    printf(", changed %d", EVP_PKEY_verify(ctx, sig, n, hash, length) == 1);
    EVP_PKEY_CTX_free(ctx);
    ctx = context(theirs, 1, pss, functions[i].name);
    n = sizeof sig;
    code = EVP_PKEY_sign(ctx, sig, &n, hash, length);
    mbedtls_pk_rsassa_pss_options options = { functions[i].md, (int) length };
    printf("; signed %d, verified %d", code, mbedtls_pk_verify_ext(type, pss ? &options : NULL, ours, functions[i].md, hash, length, sig, n));
    hash[0] ^= 1;
    printf(", changed %d\n", mbedtls_pk_verify_ext(type, pss ? &options : NULL, ours, functions[i].md, hash, length, sig, n) != 0);
    EVP_PKEY_CTX_free(ctx);
  }
}

static void encryption(const char *name, EVP_PKEY *theirs, mbedtls_pk_context *ours, int oaep) {
  unsigned char message[20], encrypted[600], back[600];
  size_t n = sizeof encrypted, m = sizeof back;
  pseudo_random(&data, message, sizeof message);
  mbedtls_rsa_set_padding(mbedtls_pk_rsa(*ours), oaep ? MBEDTLS_RSA_PKCS_V21 : MBEDTLS_RSA_PKCS_V15, oaep ? MBEDTLS_MD_SHA256 : MBEDTLS_MD_NONE);
  int code = mbedtls_pk_encrypt(ours, message, sizeof message, encrypted, &n, sizeof encrypted, pseudo_random, &seed);
  EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(theirs, NULL);
  EVP_PKEY_decrypt_init(ctx);
  EVP_PKEY_CTX_set_rsa_padding(ctx, oaep ? RSA_PKCS1_OAEP_PADDING : RSA_PKCS1_PADDING);
  if (oaep) EVP_PKEY_CTX_set_rsa_oaep_md(ctx, EVP_sha256());
  int good = EVP_PKEY_decrypt(ctx, back, &m, encrypted, n);
  printf("%s oaep %d: encrypted %d, decrypted %d %d", name, oaep, code, good, m == sizeof message && memcmp(back, message, m) == 0);
  EVP_PKEY_encrypt_init(ctx);
  EVP_PKEY_CTX_set_rsa_padding(ctx, oaep ? RSA_PKCS1_OAEP_PADDING : RSA_PKCS1_PADDING);
  if (oaep) EVP_PKEY_CTX_set_rsa_oaep_md(ctx, EVP_sha256());
  n = sizeof encrypted;
  good = EVP_PKEY_encrypt(ctx, encrypted, &n, message, sizeof message);
  code = mbedtls_pk_decrypt(ours, encrypted, n, back, &m, sizeof back, pseudo_random, &seed);
  printf("; encrypted %d, decrypted %d %d\n", good, code, m == sizeof message && memcmp(back, message, m) == 0);
  EVP_PKEY_CTX_free(ctx);
  mbedtls_rsa_set_padding(mbedtls_pk_rsa(*ours), MBEDTLS_RSA_PKCS_V15, MBEDTLS_MD_NONE);
}

/* OpenSSL reads what was written, also of a key that was made here. */
static void written(const char *name, EVP_PKEY *theirs, mbedtls_pk_context *ours) {
  unsigned char der[5000];
  int n = mbedtls_pk_write_key_der(ours, der, sizeof der);
  const unsigned char *at = der + sizeof der - n;
  EVP_PKEY *again = d2i_AutoPrivateKey(NULL, &at, n);
  printf("%s: private %d", name, again && (theirs == NULL || EVP_PKEY_eq(again, theirs) == 1));
  EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(again, NULL);
  printf(", good %d", EVP_PKEY_check(ctx) == 1);
  EVP_PKEY_CTX_free(ctx);
  n = mbedtls_pk_write_pubkey_der(ours, der, sizeof der);
  at = der + sizeof der - n;
  EVP_PKEY *public_key = d2i_PUBKEY(NULL, &at, n);
  printf(", public %d\n", public_key && EVP_PKEY_eq(again, public_key) == 1);
  EVP_PKEY_free(again);
  EVP_PKEY_free(public_key);
}

static void made(mbedtls_ecp_group_id id) {
  mbedtls_pk_context pk;
  char name[20];
  mbedtls_pk_init(&pk);
  mbedtls_pk_setup(&pk, mbedtls_pk_info_from_type(id ? MBEDTLS_PK_ECKEY : MBEDTLS_PK_RSA));
  snprintf(name, sizeof name, "new %d", (int) id);
  if (id) mbedtls_ecp_gen_key(id, mbedtls_pk_ec(pk), pseudo_random, &seed);
  else mbedtls_rsa_gen_key(mbedtls_pk_rsa(pk), pseudo_random, &seed, 2048, 65537);
  written(name, NULL, &pk);
  if (id != MBEDTLS_ECP_DP_NONE && mbedtls_ecdsa_can_do(id)) {
    unsigned char der[5000];
    int n = mbedtls_pk_write_key_der(&pk, der, sizeof der);
    const unsigned char *at = der + sizeof der - n;
    EVP_PKEY *theirs = d2i_AutoPrivateKey(NULL, &at, n);
    signatures(name, theirs, &pk, 0);
    EVP_PKEY_free(theirs);
  }
  mbedtls_pk_free(&pk);
}

static void key(const char *name) {
  char path[4096];
  mbedtls_pk_context ours;
  mbedtls_pk_init(&ours);
  snprintf(path, sizeof path, "tests/keys/%s", name);
  EVP_PKEY *theirs = openssl_key(path);
  printf("%s: %d %d\n", name, theirs != NULL, mbedtls_pk_parse_keyfile(&ours, path, NULL, pseudo_random, &seed));
  signatures(name, theirs, &ours, 0);
  written(name, theirs, &ours);
  if (mbedtls_pk_get_type(&ours) == MBEDTLS_PK_RSA) {
    if (mbedtls_pk_get_bitlen(&ours) > 1100) signatures(name, theirs, &ours, 1);
    encryption(name, theirs, &ours, 0);
    encryption(name, theirs, &ours, 1);
  }
  EVP_PKEY_free(theirs);
  mbedtls_pk_free(&ours);
}

int main(void) {
  static const char *names[] = { "rsa1024.pem", "rsa2048.pem", "rsa3072.pem", "rsa4096.pem", "prime256v1.pem", "secp384r1.pem", "secp521r1.pem", "secp256k1.pem", "brainpoolP256r1.pem" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) key(names[i]);
  made(MBEDTLS_ECP_DP_NONE);
  for (const mbedtls_ecp_group_id *id = mbedtls_ecp_grp_id_list(); *id != MBEDTLS_ECP_DP_NONE; id++) made(*id);
  return 0;
}
