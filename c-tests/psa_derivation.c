/* PSA derivation of keys: every order of inputs, capacities, keys as inputs and what their policies allow, keys of every type as
 * outputs, agreements inside of derivations; and sequences at random. */
#include "support/bytes.h"
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

#define SHA_256 PSA_ALG_SHA_256
#define HKDF PSA_ALG_HKDF(SHA_256)
#define AGREED PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, HKDF)
#define SECP_R1 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1)
#define SECP_K1 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_K1)
#define BRAINPOOL PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_BRAINPOOL_P_R1)
#define X25519 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_MONTGOMERY)
#define SECRET PSA_KEY_DERIVATION_INPUT_SECRET
#define OTHER PSA_KEY_DERIVATION_INPUT_OTHER_SECRET
#define LABEL PSA_KEY_DERIVATION_INPUT_LABEL
#define SALT PSA_KEY_DERIVATION_INPUT_SALT
#define INFO PSA_KEY_DERIVATION_INPUT_INFO
#define SEED PSA_KEY_DERIVATION_INPUT_SEED

static const psa_key_derivation_step_t steps[] = { SECRET, PSA_KEY_DERIVATION_INPUT_PASSWORD, OTHER, LABEL, SALT, INFO, SEED, PSA_KEY_DERIVATION_INPUT_COST, 0x0206, 0 };
#define STEPS (sizeof steps / sizeof *steps)

static const psa_algorithm_t algorithms[] = {
  HKDF, PSA_ALG_HKDF(PSA_ALG_SHA_512), PSA_ALG_HKDF(PSA_ALG_MD5), PSA_ALG_HKDF_EXTRACT(SHA_256), PSA_ALG_HKDF_EXPAND(SHA_256), PSA_ALG_TLS12_PRF(SHA_256),
  PSA_ALG_TLS12_PRF(PSA_ALG_SHA_384), PSA_ALG_TLS12_PSK_TO_MS(SHA_256), PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_SHA_384), PSA_ALG_TLS12_ECJPAKE_TO_PMS, AGREED,
};
#define ALGORITHMS (sizeof algorithms / sizeof *algorithms)

static uint8_t data[2000], out[9000];
static psa_key_derivation_operation_t operation;

static psa_status_t begin(psa_algorithm_t alg) {
  psa_key_derivation_abort(&operation);
  operation = psa_key_derivation_operation_init();
  return psa_key_derivation_setup(&operation, alg);
}

static psa_status_t in(psa_key_derivation_step_t step, size_t len) {
  return psa_key_derivation_input_bytes(&operation, step, data, len);
}

static void take(size_t len) {
  psa_status_t status = psa_key_derivation_output_bytes(&operation, out, len);
  show_bytes(" out", status, out, len);
}

static size_t capacity(void) {
  size_t left = 77;
  psa_status_t status = psa_key_derivation_get_capacity(&operation, &left);
  if (status) printf(" (%d)", (int) status);
  return left;
}

static psa_key_attributes_t attributes(psa_key_type_t type, size_t bits, psa_key_usage_t usage, psa_algorithm_t alg) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_type(&a, type);
  psa_set_key_bits(&a, bits);
  psa_set_key_usage_flags(&a, usage);
  psa_set_key_algorithm(&a, alg);
  return a;
}

static mbedtls_svc_key_id_t key(psa_key_type_t type, psa_key_usage_t usage, psa_algorithm_t alg, const uint8_t *bytes, size_t len) {
  psa_key_attributes_t a = attributes(type, 0, usage, alg);
  mbedtls_svc_key_id_t id = 0;
  psa_status_t status = psa_import_key(&a, bytes, len, &id);
  if (status) printf("not imported: %d\n", (int) status);
  return id;
}

