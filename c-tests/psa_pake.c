/* PSA J-PAKE: what an operation is made of, every order of steps, damage, keys on both sides, and mbedtls/ecjpake.h on the other
 * side. What is sent is random, and not printed. */
#include "support/bytes.h"
#include <mbedtls/ecjpake.h>
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

#define P256 PSA_PAKE_PRIMITIVE(PSA_PAKE_PRIMITIVE_TYPE_ECC, PSA_ECC_FAMILY_SECP_R1, 256)
#define TO_PMS PSA_ALG_TLS12_ECJPAKE_TO_PMS

typedef struct {
  psa_pake_operation_t operation;
  struct {
    uint8_t bytes[100];
    size_t len;
  } fields[9];
} side;

static side client, server;
static uint8_t out[200];
static size_t len;
static mbedtls_svc_key_id_t password;

static mbedtls_svc_key_id_t key(psa_key_type_t type, psa_key_usage_t usage, psa_algorithm_t alg, const char *bytes, size_t count) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  mbedtls_svc_key_id_t id = 0;
  psa_set_key_type(&a, type);
  psa_set_key_usage_flags(&a, usage);
  psa_set_key_algorithm(&a, alg);
  if (psa_import_key(&a, (const uint8_t *) bytes, count, &id)) puts("not imported");
  return id;
}

static psa_status_t begin(side *s, psa_algorithm_t alg, psa_pake_primitive_t primitive, psa_algorithm_t hash) {
  psa_pake_cipher_suite_t suite = psa_pake_cipher_suite_init();
  psa_pake_cs_set_algorithm(&suite, alg);
  psa_pake_cs_set_primitive(&suite, primitive);
  psa_pake_cs_set_hash(&suite, hash);
  psa_pake_abort(&s->operation);
  s->operation = psa_pake_operation_init();
  return psa_pake_setup(&s->operation, &suite);
}

static psa_status_t user(side *s, const char *name) { return psa_pake_set_user(&s->operation, (const uint8_t *) name, strlen(name)); }

static psa_status_t peer(side *s, const char *name) { return psa_pake_set_peer(&s->operation, (const uint8_t *) name, strlen(name)); }

