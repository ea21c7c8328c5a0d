/* EC J-PAKE: both roles against each other with the same numbers, every cut and damage of a message, and what is refused. The
 * source of random bytes gives the same bytes time and again, since nobody says how often it is asked. */
#include "support/bytes.h"
#include <mbedtls/ecjpake.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  unsigned char bytes[700];
  size_t len;
} message;

static unsigned char number[66];
static int failure;

static int same(void *context, unsigned char *out, size_t len) {
  (void) context;
  memcpy(out, number, len);
  return failure;
}

static mbedtls_ecjpake_context client, server;
static message one[2], two[2];

static void begin(mbedtls_md_type_t hash, mbedtls_ecp_group_id curve, const char *password, size_t len) {
  mbedtls_ecjpake_free(&client);
  mbedtls_ecjpake_free(&server);
  mbedtls_ecjpake_init(&client);
  mbedtls_ecjpake_init(&server);
  printf("set up: %d", mbedtls_ecjpake_setup(&client, MBEDTLS_ECJPAKE_CLIENT, hash, curve, (const unsigned char *) password, len));
  printf(" %d\n", mbedtls_ecjpake_setup(&server, MBEDTLS_ECJPAKE_SERVER, hash, curve, (const unsigned char *) password, len));
}

static void draw(void) {
  fill(number, sizeof number);
  number[0] &= 0x7f;
}

static void write_one(mbedtls_ecjpake_context *ctx, message *to) {
  draw();
  int code = mbedtls_ecjpake_write_round_one(ctx, to->bytes, sizeof to->bytes, &to->len, same, NULL);
  show_bytes("round one", code, to->bytes, to->len);
}

static void write_two(mbedtls_ecjpake_context *ctx, message *to) {
  draw();
  int code = mbedtls_ecjpake_write_round_two(ctx, to->bytes, sizeof to->bytes, &to->len, same, NULL);
  show_bytes("round two", code, to->bytes, to->len);
}

static void first_round(void) {
  write_one(&client, &one[0]);
  write_one(&server, &one[1]);
  printf("read: %d", mbedtls_ecjpake_read_round_one(&client, one[1].bytes, one[1].len));
  printf(" %d\n", mbedtls_ecjpake_read_round_one(&server, one[0].bytes, one[0].len));
}

static void second_round(void) {
  write_two(&server, &two[1]);
  write_two(&client, &two[0]);
  printf("read: %d", mbedtls_ecjpake_read_round_two(&client, two[1].bytes, two[1].len));
  printf(" %d\n", mbedtls_ecjpake_read_round_two(&server, two[0].bytes, two[0].len));
}

static void results(mbedtls_ecjpake_context *ctx) {
  unsigned char out[200];
  size_t len = 0;
  int code = mbedtls_ecjpake_derive_secret(ctx, out, sizeof out, &len, same, NULL);
  show_bytes("secret", code, out, len);
  code = mbedtls_ecjpake_write_shared_key(ctx, out, sizeof out, &len, same, NULL);
  show_bytes("key", code, out, len);
}

static void exchange(mbedtls_md_type_t hash, mbedtls_ecp_group_id curve, const char *password, size_t len, int format) {
  printf("digest %d, curve %d, format %d\n", (int) hash, (int) curve, format);
  begin(hash, curve, password, len);
  mbedtls_ecjpake_set_point_format(&client, format);
  mbedtls_ecjpake_set_point_format(&server, format);
  first_round();
  second_round();
  results(&client);
  results(&server);
}

/* Where the code of reading a message changes, as it is cut, or damaged byte by byte. */
static void read_cut(const char *what, int (*read)(mbedtls_ecjpake_context *, const unsigned char *, size_t), mbedtls_ecjpake_context *ctx, message *m) {
  int last = 1;
  for (size_t len = 0; len <= m->len + 1; len++) {
    int code = read(ctx, m->bytes, len);
    if (code != last) printf("%s, %zu bytes of it: -0x%x\n", what, len, (unsigned) -code);
    last = code;
  }
  last = 1;
  for (size_t at = 0; at < m->len; at++) {
    unsigned bit = 1u << pick(8);
    m->bytes[at] ^= bit;
    int code = read(ctx, m->bytes, m->len);
    if (code != last) printf("%s, with byte %zu damaged: -0x%x\n", what, at, (unsigned) -code);
    last = code;
    m->bytes[at] ^= bit;
  }
}