static void setting_up(void) {
  static const psa_algorithm_t odd[] = {
    0, SHA_256, PSA_ALG_HMAC(SHA_256), PSA_ALG_ECDH, PSA_ALG_FFDH, PSA_ALG_JPAKE, PSA_ALG_HKDF(PSA_ALG_RIPEMD160), PSA_ALG_HKDF(PSA_ALG_SHA_1), PSA_ALG_HKDF(PSA_ALG_SHA_224),
    PSA_ALG_HKDF(PSA_ALG_SHA_384), PSA_ALG_HKDF(PSA_ALG_SHA3_256), PSA_ALG_HKDF(PSA_ALG_ANY_HASH), PSA_ALG_HKDF(0), PSA_ALG_HKDF_EXTRACT(PSA_ALG_SHA_512),
    PSA_ALG_HKDF_EXPAND(PSA_ALG_SHA_1), PSA_ALG_TLS12_PRF(PSA_ALG_SHA_512), PSA_ALG_TLS12_PRF(PSA_ALG_SHA_1), PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_SHA_224),
    PSA_ALG_TLS12_ECJPAKE_TO_PMS + 1, PSA_ALG_PBKDF2_HMAC(SHA_256), PSA_ALG_PBKDF2_AES_CMAC_PRF_128, 0x08000000, 0x080007ff, 0x08001109,
    PSA_ALG_KEY_AGREEMENT(PSA_ALG_FFDH, HKDF), PSA_ALG_KEY_AGREEMENT(0x09030000, HKDF), PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(0)),
    PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_PBKDF2_HMAC(SHA_256)), PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_TLS12_PSK_TO_MS(SHA_256)),
    PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_TLS12_ECJPAKE_TO_PMS), 0x0f000100,
  };
  for (size_t i = 0; i < ALGORITHMS + sizeof odd / sizeof *odd; i++) {
    psa_algorithm_t alg = i < ALGORITHMS ? algorithms[i] : odd[i - ALGORITHMS];
    printf("%08x: %d", (unsigned) alg, (int) begin(alg));
    printf(" %zx", capacity());
    printf(" again: %d", (int) psa_key_derivation_setup(&operation, alg));
    printf(" number: %d", (int) psa_key_derivation_input_integer(&operation, PSA_KEY_DERIVATION_INPUT_COST, 5));
    printf(" then: %d", (int) in(SECRET, 5));
    begin(alg);
    take(8);
    take(0);
    printf(" %zx", capacity());
    printf(" set: %d", (int) psa_key_derivation_set_capacity(&operation, 5));
    printf(" %d\n", (int) psa_key_derivation_set_capacity(&operation, 0));
  }
  printf("idle: %d", (int) psa_key_derivation_abort(&operation));
  printf(" %d", (int) psa_key_derivation_abort(&operation));
  printf(" %d", (int) in(SECRET, 5));
  printf(" %d", (int) in(0x0206, 5));
  printf(" %d", (int) psa_key_derivation_input_integer(&operation, PSA_KEY_DERIVATION_INPUT_COST, 5));
  printf(" %d", (int) psa_key_derivation_set_capacity(&operation, 0));
  take(0);
}

static psa_algorithm_t explored;
static unsigned path[8];

static psa_status_t replay(unsigned count) {
  psa_status_t status = begin(explored);
  for (unsigned i = 0; i < count; i++) status = psa_key_derivation_input_bytes(&operation, steps[path[i]], data + 7 * i, 32);
  return status;
}

/* Every order of inputs that goes on without an error, and what is refused on the way. */
static void explore(unsigned count) {
  replay(count);
  printf("%08x", (unsigned) explored);
  for (unsigned i = 0; i < count; i++) printf(" %04x", steps[path[i]]);
  take(20);
  if (count == 5) return;
  for (unsigned step = 0; step < STEPS; step++) {
    path[count] = step;
    psa_status_t status = replay(count + 1);
    if (status == PSA_SUCCESS) {
      explore(count + 1);
    } else {
      printf("  %04x: %d", steps[step], (int) status);
      printf(" then %d\n", (int) in(steps[path[0]], 32));
    }
  }
}