static void start(side *s, const char *own, const char *other) {
  psa_status_t status = begin(s, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
  if (!status) status = psa_pake_set_password_key(&s->operation, password);
  if (!status) status = user(s, own);
  if (!status) status = peer(s, other);
  if (status) printf("not started: %d\n", (int) status);
}

static void both(void) {
  start(&client, "client", "server");
  start(&server, "server", "client");
}

static psa_status_t send(side *s, size_t first, size_t count) {
  psa_status_t status = PSA_SUCCESS;
  for (size_t i = first; i < first + count && !status; i++)
    status = psa_pake_output(&s->operation, (psa_pake_step_t) (1 + i % 3), s->fields[i].bytes, sizeof s->fields[i].bytes, &s->fields[i].len);
  return status;
}

static psa_status_t take(side *s, const side *from, size_t first, size_t count) {
  psa_status_t status = PSA_SUCCESS;
  for (size_t i = first; i < first + count && !status; i++)
    status = psa_pake_input(&s->operation, (psa_pake_step_t) (1 + i % 3), from->fields[i].bytes, from->fields[i].len);
  return status;
}

static void made_of(void) {
  static const struct {
    psa_algorithm_t alg;
    psa_pake_primitive_t primitive;
    psa_algorithm_t hash;
  } suites[] = {
    { PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256 }, { 0, P256, PSA_ALG_SHA_256 }, { PSA_ALG_SHA_256, P256, PSA_ALG_SHA_256 }, { PSA_ALG_JPAKE | 1, P256, PSA_ALG_SHA_256 },
    { 0x0a000200, P256, PSA_ALG_SHA_256 }, { PSA_ALG_JPAKE, 0, PSA_ALG_SHA_256 }, { PSA_ALG_JPAKE, PSA_PAKE_PRIMITIVE(1, PSA_ECC_FAMILY_SECP_R1, 384), PSA_ALG_SHA_256 },
    { PSA_ALG_JPAKE, PSA_PAKE_PRIMITIVE(1, PSA_ECC_FAMILY_SECP_K1, 256), PSA_ALG_SHA_256 }, { PSA_ALG_JPAKE, PSA_PAKE_PRIMITIVE(2, PSA_DH_FAMILY_RFC7919, 2048), PSA_ALG_SHA_256 },
    { PSA_ALG_JPAKE, PSA_PAKE_PRIMITIVE(3, PSA_ECC_FAMILY_SECP_R1, 256), PSA_ALG_SHA_256 }, { PSA_ALG_JPAKE, P256, PSA_ALG_SHA_512 }, { PSA_ALG_JPAKE, P256, 0 },
    { PSA_ALG_JPAKE, P256, PSA_ALG_GCM }, { PSA_ALG_JPAKE, P256, PSA_ALG_ANY_HASH }, { PSA_ALG_JPAKE, P256, 0x02000020 }, { 0x0a000200, P256, 0 },
  };
  for (size_t i = 0; i < sizeof suites / sizeof *suites; i++) {
    printf("suite %zu: %d", i, (int) begin(&client, suites[i].alg, suites[i].primitive, suites[i].hash));
    printf(" %d", (int) psa_pake_set_role(&client.operation, PSA_PAKE_ROLE_NONE));
    printf(" %d", (int) user(&client, "client"));
    printf(" %d", (int) peer(&client, "server"));
    printf(" %d", (int) psa_pake_set_password_key(&client.operation, password));
    printf(" %d", (int) send(&client, 0, 1));
    printf(" %d\n", (int) send(&client, 1, 1));
  }
  start(&client, "client", "server");
  psa_pake_cipher_suite_t suite = psa_pake_cipher_suite_init();
  printf("at work: %d", (int) psa_pake_setup(&client.operation, &suite));
  printf(" %d\n", (int) send(&client, 0, 1));
}

static void before(void) {
  static const struct {
    psa_key_type_t type;
    psa_key_usage_t usage;
    psa_algorithm_t alg;
  } keys[] = {
    { PSA_KEY_TYPE_PASSWORD, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE }, { PSA_KEY_TYPE_PASSWORD_HASH, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE },
    { PSA_KEY_TYPE_DERIVE, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE }, { PSA_KEY_TYPE_HMAC, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE }, { PSA_KEY_TYPE_PASSWORD, PSA_KEY_USAGE_EXPORT, PSA_ALG_JPAKE },
    { PSA_KEY_TYPE_PASSWORD, PSA_KEY_USAGE_DERIVE, PSA_ALG_HKDF(PSA_ALG_SHA_256) }, { PSA_KEY_TYPE_RAW_DATA, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE }, { PSA_KEY_TYPE_PASSWORD, PSA_KEY_USAGE_DERIVE, 0 },
  };
  static const char *const names[] = { "client", "server", "", "alice", "clienT", "clients" };
  static const uint8_t many[300] = { 'c' };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    mbedtls_svc_key_id_t id = key(keys[i].type, keys[i].usage, keys[i].alg, "secret", 6);
    begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
    printf("password %zu: %d", i, (int) psa_pake_set_password_key(&client.operation, id));
    printf(" %d\n", (int) user(&client, "client"));
    psa_destroy_key(id);
  }
  begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
  printf("no password: %d", (int) psa_pake_set_password_key(&client.operation, 4711));
  printf(" %d\n", (int) psa_pake_set_password_key(&client.operation, 4711));
  for (unsigned role = 0; role < 20; role++) {
    begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
    printf("role %u: %d", role, (int) psa_pake_set_role(&client.operation, (psa_pake_role_t) role));
    printf(" %d\n", (int) psa_pake_set_role(&client.operation, PSA_PAKE_ROLE_NONE));
  }
  for (size_t own = 0; own < sizeof names / sizeof *names; own++)
    for (size_t other = 0; other < sizeof names / sizeof *names; other++) {
      begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
      psa_pake_set_password_key(&client.operation, password);
      printf("\"%s\" and \"%s\": %d", names[own], names[other], (int) user(&client, names[own]));
      printf(" %d", (int) peer(&client, names[other]));
      printf(" %d", (int) send(&client, 0, 1));
      printf(" %d\n", (int) user(&client, "client"));
    }
  begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
  printf("a long name: %d", (int) psa_pake_set_user(&client.operation, many, sizeof many));
  printf(" %d\n", (int) user(&client, "client"));
  begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
  printf("peer twice: %d", (int) peer(&client, "server"));
  printf(" %d\n", (int) peer(&client, "server"));
  for (unsigned given = 0; given < 8; given++) {
    for (int step = 0; step < 5; step++) {
      begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
      if (given & 1) psa_pake_set_password_key(&client.operation, password);
      if (given & 2) user(&client, "client");
      if (given & 4) peer(&client, "server");
      printf("given %u, step %d: %d", given, step, (int) psa_pake_output(&client.operation, (psa_pake_step_t) step, out, sizeof out, &len));
      begin(&client, PSA_ALG_JPAKE, P256, PSA_ALG_SHA_256);
      if (given & 1) psa_pake_set_password_key(&client.operation, password);
      if (given & 2) user(&client, "client");
      if (given & 4) peer(&client, "server");
      printf(" %d", (int) psa_pake_input(&client.operation, (psa_pake_step_t) step, out, 65));
      printf(" %d\n", (int) psa_pake_input(&client.operation, (psa_pake_step_t) step, out, 65));
    }
  }
  psa_pake_abort(&client.operation);
  psa_key_derivation_operation_t derivation = PSA_KEY_DERIVATION_OPERATION_INIT;
  printf("idle: %d", (int) psa_pake_abort(&client.operation));
  printf(" %d", (int) psa_pake_set_password_key(&client.operation, password));
  printf(" %d", (int) psa_pake_set_password_key(&client.operation, 4711));
  printf(" %d %d", (int) user(&client, "client"), (int) user(&client, ""));
  printf(" %d", (int) psa_pake_set_role(&client.operation, 1));
  for (int step = 0; step < 5; step++) {
    printf(" %d", (int) psa_pake_output(&client.operation, (psa_pake_step_t) step, out, 0, &len));
    printf(" %d", (int) psa_pake_input(&client.operation, (psa_pake_step_t) step, out, 0));
  }
  printf(" %d\n", (int) psa_pake_get_implicit_key(&client.operation, &derivation));
}