static void write_cut(const char *what, mbedtls_ecjpake_context *ctx, size_t whole,
                      int (*write)(mbedtls_ecjpake_context *, unsigned char *, size_t, size_t *, mbedtls_f_rng_t *, void *)) {
  unsigned char out[700];
  int last = 1;
  for (size_t room = 0; room <= whole + 1; room++) {
    size_t len = 5555;
    int code = write(ctx, out, room, &len, same, NULL);
    if (code != last) printf("%s into %zu bytes: -0x%x, %zu\n", what, room, (unsigned) -code, len);
    last = code;
  }
}

/* A message with a field of the first round in another form: where it begins, how long it was, and what is there instead. */
static void with_field(const char *what, size_t at, const unsigned char *field, size_t len) {
  message changed = { { 0 }, 0 };
  size_t old = one[1].bytes[at];
  memcpy(changed.bytes, one[1].bytes, at);
  changed.bytes[at] = (unsigned char) len;
  memcpy(changed.bytes + at + 1, field, len);
  memcpy(changed.bytes + at + 1 + len, one[1].bytes + at + 1 + old, one[1].len - at - 1 - old);
  changed.len = one[1].len + len - old;
  printf("%s: -0x%x\n", what, (unsigned) -mbedtls_ecjpake_read_round_one(&client, changed.bytes, changed.len));
}