static void lengths(void) {
  static const size_t psk[] = { 0, 1, 127, 128, 129, 200 };
  for (size_t len = 0; len < 140; len++) {
    begin(PSA_ALG_HKDF_EXPAND(SHA_256));
    psa_status_t expand = in(SECRET, len);
    begin(PSA_ALG_TLS12_ECJPAKE_TO_PMS);
    data[0] = 4;
    psa_status_t ecjpake = in(SECRET, len);
    if (expand != ecjpake) printf("secret of %zu bytes: %d %d\n", len, (int) expand, (int) ecjpake);
  }
  for (unsigned form = 0; form < 256; form++) {
    begin(PSA_ALG_TLS12_ECJPAKE_TO_PMS);
    data[0] = (uint8_t) form;
    if (in(SECRET, 65) == PSA_SUCCESS) printf("form %u\n", form);
  }
  data[0] = 4;
  for (size_t len = 31; len < 34; len++) {
    begin(PSA_ALG_TLS12_ECJPAKE_TO_PMS);
    in(SECRET, 65);
    printf("again: %d", (int) in(SECRET, 65));
    take(len);
    take(1);
    take(0);
  }
  begin(PSA_ALG_TLS12_ECJPAKE_TO_PMS);
  in(SECRET, 65);
  printf("less: %d", (int) psa_key_derivation_set_capacity(&operation, 16));
  take(16);
  for (size_t i = 0; i < sizeof psk / sizeof *psk; i++) {
    begin(PSA_ALG_TLS12_PSK_TO_MS(SHA_256));
    in(SEED, 9);
    printf("psk of %zu: %d", psk[i], (int) in(SECRET, psk[i]));
    in(LABEL, 5);
    take(48);
    take(1);
    begin(PSA_ALG_TLS12_PSK_TO_MS(SHA_256));
    in(SEED, 9);
    printf("other of %zu: %d", psk[i], (int) in(OTHER, psk[i] * 10));
    printf(" %d", (int) in(SECRET, 16));
    in(LABEL, 5);
    take(48);
  }
  for (size_t a = 0; a < 8; a++) {
    begin(algorithms[a]);
    printf("nothing at all: %d %d", (int) in(a < 5 ? SALT : SEED, 0), (int) in(SECRET, 0));
    printf(" %d", (int) in(a < 5 ? INFO : LABEL, 0));
    take(33);
    begin(algorithms[a]);
    in(a < 5 ? SALT : SEED, 0);
    printf("nothing twice: %d\n", (int) in(a < 5 ? SALT : SEED, 0));
  }
  begin(HKDF);
  printf("NULL: %d\n", (int) psa_key_derivation_input_bytes(&operation, SALT, NULL, 0));
}

static void capacities(void) {
  begin(HKDF);
  printf("more: %d", (int) psa_key_derivation_set_capacity(&operation, 255 * 32 + 1));
  printf(", the same: %d", (int) psa_key_derivation_set_capacity(&operation, 255 * 32));
  printf(", 10: %d", (int) psa_key_derivation_set_capacity(&operation, 10));
  printf(", 11: %d", (int) psa_key_derivation_set_capacity(&operation, 11));
  printf(", all: %d, %zu\n", (int) psa_key_derivation_set_capacity(&operation, PSA_KEY_DERIVATION_UNLIMITED_CAPACITY), capacity());
  in(SECRET, 10);
  in(INFO, 10);
  take(4);
  take(0);
  take(7);
  printf("%zu", capacity());
  take(1);
  printf("then: %d %d\n", (int) in(INFO, 1), (int) psa_key_derivation_set_capacity(&operation, 0));
  begin(HKDF);
  in(SECRET, 1000);
  in(INFO, 1000);
  take(255 * 32);
  take(1);
  begin(PSA_ALG_TLS12_PRF(SHA_256));
  in(SEED, 1000);
  in(SECRET, 1000);
  in(LABEL, 1000);
  printf("%d", (int) psa_key_derivation_set_capacity(&operation, 9000));
  take(5);
  take(255 * 32 - 5);
  printf("%zu", capacity());
  take(1);
  printf("%zu", capacity());
  take(1);
}