static void room_and_lengths(void) {
  for (size_t room = 0; room < 68; room++) {
    start(&client, "client", "server");
    len = 77;
    psa_status_t status = psa_pake_output(&client.operation, PSA_PAKE_STEP_KEY_SHARE, out, room, &len);
    if (room < 3 || room > 62) printf("room for %zu: %d %zu", room, (int) status, len);
    status = send(&client, 1, 1);
    if (room < 3 || room > 62) printf(" %d\n", (int) status);
  }
  for (int step = 0; step < 5; step++)
    for (size_t count = 0; count < 80; count++) {
      both();
      send(&server, 0, 6);
      take(&client, &server, 0, step ? (size_t) step - 1 : 0);
      psa_status_t status = psa_pake_input(&client.operation, (psa_pake_step_t) step, out, count);
      if (count < 3 || (count > 29 && count < 35) || count > 63) printf("step %d with %zu bytes: %d\n", step, count, (int) status);
    }
  memset(out, 4, sizeof out);
  for (int step = 0; step < 6; step++) {
    start(&client, "client", "server");
    printf("step %d first: %d", step, (int) psa_pake_output(&client.operation, (psa_pake_step_t) step, out, sizeof out, &len));
    start(&client, "client", "server");
    printf(" %d", (int) psa_pake_input(&client.operation, (psa_pake_step_t) step, out, 32));
    start(&client, "client", "server");
    printf(" %d", (int) psa_pake_input(&client.operation, (psa_pake_step_t) step, out, 65));
    start(&client, "client", "server");
    send(&client, 0, 2);
    printf(" %d\n", (int) psa_pake_output(&client.operation, (psa_pake_step_t) step, out, sizeof out, &len));
  }
}

/* Every order of outputs ("o") and inputs ("i"), three fields each, with an honest peer. */
static void orders(void) {
  for (unsigned word = 0; word < 128; word++) {
    size_t sent = 0, taken = 0;
    psa_status_t status = PSA_SUCCESS;
    both();
    send(&server, 0, 6);
    for (int at = 0; at < 7 && !status; at++) {
      int input = word >> at & 1;
      putchar(input ? 'i' : 'o');
      if (input) {
        if (taken == 6 && sent < 6) {
          status = psa_pake_input(&client.operation, PSA_PAKE_STEP_KEY_SHARE, server.fields[0].bytes, 65);
        } else if (taken < 9) {
          status = take(&client, &server, taken, 3);
        } else {
          status = take(&client, &server, 0, 1);
        }
        taken += 3;
        continue;
      }
      status = sent < 9 ? send(&client, sent, 3) : send(&client, 0, 1);
      sent += 3;
      if (sent == 6 && !status) {
        if (take(&server, &client, 0, 6)) puts("refused by the server");
        send(&server, 6, 3);
      }
    }
    psa_key_derivation_operation_t derivation = PSA_KEY_DERIVATION_OPERATION_INIT;
    psa_key_derivation_setup(&derivation, TO_PMS);
    printf(": %d, key: %d", (int) status, (int) psa_pake_get_implicit_key(&client.operation, &derivation));
    printf(" %d\n", (int) psa_pake_get_implicit_key(&client.operation, &derivation));
    psa_key_derivation_abort(&derivation);
  }
}

