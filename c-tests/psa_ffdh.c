/* PSA keys over finite fields (RFC 7919): lengths, public keys, agreement, and what is refused. */
#include "support/bytes.h"
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

#define PAIR PSA_KEY_TYPE_DH_KEY_PAIR(PSA_DH_FAMILY_RFC7919)
#define PUBLIC PSA_KEY_TYPE_DH_PUBLIC_KEY(PSA_DH_FAMILY_RFC7919)
#define DERIVED PSA_ALG_KEY_AGREEMENT(PSA_ALG_FFDH, PSA_ALG_HKDF(PSA_ALG_SHA_256))

static uint8_t out[1100], public[1100];
static size_t len;

static psa_key_attributes_t attributes(psa_key_type_t type, size_t bits, psa_algorithm_t alg) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_type(&a, type);
  psa_set_key_bits(&a, bits);
  psa_set_key_usage_flags(&a, PSA_KEY_USAGE_DERIVE | PSA_KEY_USAGE_EXPORT);
  psa_set_key_algorithm(&a, alg);
  return a;
}

static mbedtls_svc_key_id_t import(psa_key_type_t type, size_t bits, psa_algorithm_t alg, const uint8_t *bytes, size_t count) {
  psa_key_attributes_t a = attributes(type, bits, alg);
  mbedtls_svc_key_id_t id = 0;
  psa_status_t status = psa_import_key(&a, bytes, count, &id);
  psa_get_key_attributes(id, &a);
  printf("%04x of %zu bits in %zu bytes: %d, %zu bits\n", type, bits, count, (int) status, psa_get_key_bits(&a));
  return id;
}

/* What is in and what comes of a key: numbers as long as the prime. */
static void use(mbedtls_svc_key_id_t id, size_t size) {
  psa_status_t status = psa_export_key(id, out, sizeof out, &len);
  show_bytes(" exported", status, out, len);
  status = psa_export_public_key(id, public, sizeof public, &len);
  show_bytes(" public", status, public, len);
  printf(" too little room: %d\n", (int) psa_export_public_key(id, out, size - 1, &len));
  for (int peer = 0; peer < 5; peer++) {
    uint8_t bytes[1100] = { 0 };
    if (peer < 3) bytes[size - 1] = (uint8_t) peer;
    if (peer == 3) memcpy(bytes, public, size);
    if (peer == 4) memset(bytes, 0xff, size);
    status = psa_raw_key_agreement(PSA_ALG_FFDH, id, bytes, size, out, sizeof out, &len);
    show_bytes(" agreed", status, out, len);
  }
  printf(" shorter: %d", (int) psa_raw_key_agreement(PSA_ALG_FFDH, id, public, size - 1, out, sizeof out, &len));
  printf(" longer: %d", (int) psa_raw_key_agreement(PSA_ALG_FFDH, id, public, size + 1, out, sizeof out, &len));
  printf(" too little room: %d", (int) psa_raw_key_agreement(PSA_ALG_FFDH, id, public, size, out, size - 1, &len));
  printf(" ecdh: %d\n", (int) psa_raw_key_agreement(PSA_ALG_ECDH, id, public, size, out, sizeof out, &len));
}

int main(void) {
  static const size_t sizes[] = { 256, 384, 512, 768, 1024 }, odd[] = { 0, 1, 128, 255, 257, 1025 }, bits[] = { 0, 1024, 2047, 8200 };
  uint8_t key[1100] = { 0 };
  psa_crypto_init();
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    /* A short private key: the arithmetic goes through it bit by bit. */
    memset(key, 0, sizeof key);
    fill(key + sizes[i] - 8, 8);
    mbedtls_svc_key_id_t id = import(PAIR, 0, PSA_ALG_FFDH, key, sizes[i]);
    use(id, sizes[i]);
    psa_destroy_key(id);
    id = import(PUBLIC, 8 * sizes[i], PSA_ALG_FFDH, public, sizes[i]);
    psa_status_t status = psa_export_public_key(id, out, sizeof out, &len);
    show_bytes(" exported", status, out, len);
    printf(" agreed: %d\n", (int) psa_raw_key_agreement(PSA_ALG_FFDH, id, public, sizes[i], out, sizeof out, &len));
    psa_destroy_key(id);
  }
  fill(key, 256);
  for (int top = 0; top < 3; top++) {
    memset(key, top == 0 ? 0 : top == 1 ? key[0] : 0xff, 2);
    mbedtls_svc_key_id_t id = import(PAIR, 2048, PSA_ALG_FFDH, key, 256);
    use(id, 256);
    psa_destroy_key(id);
  }
  import(PAIR, 3072, PSA_ALG_FFDH, key, 256);
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    import(PAIR, 0, PSA_ALG_FFDH, key, odd[i]);
    import(PUBLIC, 0, PSA_ALG_FFDH, key, odd[i]);
  }
  for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
    mbedtls_svc_key_id_t id;
    psa_key_attributes_t a = attributes(PAIR, bits[i], 0);
    printf("make %zu bits: %d", bits[i], (int) psa_generate_key(&a, &id));
    a = attributes(PUBLIC, bits[i], 0);
    printf(" %d\n", (int) psa_generate_key(&a, &id));
  }

  mbedtls_svc_key_id_t one, other;
  psa_key_attributes_t a = attributes(PAIR, 2048, DERIVED);
  uint8_t secrets[2][32] = { { 1 }, { 2 } };
  printf("made: %d", (int) psa_generate_key(&a, &one));
  printf(" %d\n", (int) psa_generate_key(&a, &other));
  for (int side = 0; side < 2; side++) {
    psa_key_derivation_operation_t operation = PSA_KEY_DERIVATION_OPERATION_INIT;
    psa_export_public_key(side ? one : other, public, sizeof public, &len);
    printf("derived: %d", (int) psa_key_derivation_setup(&operation, DERIVED));
    printf(" %d", (int) psa_key_derivation_key_agreement(&operation, PSA_KEY_DERIVATION_INPUT_SECRET, side ? other : one, public, len));
    printf(" %d", (int) psa_key_derivation_input_bytes(&operation, PSA_KEY_DERIVATION_INPUT_INFO, NULL, 0));
    printf(" %d\n", (int) psa_key_derivation_output_bytes(&operation, secrets[side], 32));
    psa_key_derivation_abort(&operation);
  }
  puts(memcmp(secrets[0], secrets[1], 32) ? "different" : "equal");
  psa_destroy_key(one);
  psa_destroy_key(other);
  mbedtls_psa_crypto_free();
  return 0;
}