static void keys_in(void) {
  static const psa_key_type_t types[] = { PSA_KEY_TYPE_RAW_DATA, PSA_KEY_TYPE_DERIVE, PSA_KEY_TYPE_PASSWORD, PSA_KEY_TYPE_PASSWORD_HASH, PSA_KEY_TYPE_HMAC, PSA_KEY_TYPE_AES, SECP_R1 };
  for (size_t a = 0; a < ALGORITHMS; a++)
    for (size_t t = 0; t < sizeof types / sizeof *types; t++) {
      mbedtls_svc_key_id_t id = key(types[t], PSA_KEY_USAGE_DERIVE, algorithms[a], data + 1, 32);
      printf("%08x %04x:", (unsigned) algorithms[a], types[t]);
      for (size_t step = 0; step < STEPS; step++) {
        begin(algorithms[a]);
        if (algorithms[a] == PSA_ALG_HKDF_EXTRACT(SHA_256) && steps[step] == SECRET) in(SALT, 3);
        if (PSA_ALG_IS_TLS12_PRF(algorithms[a]) || PSA_ALG_IS_TLS12_PSK_TO_MS(algorithms[a])) {
          if (steps[step] != SEED) in(SEED, 3);
          if (steps[step] == LABEL) in(SECRET, 3);
        }
        if (PSA_ALG_IS_HKDF_EXPAND(algorithms[a]) && steps[step] == INFO) in(SECRET, 32);
        printf(" %d", (int) psa_key_derivation_input_key(&operation, steps[step], id));
      }
      puts("");
      psa_destroy_key(id);
    }
  static const struct {
    psa_key_usage_t usage;
    psa_algorithm_t alg;
  } policies[] = {
    { PSA_KEY_USAGE_DERIVE, HKDF }, { PSA_KEY_USAGE_VERIFY_DERIVATION, HKDF }, { 0, HKDF }, { PSA_KEY_USAGE_EXPORT, HKDF }, { PSA_KEY_USAGE_DERIVE, 0 },
    { PSA_KEY_USAGE_DERIVE, PSA_ALG_HKDF_EXTRACT(SHA_256) }, { PSA_KEY_USAGE_DERIVE, PSA_ALG_HKDF(PSA_ALG_SHA_512) }, { PSA_KEY_USAGE_DERIVE, PSA_ALG_HKDF(PSA_ALG_ANY_HASH) },
    { PSA_KEY_USAGE_DERIVE, AGREED }, { PSA_KEY_USAGE_DERIVE | PSA_KEY_USAGE_VERIFY_DERIVATION, HKDF },
  };
  for (size_t i = 0; i < sizeof policies / sizeof *policies; i++) {
    mbedtls_svc_key_id_t id = key(PSA_KEY_TYPE_DERIVE, policies[i].usage, policies[i].alg, data, 32);
    for (int agreed = 0; agreed < 2; agreed++) {
      begin(agreed ? AGREED : HKDF);
      printf("policy %zu: %d", i, (int) psa_key_derivation_input_key(&operation, SECRET, id));
      printf(" %d", (int) in(INFO, 1));
      take(4);
    }
    psa_key_derivation_abort(&operation);
    printf("idle: %d\n", (int) psa_key_derivation_input_key(&operation, SECRET, id));
    psa_destroy_key(id);
  }
  begin(HKDF);
  printf("no key: %d", (int) psa_key_derivation_input_key(&operation, SECRET, 0));
  printf(" %d", (int) in(SECRET, 1));
  begin(HKDF);
  printf(" %d", (int) psa_key_derivation_input_key(&operation, SECRET, 4711));
  printf(" %d\n", (int) psa_key_derivation_input_key(&operation, SECRET, 4711));
}

static void made(const char *what, psa_status_t status, mbedtls_svc_key_id_t id) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  size_t len = 0;
  printf("%s: %d, %s, %zu left", what, (int) status, id ? "a key" : "none", capacity());
  if (status) {
    puts("");
    return;
  }
  psa_get_key_attributes(id, &a);
  printf(", type %04x, %zu bits, usage %x, algorithm %08x", psa_get_key_type(&a), psa_get_key_bits(&a), (unsigned) psa_get_key_usage_flags(&a), (unsigned) psa_get_key_algorithm(&a));
  status = psa_export_key(id, out, sizeof out, &len);
  show_bytes("", status, out, len);
  psa_destroy_key(id);
}