static void damage(void) {
  for (size_t field = 0; field < 9; field++)
    for (int way = 0; way < 5; way++) {
      both();
      send(&client, 0, 6);
      send(&server, 0, 6);
      if (field >= 6) {
        take(&client, &server, 0, 6);
        take(&server, &client, 0, 6);
        send(&client, 6, 3);
        send(&server, 6, 3);
      }
      uint8_t *bytes = server.fields[field].bytes;
      switch (way) {
        case 0: bytes[0] ^= 1; break;
        case 1: bytes[20] ^= 1; break;
        case 2: memset(bytes, 0, 65); break;
        case 3: memset(bytes + (field % 3 < 2), 0xff, 64); break;
        default: server.fields[field].len = 1;
      }
      printf("field %zu, way %d:", field, way);
      psa_status_t status = PSA_SUCCESS;
      for (size_t i = field < 6 ? 0 : 6; i < (field < 6 ? 6u : 9u) && !status; i++) printf(" %d", (int) (status = take(&client, &server, i, 1)));
      puts("");
    }
  /* A point may come compressed. */
  both();
  send(&server, 0, 6);
  server.fields[0].bytes[0] = 2 + (server.fields[0].bytes[64] & 1);
  server.fields[0].len = 33;
  printf("compressed: %d\n", (int) take(&client, &server, 0, 6));
  both();
  send(&client, 0, 6);
  printf("our own: %d\n", (int) take(&client, &client, 0, 6));
}

static void finish(side *s, psa_algorithm_t alg, const char *what) {
  psa_key_derivation_operation_t derivation = PSA_KEY_DERIVATION_OPERATION_INIT;
  psa_key_derivation_setup(&derivation, alg);
  if (PSA_ALG_IS_TLS12_PRF(alg) || PSA_ALG_IS_TLS12_PSK_TO_MS(alg)) psa_key_derivation_input_bytes(&derivation, PSA_KEY_DERIVATION_INPUT_SEED, (const uint8_t *) "seed", 4);
  printf("%s: %d", what, (int) psa_pake_get_implicit_key(&s->operation, &derivation));
  psa_key_derivation_input_bytes(&derivation, PSA_ALG_IS_HKDF(alg) ? PSA_KEY_DERIVATION_INPUT_INFO : PSA_KEY_DERIVATION_INPUT_LABEL, (const uint8_t *) "label", alg == TO_PMS ? 0 : 5);
  psa_key_derivation_abort(&derivation);
}

static psa_status_t exchange(void) {
  psa_status_t status = send(&client, 0, 6);
  if (!status) status = take(&server, &client, 0, 6);
  if (!status) status = send(&server, 0, 6);
  if (!status) status = take(&client, &server, 0, 6);
  if (!status) status = send(&server, 6, 3);
  if (!status) status = take(&client, &server, 6, 3);
  if (!status) status = send(&client, 6, 3);
  if (!status) status = take(&server, &client, 6, 3);
  return status;
}

static psa_status_t secret(side *s, psa_algorithm_t alg, uint8_t *to) {
  psa_key_derivation_operation_t derivation = PSA_KEY_DERIVATION_OPERATION_INIT;
  psa_status_t status = psa_key_derivation_setup(&derivation, alg);
  if (!status) status = psa_pake_get_implicit_key(&s->operation, &derivation);
  if (!status && alg != TO_PMS) status = psa_key_derivation_input_bytes(&derivation, PSA_KEY_DERIVATION_INPUT_INFO, to, 0);
  if (!status) status = psa_key_derivation_output_bytes(&derivation, to, 32);
  psa_key_derivation_abort(&derivation);
  return status;
}

static void compare(const uint8_t *one, const uint8_t *other) { puts(memcmp(one, other, 32) ? " different" : " equal"); }

static void keys(void) {
  static const psa_algorithm_t derivations[] = {
    TO_PMS, PSA_ALG_HKDF(PSA_ALG_SHA_256), PSA_ALG_HKDF_EXTRACT(PSA_ALG_SHA_256), PSA_ALG_HKDF_EXPAND(PSA_ALG_SHA_256), PSA_ALG_TLS12_PRF(PSA_ALG_SHA_256),
    PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_SHA_256), 0,
  };
  uint8_t one[32], other[32];
  for (int run = 0; run < 6; run++) {
    psa_algorithm_t alg = run % 2 ? PSA_ALG_HKDF(PSA_ALG_SHA_256) : TO_PMS;
    both();
    printf("exchange: %d", (int) exchange());
    printf(", %d", (int) secret(&client, alg, one));
    printf(" %d:", (int) secret(&server, alg, other));
    compare(one, other);
  }
  for (size_t i = 0; i < sizeof derivations / sizeof *derivations; i++) {
    both();
    exchange();
    finish(&client, derivations[i], "into a derivation");
    printf(", again: %d\n", (int) secret(&client, TO_PMS, one));
  }
  mbedtls_svc_key_id_t right = password;
  both();
  password = key(PSA_KEY_TYPE_PASSWORD, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE, "another", 7);
  start(&server, "server", "client");
  printf("two passwords: %d", (int) exchange());
  printf(", %d", (int) secret(&client, TO_PMS, one));
  printf(" %d:", (int) secret(&server, TO_PMS, other));
  compare(one, other);
  psa_destroy_key(password);
  password = key(PSA_KEY_TYPE_PASSWORD, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE, "\0\0", 2);
  both();
  printf("a password of 0: %d\n", (int) exchange());
  psa_destroy_key(password);
  password = right;
}