static void refused(void) {
  unsigned char out[700];
  size_t len = 0;
  begin(MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, "secret", 6);
  write_one(&client, &one[0]);
  printf("too early: -0x%x", (unsigned) -mbedtls_ecjpake_write_round_two(&client, out, sizeof out, &len, same, NULL));
  printf(" -0x%x", (unsigned) -mbedtls_ecjpake_read_round_two(&client, one[0].bytes, one[0].len));
  printf(" -0x%x", (unsigned) -mbedtls_ecjpake_derive_secret(&client, out, sizeof out, &len, same, NULL));
  printf(" -0x%x\n", (unsigned) -mbedtls_ecjpake_write_shared_key(&client, out, sizeof out, &len, same, NULL));
  printf("our own: -0x%x\n", (unsigned) -mbedtls_ecjpake_read_round_one(&client, one[0].bytes, one[0].len));
  write_one(&server, &one[1]);
  read_cut("round one", mbedtls_ecjpake_read_round_one, &client, &one[1]);
  write_cut("round one", &client, one[0].len, mbedtls_ecjpake_write_round_one);

  unsigned char field[80] = { 0 };
  const unsigned char *x = one[1].bytes + 1, *r = one[1].bytes + 133;
  with_field("X at infinity", 0, field, 1);
  with_field("V at infinity", 66, field, 1);
  with_field("no X", 0, field, 0);
  with_field("no V", 66, field, 0);
  with_field("no r", 132, field, 0);
  with_field("r of 0", 132, field, 32);
  memset(field, 0xff, sizeof field);
  with_field("r over the order", 132, field, 32);
  field[0] = 4;
  with_field("X over the prime", 0, field, 65);
  with_field("V over the prime", 66, field, 65);
  field[0] = 0;
  memcpy(field + 1, r, 32);
  with_field("r behind a zero", 132, field, 33);
  field[0] = 1;
  with_field("r of 33 bytes", 132, field, 33);
  memcpy(field + 1, x + 1, 32);
  for (int form = 0; form < 8; form++) {
    field[0] = (unsigned char) form;
    printf("form %d, ", form);
    with_field("X of 33 bytes", 0, field, 33);
  }
  for (int form = 0; form < 8; form++) {
    memcpy(field, x, 65);
    field[0] = (unsigned char) form;
    printf("form %d, ", form);
    with_field("X of 65 bytes", 0, field, 65);
  }
  with_field("X of 66 bytes", 0, field, 66);
  for (int i = 0; i < 12; i++) {
    field[0] = 2;
    fill(field + 1, 32);
    with_field("a compressed X", 0, field, 33);
    with_field("a compressed V", 66, field, 33);
  }

  printf("read: %d", mbedtls_ecjpake_read_round_one(&client, one[1].bytes, one[1].len));
  printf(" %d", mbedtls_ecjpake_read_round_one(&client, one[1].bytes, one[1].len));
  printf(" %d\n", mbedtls_ecjpake_read_round_one(&server, one[0].bytes, one[0].len));
  /* Round one was written anew meanwhile. */
  write_one(&client, &one[0]);
  printf("read: %d\n", mbedtls_ecjpake_read_round_one(&server, one[0].bytes, one[0].len));
  write_two(&server, &two[1]);
  write_two(&client, &two[0]);
  read_cut("a server's round two", mbedtls_ecjpake_read_round_two, &client, &two[1]);
  read_cut("a client's round two", mbedtls_ecjpake_read_round_two, &server, &two[0]);
  write_cut("a server's round two", &server, two[1].len, mbedtls_ecjpake_write_round_two);
  write_cut("a client's round two", &client, two[0].len, mbedtls_ecjpake_write_round_two);
  for (unsigned char curve = 0; curve < 40; curve++) {
    message other = two[1];
    other.bytes[2] = curve;
    int code = mbedtls_ecjpake_read_round_two(&client, other.bytes, other.len);
    if (code != MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE) printf("curve %d: %d\n", curve, code);
  }
  printf("read: %d", mbedtls_ecjpake_read_round_two(&client, two[1].bytes, two[1].len));
  printf(" %d\n", mbedtls_ecjpake_read_round_two(&server, two[0].bytes, two[0].len));
  results(&client);
  results(&server);
  for (size_t room = 30; room < 34; room++) {
    len = 5555;
    printf("secret into %zu: -0x%x", room, (unsigned) -mbedtls_ecjpake_derive_secret(&client, out, room, &len, same, NULL));
    printf(" %zu", len);
    printf(", key into %zu: -0x%x", room + 32, (unsigned) -mbedtls_ecjpake_write_shared_key(&client, out, room + 32, &len, same, NULL));
    printf(" %zu\n", len);
  }

  failure = -77;
  printf("no random bytes: %d", mbedtls_ecjpake_write_round_one(&client, out, sizeof out, &len, same, NULL));
  printf(" %d", mbedtls_ecjpake_write_round_one(&client, out, 0, &len, same, NULL));
  printf(" %d\n", mbedtls_ecjpake_write_round_two(&client, out, sizeof out, &len, same, NULL));
  failure = 0;
  memset(number, 0xff, sizeof number);
  printf("numbers over the order: -0x%x\n", (unsigned) -mbedtls_ecjpake_write_round_one(&client, out, sizeof out, &len, same, NULL));
  memset(number, 0, sizeof number);
  printf("numbers of 0: -0x%x\n", (unsigned) -mbedtls_ecjpake_write_round_one(&client, out, sizeof out, &len, same, NULL));
}