static void keys_out(void) {
  static const struct {
    psa_key_type_t type;
    size_t bits;
  } keys[] = {
    { PSA_KEY_TYPE_RAW_DATA, 64 }, { PSA_KEY_TYPE_RAW_DATA, 0 }, { PSA_KEY_TYPE_RAW_DATA, 7 }, { PSA_KEY_TYPE_RAW_DATA, 65 }, { PSA_KEY_TYPE_RAW_DATA, 8160 * 8 },
    { PSA_KEY_TYPE_RAW_DATA, 8161 * 8 }, { PSA_KEY_TYPE_RAW_DATA, 65528 }, { PSA_KEY_TYPE_RAW_DATA, 70000 }, { PSA_KEY_TYPE_HMAC, 256 }, { PSA_KEY_TYPE_DERIVE, 256 },
    { PSA_KEY_TYPE_PASSWORD, 80 }, { PSA_KEY_TYPE_PASSWORD_HASH, 80 }, { PSA_KEY_TYPE_PEPPER, 80 }, { PSA_KEY_TYPE_AES, 128 }, { PSA_KEY_TYPE_AES, 192 }, { PSA_KEY_TYPE_AES, 256 },
    { PSA_KEY_TYPE_AES, 64 }, { PSA_KEY_TYPE_AES, 129 }, { PSA_KEY_TYPE_CAMELLIA, 128 }, { PSA_KEY_TYPE_ARIA, 256 }, { PSA_KEY_TYPE_CHACHA20, 256 }, { PSA_KEY_TYPE_CHACHA20, 128 },
    { PSA_KEY_TYPE_DES, 64 }, { PSA_KEY_TYPE_DES, 128 }, { PSA_KEY_TYPE_DES, 192 }, { PSA_KEY_TYPE_DES, 56 }, { PSA_KEY_TYPE_DES, 256 }, { 0x2002, 128 }, { PSA_KEY_TYPE_NONE, 128 },
    { 0x2fff, 128 }, { SECP_R1, 256 }, { SECP_R1, 384 }, { SECP_R1, 521 }, { SECP_R1, 255 }, { SECP_R1, 512 }, { SECP_R1, 192 }, { SECP_R1, 224 }, { SECP_K1, 192 }, { SECP_K1, 224 }, { SECP_K1, 225 }, { SECP_K1, 256 },
    { BRAINPOOL, 256 }, { BRAINPOOL, 384 }, { BRAINPOOL, 512 }, { BRAINPOOL, 320 }, { X25519, 448 }, { PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECT_K1), 233 },
    { X25519, 255 }, { X25519, 256 }, { PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_SECP_R1), 256 }, { PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_MONTGOMERY), 255 },
    { PSA_KEY_TYPE_RSA_KEY_PAIR, 1024 }, { PSA_KEY_TYPE_RSA_PUBLIC_KEY, 1024 }, { PSA_KEY_TYPE_DH_KEY_PAIR(PSA_DH_FAMILY_RFC7919), 2048 },
    { PSA_KEY_TYPE_DH_PUBLIC_KEY(PSA_DH_FAMILY_RFC7919), 2048 },
  };
  char what[60];
  mbedtls_svc_key_id_t id = 0, secret = key(PSA_KEY_TYPE_DERIVE, PSA_KEY_USAGE_DERIVE, HKDF, data, 32);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    psa_key_attributes_t a = attributes(keys[i].type, keys[i].bits, PSA_KEY_USAGE_EXPORT, PSA_ALG_CTR);
    begin(HKDF);
    psa_key_derivation_input_key(&operation, SECRET, secret);
    in(INFO, i);
    snprintf(what, sizeof what, "%04x of %zu bits", keys[i].type, keys[i].bits);
    psa_status_t status = psa_key_derivation_output_key(&a, &operation, &id);
    made(what, status, id);
    take(3);
  }
  psa_key_attributes_t a = attributes(PSA_KEY_TYPE_AES, 128, PSA_KEY_USAGE_EXPORT | PSA_KEY_USAGE_SIGN_HASH, PSA_ALG_GCM), odd = a;
  psa_custom_key_parameters_t custom = PSA_CUSTOM_KEY_PARAMETERS_INIT;
  static const struct {
    psa_key_production_parameters_t parameters;
    uint32_t more;
  } usual = { PSA_KEY_PRODUCTION_PARAMETERS_INIT, 0 };
  begin(HKDF);
  psa_key_derivation_input_key(&operation, SECRET, secret);
  psa_status_t status = psa_key_derivation_output_key(&a, &operation, &id);
  made("an input is missing", status, id);
  status = psa_key_derivation_output_key(&a, &operation, &id);
  made("again", status, id);
  begin(HKDF);
  psa_key_derivation_input_key(&operation, SECRET, secret);
  in(INFO, 3);
  psa_set_key_lifetime(&odd, 0x12345);
  status = psa_key_derivation_output_key(&odd, &operation, &id);
  made("another lifetime", status, id);
  odd = a;
  psa_set_key_usage_flags(&odd, 0x10000000);
  status = psa_key_derivation_output_key(&odd, &operation, &id);
  made("another use", status, id);
  odd = attributes(0, 0, 0, 0);
  status = psa_key_derivation_output_key(&odd, &operation, &id);
  made("nothing", status, id);
  status = psa_key_derivation_output_key_custom(&a, &operation, &custom, NULL, 0, &id);
  made("custom", status, id);
  status = psa_key_derivation_output_key_custom(&a, &operation, &custom, data, 3, &id);
  made("custom with data", status, id);
  custom.flags = 1;
  status = psa_key_derivation_output_key_custom(&a, &operation, &custom, NULL, 0, &id);
  made("custom with a flag", status, id);
  status = psa_key_derivation_output_key_ext(&a, &operation, &usual.parameters, 0, &id);
  made("ext", status, id);
  status = psa_key_derivation_output_key_ext(&a, &operation, &usual.parameters, 3, &id);
  made("ext with data", status, id);
  psa_key_derivation_set_capacity(&operation, 15);
  status = psa_key_derivation_output_key(&a, &operation, &id);
  made("too little", status, id);
  status = psa_key_derivation_output_key(&a, &operation, &id);
  made("again", status, id);
  begin(HKDF);
  in(SECRET, 3);
  in(INFO, 3);
  status = psa_key_derivation_output_key(&a, &operation, &id);
  made("the secret is no key", status, id);
  take(3);
  psa_key_derivation_abort(&operation);
  status = psa_key_derivation_output_key(&a, &operation, &id);
  made("idle", status, id);
  psa_destroy_key(secret);
}