static int draw(void *context, unsigned char *to, size_t count) {
  (void) context;
  return psa_generate_random(to, count);
}

/* A message of mbedtls/ecjpake.h: every field behind its length. */
static size_t joined(const side *s, size_t first, size_t count, uint8_t *to) {
  size_t at = 0;
  for (size_t i = first; i < first + count; i++) {
    to[at++] = (uint8_t) s->fields[i].len;
    memcpy(to + at, s->fields[i].bytes, s->fields[i].len);
    at += s->fields[i].len;
  }
  return at;
}

static void split(side *s, size_t first, size_t count, const uint8_t *from) {
  for (size_t i = first; i < first + count; i++) {
    s->fields[i].len = *from++;
    memcpy(s->fields[i].bytes, from, s->fields[i].len);
    from += s->fields[i].len;
  }
}

static void with_ecjpake(void) {
  mbedtls_ecjpake_context context;
  uint8_t message[500], one[32], other[32];
  mbedtls_ecjpake_init(&context);
  mbedtls_ecjpake_setup(&context, MBEDTLS_ECJPAKE_SERVER, MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, (const unsigned char *) "secret", 6);
  start(&client, "client", "server");
  printf("ecjpake.h: %d", (int) send(&client, 0, 6));
  printf(" %d", mbedtls_ecjpake_read_round_one(&context, message, joined(&client, 0, 6, message)));
  printf(" %d", mbedtls_ecjpake_write_round_one(&context, message, sizeof message, &len, draw, NULL));
  split(&server, 0, 6, message);
  printf(" %d", (int) take(&client, &server, 0, 6));
  printf(" %d", mbedtls_ecjpake_write_round_two(&context, message, sizeof message, &len, draw, NULL));
  split(&server, 6, 3, message + 3);
  printf(" %d", (int) take(&client, &server, 6, 3));
  printf(" %d", (int) send(&client, 6, 3));
  printf(" %d", mbedtls_ecjpake_read_round_two(&context, message, joined(&client, 6, 3, message)));
  printf(" %d", mbedtls_ecjpake_derive_secret(&context, one, sizeof one, &len, draw, NULL));
  printf(" %d:", (int) secret(&client, TO_PMS, other));
  compare(one, other);
  mbedtls_ecjpake_free(&context);
}

/* What drivers ask for; nothing went in. */
static void inputs(void) {
  static const psa_crypto_driver_pake_inputs_t none;
  psa_pake_cipher_suite_t suite;
  len = 77;
  printf("no inputs: %d", (int) psa_crypto_driver_pake_get_password_len(&none, &len));
  printf(" %d", (int) psa_crypto_driver_pake_get_password(&none, out, sizeof out, &len));
  printf(" %d", (int) psa_crypto_driver_pake_get_user_len(&none, &len));
  printf(" %d", (int) psa_crypto_driver_pake_get_user(&none, out, sizeof out, &len));
  printf(" %d", (int) psa_crypto_driver_pake_get_peer_len(&none, &len));
  printf(" %d", (int) psa_crypto_driver_pake_get_peer(&none, out, sizeof out, &len));
  printf(" %d", (int) psa_crypto_driver_pake_get_cipher_suite(&none, &suite));
  printf(", %zu\n", len);
}

int main(void) {
  psa_crypto_init();
  inputs();
  password = key(PSA_KEY_TYPE_PASSWORD, PSA_KEY_USAGE_DERIVE, PSA_ALG_JPAKE, "secret", 6);
  made_of();
  before();
  room_and_lengths();
  orders();
  damage();
  keys();
  with_ecjpake();
  psa_pake_abort(&client.operation);
  psa_pake_abort(&server.operation);
  psa_destroy_key(password);
  mbedtls_psa_crypto_free();
  return 0;
}