static void setting_up(void) {
  static const unsigned char order[] = { 0xff, 0xff, 0xff, 0xff, 0,    0,    0,    0,    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                         0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51 };
  static unsigned char password[80001];
  mbedtls_ecjpake_init(&client);
  printf("not set up: -0x%x", (unsigned) -mbedtls_ecjpake_check(&client));
  for (int format = -1; format < 3; format++) printf(" -0x%x", (unsigned) -mbedtls_ecjpake_set_point_format(&client, format));
  puts("");
  for (int role = -1; role < 4; role++) {
    printf("role %d: -0x%x", role, (unsigned) -mbedtls_ecjpake_setup(&client, (mbedtls_ecjpake_role) role, MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, order, 6));
    printf(" -0x%x\n", (unsigned) -mbedtls_ecjpake_check(&client));
    mbedtls_ecjpake_free(&client);
  }
  for (int hash = 0; hash < 24; hash++) {
    printf("digest %d: -0x%x\n", hash, (unsigned) -mbedtls_ecjpake_setup(&client, MBEDTLS_ECJPAKE_CLIENT, (mbedtls_md_type_t) hash, MBEDTLS_ECP_DP_SECP256R1, order, 6));
    mbedtls_ecjpake_free(&client);
  }
  printf("no curve: -0x%x", (unsigned) -mbedtls_ecjpake_setup(&client, MBEDTLS_ECJPAKE_CLIENT, MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_NONE, order, 6));
  printf(" -0x%x\n", (unsigned) -mbedtls_ecjpake_setup(&client, MBEDTLS_ECJPAKE_CLIENT, MBEDTLS_MD_NONE, MBEDTLS_ECP_DP_NONE, order, 6));
  for (size_t len = 0; len < 80; len += 13) {
    printf("a password of %zu zeros: -0x%x", len, (unsigned) -mbedtls_ecjpake_setup(&client, MBEDTLS_ECJPAKE_CLIENT, MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, password, len));
    printf(" -0x%x\n", (unsigned) -mbedtls_ecjpake_check(&client));
    mbedtls_ecjpake_free(&client);
  }
  for (size_t len = 80000; len < 80002; len++) {
    printf("a password of %zu zeros: -0x%x\n", len, (unsigned) -mbedtls_ecjpake_setup(&client, MBEDTLS_ECJPAKE_CLIENT, MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, password, len));
    mbedtls_ecjpake_free(&client);
  }
  begin(MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, (const char *) order, sizeof order);
  first_round();
  unsigned char out[700];
  size_t len;
  printf("a password of 0: -0x%x\n", (unsigned) -mbedtls_ecjpake_write_round_two(&server, out, sizeof out, &len, same, NULL));
}

int main(void) {
  static const mbedtls_md_type_t hashes[] = { MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA512, MBEDTLS_MD_MD5, MBEDTLS_MD_SHA3_384 };
  static const mbedtls_ecp_group_id curves[] = { MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_SECP384R1, MBEDTLS_ECP_DP_SECP521R1, MBEDTLS_ECP_DP_SECP256K1, MBEDTLS_ECP_DP_BP256R1, MBEDTLS_ECP_DP_BP384R1, MBEDTLS_ECP_DP_BP512R1, MBEDTLS_ECP_DP_SECP192R1, MBEDTLS_ECP_DP_SECP224R1, MBEDTLS_ECP_DP_SECP192K1, MBEDTLS_ECP_DP_SECP224K1 };
  enum { COUNT = sizeof curves / sizeof *curves };
  char password[100];
  setting_up();
  refused();
  for (unsigned i = 0; i < 12 + COUNT; i++) {
    size_t len = 1 + pick(sizeof password - 1);
    fill((unsigned char *) password, len);
    mbedtls_ecp_group_id id = curves[i < 4 ? 0 : i < 4 + COUNT ? i - 4 : pick(COUNT)];
    int compressed = pick(2) && id != MBEDTLS_ECP_DP_SECP224R1 && id != MBEDTLS_ECP_DP_SECP224K1;
    exchange(hashes[pick(4)], id, password, len, compressed);
  }
  /* A response, a number, is written without zeros in front. */
  begin(MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, "secret", 6);
  for (int i = 0; i < 300; i++) {
    draw();
    int code = mbedtls_ecjpake_write_round_one(&client, one[0].bytes, sizeof one[0].bytes, &one[0].len, same, NULL);
    if (code == 0 && one[0].len == 330) continue;
    show_bytes("short", code, one[0].bytes, one[0].len);
    printf("read: %d\n", mbedtls_ecjpake_read_round_one(&server, one[0].bytes, one[0].len));
  }
  begin(MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, "one", 3);
  mbedtls_ecjpake_free(&server);
  mbedtls_ecjpake_setup(&server, MBEDTLS_ECJPAKE_SERVER, MBEDTLS_MD_SHA256, MBEDTLS_ECP_DP_SECP256R1, (const unsigned char *) "two", 3);
  puts("two passwords");
  first_round();
  second_round();
  results(&client);
  results(&server);
  printf("self-test: %d\n", mbedtls_ecjpake_self_test(0));
  mbedtls_ecjpake_free(&client);
  mbedtls_ecjpake_free(&server);
  mbedtls_ecjpake_free(NULL);
  return 0;
}