static void agreements(void) {
  uint8_t public[200];
  size_t len;
  mbedtls_svc_key_id_t keys[] = {
    key(SECP_R1, PSA_KEY_USAGE_DERIVE, AGREED, data + 1, 32), key(SECP_R1, PSA_KEY_USAGE_DERIVE, PSA_ALG_ECDH, data + 1, 32), key(SECP_R1, PSA_KEY_USAGE_EXPORT, AGREED, data + 1, 32),
    key(SECP_R1, PSA_KEY_USAGE_DERIVE, PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_512)), data + 1, 32), key(X25519, PSA_KEY_USAGE_DERIVE, AGREED, data + 1, 32), 0, 4711,
  };
  mbedtls_svc_key_id_t peer = key(SECP_R1, PSA_KEY_USAGE_DERIVE, AGREED, data + 50, 32);
  psa_export_public_key(peer, public, sizeof public, &len);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    for (size_t step = 0; step < STEPS; step++) {
      begin(AGREED);
      printf("key %zu, %04x: %d", i, steps[step], (int) psa_key_derivation_key_agreement(&operation, steps[step], keys[i], public, len));
      printf(" %d", (int) in(INFO, 3));
      take(8);
    }
  for (size_t cut = 0; cut <= 70; cut++) {
    begin(AGREED);
    psa_status_t status = psa_key_derivation_key_agreement(&operation, SECRET, keys[0], public, cut);
    if (status != PSA_ERROR_INVALID_ARGUMENT) printf("%zu bytes: %d\n", cut, (int) status);
  }
  public[9] ^= 1;
  begin(AGREED);
  printf("no point: %d\n", (int) psa_key_derivation_key_agreement(&operation, SECRET, keys[0], public, len));
  public[9] ^= 1;
  begin(AGREED);
  in(SECRET, 3);
  printf("a second secret: %d\n", (int) psa_key_derivation_key_agreement(&operation, SECRET, keys[0], public, len));
  begin(HKDF);
  printf("no agreement: %d", (int) psa_key_derivation_key_agreement(&operation, SECRET, keys[0], public, len));
  printf(" %d\n", (int) in(SECRET, 3));
  begin(PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_TLS12_PSK_TO_MS(SHA_256)));
  in(SEED, 3);
  printf("other secret: %d", (int) psa_key_derivation_key_agreement(&operation, OTHER, keys[1], public, len));
  printf(" %d", (int) psa_key_derivation_key_agreement(&operation, SECRET, keys[1], public, len));
  in(LABEL, 3);
  take(48);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    static const psa_algorithm_t raw[] = { PSA_ALG_ECDH, PSA_ALG_FFDH, AGREED, 0x09030000, HKDF };
    for (size_t a = 0; a < sizeof raw / sizeof *raw; a++) {
      psa_status_t status = psa_raw_key_agreement(raw[a], keys[i], public, len, out, sizeof out, &len);
      show_bytes("raw", status, out, len);
      len = 65;
    }
  }
  for (size_t i = 0; i < 5; i++) psa_destroy_key(keys[i]);
  psa_destroy_key(peer);
}

/* Operations as they come, with outcomes on one line. */
static void at_random(void) {
  mbedtls_svc_key_id_t derive[ALGORITHMS], raw[ALGORITHMS];
  for (size_t a = 0; a < ALGORITHMS; a++) {
    derive[a] = key(PSA_KEY_TYPE_DERIVE, PSA_KEY_USAGE_DERIVE, algorithms[a], data + a, 32);
    raw[a] = key(PSA_KEY_TYPE_RAW_DATA, PSA_KEY_USAGE_DERIVE, algorithms[a], data + a, 1 + 3 * a);
  }
  for (int run = 0; run < 1500; run++) {
    unsigned a = pick(ALGORITHMS);
    psa_key_attributes_t wanted = attributes(pick(3) ? SECP_R1 : PSA_KEY_TYPE_DES, pick(2) ? 192 : 256, PSA_KEY_USAGE_EXPORT, 0);
    mbedtls_svc_key_id_t id = 0;
    begin(algorithms[a]);
    if (algorithms[a] == PSA_ALG_TLS12_ECJPAKE_TO_PMS) in(SECRET, 65);
    printf("%08x:", (unsigned) algorithms[a]);
    for (int i = 0; i < 10; i++) {
      size_t len = pick(4) ? 32 : pick(3) ? 65 : pick(200);
      psa_status_t status;
      data[0] = 4;
      switch (pick(9)) {
        case 0: case 1: case 2: status = in(steps[pick(8)], len); break;
        case 3: status = psa_key_derivation_input_key(&operation, SECRET, derive[a]); break;
        case 4: status = psa_key_derivation_input_key(&operation, steps[2 + pick(5)], raw[a]); break;
        case 5: status = psa_key_derivation_set_capacity(&operation, pick(300)); break;
        case 6: {
          if (psa_get_key_bits(&wanted) == 192 && psa_get_key_type(&wanted) == SECP_R1) psa_set_key_bits(&wanted, 521);
          status = psa_key_derivation_output_key(&wanted, &operation, &id);
          if (status == PSA_SUCCESS) made("key", status, id);
          break;
        }
        default:
          status = psa_key_derivation_output_bytes(&operation, out, len);
          if (status == PSA_SUCCESS && len > 3) printf(" %02x%02x", out[0], out[len - 1]);
      }
      size_t left = 1;
      psa_key_derivation_get_capacity(&operation, &left);
      printf(" %d/%zx", (int) status, left);
    }
    puts("");
  }
  for (size_t a = 0; a < ALGORITHMS; a++) {
    psa_destroy_key(derive[a]);
    psa_destroy_key(raw[a]);
  }
}

int main(void) {
  psa_crypto_init();
  fill(data, sizeof data);
  setting_up();
  for (size_t a = 0; a < ALGORITHMS; a++) {
    explored = algorithms[a];
    explore(0);
  }
  lengths();
  capacities();
  keys_in();
  keys_out();
  agreements();
  at_random();
  psa_key_derivation_abort(&operation);
  mbedtls_psa_crypto_free();
  return 0;
}
